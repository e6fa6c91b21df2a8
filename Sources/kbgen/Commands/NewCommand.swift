import ArgumentParser
import Files
import Pipeline

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Lays out a new site that builds, or a new page.",
        discussion:
            "“kbgen new mysite” lays out a site. With --page or --article, a page is added to a site that is there, and listed in its SUMMARY.md: "
            + "“kbgen new --article \"The app does not start\" mysite”.",
        aliases: ["init"])

    @Argument(
        help:
            "The folder of the new site; with --page or --article, the site that the page is for, and then the current folder if not given.",
        completion: .directory)
    var folder: String?

    @Option(help: ArgumentHelp("Add a page with this title.", valueName: "title"))
    var page: String?

    @Option(
        help: ArgumentHelp("Add an article about something that does not work, laid out so that it is read as a guide.", valueName: "title")
    )
    var article: String?

    @Option(help: ArgumentHelp("The page's file in the content, if it is not to be named after the title.", valueName: "file"))
    var file: String?

    @Option(
        help: ArgumentHelp(
            "List the page under this group or page, named by its title or file, and not at the end.", valueName: "group or page"))
    var under: String?

    func validate() throws {
        if page != nil, article != nil { throw ValidationError("--page and --article exclude each other.") }
        if page == nil, article == nil {
            if folder == nil { throw ValidationError("Name the folder of the new site.") }
            if file != nil || under != nil { throw ValidationError("--file and --under go with --page or --article.") }
        }
        if (page ?? article)?.allSatisfy(\.isWhitespace) == true { throw ValidationError("The title is empty.") }
    }

    func run() throws {
        if let title = page ?? article { return try addPage(title) }
        try layOut(folder ?? ".")
    }

    private func layOut(_ folder: String) throws {
        guard try NewSite.write(to: folder) else {
            throw CommandFailure.inputOutput("\(folder): there is something here already; name a new or an empty folder")
        }
        Terminal.say(
            """
            A new site is in \(folder): a tour of four pages. What to do next:
              kbgen serve \(folder)      shows it, and every save at once
              kbgen new --article "What does not work" \(folder)
              kbgen check \(folder)      says what is wrong, and where
              kbgen build \(folder)      writes the site to \(folder)/Output, for any web server
            Its pages are in \(folder)/Content, its settings in \(folder)/kbgen.yml.
            """
        )
    }

    private func addPage(_ title: String) throws {
        let site = try SiteFolder(folder ?? ".")
        let page = try NewPage.write(
            article == nil ? .page : .article, title: title, path: file ?? Self.fileName(title), under: under, in: site)
        let place = under.map { ", and listed under “\($0)”." } ?? ", and listed at the end of the table of contents."
        let listed = page.isListed ? place : "; there is no table of contents to list it in."
        Terminal.say("A new page is in \(page.location)" + listed)
    }

    /// A title as the name of a file: letters and digits in lower case, with hyphens between words.
    static func fileName(_ title: String) -> String {
        let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
        let name = words.isEmpty ? "page" : words.joined(separator: "-")
        // These names mean something else.
        return ["readme", "index", "summary", "langs"].contains(name) ? name + "-page" : name
    }
}
