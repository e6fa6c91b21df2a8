/// Reads a flow chart.
struct FlowchartReader {
    private(set) var graph = Graph()

    /// - Parameter first: the first line, such as `graph LR`, with what may follow on it.
    init(direction first: String) {
        let words = first.split { $0.isWhitespace || $0 == ";" }
        if words.count > 1, let direction = Graph.Direction(name: words[1]) { graph.direction = direction }
    }

    mutating func read(_ line: String) throws(Mermaid.Undrawn) {
        for statement in Self.statements(of: line) { try read(statement: statement) }
    }

    private mutating func read(statement: String) throws(Mermaid.Undrawn) {
        switch statement.prefix(while: { !$0.isWhitespace }) {
        case "subgraph", "end", "direction": throw Mermaid.Undrawn("subgraphs are not drawn")
        // Colours are the theme's; what a click does is a script's.
        case "classDef", "class", "style", "linkStyle", "click", "accTitle:", "accDescr:": return
        default: break
        }
        var scanner = Scanner(statement)
        var before = try readNodes(&scanner)
        while !scanner.isAtEnd {
            guard var link = scanner.link() else { throw Mermaid.Undrawn("“\(scanner.rest.prefix(20))” is not understood") }
            if link.label == nil { link.label = scanner.bars().map { DiagramText($0) } }
            let after = try readNodes(&scanner)
            for from in before {
                for to in after {
                    try graph.add(
                        Graph.Edge(from: from, to: to, label: link.label, line: link.line, head: link.head, tail: link.tail))
                }
            }
            before = after
        }
    }

    /// Reads nodes with `&` between them.
    private mutating func readNodes(_ scanner: inout Scanner) throws(Mermaid.Undrawn) -> [Int] {
        var numbers: [Int] = []
        repeat {
            guard let id = scanner.id() else { throw Mermaid.Undrawn("“\(scanner.rest.prefix(20))” is not understood") }
            let number = try graph.node(id)
            if let (label, shape) = scanner.shape() {
                graph.change(number) { ($0.label, $0.shape) = (DiagramText(label), shape) }
            }
            scanner.skipClass()
            numbers.append(number)
        } while scanner.skip("&")
        return numbers
    }

    /// The statements of a line, which semicolons end that are not in a label.
    private static func statements(of line: String) -> [String] {
        var statements = [""]
        var (isQuoted, depth) = (false, 0)
        for character in line {
            if character == "\"" { isQuoted.toggle() }
            if !isQuoted, "[({".contains(character) { depth += 1 }
            if !isQuoted, "])}".contains(character) { depth -= 1 }
            if character == ";", !isQuoted, depth <= 0 { statements.append("") } else { statements[statements.count - 1].append(character) }
        }
        return statements.map(\.trimmed).filter { !$0.isEmpty }
    }
}

/// A line between two nodes, as it is written.
private struct Link {
    var label: DiagramText?
    var line = Graph.Edge.Line.solid
    var head = Graph.Edge.Head.none
    var tail = Graph.Edge.Head.none
}

/// Goes through a statement of a flow chart.
private struct Scanner {
    private(set) var rest: Substring

    init(_ text: String) { rest = text[...] }

    var isAtEnd: Bool { rest.allSatisfy(\.isWhitespace) }

    private mutating func skipSpace() { rest = rest.drop(while: \.isWhitespace) }

    mutating func skip(_ text: String) -> Bool {
        skipSpace()
        guard rest.hasPrefix(text) else { return false }
        rest = rest.dropFirst(text.count)
        return true
    }

    /// The name of a node. A dash ends it where a line begins.
    mutating func id() -> String? {
        skipSpace()
        var end = rest.startIndex
        while end < rest.endIndex {
            let character = rest[end]
            let next = rest[rest.index(after: end)...].first
            let isDash = (character == "-" || character == ".") && next.map { $0.isLetter || $0.isNumber } ?? false
            guard character.isLetter || character.isNumber || character == "_" || isDash else { break }
            end = rest.index(after: end)
        }
        guard end > rest.startIndex else { return nil }
        defer { rest = rest[end...] }
        return String(rest[..<end])
    }

    private static let shapes: [(open: String, close: String, shape: Graph.Shape)] = [
        ("(((", ")))", .circle), ("((", "))", .circle), ("([", "])", .stadium), ("[[", "]]", .subroutine), ("[(", ")]", .cylinder),
        ("{{", "}}", .hexagon), ("[/", "/]", .slanted), ("[/", "\\]", .slanted), ("[\\", "\\]", .slanted), ("[\\", "/]", .slanted),
        ("[", "]", .box), ("(", ")", .rounded), ("{", "}", .diamond), (">", "]", .flag),
    ]

    /// The label and the shape behind a name.
    mutating func shape() -> (label: String, shape: Graph.Shape)? {
        for (open, close, shape) in Self.shapes where rest.hasPrefix(open) {
            guard let label = text(behind: open, before: close) else { continue }
            return (label, shape)
        }
        return nil
    }

    /// The text between two marks, the second of which may stand in quotes, too.
    private mutating func text(behind open: String, before close: String) -> String? {
        let inner = rest.dropFirst(open.count)
        var isQuoted = false
        var index = inner.startIndex
        while index < inner.endIndex {
            if inner[index] == "\"" { isQuoted.toggle() }
            if !isQuoted, inner[index...].hasPrefix(close) {
                defer { rest = inner[index...].dropFirst(close.count) }
                return String(inner[..<index])
            }
            index = inner.index(after: index)
        }
        return nil
    }

    mutating func skipClass() {
        guard rest.hasPrefix(":::") else { return }
        rest = rest.dropFirst(3).drop { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    }

    /// A label between bars behind a line.
    mutating func bars() -> String? {
        skipSpace()
        return rest.hasPrefix("|") ? text(behind: "|", before: "|") : nil
    }

    /// A line with its ends, and the label that may stand in it: `-->`, `-. no .->`, `== yes ==>`.
    mutating func link() -> Link? {
        skipSpace()
        var link = Link()
        var at = rest
        if let first = at.first, let tail = Self.head(first), at.dropFirst().first.map({ "-=".contains($0) }) ?? false {
            link.tail = first == "<" ? .arrow : tail
            at = at.dropFirst()
        }
        let start = at.prefix { "-=.~".contains($0) }
        guard start.count > 1 else { return nil }
        link.line = start.contains("=") ? .thick : start.contains(".") ? .dotted : start.contains("~") ? .hidden : .solid
        at = at.dropFirst(start.count)
        if let head = at.first.flatMap(Self.head), head == .arrow || at.dropFirst().first.map({ $0.isWhitespace || $0 == "|" }) ?? false {
            link.head = head
            rest = at.dropFirst()
            return link
        }
        if start.count > 2 {
            rest = at
            return link
        }
        // Two marks begin a line with a label in it.
        let close = start.contains("=") ? "==" : start.contains(".") ? ".-" : "--"
        guard let end = Self.index(of: close, in: at) else { return nil }
        link.label = DiagramText(at[..<end])
        at = at[end...].drop { "-=.".contains($0) }
        if let head = at.first.flatMap(Self.head) {
            link.head = head
            at = at.dropFirst()
        }
        rest = at
        return link
    }

    private static func index(of text: String, in line: Substring) -> Substring.Index? {
        var index = line.startIndex
        while index < line.endIndex {
            if line[index...].hasPrefix(text) { return index }
            index = line.index(after: index)
        }
        return nil
    }

    private static func head(_ character: Character) -> Graph.Edge.Head? {
        switch character {
        case ">", "<": .arrow
        case "o": .circle
        case "x": .cross
        default: nil
        }
    }
}
