import Bytes

/// Recognises what other generators and this one write differently. It is shown as text; each kind is told once a page, with what to write.
struct ForeignSyntax {
    private enum Kind {
        case colons, exclamations, questions, equals, module, component, include, shortcode
        case contents, attributes, directive, fencedDirective, wikiLink, alert, docsify, macro
    }

    private var told: Set<Kind> = []

    /// The problem with a line; nil for most.
    /// - Parameter firstBracket: the offset of the first `[`; the line's end or more if it has none.
    mutating func problem(_ line: SourceLine, in text: [UInt8], firstBracket: Int) -> SourceProblem? {
        let start = line.content
        let content = text[start..<line.range.upperBound]
        if let kind = Self.kind(content, line), let problem = problem(kind, at: start) { return problem }
        guard firstBracket < line.range.upperBound else { return nil }
        return wikiLink(content, from: firstBracket).flatMap { problem(.wikiLink, at: $0) }
    }

    /// The problem with a line that opens fenced code: ```` ```{note} ````.
    mutating func problem(withFence line: SourceLine, in text: [UInt8]) -> SourceProblem? {
        let info = text[line.content..<line.range.upperBound].drop { $0 == .backtick || $0 == .tilde }
        guard info.first == .openBrace, info.dropFirst().first?.isASCIILetter == true else { return nil }
        let name = info.dropFirst().prefix { $0.isASCIIAlphanumeric || $0 == .hyphen }
        guard Self.directives.contains(String(decoding: name, as: UTF8.self)) else { return nil }
        return problem(.fencedDirective, at: line.content)
    }

    private mutating func problem(_ kind: Kind, at offset: Int) -> SourceProblem? {
        guard told.insert(kind).inserted else { return nil }
        let (message, help) = Self.texts(kind)
        return SourceProblem(.syntaxForeign, offset, message, help)
    }

    private static let directives: Set<String> = [
        "note", "tip", "hint", "important", "warning", "caution", "danger", "attention", "error", "seealso", "admonition", "toctree",
        "figure", "image", "include", "literalinclude", "tab-set", "tab-item", "dropdown", "card", "grid", "code-block", "contents",
    ]

    /// The offset of a link such as `[[Page]]`; nil if the line has none.
    private func wikiLink(_ line: ArraySlice<UInt8>, from start: Int) -> Int? {
        guard !told.contains(.wikiLink), let open = line.firstRange(of: "[[", from: start),
            line[..<open].count(where: { $0 == .backtick }) % 2 == 0
        else { return nil }
        let name = line[(open + 2)...].prefix { $0 != .closeBracket && $0 != .lineFeed }
        let isClosed =
            line[name.endIndex...].starts(with: "]]".utf8) && line.dropFirst(name.endIndex + 2 - line.startIndex).first != .openParen
        guard isClosed, let first = name.first, first.isASCIILetter || first >= 0x80, !name.contains(where: { ",\"'[$=".utf8.contains($0) })
        else { return nil }
        return open
    }

    private static func kind(_ line: ArraySlice<UInt8>, _ place: SourceLine) -> Kind? {
        switch line.first {
        case .colon: return line.starts(with: ":::".utf8) ? .colons : nil
        case .exclamation:
            if line.starts(with: "!> ".utf8) { return .docsify }
            return line.starts(with: "!!! ".utf8) && isAdmonition(line.dropFirst(4)) ? .exclamations : nil
        case .question:
            if line.starts(with: "?> ".utf8) { return .docsify }
            let rest = line.dropFirst(line.starts(with: "???+ ".utf8) ? 5 : 4)
            return (line.starts(with: "??? ".utf8) || line.starts(with: "???+ ".utf8)) && isAdmonition(rest) ? .questions : nil
        case .openBracket: return bracket(line, place)
        case .dot: return isDirective(line) ? .directive : nil
        case .equals: return line.starts(with: "=== \"".utf8) || line.starts(with: "=== '".utf8) ? .equals : nil
        case UInt8(ascii: "i"), UInt8(ascii: "e"): return isModule(line) ? .module : nil
        case .lessThan: return isComponent(line.dropFirst()) ? .component : nil
        case .openBrace:
            if line.starts(with: "{: ".utf8) || line.starts(with: "{:.".utf8) || line.starts(with: "{:#".utf8) { return .attributes }
            if line.starts(with: "{:toc".utf8) { return .contents }
            if line.dropFirst().first?.isASCIILetter == true { return isMacro(line.dropFirst()) ? .macro : nil }
            if line.starts(with: "{{#".utf8) { return .include }
            return line.starts(with: "{{<".utf8) || line.starts(with: "{{%".utf8) ? .shortcode : nil
        default: return nil
        }
    }

    /// What follows the mark of an admonition: a word, and a title in quotes where there is one.
    private static func isAdmonition(_ rest: ArraySlice<UInt8>) -> Bool {
        let words = String(decoding: rest, as: UTF8.self).trimmed
        let kind = words.prefix { $0.isLetter || $0 == "-" }
        let title = words.dropFirst(kind.count).drop { $0.isWhitespace || $0.isLetter || $0 == "-" }
        return !kind.isEmpty && (kind.count == words.count || title.first == "\"" && title.last == "\"" && title.count > 1)
    }

    /// `[TOC]`, `[[toc]]`, and alerts that are not as GitHub has them.
    private static func bracket(_ line: ArraySlice<UInt8>, _ place: SourceLine) -> Kind? {
        let text = String(decoding: line.prefix(80), as: UTF8.self).trimmed
        if ["[toc]", "[[toc]]", "[[_toc_]]"].contains(text.lowercased()) { return .contents }
        guard text.hasPrefix("[!"), let close = text.firstIndex(of: "]") else { return nil }
        let name = text[text.index(text.startIndex, offsetBy: 2)..<close]
        guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0 == "-" }), !text[close...].hasPrefix("](") else { return nil }
        let isGitHubs = ["note", "tip", "important", "warning", "caution"].contains(name.lowercased())
        return place.isQuoted && isGitHubs && text.last == "]" ? nil : .alert
    }

    /// `.. note::` of reStructuredText.
    private static func isDirective(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.starts(with: ".. ".utf8) else { return false }
        let name = line.dropFirst(3).prefix { $0.isASCIIAlphanumeric || $0 == .hyphen || $0 == .underscore }
        return !name.isEmpty && line[name.endIndex...].starts(with: "::".utf8)
    }

    /// `{info}` and `{code:java}` of Confluence, alone on a line. The brace has been read.
    private static func isMacro(_ line: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: line.prefix(80), as: UTF8.self).trimmed
        guard text.last == "}" else { return false }
        let name = text.prefix { $0.isLetter }
        return ["info", "note", "tip", "warning", "panel", "code", "noformat", "toc", "expand", "quote", "color"].contains(String(name))
            && (text.dropFirst(name.count).first == ":" || text.count == name.count + 1)
    }

    /// `import X from 'y'` and `export const x = …` of MDX.
    private static func isModule(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.starts(with: "import ".utf8) || line.starts(with: "export ".utf8) else { return false }
        let text = String(decoding: line, as: UTF8.self).trimmed
        if text.hasPrefix("export ") { return ["const", "default", "function"].contains { text.hasPrefix("export \($0) ") } }
        let end = text.hasSuffix(";") ? String(text.dropLast()) : text
        guard let last = end.last, last == "'" || last == "\"" else { return false }
        let isFile = end.contains("./") || [".css", ".js", ".mdx", ".md", ".ts"].contains { end.dropLast().hasSuffix($0) }
        return text.contains(" from ") || isFile && (text.hasPrefix("import \"") || text.hasPrefix("import '"))
    }

    /// A tag that begins with a capital, such as `<Tabs>`.
    private static func isComponent(_ line: ArraySlice<UInt8>) -> Bool {
        let name = line.prefix(while: \.isASCIIAlphanumeric)
        guard let first = name.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else { return false }
        return components.contains(String(decoding: name, as: UTF8.self))
    }

    private static let components: Set<String> = [
        "Tabs", "TabItem", "Tab", "TabPanel", "Card", "Cards", "CardGroup", "CardGrid", "LinkCard", "Note", "Tip", "Info", "Warning",
        "Danger", "Caution", "Check", "Callout", "Aside", "Admonition", "Steps", "Step", "Accordion", "AccordionGroup", "Details",
        "Expandable", "CodeBlock", "CodeGroup", "Frame", "Columns", "Column", "Badge", "Icon", "FileTree", "ParamField", "ResponseField",
        "Tooltip", "Update", "Snippet", "Button", "Image", "Video", "Link",
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
        case .contents:
            return (
                "this is how other generators list a page's headings; it is shown as text here",
                "take it out; the headings are listed beside each page"
            )
        case .attributes:
            return ("“{: …}” is how kramdown sets attributes; it is shown as text here", "take it out")
        case .directive:
            return ("“.. name::” is a directive of reStructuredText; it is shown as text here", hint)
        case .fencedDirective:
            return ("“{name}” is a directive of MyST; what is in it is shown as code here", hint)
        case .wikiLink:
            return ("“[[…]]” is how wikis link; it is shown as text here", "write [Text](path/to/page.md)")
        case .alert:
            return (
                "GitHub's alerts are “> [!NOTE]”, “[!TIP]”, “[!IMPORTANT]”, “[!WARNING]” and “[!CAUTION]”, alone on a line; this is shown as text",
                hint
            )
        case .docsify: return ("“!>” and “?>” are how docsify marks a hint; it is shown as text here", hint)
        case .macro:
            return (
                "this is a macro of Confluence; it is shown as text here", "write GitBook's block for it, such as {% hint %} or {% code %}"
            )
        case .include: return ("this is how mdBook includes a file; it is shown as text here", "write {% include \"path/to/file.md\" %}")
        case .shortcode:
            return (
                "this is a shortcode of Hugo's; it is shown as text here", "write GitBook's block for it, such as {% hint %} or {% embed %}"
            )
        }
    }
}
