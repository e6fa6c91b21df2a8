import Content
import Paths

/// Which spaces of a site belong together, and where pages stand in them.
package struct VariantIndex: Sendable {
    /// Spaces that are variants of one another, such as languages and versions; a tab of the site.
    package struct Section: Sendable {
        fileprivate let id: String
        package let title: String
        /// In the order in which they are declared. The first is what the others are translations of.
        package fileprivate(set) var spaces: [Int]
    }

    /// In the order in which they are declared; empty on a site of one space.
    package private(set) var sections: [Section] = []
    /// What is shown in languages that lack a translation of it.
    package private(set) var standIns: [StandIn] = []
    /// The ids of the pages of each space, by what follows the space's address.
    private var pages: [[String: Int]] = []
    private var standInsByAddress: [SiteAddress: StandIn] = [:]
    private var standInsByPage: [Int: [StandIn]] = [:]

    init(_ spaces: [SpaceContext], _ pages: [Page], _ ranges: [Range<Int>]) {
        guard spaces.count > 1 else { return }
        self.pages = zip(spaces, ranges).map { space, range in
            Dictionary(range.map { (Self.place(pages[$0].address, in: space.address), $0) }) { first, _ in first }
        }
        let declared = spaces.indices.filter { !spaces[$0].settings.isRest && !ranges[$0].isEmpty }
        for index in declared.sorted(by: { spaces[$0].settings.order < spaces[$1].settings.order }) {
            let settings = spaces[index].settings
            if let known = sections.firstIndex(where: { $0.id == settings.sectionID ?? settings.section }) {
                sections[known].spaces.append(index)
            } else {
                sections.append(Section(id: settings.sectionID ?? settings.section, title: settings.section, spaces: [index]))
            }
        }
    }

    /// What follows a space's address in that of a page.
    package static func place(_ address: SiteAddress, in space: SiteAddress) -> String {
        guard !space.isRoot, address.string.hasPrefix(space.string) else { return address.string }
        return String(address.string.dropFirst(space.string.count).drop { $0 == "/" })
    }

    /// The id of the page at a place of a space.
    package func page(at place: String, of space: Int) -> Int? { pages[space][place] }

    /// What stands at a place of a space, whose address is given, where it lacks a translation.
    package func standIn(at place: String, of space: SiteAddress) -> StandIn? {
        standInsByAddress.isEmpty ? nil : standInsByAddress[Self.address(of: place, in: space)]
    }

    /// What stands at an address in place of a translation.
    package func standIn(at address: SiteAddress) -> StandIn? { standInsByAddress[address] }

    /// What stands in for translations of a page.
    package func standIns(of page: Int) -> [StandIn] { standInsByPage.isEmpty ? [] : standInsByPage[page] ?? [] }

    mutating func add(_ standIns: [StandIn]) {
        self.standIns = standIns
        standInsByAddress = Dictionary(standIns.map { ($0.address, $0) }) { first, _ in first }
        standInsByPage = Dictionary(grouping: standIns, by: \.page)
    }

    static func address(of place: String, in space: SiteAddress) -> SiteAddress {
        place.isEmpty || space.isRoot ? SiteAddress(space.string + place) : SiteAddress(space.string + "/" + place)
    }

    /// The section that a space is a variant of.
    package func section(of space: Int) -> Section? { sections.first { $0.spaces.contains(space) } }
}

/// A page of the original language, shown in another that has no translation of it yet.
package struct StandIn: Sendable {
    /// The id of the page in the original language.
    package let page: Int
    package let space: Int
    package let address: SiteAddress
}

/// Finds out what is translated of what.
struct Translations {
    let spaces: [SpaceContext]
    let index: VariantIndex

    /// The space in the original language that a space translates: the first of its section and version.
    private func original(of space: Int) -> Int? {
        guard let section = index.section(of: space) else { return nil }
        let first = section.spaces.first { spaces[$0].settings.version == spaces[space].settings.version }
        return first.flatMap { $0 != space && spaces[$0].language != spaces[space].language ? $0 : nil }
    }

    /// The page that a page translates.
    func original(of page: Page) -> Int? {
        original(of: page.space).flatMap { index.page(at: VariantIndex.place(page.address, in: spaces[page.space].address), of: $0) }
    }

    /// The pages that languages lack. A language that has less than half of the original's pages at their places is taken for a text of its own.
    /// - Parameter isFree: whether nothing is at an address.
    func standIns(_ pages: [Page], _ ranges: [Range<Int>], isFree: (SiteAddress) -> Bool) -> [StandIn] {
        spaces.indices.flatMap { space -> [StandIn] in
            guard let original = original(of: space) else { return [] }
            let listed = pages[ranges[original]].filter { $0.isListed && !$0.isHidden && !$0.isNotFound }
            let places = listed.map { VariantIndex.place($0.address, in: spaces[original].address) }
            let missing = zip(listed, places).filter { index.page(at: $0.1, of: space) == nil }
            guard missing.count * 2 <= listed.count else { return [] }
            return missing.compactMap { page, place in
                // A title alone shows what its own table of contents has below it.
                if page.document.isEmpty(except: page.titleHeading?.node) { return nil }
                let address = VariantIndex.address(of: place, in: spaces[space].address)
                return isFree(address) ? StandIn(page: page.id, space: space, address: address) : nil
            }
        }
    }
}
