/// Which kinds of nodes stand below and behind which others, by how much likelier or less likely that makes them: natural logarithms of ratios.
struct KindTransitions: Sendable {
    /// The number that stands for no parent, or no node before.
    static let nothing = GuideModel.kinds.count

    /// By whether the page has a tree, by the kind of the parent or of the node before, by kind.
    private let below: [[[Double]]]
    private let behind: [[[Double]]]

    /// How many numbers there are in all.
    static var count: Int { 4 * (GuideModel.kinds.count + 1) * GuideModel.kinds.count }

    /// - Parameter numbers: 64 is 1; for pages without a tree and with one, those below, then those behind.
    init(_ numbers: [Int32]) {
        let (rows, columns) = (GuideModel.kinds.count + 1, GuideModel.kinds.count)
        func table(_ index: Int) -> [[Double]] {
            (0..<rows).map { row in (0..<columns).map { Double(numbers[(index * rows + row) * columns + $0]) / 64 } }
        }
        below = [table(0), table(1)]
        behind = [table(2), table(3)]
    }

    /// Chooses the kinds of all nodes of a page together.
    /// - Parameters:
    ///   - chances: the probabilities of the kinds of each node.
    ///   - parents: the parent of each node, which comes before it; nil for none.
    func best(_ chances: [[Double]], parents: [Int?], inTree: Bool) -> [Int] {
        let (below, behind) = (below[inTree ? 1 : 0], behind[inTree ? 1 : 0])
        let columns = GuideModel.kinds.count
        var children: [[Int]] = Array(repeating: [], count: chances.count + 1)
        for (node, parent) in parents.enumerated() { children[parent ?? chances.count].append(node) }
        // From the last node up: how good each kind is with the best kinds below it, and which those are.
        var scores = chances.map { $0.map { Logarithm.of(max($0, 1e-6)) } }
        var choices: [[[Int]]] = Array(repeating: [], count: chances.count + 1)
        func settle(_ parent: Int, _ kind: Int) -> (score: Double, kinds: [Int]) {
            var best: [Double] = [0]
            var steps: [[Int]] = []
            for (position, child) in children[parent].enumerated() {
                var next = [Double](repeating: -.infinity, count: columns)
                var from = [Int](repeating: 0, count: columns)
                for now in 0..<columns {
                    let own = scores[child][now] + below[kind][now]
                    for before in best.indices {
                        let score = best[before] + own + behind[position == 0 ? Self.nothing : before][now]
                        if score > next[now] { (next[now], from[now]) = (score, before) }
                    }
                }
                best = next
                steps.append(from)
            }
            guard !steps.isEmpty else { return (0, []) }
            var last = best.indices.max { best[$0] < best[$1] } ?? 0
            let score = best[last]
            var kinds: [Int] = []
            for from in steps.reversed() {
                kinds.append(last)
                last = from[last]
            }
            return (score, kinds.reversed())
        }
        for node in chances.indices.reversed() where !children[node].isEmpty {
            choices[node] = []
            for kind in 0..<columns {
                let settled = settle(node, kind)
                scores[node][kind] += settled.score
                choices[node].append(settled.kinds)
            }
        }
        var kinds = [Int](repeating: 0, count: chances.count)
        for (node, kind) in zip(children[chances.count], settle(chances.count, Self.nothing).kinds) { kinds[node] = kind }
        for node in chances.indices where !children[node].isEmpty {
            for (child, kind) in zip(children[node], choices[node][kinds[node]]) { kinds[child] = kind }
        }
        return kinds
    }
}

/// The natural logarithm by additions, multiplications and divisions alone, which give the same on every machine.
enum Logarithm {
    /// - Parameter x: more than 0, and finite.
    static func of(_ x: Double) -> Double {
        let part = (x.significand - 1) / (x.significand + 1)
        var (sum, power) = (0.0, part)
        for divisor in stride(from: 1.0, through: 25, by: 2) {
            sum += power / divisor
            power = power * part * part
        }
        return Double(x.exponent) * 0.693_147_180_559_945_3 + 2 * sum
    }
}
