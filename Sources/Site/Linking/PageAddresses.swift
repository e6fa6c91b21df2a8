import Diagnostics
import Paths

/// The addresses of pages, each different from all others.
struct PageAddresses {
    /// By page id.
    private(set) var addresses: [SiteAddress] = []
    /// The page that was moved to the root because there is no README, and the address that its path gives it.
    private(set) var moved: (address: SiteAddress, page: Int)?
    private(set) var diagnostics: [Diagnostic] = []

    init(_ pages: [UnresolvedPage], resolver: LinkResolver) {
        var owners: [SiteAddress: Int] = [:]
        for (id, page) in pages.enumerated() {
            let wanted = Self.address(of: page.path, rootPage: resolver.rootPage)
            let address = Self.free(wanted, owners)
            if address != wanted {
                let owner = owners[wanted].map { "“\(resolver.tree.sourceFile(pages[$0].path))” has it" } ?? "kbgen needs it for itself"
                diagnostics.append(
                    Diagnostic(
                        .pageAddress, in: page.document.source.file,
                        "the page cannot have the address “\(wanted)/”: \(owner); it is published at “\(address)/”",
                        help: "rename one of the files"))
            }
            owners[address] = id
            addresses.append(address)
        }
        if owners[.root] == nil, !addresses.isEmpty {
            moved = (addresses[0], 0)
            addresses[0] = .root
        }
    }

    /// GitBook's rule: the file's path without its extension. The page of a folder has the folder's address.
    private static func address(of path: ContentPath, rootPage: ContentPath?) -> SiteAddress {
        if path == rootPage { return .root }
        return SiteAddress((path.isFolderPage ? path.folder : path.withoutExtension).string)
    }

    private static func free(_ wanted: SiteAddress, _ owners: [SiteAddress: Int]) -> SiteAddress {
        func isTaken(_ address: SiteAddress) -> Bool { owners[address] != nil || OutputLayout.isReserved(address) }
        guard isTaken(wanted) else { return wanted }
        let isOwn = wanted.names.first.map { $0 == OutputLayout.ownFolder.string } ?? false
        let base = wanted.isRoot ? "index" : isOwn ? String(wanted.string.dropFirst()) : wanted.string
        var number = 0
        var candidate = SiteAddress(base)
        while isTaken(candidate) || candidate == wanted {
            number += 1
            candidate = SiteAddress("\(base)-\(number)")
        }
        return candidate
    }
}
