import Bytes

/// Cuts texts into the terms that a search knows them by. Words are folded; an identifier such as `invalid_grant`, `OAuthError` or `E-1234` is a term as a
/// whole and by its parts; scripts without spaces are read in pairs of characters. Texts come in pieces: a word may go on in the next.
struct Tokenizer {
    /// What a term is of what was written.
    enum Role {
        case word
        /// A compound without what joins its parts.
        case whole
        case part
        /// A pair of characters, or a single one that stands alone.
        case gram
    }

    /// Terms are cut at so many bytes.
    static let longest = 40

    private var run: [UInt8] = []
    /// Where the parts of the run begin, but for the first.
    private var cuts: [Int] = []
    /// A connector that counts only if the word goes on.
    private var connector: UInt8 = 0
    /// Upper-case letters in a row at the end of the run.
    private var capitals = 0
    private var isAfterLower = false
    /// Behind an apostrophe: what follows of the word is a mere ending.
    private var isEnding = false
    private var grams: [UInt8] = []
    private var gramStarts: [Int] = []

    /// - Parameter emit: given each term, in the order of the text; of a compound the whole before its parts.
    mutating func read(_ text: UnsafeBufferPointer<UInt8>, _ emit: (UnsafeBufferPointer<UInt8>, Role) -> Void) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                if run.isEmpty, let end = Self.plainWord(text, index) {
                    if !grams.isEmpty { endGrams(emit) }
                    emit(UnsafeBufferPointer(rebasing: text[index..<end]), .word)
                    index = end
                    continue
                }
                readASCII(byte, emit)
                index += 1
                continue
            }
            var (scalar, length) = Self.decode(text, index)
            // What is no UTF-8 separates.
            if length == 0 { (scalar, length) = (" ", 1) }
            index += length
            read(scalar, emit)
        }
    }

    /// The end of a word of lower-case letters that begins here, needs nothing done, and is whole in this text: most words are so.
    private static func plainWord(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        var end = start
        while end < text.count, text[end] &- UInt8(ascii: "a") < 26 { end += 1 }
        guard end > start, end - start <= longest, end + 1 < text.count else { return nil }
        switch text[end] {
        case 0x20, 0x0A, UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ")"), UInt8(ascii: "("), UInt8(ascii: "/"),
            UInt8(ascii: "="):
            return end
        // A point ends a sentence, or joins names.
        case UInt8(ascii: "."): return text[end + 1] == 0x20 || text[end + 1] == 0x0A ? end : nil
        default: return nil
        }
    }

    private mutating func readASCII(_ byte: UInt8, _ emit: (UnsafeBufferPointer<UInt8>, Role) -> Void) {
        if byte.isASCIIAlphanumeric {
            if !grams.isEmpty { endGrams(emit) }
            append(byte)
            return
        }
        switch byte {
        case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
            if run.isEmpty || connector != 0 { end(emit) } else { connector = byte }
        case UInt8(ascii: "'"): isEnding = !run.isEmpty
        default: end(emit)
        }
    }

    private mutating func append(_ byte: UInt8) {
        if isEnding { return }
        let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        if connector != 0 {
            // Numbers keep their points: 1.2 is not 12.
            if connector == UInt8(ascii: "."), byte.isASCIIDigit, run.last?.isASCIIDigit ?? false {
                run.append(connector)
            } else {
                cut(run.count)
            }
            connector = 0
            capitals = 0
        } else if isUpper, isAfterLower {
            cut(run.count)
        } else if !isUpper, capitals > 1, byte.isASCIILetter {
            // The last of several capitals begins a new part: HTTPServer.
            cut(run.count - 1)
        }
        run.append(byte.asciiLowercased)
        capitals = isUpper ? capitals + 1 : 0
        isAfterLower = !isUpper && byte.isASCIILetter
    }

    private mutating func cut(_ place: Int) {
        if place > (cuts.last ?? 0) { cuts.append(place) }
    }

    private mutating func read(_ scalar: Unicode.Scalar, _ emit: (UnsafeBufferPointer<UInt8>, Role) -> Void) {
        switch Folding.kind(scalar) {
        case .ignored: return
        case .separator where scalar == "’": isEnding = !run.isEmpty
        case .separator: end(emit)
        case .gram:
            endRun(emit)
            gramStarts.append(grams.count)
            grams.append(contentsOf: UTF8.encode(HanVariants.simplified(scalar)) ?? Unicode.UTF8.EncodedScalar())
        case .letter:
            if !grams.isEmpty { endGrams(emit) }
            if isEnding { return }
            if connector != 0 {
                cut(run.count)
                connector = 0
            }
            Folding.append(scalar, to: &run)
            capitals = 0
            isAfterLower = false
        }
    }

    /// Ends the word that is being read.
    mutating func end(_ emit: (UnsafeBufferPointer<UInt8>, Role) -> Void) {
        endRun(emit)
        if !grams.isEmpty { endGrams(emit) }
    }

    private mutating func endRun(_ emit: (UnsafeBufferPointer<UInt8>, Role) -> Void) {
        connector = 0
        capitals = 0
        isAfterLower = false
        isEnding = false
        guard !run.isEmpty else { return }
        joinPlural()
        run.withUnsafeBufferPointer { bytes in
            if cuts.isEmpty {
                // v2 is version 2.
                let isVersion = bytes.count > 1 && bytes[0] == UInt8(ascii: "v") && bytes[1].isASCIIDigit
                Self.emit(bytes, 0..<bytes.count, isVersion ? .whole : .word, emit)
                if isVersion { Self.emit(bytes, 1..<bytes.count, .part, emit) }
                return
            }
            let parts = Self.parts(cuts, count: bytes.count)
            Self.emit(bytes, 0..<bytes.count, parts.count == 1 ? .word : .whole, emit)
            for part in parts where parts.count > 1 && part.count > 1 { Self.emit(bytes, part, .part, emit) }
        }
        run.removeAll(keepingCapacity: true)
        cuts.removeAll(keepingCapacity: true)
    }

    /// URLs is one word, not `UR` and `Ls`.
    private mutating func joinPlural() {
        if let last = cuts.last, last == run.count - 2, run.last == UInt8(ascii: "s") { cuts.removeLast() }
    }

    /// A single letter belongs to what follows it: OAuth, iPhone.
    private static func parts(_ cuts: [Int], count: Int) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        for end in cuts + [count] {
            if end - start == 1, end < count { continue }
            parts.append(start..<end)
            start = end
        }
        return parts
    }

    private static func emit(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ role: Role, _ emit: (UnsafeBufferPointer<UInt8>, Role) -> Void
    ) {
        var end = min(range.upperBound, range.lowerBound + longest)
        // A character is not cut in two.
        while end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        emit(UnsafeBufferPointer(rebasing: bytes[range.lowerBound..<end]), role)
    }

    private mutating func endGrams(_ emit: (UnsafeBufferPointer<UInt8>, Role) -> Void) {
        grams.withUnsafeBufferPointer { bytes in
            for index in gramStarts.indices where index + 1 < gramStarts.count || gramStarts.count == 1 {
                let end = index + 2 < gramStarts.count ? gramStarts[index + 2] : bytes.count
                emit(UnsafeBufferPointer(rebasing: bytes[gramStarts[index]..<end]), .gram)
            }
        }
        grams.removeAll(keepingCapacity: true)
        gramStarts.removeAll(keepingCapacity: true)
    }

    private static func decode(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (Unicode.Scalar, Int) {
        let first = UInt32(text[index])
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0
        guard length > 0, index + length <= text.count else { return (" ", 0) }
        var value = first & (0x7F >> UInt32(length))
        for offset in 1..<length {
            guard text[index + offset] & 0xC0 == 0x80 else { return (" ", 0) }
            value = value << 6 | UInt32(text[index + offset] & 0x3F)
        }
        return (Unicode.Scalar(value) ?? " ", length)
    }
}

extension Tokenizer {
    /// The terms of a whole text, with what they are of it.
    static func terms(of text: String) -> [(term: String, role: Role)] {
        var terms: [(term: String, role: Role)] = []
        var tokenizer = Tokenizer()
        var text = text
        text.withUTF8 { bytes in
            tokenizer.read(bytes) { terms.append((String(decoding: $0, as: UTF8.self), $1)) }
        }
        tokenizer.end { terms.append((String(decoding: $0, as: UTF8.self), $1)) }
        return terms
    }
}
