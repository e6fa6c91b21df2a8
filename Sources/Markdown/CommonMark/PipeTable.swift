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
        guard header.count == alignments.count,
            !(alignments.count == 1 && !Self.hasPipe(lines[delimiterRow - 1].text, lines[delimiterRow].text))
        else { return nil }
        self.alignments = alignments
        firstLine = delimiterRow - 1
        self.header = Row(cells: header, line: firstLine)
        rows = ((delimiterRow + 1)..<max(delimiterRow + 1, lines.count)).map { line in
            let cells = Self.cells(lines[line])
            let isWhole = cells.count <= alignments.count || dialect != .gitbook
            return Row(
                cells: isWhole ? cells : Self.joined(Self.cells(lines[line], code: Self.code(lines[line].text)), most: alignments.count),
                line: line)
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
        line.text.withUnsafeBufferPointer { row in
            var cells: [Cell] = []
            let shift = line.column
            var (start, end) = (0, row.count)
            while end > start, row[end - 1].isASCIIWhitespace { end -= 1 }
            while start < end, row[start].isASCIIWhitespace { start += 1 }
            if start < end, row[start] == UInt8(ascii: "|") { start += 1 }
            var index = start
            var hasEscape = false
            while index < end {
                if row[index] == UInt8(ascii: "\\") {
                    hasEscape = hasEscape || (index + 1 < end && row[index + 1] == UInt8(ascii: "|"))
                    index += 2
                } else if row[index] == UInt8(ascii: "|"), !code.contains(where: { $0.contains(index + line.text.startIndex) }) {
                    cells.append(cell(row, start, index, shift, hasEscape))
                    index += 1
                    (start, hasEscape) = (index, false)
                } else {
                    index += 1
                }
            }
            // Nothing stands behind the last pipe.
            if start < end || cells.isEmpty { cells.append(cell(row, start, end, shift, hasEscape)) }
            return cells
        }
    }

    /// A cell without the space around it, its escaped pipes as pipes.
    private static func cell(_ row: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ shift: Int, _ hasEscape: Bool) -> Cell {
        var (start, end) = (start, max(start, end))
        while end > start, row[end - 1].isASCIIWhitespace { end -= 1 }
        while start < end, row[start].isASCIIWhitespace { start += 1 }
        let text = UnsafeBufferPointer(rebasing: row[start..<end])
        guard hasEscape else { return (Array(text), shift + start) }
        var out: [UInt8] = []
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "\\"), index + 1 < text.count {
                if text[index + 1] != UInt8(ascii: "|") { out.append(text[index]) }
                index += 1
            }
            out.append(text[index])
            index += 1
        }
        return (out, shift + start)
    }
}

/// How a column of a table is set.
public enum TableAlignment: UInt8, Sendable {
    case none, left, center, right
}
