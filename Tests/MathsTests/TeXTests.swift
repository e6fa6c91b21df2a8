import Maths
import Testing

@Suite struct TeXTests {
    /// The MathML of a formula without its outermost element; the name of what is not known.
    private func body(_ source: String) -> String {
        switch TeX.mathML(source, isDisplay: false) {
        case .success(let maths):
            let start = maths.firstIndex(of: ">").map(maths.index(after:)) ?? maths.startIndex
            return String(maths[start...].dropLast("</math>".count))
        case .failure(let unknown): return "unknown: \(unknown.name)"
        }
    }

    @Test(arguments: [
        ("x", "<mi>x</mi>"), ("12.5x", "<mrow><mn>12.5</mn><mi>x</mi></mrow>"), ("a-b", "<mrow><mi>a</mi><mo>−</mo><mi>b</mi></mrow>"),
        ("x^2", "<msup><mi>x</mi><mn>2</mn></msup>"),
        ("x_i^{n+1}", "<msubsup><mi>x</mi><mi>i</mi><mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow></msubsup>"),
        ("f'", "<msup><mi>f</mi><mo>′</mo></msup>"), ("\\frac{a}{b}", "<mfrac><mi>a</mi><mi>b</mi></mfrac>"),
        (
            "\\sqrt[3]{x}",
            "<mrow><msup class=\"kb-root-index\"><mrow></mrow><mn>3</mn></msup><mo form=\"prefix\" stretchy=\"true\">√</mo><mrow class=\"kb-root\"><mi>x</mi></mrow></mrow>"
        ), ("\\sum_{i}^n", "<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover>"),
        ("\\int_0^1", "<msubsup><mo>∫</mo><mn>0</mn><mn>1</mn></msubsup>"),
        ("\\lim_{x\\to 0}", "<munder><mo>lim</mo><mrow><mi>x</mi><mo>→</mo><mn>0</mn></mrow></munder>"),
        ("\\alpha\\Gamma", "<mrow><mi>α</mi><mi mathvariant=\"normal\">Γ</mi></mrow>"), ("\\mathbb{R}", "<mi>ℝ</mi>"),
        ("\\mathbf{x}", "<mi>𝐱</mi>"),
        ("\\mathrm{kg}", "<mi>kg</mi>"), ("\\mathrm{d}", "<mi mathvariant=\"normal\">d</mi>"),
        ("\\text{if } x", "<mrow><mtext>if\u{A0}</mtext><mi>x</mi></mrow>"),
        ("\\hat{a}", "<mover accent=\"true\"><mi>a</mi><mo stretchy=\"false\">^</mo></mover>"),
        ("a < b", "<mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>"),
        (
            "\\left( x \\right]",
            "<mrow><mo fence=\"true\" form=\"prefix\">(</mo><mi>x</mi><mo fence=\"true\" form=\"postfix\">]</mo></mrow>"
        ),
        (
            "\\begin{matrix}1&2\\\\3&4\\end{matrix}",
            "<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable>"
        ),
        ("a % comment\n+b", "<mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow>"), ("\\sin x", "<mrow><mi>sin</mi><mi>x</mi></mrow>"),
        ("", "<mrow></mrow>"),
    ]) func formulas(source: String, expected: String) {
        #expect(body(source) == expected)
    }

    @Test(arguments: [
        ("\\foo", "\\foo"), ("{a", "a closing brace"), ("a}", "an opening brace"), ("a \\right)", "\\right"),
        ("a^", "something after “^”, “_” or a command"),
        ("a^b^c", "one “^” where there are two"), ("\\left( a", "\\right"), ("\\begin{foo}a\\end{foo}", "\\begin{foo}"),
        ("\\begin{matrix}a", "\\end{matrix}"),
        ("\\text", "an opening brace"), ("\\frac{a}", "something after “^”, “_” or a command"),
    ]) func whatIsNotKnown(source: String, name: String) {
        #expect(body(source) == "unknown: \(name)")
    }

    @Test func markupInAFormulaIsText() {
        guard case .success(let maths) = TeX.mathML("\\text{<b>\"&} < \\operatorname{<x>}", isDisplay: true) else {
            Issue.record("not read")
            return
        }
        #expect(!maths.contains("<b>") && !maths.contains("<x>"))
        #expect(maths.hasPrefix("<math display=\"block\" alttext=\"\\text{&lt;b&gt;&quot;&amp;}"))
    }

    /// Neither deep nesting nor length breaks it.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "{", "^", "x^{", "\\frac", "\\left(", "\\begin{matrix}", "\\sqrt{", "&", "\\\\", "'", "x_", "\\mathbf{", "\\text{", "%\n",
        ]) func repeated(piece: String)
    {
        _ = TeX.mathML(String(repeating: piece, count: 20_000), isDisplay: true)
    }
}
