import Checks
import Testing

@Suite struct LineDiffTests {
    private func diff(_ before: String, _ after: String, path: String = "a.md") -> String {
        String(decoding: LineDiff(path: path, Array(before.utf8), Array(after.utf8)).text, as: UTF8.self)
    }

    /// The numbers from 1 to `count` on lines of their own, those of `changed` with an exclamation mark.
    private func lines(_ count: Int, changed: Set<Int> = []) -> String {
        (1...count).map { "\($0)\(changed.contains($0) ? "!" : "")\n" }.joined()
    }

    @Test func equalTextsHaveNoDiff() {
        #expect(diff("a\nb\n", "a\nb\n") == "")
        #expect(diff("", "") == "")
    }

    @Test func showsAChangedLineWithItsContext() {
        #expect(
            diff(lines(9), lines(9, changed: [5])) == """
                --- a/a.md
                +++ b/a.md
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +5!
                 6
                 7
                 8

                """)
    }

    @Test func linesMayComeAndGo() {
        #expect(diff("a\nb\n", "a\nx\ny\nb\n") == "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,4 @@\n a\n+x\n+y\n b\n")
        #expect(diff("a\n", "a\nb\n") == "--- a/a.md\n+++ b/a.md\n@@ -1,1 +1,2 @@\n a\n+b\n")
        #expect(diff("", "a\n") == "--- a/a.md\n+++ b/a.md\n@@ -0,0 +1,1 @@\n+a\n")
        #expect(diff("1\n2\n3\n4\n5\n6\n", "1\n2\n3\n4\n5\n") == "--- a/a.md\n+++ b/a.md\n@@ -3,4 +3,3 @@\n 3\n 4\n 5\n-6\n")
    }

    @Test func theContextEndsWithTheFile() {
        #expect(diff("a\nb\n", "A\nb\n") == "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n-a\n+A\n b\n")
    }

    @Test func putsTheOldLinesOfAGroupBeforeTheNewOnes() {
        #expect(diff("a\nb\n", "A\nB\n").hasSuffix("@@ -1,2 +1,2 @@\n-a\n-b\n+A\n+B\n"))
    }

    @Test(arguments: [
        ([5, 11], ["@@ -2,13 +2,13 @@"]), ([5, 12], ["@@ -2,14 +2,14 @@"]), ([5, 13], ["@@ -2,7 +2,7 @@", "@@ -10,7 +10,7 @@"]),
    ]) func joinsHunksWhoseContextTouches(changed: [Int], headers: [String]) {
        let text = diff(lines(20), lines(20, changed: Set(changed)))
        #expect(text.split(separator: "\n").filter { $0.hasPrefix("@@") }.map(String.init) == headers)
    }

    @Test func marksAMissingLineFeedAtTheEnd() {
        #expect(
            diff("a\nb", "a\nB").hasSuffix("@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+B\n\\ No newline at end of file\n"))
        #expect(diff("a\nb", "A\nb").hasSuffix("-a\n+A\n b\n\\ No newline at end of file\n"))
    }

    @Test func keepsCarriageReturns() { #expect(diff("a\r\n", "b\r\n").hasSuffix("-a\r\n+b\r\n")) }

    @Test func aPathWithSpacesEndsWithATab() {
        #expect(diff("a\n", "b\n", path: "my page.md").hasPrefix("--- a/my page.md\t\n+++ b/my page.md\t\n"))
    }

    @Test func anAbsolutePathHasNoDoubleSlash() {
        #expect(diff("a\n", "b\n", path: "/docs/a.md").hasPrefix("--- a/docs/a.md\n+++ b/docs/a.md\n"))
    }
}
