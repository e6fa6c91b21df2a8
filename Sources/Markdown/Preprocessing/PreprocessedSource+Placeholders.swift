import Bytes

/// Placeholders, and what they stand for.
extension PreprocessedSource {
    mutating func appendPlaceholder(_ content: Content, original: Range<Int>, isBlock: Bool) {
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

    /// Code and raw HTML as they were written: placeholders that landed there are put back.
    func restored(_ code: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(code.count)
        var rest = code
        while let index = rest.firstIndex(of: UInt8(ascii: "<")) {
            out += rest[..<index]
            if let (mask, end) = masks.mask(at: index, in: code) {
                out += text[mask.original]
                rest = code[end...]
            } else {
                out.append(code[index])
                rest = code[(index + 1)...]
            }
        }
        return out + rest
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
            var rest = bytes[Int(lineStarts[line - 1])..<(line < lineStarts.count ? Int(lineStarts[line]) : bytes.count)]
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
}

extension PreprocessedSource.Masks {
    /// The mask whose placeholder begins here, and where the placeholder ends.
    func mask(at start: Int, in text: ArraySlice<UInt8>) -> (mask: PreprocessedSource.Mask, end: Int)? {
        guard start + 5 < text.endIndex, text[start] == UInt8(ascii: "<") else { return nil }
        let isBlock = text[start + 1] == UInt8(ascii: "?") && text[start + 2] == UInt8(ascii: "k")
        guard isBlock || (text[start + 1] == UInt8(ascii: "k") && text[start + 2] == UInt8(ascii: "-")) else { return nil }
        var index = start + 3
        var id = 0
        while index < text.endIndex, text[index].isASCIIDigit, id < count {
            id = id * 10 + Int(text[index] - UInt8(ascii: "0"))
            index += 1
        }
        guard index > start + 3, id < count else { return nil }
        while index < text.endIndex, text[index] == 0x20 { index += 1 }
        guard index + 1 < text.endIndex, text[index] == UInt8(ascii: isBlock ? "?" : "/"), text[index + 1] == UInt8(ascii: ">") else {
            return nil
        }
        return (all[id], index + 2)
    }
}
