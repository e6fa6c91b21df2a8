import Diagnostics
import Paths
import YAML

/// A page's front matter, the YAML block at its beginning: GitBook's fields, typed, and all other fields as they are.
public struct FrontMatter: Sendable, Equatable {
    public var title: String?
    public var description: String?
    /// A Font Awesome name.
    public var icon: String?
    /// The image above the title: an address relative to the page.
    public var cover: String?
    /// Whether the page is left out of the navigation.
    public var isHidden = false
    /// Whether the page is left out of the site's own search.
    public var isExcludedFromSearch = false
    /// Whether search engines are asked not to index the page.
    public var isExcludedFromRobots = false
    public var layout = Layout()
    /// The page's own variables, available to expressions as `page.vars`.
    public var variables: YAMLNode?
    /// An expression that decides which readers the page is for.
    public var condition: String?
    /// Of which text of the original a translation was made: what `Document.bodyHash` was then.
    public var translationOf: String?
    /// The day when the page last changed, as `2026-05-31`.
    public var lastUpdated: String?
    /// The page's tags: words, or names from `tags.yaml`.
    public var tags: [String] = []
    /// The keys that kbgen does not read, as written.
    public var otherFields: [YAMLNode.Entry] = []

    /// The components of a page that are shown.
    public struct Layout: Sendable, Equatable {
        public var isLanding = false
        public var isWide = false
        public var showsTitle = true
        public var showsDescription = true
        public var showsTableOfContents = true
        public var showsOutline = true
        public var showsPagination = true
        public var showsCover = true
        public var showsActions = true
        /// When the page last changed.
        public var showsMetadata = true
        public var showsTags = true
    }
}

extension FrontMatter {
    /// The byte range of the front matter's YAML and the offset of the body; nil if there is no front matter. Text between two rules is none:
    /// a page may begin with a rule.
    public static func block(in bytes: [UInt8]) -> (yaml: Range<Int>, body: Int)? {
        guard let first = fence(at: 0, in: bytes), first.isOpening else { return nil }
        var line = first.next
        while line < bytes.count {
            if let close = fence(at: line, in: bytes) {
                let yaml = first.next..<line
                return isMeant(bytes[yaml]) ? (yaml, close.next) : nil
            }
            line = nextLine(after: line, in: bytes)
        }
        return nil
    }

    /// Whether lines between fences are meant as YAML: there are none, or the first is a key, and no heading or paragraph follows a blank line.
    private static func isMeant(_ text: ArraySlice<UInt8>) -> Bool {
        let lines = text.split(omittingEmptySubsequences: false) { $0 == .lineFeed }.map { $0.drop { $0 == .carriageReturn } }
        let visible = lines.filter { !isBlank($0) }
        // A comment alone may speak of findings.
        guard let first = visible.first(where: { $0.first != .hash }) else {
            return visible.isEmpty || visible.contains { mentionsProgram($0) }
        }
        guard first.starts(with: "{".utf8) && !first.starts(with: "{%".utf8) || beginsWithKey(first) else { return false }
        for index in lines.indices.dropFirst() where isBlank(lines[index - 1]) && !isBlank(lines[index]) {
            let next = index + 1 < lines.count ? lines[index + 1] : []
            if lines[index].first == .hash ? isBlank(next) && index + 1 < lines.count : !continuesMapping(lines[index]) { return false }
        }
        return first.first == .openBrace || !isProse(visible)
    }

    private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy(\.isASCIIWhitespace) }

    private static func mentionsProgram(_ line: ArraySlice<UInt8>) -> Bool { line.firstRange(of: "kbgen", from: line.startIndex) != nil }

    /// Whether a line may stand in a list of keys.
    private static func continuesMapping(_ line: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first else { return true }
        return first.isASCIIWhitespace || first == .hyphen || first == .hash || "]}".utf8.contains(first) || beginsWithKey(line)
    }

    /// Whether lines are sentences that begin with a word and a colon, such as `Warning: do this.`, rather than fields. Those begin in lower
    /// case, or are known.
    private static func isProse(_ lines: [ArraySlice<UInt8>]) -> Bool {
        let keys = lines.filter { beginsWithKey($0) }
        return keys.allSatisfy { line in
            guard let first = line.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else { return false }
            let key = String(decoding: line.prefix { $0 != .colon }, as: UTF8.self).lowercased()
            return !knownFields.contains(key) && (line.count { $0 == .space } > 1 || lines[0].first == .hash)
        }
    }

    /// The fields of GitBook and of other generators, in lower case.
    static let knownFields: Set<String> = [
        "title", "description", "icon", "cover", "covery", "hidden", "noindex", "norobotsindex", "vars", "if", "tags", "layout", "guide",
        "date", "author", "authors", "slug", "id", "keywords", "permalink", "weight", "draft", "summary", "image", "lang", "language",
        "category", "categories", "toc", "order", "index", "head", "type", "sidebar", "template", "updated", "published", "translation-of",
        "last-updated",
    ]

    /// Whether a line is `key:` or `key: …`, as no sentence begins.
    private static func beginsWithKey(_ line: ArraySlice<UInt8>) -> Bool {
        let quoted = line.first == .quote || line.first == .apostrophe
        let key = (quoted ? line.dropFirst() : line).prefix {
            $0.isASCIIAlphanumeric || $0 == .hyphen || $0 == .underscore || $0 == .dot || $0 >= 0x80
        }
        let rest = line[key.endIndex...].drop { $0 == .quote || $0 == .apostrophe || $0 == .space }
        return !key.isEmpty && rest.first == .colon && (rest.count == 1 || rest[rest.startIndex + 1].isASCIIWhitespace)
    }

    /// What is wrong with what looks like front matter and is shown as text; nil if there is nothing of the kind.
    static func problem(in bytes: [UInt8]) -> SourceProblem? {
        let start = bytes.firstIndex { !$0.isASCIIWhitespace } ?? bytes.count
        let line = bytes[start..<nextLine(after: start, in: bytes)]
        let marker = String(decoding: line.prefix(16), as: UTF8.self).trimmed
        let next = bytes[line.endIndex..<nextLine(after: line.endIndex, in: bytes)]
        func problem(_ message: String, _ help: String) -> SourceProblem { SourceProblem(.frontMatter, start, message, help) }
        switch marker {
        case "---" where beginsWithKey(next) && !isProse([next]):
            if start > 0 {
                return problem("front matter has to begin on the first line; this is shown as text", "take out what stands before it")
            }
            return problem("the front matter is never closed and is shown as text", "put a line of three hyphens where it ends")
        case "+++" where next.contains(.equals) || next.first == .openBracket:
            return problem(
                "this is front matter in TOML, as Hugo has it; it is shown as text",
                "write it as YAML: “title: …” between two lines of three hyphens")
        case "{" where beginsWithKey(next.drop { $0 == .space || $0 == .tab }):
            return problem(
                "this is front matter in JSON, as Hugo has it; it is shown as text",
                "write it as YAML: “title: …” between two lines of three hyphens")
        case "---yaml", "--- yaml", "---yml":
            return problem("front matter begins with three hyphens alone; this is shown as text", "take out what follows the hyphens")
        case ";;;", "---json", "---toml", "--- json", "--- toml":
            return problem(
                "this is front matter in another form than YAML; it is shown as text", "write “title: …” between two lines of three hyphens"
            )
        default: return nil
        }
    }

    /// The offset after the line at `start`.
    private static func nextLine(after start: Int, in bytes: [UInt8]) -> Int {
        var index = start
        while index < bytes.count {
            if bytes.endsLine(at: index) { return index + 1 }
            index += 1
        }
        return bytes.count
    }

    /// The fence on the line at `start`: `---`, or `...`, which only closes; nil if there is none.
    private static func fence(at start: Int, in bytes: [UInt8]) -> (next: Int, isOpening: Bool)? {
        guard start + 3 <= bytes.count else { return nil }
        let marker = bytes[start..<(start + 3)]
        let isOpening = marker.elementsEqual("---".utf8)
        guard isOpening || marker.elementsEqual("...".utf8) else { return nil }
        let next = nextLine(after: start, in: bytes)
        return bytes[(start + 3)..<next].allSatisfy(\.isASCIIWhitespace) ? (next, isOpening) : nil
    }

    /// Reads the fields; a field of the wrong type is reported and left at its default.
    public init(_ yaml: YAMLNode?, file: SourceFile, diagnostics: inout [Diagnostic]) {
        guard let yaml, !yaml.isNull else { return }
        guard let entries = yaml.entries else {
            diagnostics.append(
                Diagnostic(
                    .settingType, in: file, at: yaml.position, "the front matter is no list of “key: value” lines",
                    help: "write each field on a line of its own, such as “title: Set up”"))
            return
        }
        var reader = SettingReader(file: file)
        reader.reportRepeated(entries)
        for entry in entries {
            switch entry.key {
            case "title": title = reader.string(entry)
            case "description": description = reader.string(entry)
            case "icon": icon = reader.string(entry)
            case "cover": cover = reader.string(entry)
            case "hidden": isHidden = reader.bool(entry) ?? false
            case "noIndex": isExcludedFromSearch = reader.bool(entry) ?? false
            case "translation-of": translationOf = reader.string(entry)
            case "last-updated": lastUpdated = Self.date(entry, &reader)
            case "noRobotsIndex": isExcludedFromRobots = reader.bool(entry) ?? false
            case "vars": variables = entry.value
            case "if": condition = reader.string(entry)
            case "tags": tags = Self.tags(entry.value)
            case "layout": layout = Layout(entry, reader: &reader)
            default:
                if let meant = Self.field(misspelt: entry.key) { reader.unknown(entry, known: Self.fields, nearest: meant) }
                otherFields.append(entry)
            }
        }
        diagnostics += reader.diagnostics
    }
}

extension FrontMatter {
    /// The fields that kbgen reads.
    private static let fields = [
        "title", "description", "icon", "cover", "coverY", "hidden", "noIndex", "noRobotsIndex", "vars", "if", "tags", "layout", "guide",
        "translation-of", "last-updated",
    ]

    /// The field that an unknown one was probably meant to be: it differs in case, by one letter, or by letters that changed places. Other
    /// generators' fields are none of these.
    private static func field(misspelt key: String) -> String? {
        let lower = key.lowercased()
        guard lower.utf8.count > 2, !fields.contains(key),
            !knownFields.contains(lower) || fields.contains(where: { $0.lowercased() == lower })
        else { return nil }
        let plain = lower.filter { $0 != "_" && $0 != "-" }
        guard let nearest = fields.first(where: { $0.lowercased() == plain }) ?? fields.nearest(to: lower) else { return nil }
        let meant = nearest.lowercased()
        let equal = zip(lower, meant).prefix { $0 == $1 }.count + zip(lower.reversed(), meant.reversed()).prefix { $0 == $1 }.count
        let isNear = equal >= max(lower.count, meant.count) - 1 || lower.sorted() == meant.sorted() || lower.count > 8
        return plain == meant || isNear ? nearest : nil
    }

    /// The day of a date, with or without a time.
    private static func date(_ entry: YAMLNode.Entry, _ reader: inout SettingReader) -> String? {
        guard let text = reader.string(entry) else { return nil }
        let day = String(text.prefix(10))
        if text.isDate { return day }
        reader.report(entry, "a date, such as 2026-05-31")
        return nil
    }

    /// A list of words, or of maps with the key `tag`. Each counts once.
    private static func tags(_ value: YAMLNode) -> [String] {
        var known: Set<String> = []
        return (value.elements ?? [value]).compactMap { element in
            element.string ?? element.entries?.first { $0.key == "tag" }?.value.string
        }.filter { known.insert($0).inserted }
    }
}

extension FrontMatter.Layout {
    /// Reads GitBook's `layout` map: `width: wide`, and `visible` for each component. Unknown keys are ignored. The word `landing` alone asks for
    /// kbgen's layout of first pages.
    public init(_ entry: YAMLNode.Entry, reader: inout SettingReader) {
        isLanding = entry.value.string == "landing"
        for component in entry.value.entries ?? [] {
            if component.key == "width" {
                isWide = component.value.string == "wide"
                continue
            }
            guard let switchEntry = component.value.entries?.last(where: { $0.key == "visible" }),
                let isVisible = reader.bool(switchEntry)
            else { continue }
            switch component.key {
            case "title": showsTitle = isVisible
            case "description": showsDescription = isVisible
            case "tableOfContents": showsTableOfContents = isVisible
            case "outline": showsOutline = isVisible
            case "pagination": showsPagination = isVisible
            case "cover": showsCover = isVisible
            case "actions": showsActions = isVisible
            case "metadata": showsMetadata = isVisible
            case "tags": showsTags = isVisible
            default: break
            }
        }
    }
}
