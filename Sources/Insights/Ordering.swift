/// The current order of the causes of a condition, and the order in which readers find the solution with the fewest questions on average.
package struct Ordering: Sendable {
    /// In the current order.
    package let causes: [Statistics.Cause]
    /// For each cause, the probability that it is the actual one.
    package let probabilities: [Double]
    /// For each cause, the average number of questions that it takes.
    package let costs: [Double]
    /// The indices of the causes in the order of the shortest expected path: by probability per question, highest first. This order is
    /// optimal by Smith's rule (https://doi.org/10.1002/nav.3800030106).
    package let shortest: [Int]

    /// - Parameter causes: the causes of one condition in the current order.
    package init(_ causes: [Statistics.Cause]) {
        self.causes = causes
        // Some readers leave on the way. Solutions are therefore counted relative to the readers who reached the cause, as in the estimator
        // of Kaplan and Meier (https://doi.org/10.1080/01621459.1958.10501452).
        var unsolved = 1.0
        probabilities = causes.map { cause in
            let share = cause.reached > 0 ? min(1, Double(cause.solved) / Double(cause.reached)) : 0
            defer { unsolved *= 1 - share }
            return unsolved * share
        }
        let costs = causes.map { $0.reached > 0 ? max(1, Double($0.answers) / Double($0.reached)) : 1 }
        self.costs = costs
        let gain = zip(probabilities, costs).map { $0 / $1 }
        // Causes with equal gain keep their order.
        shortest = causes.indices.sorted { (gain[$0], -$0) > (gain[$1], -$1) }
    }

    /// The average number of questions that a reader answers if the causes are in the given order.
    package func expectedQuestions(_ order: some Sequence<Int>) -> Double {
        var (expected, unsolved) = (0.0, 1.0)
        for index in order {
            expected += unsolved * costs[index]
            unsolved -= probabilities[index]
        }
        return expected
    }

    /// The indices of causes whose position differs in the shortest path; empty if the current order is the shortest.
    package var disagreements: [Int] { shortest.indices.filter { shortest[$0] != $0 }.map { shortest[$0] } }
}
