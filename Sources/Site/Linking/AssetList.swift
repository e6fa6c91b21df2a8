import Content
import Diagnostics
import Paths

/// The files that are published beside the pages: those that pages show or link to, and those that the settings name.
struct AssetList {
    /// In the order of their paths.
    private(set) var assets: [Asset] = []
    private(set) var diagnostics: [Diagnostic] = []

    private let tree: SourceTree
    private let configuration: Configuration

    init(_ pages: [UnresolvedPage], addresses: [SiteAddress], configuration: Configuration, tree: SourceTree) {
        self.tree = tree
        self.configuration = configuration
        var paths: Set<ContentPath> = []
        for page in pages {
            for case .asset(let path) in page.targets { paths.insert(path) }
        }
        for name in configuration.publish {
            let found = files(named: name)
            if found.isEmpty { reportMissing(name, setting: "publish") }
            paths.formUnion(found)
        }
        for (setting, name) in [("logo", configuration.logo), ("favicon", configuration.favicon)] {
            guard let name else { continue }
            if tree.contains(name) { paths.insert(name) } else { reportMissing(name, setting: setting) }
        }
        if !paths.isEmpty { place(paths.sorted(), OutputLayout.ReservedPaths(pages: addresses)) }
    }

    private mutating func reportMissing(_ path: ContentPath, setting: String) {
        diagnostics.append(
            Diagnostic(
                .linkAsset, in: configuration.file, "“\(setting)” names “\(path)”, and the content has no such file",
                help: "write the path relative to the content folder"))
    }

    private func files(named path: ContentPath) -> [ContentPath] {
        if path.isRoot || tree.contains(path) { return path.isRoot ? [] : [path] }
        return tree.files.filter { $0.isInside(path) && !$0.isMarkdown }
    }

    /// Gives each asset its place in the output: its path, with no hidden folders, because many servers and uploads leave hidden files out.
    /// A name that kbgen writes itself, or that another asset has, gets a number.
    private mutating func place(_ paths: [ContentPath], _ reserved: OutputLayout.ReservedPaths) {
        var taken: Set<OutputPath> = []
        for path in paths {
            let visible = path.names.map { $0.hasPrefix(".") ? $0.drop { $0 == "." } : $0 }.joined(separator: "/")
            let wanted =
                OutputPath(visible).isInside(OutputLayout.ownFolder) ? OutputPath(String(visible.dropFirst())) : OutputPath(visible)
            var output = wanted
            var number = 0
            while reserved.contains(output) || !taken.insert(output).inserted {
                number += 1
                output = wanted.numbered(number)
            }
            if reserved.contains(wanted) {
                diagnostics.append(
                    Diagnostic(
                        .assetAddress, in: tree.sourceFile(path),
                        "the file cannot be published as “\(wanted)”, a name that kbgen needs itself; it is published as “\(output)”",
                        help: "rename the file"))
            }
            assets.append(Asset(path: path, output: output))
        }
    }
}
