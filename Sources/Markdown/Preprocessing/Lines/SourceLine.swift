/// A line of a text.
struct SourceLine {
    /// The line with its line break.
    let range: Range<Int>
    /// The offset of the first byte after indentation and block quote markers.
    let content: Int
    /// Whether a block quote marker precedes the content.
    let isQuoted: Bool

    init(_ range: Range<Int>, of text: [UInt8]) {
        var content = range.lowerBound
        var isQuoted = false
        while content < range.upperBound, text[content] == .space || text[content] == .tab || text[content] == .greaterThan {
            isQuoted = isQuoted || text[content] == .greaterThan
            content += 1
        }
        self.range = range
        self.content = content
        self.isQuoted = isQuoted
    }

    /// The number of bytes before the content.
    var indentation: Int { content - range.lowerBound }
}
