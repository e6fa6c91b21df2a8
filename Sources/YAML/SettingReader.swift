import Diagnostics
import Paths

/// Reads settings of known types from YAML entries and collects diagnostics about values of the wrong type. Null counts as absent.
public struct SettingReader {
    let file: SourceFile
    public private(set) var diagnostics: [Diagnostic] = []

    /// - Parameter file: the file of the diagnostics.
    public init(file: SourceFile) { self.file = file }

    /// The entry's string. A number or a Boolean counts as its spelling.
    public mutating func string(_ entry: YAMLNode.Entry) -> String? {
        if let string = entry.value.string { return string }
        if !entry.value.isNull { report(entry, "a text") }
        return nil
    }

    /// The entry's Boolean.
    public mutating func bool(_ entry: YAMLNode.Entry) -> Bool? {
        if let bool = entry.value.bool { return bool }
        if !entry.value.isNull { report(entry, "true or false") }
        return nil
    }

    /// The entry's list of strings. A single string counts as a list of one.
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

    /// The entries of a mapping from strings to strings, with the positions of their keys.
    public mutating func stringMapping(_ entry: YAMLNode.Entry) -> [(key: String, value: String, position: SourcePosition)] {
        guard let entries = entry.value.entries else {
            report(entry, "a map of “key: value” lines")
            return []
        }
        return entries.compactMap { member in
            if member.value.isNull { report(member, "a text") }
            return string(member).map { (member.key, $0, member.keyPosition) }
        }
    }

    /// The entry's string if it is one of `words`.
    public mutating func word(_ entry: YAMLNode.Entry, of words: [String]) -> String? {
        guard let word = string(entry) else { return nil }
        if words.contains(word) { return word }
        report(entry, "one of: " + words.joined(separator: ", "))
        return nil
    }

    /// Reports keys that are there more than once. The last one counts.
    public mutating func reportRepeated(_ entries: [YAMLNode.Entry]) {
        var lines: [String: Int] = [:]
        for entry in entries {
            if let line = lines.updateValue(entry.keyPosition.line, forKey: entry.key) {
                diagnostics.append(
                    Diagnostic(
                        .settingRepeated, in: file, at: entry.keyPosition,
                        "“\(entry.key)” is set on line \(line) already; this value counts",
                        help: "take one of them out"))
            }
        }
    }

    /// Reports an unknown key.
    /// - Parameters:
    ///   - known: the keys that are allowed here.
    ///   - nearest: the one that was probably meant.
    public mutating func unknown(_ entry: YAMLNode.Entry, known: [String], nearest: String?) {
        diagnostics.append(
            Diagnostic(
                .settingUnknown, in: file, at: entry.keyPosition, "there is no setting “\(entry.key)”",
                help: nearest.map { "did you mean “\($0)”?" } ?? "the settings here are: " + known.joined(separator: ", ")))
    }

    /// Reports a value of the wrong type.
    /// - Parameter expected: the type, to follow “takes”.
    public mutating func report(_ entry: YAMLNode.Entry, _ expected: String) {
        diagnostics.append(
            Diagnostic(
                .settingType, in: file, at: entry.value.position, "“\(entry.key)” takes \(expected)",
                help: "correct it; until then it is as if it were not there"))
    }
}
