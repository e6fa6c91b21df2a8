import Bytes

/// What was learned from labelled articles. `Tests/Guides/train.py` makes it.
package struct GuideModel: Sendable {
    /// The models of the nodes of a page, once for each pass.
    struct NodeModels: Sendable {
        /// Which kind of node a title is.
        let kind: LinearModel
        /// Whether the items of a list, the rows of a table or a text in bold are titles.
        let node: LinearModel
        let step: LinearModel
        /// Whether a paragraph is an escalation.
        let escalation: LinearModel
    }

    /// The models of a page as a whole.
    struct PageModels: Sendable {
        let kind: LinearModel
        /// Whether it has a decision tree.
        let tree: LinearModel
    }

    let first: NodeModels
    let second: NodeModels?
    /// Of the page, after each pass.
    let firstPage: PageModels?
    let secondPage: PageModels?
    /// Nil before all else is trained.
    let transitions: KindTransitions?

    static let kinds = Guide.Node.Kind.allCases
    static let pageKinds = Guide.PageKind.allCases

    /// Reads models from the bytes that the training program writes: for each, the number of its answers and of its features, the intercepts,
    /// the numbers of the features in ascending order, and their weights. Integers are of four bytes, weights of one, in little endian.
    /// - Returns: nil if the bytes are no models.
    package init?(_ bytes: [UInt8]) {
        var reader = WeightReader(bytes: bytes)
        var models: [LinearModel] = []
        while models.count < 12, let model = reader.model() { models.append(model) }
        guard [4, 6, 10, 12].contains(models.count) else { return nil }
        first = NodeModels(kind: models[0], node: models[1], step: models[2], escalation: models[3])
        firstPage = models.count > 4 ? PageModels(kind: models[4], tree: models[5]) : nil
        second = models.count > 6 ? NodeModels(kind: models[6], node: models[7], step: models[8], escalation: models[9]) : nil
        secondPage = models.count > 10 ? PageModels(kind: models[10], tree: models[11]) : nil
        transitions = models.count == 12 ? reader.integers(KindTransitions.count).map(KindTransitions.init) : nil
    }
}

private struct WeightReader {
    let bytes: [UInt8]
    var index = 0

    mutating func model() -> LinearModel? {
        guard let answers = int(), let count = int(), answers > 0, answers < 64, count >= 0, count < 1 << 22 else { return nil }
        var intercepts: [Int32] = []
        for _ in 0..<answers { intercepts.append(int() ?? 0) }
        guard bytes.count - index >= Int(count) * (4 + Int(answers)) else { return nil }
        var ids: [UInt32] = []
        ids.reserveCapacity(Int(count))
        for _ in 0..<count { ids.append(UInt32(bitPattern: int() ?? 0)) }
        let weights = bytes[index..<(index + Int(count) * Int(answers))].map { Int8(bitPattern: $0) }
        index += weights.count
        return LinearModel(answers: Int(answers), intercepts: intercepts, ids: ids, weights: weights)
    }

    /// Whole numbers that follow the models.
    mutating func integers(_ count: Int) -> [Int32]? {
        guard bytes.count - index >= count * 4 else { return nil }
        return (0..<count).map { _ in int() ?? 0 }
    }

    private mutating func int() -> Int32? {
        guard index + 4 <= bytes.count else { return nil }
        let value = UInt32(bytes[index]) | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2]) << 16 | UInt32(bytes[index + 3]) << 24
        index += 4
        return Int32(bitPattern: value)
    }
}
