import Bytes

/// Goes through a text line by line and writes what libcmark is given instead: lines without markup as they are, others with placeholders,
/// and the definitions of footnotes at the end.
struct Preprocessor {
    let text: [UInt8]
    let dialect: Dialect
    var output: MaskedOutput
    var tags = TagMatcher()
    var tagScanner: TagScanner
    var lines: LineScanner
    /// Whether a line since the last blank one begins with an HTML tag: libcmark then takes everything up to the next blank line for HTML.
    var isInHTML = false
    /// The end of what has been read beyond the current line, by tags and maths of several lines and by footnotes.
    var consumed = 0
    /// The offset up to which the current line has been copied to the output.
    var copied = 0
    private(set) var delimiterRows: [Int32] = []
    private(set) var taskLines: Set<Int32> = []
    private(set) var definitions: [UInt8] = []
    private(set) var fences = FenceTracker()
    private(set) var isInList = false
    /// The names of unknown tags that have been reported.
    var toldTags: Set<String> = []
    private var isInIndentedCode = false
    /// The end of raw HTML whose content is copied unchanged, such as `</pre`.
    var rawHTMLEnd: StaticString?
    /// The element around the current place whose content is code, such as `code`, in which no tag is read.
    var codeElement: HTMLElement?
    /// Whether the current place is between `{% raw %}` and `{% endraw %}`.
    var isInRawTag = false
    var ends: TextEnds
    /// Whether the text has letters of scripts without spaces between words.
    let hasCJK: Bool
    /// What the writer should know about the text.
    var problems: [SourceProblem] = []
    var foreignSyntax = ForeignSyntax()
    /// The line before the current one, if it is not blank.
    private(set) var previousLine: Range<Int>?
    private var footnotes: [FootnoteDefinition] = []
    private var footnoteKeys: Set<String> = []

    /// Preprocesses the whole text.
    ///
    /// - Parameter firstLine: the line of the file at which the text begins, from 1.
    init(_ text: consuming [UInt8], firstLine: Int, dialect: Dialect) {
        if dialect != .commonmark { EscapeMask.clear(&text) }
        self.text = text
        self.dialect = dialect
        output = MaskedOutput(reserving: self.text.count, firstLine: firstLine)
        tagScanner = TagScanner(self.text)
        lines = LineScanner(self.text)
        ends = TextEnds(self.text)
        hasCJK = dialect == .gitbook && CJKEmphasis.mayOccur(in: self.text)
        var start = 0
        while start < self.text.count {
            let end = lines.endOfLine(from: start)
            read(start..<end)
            start = max(end, consumed)
            output.fileLine = firstLine + lines.count
        }
        tags.closeAll()
        if dialect == .gitbook { reportUnclosedCode() }
        appendFootnotes()
    }

    private mutating func read(_ range: Range<Int>) {
        let line = SourceLine(range, of: text)
        if fences.consume(line, of: text, isInList: isInList) { return copy(line) }
        if let end = rawHTMLEnd {
            if contains(end, range) { (rawHTMLEnd, codeElement) = (nil, nil) }
            return end.utf8CodeUnitCount == Self.preformattedEnd.utf8CodeUnitCount ? maskUnclosed(in: line) : copy(line)
        }
        guard line.content < range.upperBound, !text[line.content].isASCIIWhitespace else {
            (isInHTML, codeElement, previousLine) = (false, nil, nil)
            return copy(line)
        }
        defer { previousLine = range }
        let itemContent = ListMarker.end(in: text, at: line.content)
        if line.indentation == 0 { isInList = itemContent != nil }
        if let itemContent, ListMarker.isTask(in: text, content: itemContent, lineEnd: range.upperBound) {
            taskLines.insert(output.lineNumber)
        }
        if fences.opens(line, of: text, itemContent: itemContent, isInList: isInList) {
            if dialect == .gitbook, let problem = foreignSyntax.problem(withFence: line, in: text) { problems.append(problem) }
            return copy(line)
        }
        if line.indentation < 4 || line.isQuoted, takeFootnote(line) { return }
        readText(line)
    }

    private mutating func copy(_ line: SourceLine) { output.append(line: line.range, of: text) }

    /// Whether a line contains some ASCII text in lower case, in either case.
    func contains(_ pattern: StaticString, _ range: Range<Int>) -> Bool {
        text.withUnsafeBufferPointer { bytes in
            let (first, count) = (pattern.utf8Start, pattern.utf8CodeUnitCount)
            var start = range.lowerBound
            while start + count <= range.upperBound {
                var matched = 0
                while matched < count, bytes[start + matched].asciiLowercased == first[matched] { matched += 1 }
                if matched == count { return true }
                start += 1
            }
            return false
        }
    }

    private mutating func readText(_ line: SourceLine) {
        // Nothing is masked in indented code.
        if line.indentation >= 4 || text[line.range.lowerBound] == .tab, !isInList, !line.isQuoted, isInIndentedCode || previousLine == nil
        {
            isInIndentedCode = true
            return copy(line)
        }
        isInIndentedCode = false
        if text[line.content] == .lessThan { beginHTML(line) }
        if text[line.content] == .openBracket { definitions += text[line.range] }
        // Most lines have neither markup nor brackets.
        let special = text.withUnsafeBufferPointer { $0.firstSpecial(in: line.range) }
        if dialect == .gitbook { check(line, from: special) }
        if isDelimiterRow(line.content..<line.range.upperBound) {
            delimiterRows.append(output.lineNumber)
            checkTable(line)
            return copy(line)
        }
        let hasMarkup = text.withUnsafeBufferPointer { $0.containsMarkup(special..<line.range.upperBound) }
        if !hasMarkup, !hasCJK || !text[line.range].contains(.asterisk) { return copy(line) }
        mask(line)
    }

    /// Whether a line consists only of the characters of a table's delimiter row.
    func isDelimiterRow(_ range: Range<Int>) -> Bool {
        text.withUnsafeBufferPointer { bytes in
            var hasDash = false
            for index in range {
                switch bytes[index] {
                case .hyphen: hasDash = true
                case .pipe, .colon, .space, .tab, .lineFeed, .carriageReturn: break
                default: return false
                }
            }
            return hasDash
        }
    }

    private mutating func beginHTML(_ line: SourceLine) {
        let (start, range) = (line.content, line.range)
        guard start + 1 < range.upperBound, text[start + 1].isASCIILetter || "/!?".utf8.contains(text[start + 1]) else { return }
        isInHTML = true
        for element in Self.rawElements where text[start + 1].asciiLowercased == element.opening.utf8Start[1] {
            guard contains(element.opening, start..<min(start + element.opening.utf8CodeUnitCount, range.upperBound)) else { continue }
            guard !contains(element.end, start..<range.upperBound) else { continue }
            if endOfOpaque(element.end.description, from: start, in: line) != nil { rawHTMLEnd = element.end }
        }
    }

    private static let preformattedEnd: StaticString = "</pre"

    /// What begins raw HTML whose lines are copied, and what ends it.
    private static let rawElements: [(opening: StaticString, end: StaticString)] = [
        ("<pre", preformattedEnd), ("<script", "</script"), ("<style", "</style"), ("<textarea", "</textarea"), ("<!--", "-->"),
        ("<?", "?>"),
        ("<![cdata[", "]]>"),
    ]

    // MARK: Footnotes

    /// Takes a footnote's definition out of the text, and leaves blank lines behind.
    private mutating func takeFootnote(_ line: SourceLine) -> Bool {
        guard var footnote = FootnoteDefinition(line, of: text, fileLine: output.fileLine) else { return false }
        // A quote goes on behind it.
        let markers = line.isQuoted ? line.range.lowerBound..<line.content : 0..<0
        output.append(markers, of: text)
        output.breakLine()
        var next = line.range.upperBound
        while next < text.count, footnote.appendLine(at: next, of: text, fileLine: output.fileLine + 1) {
            next = lines.endOfLine(from: next)
            output.fileLine += 1
            output.append(markers, of: text)
            output.breakLine()
        }
        guard footnoteKeys.insert(InlineExtensions.key(footnote.label)).inserted else {
            problems.append(
                SourceProblem(
                    .footnoteUnused, line.content, "there is a footnote “\(footnote.label)” already; this one is not shown",
                    "give one of them another label"))
            consumed = next
            return true
        }
        consumed = next
        footnotes.append(footnote)
        return true
    }

    /// Appends the definitions to the end of the text, each between placeholders of tags.
    private mutating func appendFootnotes() {
        for footnote in footnotes {
            if !output.isAtLineStart { output.breakLine() }
            output.fileLine = footnote.lines[0].fileLine
            output.breakLine()
            let opener = appendTag(of: footnote, argument: footnote.label, role: .opening)
            for line in footnote.lines {
                output.fileLine = line.fileLine
                output.append(line: line.text)
            }
            output.breakLine()
            _ = appendTag(of: footnote, argument: "", role: .closing(opener))
        }
    }

    private mutating func appendTag(of footnote: FootnoteDefinition, argument: String, role: BlockTag.Role) -> Int {
        let index = tags.add(BlockTag(.footnote, argument: argument, role: role, range: footnote.marker))
        let start = footnote.marker.lowerBound
        output.append(placeholder: .tag(index), original: start..<start, isBlock: true)
        output.breakLine()
        return index
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The index of the first byte of a line that may be markup or a bracket; the end of the range if there is none.
    fileprivate func firstSpecial(in range: Range<Int>) -> Int {
        firstIndex(in: range) { block in
            // `[` and `{` differ in one bit.
            var found = block.bytes(.openBracket, ignoring: 0x20)
            found .|= block.bytes(.lessThan)
            found .|= block.bytes(.dollar)
            found .|= block.bytes(.backslash)
            return found
        }
    }

    /// Whether a line may contain an escape, or something that CommonMark does not know.
    fileprivate func containsMarkup(_ range: Range<Int>) -> Bool {
        let start = firstIndex(in: range) { block in
            var found = block.bytes(.openBrace)
            found .|= block.bytes(.lessThan)
            found .|= block.bytes(.dollar)
            found .|= block.bytes(.backslash)
            return found
        }
        return start < range.upperBound
    }
}
