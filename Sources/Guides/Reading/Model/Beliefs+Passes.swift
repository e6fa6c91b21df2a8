extension Beliefs {
    /// Judges an article in two passes.
    /// - Parameter overrides: what a writer says of titles, by candidate.
    init(_ features: ArticleFeatures, _ model: GuideModel, _ overrides: [Int: Override] = [:]) {
        var first = Beliefs(features, model.first)
        first.settle(overrides)
        if let page = model.firstPage { first.judgePage(features, StackedFeatures.page(features, first), page) }
        guard let models = model.second else {
            self = first
            return
        }
        self = Beliefs(features, models, StackedFeatures(features, first))
        settle(overrides)
        (pageKinds, tree) = (first.pageKinds, first.tree)
        if let page = model.secondPage { judgePage(features, StackedFeatures.page(features, self), page) }
    }
}
