import Diagnostics
import Paths

/// Who has which name of the output. Pages, assets and redirects get their names here and nowhere else, so that none takes another's place
/// unseen, nor that of a file of kbgen's.
struct AddressBook {
    /// Who has a name.
    enum Owner {
        case kbgen
        case file(SourceFile)
        /// By the address that it leads from.
        case redirect(String)
    }

    private var pages: [SiteAddress: Owner] = [:]
    /// The folders of pages and assets, and those above them.
    private var folders: [SiteAddress: Owner] = [:]
    private var files: [OutputPath: Owner] = [:]
    /// The files of kbgen's whose place others of the site's owner take.
    private let replaced: Set<OutputPath>

    /// - Parameter replaced: the files of kbgen's whose place others of the site's owner take.
    init(replaced: Set<OutputPath> = []) { self.replaced = replaced }

    /// The longest name that file systems take, in bytes.
    private static let maxNameLength = 255
    /// The longest path that is safe below any output folder, in bytes.
    private static let maxPathLength = 2_000

    /// Whether file systems take a path.
    static func isWritable(_ path: OutputPath) -> Bool {
        path.string.utf8.count <= maxPathLength
            && path.string.utf8.split(separator: UInt8(ascii: "/")).allSatisfy { $0.count <= maxNameLength }
    }

    // MARK: Pages

    /// Who keeps a page from an address: whoever has it, or has a file where the page needs a folder. Nil if it is free.
    func owner(ofPage address: SiteAddress) -> Owner? {
        if let owner = pages[address] { return owner }
        if OutputLayout.isReserved(SiteAddress(Self.folded(address.string))) { return .kbgen }
        return fileAbove(address)
    }

    mutating func add(page address: SiteAddress, _ owner: Owner) {
        pages[address] = owner
        add(folder: address, owner)
    }

    // MARK: Files

    /// Who keeps a file from a path: whoever has it, or needs a folder of that name. Nil if it is free.
    func owner(of path: OutputPath) -> Owner? {
        if let owner = files[path] ?? folders[SiteAddress(path.string)] ?? fileAbove(path.folder) { return owner }
        // Some file systems ignore case, and some servers send a compressed file for the one without the ending.
        let plain = OutputPath(Self.uncompressed(Self.folded(path.string)))
        if OutputLayout.isOwn(plain), !replaced.contains(path) { return .kbgen }
        let isBesidePage = pages[path.folder] != nil && OutputLayout.isBesidePage(plain.name)
        let isStandaloneGuide =
            plain.name == OutputLayout.pageName && plain.folder.names.last.map(String.init) == OutputLayout.standaloneGuideName
            && pages[path.folder.parent] != nil
        return isBesidePage || isStandaloneGuide ? .kbgen : nil
    }

    private static func folded(_ path: String) -> String { path.containsByte { $0 >= 0x41 && $0 <= 0x5A } ? path.lowercased() : path }

    private static func uncompressed(_ path: String) -> String {
        guard ActiveFile.isCompressed(path), let dot = path.lastIndex(of: ".") else { return path }
        return String(path[..<dot])
    }

    mutating func add(_ path: OutputPath, _ owner: Owner) {
        files[path] = owner
        add(folder: path.folder, owner)
    }

    private mutating func add(folder: SiteAddress, _ owner: Owner) {
        var folder = folder
        while !folder.isRoot, folders[folder] == nil {
            folders[folder] = owner
            folder = folder.parent
        }
    }

    /// Who has a file at an address or above it, so that no folder can be there.
    private func fileAbove(_ address: SiteAddress) -> Owner? {
        if files.isEmpty { return nil }
        var address = address
        while !address.isRoot {
            if let owner = files[OutputPath(address.string)] { return owner }
            address = address.parent
        }
        return nil
    }
}

extension AddressBook.Owner: CustomStringConvertible {
    var description: String {
        switch self {
        case .kbgen: "kbgen itself"
        case .file(let file): "“\(file)”"
        case .redirect(let source): "the redirect from “\(source)”"
        }
    }
}
