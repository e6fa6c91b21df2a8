import Diagnostics

/// What a writer should know about a place in a text.
struct SourceProblem {
    let rule: Rule
    /// The offset in the text without its front matter.
    let offset: Int
    let message: String
    let help: String?

    init(_ rule: Rule, _ offset: Int, _ message: String, _ help: String?) {
        self.rule = rule
        self.offset = offset
        self.message = message
        self.help = help
    }
}
