import Bytes
import Diagnostics
import Testing

@Suite struct DiagnosticCodingTests {
    @Test(arguments: [nil, "try that"])
    func restoresDiagnostics(help: String?) throws {
        var diagnostic = Diagnostic(.linkTarget, in: "a/b.md", at: SourcePosition(line: 7, column: 300), "there is no page “x”", help: help)
        diagnostic.severity = .error
        var encoder = BinaryEncoder()
        encoder.write([diagnostic, diagnostic])
        var decoder = BinaryDecoder(encoder.bytes)
        #expect(try decoder.read() as [Diagnostic] == [diagnostic, diagnostic])
    }
}
