import Foundation
import Markdown
import Testing

@testable import Guides

@Suite struct GuideTransitionsTests {
    // MARK: Order

    @Test func theEscalationComesLastEvenIfItIsWrittenFirst() {
        let transitions = GuideTransitions(
            guide(
                "<!-- guide: condition -->\n# It fails\n\n<!-- guide: escalation -->\n## Contact support\n\nSend us the log.\n\n<!-- guide: remedy -->\n## Fix\n\n1. Pull it\n"
            ))
        #expect(transitions.start == .node(0))
        #expect(transitions.next(after: 0) == .node(2))
        #expect(transitions.next(after: 2) == .escalation(1))
        #expect(transitions.next(after: 1) == .end)
    }

    @Test func theMostLikelyCauseIsTriedFirst() {
        let transitions = GuideTransitions(
            guide(
                """
                <!-- guide: condition -->
                # It fails

                <!-- guide: cause -->
                ## The fuse is broken

                20% of the time.

                1. Replace it

                <!-- guide: cause -->
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

    /// Symptoms under a title of their own are chosen from together with those beside it, and none leads to another.
    @Test func symptomsInAGroupAreChosenFromWithTheOthers() {
        let transitions = GuideTransitions(
            guide(
                """
                <!-- guide: condition -->
                # The app closes by itself

                <!-- guide: condition -->
                ## After sleep

                1. Wake it

                <!-- guide: group -->
                ## Because of another program

                <!-- guide: condition -->
                ### a.dll

                1. Renew a

                <!-- guide: condition -->
                ### b.dll

                1. Renew b

                <!-- guide: condition -->
                ## Error 5

                1. Delete it

                """))
        #expect(transitions.next(after: 0) == .choice([1, 3, 4, 5]))
        for symptom in [1, 3, 4, 5] { #expect(transitions.next(after: symptom) == .end) }
    }

    /// What only seems to tell something is what is to be tried where a symptom has nothing else. By itself the second title is read as telling.
    @Test func theOnlyStepsBelowASymptomAreNotSkipped() throws {
        let guide = guide(
            """
            # Common issues and solutions

            <!-- guide: condition -->
            ### The transaction cannot be completed

            #### Example

            - Each transaction requires both devices
            - Make sure that both devices are online
            - Check your connection on both devices

            <!-- guide: condition -->
            ### The wallet does not open

            1. Restart the wallet.
            2. Open it again.

            """)
        let example = try #require(guide.nodes.firstIndex { $0.title == "Example" })
        #expect(guide.nodes[example].kind == .remedy)
        #expect(!guide.nodes[example].steps.isEmpty)
        #expect(GuideTransitions(guide).next(after: example - 1) == .node(example))
    }

    @Test func theSystemIsAskedFirstIfEachHasItsOwnConditions() {
        let transitions = GuideTransitions(
            guide(
                """
                # Troubleshooting

                What to try if the editor fails.

                ## Linux

                ### It fails to start

                1. Pull it

                ### It fails to stop

                1. Push it

                ## Windows

                ### It fails to open

                1. Turn it

                """))
        #expect(transitions.start == .choice([1, 4]))
        #expect(transitions.next(after: 1) == .choice([2, 3]))
        #expect(transitions.next(after: 4) == .node(5))
        // Nobody is asked again which system it is.
        #expect(transitions.next(after: 2) == .end)
        #expect(transitions.next(after: 5) == .end)
    }

    /// A way beside those that help against any fault may lead to a condition, and from there back to them.
    @Test func whatHelpsAgainstAnyFaultIsChosenFromWhatDoesSoToo() {
        let transitions = GuideTransitions(
            guide(
                """
                ---
                guide: true
                ---
                <!-- guide: alternative -->
                # By script

                1. Run it

                <!-- guide: alternative -->
                # By hand

                1. Turn it

                <!-- guide: condition -->
                ## It stops

                1. Start it

                <!-- guide: remedy -->
                # Verify the setting

                1. Look at it

                <!-- guide: condition -->
                # It is dark

                1. Light it

                <!-- guide: cause -->
                # The usual cause

                1. Mend it

                """))
        #expect(transitions.next(after: 5) == .node(0))
    }

    // MARK: All ways

    @Test(arguments: 0..<400) func everyWayThroughARandomArticleEndsAndEveryStepIsReached(seed: UInt64) {
        var random = SplitMix(state: seed)
        Self.check(random.article(), "article \(seed)")
    }

    /// Checks that every way through a guide ends, visits no place twice, asks at stops alone, and that the ways together show every step.
    fileprivate static func check(_ text: String, _ name: String) {
        let guide = Guide(reading: Document(parsing: Source(file: .standalone(name), raw: Array(text.utf8))))
        guard guide.hasTree else { return }
        let walk = GuideWalk(guide)
        let said = "\(name)\n\(guide.text(page: name, isExplained: false))"
        #expect(walk.unknown.isEmpty, "leads nowhere: \(walk.unknown) in \(said)")
        #expect(walk.cycle == nil, "a cycle through \(walk.cycle ?? "") in \(said)")
        #expect(walk.unreached.isEmpty, "nothing leads to \(walk.unreached) in \(said)")
        for place in GuideFlow(guide).places where place.kind == .node {
            let node = guide.nodes[place.node]
            #expect(node.kind == .check || !place.steps.isEmpty, "“\(node.title)” is no stop in \(said)")
        }
        let transitions = GuideTransitions(guide)
        for index in guide.nodes.indices where transitions.isOnPath(index) && !guide.nodes[index].steps.isEmpty {
            // Only the nearest of several escalations is reached.
            if ([index] + guide.ancestors(of: index)).contains(where: { guide.nodes[$0].kind == .escalation }) { continue }
            #expect(walk.shown.contains(index), "“\(guide.nodes[index].title)” is not shown in \(said)")
        }
    }
}

/// All ways through a guide.
private struct GuideWalk {
    /// Places that an answer leads to, and that do not exist; places that no answer leads to.
    private(set) var unknown: [String] = []
    private(set) var unreached: [String] = []
    /// A place that a way meets twice.
    private(set) var cycle: String?
    /// The nodes whose text some way shows.
    private(set) var shown: Set<Int> = []
    private let places: [String: GuideFlow.Place]

    init(_ guide: Guide) {
        let flow = GuideFlow(guide)
        places = Dictionary(flow.places.map { ($0.id, $0) }) { first, _ in first }
        var finished: Set<String> = []
        var open: [(id: String, left: [String])] = []
        func enter(_ id: String) {
            guard let place = places[id] else {
                if id != GuideFlow.end { unknown.append(id) }
                return
            }
            shown.formUnion([place.node] + place.before + place.details + place.choices.map(\.node))
            open.append((id, [place.next, place.found].compactMap { $0 } + place.choices.map(\.place)))
        }
        if let start = flow.start { enter(start) }
        while let (id, left) = open.last {
            guard let next = left.last else {
                finished.insert(id)
                open.removeLast()
                continue
            }
            open[open.count - 1].left.removeLast()
            if open.contains(where: { $0.id == next }) { cycle = next } else if !finished.contains(next) { enter(next) }
        }
        unreached = places.keys.filter { !finished.contains($0) }.sorted()
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
            if GuidePrefilter.mayHaveTree(document, nil) {
                GuideTransitionsTests.check(text, file.path)
            } else if GuidePrefilter.guide(of: document, shownTitle: nil) == nil {
                checkThatNothingIsLost(document, file)
            }
        }
    }

    private static func checkThatNothingIsLost(_ document: Document, _ file: URL) {
        let guide = Guide(reading: document)
        #expect(!guide.hasTree, "the prefilter rejects \(file.path), which has a tree")
    }

    private static func markdownFiles(in name: String, oneIn interval: Int) throws -> [URL] {
        let files = try #require(FileManager.default.enumerator(at: folder.appending(path: name), includingPropertiesForKeys: nil))
        let markdown = files.compactMap { $0 as? URL }.filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
        return stride(from: 0, to: markdown.count, by: interval).map { markdown[$0] }
    }
}
