import Testing

@testable import Guides

@Suite struct NodeAttributesTests {
    private let ranked = guide(
        """
        # It fails

        ## The most likely cause

        90% of the time it is this.

        1. Pull it

        ## Other possible causes

        The other 10% of the time, in order of likelihood:

        ### 1. Check a

        1. Look

        ### 2. Check b

        1. Look

        """)

    @Test func aPercentageInTheTextIsTheLikelihood() { #expect(ranked.nodes.map(\.likelihood) == [nil, 0.9, 0.1, nil, nil]) }

    @Test func numbersAndRankingPhrasesOrderTheChildren() {
        #expect(ranked.nodes.map(\.isOrdered) == [true, false, true, false, false])
    }

    @Test func theStepsOfATroubleshootingSectionAreTriedOneAtATime() {
        #expect(guide("# It fails\n\n## Troubleshooting\n\n1. Pull it\n2. Push it\n").nodes.last?.stepMode == .untilFixed)
    }
}
