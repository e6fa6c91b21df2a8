/// What differs between two texts of as many lines, in the unified form that `patch` and `git apply` read.
package struct LineDiff {
    private static let context = 3

    private let path: String
    private let before: [ArraySlice<UInt8>]
    private let after: [ArraySlice<UInt8>]

    package init(path: String, _ before: [UInt8], _ after: [UInt8]) {
        self.path = path
        self.before = Self.lines(before)
        self.after = Self.lines(after)
    }

    /// Lines with their ends.
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

    package var text: [UInt8] {
        let changed = before.indices.filter { $0 < after.count && before[$0] != after[$0] }
        guard !changed.isEmpty else { return [] }
        // A name with spaces in it ends with a tab, or `patch` takes what follows for a time.
        let name = path.hasPrefix("/") ? String(path.dropFirst()) : path
        let end = name.contains(" ") ? "\t\n" : "\n"
        var out = Array("--- a/\(name)\(end)+++ b/\(name)\(end)".utf8)
        for hunk in hunks(changed) {
            out += Array("@@ -\(hunk.lowerBound + 1),\(hunk.count) +\(hunk.lowerBound + 1),\(hunk.count) @@\n".utf8)
            var index = hunk.lowerBound
            while index < hunk.upperBound {
                guard before[index] != after[index] else {
                    append(" ", before[index], to: &out)
                    index += 1
                    continue
                }
                var end = index
                while end < hunk.upperBound, before[end] != after[end] { end += 1 }
                for line in before[index..<end] { append("-", line, to: &out) }
                for line in after[index..<end] { append("+", line, to: &out) }
                index = end
            }
        }
        return out
    }

    private func append(_ sign: Character, _ line: ArraySlice<UInt8>, to out: inout [UInt8]) {
        out += Array(String(sign).utf8) + line
        if line.last != 0x0A { out += Array("\n\\ No newline at end of file\n".utf8) }
    }

    /// The changed lines with those around them; what would touch is one.
    private func hunks(_ changed: [Int]) -> [Range<Int>] {
        var hunks: [Range<Int>] = []
        for line in changed {
            let range = max(0, line - Self.context)..<min(before.count, line + Self.context + 1)
            if let last = hunks.last, last.upperBound >= range.lowerBound {
                hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
            } else {
                hunks.append(range)
            }
        }
        return hunks
    }
}
