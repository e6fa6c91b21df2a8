extension Statistics {
    /// The statistics as a text for people.
    package var text: String { pages.map(\.text).joined(separator: "\n") }
}

extension Statistics.Page {
    fileprivate var text: String {
        var lines = ["\(path): \(started) started, \(solved) fixed, \(escalated) came to the end"]
        for condition in conditions {
            let own = causes.filter { $0.condition == condition }
            if conditions.count > 1, !condition.isEmpty { lines.append("  \(condition)") }
            lines += Ordering(own).lines
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var conditions: [String] {
        causes.reduce(into: []) { found, cause in if !found.contains(cause.condition) { found.append(cause.condition) } }
    }
}

extension Ordering {
    fileprivate var lines: [String] {
        let width = causes.map(\.anchor.count).max() ?? 0
        var lines = ["  cause".padded(to: width + 7) + "reached  solved"]
        for (index, cause) in causes.enumerated() {
            let share = cause.reached > 0 ? "\(Int((Double(cause.solved) / Double(cause.reached) * 100).rounded())) %" : "–"
            lines.append(
                "  " + "\(index + 1).".padded(to: 4) + cause.anchor.padded(to: width + 1) + "\(cause.reached)".padded(to: 7, isRight: true)
                    + "\(cause.solved)".padded(to: 8, isRight: true) + share.padded(to: 7, isRight: true))
        }
        guard !disagreements.isEmpty else { return lines }
        lines.append(
            "  shortest expected path first: \(decimal(expectedQuestions(shortest))) questions instead of \(decimal(expectedQuestions(causes.indices)))"
        )
        for (place, index) in shortest.enumerated() {
            lines.append("  " + "\(place + 1).".padded(to: 4) + causes[index].anchor + (place == index ? "" : "  (now \(index + 1).)"))
        }
        return lines
    }

    private func decimal(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}

extension String {
    fileprivate func padded(to width: Int, isRight: Bool = false) -> String {
        let space = String(repeating: " ", count: max(0, width - count))
        return isRight ? space + self : self + space
    }
}
