import Bytes
import Testing

private func written(_ write: (inout [UInt8]) -> Void) -> String {
    var out: [UInt8] = []
    write(&out)
    return String(decoding: out, as: UTF8.self)
}

@Suite struct WritingTests {
    @Test func escapesTextForHTML() {
        #expect(written { $0.write(escaping: "a<b> & \"c\" 'd' é") } == "a&lt;b&gt; &amp; &quot;c&quot; 'd' é")
        #expect(written { $0.write(escaping: Array("<".utf8)) } == "&lt;")
        #expect(written { $0.write(escaping: "") } == "")
    }

    @Test(arguments: 1..<50)
    func escapesACharacterAtAnyIndexOfItsBlock(length: Int) {
        for index in 0..<length {
            for (byte, reference) in [("<", "&lt;"), (">", "&gt;"), ("&", "&amp;"), ("\"", "&quot;")] {
                let (before, after) = (String(repeating: "a", count: index), String(repeating: "a", count: length - index - 1))
                #expect(written { $0.write(escaping: before + byte + after) } == before + reference + after)
            }
        }
    }

    @Test func encodesURLsForAttributesAndKeepsExistingEscapes() {
        #expect(written { $0.write(href: "a#b#c") } == "a#b%23c")
        #expect(written { $0.write(href: "a b?c=1&d='%20\"ü") } == "a%20b?c=1&amp;d=&#x27;%20%22%C3%BC")
    }

    @Test func encodesPathsAndTheirPercentSigns() {
        #expect(written { $0.write(pathEncoding: "a b/c#d%20?e (1).png") } == "a%20b/c%23d%2520%3Fe%20(1).png")
    }

    @Test func everyEncodedPathDecodesToItself() {
        for scalar in (0...0x24F).compactMap(Unicode.Scalar.init) {
            let path = "a/\(scalar)b"
            #expect(written { $0.write(pathEncoding: path) }.percentDecoded == path)
        }
    }

    @Test(arguments: [(0, "0"), (7, "7"), (-12, "-12"), (Int.min, "-9223372036854775808")])
    func writesNumbers(number: Int, text: String) {
        #expect(written { $0.write(number: number) } == text)
    }
}
