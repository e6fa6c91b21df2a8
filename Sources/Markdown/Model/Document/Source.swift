import Bytes
import Diagnostics
import Paths

/// The text of a file and the offsets of its lines. The text is valid UTF-8 without a byte order mark, NUL and control characters except
/// tabs and line breaks.
public struct Source: Sendable {
    /// The file, as diagnostics name it.
    public let file: SourceFile
    /// The text in UTF-8.
    public let bytes: [UInt8]
    /// The offset in bytes at which each line begins.
    public let lineStarts: [Int32]
    /// The number of characters before each 1,024th byte, for texts with long lines; empty for others, whose lines are quickly counted.
    private let characterCounts: [Int32]
    /// Reports of bytes that had to be replaced.
    public let diagnostics: [Diagnostic]

    /// - Parameters:
    ///   - file: the file, as diagnostics name it.
    ///   - raw: the file as it is on disk. Invalid UTF-8 and NUL are replaced by U+FFFD and reported. Other control characters, which HTML
    ///     does not allow, are replaced by their pictures, such as ␛.
    public init(file: SourceFile, raw: [UInt8]) {
        var diagnostics: [Diagnostic] = []
        var text = raw
        if !raw.isValidUTF8 {
            let position = Source.position(at: raw.validUTF8Prefix, in: raw, Source.lineStarts(raw))
            diagnostics.append(
                Diagnostic(
                    .fileEncoding, in: file, at: position, "the file is not UTF-8; what cannot be read is shown as �",
                    help: "save the file as UTF-8"))
            text = Array(String(decoding: raw, as: UTF8.self).utf8)
        }
        if let nul = text.firstIndex(of: 0) {
            diagnostics.append(
                Diagnostic(
                    .fileNUL, in: file, at: Source.position(at: nul, in: text, Source.lineStarts(text)),
                    "the file contains NUL bytes; they are shown as �",
                    help: "remove them; a text editor that shows control characters finds them"))
            text = Array(text.split(separator: 0, omittingEmptySubsequences: false).joined(separator: Array("\u{FFFD}".utf8)))
        }
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
        if text.containsControls { text = text.showingControls }
        self.file = file
        bytes = text
        lineStarts = Self.lineStarts(text)
        characterCounts = Self.characterCounts(text, lineStarts)
        self.diagnostics = diagnostics
    }

    /// The line and column of a byte offset.
    public func position(at offset: Int) -> SourcePosition {
        guard !characterCounts.isEmpty else { return Source.position(at: offset, in: bytes, lineStarts) }
        let line = Source.line(at: offset, lineStarts)
        let start = Int(lineStarts[line])
        let column = characters(before: min(max(offset, start), bytes.count)) - characters(before: start) + 1
        return SourcePosition(line: line + 1, column: column)
    }

    private static let block = 1024

    /// How many characters begin before an offset.
    private func characters(before offset: Int) -> Int {
        let block = offset / Self.block
        return Int(characterCounts[block]) + bytes[(block * Self.block)..<offset].count { $0 & 0xC0 != 0x80 }
    }

    private static func characterCounts(_ bytes: [UInt8], _ lineStarts: [Int32]) -> [Int32] {
        var longest = Int32(truncatingIfNeeded: bytes.count) - (lineStarts.last ?? 0)
        for line in 1..<max(lineStarts.count, 1) { longest = max(longest, lineStarts[line] - lineStarts[line - 1]) }
        guard longest > 4 * Int32(block) else { return [] }
        var counts: [Int32] = [0]
        for start in stride(from: 0, to: bytes.count, by: block) {
            let count = bytes[start..<min(start + block, bytes.count)].count { $0 & 0xC0 != 0x80 }
            counts.append((counts.last ?? 0) + Int32(truncatingIfNeeded: count))
        }
        return counts
    }

    /// The line and column for a line and a byte in it, both from 1, as libcmark gives them.
    public func position(line: Int, byteColumn: Int) -> SourcePosition {
        let start = offset(ofLine: line)
        let end = max(start, offset(ofLine: line + 1))
        return position(at: min(start + max(byteColumn, 1) - 1, max(start, end - 1), bytes.count))
    }

    /// The offset at which a line, counted from 1, begins; the end of the text if it has fewer lines.
    public func offset(ofLine line: Int) -> Int {
        line <= lineStarts.count ? Int(lineStarts[max(line, 1) - 1]) : bytes.count
    }

    /// The index of the line that an offset is on.
    private static func line(at offset: Int, _ lineStarts: [Int32]) -> Int {
        var (low, high) = (0, lineStarts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
        }
        return low
    }

    private static func position(at offset: Int, in bytes: [UInt8], _ lineStarts: [Int32]) -> SourcePosition {
        let low = line(at: offset, lineStarts)
        let column = bytes[Int(lineStarts[low])..<min(max(offset, Int(lineStarts[low])), bytes.count)].count { $0 & 0xC0 != 0x80 } + 1
        return SourcePosition(line: low + 1, column: column)
    }

    /// The offset at which each line of a text begins.
    public static func lineStarts(_ bytes: [UInt8]) -> [Int32] {
        var starts: [Int32] = [0]
        starts.reserveCapacity(bytes.count / 40)
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while true {
                index = bytes.firstIndex(in: index..<bytes.count) { $0.bytes(0x0A) .| $0.bytes(0x0D) }
                guard index < bytes.count else { break }
                if bytes.endsLine(at: index) { starts.append(Int32(truncatingIfNeeded: index + 1)) }
                index += 1
            }
        }
        return starts
    }
}

extension RandomAccessCollection<UInt8> where Index == Int {
    /// Whether a line ends after an index. LF, CRLF and a lone CR end lines, as in CommonMark.
    @inline(__always)
    public func endsLine(at index: Int) -> Bool {
        self[index] == .lineFeed || (self[index] == .carriageReturn && (index + 1 == endIndex || self[index + 1] != .lineFeed))
    }
}

extension [UInt8] {
    fileprivate var containsControls: Bool {
        withUnsafeBufferPointer { bytes in
            var index = 0
            while true {
                index = bytes.firstIndex(in: index..<bytes.count) {
                    ($0 .< ByteBlock(repeating: 0x20)) .& ($0 .!= ByteBlock(repeating: 0x0A)) .| $0.bytes(0x7F)
                }
                guard index < bytes.count else { return false }
                if bytes[index].isControl { return true }
                index += 1
            }
        }
    }

    /// The text with each control character replaced by its picture, which takes one column as well.
    fileprivate var showingControls: [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(count + 64)
        for byte in self {
            guard byte.isControl else { text.append(byte); continue }
            let picture = byte == 0x7F ? 0x2421 : 0x2400 + UInt32(byte)
            text += Unicode.Scalar(picture).map { Array(String($0).utf8) } ?? [byte]
        }
        return text
    }

    fileprivate var isValidUTF8: Bool {
        // Most files are ASCII, which is faster to check.
        allSatisfy { $0 < 0x80 } || String(validating: self, as: UTF8.self) != nil
    }

    /// The length in bytes of the longest prefix that is valid UTF-8.
    fileprivate var validUTF8Prefix: Int {
        var decoder = UTF8.ForwardParser()
        var bytes = makeIterator()
        var length = 0
        while case .valid(let scalar) = decoder.parseScalar(from: &bytes) { length += UTF8.width(UTF8.decode(scalar)) }
        return length
    }
}

extension UInt8 {
    /// Whether it is a control character, except tabs and line and page breaks.
    fileprivate var isControl: Bool { (self < 0x20 && !(0x09...0x0D).contains(self)) || self == 0x0B || self == 0x7F }
}
