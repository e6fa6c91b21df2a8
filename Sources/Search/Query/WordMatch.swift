/// The terms of the index that one word of a query matches.
struct WordMatch {
    struct Term {
        let entry: Shard.Entry
        /// How well the term stands for the word: 1 for the word itself, less for completions, corrections and synonyms.
        let factor: Double
        /// Whether the term's sections count towards the word's document frequency, from which its rarity is computed.
        let countsTowardsFrequency: Bool
    }

    private(set) var terms: [Term] = []

    /// The sum of the document frequencies of the terms that count; 0 if the word is not in the index.
    var documentFrequency: Int { terms.reduce(0) { $0 + ($1.countsTowardsFrequency ? $1.entry.documentFrequency : 0) } }

    func contains(_ entry: Shard.Entry) -> Bool { terms.contains { $0.entry.term.hasBytes(of: entry.term) } }

    mutating func add(_ entry: Shard.Entry, _ factor: Double, countsTowardsFrequency: Bool = true) {
        terms.append(Term(entry: entry, factor: factor, countsTowardsFrequency: countsTowardsFrequency))
    }
}
