import Bytes
import Testing

@Suite struct NearestTests {
    private let names = ["title", "language", "labels"]

    @Test(arguments: [("titel", "title"), ("titl", "title"), ("label", "labels"), ("LANGUAGE", "language"), ("langauge", "language")])
    func findsMisspelledWords(word: String, expected: String) { #expect(names.nearest(to: word) == expected) }

    @Test(arguments: ["redirects", "xyz", ""])
    func findsNothingIfNoWordIsClose(word: String) { #expect(names.nearest(to: word) == nil) }

    @Test func allowsOneErrorInShortWordsTwoInLongerOnesAndAThirdOfLongOnes() {
        #expect(["cat"].nearest(to: "cut") == "cat")
        #expect(["cat"].nearest(to: "cup") == nil)
        #expect(["search"].nearest(to: "saerch") == "search")
        #expect(["search"].nearest(to: "sxxxch") == nil)
        #expect(["configuration"].nearest(to: "konfigurateon") == "configuration")
        #expect(["configuration"].nearest(to: "xxxxxguration") == nil)
    }

    @Test func prefersTheNearestAndThenTheFirst() {
        #expect(["cart", "card"].nearest(to: "care") == "cart")
        #expect(["carts", "card"].nearest(to: "car") == "card")
    }
}
