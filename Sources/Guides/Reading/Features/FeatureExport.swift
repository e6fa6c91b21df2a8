import Markdown

/// Writes what is seen of articles for the training program: integers of four bytes in little endian. For each article: 0x6B626731, the
/// features of the page, how many candidates there are, and for each its line, source, group, unit, features and, where a model is given,
/// what that says around it.
package struct FeatureExport {
    private let model: GuideModel?
    package private(set) var bytes: [UInt8] = []

    /// - Parameter model: what was trained before; nil for the first pass.
    package init(model: GuideModel?) { self.model = model }

    package mutating func add(_ document: Document, shownTitle: String?) {
        let features = ArticleFeatures(Article(ReadingOrder(document).passages, document, shownTitle: shownTitle))
        let article = features.article
        var stacked: StackedFeatures?
        var firstPage: [Feature] = []
        var secondPage: [Feature] = []
        if let model {
            var beliefs = Beliefs(features, model.first)
            firstPage = StackedFeatures.page(features, beliefs)
            if let page = model.firstPage {
                beliefs.judgePage(features, firstPage, page)
                stacked = StackedFeatures(features, beliefs)
            }
            if let second = model.second {
                var later = Beliefs(features, second, stacked)
                (later.pageKinds, later.tree) = (beliefs.pageKinds, beliefs.tree)
                secondPage = StackedFeatures.page(features, later)
            }
        }
        write(0x6B62_6731)
        write(features.page.general)
        write(features.page.words)
        write(firstPage)
        write(secondPage)
        write(article.candidates.count)
        var unitOf = [Int](repeating: -1, count: article.candidates.count)
        for (unit, members) in features.units.enumerated() { for member in members { unitOf[member] = unit } }
        for (index, candidate) in article.candidates.enumerated() {
            write(article.passage(index).line)
            write(candidate.source.number)
            write(Int(candidate.group.rawValue))
            write(unitOf[index])
            write(Int(Int32(bitPattern: FeatureRows.bias(candidate))))
            write(Int(Int32(bitPattern: FeatureRows.unitBias(candidate))))
            let size = unitOf[index] < 0 ? 1 : features.units[unitOf[index]].count
            write(Int(Int32(bitPattern: FeatureRows.unitSize(candidate, size))))
            write(features.candidates[index].general)
            write(features.candidates[index].words)
            write(features.candidates[index].unitWords)
            write(features.escalations[index])
            write(stacked?.candidates[index] ?? [])
            write(stacked?.escalations[index] ?? [])
        }
    }

    private mutating func write(_ features: [Feature]) {
        write(features.count)
        for feature in features {
            write(Int(Int32(bitPattern: feature.id)))
            write(Int(feature.value))
        }
    }

    private mutating func write(_ value: Int) {
        let value = UInt32(bitPattern: Int32(truncatingIfNeeded: value))
        for shift in [UInt32(0), 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }
}
