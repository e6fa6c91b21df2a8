import Bytes

/// Reads GitBook's tags, `{% … %}`.
struct TagScanner {
    private let text: [UInt8]
    /// A part of a line in which no tag ends, so that the end is searched for once only.
    private var rangeWithoutEnd = 0..<0
    private lazy var pluginNames = Self.closedNames(text)

    init(_ text: [UInt8]) { self.text = text }

    /// The tag that begins at `start`; nil if there is none.
    mutating func tag(at start: Int, lineEnd: Int) -> BlockTag? {
        guard !rangeWithoutEnd.contains(start) else { return nil }
        guard let end = endOfTag(from: start + 2, lineEnd: lineEnd) else {
            if text[..<lineEnd].firstRange(of: "%}", from: start) == nil { rangeWithoutEnd = start..<lineEnd }
            return nil
        }
        let names = pluginNames
        return BlockTag(text[(start + 2)..<(end - 2)], range: start..<end, isPlugin: { names.contains($0) })
    }

    /// The offset after the `%}` that ends a tag, which may be a few lines below. With a backslash before the brace it is not a tag.
    private func endOfTag(from start: Int, lineEnd: Int) -> Int? {
        var quote: UInt8?
        var index = start
        var lineFeeds = 0
        while index + 1 < text.count, lineFeeds < 5 {
            let byte = text[index]
            if byte == .lineFeed {
                lineFeeds += 1
                if text[index + 1] == .lineFeed { return nil }
            }
            if let open = quote {
                if byte == .backslash { index += 1 } else if byte == open { quote = nil }
            } else if byte == .percent, text[index + 1] == .closeBrace {
                return index + 2
            } else if byte == .percent, text[index + 1] == .backslash {
                return nil
            } else if byte == .quote, text[index - 1] == .equals || text[index - 1].isASCIIWhitespace {
                quote = byte
            }
            index += 1
        }
        // A quote that is never closed must not hide the end on the tag's own line.
        return quote == nil ? nil : text[..<lineEnd].firstRange(of: "%}", from: start).map { $0 + 2 }
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

    /// The names in `{% endname %}`.
    private static func closedNames(_ text: [UInt8]) -> Set<String> {
        var names: Set<String> = []
        var index = 0
        while let start = text[...].firstRange(of: "{%", from: index) {
            index = start + 2
            let body = text[index...].drop { $0 == .space || $0 == .hyphen }
            guard body.starts(with: "end".utf8) else { continue }
            let name = body.dropFirst(3).prefix { $0.isASCIIAlphanumeric || $0 == .underscore || $0 == .hyphen }
            if !name.isEmpty { names.insert(String(decoding: name, as: UTF8.self)) }
        }
        return names
    }
}
