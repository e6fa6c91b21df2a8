import Content
import Diagnostics
import Paths

/// Old addresses that lead to pages. A page always goes before a redirect, which is GitBook's rule.
struct RedirectList {
    private(set) var redirects: [Redirect] = []
    private(set) var diagnostics: [Diagnostic] = []

    private(set) var book: AddressBook
    private let pages: [Page]
    private let context: LoadContext
    private let fragments: FragmentResolver

    /// - Parameters:
    ///   - moved: the pages that stand at the addresses of their spaces in place of a README, and the addresses that their paths give them.
    ///   - book: who has which name before the redirects.
    init(
        moved: [(address: SiteAddress, page: Int)], pages: [Page], book: AddressBook, context: LoadContext, fragments: FragmentResolver
    ) {
        self.pages = pages
        self.book = book
        self.context = context
        self.fragments = fragments
        redirects = moved.map { Redirect($0.address, .page($0.page, fragment: nil)) }
        for redirection in context.redirections {
            for single in expanded(redirection) { add(single) }
        }
        addRoot()
    }

    /// A redirect of a whole folder, such as `old/*` to `new/*`, as one for each page that is in the new folder; any other as it is.
    private func expanded(_ redirection: Configuration.Redirection) -> [Configuration.Redirection] {
        guard redirection.source.hasSuffix("/*"), redirection.target.hasSuffix("/*"), !redirection.target.contains("://") else {
            return [redirection]
        }
        let (old, new) = (redirection.source.dropLast(2), ContentPath.redirectAddress(String(redirection.target.dropLast(2))))
        let inside = pages.filter { new.isRoot || $0.address == new || $0.address.string.hasPrefix(new.string + "/") }
        if inside.isEmpty { return [redirection] }
        return inside.map { page in
            let rest = page.address.string.dropFirst(new.string.count).drop { $0 == "/" }
            return .init(
                source: rest.isEmpty ? String(old) : "\(old)/\(rest)", target: page.path.string, file: redirection.file,
                position: redirection.position)
        }
    }

    /// Leads from the site's root to the first space if no page is there.
    private mutating func addRoot() {
        guard book.owner(ofPage: .root) == nil,
            let home = context.spaces.lazy.compactMap({ [pages] space in pages.first { $0.address == space.address } }).first
        else { return }
        book.add(page: .root, .redirect("/"))
        redirects.append(Redirect(.root, .page(home.id, fragment: nil)))
    }

    private mutating func add(_ redirection: Configuration.Redirection) {
        if let problem = Self.problem(withSource: redirection.source) {
            return report(.redirectSource, redirection, "“\(redirection.source)” \(problem)", "write the path alone, such as old/page")
        }
        guard let target = target(redirection.target) else {
            let leadsOn = context.resolver.redirects[ContentPath.redirectAddress(redirection.target)] != nil
            return report(
                .redirectTarget, redirection,
                leadsOn
                    ? "the redirect leads to “\(redirection.target)”, which is redirected, too, in a circle or to no page"
                    : "the redirect leads to “\(redirection.target)”, and there is no such page",
                "name a page of the site")
        }
        let query = Self.query(of: redirection.target, target)
        if let fragment = missingFragment(redirection.target, target) {
            report(
                .linkFragment, redirection,
                "there is no place “#\(fragment)” on the page that the redirect leads to; it leads to the page's top",
                "name one of the page's headings")
        }
        let address = ContentPath.redirectAddress(redirection.source)
        let file = ContentPath.redirectFile(redirection.source)
        let path = file ?? OutputLayout.page(address)
        guard !redirection.source.contains("*"), AddressBook.isWritable(path), file != nil || !address.isRoot else {
            return report(
                .redirectSource, redirection, "“\(redirection.source)” cannot be redirected from", "name one address, such as old/page")
        }
        if path.string.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            return report(
                .redirectSource, redirection, "the old address has a control character", "write the path alone, such as old/page")
        }
        if path.string.split(separator: "/").contains(where: ActiveFile.isHostFile) {
            return report(
                .redirectSource, redirection, "“\(redirection.source)” is a name that hosts read; nothing is written there",
                "redirect from another address")
        }
        if let file {
            guard isFree(file, redirection) else { return }
            book.add(file, .redirect(redirection.source))
            redirects.append(Redirect(file: file, target, query: query))
            // Servers that leave out `.html` ask for the folder.
            guard book.owner(ofPage: address) == nil, !address.isRoot else { return }
        } else if !isFree(address, target, redirection) {
            return
        }
        if address == OutputLayout.searchResults {
            diagnostics.append(
                .taken(address, by: .redirect(redirection.source), in: redirection.file, at: redirection.position))
        }
        book.add(page: address, .redirect(redirection.source))
        redirects.append(Redirect(address, target, query: query))
    }

    /// Why nothing can be redirected from an address as it is written; nil for most.
    private static func problem(withSource source: String) -> String? {
        if source.contains("://") || source.hasPrefix("//") { return "names a host; a site redirects from its own addresses" }
        if source.contains("?") { return "has a query, which no file is found by" }
        if source.contains("#") { return "has a fragment, which browsers send to no server" }
        return nil
    }

    /// The query of a reference to a page, with its `?`.
    private static func query(of reference: String, _ target: ResolvedTarget) -> String {
        guard case .page = target, let mark = reference.firstIndex(of: "?") else { return "" }
        return String(reference[mark...].prefix { $0 != "#" })
    }

    private mutating func isFree(_ file: OutputPath, _ redirection: Configuration.Redirection) -> Bool {
        guard let owner = book.owner(of: file) else { return true }
        reportTaken(redirection, owner)
        return false
    }

    private mutating func isFree(_ address: SiteAddress, _ target: ResolvedTarget, _ redirection: Configuration.Redirection) -> Bool {
        guard let owner = book.owner(ofPage: address) else { return true }
        // A page whose file has another ending, say.
        if case .page(let id, _) = target, pages[id].address == address { return false }
        reportTaken(redirection, owner)
        return false
    }

    private mutating func reportTaken(_ redirection: Configuration.Redirection, _ owner: AddressBook.Owner) {
        report(
            .redirectSource, redirection, "\(owner) is at “\(redirection.source)” already; the redirect has no effect",
            "take the redirect out")
    }

    /// The fragment of a redirect's target that its page does not have.
    private func missingFragment(_ reference: String, _ target: ResolvedTarget) -> String? {
        guard case .page(_, nil) = target,
            case .page(_, let fragment?) = context.resolver.resolve(reference, role: .hyperlink, from: .root).0
        else {
            return nil
        }
        return fragment
    }

    private func target(_ reference: String) -> ResolvedTarget? {
        let named = context.resolver.resolve(reference, role: .hyperlink, from: .root).0
        switch named {
        case .external, .page:
            let target = fragments.resolve(named)
            return target == .nowhere ? nil : target
        case .asset, .nowhere:
            return fragments.index.page(at: ContentPath.redirectAddress(reference)).map { .page($0, fragment: nil) }
        }
    }

    private mutating func report(_ rule: Rule, _ redirection: Configuration.Redirection, _ message: String, _ help: String) {
        diagnostics.append(Diagnostic(rule, in: redirection.file, at: redirection.position, message, help: help))
    }
}
