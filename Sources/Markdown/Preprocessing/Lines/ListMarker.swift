import Bytes

/// Recognises list markers (`-`, `*`, `+`, `1.`, `1)`) and the checkboxes of task lists.
enum ListMarker {
    /// The offset after the list marker at `start` and the space or tab that follows it; nil if there is no marker.
    static func end(in text: [UInt8], at start: Int) -> Int? {
        var index = start
        while index < text.count, text[index].isASCIIDigit, index - start < 9 { index += 1 }
        guard index < text.count else { return nil }
        let isMarker =
            switch text[index] {
            case .dot, .closeParen: index > start
            case .hyphen, .asterisk, .plus: index == start
            default: false
            }
        guard isMarker, index + 1 < text.count, text[index + 1] == .space || text[index + 1] == .tab else { return nil }
        return index + 2
    }

    /// Whether an item's content begins with a checkbox, `[ ]` or `[x]`.
    static func isTask(in text: [UInt8], content start: Int, lineEnd: Int) -> Bool {
        var index = start
        while index < lineEnd, text[index] == .space { index += 1 }
        // A list may begin with a list.
        if let inner = end(in: text, at: index), inner < lineEnd { return isTask(in: text, content: inner, lineEnd: lineEnd) }
        guard index + 3 < lineEnd, text[index] == .openBracket, text[index + 2] == .closeBracket, text[index + 3].isASCIIWhitespace else {
            return false
        }
        return text[index + 1] == .space || text[index + 1] == UInt8(ascii: "x") || text[index + 1] == UInt8(ascii: "X")
    }
}
