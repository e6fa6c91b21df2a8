import Diagnostics
import Paths
import YAML

/// What a page says about itself in the YAML block at its head: GitBook's fields, typed, and all others as they are.
public struct FrontMatter: Sendable, Equatable {
    public var title: String?
    public var description: String?
    /// A Font Awesome name.
    public var icon: String?
    /// A picture above the title: an address relative to the page.
    public var cover: String?
    /// Not in the navigation.
    public var isHidden = false
    /// Not in the site's own search.
    public var isOutOfSearch = false
    /// Not for search engines.
    public var isOutOfRobots = false
    public var layout = Layout()
    /// The page's own variables, which expressions name `page.vars`.
    public var variables: YAMLNode?
    /// For whom the page is, as an expression.
    public var condition: String?
    /// What the page is about, in words or in the names of `tags.yaml`.
    public var tags: [String] = []
    /// The keys that kbgen does not read, as written.
    public var others: [YAMLNode.Entry] = []

    /// Which parts of a page are shown.
    public struct Layout: Sendable, Equatable {
        public var isWide = false
        public var showsTitle = true
        public var showsDescription = true
        public var showsTableOfContents = true
        public var showsOutline = true
        public var showsPagination = true
        public var showsCover = true
        public var showsMetadata = true
        public var showsActions = true
        public var showsTags = true
    }
}

extension FrontMatter {
    /// The bytes of a front matter block: its YAML and where the body begins. Nil where the text has none.
    public static func block(in bytes: [UInt8]) -> (yaml: Range<Int>, body: Int)? {
        guard let first = fence(at: 0, in: bytes), first.isOpening else { return nil }
        var line = first.next
        while line < bytes.count {
            if let close = fence(at: line, in: bytes) { return (first.next..<line, close.next) }
            line = nextLine(after: line, in: bytes)
        }
        return nil
    }

    private static func nextLine(after start: Int, in bytes: [UInt8]) -> Int {
        var index = start
        while index < bytes.count {
            if bytes.endsLine(at: index) { return index + 1 }
            index += 1
        }
        return bytes.count
    }

    /// A line of `---` (or `...`, which only closes), with white space behind it at most.
    private static func fence(at start: Int, in bytes: [UInt8]) -> (next: Int, isOpening: Bool)? {
        guard start + 3 <= bytes.count else { return nil }
        let mark = bytes[start..<(start + 3)]
        let isOpening = mark.elementsEqual("---".utf8)
        guard isOpening || mark.elementsEqual("...".utf8) else { return nil }
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
        for entry in entries {
            switch entry.key {
            case "title": title = reader.string(entry)
            case "description": description = reader.string(entry)
            case "icon": icon = reader.string(entry)
            case "cover": cover = reader.string(entry)
            case "hidden": isHidden = reader.bool(entry) ?? false
            case "noIndex": isOutOfSearch = reader.bool(entry) ?? false
            case "noRobotsIndex": isOutOfRobots = reader.bool(entry) ?? false
            case "vars": variables = entry.value
            case "if": condition = reader.string(entry)
            case "tags": tags = Self.tags(entry.value)
            case "layout": layout = Layout(entry, reader: &reader)
            default: others.append(entry)
            }
        }
        diagnostics += reader.diagnostics
    }
}

extension FrontMatter {
    /// Words, or maps with a `tag`.
    private static func tags(_ value: YAMLNode) -> [String] {
        (value.elements ?? []).compactMap { element in
            element.string ?? element.entries?.first { $0.key == "tag" }?.value.string
        }
    }
}

extension FrontMatter.Layout {
    /// GitBook's `layout` map: `width: wide` and `visible` switches. What it does not know is left alone.
    public init(_ entry: YAMLNode.Entry, reader: inout SettingReader) {
        for part in entry.value.entries ?? [] {
            if part.key == "width" {
                isWide = part.value.string == "wide"
                continue
            }
            guard let switchEntry = part.value.entries?.last(where: { $0.key == "visible" }),
                let isVisible = reader.bool(switchEntry)
            else { continue }
            switch part.key {
            case "title": showsTitle = isVisible
            case "description": showsDescription = isVisible
            case "tableOfContents": showsTableOfContents = isVisible
            case "outline": showsOutline = isVisible
            case "pagination": showsPagination = isVisible
            case "cover": showsCover = isVisible
            case "metadata": showsMetadata = isVisible
            case "actions": showsActions = isVisible
            case "tags": showsTags = isVisible
            default: break
            }
        }
    }
}
