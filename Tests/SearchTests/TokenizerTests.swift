import Testing

@testable import Search

@Suite struct TokenizerTests {
    /// The same table holds the client to the same terms.
    @Test func cutsTextsAsTheTableSays() throws {
        let lines = try repositoryFile("Tests/Search/terms.tsv").split(separator: "\n")
        #expect(lines.count > 15)
        for line in lines {
            let parts = line.split(separator: "\t", maxSplits: 1)
            let terms = Tokenizer.terms(of: String(parts[0])).map { "\($0.term):\($0.role)" }.joined(separator: " ")
            #expect(terms == String(parts[1]), "\(parts[0])")
        }
    }

    @Test func longTermsAreCutBetweenCharacters() {
        let terms = Tokenizer.terms(of: String(repeating: "ж", count: 100)).map(\.term)
        #expect(terms == [String(repeating: "ж", count: 20)])
    }

    @Test func wordsMayComeInPieces() {
        var terms: [String] = []
        var tokenizer = Tokenizer()
        for piece in ["con", "nec", "t_me ", "rest"] {
            Array(piece.utf8).withUnsafeBufferPointer {
                tokenizer.read($0) { term, _ in terms.append(String(decoding: term, as: UTF8.self)) }
            }
        }
        tokenizer.end { term, _ in terms.append(String(decoding: term, as: UTF8.self)) }
        #expect(terms == ["connectme", "connect", "me", "rest"])
    }

    @Test func whatIsNoUTF8Separates() {
        var terms: [String] = []
        var tokenizer = Tokenizer()
        [UInt8(ascii: "a"), UInt8(ascii: "b"), 0xFF, UInt8(ascii: "c"), UInt8(ascii: "d"), 0xE4].withUnsafeBufferPointer { bytes in
            tokenizer.read(bytes) { term, _ in terms.append(String(decoding: term, as: UTF8.self)) }
        }
        tokenizer.end { term, _ in terms.append(String(decoding: term, as: UTF8.self)) }
        #expect(terms == ["ab", "cd"])
    }
}

@Suite struct FoldingTests {
    /// Every letter of Latin, Greek and Cyrillic, as the client has to fold it too; `KBGEN_BLESS=1` writes the table anew.
    @Test func lettersAreFoldedAsTheTableSays() throws {
        var table = ""
        for range in [0xC0...0x24F, 0x370...0x3FF, 0x400...0x4FF, 0x1E00...0x1EFF, 0xFF10...0xFF5A] {
            for scalar in range.compactMap({ Unicode.Scalar(UInt32($0)) }) where Folding.kind(scalar) == .letter {
                var folded: [UInt8] = []
                Folding.append(scalar, to: &folded)
                table += "\(scalar)\t\(String(decoding: folded, as: UTF8.self))\n"
            }
        }
        #expect(try blessed("Tests/Search/folding.tsv", table) == table)
    }
}
