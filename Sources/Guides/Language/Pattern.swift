/// A sequence of words, in the syntax of the language packs:
///
///     ^how to fix/solve ?the problem$
///
/// `/` separates alternatives for one word, `?` makes a word optional, `*` at the end of a word matches any ending, and `..` matches up to
/// five words of the same sentence. `^` and `$` anchor the pattern at the beginning and the end of the text, where trailing punctuation is
/// ignored.
struct Pattern: Sendable {
    private enum Element: Sendable {
        case word([Choice], isOptional: Bool)
        case gap
    }

    private struct Choice: Sendable {
        let text: String
        let isStem: Bool

        func matches(_ word: Word) -> Bool { isStem ? word.text.hasPrefix(text) : word.text == text }
    }

    /// The pattern as written in the pack.
    let source: String
    private let elements: [Element]
    private let isAnchoredAtStart: Bool
    private let isAnchoredAtEnd: Bool
    private static let maxGap = 5

    init(_ source: String) {
        self.source = source
        // Bytes are faster than characters: packs have a thousand patterns, and every run of the program parses them.
        var body = Array(source.utf8)[...]
        isAnchoredAtStart = body.first == UInt8(ascii: "^")
        if isAnchoredAtStart { body.removeFirst() }
        isAnchoredAtEnd = body.last == UInt8(ascii: "$")
        if isAnchoredAtEnd { body.removeLast() }
        elements = body.split(separator: UInt8(ascii: " ")).map { element in
            if element.elementsEqual("..".utf8) { return .gap }
            let isOptional = element.first == UInt8(ascii: "?") && element.count > 1
            let choices = (isOptional ? element.dropFirst() : element).split(separator: UInt8(ascii: "/")).map { choice in
                let isStem = choice.last == UInt8(ascii: "*")
                return Choice(text: String(decoding: isStem ? choice.dropLast() : choice, as: UTF8.self), isStem: isStem)
            }
            return .word(choices, isOptional: isOptional)
        }
    }

    /// The words that a match can begin with; nil if they cannot be listed, because the pattern begins with a stem or a gap.
    var firstWords: [String]? {
        var words: [String] = []
        for element in elements {
            guard case .word(let choices, let isOptional) = element, !choices.contains(where: \.isStem) else { return nil }
            words += choices.map(\.text)
            if !isOptional { return words }
        }
        return nil
    }

    /// Every match contains one of these words: those of the element that is probably the rarest, judged by length.
    var requiredWords: [(text: String, isStem: Bool)] {
        let required = elements.compactMap { element -> [Choice]? in
            if case .word(let choices, isOptional: false) = element { choices } else { nil }
        }
        let rarest = required.max { ($0.map(\.text.utf8.count).min() ?? 0) < ($1.map(\.text.utf8.count).min() ?? 0) }
        return (rarest ?? []).map { ($0.text, $0.isStem) }
    }

    /// The index after the match that begins at `start`; nil if there is none.
    func matchEnd(in words: ArraySlice<Word>, at start: Int) -> Int? {
        if isAnchoredAtStart, start != words.startIndex { return nil }
        return matchEnd(from: 0, in: words, at: start)
    }

    /// Matches the elements from `element` on against the words from `index` on.
    private func matchEnd(from element: Int, in words: ArraySlice<Word>, at index: Int) -> Int? {
        guard element < elements.count else {
            return !isAnchoredAtEnd || words[index...].allSatisfy(\.isPunctuation) ? index : nil
        }
        switch elements[element] {
        case .gap:
            for next in index...min(index + Self.maxGap, words.endIndex) {
                if let end = matchEnd(from: element + 1, in: words, at: next) { return end }
                if next < words.endIndex, words[next] == "." || words[next] == "?" || words[next] == "!" { return nil }
            }
            return nil
        case .word(let choices, let isOptional):
            if index < words.endIndex, choices.contains(where: { $0.matches(words[index]) }),
                let end = matchEnd(from: element + 1, in: words, at: index + 1)
            {
                return end
            }
            return isOptional ? matchEnd(from: element + 1, in: words, at: index) : nil
        }
    }
}

/// Patterns with one meaning. A class, because language packs, which hold many sets, are passed around by value.
final class PatternSet: Sendable {
    static let empty = PatternSet("")

    private let byFirstWord: [String: [Pattern]]
    /// Patterns whose first words cannot be listed.
    private let withoutFirstWord: [Pattern]
    /// Passes the words that patterns in `byFirstWord` begin with.
    private let firstWordFilter: WordFilter
    /// Rejects most texts that no pattern matches.
    let filter: WordFilter

    /// - Parameter list: patterns, separated by line breaks or commas.
    init(_ list: String) {
        var byFirstWord: [String: [Pattern]] = [:]
        var withoutFirstWord: [Pattern] = []
        var (filter, firstWordFilter) = (WordFilter(), WordFilter())
        for line in Array(list.utf8).split(whereSeparator: { $0 == 0x0A || $0 == UInt8(ascii: ",") }) {
            let start = line.drop { $0 == 0x20 }
            guard let last = start.lastIndex(where: { $0 != 0x20 }) else { continue }
            let pattern = Pattern(String(decoding: start[...last], as: UTF8.self))
            for word in pattern.requiredWords { filter.insert(word.text, isStem: word.isStem) }
            guard let words = pattern.firstWords else {
                withoutFirstWord.append(pattern)
                continue
            }
            for word in Set(words) {
                byFirstWord[word, default: []].append(pattern)
                firstWordFilter.insert(word, isStem: false)
            }
        }
        self.byFirstWord = byFirstWord
        self.withoutFirstWord = withoutFirstWord
        self.firstWordFilter = firstWordFilter
        self.filter = filter
    }

    /// The first match: the pattern as written, and the range of the words that match.
    func match(_ words: ArraySlice<Word>) -> (pattern: String, range: Range<Int>)? {
        guard words.contains(where: { filter.contains($0.prefixKey) }) else { return nil }
        for index in words.indices { if let match = match(words, at: index) { return match } }
        return nil
    }

    /// The match that begins at the first word.
    func match(prefixOf words: ArraySlice<Word>) -> (pattern: String, range: Range<Int>)? {
        words.isEmpty ? nil : match(words.prefix(8), at: words.startIndex)
    }

    private func match(_ words: ArraySlice<Word>, at index: Int) -> (pattern: String, range: Range<Int>)? {
        if firstWordFilter.contains(words[index].prefixKey), let patterns = byFirstWord[words[index].text],
            let match = Self.match(patterns, words, at: index)
        {
            return match
        }
        return Self.match(withoutFirstWord, words, at: index)
    }

    private static func match(_ patterns: [Pattern], _ words: ArraySlice<Word>, at index: Int) -> (pattern: String, range: Range<Int>)? {
        for pattern in patterns {
            if let end = pattern.matchEnd(in: words, at: index) { return (pattern.source, index..<end) }
        }
        return nil
    }

    func match(_ words: Words) -> (pattern: String, range: Range<Int>)? { match(words.all[...]) }

    func matches(_ words: Words) -> Bool { match(words) != nil }

    func matches(_ words: ArraySlice<Word>) -> Bool { match(words) != nil }
}
