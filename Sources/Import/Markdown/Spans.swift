/// Text outside spans of code.
enum Spans {
    static func outsideCode(_ text: String, _ change: (String) -> String) -> String {
        guard text.contains("`") else { return change(text) }
        var (out, rest, plain) = ("", text[...], "")
        while let character = rest.first {
            let marks = rest.prefix { $0 == "`" }
            if character == "`", let end = rest.dropFirst(marks.count).firstRange(of: marks) {
                out += change(plain) + rest[..<end.upperBound]
                plain = ""
                rest = rest[end.upperBound...]
            } else {
                plain.append(character)
                rest = rest.dropFirst()
            }
        }
        return out + change(plain)
    }
}
