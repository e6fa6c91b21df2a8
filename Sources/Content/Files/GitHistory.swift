import Paths
import Platform

/// What Git knows of a content folder: which commit is checked out, and when its files were last changed by one. Git itself is asked, as other
/// generators do.
package struct GitHistory: Sendable, Equatable {
    /// The name of the commit that is checked out.
    package let commit: String
    /// Whether older commits are missing, so that most dates would be that of the oldest one that is there.
    package let isShallow: Bool

    /// - Parameter folder: the location of the content folder. Nil if it is in no repository, if nothing is committed, or without Git.
    package init?(of folder: String) {
        var bytes: [UInt8] = []
        let code = ChildProcess.run(Self.command(folder) + ["rev-parse", "HEAD", "--is-shallow-repository"], environment: Self.environment)
        {
            bytes += $0
            return true
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        guard code == 0, lines.count == 2 else { return nil }
        commit = String(lines[0])
        isShallow = lines[1] == "true"
    }

    /// The day of the last commit that changed each file, as `2026-05-31`, in UTC. What is in no commit is left out. Merges do not count.
    /// - Parameter tree: the files. Git is asked for those in Markdown, and no longer than it takes to find them.
    package func dates(of tree: SourceTree) -> [ContentPath: String] {
        var wanted = Set(tree.files.lazy.filter(\.isMarkdown).map(\.string))
        var dates: [ContentPath: String] = [:]
        var (rest, day): ([UInt8], String) = ([], "")
        let arguments = [
            "log", "--format=\(Self.mark)%ct", "-z", "--name-only", "--no-renames", "--no-merges", "--no-show-signature", "--no-ext-diff",
            "--relative", "--", ".",
        ]
        _ = ChildProcess.run(Self.command(tree.root) + arguments, environment: Self.environment) { part in
            rest += part
            var fields = rest.split(separator: 0, omittingEmptySubsequences: false)
            rest = Array(fields.removeLast())
            for field in fields {
                let text = String(decoding: field.drop { $0 == 0x0A }, as: UTF8.self)
                if text.hasPrefix(Self.mark) {
                    day = Int(text.dropFirst(Self.mark.count)).map(Self.day) ?? ""
                } else if wanted.remove(text) != nil {
                    dates[ContentPath(text)] = day
                }
            }
            return !wanted.isEmpty
        }
        return dates
    }

    /// What stands before the time of a commit. No path begins with it, since they are relative.
    private static let mark = "//"

    /// A repository's own settings may name programs. Those that these commands would start are switched off.
    private static func command(_ folder: String) -> [String] {
        ["git", "-C", folder, "-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "-c", "log.showSignature=false", "--no-pager"]
    }

    /// A repository that lacks objects is not to fetch them, by whatever program its settings name.
    private static let environment = ["GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"]

    /// The day of a time in seconds since 1970, by the proleptic Gregorian calendar
    /// (https://howardhinnant.github.io/date_algorithms.html#civil_from_days).
    static func day(_ seconds: Int) -> String {
        let days = Int((Double(seconds) / 86_400).rounded(.down)) + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let (day, month) = (dayOfYear - (153 * shifted + 2) / 5 + 1, shifted < 10 ? shifted + 3 : shifted - 9)
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        func padded(_ number: Int, _ width: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}
