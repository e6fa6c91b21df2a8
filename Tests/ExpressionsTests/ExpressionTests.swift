import Expressions
import Testing

@Suite struct ExpressionTests {
    private func evaluate(_ source: String) -> Expression.Value? {
        let values: [String: Expression.Value] = [
            "name": .text("Ada"), "empty": .text(""), "count": .number(3), "isOn": .flag(true), "isOff": .flag(false),
            "space.vars.version": .text("2.1"), "visitor.claims.isBeta": .flag(true),
        ]
        return Expression.evaluate(source) { values[$0] }
    }

    @Test(
        arguments: [
            ("\"a\"", .text("a")), ("'a'", .text("a")), ("`a`", .text("a")), ("'a\"b'", .text("a\"b")), (#"'it\'s'"#, .text("it's")),
            ("12", .number(12)), ("1.5", .number(1.5)), ("true", .flag(true)), ("false", .flag(false)), (" ( 'a' ) ", .text("a")),
        ] as [(String, Expression.Value)])
    func readsLiterals(source: String, expected: Expression.Value) { #expect(evaluate(source) == expected) }

    @Test(
        arguments: [
            ("name", .text("Ada")), ("space.vars.version", .text("2.1")), ("space.vars[\"version\"]", .text("2.1")),
            ("visitor['claims']['isBeta']", .flag(true)),
        ] as [(String, Expression.Value)])
    func readsVariables(source: String, expected: Expression.Value) { #expect(evaluate(source) == expected) }

    @Test(arguments: [
        ("count == 3", true), ("count === 3", true), ("count != 3", false), ("count !== 4", true), ("count > 2", true),
        ("count >= 3", true),
        ("count < 3", false), ("count <= 3", true), ("name == 'Ada'", true), ("name == 'ada'", false), ("count == '3'", false),
        ("isOn == true", true),
    ])
    func compares(source: String, expected: Bool) { #expect(evaluate(source) == .flag(expected)) }

    @Test(arguments: [
        ("isOn && isOff", false), ("isOn || isOff", true), ("!isOff", true), ("!!name", true), ("!!!empty", true), ("!count", false),
    ])
    func combinesConditions(source: String, expected: Bool) { #expect(evaluate(source) == .flag(expected)) }

    @Test(
        arguments: [
            ("empty || name", .text("Ada")), ("name && count", .number(3)), ("isOff && name", .flag(false)),
            ("name || count", .text("Ada")),
        ] as [(String, Expression.Value)])
    func logicalOperatorsReturnAnOperandAsInJavaScript(source: String, expected: Expression.Value) { #expect(evaluate(source) == expected) }

    @Test(
        arguments: [
            ("1 + 2", .number(3)), ("'v' + space.vars.version", .text("v2.1")), ("'n' + 1 + 2", .text("n12")), ("1 + 2 + 'n'", .text("3n")),
            ("'is ' + isOn", .text("is true")), ("1.5 + ''", .text("1.5")),
        ] as [(String, Expression.Value)])
    func addsNumbersAndJoinsText(source: String, expected: Expression.Value) { #expect(evaluate(source) == expected) }

    @Test(
        arguments: [
            ("isOn ? 'a' : 'b'", .text("a")), ("isOff ? 'a' : 'b'", .text("b")), ("isOff ? 'a' : isOn ? 'b' : 'c'", .text("b")),
            ("isOn ? isOff ? 1 : 2 : 3", .number(2)),
        ] as [(String, Expression.Value)])
    func choosesWithAConditional(source: String, expected: Expression.Value) { #expect(evaluate(source) == expected) }

    @Test(
        arguments: [
            ("isOn || isOff && isOff", .flag(true)), ("(isOn || isOff) && isOff", .flag(false)), ("1 + 1 == 2", .flag(true)),
            ("isOff == false && count > 1", .flag(true)), ("!isOff == isOn", .flag(true)), ("isOn && isOff ? 1 : 2", .number(2)),
            ("'a' + (isOn ? 'b' : 'c')", .text("ab")),
        ] as [(String, Expression.Value)])
    func followsThePrecedenceOfJavaScript(source: String, expected: Expression.Value) { #expect(evaluate(source) == expected) }

    // MARK: Names without a value

    @Test(arguments: [
        "nothing", "!nothing", "nothing == 1", "1 == nothing", "'a' + nothing", "nothing ? 1 : 2", "isOn && nothing", "isOff || nothing",
    ])
    func isUnknownIfItDependsOnANameWithoutAValue(source: String) {
        #expect(evaluate(source) == .unknown("nothing"))
        #expect(evaluate(source)?.text == nil)
        #expect(evaluate(source)?.isTrue == nil)
    }

    @Test(arguments: [("nothing && isOff", false), ("isOff && nothing", false), ("nothing || isOn", true), ("isOn || nothing", true)])
    func isKnownIfTheOtherOperandDecides(source: String, expected: Bool) { #expect(evaluate(source)?.isTrue == expected) }

    // MARK: Malformed input

    @Test(arguments: [
        "", " ", "(", "()", "(name", "name)", "'open", "name name", "1 +", "&& name", "name ? 1", "name ? 1 :", "a & b", "a = b", "f(x)",
        "[1]",
        "name[0]", "name[", "1.2.3", "{}", "a; b", "🙂",
    ])
    func isNilIfMalformed(source: String) { #expect(evaluate(source) == nil) }

    @Test(arguments: ["name < 3", "name >= 'Ada'", "isOn > isOff"])
    func isNilIfValuesWithoutAnOrderAreOrdered(source: String) { #expect(evaluate(source) == nil) }

    @Test func isNilIfNestedTooDeeply() {
        #expect(evaluate(String(repeating: "(", count: 40) + "1" + String(repeating: ")", count: 40)) == .number(1))
        #expect(evaluate(String(repeating: "(", count: 10_000) + "1" + String(repeating: ")", count: 10_000)) == nil)
        #expect(evaluate(String(repeating: "!", count: 20_001) + "isOn") == .flag(false))
    }

    @Test func sumsOfTextsEnd() throws {
        let long = "'" + String(repeating: "a", count: 100_000) + "'"
        let sum = try #require(evaluate(Array(repeating: long, count: 20).joined(separator: " + "))?.text)
        #expect((512 << 10..<700 << 10).contains(sum.utf8.count))
    }

    // MARK: Values

    @Test(
        arguments: [
            (.text("a"), "a"), (.number(3), "3"), (.number(-0.25), "-0.25"), (.number(1e20), "1e+20"), (.flag(false), "false"),
            (.unknown("a"), nil),
        ] as [(Expression.Value, String?)])
    func showsValuesAsText(value: Expression.Value, text: String?) { #expect(value.text == text) }

    @Test(
        arguments: [
            (.text("a"), true), (.text(""), false), (.number(0), false), (.number(-1), true), (.flag(true), true), (.unknown("a"), nil),
        ] as [(Expression.Value, Bool?)])
    func readsValuesAsConditions(value: Expression.Value, isTrue: Bool?) { #expect(value.isTrue == isTrue) }
}
