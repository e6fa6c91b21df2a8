import Bytes
import Markdown

/// What the rest of a site depends on of a page's text: its title and settings, the places in it that can be linked, the files that are in the site because it names them,
/// and what its links call other pages' headings. While that stays, a new text concerns the page alone.
enum Exposure {
    /// All of it as a hash; nil for a page that shows descriptions of interfaces, of which the whole site keeps account.
    /// - Parameters:
    ///   - aliases: what the page's links call headings.
    ///   - isListed: whether the navigation lists a page, by its path.
    static func hash(of draft: PageDrafts.Draft, aliases: [FragmentResolver.Alias], isListed: (String) -> Bool) -> String? {
        let document = draft.document
        guard !document.links.contains(where: { $0.role == .specification }) else { return nil }
        var out = Fields()
        out.bytes += document.source.bytes.prefix(document.bodyOffset)
        out.begin(document.title?.text ?? "")
        for heading in document.headings {
            out.add("\(heading.level)", heading.anchor, heading.text)
        }
        out.begin("anchors")
        for anchor in document.anchors { out.add(anchor.id) }
        out.begin("footnotes")
        for label in document.footnotes { out.add(label) }
        out.begin("parts")
        for part in draft.text.parts { out.add(part) }
        out.begin("wants")
        for path in demands(draft.references, isListed).sorted() { out.add(path) }
        // A page has a feed beside it, or none.
        out.begin(document.blocks.contains { $0.name == .updates } ? "updates" : "")
        out.begin("aliases")
        for name in Set(aliases.map { "\($0.page) \($0.heading) \($0.id)" }).sorted() { out.add(name) }
        return out.bytes.contentHash
    }

    /// What is in the site because a page names it, or would be: everything but listed pages.
    private static func demands(_ references: [Reference], _ isListed: (String) -> Bool) -> Set<String> {
        var paths: Set<String> = []
        for reference in references {
            switch reference {
            case .asset(let path): paths.insert(path)
            case .page(let path, _): if !isListed(path) { paths.insert(path) }
            default: break
            }
        }
        return paths
    }

    /// Texts one behind the other, each told from the next.
    private struct Fields {
        var bytes: [UInt8] = []

        mutating func begin(_ name: String) {
            bytes.append(0)
            add(name)
        }

        mutating func add(_ texts: String...) {
            for text in texts {
                bytes.write(utf8: text)
                bytes.append(1)
            }
        }
    }
}
