import Bytes

/// The form of a text, which is the same in all languages.
struct TextShape: Sendable {
    /// How many words it has.
    let words: Int
    /// What it ends in: 1 for a colon, 2 for a question mark, 3 for a full stop, 4 for an exclamation mark, 0 for anything else.
    let ending: UInt8
    /// Bits, by the indices of `signs`.
    private(set) var flags: UInt16 = 0
    /// The number that it begins with; `a` and `i` are 1.
    private(set) var number: Int?

    static let signs: [Sign] = [.quote, .errorName, .question, .digits, .path, .version, .numbered, .numberWord]

    init(_ text: String, _ reading: TextReading) {
        words = reading.tokens.count
        switch text.last {
        case ":", "：": ending = 1;
        case "?", "？": ending = 2;
        case ".", "。": ending = 3;
        case "!": ending = 4;
        default: ending = 0
        }
        if Self.hasQuote(text) { set(0) }
        if ErrorMark.occurs(in: text) { set(1) }
        if text.containsByte(0x3F) || text.containsBytes(of: "？") { set(2) }
        if text.containsByte(where: \.isASCIIDigit) { set(3) }
        if text.containsByte(0x3E) || text.containsBytes(of: "→") || text.containsBytes(of: "➜") { set(4) }
        if text.containsByte(0x2E), Self.hasVersion(Array(text.utf8)) { set(5) }
        let number = LeadingNumber(text)
        if let value = number.value, number.isPunctuated || number.hasName {
            set(6)
            self.number = value
        }
        if number.hasName { set(7) }
    }

    private mutating func set(_ index: Int) { flags |= 1 << UInt16(index) }

    func has(_ sign: Sign) -> Bool { Self.signs.firstIndex(of: sign).map { flags & 1 << UInt16($0) != 0 } ?? false }

    /// Whether a part of a text is quoted.
    static func hasQuote(_ text: String) -> Bool {
        guard text.containsByte(where: { $0 == 0x22 || $0 == 0x27 || $0 >= 0x80 }) else { return false }
        let bytes = Array(text.utf8)
        if hasTypographicQuote(bytes) { return true }
        var open: Int?
        for (index, byte) in bytes.enumerated() where byte == 0x22 {
            if let start = open {
                if index - start > 3 { return true }
                open = index
            } else {
                open = index
            }
        }
        return quotedBySingle(bytes)
    }

    /// One of “”„«»「」『』.
    private static func hasTypographicQuote(_ bytes: [UInt8]) -> Bool {
        for (index, byte) in bytes.enumerated() where byte == 0xC2 || byte == 0xE2 || byte == 0xE3 {
            if byte == 0xC2 {
                if index + 1 < bytes.count, bytes[index + 1] == 0xAB || bytes[index + 1] == 0xBB { return true }
            } else if index + 2 < bytes.count, bytes[index + 1] == 0x80 {
                if byte == 0xE2 ? (0x9C...0x9E).contains(bytes[index + 2]) : (0x8C...0x8F).contains(bytes[index + 2]) { return true }
            }
        }
        return false
    }

    private static func quotedBySingle(_ bytes: [UInt8]) -> Bool {
        var open: Int?
        for (index, byte) in bytes.enumerated() where byte == 0x27 {
            let isAfterLetter = index > 0 && bytes[index - 1].isASCIIAlphanumeric
            let isBeforeLetter = index + 1 < bytes.count && bytes[index + 1].isASCIIAlphanumeric
            if let start = open, !isBeforeLetter, index - start > 6 { return true }
            if !isAfterLetter, isBeforeLetter { open = index }
        }
        return false
    }

    private static func hasVersion(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 2 else { return false }
        for index in 1..<(bytes.count - 1) where bytes[index] == 0x2E {
            if bytes[index - 1].isASCIIDigit, bytes[index + 1].isASCIIDigit { return true }
        }
        return false
    }
}

/// Names and codes of errors: `0x80070005`, `ENOENT`, `ORA-00942`, `NullPointerException`, `404`.
enum ErrorMark {
    static func occurs(in text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var start = 0
            for end in 0...bytes.count where end == bytes.count || !isPart(bytes[end]) {
                if end - start > 2, isError(UnsafeBufferPointer(rebasing: bytes[start..<end])) { return true }
                start = end + 1
            }
            return false
        }
    }

    private static func isPart(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric || byte == 0x5F || byte == 0x2D }

    private static func isError(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        var (digits, capitals, joins) = (0, 0, 0)
        for byte in word {
            if byte.isASCIIDigit { digits += 1 } else if byte >= 0x41 && byte <= 0x5A { capitals += 1 } else if byte < 0x61 { joins += 1 }
        }
        if digits == word.count { return word.count >= 4 || (word.count == 3 && (word[0] == 0x34 || word[0] == 0x35)) }
        if word.count > 4, word[0] == 0x30, word[1] | 0x20 == 0x78 { return true }
        if capitals + digits + joins == word.count { return isErrorInCapitals(word, digits: digits, capitals: capitals) }
        return ends(word, in: "Error") || ends(word, in: "Exception") || ends(word, in: "Failure") || ends(word, in: "Fault")
    }

    private static func isErrorInCapitals(_ word: UnsafeBufferPointer<UInt8>, digits: Int, capitals: Int) -> Bool {
        if word.contains(0x5F), word.count > 5 { return true }
        if capitals > 1, digits > 0, word.contains(0x2D) { return true }
        if word[0] == 0x45, capitals == word.count, word.count > 3 { return true }
        return word.starts(with: "ERR".utf8)
    }

    private static func ends(_ word: UnsafeBufferPointer<UInt8>, in ending: StaticString) -> Bool {
        let count = ending.utf8CodeUnitCount
        return word.count > count && (0..<count).allSatisfy { word[word.count - count + $0] == ending.utf8Start[$0] }
    }
}

/// The number that a title begins with: `2.`, `Step 3:`, `Option B —`, `步骤 1`.
struct LeadingNumber {
    private(set) var value: Int?
    private(set) var hasName = false
    private(set) var isPunctuated = false
    var isNumber: Bool { value != nil && (isPunctuated || hasName) }
    /// The name is one of several ways, as `Option` is.
    private(set) var isOption = false

    private static let names: Set<String> = [
        "step", "solution", "cause", "case", "part", "phase", "scenario", "fix", "reason", "issue", "problem", "way", "symptom", "error",
        "schritt", "lösung", "ursache", "étape", "solution", "paso", "solución", "passo", "solução", "passaggio", "soluzione", "stap",
        "krok", "шаг", "крок",
        "причина", "решение", "步骤", "步驟", "方案", "手順", "ステップ", "단계", "원인", "해결", "原因", "解决", "症状",
    ]
    private static let options: Set<String> = [
        "option", "method", "approach", "alternative", "variant", "way", "methode", "möglichkeit", "méthode", "opción", "método", "metodo",
        "opção",
        "opzione", "optie", "metoda", "opcja", "способ", "вариант", "метод", "спосіб", "方法", "选项", "方式", "オプション", "방법", "옵션",
    ]

    init(_ text: String) {
        var rest = text.lowercased().unicodeScalars.drop { !$0.properties.isAlphabetic && !$0.properties.isNumeric(0x30...0x39) }
        let word = rest.prefix { $0.properties.isAlphabetic }
        let name = String(String.UnicodeScalarView(word))
        let isKnown = Self.names.contains(name) || Self.options.contains(name)
        if isKnown {
            (hasName, isOption) = (true, Self.options.contains(name))
            rest = rest[word.endIndex...].drop { " #-–:：".unicodeScalars.contains($0) }
        }
        let digits = rest.prefix { $0.properties.isNumeric(0x30...0x39) }
        if !digits.isEmpty, digits.count < 3 {
            value = Int(String(String.UnicodeScalarView(digits)))
            rest = rest[digits.endIndex...]
        } else if let letter = rest.first, letter.value >= 0x61, letter.value <= 0x7A,
            let next = rest.dropFirst().first, ".):：".unicodeScalars.contains(next) || (isKnown && !next.properties.isAlphabetic)
        {
            value = Int(letter.value) - 0x60
            rest = rest.dropFirst()
        } else if isKnown, let letter = rest.first, rest.count == 1, letter.value >= 0x61, letter.value <= 0x7A {
            value = Int(letter.value) - 0x60
            rest = rest.dropFirst()
        }
        // The number of a part in an outline, as in `2.1` and `F.2`, ranks nothing.
        if rest.first == ".", rest.dropFirst().first?.properties.isNumeric(0x30...0x39) == true { value = nil }
        // `Options` is no number.
        if value == nil { hasName = false }
        isPunctuated =
            value != nil && (rest.first.map { ".):：、-–—".unicodeScalars.contains($0) } ?? false)
            || value != nil && (rest.first == " " && rest.dropFirst().first.map { "-–—".unicodeScalars.contains($0) } ?? false)
    }
}

extension Unicode.Scalar.Properties {
    fileprivate func isNumeric(_ range: ClosedRange<UInt32>) -> Bool { numericValue.map { $0 >= 0 && $0 <= 9 } ?? false }
}
