import Bytes

/// The Markdown for libcmark while it is written, with the line of the file for each of its lines.
struct MaskedOutput {
    private(set) var bytes: [UInt8] = []
    /// The line of the file, from 1, for each line of `bytes`.
    private(set) var fileLines: [Int32] = []
    private(set) var placeholders = Placeholders()
    /// The line of the file, from 1, that is being read.
    var fileLine: Int

    /// - Parameter count: the length of the text to be written, roughly.
    init(reserving count: Int, firstLine: Int) {
        bytes.reserveCapacity(count + 64)
        fileLines.reserveCapacity(count / 40)
        fileLine = firstLine
    }

    /// The number, from 1, of the line of `bytes` that is being written.
    var lineNumber: Int32 { Int32(truncatingIfNeeded: fileLines.count + 1) }

    var isAtLineStart: Bool { bytes.isEmpty || bytes.last == .lineFeed }

    /// Whether the last line is complete and blank.
    var endsWithBlankLine: Bool { !fileLines.isEmpty && bytes.suffix(2).elementsEqual([.lineFeed, .lineFeed]) }

    /// Copies a line, or the remainder of one, with its line break.
    mutating func append(line range: Range<Int>, of text: [UInt8]) {
        append(range, of: text)
        fileLines.append(Int32(truncatingIfNeeded: fileLine))
    }

    /// Copies part of a line.
    mutating func append(_ range: Range<Int>, of text: [UInt8]) {
        text.withUnsafeBufferPointer { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
    }

    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    /// Appends a line that is no slice of the original text. Ends it with a line break if it has none.
    mutating func append(line: [UInt8]) {
        let start = bytes.count
        bytes += line
        if bytes.last != .lineFeed { bytes.append(.lineFeed) }
        if bytes.count > start { fileLines.append(Int32(truncatingIfNeeded: fileLine)) }
    }

    /// Ends the line that is being written. The next one belongs to the same line of the file.
    mutating func breakLine() {
        bytes.append(.lineFeed)
        fileLines.append(Int32(truncatingIfNeeded: fileLine))
    }

    /// Ends the line that is being written, unless it ends already.
    mutating func endLine() {
        if bytes.last != .lineFeed, bytes.last != .carriageReturn { breakLine() }
    }

    /// Removes at most `count` bytes from the end of the line that is being written.
    mutating func removeFromLine(atMost count: Int) {
        var remaining = count
        while remaining > 0, let last = bytes.last, last != .lineFeed {
            bytes.removeLast()
            remaining -= 1
        }
    }

    /// Appends a placeholder, padded to the length of what it replaces, to at most 400 bytes.
    mutating func append(placeholder content: Placeholders.Content, original: Range<Int>, isBlock: Bool) {
        let start = bytes.count
        let number = placeholders.add(content, original: original)
        bytes.write(isBlock ? "<?k" : "<k-")
        bytes.write(number: number)
        let end: StaticString = isBlock ? "?>" : "/>"
        let width = min(original.count, 400)
        while bytes.count - start < width - 2 { bytes.append(.space) }
        bytes.write(end)
    }
}
