import Bytes

/// Pieces of SVG as text. Colours are a theme's; what is said here is for where there is none.
enum SVG {
    typealias Point = LayeredLayout.Point

    /// A number with one decimal at most.
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths < 0 && tenths > -10 ? "-" : "")\(tenths / 10).\(abs(tenths % 10))"
    }

    static func point(_ point: Point) -> String { "\(number(point.x)) \(number(point.y))" }

    static func escaped(_ text: String) -> String {
        var out: [UInt8] = []
        out.write(escaping: text)
        return String(decoding: out, as: UTF8.self)
    }

    /// A text around a point.
    static func text(_ text: DiagramText, at centre: Point, _ name: String = "kb-diagram-text") -> String {
        let first = centre.y - text.height / 2 + DiagramText.lineHeight * 0.72
        return text.lines.enumerated().map { index, line in
            let y = number(first + Double(index) * DiagramText.lineHeight)
            return
                "<text class=\"\(name)\" x=\"\(number(centre.x))\" y=\"\(y)\" text-anchor=\"middle\" font-size=\"14\">\(escaped(line))</text>"
        }.joined()
    }

    /// A text on a patch that hides what runs below it.
    static func label(_ label: DiagramText, at centre: Point) -> String {
        let (width, height) = (label.width + 8, label.height + 2)
        return
            "<rect class=\"kb-diagram-patch\" x=\"\(number(centre.x - width / 2))\" y=\"\(number(centre.y - height / 2))\" width=\"\(number(width))\" height=\"\(number(height))\" fill=\"none\"/>"
            + text(label, at: centre, "kb-diagram-label")
    }

    static func path(_ path: String, _ names: String) -> String {
        "<path class=\"\(names)\" d=\"\(path)\" fill=\"none\" stroke=\"currentColor\"/>"
    }

    /// The end of a line that comes from a direction, given as a step of length 1.
    static func head(_ head: Graph.Edge.Head, at tip: Point, along step: Point) -> String {
        func back(_ length: Double, _ side: Double) -> Point {
            Point(x: tip.x - step.x * length - step.y * side, y: tip.y - step.y * length + step.x * side)
        }
        switch head {
        case .none: return ""
        case .arrow: return path("M\(point(tip))L\(point(back(9, 4.5)))L\(point(back(9, -4.5)))Z", "kb-diagram-head")
        case .circle:
            let centre = back(4, 0)
            return "<circle class=\"kb-diagram-head\" cx=\"\(number(centre.x))\" cy=\"\(number(centre.y))\" r=\"4\" fill=\"currentColor\"/>"
        case .cross:
            return path("M\(point(back(8, 4)))L\(point(back(0, -4)))M\(point(back(8, -4)))L\(point(back(0, 4)))", "kb-diagram-edge")
        }
    }

    /// What can be listened to: 1,500 characters at most.
    private static func shortened(_ text: String) -> String { text.count > 1_500 ? text.prefix(1_500) + " …" : text }

    /// The whole, with a margin around it.
    /// - Parameter description: what it shows, for those who do not see it.
    static func picture(_ content: String, from origin: Point, width: Double, height: Double, description: String) -> String {
        let margin = 8.0
        let box = [origin.x - margin, origin.y - margin, width + 2 * margin, height + 2 * margin].map(number)
        // A theme makes those that are not much too wide as narrow as the page; smaller letters than that cannot be read.
        let name = width > 760 ? "kb-diagram kb-diagram-wide" : "kb-diagram"
        return
            "<svg class=\"\(name)\" role=\"img\" aria-label=\"\(escaped(shortened(description)))\" width=\"\(box[2])\" height=\"\(box[3])\" viewBox=\"\(box.joined(separator: " "))\">\(content)</svg>"
    }
}
