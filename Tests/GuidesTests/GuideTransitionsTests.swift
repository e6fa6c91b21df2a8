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
        Self.check(random.article(), "article \(seed)")
    }

    /// Checks that no way through a guide has a cycle, and that the ways together reach every node with steps.
    fileprivate static func check(_ text: String, _ name: String) {
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

    private static func nodes(reachableFrom start: GuideTransitions.Destination, _ transitions: GuideTransitions) -> Set<Int> {
        var pending = Guide.targets(start)
        var reached: Set<Int> = []
        while let index = pending.popLast() {
            if reached.insert(index).inserted { pending += Guide.targets(transitions.next(after: index)) }
        }
        return reached
    }
}

/// What `GuideTransitionsTests` checks of random articles, of real ones.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: RealArticles.folder.path), "the folder shared is absent"))
struct RealArticlesTests {
    @Test func everyWayThroughOneInTwentyEndsAndEveryStepIsReached() throws {
        try RealArticles.check(oneIn: 20)
    }
}

@Suite(.enabled(if: ProcessInfo.processInfo.environment["KBGEN_LONG"] != nil, "KBGEN_LONG is not set"))
struct LongRealArticlesTests {
    @Test func everyWayThroughEachEndsAndEveryStepIsReached() throws {
        try RealArticles.check(oneIn: 1)
    }
}

private enum RealArticles {
    static let folder = URL(filePath: #filePath).appending(path: "../../../../shared").standardized

    /// Also checks that the prefilter rejects no page with a tree or with steps.
    static func check(oneIn interval: Int) throws {
        for file in try markdownFiles(in: "trees/articles", oneIn: interval) {
            GuideTransitionsTests.check(try String(contentsOf: file, encoding: .utf8), file.lastPathComponent)
        }
        for file in try markdownFiles(in: "corpora", oneIn: interval) {
            let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            let document = Document(parsing: Source(file: .standalone(file.path), raw: Array(text.utf8)))
            let prefilter = GuidePrefilter(.english)
            if prefilter.mayHaveTree(document) {
                GuideTransitionsTests.check(text, file.path)
            } else if prefilter.guide(of: document) == nil {
                checkThatNothingIsLost(document, file)
            }
        }
    }

    private static func checkThatNothingIsLost(_ document: Document, _ file: URL) {
        let guide = Guide(reading: document)
        #expect(!guide.hasTree, "the prefilter rejects \(file.path), which has a tree")
        #expect(
            guide.kind != .procedure || guide.nodes.allSatisfy(\.steps.isEmpty),
            "the prefilter rejects \(file.path), which has steps")
    }

    private static func markdownFiles(in name: String, oneIn interval: Int) throws -> [URL] {
        let files = try #require(FileManager.default.enumerator(at: folder.appending(path: name), includingPropertiesForKeys: nil))
        let markdown = files.compactMap { $0 as? URL }.filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
        return stride(from: 0, to: markdown.count, by: interval).map { markdown[$0] }
    }
}
