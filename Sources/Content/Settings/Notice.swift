import Bytes
import YAML

/// Something that the operator of a site has to announce.
package struct Notice: Sendable, Equatable {
    package var text = ""
    /// Where a link leads, from the root of the site, and what it says.
    package var url: String?
    package var link: String?
    /// When it is shown: dates of ISO 8601.
    package var from: String?
    package var until: String?
    /// How the addresses of the pages begin that show it; all pages where it is empty.
    package var pages: [String] = []
    /// Codes of errors, one of which must stand on a page that shows it.
    package var errors: [String] = []
}

extension Notice {
    static let keys = ["errors", "from", "link", "pages", "text", "until", "url"]

    /// Reads the setting `notice`: a notice, or a list of them.
    static func notices(_ entry: YAMLNode.Entry, _ reader: inout SettingReader) -> [Notice] {
        let nodes = entry.value.elements ?? [entry.value]
        return nodes.compactMap { node in
            guard let entries = node.entries, !node.isNull else {
                if !entry.value.isNull { reader.report(entry, "a map with “text”, or a list of such maps") }
                return nil
            }
            var notice = Notice()
            reader.reportRepeated(entries)
            for entry in entries { notice.read(entry, &reader) }
            return notice
        }
    }

    private mutating func read(_ entry: YAMLNode.Entry, _ reader: inout SettingReader) {
        switch entry.key {
        case "text": text = reader.string(entry) ?? ""
        case "url": url = reader.string(entry)
        case "link": link = reader.string(entry)
        case "from": from = date(entry, &reader)
        case "until": until = date(entry, &reader)
        case "pages": pages = reader.strings(entry)
        case "errors": errors = reader.strings(entry)
        default: reader.unknown(entry, known: Self.keys, nearest: Self.keys.nearest(to: entry.key))
        }
    }

    /// A date as browsers read it: year, month and day, and a time behind a `T` with its zone.
    private func date(_ entry: YAMLNode.Entry, _ reader: inout SettingReader) -> String? {
        guard let text = reader.string(entry) else { return nil }
        let isDate =
            text.wholeMatch(of: /\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d\d:\d\d))?/) != nil
        if isDate { return text }
        reader.report(entry, "a date such as 2026-03-01, or with a time: 2026-03-01T09:30Z")
        return nil
    }

    /// The notice as pages read it.
    package var json: JSON {
        let texts = [("text", text), ("url", url), ("link", link), ("from", from), ("until", until)]
        let lists = [("pages", pages), ("errors", errors)].filter { !$0.1.isEmpty }
        return .object(
            texts.compactMap { key, value in value.map { (key, .string($0)) } } + lists.map { ($0.0, .array($0.1.map(JSON.string))) })
    }
}
