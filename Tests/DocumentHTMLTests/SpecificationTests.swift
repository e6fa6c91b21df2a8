import Foundation
import Testing

@testable import DocumentHTML
@testable import Markdown

/// Runs the examples of the CommonMark and GFM specifications, which are in a folder beside the checkout.
@Suite struct SpecificationTests {
    struct Example: Decodable, Sendable {
        let example: Int
        let section: String
        let markdown: String
        let html: String
    }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared/specs")
    static let isPresent = FileManager.default.fileExists(atPath: folder.path())

    static func examples(_ name: String) -> [Example] {
        (try? JSONDecoder().decode([Example].self, from: Data(contentsOf: folder.appending(path: name)))) ?? []
    }

    private func html(_ example: Example, _ dialect: Dialect) -> String {
        let document = Document(parsing: Source(file: "spec", raw: Array(example.markdown.utf8)), dialect: dialect)
        return String(decoding: HTMLRenderer.html(document, context: StandaloneContext(document)), as: UTF8.self)
    }

    @Test(.enabled(if: isPresent, "the examples are not beside the checkout"))
    func rendersEveryExampleOfCommonMark() {
        let examples = Self.examples("commonmark-0.30.json")
        #expect(examples.count == 652)
        for example in examples { #expect(html(example, .commonmark) == example.html, "example \(example.example)") }
    }

    @Test(
        .enabled(if: isPresent, "the examples are not beside the checkout"),
        arguments: ["gfm-extensions.json", "cmark-gfm-extensions.json"])
    func rendersEveryExampleOfGFM(file: String) {
        // The tag filter is not implemented: pages are reduced to a safe subset instead. One example only tests that nothing crashes.
        let examples = Self.examples(file).filter { !$0.section.contains("HTML tag filter") && !$0.section.contains("Raw HTML") }
        #expect(examples.count > 20)
        for example in examples {
            let html = html(example, .gfm)
            if example.html == "<IGNORE>\n" { continue }
            #expect(Self.sorted(html) == Self.sorted(example.html), "example \(example.example) of \(file)")
        }
    }

    /// HTML with the attributes of checkboxes sorted, since the two files order them differently.
    private static func sorted(_ html: String) -> String {
        html.replacing(#/<input ([^>]*?) ?/?>/#) { "<input " + $0.output.1.split(separator: " ").sorted().joined(separator: " ") + ">" }
    }
}
