import Markdown

/// The names by which fragments may call the headings and anchors of a page.
struct AnchorNames {
    private let document: Document
    /// The indices of the headings by their ids, and the ids of the anchors, once enough fragments have been looked up.
    private var exact: [String: Int] = [:]
    private var anchors: Set<String> = []
    private var lookups = 0
    private static let fewLookups = 8
    /// What other names lead to, once one of them is asked for.
    private var others: Others?

    init(_ document: Document) { self.document = document }

    private mutating func exactID(_ fragment: String) -> String? {
        lookups += 1
        if lookups <= Self.fewLookups {
            return document.headings.first { $0.anchor == fragment }?.anchor ?? document.anchors.first { $0.id == fragment }?.id
        }
        if lookups == Self.fewLookups + 1 {
            for (index, heading) in document.headings.enumerated() { exact.addFirst(heading.anchor, index) }
            for anchor in document.anchors { anchors.insert(anchor.id) }
        }
        return exact[fragment].map { document.headings[$0].anchor } ?? (anchors.contains(fragment) ? fragment : nil)
    }

    /// The id that a fragment means: as it is, by GitBook's, GitHub's or old GitBook's rule, with case ignored, by letters and digits
    /// alone, or without a counter at its end.
    /// - Returns: the id, and the index of its heading if the fragment is a name by GitHub's or old GitBook's rule, which is to keep working.
    mutating func anchor(_ fragment: String) -> (id: String, aliasedHeading: Int?)? {
        if let id = exactID(fragment) { return (id, nil) }
        let others = self.others ?? Others(document)
        self.others = others
        if let found = others.anchor(fragment, document) { return found }
        guard let dash = fragment.lastIndex(of: "-"), dash > fragment.startIndex else { return nil }
        let counter = fragment[fragment.index(after: dash)...]
        guard !counter.isEmpty, counter.allSatisfy(\.isNumber) else { return nil }
        return anchor(String(fragment[..<dash]))
    }

    /// The index of the first heading of each name, by the rule that makes the name.
    private struct Others {
        var gitBook: [String: Int] = [:]
        var foreign: [String: Int] = [:]
        var lower: [String: Int] = [:]
        var tolerant: [String: Int] = [:]
        var anchors: [String: String] = [:]

        init(_ document: Document) {
            for (index, heading) in document.headings.enumerated() {
                gitBook.addFirst(Slug.gitBook(heading.text), index)
                foreign.addFirst(Slug.gitHub(heading.text), index)
                foreign.addFirst(Slug.legacy(heading.text), index)
                lower.addFirst(heading.anchor.lowercased(), index)
                tolerant.addFirst(Slug.tolerantKey(heading.anchor), index)
                tolerant.addFirst(Slug.tolerantKey(heading.text), index)
            }
            for anchor in document.anchors { anchors.addFirst(anchor.id.lowercased(), anchor.id) }
        }

        func anchor(_ fragment: String, _ document: Document) -> (id: String, aliasedHeading: Int?)? {
            let headings = document.headings
            if let heading = gitBook[fragment] { return (headings[heading].anchor, nil) }
            if let heading = foreign[fragment] { return (headings[heading].anchor, fragment.hasPrefix("kb--") ? nil : heading) }
            let lowercased = fragment.lowercased()
            if let heading = lower[lowercased] { return (headings[heading].anchor, nil) }
            if let anchor = anchors[lowercased] { return (anchor, nil) }
            let key = Slug.tolerantKey(fragment)
            return key.isEmpty ? nil : tolerant[key].map { (headings[$0].anchor, nil) }
        }
    }
}

extension Dictionary {
    fileprivate mutating func addFirst(_ key: Key, _ value: Value) {
        if self[key] == nil { self[key] = value }
    }
}
