import Content
import Diagnostics
import Paths

/// The files that are published beside the pages: those that pages show or link to, and those that the settings name.
struct AssetList {
    /// In the order of their paths.
    private(set) var assets: [Asset] = []
    private(set) var diagnostics: [Diagnostic] = []

    private(set) var book: AddressBook
    private let resolver: LinkResolver
    private let configuration: Configuration

    /// - Parameters:
    ///   - book: who has which name before the assets.
    ///   - appearances: how the spaces look.
    init(
        _ pages: [UnresolvedPage], book: AddressBook, configuration: Configuration, appearances: [Appearance], resolver: LinkResolver
    ) {
        self.book = book
        self.resolver = resolver
        self.configuration = configuration
        var paths: Set<ContentPath> = []
        for page in pages {
            for case .asset(let path) in page.targets { paths.insert(path) }
        }
        for name in configuration.publish where name != NavigationPlan.notFoundName {
            let found = files(named: name)
            if found.isEmpty { reportMissing(name, setting: "publish") }
            paths.formUnion(found)
        }
        let looks = [configuration.appearance] + appearances
        let named = [("social-image", configuration.socialImage)] + looks.flatMap { [("logo", $0.logo), ("favicon", $0.favicon)] }
        var known: Set<ContentPath> = []
        for (setting, name) in named {
            guard let name, known.insert(name).inserted else { continue }
            if tree.contains(name) { paths.insert(name) } else { reportMissing(name, setting: setting) }
        }
        place(paths.sorted())
    }

    private var tree: SourceTree { resolver.tree }

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
    /// A name that somebody else has gets a number.
    private mutating func place(_ paths: [ContentPath]) {
        for path in paths {
            let kind = kind(of: path)
            let wanted = kind == .markup ? OutputPath(Self.output(of: path).string + ".txt") : Self.output(of: path)
            let output = free(wanted)
            if let owner = book.owner(of: wanted) {
                diagnostics.append(
                    Diagnostic(
                        .assetAddress, in: tree.sourceFile(path),
                        "the file cannot be published as “\(wanted)”, because \(owner) has that name; it is published as “\(output)”",
                        help: OutputLayout.replaceable.contains(wanted)
                            ? "if it is to take the place of kbgen's file, name it under “publish” in kbgen.yml; else rename it"
                            : "rename the file"))
            }
            book.add(output, .file(tree.sourceFile(path)))
            assets.append(Asset(path: path, output: output, isReduced: kind == .svg))
        }
    }

    private enum Kind { case plain, svg, markup }

    /// What is to be done about a file: an SVG picture is reduced, and any other page of HTML or XML gets a name by which browsers show its
    /// text, unless the site's owner vouches for it.
    private mutating func kind(of path: ContentPath) -> Kind {
        if ActiveFile.isInert(path) || resolver.isPublished(path) { return .plain }
        if path.fileExtension == "svg" { return .svg }
        guard let prefix = try? tree.readPrefix(path, 4096), ActiveFile.isMarkup(prefix) else { return .plain }
        if ActiveFile.isSVG(prefix) { return .svg }
        diagnostics.append(
            Diagnostic(
                .assetUnsafe, in: tree.sourceFile(path),
                "browsers may take the file for a web page of its own, which could run scripts on this site; it is published as plain text",
                help: "name it under “publish” in kbgen.yml if you trust it"))
        return .markup
    }

    private static func output(of path: ContentPath) -> OutputPath {
        let visible = path.names.map { $0.hasPrefix(".") ? $0.drop { $0 == "." } : $0 }.joined(separator: "/")
        let isOwn = OutputPath(visible).isInside(OutputLayout.ownFolder)
        return OutputPath(isOwn ? String(visible.dropFirst()) : visible)
    }

    private func free(_ wanted: OutputPath) -> OutputPath {
        var (output, number) = (wanted, 0)
        while book.owner(of: output) != nil {
            number += 1
            output = wanted.numbered(number)
        }
        return output
    }
}
