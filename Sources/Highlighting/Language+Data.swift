extension Language {
    /// Markup, data formats, queries and configuration.
    static let data: [(names: String, language: Language)] = [
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
            "html xml svg markup xhtml vue svelte xaml plist wsdl razor cshtml htm",
            Language(
                form: .markup, blockComments: [("<!--", "-->"), ("<![CDATA[", "]]>")])
        ),
        (
            "json json5 jsonc jsonp",
            Language(
                form: .keys, lineComments: ["//"], blockComments: [("/*", "*/")], quotes: "\"", keySeparators: ":",
                keywords: "true false null")
        ),
        (
            "yaml yml",
            Language(
                form: .keys, lineComments: ["#"], quotes: "\"'", attributes: "&*", keySeparators: ":", commentNeedsSpace: true,
                keywords: "true false null yes no on off")
        ),
        (
            "toml ini properties conf config cfg env dotenv editorconfig",
            Language(
                form: .keys, lineComments: ["#", ";"], quotes: "\"'", keySeparators: "=:", commentNeedsSpace: true,
                keywords: "true false on off yes no")
        ),
        (
            "css scss sass less",
            Language(
                form: .keys, blockComments: [("/*", "*/")], quotes: "\"'", variables: "$", attributes: "@#.", keySeparators: ":",
                wordsHaveHyphens: true, keywords: "important inherit initial none auto")
        ),
        (
            "http rest",
            Language(
                form: .keys, quotes: "\"", keySeparators: ":", keywords: "GET POST PUT PATCH DELETE HEAD OPTIONS HTTP")
        ),
        (
            "diff patch",
            Language(
                form: .diff)
        ),
        (
            "django jinja jinja2 twig liquid handlebars hbs nunjucks mustache erb ejs",
            Language(
                form: .markup, blockComments: [("<!--", "-->"), ("{#", "#}")])
        ),
    ]
}
