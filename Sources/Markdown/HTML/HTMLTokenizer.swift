import Bytes
import Platform

/// Splits a piece of raw HTML into tags, comments and text, as leniently as a browser: what is no tag is text.
struct HTMLTokenizer: Sequence, IteratorProtocol {
    enum Token {
        case text(ArraySlice<UInt8>)
        case start(HTMLElement, attributes: [Attribute], isSelfClosing: Bool)
        case end(HTMLElement)
        /// A comment's text without its delimiters.
        case comment(ArraySlice<UInt8>)
        /// What stands behind a placeholder.
        case placeholder(PreprocessedSource.Content)
    }

    private let masks: PreprocessedSource.Masks

    private let html: ArraySlice<UInt8>
    private var index: Int
    /// Where the next token begins.
    var offset: Int { index }

    init(_ html: ArraySlice<UInt8>, masks: PreprocessedSource.Masks) {
        self.html = html
        self.masks = masks
        index = html.startIndex
    }

    mutating func next() -> Token? {
        guard index < html.endIndex else { return nil }
        if let token = markup(at: index) { return token }
        let start = index
        index += 1
        while index < html.endIndex {
            let mark = index
            if html[index] == UInt8(ascii: "<"), markup(at: index) != nil {
                index = mark
                break
            }
            index = mark + 1
        }
        return .text(html[start..<index])
    }

    /// The tag or comment that begins at `start`, with `index` moved behind it; nil where there is none.
    private mutating func markup(at start: Int) -> Token? {
        guard html[start] == UInt8(ascii: "<"), start + 1 < html.endIndex else { return nil }
        if let (mask, end) = masks.mask(at: start, in: html) {
            index = end
            return .placeholder(mask.content)
        }
        switch html[start + 1] {
        case UInt8(ascii: "!"): return comment(at: start)
        case UInt8(ascii: "?"): return declaration(from: start, until: "?>")
        case UInt8(ascii: "/"): return endTag(at: start)
        default: return startTag(at: start)
        }
    }

    private mutating func comment(at start: Int) -> Token? {
        if html[start...].starts(with: "<!--".utf8) {
            let body = start + 4
            let end = html.firstRange(of: "-->", from: body)
            index = end.map { $0 + 3 } ?? html.endIndex
            return .comment(html[body..<(end ?? html.endIndex)])
        }
        if html[start...].starts(with: "<![CDATA[".utf8) { return declaration(from: start, until: "]]>") }
        guard start + 2 < html.endIndex, html[start + 2].isASCIILetter else { return nil }
        return declaration(from: start, until: ">")
    }

    private mutating func declaration(from start: Int, until end: StaticString) -> Token? {
        guard let close = html.firstRange(of: end, from: start) else { return nil }
        index = close + end.utf8CodeUnitCount
        return .comment(html[start..<start])
    }

    private mutating func endTag(at start: Int) -> Token? {
        let name = name(from: start + 2)
        guard let element = HTMLElement(name: name) else { return nil }
        guard let close = html[name.endIndex...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
        index = close + 1
        return .end(element)
    }

    private func name(from start: Int) -> ArraySlice<UInt8> {
        html[start...].prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
    }

    private mutating func startTag(at start: Int) -> Token? {
        let name = name(from: start + 1)
        guard let element = HTMLElement(name: name) else { return nil }
        var attributes: [Attribute] = []
        var cursor = name.endIndex
        while cursor < html.endIndex {
            let byte = html[cursor]
            if byte == UInt8(ascii: ">") {
                index = cursor + 1
                let isSelfClosing = html[cursor - 1] == UInt8(ascii: "/")
                return .start(element, attributes: attributes, isSelfClosing: isSelfClosing)
            }
            if byte.isASCIIWhitespace || byte == UInt8(ascii: "/") {
                cursor += 1
            } else if let attribute = attribute(at: &cursor) {
                if !attributes.contains(where: { $0.name == attribute.name }) { attributes.append(attribute) }
            } else {
                return nil
            }
        }
        return nil
    }

    private func attribute(at cursor: inout Int) -> Attribute? {
        let name = html[cursor...].prefix {
            !$0.isASCIIWhitespace && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
        }
        guard !name.isEmpty, !name.contains(UInt8(ascii: "<")) else { return nil }
        cursor = name.endIndex
        let key = String(decoding: name.map(\.asciiLowercased), as: UTF8.self)
        var ahead = cursor
        skipWhitespace(&ahead)
        guard ahead < html.endIndex, html[ahead] == UInt8(ascii: "=") else { return Attribute(name: key, value: "") }
        ahead += 1
        skipWhitespace(&ahead)
        guard ahead < html.endIndex else { return nil }
        let value: ArraySlice<UInt8>
        if html[ahead] == UInt8(ascii: "\"") || html[ahead] == UInt8(ascii: "'") {
            let quote = html[ahead]
            guard let close = html[(ahead + 1)...].firstIndex(of: quote) else { return nil }
            value = html[(ahead + 1)..<close]
            cursor = close + 1
        } else {
            value = html[ahead...].prefix { !$0.isASCIIWhitespace && $0 != UInt8(ascii: ">") }
            cursor = value.endIndex
        }
        return Attribute(name: key, value: CharacterReferences.decode(value))
    }

    private func skipWhitespace(_ cursor: inout Int) {
        while cursor < html.endIndex, html[cursor].isASCIIWhitespace { cursor += 1 }
    }
}

extension ArraySlice<UInt8> {
    /// The index at which `pattern` begins, at or after `start`.
    func firstRange(of pattern: StaticString, from start: Int) -> Int? {
        let wanted = UnsafeBufferPointer(start: pattern.utf8Start, count: pattern.utf8CodeUnitCount)
        let shift = startIndex
        return withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress, let first = wanted.first else { return nil }
            var index = start - shift
            // The C library's search takes many bytes at a time.
            while index + wanted.count <= bytes.count,
                let found = memchr(base + index, Int32(first), bytes.count - wanted.count + 1 - index)
            {
                index = UnsafeRawPointer(base).distance(to: found)
                if memcmp(base + index, pattern.utf8Start, wanted.count) == 0 { return index + shift }
                index += 1
            }
            return nil
        }
    }
}
