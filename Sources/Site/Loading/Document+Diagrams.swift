import Diagnostics
import Diagrams
import Markdown

extension Document {
    /// The diagrams that are shown as their source, because they have what is not drawn.
    var undrawnDiagrams: [Diagnostic] {
        codeBlocks(in: "mermaid").enumerated().compactMap { number, code in
            var reason = "a page has \(Mermaid.mostOfAPage) drawings at most"
            if number < Mermaid.mostOfAPage {
                guard case .failure(let undrawn) = Mermaid.svg(code.text) else { return nil }
                reason = undrawn.reason
            }
            return Diagnostic(
                .diagramUndrawn, in: source.file, at: code.position, "the diagram is shown as its source: \(reason)",
                help: "write it with what is drawn, or show a picture of it")
        }
    }
}
