/// Evaluates GitBook's expressions over variables: names with dots or `["…"]`, strings, numbers, `+`, comparisons, `&&`, `||`, `!`, `? :`
/// and parentheses. The syntax is that of JavaScript.
public struct Expression {
    /// The value of an expression.
    public enum Value: Sendable, Equatable {
        case text(String)
        case number(Double)
        case flag(Bool)
        /// The name of a variable without a value: the result of an expression that depends on it is unknown.
        case unknown(String)

        /// The value as it is shown on a page; nil if it is unknown.
        public var text: String? {
            switch self {
            case .text(let text): text
            case .number(let number): number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
            case .flag(let flag): String(flag)
            case .unknown: nil
            }
        }

        /// The value as a condition, by JavaScript's rules; nil if it is unknown.
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
        case symbol(String)
    }

    private var tokens: ArraySlice<Token>
    private let value: (String) -> Value?
    private static let maxDepth = 50
    private var depth = 0

    /// The value of an expression; nil if it is malformed, or if `<` or a similar operator compares values that are not numbers.
    ///
    /// - Parameter value: returns the value of a name such as `space.vars.version`.
    public static func evaluate(_ source: String, value: @escaping (String) -> Value?) -> Value? {
        guard let tokens = tokens(source) else { return nil }
        var expression = Expression(tokens: tokens[...], value: value)
        guard let result = expression.conditional(), expression.tokens.isEmpty else { return nil }
        return result
    }

    private init(tokens: ArraySlice<Token>, value: @escaping (String) -> Value?) {
        self.tokens = tokens
        self.value = value
    }

    // MARK: Tokens

    private static let symbols = [
        "===", "!==", "==", "!=", "&&", "||", ">=", "<=", "+", "!", "?", ":", "(", ")", ">", "<", "[", "]",
    ]

    private static func tokens(_ source: String) -> [Token]? {
        var tokens: [Token] = []
        var scalars = source.unicodeScalars[...]
        while let first = scalars.first {
            if first.properties.isWhitespace {
                scalars.removeFirst()
            } else if first == "\"" || first == "'" || first == "`" {
                guard let string = string(&scalars, first) else { return nil }
                tokens.append(.text(string))
            } else if first.properties.numericType != nil {
                let digits = scalars.prefix { $0.properties.numericType != nil || $0 == "." }
                guard let number = Double(String(digits)) else { return nil }
                tokens.append(.number(number))
                scalars = scalars[digits.endIndex...]
            } else if isNamePart(first) {
                let name = scalars.prefix { isNamePart($0) || $0 == "." || $0.properties.numericType != nil }
                tokens.append(.name(String(name)))
                scalars = scalars[name.endIndex...]
            } else {
                guard let symbol = symbols.first(where: { scalars.starts(with: $0.unicodeScalars) }) else { return nil }
                tokens.append(.symbol(symbol))
                scalars.removeFirst(symbol.unicodeScalars.count)
            }
        }
        return tokens.isEmpty ? nil : tokens
    }

    private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic || scalar == "_" || scalar == "$" }

    private static func string(_ scalars: inout Substring.UnicodeScalarView, _ quote: Unicode.Scalar) -> String? {
        scalars.removeFirst()
        var string = ""
        while let next = scalars.popFirst() {
            if next == quote { return string }
            if next == "\\", let escaped = scalars.popFirst() {
                string.unicodeScalars.append(escaped)
            } else {
                string.unicodeScalars.append(next)
            }
        }
        return nil
    }

    private mutating func take(_ symbol: String) -> Bool {
        guard tokens.first == .symbol(symbol) else { return false }
        tokens.removeFirst()
        return true
    }

    // MARK: Operators, from the lowest to the highest precedence

    private mutating func conditional() -> Value? {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.maxDepth, let condition = disjunction() else { return nil }
        guard take("?") else { return condition }
        guard let first = conditional(), take(":"), let second = conditional() else { return nil }
        return condition.isTrue.map { $0 ? first : second } ?? condition
    }

    private mutating func disjunction() -> Value? {
        guard var left = conjunction() else { return nil }
        while take("||") {
            guard let right = conjunction() else { return nil }
            // One true operand is enough, even if the other is unknown.
            if left.isTrue == false || (left.isTrue == nil && right.isTrue == true) { left = right }
        }
        return left
    }

    private mutating func conjunction() -> Value? {
        guard var left = comparison() else { return nil }
        while take("&&") {
            guard let right = comparison() else { return nil }
            // One false operand is enough, even if the other is unknown.
            if left.isTrue == true || (left.isTrue == nil && right.isTrue == false) { left = right }
        }
        return left
    }

    private mutating func comparison() -> Value? {
        guard let left = sum() else { return nil }
        for symbol in ["===", "!==", "==", "!=", ">=", "<=", ">", "<"] where take(symbol) {
            guard let right = sum() else { return nil }
            if case .unknown = left { return left }
            if case .unknown = right { return right }
            switch symbol {
            case "===", "==": return .flag(left == right)
            case "!==", "!=": return .flag(left != right)
            default: return Self.order(left, right, symbol)
            }
        }
        return left
    }

    private static func order(_ left: Value, _ right: Value, _ symbol: String) -> Value? {
        guard case .number(let a) = left, case .number(let b) = right else { return nil }
        switch symbol {
        case ">=": return .flag(a >= b)
        case "<=": return .flag(a <= b)
        case ">": return .flag(a > b)
        default: return .flag(a < b)
        }
    }

    /// A text is not added to once it is as long, in bytes.
    private static let maxLength = 512 << 10

    private mutating func sum() -> Value? {
        guard var left = primary() else { return nil }
        while take("+") {
            guard let right = primary() else { return nil }
            if case .number(let a) = left, case .number(let b) = right {
                left = .number(a + b)
            } else if let a = left.text, let b = right.text {
                // Longer values are shown as their expressions.
                if a.utf8.count < Self.maxLength { left = .text(a + b) }
            } else if right.text == nil {
                left = right
            }
        }
        return left
    }

    private mutating func primary() -> Value? {
        if take("!") {
            // A loop, because any number of them may follow one another.
            var isNegated = true
            while take("!") { isNegated.toggle() }
            guard let value = primary() else { return nil }
            return value.isTrue.map { .flag($0 != isNegated) } ?? value
        }
        if take("(") {
            guard let value = conditional(), take(")") else { return nil }
            return value
        }
        switch tokens.popFirst() {
        case .text(let text): return .text(text)
        case .number(let number): return .number(number)
        case .name(var name):
            while take("[") {
                guard case .text(let member) = tokens.popFirst(), take("]") else { return nil }
                name += "." + member
            }
            if name == "true" || name == "false" { return .flag(name == "true") }
            return value(name) ?? .unknown(name)
        default: return nil
        }
    }
}
