import Bytes

/// The parameters of query-time scoring. The index carries them, so that the browser and the command line rank alike. `Weights` has those
/// of index time.
struct Ranking: Sendable, Equatable {
    /// The share of a word's best score on a page that the sections without the word get.
    var pageShare = 0.45
    /// How much `pageShare` shrinks with every doubling of the page's number of sections, since a long page has every word somewhere.
    var pageLengthPenalty = 0.2
    /// The exponent of impacts.
    var impactExponent = 1.0
    /// The exponent of coverage, the weighted share of the query's words that a section has.
    var coverageExponent = 0.75
    /// A word counts fully towards coverage if its scaled impact is at least the reciprocal of this, and proportionally below.
    var coverageScale = 3.0
    /// The share of its score that a section keeps at a coverage of 0.
    var coverageFloor = 0.1
    /// The factor of words that complete a prefix if the prefix is a word itself, and if it is not.
    var completion = 0.35
    var onlyCompletion = 0.75
    /// The factors of spelling corrections by one and by two edits.
    var oneTypo = 0.75
    var twoTypos = 0.45
    /// The factor of synonyms.
    var synonym = 0.6
    /// A word that more than this share of all sections contains is not expanded with synonyms, since it is the one that writers use.
    var synonymCutoff = 0.1
    /// The factor of words with the same beginning, in languages without a stemmer.
    var inflection = 0.6
    /// The weight of a component whose compound is in the index.
    var component = 0.4
    /// The weight of numbers and ids in a long query.
    var variable = 0.3
    /// The weight of stop words beside other words.
    var stopWord = 0.08
    /// The weight of n-grams with a particle (`Folding.particles`).
    var particle = 0.4
    /// The factor of pages with a guide if the query asks for help, and of pages in the reader's language.
    var guide = 1.05
    var language = 3.0
    /// The weight of a pair of adjacent terms.
    var pair = 0.25
    /// What a page gains on which all words of a query follow one another, as a factor of its score, and the least closeness of those that are
    /// looked at.
    var run = 1.0
    var runCloseness = 0.7
    /// What a title that is just what was asked for adds to a score, as a factor of the weights of the query's words.
    var wholeTitle = 1.5
    /// The share of a query's words, by their weights, that the best section must have to be a close match. Of the judged queries whose answer is
    /// among the first three, 3 in 100 have less; of queries asked of other sites than they were written for, 4 in 10.
    var close = 0.33
    /// The share of its second-best section's score that is added to a page's best.
    var secondSection = 0.55
    /// The factor of a further section of a page, for each section of the page before it.
    var furtherSection = 0.5

    static let standard = Ranking()

    /// The parameters with their names in `index.json`.
    static let weights: [(name: String, path: WritableKeyPath<Ranking, Double> & Sendable)] = [
        ("page", \.pageShare), ("pageLength", \.pageLengthPenalty), ("power", \.impactExponent), ("coverage", \.coverageExponent),
        ("covering", \.coverageScale), ("floor", \.coverageFloor), ("completion", \.completion), ("onlyCompletion", \.onlyCompletion),
        ("oneTypo", \.oneTypo), ("twoTypos", \.twoTypos), ("synonym", \.synonym), ("common", \.synonymCutoff),
        ("inflection", \.inflection), ("part", \.component), ("variable", \.variable), ("stopWord", \.stopWord),
        ("particle", \.particle), ("guide", \.guide), ("language", \.language), ("pair", \.pair), ("whole", \.wholeTitle),
        ("close", \.close), ("run", \.run), ("runClose", \.runCloseness),
        ("second", \.secondSection),
        ("furtherSection", \.furtherSection),
    ]

    /// The parameters, and the word lists that the browser needs to parse queries.
    /// - Parameter synonyms: see `Synonyms.lines`.
    func json(synonyms: [String]) -> JSON {
        .object(
            Self.weights.map { ($0.name, .decimal(self[keyPath: $0.path])) } + [
                ("stopWords", .string(Weights.stopWords)), ("particles", .string(Folding.particles)),
                ("signals", .string(Weights.signalWords.sorted().joined(separator: " "))),
                ("synonyms", .array(synonyms.map(JSON.string))),
                (
                    "endings",
                    .array(Stemmer.rules.map { .array([.string($0.suffix), .string($0.replacement), .integer($0.minStemLength)]) })
                ),
            ])
    }
}
