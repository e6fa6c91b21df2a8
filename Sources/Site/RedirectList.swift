import Diagnostics

/// Old addresses that lead to pages, none of them in a page's way.
struct RedirectList {
    private(set) var redirects: [Redirect] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// - Parameter moved: the own address of the page that stands at the root.
    init(
        _ redirections: [Configuration.Redirection], moved: (address: String, page: Int)?, pages: [Page], ids: [String: Int],
        resolver: LinkResolver
    ) {
        var taken = Set(pages.map(\.address))
        if let moved, taken.insert(moved.address).inserted {
            redirects.append(Redirect(address: moved.address, target: .page(moved.page, fragment: nil)))
        }
        for redirection in redirections {
            let address = redirection.source.redirectAddress
            guard let target = Self.target(redirection.target, pages, ids, resolver) else {
                report(.redirectTarget, redirection, "the redirect leads to “\(redirection.target)”, and there is no such page", "name a page of the site")
                continue
            }
            // A page goes before a redirect: GitBook's rule.
            if taken.contains(address) {
                if target.address(pages) != address {
                    report(.redirectSource, redirection, "there is something at “\(redirection.source)” already; the redirect has no effect", "take the redirect out")
                }
            } else if address.isEmpty || address == "_kb" || address.hasPrefix("_kb/") || redirection.source.contains("*") {
                report(.redirectSource, redirection, "“\(redirection.source)” cannot be redirected from", "name one address, such as old/page")
            } else {
                taken.insert(address)
                redirects.append(Redirect(address: address, target: target))
            }
        }
    }

    private static func target(_ text: String, _ pages: [Page], _ ids: [String: Int], _ resolver: LinkResolver) -> LinkTarget? {
        switch resolver.resolve(text, role: .hyperlink, from: "").0 {
        case .external(let address): return .external(address)
        case .page(let path, let fragment):
            guard let id = ids[path] else { return nil }
            let known = fragment.flatMap { FragmentResolver.place(of: $0, in: pages[id].document)?.id }
            return .page(id, fragment: known)
        default:
            let address = text.redirectAddress
            return pages.first { $0.address == address }.map { .page($0.id, fragment: nil) }
        }
    }

    private mutating func report(_ rule: Rule, _ redirection: Configuration.Redirection, _ message: String, _ help: String) {
        diagnostics.append(Diagnostic(rule, path: redirection.path, at: redirection.position, message, help: help))
    }
}

extension LinkTarget {
    fileprivate func address(_ pages: [Page]) -> String? {
        guard case .page(let id, _) = self else { return nil }
        return pages[id].address
    }
}
