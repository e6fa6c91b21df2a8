/// Why a text is read as what it is: what speaks most for it, compared with what it might be instead, in words.
struct Explanation {
    private let features: ArticleFeatures
    private let models: GuideModel.NodeModels
    private let stacked: StackedFeatures?
    private let names = FeatureNames()

    /// - Parameter stacked: what the first pass said; nil if there was but one.
    init(_ features: ArticleFeatures, _ models: GuideModel.NodeModels, _ stacked: StackedFeatures?) {
        (self.features, self.models, self.stacked) = (features, models, stacked)
    }

    /// What speaks for a kind and against another, the strongest first, three at most.
    /// - Parameter index: a candidate.
    func reasons(_ index: Int, for kind: Int, against other: Int) -> [String] {
        var sums: [String: Int] = [:]
        let copy = FeatureRows.ownCopy(features.article.candidates[index].group)
        func add(_ feature: Feature, _ name: String, copy: UInt32?) {
            var weight = models.kind.weight(feature.id, kind) - models.kind.weight(feature.id, other)
            if let copy {
                let id = FeatureSet.mix(feature.id, copy)
                weight += models.kind.weight(id, kind) - models.kind.weight(id, other)
            }
            sums[name, default: 0] += weight * Int(feature.value)
        }
        let set = features.candidates[index]
        for feature in set.general { add(feature, names.phrase(feature.id), copy: copy) }
        for feature in set.words { add(feature, Self.wording, copy: nil) }
        for feature in stacked?.candidates[index] ?? [] { add(feature, Self.surroundings, copy: nil) }
        for feature in features.page.general + features.page.words { add(feature, Self.page, copy: nil) }
        return Self.strongest(sums)
    }

    private static let wording = "the wording in it and near it"
    private static let surroundings = "what the parts around it are read as"
    private static let page = "the page as a whole"
    private static let form = "its place and form"

    /// Three reasons at most. Those from which a writer learns little give way to others that are not much weaker.
    private static func strongest(_ sums: [String: Int]) -> [String] {
        let vague: Set<String> = [wording, surroundings, page, form]
        let sorted = sums.filter { $0.value > 0 }.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        let telling = sorted.filter { !vague.contains($0.key) && $0.value * 8 > sorted[0].value }.prefix(2)
        let rest = sorted.filter { vague.contains($0.key) }.prefix(3 - telling.count)
        return (telling + rest).sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key)
    }
}

/// What features stand for, in words.
private struct FeatureNames {
    private var phrases: [UInt32: String] = [:]

    init() {
        for place in Place.allCases {
            for sign in Sign.allCases {
                for value in 0..<64 { phrases[FeatureSet.id(place, sign, UInt32(value))] = Self.phrase(place, sign, value) }
            }
        }
    }

    func phrase(_ id: UInt32) -> String { phrases[id] ?? "its place and form" }

    private static func phrase(_ place: Place, _ sign: Sign, _ value: Int) -> String {
        let place = name(place)
        switch sign {
        case .concept, .pure: return Concept(rawValue: value).map { "\(place) that speaks of \(name($0))" } ?? place
        case .firstConcept: return Concept(rawValue: value).map { "\(place) that begins with \(name($0))" } ?? place
        case .quote: return "\(place) that quotes a message"
        case .errorName: return "\(place) that names an error"
        case .question: return "\(place) that asks"
        case .numbered, .number, .numberWord: return "\(place) that is numbered"
        case .instructions, .orderedItems, .hasInstructions: return "how much below it says what to do"
        case .level, .relativeLevel, .nesting, .subtitles, .siblings, .index, .isLast, .isFirst, .position:
            return "its place in the outline"
        default: return "its place and form"
        }
    }

    private static func name(_ place: Place) -> String {
        switch place {
        case .own, .body, .bodyEnd: "its own text"
        case .rest: "the text behind its label"
        case .following, .second, .last, .allBelow: "text below it"
        case .parent, .grandparent: "a title above it"
        case .previous: "what stands before it"
        case .next: "what follows it"
        case .children: "titles below it"
        case .siblings, .neighbour: "titles beside it"
        case .head, .headParent: "the title of its section"
        case .intro: "the sentence before its list"
        case .list, .rows, .item, .column, .lastCell: "its list or table"
        case .title, .description, .opening, .headings, .page: "the page"
        }
    }

    private static func name(_ concept: Concept) -> String {
        switch concept {
        case .fault: "a fault"
        case .negation: "what is not so"
        case .cause: "a cause"
        case .check: "checking"
        case .fix: "a fix"
        case .symptom: "a symptom"
        case .escalation: "what is still wrong"
        case .contact: "whom to ask"
        case .faq: "questions"
        case .howTo: "a how-to"
        case .troubleshooting: "troubleshooting"
        case .release: "versions"
        case .reference: "reference"
        case .platform: "a system"
        case .alternative: "one of several ways"
        case .condition: "an “if” or “when”"
        case .instruction: "an instruction"
        case .sequence: "an order"
        case .result: "a result"
        case .signpost: "another text"
        case .note: "a note"
        case .question: "a word that asks"
        case .below: "what is below"
        case .operation: "an action in a menu"
        case .function: "what something does while it works"
        case .circumstance: "what faults come from"
        case .person: "“you”, “me” or others"
        case .determiner: "a “the” or “this”"
        case .screen: "a part of a screen"
        case .telling: "how something is"
        }
    }
}
