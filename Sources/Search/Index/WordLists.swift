import Bytes

/// The words of a site by their first characters, a file each: in every line a word, and in how many sections it stands as a power of two.
struct WordLists {
    /// A list of more words leaves out those that stand in one section alone.
    static let maxRareWords = 2000

    private var lists: [List] = []

    private struct List {
        let name: String
        var count = 0
        /// The lines of all words, and those of words that stand in more than one section.
        var all: [UInt8] = []
        var frequent: [UInt8] = []
    }

    struct Word: Sendable {
        let text: String
        let magnitude: Int
    }

    /// The words of a list.
    static func read(_ bytes: [UInt8]) -> [Word] {
        bytes.split(separator: 0x0A).compactMap { line in
            guard let space = line.lastIndex(of: 0x20), let magnitude = Int(String(decoding: line[(space + 1)...], as: UTF8.self)) else {
                return nil
            }
            return Word(text: String(decoding: line[..<space], as: UTF8.self), magnitude: magnitude)
        }
    }

    /// Terms come in the order of their bytes. Numbers, codes and pairs, of characters or of terms, are nothing to complete or to mend.
    mutating func add(_ term: ArraySlice<UInt8>, count: Int) {
        guard term.count >= 3, !term.contains(where: { $0.isASCIIDigit || $0 == UInt8(ascii: ".") || $0 == 0x20 }) else { return }
        guard let first = String(decoding: term.prefix(4), as: UTF8.self).unicodeScalars.first, Folding.kind(first) == .letter else {
            return
        }
        let name = Self.name(first)
        if lists.last?.name != name { lists.append(List(name: name)) }
        let last = lists.count - 1
        lists[last].count += 1
        Self.write(term, count, to: &lists[last].all)
        if count > 1 { Self.write(term, count, to: &lists[last].frequent) }
    }

    private static func write(_ term: ArraySlice<UInt8>, _ count: Int, to out: inout [UInt8]) {
        out += term
        out.append(0x20)
        out.write(number: magnitude(count))
        out.append(0x0A)
    }

    /// A character as the name of a file: its code in hexadecimal digits.
    static func name(_ character: Unicode.Scalar) -> String { String(character.value, radix: 16) }

    static func path(_ name: String) -> String { "words/\(name).txt" }

    static func magnitude(_ count: Int) -> Int { Int.bitWidth - 1 - max(count, 1).leadingZeroBitCount }

    var names: [String] { lists.map(\.name) }

    var files: [SearchIndex.File] {
        lists.map { SearchIndex.File(path: Self.path($0.name), bytes: $0.count > Self.maxRareWords ? $0.frequent : $0.all) }
    }
}
