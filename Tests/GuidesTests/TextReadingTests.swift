import Testing

@testable import Guides

/// What is seen of texts, in any language.
@Suite struct TextReadingTests {
    private func concepts(_ text: String) -> Set<Concept> {
        let found = TextReading(text).concepts()
        return Set(Concept.allCases.filter { found.contains($0) })
    }

    @Test(arguments: [
        ("The printer does not print", Concept.fault), ("Possible causes", .cause), ("Der Drucker druckt nicht", .fault),
        ("Mögliche Ursachen", .cause),
        ("L'application ne démarre pas", .fault), ("La aplicación no se inicia", .fault), ("A impressora não imprime", .fault),
        ("La stampante non stampa", .fault), ("De printer werkt niet", .fault), ("Drukarka nie drukuje", .fault),
        ("Принтер не печатает", .fault),
        ("Принтер не друкує", .fault), ("打印机无法打印", .fault), ("可能的原因", .cause), ("印刷できない場合", .fault), ("原因と対処", .cause),
        ("인쇄가 되지 않습니다", .fault),
        ("원인", .cause), ("Right-click the icon", .instruction), ("Контакты поддержки: свяжитесь", .contact), ("若仍然失败，请联系客服", .contact),
    ]) func wordsOfAllLanguagesAreKnown(text: String, concept: Concept) { #expect(concepts(text).contains(concept), "\(concepts(text))") }

    @Test func theFirstWordIsWhatATextBeginsWith() {
        #expect(TextReading("Restart the error log").firstConcepts.contains(.instruction))
        #expect(!TextReading("Restart the error log").firstConcepts.contains(.fault))
        #expect(TextReading("重启服务").firstConcepts.contains(.instruction))
    }

    @Test func numbersAreAlikeAndScriptsWithoutSpacesAreReadInPairs() {
        #expect(TextReading("Error 17").tokens.map(\.hash) == TextReading("error 404").tokens.map(\.hash))
        #expect(TextReading("打印机").tokens.count == 2)
        #expect(TextReading("installations").tokens[0].stem == TextReading("installing").tokens[0].stem)
        #expect(TextReading("").tokens.isEmpty)
    }

    @Test func aTitleOfOneConceptIsPure() {
        for (title, concept) in [
            ("Possible cause 2", Concept.cause), ("The most likely cause", .cause), ("Contact support", .contact), ("Die Lösung", .fix),
            ("解决方案", .fix),
        ] {
            #expect(TextReading(title).namedConcepts.contains(concept), "\(title)")
        }
        #expect(TextReading("The cause of the long delay in the queue").namedConcepts == 0)
        #expect(TextReading("Possible cause 2").pureConcepts.contains(.cause))
        #expect(TextReading("The most likely cause").pureConcepts == 0)
    }

    // MARK: Forms

    @Test(
        arguments: [
            ("2. Cable", 2, true, false), ("Step 3: Restart", 3, true, false), ("Option B — by hand", 2, true, true),
            ("步骤 1：重启", 1, true, false),
            ("a) Cable", 1, true, false), ("404 errors", nil, false, false), ("Options", nil, false, false),
            ("Método 2: manual", 2, true, true), ("2.1. Cable", nil, false, false), ("F.2. Cable", nil, false, false),
        ] as [(String, Int?, Bool, Bool)]) func theNumberOfATitle(text: String, value: Int?, isNumber: Bool, isOption: Bool)
    {
        let number = LeadingNumber(text)
        #expect((number.isNumber ? number.value : nil) == value && number.isNumber == isNumber)
        #expect(!isNumber || number.isOption == isOption)
    }

    @Test(arguments: [
        "0x80070005", "ENOENT", "ORA-00942", "NullPointerException", "HTTP 502", "ERR_CONNECTION", "error MAX_SIZE_REACHED", "10061",
    ])
    func namesOfErrors(text: String) { #expect(ErrorMark.occurs(in: text)) }

    @Test(arguments: ["Errors", "Version 12", "USB cable", "Windows 11", "The end"]) func otherNames(text: String) {
        #expect(!ErrorMark.occurs(in: text))
    }

    @Test func quotes() {
        for text in ["It says “no”", "It says \"not found\"", "Shows 'cannot open' again", "「エラー」"] { #expect(TextShape.hasQuote(text)) }
        for text in ["It doesn't say", "5\" screen", "rock 'n' roll"] { #expect(!TextShape.hasQuote(text)) }
    }

    @Test func sentences() {
        #expect("Restart it now, please. Then wait.".firstSentence == "Restart it now, please.")
        #expect("Use v1.2 of it. And wait.".sentences.count == 2)
        #expect("再起動してください。次に待ちます。".sentences.count == 2)
    }
}
