import Bytes
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A text as libcmark is given it. What CommonMark does not know (GitBook's tags, maths, footnotes, what only looks like a tag) stands
/// behind placeholders of the same length, so that lines and columns stay true; where lines had to be put in, `lines` tells.
struct MaskedText {
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

    private(set) var bytes: [UInt8] = []
    /// The byte at which each of its lines begins; known where there may be tables.
    private var lineStarts: [Int] = []
    /// The line of the file, from 1, of each line of `bytes`.
    private(set) var lines: [Int32] = []
    private(set) var masks: [Mask] = []
    private(set) var tags: [BlockTag] = []
    /// Lines of `bytes`, from 1, that may be the delimiter row of a table.
    private(set) var delimiterRows: [Int32] = []
    /// Lines of `bytes`, from 1, on which an item begins with a box, `[ ]` or `[x]`.
    private(set) var taskLines: Set<Int32> = []
    /// Lines that may define link references, which tables need too.
    private(set) var definitions: [UInt8] = []

    private let text: [UInt8]
    let dialect: Dialect
    private var line = 0
    private var fence: Fence?
    /// The end of raw HTML whose content is not looked at, such as `</pre>`.
    private var rawEnd: StaticString?
    /// A line since the last blank one begins with a tag of HTML: libcmark would take all until the next blank line for HTML.
    private var isInHTML = false
    private var isInList = false
    private var open: [Int] = []
    private var indentations: [Int: Int] = [:]
    private var footnotes: [(label: String, lines: [(text: [UInt8], line: Int)], range: Range<Int>)] = []
    /// Where it is known that no tag ends, so that it is looked for once.
    private var withoutTagEnd = 0..<0
    private lazy var pluginNames = Self.closedNames(text)

    struct Fence {
        let character: UInt8
        let length: Int
        let indentation: Int
        let isQuoted: Bool
    }

    /// - Parameters:
    ///   - text: Markdown without its front matter.
    ///   - firstLine: the line of the file at which it begins, from 1.
    init(_ text: [UInt8], firstLine: Int, dialect: Dialect) {
        var text = text
        if dialect != .commonmark { EscapeMask.clear(&text) }
        self.text = text
        self.dialect = dialect
        hasReturns = text.contains(0x0D)
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
        if !delimiterRows.isEmpty { lineStarts = [0] + bytes.indices.filter { bytes.endsLine(at: $0) }.map { $0 + 1 } }
    }

    /// The end of what has been read beyond the current line, by tags, maths and footnotes of several lines.
    private var taken = 0
    /// Some line may end in a carriage return alone.
    private let hasReturns: Bool
    private var lineCount = 0

    private mutating func endOfLine(from start: Int) -> Int {
        lineCount += 1
        return text.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return start }
            let end = memchr(base + start, 0x0A, bytes.count - start).map { UnsafeRawPointer(base).distance(to: $0) + 1 } ?? bytes.count
            guard hasReturns else { return end }
            for index in start..<end where bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A) { return index + 1 }
            return end
        }
    }

    // MARK: Lines

    private mutating func read(_ range: Range<Int>) {
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
        if indentation == 0, !isInList || !startsItem(content) { isInList = startsItem(content) }
        if let end = markerEnd(content), startsTask(end, range.upperBound) { taskLines.insert(Int32(truncatingIfNeeded: lines.count + 1)) }
        if opensFence(range, content, isQuoted) { return append(range) }
        if dialect != .commonmark, !isQuoted, indentation < 4, readFootnote(range, content) { return }
        readText(range, content, indentation, isQuoted)
    }

    private mutating func readFenced(_ range: Range<Int>, _ content: Int, _ fence: Fence, _ isQuoted: Bool) {
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

    private func startsItem(_ content: Int) -> Bool { markerEnd(content) != nil }

    /// Behind a list marker and its space.
    private func markerEnd(_ start: Int) -> Int? {
        var index = start
        while index < text.count, text[index].isASCIIDigit, index - start < 9 { index += 1 }
        guard index < text.count else { return nil }
        let isMarker = index > start ? text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ")") : "-*+".utf8.contains(text[index])
        guard isMarker, index + 1 < text.count, text[index + 1] == 0x20 || text[index + 1] == 0x09 else { return nil }
        return index + 2
    }

    private func startsTask(_ start: Int, _ end: Int) -> Bool {
        var index = start
        while index < end, text[index] == 0x20 { index += 1 }
        // A list may begin with a list.
        if let inner = markerEnd(index), inner < end { return startsTask(inner, end) }
        guard index + 3 < end, text[index] == UInt8(ascii: "["), text[index + 2] == UInt8(ascii: "]"), text[index + 3].isASCIIWhitespace else { return false }
        return text[index + 1] == 0x20 || text[index + 1] == UInt8(ascii: "x") || text[index + 1] == UInt8(ascii: "X")
    }

    private mutating func opensFence(_ range: Range<Int>, _ content: Int, _ isQuoted: Bool) -> Bool {
        var start = content
        while let next = markerEnd(start) {
            start = next
            while start < range.upperBound, text[start] == 0x20 || text[start] == UInt8(ascii: ">") { start += 1 }
        }
        guard start < range.upperBound, text[start] == UInt8(ascii: "`") || text[start] == UInt8(ascii: "~") else { return false }
        let run = text[start..<range.upperBound].prefix { $0 == text[start] }
        guard run.count >= 3, text[start] == UInt8(ascii: "~") || !text[run.endIndex..<range.upperBound].contains(UInt8(ascii: "`")) else { return false }
        // Four spaces make code of it, but in a list.
        guard start - range.lowerBound < 4 || isInList || isQuoted else { return false }
        fence = Fence(character: text[start], length: run.count, indentation: start - range.lowerBound, isQuoted: isQuoted)
        return true
    }

    private mutating func append(_ range: Range<Int>) {
        text.withUnsafeBufferPointer { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
        lines.append(Int32(truncatingIfNeeded: line))
    }

    /// Ends the line that is being written and begins another, that stands for the same line of the file.
    private mutating func breakLine() {
        bytes.append(0x0A)
        lines.append(Int32(truncatingIfNeeded: line))
    }

    // MARK: Text

    private mutating func readText(_ range: Range<Int>, _ content: Int, _ indentation: Int, _ isQuoted: Bool) {
        if text[content] == UInt8(ascii: "<") { beginHTML(range, content) }
        if text[content] == UInt8(ascii: "[") { definitions += text[range] }
        if "|-:".utf8.contains(text[content]), isDelimiterRow(content..<range.upperBound) {
            delimiterRows.append(Int32(truncatingIfNeeded: lines.count + 1))
            return append(range)
        }
        let isPlain = text.withUnsafeBytes { !$0.containsMarkup(range) }
        if isPlain || dialect == .commonmark { return append(range) }
        // Indented code needs no tags.
        if indentation >= 4, !isInList, !isQuoted, lines.count > 0, bytes.suffix(2).elementsEqual([0x0A, 0x0A]) { return append(range) }
        rewrite(range, content)
    }

    /// Whether a line consists of what makes up the second row of a table.
    private func isDelimiterRow(_ range: Range<Int>) -> Bool {
        var hasDash = false
        for byte in text[range] {
            switch byte {
            case UInt8(ascii: "-"): hasDash = true
            case UInt8(ascii: "|"), UInt8(ascii: ":"), 0x20, 0x09, 0x0A, 0x0D: break
            default: return false
            }
        }
        return hasDash
    }

    private mutating func beginHTML(_ range: Range<Int>, _ content: Int) {
        guard content + 1 < range.upperBound, text[content + 1].isASCIILetter || text[content + 1] == UInt8(ascii: "/") || text[content + 1] == UInt8(ascii: "!")
        else { return }
        isInHTML = true
        for (start, end) in [("<pre", "</pre"), ("<script", "</script"), ("<style", "</style"), ("<!--", "-->")] as [(StaticString, StaticString)] {
            guard text[content...].prefix(start.utf8CodeUnitCount).map(\.asciiLowercased).elementsEqual(UnsafeBufferPointer(start: start.utf8Start, count: start.utf8CodeUnitCount))
            else { continue }
            if text[range].firstRange(of: end, from: content) == nil { rawEnd = end }
        }
    }

    private mutating func rewrite(_ range: Range<Int>, _ content: Int) {
        var copied = range.lowerBound
        var index = nextMark(from: content, to: range.upperBound)
        func flush(_ self: inout MaskedText, to end: Int) {
            self.bytes.append(contentsOf: self.text[copied..<end])
            copied = end
        }
        while index < range.upperBound {
            switch text[index] {
            case UInt8(ascii: "`"):
                index = endOfCode(index, range.upperBound)
                continue
            case UInt8(ascii: "\\"):
                if index + 1 < range.upperBound, let trail = EscapeMask.trail(for: text[index + 1]), dialect == .gitbook || text[index + 1] == UInt8(ascii: "~") {
                    flush(&self, to: index)
                    bytes += [EscapeMask.lead, trail]
                    copied = index + 2
                }
                index += 2
                continue
            case UInt8(ascii: "<") where dialect == .gitbook && startsUnknownTag(at: index):
                flush(&self, to: index)
                bytes.append(EscapeMask.lessThan)
                copied = index + 1
            case UInt8(ascii: "{") where dialect == .gitbook && index + 1 < range.upperBound && text[index + 1] == UInt8(ascii: "%"):
                if let end = readTag(at: index, range, content, &copied) {
                    index = end
                    continue
                }
            case UInt8(ascii: "$") where dialect == .gitbook && index + 1 < range.upperBound && text[index + 1] == UInt8(ascii: "$"):
                if let end = readMaths(at: index, range, content, &copied) {
                    index = end
                    continue
                }
                index += 2
                continue
            default: break
            }
            index = nextMark(from: index + 1, to: range.upperBound)
        }
        if copied < range.upperBound {
            flush(&self, to: range.upperBound)
            lines.append(Int32(truncatingIfNeeded: line))
        } else if copied >= range.upperBound, bytes.last != 0x0A, bytes.last != 0x0D {
            breakLine()
        }
    }

    /// The next byte that may begin something, or the end.
    private func nextMark(from start: Int, to end: Int) -> Int {
        text.withUnsafeBufferPointer { bytes in
            var index = start
            while index < end {
                switch bytes[index] {
                case UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "$"): return index
                default: index += 1
                }
            }
            return end
        }
    }

    /// Behind the code span that begins here; behind its backticks, if there is none.
    private func endOfCode(_ start: Int, _ end: Int) -> Int {
        let length = text[start..<end].prefix { $0 == UInt8(ascii: "`") }.count
        var index = start + length
        while let next = text[index..<end].firstIndex(of: UInt8(ascii: "`")) {
            let run = text[next..<end].prefix { $0 == UInt8(ascii: "`") }.count
            if run == length { return next + run }
            index = next + run
        }
        return start + length
    }

    /// What only looks like a tag: `<Project Name>`, `List<String>`.
    private func startsUnknownTag(at index: Int) -> Bool {
        var start = index + 1
        if start < text.count, text[start] == UInt8(ascii: "/") { start += 1 }
        guard start < text.count, text[start].isASCIILetter else { return false }
        var end = start
        while end < text.count, text[end].isASCIIAlphanumeric || text[end] == UInt8(ascii: "-") { end += 1 }
        // `<https://…>` and `<name@host>` are autolinks; `](<a b>)` and `]: <a b>` are destinations.
        guard end < text.count, text[end].isASCIIWhitespace || text[end] == UInt8(ascii: ">") || text[end] == UInt8(ascii: "/")
        else { return false }
        if index > 1, text[index - 1] == UInt8(ascii: "("), text[index - 2] == UInt8(ascii: "]") { return false }
        if index > 2, text[index - 1] == UInt8(ascii: " "), text[index - 2] == UInt8(ascii: ":"), text[index - 3] == UInt8(ascii: "]") { return false }
        return HTMLElement(name: text[start..<end]) == nil
    }

    // MARK: Placeholders

    private mutating func appendPlaceholder(_ content: Content, original: Range<Int>, isBlock: Bool) {
        let id = masks.count
        masks.append(Mask(content: content, original: original))
        let start = bytes.count
        bytes.write(isBlock ? "<?k" : "<k-")
        bytes.write(number: id)
        let end: StaticString = isBlock ? "?>" : "/>"
        let width = min(original.count, 400)
        while bytes.count - start < width - 2 { bytes.append(0x20) }
        bytes.write(end)
    }

    /// The mask whose placeholder begins here, and where the placeholder ends.
    func mask(at start: Int, in text: ArraySlice<UInt8>) -> (mask: Mask, isBlock: Bool, end: Int)? {
        guard start + 5 < text.endIndex, text[start] == UInt8(ascii: "<") else { return nil }
        let isBlock = text[start + 1] == UInt8(ascii: "?") && text[start + 2] == UInt8(ascii: "k")
        guard isBlock || (text[start + 1] == UInt8(ascii: "k") && text[start + 2] == UInt8(ascii: "-")) else { return nil }
        var index = start + 3
        var id = 0
        while index < text.endIndex, text[index].isASCIIDigit, id < masks.count {
            id = id * 10 + Int(text[index] - UInt8(ascii: "0"))
            index += 1
        }
        guard index > start + 3, id < masks.count else { return nil }
        while index < text.endIndex, text[index] == 0x20 { index += 1 }
        guard index + 1 < text.endIndex, text[index] == UInt8(ascii: isBlock ? "?" : "/"), text[index + 1] == UInt8(ascii: ">") else { return nil }
        return (masks[id], isBlock, index + 2)
    }

    /// Code and raw HTML as they were written: placeholders that landed there are put back.
    func restored(_ code: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        var index = code.startIndex
        while index < code.endIndex {
            if code[index] == UInt8(ascii: "<"), let (mask, _, end) = mask(at: index, in: code) {
                out += text[mask.original]
                index = end
            } else {
                out.append(code[index])
                index += 1
            }
        }
        return out
    }

    /// Whether anything in it stands for something else.
    var hasMasks: Bool { dialect != .commonmark }

    /// The line of the file for a line of `bytes`, both from 1.
    func fileLine(_ line: Int) -> Int32 {
        if dialect == .commonmark { return Int32(truncatingIfNeeded: line) }
        return line >= 1 && line <= lines.count ? lines[line - 1] : lines.last ?? 1
    }

    /// Lines of `bytes` without the quote marks and the indentation of what they stand in, and how many bytes that were.
    func lines(_ range: ClosedRange<Int>, column: Int, quotes: Int) -> [(text: ArraySlice<UInt8>, column: Int)] {
        range.map { line in
            var rest = bytes[lineStarts[line - 1]..<(line < lineStarts.count ? lineStarts[line] : bytes.count)]
            let start = rest.startIndex
            if line == range.lowerBound {
                rest = rest.dropFirst(column)
            } else {
                rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
                for _ in 0..<quotes where rest.first == UInt8(ascii: ">") { rest = rest.dropFirst().drop { $0 == 0x20 || $0 == 0x09 } }
            }
            return (rest, rest.startIndex - start)
        }
    }

    /// The text that a range of it stands for.
    subscript(range: Range<Int>) -> ArraySlice<UInt8> { text[range] }

    // MARK: Maths

    /// `$$…$$` on one line, or between lines of their own.
    private mutating func readMaths(at start: Int, _ range: Range<Int>, _ content: Int, _ copied: inout Int) -> Int? {
        let inner = start + 2
        if let end = text[..<range.upperBound].firstRange(of: "$$", from: inner) {
            guard text[inner..<end].contains(where: { !$0.isASCIIWhitespace }) else { return nil }
            bytes.append(contentsOf: text[copied..<start])
            let isAlone = start == content && text[(end + 2)..<range.upperBound].allSatisfy(\.isASCIIWhitespace)
            if isAlone, isInHTML { beginBlockAfterHTML(range, content) }
            appendPlaceholder(.maths(inner..<end, isDisplay: isAlone), original: start..<(end + 2), isBlock: isAlone)
            copied = end + 2
            return copied
        }
        let opensAlone = start == content && text[inner..<range.upperBound].allSatisfy(\.isASCIIWhitespace)
        guard opensAlone, let end = text[...].firstRange(of: "$$", from: inner) else { return nil }
        bytes.append(contentsOf: text[copied..<start])
        appendPlaceholder(.maths(inner..<end, isDisplay: true), original: start..<(end + 2), isBlock: true)
        breakLine()
        copied = skip(toLineAfter: end + 2, from: range.upperBound)
        return copied
    }

    /// Passes over lines that have been read as part of something else.
    private mutating func skip(toLineAfter end: Int, from start: Int) -> Int {
        var next = start
        while next < end { next = endOfLine(from: next) }
        taken = next
        return next
    }

    // MARK: Tags

    private mutating func readTag(at start: Int, _ range: Range<Int>, _ content: Int, _ copied: inout Int) -> Int? {
        guard !withoutTagEnd.contains(start) else { return nil }
        guard let end = endOfTag(from: start + 2, lineEnd: range.upperBound) else {
            if text[..<range.upperBound].firstRange(of: "%}", from: start) == nil { withoutTagEnd = start..<range.upperBound }
            return nil
        }
        let names = pluginNames
        guard var tag = BlockTag(text[(start + 2)..<(end - 2)], range: start..<end, isPlugin: { names.contains($0) }) else { return nil }
        let isFirst = (bytes.isEmpty || bytes.last == 0x0A) && isPrefix(copied..<start)
        let isAlone = isFirst && (end > range.upperBound || isRestTags(end, range.upperBound))
        // In the midst of a sentence, a condition is a sample of some other language.
        if !isAlone, !isInHTML || !isFirst, [.if, .else, .elif].contains(tag.name), !isInHTML { return nil }
        if tag.role == .stray {
            tag.role = close(tag)
            // An end without a beginning is another language's.
            if tag.role == .stray, tag.name == .plugin { return nil }
        } else {
            openTag(tag)
        }
        if case .closing(let opener) = tag.role, isFirst { unindent(start, to: indentations[opener] ?? 0, &copied) }
        indentations[tags.count] = start - range.lowerBound
        tags.append(tag)
        bytes.append(contentsOf: text[copied..<start])
        if isInHTML, isFirst { beginBlockAfterHTML(range, content) } else if !isFirst, !isInHTML { breakLine() }
        appendPlaceholder(.tag(tags.count - 1), original: start..<end, isBlock: true)
        copied = end
        if end > range.upperBound {
            breakLine()
            copied = skip(toLineAfter: end, from: range.upperBound)
            return copied
        }
        // What follows on the line is Markdown of its own.
        if !isInHTML || isFirst, text[end..<range.upperBound].contains(where: { !$0.isASCIIWhitespace }) {
            while copied < range.upperBound, text[copied] == 0x20 || text[copied] == 0x09 { copied += 1 }
            breakLine()
        }
        if isFirst { isInHTML = false }
        return max(end, copied)
    }

    /// Behind the `%}` that ends a tag, which may stand a few lines below. A brace behind a backslash makes text of it all.
    private func endOfTag(from start: Int, lineEnd: Int) -> Int? {
        var quote: UInt8?
        var index = start
        var newlines = 0
        while index + 1 < text.count, newlines < 5 {
            let byte = text[index]
            if byte == 0x0A {
                newlines += 1
                if text[index + 1] == 0x0A { return nil }
            }
            if let open = quote {
                if byte == UInt8(ascii: "\\") { index += 1 } else if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "%"), text[index + 1] == UInt8(ascii: "}") {
                return index + 2
            } else if byte == UInt8(ascii: "%"), text[index + 1] == UInt8(ascii: "\\") {
                return nil
            } else if byte == UInt8(ascii: "\""), text[index - 1] == UInt8(ascii: "=") || text[index - 1].isASCIIWhitespace {
                quote = byte
            }
            index += 1
        }
        // A quote that is never closed must not hide the end on the tag's own line.
        return quote == nil ? nil : text[..<lineEnd].firstRange(of: "%}", from: start).map { $0 + 2 }
    }

    /// Whether nothing but indentation, quote marks and list markers stands here.
    private func isPrefix(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            if text[index] == 0x20 || text[index] == 0x09 || text[index] == UInt8(ascii: ">") {
                index += 1
            } else if let end = markerEnd(index), end <= range.upperBound {
                index = end
            } else {
                return false
            }
        }
        return true
    }

    private func isRestTags(_ start: Int, _ end: Int) -> Bool {
        var rest = text[start..<end].drop(while: \.isASCIIWhitespace)
        while rest.starts(with: "{%".utf8) {
            guard let close = rest.firstRange(of: "%}", from: rest.startIndex) else { return false }
            rest = rest[(close + 2)...].drop(while: \.isASCIIWhitespace)
        }
        return rest.isEmpty
    }

    /// libcmark takes all until an empty line for HTML, so there must be one.
    private mutating func beginBlockAfterHTML(_ range: Range<Int>, _ content: Int) {
        let prefix = text[range.lowerBound..<content]
        let written = bytes.count
        while bytes.count > 0, bytes[bytes.count - 1] != 0x0A, written - bytes.count < prefix.count { bytes.removeLast() }
        bytes.append(contentsOf: prefix.reversed().drop { $0 == 0x20 || $0 == 0x09 }.reversed())
        breakLine()
        bytes.append(contentsOf: prefix)
        isInHTML = false
    }

    /// Formatters push closing tags into the last item of a list; they belong where the opening one stands.
    private mutating func unindent(_ start: Int, to indentation: Int, _ copied: inout Int) {
        guard copied < start, text[copied..<start].allSatisfy({ $0 == 0x20 || $0 == 0x09 }), start - copied > indentation else { return }
        copied = start - indentation
    }

    private mutating func openTag(_ tag: BlockTag) {
        settleVoid()
        if tag.name.endsItsLike, let last = open.last, tags[last].name == tag.name { open.removeLast() }
        if tag.name == .else || tag.name == .elif {
            if let last = open.last, tags[last].name == .elif || tags[last].name == .else { open.removeLast() }
        }
        open.append(tags.count)
    }

    /// A block that need not be closed has not been, if another tag follows first.
    private mutating func settleVoid() {
        while let last = open.last, tags[last].name.isVoidable, tags[last].name != .prompt, !tags[last].name.holdsBlocks {
            tags[last].role = .void
            open.removeLast()
        }
    }

    private mutating func close(_ tag: BlockTag) -> BlockTag.Role {
        guard let index = open.lastIndex(where: { tags[$0].name == tag.name && tags[$0].writtenName == tag.writtenName }) else { return .stray }
        let opener = open[index]
        for inner in open[(index + 1)...] where tags[inner].name.isVoidable { tags[inner].role = .void }
        open.removeSubrange(index...)
        return .closing(opener)
    }

    private mutating func closeAll() {
        for index in open where tags[index].name.isVoidable { tags[index].role = .void }
        open = []
    }

    /// The names in `{% endname %}`.
    private static func closedNames(_ text: [UInt8]) -> Set<String> {
        var names: Set<String> = []
        var index = 0
        while let start = text[...].firstRange(of: "{%", from: index) {
            index = start + 2
            let body = text[index...].drop { $0 == 0x20 || $0 == UInt8(ascii: "-") }
            guard body.starts(with: "end".utf8) else { continue }
            let name = body.dropFirst(3).prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
            if !name.isEmpty { names.insert(String(decoding: name, as: UTF8.self)) }
        }
        return names
    }

    // MARK: Footnotes

    /// `[^label]: …` with the lines that go on with it; the definition is moved behind the text.
    private mutating func readFootnote(_ range: Range<Int>, _ content: Int) -> Bool {
        guard text[content] == UInt8(ascii: "["), content + 3 < range.upperBound, text[content + 1] == UInt8(ascii: "^") else { return false }
        let label = text[(content + 2)..<range.upperBound].prefix { $0 != UInt8(ascii: "]") && !$0.isASCIIWhitespace }
        let close = label.endIndex
        guard !label.isEmpty, close + 1 < range.upperBound, text[close] == UInt8(ascii: "]"), text[close + 1] == UInt8(ascii: ":") else { return false }
        let first = text[(close + 2)..<range.upperBound].drop { $0 == 0x20 || $0 == 0x09 }
        var body = [(text: Array(first), line: line)]
        append(range.upperBound..<range.upperBound)
        bytes.append(0x0A)
        var next = range.upperBound
        var canBeLazy = first.contains { !$0.isASCIIWhitespace }
        while next < text.count, let dedented = footnoteLine(next, canBeLazy) {
            canBeLazy = dedented.contains { !$0.isASCIIWhitespace }
            next = endOfLine(from: next)
            line += 1
            body.append((dedented, line))
            append(next..<next)
            bytes.append(0x0A)
        }
        taken = next
        footnotes.append((String(decoding: label, as: UTF8.self), body, content..<(close + 2)))
        return true
    }

    /// A line of a definition without its indentation; nil if it is none. An empty one belongs to it if an indented one follows.
    private func footnoteLine(_ start: Int, _ canBeLazy: Bool) -> [UInt8]? {
        let end = (text[start...].firstIndex(of: 0x0A) ?? text.count - 1) + 1
        let content = text[start..<end]
        if content.allSatisfy(\.isASCIIWhitespace) {
            guard let next = text[end...].firstIndex(where: { $0 != 0x0A && $0 != 0x0D }) else { return nil }
            return text[next...].starts(with: "    ".utf8) || text[next] == 0x09 ? Array(content) : nil
        }
        if content.starts(with: "    ".utf8) { return Array(content.dropFirst(4)) }
        if content.first == 0x09 { return Array(content.dropFirst(1)) }
        let first = content.drop { $0 == 0x20 }
        guard canBeLazy, let byte = first.first, !"[#>`~<|".utf8.contains(byte), !first.starts(with: "{%".utf8), markerEnd(first.startIndex) == nil else { return nil }
        return Array(first)
    }

    private mutating func appendFootnotes() {
        for footnote in footnotes {
            if bytes.last != 0x0A { breakLine() }
            let opener = tags.count
            line = footnote.lines[0].line
            breakLine()
            appendFootnoteTag(BlockTag(.footnote, argument: footnote.label, role: .opening, range: footnote.range))
            for part in footnote.lines {
                line = part.line
                let start = bytes.count
                bytes += part.text
                if bytes.last != 0x0A { bytes.append(0x0A) }
                if bytes.count > start { lines.append(Int32(truncatingIfNeeded: line)) }
            }
            breakLine()
            appendFootnoteTag(BlockTag(.footnote, argument: "", role: .closing(opener), range: footnote.range))
        }
    }

    private mutating func appendFootnoteTag(_ tag: BlockTag) {
        tags.append(tag)
        appendPlaceholder(.tag(tags.count - 1), original: tag.range.lowerBound..<tag.range.lowerBound, isBlock: true)
        breakLine()
    }
}

extension UnsafeRawBufferPointer {
    /// Whether there is any byte with which something begins that CommonMark does not know, or an escape; eight bytes at a time.
    fileprivate func containsMarkup(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index + 8 <= range.upperBound {
            let word = loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if word.contains(0x7B7B_7B7B_7B7B_7B7B) || word.contains(0x3C3C_3C3C_3C3C_3C3C) || word.contains(0x2424_2424_2424_2424)
                || word.contains(0x5C5C_5C5C_5C5C_5C5C) { return true }
            index += 8
        }
        return self[index..<range.upperBound].contains { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "\\") }
    }
}

extension UInt64 {
    /// Whether one of its bytes is that of which `pattern` consists: a byte of the difference is zero then.
    @inline(__always)
    fileprivate func contains(_ pattern: UInt64) -> Bool {
        let difference = self ^ pattern
        return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080 != 0
    }
}

extension BlockName {
    /// May hold blocks between its tags although it needs no closing one.
    var holdsBlocks: Bool { self == .swagger || self == .prompt }
}
