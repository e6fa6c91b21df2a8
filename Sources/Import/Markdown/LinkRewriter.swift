/// Finds the addresses of links and pictures in Markdown and HTML, outside code, and replaces them.
enum LinkRewriter {
    /// - Parameter replacement: what an address becomes; nil for one that stays.
    static func rewritten(_ lines: [SourceLine], _ replacement: (String, Int) -> String?) -> [SourceLine] {
        lines.map { line in
            guard !line.isCode else { return line }
            var line = line
            let number = line.number
            line.text = rewritten(line.text) { replacement($0, number) }
            return line
        }
    }

    private static func rewritten(_ text: String, _ replacement: (String) -> String?) -> String {
        guard text.contains("](") || text.contains("]:") || text.contains("=") else { return text }
        var out = ""
        var rest = text[...]
        while let character = rest.first {
            if character == "`" {
                let marks = rest.prefix { $0 == "`" }
                let inner = rest.dropFirst(marks.count)
                let end = inner.ranges(of: marks).first { range in
                    range.upperBound == inner.endIndex
                        || inner[range.upperBound] != "`"
                            && (range.lowerBound == inner.startIndex || inner[inner.index(before: range.lowerBound)] != "`")
                }
                let code = end.map { rest[..<$0.upperBound] } ?? marks
                out += code
                rest = rest[code.endIndex...]
            } else if rest.hasPrefix("](") {
                out += "]("
                rest = rest.dropFirst(2)
                (out, rest) = (out + take(address: &rest, replacement), rest)
            } else if out.isEmpty || out.allSatisfy(\.isWhitespace), rest.hasPrefix("["), let end = rest.firstRange(of: "]: "),
                !rest[..<end.lowerBound].contains("`")
            {
                out += rest[..<end.upperBound]
                rest = rest[end.upperBound...]
                (out, rest) = (out + take(address: &rest, replacement), rest)
            } else if let name = ["href=\"", "src=\"", "href='", "src='"].first(where: rest.hasPrefix) {
                let quote = name.last ?? "\""
                let value = rest.dropFirst(name.count).prefix { $0 != quote }
                out += name + (replacement(String(value)) ?? String(value))
                rest = rest.dropFirst(name.count + value.count)
            } else {
                out.append(character)
                rest = rest.dropFirst()
            }
        }
        return out
    }

    /// Takes an address as it stands in a link, with its replacement as the result.
    private static func take(address rest: inout Substring, _ replacement: (String) -> String?) -> String {
        if rest.first == "<", let end = rest.firstIndex(of: ">") {
            let value = rest[rest.index(after: rest.startIndex)..<end]
            rest = rest[rest.index(after: end)...]
            return written(replacement(String(value)) ?? String(value))
        }
        var depth = 0
        let value = rest.prefix { character in
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            return !character.isWhitespace && depth >= 0
        }
        rest = rest[value.endIndex...]
        return replacement(String(value)).map(written) ?? String(value)
    }

    private static func written(_ address: String) -> String {
        address.contains(where: { $0 == " " || $0 == "(" || $0 == ")" }) ? "<\(address)>" : address
    }
}
