import Bytes
import Content
import Labels
import Mustache
import Paths
import Site

/// The files that all pages of a site share, with their paths for the templates: styles, scripts and the navigation, under names that contain a
/// hash of their content.
struct SharedFiles: Sendable {
    private(set) var files: [OutputFile] = []
    private(set) var style: OutputPath = ""
    private(set) var boot: OutputPath = ""
    private(set) var script: OutputPath = ""
    private(set) var blocks: OutputPath = ""
    private(set) var versions: OutputPath = ""
    private(set) var notice: OutputPath = ""
    private(set) var checklist: OutputPath = ""
    private(set) var guideStart: OutputPath = ""
    /// The site's own style, by space; nil where there is none.
    private(set) var customStyle: [OutputPath?] = []
    /// By space, as are the labels.
    private(set) var search: [OutputPath] = []
    /// The navigation of each space as JSON, in the order of the spaces.
    private(set) var navigation: [OutputPath] = []
    /// The pages of search results, by space. Spaces that say the same in their interface share one.
    private(set) var searchResults: [SiteAddress] = []
    /// The feeds of updates by space; nil for a space without any.
    let feeds: [OutputPath?]
    /// The texts of the interface, for templates.
    let labels: [Value]

    /// The styles, in the order in which they are joined into one. `theme.css` declares the cascade layers of them all.
    private static let styles = ["theme.css", "blocks.css", "guide.css", "search.css"]
    /// The module that those of every folder can import.
    private static let storageModule = "storage.js"

    /// - Parameter problems: the pages with a tree, which the search offers before anything is typed.
    init(_ theme: Theme, _ site: Site, problems: [Page]) {
        feeds = site.spaces.map { space in site.hasUpdates(space) ? OutputLayout.feed(ofSpace: space.address) : nil }
        labels = site.spaces.map { space in .object(Labels.english.map { ($0.key, Value.text(space.texts[$0.key])) }) }
        let style = Self.styles.flatMap { theme.assets[$0] ?? [] }
        addGuideModules(theme, style: style + Self.customStyle(theme, site.configuration.appearance))
        for space in site.spaces.indices { addSearch(theme, site, space, problems) }
        self.style = add("theme.css", style)
        for space in site.spaces {
            let own = Self.customStyle(theme, space.appearance)
            customStyle.append(own.isEmpty ? nil : add("custom.css", own))
        }
        boot = add("boot.js", theme.assets["boot.js"] ?? [])
        addThemeModules(theme)
        for space in site.spaces {
            let tree = JSON.array(space.navigation.map { $0.json(PageURLs(site: site, page: .root)) })
            navigation.append(add("navigation.json", tree.bytes))
        }
    }

    private mutating func add(_ name: String, _ bytes: [UInt8]) -> OutputPath {
        let path = OutputLayout.hashed(name, bytes.contentHash)
        // Spaces that look alike share a file.
        if !files.contains(where: { $0.path == path }) { files.append(OutputFile(path: path, bytes: bytes)) }
        return path
    }

    /// Adds a folder with those of the theme's modules that `isIncluded` selects, the module for storage, and further files. Modules can import the
    /// others in their folder by name.
    ///
    /// - Parameter name: The folder's name, to which a hash of the contents is added.
    private mutating func add(
        modules name: String, of theme: Theme, with furtherFiles: [(name: String, bytes: [UInt8])] = [],
        where isIncluded: (String) -> Bool
    ) -> SiteAddress {
        let further = Set(furtherFiles.map(\.name))
        let modules = theme.assets.filter {
            $0.key.hasSuffix(".js") && ($0.key == Self.storageModule || isIncluded($0.key)) && !further.contains($0.key)
        }
        let sorted = (modules.map { (name: $0.key, bytes: $0.value) } + furtherFiles).sorted { $0.name < $1.name }
        let folder = OutputLayout.modules(name, sorted.flatMap(\.bytes).contentHash)
        files += sorted.map { OutputFile(path: folder.file($0.name), bytes: $0.bytes) }
        return folder
    }

    /// Adds the modules that every page loads.
    private mutating func addThemeModules(_ theme: Theme) {
        let folder = add(modules: "theme", of: theme) { ["theme.js", "blocks.js", "versions.js", "notice.js"].contains($0) }
        script = folder.file("theme.js")
        blocks = folder.file("blocks.js")
        versions = folder.file("versions.js")
        notice = folder.file("notice.js")
    }

    /// Adds the modules of guides, and one under a fixed name by which other sites embed a guide. What a page loads before its guide is opened, and
    /// what few readers need, stay files of their own.
    ///
    /// - Parameter style: The style that a guide brings to a page of another site.
    private mutating func addGuideModules(_ theme: Theme, style: [UInt8]) {
        let names = Self.names(theme) { $0.hasPrefix("guide") }
        var further = [(name: "guide.css", bytes: style)]
        var own: (String) -> Bool = { $0 == "checklist.js" || $0.hasPrefix("guide") }
        if let guide = Self.joined(theme, names, entry: "guide.js", apart: Self.guideModulesApart),
            let handover = Self.joined(theme, names, entry: "guide-handover.js", apart: Self.guideModulesApart)
        {
            further += [("guide.js", guide), ("guide-handover.js", handover)]
            own = { $0 == "checklist.js" || $0 == "guide-start.js" || Self.guideModulesApart.contains($0) }
        }
        let folder = add(modules: "guide", of: theme, with: further, where: own)
        checklist = folder.file("checklist.js")
        guideStart = folder.file("guide-start.js")
        let name = folder.names.last.map(String.init) ?? ""
        files.append(OutputFile(path: OutputLayout.guideModule, bytes: Array("import \"./\(name)/guide.js\";\n".utf8)))
    }

    /// Adds the module that starts the search on the pages of a space, which speaks its language, and names the page of its results.
    private mutating func addSearch(_ theme: Theme, _ site: Site, _ space: Int, _ problems: [Page]) {
        if let same = site.spaces[..<space].firstIndex(where: { $0.texts.isSame(as: site.spaces[space].texts) }) {
            search.append(search[same])
            searchResults.append(searchResults[same])
            return
        }
        search.append(searchModules(theme, site, space, problems))
        let first = site.isTaken(OutputLayout.searchResults) ? OutputLayout.ownSearchResults : OutputLayout.searchResults
        let own = OutputLayout.ownSearchResults.appending(site.spaces[space].language.lowercased())
        searchResults.append(space == 0 ? first : searchResults.contains(own) ? SiteAddress("\(own.string)-\(space)") : own)
    }

    private mutating func searchModules(_ theme: Theme, _ site: Site, _ space: Int, _ problems: [Page]) -> OutputPath {
        let labels = Array("export default ".utf8) + Self.searchLabels(site, site.spaces[space], problems).bytes + Array(";\n".utf8)
        let names = Self.names(theme) { $0.hasPrefix("search") }
        if let box = Self.joined(theme, names, with: ["labels.js": labels], entry: "search-box.js") {
            let folder = add(modules: "search", of: theme, with: [("search-box.js", box)]) { $0 == "search.js" }
            return folder.file("search.js")
        } else {
            return add(modules: "search", of: theme, with: [("labels.js", labels)]) { $0.hasPrefix("search") }.file("search.js")
        }
    }

    /// The modules of guides that a page and its guide share, or that few readers need.
    static let guideModulesApart: Set = [storageModule, "guide-handover.js", "guide-returns.js", "guide-steps.js", "guide-store.js"]

    /// The theme's modules that `isIncluded` selects, with the one for storage.
    private static func names(_ theme: Theme, where isIncluded: (String) -> Bool) -> [String] {
        theme.assets.keys.filter { $0.hasSuffix(".js") && ($0 == storageModule || isIncluded($0)) }
    }

    /// The module that does what `entry` does, with those that it imports; nil if they are not to be joined: a site's own modules stay files of
    /// their own, which it can debug.
    private static func joined(
        _ theme: Theme, _ names: [String], with further: [String: [UInt8]] = [:], entry: String, apart: Set<String> = []
    ) -> [UInt8]? {
        guard theme.replaced.isDisjoint(with: names) else { return nil }
        let own = Dictionary(uniqueKeysWithValues: names.map { ($0, theme.assets[$0] ?? []) })
        let modules = own.merging(further) { $1 }.mapValues { String(decoding: $0, as: UTF8.self) }
        return ModuleBundle.joined(modules, entry: entry, apart: apart.subtracting([entry])).map { Array($0.utf8) }
    }

    /// How many problems the search offers before anything is typed.
    private static let maxProblems = 6

    /// The texts of the search, by the names that its modules use.
    private static func searchLabels(_ site: Site, _ space: Space, _ problems: [Page]) -> JSON {
        let configuration = site.configuration
        let offered = problems.lazy.filter { !$0.isHidden && !$0.isExcludedFromSearch && $0.language == space.language }.prefix(maxProblems)
        func label(_ key: String) -> JSON { .string(space.texts[key]) }
        return .object([
            ("one", label("searchOne")), ("many", label("searchMany")), ("none", label("searchNone")), ("failed", label("searchFailed")),
            ("notClose", label("searchNotClose")), ("support", label("searchSupport")), ("allPages", label("allPages")),
            ("address", configuration.support.map { .string($0) } ?? .null),
            ("recent", label("searchRecent")), ("forget", label("searchForget")), ("all", label("searchAll")), ("close", label("close")),
            ("startGuide", label("searchStartGuide")), ("commonProblems", label("problems")),
            (
                "problems",
                .array(
                    offered.map { page in
                        .object([("title", .string(site.label(of: page))), ("url", .string(RelativeURL.page(page.address, from: .root)))])
                    })
            ),
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
    private static func customStyle(_ theme: Theme, _ appearance: Appearance) -> [UInt8] {
        let own = theme.assets["custom.css"] ?? []
        guard let accent = appearance.accent.flatMap(AccentColour.init) else { return own }
        let both = "@supports (color: light-dark(#000, #fff)) { :root { --kb-accent: light-dark(\(accent.onLight), \(accent.onDark)); } }"
        return Array(":root { --kb-accent: \(accent.onLight); }\n\(both)\n".utf8) + own
    }
}
