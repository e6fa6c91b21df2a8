import Content
import Diagnostics
import Paths

/// A book of mdBook (https://rust-lang.github.io/mdBook/): `book.toml`, `src/SUMMARY.md`.
struct MdBook: Generator {
    let folder: ContentPath
    let title: String
    let language: String?
    private let tree: SourceTree
    let publishesAll = false
    /// `[output.html.redirect]`: old addresses and new ones.
    private let moved: [(source: String, target: String)]

    /// Nil for a folder that is no book of mdBook.
    init?(_ tree: SourceTree, in root: ContentPath) {
        let file = root.appending("book.toml")
        guard tree.contains(file), let text = tree.text(file) else { return nil }
        var (section, values, moved): (String, [String: String], [(String, String)]) = ("", [:], [])
        // Of TOML (https://toml.io), tables and texts on one line are all that is needed.
        for line in text.split(whereSeparator: \.isNewline).map(\.trimmedSpace) {
            if line.hasPrefix("[") { section = String(line.dropFirst().prefix { $0 != "]" }); continue }
            guard let match = line.wholeMatch(of: /"?([^"=]+?)"?\s*=\s*["'](.*?)["'].*/) else { continue }
            if section == "output.html.redirect" {
                moved.append((String(match.1), String(match.2)))
            } else {
                values[section + "." + match.1] = String(match.2)
            }
        }
        title = values["book.title"] ?? ""
        language = values["book.language"].flatMap(LanguageTag.normalised)
        folder = root.resolving(values["book.src"] ?? "src")
        self.moved = moved
        self.tree = tree
    }

    func isPage(_ path: ContentPath) -> Bool { path.name != "SUMMARY.md" }

    /// `README.md` was `index.html`, any other page `name.html`.
    func urls(of path: ContentPath, _ text: SourceText) -> [String] {
        let plain = relative(path).withoutExtension
        return plain.name.lowercased() == "readme" ? [FolderImport.address(of: relative(path))] : [plain.string + ".html"]
    }

    // MARK: Text

    func converted(_ lines: [SourceLine], _ context: inout ConversionContext) -> [SourceLine] {
        var out: [SourceLine] = []
        for line in lines {
            guard line.text.contains("{{#"), let match = line.text.firstMatch(of: /\\?\{\{\s*#(\w+)\s+([^}]+?)\s*\}\}/),
                !match.0.hasPrefix("\\")
            else {
                // Between backslashes, braces are shown as they are.
                out.append(line)
                continue
            }
            switch match.1 {
            case "include", "rustdoc_include", "playground", "playpen":
                let text = included(String(match.2.prefix { $0 != " " }), from: context.path)
                if text == nil { context.findings.append((line.number, "“\(match.2)” is included, and there is no such file")) }
                let isBlock = match.1.hasPrefix("play") && !line.isCode
                if isBlock { out.append(SourceLine(text: "```rust", number: line.number, isCode: true)) }
                out += (text ?? []).map {
                    SourceLine(text: String(line.text[..<match.range.lowerBound]) + $0, number: line.number, isCode: line.isCode)
                }
                if isBlock { out.append(SourceLine(text: "```", number: line.number, isCode: true)) }
            case "title": break
            default:
                context.findings.append((line.number, "“{{#\(match.1)}}” is not known, and is left out"))
            }
        }
        out.markCode()
        // Lines that only the compiler of Rust's examples needs are hidden from readers.
        var language = ""
        out = out.filter { line in
            if line.isCode, let fence = line.text.fence { language = String(line.trimmed.dropFirst(fence.count)) }
            return !(line.isCode && language.hasPrefix("rust") && (line.trimmed == "#" || line.trimmed.hasPrefix("# ")))
        }
        var components = Components { _ in nil }
        let converted = components.converted(out)
        context.findings += components.findings
        return converted
    }

    /// The lines of a file that a reference names: all, `:2:10`, or those between the marks of an anchor.
    private func included(_ reference: String, from path: ContentPath) -> [String]? {
        let parts = reference.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard let text = tree.text(path.folder.resolving(parts[0])) else { return nil }
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        if lines.last?.isEmpty ?? false { lines.removeLast() }
        let isMark = { (line: String) in line.contains("ANCHOR:") || line.contains("ANCHOR_END:") }
        guard parts.count > 1, !(parts[1].isEmpty && parts.count == 2) else { return lines.filter { !isMark($0) } }
        if let start = Int(parts[1].isEmpty ? "1" : parts[1]) {
            let end = parts.count > 2 ? Int(parts[2]) ?? lines.count : start
            return Array(lines.dropFirst(max(0, start - 1)).prefix(max(0, min(end, lines.count) - start + 1))).filter { !isMark($0) }
        }
        let names = { (line: String, mark: String) in
            line.firstRange(of: mark).map { line[$0.upperBound...].trimmedSpace.prefix { !$0.isWhitespace } == parts[1] } ?? false
        }
        guard let start = lines.firstIndex(where: { names($0, "ANCHOR:") }) else { return nil }
        let end = lines[start...].firstIndex { names($0, "ANCHOR_END:") } ?? lines.count
        return lines[(start + 1)..<end].filter { !isMark($0) }
    }

    // MARK: Table of contents

    func navigation(_ folder: FolderImport) -> [ImportedSite.Entry] {
        let path = self.folder.appending("SUMMARY.md")
        guard let text = tree.text(path) else { return folder.entries(in: self.folder) }
        return Outline.entries(of: SourceText(text)) { folder.newPaths[self.folder.resolving($0)] }
    }

    func redirects(_ folder: FolderImport) -> [ImportedSite.Redirect] {
        moved.compactMap { source, target in
            let page = folder.pagesByURL[FolderImport.trimmed(target)]
            let new = target.contains("://") ? target : page.flatMap { folder.newPaths[$0]?.string }
            return new.map { .init(source: String(source.drop { $0 == "/" }), target: $0) }
        }
    }
}
