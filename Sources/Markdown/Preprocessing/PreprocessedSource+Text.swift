import Bytes

/// Lines of text: what in them libcmark must not read.
extension PreprocessedSource {
    mutating func readText(_ range: Range<Int>, _ content: Int, _ indentation: Int, _ isQuoted: Bool) {
        if text[content] == UInt8(ascii: "<") { beginHTML(range, content) }
        if text[content] == UInt8(ascii: "[") { definitions += text[range] }
        if isDelimiterRow(content..<range.upperBound) {
            delimiterRows.append(Int32(truncatingIfNeeded: lines.count + 1))
            return append(range)
        }
        let isPlain = text.withUnsafeBufferPointer { !$0.containsMarkup(range) }
        if isPlain || dialect == .commonmark { return append(range) }
        // Indented code needs no tags.
        if indentation >= 4, !isInList, !isQuoted, lines.count > 0, bytes.suffix(2).elementsEqual([0x0A, 0x0A]) { return append(range) }
        rewrite(range, content)
    }

    /// Whether a line consists of what makes up the second row of a table.
    func isDelimiterRow(_ range: Range<Int>) -> Bool {
        text.withUnsafeBufferPointer { bytes in
            var hasDash = false
            for index in range {
                switch bytes[index] {
                case UInt8(ascii: "-"): hasDash = true
                case UInt8(ascii: "|"), UInt8(ascii: ":"), 0x20, 0x09, 0x0A, 0x0D: break
                default: return false
                }
            }
            return hasDash
        }
    }

    mutating func beginHTML(_ range: Range<Int>, _ content: Int) {
        guard content + 1 < range.upperBound,
            text[content + 1].isASCIILetter || text[content + 1] == UInt8(ascii: "/") || text[content + 1] == UInt8(ascii: "!")
        else { return }
        isInHTML = true
        for (start, end) in [("<pre", "</pre"), ("<script", "</script"), ("<style", "</style"), ("<!--", "-->")]
            as [(StaticString, StaticString)]
        {
            let name = UnsafeBufferPointer(start: start.utf8Start, count: start.utf8CodeUnitCount)
            guard text.count - content >= name.count, name.indices.allSatisfy({ text[content + $0].asciiLowercased == name[$0] }) else {
                continue
            }
            if text[range].firstRange(of: end, from: content) == nil { rawEnd = end }
        }
    }

    mutating func rewrite(_ range: Range<Int>, _ content: Int) {
        var copied = range.lowerBound
        var index = nextMark(from: content, to: range.upperBound)
        func flush(_ self: inout PreprocessedSource, to end: Int) {
            self.text.withUnsafeBufferPointer { self.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0[copied..<end])) }
            copied = end
        }
        while index < range.upperBound {
            switch text[index] {
            case UInt8(ascii: "`"):
                index = endOfCode(index, range.upperBound)
                continue
            case UInt8(ascii: "\\"):
                if index + 1 < range.upperBound, let trail = EscapeMask.trail(for: text[index + 1]),
                    dialect == .gitbook || text[index + 1] == UInt8(ascii: "~")
                {
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
    func nextMark(from start: Int, to end: Int) -> Int {
        text.withUnsafeBufferPointer { bytes in
            bytes.firstIndex(in: start..<Swift.max(start, end)) { block in
                var found = block.bytes(UInt8(ascii: "`"))
                found .|= block.bytes(UInt8(ascii: "\\"))
                found .|= block.bytes(UInt8(ascii: "<"))
                found .|= block.bytes(UInt8(ascii: "{"))
                found .|= block.bytes(UInt8(ascii: "$"))
                return found
            }
        }
    }

    /// Behind the code span that begins here; behind its backticks, if there is none.
    func endOfCode(_ start: Int, _ end: Int) -> Int {
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
    func startsUnknownTag(at index: Int) -> Bool {
        var start = index + 1
        if start < text.count, text[start] == UInt8(ascii: "/") { start += 1 }
        guard start < text.count, text[start].isASCIILetter else { return false }
        var end = start
        while end < text.count, text[end].isASCIIAlphanumeric || text[end] == UInt8(ascii: "-") { end += 1 }
        // `<https://…>` and `<name@host>` are autolinks; `](<a b>)` and `]: <a b>` are destinations.
        guard end < text.count, text[end].isASCIIWhitespace || text[end] == UInt8(ascii: ">") || text[end] == UInt8(ascii: "/")
        else { return false }
        if index > 1, text[index - 1] == UInt8(ascii: "("), text[index - 2] == UInt8(ascii: "]") { return false }
        if index > 2, text[index - 1] == UInt8(ascii: " "), text[index - 2] == UInt8(ascii: ":"), text[index - 3] == UInt8(ascii: "]") {
            return false
        }
        return HTMLElement(name: text[start..<end]) == nil
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether there is any byte with which something begins that CommonMark does not know, or an escape.
    fileprivate func containsMarkup(_ range: Range<Int>) -> Bool {
        let start = firstIndex(in: range) { block in
            var found = block.bytes(UInt8(ascii: "{"))
            found .|= block.bytes(UInt8(ascii: "<"))
            found .|= block.bytes(UInt8(ascii: "$"))
            found .|= block.bytes(UInt8(ascii: "\\"))
            return found
        }
        return start < range.upperBound
    }
}
