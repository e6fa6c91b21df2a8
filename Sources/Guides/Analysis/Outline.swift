import Markdown

/// Pass 3: the logical tree of an article's titles. It starts from levels and containers, and corrects them where numbers and wording say otherwise.
struct Outline {
    let sections: [Section]
    /// The place of each section's parent, or nil.
    private(set) var parents: [Int?]
    private let pack: LanguagePack
    /// Solutions by the causes of the same titles, and the titles that they were taken from.
    private var answers: [Int: Int] = [:]
    private var emptied: Set<Int> = []

    init(_ sections: [Section], _ pack: LanguagePack) {
        self.sections = sections
        self.pack = pack
        parents = Array(repeating: nil, count: sections.count)
        nest()
        gatherOptions()
        gatherAnswersOfCauses()
        gatherSolutionsOfCause()
    }

    func children(of parent: Int?) -> [Int] { parents.indices.filter { parents[$0] == parent } }

    // MARK: Levels and containers

    /// How deep a title stands: disclosures first, then levels; titles that are no headings stand below all of them.
    private struct Depth {
        let index: Int
        let disclosures: [Int]
        let rank: Int
    }

    private func rank(_ section: Section) -> Int {
        switch section.title.source {
        case .heading: section.title.level
        case .summary: 7
        case .lead: 8
        // A condition in bold on a line of its own holds the bold titles behind it.
        case .bold: isConditional(section) ? 8 : 9
        case .listItem, .tableRow: 10
        case .paragraph: 8
        }
    }

    private func isConditional(_ section: Section) -> Bool { section.title.words.all.first.map { pack.conditions.contains($0) } ?? false }

    private mutating func nest() {
        var open: [Depth] = []
        for (index, section) in sections.enumerated() {
            let disclosures = section.passage.disclosures
            let rank = rank(section)
            while let last = open.last, closes(last, rank, disclosures) { open.removeLast() }
            parents[index] = open.last?.index
            if isParallelToHeading(index) { parents[index] = open.last.flatMap { parents[$0.index] } }
            open.append(Depth(index: index, disclosures: disclosures, rank: rank))
        }
    }

    private func closes(_ last: Depth, _ rank: Int, _ disclosures: [Int]) -> Bool {
        guard disclosures.starts(with: last.disclosures) else { return true }
        // What is in a disclosure stands below what is around it, and below its summary.
        if disclosures.count > last.disclosures.count || sections[last.index].title.source == .summary { return false }
        return last.rank >= rank
    }

    /// A bold title worded as the heading before it (`… Limit Exceeded`) is its sibling.
    private func isParallelToHeading(_ index: Int) -> Bool {
        guard sections[index].title.source == .bold, let parent = parents[index], sections[parent].title.source == .heading,
            index == parent + 1
        else { return false }
        return commonEnd(sections[index].title.words, sections[parent].title.words) >= 2
    }

    private func commonEnd(_ one: Words, _ other: Words) -> Int {
        zip(one.spoken.reversed(), other.spoken.reversed()).prefix { $0 == $1 }.count
    }

    /// Whether a title is that of a solution to the cause of the same title above it.
    func isAnswer(_ index: Int, of cause: Int) -> Bool { answers[index] == cause }

    /// Whether all that stood below a title belongs to the causes.
    func isEmptied(_ index: Int) -> Bool { emptied.contains(index) }

    // MARK: Options

    /// `Option 1` and `Option 2` right behind the title that asks for a choice, at its own level, belong under it.
    private mutating func gatherOptions() {
        for index in sections.indices where isOption(index) && !isContinued(index) {
            let siblings = children(of: parents[index])
            guard let place = siblings.firstIndex(of: index), place > 0 else { continue }
            var owner = siblings[place - 1]
            if isOption(owner) { owner = siblings[..<place].last { !isOption($0) } ?? owner }
            guard !isOption(owner), [.heading, .bold, .summary].contains(sections[owner].title.source), asksForChoice(owner, before: index),
                siblings[(siblings.firstIndex(of: owner) ?? place)..<place].dropFirst().allSatisfy({ isOption($0) })
            else { continue }
            parents[index] = owner
        }
    }

    /// Whether a title is one of several ways.
    func isOption(_ index: Int) -> Bool {
        let title = sections[index].title
        if title.number?.isOption == true || pack.options.matches(title.words) { return true }
        guard title.source == .bold || title.source == .heading, title.words.spoken.count <= 4 else { return false }
        let isName =
            title.words.spoken.first.map { pack.platforms.contains($0) || pack.platforms.contains(title.words.spoken.line) } ?? false
        // One name alone is a title; several beside one another are ways.
        return isName && hasPlatformSibling(index)
    }

    private func hasPlatformSibling(_ index: Int) -> Bool {
        for other in [index - 1, index + 1] where sections.indices.contains(other) {
            let title = sections[other].title
            if title.source == sections[index].title.source, title.level == sections[index].title.level, title.words.spoken.count <= 4,
                let first = title.words.spoken.first, pack.platforms.contains(first)
            {
                return true
            }
        }
        return false
    }

    private func isContinued(_ index: Int) -> Bool {
        guard let parent = parents[index] else { return false }
        return isOption(parent)
    }

    /// A title with something of its own to do, or that announces what follows; one that is only to be read takes no options.
    private func asksForChoice(_ owner: Int, before option: Int) -> Bool {
        let title = sections[owner].title
        if sections[owner].course.last.map({ pack.choices.matches($0.words) }) ?? false { return true }
        if title.source != .heading && sections[owner].course.isEmpty { return true }
        if pack.information.matches(title.words) { return false }
        if title.level > 0, title.level < sections[option].title.level { return false }
        return sections[option].title.number?.isOption == true || pack.choices.matches(title.words) || pack.remedies.matches(title.words)
            || sections[owner].course.isEmpty
    }

    // MARK: Causes and their solutions

    /// Solutions behind the one cause are that cause's; several causes share them.
    private mutating func gatherSolutionsOfCause() {
        for cause in sections.indices where [.heading, .bold].contains(sections[cause].title.source) && isOnlyCause(cause) {
            let siblings = children(of: parents[cause])
            guard let place = siblings.firstIndex(of: cause), children(of: cause).isEmpty else { continue }
            for next in siblings[(place + 1)...] {
                guard isRemedy(next) else { break }
                parents[next] = cause
            }
        }
    }

    private func isRemedy(_ index: Int) -> Bool {
        pack.remedies.matches(sections[index].title.words) || pack.numbersRemedy(sections[index].title)
    }

    /// The one title among its siblings that gives a cause, or the background that stands for it.
    func isOnlyCause(_ index: Int) -> Bool {
        let siblings = children(of: parents[index])
        let causes = siblings.filter { pack.causes.matches(sections[$0].title.words) || pack.causeGroups.matches(sections[$0].title.words) }
        if causes.isEmpty {
            return pack.backgrounds.matches(sections[index].title.words) && (siblings + children(of: index)).contains { isRemedy($0) }
        }
        return causes == [index] && !pack.causeGroups.matches(sections[index].title.words)
    }

    /// Below a title, two or more begin with the same words and differ behind them.
    func isParallel(_ index: Int) -> Bool {
        let words = sections[index].title.words.spoken
        guard words.count > 2, sections[index].title.number == nil else { return false }
        let siblings = children(of: parents[index])
        return siblings.count > 1 && siblings.allSatisfy { sections[$0].title.words.spoken.prefix(2) == words.prefix(2) }
    }

    /// Below `Causes` and `Solutions` that have the same titles, a solution belongs to its cause.
    private mutating func gatherAnswersOfCauses() {
        for solutions in sections.indices
        where pack.remedies.matches(sections[solutions].title.words) || pack.remedyGroups.matches(sections[solutions].title.words) {
            guard
                let causes = children(of: parents[solutions]).last(where: {
                    $0 < solutions && (pack.causes.matches(sections[$0].title.words) || pack.causeGroups.matches(sections[$0].title.words))
                })
            else { continue }
            let named = Dictionary(children(of: causes).map { (sections[$0].title.words.spoken.line, $0) }) { first, _ in first }
            for child in children(of: solutions) {
                if let cause = named[sections[child].title.words.spoken.line] { answers[child] = cause }
            }
            for (child, cause) in answers where parents[child] == solutions { parents[child] = cause }
            if !answers.isEmpty, children(of: solutions).isEmpty { emptied.insert(solutions) }
        }
    }

    // MARK: Pages about other things

    /// The same outline without the titles that are some only where faults are described: rows, reasons and lead-ins elsewhere are text.
    func withoutConditions() -> Outline {
        var kept: [Section] = []
        for (index, section) in sections.enumerated() {
            let isText = [.lead, .listItem, .tableRow, .paragraph].contains(section.title.source)
            if isText, !isBelowTroubleshooting(index), !kept.isEmpty {
                let isRepeated = section.contents.contains { $0.node == section.passage.node }
                kept[kept.count - 1].contents += (isRepeated ? [] : [section.passage]) + section.contents
            } else {
                kept.append(section)
            }
        }
        return Outline(kept, pack)
    }

    private func isBelowTroubleshooting(_ index: Int) -> Bool {
        var next = parents[index]
        while let current = next {
            if pack.troubleshooting.matches(sections[current].title.words) { return true }
            next = parents[current]
        }
        return false
    }
}
