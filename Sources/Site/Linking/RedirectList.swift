import Content
import Diagnostics
import Paths

/// Old addresses that lead to pages. A page always goes before a redirect, which is GitBook's rule.
struct RedirectList {
    private(set) var redirects: [Redirect] = []
    private(set) var diagnostics: [Diagnostic] = []

    private let pages: [Page]
    private let context: LoadContext
    private let fragments: FragmentResolver

    /// - Parameter moved: the page that stands at the root in place of a README, and the address that its path gives it.
    init(moved: (address: SiteAddress, page: Int)?, pages: [Page], context: LoadContext, fragments: FragmentResolver) {
        self.pages = pages
        self.context = context
        self.fragments = fragments
        var taken = Set(pages.map(\.address))
        if let moved, taken.insert(moved.address).inserted {
            redirects.append(Redirect(address: moved.address, target: .page(moved.page, fragment: nil)))
        }
        for redirection in context.redirections { add(redirection, &taken) }
    }

    private mutating func add(_ redirection: Configuration.Redirection, _ taken: inout Set<SiteAddress>) {
        let address = ContentPath.redirectAddress(redirection.source)
        guard let target = target(redirection.target) else {
            return report(
                .redirectTarget, redirection, "the redirect leads to “\(redirection.target)”, and there is no such page",
                "name a page of the site")
        }
        if taken.contains(address) {
            if case .page(let id, _) = target, pages[id].address == address { return }
            report(
                .redirectSource, redirection, "there is something at “\(redirection.source)” already; the redirect has no effect",
                "take the redirect out")
        } else if address.isRoot || OutputLayout.isReserved(address) || redirection.source.contains("*") {
            report(.redirectSource, redirection, "“\(redirection.source)” cannot be redirected from", "name one address, such as old/page")
        } else {
            taken.insert(address)
            redirects.append(Redirect(address: address, target: target))
        }
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
