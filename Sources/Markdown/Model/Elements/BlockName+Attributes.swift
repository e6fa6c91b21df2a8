/// What GitBook's blocks can say about themselves, as far as its exports and its manual show.
extension BlockName {
    /// The attributes that a block may have, in lower case; nil where they are not known.
    var attributes: [String]? {
        switch self {
        case .hint: ["style", "icon"]
        case .tab: ["title", "icon"]
        case .tabs, .stepper, .step, .else: []
        case .columns: ["fullwidth", "full-width"]
        case .column: ["width", "valign"]
        case .code: ["title", "overflow", "linenumbers", "expandable", "fullwidth", "lang", "language"]
        case .contentReference: ["url"]
        case .pageReference: ["page"]
        case .embed: ["url", "caption", "fullwidth", "size", "align"]
        case .file: ["src", "caption", "name"]
        case .updates: ["format"]
        case .update: ["date", "tags", "title"]
        default: nil
        }
    }

    /// The attribute without which a block shows nothing, or not what was meant; nil if there is none.
    var requiredAttribute: String? {
        switch self {
        case .tab: "title"
        case .integration, .swagger: nil
        default: addressAttribute
        }
    }

    /// The attribute that a word or a text alone in a tag is probably the value of: `{% hint warning %}`, `{% tab "Linux" %}`.
    var mainAttribute: String? {
        switch self {
        case .hint: "style"
        case .code: "title"
        case .update: "date"
        default: requiredAttribute
        }
    }

    /// The values that an attribute may have; nil where they are not known.
    func values(of attribute: String) -> [String]? {
        switch (self, attribute) {
        case (.hint, "style"): ["info", "success", "warning", "danger"]
        case (.code, "overflow"): ["wrap", "scroll"]
        case (.updates, "format"): ["full", "short", "numeric"]
        default: nil
        }
    }
}
