import Bytes

/// Where a run of `*` stands among Chinese, Japanese or Korean text, in which no spaces tell where emphasis begins and ends. CommonMark's rule
/// then takes punctuation for the end of a word: in `点击**“设置”**，` the first run could not open. The rule here is that of
/// https://github.com/tats-u/markdown-cjk-friendly.
struct CJKEmphasis {
    /// Whether the run can open only with a punctuation mark before it, in place of the letter that is there.
    let needsMarkBefore: Bool
    /// Whether the run can close only with a punctuation mark after it.
    let needsMarkAfter: Bool

    /// - Parameter run: a run of `*`.
    init(_ run: Range<Int>, in text: [UInt8]) {
        let before = Self.scalar(endingAt: run.lowerBound, text)
        let after = Self.scalar(at: run.upperBound, text)
        guard let before, let after else {
            (needsMarkBefore, needsMarkAfter) = (false, false)
            return
        }
        func allows(_ punctuation: Unicode.Scalar, beside letter: Unicode.Scalar) -> Bool {
            punctuation.isPunctuationMark && letter.isLetterOrDigit && (punctuation.isCJK || letter.isCJK)
        }
        // GitBook writes no emphasis with a single one. It may be a footnote's or a multiplication: `电话*（必填）`, `价格*(1/2)`.
        let isBold = run.count > 1
        needsMarkBefore = isBold && allows(after, beside: before)
        needsMarkAfter = allows(before, beside: after) && !before.opensPhrase && (isBold || before.closesBracket)
    }

    /// Whether a text has such letters at all.
    static func mayOccur(in text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { $0.firstIndex(in: $0.indices) { $0 .>= ByteBlock(repeating: 0xE3) } < $0.count }
    }

    private static func scalar(at start: Int, _ text: [UInt8]) -> Unicode.Scalar? {
        guard start < text.count else { return nil }
        return String(decoding: text[start..<min(start + 4, text.count)], as: UTF8.self).unicodeScalars.first
    }

    private static func scalar(endingAt end: Int, _ text: [UInt8]) -> Unicode.Scalar? {
        var start = end - 1
        guard start >= 0 else { return nil }
        while start > 0, text[start] & 0xC0 == 0x80, end - start < 4 { start -= 1 }
        return scalar(at: start, text)
    }
}

extension Unicode.Scalar {
    fileprivate var opensPhrase: Bool {
        properties.generalCategory == .openPunctuation || properties.generalCategory == .initialPunctuation
    }

    fileprivate var closesBracket: Bool {
        properties.generalCategory == .closePunctuation || properties.generalCategory == .finalPunctuation
    }

    /// Whether it belongs to Chinese, Japanese or Korean writing, punctuation and full-width forms included.
    var isCJK: Bool {
        switch value {
        case 0x1100...0x11FF, 0x2E80...0x303F, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF,
            0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x1B000...0x1B16F, 0x1F200...0x1F2FF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }

    /// Punctuation or a symbol.
    var isPunctuationMark: Bool {
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
            .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
            true
        default: false
        }
    }

    var isLetterOrDigit: Bool { properties.isAlphabetic || properties.numericType != nil }
}
