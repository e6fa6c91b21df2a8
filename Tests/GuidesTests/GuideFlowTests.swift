import DocumentHTML
import Markdown
import Testing

@testable import Guides

/// What a reader is led through: the places, the texts that they show, and the names by which both are kept.
@Suite struct GuideFlowTests {
    private func guide(_ text: String) -> Guide { Guide(reading: Document(parsing: Source(file: "page.md", raw: Array(text.utf8)))) }

    /// One line for each place: its id, and where each answer leads.
    private func places(_ text: String) -> [String] {
        let guide = guide(text)
        return GuideFlow(guide).places.map { place in
            let choices = place.choices.map { " ?\(guide.nodes[$0.node].title)=\($0.place)" }.joined()
            let texts =
                place.before.map { " +\(guide.nodes[$0].title)" }.joined() + place.details.map { " >\(guide.nodes[$0].title)" }.joined()
            return "\(place.kind.rawValue) \(place.id)\(texts)\(choices) → \(place.unresolved ?? "nobody")"
        }
    }

    // MARK: Places

    @Test func causesAreTriedInTheirOrderAndThenSomebodyIsAsked() {
        #expect(
            places(
                """
                # No connection

                ## Possible causes

                ### 1. The cable is out

                1. Plug it in.

                ### 2. The router is off

                1. Switch it on.

                ## Contact support

                Send them the log.
                """) == [
                    "node id-1.-the-cable-is-out → id-2.-the-router-is-off", "node id-2.-the-router-is-off → contact-support",
                    "escalation contact-support → nobody",
                ])
    }

    @Test func whoseConditionIsNotListedGoesOn() {
        #expect(
            places(
                """
                # Troubleshooting

                ## The light is red

                1. Press the button.

                ## The light is off

                1. Plug it in.

                ## Still not working?

                Contact support.
                """) == [
                    "choice ~the-light-is-red ?The light is red=the-light-is-red ?The light is off=the-light-is-off → still-not-working",
                    "node the-light-is-red → still-not-working", "node the-light-is-off → still-not-working",
                    "escalation still-not-working → nobody",
                ])
    }

    @Test func whatOnlyExplainsIsReadWhereItStands() {
        let places = places(
            "# It won't start\n\n## Cause\n\nThe fuse has blown.\n\n## Solution\n\n1. Replace it.\n\n### Note\n\nKeep some.\n")
        #expect(places == ["node solution +Cause >Note → ~end"])
    }

    @Test func aNodeUntilFixedIsAPlaceForEachStep() throws {
        let text = "# It won't start\n\n## Solution\n\nTry these until it works:\n\n- Restart it.\n- Reset it.\n- Replace it.\n"
        let route = GuideFlow(guide(text))
        try #require(guide(text).nodes.contains { $0.stepMode == .untilFixed })
        #expect(route.places.map(\.id) == ["solution", "solution~2", "solution~3"])
        #expect(route.places.map(\.steps) == [0..<1, 1..<2, 2..<3])
    }

    @Test(arguments: 0..<400) func anyRouteLeadsToKnownPlacesAndEnds(seed: UInt64) {
        var random = SplitMix(state: seed)
        let text = random.article()
        let guide = guide(text)
        let route = GuideFlow(guide)
        let byID = Dictionary(route.places.map { ($0.id, $0) }) { one, _ in
            Issue.record("two places are called \(one.id)\n\(text)")
            return one
        }
        for place in route.places {
            for target in [place.unresolved].compactMap({ $0 }) + place.choices.map(\.place) {
                #expect(target == GuideFlow.end || byID[target] != nil, "\(place.id) leads to \(target)\n\(text)")
            }
            var seen: Set<String> = []
            var next = place.unresolved
            while let id = next, seen.insert(id).inserted { next = byID[id]?.unresolved }
            #expect(next == nil, "a circle through \(place.id)\n\(text)")
        }
        let read = route.places.flatMap { $0.before + $0.details }
        #expect(Set(read).count == read.count, "a text is read twice\n\(text)")
    }

    // MARK: Texts

    @Test(arguments: 0..<400) func everyTextBelowATitleIsInItsNode(seed: UInt64) {
        var random = SplitMix(state: seed)
        let text = random.article()
        let document = Document(parsing: Source(file: "page.md", raw: Array(text.utf8)))
        let guide = Guide(reading: document)
        guard guide.hasTree else { return }
        let shown = guide.nodes.map { node in
            node.title + " "
                + String(decoding: HTMLRenderer.html(of: node.parts, in: document, context: StandaloneContext(document)), as: UTF8.self)
        }
        for node in guide.nodes {
            for step in node.steps {
                #expect(shown.contains { words($0).contains(words(step.text)) }, "“\(step.text)” is nowhere\n\(text)")
            }
        }
    }

    private func words(_ html: String) -> String {
        html.replacing(#/<[^>]*>/#, with: " ").replacing("&lt;", with: "<").replacing("&amp;", with: "&").replacing("&quot;", with: "\"")
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    // MARK: Names

    @Test func aStepKeepsItsKeyWhenAllElseChanges() {
        let one = guide("# It fails\n\n## Solution\n\n1. Open it.\n2. Close it.\n").nodes.flatMap(\.steps)
        let other = guide("# It fails\n\nNew.\n\n## Fix\n\n1. Wait.\n2. Close it.\n3. Open it.\n").nodes.flatMap(\.steps)
        #expect(one.map(\.text) == ["Open it.", "Close it."])
        #expect(other.map(\.key).contains(one[0].key) && other.map(\.key).contains(one[1].key))
        #expect(one[0].key != one[1].key)
    }

    @Test(arguments: 0..<200) func namesAreUnique(seed: UInt64) {
        var random = SplitMix(state: seed)
        let text = random.article()
        let guide = guide(text)
        let steps = guide.nodes.flatMap(\.steps)
        #expect(Set(steps.map(\.key)).count == steps.count, "\(text)")
        #expect(Set(guide.nodes.map(\.anchor)).count == guide.nodes.count, "\(text)")
    }
}
