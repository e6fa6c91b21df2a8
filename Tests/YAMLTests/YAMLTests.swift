import Diagnostics
import Testing

@testable import YAML

@Suite struct YAMLTests {
    private func parse(_ text: String) throws -> YAMLNode? { try YAMLNode(parsing: Array(text.utf8)) }

    @Test func readsScalarsByTheCoreSchema() throws {
        let node = try #require(try parse("a: true\nb: 'true'\nc: 12\nd: ~\ne: no\nf: >-\n  two\n  lines\n"))
        #expect(node["a"]?.bool == true)
        #expect(node["b"]?.bool == nil)
        #expect(node["b"]?.string == "true")
        #expect(node["c"]?.integer == 12)
        #expect(node["d"]?.isNull == true)
        #expect(node["e"]?.bool == nil, "YAML 1.1's no is a text")
        #expect(node["f"]?.string == "two lines")
    }

    @Test func keepsPlaces() throws {
        let node = try #require(try YAMLNode(parsing: Array("a: 1\nb:\n  c: [x, y]\n".utf8), firstLine: 2))
        #expect(node["b"]?.entries?.first?.keyPosition == SourcePosition(line: 4, column: 3))
        #expect(node["b"]?["c"]?.elements?.last?.position == SourcePosition(line: 4, column: 10))
    }

    @Test func sharesAliases() throws {
        let node = try #require(try parse("a: &x [1, 2]\nb: *x\n"))
        #expect(node["b"]?.elements?.compactMap(\.integer) == [1, 2])
    }

    @Test func refusesAliasBombs() {
        var bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        for (name, last) in zip("bcdefgh", "abcdefg") {
            bomb += "\(name): &\(name) [" + Array(repeating: "*\(last)", count: 10).joined(separator: ", ") + "]\n"
        }
        #expect { try parse(bomb) } throws: { ($0 as? YAMLError)?.message.contains("aliases") == true }
    }

    @Test func refusesDeepNesting() {
        #expect(throws: YAMLError.self) { try parse(String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000)) }
    }

    @Test func saysWhereItBreaks() {
        #expect { try YAMLNode(parsing: Array("a: 1\nb: [1, 2\nc: 3\n".utf8), firstLine: 2) } throws: { error in
            (error as? YAMLError)?.position.line == 4
        }
        #expect(throws: YAMLError.self) { try parse("a: *nowhere\n") }
    }

    @Test func emptyTextsAreNothing() throws {
        #expect(try parse("") == nil)
        #expect(try parse("# a comment\n") == nil)
    }

    @Test func settingsOfTheWrongTypeAreReported() throws {
        let node = try #require(try parse("title: [a]\nflag: yes please\n"))
        var reader = SettingReader(file: "kbgen.yml")
        #expect(reader.string(node.entries![0]) == nil)
        #expect(reader.bool(node.entries![1]) == nil)
        #expect(reader.diagnostics.map(\.rule) == [.settingType, .settingType])
        #expect(reader.diagnostics.first?.position == SourcePosition(line: 1, column: 8))
    }
}

extension YAMLNode: Equatable {
    package static func == (a: YAMLNode, b: YAMLNode) -> Bool { "\(a)" == "\(b)" }
}
