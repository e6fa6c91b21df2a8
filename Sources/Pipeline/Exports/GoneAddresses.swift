import Checks
import Content
import Diagnostics
import Paths
import Site

/// Addresses that pages had in the last build and have no more, where a page of the same title has another address now: readers, bookmarks and
/// search engines still ask for the old one.
struct GoneAddresses {
    private let moved: [(old: SiteAddress, page: Page)]
    private let site: Site

    /// - Parameter previous: the titles and addresses of the pages of the last build.
    init(_ previous: [(title: String, address: SiteAddress)], _ site: Site) {
        self.site = site
        let known = Set(previous.map(\.address))
        let gone = previous.filter { !site.isTaken($0.address) && !$0.title.isEmpty }
        let titles = Dictionary(grouping: gone, by: \.title)
        let new = Dictionary(grouping: site.pages.filter { !known.contains($0.address) }, by: \.title)
        moved = gone.compactMap { page in
            guard titles[page.title]?.count == 1, let pages = new[page.title], pages.count == 1 else { return nil }
            return (page.address, pages[0])
        }.sorted { $0.old.string < $1.old.string }
    }

    var count: Int { moved.count }

    var diagnostics: [Diagnostic] {
        moved.map { old, page in
            Diagnostic(
                .addressGone, in: site.configuration.file,
                "“\(old)/” was a page of the last build; “\(page.title)” is at “\(page.address.isRoot ? "" : page.address.string)/” now",
                help: "run “kbgen check --fix”, or write under “redirects”: \(Self.line(old, page))")
        }
    }

    private static func line(_ old: SiteAddress, _ page: Page) -> String { "\(quoted(old.string)): \(quoted(page.path.string))" }

    /// A path as a key or a value of YAML.
    private static func quoted(_ path: String) -> String {
        let isPlain = path.utf8.allSatisfy { $0.isASCIIAlphanumeric || "/._-".utf8.contains($0) } && path.first.map { $0.isLetter } ?? false
        return isPlain ? path : "\"" + path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// The settings with redirects from the old addresses; nil if there are none to add, or nowhere to add them.
    /// - Parameter text: the settings as they are; empty if there are none.
    func settings(_ text: String) -> String? {
        if moved.isEmpty { return nil }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last?.allSatisfy(\.isWhitespace) ?? false { lines.removeLast() }
        let new = moved.map { Self.line($0.old, $0.page) }
        guard let key = lines.firstIndex(where: { $0.hasPrefix("redirects:") }) else {
            return (lines + ["redirects:"] + new.map { "  " + $0 }).joined(separator: "\n") + "\n"
        }
        // A file of redirects, or a map on one line, is the writer's to change.
        let value = lines[key].dropFirst("redirects:".count).prefix { $0 != "#" }
        guard value.allSatisfy(\.isWhitespace) else { return nil }
        let first = lines[(key + 1)...].first { !$0.allSatisfy(\.isWhitespace) && !$0.drop { $0 == " " }.hasPrefix("#") }
        let indent = first.map { $0.prefix { $0 == " " } } ?? ""
        lines.insert(contentsOf: new.map { (indent.isEmpty ? "  " : indent) + $0 }, at: key + 1)
        return lines.joined(separator: "\n") + "\n"
    }
}
