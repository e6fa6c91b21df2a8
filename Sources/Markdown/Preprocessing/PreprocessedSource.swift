import Bytes

/// The Markdown that libcmark parses in place of the original. Everything that CommonMark does not know (GitBook's tags, maths, footnotes,
/// text that only looks like a tag) is replaced by placeholders of the same length, so that lines and columns stay true. Where lines had
/// to be inserted or moved, `fileLines` maps them to the file.
struct PreprocessedSource {
    /// The Markdown as written, without front matter.
    let original: [UInt8]
    let dialect: Dialect
    /// The Markdown for libcmark.
    let bytes: [UInt8]
    /// What the placeholders in `bytes` stand for.
    let placeholders: Placeholders
    let tags: [BlockTag]
    let problems: [SourceProblem]
    /// The lines of `bytes`, from 1, that may be the delimiter row of a table.
    let delimiterRows: [Int32]
    /// The lines of `bytes`, from 1, on which a list item begins with a checkbox, `[ ]` or `[x]`.
    let taskLines: Set<Int32>
    /// The lines that may define link references. Table cells are parsed on their own and need them too.
    let definitions: [UInt8]
    /// The line of the file, from 1, for each line of `bytes`. Empty for plain CommonMark, in which nothing moves.
    private let fileLines: [Int32]
    /// The offset at which each line of `bytes` begins. Empty if there are no tables.
    private let lineStarts: [Int32]

    /// - Parameters:
    ///   - text: Markdown without its front matter.
    ///   - firstLine: the line of the file at which the text begins, from 1.
    init(_ text: consuming [UInt8], firstLine: Int, dialect: Dialect) {
        self.dialect = dialect
        guard dialect != .commonmark else {
            original = text
            bytes = text
            placeholders = Placeholders()
            (tags, problems, delimiterRows, taskLines, definitions, fileLines, lineStarts) = ([], [], [], [], [], [], [])
            return
        }
        let preprocessor = Preprocessor(consume text, firstLine: firstLine, dialect: dialect)
        original = preprocessor.text
        bytes = preprocessor.output.bytes
        placeholders = preprocessor.output.placeholders
        tags = preprocessor.tags.tags
        problems = preprocessor.problems
        delimiterRows = preprocessor.delimiterRows
        taskLines = preprocessor.taskLines
        definitions = preprocessor.definitions
        fileLines = preprocessor.output.fileLines
        lineStarts = delimiterRows.isEmpty ? [] : Source.lineStarts(bytes)
    }

    /// Whether `bytes` may contain placeholders or masked characters.
    var hasMasks: Bool { dialect != .commonmark }

    /// The line of the file for a line of `bytes`, both from 1.
    func fileLine(_ line: Int) -> Int32 {
        if dialect == .commonmark { return Int32(truncatingIfNeeded: line) }
        return line >= 1 && line <= fileLines.count ? fileLines[line - 1] : fileLines.last ?? 1
    }

    /// Lines of `bytes` without indentation and block quote markers, each with the number of bytes removed from its start.
    ///
    /// - Parameters:
    ///   - range: the lines of a paragraph, from 1.
    ///   - column: the number of bytes before the paragraph on its first line.
    ///   - quotes: the number of block quotes that contain the paragraph.
    func paragraphLines(_ range: ClosedRange<Int>, column: Int, quotes: Int) -> [(text: ArraySlice<UInt8>, column: Int)] {
        range.map { line in
            var content = bytes[Int(lineStarts[line - 1])..<(line < lineStarts.count ? Int(lineStarts[line]) : bytes.count)]
            let start = content.startIndex
            if line == range.lowerBound {
                content = content.dropFirst(column)
            } else {
                content = content.drop { $0 == .space || $0 == .tab }
                for _ in 0..<quotes where content.first == .greaterThan {
                    content = content.dropFirst().drop { $0 == .space || $0 == .tab }
                }
            }
            return (content, content.startIndex - start)
        }
    }

    /// Code with every placeholder replaced by what was written there.
    func restored(_ code: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(code.count)
        var remainder = code
        while let index = remainder.firstIndex(of: .lessThan) {
            out += remainder[..<index]
            if let (placeholder, end) = placeholders.placeholder(at: index, in: code) {
                out += original[placeholder.original]
                remainder = code[end...]
            } else {
                out.append(code[index])
                remainder = code[(index + 1)...]
            }
        }
        return out + remainder
    }
}
