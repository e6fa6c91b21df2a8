"""Whatever the content is: a finding with its place, an exit status, and the rest of the site."""
import os
import shutil
import subprocess
import unittest

from command import KBGEN, CommandTest, Result

HOME = "# Home\n\n[Good](good.md)\n"
GOOD = "# Good\n\nStill here.\n"


class BadInput(CommandTest):
    def build(self, files, **options):
        """Builds a site of a home page, a good page and `files`; the two must come out whatever the rest is."""
        self.content = self.write({"README.md": HOME, "good.md": GOOD, **files})
        result = self.run_kbgen("build", "site", **options)
        self.assertIn("Still here.", self.read("site/Output/good/index.html"))
        self.assertIn("good/", self.read("site/Output/index.html"))
        return result

    def finding(self, result, rule):
        found = [finding for finding in result.findings if finding["rule"] == rule]
        self.assertEqual(len(found), 1, result.err[-2000:])
        return found[0]["path"], int(found[0]["line"]), int(found[0]["column"]), found[0]["severity"]

    def test_a_file_without_permission(self):
        content = self.write({"README.md": HOME, "good.md": GOOD, "secret.md": "# Secret\n", "closed/page.md": "# Closed\n"})
        (content / "secret.md").chmod(0)
        (content / "closed").chmod(0)
        self.addCleanup((content / "closed").chmod, 0o755)
        result = self.run_as_nobody("build", "site")
        self.assertEqual(result.status, 1, result.err)
        self.assertEqual([(f["path"], f["rule"]) for f in result.findings], [("closed", "file-unreadable"), ("secret.md", "file-unreadable")])
        self.assertIn("Still here.", self.read("site/Output/good/index.html"))

    def run_as_nobody(self, *arguments):
        """Runs kbgen as somebody who is not root, to whom nothing is closed."""
        if os.geteuid() != 0:
            return self.run_kbgen(*arguments)
        own = shutil.copy(KBGEN, self.folder / "kbgen")
        for folder in (self.folder, self.folder / "site"):
            folder.chmod(0o777)
        process = subprocess.run([own, *arguments], capture_output=True, cwd=self.folder, user=65534, check=False)
        return Result(process)

    def test_what_is_not_utf8(self):
        result = self.build({"latin.md": b"# Caf\xe9\n\nok \xff text\n"})
        self.assertEqual(result.status, 1)
        self.assertEqual(self.finding(result, "file-encoding"), ("latin.md", 1, 6, "error"))
        self.assertIn("Caf\ufffd", self.read("site/Output/latin/index.html"))

    def test_nul_bytes(self):
        result = self.build({"nul.md": b"# Nul\n\na\0b\n"})
        self.assertEqual(self.finding(result, "file-nul")[:3], ("nul.md", 3, 2))
        self.assertIn("a\ufffdb", self.read("site/Output/nul/index.html"))

    def test_a_page_of_a_hundred_megabytes(self):
        result = self.build({"big.md": b"# Big\n\n" + b"word " * (20 << 20)}, timeout=300)
        self.assertEqual(result.status, 1)
        self.assertEqual(self.finding(result, "file-size")[0], "big.md")

    def test_a_page_of_ten_megabytes_is_built(self):
        result = self.build({"big.md": b"# Big\n\n" + b"[a](good.md) *b* `c`\n\n" * (10 << 20 >> 5)}, timeout=300)
        self.assertEqual((result.status, result.findings), (0, []))

    def test_symlinks_out_and_in_circles(self):
        content = self.write({"README.md": HOME, "good.md": GOOD, "sub/page.md": "# Page\n"})
        (self.folder / "outside.md").write_text("# Outside\n")
        (content / "out.md").symlink_to(self.folder / "outside.md")
        (content / "etc").symlink_to("/etc")
        (content / "sub/up").symlink_to("..")
        (content / "self").symlink_to("self")
        (content / "gone.md").symlink_to("/nowhere/at/all")
        (content / "alias.md").symlink_to("good.md")
        result = self.run_kbgen("build", "site")
        self.assertEqual(sorted((f["path"], f["rule"]) for f in result.findings), [
            ("etc", "symlink-outside"), ("gone.md", "symlink-loop"), ("out.md", "symlink-outside"), ("self", "symlink-loop"), ("sub/up", "symlink-loop")])
        self.assertEqual(result.status, 1)
        self.assertEqual(self.published(), ["404.html", "alias/index.html", "good/index.html", "index.html", "sub/page/index.html"])

    def test_symlinks_that_multiply(self):
        content = self.write({"README.md": HOME, "good.md": GOOD, **{f"d{i}/page.md": f"# {i}\n" for i in range(30)}})
        for i in range(29):
            for name in "ab":
                (content / f"d{i}" / name).symlink_to(f"../d{i + 1}")
        result = self.run_kbgen("build", "site", "--quiet", timeout=120)
        self.assertEqual(result.status, 1)
        self.assertIn("symlink-loop", result.rules)

    def test_a_hundred_thousand_quotes(self):
        result = self.build({"deep.md": "# Deep\n\n" + ">" * 100_000 + " x\n", "list.md": "# L\n\n" + "- " * 100_000 + "x\n",
                             "stars.md": "# S\n\n" + "*a " * 50_000 + "\n", "brackets.md": "# B\n\n" + "[" * 100_000 + "\n"}, timeout=120)
        self.assertIn(("deep.md", "nesting-depth"), {(f["path"], f["rule"]) for f in result.findings})
        self.assertIn("x", self.read("site/Output/deep/index.html"))

    def test_deep_html(self):
        for element in ("div", "form", "b", "table"):
            with self.subTest(element):
                result = self.build({"deep.md": "# Deep\n\n" + f"<{element}>" * 20_000 + "x\n"}, timeout=120)
                self.assertIn(result.status, (0, 1))

    def test_an_alias_bomb(self):
        levels = ["a: &a [x, x, x, x, x, x, x, x, x]"]
        levels += [f"{n}: &{n} [{', '.join(['*' + p] * 9)}]" for p, n in zip("abcdefgh", "bcdefghi")]
        result = self.build({"bomb.md": "---\n" + "\n".join(levels) + "\n---\n# Bomb\n"}, memory=4 << 30)
        self.assertEqual(result.status, 1)
        path, _, _, severity = self.finding(result, "yaml-syntax")
        self.assertEqual((path, severity), ("bomb.md", "error"))
        self.assertIn("Bomb", self.read("site/Output/bomb/index.html"))

    def test_broken_yaml(self):
        result = self.build({"page.md": "---\ntitle: [x\n---\n# Page\n\ntext\n"})
        self.assertEqual(self.finding(result, "yaml-syntax")[0], "page.md")
        self.assertIn("text", self.read("site/Output/page/index.html"))
        self.write({"kbgen.yml": "title: 'x\nnope: 1\n"}, "site")
        self.assertIn("yaml-syntax", self.run_kbgen("build", "site").rules)

    def test_a_summary_with_bad_places(self):
        (self.folder / "outside.md").write_text("# Outside secret\n")
        result = self.build({"SUMMARY.md": "# S\n\n* [Home](README.md)\n* [Good](good.md)\n* [Gone](gone.md)\n"
                             "* [Out](../../outside.md)\n* [Absolute](/etc/passwd)\n* [Abs](/good.md)\n"})
        found = {(f["line"], f["rule"]) for f in result.findings}
        self.assertEqual({line for line, _ in found}, {"5", "6", "7"})
        self.assertTrue({rule for _, rule in found} <= {"summary-missing-page", "summary-outside"}, found)
        self.assertEqual(self.published(), ["404.html", "good/index.html", "index.html"])

    def test_two_pages_with_one_address(self):
        result = self.build({"a.md": "# First\n", "a/README.md": "# Second\n"})
        self.assertEqual(result.status, 1)
        self.assertEqual(self.finding(result, "page-address")[3], "error")
        texts = "".join(self.read("site/Output/" + path) for path in self.published())
        self.assertTrue("First</h1>" in texts and "Second</h1>" in texts, "nothing is lost")

    def test_a_name_that_is_not_utf8(self):
        content = self.write({"README.md": HOME, "good.md": GOOD})
        try:
            with open(os.fsencode(content) + b"/caf\xe9.md", "wb") as file:
                file.write(b"# x\n")
        except OSError:
            self.skipTest("the file system takes no such name")
        result = self.run_kbgen("build", "site")
        self.assertEqual(self.finding(result, "file-unreadable")[0], "caf\ufffd.md")

    def test_strange_files(self):
        content = self.write({"README.md": HOME, "good.md": GOOD, "empty.md": "", "only-fm.md": "---\ntitle: T\n---\n",
                              "bom.md": b"\xef\xbb\xbf# Bom\n", "crlf.md": b"# Cr\r\n\r\ntext\r\n", "utf16.md": "# U\n".encode("utf-16")})
        os.mkfifo(content / "pipe.md")
        (content / "folder.md").mkdir()
        result = self.run_kbgen("build", "site")
        self.assertEqual({f["path"] for f in result.findings}, {"utf16.md"}, result.err)
        self.assertIn("Bom</h1>", self.read("site/Output/bom/index.html"))

    def test_bad_templates(self):
        self.write({"page.mustache": "{{#page}}{{title}}\n{{nope}}\n{{/pag}}\n", "odd.txt": "x"}, "site/Templates")
        self.write({"README.md": HOME})
        result = self.run_kbgen("build", "site")
        self.assertEqual(result.status, 1)
        self.assertIn("Home", self.read("site/Output/index.html"))
        self.assertTrue(any(f["path"].endswith("page.mustache") and f["line"] in "23" for f in result.findings), result.err)


if __name__ == "__main__":
    unittest.main()
