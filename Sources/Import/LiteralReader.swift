/// Reads literals from a text in JavaScript. Names are looked up among the constants of the text.
struct LiteralReader {
    private let text: [Character]
    private let source: String
    private var position = 0
    /// Names that are being looked up, so that none is looked up in itself.
    private var open: Set<String> = []
    private static let maxDepth = 100
    private var depth = 0

    init(_ text: String) {
        source = text
        self.text = Array(text)
    }

    mutating func move(to index: String.Index) { position = source.distance(from: source.startIndex, to: index) }

    private var current: Character? { position < text.count ? text[position] : nil }

    private func starts(with mark: String) -> Bool { text[position...].starts(with: mark) }

    private mutating func skipSpace() {
        while let character = current {
            if character.isWhitespace {
                position += 1
            } else if starts(with: "//") {
                while let next = current, !next.isNewline { position += 1; _ = next }
            } else if starts(with: "/*") {
                position += 2
                while position < text.count, !starts(with: "*/") { position += 1 }
                position = min(position + 2, text.count)
            } else {
                return
            }
        }
    }

    private mutating func take(_ mark: Character) -> Bool {
        skipSpace()
        guard current == mark else { return false }
        position += 1
        return true
    }

    /// What follows `export default` or `module.exports`.
    mutating func exported() -> LooseValue {
        _ = take("=")
        return value()
    }

    mutating func value() -> LooseValue {
        skipSpace()
        guard depth < Self.maxDepth, let character = current else { return .other }
        depth += 1
        defer { depth -= 1 }
        switch character {
        case "{": return object()
        case "[": return list()
        case "\"", "'", "`": return string().map(LooseValue.string) ?? .other
        case "(":
            position += 1
            let inner = value()
            return skipRest(to: ")") ? inner : .other
        case "-", "0"..."9": return number()
        default: return named()
        }
    }

    private mutating func object() -> LooseValue {
        position += 1
        var members: [LooseValue.Member] = []
        while true {
            skipSpace()
            guard let character = current else { return .object(members) }
            if character == "}" { position += 1; return .object(members) }
            if character == "," { position += 1; continue }
            if starts(with: "...") {
                position += 3
                members += value().members ?? []
                skipToComma("}")
                continue
            }
            let start = position
            let key = character == "\"" || character == "'" || character == "`" ? string() : name()
            guard let key, !key.isEmpty || position > start else { position += 1; continue }
            if take(":") {
                members.append(.init(key: key, value: value()))
                skipToComma("}")
            } else {
                skipSpace()
                // `key` alone stands for a constant of that name, and a method is no value.
                if current == "," || current == "}" { members.append(.init(key: key, value: constant(key))) } else { skipToComma("}") }
            }
        }
    }

    private mutating func list() -> LooseValue {
        position += 1
        var values: [LooseValue] = []
        while true {
            skipSpace()
            guard let character = current else { return .list(values) }
            if character == "]" { position += 1; return .list(values) }
            if character == "," { position += 1; continue }
            if starts(with: "...") {
                position += 3
                values += value().elements ?? []
            } else {
                values.append(value())
            }
            skipToComma("]")
        }
    }

    /// Moves on to the comma or the end of the list that is being read, over what no literal has.
    private mutating func skipToComma(_ end: Character) {
        var depth = 0
        while true {
            skipSpace()
            guard let character = current else { return }
            if depth == 0, character == "," || character == end { return }
            switch character {
            case "{", "[", "(": depth += 1; position += 1
            case "}", "]", ")":
                if depth == 0 { return }
                depth -= 1
                position += 1
            case "\"", "'", "`": if string() == nil { return }
            default: position += 1
            }
        }
    }

    private mutating func skipRest(to end: Character) -> Bool {
        skipToComma(end)
        while take(",") { skipToComma(end) }
        return take(end)
    }

    private mutating func number() -> LooseValue {
        let start = position
        while let character = current, "-+.0123456789eExXabcdefABCDEF_".contains(character) { position += 1 }
        return Double(String(text[start..<position])).map(LooseValue.number) ?? .other
    }

    private mutating func name() -> String? {
        let start = position
        while let character = current, character.isLetter || character.isNumber || "_$-".contains(character) { position += 1 }
        return start == position ? nil : String(text[start..<position])
    }

    /// A word of the language, the result of a call such as `defineConfig({…})`, or a constant.
    private mutating func named() -> LooseValue {
        guard let word = name() else { return .other }
        switch word {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null", "undefined": return .null
        case "await", "new", "async", "function", "class": return .other
        default: break
        }
        skipSpace()
        skipTypes()
        // `withMermaid(defineConfig({…}))`: what settings are handed to, gives them back.
        if current == "(" {
            position += 1
            let argument = value()
            return skipRest(to: ")") ? argument : .other
        }
        return constant(word)
    }

    /// Moves on over `<Type>` before the brackets of a call.
    private mutating func skipTypes() {
        guard current == "<" else { return }
        let rest = text[position...].prefix { !$0.isNewline && $0 != "(" }
        if rest.last == ">" { position += rest.count }
    }

    private mutating func constant(_ name: String) -> LooseValue {
        guard !open.contains(name) else { return .other }
        for keyword in ["const", "let", "var"] {
            var search = source[...]
            while let range = search.firstRange(of: "\(keyword) \(name)") {
                search = search[range.upperBound...]
                guard let next = search.first, !next.isLetter, !next.isNumber, next != "_",
                    let equals = search.firstIndex(of: "="), search[..<equals].count(where: \.isNewline) < 2
                else { continue }
                var reader = self
                reader.open.insert(name)
                reader.move(to: source.index(after: equals))
                return reader.value()
            }
        }
        return .other
    }

    /// A string in any quotes; nil if it never ends. `${…}` is kept as it is.
    private mutating func string() -> String? {
        guard let quote = current else { return nil }
        position += 1
        var units: [UInt16] = []
        while let character = current {
            position += 1
            if character == quote { return String(decoding: units, as: UTF16.self) }
            guard character == "\\", let escaped = current else { units += character.utf16; continue }
            position += 1
            switch escaped {
            case "n": units.append(0x0A)
            case "t": units.append(0x09)
            case "r": units.append(0x0D)
            case "b", "f": units.append(0x20)
            case "u": units += unit()
            case _ where escaped.isNewline: break
            default: units += escaped.utf16
            }
        }
        return nil
    }

    /// The UTF-16 units of `\uXXXX` or `\u{X}`.
    private mutating func unit() -> [UInt16] {
        if current == "{" {
            let digits = text[position...].dropFirst().prefix { $0 != "}" }
            position = min(position + digits.count + 2, text.count)
            return UInt32(String(digits), radix: 16).flatMap(Unicode.Scalar.init).map { Array(String($0).utf16) } ?? []
        }
        let digits = text[position...].prefix(4)
        position = min(position + 4, text.count)
        return UInt16(String(digits), radix: 16).map { [$0] } ?? []
    }
}
