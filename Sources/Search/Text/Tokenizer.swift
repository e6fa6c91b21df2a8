import Bytes

/// Splits text into folded terms. A compound such as `invalid_grant`, `OAuthError` or `E-1234` is emitted as a whole and by its components;
/// scripts without spaces between words are split into overlapping bigrams. Text may come in pieces: a word can continue in the next.
struct Tokenizer {
    enum Role {
        case word
        /// A whole compound, without its connectors.
        case compound
        case component
        /// A bigram, or a single character that has no neighbour of its kind.
        case ngram
    }

    /// Receives a term in UTF-8 and its role. The buffer is valid only during the call.
    typealias Emit = (UnsafeBufferPointer<UInt8>, Role) -> Void

    /// Longer terms are truncated to this number of bytes.
    static let maxTermLength = 40

    /// The folded word that is being read, without connectors.
    private var word: [UInt8] = []
    /// The offsets in `word` at which components begin, except the first.
    private var componentStarts: [Int] = []
    /// Those of them behind a dot.
    private var dottedStarts: [Int] = []
    /// A connector after the word, which counts only if the word continues; otherwise 0.
    private var connector: UInt8 = 0
    /// The number of consecutive upper-case letters at the end of the word.
    private var capitals = 0
    private var isAfterLowercase = false
    /// Whether the word has an apostrophe. Everything after it is ignored as an ending.
    private var isAfterApostrophe = false
    /// The current run of characters to be split into bigrams, and their offsets.
    private var ngramRun: [UInt8] = []
    private var ngramOffsets: [Int] = []

    /// Emits terms in the order of the text, a compound before its components. The last word is kept until it ends.
    /// - Parameter text: UTF-8. Invalid bytes separate words.
    mutating func read(_ text: UnsafeBufferPointer<UInt8>, _ emit: Emit) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                if word.isEmpty, let end = Self.endOfPlainWord(text, index) {
                    if !ngramRun.isEmpty { endNgrams(emit) }
                    emit(UnsafeBufferPointer(rebasing: text[index..<end]), .word)
                    index = end
                    continue
                }
                readASCII(byte, emit)
                index += 1
                continue
            }
            var (scalar, length) = Self.decode(text, index)
            if length == 0 { (scalar, length) = (" ", 1) }
            index += length
            read(scalar, emit)
        }
    }

    /// The fast path for most words: the end of a word of lower-case letters that certainly ends in this piece of text, so that it can be
    /// emitted as it is.
    private static func endOfPlainWord(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        var end = start
        while end < text.count, text[end] &- UInt8(ascii: "a") < 26 { end += 1 }
        guard end > start, end - start <= maxTermLength, end + 1 < text.count else { return nil }
        switch text[end] {
        case 0x20, 0x0A, UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ")"), UInt8(ascii: "("), UInt8(ascii: "/"),
            UInt8(ascii: "="):
            return end
        // A dot either ends a sentence or connects components.
        case UInt8(ascii: "."): return text[end + 1] == 0x20 || text[end + 1] == 0x0A ? end : nil
        default: return nil
        }
    }

    private mutating func readASCII(_ byte: UInt8, _ emit: Emit) {
        if byte.isASCIIAlphanumeric {
            if !ngramRun.isEmpty { endNgrams(emit) }
            append(byte)
            return
        }
        switch byte {
        case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
            if word.isEmpty || connector != 0 { end(emit) } else { connector = byte }
        case UInt8(ascii: "'"): isAfterApostrophe = !word.isEmpty
        default: end(emit)
        }
    }

    /// - Parameter byte: an ASCII letter or digit.
    private mutating func append(_ byte: UInt8) {
        if isAfterApostrophe { return }
        let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        if connector != 0 {
            // Numbers keep their dots: 1.2 is not 12.
            if connector == UInt8(ascii: "."), byte.isASCIIDigit, word.last?.isASCIIDigit ?? false {
                word.append(connector)
            } else {
                beginComponent(at: word.count)
                if connector == UInt8(ascii: ".") { dottedStarts.append(word.count) }
            }
            connector = 0
            capitals = 0
        } else if isUpper, isAfterLowercase {
            beginComponent(at: word.count)
        } else if !isUpper, capitals > 1, byte.isASCIILetter {
            // The last of several capitals begins a new component: HTTPServer.
            beginComponent(at: word.count - 1)
        }
        word.append(byte.asciiLowercased)
        capitals = isUpper ? capitals + 1 : 0
        isAfterLowercase = !isUpper && byte.isASCIILetter
    }

    private mutating func beginComponent(at offset: Int) {
        if offset > (componentStarts.last ?? 0) { componentStarts.append(offset) }
    }

    private mutating func read(_ scalar: Unicode.Scalar, _ emit: Emit) {
        switch Folding.kind(scalar) {
        case .ignored: return
        case .separator where scalar == "’": isAfterApostrophe = !word.isEmpty
        case .separator: end(emit)
        case .ngram:
            endWord(emit)
            ngramOffsets.append(ngramRun.count)
            ngramRun.append(contentsOf: UTF8.encode(HanVariants.simplified(scalar)) ?? Unicode.UTF8.EncodedScalar())
        case .letter:
            if !ngramRun.isEmpty { endNgrams(emit) }
            if isAfterApostrophe { return }
            if connector != 0 {
                beginComponent(at: word.count)
                connector = 0
            }
            Folding.append(scalar, to: &word)
            capitals = 0
            isAfterLowercase = false
        }
    }

    /// Ends the word that is being read.
    mutating func end(_ emit: Emit) {
        endWord(emit)
        if !ngramRun.isEmpty { endNgrams(emit) }
    }

    private mutating func endWord(_ emit: Emit) {
        connector = 0
        capitals = 0
        isAfterLowercase = false
        isAfterApostrophe = false
        guard !word.isEmpty else { return }
        joinPlural()
        word.withUnsafeBufferPointer { bytes in
            if componentStarts.isEmpty {
                let version = Self.version(bytes)
                Self.emit(bytes, 0..<bytes.count, version == nil ? .word : .compound, emit)
                if let version { Self.emit(bytes, version..<bytes.count, .component, emit) }
                return
            }
            let components = Self.components(componentStarts, length: bytes.count)
            Self.emit(bytes, 0..<bytes.count, components.count == 1 ? .word : .compound, emit)
            for component in components where components.count > 1 && component.count > 1 {
                Self.emit(bytes, component, .component, emit)
            }
            // `method_name` of `Class.method_name`.
            var next = 0
            for part in Self.components(dottedStarts, length: bytes.count) where part.count < bytes.count {
                while next < componentStarts.count, componentStarts[next] <= part.lowerBound { next += 1 }
                if next < componentStarts.count, componentStarts[next] < part.upperBound { Self.emit(bytes, part, .component, emit) }
            }
        }
        word.removeAll(keepingCapacity: true)
        componentStarts.removeAll(keepingCapacity: true)
        dottedStarts.removeAll(keepingCapacity: true)
    }

    /// Where the number of a version begins that is a component: in `v2` and `tls1.3`, but not in `utf8`.
    private static func version(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let start = bytes.firstIndex(where: \.isASCIIDigit), start > 0, bytes[start...].allSatisfy({ $0.isASCIIDigit || $0 == 0x2E })
        else { return nil }
        return start == 1 && bytes[0] == UInt8(ascii: "v") || bytes[start...].contains(0x2E) ? start : nil
    }

    /// `URLs` is one word, not `UR` and `Ls`.
    private mutating func joinPlural() {
        if let last = componentStarts.last, last == word.count - 2, word.last == UInt8(ascii: "s") { componentStarts.removeLast() }
    }

    /// The ranges of the components. A single letter is joined to the component after it: OAuth, iPhone.
    private static func components(_ starts: [Int], length: Int) -> [Range<Int>] {
        var components: [Range<Int>] = []
        var start = 0
        for end in starts + [length] {
            if end - start == 1, end < length { continue }
            components.append(start..<end)
            start = end
        }
        return components
    }

    private static func emit(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ role: Role, _ emit: Emit) {
        var end = min(range.upperBound, range.lowerBound + maxTermLength)
        // Truncate at a character boundary.
        while end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        emit(UnsafeBufferPointer(rebasing: bytes[range.lowerBound..<end]), role)
    }

    private mutating func endNgrams(_ emit: Emit) {
        ngramRun.withUnsafeBufferPointer { bytes in
            for index in ngramOffsets.indices where index + 1 < ngramOffsets.count || ngramOffsets.count == 1 {
                let end = index + 2 < ngramOffsets.count ? ngramOffsets[index + 2] : bytes.count
                emit(UnsafeBufferPointer(rebasing: bytes[ngramOffsets[index]..<end]), .ngram)
            }
        }
        ngramRun.removeAll(keepingCapacity: true)
        ngramOffsets.removeAll(keepingCapacity: true)
    }

    /// Decodes the character at an index.
    /// - Returns: the character and its length in bytes, which is 0 if the bytes are not UTF-8.
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
    /// The terms of a complete text.
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
