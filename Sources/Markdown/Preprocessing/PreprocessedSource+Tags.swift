import Bytes

/// GitBook's tags and maths behind placeholders.
extension PreprocessedSource {
    // MARK: Maths

    /// `$$…$$` on one line, or between lines of their own.
    mutating func readMaths(at start: Int, _ range: Range<Int>, _ content: Int, _ copied: inout Int) -> Int? {
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
    mutating func skip(toLineAfter end: Int, from start: Int) -> Int {
        var next = start
        while next < end { next = endOfLine(from: next) }
        taken = next
        return next
    }

    // MARK: Tags

    mutating func readTag(at start: Int, _ range: Range<Int>, _ content: Int, _ copied: inout Int) -> Int? {
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
    func endOfTag(from start: Int, lineEnd: Int) -> Int? {
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
    func isPrefix(_ range: Range<Int>) -> Bool {
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

    func isRestTags(_ start: Int, _ end: Int) -> Bool {
        var rest = text[start..<end].drop(while: \.isASCIIWhitespace)
        while rest.starts(with: "{%".utf8) {
            guard let close = rest.firstRange(of: "%}", from: rest.startIndex) else { return false }
            rest = rest[(close + 2)...].drop(while: \.isASCIIWhitespace)
        }
        return rest.isEmpty
    }

    /// libcmark takes all until an empty line for HTML, so there must be one.
    mutating func beginBlockAfterHTML(_ range: Range<Int>, _ content: Int) {
        let prefix = text[range.lowerBound..<content]
        let written = bytes.count
        while bytes.count > 0, bytes[bytes.count - 1] != 0x0A, written - bytes.count < prefix.count { bytes.removeLast() }
        bytes.append(contentsOf: prefix.reversed().drop { $0 == 0x20 || $0 == 0x09 }.reversed())
        breakLine()
        bytes.append(contentsOf: prefix)
        isInHTML = false
    }

    /// Formatters push closing tags into the last item of a list; they belong where the opening one stands.
    mutating func unindent(_ start: Int, to indentation: Int, _ copied: inout Int) {
        guard copied < start, text[copied..<start].allSatisfy({ $0 == 0x20 || $0 == 0x09 }), start - copied > indentation else { return }
        copied = start - indentation
    }

    mutating func openTag(_ tag: BlockTag) {
        settleVoid()
        if tag.name.endsItsLike, let last = open.last, tags[last].name == tag.name { open.removeLast() }
        if tag.name == .else || tag.name == .elif {
            if let last = open.last, tags[last].name == .elif || tags[last].name == .else { open.removeLast() }
        }
        open.append(tags.count)
    }

    /// A block that need not be closed has not been, if another tag follows first.
    mutating func settleVoid() {
        while let last = open.last, tags[last].name.isVoidable, tags[last].name != .prompt, !tags[last].name.holdsBlocks {
            tags[last].role = .void
            open.removeLast()
        }
    }

    mutating func close(_ tag: BlockTag) -> BlockTag.Role {
        guard let index = open.lastIndex(where: { tags[$0].name == tag.name && tags[$0].writtenName == tag.writtenName }) else {
            return .stray
        }
        let opener = open[index]
        for inner in open[(index + 1)...] where tags[inner].name.isVoidable { tags[inner].role = .void }
        open.removeSubrange(index...)
        return .closing(opener)
    }

    mutating func closeAll() {
        for index in open where tags[index].name.isVoidable { tags[index].role = .void }
        open = []
    }

    /// The names in `{% endname %}`.
    static func closedNames(_ text: [UInt8]) -> Set<String> {
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
}

extension BlockName {
    /// May hold blocks between its tags although it needs no closing one.
    var holdsBlocks: Bool { self == .swagger || self == .prompt }
}
