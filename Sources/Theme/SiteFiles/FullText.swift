import Paths
import Site

/// `llms-full.txt`: the Markdown of all pages, one after another, for language models (https://llmstxt.org).
package struct FullText: Sendable {
    package private(set) var bytes: [UInt8] = []
    /// How many bytes of it each page takes with what stands before it, in the order of the site's pages; 0 for a page that is left out.
    package private(set) var lengths: [Int] = []

    init(_ site: Site) {
        lengths.reserveCapacity(site.pages.count)
        for page in site.pages {
            let start = bytes.count
            if !page.isExcludedFromRobots { bytes += Self.piece(page, in: site, isFirst: start == 0) }
            lengths.append(bytes.count - start)
        }
    }

    /// The text of a site after some of its pages got another text.
    /// - Parameters:
    ///   - old: the text before.
    ///   - lengths: how many bytes of it each page takes.
    ///   - pages: the ids of the pages that differ.
    /// - Returns: nil if the old text does not have these lengths.
    init?(updating old: consuming [UInt8], lengths: [Int], _ site: Site, pages: [Int]) {
        guard lengths.count == site.pages.count, lengths.reduce(0, +) == old.count else { return nil }
        bytes = old
        self.lengths = lengths
        var (start, id) = (0, 0)
        for changed in pages.sorted() where !site.pages[changed].isExcludedFromRobots {
            start += self.lengths[id..<changed].reduce(0, +)
            id = changed
            let piece = Self.piece(site.pages[changed], in: site, isFirst: start == 0)
            bytes.replaceSubrange(start..<start + lengths[changed], with: piece)
            self.lengths[changed] = piece.count
        }
    }

    private static func piece(_ page: Page, in site: Site, isFirst: Bool) -> [UInt8] {
        (isFirst ? [] : Array("\n---\n\n".utf8)) + MarkdownCopy(page, in: site, from: .root).bytes
    }
}
