import Markdown

/// The text of a paragraph, an item or a heading, cut where a new line begins a new thought: at a hard break, behind a line that ends in a
/// colon, and before and behind a line in bold.
struct InlineParts {
    struct Part {
        var line: Int
        var text = ""
        var marks: Passage.Marks = []
        var lead: Passage.Lead?
    }

    /// A line of the file.
    private struct Line {
        var line: Int
        /// The bold text that it begins with.
        var bold = ""
        /// The text behind that.
        var rest = ""
        var hasText = false
        var marks: Passage.Marks = []
        var linkText = 0
        var codeText = 0
        var endsHard = false

        var text: String { (bold + rest).trimmed }
        var isAllBold: Bool { !bold.isEmpty && rest.allSatisfy { " :.：。?？!".contains($0) } }
    }

    private let document: Document
    private var lines: [Line]

    init(_ document: Document, _ id: NodeID) {
        self.document = document
        lines = [Line(line: Int(document[id].line))]
        for child in document.children(of: id) { read(child, isBold: false, isLink: false) }
    }

    var parts: [Part] {
        var parts: [[Line]] = []
        for (index, line) in lines.enumerated() {
            let before = index > 0 ? lines[index - 1] : nil
            let begins =
                before.map { $0.endsHard || !line.bold.isEmpty || $0.isAllBold || $0.text.hasSuffix(":") || $0.text.hasSuffix("：") } ?? true
            if begins { parts.append([line]) } else { parts[parts.count - 1].append(line) }
        }
        return parts.map(Self.part)
    }

    private static func part(_ lines: [Line]) -> Part {
        let first = lines[0]
        let rest = ([first.rest] + lines.dropFirst().map(\.text)).joined(separator: " ").trimmed
        var part = Part(line: first.line)
        part.text = lines.map(\.text).joined(separator: " ").trimmed
        for line in lines { part.marks.formUnion(line.marks) }
        let length = part.text.utf8.count
        if length > 0, lines.reduce(0, { $0 + $1.linkText }) + 2 >= length { part.marks.insert(.allLink) }
        if length > 0, lines.reduce(0, { $0 + $1.codeText }) + 2 >= length { part.marks.insert(.allCode) }
        let bold = first.bold.trimmed
        guard !bold.isEmpty else { return part }
        part.marks.insert(.bold)
        let isAlone = rest.allSatisfy { " :.：。?？!".contains($0) }
        let colon = rest.first.map { ":：".contains($0) } == true && !":：".contains(bold.last ?? " ")
        part.lead = Passage.Lead(
            title: isAlone ? part.text : bold + (colon ? ":" : ""), rest: isAlone ? "" : (colon ? String(rest.dropFirst()).trimmed : rest))
        return part
    }

    private mutating func read(_ id: NodeID, isBold: Bool, isLink: Bool) {
        let node = document[id]
        switch node.kind {
        case .softBreak: newLine(isHard: false)
        case .lineBreak: newLine(isHard: true)
        case .text, .code, .literal, .maths:
            append(String(decoding: document[node.text], as: UTF8.self), isBold: isBold, isLink: isLink, isCode: node.kind == .code)
        case .image: lines[lines.count - 1].marks.insert(.image)
        case .strong: for child in document.children(of: id) { read(child, isBold: true, isLink: isLink) }
        case .link:
            noteContact(document.links[Int(node.payload)].destination)
            for child in document.children(of: id) { read(child, isBold: isBold, isLink: true) }
        case .element: readElement(id, isBold: isBold, isLink: isLink)
        case .comment: break
        default:
            guard node.kind.isInline else { return }
            if node.firstChild == .none {
                append(document.plainText(of: id), isBold: isBold, isLink: isLink, isCode: false)
            } else {
                for child in document.children(of: id) { read(child, isBold: isBold, isLink: isLink) }
            }
        }
    }

    private mutating func readElement(_ id: NodeID, isBold: Bool, isLink: Bool) {
        let name = document.elements[Int(document[id].payload)].name
        switch name {
        case .br: lines[lines.count - 1].endsHard = true
        case .img, .picture: lines[lines.count - 1].marks.insert(.image)
        case .strong, .b: for child in document.children(of: id) { read(child, isBold: true, isLink: isLink) }
        case .a: for child in document.children(of: id) { read(child, isBold: isBold, isLink: true) }
        case .code, .kbd:
            append(document.plainText(of: id), isBold: isBold, isLink: isLink, isCode: true)
        case _ where name.isBlock: break
        default: for child in document.children(of: id) { read(child, isBold: isBold, isLink: isLink) }
        }
    }

    private mutating func newLine(isHard: Bool) {
        if isHard { lines[lines.count - 1].endsHard = true }
        lines.append(Line(line: lines[lines.count - 1].line + 1))
    }

    private mutating func append(_ text: String, isBold: Bool, isLink: Bool, isCode: Bool) {
        let last = lines.count - 1
        let isBlank = text.allSatisfy(\.isWhitespace)
        if isBold, !isBlank, lines[last].rest.allSatisfy(\.isWhitespace) {
            lines[last].bold += text
        } else if isBlank, lines[last].rest.isEmpty, !lines[last].bold.isEmpty {
            lines[last].bold += text
        } else {
            lines[last].rest += text
        }
        if isBlank { return }
        if isBold { lines[last].marks.insert(.bold) }
        if isLink {
            lines[last].marks.insert(.link)
            lines[last].linkText += text.utf8.count
        }
        if isCode {
            lines[last].marks.insert(.code)
            lines[last].codeText += text.utf8.count
        }
    }

    /// What addresses of somebody to ask contain.
    private static let contactWords: [StaticString] = [
        "mailto:", "discord", "forum", "slack", "support", "/issues", "contact", "community",
    ]

    private mutating func noteContact(_ address: String) {
        let lower = address.lowercased()
        if Self.contactWords.contains(where: { lower.containsBytes(of: $0) }) {
            lines[lines.count - 1].marks.insert(.contact)
        }
    }
}
