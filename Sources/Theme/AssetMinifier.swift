/// Removes indentation, empty lines and most comments from the theme's scripts and styles, and spaces and line breaks around
/// punctuation from styles, since every reader loads them.
///
/// Removed are block comments at the beginning of a line in styles, and in scripts comments that fill a line and `/** … */` anywhere. Code is not
/// parsed: the theme's own files have no strings that look like one of these. Files of a site are published unchanged.
enum AssetMinifier {
    /// - Parameter bytes: UTF-8.
    static func minified(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
        guard name.hasSuffix(".js") || name.hasSuffix(".css") else { return bytes }
        let isScript = name.hasSuffix(".js")
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var isInComment = false
        for line in bytes.split(separator: 0x0A) {
            let code = isScript ? scriptCode(line, &isInComment) : styleCode(line, &isInComment)
            if code.isEmpty { continue }
            out += code
            let isLineBreakOptional = !isScript && (code.last.map(",;{}".utf8.contains) ?? false)
            if !isLineBreakOptional { out.append(0x0A) }
        }
        return out
    }

    private static func scriptCode(_ line: ArraySlice<UInt8>, _ isInComment: inout Bool) -> [UInt8] {
        var code: [UInt8] = []
        var rest = line.withoutIndentation
        if !isInComment, rest.starts(with: "//".utf8) { return [] }
        while !rest.isEmpty {
            if isInComment {
                guard let end = rest.firstIndex(of: "*/") else { break }
                isInComment = false
                rest = rest[(end + 2)...].withoutIndentation
            } else if let start = rest.firstIndex(of: "/**") {
                code += rest[..<start]
                isInComment = true
                rest = rest[(start + 3)...]
            } else {
                code += rest
                break
            }
        }
        return code
    }

    private static func styleCode(_ line: ArraySlice<UInt8>, _ isInComment: inout Bool) -> [UInt8] {
        let code = line.withoutIndentation
        guard isInComment || code.starts(with: "/*".utf8) else { return code.withoutOptionalSpaces }
        let comment = isInComment ? code : code.dropFirst(2)
        let end = comment.firstIndex(of: "*/")
        isInComment = end == nil
        return end.map { comment[($0 + 2)...].withoutIndentation.withoutOptionalSpaces } ?? []
    }
}

extension ArraySlice<UInt8> {
    fileprivate var withoutIndentation: Self { drop { $0 == 0x20 } }

    /// The style without the spaces after `:`, `,`, `;` and braces and before braces.
    fileprivate var withoutOptionalSpaces: [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(count)
        for index in indices {
            let isOptional =
                (out.last.map(":,;{}".utf8.contains) ?? false) || (index + 1 < endIndex && "{}".utf8.contains(self[index + 1]))
            if self[index] != 0x20 || !isOptional { out.append(self[index]) }
        }
        return out
    }

    /// The index of the first occurrence.
    fileprivate func firstIndex(of marker: StaticString) -> Int? {
        let bytes = UnsafeBufferPointer(start: marker.utf8Start, count: marker.utf8CodeUnitCount)
        var candidates = self
        while let index = candidates.firstIndex(of: bytes[0]) {
            candidates = candidates[index...]
            if candidates.starts(with: bytes) { return index }
            candidates = candidates.dropFirst()
        }
        return nil
    }
}
