import Bytes
import Diagnostics

/// Reads the raw HTML among the children of one node into elements: balanced, reduced to what is allowed, with the Markdown
/// between an element's tags below it. The repairs are those of the HTML standard's tree construction, where they matter here.
struct HTMLTreeBuilder {
    struct Open {
        /// Nil for a block of GitBook's, which has a place in the text's tags instead.
        let element: HTMLElement?
        var tag = -1
        /// Where children go: the element's own node, or that of the nearest element around it that is written; `nil` outside of any.
        let node: NodeID?
        let source: NodeID
        let offset: Int
    }

    let masked: PreprocessedSource
    private let readsHTML: Bool
    var builder: DocumentBuilder
    private(set) var findings: [Finding] = []
    private var parent = NodeID.root
    var open: [Open] = []
    /// The paragraph around words and phrases that a block of raw HTML has outside any element.
    private var looseParagraph: NodeID?
    /// The element whose content is being left out.
    private var opaque: HTMLElement?

    /// Whether an element was left out because it stood too deep.
    private var isCut = false

    /// What was found, and in which raw HTML, how many bytes into it.
    struct Finding {
        let rule: Rule
        let message: String
        let help: String?
        let node: NodeID
        let offset: Int
    }

    /// - Parameter dialect: outside of pages raw HTML stays as it is, and only placeholders are read.
    init(_ builder: consuming DocumentBuilder, masked: PreprocessedSource, dialect: Dialect) {
        self.builder = builder
        self.masked = masked
        readsHTML = dialect == .gitbook
    }

    /// Reads the raw HTML among the children of `parent`.
    mutating func rebuild(below parent: NodeID) {
        self.parent = parent
        opaque = nil
        looseParagraph = nil
        for child in builder.takeChildren(of: parent) {
            switch builder[child].kind {
            case .htmlBlock, .htmlInline: readsHTML || isPlaceholder(child) ? read(child) : place(child)
            case _ where opaque != nil: continue
            default: place(child)
            }
        }
        while let last = open.popLast() { reportUnclosed(last) }
    }

    private func isPlaceholder(_ id: NodeID) -> Bool {
        let html = builder[builder[id].text]
        return masked.masks.mask(at: html.startIndex, in: html) != nil
    }

    /// The element that is being filled, or `nil` outside of any that is written.
    private var written: NodeID? { open.last?.node }
    var top: NodeID { written ?? looseParagraph ?? parent }

    // MARK: Markdown between tags

    private mutating func place(_ child: NodeID) {
        let isInline = builder[child].kind.isInline
        if !isInline {
            endPhrases()
            endLooseParagraph()
        }
        if builder[child].kind == .softBreak, !takesText { return }
        openImplied()
        if !isInline { makeDivisionOfParagraph() }
        builder.hang(child, from: top)
    }

    /// A phrase cannot go on around a block.
    mutating func endPhrases() {
        while let last = open.last, let element = last.element, !element.isBlock, ![.a, .ins, .del].contains(element) {
            reportUnclosed(last)
            open.removeLast()
        }
    }

    /// A paragraph that holds a block can only be a division.
    mutating func makeDivisionOfParagraph() {
        guard let written, builder[written].kind == .element else { return }
        let element = Int(builder[written].payload)
        if builder.elements[element].name == .p { builder.elements[element].name = .div }
    }

    /// Whether white space between tags shows.
    private var takesText: Bool { open.last?.element.map { $0.impliedChildren.isEmpty } ?? true }

    /// Whether no text stands right before, so that white space is only there for the writer's eye.
    private var isBetweenBlocks: Bool {
        if open.last?.element == .pre { return false }
        if written == nil, looseParagraph == nil { return true }
        let last = builder.lastChild(of: top)
        guard last != .none, builder[last].kind == .element else { return last == .none || !builder[last].kind.isInline }
        return builder.elements[Int(builder[last].payload)].name.isBlock
    }

    /// Opens the elements that have to stand between the current one and content, such as the cell of a row.
    private mutating func openImplied() {
        guard let last = open.last, let element = last.element else { return }
        for element in element.impliedChildren {
            push(element, attributes: [], source: last.source, offset: last.offset)
        }
    }

    // MARK: Words outside elements

    /// Lets what follows stand in a paragraph, where a block of raw HTML goes on with words or a phrase.
    mutating func beginLooseParagraph(_ node: Node) {
        guard node.kind == .htmlBlock, written == nil, looseParagraph == nil else { return }
        looseParagraph = builder.add(Node(kind: .paragraph, line: node.line, byteColumn: node.byteColumn), to: parent)
    }

    /// A block follows: beside the paragraph, or in it where a phrase is still open. It can only be a division then.
    mutating func endLooseParagraph() {
        if written == nil {
            looseParagraph = nil
        } else if let paragraph = looseParagraph, builder[paragraph].kind == .paragraph {
            makeDivision(paragraph)
        }
    }

    private mutating func makeDivision(_ node: NodeID) {
        builder[node].kind = .element
        builder[node].payload = Int32(truncatingIfNeeded: builder.elements.count)
        builder.elements.append(Element(name: .div, attributes: [], link: nil))
    }

    // MARK: Tags

    private mutating func read(_ child: NodeID) {
        let node = builder[child]
        if written == nil { looseParagraph = nil }
        // A copy, since the storage grows while the tokens are read.
        var html = Array(builder[node.text])[...]
        if node.kind == .htmlBlock { while html.last?.isASCIIWhitespace == true { html.removeLast() } }
        var tokenizer = HTMLTokenizer(html, masks: masked.masks)
        var offset = 0
        while let token = tokenizer.next() {
            handle(token, node, child, offset)
            offset = tokenizer.offset
        }
    }

    private mutating func handle(_ token: HTMLTokenizer.Token, _ node: Node, _ source: NodeID, _ offset: Int) {
        if let element = opaque {
            if case .end(element) = token { opaque = nil }
            return
        }
        switch token {
        case .text(let text): add(text: text, node)
        case .comment(let text): add(comment: text, node)
        case .start(let element, let attributes, let isSelfClosing):
            start(element, attributes, isSelfClosing, source, offset)
        case .end(let element): end(element, source, offset)
        case .placeholder(.maths(let range, let isDisplay)): add(maths: range, isDisplay: isDisplay, node)
        case .placeholder(.tag(let index)): read(tag: index, node, source, offset)
        }
    }

    private mutating func add(text: ArraySlice<UInt8>, _ node: Node) {
        let isBlank = text.allSatisfy(\.isASCIIWhitespace)
        if isBlank, !takesText || (node.kind == .htmlBlock && isBetweenBlocks) { return }
        openImplied()
        beginLooseParagraph(node)
        var decoded: [UInt8] = []
        CharacterReferences.decode(text, into: &decoded)
        builder.add(text: decoded, like: node, to: top)
    }

    private mutating func add(comment: ArraySlice<UInt8>, _ node: Node) {
        guard !comment.isEmpty else { return }
        var node = node
        builder.hasComments = true
        node.kind = .comment
        node.text = builder.store(comment)
        _ = builder.add(node, to: top)
    }

    private mutating func start(
        _ element: HTMLElement, _ attributes: [Attribute], _ isSelfClosing: Bool, _ source: NodeID, _ offset: Int
    ) {
        closeEnded(by: element)
        guard element.isAllowed else {
            return startForbidden(element, attributes, isSelfClosing, source, offset)
        }
        guard element.isVoid || isWithinDepth(source, offset) else { return }
        element.isBlock ? endLooseParagraph() : beginLooseParagraph(builder[source])
        let required = element.requiredParents
        if !required.isEmpty, !stands(in: required) {
            openMissingParents(of: element, source, offset)
        } else if required.isEmpty, !element.isVoid || element == .img {
            openImplied()
        }
        let isMisplaced = !required.isEmpty && !stands(in: required)
        if isMisplaced || !makeRoom(for: element) {
            if !element.isVoid { open.append(Open(element: element, node: written, source: source, offset: offset)) }
        } else if element.isVoid {
            _ = add(element, attributes, source)
        } else {
            push(element, attributes: attributes, source: source, offset: offset)
            if isSelfClosing, element == .a { open.removeLast() }
        }
    }

    /// Whether one of these elements is the nearest that is open; GitBook's conditions may stand between.
    private func stands(in parents: [HTMLElement]) -> Bool {
        open.last { $0.element != nil }?.element.map { parents.contains($0) } ?? false
    }

    /// Whether one more element may be opened. The first for which there is no room is reported.
    mutating func isWithinDepth(_ source: NodeID, _ offset: Int) -> Bool {
        if open.count < DocumentBuilder.maxLevels { return true }
        if !isCut {
            isCut = true
            let message = "elements are nested more than \(DocumentBuilder.maxLevels) deep; the tags of those within are left out"
            report(.nestingDepth, message, nil, source, offset)
        }
        return false
    }

    private mutating func push(_ element: HTMLElement, attributes: [Attribute], source: NodeID, offset: Int) {
        let node = add(element, attributes, source)
        open.append(Open(element: element, node: node, source: source, offset: offset))
    }

    private mutating func add(_ element: HTMLElement, _ attributes: [Attribute], _ source: NodeID) -> NodeID {
        var node = builder[source]
        node = Node(kind: .element, line: node.line, byteColumn: node.byteColumn)
        node.payload = Int32(truncatingIfNeeded: builder.elements.count)
        let id = builder.add(node, to: top)
        var record = Element(name: element, attributes: attributes, link: nil)
        if let address = element.addressAttribute.flatMap({ record[$0] }) {
            record.link = builder.links.count
            let role: Link.Role = element == .a ? .hyperlink : .image
            builder.links.append(Link(role: role, node: id, destination: address, title: record["title"] ?? ""))
        }
        builder.elements.append(record)
        return id
    }

    /// A row's missing table cannot be guessed, but a cell's missing row can.
    private mutating func openMissingParents(of element: HTMLElement, _ source: NodeID, _ offset: Int) {
        guard element == .td || element == .th, let last = open.last, let outer = last.element else { return }
        for implied in outer.impliedChildren.dropLast() where [.table, .thead, .tbody, .tfoot].contains(outer) {
            push(implied, attributes: [], source: source, offset: offset)
        }
    }

    /// Whether a block may stand here. A paragraph that holds one becomes a division.
    private mutating func makeRoom(for element: HTMLElement) -> Bool {
        guard element.isBlock, written == nil else { return true }
        switch builder[parent].kind {
        case .document, .blockQuote, .item, .element, .block, .tableCell: return true
        case .paragraph:
            makeDivision(parent)
            return true
        default: return false
        }
    }

    private mutating func startForbidden(
        _ element: HTMLElement, _ attributes: [Attribute], _ isSelfClosing: Bool, _ source: NodeID, _ offset: Int
    ) {
        if element.isOpaque {
            if !isSelfClosing { opaque = element }
            return report(
                .htmlRemoved, "<\(element.rawValue)> and what is in it is left out",
                "take it out; pages run no scripts but the theme's, and a theme's styles are in custom.css", source, offset)
        }
        if element.isShownAsLink, let address = attributes.first(where: { $0.name == "src" })?.value, !address.isEmpty {
            openImplied()
            beginLooseParagraph(builder[source])
            let link = add(.a, [Attribute(name: "href", value: address)], source)
            builder.add(text: address.utf8, like: builder[link], to: link)
            report(
                .htmlRemoved, "<\(element.rawValue)> is shown as a link to its address",
                "write a link, which can say in words where it leads", source, offset)
        } else {
            report(
                .htmlRemoved, "<\(element.rawValue)> is left out; its content is shown",
                "take its tags out, or write them as code if readers are to see them", source, offset)
        }
        if !element.isVoid, !isSelfClosing, isWithinDepth(source, offset) {
            open.append(Open(element: element, node: written, source: source, offset: offset))
        }
    }

    // MARK: Closing

    private mutating func closeEnded(by next: HTMLElement) {
        var index = open.count - 1
        while index >= 0 {
            guard let element = open[index].element else { return }
            if element.isEnded(by: next) {
                open.removeSubrange(index...)
            } else if element.isScope {
                return
            }
            index -= 1
        }
    }

    private mutating func end(_ element: HTMLElement, _ source: NodeID, _ offset: Int) {
        if element.isVoid { return }
        guard let index = indexOfOpen(element) else {
            return report(.htmlUnbalanced, "</\(element.rawValue)> closes nothing", nil, source, offset)
        }
        for inner in open[(index + 1)...].reversed() { reportUnclosed(inner) }
        open.removeSubrange(index...)
    }

    private func indexOfOpen(_ element: HTMLElement) -> Int? {
        let isTablePart = [.table, .thead, .tbody, .tfoot, .tr, .td, .th].contains(element)
        for index in open.indices.reversed() {
            guard let candidate = open[index].element else { return nil }
            if candidate == element { return index }
            let isCell = candidate == .td || candidate == .th
            if isTablePart ? candidate == .table : isCell || (candidate.isScope && !element.isBlock) { return nil }
        }
        return nil
    }

    mutating func reportUnclosed(_ unclosed: Open) {
        guard let element = unclosed.element, !element.endTagIsOptional, element.isAllowed else { return }
        let name = element.rawValue
        report(
            .htmlUnbalanced, "<\(name)> is never closed where it was opened",
            "put </\(name)> in the same list item, quote or paragraph", unclosed.source, unclosed.offset)
    }

    private mutating func report(_ rule: Rule, _ message: String, _ help: String?, _ node: NodeID, _ offset: Int) {
        findings.append(Finding(rule: rule, message: message, help: help, node: node, offset: offset))
    }
}
