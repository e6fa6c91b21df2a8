import Bytes

/// A text as words in lower case, with the marks that part its sentences as words of their own: what patterns are matched against.
struct Words: Sendable, Equatable {
    let all: [String]
    /// How each word begins, for filters.
    let keys: [UInt32]

    /// Letters, digits and what stands between them (`-`, `'`, `_`, `.`) make words; `.` `,` `:` `;` `?` `!` `(` `)` `%` arrows (`→`, `>`) and dashes (`–`) are
    /// words of their own; all else parts words.
    init(_ text: String) {
        var words: [String] = []
        var word: [UInt8] = []
        let bytes = Array(text.utf8)
        func end() {
            guard !word.isEmpty else { return }
            let isASCII = word.allSatisfy { $0 < 0x80 }
            let string = String(decoding: word, as: UTF8.self)
            words.append(isASCII ? string : string.lowercased())
            word.removeAll(keepingCapacity: true)
        }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte.isASCIIAlphanumeric {
                word.append(byte.asciiLowercased)
            } else if byte >= 0x80, let (mark, length) = Self.mark(bytes, index) {
                if mark == UInt8(ascii: "'") {
                    if Self.isWithinWord(bytes, index, length) { word.append(mark) } else { end() }
                } else {
                    end()
                    if mark != 0x20 { words.append(mark == UInt8(ascii: "-") ? "–" : "→") }
                }
                index += length
                continue
            } else if byte >= 0x80 {
                word.append(byte)
            } else if Self.joiners.contains(byte), Self.isWithinWord(bytes, index, 1) {
                word.append(byte)
            } else {
                end()
                if byte == UInt8(ascii: ">") {
                    words.append("→")
                } else if byte == UInt8(ascii: "-"), index > 0, bytes[index - 1] == 0x20 {
                    words.append("–")
                } else if Self.marks.contains(byte) {
                    words.append(String(UnicodeScalar(byte)))
                }
            }
            index += 1
        }
        end()
        self.init(words.filter { !Self.isZeroWidth($0) }[...])
    }

    init(_ words: ArraySlice<String>) {
        all = Array(words)
        keys = all.map { WordFilter.key($0.utf8) }
    }

    /// `e.g.` and the like end in a full stop that ends no sentence.
    private static let abbreviations: Set<String> = ["e.g", "i.e", "etc", "vs", "approx", "incl", "no"]
    private static let joiners = ASCIISet("-'_.".utf8)
    private static let marks = ASCIISet(".,:;?!()%".utf8)

    private static func isWithinWord(_ bytes: [UInt8], _ index: Int, _ length: Int) -> Bool {
        guard index > 0, index + length < bytes.count, isLetter(bytes[index - 1]), isLetter(bytes[index + length]) else { return false }
        // Quotes, dashes and spaces outside ASCII are no letters.
        return mark(bytes, index + length) == nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric || byte >= 0x80 }

    /// Marks outside ASCII: `’` is an apostrophe; quotes, dashes, dots and spaces part words, arrows lead on.
    private static func mark(_ bytes: [UInt8], _ index: Int) -> (mark: UInt8, length: Int)? {
        guard index + 1 < bytes.count else { return nil }
        if bytes[index] == 0xC2, bytes[index + 1] == 0xA0 || bytes[index + 1] == 0xAB || bytes[index + 1] == 0xBB { return (0x20, 2) }
        guard index + 2 < bytes.count, bytes[index] == 0xE2 else { return nil }
        switch (bytes[index + 1], bytes[index + 2]) {
        case (0x80, 0x98), (0x80, 0x99): return (UInt8(ascii: "'"), 3)
        case (0x80, 0x92...0x95): return (UInt8(ascii: "-"), 3)
        case (0x80, 0x8B...0x9F), (0x80, 0xA0...0xAF): return (0x20, 3)
        case (0x86, 0x92), (0x9E, _): return (UInt8(ascii: ">"), 3)
        default: return nil
        }
    }

    private static func isZeroWidth(_ word: String) -> Bool { word.unicodeScalars.allSatisfy { $0.properties.isDefaultIgnorableCodePoint } }

    var isEmpty: Bool { all.isEmpty }

    /// The sentences, each without the mark that ends it; a full stop, a question or an exclamation mark, a semicolon or a colon does.
    var sentences: [ArraySlice<String>] {
        var sentences: [ArraySlice<String>] = []
        var start = 0
        for (index, word) in all.enumerated() where Self.ends.contains(word) {
            if word == ".", index > 0, Self.abbreviations.contains(all[index - 1]) { continue }
            if index > start { sentences.append(all[start..<index]) }
            start = index + 1
        }
        if start < all.count { sentences.append(all[start...]) }
        return sentences
    }

    private static let ends: Set<String> = [".", "?", "!", ";", ":"]

    /// The words that a reader would count: without marks.
    var spoken: [String] { all.filter { !Self.isMark($0) } }

    static func isMark(_ word: String) -> Bool { word.utf8.count == 1 && !(word.utf8.first?.isASCIIAlphanumeric ?? true) || word == "→" || word == "–" }

    /// The last mark, if the text ends in one.
    var lastMark: String? { all.last.flatMap { Self.isMark($0) ? $0 : nil } }
}
