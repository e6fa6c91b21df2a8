import Bytes
import Content
import Diagnostics
import Expressions
import Files
import Markdown
import Paths
import YAML

/// The values of variables: of the whole content (`.gitbook/vars.yaml`, `book.json`), of visitors as the settings give them, and of one page.
package struct Variables: Sendable {
    private var values: [String: Expression.Value] = [:]

    /// - Parameters:
    ///   - folder: that of the space. Where it has no variables of its own, those of the root count.
    ///   - book: what `book.json` says by key.
    init(
        tree: SourceTree, folder: ContentPath = .root, visitor: YAMLNode?, book: [YAMLNode.Entry] = [], diagnostics: inout [Diagnostic]
    ) {
        for entry in book { add(entry.value, "book." + entry.key) }
        let names = [".gitbook/vars.yaml", ".gitbook/vars.yml"]
        let paths = (folder.isRoot ? [] : names.map(folder.appending)) + names.map { ContentPath($0) }
        if let yaml = tree.yaml(paths, "the variables", "expressions are shown as they are", &diagnostics) {
            add(yaml, "space.vars")
        }
        if let visitor { add(visitor, "visitor") }
    }

    private mutating func add(_ node: YAMLNode, _ name: String) {
        if let entries = node.entries, !node.isNull {
            for entry in entries { add(entry.value, name + "." + entry.key) }
        } else if let flag = node.bool {
            values[name] = .flag(flag)
        } else if let text = node.string {
            // What is quoted in YAML is text, and a text is what conditions compare it with.
            values[name] = node.integer.map { .number(Double($0)) } ?? .text(text)
        }
    }

    /// With the variables of a page.
    package func with(_ page: FrontMatter) -> Variables {
        guard let own = page.variables else { return self }
        var variables = self
        variables.add(own, "page.vars")
        return variables
    }

    private func evaluate(_ expression: String) -> Expression.Value? {
        Expression.evaluate(expression.unescaped) { values[$0] }
    }

    /// What an expression comes to, as text; nil where a name in it has no value, or it is no expression.
    package func value(of expression: String) -> String? { evaluate(expression)?.text }

    /// Whether a condition holds; nil where that cannot be told.
    package func holds(_ condition: String) -> Bool? { evaluate(condition)?.isTrue }

    /// What the writer should know about a document's expressions and conditions.
    func diagnostics(of document: Document) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        func report(_ rule: Rule, _ position: SourcePosition, _ message: String, _ help: String?) {
            diagnostics.append(Diagnostic(rule, in: document.source.file, at: position, message, help: help))
        }
        let conditions = document.conditions + (document.frontMatter.condition.map { [($0, SourcePosition.start)] } ?? [])
        var reported: Set<String> = []
        for (condition, position) in conditions where holds(condition) == nil && reported.insert(condition).inserted {
            report(
                .conditionUndecided, position, "“\(condition)” cannot be decided; what depends on it is shown",
                "give “visitor” values in kbgen.yml, or a value in .gitbook/vars.yaml")
        }
        var size = 0
        for (expression, position) in document.expressions {
            if let value = value(of: expression) {
                let isFirst = size <= Document.maxExpressionBytes
                size += value.utf8.count
                guard isFirst, size > Document.maxExpressionBytes else { continue }
                report(
                    .expressionSize, position,
                    "the values of this page's expressions are longer than \(Document.maxExpressionBytes >> 10) KB; the rest is shown as expressions",
                    "put long texts into a file and include it")
            } else {
                let nearest = values.count > 2_000 ? nil : Array(values.keys).sorted().nearest(to: expression)
                report(.expressionUnknown, position, "“\(expression)” has no value", nearest.map { "did you mean “\($0)”?" })
            }
        }
        return diagnostics
    }
}

extension String {
    /// Without Markdown's backslashes, which some exports have in expressions.
    fileprivate var unescaped: String { String(filter { $0 != "\\" }) }
}
