import Bytes

/// Finds in the text of a document what libcmark leaves as text: GFM's strikethrough, autolinks and footnote references, emoji by name, and
/// the emphasis that GitBook exports and CommonMark does not know.
struct InlineExtensions {
    private(set) var builder: DocumentBuilder
    /// The labels of the footnotes in the order in which they are first referred to.
    private(set) var footnoteOrder: [String] = []

    private let dialect: Dialect
    /// How often each footnote has been referred to; 0 for those that have not been.
    private var references: [String: Int]
    private var numbers: [String: Int] = [:]
    private var delimiters: [NodeID: Delimiter] = [:]
    private var linkDepth = 0

    struct Delimiter {
        let character: UInt8
        let count: Int
        let canOpen: Bool
        let canClose: Bool
    }

    init(_ builder: consuming DocumentBuilder, dialect: Dialect) {
        self.builder = builder
        self.dialect = dialect
        references = [:]
        for block in self.builder.blocks where block.name == .footnote { references[Self.key(block.argument)] = 0 }
        visitChildren(of: .root)
    }

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
            case .text: hasDelimiters = read(child, isAfterSpace: isAfterSpace) || hasDelimiters
            case .code, .codeBlock, .htmlInline, .htmlBlock, .comment, .softBreak, .lineBreak: break
            case .link:
                linkDepth += 1
                visitChildren(of: child)
                linkDepth -= 1
            case .element:
                let name = builder.elements[Int(builder[child].payload)].name
                if name == .code || name == .pre || name == .kbd || name == .samp {
                    unescape(below: child)
                } else {
                    visit(element: child, name)
                }
            default: visitChildren(of: child)
            }
            child = next
        }
        if hasDelimiters { pair(below: parent) }
    }

    private mutating func visit(element: NodeID, _ name: HTMLElement) {
        if name == .a { linkDepth += 1 }
        visitChildren(of: element)
        if name == .a { linkDepth -= 1 }
    }

    /// Undoes the masks in what is shown as it was written.
    private mutating func unescape(below parent: NodeID) {
        var child = builder[parent].firstChild
        while child != .none {
            if builder[child].kind == .text {
                let text = builder[builder[child].text]
                if text.contains(where: { $0 == EscapeMask.lessThan || $0 == EscapeMask.lead }) {
                    builder[child].text = builder.store(EscapeMask.unescaped(String(decoding: text, as: UTF8.self)).utf8)
                }
            } else {
                unescape(below: child)
            }
            child = builder[child].nextSibling
        }
    }

    // MARK: Text

    /// Replaces a text by what it consists of. Tells whether it has delimiters.
    private mutating func read(_ id: NodeID, isAfterSpace: Bool) -> Bool {
        let range = builder[id].text
        guard builder.isWorthReading(range) else { return false }
        var reading = Reading(text: Array(builder[range])[...], node: id, last: id)
        reading.before = isAfterSpace ? 0x20 : UInt8(ascii: "a")
        while reading.index < reading.text.endIndex { readNext(&reading) }
        flush(&reading)
        if !reading.hasFirst { builder[id].text = .empty }
        return reading.hasDelimiters
    }

    private struct Reading {
        let text: ArraySlice<UInt8>
        let node: NodeID
        var last: NodeID
        var index = 0
        /// What has been read and is no more than text.
        var plain: [UInt8] = []
        /// Where in `text` the plain text began.
        var plainStart = 0
        var before: UInt8 = 0x20
        var hasFirst = false
        /// No literal's end stands behind this place.
        var literalsEnd = Int.max
        var hasDelimiters = false
    }

    private mutating func readNext(_ reading: inout Reading) {
        let (text, index) = (reading.text, reading.index)
        let byte = text[index]
        switch byte {
        case EscapeMask.lessThan: take(1, as: [UInt8(ascii: "<")], &reading)
        case EscapeMask.lead:
            if index + 1 < text.endIndex, let delimiter = EscapeMask.delimiter(for: text[index + 1]) {
                take(2, as: [delimiter], &reading)
            } else {
                take(1, as: [byte], &reading)
            }
        case UInt8(ascii: "~"): readDelimiter(&reading)
        case UInt8(ascii: "*") where dialect == .gitbook, UInt8(ascii: "_") where dialect == .gitbook: readDelimiter(&reading)
        case UInt8(ascii: "["): if !readFootnote(&reading) { take(1, as: [byte], &reading) }
        case UInt8(ascii: ":"):
            if linkDepth == 0, readAutolink(&reading) || (dialect == .gitbook && readEmoji(&reading)) { return }
            if linkDepth > 0, dialect == .gitbook, readEmoji(&reading) { return }
            take(1, as: [byte], &reading)
        case UInt8(ascii: "w"), UInt8(ascii: "W"), UInt8(ascii: "@"):
            if linkDepth > 0 || !readAutolink(&reading) { take(1, as: [byte], &reading) }
        case UInt8(ascii: "{") where dialect == .gitbook: if !readLiteral(&reading) { take(1, as: [byte], &reading) }
        case UInt8(ascii: "&") where dialect == .gitbook && text[index...].starts(with: "&#xNAN;".utf8):
            // GitBook's exporter writes it for a space that it could not read.
            take(7, as: [], &reading)
        default:
            let plain = text[index...].prefix { !$0.isInlineTrigger }
            reading.plain += plain
            reading.index = plain.endIndex
            if plain.isEmpty { take(1, as: [byte], &reading) }
        }
    }

    private func take(_ count: Int, as plain: [UInt8], _ reading: inout Reading) {
        reading.plain += plain
        reading.index += count
    }

    /// Hangs the text read so far as a node of its own.
    private mutating func flush(_ reading: inout Reading) {
        guard !reading.plain.isEmpty else { return }
        var node = Node(kind: .text, line: builder[reading.node].line, byteColumn: builder[reading.node].byteColumn)
        node.text = builder.store(reading.plain)
        add(node, &reading)
        reading.plain = []
    }

    @discardableResult
    private mutating func add(_ node: Node, _ reading: inout Reading) -> NodeID {
        if !reading.hasFirst {
            reading.hasFirst = true
            builder[reading.node].kind = node.kind
            builder[reading.node].text = node.text
            builder[reading.node].payload = node.payload
            builder[reading.node].level = node.level
        } else {
            reading.last = builder.insert(node, after: reading.last)
        }
        return reading.last
    }

    private mutating func addNode(_ kind: Node.Kind, text: some Sequence<UInt8>, _ reading: inout Reading) -> NodeID {
        flush(&reading)
        var node = Node(kind: kind, line: builder[reading.node].line, byteColumn: builder[reading.node].byteColumn)
        node.text = builder.store(text)
        return add(node, &reading)
    }

    // MARK: What stands for itself

    private mutating func readAutolink(_ reading: inout Reading) -> Bool {
        // What has been read as plain text up to here may belong to the link.
        let start = reading.index - min(reading.plain.count, reading.index)
        guard let link = Autolink(in: reading.text, at: reading.index, from: start),
            reading.index - link.range.lowerBound <= reading.plain.count,
            reading.plain.suffix(reading.index - link.range.lowerBound).elementsEqual(reading.text[link.range.lowerBound..<reading.index])
        else { return false }
        reading.plain.removeLast(reading.index - link.range.lowerBound)
        let id = addNode(.link, text: [], &reading)
        builder[id].payload = Int32(truncatingIfNeeded: builder.links.count)
        builder.links.append(Link(role: .hyperlink, node: id, destination: EscapeMask.unescaped(link.destination), title: ""))
        let text = Node(kind: .text, line: builder[id].line, byteColumn: builder[id].byteColumn)
        builder.add(text: EscapeMask.unescaped(String(decoding: reading.text[link.range], as: UTF8.self)).utf8, like: text, to: id)
        reading.index = link.range.upperBound
        return true
    }

    private mutating func readEmoji(_ reading: inout Reading) -> Bool {
        let name = reading.text[(reading.index + 1)...].prefix {
            $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") || $0 == EscapeMask.lead
                || $0 == 0x83
        }
        guard !name.isEmpty, name.endIndex < reading.text.endIndex, reading.text[name.endIndex] == UInt8(ascii: ":") else { return false }
        guard let emoji = Emoji.named(EscapeMask.unescaped(String(decoding: name, as: UTF8.self))) else { return false }
        _ = addNode(.emoji, text: emoji.utf8, &reading)
        reading.index = name.endIndex + 1
        return true
    }

    /// `{{ … }}` and `{% … %}` of other languages, which are shown as they are.
    private mutating func readLiteral(_ reading: inout Reading) -> Bool {
        let rest = reading.text[reading.index...]
        let isExpression = rest.starts(with: "{{".utf8)
        guard isExpression || rest.starts(with: "{%".utf8) else { return false }
        let ends: [StaticString] = isExpression ? ["}}"] : ["%}", "%\\}"]
        var end: Int?
        if reading.index < reading.literalsEnd {
            end = ends.compactMap { end in rest.firstRange(of: end, from: rest.startIndex + 2).map { $0 + end.utf8CodeUnitCount } }.min()
            if end == nil { reading.literalsEnd = reading.index }
        }
        let literal = EscapeMask.unescaped(String(decoding: rest[..<(end ?? rest.startIndex + 2)], as: UTF8.self))
        _ = addNode(.literal, text: literal.utf8, &reading)
        reading.index = end ?? rest.startIndex + 2
        return true
    }

    private mutating func readFootnote(_ reading: inout Reading) -> Bool {
        let text = reading.text
        guard reading.index + 3 < text.endIndex, text[reading.index + 1] == UInt8(ascii: "^") else { return false }
        let label = text[(reading.index + 2)...].prefix { $0 != UInt8(ascii: "]") && !$0.isASCIIWhitespace }
        guard label.endIndex < text.endIndex, text[label.endIndex] == UInt8(ascii: "]") else { return false }
        let key = Self.key(EscapeMask.unescaped(String(decoding: label, as: UTF8.self)))
        guard let count = references[key] else { return false }
        references[key] = count + 1
        if count == 0 {
            footnoteOrder.append(key)
            numbers[key] = footnoteOrder.count
        }
        let id = addNode(.footnoteReference, text: key.utf8, &reading)
        builder[id].payload = Int32(truncatingIfNeeded: numbers[key] ?? 0)
        builder[id].level = UInt8(clamping: count)
        reading.index = label.endIndex + 1
        return true
    }

    // MARK: Delimiters

    private mutating func readDelimiter(_ reading: inout Reading) {
        let text = reading.text
        let character = text[reading.index]
        let run = text[reading.index...].prefix { $0 == character }
        let before = run.startIndex > text.startIndex ? text[run.startIndex - 1] : reading.before
        let after = run.endIndex < text.endIndex ? text[run.endIndex] : (builder.isSpaceAfter(reading.last) ? 0x20 : UInt8(ascii: "a"))
        let delimiter = Delimiter(
            character: character, count: run.count, canOpen: Self.canOpen(character, run.count, before, after),
            canClose: Self.canClose(character, run.count, before, after))
        guard run.count <= 2, delimiter.canOpen || delimiter.canClose else { return take(run.count, as: Array(run), &reading) }
        let id = addNode(.text, text: run, &reading)
        delimiters[id] = delimiter
        reading.hasDelimiters = true
        reading.index = run.endIndex
    }

    /// GFM's rule for `~`. What libcmark has left of `*` and `_` opens before anything but space.
    private static func canOpen(_ character: UInt8, _ count: Int, _ before: UInt8, _ after: UInt8) -> Bool {
        guard !after.isASCIIWhitespace else { return false }
        switch character {
        case UInt8(ascii: "~"): return !after.isASCIIPunctuation || before.isASCIIWhitespace || before.isASCIIPunctuation
        case UInt8(ascii: "_"): return !before.isASCIIAlphanumeric
        default: return true
        }
    }

    /// GitBook closes bold behind a space, too, if a word follows: `**text **word`.
    private static func canClose(_ character: UInt8, _ count: Int, _ before: UInt8, _ after: UInt8) -> Bool {
        if before.isASCIIWhitespace { return character == UInt8(ascii: "*") && count == 2 && !after.isASCIIWhitespace }
        switch character {
        case UInt8(ascii: "~"): return !before.isASCIIPunctuation || after.isASCIIWhitespace || after.isASCIIPunctuation
        case UInt8(ascii: "_"): return !after.isASCIIAlphanumeric
        default: return true
        }
    }

    /// How deep what delimiters make may stand in one another.
    private static let maxLevels = 40

    /// Makes nodes of the children between delimiters that belong together: of one character and one length.
    private mutating func pair(below parent: NodeID) {
        var done: [NodeID] = []
        var openers: [(index: Int, delimiter: Delimiter)] = []
        var depths: [NodeID: Int] = [:]
        for child in builder.takeChildren(of: parent) {
            let delimiter = delimiters[child]
            if let delimiter, delimiter.canClose, let place = openers.lastIndex(where: { $0.delimiter.character == delimiter.character }),
                openers[place].delimiter.count == delimiter.count, openers[place].index + 1 < done.count
            {
                let start = openers[place].index
                let depth = 1 + (done[start...].lazy.compactMap { depths[$0] }.max() ?? 0)
                if depth <= Self.maxLevels {
                    let wrapper = wrap(done[start...], delimiter)
                    done.removeSubrange(start...)
                    done.append(wrapper)
                    depths[wrapper] = depth
                    openers.removeSubrange(place...)
                    continue
                }
            }
            if let delimiter, delimiter.canOpen { openers.append((done.count, delimiter)) }
            done.append(child)
        }
        for child in done { builder.hang(child, from: parent) }
    }

    /// A node that holds what stands behind the first of these, its opener.
    private mutating func wrap(_ children: ArraySlice<NodeID>, _ delimiter: Delimiter) -> NodeID {
        let node = builder[children[children.startIndex]]
        let wrapper = builder.addDetached(Node(kind: Self.kind(delimiter), line: node.line, byteColumn: node.byteColumn))
        for child in children.dropFirst() { builder.hang(child, from: wrapper) }
        return wrapper
    }

    private static func kind(_ delimiter: Delimiter) -> Node.Kind {
        delimiter.character == UInt8(ascii: "~") ? .strikethrough : delimiter.count == 2 ? .strong : .emphasis
    }
}

extension DocumentBuilder {
    /// Whether a text may turn out to be more; most do not.
    fileprivate func isWorthReading(_ range: TextRange) -> Bool {
        storage.withUnsafeBufferPointer { bytes in
            let end = Int(range.end)
            var index = Int(range.start)
            while true {
                index = bytes.firstIndex(in: index..<end) { $0.inlineTriggers }
                guard index < end else { return false }
                if bytes[index].isInlineTrigger, Self.mayBegin(bytes[index], index + 1 < end ? bytes[index + 1] : 0) { return true }
                index += 1
            }
        }
    }

    /// Whether a trigger may begin something, by what stands behind it.
    private static func mayBegin(_ trigger: UInt8, _ next: UInt8) -> Bool {
        switch trigger {
        case UInt8(ascii: "w"), UInt8(ascii: "W"): next == trigger
        case UInt8(ascii: ":"): next != 0 && !next.isASCIIWhitespace
        case UInt8(ascii: "["): next == UInt8(ascii: "^")
        case UInt8(ascii: "{"): next == UInt8(ascii: "{") || next == UInt8(ascii: "%")
        case UInt8(ascii: "&"): next == UInt8(ascii: "#")
        default: true
        }
    }

    fileprivate func isSpaceAfter(_ last: NodeID) -> Bool {
        let next = self[last].nextSibling
        return next == .none || self[next].kind == .softBreak || self[next].kind == .lineBreak
    }
}

extension ByteBlock {
    /// Which of its bytes may be inline triggers; tests that take several characters for one let some others pass.
    @inline(__always)
    fileprivate var inlineTriggers: SIMDMask<SIMD16<Int8>> {
        // `W`, `_` and `w`.
        var found = bytes(0x57, ignoring: 0x28)
        // `[` and `{`; `*` and `:`; U+0001, `@` and `A`.
        found .|= bytes(0x5B, ignoring: 0x20)
        found .|= bytes(0x2A, ignoring: 0x10)
        found .|= bytes(0, ignoring: 0x41)
        found .|= bytes(UInt8(ascii: "&"))
        found .|= bytes(UInt8(ascii: "~"))
        found .|= bytes(EscapeMask.lead)
        return found
    }
}

extension UInt8 {
    /// A byte at which text may turn out to be more: a mask's, or one of `&*:@W[_w{~`.
    @inline(__always)
    fileprivate var isInlineTrigger: Bool {
        if self >= 0x80 { return self == EscapeMask.lead }
        return (self < 64 ? Self.lowTriggers : Self.highTriggers) >> UInt64(self & 63) & 1 == 1
    }

    private static var lowTriggers: UInt64 { 1 << 0x01 | 1 << 0x26 | 1 << 0x2A | 1 << 0x3A }
    private static var highTriggers: UInt64 { 1 << 0x00 | 1 << 0x17 | 1 << 0x1B | 1 << 0x1F | 1 << 0x37 | 1 << 0x3B | 1 << 0x3E }
}
