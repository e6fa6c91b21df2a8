import Content
import Diagnostics
import Paths

/// Redirects in a file of the content: CSV (https://www.rfc-editor.org/rfc/rfc4180) with an old address and a new one in each line. A first line
/// such as `from,to` is a heading.
enum RedirectTable {
    private static let headings: Set<String> = ["from", "old", "source"]

    static func read(
        _ configuration: Configuration, _ tree: SourceTree, _ diagnostics: inout [Diagnostic]
    ) -> [Configuration.Redirection] {
        guard let path = configuration.redirectFile else { return [] }
        guard tree.contains(path), let bytes = (try? tree.read(path)) ?? nil else {
            diagnostics.append(
                Diagnostic(
                    .linkAsset, in: configuration.file, "“redirects” names “\(path)”, and the content has no such file",
                    help: "write the path relative to the content folder"))
            return []
        }
        let file = tree.sourceFile(path)
        var redirections: [Configuration.Redirection] = []
        for (line, fields) in rows(String(decoding: bytes, as: UTF8.self)) where fields != [""] {
            let position = SourcePosition(line: line, column: 1)
            if line == 1, fields.count == 2, headings.contains(fields[0].lowercased()) { continue }
            guard fields.count == 2 else {
                diagnostics.append(
                    Diagnostic(
                        .settingType, in: file, at: position, "the line has \(fields.count) fields, and a redirect has two",
                        help: "write the old address, a comma and the new one; put an address with a comma in quotes"))
                continue
            }
            redirections.append(.init(source: fields[0], target: fields[1], file: file, position: position))
        }
        return redirections
    }

    /// The rows of a text with the lines that they begin on. A quoted field may have commas, line breaks and doubled quotes.
    static func rows(_ text: String) -> [(line: Int, fields: [String])] {
        var rows: [(line: Int, fields: [String])] = []
        var (fields, field, isQuoted) = ([String](), "", false)
        var (line, start) = (1, 1)
        var characters = text.unicodeScalars.filter { $0 != "\r" && $0 != "\u{FEFF}" }[...]
        while let scalar = characters.popFirst() {
            if scalar == "\n" { line += 1 }
            switch scalar {
            case "\"" where isQuoted && characters.first == "\"":
                characters.removeFirst()
                field.unicodeScalars.append(scalar)
            case "\"": isQuoted.toggle()
            case "," where !isQuoted, "\n" where !isQuoted:
                fields.append(field.trimmed)
                field = ""
                if scalar == "," { continue }
                rows.append((start, fields))
                (fields, start) = ([], line)
            default: field.unicodeScalars.append(scalar)
            }
        }
        return field.isEmpty && fields.isEmpty ? rows : rows + [(start, fields + [field.trimmed])]
    }
}
