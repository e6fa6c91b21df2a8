import Labels

/// What the interface says in one language, by the keys of `Labels`.
package struct InterfaceTexts: Sendable {
    /// A language tag by BCP 47.
    package let language: String
    private let texts: [String: String]
    /// Those that are the site's own.
    private let own: [String: String]
    /// How many texts there are only in English.
    package let missingCount: Int

    /// - Parameter own: the site's own texts.
    init(_ language: String, own: [String: String]) {
        self.language = language
        self.own = own
        texts = (Labels.texts(in: language) ?? [:]).merging(own) { $1 }
        missingCount = language.lowercased().hasPrefix("en") ? 0 : Labels.english.count { [texts] in texts[$0.key] == nil }
    }

    /// Whether two say the same.
    package func isSame(as other: InterfaceTexts) -> Bool { language == other.language && own == other.own }

    package subscript(key: String) -> String { texts[key] ?? Labels.english(key) }
}

extension Configuration {
    /// What the interface says in a language: the site's own texts, else those of kbgen, else the English ones.
    /// - Parameter more: what a space says otherwise, by key.
    package func texts(in language: String, _ more: [String: String] = [:]) -> InterfaceTexts {
        let base = String(language.prefix { $0 != "-" })
        let own = (languageLabels[base] ?? [:]).merging(languageLabels[language] ?? [:]) { $1 }
        let all = language == self.language ? own.merging(labels) { $1 } : own
        return InterfaceTexts(language, own: all.merging(more) { $1 })
    }
}
