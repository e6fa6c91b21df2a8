/// Places the nodes of a graph in layers, with all arrows in one direction as far as that can be, and few of them across one another
/// (K. Sugiyama, S. Tagawa, M. Toda: Methods for visual understanding of hierarchical system structures, 1981).
///
/// Layers follow one another downwards. For other directions, the caller turns sizes before and places after it.
struct LayeredLayout {
    struct Size {
        var width: Double
        var height: Double
    }

    struct Point {
        var x: Double
        var y: Double
    }

    /// The middles of the nodes.
    private(set) var centres: [Point]
    /// For each edge, the points that it goes by between its nodes, from its start to its end.
    private(set) var bends: [[Point]]
    /// For each edge with a label, its middle.
    private(set) var labels: [Point?]

    private static let gap = 32.0
    private static let layerGap = 44.0
    private static let sweeps = 8

    /// A node, or where an edge crosses a layer.
    private struct Place {
        var size: Size
        var layer: Int
        var position = 0.0
        var above: [Int] = []
        var below: [Int] = []
    }

    private var places: [Place] = []
    private var layers: [[Int]] = []

    /// - Parameters:
    ///   - edges: pairs of indices of nodes; those from a node to itself are not laid out.
    ///   - labels: the room for the label of each edge; nil for one without.
    init(nodes: [Size], edges: [(from: Int, to: Int)], labels labelSizes: [Size?]) {
        centres = Array(repeating: Point(x: 0, y: 0), count: nodes.count)
        bends = Array(repeating: [], count: edges.count)
        labels = Array(repeating: nil, count: edges.count)
        // With labels, layers of nodes take turns with layers of labels.
        let step = labelSizes.contains { $0 != nil } ? 2 : 1
        let forward = Self.withoutCycles(edges, count: nodes.count)
        let ranks = Self.ranks(forward, count: nodes.count)
        places = nodes.indices.map { Place(size: nodes[$0], layer: ranks[$0] * step) }
        let chains = forward.indices.map { chain(forward[$0], labelSizes[$0]) }
        layers = Array(repeating: [], count: (places.map(\.layer).max() ?? -1) + 1)
        for index in places.indices { layers[places[index].layer].append(index) }
        order()
        spread()
        let heights = depths()
        for index in nodes.indices { centres[index] = Point(x: places[index].position, y: heights[places[index].layer]) }
        for (edge, chain) in chains.enumerated() {
            let points = chain.map { Point(x: places[$0].position, y: heights[places[$0].layer]) }
            bends[edge] = forward[edge].isTurned ? points.reversed() : points
            if labelSizes[edge] != nil, let middle = chain.first(where: { places[$0].size.height > 0 }) {
                labels[edge] = Point(x: places[middle].position, y: heights[places[middle].layer])
            }
        }
    }

    // MARK: Layers

    private typealias Arc = (from: Int, to: Int, isTurned: Bool)

    /// The edges, those that lead back turned round.
    private static func withoutCycles(_ edges: [(from: Int, to: Int)], count: Int) -> [Arc] {
        var out: [[Int]] = Array(repeating: [], count: count)
        for (index, edge) in edges.enumerated() where edge.from != edge.to { out[edge.from].append(index) }
        var arcs: [Arc] = edges.map { ($0.from, $0.to, false) }
        var state = [UInt8](repeating: 0, count: count)
        for root in 0..<count where state[root] == 0 {
            var open: [(node: Int, next: Int)] = [(root, 0)]
            state[root] = 1
            while let (node, next) = open.last {
                guard next < out[node].count else {
                    state[node] = 2
                    open.removeLast()
                    continue
                }
                open[open.count - 1].next += 1
                let edge = out[node][next]
                let target = edges[edge].to
                if state[target] == 1 { arcs[edge] = (target, node, true) }
                if state[target] == 0 {
                    state[target] = 1
                    open.append((target, 0))
                }
            }
        }
        return arcs
    }

    /// The layer of each node: below all from which an arc leads to it.
    private static func ranks(_ arcs: [Arc], count: Int) -> [Int] {
        var ranks = [Int](repeating: 0, count: count)
        var left = [Int](repeating: 0, count: count)
        var out: [[Int]] = Array(repeating: [], count: count)
        for arc in arcs where arc.from != arc.to {
            out[arc.from].append(arc.to)
            left[arc.to] += 1
        }
        var ready = (0..<count).filter { left[$0] == 0 }
        while let node = ready.popLast() {
            for target in out[node] {
                ranks[target] = max(ranks[target], ranks[node] + 1)
                left[target] -= 1
                if left[target] == 0 { ready.append(target) }
            }
        }
        return ranks
    }

    /// Adds a place in each layer that an arc crosses, and connects them; gives these places.
    private mutating func chain(_ arc: Arc, _ label: Size?) -> [Int] {
        guard arc.from != arc.to else { return [] }
        var chain: [Int] = []
        var last = arc.from
        let (first, end) = (places[arc.from].layer + 1, places[arc.to].layer)
        for layer in first..<max(first, end) {
            let isMiddle = layer == (first + end - 1) / 2
            places.append(Place(size: isMiddle ? label ?? Size(width: 8, height: 0) : Size(width: 8, height: 0), layer: layer))
            connect(last, places.count - 1)
            last = places.count - 1
            chain.append(last)
        }
        connect(last, arc.to)
        return chain
    }

    private mutating func connect(_ one: Int, _ other: Int) {
        places[one].below.append(other)
        places[other].above.append(one)
    }

    // MARK: Order

    /// Sorts each layer by the middle of its neighbours, down and up again some times; keeps the order with the fewest crossings.
    private mutating func order() {
        var best = layers
        var fewest = crossings()
        for sweep in 0..<Self.sweeps where fewest > 0 {
            let isDown = sweep % 2 == 0
            for layer in isDown ? Array(layers.indices) : layers.indices.reversed() { sort(layer, isDown) }
            let count = crossings()
            if count < fewest { (best, fewest) = (layers, count) }
        }
        layers = best
    }

    private mutating func sort(_ layer: Int, _ isDown: Bool) {
        let other = isDown ? layer - 1 : layer + 1
        guard layers.indices.contains(other) else { return }
        var ranks: [Int: Double] = [:]
        for (position, place) in layers[other].enumerated() { ranks[place] = Double(position) }
        let keys = layers[layer].enumerated().map { position, place -> (key: Double, position: Int, place: Int) in
            let near = (isDown ? places[place].above : places[place].below).compactMap { ranks[$0] }
            let key = near.isEmpty ? Double(position) : near.reduce(0, +) / Double(near.count)
            return (key, position, place)
        }
        layers[layer] = keys.sorted { ($0.key, $0.position) < ($1.key, $1.position) }.map(\.place)
    }

    private func crossings() -> Int {
        var count = 0
        for (layer, next) in zip(layers, layers.dropFirst()) {
            let ranks = Dictionary(uniqueKeysWithValues: next.enumerated().map { ($1, $0) })
            var seen: [Int] = []
            for place in layer {
                let targets = places[place].below.compactMap { ranks[$0] }.sorted()
                for target in targets { count += seen.count - Self.position(of: target, in: seen) }
                for target in targets { seen.insert(target, at: Self.position(of: target, in: seen)) }
            }
        }
        return count
    }

    /// How many of some sorted numbers are not greater.
    private static func position(of number: Int, in sorted: [Int]) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] <= number { low = middle + 1 } else { high = middle }
        }
        return low
    }

    // MARK: Positions

    /// Moves the places of each layer towards the middle of their neighbours, as far as there is room.
    private mutating func spread() {
        for layer in layers { settle(layer, wishes: layer.map { places[$0].position }) }
        for sweep in 0..<(2 * Self.sweeps) {
            let isDown = sweep % 2 == 0
            for layer in isDown ? layers : layers.reversed() {
                settle(
                    layer,
                    wishes: layer.map { place in
                        let near = isDown ? places[place].above : places[place].below
                        return near.isEmpty ? places[place].position : near.reduce(0) { $0 + places[$1].position } / Double(near.count)
                    })
            }
        }
        let left = places.map { $0.position - $0.size.width / 2 }.min() ?? 0
        for index in places.indices { places[index].position -= left }
    }

    /// Puts the places of a layer where they want to be; those too near to one another share the way.
    private mutating func settle(_ layer: [Int], wishes: [Double]) {
        var (fromLeft, fromRight) = (wishes, wishes)
        func distance(_ index: Int) -> Double {
            (places[layer[index]].size.width + places[layer[index + 1]].size.width) / 2 + Self.gap
        }
        for index in layer.indices.dropFirst() { fromLeft[index] = max(wishes[index], fromLeft[index - 1] + distance(index - 1)) }
        for index in layer.indices.dropLast().reversed() { fromRight[index] = min(wishes[index], fromRight[index + 1] - distance(index)) }
        for index in layer.indices { places[layer[index]].position = (fromLeft[index] + fromRight[index]) / 2 }
    }

    /// The middle of each layer.
    private func depths() -> [Double] {
        var depths: [Double] = []
        var end = 0.0
        for layer in layers {
            let height = layer.map { places[$0].size.height }.max() ?? 0
            let hasNodes = layer.contains { !places[$0].above.isEmpty || !places[$0].below.isEmpty } || height > 0
            depths.append(end + height / 2)
            end += height + (layers.count > 1 && hasNodes ? Self.layerGap / (height > 0 ? 1 : 2) : 0)
        }
        return depths
    }
}
