import Bytes

/// Finds in text nodes what libcmark leaves as text: GFM's strikethrough, autolinks and footnote references, emoji by name, other template
/// languages' tags, and emphasis that GitBook exports and CommonMark does not recognise.
struct InlineExtensions {
    var builder: DocumentBuilder
    /// The labels of the footnotes in the order in which they are first referred to.
    private(set) var footnoteOrder: [String] = []
    /// The delimiter runs that may open or close emphasis or strikethrough, by their text nodes.
    var delimiters: [NodeID: DelimiterRun] = [:]

    /// References to footnotes that are not defined, by their labels, with the texts that they are in.
    private(set) var missingFootnotes: [(label: String, node: NodeID)] = []
    /// The labels of footnotes to which nothing refers.
    var unusedFootnotes: Set<String> { Set(referenceCounts.lazy.filter { $0.value == 0 }.map(\.key)) }

    /// The longest label of a footnote, in bytes; that of CommonMark's link labels is as long.
    private static let maxLabelLength = 999

    private let dialect: Dialect
    private let triggers = InlineTriggers()
    /// The number of references to each footnote, by its key.
    private var referenceCounts: [String: Int] = [:]
    private var footnoteNumbers: [String: Int] = [:]
    private var linkDepth = 0

    init(_ builder: consuming DocumentBuilder, dialect: Dialect) {
        self.builder = builder
        self.dialect = dialect
        for block in self.builder.blocks where block.name == .footnote { referenceCounts[Self.key(block.argument)] = 0 }
        visitChildren(of: .root)
    }

    /// A footnote's label, normalised for comparison.
    static func key(_ label: String) -> String { label.lowercased() }

    private mutating func visitChildren(of parent: NodeID) {
        var hasDelimiters = false
        var child = builder[parent].firstChild
        var isAfterSpace = true
        while child != .none {
            let next = builder[child].nextSibling
            let kind = builder[child].kind
            defer { isAfterSpace = kind == .softBreak || kind == .lineBreak }
            switch kind {
            case .text: hasDelimiters = rewrite(child, isAfterSpace: isAfterSpace) || hasDelimiters
            case .code, .codeBlock, .htmlInline, .htmlBlock, .comment, .softBreak, .lineBreak: break
            case .link:
                linkDepth += 1
                visitChildren(of: child)
                linkDepth -= 1
            case .element: visit(element: child)
            default: visitChildren(of: child)
            }
            child = next
        }
        if hasDelimiters { pairDelimiters(below: parent) }
    }

    private mutating func visit(element: NodeID) {
        switch builder.elements[Int(builder[element].payload)].name {
        case .code, .pre, .kbd, .samp: unmask(below: element)
        case .a:
            linkDepth += 1
            visitChildren(of: element)
            linkDepth -= 1
        default: visitChildren(of: element)
        }
    }

    /// Undoes the masks in content that is shown as written.
    private mutating func unmask(below parent: NodeID) {
        var child = builder[parent].firstChild
        while child != .none {
            if builder[child].kind == .text {
                let text = builder[builder[child].text]
                if text.contains(where: { $0 == EscapeMask.maskedLessThan || EscapeMask.isLead($0) }) {
                    builder[child].text = builder.store(EscapeMask.unescaped(String(decoding: text, as: UTF8.self)).utf8)
                }
            } else {
                unmask(below: child)
            }
            child = builder[child].nextSibling
        }
    }

    // MARK: Text

    /// A text node while it is replaced by the nodes that it consists of.
    struct TextScan {
        let text: ArraySlice<UInt8>
        /// The text node, which becomes the first of the new nodes.
        let node: NodeID
        /// The last of the new nodes.
        var last: NodeID
        var index = 0
        /// Plain text that has been read and is not a node yet.
        var plain: [UInt8] = []
        /// Stands for the character before the text.
        var before: UInt8
        var hasFirst = false
        /// From this index on, no literal ends.
        var literalsEnd = Int.max
        var hasDelimiters = false
        /// Whether it was written between tags of raw HTML.
        let isRaw: Bool
    }

    /// Replaces a text node by the nodes that it consists of. Returns whether there are delimiters among them.
    private mutating func rewrite(_ id: NodeID, isAfterSpace: Bool) -> Bool {
        let range = builder[id].text
        guard triggers.mayOccur(in: range, of: builder.storage) else { return false }
        var scan = TextScan(
            text: Array(builder[range])[...], node: id, last: id, before: isAfterSpace ? .space : .closeParen, isRaw: builder[id].isRaw)
        while scan.index < scan.text.endIndex { readNext(&scan) }
        flush(&scan)
        if !scan.hasFirst { builder[id].text = .empty }
        return scan.hasDelimiters
    }

    private mutating func readNext(_ scan: inout TextScan) {
        let (text, index) = (scan.text, scan.index)
        let byte = text[index]
        switch byte {
        case EscapeMask.maskedLessThan: take(1, as: .lessThan, &scan)
        case EscapeMask.lead, EscapeMask.ownLead, EscapeMask.joinerLead:
            switch EscapeMask.original(at: index, in: text) {
            case .escapedDelimiter(let delimiter): take(2, as: delimiter, &scan)
            case .ownPunctuation(let first, let second):
                take(1, as: first, &scan)
                take(1, as: second, &scan)
            case .joiner: scan.index += 2
            case nil: take(1, as: byte, &scan)
            }
        case .tilde where !scan.isRaw: readDelimiter(&scan)
        case .asterisk where dialect == .gitbook && !scan.isRaw, .underscore where dialect == .gitbook && !scan.isRaw: readDelimiter(&scan)
        case .openBracket where !scan.isRaw: if !readFootnoteReference(&scan) { take(1, as: byte, &scan) }
        case .colon:
            if linkDepth == 0, readAutolink(&scan) { return }
            if dialect == .gitbook, readEmoji(&scan) { return }
            take(1, as: byte, &scan)
        case UInt8(ascii: "w"), UInt8(ascii: "W"), .at:
            if linkDepth > 0 || !readAutolink(&scan) { take(1, as: byte, &scan) }
        case .openBrace where dialect == .gitbook: if !readLiteral(&scan) { take(1, as: byte, &scan) }
        case .ampersand where dialect == .gitbook && text[index...].starts(with: "&#xNAN;".utf8):
            // GitBook's exporter writes this for a space that it cannot read.
            scan.index += 7
        default:
            let triggers = triggers
            let plain = text[index...].prefix { !triggers.contains($0) }
            scan.plain += plain
            scan.index = plain.endIndex
            if plain.isEmpty { take(1, as: byte, &scan) }
        }
    }

    /// Reads `count` bytes as one character of plain text.
    private func take(_ count: Int, as plain: UInt8, _ scan: inout TextScan) {
        scan.plain.append(plain)
        scan.index += count
    }

    /// Makes a node of the plain text read so far.
    private mutating func flush(_ scan: inout TextScan) {
        guard !scan.plain.isEmpty else { return }
        var node = Node(kind: .text, line: builder[scan.node].line, byteColumn: builder[scan.node].byteColumn)
        node.text = builder.store(scan.plain)
        add(node, &scan)
        scan.plain = []
    }

    @discardableResult
    private mutating func add(_ node: Node, _ scan: inout TextScan) -> NodeID {
        if !scan.hasFirst {
            scan.hasFirst = true
            builder[scan.node].kind = node.kind
            builder[scan.node].text = node.text
            builder[scan.node].payload = node.payload
            builder[scan.node].level = node.level
        } else {
            scan.last = builder.insert(node, after: scan.last)
        }
        return scan.last
    }

    mutating func addNode(_ kind: Node.Kind, text: some Sequence<UInt8>, _ scan: inout TextScan) -> NodeID {
        flush(&scan)
        var node = Node(kind: kind, line: builder[scan.node].line, byteColumn: builder[scan.node].byteColumn)
        node.text = builder.store(text)
        return add(node, &scan)
    }

    // MARK: Constructs

    private mutating func readAutolink(_ scan: inout TextScan) -> Bool {
        // The plain text read up to here may belong to the link.
        let start = scan.index - min(scan.plain.count, scan.index)
        guard let link = Autolink(in: scan.text, at: scan.index, from: start) else { return false }
        // The address of a link in Markdown, which is text here.
        if scan.isRaw, scan.text[..<link.range.lowerBound].suffix(2).elementsEqual("](".utf8) { return false }
        let readCount = scan.index - link.range.lowerBound
        guard readCount <= scan.plain.count,
            scan.plain.suffix(readCount).elementsEqual(scan.text[link.range.lowerBound..<scan.index])
        else { return false }
        scan.plain.removeLast(readCount)
        let id = addNode(.link, text: [], &scan)
        builder[id].payload = Int32(truncatingIfNeeded: builder.links.count)
        builder.links.append(Link(role: .hyperlink, node: id, destination: EscapeMask.unescaped(link.destination), title: ""))
        let text = Node(kind: .text, line: builder[id].line, byteColumn: builder[id].byteColumn)
        builder.add(text: EscapeMask.unescaped(String(decoding: scan.text[link.range], as: UTF8.self)).utf8, like: text, to: id)
        scan.index = link.range.upperBound
        return true
    }

    private mutating func readEmoji(_ scan: inout TextScan) -> Bool {
        let name = scan.text[(scan.index + 1)...].prefix { Emoji.isNameByte($0) }
        guard !name.isEmpty, name.endIndex < scan.text.endIndex, scan.text[name.endIndex] == .colon else { return false }
        guard let emoji = Emoji.named(EscapeMask.unescaped(String(decoding: name, as: UTF8.self))) else { return false }
        _ = addNode(.emoji, text: emoji.utf8, &scan)
        scan.index = name.endIndex + 1
        return true
    }

    /// Reads `{{ … }}` and `{% … %}` of other template languages, which are shown as written.
    private mutating func readLiteral(_ scan: inout TextScan) -> Bool {
        let remainder = scan.text[scan.index...]
        let isExpression = remainder.starts(with: "{{".utf8)
        guard isExpression || remainder.starts(with: "{%".utf8) else { return false }
        let closings: [StaticString] = isExpression ? ["}}"] : ["%}", "%\\}"]
        let contentStart = remainder.startIndex + 2
        var end: Int?
        if scan.index < scan.literalsEnd {
            for closing in closings {
                // Of two closings the first counts, so the second is looked for before it only.
                let part = scan.text[..<(end ?? scan.text.endIndex)]
                if let found = part.firstRange(of: closing, from: contentStart) { end = found + closing.utf8CodeUnitCount }
            }
            if end == nil { scan.literalsEnd = scan.index }
        }
        let literal = EscapeMask.unescaped(String(decoding: remainder[..<(end ?? contentStart)], as: UTF8.self))
        _ = addNode(.literal, text: literal.utf8, &scan)
        scan.index = end ?? contentStart
        return true
    }

    /// Whether a label is a writer's: a word or a number, not a regular expression's `[^a-z]` or `[^/]`.
    private static func isMeantAsLabel(_ label: String) -> Bool {
        let isRange = label.utf8.count >= 3 && Array(label.utf8)[1] == .hyphen
        return !isRange && label.allSatisfy { $0.isLetter || $0.isNumber || "_-.:*".contains($0) }
            && label.contains { $0.isLetter || $0.isNumber }
    }

    private mutating func readFootnoteReference(_ scan: inout TextScan) -> Bool {
        let text = scan.text
        guard scan.index + 3 < text.endIndex, text[scan.index + 1] == .caret else { return false }
        let label = text[(scan.index + 2)...].prefix(Self.maxLabelLength).prefix { $0 != .closeBracket && !$0.isASCIIWhitespace }
        guard label.endIndex < text.endIndex, text[label.endIndex] == .closeBracket else { return false }
        let key = Self.key(EscapeMask.unescaped(String(decoding: label, as: UTF8.self)))
        guard let count = referenceCounts[key] else {
            if dialect == .gitbook, linkDepth == 0, Self.isMeantAsLabel(key) { missingFootnotes.append((key, scan.node)) }
            return false
        }
        referenceCounts[key] = count + 1
        if count == 0 {
            footnoteOrder.append(key)
            footnoteNumbers[key] = footnoteOrder.count
        }
        let id = addNode(.footnoteReference, text: key.utf8, &scan)
        builder[id].payload = Int32(truncatingIfNeeded: footnoteNumbers[key] ?? 0)
        builder[id].level = UInt8(clamping: count)
        scan.index = label.endIndex + 1
        return true
    }
}
