/// Draws a graph.
struct GraphDrawing {
    private typealias Point = LayeredLayout.Point
    private typealias Size = LayeredLayout.Size

    private let graph: Graph
    private var sizes: [LayeredLayout.Size] = []
    private var centres: [LayeredLayout.Point] = []
    private var bends: [[LayeredLayout.Point]] = []
    private var labels: [LayeredLayout.Point?] = []
    /// The places of the ends of edges on their nodes, across the direction of the graph.
    private var starts: [Double] = []
    private var ends: [Double] = []

    /// - Throws: if there is nothing to draw.
    init(_ graph: Graph) throws(Mermaid.Undrawn) {
        guard !graph.nodes.isEmpty else { throw Mermaid.Undrawn("it has no nodes") }
        self.graph = graph
        sizes = graph.nodes.map(Self.size)
        let turned = graph.direction.isHorizontal
        func turn(_ size: Size) -> Size { turned ? Size(width: size.height, height: size.width) : size }
        let layout = LayeredLayout(
            nodes: sizes.map(turn), edges: graph.edges.map { ($0.from, $0.to) },
            labels: graph.edges.map { edge in
                edge.from == edge.to ? nil : edge.label.map { turn(Size(width: $0.width + 12, height: $0.height + 6)) }
            })
        let length = layout.centres.map(\.y).max() ?? 0
        let direction = graph.direction
        func turn(_ point: Point) -> Point {
            let y = direction == .up || direction == .left ? length - point.y : point.y
            return turned ? Point(x: y, y: point.x) : Point(x: point.x, y: y)
        }
        centres = layout.centres.map(turn)
        bends = layout.bends.map { $0.map(turn) }
        labels = layout.labels.map { $0.map(turn) }
        (starts, ends) = ports()
    }

    private static func size(_ node: Graph.Node) -> LayeredLayout.Size {
        let (width, height) = (node.label.width, node.label.height)
        switch node.shape {
        case .start, .end: return Size(width: 18, height: 18)
        case .circle:
            let side = max(width, height) + 24
            return Size(width: side, height: side)
        case .diamond: return Size(width: max(40, width + height + 40), height: max(40, height + width / 3 + 24))
        case .hexagon, .slanted, .flag: return Size(width: width + 52, height: height + 20)
        case .cylinder: return Size(width: width + 32, height: height + 36)
        case .box, .rounded, .stadium, .subroutine: return Size(width: max(40, width + 32), height: height + 20)
        }
    }

    // MARK: Edges

    private var isHorizontal: Bool { graph.direction.isHorizontal }

    private func across(_ point: LayeredLayout.Point) -> Double { isHorizontal ? point.y : point.x }

    private func along(_ point: LayeredLayout.Point) -> Double { isHorizontal ? point.x : point.y }

    private func point(along: Double, across: Double) -> LayeredLayout.Point {
        isHorizontal ? Point(x: along, y: across) : Point(x: across, y: along)
    }

    /// One end of an edge.
    private struct End {
        let edge: Int
        let isStart: Bool
    }

    /// Where each edge touches its nodes: the ends on one side beside one another, in the order of where their edges lead.
    private func ports() -> (starts: [Double], ends: [Double]) {
        var starts = graph.edges.map { across(centres[$0.from]) }
        var ends = graph.edges.map { across(centres[$0.to]) }
        var sides: [[Int]: [End]] = [:]
        for (index, edge) in graph.edges.enumerated() where edge.from != edge.to {
            let isForward = along(centres[edge.to]) > along(centres[edge.from])
            sides[[edge.from, isForward ? 1 : 0], default: []].append(End(edge: index, isStart: true))
            sides[[edge.to, isForward ? 0 : 1], default: []].append(End(edge: index, isStart: false))
        }
        for (side, touching) in sides where touching.count > 1 && Self.hasStraightSides(graph.nodes[side[0]].shape) {
            let size = isHorizontal ? sizes[side[0]].height : sizes[side[0]].width
            let step = min(18, size * 0.7 / Double(touching.count))
            let sorted = touching.sorted { (towards($0), $0.edge) < (towards($1), $1.edge) }
            for (position, end) in sorted.enumerated() {
                let offset = (Double(position) - Double(touching.count - 1) / 2) * step
                if end.isStart { starts[end.edge] += offset } else { ends[end.edge] += offset }
            }
        }
        return (starts, ends)
    }

    private static func hasStraightSides(_ shape: Graph.Shape) -> Bool { [.box, .rounded, .stadium, .subroutine].contains(shape) }

    /// Across the graph, where an edge leads from one of its ends.
    private func towards(_ end: End) -> Double {
        let (points, edge) = (bends[end.edge], graph.edges[end.edge])
        return across((end.isStart ? points.first : points.last) ?? centres[end.isStart ? edge.to : edge.from])
    }

    private func edge(_ index: Int) -> String {
        let edge = graph.edges[index]
        guard edge.line != .hidden else { return "" }
        if edge.from == edge.to { return loop(edge) }
        let next = bends[index].first ?? centres[edge.to]
        let last = bends[index].last ?? centres[edge.from]
        let start = border(of: edge.from, at: starts[index], towards: next)
        let end = border(of: edge.to, at: ends[index], towards: last)
        let points = [start] + bends[index] + [end]
        var path = "M\(SVG.point(start))"
        for (one, other) in zip(points, points.dropFirst()) {
            let middle = (along(one) + along(other)) / 2
            let (first, second) = (point(along: middle, across: across(one)), point(along: middle, across: across(other)))
            path += "C\(SVG.point(first)) \(SVG.point(second)) \(SVG.point(other))"
        }
        return SVG.path(path, "kb-diagram-edge kb-diagram-\(edge.line.rawValue)")
            + SVG.head(edge.head, at: end, along: step(from: last, to: end))
            + SVG.head(edge.tail, at: start, along: step(from: next, to: start))
    }

    /// The direction in which an edge comes to its end, along the graph.
    private func step(from one: LayeredLayout.Point, to other: LayeredLayout.Point) -> LayeredLayout.Point {
        point(along: along(other) >= along(one) ? 1 : -1, across: 0)
    }

    private func border(of node: Int, at port: Double, towards other: LayeredLayout.Point) -> LayeredLayout.Point {
        let half = (isHorizontal ? sizes[node].width : sizes[node].height) / 2
        let middle = along(centres[node])
        return point(along: along(other) >= middle ? middle + half : middle - half, across: port)
    }

    /// An edge from a node to itself: an arc at its right side.
    private func loop(_ edge: Graph.Edge) -> String {
        let (centre, size) = (centres[edge.from], sizes[edge.from])
        let right = centre.x + size.width / 2
        let (start, end) = (Point(x: right, y: centre.y - 6), Point(x: right, y: centre.y + 6))
        let path =
            "M\(SVG.point(start))C\(SVG.number(right + 28)) \(SVG.number(centre.y - 22)) \(SVG.number(right + 28)) \(SVG.number(centre.y + 22)) \(SVG.point(end))"
        return SVG.path(path, "kb-diagram-edge kb-diagram-\(edge.line.rawValue)") + SVG.head(edge.head, at: end, along: Point(x: -1, y: 0))
    }

    /// The middle of an edge's label.
    private func labelCentre(_ index: Int) -> LayeredLayout.Point? {
        let edge = graph.edges[index]
        guard let label = edge.label, edge.line != .hidden else { return nil }
        if edge.from == edge.to {
            return Point(x: centres[edge.from].x + sizes[edge.from].width / 2 + 30 + label.width / 2, y: centres[edge.from].y)
        }
        return labels[index]
    }

    // MARK: Nodes

    private func node(_ index: Int) -> String {
        let (node, size, centre) = (graph.nodes[index], sizes[index], centres[index])
        return NodeShape(node.shape, centre: centre, size: size).svg + SVG.text(node.label, at: centre)
    }

    /// The whole.
    var svg: String {
        var content = graph.edges.indices.map(edge).joined() + graph.nodes.indices.map(node).joined()
        var corners: [Point] = []
        for (centre, size) in zip(centres, sizes) { corners += Self.corners(centre, size) }
        for bend in bends { corners += bend }
        for (index, edge) in graph.edges.enumerated() {
            if edge.from == edge.to { corners += Self.corners(centres[edge.from], Size(width: sizes[edge.from].width + 60, height: 0)) }
            guard let label = edge.label, let centre = labelCentre(index) else { continue }
            content += SVG.label(label, at: centre)
            corners += Self.corners(centre, Size(width: label.width + 8, height: label.height))
        }
        let origin = Point(x: corners.map(\.x).min() ?? 0, y: corners.map(\.y).min() ?? 0)
        return SVG.picture(
            content, from: origin, width: (corners.map(\.x).max() ?? 0) - origin.x, height: (corners.map(\.y).max() ?? 0) - origin.y,
            description: description)
    }

    private static func corners(_ centre: LayeredLayout.Point, _ size: LayeredLayout.Size) -> [LayeredLayout.Point] {
        [
            Point(x: centre.x - size.width / 2, y: centre.y - size.height / 2),
            Point(x: centre.x + size.width / 2, y: centre.y + size.height / 2),
        ]
    }

    /// The edges in words: `Start → Check, yes → Done`.
    private var description: String {
        func name(_ index: Int) -> String {
            switch graph.nodes[index].shape {
            case .start: "●"
            case .end: "◉"
            default: graph.nodes[index].label.lines.isEmpty ? graph.nodes[index].id : graph.nodes[index].label.plain
            }
        }
        if graph.edges.isEmpty { return graph.nodes.indices.map(name).joined(separator: ", ") }
        return graph.edges.filter { $0.line != .hidden }.map { edge in
            "\(name(edge.from)) →\(edge.label.map { " \($0.plain) →" } ?? "") \(name(edge.to))"
        }.joined(separator: "; ")
    }
}

/// The outline of a node.
private struct NodeShape {
    let shape: Graph.Shape
    let centre: LayeredLayout.Point
    let size: LayeredLayout.Size

    init(_ shape: Graph.Shape, centre: LayeredLayout.Point, size: LayeredLayout.Size) {
        (self.shape, self.centre, self.size) = (shape, centre, size)
    }

    private var left: Double { centre.x - size.width / 2 }
    private var right: Double { centre.x + size.width / 2 }
    private var top: Double { centre.y - size.height / 2 }
    private var bottom: Double { centre.y + size.height / 2 }

    var svg: String {
        switch shape {
        case .box: return rectangle(radius: 4)
        case .rounded: return rectangle(radius: 10)
        case .stadium: return rectangle(radius: size.height / 2)
        case .subroutine:
            let bars = "M\(at(left + 8, top))L\(at(left + 8, bottom))M\(at(right - 8, top))L\(at(right - 8, bottom))"
            return rectangle(radius: 0) + SVG.path(bars, "kb-diagram-node kb-diagram-detail")
        case .circle: return circle(size.width / 2, "kb-diagram-node")
        case .start: return circle(8, "kb-diagram-point")
        case .end: return circle(9, "kb-diagram-node") + circle(5, "kb-diagram-point")
        case .cylinder:
            let arc = "A\(SVG.number(size.width / 2)) 7 0 0"
            let body = "M\(at(left, top + 7))\(arc) 1 \(at(right, top + 7))L\(at(right, bottom - 7))\(arc) 1 \(at(left, bottom - 7))Z"
            return SVG.path(body, "kb-diagram-node")
                + SVG.path("M\(at(left, top + 7))\(arc) 0 \(at(right, top + 7))", "kb-diagram-node kb-diagram-detail")
        case .diamond: return polygon([(centre.x, top), (right, centre.y), (centre.x, bottom), (left, centre.y)])
        case .hexagon:
            return polygon([
                (left + 14, top), (right - 14, top), (right, centre.y), (right - 14, bottom), (left + 14, bottom), (left, centre.y),
            ])
        case .slanted: return polygon([(left + 14, top), (right, top), (right - 14, bottom), (left, bottom)])
        case .flag: return polygon([(left, top), (right, top), (right, bottom), (left, bottom), (left + 14, centre.y)])
        }
    }

    private func at(_ x: Double, _ y: Double) -> String { SVG.point(LayeredLayout.Point(x: x, y: y)) }

    private func rectangle(radius: Double) -> String {
        "<rect class=\"kb-diagram-node\" x=\"\(SVG.number(left))\" y=\"\(SVG.number(top))\" width=\"\(SVG.number(size.width))\" height=\"\(SVG.number(size.height))\" rx=\"\(SVG.number(radius))\" fill=\"none\" stroke=\"currentColor\"/>"
    }

    private func circle(_ radius: Double, _ name: String) -> String {
        "<circle class=\"\(name)\" cx=\"\(SVG.number(centre.x))\" cy=\"\(SVG.number(centre.y))\" r=\"\(SVG.number(radius))\" fill=\"\(name == "kb-diagram-point" ? "currentColor" : "none")\" stroke=\"currentColor\"/>"
    }

    private func polygon(_ points: [(Double, Double)]) -> String {
        SVG.path("M" + points.map { at($0.0, $0.1) }.joined(separator: "L") + "Z", "kb-diagram-node")
    }
}
