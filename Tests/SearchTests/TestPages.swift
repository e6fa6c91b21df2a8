@testable import Search

/// A xorshift generator, so that random tests are reproducible (https://en.wikipedia.org/wiki/Xorshift).
struct Random {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state >> 11
    }
}

func testPage(
    _ title: String, url: String = "a/", hasGuide: Bool = false, language: String = "en", description: String = "",
    sectionTitles: [String: String] = [:]
) -> SearchPage {
    SearchPage(
        title: title, url: url, crumbs: [], description: description, lead: "", tags: [], kind: "reference", hasGuide: hasGuide,
        language: language, sectionTitles: sectionTitles)
}

/// A segment of pages with these titles and bodies.
func segment(_ pages: [(page: SearchPage, body: String)]) -> IndexSegment {
    var builder = IndexBuilder()
    for (page, body) in pages { builder.add(page, body: Array(body.utf8)) }
    return builder.segment()
}

extension SearchIndex {
    /// The bytes of the files by their paths.
    var bytesByPath: [String: [UInt8]] { Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) }) }
}
