/// Draws a sequence: its participants beside one another, what they say below one another.
struct SequenceDrawing {
    private typealias Point = LayeredLayout.Point

    private let sequence: Sequence
    /// The middles of the participants.
    private var columns: [Double] = []
    private var content = ""
    private var y = 0.0
    private var frames: [(name: String, top: Double, parts: [(text: DiagramText, y: Double)])] = []
    private var left = 0.0
    private var right = 0.0

    private static let headHeight = 38.0
    private static let rowGap = 14.0

    /// - Throws: if there is nothing to draw.
    init(_ sequence: Sequence) throws(Mermaid.Undrawn) {
        guard !sequence.participants.isEmpty else { throw Mermaid.Undrawn("it has no participants") }
        self.sequence = sequence
        placeColumns()
        y = Self.headHeight + Self.rowGap
        for row in sequence.rows { draw(row) }
        while !frames.isEmpty { closeFrame() }
        y += Self.rowGap
    }

    // MARK: Columns

    private func width(_ participant: Int) -> Double { max(72, sequence.participants[participant].width + 28) }

    /// Puts the participants as far from one another as what they say to their neighbours needs.
    private mutating func placeColumns() {
        var gaps = [Double](repeating: 0, count: sequence.participants.count)
        for index in gaps.indices.dropFirst() { gaps[index] = (width(index - 1) + width(index)) / 2 + 24 }
        for row in sequence.rows {
            guard case .message(let message) = row else { continue }
            let (first, last) = (min(message.from, message.to), max(message.from, message.to))
            if first == last {
                if first + 1 < gaps.count { gaps[first + 1] = max(gaps[first + 1], message.text.width + 60) }
            } else {
                let share = (message.text.width + 32) / Double(last - first)
                for index in (first + 1)...last { gaps[index] = max(gaps[index], share) }
            }
        }
        var x = width(0) / 2
        for index in gaps.indices {
            x += gaps[index]
            columns.append(x)
        }
        left = 0
        right = x + width(gaps.count - 1) / 2
    }

    // MARK: Rows

    private mutating func draw(_ row: Sequence.Row) {
        switch row {
        case .message(let message): draw(message)
        case .note(let over, let side, let text): drawNote(over, side, text)
        case .open(let name, let text):
            frames.append((name, y, [(text, y)]))
            y += 26
        case .part(let text):
            guard !frames.isEmpty else { return }
            y += 4
            frames[frames.count - 1].parts.append((text, y))
            y += 26
        case .close: closeFrame()
        }
    }

    private mutating func draw(_ message: Sequence.Message) {
        let (from, to) = (columns[message.from], columns[message.to])
        let names = "kb-diagram-edge kb-diagram-\(message.isDotted ? "dotted" : "solid")"
        if message.from == message.to {
            content += Self.text(message.text, left: from + 36, middle: y + max(10, message.text.height / 2))
            let height = max(20, message.text.height)
            let (start, end) = (Point(x: from, y: y), Point(x: from, y: y + height))
            content += SVG.path("M\(SVG.point(start))H\(SVG.number(from + 28))V\(SVG.number(y + height))H\(SVG.number(from))", names)
            content += SVG.head(message.head, at: end, along: Point(x: -1, y: 0))
            right = max(right, from + 44 + message.text.width)
            y += height + Self.rowGap
            return
        }
        y += message.text.height + 2
        content += SVG.text(message.text, at: Point(x: (from + to) / 2, y: y - message.text.height / 2 - 3), "kb-diagram-label")
        content += SVG.path("M\(SVG.number(from)) \(SVG.number(y))H\(SVG.number(to))", names)
        content += SVG.head(message.head, at: Point(x: to, y: y), along: Point(x: to > from ? 1 : -1, y: 0))
        y += Self.rowGap
    }

    /// A text that begins at a place.
    private static func text(_ text: DiagramText, left: Double, middle: Double) -> String {
        SVG.text(text, at: LayeredLayout.Point(x: left + text.width / 2, y: middle), "kb-diagram-label")
    }

    private mutating func drawNote(_ over: ClosedRange<Int>, _ side: Sequence.Side, _ text: DiagramText) {
        let (first, last) = (columns[over.lowerBound], columns[over.upperBound])
        let width = max(text.width + 20, side == .over ? last - first + 40 : 0)
        let centre: Double
        switch side {
        case .over: centre = (first + last) / 2
        case .left: centre = first - 10 - width / 2
        case .right: centre = last + 10 + width / 2
        }
        let height = text.height + 10
        content +=
            "<rect class=\"kb-diagram-note\" x=\"\(SVG.number(centre - width / 2))\" y=\"\(SVG.number(y))\" width=\"\(SVG.number(width))\" height=\"\(SVG.number(height))\" rx=\"3\" fill=\"none\" stroke=\"currentColor\"/>"
        content += SVG.text(text, at: Point(x: centre, y: y + height / 2))
        (left, right) = (min(left, centre - width / 2), max(right, centre + width / 2))
        y += height + Self.rowGap
    }

    /// Draws the frame that was opened last around what came since.
    private mutating func closeFrame() {
        guard let frame = frames.popLast() else { return }
        let inset = Double(frames.count) * 6
        let (start, end) = (left - 16 + inset, right + 16 - inset)
        content +=
            "<rect class=\"kb-diagram-frame\" x=\"\(SVG.number(start))\" y=\"\(SVG.number(frame.top))\" width=\"\(SVG.number(end - start))\" height=\"\(SVG.number(y - frame.top))\" fill=\"none\" stroke=\"currentColor\"/>"
        for (index, part) in frame.parts.enumerated() {
            if index > 0 {
                content += SVG.path("M\(SVG.number(start)) \(SVG.number(part.y))H\(SVG.number(end))", "kb-diagram-edge kb-diagram-dotted")
            }
            let name = index == 0 && frame.name != "rect" ? frame.name + (part.text.lines.isEmpty ? "" : ": ") : ""
            let text = DiagramText(name + part.text.plain)
            if !text.lines.isEmpty { content += SVG.label(text, at: Point(x: start + 8 + text.width / 2, y: part.y + 13)) }
        }
        y += Self.rowGap
    }

    // MARK: The whole

    var svg: String {
        var back = ""
        var front = ""
        for (index, participant) in sequence.participants.enumerated() {
            let (x, width) = (columns[index], width(index))
            back += SVG.path("M\(SVG.number(x)) \(SVG.number(Self.headHeight))V\(SVG.number(y))", "kb-diagram-life")
            front +=
                "<rect class=\"kb-diagram-node\" x=\"\(SVG.number(x - width / 2))\" y=\"0\" width=\"\(SVG.number(width))\" height=\"\(SVG.number(Self.headHeight))\" rx=\"4\" fill=\"none\" stroke=\"currentColor\"/>"
            front += SVG.text(participant, at: Point(x: x, y: Self.headHeight / 2))
        }
        let hasFrames = content.contains("kb-diagram-frame")
        let edge = hasFrames ? 18.0 : 0
        return SVG.picture(
            back + content + front, from: Point(x: left - edge, y: 0), width: right - left + 2 * edge, height: y, description: description)
    }

    /// What is said, in words: `Browser → Server: log in; Server → Browser: a token`.
    private var description: String {
        sequence.rows.compactMap { row in
            switch row {
            case .message(let message):
                "\(sequence.participants[message.from].plain) → \(sequence.participants[message.to].plain): \(message.text.plain)"
            case .note(_, _, let text): text.plain
            case .open(let name, let text): "\(name) \(text.plain)"
            case .part(let text): text.plain
            case .close: nil
            }
        }.joined(separator: "; ")
    }
}
