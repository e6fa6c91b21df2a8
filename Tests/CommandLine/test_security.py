"""Content from many hands cannot run anything in the reader's browser, nor lead out of the content folder."""
import html.parser
import re
import unittest

from command import CommandTest

#: Ways to run a script, or to load something from elsewhere.
INJECTIONS = [
    "<script>alert(1)</script>", "<ScRiPt src=//e.example/x.js></sCrIpT>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>", "<iframe src='javascript:alert(1)'></iframe>", "<iframe srcdoc='<script>x</script>'></iframe>",
    "<a href='javascript:alert(1)'>x</a>", "<a href=' java\nscript:alert(1)'>x</a>", "<a href='&#106;avascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,<script>alert(1)</script>)", "[x](vbscript:x)",
    "![x](javascript:alert(1))", "<javascript:alert(1)>", "<object data=x.swf></object>", "<embed src=x>", "<base href=//e.example/>",
    "<meta http-equiv=refresh content='0;url=//e.example'>", "<link rel=stylesheet href=//e.example/x.css>", "<style>@import '//e.example'</style>",
    "<form action=//e.example><input name=x></form>", "<div style='background:url(//e.example)'>x</div>", "<b onclick=alert(1)>x</b>",
    "<math><a xlink:href='javascript:alert(1)'>x</a></math>", "<img srcset='//e.example/a.png 2x'>", "<video src=//e.example/v.mp4></video>",
    "<a href='x' target=_blank ping=//e.example>x</a>", "<p id='kb-search' name=x>x</p>", "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<!--><img src=x onerror=alert(1)>-->", "<!-- --!><script>alert(1)</script> -->", "<div\x0conclick=alert(1)>x</div>", "<img/src=x/onerror=alert(1)>",
    "<<script>script>alert(1)</script>", "<textarea><img src=x onerror=alert(1)></textarea>", "<title></title><script>alert(1)</script>",
    "<xmp><script>alert(1)</script></xmp>", "<plaintext><script>alert(1)</script>", "![x](http://e.example/pixel.png)", "<img src=//e.example/p.png>",
    "<template><script>alert(1)</script></template>", "<a href=\"x\" title='\"><script>alert(1)</script>'>x</a>", "`</code><script>alert(1)</script>`",
    "# <script>alert(1)</script> heading", "[x]: javascript:alert(1)\n\n[x]", "[a](https://x.example/\"onmouseover=alert(1))",
]


#: The site's own scripts, from a page of any depth.
OWN = re.compile(r"(/|(\.\.?/)*)_kb/")


class Scan(html.parser.HTMLParser):
    """What a page would run, or load from another host, without being asked."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "script" and not OWN.match(values.get("src") or ""):
            self.found.append("a script")
        if tag in ("style", "iframe", "object", "embed", "base", "form", "svg", "math"):
            self.found.append(tag)
        for name, value in attributes:
            self.check(tag, name, "".join((value or "").split()).lower())

    def check(self, tag, name, value):
        if name.startswith("on") or name in ("style", "srcdoc", "ping"):
            self.found.append(f"{tag} {name}")
        if name != "content" and value.startswith(("javascript:", "vbscript:", "data:text")):
            self.found.append(f"{tag} {value}")
        loads = name in ("src", "srcset", "poster") or (tag == "link" and name == "href")
        if loads and value.startswith(("http:", "https:", "//")):
            self.found.append(f"{tag} loads {value}")


class Security(CommandTest):
    def scan(self, path):
        scan = Scan()
        scan.feed(self.read(path))
        return scan.found

    def test_no_injection_survives(self):
        self.write({"README.md": "# Home\n", **{f"i{i}.md": f"# T\n\n{text}\n\nafter\n" for i, text in enumerate(INJECTIONS)}})
        self.run_kbgen("build", "site")
        for i, text in enumerate(INJECTIONS):
            with self.subTest(text):
                self.assertEqual(self.scan(f"site/Output/i{i}/index.html"), [])

    def test_no_injection_survives_inside_other_text(self):
        frames = ["a {} b", "- {}", "> {}", "<div>{}</div>", "<b>{}", "[{}](good.md)", "**{}**", "## {}"]
        pages = {f"f{j}i{i}.md": f"# T\n\n{frame.format(text)}\n" for i, text in enumerate(INJECTIONS) for j, frame in enumerate(frames)}
        self.write({"README.md": "# Home\n", **pages})
        self.run_kbgen("build", "site", "--quiet")
        for name in pages:
            with self.subTest(pages[name]):
                self.assertEqual(self.scan(f"site/Output/{name[:-3]}/index.html"), [])

    def test_titles_and_settings_are_text(self):
        evil = "<script>alert(1)</script>\\\"'"
        self.write({"README.md": f"---\ntitle: \"{evil}\"\ndescription: \"{evil}\"\n---\n\ntext\n",
                    "SUMMARY.md": "# S\n\n* [<img src=x onerror=alert(1)>](README.md)\n* [x](javascript:alert(1))\n"})
        self.write({"kbgen.yml": f"title: \"{evil}\"\nheader:\n  links:\n    - title: x\n      link: 'javascript:alert(1)'\n"}, "site")
        self.run_kbgen("build", "site")
        self.assertEqual(self.scan("site/Output/index.html"), [])

    def test_no_link_reads_out_of_the_content(self):
        (self.folder / "secret.txt").write_text("top secret")
        self.write({"README.md": "# Home\n\n![x](../../secret.txt) [y](../../secret.txt) <img src='../../secret.txt'> [z](/etc/passwd)\n"
                    "[e](..%2f..%2fsecret.txt) [f](file:///etc/passwd)\n", ".gitbook.yaml": "root: ../\nredirects:\n  a: ../../secret.txt\n"})
        self.run_kbgen("build", "site")
        files = [path for path in (self.folder / "site/Output").rglob("*") if path.is_file()]
        self.assertFalse([path for path in files if path.name in ("secret.txt", "passwd") or b"top secret" in path.read_bytes()])

    def test_pages_cannot_take_the_sites_own_files(self):
        self.write({"README.md": "# Home\n\n![x](_kb/theme.js)\n", "_kb/theme.js": "alert(1)", "_kb/page.md": "# P\n", "404.md": "# Mine\n",
                    "llms.txt": "x", "x.html": "<script>alert(1)</script>", "link.md": "# L\n\n[x](x.html) ![](llms.txt)\n"})
        result = self.run_kbgen("build", "site")
        for path in self.published():
            self.assertEqual(self.scan("site/Output/" + path), [], path)
        self.assertIn(result.status, (0, 1))


if __name__ == "__main__":
    unittest.main()
