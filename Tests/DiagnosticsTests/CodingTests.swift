import Bytes
import Diagnostics
import Testing

@Suite struct CodingTests {
    @Test(arguments: [nil, "try that"])
    func findingsComeBack(help: String?) throws {
        var finding = Diagnostic(.linkTarget, in: "a/b.md", at: SourcePosition(line: 7, column: 300), "there is no page “x”", help: help)
        finding.severity = .error
        var encoder = BinaryEncoder()
        encoder.write([finding, finding])
        var decoder = BinaryDecoder(encoder.bytes)
        #expect(try decoder.read() as [Diagnostic] == [finding, finding])
        #expect(decoder.isAtEnd)
    }
}
