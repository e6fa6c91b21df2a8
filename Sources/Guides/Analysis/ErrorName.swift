import Bytes

/// The names that programs give to errors, whatever the language of the article: `0x80070005`, `ERR_CONNECTION_REFUSED`, `java.lang.NullPointerException`.
enum ErrorName {
    /// The first such name in a title; nil where there is none.
    static func find(in title: String) -> String? {
        title.split(whereSeparator: \.isWhitespace).lazy.map { $0.trimmingMarks }.first(where: isOne).map(String.init)
    }

    private static func isOne(_ word: Substring) -> Bool {
        let bytes = Array(word.utf8)
        if bytes.count > 5, bytes.starts(with: "0x".utf8) { return bytes.dropFirst(2).allSatisfy { $0.hexValue != nil } }
        let isShouted = bytes.allSatisfy { $0 == UInt8(ascii: "_") || $0.isASCIIDigit || ($0.isASCIILetter && $0.asciiLowercased != $0) }
        if isShouted { return bytes.contains(UInt8(ascii: "_")) && word.split(separator: "_").contains { $0.hasPrefix("ERR") } }
        guard bytes.allSatisfy({ $0.isASCIIAlphanumeric || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") }) else { return false }
        return ["Exception", "Error", "Fault"].contains { word.hasSuffix($0) && word.utf8.count > $0.utf8.count }
    }
}

extension Substring {
    /// Without the quotes, brackets and points around it.
    fileprivate var trimmingMarks: Substring {
        let isOfName = { (character: Character) in character.isLetter || character.isNumber || character == "_" }
        guard let first = firstIndex(where: isOfName), let last = lastIndex(where: isOfName) else { return self[endIndex...] }
        return self[first...last]
    }
}
