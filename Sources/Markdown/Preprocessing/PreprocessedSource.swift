import Bytes
import Platform

/// A text as libcmark is given it. What CommonMark does not know (GitBook's tags, maths, footnotes, what only looks like a tag) stands
/// behind placeholders of the same length, so that lines and columns stay true; where lines had to be put in, `lines` tells.
struct PreprocessedSource {
    /// What stands behind a placeholder.
    enum Content {
        /// The tag of this place.
        case tag(Int)
        /// TeX between `$$`; alone on its line, or within text.
        case maths(Range<Int>, isDisplay: Bool)
    }

    struct Mask {
        let content: Content
        /// What was written, in the text that was read.
        let original: Range<Int>
    }

    /// The masks of a text, by the numbers in their placeholders.
    struct Masks {
        private(set) var all: [Mask] = []

        var count: Int { all.count }

        mutating func append(_ mask: Mask) { all.append(mask) }
    }

    var bytes: [UInt8] = []
    /// The byte at which each of its lines begins; known where there may be tables.
    var lineStarts: [Int32] = []
    /// The line of the file, from 1, of each line of `bytes`.
    var lines: [Int32] = []
    var masks = Masks()
    var tags: [BlockTag] = []
    /// Lines of `bytes`, from 1, that may be the delimiter row of a table.
    var delimiterRows: [Int32] = []
    /// Lines of `bytes`, from 1, on which an item begins with a box, `[ ]` or `[x]`.
    var taskLines: Set<Int32> = []
    /// Lines that may define link references, which tables need too.
    var definitions: [UInt8] = []

    let text: [UInt8]
    let dialect: Dialect
    var line = 0
    var fence: Fence?
    /// The end of raw HTML whose content is not looked at, such as `</pre>`.
    var rawEnd: StaticString?
    /// A line since the last blank one begins with a tag of HTML: libcmark would take all until the next blank line for HTML.
    var isInHTML = false
    var isInList = false
    var open: [Int] = []
    var indentations: [Int: Int] = [:]
    var footnotes: [(label: String, lines: [(text: [UInt8], line: Int)], range: Range<Int>)] = []
    /// Where it is known that no tag ends, so that it is looked for once.
    var withoutTagEnd = 0..<0
    lazy var pluginNames = Self.closedNames(text)

    struct Fence {
        let character: UInt8
        let length: Int
        let indentation: Int
        let isQuoted: Bool
    }

    /// - Parameters:
    ///   - text: Markdown without its front matter.
    ///   - firstLine: the line of the file at which it begins, from 1.
    init(_ text: consuming [UInt8], firstLine: Int, dialect: Dialect) {
        if dialect != .commonmark { EscapeMask.clear(&text) }
        self.text = text
        self.dialect = dialect
        hasReturns = text.withUnsafeBufferPointer { bytes in bytes.baseAddress.map { memchr($0, 0x0D, bytes.count) != nil } ?? false }
        // CommonMark alone has nothing to mask.
        guard dialect != .commonmark else {
            bytes = text
            line = firstLine
            return
        }
        bytes.reserveCapacity(text.count + 64)
        lines.reserveCapacity(text.count / 40)
        line = firstLine
        var start = 0
        while start < text.count {
            let end = endOfLine(from: start)
            read(start..<end)
            start = max(end, taken)
            line = firstLine + lineCount
        }
        closeAll()
        appendFootnotes()
        if !delimiterRows.isEmpty { lineStarts = Source.lineStarts(bytes) }
    }

    /// The end of what has been read beyond the current line, by tags, maths and footnotes of several lines.
    var taken = 0
    /// Some line may end in a carriage return alone.
    let hasReturns: Bool
    var lineCount = 0

    mutating func endOfLine(from start: Int) -> Int {
        lineCount += 1
        return text.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return start }
            let end = memchr(base + start, 0x0A, bytes.count - start).map { UnsafeRawPointer(base).distance(to: $0) + 1 } ?? bytes.count
            guard hasReturns else { return end }
            for index in start..<end where bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A) {
                return index + 1
            }
            return end
        }
    }

    // MARK: Lines

    mutating func read(_ range: Range<Int>) {
        var content = range.lowerBound
        var isQuoted = false
        while content < range.upperBound, text[content] == 0x20 || text[content] == 0x09 || text[content] == UInt8(ascii: ">") {
            isQuoted = isQuoted || text[content] == UInt8(ascii: ">")
            content += 1
        }
        let indentation = content - range.lowerBound
        if let fence { return readFenced(range, content, fence, isQuoted) }
        if let end = rawEnd {
            if text[range].firstRange(of: end, from: range.lowerBound) != nil { rawEnd = nil }
            return append(range)
        }
        guard content < range.upperBound, !text[content].isASCIIWhitespace else {
            isInHTML = false
            return append(range)
        }
        let item = markerEnd(content)
        if indentation == 0 { isInList = item != nil }
        if let item, startsTask(item, range.upperBound) { taskLines.insert(Int32(truncatingIfNeeded: lines.count + 1)) }
        if opensFence(range, content, item, isQuoted) { return append(range) }
        if dialect != .commonmark, !isQuoted, indentation < 4, readFootnote(range, content) { return }
        readText(range, content, indentation, isQuoted)
    }

    mutating func readFenced(_ range: Range<Int>, _ content: Int, _ fence: Fence, _ isQuoted: Bool) {
        let isBlank = content >= range.upperBound || text[content].isASCIIWhitespace
        let isOutside = (fence.isQuoted && !isQuoted) || (isInList && fence.indentation > 1 && !isBlank && content == range.lowerBound)
        if isOutside {
            self.fence = nil
            return read(range)
        }
        let run = text[content..<range.upperBound].prefix { $0 == fence.character }
        if run.count >= fence.length, text[run.endIndex..<range.upperBound].allSatisfy(\.isASCIIWhitespace) { self.fence = nil }
        append(range)
    }

    /// Behind a list marker and its space.
    func markerEnd(_ start: Int) -> Int? {
        var index = start
        while index < text.count, text[index].isASCIIDigit, index - start < 9 { index += 1 }
        guard index < text.count else { return nil }
        let isMarker =
            switch text[index] {
            case UInt8(ascii: "."), UInt8(ascii: ")"): index > start
            case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): index == start
            default: false
            }
        guard isMarker, index + 1 < text.count, text[index + 1] == 0x20 || text[index + 1] == 0x09 else { return nil }
        return index + 2
    }

    func startsTask(_ start: Int, _ end: Int) -> Bool {
        var index = start
        while index < end, text[index] == 0x20 { index += 1 }
        // A list may begin with a list.
        if let inner = markerEnd(index), inner < end { return startsTask(inner, end) }
        guard index + 3 < end, text[index] == UInt8(ascii: "["), text[index + 2] == UInt8(ascii: "]"), text[index + 3].isASCIIWhitespace
        else { return false }
        return text[index + 1] == 0x20 || text[index + 1] == UInt8(ascii: "x") || text[index + 1] == UInt8(ascii: "X")
    }

    /// - Parameter item: behind the marker of the item that begins here, if one does.
    mutating func opensFence(_ range: Range<Int>, _ content: Int, _ item: Int?, _ isQuoted: Bool) -> Bool {
        var start = content
        var next = item
        while let content = next {
            start = content
            while start < range.upperBound, text[start] == 0x20 || text[start] == UInt8(ascii: ">") { start += 1 }
            next = markerEnd(start)
        }
        guard start < range.upperBound, text[start] == UInt8(ascii: "`") || text[start] == UInt8(ascii: "~") else { return false }
        let run = text[start..<range.upperBound].prefix { $0 == text[start] }
        guard run.count >= 3, text[start] == UInt8(ascii: "~") || !text[run.endIndex..<range.upperBound].contains(UInt8(ascii: "`")) else {
            return false
        }
        // Four spaces make code of it, but in a list.
        guard start - range.lowerBound < 4 || isInList || isQuoted else { return false }
        fence = Fence(character: text[start], length: run.count, indentation: start - range.lowerBound, isQuoted: isQuoted)
        return true
    }

    mutating func append(_ range: Range<Int>) {
        text.withUnsafeBufferPointer { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
        lines.append(Int32(truncatingIfNeeded: line))
    }

    /// Ends the line that is being written and begins another, that stands for the same line of the file.
    mutating func breakLine() {
        bytes.append(0x0A)
        lines.append(Int32(truncatingIfNeeded: line))
    }
}
