import Foundation
import Markdown
import Testing

@testable import Guides

/// Every way through a guide ends, meets nothing twice and together they meet every step.
@Suite struct GuideTransitionsTests {
    /// Follows all answers from a destination; returns every node met.
    private func walk(
        _ destination: GuideTransitions.Destination, _ walk: GuideTransitions, _ guide: Guide, path: [Int], met: inout Set<Int>
    ) {
        func visit(_ index: Int) {
            if path.contains(index) {
                Issue.record("“\(guide.nodes[index].title)” (line \(guide.nodes[index].line)) is met twice on one way")
            }
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
        let guide = Guide(reading: Document(parsing: Source(file: .standalone(name), raw: Array(text.utf8))))
        let way = GuideTransitions(guide)
        guard let start = way.start else { return }
        var met = Set<Int>()
        walk(start, way, guide, path: [], met: &met)
        for index in guide.nodes.indices where way.isOnPath(index) && !guide.nodes[index].steps.isEmpty {
            // Of several escalations the nearest is taken; the others, and what is in them, are passed by.
            if ([index] + guide.ancestors(of: index)).contains(where: { guide.nodes[$0].kind == .escalation }) { continue }
            #expect(
                met.contains(index),
                "\(name):\(guide.nodes[index].line): “\(guide.nodes[index].title)” is on no way\n\(guide.text(page: name, isExplained: false))"
            )
        }
        // A way is acyclic, also where nodes are met from several sides.
        for index in met {
            #expect(!reaches(index, from: way.unresolved(at: index), way, guide), "\(name): a circle at line \(guide.nodes[index].line)")
        }
    }

    private func reaches(_ goal: Int, from start: GuideTransitions.Destination, _ way: GuideTransitions, _ guide: Guide) -> Bool {
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
        check(random.article(), "article \(seed)")
    }

    @Test func realArticlesAreWalkedToTheirEnds() throws {
        let shared = URL(filePath: #filePath).appending(path: "../../../../shared").standardized
        guard let files = FileManager.default.enumerator(at: shared.appending(path: "trees/articles"), includingPropertiesForKeys: nil)
        else { return }
        for case let file as URL in files where file.pathExtension == "md" {
            check(try String(contentsOf: file, encoding: .utf8), file.lastPathComponent)
        }
        guard let pages = FileManager.default.enumerator(at: shared.appending(path: "corpora"), includingPropertiesForKeys: nil) else {
            return
        }
        let screening = GuidePrefilter(.english)
        for case let file as URL in pages where file.pathExtension == "md" {
            let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            let document = Document(parsing: Source(file: .standalone(file.path), raw: Array(text.utf8)))
            if screening.mayHaveTree(document) {
                check(text, file.path)
            } else if screening.guide(of: document) == nil {
                let guide = Guide(reading: document)
                #expect(!guide.hasTree, "\(file.path) was passed by, and has a tree")
                #expect(guide.kind != .procedure || guide.nodes.allSatisfy(\.steps.isEmpty), "\(file.path) was passed by, and has steps")
            }
        }
    }
}
