import Diagnostics
import Paths

/// The addresses of pages, each different from all others.
struct PageAddresses {
    /// By page id.
    private(set) var addresses: [SiteAddress] = []
    private(set) var book: AddressBook
    /// The pages that were moved to the addresses of their spaces because there is no README, and the addresses that their paths give them.
    private(set) var moved: [(address: SiteAddress, page: Int)] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// - Parameter book: who has which name before the pages.
    init(_ pages: [UnresolvedPage], context: LoadContext, book: AddressBook) {
        self.book = book
        var first: [Int: Int] = [:]
        for (id, page) in pages.enumerated() {
            let space = context.space(of: page.path)
            if first[space] == nil { first[space] = id }
            add(page, context.spaces[space], context.resolver)
        }
        for (space, id) in first.sorted(by: { $0.key < $1.key }) where !context.spaces[space].settings.isRest {
            moveFirst(id, of: context.spaces[space], pages)
        }
        reportCase(pages)
    }

    /// Gives the first page of a space the space's address if no other has it.
    private mutating func moveFirst(_ id: Int, of space: SpaceContext, _ pages: [UnresolvedPage]) {
        guard book.owner(ofPage: space.address) == nil else { return }
        moved.append((addresses[id], id))
        addresses[id] = space.address
        book.add(page: space.address, .file(pages[id].document.source.file))
    }

    private mutating func add(_ page: UnresolvedPage, _ space: SpaceContext, _ resolver: LinkResolver) {
        let file = page.document.source.file
        let wanted = Self.address(of: page.path, in: space, isFirst: resolver.firstPages[space.folder] == page.path)
        let address = free(wanted)
        if let owner = book.owner(ofPage: wanted) {
            diagnostics.append(
                Diagnostic(
                    .pageAddress, in: file,
                    "the page cannot have the address “\(wanted)/”: \(owner) has it; it is published at “\(address)/”",
                    help: "rename one of the files"))
        } else if wanted == OutputLayout.searchResults {
            diagnostics.append(.taken(wanted, by: .file(file), in: file, at: .start))
        }
        book.add(page: address, .file(file))
        addresses.append(address)
    }

    /// Many disks and some web servers do not tell upper from lower case.
    private mutating func reportCase(_ pages: [UnresolvedPage]) {
        var first: [String: Int] = [:]
        for (id, address) in addresses.enumerated() {
            let key = address.string.lowercased()
            guard let other = first[key] else {
                first[key] = id
                continue
            }
            diagnostics.append(
                Diagnostic(
                    .addressCase, in: pages[id].document.source.file,
                    "the page's address differs from that of “\(pages[other].document.source.file)” in upper and lower case alone",
                    help: "rename one of the files; many disks and some web servers do not tell the two apart"))
        }
    }

    /// GitBook's rule: the file's path without its extension. The page of a folder has the folder's address. What is in a space's folder stands
    /// below the space's address.
    private static func address(of path: ContentPath, in space: SpaceContext, isFirst: Bool) -> SiteAddress {
        if isFirst { return space.address }
        let plain = SiteAddress((path.isFolderPage ? path.folder : path.withoutExtension).string)
        guard !space.folder.isRoot, space.address.string != space.folder.string else { return plain }
        let rest = plain.string.dropFirst(space.folder.string.count).drop { $0 == "/" }
        if rest.isEmpty { return space.address }
        return SiteAddress(space.address.isRoot ? String(rest) : space.address.string + "/" + rest)
    }

    private func free(_ wanted: SiteAddress) -> SiteAddress {
        guard book.owner(ofPage: wanted) != nil else { return wanted }
        let isOwn = wanted.names.first.map { $0 == OutputLayout.ownFolder.string } ?? false
        let base = wanted.isRoot ? "index" : isOwn ? String(wanted.string.dropFirst()) : wanted.string
        var number = 0
        var candidate = SiteAddress(base)
        while book.owner(ofPage: candidate) != nil || candidate == wanted {
            number += 1
            candidate = SiteAddress("\(base)-\(number)")
        }
        return candidate
    }
}

extension Diagnostic {
    /// What a writer is told whose page or redirect has an address that kbgen would use itself.
    static func taken(_ address: SiteAddress, by owner: AddressBook.Owner, in file: SourceFile, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .addressTaken, in: file, at: position,
            "\(owner) has the address “\(address)/”, where kbgen shows search results; these are at “\(OutputLayout.ownSearchResults)/” now",
            help: "rename it if links and browsers should find the search at its usual address")
    }
}
