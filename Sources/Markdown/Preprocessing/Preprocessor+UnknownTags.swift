import Bytes

/// Tags of HTML and of GitBook that are none.
extension Preprocessor {
    /// Reports a `{% … %}` that is shown as text, once for each name: it is near a name of GitBook's, or stands alone on its line. In a
    /// sentence, it is a writer's example.
    mutating func reportUnknown(_ name: String, at start: Int, lineEnd: Int) {
        guard !isInRawTag, !name.isEmpty, !toldTags.contains(name) else { return }
        let remedy = BlockName.remedy(forUnknown: name)
        let before = text[..<start].reversed().prefix { $0 != .lineFeed && $0 != .carriageReturn }
        let isAlone = before.allSatisfy { " \t>*-+".utf8.contains($0) } && tagScanner.isOnlyTags(start..<lineEnd)
        guard isAlone || remedy != nil && !BlockName.isAlsoAWord(name) else { return }
        toldTags.insert(name)
        problems.append(
            SourceProblem(
                .blockUnknown, start, "{% \(name) %} is no block of GitBook's; it is shown as text",
                remedy ?? "take it out, or write it as code if readers are to see it"))
    }

    /// Whether the `<` at an offset begins what looks like a tag but is not HTML: `<Project Name>`, `List<String>`.
    func startsUnknownTag(at index: Int) -> Bool {
        var start = index + 1
        if start < text.count, text[start] == .slash { start += 1 }
        guard start < text.count, text[start].isASCIILetter else { return false }
        var end = start
        while end < text.count, text[end].isASCIIAlphanumeric || text[end] == .hyphen { end += 1 }
        // `<https://…>` and `<name@host>` are autolinks; `](<a b>)` and `]: <a b>` are destinations.
        guard end < text.count, text[end].isASCIIWhitespace || text[end] == .greaterThan || text[end] == .slash else { return false }
        if index > 1, text[index - 1] == .openParen, text[index - 2] == .closeBracket { return false }
        if index > 2, text[index - 1] == .space, text[index - 2] == .colon, text[index - 3] == .closeBracket { return false }
        return HTMLElement(name: text[start..<end]) == nil || hasBareWords(from: end)
    }

    /// Whether words stand in a tag that are no attributes, as in `<source file>` or `<time in seconds>`: an attribute without a value is one of
    /// a few, and a tag has no more than a line or two.
    private func hasBareWords(from start: Int) -> Bool {
        var index = start
        let limit = min(text.count, start + 300)
        while index < limit {
            while index < limit, text[index].isASCIIWhitespace { index += 1 }
            guard index < limit, text[index].isASCIILetter else { return false }
            let name = text[index..<limit].prefix { !$0.isASCIIWhitespace && $0 != .equals && $0 != .greaterThan && $0 != .lessThan }
            let next = text[name.endIndex..<limit].first { !$0.isASCIIWhitespace }
            if next == .equals { return false }
            let word = String(decoding: name.map(\.asciiLowercased), as: UTF8.self)
            if name.allSatisfy({ $0.isASCIIAlphanumeric }), !Self.booleanAttributes.contains(word) {
                return text[name.endIndex..<limit].contains(.greaterThan)
            }
            index = name.endIndex
        }
        return false
    }

    /// The attributes that need no value. https://html.spec.whatwg.org/multipage/indices.html#attributes-3
    private static let booleanAttributes: Set<String> = [
        "allowfullscreen", "alt", "async", "autofocus", "autoplay", "border", "checked", "compact", "contenteditable", "controls",
        "default", "defer", "disabled", "download", "draggable", "formnovalidate", "frameborder", "hidden", "inert", "ismap", "itemscope",
        "loop", "mozallowfullscreen", "multiple", "muted", "nomodule", "noshade", "novalidate", "nowrap", "open", "playsinline",
        "readonly", "required", "reversed", "selected", "webkitallowfullscreen",
    ]
}
