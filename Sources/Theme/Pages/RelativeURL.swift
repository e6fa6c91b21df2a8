import Bytes
import Paths
import Site

/// URLs from one address of a site to another, percent-encoded.
enum RelativeURL {
    /// The way from a page up to the site's root: `../../`, or `./` at the root itself.
    static func root(from page: SiteAddress) -> String {
        page.isRoot ? "./" : String(repeating: "../", count: page.depth)
    }

    /// The way from a page to another, ending in `/`.
    static func page(_ target: SiteAddress, from page: SiteAddress) -> String {
        var url: [UInt8] = []
        write(page: target, from: page, into: &url)
        return String(decoding: url, as: UTF8.self)
    }

    /// The way from a page to a file.
    static func file(_ target: OutputPath, from page: SiteAddress) -> String {
        var url: [UInt8] = []
        write(target.string, from: page.string, into: &url)
        return String(decoding: url, as: UTF8.self)
    }

    /// Appends the way from a page to another. Nothing in it needs escaping in an attribute.
    static func write(page target: SiteAddress, from page: SiteAddress, into out: inout [UInt8]) {
        if page == target { return out.write("./") }
        write(target.isRoot ? "" : target.string + "/", from: page.string, into: &out)
    }

    private static func write(_ target: String, from folder: String, into out: inout [UInt8]) {
        var (target, folder) = (target, folder.isEmpty ? "" : folder + "/")
        target.withUTF8 { to in
            folder.withUTF8 { from in write(to, from, into: &out) }
        }
    }

    private static func write(_ to: UnsafeBufferPointer<UInt8>, _ from: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
        let slash = UInt8(ascii: "/")
        var common = 0
        var index = 0
        while index < from.count, index < to.count, from[index] == to[index] {
            index += 1
            if from[index - 1] == slash { common = index }
        }
        for byte in from[common...] where byte == slash { out.write("../") }
        let rest = to[common...]
        // A colon in the first name would be taken for that of a scheme.
        let isBelow = common == from.count
        if isBelow, rest.isEmpty || rest.prefix(while: { $0 != slash }).contains(UInt8(ascii: ":")) { out.write("./") }
        out.write(pathEncoding: UnsafeBufferPointer(rebasing: rest))
    }

    /// A URL with a query, which begins with `?`, before its fragment. Unchanged for an empty query.
    static func adding(query: String, to url: String) -> String {
        guard query.utf8.count > 1 else { return url }
        let hash = url.firstIndex(of: "#") ?? url.endIndex
        return url[..<hash] + query + url[hash...]
    }

    /// An id as it stands in a URL, with its `#`.
    static func fragment(_ id: String) -> String {
        var url: [UInt8] = [UInt8(ascii: "#")]
        url.write(pathEncoding: id)
        return String(decoding: url, as: UTF8.self)
    }
}

/// The URLs of link targets as seen from one page.
struct PageURLs {
    let site: Site
    /// The address of the page that links.
    let page: SiteAddress
    /// The URL of the site's root, ending in `/`, for a page that is shown at any address. Nil for URLs that are relative to the page.
    var root: String?

    /// Nil for a link that leads nowhere.
    func url(_ target: ResolvedTarget) -> String? {
        guard let root else { return relativeURL(target) }
        let url = PageURLs(site: site, page: .root).relativeURL(target)
        if case .external = target { return url }
        return url.map { $0.hasPrefix("#") ? $0 : root + ($0.hasPrefix("./") ? String($0.dropFirst(2)) : $0) }
    }

    private func relativeURL(_ target: ResolvedTarget) -> String? {
        switch target {
        case .external(let url): return url
        case .asset(let index): return RelativeURL.file(site.assets[index].output, from: page)
        case .nowhere: return nil
        case .page(let id, let fragment):
            let address = site.pages[id].address
            guard let fragment else { return RelativeURL.page(address, from: page) }
            let part = RelativeURL.fragment(fragment)
            return address == page ? part : RelativeURL.page(address, from: page) + part
        }
    }
}
