import Highlighting
import Testing

@Suite struct HighlighterTests {
    private func tokens(_ code: String, _ language: String) -> [String] {
        let bytes = Array(code.utf8)
        return Highlighter.spans(in: bytes[...], language: language).map {
            "\($0.kind.rawValue):\(String(decoding: bytes[$0.range], as: UTF8.self))"
        }
    }

    @Test func findsKeywordsCommentsStringsAndNumbers() {
        #expect(tokens("let x = 12; // n\n'a\\'b'", "js") == ["k:let", "n:12", "c:// n", "s:'a\\'b'"])
        #expect(tokens("def f(a): return \"\"\"x\ny\"\"\" # c", "Python") == ["k:def", "k:return", "s:\"\"\"x\ny\"\"\"", "c:# c"])
    }

    @Test func findsKeywordsOnlyAsWholeWords() {
        #expect(tokens("lets letter let_ outlet let", "js") == ["k:let"])
    }

    @Test func ignoresTheCaseOfKeywordsWhereTheLanguageDoes() {
        #expect(tokens("SELECT a from B", "sql").prefix(1) == ["k:SELECT"])
        #expect(tokens("SELECT a from B", "sql").contains("k:from"))
    }

    @Test func aHashInsideAWordOfAShellDoesNotBeginAComment() {
        #expect(!tokens("echo a#b", "bash").contains { $0.hasPrefix("c:") })
        #expect(tokens("echo a # b", "bash").last == "c:# b")
    }

    @Test func coloursTheLinesOfADiffByTheirSign() {
        #expect(tokens("+a\n-b\n c\n", "diff") == ["i:+a", "d:-b"])
    }

    @Test func endsUnterminatedTokensWithTheCode() {
        for code in ["\"abc", "/* abc", "`a", "<div a=\"b", "{\"a", "${", "@", "'\\"] {
            for language in ["js", "html", "json", "bash", "yaml", "java", "diff", "css"] {
                let spans = Highlighter.spans(in: Array(code.utf8)[...], language: language)
                #expect(spans.allSatisfy { $0.range.upperBound <= code.utf8.count })
            }
        }
    }

    @Test func coloursNothingInAnUnknownLanguage() { #expect(tokens("let x = 1", "klingon").isEmpty) }

    @Test(
        arguments: [
            ("js", "@Attr const A = `a\nb`", ["a:@Attr", "k:const", "t:A", "s:`a\nb`"]),
            ("bash", "echo \"$HOME\" ${x} # c", ["t:echo", "s:\"$HOME\"", "v:${x}", "c:# c"]),
            ("html", "<a href=\"x\">b</a><!-- c -->", ["k:<a", "a:href", "s:\"x\"", "k:>", "k:</a", "k:>", "c:<!-- c -->"]),
            ("json", #"{"a": [1, "b", true]}"#, [#"a:"a""#, "n:1", #"s:"b""#, "k:true"]),
            ("yaml", "a-b: 'c' # d", ["a:a-b", "s:'c'", "c:# d"]), ("css", "a { color: red }", ["a:color"]),
            ("sql", "'it''s' -- c", ["s:'it'", "s:'s'", "c:-- c"]),
        ] as [(String, String, [String])])
    func knowsTheRulesOfEachFamily(language: String, code: String, expected: [String]) { #expect(tokens(code, language) == expected) }

    @Test(arguments: ["Swift", "c++", "C#", "dockerfile", "yml", "haskell", "hbs"])
    func knowsLanguagesByAllTheirNamesInAnyCase(name: String) { #expect(!tokens("<x a=\"1\"> RUN: case /* */", name).isEmpty) }
}
