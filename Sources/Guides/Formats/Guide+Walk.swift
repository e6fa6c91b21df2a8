extension Guide {
    /// The guide as a reader meets it: each screen with what is asked, what is to be done, and where each answer leads. UTF-8.
    /// - Parameter page: what the page is called.
    package func walk(page: String) -> [UInt8] {
        let flow = GuideFlow(self)
        guard hasTree, !flow.places.isEmpty else {
            return Array(
                "\(page): \(kind.rawValue), nothing to be led through\(nodes.contains { !$0.steps.isEmpty } ? "; its steps can be ticked" : "")\n"
                    .utf8)
        }
        let numbers = Dictionary(uniqueKeysWithValues: flow.places.enumerated().map { ($1.id, $0 + 1) })
        var out = "\(page): \(flow.places.count) \(flow.places.count == 1 ? "screen" : "screens")\n"
        for (index, place) in flow.places.enumerated() {
            out += "\n\(index + 1). \(question(at: place))\n"
            for node in place.before { out += "   above it: “\(nodes[node].title)”\n" }
            for step in nodes[place.node].steps[place.steps] { out += "   ☐ \(step.text)\n" }
            for (answer, target) in answers(at: place) {
                out += "   \(answer) → \(target.map { numbers[$0].map(String.init) ?? "whom to ask: the site's support" } ?? "fixed")\n"
            }
        }
        return Array(out.utf8)
    }

    private func question(at place: GuideFlow.Place) -> String {
        let title = nodes[place.node].title
        switch place.question {
        case .condition: return "What do you see?"
        case .alternative: return "Which fits?"
        case .cause: return "“\(title)”: is this it?"
        case .check: return "“\(title)”: what did you find?"
        case .remedy: return "“\(title)”: did that fix it?"
        case .escalation: return "“\(title)”: whom to ask, and with what"
        }
    }

    /// What can be answered, with the id of the place that it leads to; nil where the fault is gone.
    private func answers(at place: GuideFlow.Place) -> [(answer: String, target: String?)] {
        let next = place.next ?? GuideFlow.end
        let found = place.found ?? GuideFlow.end
        switch place.question {
        case .condition, .alternative: return place.choices.map { (nodes[$0.node].title, $0.place) } + [("None of these fits", next)]
        case .cause: return [("Yes, this is it", found), ("No, something else", next)]
        case .check: return [("It's fine", next), ("It's not", found)]
        case .remedy: return [("Yes, it works now", nil), ("No, next", next)]
        case .escalation: return []
        }
    }
}
