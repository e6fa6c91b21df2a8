import Diagnostics

/// The addresses of pages, no two of them the same.
struct PageAddresses {
    /// By the pages' places.
    private(set) var addresses: [String] = []
    /// The own address of the page that stands at the root in place of a README.
    private(set) var moved: (address: String, page: Int)?
    private(set) var diagnostics: [Diagnostic] = []

    init(_ drafts: [PageDrafts.Draft], resolver: LinkResolver) {
        var owners: [String: Int] = [:]
        for (id, draft) in drafts.enumerated() {
            let wanted = Self.address(of: draft.path, rootPage: resolver.rootPage)
            let address = Self.free(wanted, owners)
            if address != wanted {
                let owner = owners[wanted].map { "“\(resolver.tree.shown(drafts[$0].path))” has it" } ?? "kbgen needs it for itself"
                diagnostics.append(Diagnostic(
                    .pageAddress, path: draft.document.source.path,
                    "the page cannot have the address “\(wanted)/”: \(owner); it is published at “\(address)/”", help: "rename one of the files"))
            }
            owners[address] = id
            addresses.append(address)
        }
        if owners[""] == nil, !addresses.isEmpty {
            moved = (addresses[0], 0)
            addresses[0] = ""
        }
    }

    /// GitBook's rule: the file's path without its ending; a folder's page has the folder's.
    private static func address(of path: String, rootPage: String?) -> String {
        if path == rootPage { return "" }
        let bare = path.withoutExtension
        return ["readme", "index"].contains(bare.lastComponent.lowercased()) ? bare.parentFolder : bare
    }

    private static func free(_ wanted: String, _ owners: [String: Int]) -> String {
        func isTaken(_ address: String) -> Bool {
            owners[address] != nil || address == "_kb" || address.hasPrefix("_kb/")
        }
        guard isTaken(wanted) else { return wanted }
        let base = wanted.isEmpty ? "index" : wanted.hasPrefix("_kb") ? String(wanted.dropFirst()) : wanted
        var count = 0
        var candidate = base
        while isTaken(candidate) || candidate == wanted {
            count += 1
            candidate = "\(base)-\(count)"
        }
        return candidate
    }
}
