import Bytes

/// Follows fenced code blocks, whose lines are copied unchanged. https://spec.commonmark.org/0.30/#fenced-code-blocks
struct FenceTracker {
    private struct Fence {
        let character: UInt8
        let length: Int
        let indentation: Int
        let isQuoted: Bool
        let start: Int
        /// The column of the content of the list item that begins on the same line, or nil.
        let itemColumn: Int?
    }

    private var fence: Fence?
    /// The offset of the fence that is open.
    var openedAt: Int? { fence?.start }
    /// The offsets of the fences that were never closed, because the list item or quote that they are in ended.
    private(set) var cutOff: [Int] = []

    /// Whether a line belongs to the open code block. Closes the block if this is its closing fence, or if the line is outside of the block
    /// quote or list item that contains the block.
    mutating func consume(_ line: SourceLine, of text: [UInt8], isInList: Bool) -> Bool {
        guard let fence else { return false }
        let end = line.range.upperBound
        let isBlank = line.content >= end || text[line.content].isASCIIWhitespace
        let isLeft = fence.itemColumn.map { line.indentation < $0 } ?? (isInList && fence.indentation > 1 && line.indentation == 0)
        if (fence.isQuoted && !line.isQuoted) || (isLeft && !isBlank) {
            cutOff.append(fence.start)
            self.fence = nil
            return false
        }
        let run = text[line.content..<end].prefix { $0 == fence.character }
        if run.count >= fence.length, text[run.endIndex..<end].allSatisfy(\.isASCIIWhitespace) { self.fence = nil }
        return true
    }

    /// Opens a code block if the line is an opening fence, also within a list item. Returns whether it is one.
    ///
    /// - Parameter itemContent: the offset after the list marker with which the line begins, or nil.
    mutating func opens(_ line: SourceLine, of text: [UInt8], itemContent: Int?, isInList: Bool) -> Bool {
        let end = line.range.upperBound
        var start = line.content
        var next = itemContent
        while let content = next {
            start = content
            while start < end, text[start] == .space || text[start] == .greaterThan { start += 1 }
            next = ListMarker.end(in: text, at: start)
        }
        guard start < end, text[start] == .backtick || text[start] == .tilde else { return false }
        let run = text[start..<end].prefix { $0 == text[start] }
        guard run.count >= 3, text[start] == .tilde || !text[run.endIndex..<end].contains(.backtick) else { return false }
        let indentation = start - line.range.lowerBound
        // Four spaces make indented code of it, except in a list.
        guard indentation < 4 || isInList || line.isQuoted else { return false }
        let itemColumn = itemContent == nil || line.isQuoted ? nil : indentation
        fence = Fence(
            character: text[start], length: run.count, indentation: indentation, isQuoted: line.isQuoted, start: start,
            itemColumn: itemColumn)
        return true
    }
}
