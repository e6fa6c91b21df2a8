extension Document {
    /// The HTML comments of the text, with the lines on which they begin, in document order. What is code is none.
    public var comments: [(text: String, line: Int)] {
        nodes.lazy.filter { $0.kind == .comment }.map { (String(decoding: self[$0.text], as: UTF8.self), Int($0.line)) }
    }

    /// The comments of the front matter: its lines that begin with `#`.
    public var frontMatterComments: [(text: String, line: Int)] {
        source.bytes[..<bodyOffset].split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            let text = String(decoding: line, as: UTF8.self).trimmed
            return text.hasPrefix("#") ? (String(text.dropFirst()), index + 1) : nil
        }
    }
}
