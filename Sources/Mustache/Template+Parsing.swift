import Bytes
import Diagnostics
import Paths

extension Template {
    /// Parses a template. Tags with errors are left out.
    /// - Parameters:
    ///   - source: UTF-8.
    ///   - name: the name by which partial tags refer to the template.
    ///   - file: the file that diagnostics name.
    ///   - diagnostics: receives the errors.
    public init(parsing source: [UInt8], name: String, file: SourceFile, diagnostics: inout [Diagnostic]) {
        var parser = TemplateParser(source: source, file: file)
        parser.parse()
        diagnostics += parser.diagnostics
        self.init(name: name, file: file, nodes: parser.nodes, source: source)
    }
}

/// Splits a template into tags and literal text, and nests the nodes of sections.
private struct TemplateParser {
    private struct OpenSection {
        let reference: Reference
        let isInverted: Bool
    }

    private struct Tag {
        /// The character after the opening delimiter, such as `#`; 0 for an escaped variable.
        let kind: UInt8
        let content: ArraySlice<UInt8>
        /// The whole tag, including its delimiters.
        let range: Range<Int>
    }

    let source: [UInt8]
    let file: SourceFile
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var nodes: [TemplateNode] = []
    /// The open sections, the innermost last.
    private var openSections: [OpenSection] = []
    /// The nodes before each of them.
    private var precedingNodes: [[TemplateNode]] = []
    /// Deeper sections are not opened: rendering nests as deeply as they do.
    private static let maxDepth = 100
    /// How many sections are open that were too deep to be opened.
    private var skippedSections = 0
    /// The last position that was asked for. Tags are read in order, so that each part of the source is looked at once.
    private var cursor = (offset: 0, line: 1, column: 1)
    private var openDelimiter = Array("{{".utf8)
    private var closeDelimiter = Array("}}".utf8)

    init(source: [UInt8], file: SourceFile) {
        self.source = source
        self.file = file
    }

    /// Parses the whole source. Sections that are never closed end at the end of it.
    mutating func parse() {
        var index = 0
        if !source.isEmpty { nodes.append(.lineStart) }
        while let start = find(openDelimiter, from: index) {
            guard let tag = tag(at: start) else {
                report(at: start, "this tag is never closed", help: "put “\(String(decoding: closeDelimiter, as: UTF8.self))” behind it")
                break
            }
            let line = standaloneLine(tag)
            addLiteral(index..<(line?.lowerBound ?? tag.range.lowerBound))
            if line != nil, case .lineStart? = nodes.last { nodes.removeLast() }
            handle(tag, indentation: line.map { source[$0.lowerBound..<tag.range.lowerBound] })
            index = line?.upperBound ?? tag.range.upperBound
            if line != nil, index < source.count { appendLineStart() }
        }
        addLiteral(index..<source.count)
        while let section = openSections.popLast() {
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

    /// Adds literal text, with a `lineStart` before each line within it.
    private mutating func addLiteral(_ range: Range<Int>) {
        var start = range.lowerBound
        for index in range where source[index] == 0x0A {
            nodes.append(.literal(start..<(index + 1)))
            start = index + 1
            if start < source.count { nodes.append(.lineStart) }
        }
        if start < range.upperBound { nodes.append(.literal(start..<range.upperBound)) }
    }

    // MARK: Finding tags

    private func find(_ delimiter: [UInt8], from start: Int) -> Int? {
        guard let first = delimiter.first else { return nil }
        var index = start
        while let candidate = source[index...].firstIndex(of: first) {
            if source[candidate...].starts(with: delimiter) { return candidate }
            index = candidate + 1
        }
        return nil
    }

    private func tag(at start: Int) -> Tag? {
        var content = start + openDelimiter.count
        guard content < source.count else { return nil }
        var kind = source[content]
        var end = closeDelimiter
        switch kind {
        case UInt8(ascii: "{"): end = Array("}".utf8) + closeDelimiter
        case UInt8(ascii: "="): end = Array("=".utf8) + closeDelimiter
        case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "!"), UInt8(ascii: "&"): break
        default: kind = 0
        }
        if kind != 0 { content += 1 }
        guard let close = find(end, from: content) else { return nil }
        return Tag(kind: kind, content: source[content..<close], range: start..<(close + end.count))
    }

    /// The whole line of a standalone tag: a tag without output of its own that is alone on its line, which is removed with it
    /// (https://github.com/mustache/spec).
    private func standaloneLine(_ tag: Tag) -> Range<Int>? {
        guard tag.kind != 0, tag.kind != UInt8(ascii: "{"), tag.kind != UInt8(ascii: "&") else { return nil }
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
        var start = tag.range.lowerBound
        while start > 0, isBlank(source[start - 1]) { start -= 1 }
        guard start == 0 || source[start - 1] == 0x0A else { return nil }
        var end = tag.range.upperBound
        while end < source.count, isBlank(source[end]) { end += 1 }
        if end == source.count { return start..<end }
        if source[end] == 0x0D, end + 1 < source.count, source[end + 1] == 0x0A { return start..<(end + 2) }
        return source[end] == 0x0A ? start..<(end + 1) : nil
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
            openSection(OpenSection(reference: reference(tag, position), isInverted: tag.kind == UInt8(ascii: "^")))
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
        let components = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return Reference(path: components.map { String(decoding: $0, as: UTF8.self) }, position: position)
    }

    private func trimmed(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var content = content
        while content.first?.isASCIIWhitespace == true { content.removeFirst() }
        while content.last?.isASCIIWhitespace == true { content.removeLast() }
        return content
    }

    private mutating func setDelimiters(_ tag: Tag, _ position: SourcePosition) {
        let delimiters = tag.content.split { $0.isASCIIWhitespace }
        guard delimiters.count == 2 else { return report(position, "a change of delimiters takes two, with a space between", help: nil) }
        openDelimiter = Array(delimiters[0])
        closeDelimiter = Array(delimiters[1])
    }

    private mutating func openSection(_ section: OpenSection) {
        guard openSections.count < Self.maxDepth else {
            if skippedSections == 0 {
                report(
                    section.reference.position, "sections are nested more than \(Self.maxDepth) deep; what is in this one is always shown",
                    help: "nest fewer of them")
            }
            skippedSections += 1
            return
        }
        openSections.append(section)
        precedingNodes.append(nodes)
        nodes = []
    }

    private mutating func closeSection(_ reference: Reference) {
        guard skippedSections == 0 else {
            skippedSections -= 1
            return
        }
        guard let index = openSections.lastIndex(where: { $0.reference.text == reference.text }) else {
            let help = openSections.last.map { "the open section is “\($0.reference.text)”" }
            return report(reference.position, "{{/\(reference.text)}} closes no section", help: help)
        }
        while openSections.count > index + 1, let unclosed = openSections.popLast() {
            report(
                unclosed.reference.position, "the section “\(unclosed.reference.text)” is never closed",
                help: "put {{/\(unclosed.reference.text)}} before {{/\(reference.text)}}")
            close(unclosed)
        }
        if let section = openSections.popLast() { close(section) }
    }

    private mutating func close(_ section: OpenSection) {
        let children = nodes
        nodes = precedingNodes.popLast() ?? []
        nodes.append(.section(section.reference, isInverted: section.isInverted, children))
    }

    // MARK: Reporting

    private mutating func position(at offset: Int) -> SourcePosition {
        if offset < cursor.offset { cursor = (0, 1, 1) }
        for byte in source[cursor.offset..<offset] {
            if byte == 0x0A {
                cursor.line += 1
                cursor.column = 1
            } else if byte & 0xC0 != 0x80 {
                cursor.column += 1
            }
        }
        cursor.offset = offset
        return SourcePosition(line: cursor.line, column: cursor.column)
    }

    private mutating func report(at offset: Int, _ message: String, help: String?) {
        report(position(at: offset), message, help: help)
    }

    private mutating func report(_ position: SourcePosition, _ message: String, help: String?) {
        diagnostics.append(Diagnostic(.templateSyntax, in: file, at: position, message, help: help))
    }
}
