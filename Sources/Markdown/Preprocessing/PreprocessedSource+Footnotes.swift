import Bytes

/// Footnotes, whose definitions are moved behind the text.
extension PreprocessedSource {
    /// `[^label]: …` with the lines that go on with it; the definition is moved behind the text.
    mutating func readFootnote(_ range: Range<Int>, _ content: Int) -> Bool {
        guard text[content] == UInt8(ascii: "["), content + 3 < range.upperBound, text[content + 1] == UInt8(ascii: "^") else {
            return false
        }
        let label = text[(content + 2)..<range.upperBound].prefix { $0 != UInt8(ascii: "]") && !$0.isASCIIWhitespace }
        let close = label.endIndex
        guard !label.isEmpty, close + 1 < range.upperBound, text[close] == UInt8(ascii: "]"), text[close + 1] == UInt8(ascii: ":") else {
            return false
        }
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
    func footnoteLine(_ start: Int, _ canBeLazy: Bool) -> [UInt8]? {
        let end = (text[start...].firstIndex(of: 0x0A) ?? text.count - 1) + 1
        let content = text[start..<end]
        if content.allSatisfy(\.isASCIIWhitespace) {
            guard let next = text[end...].firstIndex(where: { $0 != 0x0A && $0 != 0x0D }) else { return nil }
            return text[next...].starts(with: "    ".utf8) || text[next] == 0x09 ? Array(content) : nil
        }
        if content.starts(with: "    ".utf8) { return Array(content.dropFirst(4)) }
        if content.first == 0x09 { return Array(content.dropFirst(1)) }
        let first = content.drop { $0 == 0x20 }
        guard canBeLazy, let byte = first.first, !"[#>`~<|".utf8.contains(byte), !first.starts(with: "{%".utf8),
            markerEnd(first.startIndex) == nil
        else { return nil }
        return Array(first)
    }

    mutating func appendFootnotes() {
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

    mutating func appendFootnoteTag(_ tag: BlockTag) {
        tags.append(tag)
        appendPlaceholder(.tag(tags.count - 1), original: tag.range.lowerBound..<tag.range.lowerBound, isBlock: true)
        breakLine()
    }
}
