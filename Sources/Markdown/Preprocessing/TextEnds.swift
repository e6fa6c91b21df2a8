import Bytes

/// Where things occur for the last time in a text. Each is looked for once, so that many things that are opened and never closed do not each
/// cost a search of the rest.
struct TextEnds {
    private let text: [UInt8]
    private var known: [String: Int] = [:]

    init(_ text: [UInt8]) { self.text = text }

    mutating func occurs(_ pattern: StaticString, after offset: Int) -> Bool { occurs(pattern.description, after: offset) }

    /// Whether a pattern of ASCII occurs at or after an offset. Letters match in either case.
    mutating func occurs(_ pattern: String, after offset: Int) -> Bool {
        if let last = known[pattern] { return last >= offset }
        let last = lastIndex(of: Array(pattern.utf8))
        known[pattern] = last
        return last >= offset
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
