import Bytes
import Diagnostics

/// GitBook's blocks and maths among the raw HTML: their tags open and close as elements do, and hold Markdown as well as HTML.
extension HTMLTreeBuilder {
    mutating func add(maths range: Range<Int>, isDisplay: Bool, _ source: Node) {
        var node = Node(kind: isDisplay ? .displayMaths : .maths, line: source.line, byteColumn: source.byteColumn)
        node.text = builder.store(masked[range])
        isDisplay ? endLooseParagraph() : beginLooseParagraph(source)
        _ = builder.add(node, to: top)
    }

    mutating func read(tag index: Int, _ node: Node, _ source: NodeID, _ offset: Int) {
        let tag = masked.tags[index]
        switch tag.role {
        case .opening: open(tag, index, node, source, offset)
        case .closing(let opener): close(opener)
        case .void: _ = add(Block(tag), node)
        case .stray: break
        }
    }

    private mutating func open(_ tag: BlockTag, _ index: Int, _ node: Node, _ source: NodeID, _ offset: Int) {
        if tag.name.endsItsLike, let last = open.last(where: { $0.element == nil }), masked.tags[last.tag].name == tag.name {
            close(last.tag)
        }
        if tag.name == .else || tag.name == .elif, let last = open.last(where: { $0.element == nil }),
            [.else, .elif].contains(masked.tags[last.tag].name)
        {
            close(last.tag)
        }
        guard isWithinDepth(source, offset) else { return }
        let id = add(Block(tag), node)
        open.append(Open(element: nil, tag: index, node: id, source: source, offset: offset))
    }

    private mutating func add(_ block: Block, _ node: Node) -> NodeID {
        endPhrases()
        endLooseParagraph()
        while let element = open.last?.element, element == .p { open.removeLast() }
        makeDivisionOfParagraph()
        return builder.add(block, line: node.line, byteColumn: node.byteColumn, to: top)
    }

    /// Ends a block and what is still open in it. One that was opened elsewhere ends there.
    private mutating func close(_ opener: Int) {
        guard let index = open.lastIndex(where: { $0.element == nil && $0.tag == opener }) else { return }
        for inner in open[(index + 1)...].reversed() { reportUnclosed(inner) }
        open.removeSubrange(index...)
    }
}
