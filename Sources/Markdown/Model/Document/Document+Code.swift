import Bytes
import Diagnostics

extension Document {
    /// The first word of a code block's info string: its language.
    public func language(ofCode node: Node) -> ArraySlice<UInt8> {
        let start = Int(node.text.start)
        let info = storage[(start - Int(node.payload))..<start]
        // `js{1,3}`, `rust,ignore` and `{.python}` say more than the language.
        let braced = info.first == UInt8(ascii: "{")
        let name = (braced ? info.dropFirst() : info).drop { braced && ($0 == UInt8(ascii: ".") || $0.isASCIIWhitespace) }
        return dialect == .gitbook
            ? name.prefix { !$0.isASCIIWhitespace && !"{},".utf8.contains($0) } : info.prefix { !$0.isASCIIWhitespace }
    }

    /// The code blocks in a language, given in lower case.
    public func codeBlocks(in language: String) -> [(text: String, position: SourcePosition)] {
        nodes.indices.compactMap { index in
            let node = nodes[index]
            guard node.kind == .codeBlock, self.language(ofCode: node).elementsEqual(language.utf8, by: { $0 | 0x20 == $1 }) else {
                return nil
            }
            return (String(decoding: self[node.text], as: UTF8.self), position(of: NodeID(index: Int32(index))))
        }
    }
}
