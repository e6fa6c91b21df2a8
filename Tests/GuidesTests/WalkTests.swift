import Foundation
import Markdown
import Testing

@testable import Guides

/// Every way through a guide ends, meets nothing twice and together they meet every step.
@Suite struct WalkTests {
    /// Follows all answers from a destination; returns every node met.
    private func walk(_ destination: Walk.Destination, _ walk: Walk, _ guide: Guide, path: [Int], met: inout Set<Int>) {
        func visit(_ index: Int) {
            if path.contains(index) { Issue.record("“\(guide.nodes[index].title)” (line \(guide.nodes[index].line)) is met twice on one way") }
            guard !path.contains(index), path.count <= guide.nodes.count else { return }
            // What follows a node does not depend on the way to it.
            guard met.insert(index).inserted else { return }
            self.walk(walk.unresolved(at: index), walk, guide, path: path + [index], met: &met)
        }
        switch destination {
        case .node(let index): visit(index)
        case .choice(let indices): for index in indices { visit(index) }
        case .escalation(let index):
            #expect(guide.nodes[index].kind == .escalation)
            visit(index)
        case .end: break
        }
    }

    private func check(_ text: String, _ name: String) {
        let guide = Guide(reading: Document(parsing: Source(path: name, raw: Array(text.utf8))))
        let way = Walk(guide)
        guard let start = way.start else { return }
        var met = Set<Int>()
        walk(start, way, guide, path: [], met: &met)
        for index in guide.nodes.indices where way.isOnPath(index) && !guide.nodes[index].steps.isEmpty {
            // Of several escalations the nearest is taken; the others, and what is in them, are passed by.
            if ([index] + guide.ancestors(of: index)).contains(where: { guide.nodes[$0].kind == .escalation }) { continue }
            #expect(met.contains(index), "\(name):\(guide.nodes[index].line): “\(guide.nodes[index].title)” is on no way\n\(guide.text(page: name, isExplained: false))")
        }
        // A way is acyclic, also where nodes are met from several sides.
        for index in met { #expect(!reaches(index, from: way.unresolved(at: index), way, guide), "\(name): a circle at line \(guide.nodes[index].line)") }
    }

    private func reaches(_ goal: Int, from start: Walk.Destination, _ way: Walk, _ guide: Guide) -> Bool {
        var open = Guide.targets(start)
        var seen = Set<Int>()
        while let index = open.popLast() {
            if index == goal { return true }
            if seen.insert(index).inserted { open += Guide.targets(way.unresolved(at: index)) }
        }
        return false
    }

    @Test(arguments: 0..<400) func anyArticleIsWalkedToItsEnd(seed: UInt64) {
        var random = SplitMix(state: seed)
        check(Self.article(&random), "article \(seed)")
    }

    @Test func realArticlesAreWalkedToTheirEnds() throws {
        let shared = URL(filePath: #filePath).appending(path: "../../../../shared").standardized
        guard let files = FileManager.default.enumerator(at: shared.appending(path: "trees/articles"), includingPropertiesForKeys: nil) else { return }
        for case let file as URL in files where file.pathExtension == "md" { check(try String(contentsOf: file, encoding: .utf8), file.lastPathComponent) }
        guard let pages = FileManager.default.enumerator(at: shared.appending(path: "corpora"), includingPropertiesForKeys: nil) else { return }
        for case let file as URL in pages where file.pathExtension == "md" {
            let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            let document = Document(parsing: Source(path: file.path, raw: Array(text.utf8)))
            if Screening(.english).mayHaveTree(document) { check(text, file.path) } else { #expect(!Guide(reading: document).hasTree, "\(file.path) was passed by, and has a tree") }
        }
    }

    /// An article of random titles, lists and paragraphs, at random levels.
    private static func article(_ random: inout SplitMix) -> String {
        let titles = [
            "Error 42", "The most likely cause", "Other possible causes", "Confirm the cable is in", "1. Check the fuse", "2. Verify the setting", "Solution", "Solution #2", "Option 1 — by hand",
            "Option 2 — by script", "How to unblock", "If the issue persists", "Contact support", "Troubleshooting", "The light is red", "Symptoms", "Cause", "See also", "Step 1: Restart", "Windows", "macOS",
            "It won't start", "Network failure", "Does it work?", "Still not working?",
        ]
        let bodies = [
            "Restart the machine.", "1. Open it\n2. Close it", "* Check the cable\n* Replace the fuse", "90% of the time it is this.", "The other 10% of the time.", "**If the light is red:** press it.", "**Fix:**\\\nPull the plug.",
            "**Windows**\n\n1. Press it", "If none of these steps help, contact support.", "<details>\n\n<summary>It crashes</summary>\n\nPress the button.\n\n</details>", "Possible causes are:\n\n1. The fuse is blown.\n2. The cable is out.", "***",
            "| Symptom | Solution |\n| --- | --- |\n| No light | Press the button |", "It is in order of likelihood.", "<!-- guide: cause likelihood=0.4 -->", "<!-- guide: alternatives -->", "There are two options:", "Text.",
        ]
        var lines: [String] = ["# \(titles[random.next(titles.count)])"]
        for _ in 0..<(3 + random.next(14)) {
            if random.next(3) > 0 { lines.append("\(String(repeating: "#", count: 1 + random.next(4))) \(titles[random.next(titles.count)])") }
            for _ in 0..<random.next(3) { lines.append(bodies[random.next(bodies.count)]) }
        }
        return lines.joined(separator: "\n\n") + "\n"
    }
}

/// Sebastiano Vigna's SplitMix64: the same numbers everywhere.
private struct SplitMix {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(bound))
    }
}
