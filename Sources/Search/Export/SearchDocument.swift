import Bytes

/// A section of a page as a document for a search server.
package struct SearchDocument: Sendable {
    /// The hash of the URL. Since it is the same in every export, servers update a document instead of adding another one.
    package let id: String
    /// The section's title; empty for the page's top.
    package let section: String
    /// Relative to the site's root, percent-encoded, with the section's anchor as the fragment.
    package let url: String
    /// The section's plain text in one line, without its heading and code blocks.
    package let text: String
    /// The lines of the section's code blocks.
    package let code: String

    private let page: SearchPage

    /// The documents of a page: its top, and all sections that have text or code.
    /// - Parameter body: the page's body in HTML, as kbgen's renderer writes it.
    package static func documents(of page: SearchPage, body: [UInt8]) -> [SearchDocument] {
        var sections: [(section: SearchSection, text: [UInt8], code: [UInt8])] = [(SearchSection(anchor: ""), [], [])]
        HTMLTextReader.read(body, sectionTitles: page.sectionTitles) { event in
            let last = sections.count - 1
            switch event {
            case .section(let anchor): sections.append((SearchSection(anchor: anchor), [], []))
            case .title(let title): sections[last].section.title = title
            case .boundary: sections[last].text.append(0x20)
            case .codeEnd: sections[last].code.append(0x0A)
            case .text(_, .heading), .reference(_, .heading): break
            case .reference(let character, .codeBlock): sections[last].code.append(contentsOf: character.utf8)
            case .reference(let character, _): sections[last].text.append(contentsOf: character.utf8)
            case .text(let bytes, .codeBlock): sections[last].code.append(contentsOf: bytes)
            case .text(let bytes, _): sections[last].text.append(contentsOf: bytes)
            }
        }
        return sections.enumerated().compactMap { index, section in
            let text = normalized(section.text, separator: " ") { $0.isWhitespace }
            let code = normalized(section.code, separator: "\n") { $0.isNewline }
            guard index == 0 || !text.isEmpty || !code.isEmpty else { return nil }
            return SearchDocument(page, section.section, text: text, code: code)
        }
    }

    private init(_ page: SearchPage, _ section: SearchSection, text: String, code: String) {
        self.page = page
        self.section = section.title
        url = page.url + (section.anchor.isEmpty ? "" : "#" + section.anchor.fragmentEncoded)
        id = url.utf8.contentHash
        self.text = text
        self.code = code
    }

    /// The text with each run of separators replaced by one, and without those at both ends.
    private static func normalized(_ bytes: [UInt8], separator: String, isSeparator: (Character) -> Bool) -> String {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: isSeparator).joined(separator: separator)
    }

    package var json: JSON {
        .object([
            ("id", .string(id)), ("title", .string(page.title)), ("section", .string(section)), ("url", .string(url)),
            ("crumbs", .array(page.crumbs.map(JSON.string))),
            ("description", .string(page.description)), ("tags", .array(page.tags.map(JSON.string))), ("kind", .string(page.kind)),
            ("hasGuide", .bool(page.hasGuide)),
            ("language", .string(page.language)), ("text", .string(text)), ("code", .string(code)),
        ])
    }
}
