import Highlighting
import Testing

@Suite struct HighlighterTests {
    private func parts(_ code: String, _ language: String) -> [String] {
        let bytes = Array(code.utf8)
        return Highlighter.spans(in: bytes[...], language: language).map {
            "\($0.kind.rawValue):\(String(decoding: bytes[$0.range], as: UTF8.self))"
        }
    }

    @Test func wordsCommentsStringsAndNumbersAreTold() {
        #expect(parts("let x = 12; // n\n'a\\'b'", "js") == ["k:let", "n:12", "c:// n", "s:'a\\'b'"])
        #expect(parts("def f(a): return \"\"\"x\ny\"\"\" # c", "Python") == ["k:def", "k:return", "s:\"\"\"x\ny\"\"\"", "c:# c"])
    }

    @Test func aWordIsAKeywordAsAWholeOnly() {
        #expect(parts("lets letter let_ outlet let", "js") == ["k:let"])
    }

    @Test func languagesWithoutCaseFindKeywordsInAny() {
        #expect(parts("SELECT a from B", "sql").prefix(1) == ["k:SELECT"])
        #expect(parts("SELECT a from B", "sql").contains("k:from"))
    }

    @Test func aShellsHashWithinAWordIsNoComment() {
        #expect(!parts("echo a#b", "bash").contains { $0.hasPrefix("c:") })
        #expect(parts("echo a # b", "bash").last == "c:# b")
    }

    @Test func linesOfADifferenceAreMarkedByTheirSign() {
        #expect(parts("+a\n-b\n c\n", "diff") == ["i:+a", "d:-b"])
    }

    @Test func whatIsCutOffEndsAtTheEnd() {
        for code in ["\"abc", "/* abc", "`a", "<div a=\"b", "{\"a", "${", "@", "'\\"] {
            for language in ["js", "html", "json", "bash", "yaml", "java", "diff", "css"] {
                let spans = Highlighter.spans(in: Array(code.utf8)[...], language: language)
                #expect(spans.allSatisfy { $0.range.upperBound <= code.utf8.count })
            }
        }
    }

    @Test func ofALanguageThatNobodyKnowsNothingIsMarked() { #expect(parts("let x = 1", "klingon").isEmpty) }
}
