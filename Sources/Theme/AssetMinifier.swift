/// Makes the scripts and styles of the theme smaller for publishing: without indentation, empty lines, and comments that fill lines. Every reader loads them.
///
/// Nothing is parsed, so this is only for the theme's own files, in which no text in quotes minds that; files that a site brings are left alone.
enum AssetMinifier {
    /// - Parameter bytes: UTF-8.
    static func minified(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
        guard name.hasSuffix(".js") || name.hasSuffix(".css") else { return bytes }
        let isScript = name.hasSuffix(".js")
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var isInComment = false
        for line in bytes.split(separator: 0x0A) {
            let code = isScript ? outsideLineComment(line) : outsideBlockComment(line, &isInComment)
            if code.isEmpty { continue }
            out += code
            out.append(0x0A)
        }
        return out
    }

    private static func outsideLineComment(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let text = line.drop { $0 == 0x20 }
        return text.starts(with: "//".utf8) ? [] : text
    }

    private static func outsideBlockComment(_ line: ArraySlice<UInt8>, _ isInComment: inout Bool) -> ArraySlice<UInt8> {
        let text = line.drop { $0 == 0x20 }
        guard isInComment || text.starts(with: "/*".utf8) else { return text }
        let inside = isInComment ? text : text.dropFirst(2)
        let end = inside.indices.first { inside[$0...].starts(with: "*/".utf8) }
        isInComment = end == nil
        return end.map { inside[($0 + 2)...].drop { $0 == 0x20 } } ?? []
    }
}
