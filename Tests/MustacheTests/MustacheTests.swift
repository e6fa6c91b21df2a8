import Diagnostics
import Testing

@testable import Mustache

@Suite struct MustacheTests {
    private func render(_ template: String, _ value: Value, partials: [String: String] = [:]) -> String {
        var diagnostics: [Diagnostic] = []
        let templates = partials.merging(["main": template]) { $1 }.map {
            Template(parsing: Array($0.value.utf8), name: $0.key, file: .template($0.key + ".mustache"), diagnostics: &diagnostics)
        }
        #expect(diagnostics.isEmpty)
        return String(decoding: TemplateSet(templates).render("main", with: value), as: UTF8.self)
    }

    private let person = Value.object([
        ("name", .text("Ada <b>")), ("isHere", .flag(true)), ("isAway", .flag(false)), ("nothing", .absent),
        ("friends", .list([.object([("name", .text("Bob"))]), .object([("name", .text("Cy"))])])),
        ("home", .object([("town", .object([("name", .text("Rome"))]))])), ("words", .list([.text("a"), .text("b")])),
    ])

    @Test(arguments: [
        ("{{name}}", "Ada &lt;b&gt;"), ("{{{name}}}", "Ada <b>"), ("{{& name }}", "Ada <b>"), ("{{nothing}}|{{unknown}}", "|"),
        ("{{home.town.name}}", "Rome"), ("{{#home}}{{town.name}}{{/home}}", "Rome"), ("{{#home.town}}{{name}}{{/home.town}}", "Rome"),
    ]) func replacesVariables(template: String, expected: String) { #expect(render(template, person) == expected) }

    @Test(arguments: [
        ("{{#friends}}{{name}},{{/friends}}", "Bob,Cy,"), ("{{#words}}{{.}}{{/words}}", "ab"), ("{{#isHere}}yes{{/isHere}}", "yes"),
        ("{{#isAway}}yes{{/isAway}}", ""), ("{{^isAway}}no{{/isAway}}", "no"), ("{{^friends}}none{{/friends}}", ""),
        ("{{#nothing}}x{{/nothing}}{{^nothing}}y{{/nothing}}", "y"), ("{{#friends}}{{#isHere}}{{name}}{{/isHere}}{{/friends}}", "BobCy"),
    ]) func rendersSections(template: String, expected: String) { #expect(render(template, person) == expected) }

    @Test func removesTheLineOfATagThatIsAloneOnIt() {
        #expect(render("a\n{{#isHere}}\nb\n{{/isHere}}\nc\n", person) == "a\nb\nc\n")
        #expect(render("a\r\n  {{! a comment }}  \r\nb", person) == "a\r\nb")
        #expect(render("  {{#isHere}}x{{/isHere}}\n", person) == "  x\n", "not alone")
        #expect(render("{{^isAway}}\nlast\n{{/isAway}}", person) == "last\n")
    }

    @Test func changesDelimiters() {
        #expect(render("{{=<% %>=}}<% name %> {{name}}<%={{ }}=%>{{name}}", person) == "Ada &lt;b&gt; {{name}}Ada &lt;b&gt;")
    }

    @Test func indentsPartialsLikeTheirTag() {
        let partials = ["list": "<ul>\n{{#friends}}\n<li>{{name}}</li>\n{{/friends}}\n</ul>\n"]
        #expect(render("a\n  {{> list}}\nb\n", person, partials: partials) == "a\n  <ul>\n  <li>Bob</li>\n  <li>Cy</li>\n  </ul>\nb\n")
        #expect(render("a {{> list}} b", person, partials: ["list": "x"]) == "a x b")
        #expect(render("{{> missing}}!", person) == "!")
    }

    @Test func listsInListsEnd() {
        let list = Value.object([("l", .list((0..<200).map { _ in .text("a") }))])
        let text = render("{{#l}}{{#l}}{{#l}}{{#l}}x{{/l}}{{/l}}{{/l}}{{/l}}", list)
        #expect((200...1_000_000).contains(text.utf8.count))
    }

    @Test func endsPartialsThatIncludeEachOther() {
        #expect(render("{{> a}}", person, partials: ["a": "x{{> a}}"]).count < 100)
    }

    @Test(arguments: [
        ("a\n  {{#open}}\nb", 2, 3, "never closed"), ("{{/close}}", 1, 1, "closes no section"), ("é {{name", 1, 3, "never closed"),
        ("{{#a}}{{#b}}{{/a}}", 1, 7, "never closed"), ("{{=x=}}", 1, 1, "delimiters"), ("{{}}", 1, 1, "name is missing"),
    ]) func reportsSyntaxErrors(template: String, line: Int, column: Int, message: String) throws {
        var diagnostics: [Diagnostic] = []
        _ = Template(parsing: Array(template.utf8), name: "main", file: .template("main.mustache"), diagnostics: &diagnostics)
        let first = try #require(diagnostics.first)
        #expect(first.position == SourcePosition(line: line, column: column))
        #expect(first.message.contains(message))
        #expect(first.rule == .templateSyntax)
    }

    @Test func reportsNamesThatTheSchemaDoesNotHave() {
        let schema = Schema.object([
            ("title", .text), ("links", .list(.object([("url", .text)]))), ("page", .object([("body", .text)])),
        ])
        var diagnostics: [Diagnostic] = []
        let text = "{{titel}}\n{{#links}}{{url}}{{title}}{{urll}}{{/links}}\n{{page.bdy}}{{> hedder}}"
        let templates = TemplateSet([
            Template(parsing: Array(text.utf8), name: "main", file: .template("main.mustache"), diagnostics: &diagnostics),
            Template(parsing: Array("{{title}}".utf8), name: "header", file: .template("header.mustache"), diagnostics: &diagnostics),
        ])
        let reports = templates.check("main", against: schema)
        #expect(reports.map(\.position.line) == [1, 2, 3, 3])
        #expect(reports.map(\.help) == ["did you mean “title”?", "did you mean “url”?", "did you mean “body”?", "did you mean “header”?"])
    }
}
