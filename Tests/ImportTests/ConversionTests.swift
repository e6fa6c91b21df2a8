import Testing

@testable import Import

/// What other programs write, and what it becomes.
@Suite struct ConversionTests {
    private func components(_ text: String) -> String {
        var components = Components { $0.hasSuffix(".md") ? "{% include \"\($0)\" %}" : nil }
        return components.converted(SourceText(text).lines).withoutSpareBlanks.joined.trimmedLines
    }

    private func containers(_ text: String) -> String {
        var containers = Containers()
        return containers.converted(SourceText(text).lines).joined.trimmedLines
    }

    @Test func codeIsNoComponent() {
        let text = "Use `<Tabs>` or `{x}`:\n\n```jsx\nimport a from 'a'\n<Tabs>\n```\n\n    <Tab />"
        #expect(components("A `<A>` b").contains("`<A>`"))
        #expect(components(text).contains("import a from 'a'\n<Tabs>\n```"))
    }

    @Test func importsExportsAndComments() {
        let text =
            "import Part from './a.md'\nimport {\n  B,\n} from 'b'\n\nexport const x = {\n  y: 1\n}\n\nText {/* a comment */}here.\n\n<Part />"
        #expect(components(text) == "Text here.\n\n{% include \"./a.md\" %}")
    }

    @Test func placeholdersAndUnknownComponents() {
        #expect(components("Type <Name> or <Your Name>.") == "Type \\<Name> or \\<Your Name>.")
        #expect(components("<Box>\n  Kept *text*.\n</Box>") == "Kept *text*.")
        #expect(components("a < b and c > d, x<y") == "a < b and c > d, x<y")
    }

    @Test func elementsWithBraces() {
        #expect(
            components("<img src={require('./a.png').default} className=\"big\" style={{width: 5}} onClick={() => 1} />")
                == "<img src=\"./a.png\" class=\"big\" />")
        #expect(components("<a href={useBaseUrl('/x')}>x <b>y</b></a>") == "<a href=\"/x\">x <b>y</b></a>")
    }

    @Test func nestedTabs() {
        let text =
            "<Tabs>\n<TabItem label=\"A\">\n  <Tabs>\n    <TabItem label=\"B\">\n      Deep.\n    </TabItem>\n  </Tabs>\n</TabItem>\n</Tabs>"
        let expected =
            "{% tabs %}\n{% tab title=\"A\" %}\n{% tabs %}\n{% tab title=\"B\" %}\nDeep.\n{% endtab %}\n{% endtabs %}\n{% endtab %}\n{% endtabs %}"
        #expect(components(text).split(separator: "\n").joined(separator: "\n") == expected)
    }

    @Test func nestedContainers() {
        let text = "::::note Outer\nA\n:::tip\nB\n:::\nC\n::::\nD"
        #expect(
            containers(text).split(separator: "\n").joined(separator: "|")
                == "{% hint style=\"info\" %}|**Outer**|A|{% hint style=\"success\" %}|B|{% endhint %}|C|{% endhint %}|D")
        #expect(containers("- item\n\n  :::warning\n  In it.\n  :::").contains("  {% hint style=\"warning\" %}\n  In it.\n  {% endhint %}"))
        #expect(containers(":::note\nNever closed") == "{% hint style=\"info\" %}\nNever closed\n{% endhint %}")
    }

    @Test(
        arguments: [
            ("js title=\"a b.js\" {1,3-4} showLineNumbers", "js", " title=\"a b.js\" lineNumbers=\"true\""), ("rust,ignore", "rust", nil),
            ("{.python title=\"x.py\"}", "python", " title=\"x.py\""), ("sh [npm]", "sh", " title=\"npm\""), ("", "", nil),
            ("c++", "c++", nil),
            ("ts:line-numbers {1}", "ts", " lineNumbers=\"true\""), ("title=\"x\"", "", " title=\"x\""),
        ] as [(String, String, String?)]) func fences(info: String, language: String, attributes: String?)
    {
        let read = CodeFences.Info(info[...])
        #expect(read.language == language)
        #expect(read.attributes == attributes)
    }

    @Test func addressesOfLinks() {
        let text = "[a](x.md) ![b](<y z.png> \"t\") `[c](x.md)` <a href=\"x.md\">\n\n[r]: x.md\n\n[p](x(1).md) [q](x.md#f)"
        let out = LinkRewriter.rewritten(SourceText(text).lines) { address, _ in "N/" + address }.joined
        #expect(
            out == "[a](N/x.md) ![b](<N/y z.png> \"t\") `[c](x.md)` <a href=\"N/x.md\">\n\n[r]: N/x.md\n\n[p](<N/x(1).md>) [q](N/x.md#f)")
    }
}

extension String {
    fileprivate var trimmedLines: String {
        String(split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n").trimmedSpace)
    }
}
