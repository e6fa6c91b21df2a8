import Bytes
import Platform

/// Splits raw HTML into tags, comments and text, as leniently as a browser. Text that only looks like a tag is text.
struct HTMLTokenizer: Sequence, IteratorProtocol {
    enum Token {
        case text(ArraySlice<UInt8>)
        case start(HTMLElement, attributes: [Attribute], isSelfClosing: Bool)
        case end(HTMLElement)
        /// A comment's text without its delimiters.
        case comment(ArraySlice<UInt8>)
        /// A declaration or a processing instruction, with its delimiters.
        case instruction(ArraySlice<UInt8>)
        case placeholder(Placeholders.Content)
    }

    private let html: ArraySlice<UInt8>
    private let placeholders: Placeholders
    private var index: Int
    /// Where each of the patterns that end something begins for the last time, so that what is never closed costs no search each time.
    private var lastEnds: [(pattern: StaticString, offset: Int)] = []
    /// A tag has no more attributes than this; the others are left out.
    private static let maxAttributes = 100

    /// The offset at which the next token begins.
    var offset: Int { index }

    init(_ html: ArraySlice<UInt8>, placeholders: Placeholders) {
        self.html = html
        self.placeholders = placeholders
        index = html.startIndex
    }

    mutating func next() -> Token? {
        guard index < html.endIndex else { return nil }
        if let token = markup(at: index) { return token }
        let start = index
        index += 1
        while index < html.endIndex {
            let candidate = index
            if html[candidate] == .lessThan, markup(at: candidate) != nil {
                index = candidate
                break
            }
            index = candidate + 1
        }
        return .text(html[start..<index])
    }

    /// Reads the tag or comment that begins at `start` and moves `index` after it; nil if there is none.
    private mutating func markup(at start: Int) -> Token? {
        guard html[start] == .lessThan, start + 1 < html.endIndex else { return nil }
        if let (placeholder, end) = placeholders.placeholder(at: start, in: html) {
            index = end
            return .placeholder(placeholder.content)
        }
        switch html[start + 1] {
        case .exclamation: return comment(at: start)
        case .question: return declaration(from: start, until: "?>")
        case .slash: return endTag(at: start)
        default: return startTag(at: start)
        }
    }

    private mutating func comment(at start: Int) -> Token? {
        if html[start...].starts(with: "<!--".utf8) {
            let body = start + 4
            let end = occurs("-->", after: body) ? html.firstRange(of: "-->", from: body) : nil
            index = end.map { $0 + 3 } ?? html.endIndex
            return .comment(html[body..<(end ?? html.endIndex)])
        }
        if html[start...].starts(with: "<![CDATA[".utf8) { return declaration(from: start, until: "]]>") }
        guard start + 2 < html.endIndex, html[start + 2].isASCIILetter else { return nil }
        return declaration(from: start, until: ">")
    }

    private mutating func declaration(from start: Int, until end: StaticString) -> Token? {
        guard occurs(end, after: start), let close = html.firstRange(of: end, from: start) else { return nil }
        index = close + end.utf8CodeUnitCount
        return .instruction(html[start..<index])
    }

    private mutating func endTag(at start: Int) -> Token? {
        let name = name(from: start + 2)
        guard let element = HTMLElement(name: name) else { return nil }
        guard occurs(">", after: name.endIndex), let close = html[name.endIndex...].firstIndex(of: .greaterThan) else { return nil }
        index = close + 1
        return .end(element)
    }

    private func name(from start: Int) -> ArraySlice<UInt8> {
        html[start...].prefix { $0.isASCIIAlphanumeric || $0 == .hyphen || $0 == .colon }
    }

    private mutating func startTag(at start: Int) -> Token? {
        let name = name(from: start + 1)
        guard let element = HTMLElement(name: name), occurs(">", after: name.endIndex) else { return nil }
        var attributes: [Attribute] = []
        var cursor = name.endIndex
        while cursor < html.endIndex {
            let byte = html[cursor]
            if byte == .greaterThan {
                index = cursor + 1
                let isSelfClosing = html[cursor - 1] == .slash
                return .start(element, attributes: attributes, isSelfClosing: isSelfClosing)
            }
            if byte.isASCIIWhitespace || byte == .slash {
                cursor += 1
            } else if let attribute = attribute(at: &cursor) {
                let isNew = attributes.count < Self.maxAttributes && !attributes.contains { $0.name == attribute.name }
                if isNew { attributes.append(attribute) }
            } else {
                return nil
            }
        }
        return nil
    }

    private mutating func attribute(at cursor: inout Int) -> Attribute? {
        let name = html[cursor...].prefix {
            !$0.isASCIIWhitespace && $0 != .equals && $0 != .greaterThan && $0 != .slash
        }
        guard !name.isEmpty, !name.contains(.lessThan) else { return nil }
        cursor = name.endIndex
        let key = String(decoding: name.map(\.asciiLowercased), as: UTF8.self)
        var next = cursor
        skipWhitespace(&next)
        guard next < html.endIndex, html[next] == .equals else { return Attribute(name: key, value: "") }
        next += 1
        skipWhitespace(&next)
        guard next < html.endIndex else { return nil }
        let value: ArraySlice<UInt8>
        if html[next] == .quote || html[next] == .apostrophe {
            let quote = html[next]
            guard occurs(quote == .quote ? "\"" : "'", after: next + 1), let close = html[(next + 1)...].firstIndex(of: quote) else {
                return nil
            }
            value = html[(next + 1)..<close]
            cursor = close + 1
        } else {
            value = html[next...].prefix { !$0.isASCIIWhitespace && $0 != .greaterThan }
            cursor = value.endIndex
        }
        var written = Array(value)
        EscapeMask.restoreLessThan(in: &written)
        return Attribute(name: key, value: CharacterReferences.decode(written[...]))
    }

    /// Whether a pattern of few characters occurs at or after an offset.
    private mutating func occurs(_ pattern: StaticString, after start: Int) -> Bool {
        if let known = lastEnds.first(where: { $0.pattern.utf8Start == pattern.utf8Start }) { return known.offset >= start }
        let needle = UnsafeBufferPointer(start: pattern.utf8Start, count: pattern.utf8CodeUnitCount)
        var offset = html.endIndex - needle.count
        while offset >= html.startIndex, !needle.indices.allSatisfy({ html[offset + $0] == needle[$0] }) { offset -= 1 }
        lastEnds.append((pattern, offset < html.startIndex ? -1 : offset))
        return offset >= start
    }

    private func skipWhitespace(_ cursor: inout Int) {
        while cursor < html.endIndex, html[cursor].isASCIIWhitespace { cursor += 1 }
    }
}

extension ArraySlice<UInt8> {
    /// The index at which `pattern` begins, at or after `start`.
    func firstRange(of pattern: StaticString, from start: Int) -> Int? {
        let needle = UnsafeBufferPointer(start: pattern.utf8Start, count: pattern.utf8CodeUnitCount)
        let shift = startIndex
        return withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress, let first = needle.first else { return nil }
            var index = start - shift
            // `memchr` looks at many bytes at a time.
            while index + needle.count <= bytes.count,
                let found = memchr(base + index, Int32(first), bytes.count - needle.count + 1 - index)
            {
                index = UnsafeRawPointer(base).distance(to: found)
                if memcmp(base + index, pattern.utf8Start, needle.count) == 0 { return index + shift }
                index += 1
            }
            return nil
        }
    }
}
