import Bytes
import Testing

@Suite struct PercentDecodingTests {
    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("a%20b", "a b"), ("%C3%BC", "ü"), ("%c3%bc", "ü"), ("ü%2F", "ü/"), ("%2520", "%20"),
        ("%00", "\u{0}"),
    ]) func decodesEscapes(encoded: String, decoded: String) { #expect(encoded.percentDecoded == decoded) }

    @Test(arguments: ["100%", "%", "%2", "%zz", "%2g", "%%20"])
    func isNilIfAPercentSignDoesNotBeginAnEscape(encoded: String) { #expect(encoded.percentDecoded == nil) }

    @Test(arguments: ["%ff", "%C3", "%ED%A0%80"])
    func isNilIfTheResultIsNotUTF8(encoded: String) { #expect(encoded.percentDecoded == nil) }
}
