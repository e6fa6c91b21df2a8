import Bytes
import Testing

@Suite struct ReplacingTests {
    @Test(arguments: [("aXbX", "a-b-"), ("XX", "--"), ("", ""), ("none", "none")])
    func replacesEveryOccurrence(string: String, expected: String) { #expect(string.replacing("X", with: "-") == expected) }

    @Test func comparesBytesSoThatALineFeedAfterACarriageReturnIsFound() {
        #expect("a\r\nb".replacing("\n", with: "") == "a\rb")
    }

    @Test func leavesTheStringAsItIsIfThereIsNothingToFind() { #expect("abc".replacing("", with: "-") == "abc") }
}
