import Diagnostics
import Testing
import YAML

@Suite struct YAMLNodeTests {
    private func parse(_ text: String) throws -> YAMLNode? { try YAMLNode(parsing: Array(text.utf8)) }

    @Test func readsScalarsByTheCoreSchema() throws {
        let node = try #require(try parse("a: true\nb: 'true'\nc: 12\nd: ~\ne: no\nf: >-\n  two\n  lines\n"))
        #expect(node["a"]?.bool == true)
        #expect(node["b"]?.bool == nil)
        #expect(node["b"]?.string == "true")
        #expect(node["c"]?.integer == 12)
        #expect(node["d"]?.isNull == true)
        #expect(node["e"]?.bool == nil, "only YAML 1.1 reads it as false")
        #expect(node["f"]?.string == "two lines")
    }

    @Test func keepsThePositionsOfKeysAndValues() throws {
        let node = try #require(try YAMLNode(parsing: Array("a: 1\nb:\n  c: [x, y]\n".utf8), firstLine: 2))
        #expect(node["b"]?.entries?.first?.keyPosition == SourcePosition(line: 4, column: 3))
        #expect(node["b"]?["c"]?.elements?.last?.position == SourcePosition(line: 4, column: 10))
    }

    @Test func givesAliasesTheValueOfTheirAnchor() throws {
        let node = try #require(try parse("a: &x [1, 2]\nb: *x\n"))
        #expect(node["b"]?.elements?.compactMap(\.integer) == [1, 2])
    }

    @Test func refusesAliasesThatExpandToTooManyValues() {
        var bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        for (name, last) in zip("bcdefgh", "abcdefg") {
            bomb += "\(name): &\(name) [" + Array(repeating: "*\(last)", count: 10).joined(separator: ", ") + "]\n"
        }
        #expect { try parse(bomb) } throws: { ($0 as? YAMLError)?.message.contains("aliases") == true }
    }

    @Test func refusesValuesThatAreNestedTooDeeply() {
        #expect(throws: YAMLError.self) { try parse(String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000)) }
    }

    @Test func reportsThePositionOfAnError() {
        #expect { try YAMLNode(parsing: Array("a: 1\nb: [1, 2\nc: 3\n".utf8), firstLine: 2) } throws: { error in
            (error as? YAMLError)?.position.line == 4
        }
        #expect(throws: YAMLError.self) { try parse("a: *nowhere\n") }
    }

    @Test func hasNoValueIfTheDocumentIsEmpty() throws {
        #expect(try parse("") == nil)
        #expect(try parse("# a comment\n") == nil)
    }

    @Test func theLastOfEqualKeysCounts() throws {
        let node = try #require(try parse("a: 1\nb: 2\na: 3\n"))
        #expect(node["a"]?.integer == 3)
        #expect(node.entries?.map(\.key) == ["a", "b", "a"])
    }

    @Test func readsJSON() throws {
        let node = try #require(try parse(#"{"a": ["x\u00e9", 1, true, null], "b": {"c": "\/"}}"#))
        #expect(node["a"]?.elements?.first?.string == "xé")
        #expect(node["a"]?.elements?.map(\.isNull) == [false, false, false, true])
        #expect(node["b"]?["c"]?.string == "/")
    }

    @Test func nullHasNoEntriesAndOtherValuesAreNotMappings() throws {
        let node = try #require(try parse("a:\nb: [x]\nc: text\n"))
        #expect(node["a"]?.entries == [])
        #expect(node["b"]?.entries == nil)
        #expect(node["c"]?["d"] == nil)
    }

    @Test func keysMustBeScalars() {
        #expect(throws: YAMLError.self) { try parse("[a, b]: 1\n") }
    }
}
