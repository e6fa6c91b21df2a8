import Bytes

/// Reads GitBook's tags, `{% … %}`.
struct TagScanner {
    private let text: [UInt8]
    /// A part of a line in which no tag ends, so that the end is searched for once only.
    private var rangeWithoutEnd = 0..<0
    /// By name, the tags that close a block, or with which a line begins.
    private lazy var marks = Self.marks(text)

    init(_ text: [UInt8]) { self.text = text }

    /// What is at a `{%`.
    enum Reading {
        case tag(BlockTag)
        /// A tag of no name that is known. The name is as written.
        case unknown(name: String)
        /// The `%}` is missing.
        case unclosed(name: String)
    }

    /// Reads the tag that begins at `start`.
    mutating func read(at start: Int, lineEnd: Int) -> Reading {
        guard !rangeWithoutEnd.contains(start) else { return .unclosed(name: "") }
        let word = text[(start + 2)..<lineEnd].drop { $0 == .hyphen || $0.isASCIIWhitespace }.prefix {
            !$0.isASCIIWhitespace && $0 != .percent && $0 != .quote && $0 != .equals
        }
        let name = String(decoding: word.prefix(64), as: UTF8.self)
        guard let end = endOfTag(from: start + 2, lineEnd: lineEnd) ?? endOnLine(from: start + 2, lineEnd: lineEnd) else {
            if text[..<lineEnd].firstRange(of: "%}", from: start) == nil { rangeWithoutEnd = (start + 1)..<lineEnd }
            return .unclosed(name: name)
        }
        let content = text[(start + 2)..<(end - 2)]
        if let tag = BlockTag(content, range: start..<end, isPlugin: { _ in false }) { return .tag(tag) }
        let marks = marks
        let plugin = BlockTag(content, range: start..<end, isPlugin: { marks[$0]?.contains { !$0.isOpening } ?? false })
        return plugin.map(Reading.tag) ?? .unknown(name: name)
    }

    /// Whether a closing tag follows that is for none of the blocks of the same name that are open, or that lines below open.
    /// - Parameter open: how many of them are open.
    mutating func isClosed(_ tag: BlockTag, open: Int) -> Bool {
        var depth = 1
        // Whatever is closed is closed by one of the next tags.
        for (_, isOpening) in following(tag).prefix(64) {
            depth += isOpening ? 1 : -1
            if depth == -open { return true }
        }
        return false
    }

    /// The tags of the same name behind a tag that close a block, or with which a line begins.
    private mutating func following(_ tag: BlockTag) -> ArraySlice<(offset: Int, isOpening: Bool)> {
        guard let marks = marks[tag.writtenName] else { return [] }
        var (low, high) = (0, marks.count)
        while low < high {
            let middle = (low + high) / 2
            if marks[middle].offset < tag.range.upperBound { low = middle + 1 } else { high = middle }
        }
        return marks[low...]
    }

    /// The offset after the `%}` that ends a tag, which may be a few lines below; nil if another tag or a blank line comes first. With a
    /// backslash before the brace it is not a tag.
    private func endOfTag(from start: Int, lineEnd: Int) -> Int? {
        var index = start
        var lineFeeds = 0
        while index + 1 < text.count {
            let (byte, next) = (text[index], text[index + 1])
            if byte == .lineFeed {
                lineFeeds += 1
                if next == .lineFeed || next == .carriageReturn || lineFeeds == 5 { return nil }
            } else if byte == .percent, next == .closeBrace {
                return index + 2
            } else if (byte == .percent && next == .backslash) || (byte == .openBrace && next == .percent) {
                return nil
            } else if byte == .quote, text[index - 1] == .equals || text[index - 1].isASCIIWhitespace,
                let close = closingQuote(after: index)
            {
                index = close
            }
            index += 1
        }
        return nil
    }

    /// The quote that closes the one at an offset; nil if the next tag or a blank line comes first, or four line feeds.
    private func closingQuote(after open: Int) -> Int? {
        var index = open + 1
        var lineFeeds = 0
        while index < text.count {
            switch text[index] {
            case .backslash: index += 1
            case .quote: return index
            case .lineFeed:
                lineFeeds += 1
                if lineFeeds == 4 || (index + 1 < text.count && text[index + 1] == .lineFeed) { return nil }
            // In a quote on one line, a tag may be named: `title="{% hint %}"`.
            case .openBrace where lineFeeds > 0 && index + 1 < text.count && text[index + 1] == .percent: return nil
            default: break
            }
            index += 1
        }
        return nil
    }

    /// The end on the tag's own line, which a quote that is never closed must not hide.
    private func endOnLine(from start: Int, lineEnd: Int) -> Int? {
        guard let end = text[..<lineEnd].firstRange(of: "%}", from: start), text[start..<end].firstRange(of: "{%", from: start) == nil
        else {
            return nil
        }
        return end + 2
    }

    /// Whether a range consists of tags and white space only.
    func isOnlyTags(_ range: Range<Int>) -> Bool {
        var remainder = text[range].drop(while: \.isASCIIWhitespace)
        while remainder.starts(with: "{%".utf8) {
            guard let close = remainder.firstRange(of: "%}", from: remainder.startIndex) else { return false }
            remainder = remainder[(close + 2)...].drop(while: \.isASCIIWhitespace)
        }
        return remainder.isEmpty
    }

    private static func marks(_ text: [UInt8]) -> [String: [(offset: Int, isOpening: Bool)]] {
        var marks: [String: [(offset: Int, isOpening: Bool)]] = [:]
        var index = 0
        while let start = text[...].firstRange(of: "{%", from: index) {
            index = start + 2
            let body = text[index...].drop { $0 == .space || $0 == .hyphen }
            let word = body.prefix { $0.isASCIIAlphanumeric || $0 == .underscore || $0 == .hyphen }
            let name = String(decoding: word, as: UTF8.self)
            let isOpening = name == name.withoutEnd
            if isOpening, let before = text[..<start].last(where: { !" \t>*-+".utf8.contains($0) }), before != .lineFeed { continue }
            marks[name.withoutEnd, default: []].append((start, isOpening))
        }
        return marks
    }
}
