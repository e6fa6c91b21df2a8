import Testing

@testable import Bytes

@Suite struct WritingTests {
    private func written(_ write: (inout [UInt8]) -> Void) -> String {
        var out: [UInt8] = []
        write(&out)
        return String(decoding: out, as: UTF8.self)
    }

    @Test func escapesForHTML() {
        #expect(written { $0.write(escaping: "a<b> & \"c\" 'd' é") } == "a&lt;b&gt; &amp; &quot;c&quot; 'd' é")
        #expect(written { $0.write(escaping: Array("<".utf8)) } == "&lt;")
    }

    @Test func encodesAddresses() {
        #expect(written { $0.write(href: "a b?c=1&d='%20\"ü") } == "a%20b?c=1&amp;d=&#x27;%20%22%C3%BC")
    }

    @Test func encodesPaths() {
        #expect(written { $0.write(pathEncoding: "a b/c#d%20?e (1).png") } == "a%20b/c%23d%2520%3Fe%20(1).png")
    }

    @Test(arguments: [(0, "0"), (7, "7"), (-12, "-12"), (Int.min, "-9223372036854775808")])
    func writesNumbers(number: Int, text: String) {
        #expect(written { $0.write(number: number) } == text)
    }

    @Test func decodesPercentEscapes() {
        #expect("a%20b%C3%BC".percentDecoded == "a bü")
        #expect("plain".percentDecoded == "plain")
        #expect("100%".percentDecoded == nil)
        #expect("%zz".percentDecoded == nil)
        #expect("%ff".percentDecoded == nil, "not UTF-8")
    }

    @Test func writesJSON() {
        let value = JSON.object([
            ("a", .array([.integer(1), .bool(true), .null, .decimal(0.5)])), ("b", .string("\"\\\n\u{1}</script>é")),
        ])
        let text = String(decoding: value.bytes, as: UTF8.self)
        #expect(text == #"{"a":[1,true,null,0.5],"b":"\"\\\n\u0001\u003C/script>é"}"#)
    }

    /// libyaml reads it, too, which refuses control characters and takes the line breaks of other systems for spaces.
    @Test func escapesInJSONWhatIsNoTextInYAML() {
        let text = String(decoding: JSON.string("\u{7F}\u{85}\u{92}\u{2028}\u{FEFF}\u{FFFE}\u{A0}\u{1F600}").bytes, as: UTF8.self)
        #expect(text == #""\u007F\u0085\u0092\u2028\uFEFF\uFFFE\#u{A0}\#u{1F600}""#)
    }

    @Test func hashesAreOfOneLength() {
        #expect([UInt8]().contentHash.utf8.count == 13)
        #expect(Array("a".utf8).contentHash != Array("b".utf8).contentHash)
    }

    @Test func findsTheNearestWord() {
        #expect(["title", "language", "labels"].nearest(to: "titel") == "title")
        #expect(["title", "language"].nearest(to: "LANGUAGE") == "language")
        #expect(["title", "language"].nearest(to: "redirects") == nil)
    }

    @Test(arguments: [1, 2, 7]) func mapsInOrder(jobs: Int) async {
        let squares = await Array(0..<500).parallelMap(jobs: jobs) { $0 * $0 }
        #expect(squares == (0..<500).map { $0 * $0 })
        #expect(await [Int]().parallelMap(jobs: jobs) { $0 } == [])
    }
}
