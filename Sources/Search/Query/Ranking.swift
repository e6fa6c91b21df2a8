import Bytes

/// How results are ordered, as far as it is settled when somebody asks. The index carries it, so that the browser and the command line rank by the same numbers.
struct Ranking: Sendable, Equatable {
    /// How much a word counts on a page for the sections that do not have it.
    var page = 0.45
    /// How steeply a term counts more where it counts more.
    var power = 1.0
    /// How steeply a section counts less that has fewer of the words.
    var coverage = 0.75
    /// A word counts in full as one that a section has if it counts there the reciprocal of this, else as much less.
    var covering = 3.0
    /// By how much less with every doubling of the page's sections: a long page has every word somewhere.
    var pageLength = 0.2
    /// How much of a section's score is left if it has next to nothing of what was asked.
    var floor = 0.1
    /// Words that complete what was typed, beside a word that is whole, and without one.
    var completion = 0.35
    var onlyCompletion = 0.75
    /// Words with one letter wrong, and with two.
    var oneTypo = 0.75
    var twoTypos = 0.45
    /// A word that may stand for the one that was asked for.
    var synonym = 0.6
    /// A word that so large a part of all sections has is the one that writers use: no others stand for it.
    var common = 0.1
    /// In languages whose stems are not known, a word that begins like the one that was asked for.
    var inflection = 0.6
    /// A part of a compound that is known as a whole.
    var part = 0.4
    /// Numbers, and what looks like an id, in a long query.
    var variable = 0.3
    /// Words that are too common for texts.
    var stopWord = 0.08
    /// Pairs of characters with one that only joins others.
    var particle = 0.4
    /// What pages with a guide are raised by, where a question or an error is asked for; and pages in the reader's language.
    var guide = 1.05
    var language = 3.0
    /// Two words side by side, in a title or in an error.
    var pair = 0.25
    /// What the second-best section of a page adds to the best.
    var second = 0.55
    /// A further section of a page that is among the results already.
    var furtherSection = 0.5

    static let standard = Ranking()

    /// The weights by their names, which are the same in the client.
    static let weights: [(name: String, path: WritableKeyPath<Ranking, Double> & Sendable)] = [
        ("page", \.page), ("pageLength", \.pageLength), ("power", \.power), ("coverage", \.coverage), ("covering", \.covering),
        ("floor", \.floor), ("completion", \.completion), ("onlyCompletion", \.onlyCompletion), ("oneTypo", \.oneTypo),
        ("twoTypos", \.twoTypos), ("synonym", \.synonym), ("common", \.common), ("inflection", \.inflection),
        ("part", \.part), ("variable", \.variable), ("stopWord", \.stopWord), ("particle", \.particle), ("guide", \.guide),
        ("language", \.language), ("pair", \.pair), ("second", \.second), ("furtherSection", \.furtherSection),
    ]

    /// - Parameter synonyms: see `Synonyms.lines`.
    func json(synonyms: [String]) -> JSON {
        .object(
            Self.weights.map { ($0.name, .decimal(self[keyPath: $0.path])) } + [
                ("stopWords", .string(Weights.stopWords)), ("particles", .string(Folding.particles)),
                ("signals", .string(Weights.signals.sorted().joined(separator: " "))),
                ("synonyms", .array(synonyms.map(JSON.string))),
                ("endings", .array(Stemmer.endings.map { .array([.string($0.ending), .string($0.replacement), .integer($0.least)]) })),
            ])
    }
}
