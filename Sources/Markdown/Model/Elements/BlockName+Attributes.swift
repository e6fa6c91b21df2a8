/// What GitBook's blocks can say about themselves, as far as its exports and its manual show.
extension BlockName {
    /// The attributes that a block may have; nil where they are not known.
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
