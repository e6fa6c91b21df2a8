import Bytes

/// Keeps what only looks like a tag (`<Project Name>`, `List<String>`) out of libcmark's HTML: its `<` is replaced by a byte that
/// no text contains before parsing, and put back in everything that comes out.
enum TagMask {
    /// Stands for `<`. U+0001 is no character of any text; where one occurs all the same it becomes a space first.
    static let mask: UInt8 = 0x01

    /// Masks in place, and tells whether anything was.
    static func apply(to text: inout [UInt8]) -> Bool {
        var didMask = false
        for index in text.indices {
            if text[index] == mask { text[index] = UInt8(ascii: " ") }
            guard text[index] == UInt8(ascii: "<"), startsUnknownTag(at: index, in: text) else { continue }
            text[index] = mask
            didMask = true
        }
        return didMask
    }

    private static func startsUnknownTag(at index: Int, in text: [UInt8]) -> Bool {
        var start = index + 1
        if start < text.count, text[start] == UInt8(ascii: "/") { start += 1 }
        guard start < text.count, text[start].isASCIILetter else { return false }
        var end = start
        while end < text.count, text[end].isASCIIAlphanumeric || text[end] == UInt8(ascii: "-") { end += 1 }
        // `<https://…>` and `<name@host>` are autolinks; `](<a b>)` and `]: <a b>` are destinations; `\<` is escaped already.
        guard end < text.count, text[end].isASCIIWhitespace || text[end] == UInt8(ascii: ">") || text[end] == UInt8(ascii: "/")
        else { return false }
        if index > 1, text[index - 1] == UInt8(ascii: "("), text[index - 2] == UInt8(ascii: "]") { return false }
        if index > 1, text[index - 1] == UInt8(ascii: " "), text[index - 2] == UInt8(ascii: ":") { return !isDefinition(index - 2, text) }
        if index > 0, text[index - 1] == UInt8(ascii: "\\") { return false }
        return HTMLElement(name: text[start..<end]) == nil
    }

    private static func isDefinition(_ colon: Int, _ text: [UInt8]) -> Bool {
        colon > 0 && text[colon - 1] == UInt8(ascii: "]")
    }

    /// Puts `<` back.
    static func remove(from text: inout [UInt8]) {
        for index in text.indices where text[index] == mask { text[index] = UInt8(ascii: "<") }
    }

    /// The text with `<` put back.
    static func removed(from text: String) -> String {
        guard text.utf8.contains(mask) else { return text }
        return String(text.unicodeScalars.map { $0.value == UInt32(mask) ? "<" : Character($0) })
    }
}
