import Diagnostics
import Files
import Markdown

/// The files that are published beside the pages: what pages show or link to, and what the settings name.
struct AssetList {
    /// In the order of their paths.
    private(set) var assets: [Asset] = []
    /// The places of assets by their paths.
    private(set) var indices: [String: Int] = [:]

    init(
        drafts: [PageDrafts.Draft], configuration: Configuration, resolver: LinkResolver, pages: [Page], diagnostics: inout [Diagnostic]
    ) {
        var paths: Set<String> = []
        for draft in drafts {
            for case .asset(let path) in draft.references { paths.insert(path) }
        }
        for name in configuration.publish {
            let found = Self.files(named: name, in: resolver.tree)
            if found.isEmpty { diagnostics.append(Self.missing(name, setting: "publish", configuration)) }
            paths.formUnion(found)
        }
        for (setting, name) in [("logo", configuration.logo), ("favicon", configuration.favicon)] {
            guard let name else { continue }
            if resolver.tree.contains(name) { paths.insert(name) } else { diagnostics.append(Self.missing(name, setting: setting, configuration)) }
        }
        place(paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, pages)
    }

    private static func missing(_ name: String, setting: String, _ configuration: Configuration) -> Diagnostic {
        Diagnostic(
            .linkAsset, path: configuration.path, "“\(setting)” names “\(name)”, and the content has no such file",
            help: "write the path relative to the content folder")
    }

    private static func files(named name: String, in tree: SourceTree) -> [String] {
        if tree.contains(name) { return [name] }
        return tree.files.filter { $0.isInside(name) && !$0.isMarkdown }
    }

    /// Gives each its address: its path, with no folder hidden, since many servers and uploads leave hidden files out.
    private mutating func place(_ paths: [String], _ pages: [Page]) {
        var taken: Set<String> = ["_kb", "404.html", "sitemap.xml", "robots.txt", "llms.txt", "llms-full.txt"]
        for page in pages {
            taken.insert("index.html".joined(to: page.address))
            taken.insert("index.md".joined(to: page.address))
            var folder = page.address
            while !folder.isEmpty, taken.insert(folder).inserted { folder = folder.parentFolder }
        }
        for path in paths {
            let parts = path.split(separator: "/").map { $0.hasPrefix(".") ? $0.drop { $0 == "." } : $0 }
            var wanted = parts.joined(separator: "/")
            if wanted.hasPrefix("_kb/") { wanted = String(wanted.dropFirst()) }
            var address = wanted
            var count = 0
            while !taken.insert(address).inserted {
                count += 1
                let ending = wanted.pathExtension
                address = "\(wanted.withoutExtension)-\(count)" + (ending.isEmpty ? "" : ".\(ending)")
            }
            indices[path] = assets.count
            assets.append(Asset(path: path, address: address))
        }
    }
}
