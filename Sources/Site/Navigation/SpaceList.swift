import Content
import Diagnostics
import Paths

/// The spaces of a content folder, as the settings, `docs.yaml` or `LANGS.md` declare them. Folders are never taken for spaces unasked.
struct SpaceList {
    /// One or more. A space at the root is the first; it has what stands in no other's folder.
    private(set) var spaces: [SpaceSettings] = []
    /// The site's title, if `docs.yaml` gives one.
    private(set) var title: String?
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether `LANGS.md` says what the spaces are. Such a book shows what is beside its translations.
    private var isBook = false

    /// - Parameter inputs: the files, and what GitBook's configuration says.
    init(_ inputs: InputManifest, _ configuration: Configuration) {
        let (tree, summary) = (inputs.tree, inputs.gitBook.summary)
        if !configuration.spaces.isEmpty {
            spaces = configuration.spaces
        } else if let yaml = tree.yaml([GitBookSite.path], "the site's structure", "the content is one space", &diagnostics) {
            let site = GitBookSite(yaml, file: tree.sourceFile(GitBookSite.path), diagnostics: &diagnostics)
            (title, spaces) = (site.title, site.spaces)
        } else if tree.file(ignoringCase: summary ?? "SUMMARY.md") == nil {
            readLanguages(tree)
            if spaces.isEmpty { proposeSpaces(tree) }
        }
        for index in spaces.indices { spaces[index].order = index }
        takeOutMissing(tree)
        spaces = spaces.map { space in
            inputs.folderConfigurations[space.folder].map { configured(space, by: $0, tree) } ?? space
        }
        addRoot()
    }

    /// `LANGS.md` of older books: a list of folders, each a translation, named by its language.
    private mutating func readLanguages(_ tree: SourceTree) {
        guard let path = tree.file(ignoringCase: "LANGS.md"), let text = try? tree.read(path) else { return }
        let file = tree.sourceFile(path)
        isBook = true
        for item in Summary(file, text).items {
            guard let destination = item.destination else { continue }
            let folder = ContentPath.root.resolving(destination)
            // An item may be a page, which the root's own table of contents lists.
            if tree.folder(ignoringCase: folder) == nil, tree.file(ignoringCase: folder) != nil { continue }
            var space = SpaceSettings()
            (space.folder, space.title, space.file, space.position) = (folder, item.label, file, item.position)
            space.language = LanguageTag.normalised(folder.name)
            spaces.append(space)
        }
    }

    /// Says how folders that look like spaces could be made some.
    private mutating func proposeSpaces(_ tree: SourceTree) {
        let books = Set(tree.files(named: "SUMMARY.md").map(\.folder) + tree.configurations.map(\.folder)).filter { $0.names.count == 1 }
            .sorted()
        guard books.count > 1 else { return }
        let list = books.map { "- folder: \($0)" }.joined(separator: ", ")
        diagnostics.append(
            Diagnostic(
                .spaceUndeclared, in: tree.sourceFile(tree.files(named: "SUMMARY.md").min() ?? books[0].appending(".gitbook.yaml")),
                "\(books.count) folders have tables of contents or settings of their own, and are shown as parts of one",
                help: "to make each a space, with its own sidebar, write “spaces:” into kbgen.yml with \(list)"))
    }

    private mutating func takeOutMissing(_ tree: SourceTree) {
        var folders: Set<ContentPath> = []
        spaces = spaces.compactMap { space in
            var space = space
            guard let folder = space.folder.isRoot ? .root : tree.folder(ignoringCase: space.folder) else {
                diagnostics.append(
                    Diagnostic(
                        .spaceMissing, in: space.file, at: space.position, "there is no folder “\(space.folder)”",
                        help: "make it, or take the space out"))
                return nil
            }
            space.folder = folder
            if folders.insert(folder).inserted { return space }
            diagnostics.append(
                Diagnostic(
                    .spaceMissing, in: space.file, at: space.position, "the folder “\(folder)” is a space already",
                    help: "take one of the two out"))
            return nil
        }
    }

    /// Takes up what `.gitbook.yaml` in a space's folder says. Its pages may be in a folder further down, and keep the space's address.
    private mutating func configured(_ space: SpaceSettings, by own: GitBookConfiguration, _ tree: SourceTree) -> SpaceSettings {
        var space = space
        let (folder, address) = (space.folder, space.address ?? SiteAddress(space.folder.string))
        func report(_ rule: Rule, _ message: String, _ help: String) {
            diagnostics.append(Diagnostic(rule, in: tree.sourceFile(folder.appending(".gitbook.yaml")), message, help: help))
        }
        let root = own.root.isRoot ? folder : tree.folder(ignoringCase: folder.appending(own.root.string))
        if root == nil {
            report(.settingType, "the root “\(own.root)” is no visible folder of the space", "the whole folder is taken as the space")
        }
        let base = root ?? folder
        space.folder = base
        space.address = address
        space.readme = own.readme.flatMap { tree.file(ignoringCase: base.appending($0.string)) }
        space.summary = own.summary.flatMap { tree.file(ignoringCase: base.appending($0.string)) }
        if let summary = own.summary, space.summary == nil {
            report(.summaryMissingPage, "there is no table of contents “\(summary)”", "the navigation follows the folders")
        }
        space.language = space.language ?? own.language.flatMap(LanguageTag.normalised)
        space.redirects = own.redirects.map { redirection in
            let target = redirection.target
            return Configuration.Redirection(
                source: address.isRoot ? redirection.source : "\(address.string)/\(redirection.source)",
                target: target.contains("://") ? target : base.appending(target).string, file: redirection.file,
                position: redirection.position)
        }
        return space
    }

    /// Makes sure that each file is in a space: what is in no other's folder belongs to one at the root.
    private mutating func addRoot() {
        if let index = spaces.firstIndex(where: \.folder.isRoot) {
            spaces.insert(spaces.remove(at: index), at: 0)
        } else {
            var root = SpaceSettings()
            root.isRest = !spaces.isEmpty
            root.showsFolders = spaces.isEmpty || isBook
            spaces.insert(root, at: 0)
        }
    }
}
