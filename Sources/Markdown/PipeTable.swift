import Bytes

/// A table of GFM: rows of cells between pipes, the second row of dashes.
struct PipeTable {
    /// A cell's text, and the byte of its line at which it begins, from 0.
    typealias Cell = (text: [UInt8], column: Int)

    struct Row {
        let cells: [Cell]
        /// How many lines below the first line of the paragraph.
        let line: Int
    }

    /// The line of the paragraph, from 0, at which the table begins.
    let firstLine: Int
    let alignments: [TableAlignment]
    let header: Row
    let rows: [Row]

    /// - Parameters:
    ///   - lines: a paragraph's lines without the marks of what they stand in, and the bytes that stood before each.
    ///   - delimiterRow: the line that may be the row of dashes.
    ///   - dialect: in pages a row with too many cells loses none of them: pipes in code do not part cells then, and what is still too much
    ///     stands in the last cell.
    init?(_ lines: [(text: ArraySlice<UInt8>, column: Int)], delimiterRow: Int, dialect: Dialect) {
        guard delimiterRow > 0, delimiterRow < lines.count, let alignments = Self.alignments(lines[delimiterRow].text) else { return nil }
        let header = Self.cells(lines[delimiterRow - 1])
        guard header.count == alignments.count, !(alignments.count == 1 && !Self.hasPipe(lines[delimiterRow - 1].text, lines[delimiterRow].text)) else { return nil }
        self.alignments = alignments
        firstLine = delimiterRow - 1
        self.header = Row(cells: header, line: firstLine)
        rows = ((delimiterRow + 1)..<max(delimiterRow + 1, lines.count)).map { line in
            let cells = Self.cells(lines[line])
            let isWhole = cells.count <= alignments.count || dialect != .gitbook
            return Row(cells: isWhole ? cells : Self.joined(Self.cells(lines[line], code: Self.code(lines[line].text)), most: alignments.count), line: line)
        }
    }

    private static func hasPipe(_ header: ArraySlice<UInt8>, _ delimiters: ArraySlice<UInt8>) -> Bool {
        header.contains(UInt8(ascii: "|")) || delimiters.contains(UInt8(ascii: "|"))
    }

    /// `:--`, `:-:`, `--:` or `---` between pipes; nil for any other line.
    private static func alignments(_ line: ArraySlice<UInt8>) -> [TableAlignment]? {
        var result: [TableAlignment] = []
        for (text, _) in cells((line, 0)) {
            var dashes = text[...]
            let isLeft = dashes.first == UInt8(ascii: ":")
            if isLeft { dashes.removeFirst() }
            let isRight = dashes.last == UInt8(ascii: ":")
            if isRight { dashes.removeLast() }
            guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
            result.append(isLeft ? (isRight ? .center : .left) : (isRight ? .right : .none))
        }
        return result.isEmpty ? nil : result
    }

    /// The cells with those that are too many in the last.
    private static func joined(_ cells: [Cell], most: Int) -> [Cell] {
        guard cells.count > most, most > 0 else { return cells }
        let rest = cells[(most - 1)...].map(\.text).joined(separator: Array(" | ".utf8))
        return cells[..<(most - 1)] + [(Array(rest), cells[most - 1].column)]
    }

    /// Where code stands in a row, between backticks or the tags of `code`.
    private static func code(_ text: ArraySlice<UInt8>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var index = text.startIndex
        while index < text.endIndex {
            var end: Int?
            if text[index] == UInt8(ascii: "`") {
                end = text[(index + 1)...].firstIndex(of: UInt8(ascii: "`")).map { $0 + 1 }
            } else if text[index...].starts(with: "<code".utf8) {
                end = text.firstRange(of: "</code>", from: index).map { $0 + 7 }
            }
            if let end { ranges.append(index..<end) }
            index = end ?? index + 1
        }
        return ranges
    }

    /// The cells of a row; a pipe behind a backslash is text, and so is one in `code`.
    private static func cells(_ line: (text: ArraySlice<UInt8>, column: Int), code: [Range<Int>] = []) -> [Cell] {
        var rest = line.text
        while let last = rest.last, last.isASCIIWhitespace { rest.removeLast() }
        rest = rest.drop(while: \.isASCIIWhitespace)
        if rest.first == UInt8(ascii: "|") { rest.removeFirst() }
        var cells: [Cell] = []
        var cell: [UInt8] = []
        var start = rest.startIndex
        var index = rest.startIndex
        func finish() { cells.append(trimmed(cell, column: line.column + start - line.text.startIndex)) }
        while index < rest.endIndex {
            let byte = rest[index]
            if byte == UInt8(ascii: "\\"), index + 1 < rest.endIndex {
                if rest[index + 1] != UInt8(ascii: "|") { cell.append(byte) }
                cell.append(rest[index + 1])
                index += 2
            } else if byte == UInt8(ascii: "|"), !code.contains(where: { $0.contains(index) }) {
                finish()
                cell = []
                index += 1
                start = index
            } else {
                cell.append(byte)
                index += 1
            }
        }
        // Nothing stands behind the last pipe.
        if start < rest.endIndex || cells.isEmpty { finish() }
        return cells
    }

    private static func trimmed(_ cell: [UInt8], column: Int) -> Cell {
        let leading = cell.prefix { $0.isASCIIWhitespace }.count
        var text = cell.dropFirst(leading)
        while let last = text.last, last.isASCIIWhitespace { text.removeLast() }
        return (Array(text), column + leading)
    }
}

/// How a column of a table is set.
public enum TableAlignment: UInt8, Sendable {
    case none, left, center, right
}
