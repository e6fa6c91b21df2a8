import Diagnostics
import Paths

/// A site of another program as it was read, in the form in which it is written: GitBook-style Markdown with a table of contents.
package struct ImportedSite: Sendable {
    package var title = ""
    /// A language tag by BCP 47, where the source names one.
    package var language: String?
    package var pages: [Page] = []
    package var navigation: [Entry] = []
    /// Further lines of `kbgen.yml`.
    package var settings: [String] = []
    /// The languages of the site, each in a folder of its own; empty where there is one.
    package var spaces: [Space] = []
    /// The files that are copied, by their paths in the new content.
    package var assets: [ContentPath: Asset] = [:]
    /// Old addresses that differ from the new ones, and the pages or patterns that they lead to.
    package var redirects: [Redirect] = []
    /// What could not be kept, and where it was.
    package var findings: [Diagnostic] = []

    package struct Page: Sendable {
        /// Where it is written, in the new content.
        package var path: ContentPath
        /// The lines of its front matter, without the fences.
        package var frontMatter: [String] = []
        /// GitBook-style Markdown.
        package var text: String
        /// Whether it is not to be published: it is written beside the content.
        package var isDraft = false

        /// Its title: of the front matter, its first heading, or its file.
        package var title: String {
            let text = SourceText("---\n" + frontMatter.joined(separator: "\n") + "\n---\n" + text)
            return text.field("title") ?? text.title ?? path.withoutExtension.name
        }

        /// The whole file.
        package var bytes: [UInt8] {
            let head = frontMatter.isEmpty ? "" : "---\n" + frontMatter.joined(separator: "\n") + "\n---\n\n"
            let body = text.drop { $0.isNewline }
            return Array((head + body + (body.last?.isNewline == true ? "" : "\n")).utf8)
        }
    }

    /// An entry of the table of contents; without a page and an address, it is a title alone.
    package struct Entry: Sendable {
        package var title: String
        package var page: ContentPath?
        package var url: String?
        package var children: [Entry] = []
    }

    /// The pages of one language.
    package struct Space: Sendable {
        /// In the new content; the root for the language that is beside the folders of the others.
        package let folder: ContentPath
        package let title: String
        package let language: String
        package let navigation: [Entry]
    }

    /// A file: one of the source, or one that the importer made.
    package enum Asset: Sendable {
        case file(location: String)
        case bytes([UInt8])
    }

    package struct Redirect: Sendable {
        package let source: String
        package let target: String
    }

    /// The pages that a table of contents lists.
    var listed: Set<ContentPath> {
        func listed(_ entries: [Entry]) -> [ContentPath] { entries.flatMap { [$0.page].compactMap(\.self) + listed($0.children) } }
        return Set(listed(navigation) + spaces.flatMap { listed($0.navigation) })
    }

    /// Lists the pages that no table of contents lists in a group at the end: the other program published them, too.
    mutating func listOthers() {
        let known = listed
        let others = pages.filter { page in
            // A translation is listed with those of its language, which lists what it has.
            !known.contains(page.path) && !page.isDraft && !page.path.isInside(".gitbook")
                && !spaces.contains { !$0.folder.isRoot && page.path.isInside($0.folder) }
        }
        if others.isEmpty { return }
        let sorted = others.sorted { $0.path < $1.path }
        navigation.append(Entry(title: "Other pages", children: sorted.map { Entry(title: $0.title, page: $0.path) }))
    }

    /// Adds what could not be kept.
    mutating func report(_ file: SourceFile, _ line: Int, _ message: String, help: String? = nil) {
        findings.append(Diagnostic(.importLost, in: file, at: SourcePosition(line: line, column: 1), message, help: help))
    }
}

extension ImportedSite {
    /// The tables of contents, by their files.
    package var summaries: [(path: ContentPath, text: String)] {
        let others = spaces.filter { !$0.folder.isRoot }.map {
            ($0.folder.appending("SUMMARY.md"), Self.summary($0.navigation, in: $0.folder))
        }
        let own = navigation.isEmpty ? [] : [(ContentPath("SUMMARY.md"), Self.summary(navigation, in: .root))]
        return own + others
    }

    /// A table of contents. Entries at the top that are titles alone become groups.
    private static func summary(_ navigation: [Entry], in folder: ContentPath) -> String {
        var out = "# Table of contents\n"
        var isList = false
        let hasGroups = !navigation.drop { $0.page != nil || $0.url != nil }.contains { $0.page != nil || $0.url != nil }
        for entry in navigation {
            // What follows a group would be part of it.
            if entry.page == nil, entry.url == nil, hasGroups {
                out += "\n## \(escaped(entry.title))\n\n"
                for child in entry.children { write(child, depth: 0, folder, to: &out) }
                isList = false
            } else {
                if !isList { out += "\n" }
                write(entry, depth: 0, folder, to: &out)
                isList = true
            }
        }
        return out
    }

    private static func write(_ entry: Entry, depth: Int, _ folder: ContentPath, to out: inout String) {
        let address = entry.page?.reference(from: folder) ?? entry.url
        let target = address.map { $0.contains(where: { " ()<>".contains($0) }) ? "<\($0)>" : $0 }
        let title = escaped(entry.title)
        out += String(repeating: "  ", count: depth) + "* " + (target.map { "[\(title)](\($0))" } ?? title) + "\n"
        for child in entry.children { write(child, depth: depth + 1, folder, to: &out) }
    }

    private static func escaped(_ title: String) -> String {
        String(title.flatMap { "[]\\`*_<>".contains($0) ? ["\\", $0] : $0.isNewline ? [" "] : [$0] })
    }

    /// `kbgen.yml`.
    package var settingsFile: String {
        var out = title.isEmpty ? "" : "title: \(Self.quoted(title))\n"
        if let language, language != "en" { out += "language: \(language)\n" }
        for line in settings { out += line + "\n" }
        if !spaces.isEmpty {
            out += "spaces:\n"
            for space in spaces {
                let folder = space.folder.isRoot ? "." : space.folder.string
                out +=
                    "  - {folder: \(Self.quoted(folder)), title: \(Self.quoted(space.title)), language: \(Self.quoted(space.language))}\n"
            }
        }
        if !redirects.isEmpty {
            out += "redirects:\n"
            var known: Set<String> = []
            for redirect in redirects where known.insert(redirect.source).inserted {
                out += "  \(Self.quoted(redirect.source)): \(Self.quoted(redirect.target))\n"
            }
        }
        return out
    }

    /// A text as YAML in double quotes.
    static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ") + "\""
    }
}
