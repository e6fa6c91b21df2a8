/// Words in an order, as language packs write them:
///
///     ^how to fix/solve ?the problem$
///
/// `/` parts alternatives of one word, `?` marks a word that may be missing, `*` at a word's end takes any ending, `..` takes up to five words of the
/// same sentence; `^` and `$` hold a pattern to the beginning and the end of the text (marks aside).
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

    /// As written.
    let text: String
    private let elements: [Element]
    private let isAtStart: Bool
    private let isAtEnd: Bool
    private static let longestGap = 5

    init(_ text: String) {
        self.text = text
        // By bytes: packs have a thousand patterns, and are read anew by each run of the program.
        var body = Array(text.utf8)[...]
        isAtStart = body.first == UInt8(ascii: "^")
        if isAtStart { body.removeFirst() }
        isAtEnd = body.last == UInt8(ascii: "$")
        if isAtEnd { body.removeLast() }
        elements = body.split(separator: UInt8(ascii: " ")).map { part in
            if part.elementsEqual("..".utf8) { return .gap }
            let isOptional = part.first == UInt8(ascii: "?") && part.count > 1
            let choices = (isOptional ? part.dropFirst() : part).split(separator: UInt8(ascii: "/")).map { choice in
                let isStem = choice.last == UInt8(ascii: "*")
                return Choice(text: String(decoding: isStem ? choice.dropLast() : choice, as: UTF8.self), isStem: isStem)
            }
            return .word(choices, isOptional: isOptional)
        }
    }

    /// The words with which a match can begin; nil where that is not known, as with stems.
    var firstWords: [String]? {
        var words: [String] = []
        for element in elements {
            guard case .word(let choices, let isOptional) = element, !choices.contains(where: \.isStem) else { return nil }
            words += choices.map(\.text)
            if !isOptional { return words }
        }
        return nil
    }

    /// The words of which one has to be there: those of the element that is the least common, as far as length tells.
    var requiredWords: [(text: String, isStem: Bool)] {
        let required = elements.compactMap { element -> [Choice]? in
            if case .word(let choices, isOptional: false) = element { choices } else { nil }
        }
        let rarest = required.max { ($0.map(\.text.utf8.count).min() ?? 0) < ($1.map(\.text.utf8.count).min() ?? 0) }
        return (rarest ?? []).map { ($0.text, $0.isStem) }
    }

    /// Behind the match that begins at `start`, or nil.
    func end(in words: ArraySlice<Word>, at start: Int) -> Int? {
        if isAtStart, start != words.startIndex { return nil }
        return end(of: 0, in: words, at: start)
    }

    private func end(of element: Int, in words: ArraySlice<Word>, at index: Int) -> Int? {
        guard element < elements.count else {
            return !isAtEnd || words[index...].allSatisfy(\.isMark) ? index : nil
        }
        switch elements[element] {
        case .gap:
            for next in index...min(index + Self.longestGap, words.endIndex) {
                if let end = end(of: element + 1, in: words, at: next) { return end }
                if next < words.endIndex, words[next] == "." || words[next] == "?" || words[next] == "!" { return nil }
            }
            return nil
        case .word(let choices, let isOptional):
            if index < words.endIndex, choices.contains(where: { $0.matches(words[index]) }),
                let end = end(of: element + 1, in: words, at: index + 1)
            {
                return end
            }
            return isOptional ? end(of: element + 1, in: words, at: index) : nil
        }
    }
}

/// Patterns that say the same. A class, as packs of many are handed on from pass to pass.
final class PatternSet: Sendable {
    private let byFirstWord: [String: [Pattern]]
    /// Of the words that a match can begin with.
    private let beginnings: WordFilter
    private let others: [Pattern]
    /// What tells of most texts that nothing matches.
    let filter: WordFilter

    /// - Parameter list: patterns, one a line or between commas.
    init(_ list: String) {
        var byFirstWord: [String: [Pattern]] = [:]
        var others: [Pattern] = []
        var (filter, beginnings) = (WordFilter(), WordFilter())
        for line in Array(list.utf8).split(whereSeparator: { $0 == 0x0A || $0 == UInt8(ascii: ",") }) {
            let start = line.drop { $0 == 0x20 }
            guard let last = start.lastIndex(where: { $0 != 0x20 }) else { continue }
            let pattern = Pattern(String(decoding: start[...last], as: UTF8.self))
            for word in pattern.requiredWords { filter.insert(word.text, isStem: word.isStem) }
            guard let words = pattern.firstWords else {
                others.append(pattern)
                continue
            }
            for word in Set(words) {
                byFirstWord[word, default: []].append(pattern)
                beginnings.insert(word, isStem: false)
            }
        }
        self.byFirstWord = byFirstWord
        self.beginnings = beginnings
        self.others = others
        self.filter = filter
    }

    /// The first match: what was asked for, and where it stands.
    func match(_ words: ArraySlice<Word>) -> (pattern: String, range: Range<Int>)? {
        guard words.contains(where: { filter.contains($0.key) }) else { return nil }
        for index in words.indices { if let match = match(words, at: index) { return match } }
        return nil
    }

    /// A match at the very beginning.
    func match(prefixOf words: ArraySlice<Word>) -> (pattern: String, range: Range<Int>)? {
        words.isEmpty ? nil : match(words.prefix(8), at: words.startIndex)
    }

    private func match(_ words: ArraySlice<Word>, at index: Int) -> (pattern: String, range: Range<Int>)? {
        if beginnings.contains(words[index].key), let patterns = byFirstWord[words[index].text] {
            for pattern in patterns { if let end = pattern.end(in: words, at: index) { return (pattern.text, index..<end) } }
        }
        for pattern in others { if let end = pattern.end(in: words, at: index) { return (pattern.text, index..<end) } }
        return nil
    }

    func match(_ words: Words) -> (pattern: String, range: Range<Int>)? { match(words.all[...]) }

    func matches(_ words: Words) -> Bool { match(words) != nil }

    func matches(_ words: ArraySlice<Word>) -> Bool { match(words) != nil }
}
