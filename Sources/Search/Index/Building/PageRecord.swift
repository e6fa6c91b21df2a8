import Bytes

/// The stored fields of a page: what results show of it, and what ranking needs to know.
struct PageRecord: Sendable {
    /// `[title, url, [crumb …], kind, [section …], lead]`. There is a `section` for each section except the top: `[title, anchor]`, or the
    /// title alone if `plainAnchor` derives the anchor from it.
    let json: [UInt8]
    let sectionCount: Int
    let hasGuide: Bool
    let language: String

    init(_ page: SearchPage, _ sections: [SearchSection]) {
        json =
            JSON.array([
                .string(page.title), .string(page.url), .array(page.crumbs.map(JSON.string)), .string(page.kind),
                .array(
                    sections.dropFirst().map {
                        $0.anchor == Self.plainAnchor($0.title) ? .string($0.title) : .array([.string($0.title), .string($0.anchor)])
                    }),
                .string(page.lead),
            ]).bytes
        sectionCount = sections.count
        hasGuide = page.hasGuide
        language = page.language
    }

    /// The anchor that most headings have: the title in lower case, with a hyphen for each run of characters that are not ASCII letters or
    /// digits.
    static func plainAnchor(_ title: String) -> String {
        var out: [UInt8] = []
        for byte in title.utf8 {
            if byte.isASCIIAlphanumeric {
                out.append(byte.asciiLowercased)
            } else if let last = out.last, last != UInt8(ascii: "-") {
                out.append(UInt8(ascii: "-"))
            }
        }
        if out.last == UInt8(ascii: "-") { out.removeLast() }
        return String(decoding: out, as: UTF8.self)
    }
}
