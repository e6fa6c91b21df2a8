import Diagnostics

extension PreprocessedSource {
    /// Reports tags that are unbalanced, unknown or of an integration.
    ///
    /// - Parameter bodyOffset: the offset in the file at which the text begins.
    func diagnostics(in source: Source, bodyOffset: Int) -> [Diagnostic] {
        var closed: Set<Int> = []
        for tag in tags { if case .closing(let opener) = tag.role { closed.insert(opener) } }
        var diagnostics: [Diagnostic] = []
        for (index, tag) in tags.enumerated() {
            let name = tag.name == .integration || tag.name == .plugin ? tag.writtenName : tag.name.rawValue
            func report(_ rule: Rule, _ message: String, _ help: String? = nil) {
                let position = source.position(at: bodyOffset + tag.range.lowerBound)
                diagnostics.append(Diagnostic(rule, in: source.file, at: position, message, help: help))
            }
            if tag.role == .stray {
                report(.blockUnbalanced, "{% end\(name) %} closes nothing", "take it out, or open the block with {% \(name) %}")
            } else if tag.role == .opening, !closed.contains(index), tag.name != .else, tag.name != .elif {
                report(.blockUnbalanced, "{% \(name) %} is never closed", "put {% end\(name) %} where it ends")
            } else if tag.name == .plugin, tag.role == .opening {
                let nearest = BlockName.gitBookNames.nearest(to: name)
                report(
                    .blockUnknown, "{% \(name) %} is no block of GitBook's; what is in it is shown",
                    nearest.map { "did you mean {% \($0) %}?" }
                        ?? "take its tags out, or write `{% \(name) %}` as code if readers are to see them")
            } else if tag.name == .integration, tag.role == .opening || tag.role == .void {
                report(
                    .blockUnknown, "the block of the integration “\(name)” is shown as a link",
                    "link to what it shows; a site of files runs no integrations")
            }
        }
        return diagnostics
    }
}
