import Bytes

/// The words of a site for prefix completion and spelling correction, in a text file for each first character. A line has a word, a space,
/// and the binary logarithm of the number of sections that contain the word, rounded down.
struct WordLists {
    /// A list of more words leaves out those that only one section contains.
    static let maxUnprunedWords = 2000

    private var lists: [List] = []

    private struct List {
        let name: String
        var wordCount = 0
        /// The lines of all words.
        var lines: [UInt8] = []
        /// The lines of the words that several sections contain.
        var prunedLines: [UInt8] = []
    }

    struct Word: Sendable {
        let text: String
        /// The logarithm of the document frequency.
        let magnitude: Int
    }

    /// Decodes a list. Lines without a number are skipped.
    static func read(_ bytes: [UInt8]) -> [Word] {
        bytes.split(separator: 0x0A).compactMap { line in
            guard let space = line.lastIndex(of: 0x20), let magnitude = Int(String(decoding: line[(space + 1)...], as: UTF8.self)) else {
                return nil
            }
            return Word(text: String(decoding: line[..<space], as: UTF8.self), magnitude: magnitude)
        }
    }

    /// Adds a term unless it is too short or is a number, a code, an n-gram or a pair of terms, which are neither completed nor corrected.
    /// Terms have to be added in the order of their bytes.
    mutating func add(_ term: ArraySlice<UInt8>, documentFrequency: Int) {
        guard term.count >= 3, !term.contains(where: { $0.isASCIIDigit || $0 == UInt8(ascii: ".") || $0 == 0x20 }) else { return }
        guard let first = String(decoding: term.prefix(4), as: UTF8.self).unicodeScalars.first, Folding.kind(first) == .letter else {
            return
        }
        let name = Self.name(first)
        if lists.last?.name != name { lists.append(List(name: name)) }
        let last = lists.count - 1
        lists[last].wordCount += 1
        Self.write(term, documentFrequency, to: &lists[last].lines)
        if documentFrequency > 1 { Self.write(term, documentFrequency, to: &lists[last].prunedLines) }
    }

    private static func write(_ term: ArraySlice<UInt8>, _ documentFrequency: Int, to out: inout [UInt8]) {
        out += term
        out.append(0x20)
        out.write(number: magnitude(documentFrequency))
        out.append(0x0A)
    }

    /// The name of the list of words that begin with a character: its code point in hexadecimal digits.
    static func name(_ first: Unicode.Scalar) -> String { String(first.value, radix: 16) }

    static func path(_ name: String) -> String { "words/\(name).txt" }

    static func magnitude(_ documentFrequency: Int) -> Int { Int.bitWidth - 1 - max(documentFrequency, 1).leadingZeroBitCount }

    var names: [String] { lists.map(\.name) }

    var files: [SearchIndex.File] {
        lists.map {
            SearchIndex.File(path: Self.path($0.name), bytes: $0.wordCount > Self.maxUnprunedWords ? $0.prunedLines : $0.lines)
        }
    }
}
