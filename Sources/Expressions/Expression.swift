/// GitBook's expressions over variables: names with dots, strings, numbers, `+`, comparisons, `&&`, `||`, `!`, a choice with `?` and `:`.
/// The syntax is that of JavaScript, of which no more is read.
public struct Expression {
    /// What an expression comes to.
    public enum Value: Sendable, Equatable {
        case text(String)
        case number(Double)
        case flag(Bool)
        /// A name without a value: what depends on it cannot be told.
        case unknown(String)

        /// As it is shown.
        public var text: String? {
            switch self {
            case .text(let text): text
            case .number(let number): number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
            case .flag(let flag): String(flag)
            case .unknown: nil
            }
        }

        /// As a condition; nil if that cannot be told.
        public var isTrue: Bool? {
            switch self {
            case .text(let text): !text.isEmpty
            case .number(let number): number != 0
            case .flag(let flag): flag
            case .unknown: nil
            }
        }
    }

    private enum Token: Equatable {
        case name(String)
        case text(String)
        case number(Double)
        case mark(String)
    }

    private var tokens: ArraySlice<Token>
    private let value: (String) -> Value?
    private static let maxLevels = 50
    private var level = 0

    /// The value of an expression; nil for what is none.
    ///
    /// - Parameter value: what a name such as `space.vars.version` stands for.
    public static func evaluate(_ text: String, value: @escaping (String) -> Value?) -> Value? {
        guard let tokens = tokens(text) else { return nil }
        var expression = Expression(tokens: tokens[...], value: value)
        guard let result = expression.choice(), expression.tokens.isEmpty else { return nil }
        return result
    }

    private init(tokens: ArraySlice<Token>, value: @escaping (String) -> Value?) {
        self.tokens = tokens
        self.value = value
    }

    // MARK: Words

    private static func tokens(_ text: String) -> [Token]? {
        var tokens: [Token] = []
        var rest = text.unicodeScalars[...]
        while let first = rest.first {
            if first.properties.isWhitespace {
                rest.removeFirst()
            } else if first == "\"" || first == "'" || first == "`" {
                guard let string = string(&rest, first) else { return nil }
                tokens.append(.text(string))
            } else if first.properties.numericType != nil {
                let digits = rest.prefix { $0.properties.numericType != nil || $0 == "." }
                guard let number = Double(String(digits)) else { return nil }
                tokens.append(.number(number))
                rest = rest[digits.endIndex...]
            } else if isNamePart(first) {
                let name = rest.prefix { isNamePart($0) || $0 == "." || $0.properties.numericType != nil }
                tokens.append(.name(String(name)))
                rest = rest[name.endIndex...]
            } else {
                guard
                    let mark = ["===", "!==", "==", "!=", "&&", "||", ">=", "<=", "+", "!", "?", ":", "(", ")", ">", "<", "[", "]"].first(
                        where: { rest.starts(with: $0.unicodeScalars) })
                else { return nil }
                tokens.append(.mark(mark))
                rest.removeFirst(mark.unicodeScalars.count)
            }
        }
        return tokens.isEmpty ? nil : tokens
    }

    private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic || scalar == "_" || scalar == "$" }

    private static func string(_ rest: inout Substring.UnicodeScalarView, _ quote: Unicode.Scalar) -> String? {
        rest.removeFirst()
        var string = ""
        while let next = rest.popFirst() {
            if next == quote { return string }
            if next == "\\", let escaped = rest.popFirst() {
                string.unicodeScalars.append(escaped)
            } else {
                string.unicodeScalars.append(next)
            }
        }
        return nil
    }

    private mutating func take(_ mark: String) -> Bool {
        guard tokens.first == .mark(mark) else { return false }
        tokens.removeFirst()
        return true
    }

    // MARK: Levels of binding, the loosest first

    private mutating func choice() -> Value? {
        level += 1
        defer { level -= 1 }
        guard level < Self.maxLevels, let condition = either() else { return nil }
        guard take("?") else { return condition }
        guard let first = choice(), take(":"), let second = choice() else { return nil }
        return condition.isTrue.map { $0 ? first : second } ?? condition
    }

    private mutating func either() -> Value? {
        guard var left = both() else { return nil }
        while take("||") {
            guard let right = both() else { return nil }
            // One that holds is enough, whatever the other is.
            if left.isTrue == false || (left.isTrue == nil && right.isTrue == true) { left = right }
        }
        return left
    }

    private mutating func both() -> Value? {
        guard var left = comparison() else { return nil }
        while take("&&") {
            guard let right = comparison() else { return nil }
            if left.isTrue == true || (left.isTrue == nil && right.isTrue == false) { left = right }
        }
        return left
    }

    private mutating func comparison() -> Value? {
        guard let left = sum() else { return nil }
        for mark in ["===", "!==", "==", "!=", ">=", "<=", ">", "<"] where take(mark) {
            guard let right = sum() else { return nil }
            if case .unknown = left { return left }
            if case .unknown = right { return right }
            switch mark {
            case "===", "==": return .flag(left == right)
            case "!==", "!=": return .flag(left != right)
            default: return Self.order(left, right, mark)
            }
        }
        return left
    }

    private static func order(_ left: Value, _ right: Value, _ mark: String) -> Value? {
        guard case .number(let a) = left, case .number(let b) = right else { return nil }
        switch mark {
        case ">=": return .flag(a >= b)
        case "<=": return .flag(a <= b)
        case ">": return .flag(a > b)
        default: return .flag(a < b)
        }
    }

    private mutating func sum() -> Value? {
        guard var left = single() else { return nil }
        while take("+") {
            guard let right = single() else { return nil }
            if case .number(let a) = left, case .number(let b) = right {
                left = .number(a + b)
            } else if let a = left.text, let b = right.text {
                left = .text(a + b)
            } else if right.text == nil {
                left = right
            }
        }
        return left
    }

    private mutating func single() -> Value? {
        if take("!") {
            guard let value = single() else { return nil }
            return value.isTrue.map { .flag(!$0) } ?? value
        }
        if take("(") {
            guard let value = choice(), take(")") else { return nil }
            return value
        }
        switch tokens.popFirst() {
        case .text(let text): return .text(text)
        case .number(let number): return .number(number)
        case .name(var name):
            while take("[") {
                guard case .text(let part) = tokens.popFirst(), take("]") else { return nil }
                name += "." + part
            }
            if name == "true" || name == "false" { return .flag(name == "true") }
            return value(name) ?? .unknown(name)
        default: return nil
        }
    }
}
