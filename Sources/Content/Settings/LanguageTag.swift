import Bytes

/// Language tags by BCP 47 (https://www.rfc-editor.org/info/bcp47), such as `en` or `pt-BR`.
package enum LanguageTag {
    /// A text as a language tag, if it has the form of one: two or three letters, then parts of two to eight letters and digits behind
    /// hyphens or underscores. Nil for anything else.
    package static func normalised(_ text: String) -> String? {
        let subtags = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
        guard let first = subtags.first, (2...3).contains(first.utf8.count), first.utf8.allSatisfy(\.isASCIILetter) else { return nil }
        let isTag = subtags.dropFirst().allSatisfy { (2...8).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isASCIIAlphanumeric) }
        return isTag ? subtags.joined(separator: "-") : nil
    }

    /// Whether a language is written from right to left.
    package static func isRightToLeft(_ tag: String) -> Bool {
        let language = tag.lowercased().prefix { $0 != "-" && $0 != "_" }
        return ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi"].contains(language)
    }
}
