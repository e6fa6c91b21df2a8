import Paths

/// Turns the components of Docusaurus, Starlight, Nextra and VitePress into GitBook's blocks. Of those that are not known, what is in them is kept.
struct Components {
    private(set) var findings: [(line: Int, message: String)] = []
    /// Braces that hold code of MDX, and are text in other dialects.
    private(set) var expressions: [(line: Int, message: String)] = []
    private var imports: [String: String] = [:]
    /// What a Markdown file that is imported becomes as a part of the page: the line that includes it.
    private let include: (String) -> String?

    init(include: @escaping (String) -> String?) { self.include = include }

    mutating func converted(_ lines: [SourceLine]) -> [SourceLine] {
        var reader = JSXReader(lines)
        let nodes = reader.nodes()
        imports = reader.imports
        expressions += reader.expressions.map { ($0.line, "the expression “\($0.text)” is shown as text") }
        var out = rendered(nodes)
        for index in out.indices { out[index].isCode = false }
        out.markCode()
        return out
    }

    /// Lines that grow by pieces.
    private struct Builder {
        var lines: [SourceLine] = []

        mutating func add(_ text: String, _ number: Int) {
            let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
            for (offset, part) in parts.enumerated() {
                if offset == 0, !lines.isEmpty {
                    lines[lines.count - 1].text += part
                } else {
                    lines.append(SourceLine(text: String(part), number: number + offset))
                }
            }
        }

        /// Adds a block on lines of its own, as far in as the line that it stands on.
        mutating func add(block: [SourceLine], _ number: Int) {
            let last = lines.last?.text ?? ""
            let indent = last.allSatisfy { $0 == " " } ? last.count : 0
            if last.allSatisfy(\.isWhitespace), !lines.isEmpty { lines.removeLast() }
            lines += [SourceLine(text: "", number: number)] + block.indented(by: indent) + [SourceLine(text: "", number: number)]
        }
    }

    private mutating func rendered(_ nodes: [JSXNode]) -> [SourceLine] {
        var builder = Builder()
        for node in nodes {
            switch node {
            case .text(let text, let line): builder.add(text, line)
            case .component(let component): add(component, to: &builder)
            }
        }
        return builder.lines
    }

    /// What is in a component, with nothing in front of its lines that all of them have.
    private mutating func content(_ component: JSXComponent) -> [SourceLine] {
        rendered(component.children).trimmedBlanks.dedented()
    }

    private static let layout: Set<String> = [
        "", "React.Fragment", "Fragment", "Steps", "CardGrid", "Cards", "CardGroup", "FileTree", "Columns", "Frame", "Accordions",
        "AccordionGroup",
        "BrowserOnly", "Head", "TabsContainer", "Step", "Layout", "Center",
    ]

    private mutating func add(_ component: JSXComponent, to builder: inout Builder) {
        let line = component.line
        if component.name.first?.isLowercase ?? false { return addElement(component, to: &builder) }
        switch component.name {
        case "Tabs", "CodeTabs", "CodeGroup": builder.add(block: tabs(component), line)
        case "Admonition", "Aside", "Callout", "Note", "Tip", "Info", "Warning", "Caution", "Danger", "Important", "Check", "Hint":
            let kind = component.text("type", "kind") ?? component.name
            let title = component.text("title").flatMap { $0.lowercased() == kind.lowercased() ? nil : $0 }
            builder.add(
                block: GitBookBlocks.hint(GitBookBlocks.style(of: kind) ?? "info", title: title, content(component), at: line), line)
        case "Details", "Accordion", "Expandable", "Collapse", "details":
            let title = component.text("title", "summary", "label") ?? "Details"
            builder.add(block: GitBookBlocks.details(title, content(component), at: line), line)
        case "Card", "LinkCard", "DocCard", "LinkButton", "Button": addCard(component, to: &builder)
        case "Image", "ThemedImage", "ZoomableImage", "Img", "ThemeImage": addImage(component, to: &builder)
        case "Link", "NavLink", "A": addLink(component, to: &builder)
        case "Badge", "Kbd", "Highlight", "Term": addInline(component, to: &builder)
        case "Icon", "TOCInline", "DocCardList", "Since": break
        case "CodeBlock", "Code": builder.add(block: codeBlock(component), line)
        case let name where Self.layout.contains(name): addContent(component, to: &builder)
        default: addUnknown(component, to: &builder)
        }
    }

    private mutating func addContent(_ component: JSXComponent, to builder: inout Builder) {
        let inner = content(component)
        if inner.count < 2 { builder.add(inner.joined, component.line) } else { builder.add(block: inner, component.line) }
    }

    private mutating func addUnknown(_ component: JSXComponent, to builder: inout Builder) {
        if let path = imports[component.name], let line = include(path) {
            return builder.add(block: [SourceLine(text: line, number: component.line)], component.line)
        }
        let isEmpty = component.isSelfClosing || component.children.isEmpty
        // Between angle brackets there may be a placeholder, such as <Your name>.
        let isBare = component.attributes.allSatisfy { if case .none = $0.value { true } else { false } }
        if !component.isSelfClosing, component.children.isEmpty, isBare, imports[component.name] == nil {
            let words = ([component.name] + component.attributes.map(\.name)).joined(separator: " ")
            return builder.add("\\<\(words)>", component.line)
        }
        let words = [component.text("title", "label", "name"), component.text("description", "caption")].compactMap(\.self).filter {
            $0.contains(" ") || !isEmpty
        }
        note(component, isEmpty && words.isEmpty ? "is left out" : "what is in it is kept")
        if words.isEmpty { return addContent(component, to: &builder) }
        // Its texts are kept with what is in it.
        let lines = words.flatMap { [SourceLine(text: $0, number: component.line), SourceLine(text: "", number: component.line)] }
        builder.add(block: content(component) + [SourceLine(text: "", number: component.line)] + lines, component.line)
    }

    /// Tells once a page of a component that is not known.
    private mutating func note(_ component: JSXComponent, _ consequence: String) {
        let message = "the component <\(component.name)> is not known; \(consequence)"
        if !findings.contains(where: { $0.message.hasPrefix("the component <\(component.name)> ") }) {
            findings.append((component.line, message))
        }
    }

    // MARK: Blocks

    private mutating func tabs(_ component: JSXComponent) -> [SourceLine] {
        var tabs: [(title: String, content: [SourceLine])] = []
        for case .component(let child) in component.children {
            let title = child.text("label", "title", "value") ?? "Tab \(tabs.count + 1)"
            tabs.append((title, content(child)))
        }
        // Docusaurus may give the labels to the group.
        if let values = component.attributes.first(where: { $0.name == "values" })?.value, case .expression(let code) = values {
            var reader = LiteralReader(code)
            for value in reader.value().elements ?? [] {
                guard let name = value["value"]?.string, let label = value["label"]?.string else { continue }
                for index in tabs.indices where tabs[index].title == name { tabs[index].title = label }
            }
        }
        return tabs.isEmpty ? content(component) : GitBookBlocks.tabs(tabs, at: component.line)
    }

    private mutating func codeBlock(_ component: JSXComponent) -> [SourceLine] {
        var text = content(component).joined.trimmedSpace
        if text.hasPrefix("{`"), text.hasSuffix("`}") { text = text.dropFirst(2).dropLast(2) }
        let code = text.isEmpty ? component.text("code") ?? "" : String(text)
        let title = component.text("title").map { " title=\"\($0)\"" } ?? ""
        return ["```\(component.text("language", "lang") ?? "")\(title)", code, "```"].map { SourceLine(text: $0, number: component.line) }
    }

    private mutating func addCard(_ component: JSXComponent, to builder: inout Builder) {
        let inner = content(component)
        let title = component.text("title", "label")
        let target = component.text("href", "link", "to")
        let name = title ?? (inner.count == 1 ? inner[0].text : nil)
        var lines: [SourceLine] = []
        func add(_ text: String) {
            lines += [SourceLine(text: text, number: component.line), SourceLine(text: "", number: component.line)]
        }
        if let target { add("**[\(name ?? target)](\(address(target)))**") } else if let title { add("**\(title)**") }
        if let description = component.text("description") { add(description) }
        builder.add(block: lines + (title == nil && target != nil && inner.count == 1 ? [] : inner), component.line)
    }

    // MARK: Inline

    /// An address in an attribute: written there, or imported.
    private func address(_ text: String) -> String { imports[text] ?? text }

    private func addImage(_ component: JSXComponent, to builder: inout Builder) {
        guard let source = component.text("src", "img") else {
            if let sources = component.attributes.first(where: { $0.name == "sources" })?.value, case .expression(let code) = sources {
                var reader = LiteralReader(code)
                if let source = reader.value().text("light", "dark") {
                    builder.add("![\(component.text("alt") ?? "")](\(source))", component.line)
                }
            }
            return
        }
        builder.add("![\(component.text("alt") ?? "")](\(address(source)))", component.line)
    }

    private mutating func addLink(_ component: JSXComponent, to builder: inout Builder) {
        let inner = content(component).map(\.text).joined(separator: " ")
        guard let target = component.text("to", "href") else { return builder.add(inner, component.line) }
        builder.add("[\(inner.isEmpty ? target : inner)](\(address(target)))", component.line)
    }

    private mutating func addInline(_ component: JSXComponent, to builder: inout Builder) {
        let inner = content(component).map(\.text).joined(separator: " ")
        let text = inner.isEmpty ? component.text("text", "label") ?? "" : inner
        builder.add(component.name == "Kbd" ? "<kbd>\(text)</kbd>" : text, component.line)
    }

    /// An element of HTML, with what of its attributes is no code.
    private mutating func addElement(_ component: JSXComponent, to builder: inout Builder) {
        var tag = "<" + component.name
        for (name, value) in component.attributes {
            let key = ["className": "class", "htmlFor": "for"][name] ?? name
            guard !name.hasPrefix("on"), name != "style", name != "key", let text = value.text else { continue }
            if case .none = value { tag += " " + key } else { tag += " \(key)=\"\(address(text).replacing("\"", with: "&quot;"))\"" }
        }
        builder.add(tag + (component.isEmptyElement ? " />" : ">"), component.line)
        if component.isEmptyElement { return }
        for node in component.children {
            switch node {
            case .text(let text, let line): builder.add(text, line)
            case .component(let child): add(child, to: &builder)
            }
        }
        builder.add("</\(component.name)>", component.line)
    }
}
