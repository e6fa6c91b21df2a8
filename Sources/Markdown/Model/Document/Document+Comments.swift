extension Document {
    /// The HTML comments outside of code, with the lines on which they begin, from 1, in document order.
    public var comments: [(text: String, line: Int)] {
        nodes.lazy.filter { $0.kind == .comment }.map { (String(decoding: self[$0.text], as: UTF8.self), Int($0.line)) }
    }

    /// The comments of the front matter (lines that begin with `#`) with their lines, from 1.
    public var frontMatterComments: [(text: String, line: Int)] {
        source.bytes[..<bodyOffset].split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            let text = String(decoding: line, as: UTF8.self).trimmed
            return text.hasPrefix("#") ? (String(text.dropFirst()), index + 1) : nil
        }
    }
}
