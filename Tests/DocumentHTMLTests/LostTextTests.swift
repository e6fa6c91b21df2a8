import Diagnostics
import Testing

@testable import DocumentHTML
@testable import Markdown

/// Texts that were once lost or changed on the way to the page.
@Suite struct LostTextTests {
    /// What a reader sees: the HTML without its tags.
    private func seen(_ text: String) -> String {
        html(text).replacing(/<[^>]*>/, with: "").replacing("&quot;", with: "\"").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
    }

    private func rules(_ text: String) -> [Rule] { document(text).diagnostics.map(\.rule) }

    // MARK: Tags

    @Test(arguments: [
        "<td><code>{% tabs %}</code></td>", "Write <code>{% hint style=\"info\" %}</code> here",
        "<pre><code>{% if u %}\nx\n{% endif %}\n</code></pre>",
        "<kbd>{% tabs %}</kbd>", "<samp>{% hint %}</samp> and <tt>{% tab %}</tt>", "<pre>{% stepper %}</pre>", "a <CODE>{% tabs %}</CODE>",
        "    code\n    more {% hint style=\"info\" %}", "\tcode\n\tmore {% tabs %}", "[a {% hint %} b](x.md)",
        "The {% hint style=\"info\" %} tag opens a hint.",
        "# The {% tabs %} block", "| a | {% hint %} |\n|---|---|\n| b | c |",
    ]) func aTagThatIsShownOpensNothing(text: String) {
        let after = seen(text + "\n\n*after* it\n")
        for tag in text.matches(of: /{% \w+ ?[^%]*%}/) { #expect(after.contains(tag.0), "\(after)") }
        #expect(html(text + "\n\n*after* it\n").contains("<p><em>after</em> it</p>"))
        #expect(!html(text).contains("kb-hint") && !html(text).contains("kb-tabs"))
    }

    @Test(arguments: [
        "<a title=\"{% tabs %}\" href=\"x\">y</a>", "[x](y \"see {% hint style='info' %}\")", "![{% tabs %}](a.png)",
        "a <!-- {% tabs %} --> b",
        "<!--\n{% hint %}\n-->\n\nx", "<img alt='{% stepper %}' src=x>",
    ]) func aTagInAnAttributeOpensNothing(text: String) {
        #expect(html(text + "\n\n*after* it\n").contains("<p><em>after</em> it</p>"))
        #expect(rules(text) == [])
    }

    @Test func tagsInTheTextStillOpenBlocks() {
        for text in ["* x {% hint style=\"info\" %}y{% endhint %}", "Text {% hint %}y{% endhint %}", "<td>{% hint %}y{% endhint %}</td>"] {
            #expect(html(text).contains("kb-hint"), "\(text)")
        }
        #expect(html("{% tab title=\"{% hint %}\" %}\nx\n{% endtab %}").contains(">{% hint %}</p>"))
    }

    @Test(
        arguments: [
            ("{% hint style=\"info\" %\ntext\n\nmore", [.blockUnbalanced]),
            ("{% hint style=\"info %}\nsome \"text\" here\n{% endhint %}", [.blockAttribute]),
            ("{% tabs\n\nmore text", [.blockUnbalanced]),
            ("{% hnit style=\"info\" %}\ntext\n{% endhnit %}", [.blockUnknown, .blockUnknown]),
            ("{% hints %}\ntext", [.blockUnknown]), ("{% Hint style=\"info\" %}\ntext", [.blockUnknown]),
            ("{% hint %}\ntext\n{% endhnit %}", [.blockUnbalanced, .blockUnknown]),
            ("{% hint type=\"info\" %}\ntext\n{% endhint %}", [.blockAttribute]),
            ("{% hint style=\"note\" %}\ntext\n{% endhint %}", [.blockAttribute]),
            ("{% stepper %}\ntext\n{% endstepper %}", [.blockAttribute]),
            ("{% hint warning %}\ntext\n{% endhint %}", [.blockAttribute]),
            ("{% tabs %}\n{% tab \"T\" %}\ntext\n{% endtab %}\n{% endtabs %}", [.blockAttribute]),
            ("{% tabs %}\n{% tab %}\ntext\n{% endtab %}\n{% endtabs %}", [.blockAttribute]),
            ("{% embed %}\ntext", [.blockAttribute]), ("{% embed \"https://a.b/text\" %}\ntext", [.blockAttribute]),
            ("{% file url=\"text.pdf\" %}", [.blockAttribute]), ("{% content-ref %}\ntext\n{% endcontent-ref %}", [.blockAttribute]),
            ("{% note %}\ntext\n{% endnote %}", [.blockUnknown]),
            ("{% note title=\"x\" %}\ntext\n{% endnote %}", [.blockUnknown, .blockUnknown]),
            ("{% for x in y %}\ntext\n{% endfor %}", [.blockUnknown, .blockUnknown]), ("{% video src=\"text\" %}", [.blockUnknown]),
            ("{% hint %}\ntext\n{% enhint %}", [.blockUnbalanced, .blockUnknown]),
            ("{% hint %}\ntext\n{% /hint %}", [.blockUnbalanced, .blockUnknown]),
            ("{% hnit %}\ntext\n{% hnit %}\n{% hnit %}", [.blockUnknown]),
        ] as [(String, [Rule])]) func misspeltTagsAreToldAndEatNothing(text: String, expected: [Rule])
    {
        #expect(seen(text).contains(/text|more/))
        #expect(rules(text) == expected)
    }

    @Test(arguments: [
        ("{% hint warning %}\nx\n{% endhint %}", "write {% hint style=\"warning\" %}"), ("{% tab \"T\" %}", "write {% tab title=\"T\" %}"),
        ("{% embed src=\"a\" %}", "did you mean url=\"…\"?"), ("{% hint type=\"info\" %}\nx\n{% endhint %}", "did you mean style=\"…\"?"),
        ("{% note %}\nx\n{% endnote %}", "write {% hint style=\"info\" %}"), ("{% enhint %}", "did you mean {% endhint %}?"),
        ("{% /tabs %}", "did you mean {% endtabs %}?"),
        ("{% code foo=\"1\" %}\nx\n{% endcode %}", "it can have: title, overflow, lineNumbers, expandable, fullWidth, lang, language"),
        ("{% accordion %}\nx\n{% endaccordion %}", "write <details><summary>Title</summary> and </details>"),
    ]) func theRemedyIsNamed(text: String, remedy: String) {
        #expect(document(text).diagnostics.contains { $0.help == remedy }, "\(document(text).diagnostics)")
    }

    @Test(arguments: [
        "{% hint style = \"info\" %}\nx\n{% endhint %}", "The {% for %} tag of Jinja, and {% note %}.",
        "{% raw %}\n{% for x %}\n{% endraw %}",
        "```\n{% for x %}\n```", "{% else %}", "{% swagger method=\"get\" path=\"/\" %}\nx\n{% endswagger %}",
        "{% hint style=\"info\" icon=\"x\" -%}\nx\n{% endhint %}",
    ]) func tagsThatAreRightAreNotTold(text: String) { #expect(rules(text).filter { $0 == .blockAttribute || $0 == .blockUnknown } == []) }

    @Test func anAddressUnderAnotherNameIsShown() {
        #expect(html("{% embed src=\"https://a.b/\" %}").contains("https://a.b/"))
        #expect(html("{% file url=\"a.pdf\" %}").contains("a.pdf"))
    }

    @Test func rawTagsAreTakenOut() {
        #expect(html("a {% raw %}{% hint %}{{ x }}{% endraw %} b").hasPrefix("<p>a <samp class=\"kb-literal\">{% hint %}</samp>"))
        #expect(rules("{% raw %}\n{% tabs %}\n{% endraw %}\n\nx") == [])
        #expect(rules("{% endraw %}") == [])
    }

    // MARK: Asterisks

    @Test(arguments: [
        "Call f(*args) or g(*rest)", "\"*foo\" and \"*bar\"", "10*(1/2), 20*(1/4)", "/*a /*b", "f(**kw) or g(**opts)",
        "f(a, **kw) or g(b, **opts)",
        "\"**foo\" and \"**bar\"", "/**a /**b", "*.txt and *.md", "a * b * c", "int *a, *b", "价格*(1/2)和20*(1/4)", "**a, **b",
        "snake_case_name and _x", "2**.5 + 3**.5", "[*]", "2**(3) + 4**(5)", "电话*（必填）, 邮箱*（必填）", "a__(b)__c",
    ]) func aWritersAsteriskStays(text: String) { #expect(html(text) == "<p>\(text.replacing("\"", with: "&quot;"))</p>\n") }

    @Test(arguments: [
        ("**text **word", "<strong>text </strong>word"), ("word**.** next", "word<strong>.</strong> next"),
        ("**Note:**text", "<strong>Note:</strong>text"),
        ("see **text **: x", "see <strong>text </strong>: x"), ("word**(text)** more", "word<strong>(text)</strong> more"),
        ("2**. Google**", "2<strong>. Google</strong>"),
        ("**`x`**and", "<strong><code>x</code></strong>and"), ("a **\"b\"**c", "a <strong>&quot;b&quot;</strong>c"),
        ("_**x**_", "<em><strong>x</strong></em>"),
        ("请点击**“设置”**，然后选择**“网络”**即可", "请点击<strong>“设置”</strong>，然后选择<strong>“网络”</strong>即可"),
        ("***粗斜（注）***后", "<em><strong>粗斜（注）</strong></em>后"), ("**词：**后文", "<strong>词：</strong>后文"),
        ("**注：**text", "<strong>注：</strong>text"),
        ("これは**「重要」**です。**注意！**と", "これは<strong>「重要」</strong>です。<strong>注意！</strong>と"),
        ("그는 **“안녕”**이라고 *값(value)*을", "그는 <strong>“안녕”</strong>이라고 <em>값(value)</em>을"),
        ("는 __메소드(method)__를", "는 <strong>메소드(method)</strong>를"), ("方法__init__和__str__", "方法__init__和__str__"),
        ("这是_斜体_文字", "这是<em>斜体</em>文字"), ("**A**和**“B”**与**C**", "<strong>A</strong>和<strong>“B”</strong>与<strong>C</strong>"),
    ]) func whatGitBookExportsIsEmphasis(text: String, expected: String) { #expect(html(text) == "<p>\(expected)</p>\n") }

    @Test(arguments: [
        ("<code>*.js</code>, <code>*.css</code>", "<code>*.js</code>, <code>*.css</code>"),
        ("<b>a **b</b> c** d", "<b>a **b</b> c** d"), ("<kbd>_x</kbd> and <kbd>y_</kbd>", "<kbd>_x</kbd> and <kbd>y_</kbd>"),
        ("**a <b>b</b> c**", "<strong>a <b>b</b> c</strong>"), ("*a <br> b*", "<em>a <br /> b</em>"),
        ("<code>$$x$$</code> $$y$$", "<code>$$x$$</code> <math alttext=\"y\"><mi>y</mi></math>"),
    ]) func delimitersOfTwoElementsAreNoPair(text: String, expected: String) { #expect(html(text) == "<p>\(expected)</p>\n") }

    /// An escaped delimiter is punctuation for the rule of emphasis, as the delimiter is.
    @Test(arguments: [
        ("the \\__admin and default_ x", "the _<em>admin and default</em> x"), ("\\***x**", "*<strong>x</strong>"),
        ("**a \\_b**\\_**.**", "<strong>a _b</strong>_<strong>.</strong>"), ("**x\\*** y", "<strong>x*</strong> y"),
        ("a\\**b*", "a*<em>b</em>"),
        ("_\\_admin_ x", "<em>_admin</em> x"), ("\\~**x**", "~<strong>x</strong>"),
    ]) func emphasisBesideEscapes(text: String, expected: String) { #expect(html(text) == "<p>\(expected)</p>\n") }

    @Test func punctuationThatMasksUseStays() {
        for dialect in Dialect.allCases {
            let source = Source(file: "page.md", raw: Array("ߊ߷ ߊ߸ ߊ߹ \\_ [ߊ߸](a?߹ \"߷\") `\\*߸`".utf8))
            let page = Document(parsing: source, dialect: dialect)
            let html = String(decoding: HTMLRenderer.html(page, context: StandaloneContext(page)), as: UTF8.self)
            for scalar: Unicode.Scalar in ["߷", "߸", "߹"] { #expect(html.unicodeScalars.contains(scalar), "\(dialect): \(html)") }
            #expect(html.contains("<code>\\*߸</code>"), "\(dialect): \(html)")
        }
    }

    @Test func whatHelpsTheParserIsNotSeen() {
        for text in ["击**“设置”**，`a**“b”**，c`", "<b title=\"击**“设”**，\">x</b> 击**“设”**，", "[击**“设”**](a**“b”**，c)"] {
            #expect(!html(text).unicodeScalars.contains("\u{70D}"), "\(text)")
        }
    }

    // MARK: Raw HTML

    @Test(arguments: [
        "<?php echo 1; ?>", "a <?xml version=\"1.0\"?> b", "<![CDATA[ x ]]>", "<!DOCTYPE html>", "<!-- never closed", "<script>",
        "<style>p{", "<svg>", "a <svg> b",
        "<template>", "<math>x", "<?php never closed", "<textarea>",
    ]) func whatIsNotUnderstoodIsShownAndTold(text: String) {
        let page = text + "\n\n*after* it\n"
        #expect(html(page).contains("<p><em>after</em> it</p>"), "\(html(page))")
        #expect(seen(page).contains(text), "\(seen(page))")
        #expect(rules(page).contains { $0 == .htmlRemoved || $0 == .htmlUnbalanced })
    }

    /// What opens such an element or comment may be a writer's word for it, closed by chance much further on.
    @Test(arguments: [
        "Use <!-- to begin.\n\n*kept*\n\nAnd --> to end.", "The <script> tag.\n\n*kept*\n\n```\n</script>\n```",
        "- one <textarea>\n- two *kept*\n\n</textarea>", "> a <style>\n\n*kept*\n\n</style>", "`</script>` closes <script>, *kept*",
        "a <svg>, *kept*\n\n`</svg>`", "1. <!-- x\n2. *kept*\n\n-->", "The <option> tag and the <td> tag, *kept*",
        "the <source file> in <time in seconds>, *kept*", "<pre>\n<script>\nx\n</pre>\n*kept*",
    ]) func whatIsClosedElsewhereHidesNothing(text: String) {
        #expect(html(text).contains("<em>kept</em>"), "\(html(text))")
        for tag in text.matches(of: /<[a-z!][^>\n]*>?/) where tag.0 != "<pre>" { #expect(seen(text).contains(tag.0), "\(seen(text))") }
    }

    @Test func whatIsClosedBesideItIsHidden() {
        for text in ["a <!-- b\nc --> d", "<!-- a\n\nb -->\n\nd", "<script>\n\na\n\n</script>\n\nd", "- <!-- a\n\n  b -->\n  d"] {
            #expect(seen(text).contains("d") && !seen(text).contains("b"), "\(html(text))")
        }
    }

    @Test func theWordsOfAChoiceAreShown() {
        #expect(seen("<select><option>One</option><option>Two</option></select>").contains("One Two"))
    }

    @Test func rawHTMLIsReadOneWay() {
        #expect(html("<p>[x](https://a.b) **b** ~~c~~</p>") == "<p>[x](https://a.b) **b** ~~c~~</p>\n")
        #expect(html("<p>https://a.b :tada:</p>").contains("<a href=\"https://a.b\">"))
    }

    @Test(arguments: [
        ":::info\nx\n:::", ":::", "!!! note\n    x", "??? x", "=== \"Tab\"", "import Tabs from '@theme/Tabs';", "<Tabs>\n</Tabs>",
        "{{#include x.md}}", "{{< hint >}}",
        "export const x = 1", "::: tip\nx", "!!! note \"Title\"\n    x", "[[toc]]", "[TOC]", "{: .note }", ".. note::\n   x",
        "see [[Page]]", "> [!NOTE] Title",
        "> [!info]", "[!NOTE]\nx", "!> x", "?> x", "{info}", "{code:java}", "import './x.css'",
    ]) func otherGeneratorsNotationIsShownAndTold(text: String) {
        #expect(rules(text) == [.syntaxForeign])
        #expect(
            seen(text).filter { !$0.isWhitespace }.contains(text.prefix { $0 != "\n" }.drop { $0 == ">" }.filter { !$0.isWhitespace }),
            "\(seen(text))")
    }

    @Test func ordinaryTextIsNotTaken() {
        for text in [
            "!!! Note: this is important", "??? why not", "import \"fmt\"", "if [[ -f x ]]; then", "`[[Page]]`", "[[1, 2], [3]]",
            "> [!NOTE]\n> x", ".. and so on",
            "{info} is a word", "[[x](y.md)]", "```{r}\nx\n```",
        ] { #expect(rules(text) == [], "\(text)") }
        for text in ["import it from the menu", "export the file", "==== x", "?? what", "!! note", ": x", "A :::b", "export FOO=bar"] {
            #expect(rules(text) == [])
        }
        for style in ["NOTE": "info", "TIP": "success", "IMPORTANT": "warning", "WARNING": "warning", "CAUTION": "danger"] {
            #expect(html("> [!\(style.key)]\n> text").contains("kb-hint-\(style.value)"))
        }
    }

    // MARK: What was probably meant

    @Test(
        arguments: [
            ("```\ncode", .codeUnclosed), ("##Heading", .headingSpace), ("#Heading", .headingSpace), ("#标题", .headingSpace),
            ("![x](my pic.png)", .linkSpace),
            ("[x](my page.md)", .linkSpace), ("| a | b |\n|---|\n| 1 | 2 |", .tableDelimiter), ("| a | b |\n|---|--|--|", .tableDelimiter),
            ("a[^1]", .footnoteMissing), ("[^1] a\n\n[^1]: x\n\n[^1]: y", .footnoteUnused), ("![x](im (1).png)", .linkSpace),
            ("[x](a b.md \"t\")", .linkSpace), ("[y](https://a.b/c d)", .linkSpace), ("[z](p.md#Sec one)", .linkSpace),
            ("![w](a.png =100x200)", .linkSpace),
            ("[x]: my page.md", .linkSpace), ("| a | b |\n| 1 | 2 |", .tableDelimiter),
            ("| a | b |\n|===|===|\n| 1 | 2 |", .tableDelimiter),
            ("| a | b |\n|—|—|", .tableDelimiter), ("- ```\n  x\n- y", .codeUnclosed), ("> ```\n> x\n\ny", .codeUnclosed),
            ("- a\n  - ```\n    x\n  - y", .codeUnclosed),
            ("####### x", .headingSpace), ("---\ntilte: x\n---\n", .settingUnknown), ("---\nIcon: x\n---\n", .settingUnknown),
            ("---\ndescripton: x\n---\n", .settingUnknown),
            ("a\n\n[^1]: x", .footnoteUnused),
        ] as [(String, Rule)]) func itIsTold(text: String, rule: Rule)
    { #expect(rules(text) == [rule]) }

    @Test(arguments: [
        "```\ncode\n```", "#1 of 2", "a #tag", "#tag", "[x](<my page.md>)", "[x](y.md \"a title.\")", "| a | b |\n|---|---|",
        "a[^1]\n\n[^1]: x", "> a[^1]\n>\n> [^1]: x", "\\[^1]", "[^a-z] [^/] [^] [^0-9]+", "`[x](my page.md)`", "| a |", "|x| < 1",
        "- ```\n  x\n  ```\n- y",
        "---\nauthor: x\ndate: y\nid: z\nslug: w\ncoverY: 0\n---\n", "[see](below for more)", "a | b\n--- | ---",
    ])
    func whatIsRightIsNotTold(text: String) { #expect(rules(text) == []) }

    // MARK: Films and sounds

    @Test(arguments: [
        ("![film](a.mp4)", "<video class=\"kb-player\" controls=\"\" preload=\"metadata\" src=\"a.mp4\" aria-label=\"film\">"),
        (
            "<video src=\"b.webm\" autoplay onplay=x width=300 loop></video>",
            "<video class=\"kb-player\" controls=\"\" preload=\"metadata\" src=\"b.webm\" width=\"300\" loop=\"\">"
        ),
        (
            "<audio><source src=\"d.mp3\" type=\"audio/mpeg\"></audio>",
            "<audio class=\"kb-player\" controls=\"\" preload=\"metadata\" src=\"d.mp3\">"
        ),
        ("{% embed url=\"c.mp4\" %}", "<figure class=\"kb-embed\"><video class=\"kb-player\""),
    ]) func mediaPlay(text: String, expected: String) {
        #expect(html(text).contains(expected), "\(html(text))")
        #expect(!html(text).contains("autoplay"))
    }

    @Test(arguments: [
        ("js{1,3}", "js"), ("rust,ignore", "rust"), ("{.python}", "python"), ("{ .py title=x}", "py"), ("c++", "c++"),
        ("objective-c", "objective-c"),
    ])
    func theLanguageOfCode(info: String, language: String) {
        #expect(html("```\(info)\nx\n```").contains("class=\"language-\(language)\""))
    }

    @Test(arguments: [
        ("https://a.example/x，然后", "https://a.example/x"), ("（https://a.example/z）", "https://a.example/z"),
        ("www.a.example。b", "http://www.a.example"),
        ("https://a.example/c…", "https://a.example/c"), ("https://a.example/c—d", "https://a.example/c"),
        ("«https://a.example/c»", "https://a.example/c"), ("https://a.example/c\u{3000}d", "https://a.example/c"),
        ("https://a.example/c\u{A0}d", "https://a.example/c"), ("https://a.example/c\u{200B}d", "https://a.example/c"),
        ("https://a.example/约翰·史密斯", "https://a.example/%E7%BA%A6%E7%BF%B0%C2%B7%E5%8F%B2%E5%AF%86%E6%96%AF"),
        ("https://a.example/“b”", "https://a.example/"), ("https://a.example/路径 x", "https://a.example/%E8%B7%AF%E5%BE%84"),
    ]) func bareAddressesEndBeforeWhatNoAddressHas(text: String, address: String) {
        #expect(html(text).contains("href=\"\(address)\""), "\(html(text))")
    }

    @Test func idsOfTheThemeAreNotTaken() {
        for text in [
            "<p id=\"kb--content\">x</p>", "## x <a id=\"kb--content\"></a>", "## x {#kb--content}", "<a name='kb---content'></a>",
        ] {
            #expect(html(text).contains("id=\"kb-content\""), "\(html(text))")
        }
    }

    @Test func footnotesInQuotes() {
        let page = html("> a[^1] b\n>\n> [^1]: note\n> more\n>\n> after")
        #expect(
            page.contains(
                "<blockquote>\n<p>a<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\">1</a></sup> b</p>\n<p>after</p>\n</blockquote>"
            ))
        #expect(page.contains("note\nmore"))
        #expect(html("\\[^1] [^1]\n\n[^1]: x").hasPrefix("<p>[^1] <sup"))
    }
}
