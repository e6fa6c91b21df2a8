import Testing

@testable import Theme

@Suite struct AssetMinifierTests {
    @Test(arguments: [
        (
            "a.css", "/* What\n   it is. */\n.a {\n  color: red; /* no accent */\n}\n\n.b {}\n",
            ".a {\ncolor: red; /* no accent */\n}\n.b {}\n"
        ),
        ("a.css", "/* a */ .a {}\n/*/ b\n*/ .b {}\n", ".a {}\n.b {}\n"),
        ("a.js", "// What it is.\nexport const a = 1; // one\n\n  f();\n", "export const a = 1; // one\nf();\n"),
        ("a.svg", "  <svg>\n\n</svg>\n", "  <svg>\n\n</svg>\n"),
    ])
    func leavesOutWhatOnlyWritersRead(name: String, text: String, compact: String) {
        #expect(String(decoding: AssetMinifier.minified(name, Array(text.utf8)), as: UTF8.self) == compact)
    }
}
