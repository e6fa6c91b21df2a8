import DocumentHTML
import Markdown
import Testing

@testable import Guides

@Suite struct GuideFlowTests {
    /// One line for each place: its kind, its id, the nodes whose text it shows, its choices, and where “Still not fixed” leads.
    private func places(_ text: String) -> [String] {
        let guide = guide(text)
        return GuideFlow(guide).places.map { place in
            let choices = place.choices.map { " ?\(guide.nodes[$0.node].title)=\($0.place)" }.joined()
            let texts =
                place.before.map { " +\(guide.nodes[$0].title)" }.joined() + place.details.map { " >\(guide.nodes[$0].title)" }.joined()
            return "\(place.kind.rawValue) \(place.id)\(texts)\(choices) → \(place.next ?? "nobody")"
        }
    }

    // MARK: Places

    @Test func causesAreTriedInOrderBeforeTheEscalation() {
        #expect(
            places(
                """
                <!-- guide: condition -->
                # No connection

                <!-- guide: group -->
                ## Possible causes

                <!-- guide: cause -->
                ### 1. The cable is out

                1. Plug it in.

                <!-- guide: cause -->
                ### 2. The router is off

                1. Switch it on.

                <!-- guide: escalation -->
                ## Contact support

                Send them the log.
                """) == [
                    "node id-1.-the-cable-is-out → id-2.-the-router-is-off", "node id-2.-the-router-is-off → contact-support",
                    "escalation contact-support → nobody",
                ])
    }

    @Test func aReaderWhoSeesNoneOfTheConditionsGoesToTheEscalation() {
        #expect(
            places(
                """
                # Troubleshooting

                ## The light is red

                1. Press the button.

                ## The light is off

                1. Plug it in.

                <!-- guide: escalation -->
                ## Still not working?

                Contact support.
                """) == [
                    "choice ~the-light-is-red ?The light is red=the-light-is-red ?The light is off=the-light-is-off → still-not-working",
                    "node the-light-is-red → still-not-working", "node the-light-is-off → still-not-working",
                    "escalation still-not-working → nobody",
                ])
    }

    @Test func causesAreShownBeforeTheNextPlaceAndNotesWithTheirNode() {
        let places = places(
            "<!-- guide: condition -->\n# It won't start\n\n<!-- guide: group -->\n## Cause\n\nThe fuse has blown.\n\n<!-- guide: remedy -->\n## Solution\n\n1. Replace it.\n\n<!-- guide: info -->\n### Note\n\nKeep some.\n"
        )
        #expect(places == ["node solution +Cause >Note → ~end"])
    }

    @Test func aNodeWhoseStepsAreTriedOneAtATimeHasAPlaceForEachStep() throws {
        let text =
            "<!-- guide: condition -->\n# It won't start\n\n<!-- guide: remedy -->\n## Solution\n\nTry these until it works:\n\n- Restart it.\n- Reset it.\n- Replace it.\n"
        let flow = GuideFlow(guide(text))
        try #require(guide(text).nodes.contains { $0.stepMode == .untilFixed })
        #expect(flow.places.map(\.id) == ["solution", "solution~2", "solution~3"])
        #expect(flow.places.map(\.steps) == [0..<1, 1..<2, 2..<3])
    }

    @Test(arguments: 0..<400) func everyAnswerLeadsToAPlaceOfTheGuideAndEveryWayEnds(seed: UInt64) {
        var random = SplitMix(state: seed)
        let text = random.article()
        let guide = guide(text)
        let flow = GuideFlow(guide)
        let byID = Dictionary(flow.places.map { ($0.id, $0) }) { one, _ in
            Issue.record("two places are called \(one.id)\n\(text)")
            return one
        }
        for place in flow.places {
            for target in [place.next].compactMap({ $0 }) + place.choices.map(\.place) {
                #expect(target == GuideFlow.end || byID[target] != nil, "\(place.id) leads to \(target)\n\(text)")
            }
            var seen: Set<String> = []
            var next = place.next
            while let id = next, seen.insert(id).inserted { next = byID[id]?.next }
            #expect(next == nil, "there is a cycle through \(place.id)\n\(text)")
        }
        let shownNodes = flow.places.flatMap { $0.before + $0.details }
        #expect(Set(shownNodes).count == shownNodes.count, "the text of a node is shown twice\n\(text)")
    }

    // MARK: Texts

    @Test(arguments: 0..<400) func everyStepIsInTheTextOfANode(seed: UInt64) {
        var random = SplitMix(state: seed)
        let text = random.article()
        let document = document(text)
        let guide = Guide(reading: document)
        guard guide.hasTree else { return }
        let shown = guide.nodes.map { node in
            node.title + " "
                + String(decoding: HTMLRenderer.html(of: node.body, in: document, context: StandaloneContext(document)), as: UTF8.self)
        }
        for node in guide.nodes {
            for step in node.steps {
                #expect(shown.contains { words($0).contains(words(step.text)) }, "“\(step.text)” is in no node\n\(text)")
            }
        }
    }

    private func words(_ html: String) -> String {
        html.replacing(#/<[^>]*>/#, with: " ").replacing("&lt;", with: "<").replacing("&amp;", with: "&").replacing("&quot;", with: "\"")
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    // MARK: Keys and anchors

    @Test func aStepKeepsItsKeyWhenTheRestOfThePageChanges() {
        let before = guide("# It fails\n\n## Solution\n\n1. Open it.\n2. Close it.\n").nodes.flatMap(\.steps)
        let after = guide("# It fails\n\nNew.\n\n## Fix\n\n1. Wait.\n2. Close it.\n3. Open it.\n").nodes.flatMap(\.steps)
        #expect(before.map(\.text) == ["Open it.", "Close it."])
        #expect(Set(after.map(\.key)).isSuperset(of: before.map(\.key)))
        #expect(before[0].key != before[1].key)
    }

    @Test(arguments: 0..<200) func keysAndAnchorsAreUnique(seed: UInt64) {
        var random = SplitMix(state: seed)
        let text = random.article()
        let guide = guide(text)
        let steps = guide.nodes.flatMap(\.steps)
        #expect(Set(steps.map(\.key)).count == steps.count, "\(text)")
        #expect(Set(guide.nodes.map(\.anchor)).count == guide.nodes.count, "\(text)")
    }
}
