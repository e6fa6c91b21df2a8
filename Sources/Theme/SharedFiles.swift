import Bytes
import Content
import Labels
import Mustache
import Paths
import Site

/// The files that all pages of a site use, and what pages have to know of them: styles, scripts and the navigation, under names with the hash
/// of their content.
struct SharedFiles: Sendable {
    private(set) var files: [OutputFile] = []
    private(set) var style: OutputPath = ""
    private(set) var customStyle: OutputPath?
    private(set) var boot: OutputPath = ""
    private(set) var script: OutputPath = ""
    private(set) var blocks: OutputPath = ""
    private(set) var checklist: OutputPath = ""
    private(set) var guideStart: OutputPath = ""
    private(set) var search: OutputPath = ""
    /// The navigation of each space as JSON, in the order of the spaces.
    private(set) var navigation: [OutputPath] = []
    /// Where the page of search results is.
    let searchResults: SiteAddress
    /// What the interface says, for templates.
    let labels: Value

    private static let styles = ["theme.css", "blocks.css", "guide.css", "search.css"]

    init(_ theme: Theme, _ site: Site) {
        searchResults = site.isTaken(OutputLayout.searchResults) ? OutputLayout.ownSearchResults : OutputLayout.searchResults
        labels = .object(Labels.english.map { ($0.key, Value.text(site.configuration.label($0.key))) })
        let style = Self.styles.flatMap { theme.assets[$0] ?? [] }
        let customStyle = Self.customStyle(theme, site.configuration)
        addGuideModules(theme, style: style + customStyle)
        addSearchModules(theme, site.configuration)
        self.style = add("theme.css", style)
        self.customStyle = customStyle.isEmpty ? nil : add("custom.css", customStyle)
        boot = add("boot.js", theme.assets["boot.js"] ?? [])
        script = add("theme.js", theme.assets["theme.js"] ?? [])
        blocks = add("blocks.js", theme.assets["blocks.js"] ?? [])
        for space in site.spaces {
            let tree = JSON.array(space.navigation.map { $0.json(PageURLs(site: site, page: .root)) })
            navigation.append(add("navigation.json", tree.bytes))
        }
    }

    private mutating func add(_ name: String, _ bytes: [UInt8]) -> OutputPath {
        let path = OutputLayout.hashed(name, bytes.contentHash)
        files.append(OutputFile(path: path, bytes: bytes))
        return path
    }

    /// Adds modules that import one another by their names, in one folder.
    private mutating func add(modules name: String, _ contents: [(name: String, bytes: [UInt8])]) -> SiteAddress {
        let sorted = contents.sorted { $0.name < $1.name }
        let folder = OutputLayout.modules(name, sorted.flatMap(\.bytes).contentHash)
        files += sorted.map { OutputFile(path: folder.file($0.name), bytes: $0.bytes) }
        return folder
    }

    /// The modules of guides, and the one under a fixed name by which other sites embed a guide.
    private mutating func addGuideModules(_ theme: Theme, style: [UInt8]) {
        let modules = theme.assets.filter { $0.key == "checklist.js" || ($0.key.hasPrefix("guide") && $0.key.hasSuffix(".js")) }
        let folder = add(modules: "guide", modules.map { ($0.key, $0.value) } + [("guide.css", style)])
        checklist = folder.file("checklist.js")
        guideStart = folder.file("guide-start.js")
        let name = folder.names.last.map(String.init) ?? ""
        files.append(OutputFile(path: OutputLayout.guideModule, bytes: Array("import \"./\(name)/guide.js\";\n".utf8)))
    }

    private mutating func addSearchModules(_ theme: Theme, _ configuration: Configuration) {
        let modules = theme.assets.filter { $0.key.hasPrefix("search") && $0.key.hasSuffix(".js") }
        let labels = Array("export default ".utf8) + Self.searchLabels(configuration).bytes + Array(";\n".utf8)
        search = add(modules: "search", modules.map { ($0.key, $0.value) } + [("labels.js", labels)]).file("search.js")
    }

    /// What the search says, by the names that its modules use.
    private static func searchLabels(_ configuration: Configuration) -> JSON {
        func label(_ key: String) -> JSON { .string(configuration.label(key)) }
        return .object([
            ("one", label("searchOne")), ("many", label("searchMany")), ("none", label("searchNone")), ("failed", label("searchFailed")),
            ("recent", label("searchRecent")), ("forget", label("searchForget")), ("all", label("searchAll")), ("close", label("close")),
            ("startGuide", label("searchStartGuide")),
            (
                "kinds",
                .object([
                    ("troubleshooting", label("kindTroubleshooting")), ("knownError", label("kindKnownError")), ("faq", label("kindFAQ")),
                    ("procedure", label("kindProcedure")),
                ])
            ),
        ])
    }

    /// The site's own style, with its accent colour.
    private static func customStyle(_ theme: Theme, _ configuration: Configuration) -> [UInt8] {
        let own = theme.assets["custom.css"] ?? []
        guard let accent = configuration.accent else { return own }
        return Array(":root { --kb-accent: \(accent); }\n".utf8) + own
    }
}
