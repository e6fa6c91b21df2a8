import Bytes

/// Character classes for the tokenizer, and folding: lower case without accents.
enum Folding {
    enum Kind {
        /// A letter, digit or combining mark of a word between spaces.
        case letter
        /// A character of a script that is not segmented into words, but into overlapping bigrams.
        case ngram
        /// Neither part of a word nor a separator: soft hyphens, joiners, and combining accents.
        case ignored
        case separator
    }

    /// Thai, Lao, Myanmar, Khmer, kana, Han and Hangul.
    private static let ngramRanges: [ClosedRange<UInt32>] = [
        0x0E01...0x0E2E, 0x0E30...0x0E3A, 0x0E40...0x0E4E, 0x0E81...0x0EDF, 0x1000...0x1049, 0x1780...0x17D3, 0x3041...0x3096,
        0x3099...0x309A, 0x309D...0x309F,
        0x30A1...0x30FA, 0x30FC...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x323AF,
    ]

    /// Characters of Chinese and Japanese with grammatical function only: particles, pronouns, prepositions and endings.
    static let particles = "的了在是嗎吗呢怎麼么什和與与及或把被從从到對对我你如何いかがえおくけこさしすせそたちつてでとなにねのはひへまみむめもやゆよらりるれろわをんっゃゅょげじだどばべ"

    private static let particleSet = Set(particles.unicodeScalars)

    static func isParticle(_ scalar: Unicode.Scalar) -> Bool { particleSet.contains(scalar) }

    static func kind(_ scalar: Unicode.Scalar) -> Kind {
        let value = scalar.value
        if value >= 0x0E01, ngramRanges.contains(where: { $0.contains(value) }) { return .ngram }
        switch value {
        case 0x00AD, 0x200B...0x200D, 0x2060, 0xFEFF, 0x0300...0x036F: return .ignored
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: return .letter
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
            .otherNumber,
            .nonspacingMark, .spacingMark, .enclosingMark:
            return .letter
        default: return .separator
        }
    }

    /// Appends the UTF-8 of a folded letter: in lower case; Latin, Greek and Cyrillic letters without accents; full-width forms as ASCII.
    static func append(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
        if (0xFF10...0xFF5A).contains(scalar.value) { return out.append(UInt8(scalar.value - 0xFEE0).asciiLowercased) }
        for lower in scalar.properties.lowercaseMapping.unicodeScalars where !(0x0300...0x036F).contains(lower.value) {
            if let plain = LatinLetters.plain(lower) {
                out.append(contentsOf: plain.utf8)
            } else {
                out.append(contentsOf: UTF8.encode(unaccented[lower] ?? lower) ?? UTF8.CodeUnits())
            }
        }
    }

    /// Accented letters of Greek and Cyrillic. `LatinLetters` has those of Latin.
    private static let unaccented: [Unicode.Scalar: Unicode.Scalar] = [
        "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ϊ": "ι", "ΐ": "ι", "ό": "ο", "ύ": "υ", "ϋ": "υ", "ΰ": "υ", "ώ": "ω", "ς": "σ",
        "й": "и", "ё": "е", "ї": "і", "ў": "у", "ѓ": "г", "ќ": "к", "ѐ": "е", "ѝ": "и",
    ]
}

extension UTF8 {
    fileprivate typealias CodeUnits = Unicode.UTF8.EncodedScalar
}
