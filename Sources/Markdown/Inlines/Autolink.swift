import Bytes

/// GFM's extended autolinks: addresses in running text. The rules are those of GFM 0.29, section 6.9:
/// https://github.github.com/gfm/#autolinks-extension-
struct Autolink {
    /// The part of the text that is the link.
    let range: Range<Int>
    /// The link's URL.
    let destination: String

    /// Reads the link around the trigger at `index`: the `:` after a scheme, the first `w` of `www.`, or an `@`.
    ///
    /// - Parameter start: the index before which the link cannot begin.
    init?(in text: ArraySlice<UInt8>, at index: Int, from start: Int) {
        switch text[index] {
        case .colon:
            guard text[index...].starts(with: "://".utf8), let scheme = Self.schemeStart(text, index, start) else { return nil }
            guard let end = Self.end(text, domain: index + 3, allowsShort: true) else { return nil }
            range = scheme..<end
            destination = String(decoding: text[range], as: UTF8.self)
        case UInt8(ascii: "w"), UInt8(ascii: "W"):
            guard Self.canBegin(text, index, start), text[index...].prefix(4).map(\.asciiLowercased).elementsEqual("www.".utf8) else {
                return nil
            }
            guard let end = Self.end(text, domain: index, allowsShort: false) else { return nil }
            range = index..<end
            destination = "http://" + String(decoding: text[range], as: UTF8.self)
        default:
            guard let range = Self.email(text, index, start) else { return nil }
            self.range = range
            destination = "mailto:" + String(decoding: text[range], as: UTF8.self)
        }
    }

    /// Whether a link may begin at `index`: at the beginning, or after white space, `*`, `_`, `~`, `(` or a character beyond ASCII.
    private static func canBegin(_ text: ArraySlice<UInt8>, _ index: Int, _ start: Int) -> Bool {
        index == start || text[index - 1].isASCIIWhitespace || "*_~(".utf8.contains(text[index - 1]) || text[index - 1] >= 0x80
    }

    private static func schemeStart(_ text: ArraySlice<UInt8>, _ colon: Int, _ start: Int) -> Int? {
        for scheme in ["http", "https", "ftp"] {
            let begin = colon - scheme.utf8.count
            guard begin >= start, text[begin..<colon].map(\.asciiLowercased).elementsEqual(scheme.utf8) else { continue }
            if begin == start || !text[begin - 1].isASCIIAlphanumeric { return begin }
        }
        return nil
    }

    /// The end of the address whose host begins at `domain`; nil if there is no valid host.
    private static func end(_ text: ArraySlice<UInt8>, domain: Int, allowsShort: Bool) -> Int? {
        var index = domain
        var dots = 0
        var underscores = (last: 0, before: 0)
        while index < text.endIndex {
            let byte = text[index]
            if byte == .dot {
                guard index > domain else { return nil }
                dots += 1
                underscores = (0, underscores.last)
            } else if byte == .underscore {
                underscores.last += 1
            } else if !byte.isASCIIAlphanumeric, byte != .hyphen, byte < 0x80 || endsAddress(text, index) {
                break
            }
            index += 1
        }
        guard index > domain, underscores.last == 0, underscores.before == 0, allowsShort || dots > 0 else { return nil }
        while index < text.endIndex, !text[index].isASCIIWhitespace, text[index] != .lessThan, text[index] != EscapeMask.maskedLessThan,
            // A template's variable ends the address.
            !text[index...].starts(with: "{{".utf8), !endsAddress(text, index)
        { index += 1 }
        let end = trimmed(text, domain, index)
        return end > domain ? end : nil
    }

    /// Whether the character at an offset is one beyond ASCII that no address has as it is: a space, a dash, a quotation mark, a bracket, or
    /// punctuation of scripts that put no space behind it.
    private static func endsAddress(_ text: ArraySlice<UInt8>, _ index: Int) -> Bool {
        // Letters of most scripts begin otherwise.
        guard [0xC2, 0xE1, 0xE2, 0xE3, 0xEF].contains(text[index]),
            let scalar = String(decoding: text[index..<min(index + 3, text.endIndex)], as: UTF8.self).unicodeScalars.first
        else { return false }
        switch scalar.properties.generalCategory {
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .dashPunctuation, .initialPunctuation, .finalPunctuation,
            .openPunctuation, .closePunctuation:
            return true
        case .otherPunctuation: return scalar.isCJK || (0x2010...0x205E).contains(scalar.value)
        // The zero-width space and the byte order mark.
        case .format: return scalar.value == 0x200B || scalar.value == 0xFEFF
        default: return false
        }
    }

    /// The end without trailing punctuation, unbalanced closing parentheses and a character reference.
    private static func trimmed(_ text: ArraySlice<UInt8>, _ start: Int, _ end: Int) -> Int {
        var end = end
        let address = text[start..<end]
        // How many parentheses are closed and never opened.
        var unopened = address.count { $0 == .closeParen } - address.count { $0 == .openParen }
        while end > start {
            let byte = text[end - 1]
            if "?!.,:*_~'\"".utf8.contains(byte) {
                end -= 1
            } else if byte == .semicolon {
                var name = end - 2
                while name > start, text[name].isASCIIAlphanumeric { name -= 1 }
                end = name < end - 2 && text[name] == .ampersand ? name : end - 1
            } else if byte == .closeParen, unopened > 0 {
                unopened -= 1
                end -= 1
            } else {
                return end
            }
        }
        return end
    }

    private static func email(_ text: ArraySlice<UInt8>, _ at: Int, _ start: Int) -> Range<Int>? {
        var begin = at
        while begin > start, text[begin - 1].isASCIIAlphanumeric || ".+-_".utf8.contains(text[begin - 1]) { begin -= 1 }
        guard begin < at else { return nil }
        var end = at + 1
        var dots = 0
        while end < text.endIndex {
            let byte = text[end]
            if byte == .dot, end + 1 < text.endIndex, text[end + 1].isASCIIAlphanumeric {
                dots += 1
            } else if !byte.isASCIIAlphanumeric, byte != .hyphen, byte != .underscore {
                break
            }
            end += 1
        }
        guard dots > 0, text[end - 1].isASCIIAlphanumeric, end == text.endIndex || text[end] != .at else { return nil }
        return begin..<end
    }
}
