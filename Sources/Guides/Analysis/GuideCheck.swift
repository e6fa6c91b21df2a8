import Bytes
import Diagnostics
import Markdown

/// Pass 8: what in an article leads a reader nowhere. All of it is a warning; the guide is built as well as can be.
struct GuideCheck {
    private let guide: Guide
    private let sections: [Section]
    private let source: Source
    private let pack: LanguagePack
    private let walk: GuideTransitions
    private var findings: [Diagnostic] = []

    static func diagnostics(
        of guide: Guide, _ sections: [Section], _ override: PageOverride, in source: Source, _ pack: LanguagePack
    ) -> [Diagnostic] {
        var check = GuideCheck(guide: guide, sections: sections, source: source, pack: pack, walk: GuideTransitions(guide))
        check.readOverrides(override)
        if guide.hasTree { for index in guide.nodes.indices { check.read(index) } }
        return check.findings
    }

    private init(guide: Guide, sections: [Section], source: Source, pack: LanguagePack, walk: GuideTransitions) {
        (self.guide, self.sections, self.source, self.pack, self.walk) = (guide, sections, source, pack, walk)
    }

    private mutating func report(_ rule: Rule, _ line: Int, _ message: String, _ help: String) {
        findings.append(Diagnostic(rule, in: source.file, at: SourcePosition(line: line, column: 1), message, help: help))
    }

    private mutating func read(_ index: Int) {
        let node = guide.nodes[index]
        switch node.kind {
        case .condition: readCondition(index, node)
        case .cause, .check: readDeadEnd(index, node)
        case .remedy: readSteps(index, node)
        case .alternative, .escalation, .group, .question, .procedure, .info: break
        }
        readChildren(index, node)
        readSignposts(index, node)
    }

    // MARK: Dead ends

    private mutating func readCondition(_ index: Int, _ node: Guide.Node) {
        let hasWay =
            !node.steps.isEmpty || node.children.contains { guide.nodes[$0].kind != .info }
            || sections[index].contents.contains { $0.kind == .paragraph || $0.isItem || $0.kind == .code }
        guard !hasWay, walk.unresolved(at: index) == .end else { return }
        report(
            .guideEmptyCondition, node.line, "nothing stands below “\(node.title)”",
            "say what to check or to do, or mark the title with <!-- guide: info -->")
    }

    private mutating func readDeadEnd(_ index: Int, _ node: Guide.Node) {
        guard !node.hasRemedy, node.steps.isEmpty, node.children.isEmpty, !sections[index].contents.contains(where: { $0.kind == .code }),
            walk.unresolved(at: index) == .end
        else { return }
        report(
            .guideDeadEnd, node.line, "“\(node.title)” has no remedy, and nothing follows it",
            "say what to do about it, or whom to ask when nothing helped")
    }

    private mutating func readSteps(_ index: Int, _ node: Guide.Node) {
        guard node.steps.isEmpty, node.children.isEmpty,
            let last = sections[index].contents.last(where: { $0.kind != .thematicBreak && $0.kind != .comment }),
            last.kind == .paragraph, last.announces
        else { return }
        report(
            .guideEmptySteps, last.line, "a list of steps is announced, and none follows",
            "write the steps as a list, or end the sentence with a full stop")
    }

    private mutating func readSignposts(_ index: Int, _ node: Guide.Node) {
        guard index == guide.nodes.count - 1 else { return }
        for (place, passage) in sections[index].contents.enumerated()
        where passage.kind == .paragraph && pack.leadsBelow.matches(passage.words) {
            guard !sections[index].contents[(place + 1)...].contains(where: { $0.kind != .thematicBreak && $0.kind != .comment }) else {
                continue
            }
            report(
                .guideNothingBelow, passage.line, "“\(passage.text.cut(to: 60))” leads below, and nothing is there",
                "put what follows behind it, or name the page that it is on")
        }
    }

    // MARK: Children

    private mutating func readChildren(_ index: Int, _ node: Guide.Node) {
        let children = node.children
        if let option = children.first(where: { guide.nodes[$0].kind == .alternative }), walk.isOnPath(option),
            children.count(where: { guide.nodes[$0].kind == .alternative }) == 1
        {
            report(
                .guideSingleOption, guide.nodes[option].line, "“\(guide.nodes[option].title)” is the only way to choose",
                "add the other ways, or give it the title of a step")
        }
        readNumbers(children)
        let likelihoods = children.compactMap { guide.nodes[$0].likelihood }
        if likelihoods.reduce(0, +) > 1.0001 {
            report(
                .guideLikelihood, node.line, "the likelihoods below “\(node.title)” are more than 100 % together",
                "let those of causes that exclude one another sum to 100 % at most")
        }
        var titles: [String: Int] = [:]
        for child in children where guide.nodes[child].kind.isOnPath {
            let title = Words(guide.nodes[child].title).spoken.line
            if let first = titles[title] {
                report(
                    .guideDuplicateTitle, guide.nodes[child].line,
                    "“\(guide.nodes[child].title)” has the title of line \(guide.nodes[first].line)",
                    "let each title say what only its part is about")
            } else {
                titles[title] = child
            }
        }
        readEscalation(children)
    }

    private mutating func readNumbers(_ children: [Int]) {
        let numbered = children.filter { sections[$0].title.number != nil && sections[$0].title.source == .heading }
        guard numbered.count > 1 else { return }
        for (before, index) in zip(numbered, numbered.dropFirst()) {
            guard let one = sections[before].title.number, let other = sections[index].title.number, one.name == other.name,
                other.number != one.number + 1
            else { continue }
            report(
                .guideNumbering, guide.nodes[index].line, "number \(other.number) follows number \(one.number)",
                "number the titles one after the other; readers look for those that are missing")
        }
    }

    private mutating func readEscalation(_ children: [Int]) {
        guard let place = children.firstIndex(where: { guide.nodes[$0].kind == .escalation }),
            let later = children[(place + 1)...].first(where: { guide.nodes[$0].kind == .remedy && !guide.nodes[$0].steps.isEmpty })
        else { return }
        let node = guide.nodes[children[place]]
        report(
            .guideEscalationOrder, node.line, "“\(node.title)” stands before “\(guide.nodes[later].title)”, which is still to try",
            "put it last; readers are led to it when nothing helped")
    }

    // MARK: Overrides

    private mutating func readOverrides(_ override: PageOverride) {
        for (word, position) in override.unknown {
            findings.append(
                Diagnostic(
                    .guideOverride, in: source.file, at: position, "“\(word)” says nothing about a guide",
                    help:
                        "write guide: true, guide: false, or guide: {kind: troubleshooting}; kinds are \(Guide.PageKind.allCases.map(\.rawValue).joined(separator: ", "))"
                ))
        }
        for section in sections {
            for word in section.override?.unknown ?? [] {
                let meant = Override.vocabulary.nearest(to: word).map { "did you mean “\($0)”?" }
                report(
                    .guideOverride, section.override?.line ?? section.title.line, "“\(word)” says nothing about a title",
                    meant ?? "words are \(Override.vocabulary.joined(separator: ", "))")
            }
        }
    }
}
