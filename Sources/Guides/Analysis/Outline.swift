import Markdown

/// Pass 3: the logical tree of an article's titles. It starts from heading levels and containers, and is corrected where numbers and
/// wording disagree.
struct Outline {
    let sections: [Section]
    /// The index of each section's parent; nil for a root.
    private(set) var parents: [Int?]
    /// The children of each section, and at the end the roots, in document order.
    private var childLists: [[Int]]
    private let pack: LanguagePack
    /// Whether each title announces one or several causes.
    private let isCauseTitle: [Bool]
    /// The causes of the solutions that have the same title as a cause.
    private var causeOfSolution: [Int: Int] = [:]
    /// The titles whose children were all moved to causes.
    private var emptied: Set<Int> = []

    init(_ sections: [Section], _ pack: LanguagePack) {
        self.sections = sections
        self.pack = pack
        isCauseTitle = sections.map { pack.isCauseTitle($0.title.words) }
        parents = Array(repeating: nil, count: sections.count)
        childLists = Array(repeating: [], count: sections.count + 1)
        nest()
        moveOptions()
        moveSolutionsOfNamedCauses()
        moveSolutionsOfOnlyCause()
    }

    /// The children of a section, or the roots if `parent` is nil, in document order.
    func children(of parent: Int?) -> [Int] { childLists[parent ?? sections.count] }

    private mutating func move(_ index: Int, to parent: Int) {
        childLists[parents[index] ?? sections.count].removeAll { $0 == index }
        let position = childLists[parent].firstIndex { $0 > index } ?? childLists[parent].count
        childLists[parent].insert(index, at: position)
        parents[index] = parent
    }

    // MARK: Levels and containers

    /// The depth of a title: disclosures count first, then the rank of the title.
    private struct Depth {
        let index: Int
        let disclosures: [Int]
        let rank: Int
    }

    /// The level of a heading, or a greater number for any other title.
    private func rank(_ section: Section) -> Int {
        switch section.title.source {
        case .heading: section.title.level
        case .summary: 7
        case .lead: 8
        // A condition in a bold paragraph is the parent of the bold titles after it.
        case .bold: section.title.words.beginsWithCondition(pack) ? 8 : 9
        case .listItem, .tableRow: 10
        case .paragraph: 8
        }
    }

    private mutating func nest() {
        var open: [Depth] = []
        for (index, section) in sections.enumerated() {
            let disclosures = section.passage.disclosures
            let rank = rank(section)
            while let last = open.last, closes(last, rank, disclosures) { open.removeLast() }
            parents[index] = open.last?.index
            if isParallelToHeading(index) { parents[index] = open.last.flatMap { parents[$0.index] } }
            childLists[parents[index] ?? sections.count].append(index)
            open.append(Depth(index: index, disclosures: disclosures, rank: rank))
        }
    }

    private func closes(_ last: Depth, _ rank: Int, _ disclosures: [Int]) -> Bool {
        guard disclosures.starts(with: last.disclosures) else { return true }
        // A title in a disclosure is below the titles around the disclosure, and below its summary.
        if disclosures.count > last.disclosures.count || sections[last.index].title.source == .summary { return false }
        return last.rank >= rank
    }

    /// Whether a bold title directly after a heading ends with the same words, such as `… Limit Exceeded`: it is the heading's sibling.
    private func isParallelToHeading(_ index: Int) -> Bool {
        guard sections[index].title.source == .bold, let parent = parents[index], sections[parent].title.source == .heading,
            index == parent + 1
        else { return false }
        return commonSuffixLength(sections[index].title.words, sections[parent].title.words) >= 2
    }

    private func commonSuffixLength(_ one: Words, _ other: Words) -> Int {
        zip(one.withoutPunctuation.reversed(), other.withoutPunctuation.reversed()).prefix { $0 == $1 }.count
    }

    // MARK: Options

    /// Moves `Option 1` and `Option 2` below the title before them that asks for a choice, even if it has the same level.
    private mutating func moveOptions() {
        for index in sections.indices where isOption(index) && !isBelowOption(index) {
            let siblings = children(of: parents[index])
            guard let position = siblings.firstIndex(of: index), position > 0 else { continue }
            var owner = siblings[position - 1]
            if isOption(owner) { owner = siblings[..<position].last { !isOption($0) } ?? owner }
            guard !isOption(owner), [.heading, .bold, .summary].contains(sections[owner].title.source), asksForChoice(owner, before: index),
                siblings[(siblings.firstIndex(of: owner) ?? position)..<position].dropFirst().allSatisfy({ isOption($0) })
            else { continue }
            move(index, to: owner)
        }
    }

    /// Whether a title is one of several ways.
    func isOption(_ index: Int) -> Bool {
        let title = sections[index].title
        if title.number?.isOption == true || pack.options.matches(title.words) { return true }
        guard title.source == .bold || title.source == .heading else { return false }
        let words = title.words.withoutPunctuation
        guard words.count <= 4, let first = words.first else { return false }
        let isPlatform = pack.platforms.contains(first) || pack.platforms.contains(words.joinedText)
        // The name of a single platform is an ordinary title.
        return isPlatform && isBesidePlatform(index)
    }

    private func isBesidePlatform(_ index: Int) -> Bool {
        for neighbour in [index - 1, index + 1] where sections.indices.contains(neighbour) {
            let title = sections[neighbour].title
            if title.source == sections[index].title.source, title.level == sections[index].title.level,
                title.words.namesPlatform(pack)
            {
                return true
            }
        }
        return false
    }

    private func isBelowOption(_ index: Int) -> Bool { parents[index].map { isOption($0) } ?? false }

    /// Whether a title asks for a choice: it announces what follows, or has no content of its own. Titles of information sections never do.
    private func asksForChoice(_ owner: Int, before option: Int) -> Bool {
        let title = sections[owner].title
        if sections[owner].mainContents.last.map({ pack.choiceIntros.matches($0.words) }) ?? false { return true }
        if title.source != .heading && sections[owner].mainContents.isEmpty { return true }
        if pack.information.matches(title.words) { return false }
        if title.level > 0, title.level < sections[option].title.level { return false }
        return sections[option].title.number?.isOption == true || pack.choiceIntros.matches(title.words)
            || pack.remedies.matches(title.words)
            || sections[owner].mainContents.isEmpty
    }

    // MARK: Causes and their solutions

    /// Below the titles `Causes` and `Solutions`, moves each solution below the cause with the same title.
    private mutating func moveSolutionsOfNamedCauses() {
        for solutions in sections.indices
        where pack.remedies.matches(sections[solutions].title.words) || pack.remedyGroups.matches(sections[solutions].title.words) {
            let siblings = children(of: parents[solutions])
            guard let causes = siblings.last(where: { $0 < solutions && isCauseTitle[$0] }) else { continue }
            let causeByTitle = Dictionary(children(of: causes).map { (sections[$0].title.words.withoutPunctuation.joinedText, $0) }) {
                first, _ in first
            }
            for child in children(of: solutions) {
                if let cause = causeByTitle[sections[child].title.words.withoutPunctuation.joinedText] { causeOfSolution[child] = cause }
            }
            for (child, cause) in causeOfSolution where parents[child] == solutions { move(child, to: cause) }
            if !causeOfSolution.isEmpty, children(of: solutions).isEmpty { emptied.insert(solutions) }
        }
    }

    /// Whether a title is that of a solution below the cause of the same title.
    func isSolution(_ index: Int, ofNamedCause cause: Int) -> Bool { causeOfSolution[index] == cause }

    /// Whether all titles that were below a title now belong to causes.
    func isEmptied(_ index: Int) -> Bool { emptied.contains(index) }

    /// Moves the solutions right after the only cause below it. Several causes share the solutions after them.
    private mutating func moveSolutionsOfOnlyCause() {
        for cause in sections.indices where [.heading, .bold].contains(sections[cause].title.source) && isOnlyCause(cause) {
            let siblings = children(of: parents[cause])
            guard let position = siblings.firstIndex(of: cause), children(of: cause).isEmpty else { continue }
            for next in siblings[(position + 1)...] {
                guard isRemedy(next) else { break }
                move(next, to: cause)
            }
        }
    }

    private func isRemedy(_ index: Int) -> Bool {
        pack.remedies.matches(sections[index].title.words) || pack.isNumberedRemedy(sections[index].title)
    }

    /// Whether a title is the only one among its siblings that gives a cause, or a background section beside remedies if no title does.
    func isOnlyCause(_ index: Int) -> Bool {
        let siblings = children(of: parents[index])
        let causes = siblings.filter { isCauseTitle[$0] }
        if causes.isEmpty {
            return pack.backgrounds.matches(sections[index].title.words) && (siblings + children(of: index)).contains { isRemedy($0) }
        }
        return causes == [index] && !pack.causeGroups.matches(sections[index].title.words)
    }

    /// Whether a title and all its siblings begin with the same two words.
    func isParallel(_ index: Int) -> Bool {
        let words = sections[index].title.words.withoutPunctuation
        guard words.count > 2, sections[index].title.number == nil else { return false }
        let siblings = children(of: parents[index])
        return siblings.count > 1 && siblings.allSatisfy { sections[$0].title.words.withoutPunctuation.prefix(2) == words.prefix(2) }
    }

    // MARK: Pages of other kinds

    /// The outline for a page that is not about faults: leads, list items, table rows and paragraphs are titles only in its troubleshooting
    /// sections, and plain contents elsewhere.
    func withoutInlineTitles() -> Outline {
        var kept: [Section] = []
        for (index, section) in sections.enumerated() {
            let isInline = [.lead, .listItem, .tableRow, .paragraph].contains(section.title.source)
            if isInline, !isBelowTroubleshooting(index), !kept.isEmpty {
                let containsPassage = section.contents.contains { $0.element == section.passage.element }
                kept[kept.count - 1].contents += (containsPassage ? [] : [section.passage]) + section.contents
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

extension LanguagePack {
    /// Whether a title announces one or several causes.
    func isCauseTitle(_ title: Words) -> Bool { causes.matches(title) || causeGroups.matches(title) }

    /// Whether a title announces one or several remedies.
    func isRemedyTitle(_ title: Words) -> Bool { remedies.matches(title) || remedyGroups.matches(title) }
}

extension Words {
    /// Whether a short title begins with the name of a platform.
    func namesPlatform(_ pack: LanguagePack) -> Bool {
        let words = withoutPunctuation
        return words.first.map { pack.platforms.contains($0) } ?? false && words.count <= 4
    }
}
