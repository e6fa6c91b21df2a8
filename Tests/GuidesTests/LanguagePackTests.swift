import Testing

@testable import Guides

@Suite struct LanguagePackTests {
    @Test func aPageInAnUnknownLanguageIsReadByItsStructure() {
        let text = """
            ---
            guide: true
            ---
            # Der Drucker druckt nicht

            ## 1. Das Kabel ist lose

            1. Kabel einstecken
            2. Drucker einschalten

            ## 2. Das Papier fehlt

            1. Papier einlegen

            ## Hintergrund

            Text.

            """
        let guide = guide(text)
        #expect(guide.nodes.map(\.kind) == [.condition, .cause, .cause, .info])
        #expect(guide.nodes.map(\.isOrdered) == [true, false, false, false])
        #expect(guide.nodes.flatMap(\.steps).map(\.text) == ["Kabel einstecken", "Drucker einschalten", "Papier einlegen"])
        #expect(GuideTransitions(guide).next(after: 1) == .node(2))
    }
}
