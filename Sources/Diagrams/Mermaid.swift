/// Diagrams in Mermaid's language (https://mermaid.js.org/syntax/flowchart.html) as SVG, which needs no script: flow charts, state diagrams and
/// sequence diagrams, without what only decorates them.
public enum Mermaid {
    /// A diagram as an `svg` element, whose parts have classes for a theme to colour.
    /// - Parameter source: the text of the block, in lines.
    /// - Returns: nil with the reason, as a clause, where the diagram has what is not drawn.
    public static func svg(_ source: String) -> Result<String, Undrawn> {
        guard source.utf8.count <= longestSource else { return .failure(Undrawn("it is longer than \(longestSource) bytes")) }
        let drawn = draw(source)
        // One label may stand at hundreds of arrows.
        guard case .success(let svg) = drawn, svg.utf8.count > longestPicture else { return drawn }
        return .failure(Undrawn("its drawing would be larger than \(longestPicture) bytes"))
    }

    /// How many diagrams of a page are drawn: a few bytes can say hundreds of arrows.
    public static let mostOfAPage = 40

    private static let longestSource = 20_000
    private static let longestPicture = 500_000

    private static func draw(_ source: String) -> Result<String, Undrawn> {
        var lines = DiagramLines(source)
        do throws(Undrawn) {
            guard let first = lines.next() else { throw Undrawn("it is empty") }
            switch first.prefix(while: { !$0.isWhitespace && $0 != ";" }) {
            case "graph", "flowchart", "flowchart-elk":
                var reader = FlowchartReader(direction: first)
                // Statements may stand behind the direction.
                if let end = first.firstIndex(of: ";") { try reader.read(String(first[end...].dropFirst())) }
                while let line = lines.next() { try reader.read(line) }
                return .success(try GraphDrawing(reader.graph).svg)
            case "stateDiagram", "stateDiagram-v2":
                var reader = StateReader()
                while let line = lines.next() { try reader.read(line) }
                return .success(try GraphDrawing(reader.graph).svg)
            case "sequenceDiagram":
                var reader = SequenceReader()
                while let line = lines.next() { try reader.read(line) }
                return .success(try SequenceDrawing(reader.sequence).svg)
            case let kind: throw Undrawn("“\(kind.prefix(40))” is not drawn")
            }
        } catch {
            return .failure(error)
        }
    }

    /// What keeps a diagram from being drawn.
    public struct Undrawn: Error, Equatable {
        /// A clause, such as “subgraphs are not drawn”.
        public let reason: String

        init(_ reason: String) { self.reason = reason }
    }
}

/// The statements of a diagram: its lines without comments, front matter and blanks.
struct DiagramLines {
    private var lines: [String]

    init(_ source: String) {
        var lines = source.split(whereSeparator: \.isNewline).map { $0.trimmed }
        if lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") { lines.removeSubrange(...end) }
        self.lines = lines.filter { !$0.isEmpty && !$0.hasPrefix("%%") }.reversed()
    }

    mutating func next() -> String? { lines.popLast() }
}

extension StringProtocol {
    /// Without white space at either end.
    var trimmed: String {
        let rest = drop(while: \.isWhitespace)
        guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(rest[...last])
    }
}
