import Bytes

/// Every name that kbgen itself writes into the output. Whoever writes such a file, and whoever places pages, assets and redirects, asks here,
/// so that no file of a writer's can take the place of one of kbgen's.
public enum OutputLayout {
    // MARK: Beside each page

    /// The page itself, in HTML.
    public static func page(_ address: SiteAddress) -> OutputPath { address.file(pageName) }
    /// The page's Markdown.
    public static func markdown(_ address: SiteAddress) -> OutputPath { address.file(markdownName) }
    /// The page's decision tree.
    public static func guide(_ address: SiteAddress) -> OutputPath { address.file(guideName) }
    /// The page's feed of updates.
    public static func feed(_ address: SiteAddress) -> OutputPath { address.file(feedName) }
    /// The page that shows the guide without the article.
    public static func standaloneGuide(_ address: SiteAddress) -> SiteAddress { address.appending(standaloneGuideName) }

    public static let pageName = "index.html"
    public static let markdownName = "index.md"
    public static let guideName = "guide.json"
    public static let feedName = "rss.xml"
    public static let standaloneGuideName = "guide"

    private static let pageFileNames: Set<String> = [pageName, markdownName, guideName, feedName]

    // MARK: At the root

    public static let notFound: OutputPath = "404.html"
    public static let sitemap: OutputPath = "sitemap.xml"
    /// One of the sitemaps of a site that is too large for one; they count from 1.
    public static func sitemap(_ number: Int) -> OutputPath { OutputPath("sitemap-\(number).xml") }
    public static let robots: OutputPath = "robots.txt"
    /// The index and the full text for language models (https://llmstxt.org).
    public static let modelIndex: OutputPath = "llms.txt"
    /// The index of the pages of a space beside its first page.
    public static func modelIndex(_ space: SiteAddress) -> OutputPath { space.file(modelIndex.string) }
    public static let fullText: OutputPath = "llms-full.txt"
    /// https://github.com/dewitt/opensearch
    public static let openSearch: OutputPath = "opensearch.xml"
    /// GitHub Pages leaves out folders whose names begin with `_` unless this file is there.
    public static let noJekyll: OutputPath = ".nojekyll"
    /// The page of search results, unless a page or redirect of the writer's is at that address.
    public static let searchResults: SiteAddress = "search"

    private static let rootFiles: Set<OutputPath> = [notFound, sitemap, robots, modelIndex, fullText, openSearch, noJekyll]

    private static func isAtRoot(_ name: Substring) -> Bool {
        if rootFiles.contains(OutputPath(String(name))) { return true }
        guard name.hasPrefix("sitemap-"), name.hasSuffix(".xml") else { return false }
        return name.dropFirst(8).dropLast(4).utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    }

    // MARK: In kbgen's own folder

    /// Styles, scripts, the search index, and pages that are not of the content.
    public static let ownFolder: SiteAddress = "_kb"
    /// The file by which kbgen recognises an output folder as its own.
    public static let marker = ownFolder.file(".kbgen")
    /// The list of all pages.
    public static let allPages = ownFolder.appending("pages")
    /// The page of search results where `searchResults` is taken.
    public static let ownSearchResults = ownFolder.appending("results")
    /// The files of the search index.
    public static let searchIndex = ownFolder.appending("search")
    /// The module by which other sites embed a guide. Its name never changes.
    public static let guideModule = ownFolder.file("guide.js")
    /// The feed of all updates of a space.
    /// - Parameter address: the address of the space's first page.
    public static func feed(ofSpace address: SiteAddress) -> OutputPath {
        ownFolder.file(address.isRoot ? "feed.xml" : "feeds/\(address.string).xml")
    }
    /// The versions of the site. Its name never changes: sites that were built long ago ask for it.
    public static let versions = ownFolder.file("versions.json")
    /// What is announced. Its name never changes: operators replace it without a build.
    public static let notice = ownFolder.file("notice.json")
    /// What the preview server answers beside the site; never part of a published one.
    public static let liveEvents = ownFolder.file("live")
    public static let liveScript = ownFolder.file("live.js")
    public static let liveState = ownFolder.file("live.json")

    /// A file whose name carries the hash of its content, so that browsers may keep it for ever.
    public static func hashed(_ name: String, _ hash: String) -> OutputPath {
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        return ownFolder.file("\(name[..<dot]).\(hash)\(name[dot...])")
    }

    /// A folder of modules, named after the hash of everything in it, so that they can import one another by fixed names.
    public static func modules(_ name: String, _ hash: String) -> SiteAddress { ownFolder.appending("\(name).\(hash)") }

    // MARK: What is reserved

    /// Whether no page and no redirect may stand at an address, because kbgen writes a file there, or there or above it a folder.
    public static func isReserved(_ address: SiteAddress) -> Bool {
        // All of the names but one have a dot, which few addresses have.
        guard address.string.containsByte(UInt8(ascii: ".")) || address.string.hasPrefix(ownFolder.string), let first = address.names.first
        else { return false }
        return first == ownFolder.string || isAtRoot(first)
            || address.names.contains { pageFileNames.contains(String($0)) }
    }

    /// Whether kbgen may write a file or a folder of this name, whatever pages there are.
    public static func isOwn(_ path: OutputPath) -> Bool {
        isAtRoot(path.string[...]) || path.isInside(ownFolder) || path.string == ownFolder.string || path == page(searchResults)
            || path.string == searchResults.string
    }

    /// Whether kbgen may write a file or a folder of this name beside a page.
    public static func isBesidePage(_ name: String) -> Bool { pageFileNames.contains(name) || name == standaloneGuideName }

    /// The files at the root whose place a file of the site's owner may take. That of the page for missing pages is taken by a `404.md`.
    public static let replaceable: Set<OutputPath> = rootFiles.subtracting([noJekyll, notFound])
}
