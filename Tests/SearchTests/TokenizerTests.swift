import Testing

@testable import Search

@Suite struct TokenizerTests {
    /// Roles as the table names them.
    private static let roleNames: [Tokenizer.Role: String] = [.word: "word", .compound: "whole", .component: "part", .ngram: "gram"]

    /// The client is tested with the same table.
    @Test func splitsTextAsInTheTable() throws {
        let lines = try repositoryFile("Tests/Search/terms.tsv").split(separator: "\n")
        #expect(lines.count > 15)
        for line in lines {
            let columns = line.split(separator: "\t", maxSplits: 1)
            let terms = Tokenizer.terms(of: String(columns[0])).map { "\($0.term):\(Self.roleNames[$0.role] ?? "")" }
            #expect(terms.joined(separator: " ") == String(columns[1]), "\(columns[0])")
        }
    }

    @Test func truncatesLongTermsBetweenCharacters() {
        let terms = Tokenizer.terms(of: String(repeating: "ж", count: 100)).map(\.term)
        #expect(terms == [String(repeating: "ж", count: 20)])
    }

    @Test func joinsWordsAcrossPieces() {
        #expect(terms(of: ["con", "nec", "t_me ", "rest"].map { Array($0.utf8) }) == ["connectme", "connect", "me", "rest"])
    }

    @Test func separatesWordsAtInvalidUTF8() {
        #expect(terms(of: [[UInt8(ascii: "a"), UInt8(ascii: "b"), 0xFF, UInt8(ascii: "c"), UInt8(ascii: "d"), 0xE4]]) == ["ab", "cd"])
    }

    private func terms(of pieces: [[UInt8]]) -> [String] {
        var terms: [String] = []
        var tokenizer = Tokenizer()
        for piece in pieces {
            piece.withUnsafeBufferPointer { tokenizer.read($0) { term, _ in terms.append(String(decoding: term, as: UTF8.self)) } }
        }
        tokenizer.end { term, _ in terms.append(String(decoding: term, as: UTF8.self)) }
        return terms
    }
}

@Suite struct FoldingTests {
    /// Covers every letter of Latin, Greek and Cyrillic. The client is tested with the same table; `KBGEN_BLESS=1` rewrites it.
    @Test func foldsLettersAsInTheTable() throws {
        var table = ""
        for range in [0xC0...0x24F, 0x370...0x3FF, 0x400...0x4FF, 0x1E00...0x1EFF, 0xFF10...0xFF5A] {
            for scalar in range.compactMap({ Unicode.Scalar(UInt32($0)) }) where Folding.kind(scalar) == .letter {
                var folded: [UInt8] = []
                Folding.append(scalar, to: &folded)
                table += "\(scalar)\t\(String(decoding: folded, as: UTF8.self))\n"
            }
        }
        #expect(try expectedOutput("Tests/Search/folding.tsv", actual: table) == table)
    }

    @Test func simplifiesTraditionalChinese() {
        #expect(HanVariants.simplified("資") == "资")
        #expect(HanVariants.simplified("资") == "资")
        #expect(HanVariants.simplified("a") == "a")
    }
}
