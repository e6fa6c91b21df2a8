"""Files that would run on the site, names that kbgen or hosts need, and texts that would control a terminal."""
import json
import os
import pty
import resource
import select
import subprocess
import unittest

from command import KBGEN, CommandTest

SCRIPT = "alert(1)"
#: Names of files that browsers, servers or hosts run or read, from each kind one or more.
ACTIVE = ["a.html", "a.HTML", "a.xhtml", "a.xml", "a.xsl", "a.svgz", "a.js", "a.mjs", "a.wasm", "a.php", "a.phtml", "a.php.png", "a.jsp", "a.aspx",
          "a.cgi", "a.html.de", "a.js.gz", "_headers", "_redirects", "CNAME", "web.config", "sw.js", "a.rss", "a.shtml"]
ARTICLE = "# The printer does not print\n\n## Check the cable\n\n1. Push it in.\n\n## Check the plug\n\n1. Push it in.\n"
DRAWING = (f'<svg xmlns="http://www.w3.org/2000/svg" onload="{SCRIPT}"><script>{SCRIPT}</script><a href="javascript:{SCRIPT}"><text>Label</text></a>'
           '<image href="https://e.example/x.png"/><rect width="3"/></svg>')


class ActiveFiles(CommandTest):
    def build(self, *arguments):
        result = self.run_kbgen("build", "site", *arguments)
        self.output = self.folder / "site/Output"
        self.files = sorted(str(path.relative_to(self.output)) for path in self.output.rglob("*") if path.is_file() and "_kb" not in path.parts)
        return result

    def test_nothing_active_is_published_on_a_writers_word(self):
        links = " ".join(f"[{i}]({name}) ![{i}](deep/{name})" for i, name in enumerate(ACTIVE))
        self.write({"README.md": f"# Home\n\n{links}\n", **{folder + name: f"<script>{SCRIPT}</script>" for name in ACTIVE for folder in ["", "deep/"]}})
        result = self.build()
        self.assertEqual(set(self.files) & {folder + name for name in ACTIVE for folder in ["", "deep/"]}, set())
        self.assertEqual(result.rules.count("asset-unsafe"), 2 * len(ACTIVE))
        self.write({"kbgen.yml": "publish: [" + ", ".join(ACTIVE) + ", deep]\n"}, below="site")
        self.build()
        self.assertEqual({folder + name for name in ACTIVE for folder in ["", "deep/"]} - set(self.files), set())

    def test_a_file_that_looks_like_a_page_is_text(self):
        self.write({"README.md": "# Home\n\n[a](page) [b](page.kml) [c](notes) ![d](drawing)\n", "page": f" <html><script>{SCRIPT}</script>",
                    "page.kml": b"\xff\xfe" + "<x/>".encode("utf-16-le"), "notes": "plain", "drawing": DRAWING})
        result = self.build()
        self.assertEqual([name for name in self.files if name.split("/")[-1].startswith(("page", "notes", "drawing"))],
                         ["drawing", "notes", "page.kml.txt", "page.txt"])
        self.assertNotIn(SCRIPT, self.read("site/Output/drawing"))
        self.assertEqual(result.rules, ["asset-unsafe"] * 3)

    def test_pictures_are_reduced(self):
        self.write({"README.md": "# Home\n\n![a](drawing.svg) [b](drawing.svg)\n", "drawing.svg": DRAWING})
        result = self.build()
        picture = self.read("site/Output/drawing.svg")
        for word in [SCRIPT, "e.example", "onload", "<script"]:
            self.assertNotIn(word, picture)
        self.assertIn("<text>Label</text>", picture)
        self.assertIn("href, onload, script", result.err)
        self.write({"kbgen.yml": "publish: [drawing.svg]\n"}, below="site")
        self.build()
        self.assertEqual(self.read("site/Output/drawing.svg"), DRAWING)

    def test_schemes_are_those_that_are_allowed(self):
        schemes = ["javascript", "data", "vbscript", "file", "blob", "ms-word", "slack", "intent", "view-source", "htp", "java\tscript"]
        links = "".join(f"[x]({scheme}:y)\n<a href='{scheme}:y'>x</a>\n<{scheme}:yyy>\n\n" for scheme in schemes)
        fine = "[x](https://a.example) [x](mailto:a@b.example) [x](tel:1) [x](sms:1) [x](ftp://a.example)"
        self.write({"README.md": f"# Home\n\n{links}\n{fine}\n"})
        self.write({"kbgen.yml": "schemes: [slack, javascript]\nedit-url: javascript:alert(1)\nspaces: {a: 'javascript:x'}\n"
                                 "links: {X: 'ms-word:x', Y: 'slack:x'}\nsupport: 'javascript:x'\n"}, below="site")
        result = self.build()
        page = self.read("site/Output/index.html")
        for scheme in schemes:
            self.assertEqual(f'href="{scheme}:y' in page, scheme == "slack", scheme)
        for address in ["https://a.example", "mailto:a@b.example", "tel:1", "sms:1", "ftp://a.example"]:
            self.assertIn(f'href="{address}', page)
        self.assertEqual(result.rules.count("setting-type"), 4)
        self.assertIn("did you mean “http:”", result.err)


class Names(CommandTest):
    def test_every_clash_is_told_and_none_ends_the_build(self):
        pages = ["robots.txt.md", "index.html.md", "404.html.md", "sitemap.xml.md", "llms.txt.md", "x/guide.json.md", "search.md", "conn/guide.md"]
        self.write({"README.md": "# Home\n\n[a](search) [b](conn/guide.json) [c](lib)\n", "conn.md": ARTICLE,
                    "search": "x", "conn/guide.json": "{}", "lib": "x", **{page: f"# {page}\n\nown text\n" for page in pages}})
        long = "a" * 256
        self.write({"kbgen.yml": f"redirects:\n  .nojekyll: README.md\n  {long}: README.md\n  lib/old: README.md\n"
                                 + "  ? " + "b/" * 1200 + "c\n  : README.md\n"}, below="site")
        result = self.run_kbgen("build", "site")
        self.assertEqual(result.status, 1)
        self.assertEqual(sorted(set(result.rules)), ["address-taken", "asset-address", "page-address", "redirect-source"])
        for page in pages:
            self.assertIn(page, result.err)
        texts = [path.read_text() for path in (self.folder / "site/Output").rglob("index.html")]
        for page in pages:
            self.assertTrue(any("own text" in text and page in text for text in texts), page)

    def test_files_of_the_sites_owner_take_the_place_of_kbgens(self):
        own = {"robots.txt": "Disallow: /\n", "llms.txt": "mine", "favicon.ico": "icon", "llms-full.txt": "all mine", "sitemap.xml": "<urlset/>"}
        self.write({"README.md": "# Home\n", "404.md": "# Lost?\n\nGo [home](README.md).\n", **own})
        self.write({"kbgen.yml": "publish: [" + ", ".join([*own, "404.md"]) + "]\n"}, below="site")
        self.assertEqual(self.run_kbgen("build", "site", "--base-url", "https://a.example/b/").err.count("warning"), 0)
        for round in ["first", "second"]:
            for name, text in own.items():
                self.assertEqual(self.read(f"site/Output/{name}"), text)
            page = self.read("site/Output/404.html")
            self.assertIn(">Lost?</h1>", page)
            self.assertIn('<a href="/b/">home</a>', page)
            self.write({"404.md": f"# Lost?\n\nGo [home](README.md), {round}.\n"})
            self.run_kbgen("build", "site", "--base-url", "https://a.example/b/")
            self.assertIn(f"{round}.", self.read("site/Output/404.html"))

    def test_an_output_that_others_own(self):
        self.write({"README.md": "# Home\n"})
        self.run_kbgen("build", "site")
        if os.getuid() != 0:
            self.skipTest("only root can give a folder to somebody else")
        parent, user = self.folder / "site", 65534
        os.chmod(self.folder, 0o755)
        for path in [parent, *parent.rglob("*")]:
            if "Output" not in path.parts:
                os.chown(path, user, user)
        self.write({"README.md": "# Home\n\nnew text\n", "b.md": "# B\n"})
        process = subprocess.run([KBGEN, "build", "site"], cwd=self.folder, capture_output=True, text=True, user=user, group=user, extra_groups=[])
        self.assertEqual(process.returncode, 0, process.stderr)
        self.assertIn("cannot be removed", process.stderr)
        self.assertIn("new text", self.read("site/Output/index.html"))
        again = subprocess.run([KBGEN, "build", "site", "--clean"], cwd=self.folder, capture_output=True, text=True, user=user, group=user, extra_groups=[])
        self.assertEqual(again.returncode, 0, again.stderr)


class Terminals(CommandTest):
    EVIL = "\x1b]0;owned\x07\x1b[2J\u009b31m\x7f"

    def test_nothing_that_strangers_wrote_controls_a_terminal(self):
        self.write({"README.md": f"# Home {self.EVIL}\n\n[x](missing{self.EVIL}.md)\n\n## Check the {self.EVIL} cable\n\n## Check the plug\n"})
        events = "".join(json.dumps({"event": "kb:start", "guide": f"a{self.EVIL}\nb.md", "cause": self.EVIL, "condition": self.EVIL + str(i), "rank": 1})
                         + "\n" for i in range(3))
        (self.folder / "events").write_text(events)
        for command in [["build", "site"], ["check", "site"], ["insights", "events"], ["guide", "site/Content/README.md"], ["search", "home", "site"],
                        ["guide", "site/Content/README.md", "--format", "mermaid"], ["render", "site/Content/README.md"]]:
            with self.subTest(command):
                shown = self.on_a_terminal(command)
                for evil in ["\x1b]", "\x1b[2J", "\u009b", "\x07", "\x7f"]:
                    self.assertNotIn(evil, shown)
        self.assertNotIn("\x1b", self.run_kbgen("insights", "events").out)

    def on_a_terminal(self, command):
        ours, theirs = pty.openpty()
        process = subprocess.Popen([KBGEN, *command], cwd=self.folder, stdin=theirs, stdout=theirs, stderr=theirs)
        os.close(theirs)
        shown = b""
        while select.select([ours], [], [], 20)[0]:
            try:
                part = os.read(ours, 65536)
            except OSError:
                break
            if not part:
                break
            shown += part
        process.wait(20)
        os.close(ours)
        return shown.decode("utf-8", "replace")

    def test_control_characters_break_no_file_of_the_site(self):
        self.write({"README.md": "# Home \x01\n\n{% updates %}\n{% update date=\"2026-01-01\" %}\n## New \x01\x1b thing\n\ntext \x0c\n{% endupdate %}\n{% endupdates %}\n"})
        self.run_kbgen("build", "site", "--base-url", "https://a.example/")
        import xml.dom.minidom
        for name in ["rss.xml", "sitemap.xml", "opensearch.xml"]:
            xml.dom.minidom.parse(str(self.folder / "site/Output" / name))


class Bounds(CommandTest):
    def test_nested_sections_of_templates(self):
        self.write({"README.md": "# Home\n"})
        self.write({"footer.mustache": "{{#site}}" * 20_000 + "x" + "{{/site}}" * 20_000, "header.mustache": "{{> header}}{{> header}}"}, below="site/Templates")
        result = self.run_kbgen("build", "site")
        self.assertEqual(result.rules, ["template-syntax"])
        self.assertIn("x", self.read("site/Output/index.html"))

    def test_too_little_memory_is_said(self):
        self.write({"README.md": "# Home\n\n[x](big.bin)\n", "big.yaml": "x"})
        with open(self.folder / "site/Content/big.bin", "wb") as file:
            file.truncate(3 << 30)
        (self.folder / "site/Content/README.md").write_text("# Home\n\n[x](big.bin)\n\n" + "> " * 10 + "word " * 3_000_000)
        for memory in [48 << 20, 64 << 20, 96 << 20, 160 << 20, 1 << 30]:
            with self.subTest(memory >> 20):
                def limit():
                    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
                process = subprocess.run([KBGEN, "build", "site", "--clean"], cwd=self.folder, capture_output=True, text=True, preexec_fn=limit, timeout=120)
                self.assertIn(process.returncode, [0, 74], process.stderr[-300:])
                if process.returncode == 74:
                    self.assertIn("memory", process.stderr)


if __name__ == "__main__":
    unittest.main()
