/// Who says what to whom, from top to bottom.
struct Sequence {
    struct Message {
        let from: Int
        let to: Int
        let text: DiagramText
        let isDotted: Bool
        let head: Graph.Edge.Head
    }

    enum Row {
        case message(Message)
        case note(over: ClosedRange<Int>, side: Side, DiagramText)
        /// The beginning of a frame, such as `loop Every minute`.
        case open(name: String, DiagramText)
        /// A part of a frame, such as `else`.
        case part(DiagramText)
        case close
    }

    enum Side { case over, left, right }

    var participants: [DiagramText] = []
    var rows: [Row] = []
}

/// Reads a sequence diagram (https://mermaid.js.org/syntax/sequenceDiagram.html).
struct SequenceReader {
    private(set) var sequence = Sequence()
    private var numbers: [String: Int] = [:]
    private var depth = 0
    private var isNumbered = false
    private var messages = 0

    private static let mostRows = 300
    private static let mostParticipants = 40

    mutating func read(_ line: String) throws(Mermaid.Undrawn) {
        guard sequence.rows.count < Self.mostRows else { throw Mermaid.Undrawn("it has more than \(Self.mostRows) rows") }
        let word = String(line.prefix { !$0.isWhitespace })
        let rest = line.dropFirst(word.count).trimmed
        switch word {
        case "participant", "actor": try readParticipant(rest)
        case "autonumber": isNumbered = true
        // Bars of activity, boxes and links only decorate.
        case "activate", "deactivate", "title", "title:", "link", "links", "accTitle:", "accDescr:": break
        case "loop", "alt", "opt", "par", "critical", "break", "rect":
            depth += 1
            sequence.rows.append(.open(name: word, DiagramText(word == "rect" ? "" : rest)))
        case "else", "and", "option": sequence.rows.append(.part(DiagramText(rest)))
        case "end":
            guard depth > 0 else { throw Mermaid.Undrawn("an “end” has no beginning") }
            depth -= 1
            sequence.rows.append(.close)
        case "Note", "note": try readNote(rest)
        case "box", "create", "destroy": throw Mermaid.Undrawn("“\(word)” is not drawn")
        default: try readMessage(line)
        }
    }

    private mutating func readParticipant(_ text: String) throws(Mermaid.Undrawn) {
        let words = text.split(separator: " ")
        guard let first = words.first else { throw Mermaid.Undrawn("a participant has no name") }
        if words.count > 2, words[1] == "as" {
            let number = try participant(String(first))
            sequence.participants[number] = DiagramText(words.dropFirst(2).joined(separator: " "))
        } else {
            _ = try participant(text)
        }
    }

    private mutating func participant(_ name: String) throws(Mermaid.Undrawn) -> Int {
        if let number = numbers[name] { return number }
        guard !name.isEmpty, sequence.participants.count < Self.mostParticipants else {
            throw Mermaid.Undrawn(name.isEmpty ? "a participant has no name" : "it has more than \(Self.mostParticipants) participants")
        }
        numbers[name] = sequence.participants.count
        sequence.participants.append(DiagramText(name))
        return sequence.participants.count - 1
    }

    /// Reads `over A,B: text`, `left of A: text`, `right of A: text`.
    private mutating func readNote(_ text: String) throws(Mermaid.Undrawn) {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { throw Mermaid.Undrawn("a note has no text") }
        for (start, side) in [("over ", Sequence.Side.over), ("left of ", .left), ("right of ", .right)] where parts[0].hasPrefix(start) {
            var over: [Int] = []
            for name in parts[0].dropFirst(start.count).split(separator: ",") { over.append(try participant(name.trimmed)) }
            guard let first = over.min(), let last = over.max() else { break }
            sequence.rows.append(.note(over: first...last, side: side, DiagramText(parts[1])))
            return
        }
        throw Mermaid.Undrawn("“\(text.prefix(20))” is not understood")
    }

    /// The longest first, so that none is taken for another.
    private static let arrows: [(text: String, isDotted: Bool, head: Graph.Edge.Head)] = [
        ("-->>", true, .arrow), ("->>", false, .arrow), ("--x", true, .cross), ("--)", true, .arrow), ("-->", true, .none),
        ("-x", false, .cross),
        ("-)", false, .arrow), ("->", false, .none),
    ]

    /// Reads `A->>B: text`. A plus or minus before the name is a bar of activity.
    private mutating func readMessage(_ line: String) throws(Mermaid.Undrawn) {
        var index = line.startIndex
        while index < line.endIndex {
            if let arrow = Self.arrows.first(where: { line[index...].hasPrefix($0.text) }) {
                let parts = line[index...].dropFirst(arrow.text.count).split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
                let from = try participant(line[..<index].trimmed)
                let to = try participant(parts[0].drop { "+-".contains($0) }.trimmed)
                messages += 1
                let text = parts.count > 1 ? parts[1].trimmed : ""
                let label = isNumbered ? "\(messages). \(text)" : text
                sequence.rows.append(
                    .message(Sequence.Message(from: from, to: to, text: DiagramText(label), isDotted: arrow.isDotted, head: arrow.head)))
                return
            }
            index = line.index(after: index)
        }
        throw Mermaid.Undrawn("“\(line.prefix(20))” is not understood")
    }
}
