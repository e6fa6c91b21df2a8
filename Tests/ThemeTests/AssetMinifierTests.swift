import Testing

@testable import Theme

@Suite struct AssetMinifierTests {
    @Test(arguments: [
        (
            "a.css", "/* What\n   it is. */\n.a {\n  color: red; /* no accent */\n}\n\n.b {}\n",
            ".a{color:red;/* no accent */\n}.b{}"
        ),
        ("a.css", "/* a */ .a {}\n/*/ b\n*/ .b {}\n", ".a{}.b{}"),
        (
            "a.css", "a :is(b, c) > d { content: \" →\"; margin: calc(1px + 2px); }\n",
            "a :is(b,c) > d{content:\" →\";margin:calc(1px + 2px);}"
        ),
        ("a.js", "// What it is.\nexport const a = 1; // one\n\n  f();\n", "export const a = 1; // one\nf();\n"),
        ("a.js", "/**\n * @param {string} a // not code\n */\nfunction f(a) {}\n", "function f(a) {}\n"),
        ("a.js", "  /** @type {A} */\n  const a = /** @type {B} */ (b);\n  /** @type {C} */ (c).d();\n", "const a = (b);\n(c).d();\n"),
        ("a.js", "const a = 2 /* kept */ * 3;\nconst b = /^\\/*$/;\n", "const a = 2 /* kept */ * 3;\nconst b = /^\\/*$/;\n"),
        ("a.svg", "  <svg>\n\n</svg>\n", "  <svg>\n\n</svg>\n"),
    ])
    func removesCommentsAndOptionalSpaces(name: String, source: String, minified: String) {
        #expect(String(decoding: AssetMinifier.minified(name, Array(source.utf8)), as: UTF8.self) == minified)
    }
}
