/// What the titles of one parent have in common.
struct TitleGroup: Sendable {
    let titles: [Int]
    /// How many speak of each concept.
    private var concepts = [Int](repeating: 0, count: Concept.allCases.count)
    /// How many have each sign, end in a colon, and tell what to do.
    private var shapes = [Int](repeating: 0, count: Self.signs.count)
    private var colons = 0
    private var instructed = 0

    static let signs: [Sign] = [.quote, .errorName, .question, .numbered]

    init(_ titles: [Int], _ article: Article) {
        self.titles = titles
        for title in titles { add(title, article, 1) }
    }

    private mutating func add(_ title: Int, _ article: Article, _ count: Int) {
        let candidate = article.candidates[title]
        for concept in Concept.allCases where candidate.concepts.contains(concept) { concepts[concept.rawValue] += count }
        for (index, sign) in Self.signs.enumerated() where candidate.shape.has(sign) { shapes[index] += count }
        if candidate.shape.ending == 1 { colons += count }
        if article.tellsWhatToDo(title) { instructed += count }
    }

    /// Adds the shares of the titles, one of them left out.
    func addShares(without title: Int?, _ article: Article, to set: inout FeatureSet, _ place: Place) {
        var group = self
        if let title { group.add(title, article, -1) }
        let count = titles.count - (title == nil ? 0 : 1)
        guard count > 0 else { return }
        func add(_ number: Int, _ part: Int) {
            if part * 10 >= count * 3 { set.add(.share, number, place) }
            if part * 10 >= count * 6 { set.add(.share, number + 1, place) }
        }
        for (index, part) in group.concepts.enumerated() { add(index * 2, part) }
        for (index, part) in group.shapes.enumerated() { add(100 + index * 2, part) }
        add(110, group.colons)
        set.add(.hasInstructions, group.instructed * 3 / count, place)
    }
}
