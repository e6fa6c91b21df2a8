import Bytes
import Diagnostics
import Markdown

/// What an address names, before it is known which pages the site will have.
enum Reference: Sendable {
    case external(String)
    case page(path: String, fragment: String?)
    case asset(path: String)
    case nowhere
}

/// Finds the files that addresses in the content name.
struct LinkResolver: Sendable {
    /// What the writer should know about one address.
    struct Finding {
        let rule: Rule
        let message: String
        var help: String?
    }

    let tree: SourceTree
    /// Folders' own pages, by `.gitbook.yaml`: the root's may have any name.
    let rootPage: String?
    /// Old addresses and where they lead.
    let redirects: [String: String]
    let spaces: [String: String]
    /// Files and folders that the site's owner vouches for.
    let published: [String]

    /// - Parameters:
    ///   - destination: the address as the author meant it.
    ///   - path: the page that it stands on.
    func resolve(_ destination: String, role: Link.Role, from path: String) -> (Reference, Finding?) {
        let address = destination.trimmed
        if address.isEmpty { return (.nowhere, Finding(rule: .linkTarget, message: "the link has no address")) }
        // A colon may belong to a file's name.
        if let scheme = address.scheme, scheme.hasPrefix("http") || match(address, in: path.parentFolder) == nil {
            return resolve(scheme: scheme, address, role)
        }
        if address.hasPrefix("//") { return (.external("https:" + address), nil) }
        if address.isGitBookPlaceholder {
            return (.nowhere, Finding(
                rule: .linkPlaceholder, message: "GitBook could not export the target of this link and wrote “\(address)” for it",
                help: "link to the page that was meant"))
        }
        if address.hasPrefix("#") { return (.page(path: path, fragment: fragment(address.dropFirst())), nil) }
        return resolve(local: address, role, from: path)
    }

    private func resolve(scheme: String, _ address: String, _ role: Link.Role) -> (Reference, Finding?) {
        if role == .image, scheme == "data", address.lowercased().hasPrefix("data:image/") { return (.external(address), nil) }
        if URLScheme.isUnsafe(scheme) {
            return (.nowhere, Finding(rule: .linkScheme, message: "addresses that begin with “\(scheme):” are not written into pages",
                help: "link to a page, or to an address that begins with https:"))
        }
        return (.external(spaceAddress(address) ?? address), nil)
    }

    /// A link to another space, as `https://app.gitbook.com/s/ID/path` or `/o/ORG/s/ID/path`, where the site says where that is.
    private func spaceAddress(_ address: String) -> String? {
        guard !spaces.isEmpty, address.hasPrefix("https://app.gitbook.com/"), let mark = address.range(of: "/s/") else { return nil }
        let rest = address[mark.upperBound...]
        let id = rest.prefix { $0 != "/" && $0 != "#" }
        guard let base = spaces[String(id)] else { return nil }
        let path = rest[id.endIndex...].drop { $0 == "/" }
        return (base.hasSuffix("/") ? base : base + "/") + path
    }

    private func fragment(_ text: Substring) -> String? {
        text.isEmpty ? nil : String(text).percentDecoded ?? String(text)
    }

    // MARK: Files

    private func resolve(local address: String, _ role: Link.Role, from path: String) -> (Reference, Finding?) {
        let hash = address.utf8.firstIndex(of: UInt8(ascii: "#"))
        let file = String(address[..<(hash ?? address.endIndex)])
        let fragment = hash.flatMap { self.fragment(address[address.utf8.index(after: $0)...]) }
        let folder = path.parentFolder
        if let match = match(file, in: folder) { return found(match, fragment, address) }
        for candidate in spellings(of: file).dropFirst() {
            if let match = match(candidate, in: folder) { return found(match, fragment, address) }
        }
        // A `#` or `?` may belong to the name.
        for candidate in spellings(of: address) {
            if let match = match(candidate, in: folder), !match.path.isMarkdown { return found(match, nil, address) }
        }
        if let reference = redirected(file, from: folder) {
            if case .page(let path, nil) = reference { return (.page(path: path, fragment: fragment), nil) }
            return (reference, nil)
        }
        return (.nowhere, missing(file, role, from: folder))
    }

    /// Where an old address leads; redirects may lead on to others, but not in a circle.
    private func redirected(_ file: String, from folder: String) -> Reference? {
        var address = file.resolved(in: folder).redirectAddress
        for _ in 0...redirects.count {
            guard let target = redirects[address] else { return nil }
            if target.scheme != nil { return resolve(target, role: .hyperlink, from: "").0 }
            let path = String(target.prefix { $0 != "#" })
            if let match = match(path, in: "") { return found(match, nil, target).0 }
            address = path.redirectAddress
        }
        return nil
    }

    /// The ways in which a path may be meant: as written, with `%` escapes undone, without a query.
    private func spellings(of path: String) -> [String] {
        var spellings = [path]
        if let decoded = path.percentDecoded, decoded != path { spellings.append(decoded) }
        if let query = path.firstIndex(of: "?"), query > path.startIndex { spellings.append(String(path[..<query])) }
        return spellings
    }

    private struct Match {
        let path: String
        let isExact: Bool
    }

    /// The file that a path names: itself, a folder's page, or a page without its ending. Exact spelling goes before wrong case.
    private func match(_ address: String, in folder: String) -> Match? {
        if address.hasPrefix("/"), let book = book(of: folder), let match = match(path: String(address.dropFirst()).resolved(in: book)) { return match }
        return match(path: address.resolved(in: folder))
    }

    /// The folder with a table of contents of its own, such as a translation, that a folder is in: what begins with a slash is relative to it, where it is there.
    private func book(of folder: String) -> String? {
        var folder = folder
        while !folder.isEmpty {
            if tree.contains("SUMMARY.md".joined(to: folder)) { return folder }
            folder = folder.parentFolder
        }
        return nil
    }

    private func match(path: String) -> Match? {
        if let exact = exactMatch(path) { return Match(path: exact, isExact: true) }
        return matchIgnoringCase(path).map { Match(path: $0, isExact: false) }
    }

    private func exactMatch(_ path: String) -> String? {
        if !path.isEmpty, tree.contains(path) { return path }
        if tree.containsFolder(path), let page = folderPage(path) { return page }
        if tree.contains(path + ".md") { return path + ".md" }
        let bare = path.withoutExtension
        guard path.pathExtension == "html" else { return nil }
        if bare.lastComponent == "index" { return folderPage(bare.parentFolder) }
        return tree.contains(bare + ".md") ? bare + ".md" : nil
    }

    private func matchIgnoringCase(_ path: String) -> String? {
        if let file = tree.file(ignoringCase: path) { return file }
        if let folder = tree.folder(ignoringCase: path), let page = folderPage(folder) { return page }
        return tree.file(ignoringCase: path + ".md")
    }

    /// The page of a folder.
    func folderPage(_ folder: String) -> String? {
        if folder.isEmpty, let rootPage { return rootPage }
        for name in ["README.md", "index.md"] {
            if let page = tree.file(ignoringCase: name.joined(to: folder)) { return page }
        }
        return nil
    }

    private func found(_ match: Match, _ fragment: String?, _ address: String) -> (Reference, Finding?) {
        let finding = match.isExact ? nil : Finding(
            rule: .linkCase, message: "“\(address)” is spelt in another case than the file “\(match.path)”",
            help: "spell it as the file; many web servers tell cases apart")
        if match.path.isMarkdown { return (.page(path: match.path, fragment: fragment), finding) }
        if match.path.isActive, !published.contains(where: { match.path.isInside($0) }) {
            return (.nowhere, Finding(
                rule: .assetUnsafe, message: "“\(match.path)” is a web page of its own, which could run scripts on this site; it is not published",
                help: "name it under “publish” in kbgen.yml if you trust it"))
        }
        return (.asset(path: match.path), finding)
    }

    // MARK: What is missing

    private func missing(_ file: String, _ role: Link.Role, from folder: String) -> Finding {
        let path = (file.percentDecoded ?? file).resolved(in: folder)
        if role == .specification {
            return Finding(
                rule: .specificationUnreadable, message: "there is no OpenAPI file “\(file)” in the content",
                help: "put the file into the content; nothing is fetched from other hosts")
        }
        let isAsset = role == .image || role == .file || (!path.pathExtension.isEmpty && !path.isMarkdown && path.contains(".gitbook/"))
        let noun = isAsset ? "file" : "page"
        return Finding(
            rule: isAsset ? .linkAsset : .linkTarget, message: "there is no \(noun) “\(path.isEmpty ? file : path)”",
            help: suggestion(for: path, from: folder).map { "did you mean “\($0)”?" })
    }

    /// A file of the same name elsewhere, or one of a similar name in the same folder.
    private func suggestion(for path: String, from folder: String) -> String? {
        let name = path.lastComponent
        let sameName = tree.files(named: name) + tree.files(named: name + ".md")
        if let nearest = sameName.nearest(to: path) ?? sameName.first { return nearest.relative(to: folder) }
        let place = path.parentFolder
        let siblings = tree.files.lazy.filter { $0.parentFolder == place && $0.pathExtension == path.pathExtension }
        return siblings.map(\.lastComponent).nearest(to: name)?.joined(to: place).relative(to: folder)
    }
}

extension String {
    /// What GitBook's export writes for a page that it does not know.
    var isGitBookPlaceholder: Bool {
        self == "broken-reference" || hasPrefix("broken-reference#") || hasPrefix("/broken/pages/") || hasPrefix("broken-reference/")
            || hasPrefix("broken://")
    }

    var withoutSlashes: String {
        String(drop { $0 == "/" }.reversed().drop { $0 == "/" }.reversed())
    }

    /// A file that browsers run rather than show.
    var isActive: Bool { ["html", "htm", "xhtml", "xht", "shtml", "mhtml"].contains(pathExtension) }

    /// This path as a link from a folder.
    func relative(to folder: String) -> String {
        let from = folder.split(separator: "/")
        let to = split(separator: "/")
        var common = 0
        while common < from.count, common < to.count - 1, from[common] == to[common] { common += 1 }
        let parts = Array(repeating: Substring(".."), count: from.count - common) + to[common...]
        return parts.joined(separator: "/")
    }
}
