import Markdown
import Site
import Bytes

/// Links between addresses of one site. An address is a folder (a page) or a file, relative to the site's root.
enum RelativeURL {
    /// The way from the page at `folder` up to the site's root: `../../`, or `./` at the root itself.
    static func root(from folder: String) -> String {
        folder.isEmpty ? "./" : String(repeating: "../", count: depth(folder))
    }

    /// The way from the page at `folder` to the page at `target`, percent-encoded and ending in `/`.
    static func page(_ target: String, from folder: String) -> String {
        var url: [UInt8] = []
        write(page: target, from: folder, into: &url)
        return String(decoding: url, as: UTF8.self)
    }

    /// The way from the page at `folder` to the file at `target`, percent-encoded.
    static func file(_ target: String, from folder: String) -> String {
        var url: [UInt8] = []
        write(target, from: folder, into: &url)
        return String(decoding: url, as: UTF8.self)
    }

    /// Appends the way from the page at `folder` to the page at `target`. Nothing in it needs escaping in an attribute.
    static func write(page target: String, from folder: String, into out: inout [UInt8]) {
        if folder == target { return out.write("./") }
        write(target.isEmpty ? "" : target + "/", from: folder, into: &out)
    }

    private static func write(_ target: String, from folder: String, into out: inout [UInt8]) {
        var (target, folder) = (target, folder.isEmpty ? "" : folder + "/")
        target.withUTF8 { to in
            folder.withUTF8 { from in write(to, from, into: &out) }
        }
    }

    private static func write(_ to: UnsafeBufferPointer<UInt8>, _ from: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
        var common = 0
        var index = 0
        while index < from.count, index < to.count, from[index] == to[index] {
            index += 1
            if from[index - 1] == UInt8(ascii: "/") { common = index }
        }
        for byte in from[common...] where byte == UInt8(ascii: "/") { out.write("../") }
        let rest = to[common...]
        // A colon in the first name would be taken for a scheme's.
        let isBelow = common == from.count
        if isBelow, rest.isEmpty || rest.prefix(while: { $0 != UInt8(ascii: "/") }).contains(UInt8(ascii: ":")) { out.write("./") }
        out.write(pathEncoding: UnsafeBufferPointer(rebasing: rest))
    }

    /// An id as it stands behind `#`.
    static func fragment(_ id: String) -> String {
        var url: [UInt8] = [UInt8(ascii: "#")]
        url.write(pathEncoding: id)
        return String(decoding: url, as: UTF8.self)
    }

    private static func depth(_ folder: String) -> Int {
        folder.utf8.count { $0 == UInt8(ascii: "/") } + 1
    }
}

extension LinkTargetURL {
    /// The address of a page's output file.
    static func output(ofPage address: String) -> String { address.isEmpty ? "index.html" : address + "/index.html" }
}

/// The URLs of link targets, as seen from one page.
struct LinkTargetURL {
    let site: Site
    /// The address of the page that links.
    let folder: String

    /// Nil for a link that leads nowhere.
    func url(_ target: LinkTarget) -> String? {
        switch target {
        case .external(let address): return address
        case .asset(let index): return RelativeURL.file(site.assets[index].address, from: folder)
        case .nowhere: return nil
        case .page(let id, let fragment):
            let address = site.pages[id].address
            guard let fragment else { return RelativeURL.page(address, from: folder) }
            let id = RelativeURL.fragment(fragment)
            return address == folder ? id : RelativeURL.page(address, from: folder) + id
        }
    }
}
