import Bytes

/// Masks what libcmark must not read in a line of text.
extension Preprocessor {
    mutating func mask(_ line: SourceLine) {
        let end = line.range.upperBound
        copied = line.range.lowerBound
        var index = nextSpecial(from: line.content, to: end)
        while index < end { index = maskConstruct(at: index, in: line) }
        if copied < end { output.append(line: copied..<end, of: text) } else { output.endLine() }
    }

    /// Copies a line of preformatted text, in which only what is never closed is masked.
    mutating func maskUnclosed(in line: SourceLine) {
        let end = line.range.upperBound
        copied = line.range.lowerBound
        var index = line.range.lowerBound
        while let start = text[index..<end].firstIndex(of: .lessThan) {
            if dialect == .gitbook, startsUnclosed(at: start, in: line) { maskLessThan(at: start) }
            index = start + 1
        }
        if copied < end { output.append(line: copied..<end, of: text) } else { output.endLine() }
    }

    private mutating func maskLessThan(at index: Int) {
        copy(to: index)
        output.append(EscapeMask.maskedLessThan)
        copied = index + 1
    }

    /// Copies the line up to an offset.
    private mutating func copy(to end: Int) {
        output.append(copied..<end, of: text)
        copied = end
    }

    /// Masks what begins at a special byte. Returns the offset at which to continue.
    private mutating func maskConstruct(at index: Int, in line: SourceLine) -> Int {
        let end = line.range.upperBound
        switch text[index] {
        case .backtick: return endOfCodeSpan(index, end)
        case .backslash:
            maskEscape(at: index, lineEnd: end)
            return index + 2
        case .lessThan where dialect == .gitbook:
            if startsUnknownTag(at: index) || startsUnclosed(at: index, in: line) {
                maskLessThan(at: index)
            } else {
                return nextSpecial(from: endOfHTML(at: index, in: line), to: end)
            }
        case .asterisk: return nextSpecial(from: joinEmphasis(at: index, lineEnd: end), to: end)
        case .openBrace where dialect == .gitbook && index + 1 < end && text[index + 1] == .percent:
            if let next = maskTag(at: index, in: line) { return next }
        case .dollar where dialect == .gitbook && codeElement == nil && index + 1 < end && text[index + 1] == .dollar:
            return maskMaths(at: index, in: line) ?? index + 2
        default: break
        }
        return nextSpecial(from: index + 1, to: end)
    }

    private mutating func maskEscape(at index: Int, lineEnd: Int) {
        guard index + 1 < lineEnd, let trail = EscapeMask.trail(for: text[index + 1]) else { return }
        switch text[index + 1] {
        case .tilde: break
        // An escaped bracket is one unless a footnote would begin with it.
        case .openBracket: guard index + 2 < lineEnd, text[index + 2] == .caret else { return }
        default: guard dialect == .gitbook else { return }
        }
        copy(to: index)
        output.append(EscapeMask.lead)
        output.append(trail)
        copied = index + 2
    }

    /// The next byte at which something to be masked may begin; `end` if there is none.
    private func nextSpecial(from start: Int, to end: Int) -> Int {
        text.withUnsafeBufferPointer { bytes in
            bytes.firstIndex(in: start..<Swift.max(start, end)) { block in
                var found = block.bytes(.backtick)
                found .|= block.bytes(.backslash)
                found .|= block.bytes(.lessThan)
                found .|= block.bytes(.openBrace)
                found .|= block.bytes(.dollar)
                if hasCJK { found .|= block.bytes(.asterisk) }
                return found
            }
        }
    }

    /// Inserts what a run of `*` needs to open or close emphasis among Chinese, Japanese or Korean text. Returns the offset after the run.
    private mutating func joinEmphasis(at start: Int, lineEnd: Int) -> Int {
        let run = start..<text[start..<lineEnd].prefix { $0 == .asterisk }.endIndex
        guard hasCJK, run.count <= 3 else { return run.upperBound }
        let emphasis = CJKEmphasis(run, in: text)
        if emphasis.needsMarkBefore {
            copy(to: start)
            appendJoiner()
        }
        if emphasis.needsMarkAfter {
            copy(to: run.upperBound)
            appendJoiner()
        }
        return run.upperBound
    }

    private mutating func appendJoiner() {
        output.append(EscapeMask.joinerLead)
        output.append(EscapeMask.joinerTrail)
    }

    /// The offset after the code span that begins at `start`; after its backticks if they are not closed.
    private func endOfCodeSpan(_ start: Int, _ end: Int) -> Int {
        let length = text[start..<end].prefix { $0 == .backtick }.count
        var index = start + length
        while let next = text[index..<end].firstIndex(of: .backtick) {
            let run = text[next..<end].prefix { $0 == .backtick }.count
            if run == length { return next + run }
            index = next + run
        }
        return start + length
    }

    // MARK: Maths

    /// Masks `$$…$$` on one line, or from a `$$` on a line of its own to one at the end of a line. Returns the offset after it; nil if it is not
    /// maths.
    private mutating func maskMaths(at start: Int, in line: SourceLine) -> Int? {
        let lineEnd = line.range.upperBound
        let tex = start + 2
        if let close = text[..<lineEnd].firstRange(of: "$$", from: tex) {
            guard text[tex..<close].contains(where: { !$0.isASCIIWhitespace }) else { return nil }
            copy(to: start)
            let end = close + 2
            let isAlone = start == line.content && text[end..<lineEnd].allSatisfy(\.isASCIIWhitespace)
            if isAlone, isInHTML { beginBlockAfterHTML(line) }
            output.append(placeholder: .maths(tex..<close, isDisplay: isAlone), original: start..<end, isBlock: isAlone)
            copied = end
            return copied
        }
        let opensAlone = start == line.content && text[tex..<lineEnd].allSatisfy(\.isASCIIWhitespace)
        guard opensAlone, let close = text[...].firstRange(of: "$$", from: tex), isBlank(after: close + 2) else { return nil }
        copy(to: start)
        output.append(placeholder: .maths(tex..<close, isDisplay: true), original: start..<(close + 2), isBlock: true)
        output.breakLine()
        skipLines(from: lineEnd, to: close + 2)
        return copied
    }

    /// Whether nothing but white space follows on the line.
    private func isBlank(after index: Int) -> Bool {
        text[index...].prefix { $0 != .lineFeed && $0 != .carriageReturn }.allSatisfy(\.isASCIIWhitespace)
    }

    /// Skips what has been read as part of a construct of several lines. What follows on the last of them is read as a line of its own.
    private mutating func skipLines(from start: Int, to end: Int) {
        consumed = lines.skipLines(from: start, to: end)
        if consumed == end { consumed += text[end...].prefix { $0 == .space || $0 == .tab }.count }
        copied = consumed
    }

    // MARK: Tags

    /// Masks the GitBook tag that begins at `start`. Returns the offset at which to continue; nil if there is no tag.
    private mutating func maskTag(at start: Int, in line: SourceLine) -> Int? {
        let lineEnd = line.range.upperBound
        guard codeElement == nil, var tag = readTag(at: start, lineEnd: lineEnd) else { return nil }
        let end = tag.range.upperBound
        if tag.writtenName == "raw" || isInRawTag { return takeRaw(tag) }
        let isFirst = output.isAtLineStart && isLinePrefix(copied..<start)
        // In a sentence, what is never closed is an example; so is what names a tag in a link's text or title.
        if !isFirst, tag.role == .opening, !tag.name.isVoidable, !tagScanner.isClosed(tag, open: tags.openCount(tag.writtenName)) {
            return nil
        }
        if !isFirst, !isInHTML, isInLink(start..<end, in: line) { return nil }
        let isAlone = isFirst && (end > lineEnd || tagScanner.isOnlyTags(end..<lineEnd))
        // Within a sentence, a condition is an example of another template language.
        if !isAlone, !isInHTML, [.if, .else, .elif].contains(tag.name) { return nil }
        if tag.role == .stray {
            tag.role = tags.close(tag)
            // A closing tag that closes nothing is another language's.
            if tag.role == .stray, tag.name == .plugin {
                reportUnknown("end" + tag.writtenName, at: start, lineEnd: lineEnd)
                return nil
            }
        } else {
            tags.open(tag)
        }
        if case .closing(let opener) = tag.role, isFirst { unindent(start, to: tags.column(of: opener)) }
        let index = tags.add(tag, column: start - line.range.lowerBound)
        copy(to: start)
        if isInHTML, isFirst { beginBlockAfterHTML(line) } else if !isFirst, !isInHTML { output.breakLine() }
        output.append(placeholder: .tag(index), original: start..<end, isBlock: true)
        copied = end
        if end > lineEnd {
            output.breakLine()
            skipLines(from: lineEnd, to: end)
            return copied
        }
        // What follows on the line is Markdown of its own.
        if !isInHTML || isFirst, text[end..<lineEnd].contains(where: { !$0.isASCIIWhitespace }) {
            while copied < lineEnd, text[copied] == .space || text[copied] == .tab { copied += 1 }
            output.breakLine()
        }
        if isFirst { isInHTML = false }
        return max(end, copied)
    }

    private mutating func readTag(at start: Int, lineEnd: Int) -> BlockTag? {
        switch tagScanner.read(at: start, lineEnd: lineEnd) {
        case .tag(let tag): return tag
        case .unknown(let name): reportUnknown(name, at: start, lineEnd: lineEnd)
        case .unclosed(let name):
            if !isInRawTag, BlockName.gitBookNames.contains(name.withoutEnd) {
                problems.append(
                    SourceProblem(
                        .blockUnbalanced, start, "the tag {% \(name) is never closed and is shown as text", "put %} where it ends"))
            }
        }
        return nil
    }

    /// Takes out `{% raw %}` and `{% endraw %}`, between which no other tag is read. Returns the offset after them; nil for another tag.
    private mutating func takeRaw(_ tag: BlockTag) -> Int? {
        guard tag.writtenName == "raw", (tag.role == .stray) == isInRawTag else { return nil }
        isInRawTag.toggle()
        copy(to: tag.range.lowerBound)
        copied = tag.range.upperBound
        return copied
    }

    /// Whether a range is part of a link or an image: its text, address or title.
    private func isInLink(_ range: Range<Int>, in line: SourceLine) -> Bool {
        // Lines that are longer hold no sentence.
        let content = text[line.content..<min(line.range.upperBound, line.content + 4096)]
        var start = content.startIndex
        while let middle = content.firstRange(of: "](", from: start), let end = endOfAddress(from: middle + 2, to: content.endIndex) {
            let open = content[start..<middle].lastIndex(of: .openBracket) ?? middle
            if open < range.lowerBound, range.upperBound < end { return true }
            start = end
        }
        return false
    }

    /// The offset after the parenthesis that ends a link's address and title.
    private func endOfAddress(from start: Int, to end: Int) -> Int? {
        var isQuoted = false
        for index in start..<end {
            if text[index] == .quote { isQuoted.toggle() }
            if text[index] == .closeParen, !isQuoted { return index + 1 }
        }
        return nil
    }

    /// Whether a range consists of indentation, block quote markers and list markers only.
    private func isLinePrefix(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            if text[index] == .space || text[index] == .tab || text[index] == .greaterThan {
                index += 1
            } else if let end = ListMarker.end(in: text, at: index), end <= range.upperBound {
                index = end
            } else {
                return false
            }
        }
        return true
    }

    /// Inserts a blank line before what begins the current line: libcmark takes everything up to a blank line for HTML.
    private mutating func beginBlockAfterHTML(_ line: SourceLine) {
        output.removeFromLine(atMost: line.indentation)
        var markersEnd = line.content
        while markersEnd > line.range.lowerBound, text[markersEnd - 1] == .space || text[markersEnd - 1] == .tab { markersEnd -= 1 }
        output.append(line.range.lowerBound..<markersEnd, of: text)
        output.breakLine()
        output.append(line.range.lowerBound..<line.content, of: text)
        isInHTML = false
    }

    /// Formatters move closing tags into the last item of a list; they belong where the opening tag is.
    private mutating func unindent(_ start: Int, to column: Int) {
        guard copied < start, text[copied..<start].allSatisfy({ $0 == .space || $0 == .tab }), start - copied > column else { return }
        copied = start - column
    }
}
