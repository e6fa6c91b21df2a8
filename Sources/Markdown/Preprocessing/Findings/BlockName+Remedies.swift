import Bytes

/// What a writer may have meant by names that GitBook's blocks do not have.
extension BlockName {
    /// What to write instead of a tag whose name is not known; nil if nothing is near.
    ///
    /// - Parameter name: the name as written, with `end` or `/` before it if it closes.
    static func remedy(forUnknown name: String) -> String? {
        let lower = name.lowercased()
        let isClosing = lower.hasPrefix("end") || lower.hasPrefix("/")
        let bare = lower.hasPrefix("/") ? String(lower.dropFirst()) : lower.withoutEnd
        if isClosing, gitBookNames.contains(bare), lower.hasPrefix("/") { return "did you mean {% end\(bare) %}?" }
        if let block = otherNames[bare] {
            return isClosing ? "write {% end\(block.prefix { $0 != " " }) %}" : "write {% \(block) %}"
        }
        if expandableNames.contains(bare) { return "write <details><summary>Title</summary> and </details>" }
        guard !ofOtherLanguages.contains(name.withoutEnd) else { return nil }
        if let nearest = gitBookNames.nearest(to: bare), isClosing || gitBookNames.contains(bare) || !lower.hasPrefix("en") {
            return "did you mean {% \(isClosing ? "end" : "")\(nearest) %}?"
        }
        return (gitBookNames + gitBookNames.map { "end" + $0 }).nearest(to: lower).map { "did you mean {% \($0) %}?" }
    }

    /// Whether an unknown name is one that other languages have, or another word for a block, so that a sentence may speak of it.
    static func isAlsoAWord(_ name: String) -> Bool {
        let bare = name.lowercased().withoutEnd
        return otherNames[bare] != nil || expandableNames.contains(bare) || ofOtherLanguages.contains(bare)
    }

    /// What to write instead of an attribute that a block does not have.
    func remedy(forAttribute attribute: Attribute, _ known: [String]) -> String {
        if let nearest = known.nearest(to: attribute.name) { return "did you mean \(Self.written(nearest))=\"…\"?" }
        // Under another name, the value is one that an attribute can have.
        if let meant = known.first(where: { values(of: $0)?.contains(attribute.value) == true }) { return "did you mean \(meant)=\"…\"?" }
        if let other = ["url": "src", "src": "url", "href": "url", "link": "url", "path": "src"][attribute.name], known.contains(other) {
            return "did you mean \(other)=\"…\"?"
        }
        if ["name", "label", "caption", "header"].contains(attribute.name), known.contains("title") { return "did you mean title=\"…\"?" }
        return known.isEmpty ? "take it out" : "it can have: " + known.map(Self.written).joined(separator: ", ")
    }

    private static func written(_ attribute: String) -> String {
        ["linenumbers": "lineNumbers", "fullwidth": "fullWidth"][attribute] ?? attribute
    }

    /// The names of GitBook's blocks in other generators and in plug-ins.
    private static let otherNames = [
        "note": "hint style=\"info\"", "info": "hint style=\"info\"", "tip": "hint style=\"success\"", "callout": "hint", "alert": "hint",
        "admonition": "hint", "notice": "hint", "aside": "hint", "warning": "hint style=\"warning\"", "caution": "hint style=\"warning\"",
        "important": "hint style=\"warning\"", "danger": "hint style=\"danger\"", "success": "hint style=\"success\"", "steps": "stepper",
        "video": "embed url=\"…\"", "youtube": "embed url=\"…\"", "vimeo": "embed url=\"…\"", "iframe": "embed url=\"…\"",
        "gist": "embed url=\"…\"", "codeblock": "code", "code-block": "code", "highlight": "code", "snippet": "code", "sample": "code",
        "tabset": "tabs", "tabbed": "tabs", "attachment": "file src=\"…\"", "download": "file src=\"…\"", "api": "openapi src=\"…\"",
        "changelog": "updates", "row": "columns", "grid": "columns", "col": "column",
    ]

    private static let expandableNames: Set<String> = [
        "accordion", "expand", "expandable", "collapse", "collapsible", "details", "spoiler", "toggle",
    ]
}
