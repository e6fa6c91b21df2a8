import Bytes

/// A footnote's definition: `[^label]: …` and the lines that continue it.
struct FootnoteDefinition {
    let label: String
    /// The lines without the label and without indentation, each with its line in the file, from 1.
    private(set) var lines: [(text: [UInt8], fileLine: Int)]
    /// `[^label]:` in the original text.
    let marker: Range<Int>
    /// Whether the next line may continue the definition without being indented.
    private var allowsLazyLine: Bool
    /// Whether it stands in a block quote, whose markers its lines begin with.
    private let isQuoted: Bool

    /// Reads the first line; nil if it is no footnote definition.
    init?(_ line: SourceLine, of text: [UInt8], fileLine: Int) {
        let (start, end) = (line.content, line.range.upperBound)
        guard text[start] == .openBracket, start + 3 < end, text[start + 1] == .caret else { return nil }
        let label = text[(start + 2)..<end].prefix { $0 != .closeBracket && !$0.isASCIIWhitespace }
        let close = label.endIndex
        guard !label.isEmpty, close + 1 < end, text[close] == .closeBracket, text[close + 1] == .colon else { return nil }
        let first = text[(close + 2)..<end].drop { $0 == .space || $0 == .tab }
        self.label = String(decoding: label, as: UTF8.self)
        lines = [(Array(first), fileLine)]
        marker = start..<(close + 2)
        allowsLazyLine = first.contains { !$0.isASCIIWhitespace }
        isQuoted = line.isQuoted
    }

    /// Adds the line at `start` if it continues the definition. Returns whether it does.
    mutating func appendLine(at start: Int, of text: [UInt8], fileLine: Int) -> Bool {
        guard let line = isQuoted ? quotedContinuation(at: start, of: text) : continuation(at: start, of: text) else { return false }
        allowsLazyLine = line.contains { !$0.isASCIIWhitespace }
        lines.append((line, fileLine))
        return true
    }

    private func quotedContinuation(at start: Int, of text: [UInt8]) -> [UInt8]? {
        let end = (text[start...].firstIndex(of: .lineFeed) ?? text.count - 1) + 1
        let line = SourceLine(start..<end, of: text)
        guard line.isQuoted, line.content < end, text[line.content] != .lineFeed else { return nil }
        return continuation(at: line.content - min(4, text[..<line.content].reversed().prefix { $0 == .space }.count), of: text)
    }

    /// The line at `start` without its indentation; nil if it does not continue the definition. A blank line does if the next one is
    /// indented.
    private func continuation(at start: Int, of text: [UInt8]) -> [UInt8]? {
        let end = (text[start...].firstIndex(of: .lineFeed) ?? text.count - 1) + 1
        let line = text[start..<end]
        if line.allSatisfy(\.isASCIIWhitespace) {
            guard let next = text[end...].firstIndex(where: { $0 != .lineFeed && $0 != .carriageReturn }) else { return nil }
            return text[next...].starts(with: "    ".utf8) || text[next] == .tab ? Array(line) : nil
        }
        if line.starts(with: "    ".utf8) { return Array(line.dropFirst(4)) }
        if line.first == .tab { return Array(line.dropFirst(1)) }
        let content = line.drop { $0 == .space }
        guard allowsLazyLine, let first = content.first, !"[#>`~<|".utf8.contains(first), !content.starts(with: "{%".utf8),
            ListMarker.end(in: text, at: content.startIndex) == nil
        else { return nil }
        return Array(content)
    }
}
