import YAML

/// The files of an index, of which each is read when it is needed, and once.
struct IndexFiles {
    let head: IndexHeader
    private let load: (String) -> [UInt8]?
    private var rows: [Int: [String]] = [:]
    private var terms: [Int: TermFile] = [:]
    private var lists: [String: [WordLists.Word]] = [:]

    /// Nil where there is no index, or one of another format.
    init?(load: @escaping (String) -> [UInt8]?) {
        guard let bytes = load("index.json"), let head = IndexHeader(bytes) else { return nil }
        self.head = head
        self.load = load
    }

    /// What is known of a term.
    mutating func entry(_ term: String) -> TermFile.Entry? { number(of: term).flatMap { entries($0)?[term] } }

    /// The number of the file in which a term stands, if it is anywhere.
    mutating func number(of term: String) -> Int? {
        guard let row = TermDirectory.place(of: term, in: head.rows), let place = TermDirectory.place(of: term, in: bounds(ofRow: row))
        else { return nil }
        return row * head.rowLength + place
    }

    /// What a file of terms begins with; nil behind the last.
    mutating func bound(_ number: Int) -> String? {
        let (row, place) = number.quotientAndRemainder(dividingBy: head.rowLength)
        guard head.rows.indices.contains(row) else { return nil }
        let bounds = bounds(ofRow: row)
        return bounds.indices.contains(place) ? bounds[place] : nil
    }

    /// What all files of terms begin with; nil where that is not known of each.
    mutating func allBounds() -> [String]? {
        var all: [String] = []
        for row in head.rows.indices {
            let bounds = bounds(ofRow: row)
            guard bounds.first == head.rows[row], row == head.rows.count - 1 || bounds.count == head.rowLength else { return nil }
            all += bounds
        }
        return all
    }

    private mutating func bounds(ofRow row: Int) -> [String] {
        if let known = rows[row] { return known }
        let bounds = (list(TermDirectory.path(row)) ?? []).map { $0.string ?? "" }
        rows[row] = bounds
        return bounds
    }

    /// A file of terms by its number.
    mutating func entries(_ number: Int) -> TermFile? {
        if let known = terms[number] { return known }
        let file = load(SearchIndex.shard(number)).map { TermFile($0, sectionCount: head.sectionCount) }
        terms[number] = file
        return file
    }

    /// The words that begin with a character.
    mutating func words(_ first: Unicode.Scalar?) -> [WordLists.Word] {
        guard let name = first.map(WordLists.name), head.words.contains(name) else { return [] }
        if let known = lists[name] { return known }
        let words = load(WordLists.path(name)).map(WordLists.read) ?? []
        lists[name] = words
        return words
    }

    /// What results show of a page.
    func page(_ page: Int) -> PageEntry? {
        let (block, place) = page.quotientAndRemainder(dividingBy: head.pagesPerBlock)
        guard let entries = list(SearchIndex.block(block)), entries.indices.contains(place) else { return nil }
        return PageEntry(entries[place])
    }

    private func list(_ path: String) -> [YAMLNode]? { load(path).flatMap { try? YAMLNode(parsing: $0) }?.elements }
}
