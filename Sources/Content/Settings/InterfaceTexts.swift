import Labels

/// What the interface says in one language, by the keys of `Labels`.
package struct InterfaceTexts: Sendable {
    /// A language tag by BCP 47.
    package let language: String
    private let texts: [String: String]
    /// How many texts there are only in English.
    package let missingCount: Int

    /// - Parameter own: the site's own texts.
    init(_ language: String, own: [String: String]) {
        self.language = language
        texts = (Labels.texts(in: language) ?? [:]).merging(own) { $1 }
        missingCount = language.lowercased().hasPrefix("en") ? 0 : Labels.english.count { [texts] in texts[$0.key] == nil }
    }

    package subscript(key: String) -> String { texts[key] ?? Labels.english(key) }
}

extension Configuration {
    /// What the interface says in a language: the site's own texts, else those of kbgen, else the English ones.
    package func texts(in language: String) -> InterfaceTexts {
        let base = String(language.prefix { $0 != "-" })
        let own = (languageLabels[base] ?? [:]).merging(languageLabels[language] ?? [:]) { $1 }
        return InterfaceTexts(language, own: language == self.language ? own.merging(labels) { $1 } : own)
    }
}
