import Markdown

extension HTMLRenderer {
    /// The HTML of the whole document in two halves.
    /// - Parameter first: the outermost block with which the second half begins.
    public static func halves(
        of document: Document, from first: NodeID, context: Context, omitting omitted: NodeID = .none
    ) -> (introduction: [UInt8], rest: [UInt8]) {
        var renderer = HTMLRenderer(document, context: context, omitting: omitted)
        var introduction: [UInt8] = []
        for child in document.children(of: .root) {
            if child == first { swap(&introduction, &renderer.out) }
            renderer.renderNode(child)
        }
        renderer.renderFootnotes()
        return (introduction, renderer.out)
    }
}
