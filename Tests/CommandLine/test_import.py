"""Sites of other programs become sites of kbgen: text, order, files and addresses. Each is a small one with what its kind has that others have not."""
import json
import re
import shutil
import subprocess
import unittest

from command import REPOSITORY, CommandTest

PANDOC = unittest.skipUnless(shutil.which("pandoc"), "needs pandoc")


class Import(CommandTest):
    def load(self, files, *options, source="old"):
        """Imports files and builds the site; both without a fault."""
        self.write(files, source)
        result = self.run_kbgen("import", source, "new", *options)
        self.assertEqual(result.status, 0, result.err)
        built = self.run_kbgen("build", "new")
        self.assertEqual((built.status, built.rules), (0, []), built.err)
        return result

    def page(self, path):
        return self.read(f"new/Content/{path}")

    def test_docusaurus(self):
        result = self.load({
            "docusaurus.config.js": """// @ts-check
                const config = {title: 'Acme "Docs"', i18n: {defaultLocale: 'de'}, presets: [['classic', /** @type {x} */ ({docs: {sidebarPath: require.resolve('./sidebars.js')}})]]};
                module.exports = config;""",
            "sidebars.js": "module.exports = {docs: ['intro', {type: 'category', label: 'Guides', link: {type: 'doc', id: 'guides/first'}, items: ['guides/second-one']}, "
                           "{type: 'link', label: 'Elsewhere', href: 'https://a.example/'}]};",
            "docs/intro.md": "---\nslug: /\nsidebar_label: Start here\n---\n# Intro\n\n:::tip Do this\n\nA *hint*.\n\n:::\n\n[second](./guides/02-second.mdx#there) and "
                             "[by address](/docs/guides/first), ![logo](/img/logo.png)\n",
            "docs/guides/01-first.md": "# First\n\n<details><summary>More</summary>\n\nInside.\n\n</details>\n",
            "docs/guides/02-second.mdx": "---\nid: second-one\n---\nimport Tabs from '@theme/Tabs';\nimport Part from './_part.mdx';\n\n# Second\n\n## There {#there}\n\n"
                                         "<Tabs>\n  <TabItem value=\"mac\" label=\"macOS\">\n\n    Press it.\n\n  </TabItem>\n  <TabItem value=\"win\" label=\"Windows\">\n\n"
                                         "    ```js title=\"a.js\" {1}\n    let a = <b>;\n    ```\n\n  </TabItem>\n</Tabs>\n\n<Part />\n\n<Widget caption=\"Kept words\"/>\n",
            "docs/guides/_part.mdx": "Text of a part.\n", "static/img/logo.png": "png",
        })
        self.assertIn("* [Start here](intro.md)\n* [Guides](guides/first.md)\n  * [Second](guides/second.md)\n* [Elsewhere](https://a.example/)\n", self.page("SUMMARY.md"))
        intro = self.page("intro.md")
        self.assertIn('{% hint style="success" %}\n**Do this**\n\nA *hint*.\n{% endhint %}', intro)
        self.assertIn("[second](guides/second.md#there) and [by address](guides/first.md), ![logo](img/logo.png)", intro)
        second = self.page("guides/second.md")
        self.assertNotIn("import ", second)
        self.assertIn('{% tab title="macOS" %}\nPress it.\n{% endtab %}', second)
        self.assertIn('{% code title="a.js" %}\n```js\nlet a = <b>;\n```\n{% endcode %}', second)
        self.assertIn('## There <a href="#there" id="there"></a>', second)
        self.assertIn('{% include "/.gitbook/includes/docs-guides-_part.md" %}', second)
        self.assertIn("Kept words", second)
        self.assertIn("Text of a part.", self.read("new/Output/guides/second/index.html"))
        self.assertEqual([(line.split(":")[0], re.search(r"<\w+>", line)[0]) for line in result.err.splitlines() if "[import-lost]" in line], [("docs/guides/02-second.mdx", "<Widget>")])
        self.assertIn('title: "Acme \\"Docs\\""\nlanguage: de\n', self.read("new/kbgen.yml"))
        self.assertIn("guides/second/", self.read("new/Output/docs/guides/second-one/index.html"))

    def test_mkdocs(self):
        self.load({
            "mkdocs.yml": "site_name: Acme\ntheme: {name: material, language: en}\nmarkdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji\n"
                          "plugins:\n  - redirects:\n      redirect_maps:\n        old.md: setup/index.md\nnav:\n  - Home: index.md\n  - Setup:\n    - setup/index.md\n    - Advanced: setup/more.md\n",
            "docs/index.md": "# Home\n\n!!! warning \"Mind\"\n    Careful.\n\n    - one\n\n??? note\n    Folded.\n\n=== \"A\"\n    First.\n\n=== \"B\"\n    ```py title=\"b.py\" linenums=\"1\"\n    x = 1\n    ```\n\n"
                             "Press ++ctrl+c++ on ==marked== :material-check: text{ .cls }.\n\n--8<-- \"docs/part.txt\"\n\nTerm\n:   Its meaning.\n\n[more](setup/more.md#deep)\n",
            "docs/part.txt": "From a snippet.\n", "docs/setup/index.md": "# Setting up\n", "docs/setup/more.md": "# More\n\n## Deep { #deep }\n", "docs/left.md": "# Left over\n",
        })
        home = self.page("index.md")
        self.assertIn('{% hint style="warning" %}\n**Mind**\n\nCareful.\n\n- one\n{% endhint %}', home)
        self.assertIn("<details>\n\n<summary>Note</summary>\n\nFolded.\n\n</details>", home)
        self.assertIn('{% tab title="B" %}\n{% code title="b.py" lineNumbers="true" %}\n```py\nx = 1\n```\n{% endcode %}\n{% endtab %}', home)
        self.assertIn("Press <kbd>ctrl</kbd>+<kbd>c</kbd> on <mark>marked</mark> text.", home)
        self.assertIn("From a snippet.", home)
        self.assertIn("**Term**\n\nIts meaning.", home)
        self.assertIn("* [Home](index.md)\n* [Setup](setup/index.md)\n  * [Advanced](setup/more.md)\n\n## Other pages\n\n* [Left over](left.md)\n", self.page("SUMMARY.md"))
        self.assertIn("setup/", self.read("new/Output/old/index.html"))

    def test_mdbook(self):
        self.load({
            "book.toml": "[book]\ntitle = \"The Book\"\nlanguage = \"fr\"\n\n[output.html.redirect]\n\"/gone.html\" = \"ch/one.html\"\n",
            "src/SUMMARY.md": "# Summary\n\n[Preface](preface.md)\n\n# Part\n\n- [One](ch/one.md)\n  - [Deep](ch/deep.md)\n- [Draft]()\n",
            "src/preface.md": "# Preface\n\nSee [one](ch/one.html).\n", "src/ch/deep.md": "# Deep\n\n\\{{#include x}}\n",
            "src/ch/one.md": "# One\n\n```rust,ignore\n{{#include ../../code/a.rs:main}}\n# hidden\n```\n", "src/ch/not-listed.md": "# Not listed\n",
            "code/a.rs": "// before\n// ANCHOR: main\nfn main() {}\n// ANCHOR_END: main\n",
        })
        self.assertIn("```rust\nfn main() {}\n```", self.page("ch/one.md"))
        self.assertIn("See [one](ch/one.md).", self.page("preface.md"))
        self.assertIn("* [Preface](preface.md)\n\n## Part\n\n* [One](ch/one.md)\n  * [Deep](ch/deep.md)\n", self.page("SUMMARY.md"))
        self.assertTrue((self.folder / "new/Output/gone.html").exists())
        self.assertTrue((self.folder / "new/Output/ch/one.html").exists(), "old addresses lead to new ones")

    def test_vitepress(self):
        self.load({
            ".vitepress/config.mts": "import { defineConfig } from 'vitepress'\nconst guide = [{text: 'Start', link: '/guide/start'}]\n"
                                     "export default defineConfig<X>({title: `Acme`, lang: 'en-GB', themeConfig: {sidebar: {'/guide/': [{text: 'Guide', items: guide}]}}})\n",
            "index.md": "---\ntitle: Home\n---\n\n# Home\n\n[start](/guide/start.html)\n", "public/a.png": "png",
            "guide/start.md": "<script setup>\nimport X from './X.vue'\n</script>\n\n# Start\n\n::: details Click\nInside\n:::\n\n::: code-group\n\n```sh [npm]\nnpm i\n```\n\n```sh [pnpm]\npnpm i\n```\n\n:::\n\n"
                              "<<< @/snippets/x.js\n\n![a](/a.png) <sup class=\"b\" />\n",
            "snippets/x.js": "call()\n",
        })
        start = self.page("guide/start.md")
        self.assertNotIn("import X", start)
        self.assertIn("<summary>Click</summary>\n\nInside", start)
        self.assertIn('{% tab title="npm" %}\n```sh\nnpm i\n```\n{% endtab %}', start)
        self.assertIn("```js\ncall()\n```", start)
        self.assertIn("![a](../a.png) <sup class=\"b\"></sup>", start)
        self.assertIn("## Guide\n\n* [Start](guide/start.md)\n", self.page("SUMMARY.md"))
        self.assertIn("[start](guide/start.md)", self.page("index.md"))

    def test_starlight(self):
        self.load({
            "astro.config.mjs": "export default defineConfig({integrations: [starlight({title: 'Acme', locales: {root: {label: 'English', lang: 'en'}, de: {label: 'Deutsch', lang: 'de'}}, "
                                "sidebar: [{label: 'Guides', translations: {de: 'Anleitungen'}, items: ['one', {label: 'Two', slug: 'more/two'}]}]})]});",
            "src/content/docs/index.mdx": "---\ntitle: Welcome\n---\n<Aside type=\"caution\" title=\"Hot\">Do not touch.</Aside>\n\n<CardGrid>\n<LinkCard title=\"One\" href=\"/one/\" description=\"The first.\" />\n</CardGrid>\n",
            "src/content/docs/one.md": "---\ntitle: One\n---\n:::caution[Mind]\nText.\n:::\n", "src/content/docs/more/two.md": "---\ntitle: Two\n---\nText.\n",
            "src/content/docs/de/index.md": "---\ntitle: Willkommen\n---\nText.\n", "src/content/docs/de/one.md": "---\ntitle: Eins\n---\nText.\n",
        })
        home = self.page("index.md")
        self.assertIn('{% hint style="warning" %}\n**Hot**\n\nDo not touch.\n{% endhint %}', home)
        self.assertIn("**[One](one.md)**\n\nThe first.", home)
        self.assertIn('{% hint style="warning" %}\n**Mind**\n\nText.\n{% endhint %}', self.page("one.md"))
        self.assertIn("## Guides\n\n* [One](one.md)\n* [Two](more/two.md)\n", self.page("SUMMARY.md"))
        self.assertIn("## Anleitungen\n\n* [Eins](one.md)\n", self.page("de/SUMMARY.md"))
        self.assertIn('lang="de"', self.read("new/Output/de/one/index.html"))

    def test_a_book_of_honkit_is_copied(self):
        book = shutil.copytree(REPOSITORY / "Content", self.folder / "book")
        self.assertEqual(self.run_kbgen("import", "book", "new").status, 0)
        for page in book.rglob("*.md"):
            if page.name != "SUMMARY.md":
                copy = self.folder / "new/Content" / page.relative_to(book)
                self.assertEqual(copy.read_text().strip(), page.read_text().strip(), page)
        built = self.run_kbgen("build", "new")
        self.assertEqual((built.status, built.rules), (0, []), built.err)

    @PANDOC
    def test_zendesk(self):
        article = {"id": 11, "title": "Reset a password", "section_id": 2, "position": 1, "html_url": "https://acme.zendesk.com/hc/en-us/articles/11-Reset", "updated_at": "2026-01-02T03:04:05Z",
                   "label_names": ["login"], "body": "<h1>First</h1><p>Open <a href=\"https://acme.zendesk.com/hc/en-us/articles/12\">the other</a> &amp; go \\ud83d\\ude00.</p><ol><li>One</li></ol><p>&nbsp;</p>"
                            "<div class=\"callout callout--warning\"><h4>Mind</h4><p>Hot.</p></div><pre class=\"language-bash\"><code>ls</code></pre><h2 id=\"h_01\">Deep</h2><p>Press <kbd>F1</kbd>.</p>"
                            "<iframe src=\"//www.youtube.com/embed/x\"></iframe><details><summary>More</summary><p>In.</p></details><p><a href=\"https://acme.zendesk.com/hc/requests/new\">ask</a></p>"}
        result = self.load({"articles.json": json.dumps({"articles": [article, {**article, "id": 12, "title": "Other", "position": 0, "html_url": None}, {**article, "id": 13, "title": "Not yet", "draft": True}, {**article, "id": 14, "title": "Staff only", "user_segment_id": 5}]}),
                   "sections.json": json.dumps({"sections": [{"id": 2, "name": "Accounts", "category_id": 3}]}), "categories.json": json.dumps({"categories": [{"id": 3, "name": "Help"}]})})
        self.assertIn("## Help\n\n* Accounts\n  * [Other](help/accounts/other.md)\n  * [Reset a password](help/accounts/reset-a-password.md)\n", self.page("SUMMARY.md"))
        page = self.page("help/accounts/reset-a-password.md")
        self.assertIn('title: "Reset a password"\ntags: ["login"]\nlast-updated: 2026-01-02\n', page)
        self.assertIn("## First\n\nOpen [the other](other.md) & go", page)
        self.assertIn("> [!WARNING]\n>\n> #### Mind\n>\n> Hot.", page)
        self.assertIn("``` bash\nls\n```", page)
        self.assertIn('Deep <a href="#h_01" id="h_01"></a>', page)
        self.assertIn("Press <kbd>F1</kbd>.", page)
        self.assertIn('{% embed url="https://www.youtube.com/embed/x" %}', page)
        self.assertIn("<summary>More</summary>", page)
        lost = [line.split(": warning: ")[0] for line in result.err.splitlines() if "[import-lost]" in line]
        line = page.splitlines().index("[ask](https://acme.zendesk.com/hc/requests/new)") + 1
        self.assertIn(f"Content/help/accounts/reset-a-password.md:{line}:1", lost)
        self.assertEqual([path for path in lost if path.startswith("Drafts/") and path.endswith(":1:1")], ["Drafts/not-yet.md:1:1", "Drafts/staff-only.md:1:1"])
        self.assertTrue((self.folder / "new/Drafts/staff-only.md").exists())
        for file in (self.folder / "new/Output").rglob("*"):
            self.assertFalse(file.is_file() and "Staff only" in file.read_text(errors="replace"), file)
        self.assertTrue((self.folder / "new/Output/hc/en-us/articles/11-Reset/index.html").exists())

    @PANDOC
    def test_intercom(self):
        self.load({"x.json": json.dumps({"type": "list", "data": [{"id": "7", "title": "Hello", "body": "<p>Some <b>text</b></p>", "state": "published", "parent_id": 5}]}),
                   "y.json": json.dumps({"collections": [{"id": 5, "name": "Basics"}]})})
        self.assertIn("Some **text**", self.page("basics/hello.md"))
        self.assertIn("* [Basics](README.md)\n\n## Basics\n\n* [Hello](basics/hello.md)\n", self.page("SUMMARY.md"))

    @PANDOC
    def test_confluence(self):
        page = "<html><head><title>Space : {0}</title></head><body><div id=\"content\"><div id=\"main-content\" class=\"wiki-content group\"><p>{1}</p></div></div><div id=\"footer\">Confluence</div></body></html>"
        self.load({
            "S/index.html": "<html><head><title>Space (S)</title></head><body>Available Pages:<ul><li><a href=\"Home_1.html\">Home</a><ul><li><a href=\"Child_2.html\">Child</a></li></ul></li></ul>Confluence</body></html>",
            "S/Home_1.html": page.format("Home", "See <a href=\"Child_2.html\">child</a> <img src=\"attachments/1/a.png\">"), "S/Child_2.html": page.format("Child &amp; co", "Words of it."), "S/attachments/1/a.png": "png"})
        self.assertIn("* [Home](home.md)\n  * [Child & co](child-co.md)\n", self.page("SUMMARY.md"))
        self.assertRegex(self.page("home.md"), r"See \[child\]\(child-co.md\) .*attachments/1/a.png")
        self.assertTrue((self.folder / "new/Content/attachments/1/a.png").exists())

    def test_notion(self):
        one, two = "0123456789abcdef" * 2, "f" * 32
        self.load({f"Wiki {one}.md": f"# Wiki\n\n<aside>\n💡 Mind this.\n\n</aside>\n\n[Child](Wiki%20{one}/My%20child%20{two}.md) ![x](Wiki%20{one}/a%20b.png)\n",
                   f"Wiki {one}/My child {two}.md": "# My child\n\nText.\n", f"Wiki {one}/a b.png": "png"})
        self.assertIn("* [Wiki](wiki.md)\n  * [My child](wiki/my-child.md)\n", self.page("SUMMARY.md"))
        self.assertIn('{% hint style="info" %}\n💡 Mind this.', self.page("wiki.md"))
        self.assertIn("[Child](wiki/my-child.md)", self.page("wiki.md"))

    @PANDOC
    def test_word(self):
        self.write({"x.md": "Before.\n\n# One\n\nText *of* one.\n\n# Two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"}, "old")
        subprocess.run(["pandoc", "x.md", "-o", "Hand book.docx"], cwd=self.folder / "old", check=True)
        self.assertEqual(self.run_kbgen("import", "old/Hand book.docx", "new").status, 0)
        self.assertIn("* [Hand book](hand-book.md)\n  * [One](hand-book-one.md)\n  * [Two](hand-book-two.md)\n", self.page("SUMMARY.md"))
        self.assertIn("Text *of* one.", self.page("hand-book-one.md"))
        self.assertEqual(self.run_kbgen("build", "new").rules, [])

    def test_nothing_is_overwritten_and_what_is_not_known_is_told(self):
        self.write({"mkdocs.yml": "site_name: A\n", "docs/index.md": "# A\n"}, "old")
        self.write({"mine.txt": "mine"}, "new")
        result = self.run_kbgen("import", "old", "new")
        self.assertEqual((result.status, (self.folder / "new/mine.txt").read_text(), len(list((self.folder / "new").iterdir()))), (74, "mine", 1))
        self.write({"a.txt": "x"}, "other")
        result = self.run_kbgen("import", "other", "new2")
        self.assertIn("not recognised", result.err)
        self.assertEqual(result.status, 74)
        self.assertEqual(self.run_kbgen("import", "absent", "new2").status, 74)

    def test_no_file_is_written_outside_the_new_folder(self):
        self.write({
            "docusaurus.config.js": "module.exports = {title: 'A'};", "docs/a.md": "# A\n",
            "sidebars.js": "module.exports = {x: [{type: 'category', label: 'B', link: {type: 'generated-index', slug: '/../../../evil'}, items: ['a']}]};",
        }, "deep/old")
        self.assertEqual(self.run_kbgen("import", "deep/old", "deep/er/new").status, 0)
        self.assertEqual([path for path in self.folder.rglob("evil*") if not path.is_relative_to(self.folder / "deep/er/new/Content")], [])
        self.assertTrue((self.folder / "deep/er/new/Content/evil.md").exists())

    def test_no_file_outside_the_source_is_read(self):
        self.write({"secret.txt": "SECRET", "secret.md": "SECRET"}, ".")
        self.write({"book.toml": "[book]\n", "src/SUMMARY.md": "- [A](a.md)\n", "src/a.md": "# A\n\n{{#include ../../secret.txt}}\n{{#include /etc/hostname}}\n\n![x](../../secret.txt)\n"}, "old")
        (self.folder / "old/src/b.md").symlink_to("../../secret.md")
        self.assertEqual(self.run_kbgen("import", "old", "new").status, 0)
        self.assertFalse(any("SECRET" in path.read_text(errors="replace") for path in (self.folder / "new").rglob("*") if path.is_file()))


if __name__ == "__main__":
    unittest.main()
