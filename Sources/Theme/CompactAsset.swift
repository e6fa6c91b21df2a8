/// Scripts and styles of the theme as they are published: without indentation, empty lines, and comments that fill lines. Every reader loads them.
///
/// Nothing is parsed, so this is only for the theme's own files, in which no text in quotes minds that; files that a site brings are left alone.
enum CompactAsset {
    /// - Parameter bytes: UTF-8.
    static func of(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
        guard name.hasSuffix(".js") || name.hasSuffix(".css") else { return bytes }
        let isScript = name.hasSuffix(".js")
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var isInComment = false
        for line in bytes.split(separator: 0x0A) {
            let text = line.drop { $0 == 0x20 }
            let isComment = isInComment || text.starts(with: isScript ? "//".utf8 : "/*".utf8)
            if isComment, !isScript { isInComment = !text.suffix(2).elementsEqual("*/".utf8) }
            if isComment || text.isEmpty { continue }
            out += text
            out.append(0x0A)
        }
        return out
    }
}
