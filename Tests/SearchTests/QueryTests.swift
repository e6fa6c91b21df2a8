import Testing

@testable import Search

@Suite struct QueryTests {
    @Test func linksComponentsToTheirCompound() {
        let query = Query("find OAuthError")
        #expect(query.words.map(\.term) == ["find", "oautherror", "oauth", "error"])
        #expect(query.words.map(\.compound) == [nil, nil, 1, 1])
    }

    @Test func onlyTheLastWordMayContinue() {
        #expect(Query("install prog").words.map(\.mayContinue) == [false, true])
        #expect(Query("install prog ").words.map(\.mayContinue) == [false, false])
    }

    @Test func findsQuotedPhrases() {
        #expect(Query("how “set up” \"one\" „two words").phrases == [["set", "up"], ["two", "words"]])
        #expect(Query("a long message that has some \"quoted text\" of its own").phrases.isEmpty)
    }

    @Test(arguments: [
        ("how do I delete rooms", true, true), ("delete room", false, false), ("delete room?", true, false),
        ("TokenError: invalid grant", true, false), ("E1234", true, false),
    ])
    func recognizesKindsOfQueries(_ text: String, asksForHelp: Bool, isNaturalLanguage: Bool) {
        let query = Query(text)
        #expect(query.asksForHelp == asksForHelp)
        #expect(query.isNaturalLanguage == isNaturalLanguage)
    }

    @Test(arguments: [
        ("42", true), ("1.2.3", true), ("8f3a77bc", true), ("a1b", false), ("12345x", true), ("0x80070005", false), ("token", false),
    ])
    func recognizesNumbersAndIDs(_ term: String, isVariable: Bool) { #expect(Query.isVariable(term) == isVariable) }

    @Test func dropsMinorWordsOfALongQueryFirst() {
        let words = (0..<24).map { "word\(Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8($0))))" }
        let query = Query((["the", "4711"] + words).joined(separator: " "))
        #expect(query.words.map(\.term) == words)
    }

    @Test func pairsAdjacentStemsWithoutStopWords() {
        #expect(Query("setting the clock").pairs == ["set clock"])
    }

    @Test(arguments: [
        ("clock", "clock", 0), ("clok", "clock", 1), ("clcok", "clock", 1), ("block", "clock", 1), ("clocks", "clok", 2),
        ("clk", "clock", 2),
        ("lock", "clocks", 2),
    ])
    func countsEdits(_ left: String, _ right: String, distance: Int) {
        let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
        #expect(EditDistance.distance(left, right, limit: 2) == distance)
        if distance > 0 { #expect(EditDistance.distance(left, right, limit: distance - 1) == nil) }
    }

    @Test func expandsWordsWithTheSynonymsThatASiteHas() {
        let lines = Synonyms.lines(indexedTerms: ["delet", "purge"])
        #expect(lines == ["delete purge | remove erase wipe clear discard drop trash"])
        let table = Synonyms.table(lines)
        #expect(table[Stemmer.stem("erase")] == ["delete", "purge"])
        #expect(table[Stemmer.stem("delete")] == ["purge"])
    }

    // MARK: Pasted texts

    private static let message = "TokenError: invalid_grant: token of user 991 has expired"

    @Test(arguments: [
        "Traceback (most recent call last):\n  File \"/srv/app/main.py\", line 41, in <module>\n    run(load_settings())\n\(message)",
        "\(message)\n\tat com.example.Shop.open(Shop.java:12)\n\tat java.base/java.lang.Thread.run(Thread.java:840)\n\t... 3 more\n",
        "\(message)\n    at open (/srv/shop.js:12:3)\n    at /srv/shop.js:14:9",
        "2031-11-12 23:59:57,001 INFO [main] started on port 8080\n\(message)\n2031-11-12 23:59:59,000 DEBUG [pool] closed",
    ])
    func theMessageOfAPastedTextIsKept(text: String) {
        #expect(PastedText.essence(of: text) == Self.message)
    }

    @Test func shortTextsAreReadAsTheyAre() {
        #expect(PastedText.essence(of: "open /srv/app/data/x.db") == "open /srv/app/data/x.db")
        #expect(PastedText.essence(of: "1 2 3 4 5 6 7 8 9") == "1 2 3 4 5 6 7 8 9")
    }

    @Test func whatAServerAnsweredIsNoVariable() {
        let words = Query("the upload fails with HTTP 502 after 30 seconds each time").words
        #expect(words.first { $0.term == "502" }?.isVariable == false)
        #expect(words.first { $0.term == "30" }?.isVariable == true)
    }
}
