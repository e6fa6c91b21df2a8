/// What matters of a pasted text: the message, without the stack frames, log lines, times and places around it, which differ from one reader
/// to the next.
///
/// The client has the same rules (`essence` in `search-terms.js`). All of them are about ASCII.
enum PastedText {
    /// A text of fewer words is read as it is.
    private static let minWords = 8

    /// The lines that tell of the fault first, and the latest of them at the beginning; the text itself if nothing of it matters.
    static func essence(of text: String) -> String {
        let lines = Self.lines(of: text)
        guard lines.reduce(0, { $0 + $1.count }) >= minWords else { return text }
        let framed = withoutFrames(lines)
        let loud = framed.filter { !isQuiet($0) }
        let kept = (loud.isEmpty ? framed : loud).map { $0.filter { !isNoise($0) } }.filter { !$0.isEmpty }
        let told = Array(kept.filter(tellsFault).reversed() + kept.filter { !tellsFault($0) }.reversed())
        let result = told.map { $0.joined(separator: " ") }.joined(separator: "\n")
        return result.utf8.contains { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } ? result : text
    }

    // MARK: Lines

    /// The words of each line. A text that lost its line breaks is cut before its dates.
    private static func lines(of text: String) -> [[String]] {
        let lines = text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map { line in
            line.split { $0 == " " || $0 == "\t" }.map { String(String.UnicodeScalarView($0)) }
        }.filter { !$0.isEmpty }
        guard lines.count == 1, lines[0].count(where: isDate) > 1 else { return lines }
        var cut: [[String]] = [[]]
        for word in lines[0] {
            if isDate(word), !cut[cut.count - 1].isEmpty { cut.append([]) }
            cut[cut.count - 1].append(word)
        }
        return cut
    }

    /// `2031-11-12`, also within brackets or with a time behind it.
    private static func isDate(_ word: String) -> Bool {
        let bytes = Array(word.utf8.drop { $0 == 0x5B || $0 == 0x28 })
        guard bytes.count >= 10 else { return false }
        return bytes.prefix(10).enumerated().allSatisfy { offset, byte in
            offset == 4 || offset == 7 ? byte == 0x2D || byte == 0x2F : byte >= 0x30 && byte <= 0x39
        }
    }

    private static let quietLevels: Set<String> = ["INFO", "DEBUG", "TRACE", "NOTICE", "VERBOSE"]
    private static let loudLevels: Set<String> = ["ERROR", "FATAL", "CRITICAL", "SEVERE", "PANIC"]

    /// Whether a line of a log tells of what went well.
    private static func isQuiet(_ words: [String]) -> Bool {
        let levels = words.prefix(8).map(level)
        return levels.contains { quietLevels.contains($0) } && !levels.contains { loudLevels.contains($0) }
    }

    /// A word as the name of a level: its letters alone, in upper case.
    private static func level(_ word: String) -> String {
        let letters = word.utf8.filter { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }.map { $0 & 0xDF }
        return String(decoding: letters, as: UTF8.self)
    }

    private static let faults = [
        "error", "exception", "fail", "fatal", "cannot", "can't", "denied", "refused", "invalid", "panic", "unable", "not found",
    ].map { Array($0.utf8) }

    private static func tellsFault(_ words: [String]) -> Bool {
        let text = words.joined(separator: " ").utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        return faults.contains { text.contains($0) }
    }

    // MARK: Frames

    private static func withoutFrames(_ lines: [[String]]) -> [[String]] {
        var kept: [[String]] = []
        var isCode = false
        for (index, line) in lines.enumerated() {
            let rest = withoutFrames(line)
            // Behind the place in a file stands its line of code, unless it is the last line, which is the message.
            if isCode, rest.count == line.count, index + 1 < lines.count {
                isCode = false
                continue
            }
            isCode = line.first == "File" && rest.count < line.count
            if !rest.isEmpty { kept.append(rest) }
        }
        return kept
    }

    private static func withoutFrames(_ line: [String]) -> [String] {
        var kept: [String] = []
        var index = 0
        while index < line.count {
            let length = frameLength(line[index...])
            if length == 0 { kept.append(line[index]) }
            index += max(length, 1)
        }
        return kept
    }

    /// How many words a stack frame takes at the beginning of some words; 0 if there is none.
    private static func frameLength(_ words: ArraySlice<String>) -> Int {
        let words = Array(words.prefix(10))
        if words[0].utf8.allSatisfy({ $0 == 0x5E || $0 == 0x7E }) { return 1 }
        if words.count > 4, words[0] == "Traceback", words[1] == "(most" { return 5 }
        if words.count > 2, words[0] == "...", words[2] == "more" { return 3 }
        if words[0] == "File", words.count > 1, words[1].hasPrefix("\"") { return placeLength(words) }
        guard words[0] == "at", words.count > 1 else { return 0 }
        // `at com.example.Shop.open(Shop.java:12)`, `at open (/srv/shop.js:12:3)`, `at /srv/shop.js:12:3`
        if let end = words.prefix(5).firstIndex(where: { $0.hasSuffix(")") }),
            words[1...end].contains(where: { $0.utf8.contains(0x28) }), words[end].utf8.contains(0x3A) || words[1].utf8.contains(0x2E)
        {
            return end + 1
        }
        return endsInPlace(words[1]) ? 2 : 0
    }

    /// `File "shop.py", line 12, in open`
    private static func placeLength(_ words: [String]) -> Int {
        guard let end = words.prefix(6).firstIndex(where: { $0.hasSuffix("\",") || $0.hasSuffix("\"") }), end + 2 < words.count,
            words[end + 1] == "line"
        else { return 0 }
        return end + 4 < words.count && words[end + 3] == "in" ? end + 5 : end + 3
    }

    /// `shop.js:12:3`
    private static func endsInPlace(_ word: String) -> Bool {
        let parts = word.utf8.split(separator: 0x3A, omittingEmptySubsequences: false)
        return parts.count > 2 && parts.suffix(2).allSatisfy { !$0.isEmpty && $0.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
    }

    // MARK: Words

    /// Whether a word is a time, an address, a path or an id.
    private static func isNoise(_ word: String) -> Bool {
        let bytes = word.utf8
        if Array(bytes).contains(Array("://".utf8)) || bytes.count(where: { $0 == 0x2F }) > 2 || bytes.count(where: { $0 == 0x5C }) > 2 {
            return true
        }
        let digits = bytes.count { $0 >= 0x30 && $0 <= 0x39 }
        let marks = bytes.count { "-:.,/+[]()TZ".utf8.contains($0) }
        if digits > 3, marks > 1, digits + marks == bytes.count { return true }
        // 8-4-4-4-12, as in f81d4fae-7dec-11d0-a765-00a0c91e6bf6
        return bytes.count > 35 && bytes.count(where: { $0 == 0x2D }) > 3
            && bytes.allSatisfy {
                ($0 >= 0x30 && $0 <= 0x39) || (($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x66) || "-[](){},;:\"'".utf8.contains($0)
            }
    }
}
