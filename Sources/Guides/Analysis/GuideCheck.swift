import Bytes
import Diagnostics
import Markdown

/// Pass 8: reports where an article leaves its readers stuck. All diagnostics are warnings; the guide is built regardless.
struct GuideCheck {
    private let guide: Guide
    private let parts: [Article.Part]
    private let article: Article
    private let source: Source
    private let transitions: GuideTransitions
    private var diagnostics: [Diagnostic] = []

    static func diagnostics(
        of guide: Guide, _ decoder: Decoder, _ article: Article, _ override: PageOverride, in source: Source
    ) -> [Diagnostic] {
        var check = GuideCheck(
            guide: guide, parts: article.parts(decoder), article: article, source: source, transitions: GuideTransitions(guide))
        check.checkOverrides(override)
        if guide.hasTree { for index in guide.nodes.indices { check.checkNode(index) } }
        if guide.hasTree { check.checkDoubts(decoder) }
        if override.isPinned { check.checkPins(decoder) }
        return check.diagnostics
    }

    private init(guide: Guide, parts: [Article.Part], article: Article, source: Source, transitions: GuideTransitions) {
        (self.guide, self.parts, self.article, self.source, self.transitions) = (guide, parts, article, source, transitions)
    }

    private mutating func report(_ rule: Rule, _ line: Int, _ message: String, _ help: String) {
        diagnostics.append(Diagnostic(rule, in: source.file, at: SourcePosition(line: line, column: 1), message, help: help))
    }

    private mutating func checkNode(_ index: Int) {
        let node = guide.nodes[index]
        switch node.kind {
        case .condition: checkCondition(index, node)
        case .cause, .check: checkDeadEnd(index, node)
        case .remedy: checkAnnouncedSteps(index, node)
        case .alternative, .escalation, .group, .question, .procedure, .info: break
        }
        checkAlternatives(node)
        checkNumbers(node.children)
        checkLikelihoods(node)
        checkTitles(of: node.children)
        checkEscalation(among: node.children)
        if index == guide.nodes.count - 1 { checkPointersBelow(index) }
    }

    // MARK: Dead ends

    private mutating func checkCondition(_ index: Int, _ node: Guide.Node) {
        let hasContent =
            !node.steps.isEmpty || node.children.contains { guide.nodes[$0].kind != .info }
            || parts[index].contents.contains { $0.kind == .paragraph || $0.kind == .item || $0.kind == .code }
        guard !hasContent, transitions.next(after: index) == .end else { return }
        report(
            .guideEmptyCondition, node.line, "nothing stands below “\(node.title)”",
            "say what to check or to do, or mark the title with <!-- guide: info -->")
    }

    private mutating func checkDeadEnd(_ index: Int, _ node: Guide.Node) {
        guard !node.hasRemedy, node.steps.isEmpty, node.children.isEmpty, !parts[index].contents.contains(where: { $0.kind == .code }),
            transitions.next(after: index) == .end
        else { return }
        report(
            .guideDeadEnd, node.line, "“\(node.title)” has no remedy, and nothing follows it",
            "say what to do about it, or whom to ask when nothing helped")
    }

    private mutating func checkAnnouncedSteps(_ index: Int, _ node: Guide.Node) {
        guard node.steps.isEmpty, node.children.isEmpty,
            let last = parts[index].contents.last(where: { $0.kind != .rule && $0.kind != .comment }),
            last.kind == .paragraph, last.text.hasSuffix(":") || last.text.hasSuffix("：")
        else { return }
        report(
            .guideEmptySteps, last.line, "a list of steps is announced, and none follows",
            "write the steps as a list, or end the sentence with a full stop")
    }

    /// Checks the last node of a page: nothing comes after it but its own contents.
    private mutating func checkPointersBelow(_ index: Int) {
        let contents = parts[index].contents
        guard let position = contents.lastIndex(where: { $0.kind != .rule && $0.kind != .comment }) else { return }
        for passage in [contents[position]] where passage.kind == .paragraph && TextReading.leadsBelow(passage.text) {
            report(
                .guideNothingBelow, passage.line, "“\(passage.text.cut(to: 60))” leads below, and nothing is there",
                "put what follows behind it, or name the page that it is on")
        }
    }

    // MARK: Children

    private mutating func checkAlternatives(_ node: Guide.Node) {
        let alternatives = node.children.filter { guide.nodes[$0].kind == .alternative }
        guard alternatives.count == 1, transitions.isOnPath(alternatives[0]) else { return }
        let alternative = guide.nodes[alternatives[0]]
        report(
            .guideSingleOption, alternative.line, "“\(alternative.title)” is the only way to choose",
            "add the other ways, or give it the title of a step")
    }

    private mutating func checkLikelihoods(_ node: Guide.Node) {
        let likelihoods = node.children.compactMap { guide.nodes[$0].likelihood }
        guard likelihoods.reduce(0, +) > 1.0001 else { return }
        report(
            .guideLikelihood, node.line, "the likelihoods below “\(node.title)” are more than 100 % together",
            "let those of causes that exclude one another sum to 100 % at most")
    }

    private mutating func checkTitles(of children: [Int]) {
        var titles: [String: Int] = [:]
        for child in children where guide.nodes[child].kind.isOnPath {
            let title = guide.nodes[child].title.lowercased().filter { $0.isLetter || $0.isNumber }
            if let first = titles[title] {
                report(
                    .guideDuplicateTitle, guide.nodes[child].line,
                    "“\(guide.nodes[child].title)” has the title of line \(guide.nodes[first].line)",
                    "let each title say what only its part is about")
            } else {
                titles[title] = child
            }
        }
    }

    private mutating func checkNumbers(_ children: [Int]) {
        let numbered = children.filter { guide.nodes[$0].source == .heading && parts[$0].number.isNumber }
        guard numbered.count > 1 else { return }
        for (first, second) in zip(numbered, numbered.dropFirst()) {
            let (one, other) = (parts[first].number, parts[second].number)
            guard let before = one.value, let after = other.value, one.hasName == other.hasName, after != before + 1 else { continue }
            report(
                .guideNumbering, guide.nodes[second].line, "number \(after) follows number \(before)",
                "number the titles one after the other; readers look for those that are missing")
        }
    }

    private mutating func checkEscalation(among children: [Int]) {
        guard let position = children.firstIndex(where: { guide.nodes[$0].kind == .escalation }),
            let later = children[(position + 1)...].first(where: { guide.nodes[$0].kind == .remedy && !guide.nodes[$0].steps.isEmpty })
        else { return }
        let node = guide.nodes[children[position]]
        report(
            .guideEscalationOrder, node.line, "“\(node.title)” stands before “\(guide.nodes[later].title)”, which is still to try",
            "put it last; readers are led to it when nothing helped")
    }

    // MARK: Doubts

    /// How many doubts are told of one page: who settles these, settles others with them.
    private static let maxDoubts = 3

    private mutating func checkDoubts(_ decoder: Decoder) {
        var count = 0
        for (index, read) in decoder.nodes.enumerated() where count < Self.maxDoubts {
            let node = guide.nodes[index]
            guard node.source == .heading || node.source == .bold, let rival = read.rival else { continue }
            count += 1
            report(
                .guideUnsure, node.line,
                "“\(node.title.cut(to: 60))” is read as \(node.kind.rawValue), and is nearly as likely \(rival.rawValue)",
                "write <!-- guide: \(node.kind.rawValue) --> or <!-- guide: \(rival.rawValue) --> on the line before it")
        }
    }

    /// On a page whose reading was pinned, each title has its comment, and each comment a title.
    private mutating func checkPins(_ decoder: Decoder) {
        for (index, read) in decoder.nodes.enumerated() where !read.isStated {
            let node = guide.nodes[index]
            guard node.source == .heading || node.source == .bold else { continue }
            report(
                .guidePinned, node.line, "“\(node.title.cut(to: 60))” was written after the page was pinned",
                "write <!-- guide: \(node.kind.rawValue) --> on the line before it, or run kbgen guide --pin again")
        }
        var pending: Passage?
        for passage in article.passages {
            if let lost = pending, passage.kind == .comment || !passage.isCandidate { reportLost(lost) }
            pending = nil
            if passage.kind == .comment, Override(comment: passage.text, line: passage.line)?.kind != nil { pending = passage }
        }
        if let pending { reportLost(pending) }
    }

    private mutating func reportLost(_ comment: Passage) {
        report(.guidePinned, comment.line, "the title of this comment is gone", "take the comment out, or put it before its title")
    }

    // MARK: Overrides

    private mutating func checkOverrides(_ override: PageOverride) {
        for (word, position) in override.unknownWords {
            diagnostics.append(
                Diagnostic(
                    .guideOverride, in: source.file, at: position, "“\(word)” says nothing about a guide",
                    help:
                        "write guide: true, guide: false, or guide: {kind: troubleshooting}; kinds are \(Guide.PageKind.allCases.map(\.rawValue).joined(separator: ", "))"
                ))
        }
        for override in article.overrides.values.sorted(by: { $0.line < $1.line }) {
            for word in override.unknownWords {
                let suggestion = Override.vocabulary.nearest(to: word).map { "did you mean “\($0)”?" }
                report(
                    .guideOverride, override.line, "“\(word)” says nothing about a title",
                    suggestion ?? "words are \(Override.vocabulary.joined(separator: ", "))")
            }
        }
    }
}
