import Bytes
import Content
import Guides

/// The whole tree of a guide as nested lists: what is behind what, for eyes, screen readers and paper alike.
struct GuideMap {
    private let guide: Guide
    private let texts: InterfaceTexts

    init(_ guide: Guide, _ texts: InterfaceTexts) {
        self.guide = guide
        self.texts = texts
    }

    /// A list of the outermost nodes, with those below them in lists of their own.
    var html: [UInt8] {
        var out: [UInt8] = []
        write(guide.roots, isOrdered: false, to: &out)
        return out
    }

    /// What is only to be read is no part of the way.
    private func isShown(_ index: Int) -> Bool {
        let node = guide.nodes[index]
        return node.kind != .info && node.kind != .question || node.children.contains { isShown($0) }
    }

    private func write(_ nodes: [Int], isOrdered: Bool, to out: inout [UInt8]) {
        let shown = nodes.filter { isShown($0) }
        guard !shown.isEmpty else { return }
        isOrdered ? out.write("<ol>\n") : out.write("<ul>\n")
        for index in shown {
            let node = guide.nodes[index]
            out.write("<li class=\"kb-node\"><span class=\"kb-node-title\">")
            writeKind(node, to: &out)
            writeTitle(node, to: &out)
            writeNotes(node, to: &out)
            out.write("</span>\n")
            write(node.children, isOrdered: node.isOrdered, to: &out)
            out.write("</li>\n")
        }
        isOrdered ? out.write("</ol>\n") : out.write("</ul>\n")
    }

    private func writeKind(_ node: Guide.Node, to out: inout [UInt8]) {
        guard let name = Self.label(of: node.kind).map({ texts[$0] }) else { return }
        out.write(utf8: "<span class=\"kb-kind kb-kind-\(node.kind.rawValue)\">")
        out.write(escaping: name)
        out.write("</span> ")
    }

    /// The key of the label that says what a node is; nil for what only gathers.
    private static func label(of kind: Guide.Node.Kind) -> String? {
        switch kind {
        case .condition: "guideCondition"
        case .cause: "guideCause"
        case .check: "guideCheck"
        case .remedy: "guideRemedy"
        case .alternative: "guideAlternative"
        case .escalation: "guideEscalation"
        case .procedure: "guideProcedure"
        case .group, .question, .info: nil
        }
    }

    private func writeTitle(_ node: Guide.Node, to out: inout [UInt8]) {
        out.write("<a href=\"#")
        out.write(href: node.anchor)
        out.write("\">")
        out.write(escaping: node.title)
        out.write("</a>")
    }

    private func writeNotes(_ node: Guide.Node, to out: inout [UInt8]) {
        var notes: [String] = []
        if let likelihood = node.likelihood { notes.append("\(Int((likelihood * 100).rounded()))\u{A0}%") }
        if node.hasAlternatives { notes.append(texts["guideChooseOne"]) }
        guard !notes.isEmpty else { return }
        out.write(" <span class=\"kb-node-notes\">")
        out.write(escaping: notes.joined(separator: " · "))
        out.write("</span>")
    }
}
