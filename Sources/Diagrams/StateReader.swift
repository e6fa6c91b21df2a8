/// Reads a state diagram (https://mermaid.js.org/syntax/stateDiagram.html).
struct StateReader {
    private(set) var graph = Graph()

    private static let startName = "[*] start"
    private static let endName = "[*] end"

    mutating func read(_ line: String) throws(Mermaid.Undrawn) {
        let words = line.split(whereSeparator: \.isWhitespace)
        switch words[0] {
        case "direction":
            if words.count > 1, let direction = Graph.Direction(name: words[1]) { graph.direction = direction }
        case "state": try readState(line.dropFirst("state".count).trimmed)
        case "classDef", "class", "accTitle:", "accDescr:": break
        case "note", "end", "}", "--": throw Mermaid.Undrawn("notes and states within states are not drawn")
        default: try readTransition(line)
        }
    }

    /// Reads `"A name" as a` or `a <<choice>>`.
    private mutating func readState(_ text: String) throws(Mermaid.Undrawn) {
        if text.hasSuffix("{") { throw Mermaid.Undrawn("states within states are not drawn") }
        let words = text.split(whereSeparator: \.isWhitespace)
        guard let last = words.last else { throw Mermaid.Undrawn("“state” names no state") }
        if words.count > 2, words[words.count - 2] == "as" {
            let number = try named(String(last))
            graph.change(number) { $0.label = DiagramText(words.dropLast(2).joined(separator: " ")) }
        } else {
            let number = try named(String(words[0]))
            if last == "<<choice>>" { graph.change(number) { ($0.label, $0.shape) = (DiagramText(""), .diamond) } }
        }
    }

    /// Reads `a --> b : label` or `a : description`.
    private mutating func readTransition(_ line: String) throws(Mermaid.Undrawn) {
        let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let label = parts.count > 1 ? DiagramText(parts[1]) : nil
        let ends = parts[0].split(separator: ">", maxSplits: 1)
        guard ends.count == 2, ends[0].hasSuffix("--") else {
            guard let label, !parts[0].trimmed.contains(where: \.isWhitespace) else {
                throw Mermaid.Undrawn("“\(line.prefix(20))” is not understood")
            }
            let number = try named(parts[0].trimmed)
            graph.change(number) { $0.label = label }
            return
        }
        let from = try end(ends[0].dropLast(2).trimmed, Self.startName, .start)
        let to = try end(ends[1].trimmed, Self.endName, .end)
        try graph.add(Graph.Edge(from: from, to: to, label: label))
    }

    private mutating func end(_ name: String, _ point: String, _ shape: Graph.Shape) throws(Mermaid.Undrawn) -> Int {
        guard name == "[*]" else { return try named(name) }
        let number = try graph.node(point)
        graph.change(number) { ($0.label, $0.shape) = (DiagramText(""), shape) }
        return number
    }

    private mutating func named(_ name: String) throws(Mermaid.Undrawn) -> Int {
        guard !name.isEmpty, !name.contains(where: \.isWhitespace) else {
            throw Mermaid.Undrawn("“\(name.prefix(20))” is no name of a state")
        }
        let number = try graph.node(name)
        graph.change(number) { if $0.shape == .box { $0.shape = .rounded } }
        return number
    }
}
