import Files

/// Part of a file, which is read while it is sent, so that a response takes no more memory for a long file than for a short one.
package final class FilePart: Sendable {
    private let file: ReadableFile
    private let range: Range<Int>

    /// The number of bytes.
    var count: Int { range.count }

    /// - Parameter range: nil for the whole file. It must lie in the file.
    package init(_ file: consuming ReadableFile, _ range: Range<Int>) {
        self.file = file
        self.range = range
    }

    /// Some of its bytes; nil if they cannot be read, or are no longer there.
    func read(from start: Int, atMost length: Int) -> [UInt8]? {
        let first = range.lowerBound + start
        let wanted = first..<min(first + length, range.upperBound)
        guard let bytes = try? file.read(wanted), bytes.count == wanted.count else { return nil }
        return bytes
    }
}
