import Bytes

/// Raw HTML in a line of text, as far as it must be known before libcmark reads it.
extension Preprocessor {
    /// Elements whose content readers see as it is written.
    private static let codeElements: Set<HTMLElement> = [.code, .pre, .kbd, .samp, .tt]

    /// Elements that are left out with their content.
    private static let opaqueElements: Set<HTMLElement> = [
        .script, .style, .template, .svg, .math, .noframes, .canvas, .textarea, .head, .title,
    ]

    /// Whether the `<` at an offset opens something that is never closed, so that everything behind it would be lost. It is then text.
    mutating func startsUnclosed(at index: Int, in line: SourceLine) -> Bool {
        guard index + 1 < text.count else { return false }
        switch text[index + 1] {
        case .exclamation:
            if text[index...].starts(with: "<!--".utf8) { return isUnclosed("-->", "a comment", index, line) }
            return text[index...].starts(with: "<![CDATA[".utf8) && isUnclosed("]]>", "<![CDATA[", index, line)
        case .question:
            let isInstruction = index + 2 < text.count && text[index + 2].isASCIILetter
            return (isInstruction || index == line.content) && isUnclosed("?>", "<?", index, line)
        default:
            guard let (element, isEnd) = tag(at: index), !isEnd else { return false }
            // In a sentence, the name of a part of something else: `a <td> tag`.
            if !isInHTML, !element.requiredParents.isEmpty || element == .option {
                return !ends.occurs("</" + element.rawValue, after: index)
            }
            guard Self.opaqueElements.contains(element), !isSelfClosed(at: index, line) else { return false }
            return isUnclosed("</" + element.rawValue, "<\(element.rawValue)>", index, line)
        }
    }

    private mutating func isUnclosed(_ end: String, _ name: String, _ index: Int, _ line: SourceLine) -> Bool {
        if endOfOpaque(end, from: index, in: line) != nil { return false }
        problems.append(
            SourceProblem(
                .htmlUnbalanced, index, "\(name) is opened here and never closed; what is behind it is shown", "close it, or take it out"))
        return true
    }

    /// Where what begins at an offset and is read for nothing but its end is closed: within the same paragraph, item or quote, and not in
    /// code. Nil if it never is.
    mutating func endOfOpaque(_ end: String, from index: Int, in line: SourceLine) -> Int? {
        var from = index + 2
        while let found = ends.next(end, from: from) {
            if found < line.range.upperBound {
                if !isInCodeSpan(found, lineStart: index) { return found }
            } else if found >= endOfContainer(of: index, in: line) {
                return nil
            } else if !ends.isFenced(found, from: index), !isInCodeSpan(found, lineStart: startOfLine(found)) {
                return found
            }
            from = found + 1
        }
        return nil
    }

    private func startOfLine(_ index: Int) -> Int {
        text[..<index].lastIndex { $0 == .lineFeed || $0 == .carriageReturn }.map { $0 + 1 } ?? 0
    }

    /// Whether a code span that begins on the same line is still open.
    func isInCodeSpan(_ index: Int, lineStart: Int) -> Bool {
        var (position, open) = (max(lineStart, index - 2_000), 0)
        while position < index {
            guard text[position] == .backtick else {
                position += 1
                continue
            }
            let run = text[position..<index].prefix { $0 == .backtick }.count
            open = open == 0 ? run : open == run ? 0 : open
            position += run
        }
        guard open > 0 else { return false }
        // It is one only if it is closed on the line.
        let rest = text[index...].prefix { $0 != .lineFeed && $0 != .carriageReturn }
        return rest.contains(.backtick)
    }

    /// The offset after the paragraph, item or quote in which something begins. What begins a line outside of both ends with the text.
    private mutating func endOfContainer(of index: Int, in line: SourceLine) -> Int {
        let marker = ListMarker.end(in: text, at: line.content)
        let isFirst = index == line.content || index == marker
        guard isFirst || isInHTML else { return endOfLines(after: line) { $0.isBlank } }
        if line.isQuoted { return endOfLines(after: line) { !$0.line.isQuoted } }
        if marker != nil { return endOfLines(after: line) { !$0.isBlank && $0.line.indentation <= line.indentation } }
        return line.indentation > 0 && isInList ? endOfLines(after: line) { !$0.isBlank && $0.line.indentation == 0 } : text.count
    }

    /// The offset of the first line after one for which something holds; no more than 500 lines are looked at.
    private func endOfLines(after line: SourceLine, where holds: ((line: SourceLine, isBlank: Bool)) -> Bool) -> Int {
        var start = line.range.upperBound
        for _ in 0..<500 where start < text.count {
            let end = text[start...].firstIndex(of: .lineFeed).map { $0 + 1 } ?? text.count
            let next = SourceLine(start..<end, of: text)
            if holds((next, next.content >= end || text[next.content].isASCIIWhitespace)) { return start }
            start = end
        }
        return start
    }

    private func isSelfClosed(at index: Int, _ line: SourceLine) -> Bool {
        text[index..<line.range.upperBound].firstIndex(of: .greaterThan).map { text[$0 - 1] == .slash } ?? false
    }

    /// The offset after the comment or tag at a `<`, of which no part is a tag of GitBook's; that after the `<` for anything else.
    mutating func endOfHTML(at index: Int, in line: SourceLine) -> Int {
        let lineEnd = line.range.upperBound
        if text[index...].starts(with: "<!--".utf8) {
            guard ends.occurs("-->", after: index + 4) else { return index + 4 }
            return text[..<lineEnd].firstRange(of: "-->", from: index + 4).map { $0 + 3 } ?? index + 4
        }
        guard let (element, isEnd) = tag(at: index) else { return index + 1 }
        if isEnd {
            if element == codeElement { codeElement = nil }
            return index + 1
        }
        let end = ends.occurs("{%", after: index) ? endOfTag(from: index + 1, to: lineEnd) : nil
        if codeElement == nil, Self.codeElements.contains(element), ends.occurs("</" + element.rawValue, after: index) {
            codeElement = element
        }
        return end ?? index + 1
    }

    /// The offset after the `>` of a start tag, past its quoted values; nil if it does not end on the line, or is longer than any real one.
    private func endOfTag(from start: Int, to lineEnd: Int) -> Int? {
        var quote: UInt8?
        for index in start..<min(lineEnd, start + 2048) {
            let byte = text[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == .greaterThan {
                return index + 1
            } else if (byte == .quote || byte == .apostrophe) && text[index - 1] == .equals {
                quote = byte
            }
        }
        return nil
    }

    /// The element of the tag at a `<`, and whether it is an end tag; nil if there is none.
    private func tag(at index: Int) -> (element: HTMLElement, isEnd: Bool)? {
        let isEnd = index + 1 < text.count && text[index + 1] == .slash
        let start = index + (isEnd ? 2 : 1)
        guard start < text.count, text[start].isASCIILetter else { return nil }
        let name = text[start..<min(start + 12, text.count)].prefix { $0.isASCIIAlphanumeric }
        return HTMLElement(name: name).map { ($0, isEnd) }
    }
}

extension String {
    /// A tag's name without the `end` of a closing tag.
    var withoutEnd: String { hasPrefix("end") && utf8.count > 3 ? String(dropFirst(3)) : self }
}
