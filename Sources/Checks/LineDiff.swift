/// The differences of two texts, in the unified format that `patch` and `git apply` read
/// (https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html).
package struct LineDiff {
    /// The number of unchanged lines that are shown before and after a change.
    private static let contextLines = 3

    private let path: String
    private let before: [ArraySlice<UInt8>]
    private let after: [ArraySlice<UInt8>]

    package init(path: String, _ before: [UInt8], _ after: [UInt8]) {
        self.path = path
        self.before = Self.lines(before)
        self.after = Self.lines(after)
    }

    /// The lines, each with its line feed.
    private static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
            lines.append(text[start..<end])
            start = end
        }
        return lines
    }

    /// The diff as UTF-8; empty if the texts are equal.
    package var text: [UInt8] {
        if before.count != after.count { return head + change }
        let changed = before.indices.filter { before[$0] != after[$0] }
        guard !changed.isEmpty else { return [] }
        var output = head
        for hunk in hunks(changed) {
            output += Array("@@ -\(hunk.lowerBound + 1),\(hunk.count) +\(hunk.lowerBound + 1),\(hunk.count) @@\n".utf8)
            var index = hunk.lowerBound
            while index < hunk.upperBound {
                guard before[index] != after[index] else {
                    append(" ", before[index], to: &output)
                    index += 1
                    continue
                }
                var end = index
                while end < hunk.upperBound, before[end] != after[end] { end += 1 }
                for line in before[index..<end] { append("-", line, to: &output) }
                for line in after[index..<end] { append("+", line, to: &output) }
                index = end
            }
        }
        return output
    }

    /// The lines that name the file.
    private var head: [UInt8] {
        // A tab must follow a name with spaces, or `patch` takes its last word for a time.
        let name = path.hasPrefix("/") ? String(path.dropFirst()) : path
        let lineEnd = name.contains(" ") ? "\t\n" : "\n"
        return Array("--- a/\(name)\(lineEnd)+++ b/\(name)\(lineEnd)".utf8)
    }

    /// All lines between those that both texts begin and end with, in one piece: for lines that come or go.
    private var change: [UInt8] {
        let same = zip(before, after).prefix { $0 == $1 }.count
        let most = min(before.count, after.count) - same
        let tail = zip(before.reversed(), after.reversed()).prefix(most).prefix { $0 == $1 }.count
        let (start, rest) = (max(0, same - Self.contextLines), min(tail, Self.contextLines))
        let (old, new) = (before[start..<(before.count - tail + rest)], after[start..<(after.count - tail + rest)])
        // An empty range is named by the line before it.
        func range(_ lines: ArraySlice<ArraySlice<UInt8>>) -> String { "\(lines.isEmpty ? start : start + 1),\(lines.count)" }
        var output = Array("@@ -\(range(old)) +\(range(new)) @@\n".utf8)
        for line in before[start..<same] { append(" ", line, to: &output) }
        for line in before[same..<(before.count - tail)] { append("-", line, to: &output) }
        for line in after[same..<(after.count - tail)] { append("+", line, to: &output) }
        for line in old.suffix(rest) { append(" ", line, to: &output) }
        return output
    }

    private func append(_ sign: Character, _ line: ArraySlice<UInt8>, to output: inout [UInt8]) {
        output += Array(String(sign).utf8) + line
        if line.last != 0x0A { output += Array("\n\\ No newline at end of file\n".utf8) }
    }

    /// The ranges of the changed lines with their context. Ranges that touch are joined.
    private func hunks(_ changed: [Int]) -> [Range<Int>] {
        var hunks: [Range<Int>] = []
        for line in changed {
            let range = max(0, line - Self.contextLines)..<min(before.count, line + Self.contextLines + 1)
            if let last = hunks.last, last.upperBound >= range.lowerBound {
                hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
            } else {
                hunks.append(range)
            }
        }
        return hunks
    }
}
