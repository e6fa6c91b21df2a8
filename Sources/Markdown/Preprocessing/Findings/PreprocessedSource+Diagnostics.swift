import Bytes
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
                report(
                    .blockUnknown, "{% \(name) %} is no block of GitBook's; what is in it is shown",
                    BlockName.remedy(forUnknown: name) ?? "take its tags out, or write `{% \(name) %}` as code if readers are to see them")
            } else if tag.name == .integration, tag.role == .opening || tag.role == .void {
                report(
                    .blockUnknown, "the block of the integration “\(name)” is shown as a link",
                    "link to what it shows; a site of files runs no integrations")
            }
        }
        for (index, tag) in tags.enumerated() where tag.role == .opening || tag.role == .void {
            diagnostics += attributeProblems(tag, index).map { $0.diagnostic(in: source, bodyOffset: bodyOffset) }
        }
        diagnostics += problems.map { $0.diagnostic(in: source, bodyOffset: bodyOffset) }
        return diagnostics
    }

    /// What a block says about itself that nobody understands.
    private func attributeProblems(_ tag: BlockTag, _ index: Int) -> [SourceProblem] {
        let name = tag.name.rawValue
        var problems: [SourceProblem] = []
        func report(_ message: String, _ help: String?) {
            problems.append(SourceProblem(.blockAttribute, tag.range.lowerBound, message, help))
        }
        if tag.name == .stepper, !hasStep(in: index) {
            report("{% stepper %} has no steps", "put {% step %} before each step and {% endstep %} behind it")
        }
        if tag.name.attributes != nil, !tag.argument.isEmpty, tag.name != .else, tag.argument != "/" {
            report(
                "{% \(name) %} does not understand “\(tag.argument)”",
                tag.name.mainAttribute.map { "write {% \(name) \($0)=\"\(tag.argument)\" %}" } ?? "take it out")
        }
        for attribute in tag.attributes {
            if let known = tag.name.attributes, !known.contains(attribute.name) {
                report("{% \(name) %} has no “\(attribute.name)”", tag.name.remedy(forAttribute: attribute, known))
            } else if let values = tag.name.values(of: attribute.name), !values.contains(attribute.value) {
                report(
                    "{% \(name) %} knows no \(attribute.name) “\(attribute.value)”",
                    values.nearest(to: attribute.value).map { "did you mean “\($0)”?" } ?? "it can be: " + values.joined(separator: ", "))
            }
        }
        if problems.isEmpty, let required = tag.name.requiredAttribute,
            tag.attributes.allSatisfy({ $0.name != required || $0.value.isEmpty })
        {
            report("{% \(name) %} has no \(required)", "write {% \(name) \(required)=\"…\" %}")
        }
        return problems
    }

    /// Whether a step stands between the tags of a stepper.
    private func hasStep(in stepper: Int) -> Bool {
        for tag in tags[(stepper + 1)...] {
            if tag.name == .step { return true }
            if tag.role == .closing(stepper) { return false }
        }
        return false
    }
}

extension SourceProblem {
    func diagnostic(in source: Source, bodyOffset: Int) -> Diagnostic {
        Diagnostic(rule, in: source.file, at: source.position(at: bodyOffset + offset), message, help: help)
    }
}
