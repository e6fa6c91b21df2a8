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
    private var fences = FenceTracker()
    private var isInList = false
    /// The end of raw HTML whose content is copied unchanged, such as `</pre`.
    private var rawHTMLEnd: StaticString?
    private var footnotes: [FootnoteDefinition] = []

    /// Preprocesses the whole text.
    ///
    /// - Parameter firstLine: the line of the file at which the text begins, from 1.
    init(_ text: consuming [UInt8], firstLine: Int, dialect: Dialect) {
        EscapeMask.clear(&text)
        self.text = text
        self.dialect = dialect
        output = MaskedOutput(reserving: self.text.count, firstLine: firstLine)
        tagScanner = TagScanner(self.text)
        lines = LineScanner(self.text)
        var start = 0
        while start < self.text.count {
            let end = lines.endOfLine(from: start)
            read(start..<end)
            start = max(end, consumed)
            output.fileLine = firstLine + lines.count
        }
        tags.closeAll()
        appendFootnotes()
    }

    private mutating func read(_ range: Range<Int>) {
        let line = SourceLine(range, of: text)
        if fences.consume(line, of: text, isInList: isInList) { return copy(line) }
        if let end = rawHTMLEnd {
            if text[range].firstRange(of: end, from: range.lowerBound) != nil { rawHTMLEnd = nil }
            return copy(line)
        }
        guard line.content < range.upperBound, !text[line.content].isASCIIWhitespace else {
            isInHTML = false
            return copy(line)
        }
        let itemContent = ListMarker.end(in: text, at: line.content)
        if line.indentation == 0 { isInList = itemContent != nil }
        if let itemContent, ListMarker.isTask(in: text, content: itemContent, lineEnd: range.upperBound) {
            taskLines.insert(output.lineNumber)
        }
        if fences.opens(line, of: text, itemContent: itemContent, isInList: isInList) { return copy(line) }
        if !line.isQuoted, line.indentation < 4, takeFootnote(line) { return }
        readText(line)
    }

    private mutating func copy(_ line: SourceLine) { output.append(line: line.range, of: text) }

    private mutating func readText(_ line: SourceLine) {
        if text[line.content] == .lessThan { beginHTML(line) }
        if text[line.content] == .openBracket { definitions += text[line.range] }
        if isDelimiterRow(line.content..<line.range.upperBound) {
            delimiterRows.append(output.lineNumber)
            return copy(line)
        }
        if text.withUnsafeBufferPointer({ !$0.containsMarkup(line.range) }) { return copy(line) }
        // Nothing is masked in indented code.
        if line.indentation >= 4, !isInList, !line.isQuoted, output.endsWithBlankLine { return copy(line) }
        mask(line)
    }

    /// Whether a line consists only of the characters of a table's delimiter row.
    private func isDelimiterRow(_ range: Range<Int>) -> Bool {
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
        guard start + 1 < range.upperBound, text[start + 1].isASCIILetter || text[start + 1] == .slash || text[start + 1] == .exclamation
        else { return }
        isInHTML = true
        let rawElements: [(StaticString, StaticString)] = [
            ("<pre", "</pre"), ("<script", "</script"), ("<style", "</style"), ("<!--", "-->"),
        ]
        for (opening, end) in rawElements {
            let opening = UnsafeBufferPointer(start: opening.utf8Start, count: opening.utf8CodeUnitCount)
            guard text.count - start >= opening.count, opening.indices.allSatisfy({ text[start + $0].asciiLowercased == opening[$0] })
            else { continue }
            if text[range].firstRange(of: end, from: start) == nil { rawHTMLEnd = end }
        }
    }

    // MARK: Footnotes

    /// Takes a footnote's definition out of the text, and leaves blank lines behind.
    private mutating func takeFootnote(_ line: SourceLine) -> Bool {
        guard var footnote = FootnoteDefinition(line, of: text, fileLine: output.fileLine) else { return false }
        output.breakLine()
        var next = line.range.upperBound
        while next < text.count, footnote.appendLine(at: next, of: text, fileLine: output.fileLine + 1) {
            next = lines.endOfLine(from: next)
            output.fileLine += 1
            output.breakLine()
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
