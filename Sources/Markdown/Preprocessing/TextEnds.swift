import Bytes

/// Where things occur for the last time in a text. Each is looked for once, so that many things that are opened and never closed do not each
/// cost a search of the rest.
struct TextEnds {
    private let text: [UInt8]
    private var known: [String: Int] = [:]
    /// The last place found of each pattern, and from where it was looked for.
    private var found: [String: (from: Int, index: Int)] = [:]
    /// The offsets of the lines that begin or end fenced code, once they are asked for.
    private var fences: [Int]?

    init(_ text: [UInt8]) { self.text = text }

    mutating func occurs(_ pattern: StaticString, after offset: Int) -> Bool { occurs(pattern.description, after: offset) }

    /// Whether a pattern of ASCII occurs at or after an offset. Letters match in either case.
    mutating func occurs(_ pattern: String, after offset: Int) -> Bool {
        if let last = known[pattern] { return last >= offset }
        let last = lastIndex(of: Array(pattern.utf8))
        known[pattern] = last
        return last >= offset
    }

    /// The offset at which a pattern of ASCII occurs next; nil if it does not. Letters match in either case.
    mutating func next(_ pattern: String, from offset: Int) -> Int? {
        guard occurs(pattern, after: offset) else { return nil }
        if let known = found[pattern], known.from <= offset, offset <= known.index { return known.index }
        let bytes = Array(pattern.utf8)
        var index = offset
        while index + bytes.count <= text.count {
            if text[index] == bytes[0], bytes.indices.allSatisfy({ text[index + $0].asciiLowercased == bytes[$0] }) {
                found[pattern] = (offset, index)
                return index
            }
            index += 1
        }
        return nil
    }

    /// Whether code that is fenced after one offset goes on at another.
    mutating func isFenced(_ offset: Int, from start: Int) -> Bool {
        let fences = self.fences ?? fenceLines()
        self.fences = fences
        return (fences.partition(at: offset) - fences.partition(at: start)) % 2 == 1
    }

    private func fenceLines() -> [Int] {
        var offsets: [Int] = []
        for fence: StaticString in ["```", "~~~"] {
            var from = 0
            while let index = text[...].firstRange(of: fence, from: from) {
                let lineStart = text[..<index].lastIndex { $0 == .lineFeed || $0 == .carriageReturn }.map { $0 + 1 } ?? 0
                let isAtStart = text[lineStart..<index].allSatisfy { " \t>-*+.)".utf8.contains($0) || $0.isASCIIDigit }
                if isAtStart { offsets.append(index) }
                from = text[index...].firstIndex { $0 == .lineFeed || $0 == .carriageReturn } ?? text.count
            }
        }
        return offsets.sorted()
    }

    private func lastIndex(of pattern: [UInt8]) -> Int {
        text.withUnsafeBufferPointer { bytes in
            var index = bytes.count - pattern.count
            while index >= 0 {
                if bytes[index] == pattern[0], pattern.indices.allSatisfy({ bytes[index + $0].asciiLowercased == pattern[$0] }) {
                    return index
                }
                index -= 1
            }
            return -1
        }
    }
}

extension [Int] {
    /// How many of the sorted numbers are below one.
    fileprivate func partition(at number: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
