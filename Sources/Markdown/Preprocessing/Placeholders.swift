import Bytes

/// The placeholders of a text. libcmark passes them through as raw HTML: a placeholder is written as a processing instruction, `<?k12   ?>`,
/// if it stands for a block, or else as an empty element, `<k-12   />`. The number is its index.
struct Placeholders {
    /// What a placeholder stands for.
    enum Content {
        /// The index of a GitBook tag.
        case tag(Int)
        /// TeX between `$$`, as a range of the original text; `isDisplay` if it is alone on its line.
        case maths(Range<Int>, isDisplay: Bool)
    }

    struct Placeholder {
        let content: Content
        /// What it replaces, as a range of the original text.
        let original: Range<Int>
    }

    private var placeholders: [Placeholder] = []

    /// Adds a placeholder and returns its number.
    mutating func add(_ content: Content, original: Range<Int>) -> Int {
        placeholders.append(Placeholder(content: content, original: original))
        return placeholders.count - 1
    }

    /// The placeholder that begins at an index, and the index at which it ends.
    func placeholder(at start: Int, in text: ArraySlice<UInt8>) -> (placeholder: Placeholder, end: Int)? {
        guard start + 5 < text.endIndex, text[start] == .lessThan else { return nil }
        let isBlock = text[start + 1] == .question && text[start + 2] == UInt8(ascii: "k")
        guard isBlock || (text[start + 1] == UInt8(ascii: "k") && text[start + 2] == .hyphen) else { return nil }
        var index = start + 3
        var number = 0
        while index < text.endIndex, text[index].isASCIIDigit, number < placeholders.count {
            number = number * 10 + Int(text[index] - UInt8(ascii: "0"))
            index += 1
        }
        guard index > start + 3, number < placeholders.count else { return nil }
        while index < text.endIndex, text[index] == .space { index += 1 }
        guard index + 1 < text.endIndex, text[index] == (isBlock ? .question : .slash), text[index + 1] == .greaterThan else { return nil }
        return (placeholders[number], index + 2)
    }
}
