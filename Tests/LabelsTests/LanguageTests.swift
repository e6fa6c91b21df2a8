import Testing

@testable import Labels

@Suite struct LanguageTests {
    private static func placeholders(_ text: String) -> [Substring] { text.matches(of: /\{\w+\}/).map(\.output).sorted() }

    @Test(arguments: Labels.languages) func everyTextIsThereWithItsPlaceholders(tag: String) throws {
        let texts = try #require(Labels.texts(in: tag))
        #expect(Set(texts.keys) == Set(Labels.english.map(\.key)))
        for (key, english) in Labels.english {
            let text = texts[key] ?? ""
            #expect(!text.isEmpty && text == String(text.trimmingPrefix(" ")), "\(key)")
            #expect(Self.placeholders(text) == Self.placeholders(english), "\(key)")
            // Directional marks would turn round what stands beside the text.
            #expect(
                !text.unicodeScalars.contains { (0x200E...0x200F).contains($0.value) || (0x202A...0x202E).contains($0.value) }, "\(key)")
        }
        #expect(texts["months"]?.split(separator: " ").count == 12)
    }

    @Test(arguments: [
        ("de-AT", "Suche"), ("pt-BR", "Pesquisar"), ("zh-TW", "搜尋"), ("zh-Hant-HK", "搜尋"), ("zh-CN", "搜索"), ("zh", "搜索"), ("en-GB", nil),
        ("cs", nil),
    ]) func aTagFindsItsTexts(tag: String, search: String?) { #expect(Labels.texts(in: tag)?["search"] == search) }
}
