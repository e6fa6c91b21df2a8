import Diagnostics
import Testing
import YAML

@Suite struct SettingReaderTests {
    /// Reads the first entry of a mapping.
    private func read<Value>(
        _ source: String, _ read: (inout SettingReader, YAMLNode.Entry) -> Value
    ) throws -> (value: Value, diagnostics: [Diagnostic]) {
        let node = try #require(try YAMLNode(parsing: Array(source.utf8)))
        var reader = SettingReader(file: "kbgen.yml")
        let value = read(&reader, try #require(node.entries?.first))
        return (value, reader.diagnostics)
    }

    @Test func readsStringsBooleansListsAndMappings() throws {
        #expect(try read("a: text") { $0.string($1) }.value == "text")
        #expect(try read("a: 12") { $0.string($1) }.value == "12")
        #expect(try read("a: true") { $0.bool($1) }.value == true)
        #expect(try read("a: [x, y]") { $0.strings($1) }.value == ["x", "y"])
        #expect(try read("a: x") { $0.strings($1) }.value == ["x"])
        #expect(try read("a: {x: 1, y: z}") { $0.stringMapping($1).map { $0.key + $0.value } }.value == ["x1", "yz"])
        #expect(try read("a: dark") { $0.word($1, of: ["light", "dark"]) }.value == "dark")
    }

    @Test func nullCountsAsAbsent() throws {
        let (value, diagnostics) = try read("a:") { [$0.string($1), $0.bool($1).map { "\($0)" }] + $0.strings($1) }
        #expect(value == [nil, nil])
        #expect(diagnostics.isEmpty)
    }

    @Test func reportsValuesOfTheWrongType() throws {
        let (value, diagnostics) = try read("title: [a]") { $0.string($1) }
        #expect(value == nil)
        #expect(diagnostics.map(\.rule) == [.settingType])
        #expect(diagnostics.first?.position == SourcePosition(line: 1, column: 8))
        #expect(try read("flag: yes please") { $0.bool($1) }.diagnostics.count == 1)
        #expect(try read("list: [a, [b]]") { $0.strings($1) }.diagnostics.count == 1)
        #expect(try read("word: grey") { $0.word($1, of: ["light", "dark"]) }.diagnostics.count == 1)
    }

    @Test func suggestsTheSettingThatWasProbablyMeant() throws {
        let report = try read("titel: x") { $0.unknown($1, known: ["title"], nearest: "title") }.diagnostics
        #expect(report.map(\.rule) == [.settingUnknown])
        #expect(report.first?.help == "did you mean “title”?")
    }
}
