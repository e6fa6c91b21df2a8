/// What stands between a title and the next one.
struct SectionSummary: Sendable {
    let range: Range<Int>
    private(set) var paragraphs = 0
    private(set) var orderedItems = 0
    private(set) var items = 0
    private(set) var rows = 0
    private(set) var instructions = 0
    private(set) var words = 0
    private(set) var codes = 0
    private(set) var tabs = 0
    private(set) var hints = 0

    init(_ article: Article, _ title: Int) {
        range = article.range(ofSection: title)
        for index in range {
            let candidate = article.candidates[index]
            let passage = article.passage(index)
            words += passage.text.utf8.count / 6
            switch candidate.group {
            case .row: rows += 1
            case .item:
                if passage.isOrdered { orderedItems += 1 } else { items += 1 }
            case .paragraph, .heading: paragraphs += 1
            }
            if candidate.group != .row, candidate.firstConcepts.contains(.instruction) { instructions += 1 }
        }
        let end = range.upperBound < article.candidates.count ? article.candidates[range.upperBound].passage : article.passages.count
        for passage in article.passages[(article.candidates[title].passage + 1)..<end] {
            switch passage.kind {
            case .code: codes += 1
            case .tab: tabs += 1
            case .hint: hints += 1
            default: break
            }
        }
    }

    var isEmpty: Bool { paragraphs + orderedItems + items + rows + codes == 0 }
}
