import Bytes

/// Weights of features for one or more answers. Whole numbers, so that a page is read alike on every machine.
struct LinearModel: Sendable {
    let answers: Int
    /// 32 is 1.
    private let intercepts: [Int32]
    private let weights: [Int8]
    /// By a feature's number, with open addressing: the index of its weights, plus one; 0 for none.
    private let slots: [UInt32]
    private let ids: [UInt32]

    init(answers: Int, intercepts: [Int32], ids: [UInt32], weights: [Int8]) {
        (self.answers, self.intercepts, self.ids, self.weights) = (answers, intercepts, ids, weights)
        var size = 16
        while size < ids.count * 2 { size *= 2 }
        var slots = [UInt32](repeating: 0, count: size)
        for (index, id) in ids.enumerated() {
            var slot = Int(id) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt32(index + 1)
        }
        self.slots = slots
    }

    /// What a feature's weights add to the scores of the answers; 2,048 is 1.
    @inline(__always)
    func add(_ id: UInt32, _ value: Int32, to scores: inout [Int32]) {
        var slot = Int(id) & (slots.count - 1)
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if ids[index] == id {
                for answer in 0..<answers { scores[answer] &+= Int32(weights[index * answers + answer]) &* value }
                return
            }
            slot = (slot + 1) & (slots.count - 1)
        }
    }

    /// Scores before any feature.
    var start: [Int32] { intercepts.map { $0 * 64 } }

    /// The weight of a feature for an answer; 32 is 1. For explanations.
    func weight(_ id: UInt32, _ answer: Int) -> Int {
        var slot = Int(id) & (slots.count - 1)
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if ids[index] == id { return Int(weights[index * answers + answer]) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return 0
    }

    /// The probabilities of the answers. A single answer has that of yes.
    func probabilities(_ scores: [Int32]) -> [Double] {
        let values = scores.map { Double($0) / 2_048 }
        if answers == 1 {
            let yes = 1 / (1 + Exponential.of(-values[0]))
            return [yes]
        }
        let most = values.max() ?? 0
        let powers = values.map { Exponential.of($0 - most) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }
}

/// The exponential function by additions and multiplications alone, which give the same on every machine.
enum Exponential {
    static func of(_ x: Double) -> Double {
        if x < -40 { return 0 }
        let bounded = min(x, 40)
        let halvings = (bounded * 1.442_695_040_888_963_4).rounded()
        let rest = bounded - halvings * 0.693_147_180_559_945_3
        var (sum, term) = (1.0, 1.0)
        for step in 1...12 {
            term = term * rest / Double(step)
            sum += term
        }
        return sum * Double(sign: .plus, exponent: Int(halvings), significand: 1)
    }
}
