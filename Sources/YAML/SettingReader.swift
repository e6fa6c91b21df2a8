import Diagnostics
import Paths

/// Reads settings of known types out of YAML entries, and gathers what is wrong with them.
public struct SettingReader {
    let file: SourceFile
    public private(set) var diagnostics: [Diagnostic] = []

    /// - Parameter file: how diagnostics name the file.
    public init(file: SourceFile) { self.file = file }

    /// The entry's text; a number or a truth value counts as its spelling. Null is nil, without a finding.
    public mutating func string(_ entry: YAMLNode.Entry) -> String? {
        if let string = entry.value.string { return string }
        if !entry.value.isNull { report(entry, "a text") }
        return nil
    }

    /// The entry's truth value.
    public mutating func bool(_ entry: YAMLNode.Entry) -> Bool? {
        if let bool = entry.value.bool { return bool }
        if !entry.value.isNull { report(entry, "true or false") }
        return nil
    }

    /// The entry's list of texts; a single text counts as a list of one.
    public mutating func strings(_ entry: YAMLNode.Entry) -> [String] {
        if let string = entry.value.string { return [string] }
        guard let elements = entry.value.elements else {
            if !entry.value.isNull { report(entry, "a list of texts") }
            return []
        }
        let strings = elements.compactMap(\.string)
        if strings.count < elements.count { report(entry, "a list of texts") }
        return strings
    }

    /// The entries of a map whose values are texts, with their places.
    public mutating func texts(_ entry: YAMLNode.Entry) -> [(key: String, value: String, position: SourcePosition)] {
        guard let entries = entry.value.entries else {
            report(entry, "a map of “key: value” lines")
            return []
        }
        return entries.compactMap { inner in
            string(inner).map { (inner.key, $0, inner.keyPosition) }
        }
    }

    /// One of a few words.
    public mutating func word(_ entry: YAMLNode.Entry, of words: [String]) -> String? {
        guard let word = string(entry) else { return nil }
        if words.contains(word) { return word }
        report(entry, "one of: " + words.joined(separator: ", "))
        return nil
    }

    /// Reports a key that is not known, with the nearest one that is.
    public mutating func unknown(_ entry: YAMLNode.Entry, known: [String], nearest: String?) {
        diagnostics.append(
            Diagnostic(
                .settingUnknown, in: file, at: entry.keyPosition, "there is no setting “\(entry.key)”",
                help: nearest.map { "did you mean “\($0)”?" } ?? "the settings here are: " + known.joined(separator: ", ")))
    }

    /// Reports a value that is not what the setting takes.
    public mutating func report(_ entry: YAMLNode.Entry, _ wanted: String) {
        diagnostics.append(
            Diagnostic(
                .settingType, in: file, at: entry.value.position, "“\(entry.key)” takes \(wanted)",
                help: "correct it; until then it is as if it were not there"))
    }
}
