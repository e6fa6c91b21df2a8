import Testing

@testable import Guides

/// What of an article may be a title or a step.
@Suite struct ReadingOrderTests {
    private func passages(_ text: String) -> [String] {
        ReadingOrder(document(text)).passages.filter(\.isCandidate).map {
            "\($0.line) \($0.source.rawValue) \($0.title)\($0.lead.map { $0.rest.isEmpty ? "" : " | " + $0.rest } ?? "")"
        }
    }

    @Test func aParagraphIsCutWhereALineBeginsAnew() {
        #expect(
            passages("If it says:\n**Blocked**\nrestart it.\n\n**Fix:**\\\nPull it.\nAnd wait.\n\nOne\ntwo.") == [
                "1 paragraph If it says:", "2 bold Blocked", "3 paragraph restart it.", "5 bold Fix:", "6 paragraph Pull it. And wait.",
                "9 paragraph One two.",
            ])
    }

    @Test func whatIsBoldAtTheBeginningIsALead() {
        #expect(
            passages("**If it is red:** press it.\n\n**Cause**: the cable\n\n**Whole**\n\nNot **bold** first\n\n- **Dark** — press `x`")
                == [
                    "1 lead If it is red: | press it.", "3 lead Cause: | the cable", "5 bold Whole", "7 paragraph Not bold first",
                    "9 listItem Dark | — press x",
                ])
    }

    @Test func containersAreKept() throws {
        let text = """
            # A

            <details>

            <summary>S</summary>

            text

            </details>

            {% hint style="info" %}
            note
            {% endhint %}

            {% tabs %}
            {% tab title="T" %}
            1. one
               - two

            {% endtab %}
            {% endtabs %}

            | Symptom | Fix |
            | --- | --- |
            | Dark | Press |
            """
        let passages = ReadingOrder(document(text)).passages
        func passage(_ text: String) throws -> Passage { try #require(passages.first { $0.text == text }) }
        #expect(try passage("text").disclosures == [1] && passage("S").kind == .summary)
        #expect(try passage("note").isInHint && passage("one").isInTab && passage("one").isOrdered)
        #expect(try passage("two").depth == 2 && passage("two").item.map { passages[$0].text } == "one")
        #expect(try passage("Dark").cells == ["Dark", "Press"] && passage("Dark").headers == ["Symptom", "Fix"])
    }

    @Test func titlesNestByTheirLevels() throws {
        let article = Article(ReadingOrder(document("# A\n\n## B\n\n**C**\n\n1. d\n\n## E\n")).passages, document(""))
        let titles = article.candidates.indices.map { article.passage($0).title }
        func parent(_ title: String) throws -> String? {
            try article.links[#require(titles.firstIndex(of: title))].parent.map { titles[$0] }
        }
        #expect(try parent("B") == "A" && parent("C") == "B" && parent("d") == "C" && parent("E") == "A")
        #expect(article.group(below: titles.firstIndex(of: "A")).titles.map { titles[$0] } == ["B", "E"])
    }
}
