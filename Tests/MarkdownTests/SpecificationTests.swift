import Foundation
import Testing

@testable import Markdown

/// The examples of the CommonMark specification, which lie beside the checkout.
@Suite struct SpecificationTests {
    struct Example: Decodable, Sendable {
        let example: Int
        let markdown: String
        let html: String
    }

    static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared/specs/commonmark-0.30.json")

    static var examples: [Example] {
        (try? JSONDecoder().decode([Example].self, from: Data(contentsOf: file))) ?? []
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: file.path()), "the examples are not beside the checkout"))
    func everyExampleOfCommonMark() {
        #expect(Self.examples.count == 652)
        for example in Self.examples {
            let document = Document(parsing: Source(path: "spec", raw: Array(example.markdown.utf8)), dialect: .commonmark)
            let html = String(decoding: HTMLRenderer.html(document, context: StandaloneContext(document)), as: UTF8.self)
            #expect(html == example.html, "example \(example.example)")
        }
    }
}
