import Testing

@testable import Theme

@Suite struct AccentColourTests {
    @Test(arguments: ["#ffff00", "#ffffff", "#000000", "#ff0000", "#00ff88", "#0b62c4", "#777777", "#123456"])
    func everyColourCanBeReadOnBothGrounds(text: String) throws {
        let accent = try #require(AccentColour(text))
        #expect(contrast(accent.onLight, "#f5f7fa") >= 4.5)
        #expect(contrast(accent.onDark, "#1d242e") >= 4.5)
    }

    @Test func aColourThatCanBeReadStaysAsItIs() throws {
        #expect(try #require(AccentColour("#0b62c4")).onLight == "#0b62c4")
        #expect(try #require(AccentColour("#79b8ff")).onDark == "#79b8ff")
    }

    @Test(arguments: ["", "red", "#12345", "#1234567", "#12345g", "#-12345"]) func otherTextsAreNoColours(text: String) {
        #expect(AccentColour(text) == nil)
    }

    /// By the definitions of WCAG, in a simpler way than the code under test: with the power 2.2 for all values.
    private func contrast(_ one: String, _ other: String) -> Double {
        let values = [one, other].map { text -> Double in
            let number = Int(text.dropFirst(), radix: 16) ?? 0
            let parts = [16, 8, 0].map { power(Double(number >> $0 & 0xFF) / 255) }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        return ((values.max() ?? 0) + 0.05) / ((values.min() ?? 0) + 0.05)
    }

    /// The power 2.2 by the square and the fifth root of it, which Newton's method finds.
    private func power(_ value: Double) -> Double {
        var root = max(value, 0.0001)
        for _ in 0..<200 { root -= (root * root * root * root * root - value) / (5 * root * root * root * root) }
        return value * value * root
    }
}
