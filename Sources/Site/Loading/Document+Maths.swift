import Diagnostics
import Markdown
import Maths

extension Document {
    /// The formulas that are shown as they are written, because they have what is not known.
    var unknownMaths: [Diagnostic] {
        formulas.compactMap { formula in
            guard case .failure(let unknown) = TeX.mathML(formula.text, isDisplay: formula.isDisplay) else { return nil }
            return Diagnostic(
                .mathsUnknown, in: source.file, at: formula.position,
                "the formula is shown as it is written: \(unknown.name.hasPrefix("\\") ? "“\(unknown.name)” is not known" : "it lacks \(unknown.name)")",
                help: "write it with other commands, or put it between backticks as code")
        }
    }
}
