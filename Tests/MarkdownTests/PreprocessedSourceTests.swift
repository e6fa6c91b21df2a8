import Testing

@testable import Markdown

@Suite struct PreprocessedSourceTests {
    private func preprocessed(_ text: String) -> PreprocessedSource {
        PreprocessedSource(Array(text.utf8), firstLine: 1, dialect: .gitbook)
    }

    @Test(arguments: ["plain\n", "one\r\ntwo\rthree", "a\n\n- b\n", "> `code` & more\n"])
    func textWithoutMarkupIsUnchanged(text: String) {
        #expect(String(decoding: preprocessed(text).bytes, as: UTF8.self) == text)
    }

    @Test(arguments: ["a $$x + y$$ b\n", "{% include \"some/file.md\" %}\n", "List<String> x\n", "5 \\* 3 \\_\n"])
    func masksAreAsLongAsWhatTheyReplace(text: String) {
        let bytes = preprocessed(text).bytes
        #expect(bytes.count == text.utf8.count)
        #expect(String(decoding: bytes, as: UTF8.self) != text)
    }

    @Test func linesAreMappedToTheFile() {
        // The tag is moved to a line of its own.
        let preprocessed = preprocessed("one\ntwo {% hint %}\nthree\n{% endhint %}\n")
        #expect((1...4).map { preprocessed.fileLine($0) } == [1, 2, 2, 3])
    }

    @Test func tagsArePaired() {
        let roles = preprocessed("{% tabs %}\n{% tab %}\n{% endtab %}\n{% endtabs %}\n{% endhint %}\n").tags.map(\.role)
        #expect(roles == [.opening, .opening, .closing(1), .closing(0), .stray])
    }

    @Test func aTagWithoutItsOptionalClosingTagIsVoid() {
        #expect(preprocessed("{% file src=\"a\" %}\n{% hint %}\n{% endhint %}\n").tags.map(\.role) == [.void, .opening, .closing(1)])
        #expect(preprocessed("{% file src=\"a\" %}\ncaption\n{% endfile %}\n").tags.map(\.role) == [.opening, .closing(0)])
    }

    @Test(arguments: [
        "`{% hint %}`\n", "```\n{% hint %}\n```\n", "    {% hint %}\n", "<pre>\n{% hint %}\n</pre>\n", "- ```\n  {% hint %}\n",
    ])
    func codeHasNoTags(text: String) {
        #expect(!html(text).contains("kb-hint"))
        #expect(html(text).contains("{% hint %}"))
    }

    @Test func aFenceEndsWithItsBlockQuote() {
        #expect(html("> ```\n> code\n\n{% hint %}\nx\n{% endhint %}\n").contains("kb-hint"))
    }

    @Test func aTagInsideHTMLEndsTheHTMLBlock() {
        #expect(html("<div>\n{% hint %}\n*x*\n{% endhint %}\n</div>\n").contains("<em>x</em>"))
    }

    @Test func aTagMayTakeSeveralLines() {
        #expect(preprocessed("{% embed\nurl=\"x\" %}\nafter\n").tags.map { $0.attributes.map(\.value) } == [["x"]])
        #expect(html("{% code\ntitle=\"t\" %}\n```\nx\n```\n{% endcode %}\n").contains("<figcaption>t</figcaption>"))
    }
    @Test(arguments: [
        "{% hint\nstyle=\"info\" %} text {% endhint %}\nlast\n", "{% hint\nstyle=\"info\"\n%} text\n{% endhint %}\nlast\n",
        "{% hint\r\nstyle=\"info\" %} text {% endhint %}\r\nlast\r\n",
    ]) func whatFollowsATagOfSeveralLinesIsKept(text: String) {
        #expect(html(text).contains("<p>text</p>\n</div>\n<p>last</p>"))
        let preprocessed = preprocessed(text)
        let lines = text.split(whereSeparator: \.isNewline).count
        let last =
            String(decoding: preprocessed.bytes, as: UTF8.self).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
            - 1
        #expect(preprocessed.fileLine(last) == lines, "the last line is still known by its number")
    }

    @Test func mathsOfSeveralLinesEndsAtTheEndOfALine() {
        let maths = "<p class=\"kb-maths\"><math display=\"block\" alttext=\"a\"><mi>a</mi></math></p>\n"
        #expect(html("$$\na\n$$\nlast\n") == maths + "<p>last</p>\n")
        #expect(html("$$\na\nb$$ \nlast\n").contains("</math></p>\n<p>last</p>"))
        #expect(html("$$\n\nA sentence with $$ in it.\n") == "<p>$$</p>\n<p>A sentence with $$ in it.</p>\n")
    }
}
