/// Where a feature was seen: in the text itself, or in one near it.
enum Place: UInt32, CaseIterable {
    case own, rest, following, second, last, parent, previous, next, grandparent, intro, head, headParent, item, column, lastCell
    case body, bodyEnd, allBelow, children, siblings, list, rows, title, description, opening, headings, page, neighbour
}

/// What was seen.
enum Sign: UInt32, CaseIterable {
    // Of texts
    case word, stem, pair, firstWord, lastWord, concept, firstConcept
    case length, ending, quote, errorName, question, digits, path, version, numbered, number, numberWord
    case code, allCode, bold, link, allLink, image
    // Of the place on the page
    case source, level, relativeLevel, position, isFirst, inDisclosure, inHint, inTab, inItem, inStepper, continues, followedBy, after
    // Of what is below a title
    case paragraphs, orderedItems, items, words, codes, instructions, hasRows, hasTabs, hasHints, subtitles, siblings, index, isLast,
        isEmpty
    case pure, pureOther, nesting, share, hasInstructions, nothing, titleSource
    // Of lists and tables
    case isOrdered, depth, boldLead, listSize, childItems, childParagraph, childCode, isLong, endsInColon, lastPair, columns, rowCount
    // Of paragraphs
    case characters, sentences, laterInstructions, distance
    // Of pages
    case headingCount, passageCount, codeCount, boldCount, summaryCount
    // Of what was read in the first pass
    case kind, bestKind, step, steps, nodes, pageKind, tree, pageKindOfBest, treeOfBest, mean, most, sum, firstKind, ratio
    case escalationWords, bias, unit
    case firstEnding, lastEnding, conceptPair, firstPair
}

/// A number that stands for something seen, and how much of it: 64 is once.
struct Feature: Sendable {
    let id: UInt32
    var value: Int32 = 64
}

/// Collects features.
struct FeatureSet: Sendable {
    /// Signs of structure and concepts, which a page of any language has.
    private(set) var general: [Feature] = []
    /// Words.
    private(set) var words: [Feature] = []
    /// Those words that tell whether a list or a paragraph holds titles.
    private(set) var unitWords: [Feature] = []

    static let once: Int32 = 64

    static func mix(_ hash: UInt32, _ value: UInt32) -> UInt32 {
        var mixed = (hash ^ (value &* 0x9E37_79B1)) &* 0x85EB_CA6B
        mixed ^= mixed >> 15
        return mixed &* 0xC2B2_AE35
    }

    static func id(_ place: Place, _ sign: Sign, _ value: UInt32) -> UInt32 { mix(mix(place.rawValue << 8 | sign.rawValue, 0x51), value) }

    mutating func add(_ sign: Sign, _ value: Int = 0, _ place: Place = .own) {
        general.append(Feature(id: Self.id(place, sign, UInt32(truncatingIfNeeded: value))))
    }

    mutating func add(amount: Double, _ sign: Sign, _ value: Int = 0, _ place: Place = .own) {
        general.append(Feature(id: Self.id(place, sign, UInt32(truncatingIfNeeded: value)), value: Int32((amount * 64).rounded())))
    }

    mutating func add(word: UInt32, _ sign: Sign, _ place: Place, isUnitWord: Bool = false) {
        let feature = Feature(id: Self.id(place, sign, word))
        words.append(feature)
        if isUnitWord { unitWords.append(feature) }
    }

    mutating func add(concepts: Lexicon.Concepts, _ sign: Sign = .concept, _ place: Place) {
        var rest = concepts
        while rest != 0 {
            add(sign, rest.trailingZeroBitCount, place)
            rest &= rest - 1
        }
    }

    /// Adds the words of a text and what they speak of.
    mutating func add(
        _ text: TextReading, _ place: Place, words limit: Int = 14, letters: Int = 120, hasPairs: Bool = true, hasWords: Bool = true,
        isUnitWord: Bool = false
    ) {
        add(concepts: text.concepts(words: limit, letters: letters), .concept, place)
        add(concepts: text.firstConcepts, .firstConcept, place)
        guard hasWords else { return }
        let tokens = text.tokens.prefix(limit)
        for token in tokens {
            add(word: token.hash, .word, place, isUnitWord: isUnitWord)
            if token.stem != 0 { add(word: token.stem, .stem, place, isUnitWord: isUnitWord) }
        }
        if hasPairs {
            for (one, other) in zip(tokens, tokens.dropFirst()) {
                add(word: Self.mix(one.hash, other.hash), .pair, place, isUnitWord: isUnitWord)
            }
        }
        if let first = tokens.first, let last = tokens.last {
            add(word: first.hash, .firstWord, place, isUnitWord: true)
            add(word: last.hash, .lastWord, place, isUnitWord: isUnitWord)
        }
    }

    /// Adds how the first and the last word of a text end, which tells an order from a name in many languages, and what words that follow one
    /// another speak of.
    mutating func add(grammarOf text: TextReading, _ place: Place) {
        if let first = text.tokens.first, first.ending != 0 { add(word: first.ending, .firstEnding, place) }
        if let last = text.tokens.last, last.ending != 0 { add(word: last.ending, .lastEnding, place) }
        let opening = text.meanings.prefix { $0.word < 6 }
        for (one, other) in zip(opening, opening.dropFirst()) where other.word == one.word + 1 {
            for (first, second) in pairs(one.concepts, other.concepts) { add(.conceptPair, first * 32 + second, place) }
        }
        var second = UInt32(1) << 31
        if let meaning = text.meanings.first(where: { $0.word == 1 }) { second = meaning.concepts }
        for (first, second) in pairs(text.meanings.first { $0.word == 0 }?.concepts ?? 1 << 31, second) {
            add(.firstPair, first * 32 + second, place)
        }
    }

    private func pairs(_ one: Lexicon.Concepts, _ other: Lexicon.Concepts) -> [(Int, Int)] {
        var pairs: [(Int, Int)] = []
        var first = one
        while first != 0 {
            var second = other
            while second != 0 {
                pairs.append((first.trailingZeroBitCount, second.trailingZeroBitCount))
                second &= second - 1
            }
            first &= first - 1
        }
        return pairs
    }

    /// Adds the form of a text.
    mutating func add(shape: TextShape, _ place: Place) {
        add(.length, bucket(shape.words), place)
        add(.ending, Int(shape.ending), place)
        for (index, sign) in TextShape.signs.enumerated() where shape.flags & 1 << UInt16(index) != 0 { add(sign, 0, place) }
        if let number = shape.number { add(.number, number, place) }
    }
}

/// The index of the first bound that a count does not exceed.
func bucket(_ count: Int, _ bounds: [Int] = [0, 1, 2, 3, 5, 8, 13, 21, 40, 80]) -> Int {
    bounds.firstIndex { count <= $0 } ?? bounds.count
}
