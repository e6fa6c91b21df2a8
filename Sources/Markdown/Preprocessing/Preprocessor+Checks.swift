import Bytes
import Diagnostics

extension Preprocessor {
    mutating func reportUnclosedCode() {
        for opening in fences.cutOff {
            problems.append(
                SourceProblem(
                    .codeUnclosed, opening, "this code is never closed; it ends with the list item or quote that it is in",
                    "put a line of as many backticks where it ends, as far to the right"))
        }
        guard let opening = fences.openedAt else { return }
        problems.append(
            SourceProblem(
                .codeUnclosed, opening, "this code is never closed; everything behind it is shown as code",
                "put a line of as many backticks where it ends"))
    }

    /// Tells of what is shown as text and was probably meant otherwise.
    /// - Parameter special: the offset of the first byte that may be markup or a bracket.
    mutating func check(_ line: SourceLine, from special: Int) {
        let bracket = text.withUnsafeBufferPointer { bytes in
            bytes.firstIndex(in: special..<line.range.upperBound) { $0.bytes(.openBracket) }
        }
        if let problem = foreignSyntax.problem(line, in: text, firstBracket: bracket) { problems.append(problem) }
        if text[line.content] == .hash, let problem = headingProblem(line) { problems.append(problem) }
        if bracket < line.range.upperBound { checkAddresses(line) }
        if text[line.content] == .pipe, previousLine == nil { checkHeader(line) }
    }

    /// `##Heading` without a space. One `#` may be a hashtag or a number.
    private func headingProblem(_ line: SourceLine) -> SourceProblem? {
        let marks = text[line.content..<line.range.upperBound].prefix { $0 == .hash }
        let rest = text[marks.endIndex..<line.range.upperBound]
        if marks.count > 6, rest.first == .space {
            return SourceProblem(
                .headingSpace, line.content, "a heading has at most six “#”; this is shown as text", "take some of them out")
        }
        guard let first = rest.first, marks.count <= 6,
            first.isASCIILetter || first.isASCIIDigit || first >= 0x80 || "*_`[".utf8.contains(first)
        else {
            return nil
        }
        let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) || first >= 0xC3
        guard marks.count > 1 || (previousLine == nil && isUpper) else { return nil }
        return SourceProblem(
            .headingSpace, line.content, "this is no heading without a space behind the “#”; it is shown as text", "put a space there")
    }

    /// Tells of links and images whose address has a space in it.
    private mutating func checkAddresses(_ line: SourceLine) {
        let end = min(line.range.upperBound, line.content + 4096)
        var index = line.content
        while let start = text[..<end].firstRange(of: "](", from: index).map({ $0 + 2 }) {
            guard let close = endOfParentheses(from: start, to: end) else { return }
            if text[start..<close].contains(.space), !isInCodeSpan(start, lineStart: line.content) { checkAddress(start..<close) }
            index = close
        }
        if text[line.content] == .openBracket, let start = text[..<end].firstRange(of: "]: ", from: line.content).map({ $0 + 3 }),
            text[line.content + 1] != .caret, !text[line.content..<(start - 3)].contains(.closeBracket)
        {
            let address = text[start..<end].reversed().drop(while: \.isASCIIWhitespace)
            checkAddress(start..<max(start, address.startIndex.base))
        }
    }

    private mutating func checkAddress(_ range: Range<Int>) {
        var address = text[range]
        if let size = address.lastIndex(of: .space), isSize(address[(size + 1)...]) {
            problems.append(
                SourceProblem(
                    .linkSpace, range.lowerBound, "a size behind the address makes it no image; it is shown as text",
                    "write <img src=\"…\" width=\"…\" alt=\"…\">"))
            return
        }
        // A title may follow.
        if let last = address.last, last == .quote || last == .apostrophe, let open = address.dropLast().lastIndex(of: last) {
            address = address[..<open]
            while address.last == .space { address.removeLast() }
        }
        guard address.contains(.space), isMeantAsAddress(address) else { return }
        problems.append(
            SourceProblem(
                .linkSpace, range.lowerBound, "an address with a space in it is no link; it is shown as text",
                "put it between < and >, or write %20 for the space"))
    }

    /// Whether a text is a size as other generators write it: `=100x200`, `=50%x`.
    private func isSize(_ text: ArraySlice<UInt8>) -> Bool {
        text.first == .equals && text.count > 1
            && text.dropFirst().allSatisfy {
                $0.isASCIIDigit || $0 == .percent || $0.asciiLowercased == UInt8(ascii: "x") || $0 == .asterisk
            }
    }

    /// The offset of the parenthesis that closes the one before an offset.
    private func endOfParentheses(from start: Int, to end: Int) -> Int? {
        var depth = 1
        for index in start..<end {
            if text[index] == .openParen { depth += 1 }
            if text[index] == .closeParen { depth -= 1 }
            if depth == 0 { return index }
        }
        return text[start..<end].firstIndex(of: .closeParen)
    }

    /// Whether a text with spaces in it is the name of a file or an address rather than a title or a remark.
    private func isMeantAsAddress(_ address: ArraySlice<UInt8>) -> Bool {
        if address.first == .space || address.contains(where: { "\"'<`{".utf8.contains($0) }) { return false }
        if address.starts(with: "https://".utf8) || address.starts(with: "http://".utf8) { return true }
        let path = address.prefix { $0 != .hash && $0 != .question }
        guard let dot = path.lastIndex(of: .dot) else { return path.isEmpty && address.first == .hash }
        let ending = path[(dot + 1)...]
        return (2...5).contains(ending.count) && ending.allSatisfy(\.isASCIIAlphanumeric)
    }

    /// Tells of rows that begin a paragraph and have no delimiter row below the first of them.
    private mutating func checkHeader(_ line: SourceLine) {
        let next = SourceLine(line.range.upperBound..<endOfLine(after: line.range.upperBound), of: text)
        guard isRow(line), isRow(next), !isDelimiterRow(next.content..<next.range.upperBound) else { return }
        problems.append(
            SourceProblem(
                .tableDelimiter, next.content, "a table has a row of hyphens below its header; without one, this is shown as text",
                "write a row such as | --- | --- | there"))
    }

    /// Whether each cell of a delimiter row is one of hyphens, with colons around them where there are some. The row's first byte is a pipe.
    private func isSound(_ line: SourceLine) -> Bool {
        guard text[line.content] == .pipe else { return false }
        var (hasHyphen, isOver) = (true, false)
        for byte in text[line.content..<line.range.upperBound] {
            switch byte {
            case .pipe:
                if !hasHyphen { return false }
                (hasHyphen, isOver) = (false, false)
            case .hyphen:
                if isOver { return false }
                hasHyphen = true
            default: isOver = isOver || hasHyphen
            }
        }
        return !hasHyphen
    }

    private func pipes(_ line: SourceLine) -> Int { text[line.content..<line.range.upperBound].count { $0 == .pipe } }

    /// Whether a line begins and ends with a pipe and has a third between them.
    private func isRow(_ line: SourceLine) -> Bool {
        let content = text[line.content..<line.range.upperBound].reversed().drop(while: \.isASCIIWhitespace)
        return content.count > 3 && content.first == .pipe && content.last == .pipe && content.count { $0 == .pipe } > 2
    }

    private func endOfLine(after start: Int) -> Int {
        start < text.count ? (text[start...].firstIndex { $0 == .lineFeed }.map { $0 + 1 } ?? text.count) : text.count
    }

    /// Tells of a delimiter row that makes no table of the lines around it.
    mutating func checkTable(_ line: SourceLine) {
        guard dialect == .gitbook, let previousLine, text[line.range].contains(.pipe), text[previousLine].contains(.pipe) else { return }
        let header = SourceLine(previousLine, of: text)
        // Nearly all fit, and have as many pipes.
        if pipes(header) == pipes(line), isSound(line) { return }
        let lines = [(text[header.content..<previousLine.upperBound], 0), (text[line.content..<line.range.upperBound], 0)]
        guard PipeTable(lines, delimiterRow: 1, dialect: dialect) == nil, PipeTable.isFirst(lines[0].0, lines[1].0) else { return }
        problems.append(
            SourceProblem(
                .tableDelimiter, line.content, "this row does not fit the header above it, so the table is shown as text",
                "give it as many cells as the header, each of at least one “-”"))
    }
}
