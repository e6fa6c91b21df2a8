/// The blocks of GitBook that what other programs have becomes.
enum GitBookBlocks {
    /// The style of a hint for the kind of an admonition, by any program's name for it; nil for a kind that is none.
    static func style(of kind: some StringProtocol) -> String? {
        switch kind.lowercased() {
        case "note", "info", "abstract", "summary", "tldr", "important", "question", "help", "faq", "example", "quote", "cite", "seealso",
            "todo",
            "secondary", "aside", "callout":
            "info"
        case "tip", "hint", "success", "check", "done": "success"
        case "warning", "caution", "attention", "warn": "warning"
        case "danger", "error", "failure", "fail", "missing", "bug", "critical": "danger"
        default: nil
        }
    }

    static func hint(_ style: String, title: String?, _ content: [SourceLine], at number: Int) -> [SourceLine] {
        let lines = ["{% hint style=\"\(style)\" %}"] + (title.map { ["**\($0)**", ""] } ?? [])
        return block(lines, content, ["{% endhint %}"], at: number)
    }

    static func details(_ title: String, isOpen: Bool = false, _ content: [SourceLine], at number: Int) -> [SourceLine] {
        block([isOpen ? "<details open>" : "<details>", "", "<summary>\(title)</summary>", ""], content, ["", "</details>"], at: number)
    }

    static func tabs(_ tabs: [(title: String, content: [SourceLine])], at number: Int) -> [SourceLine] {
        let inner = tabs.flatMap { tab in
            block(["{% tab title=\"\(attribute(tab.title))\" %}"], tab.content, ["{% endtab %}"], at: tab.content.first?.number ?? number)
                + [
                    SourceLine(text: "", number: number)
                ]
        }
        return block(["{% tabs %}"], inner, ["{% endtabs %}"], at: number)
    }

    /// A text as the value of a block's attribute.
    static func attribute(_ text: String) -> String { text.replacing("\"", with: "”").replacing("%}", with: "% }") }

    private static func block(_ start: [String], _ content: [SourceLine], _ end: [String], at number: Int) -> [SourceLine] {
        let last = content.last?.number ?? number
        return start.map { SourceLine(text: $0, number: number) } + content.trimmedBlanks + end.map { SourceLine(text: $0, number: last) }
    }

    /// A block among other lines: as far in as it was, with a blank line before and behind it.
    static func placed(_ block: [SourceLine], indent: Int, at number: Int) -> [SourceLine] {
        let blank = [SourceLine(text: "", number: number)]
        return blank + block.indented(by: indent) + blank
    }
}
