extension Language {
    /// The languages by the names that writers give them behind a fence.
    static let all: [(names: String, language: Language)] = [
        (
            "javascript js jsx mjs cjs typescript ts tsx",
            Language(
                lineComments: ["//"], blockComments: [("/*", "*/")], quotes: "\"'`", attributes: "@", capitalsAreTypes: true,
                keywords: """
                    abstract any as async await break case catch class const continue debugger declare default delete do else enum
                    export extends false finally for from function get if implements import in instanceof interface keyof let
                    namespace new null of private protected public readonly return satisfies set static super switch this throw true
                    try type typeof undefined var void while with yield
                    """,
                types: "boolean number string symbol unknown never object bigint")
        ),
        (
            "python py python3",
            Language(
                lineComments: ["#"], longStrings: ["\"\"\"", "'''"], quotes: "\"'", attributes: "@", capitalsAreTypes: true,
                keywords: """
                    and as assert async await break case class continue def del elif else except False finally for from global if
                    import in is lambda match None nonlocal not or pass raise return self True try while with yield
                    """,
                types: "bool bytes dict float int list object print range set str tuple len")
        ),
        (
            "java groovy gradle",
            Language(
                lineComments: ["//"], blockComments: [("/*", "*/")], longStrings: ["\"\"\""], quotes: "\"'", attributes: "@",
                capitalsAreTypes: true,
                keywords: """
                    abstract assert break case catch class const continue def default do else enum extends final finally for if
                    implements import in instanceof interface native new null package permits private protected public record return
                    sealed static strictfp super switch synchronized this throw throws trait transient true false try var void
                    volatile while yield
                    """,
                types: "boolean byte char double float int long short")
        ),
        (
            "kotlin kt kts",
            Language(
                lineComments: ["//"], blockComments: [("/*", "*/")], longStrings: ["\"\"\""], quotes: "\"'", attributes: "@",
                capitalsAreTypes: true,
                keywords: """
                    abstract actual as break by catch class companion const constructor continue crossinline data do else enum expect
                    external false final finally for fun get if import in infix init inline inner interface internal is lateinit
                    noinline null object open operator out override package private protected public reified return sealed set super
                    suspend tailrec this throw true try typealias val var vararg when where while
                    """)
        ),
        (
            "csharp cs c# dotnet",
            Language(
                lineComments: ["//"], blockComments: [("/*", "*/")], quotes: "\"'", capitalsAreTypes: true,
                keywords: """
                    abstract as async await base bool break byte case catch char checked class const continue decimal default
                    delegate do double else enum event explicit extern false finally fixed float for foreach from get goto if
                    implicit in int interface internal is lock long namespace new null object operator out override params private
                    protected public readonly record ref return sbyte sealed select set short sizeof stackalloc static string struct
                    switch this throw true try typeof uint ulong unchecked unsafe ushort using var virtual void volatile when where
                    while yield
                    """)
        ),
        (
            "c h cpp c++ cc cxx hpp objectivec objective-c objc obj-c arduino",
            Language(
                lineComments: ["//"], blockComments: [("/*", "*/")], quotes: "\"'", attributes: "#@", capitalsAreTypes: true,
                keywords: """
                    alignas alignof asm auto break case catch class concept const constexpr continue default delete do else enum
                    explicit export extern false final for friend goto if import include inline mutable namespace new nil noexcept
                    nullptr operator override private protected public register requires return self sizeof static struct super
                    switch template this throw true try typedef typename union using virtual volatile while YES NO
                    """,
                types: """
                    bool char double float id int int8_t int16_t int32_t int64_t long short signed size_t uint8_t uint16_t uint32_t
                    uint64_t unsigned void wchar_t
                    """)
        ),
        (
            "swift",
            Language(
                lineComments: ["//"], blockComments: [("/*", "*/")], longStrings: ["\"\"\""], quotes: "\"", attributes: "@#",
                capitalsAreTypes: true,
                keywords: """
                    actor any as associatedtype async await borrowing break case catch class consuming continue convenience default
                    defer deinit didSet do else enum extension fallthrough false fileprivate final for func get guard if import in
                    indirect infix init inout internal is isolated lazy let mutating nil nonisolated open operator override package
                    postfix precedencegroup prefix private protocol public repeat rethrows return self Self set some static struct
                    subscript super switch throw throws true try typealias unowned var weak where while willSet
                    """)
        ),
        (
            "go golang",
            Language(
                lineComments: ["//"], blockComments: [("/*", "*/")], quotes: "\"'`", capitalsAreTypes: true,
                keywords: """
                    break case chan const continue default defer else fallthrough false for func go goto if import interface iota map
                    nil package range return select struct switch true type var
                    """,
                types: """
                    any bool byte complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16
                    uint32 uint64 uintptr
                    """)
        ),
        (
            "rust rs",
            Language(
                lineComments: ["//"], blockComments: [("/*", "*/")], quotes: "\"", attributes: "#", capitalsAreTypes: true,
                keywords: """
                    as async await box break const continue crate dyn else enum extern false fn for if impl in let loop match mod
                    move mut pub ref return self Self static struct super trait true type union unsafe use where while
                    """,
                types: "bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize")
        ),
        (
            "php",
            Language(
                lineComments: ["//", "#"], blockComments: [("/*", "*/")], quotes: "\"'", variables: "$", capitalsAreTypes: true,
                keywords: """
                    abstract and array as break callable case catch class clone const continue declare default do echo else elseif
                    empty enum extends false final finally fn for foreach function global goto if implements include include_once
                    instanceof insteadof interface isset list match namespace new null or print private protected public readonly
                    require require_once return static switch this throw trait true try unset use var while xor yield
                    """,
                types: "bool float int iterable mixed object string void")
        ),
        (
            "ruby rb",
            Language(
                lineComments: ["#"], quotes: "\"'`", variables: "@$", commentNeedsSpace: true, capitalsAreTypes: true,
                keywords: """
                    alias and begin break case class def defined? do else elsif end ensure false for if in include module next nil
                    not or private protected public raise redo require rescue retry return self super then true undef unless until
                    when while yield attr_accessor attr_reader puts
                    """)
        ),
        (
            "bash sh shell zsh console terminal shell-session shellscript cli dockerfile docker makefile make",
            Language(
                lineComments: ["#"], quotes: "\"'`", variables: "$", commentNeedsSpace: true, stringsSpanLines: true,
                wordsHaveHyphens: true,
                keywords: """
                    if then else elif fi for while until do done case esac function in return exit export local readonly set unset
                    shift source alias trap select time FROM RUN CMD LABEL MAINTAINER EXPOSE ENV ADD COPY ENTRYPOINT VOLUME USER
                    WORKDIR ARG ONBUILD HEALTHCHECK SHELL
                    """,
                types: """
                    apt apt-get awk brew cat cd chmod chown composer cp curl cut dig docker docker-compose echo export find git go
                    grep gunzip gzip head helm jq kill kubectl ln ls make mkdir mv nano node npm npx openssl php pip pip3 pnpm printf
                    psql pwd python python3 read rm rsync sed sh sleep snap sort ssh sudo systemctl tail tar tee test touch tr unzip
                    vi vim wget which xargs yarn yum zip
                    """)
        ),
        (
            "powershell ps1 pwsh ps",
            Language(
                lineComments: ["#"], blockComments: [("<#", "#>")], quotes: "\"'", variables: "$", stringsSpanLines: true,
                wordsHaveHyphens: true, ignoresCase: true,
                keywords: """
                    begin break catch class continue data define do dynamicparam else elseif end exit filter finally for foreach from
                    function if in param process return switch throw trap try until using var while
                    """)
        ),
        (
            "batch bat cmd dos",
            Language(
                lineComments: ["REM ", "rem ", "::"], quotes: "\"", variables: "%", ignoresCase: true,
                keywords: """
                    call cd choice cls copy del dir do echo else errorlevel exist exit for goto if in mkdir move not pause rd ren
                    rmdir set setlocal shift start title type
                    """)
        ),
        (
            "sql mysql postgresql postgres pgsql plsql plpgsql sqlite tsql mssql psql",
            Language(
                lineComments: ["--"], blockComments: [("/*", "*/")], quotes: "\"'", stringsSpanLines: true, ignoresCase: true,
                escapes: false,
                keywords: """
                    add all alter analyze and any as asc begin between by case cast check column commit constraint create cross cube
                    current cursor database declare default delete desc distinct do drop each else end except exclude execute exists
                    explain false fetch filter for foreign from full function grant group grouping having if ilike immutable in index
                    inner insert intersect into is isolation join key language lateral left level like limit lock materialized
                    natural no not notice null of offset on only or order outer over partition primary procedure raise range
                    recursive references replace return returning returns revoke right rollback row rows schema select sequence set
                    sets show some start table temporary then to transaction trigger true truncate union unique update using vacuum
                    values view volatile when where window with
                    """,
                types: """
                    array bigint bit boolean bytea char character date decimal double float inet int integer interval json jsonb
                    numeric real serial smallint text time timestamp timestamptz uuid varchar varying xml
                    """)
        ),
        (
            "graphql gql",
            Language(
                lineComments: ["#"], longStrings: ["\"\"\""], quotes: "\"", variables: "$", attributes: "@",
                capitalsAreTypes: true,
                keywords: """
                    directive enum extend fragment implements input interface mutation on query scalar schema subscription true false
                    null type union
                    """)
        ),
        (
            "lua",
            Language(
                lineComments: ["--"], blockComments: [("--[[", "]]")], quotes: "\"'",
                keywords: "and break do else elseif end false for function goto if in local nil not or repeat return then true until while")
        ),
        (
            "perl pl",
            Language(
                lineComments: ["#"], quotes: "\"'", variables: "$@%", commentNeedsSpace: true,
                keywords: """
                    and bless die do else elsif for foreach if last local my next no not or our package print return sub unless until
                    use while
                    """)
        ),
        (
            "r",
            Language(
                lineComments: ["#"], quotes: "\"'`",
                keywords: "break else FALSE for function if in Inf library NA NaN next NULL repeat return TRUE while")
        ),
        (
            "matlab octave",
            Language(
                lineComments: ["%"], blockComments: [("%{", "%}")], quotes: "\"'", escapes: false,
                keywords: """
                    break case catch classdef continue else elseif end for function global if otherwise parfor persistent return spmd
                    switch try while
                    """)
        ),
        (
            "dart",
            Language(
                lineComments: ["//"], blockComments: [("/*", "*/")], quotes: "\"'", attributes: "@", capitalsAreTypes: true,
                keywords: """
                    abstract as assert async await base break case catch class const continue covariant default deferred do dynamic
                    else enum export extends extension external factory false final finally for function get hide if implements
                    import in interface is late library mixin new null of on operator part required rethrow return sealed set show
                    static super switch sync this throw true try typedef var void when while with yield
                    """,
                types: "bool double int num")
        ),
        (
            "scala",
            Language(
                lineComments: ["//"], blockComments: [("/*", "*/")], longStrings: ["\"\"\""], quotes: "\"", attributes: "@",
                capitalsAreTypes: true,
                keywords: """
                    abstract case catch class def do else enum extends false final finally for forSome given if implicit import lazy
                    match new null object override package private protected return sealed super then this throw trait true try type
                    using val var while with yield
                    """)
        ),
        (
            "solidity sol",
            Language(
                lineComments: ["//"], blockComments: [("/*", "*/")], quotes: "\"'", capitalsAreTypes: true,
                keywords: """
                    abstract anonymous as assembly break calldata catch constant constructor continue contract delete do else emit
                    enum error event external fallback false final for function if immutable import indexed interface internal is
                    library mapping memory modifier new override payable pragma private public pure receive return returns revert
                    storage struct true try type unchecked using view virtual while
                    """,
                types: "address bool bytes bytes32 int int256 string uint uint8 uint256")
        ),
        (
            "erlang erl",
            Language(
                lineComments: ["%"], quotes: "\"'", capitalsAreTypes: true,
                keywords: """
                    after and andalso band begin bnot bor bsl bsr bxor case catch cond div end fun if let maybe not of or orelse
                    receive rem try when xor
                    """)
        ),
        (
            "elixir ex exs",
            Language(
                lineComments: ["#"], longStrings: ["\"\"\""], quotes: "\"'", attributes: "@:", capitalsAreTypes: true,
                keywords: """
                    after alias and case catch cond def defmodule defp defstruct do else end false fn for if import in nil not or
                    quote raise receive require rescue true try unless unquote use when with
                    """)
        ),
        (
            "haskell hs elm",
            Language(
                lineComments: ["--"], blockComments: [("{-", "-}")], quotes: "\"", capitalsAreTypes: true,
                keywords: """
                    as case class data deriving do else exposing forall foreign hiding if import in infix infixl infixr instance let
                    module newtype of port qualified then type where
                    """)
        ),
        (
            "clojure clj lisp scheme",
            Language(
                lineComments: [";"], quotes: "\"", attributes: ":", wordsHaveHyphens: true,
                keywords: """
                    and case cond def define defmacro defn do else fn for if in-ns lambda let loop nil not ns or quote recur require
                    set! true false when
                    """)
        ),
        (
            "yang",
            Language(
                lineComments: ["//"], blockComments: [("/*", "*/")], quotes: "\"'", wordsHaveHyphens: true,
                keywords: """
                    anydata anyxml argument augment base belongs-to bit case choice config contact container default description
                    deviate deviation enum error-app-tag error-message extension feature fraction-digits grouping identity if-feature
                    import include input key leaf leaf-list length list mandatory max-elements min-elements module must namespace
                    notification ordered-by organization output path pattern position prefix presence range reference refine
                    require-instance revision revision-date rpc status submodule type typedef unique units uses value when
                    yang-version yin-element
                    """)
        ),
        (
            "terraform hcl tf nginx",
            Language(
                lineComments: ["#", "//"], blockComments: [("/*", "*/")], quotes: "\"'", variables: "$", wordsHaveHyphens: true,
                keywords: """
                    data false for for_each if in locals module null output provider resource terraform true variable server location
                    http upstream listen proxy_pass root index return rewrite include events
                    """)
        ),
        (
            "protobuf proto thrift",
            Language(
                lineComments: ["//"], blockComments: [("/*", "*/")], quotes: "\"'", capitalsAreTypes: true,
                keywords: """
                    enum extend extensions import map message oneof option optional package public repeated required reserved returns
                    rpc service stream syntax to
                    """,
                types: "bool bytes double fixed32 fixed64 float int32 int64 sint32 sint64 string uint32 uint64")
        ),
        (
            "vb vbnet vba basic",
            Language(
                lineComments: ["'"], quotes: "\"", ignoresCase: true, escapes: false,
                keywords: """
                    and as boolean byref byval call case class const dim do each else elseif end enum exit false for function get
                    goto if implements imports in inherits integer is let long loop me mod module namespace new next not nothing
                    object of on option or private property public return select set shared static step string structure sub then to
                    true try until while with
                    """)
        ),
        (
            "html xml svg markup xhtml vue svelte xaml plist wsdl razor cshtml htm",
            Language(
                form: .markup, blockComments: [("<!--", "-->"), ("<![CDATA[", "]]>")])
        ),
        (
            "json json5 jsonc jsonp",
            Language(
                form: .keys, lineComments: ["//"], blockComments: [("/*", "*/")], quotes: "\"", keyMarks: ":",
                keywords: "true false null")
        ),
        (
            "yaml yml",
            Language(
                form: .keys, lineComments: ["#"], quotes: "\"'", attributes: "&*", keyMarks: ":", commentNeedsSpace: true,
                keywords: "true false null yes no on off")
        ),
        (
            "toml ini properties conf config cfg env dotenv editorconfig",
            Language(
                form: .keys, lineComments: ["#", ";"], quotes: "\"'", keyMarks: "=:", commentNeedsSpace: true,
                keywords: "true false on off yes no")
        ),
        (
            "css scss sass less",
            Language(
                form: .keys, blockComments: [("/*", "*/")], quotes: "\"'", variables: "$", attributes: "@#.", keyMarks: ":",
                wordsHaveHyphens: true, keywords: "important inherit initial none auto")
        ),
        (
            "http rest",
            Language(
                form: .keys, quotes: "\"", keyMarks: ":", keywords: "GET POST PUT PATCH DELETE HEAD OPTIONS HTTP")
        ),
        (
            "diff patch",
            Language(
                form: .difference)
        ),
        (
            "django jinja jinja2 twig liquid handlebars hbs nunjucks mustache erb ejs",
            Language(
                form: .markup, blockComments: [("<!--", "-->"), ("{#", "#}")])
        ),
    ]
}
