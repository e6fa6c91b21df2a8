extension Language {
    /// Languages with the comments and braces of C.
    static let cFamily: [(names: String, language: Language)] = [
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
    ]
}
