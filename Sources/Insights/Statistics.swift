/// Counts of what readers did in guides: for each page, how often each cause was reached and how often it was the solution.
package struct Statistics: Sendable {
    package struct Cause: Sendable, Equatable {
        /// The anchor on the page.
        package let anchor: String
        package let condition: String
        /// The position in the current order, from 1.
        package let rank: Int
        package internal(set) var reached = 0
        package internal(set) var solved = 0
        /// The number of questions that readers answered while they tried it.
        package internal(set) var answers = 0
    }

    package struct Page: Sendable {
        /// The path in the content.
        package let path: String
        package internal(set) var started = 0
        package internal(set) var solved = 0
        package internal(set) var escalated = 0
        /// Sorted by condition, then by rank.
        package internal(set) var causes: [Cause] = []
    }

    /// Sorted by path.
    package private(set) var pages: [Page] = []

    package init(_ events: some Sequence<Event>) {
        var byPath: [String: Page] = [:]
        for event in events { byPath[event.guide, default: Page(path: event.guide)].count(event) }
        pages = byPath.values.sorted { $0.path < $1.path }
        for index in pages.indices { pages[index].causes.sort { ($0.condition, $0.rank, $0.anchor) < ($1.condition, $1.rank, $1.anchor) } }
    }
}

extension Statistics.Page {
    fileprivate mutating func count(_ event: Event) {
        switch event.name {
        case .step: break
        case .start:
            started += 1
            if let cause = event.cause { causes[index(of: cause)].reached += 1 }
        case .answer:
            if let cause = event.cause { causes[index(of: cause)].answers += 1 }
            // A cause with several questions is reached once.
            if let next = event.next, next.anchor != event.cause?.anchor { causes[index(of: next)].reached += 1 }
        case .solved:
            solved += 1
            if let cause = event.cause { causes[index(of: cause)].solved += 1 }
        case .escalated: escalated += 1
        }
    }

    /// The index of a cause, which is added if it is new. The latest rank counts, because an edit of the article may have changed it.
    private mutating func index(of cause: Event.Cause) -> Int {
        if let index = causes.firstIndex(where: { $0.anchor == cause.anchor && $0.condition == cause.condition }) {
            let known = causes[index]
            guard known.rank != cause.rank else { return index }
            causes[index] = Statistics.Cause(
                anchor: known.anchor, condition: known.condition, rank: cause.rank, reached: known.reached, solved: known.solved,
                answers: known.answers)
            return index
        }
        causes.append(Statistics.Cause(anchor: cause.anchor, condition: cause.condition, rank: cause.rank))
        return causes.count - 1
    }
}
