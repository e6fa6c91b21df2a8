import Bytes
import Diagnostics
import Markdown
import Site

/// Checks a page for problems of readers: skipped heading levels, pictures without a description, a missing description, and its length.
struct PageChecks {
    /// About fifteen minutes of reading.
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

    private func diagnostic(_ rule: Rule, at position: SourcePosition = .start, _ message: String, help: String) -> Diagnostic {
        Diagnostic(rule, in: document.source.file, at: position, message, help: help)
    }

    /// Reports skipped heading levels, by which users of screen readers navigate
    /// (https://www.w3.org/WAI/tutorials/page-structure/headings/). Headings inside blocks such as steps and columns are not checked.
    private var headings: [Diagnostic] {
        // The levels of included headings belong to the included file.
        guard page.includes.isEmpty else { return [] }
        var level = 1
        var diagnostics: [Diagnostic] = []
        for heading in document.headings where heading.isInOutline && !heading.text.isEmpty && !document.isInBlock(heading.node) {
            if heading.level > level + 1 {
                let marker = String(repeating: "#", count: level + 1)
                diagnostics.append(
                    diagnostic(
                        .headingSkip, at: document.position(of: heading.node),
                        "“\(heading.text)” is a heading of level \(heading.level) below one of level \(level)",
                        help: "make it level \(level + 1): “\(marker) \(heading.text)”"))
            }
            level = heading.level
        }
        return diagnostics
    }

    /// Reports pictures with neither an alternative text nor a caption (https://www.w3.org/WAI/tutorials/images/). Pictures inside a line
    /// of text, such as icons, are not checked.
    private var pictures: [Diagnostic] {
        document.links.indices.compactMap { index in
            let link = document.links[index]
            guard link.role == .image, link.origin == nil, isPicture(link.node), !document.hasDescription(link.node) else { return nil }
            return diagnostic(
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
        guard document.frontMatter.description == nil, !document.frontMatter.isExcludedFromRobots, !page.isHidden else { return nil }
        return diagnostic(
            .descriptionMissing, "the page has no description",
            help: "say in a sentence what it is for, in its front matter: “description: …”; search results and previews show it")
    }

    /// Reports a page that is too long, except change logs, glossaries and API references.
    private var length: Diagnostic? {
        let hasReferenceBlocks = document.blocks.contains { [.updates, .openAPI, .swagger, .openAPIOperation].contains($0.name) }
        let name = page.path.string.lowercased()
        let isForReference = ["release", "changelog", "changes", "history", "glossary"].contains { name.contains($0) }
        guard document.source.bytes.count > Self.maxWords, !hasReferenceBlocks, !isForReference else { return nil }
        let words = document.plainText(of: .root).wordCount
        guard words > Self.maxWords else { return nil }
        return diagnostic(
            .pageLong, "the page has some \(words / 100 * 100) words", help: "a reader finds more in several pages of one subject each")
    }
}

extension Document {
    /// The element of a node of this kind.
    fileprivate func element(of node: NodeID) -> Element { elements[Int(self[node].payload)] }

    /// Whether a picture has an alternative text or a caption, or is marked as decoration.
    fileprivate func hasDescription(_ node: NodeID) -> Bool {
        let alternative = self[node].kind == .image ? children(of: node).map { plainText(of: $0) }.joined() : element(of: node)["alt"] ?? ""
        if !alternative.allSatisfy(\.isWhitespace) { return true }
        // Explicitly marked as decoration.
        if self[node].kind == .element,
            ["presentation", "none"].contains(element(of: node)["role"]) || element(of: node)["aria-hidden"] == "true"
        {
            return true
        }
        var ancestor = self[node].parent
        while ancestor != .none {
            if self[ancestor].kind == .element, element(of: ancestor).name == .figure {
                return children(of: ancestor).contains {
                    self[$0].kind == .element && element(of: $0).name == .figcaption && !plainText(of: $0).isEmpty
                }
            }
            ancestor = self[ancestor].parent
        }
        return false
    }

    /// Whether the paragraph, cell, heading or list item of a picture also has text.
    fileprivate func isWithinLine(_ node: NodeID) -> Bool {
        var block = self[node].parent
        while block != .none, self[block].kind.isInline || isPhrasing(block) { block = self[block].parent }
        return block != .none && [.paragraph, .tableCell, .heading, .item].contains(self[block].kind) && !plainText(of: block).isEmpty
    }

    /// Whether a node is inside a GitBook block, such as a step.
    fileprivate func isInBlock(_ node: NodeID) -> Bool {
        var ancestor = self[node].parent
        while ancestor != .none {
            if self[ancestor].kind == .block { return true }
            ancestor = self[ancestor].parent
        }
        return false
    }

    private func isPhrasing(_ node: NodeID) -> Bool {
        self[node].kind == .element && [.a, .picture, .span].contains(element(of: node).name)
    }
}

extension String {
    /// The number of words. In scripts without spaces between words, two characters count as one word.
    fileprivate var wordCount: Int {
        var (words, unspaced) = (0, 0)
        var isInWord = false
        for scalar in unicodeScalars {
            if (0x3040...0x9FFF).contains(scalar.value) || (0xAC00...0xD7AF).contains(scalar.value)
                || (0x0E00...0x0E7F).contains(scalar.value)
            {
                unspaced += 1
                isInWord = false
            } else if scalar.properties.isWhitespace {
                isInWord = false
            } else if !isInWord {
                words += 1
                isInWord = true
            }
        }
        return words + unspaced / 2
    }

    fileprivate var shortened: String { count > 60 ? "…" + suffix(59) : self }
}
