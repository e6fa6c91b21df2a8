import Bytes

extension Statistics {
    /// The statistics as text for a terminal.
    package var text: String { pages.map(\.text).joined(separator: "\n") }
}

extension Statistics.Page {
    fileprivate var text: String {
        var lines = ["\(path.printable): \(started) started, \(solved) fixed, \(escalated) came to the end"]
        for condition in conditions {
            let alternatives = causes.filter { $0.condition == condition }
            if conditions.count > 1, !condition.isEmpty { lines.append("  \(condition.printable)") }
            lines += Ordering(alternatives).lines
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var conditions: [String] {
        causes.reduce(into: []) { conditions, cause in if !conditions.contains(cause.condition) { conditions.append(cause.condition) } }
    }
}

extension Ordering {
    fileprivate var lines: [String] {
        let width = causes.map(\.anchor.count).max() ?? 0
        var lines = ["  cause".padded(to: width + 7) + "reached  solved"]
        for (index, cause) in causes.enumerated() {
            let share = cause.reached > 0 ? "\(Int((Double(cause.solved) / Double(cause.reached) * 100).rounded())) %" : "–"
            lines.append(
                "  " + "\(index + 1).".padded(to: 4) + cause.anchor.printable.padded(to: width + 1)
                    + "\(cause.reached)".padded(to: 7, isRight: true)
                    + "\(cause.solved)".padded(to: 8, isRight: true) + share.padded(to: 7, isRight: true))
        }
        guard !disagreements.isEmpty else { return lines }
        lines.append(
            "  shortest expected path first: \(decimal(expectedQuestions(shortest))) questions instead of \(decimal(expectedQuestions(causes.indices)))"
        )
        for (position, index) in shortest.enumerated() {
            let present = position == index ? "" : "  (now \(index + 1).)"
            lines.append("  " + "\(position + 1).".padded(to: 4) + causes[index].anchor.printable + present)
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
        let padding = String(repeating: " ", count: max(0, width - count))
        return isRight ? padding + self : self + padding
    }
}
