import Bytes

/// A GFM table: rows of cells between pipes, with a delimiter row after the header. https://github.github.com/gfm/#tables-extension-
struct PipeTable {
    /// A cell's text, and the byte offset in its line at which it begins.
    typealias Cell = (text: [UInt8], column: Int)

    struct Row {
        let cells: [Cell]
        /// The index of its line in the paragraph.
        let line: Int
    }

    /// The index of the line of the paragraph at which the table begins.
    let firstLine: Int
    let alignments: [TableAlignment]
    let header: Row
    let rows: [Row]

    /// - Parameters:
    ///   - lines: a paragraph's lines without indentation and block quote markers, and the number of bytes before each.
    ///   - delimiterRow: the index of the line that may be the delimiter row.
    ///   - dialect: in GitBook's, a row with too many cells loses none of them: pipes in code then do not separate cells, and cells that are
    ///     still too many are joined to the last one.
    /// - Returns: nil if the lines are no table.
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
            let fits = cells.count <= alignments.count || dialect != .gitbook
            return Row(
                cells: fits
                    ? cells : Self.joined(Self.cells(lines[line], code: Self.codeRanges(lines[line].text)), maxCount: alignments.count),
                line: line)
        }
    }

    /// Whether two lines are meant as the header of a table and the row of dashes below it, though they may not fit.
    static func isFirst(_ header: ArraySlice<UInt8>, _ delimiters: ArraySlice<UInt8>) -> Bool {
        cells((header, 0)).count > 1 && cells((delimiters, 0)).allSatisfy { $0.text.contains(.hyphen) }
    }

    private static func hasPipe(_ header: ArraySlice<UInt8>, _ delimiters: ArraySlice<UInt8>) -> Bool {
        header.contains(.pipe) || delimiters.contains(.pipe)
    }

    /// The alignments of a delimiter row, such as `:--|:-:|--:|---`; nil for any other line.
    private static func alignments(_ line: ArraySlice<UInt8>) -> [TableAlignment]? {
        var result: [TableAlignment] = []
        for (text, _) in cells((line, 0)) {
            var dashes = text[...]
            let isLeft = dashes.first == .colon
            if isLeft { dashes.removeFirst() }
            let isRight = dashes.last == .colon
            if isRight { dashes.removeLast() }
            guard !dashes.isEmpty, dashes.allSatisfy({ $0 == .hyphen }) else { return nil }
            result.append(isLeft ? (isRight ? .center : .left) : (isRight ? .right : .none))
        }
        return result.isEmpty ? nil : result
    }

    /// At most `maxCount` cells, the last of which contains all that follow it.
    private static func joined(_ cells: [Cell], maxCount: Int) -> [Cell] {
        guard cells.count > maxCount, maxCount > 0 else { return cells }
        let last = cells[(maxCount - 1)...].map(\.text).joined(separator: Array(" | ".utf8))
        return cells[..<(maxCount - 1)] + [(Array(last), cells[maxCount - 1].column)]
    }

    /// The ranges of code in a row, between backticks or the tags of `code`.
    private static func codeRanges(_ text: ArraySlice<UInt8>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        let lastBacktick = text.lastIndex(of: .backtick) ?? -1
        var index = text.startIndex
        var hasCodeEnd = true
        while index < text.endIndex {
            var end: Int?
            if text[index] == .backtick, index < lastBacktick {
                end = text[(index + 1)...].firstIndex(of: .backtick).map { $0 + 1 }
            } else if text[index] == .lessThan, hasCodeEnd, text[index...].starts(with: "<code".utf8) {
                end = text.firstRange(of: "</code>", from: index).map { $0 + 7 }
                hasCodeEnd = end != nil
            }
            if let end { ranges.append(index..<end) }
            index = end ?? index + 1
        }
        return ranges
    }

    /// Splits a row into cells. An escaped pipe is text.
    ///
    /// - Parameter code: ranges in which pipes are text.
    private static func cells(_ line: (text: ArraySlice<UInt8>, column: Int), code: [Range<Int>] = []) -> [Cell] {
        line.text.withUnsafeBufferPointer { row in
            var cells: [Cell] = []
            let shift = line.column
            var (start, end) = (0, row.count)
            while end > start, row[end - 1].isASCIIWhitespace { end -= 1 }
            while start < end, row[start].isASCIIWhitespace { start += 1 }
            if start < end, row[start] == .pipe { start += 1 }
            var index = start
            var hasEscape = false
            var code = code[...]
            while index < end {
                while let first = code.first, first.upperBound <= index + line.text.startIndex { code.removeFirst() }
                if row[index] == .backslash {
                    hasEscape = hasEscape || (index + 1 < end && row[index + 1] == .pipe)
                    index += 2
                } else if row[index] == .pipe, !(code.first?.contains(index + line.text.startIndex) ?? false) {
                    cells.append(cell(row, start, index, shift, hasEscape))
                    index += 1
                    (start, hasEscape) = (index, false)
                } else {
                    index += 1
                }
            }
            // The pipe at the end of a row is not followed by a cell.
            if start < end || cells.isEmpty { cells.append(cell(row, start, end, shift, hasEscape)) }
            return cells
        }
    }

    /// A cell without the white space around it, its escaped pipes unescaped.
    private static func cell(_ row: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ shift: Int, _ hasEscape: Bool) -> Cell {
        var (start, end) = (start, max(start, end))
        while end > start, row[end - 1].isASCIIWhitespace { end -= 1 }
        while start < end, row[start].isASCIIWhitespace { start += 1 }
        let text = UnsafeBufferPointer(rebasing: row[start..<end])
        guard hasEscape else { return (Array(text), shift + start) }
        var out: [UInt8] = []
        var index = 0
        while index < text.count {
            if text[index] == .backslash, index + 1 < text.count {
                if text[index + 1] != .pipe { out.append(text[index]) }
                index += 1
            }
            out.append(text[index])
            index += 1
        }
        return (out, shift + start)
    }
}

/// The alignment of a table column.
public enum TableAlignment: UInt8, Sendable {
    case none, left, center, right
}
