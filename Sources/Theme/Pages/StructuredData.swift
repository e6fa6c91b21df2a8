import Bytes
import Guides
import Markdown
import Site

/// What a page tells search engines of itself in JSON-LD, by the vocabulary of https://schema.org: where it stands, the steps of a how-to, and
/// the questions of a page of questions.
struct StructuredData {
    private let page: Page
    private let guide: Guide?
    /// The absolute URL of a page; nil where the site does not say where it stands.
    private let url: (Page) -> String?

    init(_ page: Page, _ guide: Guide?, url: @escaping (Page) -> String?) {
        self.page = page
        self.guide = guide
        self.url = url
    }

    /// JSON that can stand in a script element; nil if there is nothing to tell.
    /// - Parameter trail: the titles above the page and their pages, from the top down.
    func json(trail: [(title: String, page: Page?)]) -> [UInt8]? {
        let graph = [breadcrumbs(trail), howTo, questions].compactMap(\.self)
        if graph.isEmpty { return nil }
        return JSON.object([("@context", .string("https://schema.org")), ("@graph", .array(graph))]).bytes
    }

    /// https://schema.org/BreadcrumbList. An entry without a page has no address, and is left out; the last one is the page itself.
    private func breadcrumbs(_ trail: [(title: String, page: Page?)]) -> JSON? {
        let linked = trail.compactMap { entry in entry.page.flatMap(url).map { (entry.title, $0) } }
        guard !linked.isEmpty, let own = url(page) else { return nil }
        return thing(
            "BreadcrumbList",
            [
                (
                    "itemListElement",
                    .array(
                        (linked + [(page.title, own)]).enumerated().map { index, entry in
                            thing(
                                "ListItem",
                                [("position", .integer(index + 1)), ("name", .string(entry.0)), ("item", .string(entry.1))])
                        })
                )
            ])
    }

    /// https://schema.org/HowTo, of a page whose steps are ticked.
    private var howTo: JSON? {
        guard let guide, guide.kind == .procedure, !guide.hasTree else { return nil }
        let steps = guide.nodes.flatMap(\.steps)
        guard steps.count > 1 else { return nil }
        return thing(
            "HowTo",
            [("name", .string(page.title))] + modified + (page.description.isEmpty ? [] : [("description", .string(page.description))]) + [
                (
                    "step",
                    .array(
                        steps.enumerated().map { index, step in
                            thing("HowToStep", [("position", .integer(index + 1)), ("text", .string(step.text))])
                        })
                )
            ])
    }

    /// https://schema.org/FAQPage, of a page two thirds of whose sections are named by questions. A title with a question mark is one in most
    /// scripts; the marks are those of Unicode's “question mark”.
    private var questions: JSON? {
        let document = page.document
        let headings = document.headings.filter { $0.node != page.titleHeading?.node && $0.isInOutline && !$0.text.isEmpty }
        let questions = headings.filter { $0.text.last.map { "?？؟⸮;".contains($0) } ?? false }
        guard let level = questions.map(\.level).min() else { return nil }
        let asked = questions.filter { $0.level == level }
        guard asked.count > 1, asked.count * 3 >= headings.count(where: { $0.level == level }) * 2 else { return nil }
        let entities = asked.compactMap { heading -> JSON? in
            let answer = answer(to: heading)
            if answer.isEmpty { return nil }
            return thing("Question", [("name", .string(heading.text)), ("acceptedAnswer", thing("Answer", [("text", .string(answer))]))])
        }
        return entities.count > 1 ? thing("FAQPage", modified + [("mainEntity", .array(entities))]) : nil
    }

    private var modified: [(String, JSON)] { page.lastUpdated.map { [("dateModified", .string($0))] } ?? [] }

    /// The text of a section, without those of the same level or above.
    private func answer(to heading: Heading) -> String {
        let document = page.document
        let blocks = Array(document.children(of: .root))
        guard let start = blocks.firstIndex(of: heading.node) else { return "" }
        let own = blocks[(start + 1)...].prefix { document[$0].kind != .heading || Int(document[$0].level) > heading.level }
        return own.map(document.plainText).filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func thing(_ type: String, _ members: [(String, JSON)]) -> JSON { .object([("@type", .string(type))] + members) }
}
