import Bytes
import CCMark

/// HTML's character references, decoded by libcmark's table.
enum CharacterReferences {
    /// Decodes all references that libcmark decodes in Markdown. Unknown names, and references without `;`, are kept.
    static func decode(_ text: ArraySlice<UInt8>) -> String {
        guard text.contains(.ampersand) else { return String(decoding: text, as: UTF8.self) }
        var out: [UInt8] = []
        decode(text, into: &out)
        return String(decoding: out, as: UTF8.self)
    }

    /// Decodes a text as `decode(_:)` does, and appends it to `out`.
    static func decode(_ text: ArraySlice<UInt8>, into out: inout [UInt8]) {
        var index = text.startIndex
        while let ampersand = text[index...].firstIndex(of: .ampersand) {
            out.append(contentsOf: text[index..<ampersand])
            let reference = text[(ampersand + 1)...].prefix { $0.isASCIIAlphanumeric || $0 == .hash }
            let end = reference.endIndex
            if !reference.isEmpty, reference.count <= 40, end < text.endIndex, text[end] == .semicolon {
                append(reference: reference, to: &out)
                index = end + 1
            } else {
                out.append(.ampersand)
                index = ampersand + 1
            }
        }
        out.append(contentsOf: text[index...])
    }

    private static func append(reference: ArraySlice<UInt8>, to out: inout [UInt8]) {
        switch String(decoding: reference, as: UTF8.self) {
        case "amp": out.write("&")
        case "lt": out.write("<")
        case "gt": out.write(">")
        case "quot", "#34", "#x22": out.write("\"")
        case "#39", "#x27", "apos": out.write("'")
        case "nbsp": out.write("\u{A0}")
        case let name: out.write(utf8: decodeByCMark("&\(name);"))
        }
    }

    /// Decodes one reference by parsing it as Markdown.
    private static func decodeByCMark(_ reference: String) -> String {
        guard let document = cmark_parse_document(reference, reference.utf8.count, CMARK_OPT_DEFAULT) else { return reference }
        defer { cmark_node_free(document) }
        var node = cmark_node_first_child(cmark_node_first_child(document))
        var text = ""
        while let current = node {
            if let literal = cmark_node_get_literal(current) { text += String(cString: literal) }
            node = cmark_node_next(current)
        }
        return text.isEmpty ? reference : text
    }
}
