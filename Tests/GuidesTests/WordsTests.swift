import Testing

@testable import Guides

@Suite struct WordsTests {
    @Test func splitsATextIntoWordsAndPunctuation() {
        #expect(
            Words("Don’t re-enter “v1.2”: Setup → Users – 90% done…").all.map(\.text) == [
                "don't", "re-enter", "v1.2", ":", "setup", "→", "users", "–", "90", "%", "done",
            ])
    }

    @Test func splitsATextIntoSentences() {
        #expect(Words("One, e.g. this. Two!").sentences.map { $0.joinedText } == ["one , e.g . this", "two"])
    }

    @Test(
        arguments: [
            ("2. Verify it", 2, 2), ("Step 2: Do it", 2, 3), ("Solution #3 - Try it", 3, 3), ("Option B — by hand", 2, 3),
            ("404 errors", nil, 0), ("3 ways to fix it", nil, 0), ("Step by step", nil, 0), ("(1) First", 1, 3),
        ] as [(String, Int?, Int)])
    func readsTheNumberOfATitle(title: String, number: Int?, length: Int) {
        let (enumerator, readLength) = Enumerator.read(Words(title), .english)
        #expect(enumerator?.number == number && (enumerator == nil || readLength == length))
    }
}

@Suite struct PatternTests {
    private let patterns = PatternSet("^how to fix/solve ?the problem$, if .. persists, crash*")

    @Test(arguments: ["How to solve problem", "How to fix the problem:", "Well, if the same error persists", "It crashed"])
    func matchesAlternativesOptionalWordsGapsAndStems(text: String) { #expect(patterns.matches(Words(text))) }

    @Test(arguments: ["How to fix the problem now", "If it works. It persists", "Say how to fix the problem", "persists"])
    func respectsAnchorsAndSentences(text: String) { #expect(!patterns.matches(Words(text))) }

    @Test(arguments: ["error", "Crashes", "it FAILS", "won't", "don’t", "zażółć error"])
    func filterPassesEveryTextThatMatches(text: String) {
        let faults = LanguagePack.english.faults
        #expect(faults.matches(Words(text)))
        #expect(faults.filter.mayMatch(text))
    }
}
