import Platform

/// Finds the ends of lines, and counts the lines.
struct LineScanner {
    private let text: [UInt8]
    /// Whether a line may end with a carriage return alone.
    private let hasReturns: Bool
    /// The number of line ends found.
    private(set) var count = 0

    init(_ text: [UInt8]) {
        self.text = text
        hasReturns = text.withUnsafeBufferPointer { bytes in
            bytes.baseAddress.map { memchr($0, Int32(UInt8.carriageReturn), bytes.count) != nil } ?? false
        }
    }

    /// The offset after the line that begins at `start`.
    mutating func endOfLine(from start: Int) -> Int {
        count += 1
        return text.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return start }
            let lineFeed = memchr(base + start, Int32(UInt8.lineFeed), bytes.count - start)
            let end = lineFeed.map { UnsafeRawPointer(base).distance(to: $0) + 1 } ?? bytes.count
            guard hasReturns else { return end }
            for index in start..<end where bytes[index] == .carriageReturn && (index + 1 == bytes.count || bytes[index + 1] != .lineFeed) {
                return index + 1
            }
            return end
        }
    }

    /// Skips the lines that end before `end`, and the one that contains it if only white space follows.
    ///
    /// - Parameter start: the beginning of a line.
    /// - Returns: the offset at which to continue: the beginning of a line, or `end`.
    mutating func skipLines(from start: Int, to end: Int) -> Int {
        var next = start
        while next < end {
            let lineEnd = endOfLine(from: next)
            if lineEnd > end, text[end..<lineEnd].contains(where: { !$0.isASCIIWhitespace }) {
                // The rest of the line is yet to be read, and counted then.
                count -= 1
                return end
            }
            next = lineEnd
        }
        return next
    }
}
