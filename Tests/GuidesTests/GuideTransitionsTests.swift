import Foundation
import Markdown
import Testing

@testable import Guides

@Suite struct GuideTransitionsTests {
    // MARK: Order

    @Test func theEscalationComesLastEvenIfItIsWrittenFirst() {
        let transitions = GuideTransitions(guide("# It fails\n\n## Contact support\n\nSend us the log.\n\n## Fix\n\n1. Pull it\n"))
        #expect(transitions.start == .node(0))
        #expect(transitions.next(after: 0) == .node(2))
        #expect(transitions.next(after: 2) == .escalation(1))
        #expect(transitions.next(after: 1) == .end)
    }

    @Test func theMostLikelyCauseIsTriedFirst() {
        let transitions = GuideTransitions(
            guide(
                """
                # It fails

                ## The fuse is broken

                20% of the time.

                1. Replace it

                ## The cable is broken

                70% of the time.

                1. Replace it

                """))
        #expect(transitions.next(after: 0) == .node(2))
        #expect(transitions.next(after: 2) == .node(1))
        #expect(transitions.next(after: 1) == .end)
    }

    @Test func theReaderChoosesOneOfSeveralConditions() {
        let transitions = GuideTransitions(
            guide("# Troubleshooting\n\n## It fails to start\n\n1. Pull it\n\n## It fails to stop\n\n1. Push it\n"))
        #expect(transitions.start == .choice([1, 2]))
        #expect(transitions.next(after: 1) == .end)
    }

    // MARK: All ways

    @Test(arguments: 0..<400) func everyWayThroughARandomArticleEndsAndEveryStepIsReached(seed: UInt64) {
        var random = SplitMix(state: seed)
        check(random.article(), "article \(seed)")
    }

    /// Also checks that the prefilter rejects no page with a tree or with steps.
    @Test func everyWayThroughARealArticleEndsAndEveryStepIsReached() throws {
        let shared = URL(filePath: #filePath).appending(path: "../../../../shared").standardized
        for file in markdownFiles(in: shared.appending(path: "trees/articles")) {
            check(try String(contentsOf: file, encoding: .utf8), file.lastPathComponent)
        }
        let prefilter = GuidePrefilter(.english)
        for file in markdownFiles(in: shared.appending(path: "corpora")) {
            let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            let document = Document(parsing: Source(file: .standalone(file.path), raw: Array(text.utf8)))
            if prefilter.mayHaveTree(document) {
                check(text, file.path)
            } else if prefilter.guide(of: document) == nil {
                let guide = Guide(reading: document)
                #expect(!guide.hasTree, "the prefilter rejects \(file.path), which has a tree")
                #expect(
                    guide.kind != .procedure || guide.nodes.allSatisfy(\.steps.isEmpty),
                    "the prefilter rejects \(file.path), which has steps")
            }
        }
    }

    /// Empty if the folder does not exist.
    private func markdownFiles(in folder: URL) -> [URL] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "md" }
    }

    /// Checks that no way through a guide has a cycle, and that the ways together reach every node with steps.
    private func check(_ text: String, _ name: String) {
        let guide = Guide(reading: Document(parsing: Source(file: .standalone(name), raw: Array(text.utf8))))
        let transitions = GuideTransitions(guide)
        guard let start = transitions.start else { return }
        let reached = nodes(reachableFrom: start, transitions)
        for index in guide.nodes.indices where transitions.isOnPath(index) && !guide.nodes[index].steps.isEmpty {
            // Only the nearest of several escalations is reached.
            if ([index] + guide.ancestors(of: index)).contains(where: { guide.nodes[$0].kind == .escalation }) { continue }
            #expect(
                reached.contains(index),
                "\(name):\(guide.nodes[index].line): “\(guide.nodes[index].title)” is unreachable\n\(guide.text(page: name, isExplained: false))"
            )
        }
        for index in reached {
            let hasCycle = nodes(reachableFrom: transitions.next(after: index), transitions).contains(index)
            #expect(!hasCycle, "\(name):\(guide.nodes[index].line): there is a cycle through “\(guide.nodes[index].title)”")
            if case .escalation(let escalation) = transitions.next(after: index) {
                #expect(guide.nodes[escalation].kind == .escalation)
            }
        }
    }

    private func nodes(reachableFrom start: GuideTransitions.Destination, _ transitions: GuideTransitions) -> Set<Int> {
        var pending = Guide.targets(start)
        var reached: Set<Int> = []
        while let index = pending.popLast() {
            if reached.insert(index).inserted { pending += Guide.targets(transitions.next(after: index)) }
        }
        return reached
    }
}
