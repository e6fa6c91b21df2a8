import Foundation
import Testing

@testable import Diagrams

@Suite struct MermaidTests {
    private func svg(_ source: String) throws -> String { try Mermaid.svg(source).get() }

    /// The edges in words, which the drawing has for those who do not see it.
    private func said(_ source: String) throws -> String {
        let svg = try svg(source)
        let start = try #require(svg.range(of: "aria-label=\""))
        return String(svg[start.upperBound...].prefix { $0 != "\"" })
    }

    // MARK: Flow charts

    @Test(arguments: [
        ("graph TD\nA-->B", "A → B"), ("flowchart LR; A --> B; B --> C", "A → B"), ("graph\nA[One] --> B(Two)", "One → Two"),
        ("graph TD\nA -->|yes| B", "A → yes → B"), ("graph TD\nA -- no way --> B", "A → no way → B"),
        ("graph TD\nA == slow ==> B", "A → slow → B"),
        ("graph TD\nA -. maybe .-> B", "A → maybe → B"), ("graph TD\nA & B --> C", "A → C; B → C"),
        ("graph TD\nA --> B --> C", "A → B; B → C"),
        ("graph TD\nA[\"a (b) ; c\"] --> B", "a (b) ; c → B"), ("graph TD\nA[one<br/>two] --> B", "one two → B"),
        ("graph TD\nA---B", "A → B"),
        ("graph TD\na-b.c --> B_1", "a-b.c → B_1"), ("graph TD\nA[(Store)] --> B{{H}}", "Store → H"), ("graph TD\nA --o B", "A → B"),
        ("graph TD\nA(((x))) <--> B", "x → B"), ("graph TD\nA:::big --> B:::small", "A → B"),
        ("graph TD\nA[a #amp; b] --> B", "a &amp; b → B"),
        ("graph TD\nA[Über] --> B[日本]", "Über → 日本"),
        ("%% a comment\ngraph TD\n%% another\nA-->B\nclassDef x fill:#f9f\nclick A \"javascript:x\"", "A → B"),
    ]) func flowChartsAreRead(source: String, said expected: String) throws {
        #expect(try said(source).hasPrefix(expected))
    }

    @Test(arguments: [
        ("gantt\ntitle x", "“gantt” is not drawn"), ("", "it is empty"), ("graph TD\nsubgraph x\nA-->B\nend", "subgraphs are not drawn"),
        ("graph TD\nA ?? B", "“?? B” is not understood"), ("graph TD", "it has no nodes"), ("sequenceDiagram", "it has no participants"),
        ("stateDiagram-v2\nstate X {\na-->b\n}", "states within states are not drawn"),
        ("sequenceDiagram\nend", "an “end” has no beginning"),
        ("stateDiagram-v2\n:", "“” is no name of a state"), ("stateDiagram-v2\n-->", "“-->” is not understood"),
    ]) func whatIsNotDrawnIsSaid(source: String, reason: String) {
        #expect(Mermaid.svg(source) == .failure(Mermaid.Undrawn(reason)))
    }

    @Test func labelsAreText() throws {
        let svg = try svg("graph TD\nA[\"<script>alert(1)</script>\"] -->|\"a\" & b| B[\"x' onload='y\"]")
        #expect(!svg.contains("<script"))
        #expect(!svg.contains("onload=\""))
        #expect(svg.contains("alert(1)"))
    }

    @Test func arrowsLeadInTheDirectionOfTheGraph() {
        for (direction, isHorizontal, sign) in [("TD", false, 1.0), ("BT", false, -1.0), ("LR", true, 1.0), ("RL", true, -1.0)] {
            let svg = (try? Mermaid.svg("graph \(direction)\nA --> B").get()) ?? ""
            let texts = svg.split(separator: "<text ").dropFirst().map { part in (number("x", part), number("y", part)) }
            #expect(texts.count == 2)
            let way = isHorizontal ? texts[1].0 - texts[0].0 : texts[1].1 - texts[0].1
            #expect(way * sign > 20, "\(direction)")
        }
    }

    private func number(_ name: String, _ text: Substring) -> Double {
        text.range(of: " \(name)=\"").flatMap { Double(text[$0.upperBound...].prefix { $0 != "\"" }) } ?? .nan
    }

    // MARK: Other kinds

    @Test func stateDiagramsAreRead() throws {
        let source =
            "stateDiagram-v2\ndirection LR\n[*] --> Still\nStill --> [*]\nStill --> Moving : push\nstate \"Crashed badly\" as C\nMoving --> C\n"
        #expect(try said(source) == "● → Still; Still → ◉; Still → push → Moving; Moving → Crashed badly")
    }

    @Test func sequencesAreRead() throws {
        let source =
            "sequenceDiagram\nautonumber\nparticipant B as Browser\nB->>+S: log in\nalt right\nS-->>-B: a token\nelse\nS--xB: 401\nend\nNote over B,S: by TLS\nS->>S: log"
        #expect(
            try said(source)
                == "Browser → S: 1. log in; alt right; S → Browser: 2. a token; ; S → Browser: 3. 401; by TLS; S → S: 4. log")
    }

    // MARK: Any input

    /// Diagrams come from many hands: whatever they hold, they are drawn or told, and soon.
    @Test func randomDiagramsAreDrawnOrTold() {
        let pieces = [
            "A", "B", "C", "D", "-->", "---", "-.->", "==>", "--", "|", "[", "]", "(", ")", "{", "}", "\"", "&", ";", "\n", " ", "x",
            "subgraph", "end", ":",
            "->>", "loop", "Note over A: x", "[*]", "<br>", "#quot;", "~~~", "<-->", ":::c", "é", "日",
        ]
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let kind = ["graph TD\n", "flowchart LR\n", "stateDiagram-v2\n", "sequenceDiagram\n"].randomElement(using: &random) ?? ""
            let source = kind + (0..<40).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            if case .success(let svg) = Mermaid.svg(source) {
                #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>") && !svg.contains("nan"), "\(source)")
            }
        }
    }

    /// The most nodes and arrows, with arrows across nearly all layers: too large to be drawn, which must be found out soon.
    @Test func largeDiagramsAreToldSoon() {
        let chain = (0..<149).map { "N\($0) --> N\($0 + 1)\nN0 -->|x| N\(149 - $0)" }.joined(separator: "\n")
        let clock = ContinuousClock()
        let time = clock.measure {
            #expect(Mermaid.svg("graph TD\n" + chain) == .failure(Mermaid.Undrawn("its drawing would be larger than 500000 bytes")))
        }
        #expect(time < .seconds(30), "in a debug build, beside other tests")
        let many = (0..<400).map { "N\($0) --> M\($0)" }.joined(separator: "\n")
        #expect(Mermaid.svg("graph TD\n" + many) == .failure(Mermaid.Undrawn("it has more than 150 nodes")))
    }
}
