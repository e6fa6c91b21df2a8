import Bytes
import Diagnostics
import Markdown
import Site

/// Checks one page for what a reader may miss in it.
struct PageChecks {
    /// About a quarter of an hour's reading.
    static let maxWords = 4_000

    private let page: Page
    private let document: Document

    init(_ page: Page) {
        self.page = page
        document = page.document
    }

    var diagnostics: [Diagnostic] {
        headings + pictures + [description, length].compactMap(\.self)
    }

    private func finding(_ rule: Rule, at position: SourcePosition = .start, _ message: String, help: String) -> Diagnostic {
        Diagnostic(rule, in: document.source.file, at: position, message, help: help)
    }

    /// Headings of steps and columns have the level that they are shown at. Readers who hear a page find their way by the levels of its headings (https://www.w3.org/WAI/tutorials/page-structure/headings/).
    private var headings: [Diagnostic] {
        // The headings of what a page includes have their levels there.
        guard page.includes.isEmpty else { return [] }
        var level = 1
        var findings: [Diagnostic] = []
        for heading in document.headings where heading.isInOutline && !heading.text.isEmpty && !document.isInBlock(heading.node) {
            if heading.level > level + 1 {
                let wanted = String(repeating: "#", count: level + 1)
                findings.append(
                    finding(
                        .headingSkip, at: document.position(of: heading.node),
                        "“\(heading.text)” is a heading of level \(heading.level) below one of level \(level)",
                        help: "make it level \(level + 1): “\(wanted) \(heading.text)”"))
            }
            level = heading.level
        }
        return findings
    }

    /// Pictures that say nothing to those who do not see them (https://www.w3.org/WAI/tutorials/images/): neither by a text of their own nor by a caption. Those that
    /// stand within a line, as signs and smileys do, are left alone.
    private var pictures: [Diagnostic] {
        document.links.indices.compactMap { index in
            let link = document.links[index]
            guard link.role == .image, link.origin == nil, isPicture(link.node), !document.hasDescription(link.node) else { return nil }
            return finding(
                .altMissing, at: document[link.node].kind == .element ? document.position(of: link.node) : document.position(ofLink: index),
                "the picture “\(link.destination.shortened)” has no text for those who do not see it",
                help: "say what it shows: ![the settings, with “Sync” switched on](…)")
        }
    }

    private func isPicture(_ node: NodeID) -> Bool {
        switch document[node].kind {
        case .image: !document.isWithinLine(node)
        case .element:
            document.element(of: node).name == .img && document.element(of: node)["data-size"] != "line" && !document.isWithinLine(node)
        default: false
        }
    }

    private var description: Diagnostic? {
        guard document.frontMatter.description == nil, !document.frontMatter.isOutOfRobots, !page.isHidden else { return nil }
        return finding(
            .descriptionMissing, "the page has no description",
            help: "say in a sentence what it is for, in its front matter: “description: …”; search results and previews show it")
    }

    /// Lists of changes, glossaries and descriptions of interfaces are as long as what they tell.
    private var length: Diagnostic? {
        let isRecord = document.blocks.contains { [.updates, .openAPI, .swagger, .openAPIOperation].contains($0.name) }
        let name = page.path.string.lowercased()
        let isForReference = ["release", "changelog", "changes", "history", "glossary"].contains { name.contains($0) }
        guard document.source.bytes.count > Self.maxWords, !isRecord, !isForReference else { return nil }
        let words = document.plainText(of: .root).wordCount
        guard words > Self.maxWords else { return nil }
        return finding(
            .pageLong, "the page has some \(words / 100 * 100) words", help: "a reader finds more in several pages of one subject each")
    }
}

extension Document {
    /// The element that a node is.
    fileprivate func element(of node: NodeID) -> Element { elements[Int(self[node].payload)] }

    /// Whether a picture's own text, or a caption around it, says what it shows; or a link that it is all of, which has a text of its own.
    fileprivate func hasDescription(_ node: NodeID) -> Bool {
        let own = self[node].kind == .image ? children(of: node).map { plainText(of: $0) }.joined() : element(of: node)["alt"] ?? ""
        if !own.allSatisfy(\.isWhitespace) { return true }
        // Who says that a picture is decoration has thought of it.
        if self[node].kind == .element,
            ["presentation", "none"].contains(element(of: node)["role"]) || element(of: node)["aria-hidden"] == "true"
        {
            return true
        }
        var next = self[node].parent
        while next != .none {
            if self[next].kind == .element, element(of: next).name == .figure {
                return children(of: next).contains {
                    self[$0].kind == .element && element(of: $0).name == .figcaption && !plainText(of: $0).isEmpty
                }
            }
            next = self[next].parent
        }
        return false
    }

    /// Whether there is text beside a picture in its paragraph or cell.
    fileprivate func isWithinLine(_ node: NodeID) -> Bool {
        var block = self[node].parent
        while block != .none, self[block].kind.isInline || isPhrasing(block) { block = self[block].parent }
        return block != .none && [.paragraph, .tableCell, .heading, .item].contains(self[block].kind) && !plainText(of: block).isEmpty
    }

    /// Whether a node stands in a block of GitBook's, such as a step.
    fileprivate func isInBlock(_ node: NodeID) -> Bool {
        var next = self[node].parent
        while next != .none {
            if self[next].kind == .block { return true }
            next = self[next].parent
        }
        return false
    }

    private func isPhrasing(_ node: NodeID) -> Bool {
        self[node].kind == .element && [.a, .picture, .span].contains(element(of: node).name)
    }
}

extension String {
    /// Words between spaces; of writing without spaces two characters count as one.
    fileprivate var wordCount: Int {
        var (words, ideographs) = (0, 0)
        var isInWord = false
        for scalar in unicodeScalars {
            if (0x3040...0x9FFF).contains(scalar.value) || (0xAC00...0xD7AF).contains(scalar.value)
                || (0x0E00...0x0E7F).contains(scalar.value)
            {
                ideographs += 1
                isInWord = false
            } else if scalar.properties.isWhitespace {
                isInWord = false
            } else if !isInWord {
                words += 1
                isInWord = true
            }
        }
        return words + ideographs / 2
    }

    fileprivate var shortened: String { count > 60 ? "…" + suffix(59) : self }
}
