import Markdown

/// An article as the reading sees it: its passages, those of them that may be titles or steps, and how these lie to one another.
struct Article: Sendable {
    let passages: [Passage]
    let candidates: [Candidate]
    /// The title that readers see.
    let title: String
    let description: String
    /// The candidate of each passage, or nil.
    let candidateOfPassage: [Int?]
    /// The titles of headings' kind, and how they nest by their levels.
    private(set) var headings: [Int] = []
    private(set) var links: [Links]
    /// The candidates of each list or table, by its number.
    private(set) var lists: [Int: [Int]] = [:]
    /// The candidate before a list, by the list's number.
    private(set) var intros: [Int: Int] = [:]
    /// The passages that stand in an item, by the item's passage.
    private(set) var inItem: [Int: [Int]] = [:]
    /// What stands below each title of headings' kind, by candidate.
    private(set) var sections: [SectionSummary?]
    /// The titles of each parent, by candidate; at the end, those without one.
    private var groups: [TitleGroup] = []
    private(set) var listGroups: [Int: ListGroup] = [:]
    /// What is known of the items of lists, by the list's number: found once, because a long text may stand before a long list.
    private(set) var listRoles: [Int: ListRole] = [:]
    private var roots: [Int] = []
    /// The last title of headings' kind.
    private var lastHeading = -1
    /// The top level of headings.
    let topLevel: Int
    /// What comments say of the titles behind them, by candidate.
    private(set) var overrides: [Int: Override] = [:]

    /// Where a candidate lies among the others. Indices are those of candidates.
    struct Links: Sendable {
        /// The title above.
        var parent: Int?
        /// The titles of the same parent before and after.
        var previous: Int?
        var next: Int?
        /// The titles right below.
        var children: [Int] = []
        /// The title in whose section it stands; for a title, the one itself.
        var heading: Int?
        /// Which of its parent's titles or its list's items it is, from 0.
        var position = 0
        /// Whether it is among the titles of its parent.
        var isGrouped = false
    }

    /// - Parameter shownTitle: the title that readers see if the page has no heading of the first level and no title in its front matter.
    init(_ passages: [Passage], _ document: Document, shownTitle: String? = nil) {
        self.passages = passages
        var candidates: [Candidate] = []
        var candidateOfPassage: [Int?] = Array(repeating: nil, count: passages.count)
        for (index, passage) in passages.enumerated() where passage.isCandidate {
            candidateOfPassage[index] = candidates.count
            candidates.append(Candidate(index, passage))
        }
        self.candidates = candidates
        self.candidateOfPassage = candidateOfPassage
        links = Array(repeating: Links(), count: candidates.count)
        sections = Array(repeating: nil, count: candidates.count)
        topLevel = passages.compactMap(\.headingLevel).min() ?? 1
        let first = passages.first { $0.headingLevel == 1 }?.text
        title = first ?? document.frontMatter.title ?? shownTitle ?? ""
        description = document.frontMatter.description ?? ""
        collectOverrides()
        nest()
        collectLists()
        for (index, passage) in passages.enumerated() { if let item = passage.item { inItem[item, default: []].append(index) } }
        for (index, candidate) in candidates.enumerated() where candidate.group == .heading {
            sections[index] = SectionSummary(self, index)
        }
        groups = candidates.indices.map { TitleGroup(links[$0].children, self) } + [TitleGroup(roots, self)]
        for (list, members) in lists { listGroups[list] = ListGroup(members, self) }
        for list in intros.keys { listRoles[list] = role(ofList: list) }
    }

    /// The titles right below one, or those without a parent.
    func group(below title: Int?) -> TitleGroup { groups[title ?? candidates.count] }

    /// Whether the text below a title has instructions.
    func tellsWhatToDo(_ title: Int) -> Bool { sections[title].map { $0.instructions > 0 || $0.orderedItems > 0 } ?? false }

    func passage(_ candidate: Int) -> Passage { passages[candidates[candidate].passage] }

    /// The rank of a title among others: the level of a heading, or more.
    func level(_ candidate: Int) -> Int {
        let passage = passage(candidate)
        switch candidates[candidate].source {
        case .heading: return passage.headingLevel ?? 1
        case .bold: return 7
        case .summary: return 8
        case .lead: return 9
        case .paragraph: return 10
        case .listItem: return 11 + passage.depth
        case .tableRow: return 11
        }
    }

    private mutating func nest() {
        var open: [Int] = []
        var last: Int?
        var lastRoots: [Int: Int] = [:]
        for index in candidates.indices {
            guard candidates[index].group == .heading, !(candidates[index].source == .bold && passage(index).item != nil) else {
                links[index].parent = last
                links[index].heading = last
                continue
            }
            let level = level(index)
            while let top = open.last, self.level(top) >= level { open.removeLast() }
            links[index].parent = open.last
            links[index].isGrouped = true
            links[index].position = open.last.map { links[$0].children.count } ?? roots.count
            if let parent = open.last {
                if let before = links[parent].children.last { connect(before, index) }
                links[parent].children.append(index)
            } else {
                if let before = lastRoots[level] { connect(before, index) }
                lastRoots[level] = index
                roots.append(index)
            }
            open.append(index)
            headings.append(index)
            last = index
            lastHeading = index
            links[index].heading = index
        }
    }

    private mutating func collectOverrides() {
        var pending: Override?
        for (index, passage) in passages.enumerated() {
            if passage.kind == .comment {
                pending = Override(comment: passage.text, line: passage.line) ?? pending
            } else if let candidate = candidateOfPassage[index] {
                overrides[candidate] = pending
                pending = nil
            }
        }
    }

    private mutating func connect(_ before: Int, _ after: Int) {
        links[after].previous = before
        links[before].next = after
    }

    private mutating func collectLists() {
        for index in candidates.indices {
            let passage = passage(index)
            guard passage.list > 0, candidates[index].group == .item || candidates[index].group == .row else { continue }
            if lists[passage.list] == nil {
                var before = index - 1
                while before >= 0, self.passage(before).kind == .item, self.passage(before).depth > passage.depth { before -= 1 }
                if before >= 0, candidates[index].group == .item { intros[passage.list] = before }
            }
            links[index].position = lists[passage.list]?.count ?? 0
            lists[passage.list, default: []].append(index)
        }
    }

    /// The candidates with the same parent, itself among them.
    func siblings(_ candidate: Int) -> [Int] {
        links[candidate].parent.map { links[$0].children } ?? roots
    }

    /// The candidates between a title and the next one.
    func section(_ candidate: Int) -> Range<Int> { sections[candidate]?.range ?? (candidate + 1)..<(candidate + 1) }

    /// The same, before it is known.
    func range(ofSection candidate: Int) -> Range<Int> {
        var end = candidate + 1
        while end < candidates.count, candidates[end].group != .heading { end += 1 }
        return (candidate + 1)..<end
    }

    /// Whether any title follows.
    func isInLastSection(_ candidate: Int) -> Bool { candidate > lastHeading }
}
