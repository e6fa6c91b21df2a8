import Bytes

/// Recognises what other generators and this one write differently. It is shown as text; each kind is told once a page, with what to write.
struct ForeignSyntax {
    private enum Kind {
        case colons, exclamations, questions, equals, module, component, include, shortcode
    }

    private var told: Set<Kind> = []

    /// The problem with a line; nil for most.
    mutating func problem(_ line: SourceLine, in text: [UInt8]) -> SourceProblem? {
        let start = line.content
        guard let kind = Self.kind(text[start..<line.range.upperBound]), told.insert(kind).inserted else { return nil }
        let (message, help) = Self.texts(kind)
        return SourceProblem(.syntaxForeign, start, message, help)
    }

    private static func kind(_ line: ArraySlice<UInt8>) -> Kind? {
        switch line.first {
        case .colon: return line.starts(with: ":::".utf8) ? .colons : nil
        case .exclamation: return line.starts(with: "!!! ".utf8) ? .exclamations : nil
        case .question: return line.starts(with: "??? ".utf8) || line.starts(with: "???+ ".utf8) ? .questions : nil
        case .equals: return line.starts(with: "=== \"".utf8) || line.starts(with: "=== '".utf8) ? .equals : nil
        case UInt8(ascii: "i"), UInt8(ascii: "e"): return isModule(line) ? .module : nil
        case .lessThan: return isComponent(line.dropFirst()) ? .component : nil
        case .openBrace:
            if line.starts(with: "{{#".utf8) { return .include }
            return line.starts(with: "{{<".utf8) || line.starts(with: "{{%".utf8) ? .shortcode : nil
        default: return nil
        }
    }

    /// `import X from 'y'` and `export const x = …` of MDX.
    private static func isModule(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.starts(with: "import ".utf8) || line.starts(with: "export ".utf8) else { return false }
        let text = String(decoding: line, as: UTF8.self).trimmed
        if text.hasPrefix("export ") { return ["const", "default", "function"].contains { text.hasPrefix("export \($0) ") } }
        let end = text.hasSuffix(";") ? String(text.dropLast()) : text
        guard let last = end.last, last == "'" || last == "\"" else { return false }
        return text.contains(" from ") || text.hasPrefix("import \"") || text.hasPrefix("import '")
    }

    /// A tag that begins with a capital, such as `<Tabs>`.
    private static func isComponent(_ line: ArraySlice<UInt8>) -> Bool {
        let name = line.prefix(while: \.isASCIIAlphanumeric)
        guard let first = name.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else { return false }
        return components.contains(String(decoding: name, as: UTF8.self))
    }

    private static let components: Set<String> = [
        "Tabs", "TabItem", "Tab", "TabPanel", "Card", "Cards", "CardGroup", "CardGrid", "LinkCard", "Note", "Tip", "Info", "Warning",
        "Danger",
        "Caution", "Check", "Callout", "Aside", "Admonition", "Steps", "Step", "Accordion", "AccordionGroup", "Details", "Expandable",
        "CodeBlock",
        "CodeGroup", "Frame", "Columns", "Column", "Badge", "Icon", "FileTree", "ParamField", "ResponseField", "Tooltip", "Update",
        "Snippet",
        "Button", "Image", "Video", "Link",
    ]

    private static func texts(_ kind: Kind) -> (message: String, help: String) {
        let hint = "write {% hint style=\"info\" %} before the text and {% endhint %} behind it"
        switch kind {
        case .colons: return ("“:::” is how Docusaurus and VitePress mark a hint; it is shown as text here", hint)
        case .exclamations: return ("“!!!” is how MkDocs marks a hint; it is shown as text here", hint)
        case .questions:
            return (
                "“???” is how MkDocs marks what can be expanded; it is shown as text here",
                "write <details><summary>Title</summary> and </details>"
            )
        case .equals:
            return (
                "“===” is how MkDocs marks tabs; it is shown as text here",
                "write {% tabs %}, {% tab title=\"…\" %} … {% endtab %}, {% endtabs %}"
            )
        case .module: return ("this is a statement of MDX, which runs scripts; it is shown as text here", "take it out")
        case .component:
            return (
                "this is a component of MDX; its tags are shown as text here",
                "write GitBook's block for it, such as {% tabs %}, {% hint %} or {% stepper %}"
            )
        case .include: return ("this is how mdBook includes a file; it is shown as text here", "write {% include \"path/to/file.md\" %}")
        case .shortcode:
            return (
                "this is a shortcode of Hugo's; it is shown as text here", "write GitBook's block for it, such as {% hint %} or {% embed %}"
            )
        }
    }
}
