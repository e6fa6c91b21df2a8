import Paths

/// What a conversion finds out on its way.
struct ConversionContext {
    /// The page's file in the source.
    let path: ContentPath
    /// The file of the source that a reference to a part names.
    let include: (String) -> ContentPath?
    var included: Set<ContentPath> = []
    var findings: [(line: Int, message: String)] = []
}

/// What is particular to a program whose sites are imported.
protocol Generator: Sendable {
    /// The folder of the pages in the source.
    var folder: ContentPath { get }
    /// The folders whose files stand at the root of the old site.
    var staticFolders: [ContentPath] { get }
    var title: String { get }
    var language: String? { get }

    /// Whether a Markdown file is a page, and not a part of some.
    func isPage(_ path: ContentPath) -> Bool
    func newPath(of path: ContentPath, _ text: SourceText) -> ContentPath
    func newPath(ofFile path: ContentPath) -> ContentPath
    /// The old addresses of a page, without slashes at the ends, the present one first.
    func urls(of path: ContentPath, _ text: SourceText) -> [String]
    /// An address without what only this program understands.
    func normalised(_ address: String) -> String
    func converted(_ lines: [SourceLine], _ context: inout ConversionContext) -> [SourceLine]
    func frontMatter(of text: SourceText) -> [String]
    func navigation(_ folder: FolderImport) -> [ImportedSite.Entry]
    func redirects(_ folder: FolderImport) -> [ImportedSite.Redirect]
    /// The languages of the site, if there are several.
    func spaces(_ folder: FolderImport) -> [ImportedSite.Space]
    /// Pages that the other program makes itself, such as lists of those below.
    func furtherPages(_ folder: FolderImport) -> [ImportedSite.Page]
    /// Lines of `kbgen.yml` for settings that have counterparts.
    func settings(_ folder: FolderImport) -> [String]
    /// What is in the source and not read.
    var notices: [(file: String, message: String)] { get }
    /// Whether pages are published that the table of contents does not list.
    var publishesAll: Bool { get }
}

extension Generator {
    var staticFolders: [ContentPath] { [] }
    var language: String? { nil }
    var publishesAll: Bool { true }
    var notices: [(file: String, message: String)] { [] }
    func furtherPages(_ folder: FolderImport) -> [ImportedSite.Page] { [] }
    func settings(_ folder: FolderImport) -> [String] { [] }
    func spaces(_ folder: FolderImport) -> [ImportedSite.Space] { [] }

    func isPage(_ path: ContentPath) -> Bool { !path.name.hasPrefix("_") }

    func newPath(of path: ContentPath, _ text: SourceText) -> ContentPath { ContentPath(relative(path).withoutExtension.string + ".md") }

    func newPath(ofFile path: ContentPath) -> ContentPath {
        let base = (staticFolders + [folder]).first { !$0.isRoot && path.isInside($0) }
        return base.map { ContentPath(String(path.string.dropFirst($0.string.count + 1))) }
            ?? (folder.isRoot ? path : ContentPath("assets/" + path.string))
    }

    func urls(of path: ContentPath, _ text: SourceText) -> [String] { [FolderImport.address(of: relative(path))] }
    func normalised(_ address: String) -> String { address }
    func redirects(_ folder: FolderImport) -> [ImportedSite.Redirect] { [] }

    /// A path in the folder of the pages.
    func relative(_ path: ContentPath) -> ContentPath {
        folder.isRoot ? path : ContentPath(String(path.string.dropFirst(folder.string.count + 1)))
    }

    /// What kbgen has another field for, or none.
    func frontMatter(of text: SourceText) -> [String] {
        let dropped: Set<String> = [
            "id", "slug", "sidebar_label", "sidebar_position", "sidebar_class_name", "sidebar_custom_props", "sidebar", "pagination_next",
            "pagination_prev", "pagination_label", "hide_title", "hide_table_of_contents", "displayed_sidebar", "custom_edit_url",
            "toc_max_heading_level",
            "toc_min_heading_level", "draft", "unlisted", "layout", "outline", "aside", "head", "template", "hero", "next", "prev",
            "editUrl",
            "tableOfContents", "last_update", "hide", "i18nReady", "icon", "footer", "navbar", "features", "lastUpdated", "pageClass",
            "status",
        ]
        let isHidden = text.field("unlisted") == "true"
        return text.frontMatter(without: dropped) + (isHidden ? ["hidden: true"] : [])
    }

    /// The title of a page in the table of contents.
    func title(of path: ContentPath, _ text: SourceText) -> String {
        text.field("sidebar_label") ?? text.field("title") ?? text.title ?? Self.humanised(path)
    }

    static func humanised(_ path: ContentPath) -> String {
        let plain = path.withoutExtension
        let name = plain.isFolderPage && !plain.folder.isRoot ? plain.folder.name : plain.name
        let words = name.replacing("-", with: " ").replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
