/// Nodes and the arrows between them.
struct Graph {
    enum Direction {
        case down, up, right, left

        var isHorizontal: Bool { self == .right || self == .left }

        /// - Parameter name: `TD`, `TB`, `BT`, `LR` or `RL`.
        init?(name: some StringProtocol) {
            switch name {
            case "TD", "TB", "v": self = .down
            case "BT", "^": self = .up
            case "LR", ">": self = .right
            case "RL", "<": self = .left
            default: return nil
            }
        }
    }

    enum Shape: String {
        case box, rounded, stadium, subroutine, cylinder, circle, diamond, hexagon, slanted, flag
        /// Where a state diagram begins and ends.
        case start, end
    }

    struct Node {
        let id: String
        var label: DiagramText
        var shape = Shape.box
    }

    struct Edge {
        enum Line: String { case solid, dotted, thick, hidden }
        enum Head { case none, arrow, circle, cross }

        let from: Int
        let to: Int
        var label: DiagramText?
        var line = Line.solid
        var head = Head.arrow
        var tail = Head.none
    }

    var direction = Direction.down
    private(set) var nodes: [Node] = []
    private(set) var edges: [Edge] = []
    private var numbers: [String: Int] = [:]

    /// More is not laid out in a time that a build has.
    static let mostNodes = 150
    static let mostEdges = 300

    /// The number of a node, which is added if it is not there.
    mutating func node(_ id: String) throws(Mermaid.Undrawn) -> Int {
        if let number = numbers[id] { return number }
        guard nodes.count < Self.mostNodes else { throw Mermaid.Undrawn("it has more than \(Self.mostNodes) nodes") }
        numbers[id] = nodes.count
        nodes.append(Node(id: id, label: DiagramText(id)))
        return nodes.count - 1
    }

    mutating func change(_ number: Int, _ change: (inout Node) -> Void) { change(&nodes[number]) }

    mutating func add(_ edge: Edge) throws(Mermaid.Undrawn) {
        guard edges.count < Self.mostEdges else { throw Mermaid.Undrawn("it has more than \(Self.mostEdges) arrows") }
        edges.append(edge)
    }
}

/// A text in lines, with the room that it takes in a sans-serif font of 14 pixels.
struct DiagramText {
    let lines: [String]

    static let lineHeight = 18.0
    private static let fontSize = 14.0

    /// - Parameter source: as it is written in a diagram: in quotes or not, with `<br>` and entities.
    init(_ source: some StringProtocol) {
        var text = source.trimmed
        if text.count > 1, text.first == "\"", text.last == "\"" { text = String(text.dropFirst().dropLast()).trimmed }
        if text.count > 1, text.first == "`", text.last == "`" { text = String(text.dropFirst().dropLast()) }
        lines = Self.parts(text).flatMap { Self.wrapped(Self.plain($0)) }
    }

    var width: Double { lines.map(Self.width).max() ?? 0 }
    var height: Double { Double(lines.count) * Self.lineHeight }
    /// In one line.
    var plain: String { lines.joined(separator: " ") }

    /// The parts between `<br>` and `\n`.
    private static func parts(_ text: String) -> [String] {
        var parts = [""]
        var rest = text[...]
        while let character = rest.first {
            if character == "\\", rest.dropFirst().first == "n" {
                parts.append("")
                rest = rest.dropFirst(2)
            } else if character == "<", let end = rest.prefix(12).firstIndex(of: ">") {
                if rest[..<end].dropFirst().lowercased().hasPrefix("br") { parts.append("") }
                rest = rest[rest.index(after: end)...]
            } else {
                parts[parts.count - 1].append(character)
                rest = rest.dropFirst()
            }
        }
        return parts.map(\.trimmed).filter { !$0.isEmpty }
    }

    /// Without the marks of Mermaid's entities (`#quot;`) and of Markdown's strong text.
    private static func plain(_ text: String) -> String {
        var out = ""
        var rest = text[...]
        while let character = rest.first {
            if character == "#" || character == "&", let end = rest.prefix(9).firstIndex(of: ";") {
                let name = rest[..<end].dropFirst()
                if let scalar = entities[String(name)] ?? UInt32(name.drop { $0 == "#" }).flatMap(Unicode.Scalar.init) {
                    out.unicodeScalars.append(scalar)
                    rest = rest[rest.index(after: end)...]
                    continue
                }
            }
            if rest.hasPrefix("**") { rest = rest.dropFirst() } else { out.append(character) }
            rest = rest.dropFirst()
        }
        return out.filter { !$0.unicodeScalars.contains { $0.value < 0x20 } }
    }

    private static let entities: [String: Unicode.Scalar] = [
        "quot": "\"", "amp": "&", "lt": "<", "gt": ">", "semi": ";", "nbsp": " ", "35": "#",
    ]

    /// Cuts a line at spaces where it grows longer than a label should be.
    private static func wrapped(_ text: String) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, width(line + " " + word) > 200 {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return line.isEmpty ? lines : lines + [line]
    }

    /// An estimate that is rather too wide than too narrow, because the reader's font is not known.
    private static func width(_ text: String) -> Double {
        text.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar {
            case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!": sum + 0.30 * fontSize
            case "f", "r", "t", "(", ")", "[", "]", "-", " ", "/", "\"": sum + 0.38 * fontSize
            case "m", "w", "M", "W", "@", "%": sum + 0.92 * fontSize
            case "A"..."Z": sum + 0.72 * fontSize
            case _ where scalar.value >= 0x1100 && !(0x1E00...0x2E7F).contains(scalar.value): sum + 1.02 * fontSize
            default: sum + 0.58 * fontSize
            }
        }
    }
}
