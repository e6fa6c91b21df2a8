import Bytes
import Diagrams
import Highlighting
import Markdown

/// The presentation of a code block.
struct CodeStyle {
    var title: String?
    var hasLineNumbers = false
    var wraps = false
    /// Whether long code is collapsed until the reader expands it.
    var isExpandable = false

    init() {}

    /// - Parameter attribute: returns the value of an attribute of `{% code %}`.
    init(_ attribute: (String) -> String?) {
        title = attribute("title").flatMap { $0.isEmpty ? nil : $0 }
        hasLineNumbers = attribute("linenumbers").map { $0 != "false" } ?? false
        wraps = attribute("overflow") == "wrap"
        isExpandable = attribute("expandable").map { $0 != "false" } ?? false
    }

    var classes: String {
        var names = ["kb-code"]
        if hasLineNumbers { names.append("kb-numbered") }
        if wraps { names.append("kb-wrap") }
        if isExpandable { names.append("kb-expandable") }
        return names.joined(separator: " ")
    }
}

extension HTMLRenderer {
    /// Renders `{% code %}`, whose attributes apply to the code blocks in it.
    mutating func renderCode(_ id: NodeID, _ block: Block) {
        let style = CodeStyle { block[$0] }
        for child in document.children(of: id) {
            let node = document[child]
            if node.kind == .codeBlock {
                breakLine()
                renderCode(document[node.text], language: String(decoding: document.language(ofCode: node), as: UTF8.self), style)
            } else {
                renderNode(child)
            }
        }
    }

    mutating func renderCode(_ code: ArraySlice<UInt8>, language: String, _ style: CodeStyle) {
        if language.lowercased() == "mermaid" {
            diagramCount += 1
            if diagramCount <= Mermaid.mostOfAPage, case .success(let picture) = Mermaid.svg(String(decoding: code, as: UTF8.self)) {
                return renderDiagram(picture, of: code, style)
            }
        }
        openCode(style, language)
        let spans = Highlighter.spans(in: code, language: language)
        if style.hasLineNumbers { writeLines(code, spans[...]) } else { write(code, code.startIndex, code.endIndex, spans[...]) }
        closeCode()
    }

    /// Renders a drawing, with its source folded below it: what is written in it can be read, found and copied.
    private mutating func renderDiagram(_ picture: String, of source: ArraySlice<UInt8>, _ style: CodeStyle) {
        out.write("<figure class=\"kb-diagram-figure\"><div class=\"kb-diagram-scroll\">")
        out.write(utf8: picture)
        out.write("</div>")
        if let title = style.title {
            out.write("<figcaption>")
            out.write(escaping: title)
            out.write("</figcaption>")
        }
        out.write("<details class=\"kb-diagram-source\"><summary>Mermaid</summary><pre><code class=\"language-mermaid\">")
        out.write(escaping: source)
        out.write("</code></pre></details></figure>\n")
    }

    mutating func openCode(_ style: CodeStyle, _ language: String) {
        let isMermaid = language.lowercased() == "mermaid"
        out.write(utf8: "<figure class=\"\(style.classes)\">")
        if let title = style.title ?? (isMermaid ? "Mermaid" : nil) {
            out.write("<figcaption>")
            out.write(escaping: title)
            out.write("</figcaption>")
        }
        out.write("<pre><code")
        if !language.isEmpty { write(attribute: "class", "language-\(language)") }
        out.write(">")
    }

    mutating func closeCode() {
        out.write("</code></pre></figure>\n")
    }

    /// Writes the code in a range, with its highlighted spans.
    private mutating func write(
        _ code: ArraySlice<UInt8>, _ start: Int, _ end: Int, _ spans: ArraySlice<(range: Range<Int>, kind: Highlighter.Kind)>
    ) {
        var index = start
        for (range, kind) in spans {
            let span = range.clamped(to: start..<end)
            guard !span.isEmpty else { continue }
            out.write(escaping: code[index..<span.lowerBound])
            out.write("<span class=\"")
            out.write(utf8: kind.rawValue)
            out.write("\">")
            out.write(escaping: code[span])
            out.write("</span>")
            index = span.upperBound
        }
        out.write(escaping: code[index..<end])
    }

    /// Writes each line as an element of its own, which styles number.
    private mutating func writeLines(_ code: ArraySlice<UInt8>, _ spans: ArraySlice<(range: Range<Int>, kind: Highlighter.Kind)>) {
        var start = code.startIndex
        var spans = spans
        while start < code.endIndex {
            let end = code[start...].firstIndex(of: 0x0A) ?? code.endIndex
            while let first = spans.first, first.range.upperBound <= start { spans.removeFirst() }
            out.write("<span class=\"kb-line\">")
            write(code, start, end, spans.prefix { $0.range.lowerBound < end })
            out.write("</span>\n")
            start = end + 1
        }
    }
}

extension HTMLRenderer {
    /// Renders `<pre><code>`, which GitBook writes if part of the code is highlighted. The elements in it are kept.
    mutating func renderPre(_ id: NodeID, _ element: Element) {
        let children = document.children(of: id).filter { document[$0].kind != .comment }
        let inner = children.first.flatMap {
            document[$0].kind == .element && document.element($0).name == .code && children.count == 1 ? $0 : nil
        }
        let language = [element, inner.map(document.element)].compactMap { $0?.codeLanguage }.first ?? ""
        var style = CodeStyle { name in name == "linenumbers" ? element["data-line-numbers"] : element["data-\(name)"] }
        style.hasLineNumbers = false
        breakLine()
        openCode(style, language)
        renderChildren(of: inner ?? id)
        closeCode()
    }
}

extension Element {
    /// The language given by a class such as `language-js` or `lang-js`, or nil.
    fileprivate var codeLanguage: String? {
        for name in self["class"]?.split(separator: " ") ?? [] {
            for prefix in ["language-", "lang-"] where name.hasPrefix(prefix) { return String(name.dropFirst(prefix.count)) }
        }
        return nil
    }
}
