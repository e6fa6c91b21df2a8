import Testing

@testable import Search

@Suite struct StemmerTests {
    @Test(arguments: [
        ["connect", "connects", "connected", "connecting", "connection", "connections"],
        ["configure", "configured", "configuration", "configurations"],
        ["install", "installing", "installation", "installed"], ["authenticate", "authentication", "authenticated"],
        ["policy", "policies"],
        ["delete", "deleted", "deleting", "deletion"], ["create", "creating", "creation", "created"],
        ["update", "updates", "updating", "updated"],
        ["setting", "settings", "set", "sets"], ["document", "documents", "documentation"], ["deploy", "deployment", "deployed"],
        ["access", "accesses", "accessing"],
        ["query", "queries"], ["apply", "applied", "applies"], ["organize", "organization", "organisation"],
    ])
    func givesAllFormsOfAWordOneStem(_ forms: [String]) {
        #expect(Set(forms.map { Stemmer.stem($0) }).count == 1, "\(forms.map { Stemmer.stem($0) })")
    }

    @Test func keepsDifferentWordsApart() {
        for (left, right) in [
            ("author", "authorize"), ("string", "strange"), ("status", "state"), ("key", "keen"), ("need", "nee"),
            ("universe", "university"),
        ] {
            #expect(Stemmer.stem(left) != Stemmer.stem(right))
        }
    }

    @Test func leavesOtherTermsUnchanged() {
        for word in ["v2ing", "größe", "資料", "abc_ed", "ing", ""] { #expect(Stemmer.stem(word) == word) }
    }
}
