/// How much a term counts, by where it stands: the part of the ranking that is settled when the index is made. The other part is `Ranking`.
enum Weights {
    /// Sixteenths; a word of the text counts one.
    typealias Weight = UInt16

    static let one: Weight = 16
    static let description: Weight = 4 * one
    static let crumb: Weight = 2 * one
    static let tag: Weight = 2 * one
    static let heading: Weight = 6 * one

    /// A word of a long title says less.
    static func title(_ length: Int) -> Weight { Weight(Double(11 * one) / (0.8 + 0.1 * Double(length))) }

    /// What a term counts at a place of the text.
    static func of(_ field: HTMLTextReader.Field) -> Weight {
        switch field {
        case .heading: heading
        case .summary: 3 * one
        case .body: one
        case .code: one + one / 2
        case .codeBlock: one * 3 / 4
        case .alternative: one / 2
        }
    }

    /// What a term counts besides in a line of code that tells of an error.
    static let error: Weight = one + one / 2

    /// Two terms side by side in such a line.
    static let errorPair: Weight = 4 * one

    /// Of compounds, what stands for a part alone.
    static func part(_ weight: Weight) -> Weight { weight / 2 }

    /// Words that tell of an error in code.
    static let signals: Set<String> = [
        "error", "errors", "exception", "failed", "failure", "fatal", "denied", "cannot", "invalid", "refused", "timeout", "warning",
        "panic", "unable",
        "missing", "unknown", "forbidden", "unauthorized", "traceback", "undefined", "unexpected", "exist", "expired", "exceeded",
        "rejected", "conflict", "mismatch", "aborted",
        "unsupported", "unreachable", "unavailable", "illegal", "violates",
    ]

    /// Longer parts say less with each word.
    static func norm(length: Int) -> Double { 0.7 + 0.3 * min(Double(length) / 100, 30) }

    /// From 1 to 15: four times the binary logarithm.
    static func level(fixed: Weight, body: Weight, norm: Double) -> UInt8 {
        let weight = Double(fixed) / Double(one) + Double(body) / Double(one) / norm
        var level: UInt8 = 1
        while level < 15, weight >= thresholds[Int(level)] { level += 1 }
        return level
    }

    /// Where the next level begins.
    private static let thresholds: [Double] = [
        0, 0.2968, 0.5422, 0.8340, 1.1810, 1.5937, 2.0844, 2.6680, 3.3620, 4.1874, 5.1689, 6.3360, 7.7241, 9.3747, 11.3378,
    ]

    /// `stopWords`, each by itself.
    static let stopWordSet = Set(stopWords.split(separator: " ").map(String.init))

    /// Words that are too common to be looked for in the text. Titles, headings and code keep them.
    static let stopWords = """
        a about also am an and any are as at be been being but by can could did do does either else ever every for from get had has have he her here his how i if \
        in into is it its just many may me might more most much must my need no not of on or other our please shall should so some someone something still such \
        than that the their them then there these they this to too very want was way we were what when where which who why will with would you your
        """
}
