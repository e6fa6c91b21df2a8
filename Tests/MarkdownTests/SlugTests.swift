import Testing

@testable import Markdown

@Suite struct SlugTests {
    @Test(arguments: [
        ("Simple words", "simple-words"), ("R&D", "randd"), ("a < b", "a-less-than-b"), ("Cost: $5", "cost-usd5"),
        ("The player's", "the-players"),
        ("site’s", "sites"), ("Über café", "uber-cafe"), ("2. Sign and pass…", "id-2.-sign-and-pass..."), ("destination.", "destination."),
        ("a/b (c) – d", "a-b-c-d"), ("snake_case+x", "snake_case+x"), ("🚀 Launch", "launch"), ("❤️ Love", "love"), ("引用與歸屬", "引用與歸屬"),
        ("Привет, мир", "привет-мир"), ("  - x -  ", "x"), ("🚀", ""), ("straße Øre", "strasse-ore"),
    ]) func followsGitBook(text: String, slug: String) { #expect(Slug.gitBook(text) == slug) }

    @Test(arguments: [
        ("R & D: v1.2 (x)", "r--d-v12-x"), ("snake_case", "snake_case"), ("Über uns", "über-uns"), ("🚀 Launch", "-launch"),
    ]) func followsGitHub(text: String, slug: String) { #expect(Slug.gitHub(text) == slug) }

    @Test(arguments: [("2. HTML v1.2", "2-html-v1-2"), ("a_b", "a-b"), ("end.", "end")])
    func followsGitBookOf2018(text: String, slug: String) { #expect(Slug.legacy(text) == slug) }

    @Test func tolerantKeysIgnoreSeparatorsAndID() {
        #expect(Slug.tolerantKey("id-2.-HTML_v1") == Slug.tolerantKey("2-html-v1"))
        #expect(Slug.tolerantKey("id-2.-HTML_v1") == "2htmlv1")
    }
}
