/// What readers' guides came to: for each page, how often each cause was reached, and how often it was what solved.
package struct Statistics: Sendable {
    package struct Cause: Sendable, Equatable {
        /// Its anchor on the page.
        package let anchor: String
        package let condition: String
        /// Its present place in the order, from 1.
        package let rank: Int
        package internal(set) var reached = 0
        package internal(set) var solved = 0
        /// How many questions were answered at it.
        package internal(set) var answers = 0
    }

    package struct Page: Sendable {
        /// The path in the content.
        package let path: String
        package internal(set) var started = 0
        package internal(set) var solved = 0
        package internal(set) var escalated = 0
        /// By condition, and in each in the present order.
        package internal(set) var causes: [Cause] = []
    }

    /// In the order of their paths.
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
            if let place = event.place { causes[index(of: place)].reached += 1 }
        case .answer:
            if let place = event.place { causes[index(of: place)].answers += 1 }
            // A cause of several places is reached once.
            if let next = event.next, next.cause != event.place?.cause { causes[index(of: next)].reached += 1 }
        case .solved:
            solved += 1
            if let place = event.place { causes[index(of: place)].solved += 1 }
        case .escalated: escalated += 1
        }
    }

    /// An edit of the article may have given a cause another rank: the last one counts.
    private mutating func index(of place: Event.Place) -> Int {
        if let known = causes.firstIndex(where: { $0.anchor == place.cause && $0.condition == place.condition }) {
            guard causes[known].rank != place.rank else { return known }
            let old = causes[known]
            causes[known] = Statistics.Cause(
                anchor: old.anchor, condition: old.condition, rank: place.rank, reached: old.reached, solved: old.solved,
                answers: old.answers)
            return known
        }
        causes.append(Statistics.Cause(anchor: place.cause, condition: place.condition, rank: place.rank))
        return causes.count - 1
    }
}

/// The order of the causes of one condition, and the one that leads to what solves with the fewest questions.
package struct Ordering: Sendable {
    /// In the present order.
    package let causes: [Statistics.Cause]
    /// The probability that a cause is the one that is met, for each.
    package let probabilities: [Double]
    /// How many questions each takes.
    package let costs: [Double]
    /// The causes' places in the shortest expected path: by probability for each question, the highest first.
    package let shortest: [Int]

    /// - Parameter causes: those of one condition, in the present order.
    package init(_ causes: [Statistics.Cause]) {
        self.causes = causes
        // Readers leave on the way. What solves is therefore counted against those who reached it, as Kaplan and Meier do for those who survive.
        var unsolved = 1.0
        probabilities = causes.map { cause in
            let share = cause.reached > 0 ? min(1, Double(cause.solved) / Double(cause.reached)) : 0
            defer { unsolved *= 1 - share }
            return unsolved * share
        }
        let costs = causes.map { $0.reached > 0 ? max(1, Double($0.answers) / Double($0.reached)) : 1 }
        self.costs = costs
        let gain = zip(probabilities, costs).map { $0 / $1 }
        // Stable: what solves as much for as many questions stays as written.
        shortest = causes.indices.sorted { (gain[$0], -$0) > (gain[$1], -$1) }
    }

    /// How many questions a reader answers on average, if the causes stand in an order.
    package func expectedQuestions(_ order: some Sequence<Int>) -> Double {
        var (expected, unsolved) = (0.0, 1.0)
        for index in order {
            expected += unsolved * costs[index]
            unsolved -= probabilities[index]
        }
        return expected
    }

    /// The causes that would stand elsewhere; empty where the order is as what solves tells.
    package var disagreements: [Int] { shortest.indices.filter { shortest[$0] != $0 }.map { shortest[$0] } }
}
