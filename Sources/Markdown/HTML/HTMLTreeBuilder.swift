import Bytes
import Diagnostics

/// Reads the raw HTML among the children of one node into elements: balanced, reduced to a safe subset, with the Markdown between an
/// element's tags as its children. Errors are corrected as in the HTML standard's tree construction, as far as it matters here:
/// https://html.spec.whatwg.org/multipage/parsing.html#tree-construction
struct HTMLTreeBuilder {
    /// The position of a tag: the raw HTML node that contains it, and the byte offset in that node's text.
    struct TagPosition {
        let node: NodeID
        let offset: Int
    }

    /// An element or GitBook block whose closing tag has not been read.
    struct OpenElement {
        /// Nil for a GitBook block.
        let element: HTMLElement?
        /// The index of a GitBook block's opening tag.
        var tag = -1
        /// The node that receives children: the element's own, or, for an element that is left out, that of the nearest one around it that
        /// is not. Nil if there is none.
        let node: NodeID?
        let position: TagPosition
    }

    /// An error in raw HTML.
    struct Problem {
        let rule: Rule
        let message: String
        let help: String?
        let position: TagPosition
    }

    let preprocessed: PreprocessedSource
    var builder: DocumentBuilder
    private(set) var problems: [Problem] = []
    /// The stack of open elements, outermost first.
    var openElements: [OpenElement] = []
    /// The node whose children are read.
    private(set) var parent = NodeID.root
    /// The paragraph around text and inline elements that a block of raw HTML has outside any element.
    private var looseParagraph: NodeID?
    /// The element that is being left out with its content.
    var skippedElement: HTMLElement?
    private let readsHTML: Bool
    private var hasReportedDepth = false

    /// - Parameter dialect: in dialects without GitBook's extensions raw HTML is kept as it is, and only placeholders are read.
    init(_ builder: consuming DocumentBuilder, preprocessed: PreprocessedSource, dialect: Dialect) {
        self.builder = builder
        self.preprocessed = preprocessed
        readsHTML = dialect == .gitbook
    }

    /// Reads the raw HTML among the children of `parent`.
    mutating func rebuild(below parent: NodeID) {
        self.parent = parent
        skippedElement = nil
        looseParagraph = nil
        for child in builder.detachChildren(of: parent) {
            switch builder[child].kind {
            case .htmlBlock, .htmlInline: readsHTML || isPlaceholder(child) ? read(child) : insert(child)
            case _ where skippedElement != nil: continue
            default: insert(child)
            }
        }
        while let last = openElements.popLast() { reportUnclosed(last) }
    }

    private func isPlaceholder(_ id: NodeID) -> Bool {
        let html = builder[builder[id].text]
        return preprocessed.placeholders.placeholder(at: html.startIndex, in: html) != nil
    }

    /// The node of the innermost element that is not left out; nil outside of any.
    var currentElement: NodeID? { openElements.last?.node }

    /// The node to which content is added.
    var insertionParent: NodeID { currentElement ?? looseParagraph ?? parent }

    // MARK: Markdown between tags

    private mutating func insert(_ child: NodeID) {
        let isInline = builder[child].kind.isInline
        if !isInline {
            closeInlineElements()
            endLooseParagraph()
        }
        if builder[child].kind == .softBreak, !takesText { return }
        openImpliedElements()
        if !isInline { convertCurrentParagraph() }
        builder.attach(child, to: insertionParent)
    }

    /// Closes inline elements before a block, which they cannot contain.
    mutating func closeInlineElements() {
        while let last = openElements.last, let element = last.element, !element.isBlock, ![.a, .ins, .del].contains(element) {
            reportUnclosed(last)
            openElements.removeLast()
        }
    }

    /// Makes a `div` of the current element if it is a `p`, since a paragraph cannot contain blocks.
    mutating func convertCurrentParagraph() {
        guard let currentElement, builder[currentElement].kind == .element else { return }
        let index = Int(builder[currentElement].payload)
        if builder.elements[index].name == .p { builder.elements[index].name = .div }
    }

    /// Whether white space between tags is visible.
    private var takesText: Bool { openElements.last?.element.map { $0.impliedChildren.isEmpty } ?? true }

    /// Whether white space here only separates blocks.
    private var isBetweenBlocks: Bool {
        if openElements.last?.element == .pre { return false }
        if currentElement == nil, looseParagraph == nil { return true }
        let last = builder.lastChild(of: insertionParent)
        guard last != .none, builder[last].kind == .element else { return last == .none || !builder[last].kind.isInline }
        return builder.elements[Int(builder[last].payload)].name.isBlock
    }

    /// Opens the elements required between the current one and content, such as the cell of a table row.
    mutating func openImpliedElements() {
        guard let last = openElements.last, let element = last.element else { return }
        for implied in element.impliedChildren { push(implied, attributes: [], at: last.position) }
    }

    // MARK: Text outside elements

    /// Begins a paragraph if a block of raw HTML has text or an inline element outside any element.
    mutating func beginLooseParagraph(_ node: Node) {
        guard node.kind == .htmlBlock, currentElement == nil, looseParagraph == nil else { return }
        looseParagraph = builder.add(Node(kind: .paragraph, line: node.line, byteColumn: node.byteColumn), to: parent)
    }

    /// Prepares for a block: ends the paragraph, or makes a `div` of it if one of its inline elements is still open.
    mutating func endLooseParagraph() {
        if currentElement == nil {
            looseParagraph = nil
        } else if let paragraph = looseParagraph, builder[paragraph].kind == .paragraph {
            convertToDivision(paragraph)
        }
    }

    mutating func convertToDivision(_ node: NodeID) {
        builder[node].kind = .element
        builder[node].payload = Int32(truncatingIfNeeded: builder.elements.count)
        builder.elements.append(Element(name: .div, attributes: [], link: nil))
    }

    // MARK: Tokens

    private mutating func read(_ child: NodeID) {
        let node = builder[child]
        if currentElement == nil { looseParagraph = nil }
        // A copy, since the storage grows while the tokens are read.
        var html = Array(builder[node.text])[...]
        if node.kind == .htmlBlock { while html.last?.isASCIIWhitespace == true { html.removeLast() } }
        var tokenizer = HTMLTokenizer(html, placeholders: preprocessed.placeholders)
        var offset = 0
        while let token = tokenizer.next() {
            handle(token, node, TagPosition(node: child, offset: offset))
            offset = tokenizer.offset
        }
    }

    private mutating func handle(_ token: HTMLTokenizer.Token, _ node: Node, _ position: TagPosition) {
        if let element = skippedElement {
            if case .end(element) = token { skippedElement = nil }
            return
        }
        switch token {
        case .text(let text): add(text: text, node)
        case .comment(let text): add(comment: text, node)
        case .instruction(let text): add(instruction: text, node, at: position)
        case .start(let element, let attributes, let isSelfClosing):
            start(element, attributes: attributes, isSelfClosing: isSelfClosing, at: position)
        case .end(let element): end(element, at: position)
        case .placeholder(.maths(let range, let isDisplay)): add(maths: range, isDisplay: isDisplay, node)
        case .placeholder(.tag(let index)): read(tag: index, node, at: position)
        }
    }

    private mutating func add(text: ArraySlice<UInt8>, _ node: Node) {
        let isBlank = text.allSatisfy(\.isASCIIWhitespace)
        if isBlank, !takesText || (node.kind == .htmlBlock && isBetweenBlocks) { return }
        openImpliedElements()
        beginLooseParagraph(node)
        var decoded: [UInt8] = []
        CharacterReferences.decode(text, into: &decoded)
        EscapeMask.restoreLessThan(in: &decoded)
        var text = node
        text.isRaw = node.kind == .htmlBlock
        builder.add(text: decoded, like: text, to: insertionParent)
    }

    /// Shows what is neither an element nor a comment, such as `<?php … ?>` or a declaration of XML.
    private mutating func add(instruction: ArraySlice<UInt8>, _ node: Node, at position: TagPosition) {
        let name = String(decoding: instruction.prefix { !$0.isASCIIWhitespace }.prefix(20), as: UTF8.self)
        report(.htmlRemoved, "“\(name)” is no HTML of a page; it is shown as text", "take it out, or write it as code", at: position)
        openImpliedElements()
        beginLooseParagraph(node)
        var text = node
        text.isRaw = true
        var shown = Array(instruction)
        EscapeMask.restoreLessThan(in: &shown)
        builder.add(text: shown, like: text, to: insertionParent)
    }

    private mutating func add(comment: ArraySlice<UInt8>, _ node: Node) {
        guard !comment.isEmpty else { return }
        var node = node
        builder.hasComments = true
        node.kind = .comment
        var written = Array(comment)
        EscapeMask.restoreLessThan(in: &written)
        node.text = builder.store(written)
        _ = builder.add(node, to: insertionParent)
    }

    // MARK: Problems

    /// Whether one more element may be opened. Reports the first that is nested too deeply.
    mutating func isWithinDepth(_ position: TagPosition) -> Bool {
        if openElements.count < DocumentBuilder.maxDepth { return true }
        if !hasReportedDepth {
            hasReportedDepth = true
            let message = "elements are nested more than \(DocumentBuilder.maxDepth) deep; the tags of those within are left out"
            report(.nestingDepth, message, nil, at: position)
        }
        return false
    }

    mutating func reportUnclosed(_ unclosed: OpenElement) {
        guard let element = unclosed.element, !element.endTagIsOptional, element.isAllowed else { return }
        let name = element.rawValue
        report(
            .htmlUnbalanced, "<\(name)> is never closed where it was opened",
            "put </\(name)> in the same list item, quote or paragraph", at: unclosed.position)
    }

    mutating func report(_ rule: Rule, _ message: String, _ help: String?, at position: TagPosition) {
        problems.append(Problem(rule: rule, message: message, help: help, position: position))
    }
}
