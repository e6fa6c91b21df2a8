import Testing

@testable import Import

@Suite struct LooseValueTests {
    @Test func json() {
        let value = LooseValue(json: #"{"a": [1, -2.5, true, null], "b": {"c": "\u00e9 \ud83d\ude00 \/ \n"}}"#)
        #expect(value?["a"]?.elements == [.number(1), .number(-2.5), .bool(true), .null])
        #expect(value?["b"]?["c"]?.string == "é 😀 / \n")
        #expect(LooseValue(json: "no") == nil)
    }

    @Test func literalsOfScripts() {
        let text = """
            // A comment with { in it
            import x from 'x';
            const base = '/docs';
            const items = [{ text: "One", link: base }, ...more];
            const more = [{ text: `Two`, /* } */ link: '/two' }];
            export default defineConfig<Theme>({
              title: 'It\\'s',
              items,
              'quoted-key': 3,
              hook() { return { a: 1 }; },
              arrow: (a) => ({ b: [a] }),
              nested: withPlugins(wrap({ deep: true }), 5),
              last: 'end',
            });
            """
        let value = LooseValue(script: text)
        #expect(value?["title"]?.string == "It's")
        #expect(value?["items"]?.elements?.map { $0["text"]?.string } == ["One", "Two"])
        #expect(value?["items"]?.elements?.first?["link"]?.string == "/docs")
        #expect(value?["quoted-key"]?.string == "3")
        #expect(value?["nested"]?["deep"]?.isTrue == true)
        #expect(value?["last"]?.string == "end")
    }

    @Test func aConstantThatNamesItselfEnds() {
        #expect(LooseValue(script: "const a = { b: a };\nexport default a;")?["b"] == .other)
    }

    @Test(arguments: ["{", "[", "{a", "{a:", "\"", "{\"", "f(", "{a:f(", "[...", "{...", "((((", "{a:`", "/*", "\\u{"])
    func whatIsCutOffEnds(text: String) {
        _ = LooseValue(json: text)
        _ = LooseValue(script: "export default " + text)
    }

    @Test func deepNestingIsCutOff() {
        _ = LooseValue(json: String(repeating: "[", count: 100_000))
        _ = LooseValue(json: String(repeating: "{a:", count: 100_000))
    }
}
