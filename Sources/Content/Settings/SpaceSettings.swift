import Diagnostics
import Paths
import YAML

/// A space as `kbgen.yml`, GitBook's `docs.yaml` or `LANGS.md` declares it: one body of content with a table of contents of its own. Spaces of one
/// section are variants of one another, such as its languages and versions.
package struct SpaceSettings: Sendable, Equatable {
    /// What the version of a space is to readers.
    package enum State: String, Sendable, CaseIterable {
        case latest, old, unreleased
    }

    /// The folder of its pages in the content.
    package var folder = ContentPath.root
    /// What readers call the variant; empty where its language or version says it.
    package var title = ""
    /// The title of the section that it is a variant of; empty in a site of one section.
    package var section = ""
    /// What tells the section from others of the same title; nil where the title does.
    package var sectionID: String?
    /// The number of the space in the order of their declaration.
    package var order = 0
    /// A language tag of BCP 47; nil for the site's.
    package var language: String?
    package var version: String?
    package var state = State.latest
    /// The address of its first page; nil for the folder's.
    package var address: SiteAddress?
    /// Its id in links to `app.gitbook.com`.
    package var id: String?
    /// The file of its first page, and its table of contents, where `.gitbook.yaml` in its folder names them.
    package var readme: ContentPath?
    package var summary: ContentPath?
    /// Old addresses in it, relative to the site's root, as `.gitbook.yaml` in its folder has them.
    package var redirects: [Configuration.Redirection] = []
    /// How its pages look where they do not look like the site's.
    package var appearance = Appearance()
    /// What the interface says on its pages, by key, where it is not what the site says in its language.
    package var labels: [String: String] = [:]
    /// Whether neither the tabs nor the menus show it.
    package var isHidden = false
    /// Whether it was made for the files that are in the folder of no other.
    package var isRest = false
    /// Whether its folders are its table of contents if it has no other; without it, only pages are published that others link to.
    package var showsFolders = true
    /// Where it is declared.
    package var file = SourceFile.settings("kbgen.yml")
    package var position = SourcePosition.start

    package init() {}
}

// MARK: kbgen.yml

extension SpaceSettings {
    static let keys = ["address", "folder", "hidden", "id", "labels", "language", "section", "state", "title", "version"] + Appearance.keys

    /// Reads an element of the list `spaces`; nil for one without a folder.
    init?(_ node: YAMLNode, in list: YAMLNode.Entry, file: SourceFile, _ reader: inout SettingReader) {
        self.file = file
        position = node.position
        guard let entries = node.entries, !node.isNull, node["folder"]?.string != nil else {
            reader.report(list, "a list of spaces, each with its “folder”, or a map of ids to URLs and folders")
            return nil
        }
        reader.reportRepeated(entries)
        for entry in entries { read(entry, &reader) }
    }

    private mutating func read(_ entry: YAMLNode.Entry, _ reader: inout SettingReader) {
        switch entry.key {
        case "folder": folder = ContentPath.root.resolving(reader.string(entry) ?? "")
        case "title": title = reader.string(entry) ?? ""
        case "section": section = reader.string(entry) ?? ""
        case "version": version = reader.string(entry)
        case "state": state = reader.word(entry, of: State.allCases.map(\.rawValue)).flatMap(State.init) ?? .latest
        case "address": address = reader.string(entry).map { SiteAddress(ContentPath.root.resolving($0).string) }
        case "id": id = reader.string(entry)
        case "hidden": isHidden = reader.bool(entry) ?? false
        case "labels":
            for text in entry.value.entries ?? [] { Configuration.setLabel(text, &labels, &reader) }
            if entry.value.entries == nil { reader.report(entry, "a map of “key: value” lines") }
        case let key where Appearance.keys.contains(key): appearance.read(entry, &reader)
        case "language":
            guard let text = reader.string(entry) else { return }
            language = LanguageTag.normalised(text)
            if language == nil { reader.report(entry, "a language tag, such as en or pt-BR") }
        default: reader.unknown(entry, known: Self.keys, nearest: Self.keys.nearest(to: entry.key))
        }
    }
}
