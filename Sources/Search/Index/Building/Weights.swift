/// Index-time scoring: how much an occurrence of a term counts, by its field. Query-time scoring is configured by `Ranking`.
enum Weights {
    /// In sixteenths of an occurrence in body text.
    typealias Weight = UInt16

    static let one: Weight = 16
    static let description: Weight = 4 * one
    static let crumb: Weight = 2 * one
    static let tag: Weight = 2 * one
    static let heading: Weight = 6 * one
    /// The weights of a page's title and of a heading as wholes (`WholeTitle`).
    static let wholeTitle: Weight = 12 * one
    static let wholeHeading: Weight = 3 * one

    /// The weight of each term of a title, which is less in a longer title.
    static func title(termCount: Int) -> Weight { Weight(Double(11 * one) / (0.8 + 0.1 * Double(termCount))) }

    static func field(_ field: HTMLTextReader.Field) -> Weight {
        switch field {
        case .heading: heading
        case .summary: 3 * one
        case .body: one
        case .code: one + one / 2
        case .codeBlock: one * 3 / 4
        case .altText: one / 2
        }
    }

    /// Added to the weight of each term in a line of code that has a signal word.
    static let signalLine: Weight = one + one / 2

    /// The weight of a pair of adjacent terms in such a line.
    static let signalLinePair: Weight = 4 * one

    /// The weight of a component of a compound of this weight.
    static func component(_ weight: Weight) -> Weight { weight / 2 }

    /// Words by which a line of code is recognized as an error message.
    static let signalWords: Set<String> = [
        "error", "errors", "exception", "failed", "failure", "fatal", "denied", "cannot", "invalid", "refused", "timeout", "warning",
        "panic", "unable",
        "missing", "unknown", "forbidden", "unauthorized", "traceback", "undefined", "unexpected", "exist", "expired", "exceeded",
        "rejected", "conflict", "mismatch", "aborted",
        "unsupported", "unreachable", "unavailable", "illegal", "violates",
    ]

    /// The body weights of a section are divided by this, since a term says less of a longer section.
    static func lengthNorm(wordCount: Int) -> Double { 0.7 + 0.3 * min(Double(wordCount) / 100, 30) }

    /// Quantizes a term's weight in a section: `4 * log2(1 + weight)`, rounded and clamped to 1...15.
    /// - Parameters:
    ///   - fixed: the sum of weights that don't depend on the length of the section, such as a title's.
    ///   - body: the sum of weights that are divided by the length norm.
    static func impact(fixed: Weight, body: Weight, lengthNorm: Double) -> UInt8 {
        let weight = Double(fixed) / Double(one) + Double(body) / Double(one) / lengthNorm
        var impact: UInt8 = 1
        while impact < 15, weight >= thresholds[Int(impact)] { impact += 1 }
        return impact
    }

    /// The least weight of impact `i + 1`, for `i` from 1.
    private static let thresholds: [Double] = [
        0, 0.2968, 0.5422, 0.8340, 1.1810, 1.5937, 2.0844, 2.6680, 3.3620, 4.1874, 5.1689, 6.3360, 7.7241, 9.3747, 11.3378,
    ]

    /// `stopWords`, split.
    static let stopWordSet = Set(stopWords.split(separator: " ").map(String.init))

    /// English words that are too common to be indexed in body text. Titles, headings and code keep them.
    static let stopWords = """
        a about also am an and any are as at be been being but by can could did do does either else ever every for from get had has have he her here his how i if \
        in into is it its just many may me might more most much must my need no not of on or other our please shall should so some someone something still such \
        than that the their them then there these they this to too very want was way we were what when where which who why will with would you your
        """
}

extension Weights.Weight {
    func saturatingAdd(_ other: Self) -> Self {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
