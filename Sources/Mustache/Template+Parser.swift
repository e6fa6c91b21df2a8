import Bytes
import Diagnostics
import Paths

extension Template {
    /// Compiles a template. What is wrong with it is in `diagnostics`; a tag that cannot be read is left out.
    /// - Parameters:
    ///   - name: what partials call it.
    ///   - path: how diagnostics name the file.
    ///   - text: UTF-8.
    public init(parsing text: [UInt8], name: String, file: SourceFile, diagnostics: inout [Diagnostic]) {
        var parser = TemplateParser(text: text, file: file)
        parser.parse()
        diagnostics += parser.diagnostics
        self.init(name: name, file: file, nodes: parser.finished, text: text)
    }
}

/// Splits a template into tags and text, and nests what stands in sections.
private struct TemplateParser {
    private struct OpenSection {
        let reference: Reference
        let isInverted: Bool
        var outer: [TemplateNode]
    }

    private struct Tag {
        let kind: UInt8
        let content: ArraySlice<UInt8>
        /// The whole tag, delimiters and all.
        let range: Range<Int>
    }

    let text: [UInt8]
    let file: SourceFile
    private(set) var diagnostics: [Diagnostic] = []
    private var nodes: [TemplateNode] = []
    private var open: [OpenSection] = []
    private var openDelimiter = Array("{{".utf8)
    private var closeDelimiter = Array("}}".utf8)

    init(text: [UInt8], file: SourceFile) {
        self.text = text
        self.file = file
    }

    /// The nodes; sections that were never closed are closed at the end.
    var finished: [TemplateNode] { nodes }

    mutating func parse() {
        var index = 0
        if !text.isEmpty { nodes.append(.lineStart) }
        while let start = find(openDelimiter, from: index) {
            guard let tag = tag(at: start) else {
                report(at: start, "this tag is never closed", help: "put “\(String(decoding: closeDelimiter, as: UTF8.self))” behind it")
                break
            }
            let whole = standaloneLine(tag)
            addLiteral(index..<(whole?.lowerBound ?? tag.range.lowerBound))
            if whole != nil, case .lineStart? = nodes.last { nodes.removeLast() }
            handle(tag, indentation: whole.map { text[$0.lowerBound..<tag.range.lowerBound] })
            index = whole?.upperBound ?? tag.range.upperBound
            if whole != nil, index < text.count { appendLineStart() }
        }
        addLiteral(index..<text.count)
        while let section = open.popLast() {
            report(
                section.reference.position, "the section “\(section.reference.text)” is never closed",
                help: "put {{/\(section.reference.text)}} where it ends")
            close(section)
        }
    }

    private mutating func appendLineStart() {
        if case .lineStart? = nodes.last { return }
        nodes.append(.lineStart)
    }

    /// Adds text, with a mark at each start of a line within it.
    private mutating func addLiteral(_ range: Range<Int>) {
        var start = range.lowerBound
        for index in range where text[index] == 0x0A {
            nodes.append(.literal(start..<(index + 1)))
            start = index + 1
            if start < text.count { nodes.append(.lineStart) }
        }
        if start < range.upperBound { nodes.append(.literal(start..<range.upperBound)) }
    }

    // MARK: Finding tags

    private func find(_ pattern: [UInt8], from start: Int) -> Int? {
        guard let first = pattern.first else { return nil }
        var index = start
        while let found = text[index...].firstIndex(of: first) {
            if text[found...].starts(with: pattern) { return found }
            index = found + 1
        }
        return nil
    }

    private func tag(at start: Int) -> Tag? {
        var content = start + openDelimiter.count
        guard content < text.count else { return nil }
        var kind = text[content]
        var end = closeDelimiter
        switch kind {
        case UInt8(ascii: "{"): end = Array("}".utf8) + closeDelimiter
        case UInt8(ascii: "="): end = Array("=".utf8) + closeDelimiter
        case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "!"), UInt8(ascii: "&"): break
        default: kind = 0
        }
        if kind != 0 { content += 1 }
        guard let close = find(end, from: content) else { return nil }
        return Tag(kind: kind, content: text[content..<close], range: start..<(close + end.count))
    }

    /// The whole line of a tag that stands on it alone and writes nothing itself.
    private func standaloneLine(_ tag: Tag) -> Range<Int>? {
        guard tag.kind != 0, tag.kind != UInt8(ascii: "{"), tag.kind != UInt8(ascii: "&") else { return nil }
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
        var start = tag.range.lowerBound
        while start > 0, isBlank(text[start - 1]) { start -= 1 }
        guard start == 0 || text[start - 1] == 0x0A else { return nil }
        var end = tag.range.upperBound
        while end < text.count, isBlank(text[end]) { end += 1 }
        if end == text.count { return start..<end }
        if text[end] == 0x0D, end + 1 < text.count, text[end + 1] == 0x0A { return start..<(end + 2) }
        return text[end] == 0x0A ? start..<(end + 1) : nil
    }

    // MARK: Reading tags

    private mutating func handle(_ tag: Tag, indentation: ArraySlice<UInt8>?) {
        let position = position(at: tag.range.lowerBound)
        switch tag.kind {
        case UInt8(ascii: "!"): break
        case UInt8(ascii: "="): setDelimiters(tag, position)
        case UInt8(ascii: ">"):
            let name = String(decoding: trimmed(tag.content), as: UTF8.self)
            nodes.append(.partial(name, indentation: Array(indentation ?? []), position))
        case UInt8(ascii: "/"): closeSection(reference(tag, position))
        case UInt8(ascii: "#"), UInt8(ascii: "^"):
            open.append(
                OpenSection(
                    reference: reference(tag, position), isInverted: tag.kind == UInt8(ascii: "^"), outer: nodes))
            nodes = []
        default:
            let isRaw = tag.kind == UInt8(ascii: "{") || tag.kind == UInt8(ascii: "&")
            let reference = reference(tag, position)
            if reference.path.contains("") {
                report(position, "a name is missing in this tag", help: nil)
            } else {
                nodes.append(.variable(reference, isEscaped: !isRaw))
            }
        }
    }

    private func reference(_ tag: Tag, _ position: SourcePosition) -> Reference {
        let name = trimmed(tag.content)
        guard !name.elementsEqual(".".utf8) else { return Reference(path: [], position: position) }
        let parts = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return Reference(path: parts.map { String(decoding: $0, as: UTF8.self) }, position: position)
    }

    private func trimmed(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var content = content
        while content.first?.isASCIIWhitespace == true { content.removeFirst() }
        while content.last?.isASCIIWhitespace == true { content.removeLast() }
        return content
    }

    private mutating func setDelimiters(_ tag: Tag, _ position: SourcePosition) {
        let parts = tag.content.split { $0.isASCIIWhitespace }
        guard parts.count == 2 else { return report(position, "a change of delimiters takes two, with a space between", help: nil) }
        openDelimiter = Array(parts[0])
        closeDelimiter = Array(parts[1])
    }

    private mutating func closeSection(_ reference: Reference) {
        guard let index = open.lastIndex(where: { $0.reference.text == reference.text }) else {
            let help = open.last.map { "the open section is “\($0.reference.text)”" }
            return report(reference.position, "{{/\(reference.text)}} closes no section", help: help)
        }
        while open.count > index + 1, let inner = open.popLast() {
            report(
                inner.reference.position, "the section “\(inner.reference.text)” is never closed",
                help: "put {{/\(inner.reference.text)}} before {{/\(reference.text)}}")
            close(inner)
        }
        if let section = open.popLast() { close(section) }
    }

    private mutating func close(_ section: OpenSection) {
        let inner = nodes
        nodes = section.outer
        nodes.append(.section(section.reference, isInverted: section.isInverted, inner))
    }

    // MARK: Reporting

    private func position(at offset: Int) -> SourcePosition {
        let before = text[..<offset]
        let line = before.count { $0 == 0x0A } + 1
        let column = before.reversed().prefix { $0 != 0x0A }.count { $0 & 0xC0 != 0x80 } + 1
        return SourcePosition(line: line, column: column)
    }

    private mutating func report(at offset: Int, _ message: String, help: String?) {
        report(position(at: offset), message, help: help)
    }

    private mutating func report(_ position: SourcePosition, _ message: String, help: String?) {
        diagnostics.append(Diagnostic(.templateSyntax, in: file, at: position, message, help: help))
    }
}
