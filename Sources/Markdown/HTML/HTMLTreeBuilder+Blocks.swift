/// GitBook's blocks and maths. Their tags open and close as those of elements do, and contain Markdown as well as HTML.
extension HTMLTreeBuilder {
    mutating func add(maths range: Range<Int>, isDisplay: Bool, _ source: Node) {
        var node = Node(kind: isDisplay ? .displayMaths : .maths, line: source.line, byteColumn: source.byteColumn)
        node.text = builder.store(preprocessed.original[range])
        isDisplay ? endLooseParagraph() : beginLooseParagraph(source)
        _ = builder.add(node, to: insertionParent)
    }

    mutating func read(tag index: Int, _ node: Node, at position: TagPosition) {
        let tag = preprocessed.tags[index]
        switch tag.role {
        case .opening: open(tag, index, node, at: position)
        case .closing(let opener): close(opener)
        case .void: _ = add(Block(tag), node)
        case .stray: break
        }
    }

    private mutating func open(_ tag: BlockTag, _ index: Int, _ node: Node, at position: TagPosition) {
        if tag.name.endsPreviousSibling, let last = innermostBlock, preprocessed.tags[last.tag].name == tag.name { close(last.tag) }
        if tag.name == .else || tag.name == .elif, let last = innermostBlock,
            [.else, .elif].contains(preprocessed.tags[last.tag].name)
        {
            close(last.tag)
        }
        guard isWithinDepth(position) else { return }
        let id = add(Block(tag), node)
        openElements.append(OpenElement(element: nil, tag: index, node: id, position: position))
    }

    private var innermostBlock: OpenElement? { openElements.last { $0.element == nil } }

    private mutating func add(_ block: Block, _ node: Node) -> NodeID {
        closeInlineElements()
        endLooseParagraph()
        while let element = openElements.last?.element, element == .p { openElements.removeLast() }
        convertCurrentParagraph()
        return builder.add(block, line: node.line, byteColumn: node.byteColumn, to: insertionParent)
    }

    /// Closes a block and everything open in it. Does nothing if the block was opened below another node, where it has ended already.
    private mutating func close(_ opener: Int) {
        guard let index = openElements.lastIndex(where: { $0.element == nil && $0.tag == opener }) else { return }
        for inner in openElements[(index + 1)...].reversed() { reportUnclosed(inner) }
        openElements.removeSubrange(index...)
    }
}
