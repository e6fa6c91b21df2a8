import Bytes
import Content
import Diagnostics
import Markdown
import Paths

/// Finds the files that addresses in the content name.
package struct LinkResolver: Sendable {
    /// What the writer should know about one address.
    package struct Finding {
        package let rule: Rule
        package let message: String
        package var help: String?
    }

    let tree: SourceTree
    /// The pages that stand in place of a `README.md`, as `.gitbook.yaml` names them, by their folders.
    let firstPages: [ContentPath: ContentPath]
    /// The folders of the site's spaces.
    let spaceFolders: Set<ContentPath>
    /// Old addresses and the references to where they lead.
    let redirects: [SiteAddress: String]
    /// Where GitBook's spaces are, by their ids: a base URL elsewhere, or a folder of the content.
    let gitBookSpaces: [String: String]
    /// Schemes of links that the site's owner allows besides those of `URLScheme`.
    let schemes: Set<String>
    /// Files and folders that the site's owner vouches for.
    let published: [ContentPath]

    /// - Parameters:
    ///   - destination: the address as the author meant it.
    ///   - path: the page that it stands on.
    package func resolve(_ destination: String, role: Link.Role, from path: ContentPath) -> (NamedTarget, Finding?) {
        let address = destination.trimmed
        if address.isEmpty { return (.nowhere, Finding(rule: .linkTarget, message: "the link has no address")) }
        // A colon may belong to a file's name.
        if let scheme = address.scheme, scheme.hasPrefix("http") || match(address, in: path.folder) == nil {
            if let (correct, finding) = misspelt(scheme: scheme, address) { return (correct, finding) }
            return resolve(scheme: scheme, address, role)
        }
        if address.hasPrefix("//") { return (.external("https:" + address), nil) }
        if address.isGitBookPlaceholder {
            return (
                .nowhere,
                Finding(
                    rule: .linkPlaceholder, message: "GitBook could not export the target of this link and wrote “\(address)” for it",
                    help: "link to the page that was meant")
            )
        }
        if address.hasPrefix("?") {
            let hash = address.firstIndex(of: "#")
            return (.page(path, fragment: hash.flatMap { fragment(address[address.index(after: $0)...]) }), nil)
        }
        if address.hasPrefix("#") { return (.page(path, fragment: fragment(address.dropFirst())), nil) }
        return resolve(local: address, role, from: path)
    }

    private func resolve(scheme: String, _ address: String, _ role: Link.Role) -> (NamedTarget, Finding?) {
        if role == .image, scheme == "data", address.lowercased().hasPrefix("data:image/") { return (.external(address), nil) }
        guard URLScheme.allowed.contains(scheme) || schemes.contains(scheme) else {
            let nearest = URLScheme.allowed.nearest(to: scheme).map { "did you mean “\($0):”? Otherwise " } ?? ""
            let isForbidden = URLScheme.forbidden.contains(scheme)
            return (
                .nowhere,
                Finding(
                    rule: .linkScheme, message: "addresses that begin with “\(scheme):” are not written into pages",
                    help: isForbidden
                        ? "link to a page, or to an address that begins with https:"
                        : nearest + "name “\(scheme)” under “schemes” in kbgen.yml if readers have the program for it")
            )
        }
        return resolve(gitBookAddress: address, role) ?? (.external(address), nil)
    }

    /// A link to a space, as `https://app.gitbook.com/s/ID/path` or `/o/ORG/s/ID/path`, where the site says where that is.
    private func resolve(gitBookAddress address: String, _ role: Link.Role) -> (NamedTarget, Finding?)? {
        guard !gitBookSpaces.isEmpty, address.hasPrefix("https://app.gitbook.com/"), let marker = address.firstRange(of: "/s/") else {
            return nil
        }
        let rest = address[marker.upperBound...]
        let id = rest.prefix { $0 != "/" && $0 != "#" }
        guard let base = gitBookSpaces[String(id)] else { return nil }
        let path = String(rest[id.endIndex...].drop { $0 == "/" })
        if base.contains("://") { return (.external((base.hasSuffix("/") ? base : base + "/") + path), nil) }
        let home = ContentPath.root.resolving(base)
        return resolve(local: path.isEmpty || path.hasPrefix("#") ? "./" + path : path, role, from: home.appending("README.md"))
    }

    private func fragment(_ text: Substring) -> String? {
        text.isEmpty ? nil : String(text).percentDecoded ?? String(text)
    }

    // MARK: Files

    private func resolve(local address: String, _ role: Link.Role, from path: ContentPath) -> (NamedTarget, Finding?) {
        let hash = address.utf8.firstIndex(of: UInt8(ascii: "#"))
        let file = String(address[..<(hash ?? address.endIndex)])
        let fragment = hash.flatMap { self.fragment(address[address.utf8.index(after: $0)...]) }
        let folder = path.folder
        if let match = match(file, in: folder) { return found(match, fragment, address, role) }
        for candidate in spellings(of: file).dropFirst() {
            if let match = match(candidate, in: folder) { return found(match, fragment, address, role) }
        }
        // A `#` or `?` may belong to the name.
        for candidate in spellings(of: address) {
            if let match = match(candidate, in: folder), !match.path.isMarkdown { return found(match, nil, address, role) }
        }
        if let target = redirected(file, from: folder) {
            if case .page(let path, nil) = target { return (.page(path, fragment: fragment), nil) }
            return (target, nil)
        }
        return (.nowhere, missing(file, role, from: folder))
    }

    /// A redirect may lead on to another this often, as browsers allow.
    private static let maxRedirections = 20

    /// Where an old address leads; redirects may lead on to others, but not in a circle.
    private func redirected(_ file: String, from folder: ContentPath) -> NamedTarget? {
        var address = ContentPath.redirectAddress(folder.resolving(file).string)
        for _ in 0..<Self.maxRedirections {
            guard let target = redirects[address] else { return nil }
            if target.scheme != nil { return resolve(target, role: .hyperlink, from: .root).0 }
            let path = String(target.prefix { $0 != "#" })
            if let match = match(path, in: .root) { return found(match, nil, target, .hyperlink).0 }
            address = ContentPath.redirectAddress(path)
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
        let path: ContentPath
        let isExact: Bool
    }

    /// The file that a path names: itself, a folder's page, or a page without its ending. Exact spelling goes before wrong case.
    private func match(_ address: String, in folder: ContentPath) -> Match? {
        if address.hasPrefix("/"), let book = book(of: folder), let match = match(path: book.resolving(String(address.dropFirst()))) {
            return match
        }
        return match(path: folder.resolving(address))
    }

    /// The folder with a table of contents of its own, such as a translation, that a folder is in: what begins with a slash is relative to it, where it is there.
    private func book(of folder: ContentPath) -> ContentPath? {
        if let space = spaceFolders.filter({ !$0.isRoot && folder.isInside($0) }).max(by: { $0.string.utf8.count < $1.string.utf8.count }) {
            return space
        }
        var folder = folder
        while !folder.isRoot {
            if tree.contains(folder.appending("SUMMARY.md")) { return folder }
            folder = folder.folder
        }
        return nil
    }

    private func match(path: ContentPath) -> Match? {
        if let exact = exactMatch(path) { return Match(path: exact, isExact: true) }
        return matchIgnoringCase(path).map { Match(path: $0, isExact: false) }
    }

    private func exactMatch(_ path: ContentPath) -> ContentPath? {
        if !path.isRoot, tree.contains(path) { return path }
        if tree.containsFolder(path), let page = folderPage(path) { return page }
        let page = path.adding(".md")
        if tree.contains(page) { return page }
        let bare = path.withoutExtension
        guard path.fileExtension == "html" else { return nil }
        if bare.name == "index" { return folderPage(bare.folder) }
        let renamed = bare.adding(".md")
        return tree.contains(renamed) ? renamed : nil
    }

    private func matchIgnoringCase(_ path: ContentPath) -> ContentPath? {
        if let file = tree.file(ignoringCase: path) { return file }
        if let folder = tree.folder(ignoringCase: path), let page = folderPage(folder) { return page }
        return tree.file(ignoringCase: path.adding(".md"))
    }

    /// The page of a folder.
    func folderPage(_ folder: ContentPath) -> ContentPath? {
        if let page = firstPages[folder] { return page }
        for name in ["README.md", "index.md"] {
            if let page = tree.file(ignoringCase: folder.appending(name)) { return page }
        }
        return nil
    }

    private func found(_ match: Match, _ fragment: String?, _ address: String, _ role: Link.Role) -> (NamedTarget, Finding?) {
        let finding =
            match.isExact
            ? noPicture(match.path, role)
            : Finding(
                rule: .linkCase, message: "“\(address)” is spelt in another case than the file “\(match.path)”",
                help: "spell it as the file; many web servers tell cases apart")
        if match.path.isMarkdown { return (.page(match.path, fragment: fragment), finding) }
        if let reason = ActiveFile.reason(match.path), !isPublished(match.path) {
            return (
                .nowhere,
                Finding(
                    rule: .assetUnsafe, message: "“\(match.path)” is \(reason); it is not published",
                    help: "name it under “publish” in kbgen.yml if you trust it")
            )
        }
        return (.asset(match.path), finding)
    }

    /// Whether the site's owner vouches for a file.
    func isPublished(_ path: ContentPath) -> Bool { published.contains { !$0.isRoot && path.isInside($0) } }
}

extension String {
    /// What GitBook's export writes for a page that it does not know.
    var isGitBookPlaceholder: Bool {
        self == "broken-reference" || hasPrefix("broken-reference#") || hasPrefix("broken-reference/") || hasPrefix("broken://")
            || ["pages", "spaces", "files"].contains { hasPrefix("/broken/\($0)/") || hasPrefix("broken/\($0)/") }
    }
}
