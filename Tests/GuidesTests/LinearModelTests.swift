import Foundation
import Testing

@testable import Guides

/// The learned part: whole numbers in, the same probabilities everywhere.
@Suite struct LinearModelTests {
    @Test func theExponentialIsThatOfTheLibrary() {
        for x in stride(from: -30.0, through: 30, by: 0.37) { #expect(abs(Exponential.of(x) / exp(x) - 1) < 1e-12, "\(x)") }
        #expect(Exponential.of(-1_000) == 0 && Exponential.of(1_000).isFinite)
        for x in stride(from: 0.0, through: 50, by: 0.7) { #expect(abs(StackedFeatures.logarithm(x) - log(1 + x)) < 0.02, "\(x)") }
    }

    @Test func scoresAreSumsOfWeights() {
        let model = LinearModel(answers: 2, intercepts: [0, 32], ids: [7, 9], weights: [32, 0, -32, 64])
        var scores = model.start
        model.add(7, 64, to: &scores)
        model.add(9, 32, to: &scores)
        model.add(8, 64, to: &scores)
        #expect(scores == [2_048 - 1_024, 2_048 + 2_048])
        let probabilities = model.probabilities(scores)
        #expect(abs(probabilities[1] - 1 / (1 + exp(-1.5))) < 1e-9 && abs(probabilities[0] + probabilities[1] - 1) < 1e-12)
    }

    @Test func weightsThatAreNoneAreRefused() {
        #expect(GuideModel([]) == nil)
        #expect(GuideModel([1, 2, 3]) == nil)
        #expect(GuideModel([UInt8](repeating: 255, count: 400)) == nil)
    }

    @Test func aPageIsReadWithWeights() {
        // Four models without features: nothing but their intercepts.
        func encoded(_ intercepts: [Int32]) -> [UInt8] {
            ([Int32(intercepts.count), 0] + intercepts).flatMap { value in (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }
        }
        let bytes = encoded(Array(repeating: 0, count: GuideModel.kinds.count)) + encoded([-320]) + encoded([320]) + encoded([-320])
        let guide = Guide(reading: document("# A\n\n1. Press it\n"), model: GuideModel(bytes))
        #expect(guide.nodes.map(\.title) == ["A"] && guide.nodes[0].steps.map(\.text) == ["Press it"] && !guide.hasTree)
    }

    @Test func featuresGrowWithThePageAndNoFaster() {
        func bytes(_ count: Int) -> Int {
            var export = FeatureExport(model: nil)
            let page = "# It fails\n\n" + (0..<count).map { "## Part \($0) fails\n\n1. Press it\n" }.joined(separator: "\n")
            export.add(document(page), shownTitle: nil)
            return export.bytes.count
        }
        #expect(bytes(400) < 5 * bytes(100))
    }
}

/// Kinds that are chosen together.
@Suite struct KindTransitionsTests {
    private let kinds = GuideModel.kinds.count

    /// Numbers for pages with a tree, of which some are set: `(below or behind, before, kind, number)`.
    private func transitions(_ set: [(table: Int, from: Int, to: Int, number: Int32)]) -> KindTransitions {
        var numbers = [Int32](repeating: 0, count: KindTransitions.count)
        for entry in set { numbers[(entry.table * (kinds + 1) + entry.from) * kinds + entry.to] = entry.number }
        return KindTransitions(numbers)
    }

    private func chances(_ pairs: [(Guide.Node.Kind, Double)]) -> [Double] {
        var chances = [Double](repeating: 0.001, count: kinds)
        for (kind, chance) in pairs { chances[Decoder.number(kind)] = chance }
        return chances
    }

    @Test func withoutTransitionsEachIsTheLikeliest() {
        let all = [chances([(.group, 0.6), (.info, 0.4)]), chances([(.cause, 0.7), (.condition, 0.3)]), chances([(.remedy, 0.9)])]
        let best = transitions([]).best(all, parents: [nil, 0, 0], inTree: true)
        #expect(best.map { GuideModel.kinds[$0] } == [.group, .cause, .remedy])
    }

    @Test func whatStandsAboveAndBeforeCounts() {
        let (group, info) = (Decoder.number(.group), Decoder.number(.info))
        let (condition, cause) = (Decoder.number(.condition), Decoder.number(.cause))
        // Conditions stand below groups, and behind one another.
        let transitions = transitions([
            (1, group, condition, 96), (1, info, condition, -96), (3, condition, condition, 64), (3, condition, cause, -64),
        ])
        let all = [
            chances([(.info, 0.55), (.group, 0.45)]), chances([(.condition, 0.8), (.cause, 0.2)]),
            chances([(.cause, 0.55), (.condition, 0.45)]),
        ]
        let best = transitions.best(all, parents: [nil, 0, 0], inTree: true)
        #expect(best.map { GuideModel.kinds[$0] } == [.group, .condition, .condition])
        #expect(transitions.best(all, parents: [nil, 0, 0], inTree: false).map { GuideModel.kinds[$0] } == [.info, .condition, .cause])
    }

    @Test func nothingIsChosenOfNothing() { #expect(transitions([]).best([], parents: [], inTree: true) == []) }

    @Test func theLogarithmIsThatOfTheLibrary() {
        for x in [1e-6, 0.01, 0.5, 1, 1.9, 2, 3.7, 1_000] { #expect(abs(Logarithm.of(x) - log(x)) < 1e-12, "\(x)") }
    }
}
