import Bytes
import Diagnostics
import Labels
import Paths
import YAML

extension Configuration {
    package static let keys =
        [
            "base-url", "description", "edit-url", "insights", "labels", "language", "last-updated", "notice", "publish", "redirects",
            "rules",
            "schemes", "social-image", "spaces", "support", "title", "version", "versions", "visitor",
        ] + Appearance.keys

    /// Reads `kbgen.yml`.
    /// - Parameters:
    ///   - bytes: UTF-8.
    ///   - file: the file, as findings name it.
    package init(parsing bytes: [UInt8], file: SourceFile, diagnostics: inout [Diagnostic]) {
        self.file = file
        do throws(YAMLError) {
            guard let yaml = try YAMLNode(parsing: bytes), !yaml.isNull else { return }
            guard let entries = yaml.entries else {
                diagnostics.append(
                    Diagnostic(
                        .settingType, in: file, at: yaml.position, "the settings are no list of “key: value” lines",
                        help: "write each setting on a line of its own, such as “title: Help”"))
                return
            }
            var reader = SettingReader(file: file)
            reader.reportRepeated(entries)
            for entry in entries { read(entry, &reader) }
            diagnostics += reader.diagnostics
        } catch {
            diagnostics.append(
                Diagnostic(
                    .yamlSyntax, in: file, at: error.position, "the settings cannot be read: \(error.message)",
                    help: "the site is built with the defaults"))
        }
    }

    private mutating func read(_ entry: YAMLNode.Entry, _ reader: inout SettingReader) {
        switch entry.key {
        case "title": title = reader.string(entry) ?? ""
        case "description": description = reader.string(entry) ?? ""
        case "language": setLanguage(entry, &reader)
        case "base-url": setBaseURL(entry, &reader)
        case "edit-url": editURL = webAddress(entry, &reader)
        case "last-updated": showsDates = reader.bool(entry) ?? false
        case "social-image": socialImage = reader.string(entry).map(ContentPath.root.resolving)
        case "publish": publish = reader.strings(entry).map(ContentPath.root.resolving)
        case "labels": setLabels(entry, &reader)
        case "spaces": setSpaces(entry, &reader)
        case "schemes": setSchemes(entry, &reader)
        case "support": setSupport(entry, &reader)
        case "version": version = reader.string(entry)
        case "notice": notices = entry.value.isNull ? nil : Notice.notices(entry, &reader)
        case "versions": setVersions(entry, &reader)
        case "insights": setInsights(entry, &reader)
        case "rules": setRules(entry, &reader)
        case "visitor": visitor = entry.value
        case "redirects": setRedirects(entry, &reader)
        case let key where Appearance.keys.contains(key): appearance.read(entry, &reader)
        default: reader.unknown(entry, known: Self.keys, nearest: Self.keys.nearest(to: entry.key))
        }
    }

    private mutating func setBaseURL(_ entry: YAMLNode.Entry, _ reader: inout SettingReader) {
        guard let text = reader.string(entry) else { return }
        guard let url = Self.baseURL(text) else { return reader.report(entry, "an absolute URL, such as https://help.example.com/") }
        baseURL = url
    }

    /// A base URL as it is used: absolute and ending in `/`. Nil for what is none.
    package static func baseURL(_ text: String) -> String? {
        guard text.hasPrefix("https://") || text.hasPrefix("http://"), !text.contains(where: \.isWhitespace),
            !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control || $0.properties.generalCategory == .format })
        else { return nil }
        return text.hasSuffix("/") ? text : text + "/"
    }

    private mutating func setLanguage(_ entry: YAMLNode.Entry, _ reader: inout SettingReader) {
        guard let text = reader.string(entry) else { return }
        guard let tag = LanguageTag.normalised(text) else { return reader.report(entry, "a language tag, such as en or pt-BR") }
        language = tag
    }

    private func webAddress(_ entry: YAMLNode.Entry, _ reader: inout SettingReader) -> String? {
        guard let text = reader.string(entry) else { return nil }
        if Self.isWebAddress(text) { return text }
        reader.report(entry, "a URL that begins with https:// or http://")
        return nil
    }

    private static func isWebAddress(_ text: String) -> Bool {
        (text.hasPrefix("https://") || text.hasPrefix("http://")) && !text.contains(where: \.isWhitespace)
    }

    private mutating func setSpaces(_ entry: YAMLNode.Entry, _ reader: inout SettingReader) {
        if let elements = entry.value.elements {
            for element in elements { readSpace(element, entry, &reader) }
            return
        }
        for (id, place, _) in reader.stringMapping(entry) { gitBookSpaces[id] = place }
        if gitBookSpaces.values.contains(where: { $0.contains(":") && !Self.isWebAddress($0) }) {
            reader.report(entry, "a map of ids to folders, or to URLs that begin with https:// or http://")
            gitBookSpaces = gitBookSpaces.filter { !$0.value.contains(":") || Self.isWebAddress($0.value) }
        }
    }

    /// A space of the site, or the id and the URL of one elsewhere.
    private mutating func readSpace(_ node: YAMLNode, _ list: YAMLNode.Entry, _ reader: inout SettingReader) {
        if let id = node["id"]?.string, let url = node["url"]?.string, Self.isWebAddress(url) {
            gitBookSpaces[id] = url
        } else if let space = SpaceSettings(node, in: list, file: file, &reader) {
            spaces.append(space)
            if let id = space.id { gitBookSpaces[id] = space.folder.string }
        }
    }

    /// Those that run in the page, whoever allows them; `URLScheme` of the Markdown module, which this one does not know, has the same.
    private static let forbiddenSchemes: Set<String> = ["javascript", "vbscript", "data", "blob", "file"]

    private mutating func setSchemes(_ entry: YAMLNode.Entry, _ reader: inout SettingReader) {
        let names = reader.strings(entry).map { $0.lowercased().hasSuffix(":") ? String($0.lowercased().dropLast()) : $0.lowercased() }
        let isScheme = { (name: String) in
            name.first?.isLetter == true && name.utf8.allSatisfy { $0.isASCIIAlphanumeric || "+-.".utf8.contains($0) }
                && !Self.forbiddenSchemes.contains(name)
        }
        if !names.allSatisfy(isScheme) { reader.report(entry, "a list of schemes such as “slack”, and none that runs scripts") }
        schemes = Set(names.filter(isScheme))
    }

    /// An address of e-mail is written to with the summary in the mail.
    private mutating func setSupport(_ entry: YAMLNode.Entry, _ reader: inout SettingReader) {
        guard let text = reader.string(entry) else { return }
        let isAddress = text.split(separator: "@").count == 2 && !text.contains(where: { $0.isWhitespace || $0 == ":" || $0 == "/" })
        let isURL = ["https://", "http://", "mailto:"].contains { text.hasPrefix($0) } && !text.contains(where: \.isWhitespace)
        guard isAddress || isURL else {
            return reader.report(entry, "an e-mail address, or a URL such as https://help.example.com/new?text={summary}")
        }
        let address = isAddress ? "mailto:" + text : text
        support = address.hasPrefix("mailto:") && !address.contains("?") ? address + "?subject={title}&body={summary}" : address
    }

    private mutating func setRedirects(_ entry: YAMLNode.Entry, _ reader: inout SettingReader) {
        if let file = entry.value.string { return redirectFile = ContentPath.root.resolving(file) }
        redirects = reader.stringMapping(entry).map { Redirection(source: $0.key, target: $0.value, file: file, position: $0.position) }
    }

    private mutating func setVersions(_ entry: YAMLNode.Entry, _ reader: inout SettingReader) {
        let elements = entry.value.elements ?? []
        versions = elements.compactMap { node in
            guard let title = node["title"]?.string, let url = node["url"]?.string, url.hasSuffix("/"),
                !url.contains(where: \.isWhitespace),
                Self.isWebAddress(url) || !url.contains(":")
            else { return nil }
            return Version(title: title, url: url, state: node["state"]?.string.flatMap(SpaceSettings.State.init) ?? .old)
        }
        if versions.count < max(1, elements.count) {
            reader.report(entry, "a list of versions, each with its “title” and its “url”, which ends in a slash")
        }
    }

    private mutating func setInsights(_ entry: YAMLNode.Entry, _ reader: inout SettingReader) {
        guard let text = reader.string(entry) else { return }
        guard text.hasPrefix("https://") || text.hasPrefix("http://") || (text.hasPrefix("/") && !text.hasPrefix("//")),
            !text.contains(where: \.isWhitespace)
        else {
            return reader.report(entry, "a URL, or a path on the same host such as /insights")
        }
        insights = text
    }

    private mutating func setRules(_ entry: YAMLNode.Entry, _ reader: inout SettingReader) {
        guard let entries = entry.value.entries else { return reader.report(entry, "a map of “rule: error, warning or off” lines") }
        let known = Rule.allCases.map(\.rawValue)
        for inner in entries {
            guard let rule = Rule(rawValue: inner.key) else {
                reader.unknown(inner, known: ["the names in the manual's “Rules”"], nearest: known.nearest(to: inner.key))
                continue
            }
            // YAML 1.1 reads a bare off as false.
            let word = inner.value.bool == false ? "off" : reader.word(inner, of: RuleSettings.Level.allCases.map(\.rawValue))
            rules[rule] = word.flatMap(RuleSettings.Level.init)
        }
    }

    private mutating func setLabels(_ entry: YAMLNode.Entry, _ reader: inout SettingReader) {
        for inner in entry.value.entries ?? [] {
            if let tag = LanguageTag.normalised(inner.key), let texts = inner.value.entries, !inner.value.isNull {
                for text in texts { Self.setLabel(text, &languageLabels[tag, default: [:]], &reader) }
            } else {
                Self.setLabel(inner, &labels, &reader)
            }
        }
        if entry.value.entries == nil { reader.report(entry, "a map of “key: value” lines") }
    }

    /// Reads one of the texts of the interface.
    static func setLabel(_ entry: YAMLNode.Entry, _ labels: inout [String: String], _ reader: inout SettingReader) {
        let known = Labels.english.map(\.key)
        guard known.contains(entry.key) else { return reader.unknown(entry, known: known, nearest: known.nearest(to: entry.key)) }
        labels[entry.key] = reader.string(entry)
    }
}
