import Bytes

/// Splits XML into tags and text, as leniently as it can: what a picture must not have is not its concern. Documents in UTF-16 or Latin-1 are
/// read, too. https://www.w3.org/TR/xml/
struct XMLScanner: Sequence, IteratorProtocol {
    enum Token {
        /// Text with its references resolved.
        case text([UInt8])
        case start(name: String, attributes: [(name: String, value: [UInt8])], isEmpty: Bool)
        case end(name: String)
    }

    private let text: [UInt8]
    private var index = 0
    /// The entities that the document declares, such as drawing programs' `&ns_svg;`. Longer ones are dropped: they could grow without end.
    private var entities: [[UInt8]: [UInt8]] = [:]
    private static let maxEntityLength = 256

    /// How many bytes entities may still add to the text.
    private var entityBudget = 1 << 20

    /// What XML does not allow is taken out first: left in, it would hide words from those who look for them.
    init(_ bytes: [UInt8]) { text = Array(String(decoding: Self.utf8(bytes), as: UTF8.self).withoutXMLControls.utf8) }

    private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        func units(_ first: Int, _ second: Int) -> [UInt16] {
            stride(from: 2, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0 + first]) << 8 | UInt16(bytes[$0 + second]) }
        }
        if bytes.starts(with: [0xFF, 0xFE]) { return Array(String(decoding: units(1, 0), as: UTF16.self).utf8) }
        if bytes.starts(with: [0xFE, 0xFF]) { return Array(String(decoding: units(0, 1), as: UTF16.self).utf8) }
        if let text = String(validating: bytes, as: UTF8.self) { return Array(text.utf8) }
        return Array(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })).utf8)
    }

    mutating func next() -> Token? {
        while index < text.count {
            guard text[index] == .lessThan else {
                let end = text[index...].firstIndex(of: .lessThan) ?? text.count
                defer { index = end }
                return .text(resolved(text[index..<end]))
            }
            if let token = markup() { return token }
        }
        return nil
    }

    /// Reads what begins with `<`; nil for what is not part of the picture.
    private mutating func markup() -> Token? {
        let rest = text[index...]
        if rest.starts(with: "<!--".utf8) {
            skip(past: "-->")
        } else if rest.starts(with: "<![CDATA[".utf8) {
            let start = index + 9
            skip(past: "]]>")
            return .text(Array(text[start..<Swift.max(start, Swift.min(index, text.count) - 3)]))
        } else if rest.starts(with: "<!".utf8) {
            readDeclaration()
        } else if rest.starts(with: "<?".utf8) {
            skip(past: "?>")
        } else if rest.starts(with: "</".utf8) {
            index += 2
            let name = readName()
            skip(past: ">")
            return .end(name: name)
        } else {
            return startTag()
        }
        return nil
    }

    private mutating func skip(past pattern: StaticString) {
        index = text.firstRange(of: pattern, from: index).map { $0 + pattern.utf8CodeUnitCount } ?? text.count
    }

    private mutating func startTag() -> Token? {
        index += 1
        let name = readName()
        // A bare `<` is text.
        guard !name.isEmpty else { return .text([.lessThan]) }
        var attributes: [(name: String, value: [UInt8])] = []
        while index < text.count {
            skipSpace()
            guard index < text.count else { break }
            if text[index] == .greaterThan || text[index] == .slash {
                let isEmpty = text[index] == .slash
                skip(past: ">")
                return .start(name: name, attributes: attributes, isEmpty: isEmpty)
            }
            let attribute = readName()
            skipSpace()
            guard !attribute.isEmpty, index < text.count, text[index] == .equals else {
                // Not well-formed: the next byte may begin an attribute again.
                index += 1
                continue
            }
            index += 1
            skipSpace()
            if let value = readQuoted() { attributes.append((attribute, resolved(value))) }
        }
        return nil
    }

    private mutating func readName() -> String {
        let name = text[index...].prefix {
            !$0.isASCIIWhitespace && $0 != .equals && $0 != .greaterThan && $0 != .slash && $0 != .lessThan && $0 != .quote
                && $0 != .apostrophe
        }
        index = name.endIndex
        return String(decoding: name, as: UTF8.self)
    }

    private mutating func skipSpace() {
        while index < text.count, text[index].isASCIIWhitespace { index += 1 }
    }

    private mutating func readQuoted() -> ArraySlice<UInt8>? {
        guard index < text.count, text[index] == .quote || text[index] == .apostrophe else { return nil }
        let start = index + 1
        let end = text[start...].firstIndex(of: text[index]) ?? text.count
        index = Swift.min(end + 1, text.count)
        return text[start..<end]
    }

    // MARK: References

    /// Skips a declaration, and takes note of the entities in one of the document's type.
    private mutating func readDeclaration() {
        var depth = 0
        while index < text.count {
            switch text[index] {
            case .quote, .apostrophe: _ = readQuoted()
            case .greaterThan where depth == 0:
                index += 1
                return
            case .openBracket:
                depth += 1
                index += 1
            case .closeBracket:
                depth -= 1
                index += 1
            case .lessThan where text[index...].starts(with: "<!ENTITY".utf8): readEntity()
            case .lessThan where text[index...].starts(with: "<!--".utf8): skip(past: "-->")
            default: index += 1
            }
        }
    }

    private mutating func readEntity() {
        index += 8
        skipSpace()
        let name = Array(readName().utf8)
        skipSpace()
        if let value = readQuoted(), value.count <= Self.maxEntityLength { entities[name] = Array(value) }
    }

    /// A text with its references replaced. Entities are not looked for in entities; those that are unknown are left out.
    private mutating func resolved(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.contains(.ampersand) else { return Array(text) }
        var out: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            let name: ArraySlice<UInt8> = text[index] == .ampersand ? text[(index + 1)...].prefix(64).prefix { $0 != .semicolon } : []
            guard text[index] == .ampersand, name.endIndex < text.endIndex, text[name.endIndex] == .semicolon else {
                out.append(text[index])
                index += 1
                continue
            }
            out += Self.character(ArraySlice(name)) ?? entity(Array(name))
            index = name.endIndex + 1
        }
        return out
    }

    private mutating func entity(_ name: [UInt8]) -> [UInt8] {
        guard let value = entities[name], value.count <= entityBudget else { return [] }
        entityBudget -= value.count
        return value
    }

    private static func character(_ name: ArraySlice<UInt8>) -> [UInt8]? {
        let text = String(decoding: name, as: UTF8.self)
        if let known = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'"][text] { return Array(known.utf8) }
        guard text.hasPrefix("#") else { return nil }
        let isHex = text.hasPrefix("#x") || text.hasPrefix("#X")
        guard let scalar = UInt32(text.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10).flatMap(Unicode.Scalar.init), scalar.isXML else {
            return []
        }
        return Array(String(scalar).utf8)
    }
}

extension [UInt8] {
    /// The offset at which some ASCII characters begin, at or after `start`.
    func firstRange(of pattern: StaticString, from start: Int = 0) -> Int? {
        let needle = UnsafeBufferPointer(start: pattern.utf8Start, count: pattern.utf8CodeUnitCount)
        guard start >= 0, count - start >= needle.count else { return nil }
        return withUnsafeBufferPointer { bytes in
            (start...(bytes.count - needle.count)).first { at in
                bytes[at] == needle[0] && needle.indices.allSatisfy { bytes[at + $0] == needle[$0] }
            }
        }
    }
}

extension UInt8 {
    fileprivate static var lessThan: UInt8 { UInt8(ascii: "<") }
    fileprivate static var greaterThan: UInt8 { UInt8(ascii: ">") }
    fileprivate static var slash: UInt8 { UInt8(ascii: "/") }
    fileprivate static var equals: UInt8 { UInt8(ascii: "=") }
    fileprivate static var ampersand: UInt8 { UInt8(ascii: "&") }
    fileprivate static var semicolon: UInt8 { UInt8(ascii: ";") }
    fileprivate static var openBracket: UInt8 { UInt8(ascii: "[") }
    fileprivate static var closeBracket: UInt8 { UInt8(ascii: "]") }
    fileprivate static var apostrophe: UInt8 { UInt8(ascii: "'") }
    fileprivate static var quote: UInt8 { UInt8(ascii: "\"") }
}
