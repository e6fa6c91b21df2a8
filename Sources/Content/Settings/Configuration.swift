import Bytes
import Diagnostics
import Paths
import YAML

/// The settings of a site: `kbgen.yml`. Every one has a default.
package struct Configuration: Sendable, Equatable {
    /// The file of the settings, as findings name it.
    package var file = SourceFile.settings("kbgen.yml")
    /// The site's name; empty where the first page's title is to serve.
    package var title = ""
    package var description = ""
    /// A language tag of BCP 47.
    package var language = "en"
    /// Where the site will stand, ending in `/`; needed for what must be absolute.
    package var baseURL: String?
    /// Whether pages say when they last changed, as Git knows it.
    package var showsDates = false
    /// A URL with `{path}` in it, under which a page's source can be edited.
    package var editURL: String?
    /// How the pages look.
    package var appearance = Appearance()
    /// An image of the content, which other sites show beside a link to a page without a cover.
    package var socialImage: ContentPath?
    /// What the interface says, by key, where it is not the English default.
    package var labels: [String: String] = [:]
    /// The same for other languages than the site's, by language tag.
    package var languageLabels: [String: [String: String]] = [:]
    /// Old addresses and where they lead now.
    package var redirects: [Redirection] = []
    /// A file of the content with more of them: CSV, the old address and the new one in each line.
    package var redirectFile: ContentPath?
    /// Files and folders of the content that are published although no page names them.
    package var publish: [ContentPath] = []
    /// The site's spaces; empty where the content is one.
    package var spaces: [SpaceSettings] = []
    /// Where GitBook's spaces are, by their ids in links to `app.gitbook.com`: a base URL elsewhere, or a folder of the content.
    package var gitBookSpaces: [String: String] = [:]
    /// Schemes of links that are allowed besides the usual ones, in lower case.
    package var schemes: Set<String> = []
    /// Where a reader turns to whom nothing helped: a URL with `{summary}`, `{title}` and `{url}` in it, of a form or with `mailto:`.
    package var support: String?
    /// What the site calls its edition.
    package var version: String?
    /// The versions of the site, each a site of its own; empty where there is one.
    package var versions: [Version] = []
    /// What is announced; nil where pages ask for no announcements.
    package var notices: [Notice]?
    /// The endpoint of the site's owner to which readers' browsers send what happened in guides.
    package var insights: String?
    /// The severities of rules, where they are not the default.
    package var rules = RuleSettings()
    /// What conditions ask about the visitor, as GitBook's `visitor`.
    package var visitor: YAMLNode?

    /// A version of the site: a site of its own, which may have been built long ago.
    package struct Version: Sendable, Equatable {
        package let title: String
        /// Relative to this site's root, or absolute.
        package let url: String
        package let state: SpaceSettings.State
    }

    /// An old address, and the page, address or URL that it leads to.
    package struct Redirection: Sendable, Equatable {
        package let source: String
        package let target: String
        /// The file that says so, and where in it.
        package let file: SourceFile
        package let position: SourcePosition

        package init(source: String, target: String, file: SourceFile, position: SourcePosition) {
            self.source = source
            self.target = target
            self.file = file
            self.position = position
        }
    }

    package init() {}

}
