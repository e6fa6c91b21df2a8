import Search
import Site
import Theme

extension SiteRenderer {
    /// Renders some pages, one after the other, and indexes them while their HTML is at hand.
    /// - Parameters:
    ///   - pages: the ids of the pages.
    ///   - write: takes the files of a page.
    /// - Returns: the segment of the search index for these pages.
    func renderBatch<Failure: Error>(_ pages: Range<Int>, write: ([OutputFile]) throws(Failure) -> Void) throws(Failure) -> IndexSegment {
        var index = IndexBuilder()
        for page in site.pages[pages] {
            let rendered = render(page)
            try write(rendered.files)
            if let search = rendered.search { index.add(search, body: rendered.body) }
        }
        return index.segment()
    }
}
