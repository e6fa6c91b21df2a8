extension Language {
    /// Scripting, functional and other programming languages.
    static let scripting: [(names: String, language: Language)] = [
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
    ]
}
