/// A part of a text in MDX: text as it is, or a component.
indirect enum JSXNode {
    case text(String, line: Int)
    case component(JSXComponent)
}

/// `<Name attribute="value">…</Name>`, with a capital letter in front, or another element that has attributes in braces.
struct JSXComponent {
    var name: String
    var attributes: [(name: String, value: JSXValue)]
    var children: [JSXNode] = []
    var isSelfClosing: Bool
    let line: Int

    /// Whether it is an element of HTML that never has content (https://html.spec.whatwg.org/multipage/syntax.html#void-elements).
    var isEmptyElement: Bool {
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"].contains(name.lowercased())
    }

    /// The text of the first of some attributes that has one.
    func text(_ names: String...) -> String? {
        names.lazy.compactMap { name in attributes.first { $0.name == name }?.value.text }.first { !$0.isEmpty }
    }
}

enum JSXValue {
    case string(String)
    /// What stands in braces.
    case expression(String)
    /// An attribute without a value.
    case none

    /// A string, a literal in braces, or the path in `require('…')` and `useBaseUrl('…')`; the bare name of anything else that is one.
    var text: String? {
        switch self {
        case .string(let text): return text
        case .none: return ""
        case .expression(let code):
            var reader = LiteralReader(code)
            if let string = reader.value().string { return string }
            let name = code.trimmedSpace
            return !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } ? String(name) : nil
        }
    }
}

/// Reads MDX (https://mdxjs.com/docs/what-is-mdx/): Markdown with components, comments in braces, imports and exports. Code stays as it is.
struct JSXReader {
    private let text: [Character]
    /// The number of the line that each character is on.
    private let lines: [Int]
    private let lastEnds: [String: Int]
    private var position = 0
    /// What is imported, by name.
    private(set) var imports: [String: String] = [:]
    /// The texts of constants that are exported, by name.
    private var constants: [String: String] = [:]
    /// Expressions in braces that are left as they are.
    private(set) var expressions: [(line: Int, text: String)] = []
    /// How deeply components may be nested.
    private static let maxDepth = 60

    init(_ source: [SourceLine]) {
        var (text, lines): ([Character], [Int]) = ([], [])
        for line in source {
            text += Array(line.text) + ["\n"]
            lines += Array(repeating: line.number, count: line.text.count + 1)
        }
        self.text = text
        self.lines = lines
        lastEnds = Self.lastEnds(text)
    }

    private var line: Int { lines.isEmpty ? 1 : lines[min(position, lines.count - 1)] }
    private func starts(with mark: String) -> Bool { text[position...].starts(with: mark) }

    /// The whole text.
    mutating func nodes() -> [JSXNode] { nodes(until: nil, depth: 0) }

    /// - Parameter name: the component whose end ends this.
    private mutating func nodes(until name: String?, depth: Int) -> [JSXNode] {
        var nodes: [JSXNode] = []
        var (piece, pieceLine) = ("", line)
        func flush(_ nodes: inout [JSXNode]) {
            if !piece.isEmpty { nodes.append(.text(piece, line: pieceLine)) }
        }
        while position < text.count {
            if piece.isEmpty { pieceLine = line }
            if let code = code() {
                piece += code
            } else if isAtLineStart, let dropped = statement() {
                position += dropped
            } else if starts(with: "{/*") {
                while position < text.count, !starts(with: "*/}") { position += 1 }
                position = min(position + 3, text.count)
            } else if text[position] == "{", let value = expression() {
                piece += value
            } else if let space = ["{' '}", "{\" \"}", "{\"\\n\"}"].first(where: { starts(with: $0) }) {
                piece += " "
                position += space.count
            } else if text[position] == "<", let end = endTag() {
                if end.name == name {
                    flush(&nodes)
                    position += end.length
                    return nodes
                }
                // What closes nothing is left out, unless it is an element of HTML.
                if end.name.first?.isLowercase ?? false { piece += String(text[position..<(position + end.length)]) }
                position += end.length
            } else if text[position] == "<", depth < Self.maxDepth, var component = startTag() {
                flush(&nodes)
                piece = ""
                if !component.isSelfClosing, isClosed(component.name) {
                    component.children = self.nodes(until: component.name, depth: depth + 1)
                }
                nodes.append(.component(component))
            } else {
                piece.append(text[position])
                position += 1
            }
        }
        flush(&nodes)
        return nodes
    }

    /// The text of `{name}` for an exported constant; nil for other braces, of which those that hold code are noted.
    private mutating func expression() -> String? {
        let code = text[(position + 1)...].prefix { $0 != "}" && $0 != "{" && !$0.isNewline }
        guard code.endIndex < text.count, text[code.endIndex] == "}", code.count < 100 else { return nil }
        let name = String(code).trimmedSpace
        if let value = constants[String(name)] {
            position = code.endIndex + 1
            return value
        }
        if name.wholeMatch(of: /[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+|[A-Za-z_$][\w$]*/) != nil {
            expressions.append((line, "{\(name)}"))
        }
        return nil
    }

    private var isAtLineStart: Bool { position == 0 || text[position - 1] == "\n" }

    /// A block of code or a span of code that begins here, as it is.
    private mutating func code() -> String? {
        let start = position
        if isAtLineStart {
            let line = String(text[position...].prefix { $0 != "\n" })
            if let fence = line.fence {
                position += line.count + 1
                while position < text.count {
                    let line = String(text[position...].prefix { $0 != "\n" })
                    position = min(position + line.count + 1, text.count)
                    if let end = line.fence, end.first == fence.first, end.count >= fence.count, line.trimmedSpace.count == end.count {
                        break
                    }
                }
                position = min(position, text.count)
                return String(text[start..<position])
            }
        }
        guard text[position] == "`" else { return nil }
        let marks = text[position...].prefix { $0 == "`" }.count
        var end = position + marks
        var run = 0
        while end < text.count {
            if text[end] == "`" { run += 1 } else { if run == marks { break }; run = 0 }
            // Code does not go on behind a blank line.
            if text[end] == "\n", end + 1 < text.count, text[end + 1] == "\n" { break }
            end += 1
        }
        let isSpan = run == marks
        position = isSpan ? end : position + marks
        return String(text[start..<position])
    }

    /// The length of an import or export that begins here; nil if none does.
    private mutating func statement() -> Int? {
        let line = String(text[position...].prefix { $0 != "\n" })
        let isImport =
            line.wholeMatch(of: /import\s.+\sfrom\s+['"].*/) != nil || line.wholeMatch(of: /import\s+['"].*/) != nil
            || line.hasPrefix("import {")
        guard isImport || line.wholeMatch(of: /export\s+(const|let|var|default|function|async)\b.*/) != nil else { return nil }
        var length = 0
        // A statement ends at a blank line.
        while position + length < text.count {
            let next = text[(position + length)...].prefix { $0 != "\n" }
            if next.allSatisfy(\.isWhitespace) { break }
            let words = String(next)
            if isImport, length > 0, !words.hasPrefix("import"), !words.hasPrefix(" "), !words.hasPrefix("}") { break }
            if let match = words.firstMatch(of: /import\s+(\w+)\s*(?:,\s*\{.*\})?\s+from\s+['"]([^'"]+)['"]/) {
                imports[String(match.1)] = String(match.2)
            }
            if let match = words.firstMatch(of: /export\s+const\s+(\w+)[^=]*=\s*(.*)/) {
                var reader = LiteralReader(String(match.2))
                if let value = reader.value().string { constants[String(match.1)] = value }
            }
            length += next.count + 1
        }
        return min(length, text.count - position)
    }

    /// A tag that closes something.
    private func endTag() -> (name: String, length: Int)? {
        guard starts(with: "</") else { return nil }
        let name = text[(position + 2)...].prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" || $0 == "-" }
        var end = position + 2 + name.count
        while end < text.count, text[end].isWhitespace { end += 1 }
        guard end < text.count, text[end] == ">" else { return nil }
        return (String(name), end + 1 - position)
    }

    /// Whether a component that was just opened is closed somewhere behind.
    private func isClosed(_ name: String) -> Bool { lastEnds[name].map { $0 >= position } ?? false }

    /// Where each name is closed for the last time.
    private static func lastEnds(_ text: [Character]) -> [String: Int] {
        var ends: [String: Int] = [:]
        for index in text.indices.dropLast() where text[index] == "<" && text[index + 1] == "/" {
            ends[String(text[(index + 2)...].prefix { $0.isLetter || $0.isNumber || "._-".contains($0) })] = index
        }
        return ends
    }

    /// A tag that opens a component, or an element with attributes in braces.
    private mutating func startTag() -> JSXComponent? {
        let start = position
        guard position + 1 < text.count, text[position + 1].isLetter || text[position + 1] == ">" else { return nil }
        let line = line
        position += 1
        let name = String(text[position...].prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" || $0 == "-" })
        position += name.count
        var component = JSXComponent(name: name, attributes: [], isSelfClosing: false, line: line)
        var hasBraces = false
        while position < text.count {
            let character = text[position]
            if character.isWhitespace { position += 1; continue }
            if character == ">" { position += 1; break }
            if starts(with: "/>") { position += 2; component.isSelfClosing = true; break }
            if character == "{" { _ = braces(); hasBraces = true; continue }
            let key = text[position...].prefix { !$0.isWhitespace && !"=<>/{}\"'".contains($0) }
            guard !key.isEmpty else { position = start; return nil }
            position += key.count
            var value = JSXValue.none
            if position < text.count, text[position] == "=" {
                position += 1
                guard let read = self.value() else { position = start; return nil }
                if case .expression = read { hasBraces = true }
                value = read
            }
            component.attributes.append((String(key), value))
        }
        let isComponent = name.first?.isUppercase ?? true
        let hasClassName = component.attributes.contains { $0.name == "className" }
        // HTML does not know the end of an element in its own tag, but for those that are always empty.
        let isEnded = component.isSelfClosing && !component.isEmptyElement
        if isComponent || hasBraces || hasClassName || isEnded { return component }
        position = start
        return nil
    }

    private mutating func value() -> JSXValue? {
        guard position < text.count else { return nil }
        if text[position] == "{" { return braces().map(JSXValue.expression) }
        let quote = text[position]
        guard quote == "\"" || quote == "'" else { return nil }
        let inner = text[(position + 1)...].prefix { $0 != quote }
        guard inner.endIndex < text.count else { return nil }
        position = inner.endIndex + 1
        return .string(String(inner))
    }

    /// What stands between braces that begin here.
    private mutating func braces() -> String? {
        let start = position
        var depth = 0
        var quote: Character?
        while position < text.count {
            let character = text[position]
            position += 1
            if let open = quote {
                if character == "\\" { position += 1 } else if character == open { quote = nil }
            } else if "\"'`".contains(character) {
                quote = character
            } else if character == "{" {
                depth += 1
            } else if character == "}" {
                depth -= 1
                if depth == 0 { return String(text[(start + 1)..<(position - 1)]) }
            }
        }
        return nil
    }
}
