/// Collects the tags of a text, and pairs closing tags with opening ones.
struct TagMatcher {
    private(set) var tags: [BlockTag] = []
    /// The indices of the tags that are open, outermost first.
    private var open: [Int] = []
    /// The columns of tags, from 0, by the indices of the tags.
    private var columns: [Int: Int] = [:]

    /// Adds a tag and returns its index. An opening tag has to be announced by `open(_:)` first.
    mutating func add(_ tag: BlockTag, column: Int? = nil) -> Int {
        columns[tags.count] = column
        tags.append(tag)
        return tags.count - 1
    }

    /// How many blocks of a name are open.
    func openCount(_ name: String) -> Int { open.count { tags[$0].writtenName == name } }

    /// The column of a tag, from 0.
    func column(of index: Int) -> Int { columns[index] ?? 0 }

    /// Notes that the tag that will be added next opens a block.
    mutating func open(_ tag: BlockTag) {
        settleVoidTags()
        if tag.name.endsPreviousSibling, let last = open.last, tags[last].name == tag.name { open.removeLast() }
        if tag.name == .else || tag.name == .elif {
            if let last = open.last, tags[last].name == .elif || tags[last].name == .else { open.removeLast() }
        }
        open.append(tags.count)
    }

    /// The role of a closing tag. Closes the block that it ends with everything in it.
    mutating func close(_ tag: BlockTag) -> BlockTag.Role {
        guard let index = open.lastIndex(where: { tags[$0].name == tag.name && tags[$0].writtenName == tag.writtenName }) else {
            return .stray
        }
        let opener = open[index]
        for inner in open[(index + 1)...] where tags[inner].name.isVoidable { tags[inner].role = .void }
        open.removeSubrange(index...)
        return .closing(opener)
    }

    /// Ends the text: tags that need no closing tag and have none are void.
    mutating func closeAll() {
        for index in open where tags[index].name.isVoidable { tags[index].role = .void }
        open = []
    }

    /// A block that needs no closing tag has none if another tag follows first.
    private mutating func settleVoidTags() {
        while let last = open.last, tags[last].name.isVoidable, !tags[last].name.containsBlocks {
            tags[last].role = .void
            open.removeLast()
        }
    }
}

extension BlockName {
    /// Whether blocks may be between its tags although it needs no closing tag.
    fileprivate var containsBlocks: Bool { self == .swagger || self == .prompt }
}
