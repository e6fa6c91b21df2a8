/// Names for headings in addresses.
public enum Slug {
    /// GitBook's rule, as observed on published sites: words for `&`, `<`, `>`, `$`; quotes dropped, accents stripped; lower
    /// case; letters, digits, `.`, `_` and `+` kept, every other run one `-`; `id-` before a leading digit. Letters of scripts other than
    /// Latin are kept, not transliterated. Empty where the text has nothing to name.
    public static func gitBook(_ text: String) -> String {
        var slug = ""
        var pendingDash = false
        func append(_ word: String) {
            if pendingDash, !slug.isEmpty { slug += "-" }
            pendingDash = false
            slug += word
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9", ".", "_", "+": append(String(scalar))
            case "A"..."Z": append(scalar.properties.lowercaseMapping)
            case "&": append("and")
            case "<": append("less-than")
            case ">": append("greater-than")
            case "$": append("usd")
            case "…": append("...")
            case "'", "\"", "’", "‘", "“", "”", "`", "«", "»": continue
            case _ where scalar.isASCII: pendingDash = true
            case _ where scalar.isInvisible: continue
            case _ where scalar.isWordPart:
                let lower = scalar.properties.lowercaseMapping
                let plain = lower.unicodeScalars.count == 1 ? lower.unicodeScalars.first.flatMap(LatinLetters.plain) : nil
                append(plain ?? lower)
            default: pendingDash = true
            }
        }
        return slug.utf8.first?.isASCIIDigit == true ? "id-" + slug : slug
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

    /// The rule of GitBook's sites of 2018 to 2020: as today's, but `.`, `_` and `+` separate, and no `id-`.
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

    /// What is left of a fragment when everything is dropped in which writers and exporters differ.
    public static func tolerantKey(_ fragment: String) -> String {
        let words = gitBook(fragment).split { !($0.isLetter || $0.isNumber) }
        return words.drop { $0 == "id" }.joined()
    }
}

extension Unicode.Scalar {
    /// A letter, a mark or a digit.
    fileprivate var isWordPart: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }

    /// Joiners, variation selectors and accents that stand alone after a Latin letter.
    fileprivate var isInvisible: Bool {
        switch value {
        case 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF, 0x0300...0x036F, 0xE0100...0xE01EF: true
        default: false
        }
    }
}
