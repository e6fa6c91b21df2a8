import Bytes
import Paths

/// A place in a table of contents for one more entry.
struct SummaryInsertion {
    private var lines: [Substring]
    /// The index of the line before which the entry goes, and the white space in front of it.
    private let index: Int
    private let indent: String
    /// The folder of the pages beside it, relative to that of the table of contents; nil if there are none.
    let folder: ContentPath?

    /// The end of the table.
    init(atEndOf text: String) {
        lines = Self.lines(text)
        index = lines.count
        indent = ""
        folder = nil
    }

    /// The end of a group, or below a page.
    /// - Parameters:
    ///   - text: the table.
    ///   - name: the title of the group, or the title or the file of the page.
    /// - Returns: nil if the table has neither.
    init?(under name: String, in text: String) {
        let lines = Self.lines(text)
        let wanted = name.lowercased()
        if let heading = lines.firstIndex(where: { Self.group($0)?.lowercased() == wanted }) {
            let next = lines[(heading + 1)...].firstIndex { Self.group($0) != nil } ?? lines.count
            let last = lines[heading..<next].lastIndex { !$0.allSatisfy(\.isWhitespace) } ?? heading
            index = last + 1
            indent = ""
            folder = lines[heading..<next].lazy.compactMap(Self.item).first?.file.folder
        } else if let page = lines.firstIndex(where: { Self.item($0).map { Self.names($0).contains(wanted) } ?? false }),
            let item = Self.item(lines[page])
        {
            let below = lines[(page + 1)...].prefix { line in
                line.allSatisfy(\.isWhitespace) || Self.group(line) == nil && Self.indent(line).count > Self.indent(lines[page]).count
            }
            let last = below.lastIndex { !$0.allSatisfy(\.isWhitespace) }
            index = (last ?? page) + 1
            let own = Self.indent(lines[page])
            indent = below.first { Self.item($0) != nil }.map(Self.indent) ?? own + "  "
            folder = item.file.folder
        } else {
            return nil
        }
        self.lines = lines
    }

    /// The table with the entry.
    /// - Parameter entry: the item without what is in front of it.
    func adding(_ entry: String) -> String {
        var all = lines.map(String.init)
        let isAfterHeading = index > 0 && Self.group(lines[index - 1]) != nil
        all.insert(contentsOf: isAfterHeading ? ["", indent + entry] : [indent + entry], at: index)
        return all.joined(separator: "\n") + "\n"
    }

    // MARK: Lines

    private static func lines(_ text: String) -> [Substring] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        while lines.last?.allSatisfy(\.isWhitespace) ?? false { lines.removeLast() }
        return lines
    }

    private static func indent(_ line: Substring) -> String { String(line.prefix { $0 == " " || $0 == "\t" }) }

    /// The title of a group, from level 2 down; nil for another line.
    private static func group(_ line: Substring) -> String? {
        guard let match = line.wholeMatch(of: /#{2,6}\s+(.*?)\s*(?:<a\s[^>]*><\/a>)?\s*#*\s*/) else { return nil }
        return String(match.1)
    }

    /// The label and the file of an item; nil for another line.
    private static func item(_ line: Substring) -> (label: String, file: ContentPath)? {
        guard let match = line.wholeMatch(of: /\s*[-*+]\s+\[(.*)\]\(<?([^)>"]*?)>?(?:\s+".*")?\)\s*/) else { return nil }
        let address = String(match.2)
        return (String(match.1), ContentPath.root.resolving(address.percentDecoded ?? address))
    }

    /// What a page may be called.
    private static func names(_ item: (label: String, file: ContentPath)) -> [String] {
        [item.label, item.file.string, item.file.withoutExtension.string].map { $0.lowercased() }
    }
}
