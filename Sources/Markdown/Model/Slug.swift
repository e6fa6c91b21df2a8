import Bytes

/// Converts headings to ids for URLs.
public enum Slug {
    /// GitBook's rule, as observed on published sites: words for `&`, `<`, `>`, `$`; quotes dropped, accents stripped; lower
    /// case; letters, digits, `.`, `_` and `+` kept, every run of other characters one `-`; `id-` before a leading digit. Letters of
    /// non-Latin scripts are kept, not transliterated. Empty if no character is kept.
    public static func gitBook(_ text: String) -> String {
        var slug: [UInt8] = []
        slug.reserveCapacity(text.utf8.count + 4)
        var isSeparated = false
        for scalar in text.unicodeScalars {
            if let letter = gitBookLetter(scalar) {
                if isSeparated, !slug.isEmpty { slug.append(.hyphen) }
                isSeparated = false
                slug.append(letter)
                continue
            }
            guard let word = gitBookWord(scalar) else { continue }
            if word.isEmpty {
                isSeparated = true
            } else {
                // The words for brackets stand alone: `<inject>` is `less-than-inject-greater-than`.
                let isBracket = scalar == "<" || scalar == ">"
                if isSeparated || isBracket, !slug.isEmpty { slug.append(.hyphen) }
                isSeparated = isBracket
                slug.append(contentsOf: word.utf8)
            }
        }
        if slug.first?.isASCIIDigit == true { slug.insert(contentsOf: "id-".utf8, at: 0) }
        return String(decoding: slug, as: UTF8.self)
    }

    /// The byte that GitBook keeps of an ASCII character, or nil.
    @inline(__always)
    private static func gitBookLetter(_ scalar: Unicode.Scalar) -> UInt8? {
        guard scalar.isASCII else { return nil }
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        if byte.isASCIIAlphanumeric { return byte.asciiLowercased }
        return byte == .dot || byte == .underscore || byte == .plus ? byte : nil
    }

    /// The text that GitBook writes for any other character: a word, empty for a separator, or nil if it is dropped.
    private static func gitBookWord(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "&": return "and"
        case "<": return "less-than"
        case ">": return "greater-than"
        case "$": return "usd"
        case "…": return "..."
        case "'", "\"", "’", "‘", "“", "”", "`", "«", "»": return nil
        case _ where scalar.isASCII: return ""
        case _ where scalar.isInvisible: return nil
        case _ where scalar.isWordPart:
            // İ becomes an i with a dot above it.
            let lower = scalar.properties.lowercaseMapping.unicodeScalars.filter { !$0.isInvisible }
            let single = lower.count == 1 ? lower.first : nil
            if let single, single.isASCII { return String(single) }
            return single.flatMap(LatinLetters.plain) ?? String(String.UnicodeScalarView(lower))
        default: return ""
        }
    }

    /// GitHub's rule: lower case, spaces to `-`, everything but letters, digits, `_` and `-` dropped.
    public static func gitHub(_ text: String) -> String {
        var slug = ""
        for scalar in text.unicodeScalars {
            if scalar == " " || scalar == "-" {
                slug += "-"
            } else if scalar == "_" || (scalar.isWordPart && !scalar.isInvisible) {
                slug += scalar.properties.lowercaseMapping
            }
        }
        return slug
    }

    /// The rule of GitBook's sites from 2018 to 2020: as today's, except that `.`, `_` and `+` separate, and that there is no `id-`.
    public static func legacy(_ text: String) -> String {
        var slug = ""
        for scalar in gitBook(text).unicodeScalars {
            let isSeparator = scalar == "." || scalar == "_" || scalar == "+" || scalar == "-"
            if !isSeparator {
                slug.unicodeScalars.append(scalar)
            } else if !slug.isEmpty, !slug.hasSuffix("-") {
                slug += "-"
            }
        }
        if slug.hasSuffix("-") { slug.removeLast() }
        return slug.hasPrefix("id-") ? String(slug.dropFirst(3)) : slug
    }

    /// A fragment without separators and `id`, in which authors and exporters differ, for tolerant comparison.
    public static func tolerantKey(_ fragment: String) -> String {
        let words = gitBook(fragment).split { !($0.isLetter || $0.isNumber) }
        return words.drop { $0 == "id" }.joined()
    }
}

extension Unicode.Scalar {
    /// Whether it is a letter, a combining mark or a digit.
    fileprivate var isWordPart: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }

    /// Whether it is a joiner, a variation selector or a combining accent.
    fileprivate var isInvisible: Bool {
        switch value {
        case 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF, 0x0300...0x036F, 0xE0100...0xE01EF: true
        default: false
        }
    }
}
