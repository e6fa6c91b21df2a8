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
        let isAtStart = index == line.content
        switch text[index + 1] {
        case .exclamation:
            if text[index...].starts(with: "<!--".utf8) { return isAtStart && isUnclosed("-->", "a comment", index) }
            if text[index...].starts(with: "<![CDATA[".utf8) { return isAtStart && isUnclosed("]]>", "<![CDATA[", index) }
            return false
        case .question: return isAtStart && isUnclosed("?>", "<?", index)
        default:
            guard let (element, isEnd) = tag(at: index), !isEnd, Self.opaqueElements.contains(element), !isSelfClosed(at: index, line)
            else {
                return false
            }
            return isUnclosed("</" + element.rawValue, "<\(element.rawValue)>", index)
        }
    }

    private mutating func isUnclosed(_ end: String, _ name: String, _ index: Int) -> Bool {
        if ends.occurs(end, after: index + 2) { return false }
        problems.append(
            SourceProblem(
                .htmlUnbalanced, index, "\(name) is opened here and never closed; what is behind it is shown", "close it, or take it out"))
        return true
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
