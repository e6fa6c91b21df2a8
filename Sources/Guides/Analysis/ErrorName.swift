import Bytes

/// Names that programs give to errors, in any language: `0x80070005`, `ERR_CONNECTION_REFUSED`, `java.lang.NullPointerException`.
enum ErrorName {
    /// The first such name in a title; nil if there is none.
    static func find(in title: String) -> String? {
        title.split(whereSeparator: \.isWhitespace).lazy.map { $0.trimmingPunctuation }.first(where: isErrorName).map(String.init)
    }

    private static func isErrorName(_ word: Substring) -> Bool {
        let bytes = Array(word.utf8)
        if bytes.count > 5, bytes.starts(with: "0x".utf8) { return bytes.dropFirst(2).allSatisfy { $0.hexValue != nil } }
        let isUppercase = bytes.allSatisfy { $0 == UInt8(ascii: "_") || $0.isASCIIDigit || ($0.isASCIILetter && $0.asciiLowercased != $0) }
        if isUppercase { return bytes.contains(UInt8(ascii: "_")) && word.split(separator: "_").contains { $0.hasPrefix("ERR") } }
        guard bytes.allSatisfy({ $0.isASCIIAlphanumeric || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") }) else { return false }
        return ["Exception", "Error", "Fault"].contains { word.hasSuffix($0) && word.utf8.count > $0.utf8.count }
    }
}

extension Substring {
    /// The word without the quotes, brackets and other punctuation around it.
    fileprivate var trimmingPunctuation: Substring {
        let isNameCharacter = { (character: Character) in character.isLetter || character.isNumber || character == "_" }
        guard let first = firstIndex(where: isNameCharacter), let last = lastIndex(where: isNameCharacter) else { return self[endIndex...] }
        return self[first...last]
    }
}
