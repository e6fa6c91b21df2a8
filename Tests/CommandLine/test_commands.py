"""Commands, options and exit statuses, as the contract has them."""
import unittest
from pathlib import Path

from command import CommandTest

PAGES = {"README.md": "# Home\n\n[Next](next.md)\n", "next.md": "# Next\n\n[Gone](nxt.md)\n"}


class Commands(CommandTest):
    def test_help_and_version(self):
        self.assertRegex(self.run_kbgen("--version").out, r"^\d+\.\d+\.\d+\n$")
        for arguments in (["--help"], ["help"], ["help", "build"], ["build", "--help"]):
            result = self.run_kbgen(*arguments)
            self.assertEqual(result.status, 0)
            self.assertIn("USAGE", result.out)

    def test_wrong_usage(self):
        for arguments in (["nope"], ["build", "--nope"], ["build", "--jobs", "0"], ["build", "--base-url", "help"], ["render"],
                          ["render", "-", "--dialect", "rst"], ["new"]):
            with self.subTest(arguments):
                result = self.run_kbgen(*arguments)
                self.assertEqual(result.status, 64)
                self.assertEqual(result.out, "")

    def test_what_others_call_a_command_is_understood_or_told(self):
        for said, meant in (("buidl", "build"), ("watch", "serve"), ("lint", "check"), ("serch", "search")):
            result = self.run_kbgen(said, "site")
            self.assertEqual(result.status, 64)
            self.assertEqual(result.err, f"kbgen: there is no command “{said}”; did you mean “{meant}”?\n")
        self.assertIn("kbgen help", self.run_kbgen("xyzzy").err)
        self.assertEqual(self.run_kbgen("init", "begun").status, 0)
        self.assertEqual(self.run_kbgen("check", "begun", "--strict").status, 0)

    def test_what_is_not_there(self):
        for arguments in (["build", "nowhere"], ["check", "nowhere"], ["render", "nowhere.md"],
                          ["build", "--config", "none.yml"], ["build", "--content", "none"]):
            with self.subTest(arguments):
                result = self.run_kbgen(*arguments)
                self.assertEqual(result.status, 66)
                self.assertIn("kbgen: ", result.err)

    def test_a_new_site_builds(self):
        self.assertEqual(self.run_kbgen("new", "mine").status, 0)
        result = self.run_kbgen("build", "mine", "--strict")
        self.assertEqual((result.status, result.findings), (0, []))
        self.assertIn("index.html", self.published("mine/Output"))
        self.assertEqual(self.run_kbgen("new", "mine").status, 74, "nothing is written over")

    def test_findings_and_statuses(self):
        self.write(PAGES)
        result = self.run_kbgen("build", "site")
        self.assertEqual(result.status, 0)
        self.assertEqual([(f["path"], f["line"], f["column"], f["severity"]) for f in result.findings], [("next.md", "3", "1", "warning")])
        self.assertRegex(result.err, r"\n  help: .*next\.md")
        self.assertEqual(result.out, "")
        self.assertEqual(self.run_kbgen("build", "site", "--strict").status, 1)
        self.assertEqual(self.run_kbgen("check", "site", "--strict").status, 1)

    def test_json(self):
        self.write(PAGES)
        for command in ("build", "check"):
            result = self.run_kbgen(command, "site", "--json")
            finding, = [entry for entry in result.json["diagnostics"] if entry["rule"] != "description-missing"]
            self.assertEqual(set(finding), {"path", "line", "column", "severity", "rule", "message", "help"})
            self.assertEqual((finding["path"], finding["line"], finding["column"]), ("next.md", 3, 1))
            summary = result.json["summary"]
            self.assertEqual(set(summary), {"pages", "guides", "assets", "errors", "warnings", "seconds"})
            self.assertEqual((summary["pages"], summary["errors"], summary["warnings"]), (2, 0, len(result.json["diagnostics"])))

    def test_check_writes_nothing(self):
        self.write(PAGES)
        before = sorted(self.folder.rglob("*"))
        self.assertEqual(self.run_kbgen("check", "site").status, 0)
        self.assertEqual(sorted(self.folder.rglob("*")), before)

    def test_quiet_verbose_and_colour(self):
        self.write(PAGES)
        self.assertEqual(len(self.run_kbgen("build", "site", "--quiet").err.splitlines()), 2, "the finding and its help alone")
        self.assertIn("content: ", self.run_kbgen("build", "site", "--verbose").err)
        self.assertNotIn("\x1b", self.run_kbgen("build", "site").err, "no colour but on a terminal")

    def test_options_name_the_folders(self):
        self.write({"a.md": "# A\n"}, "words")
        self.write({"page.mustache": "mine: {{#page}}{{title}}{{/page}}{{title}}"}, "look")
        self.write({"settings.yml": "title: T\n"}, ".")
        self.write({}, "site")
        (self.folder / "site").mkdir(exist_ok=True)
        result = self.run_kbgen("build", "site", "--content", "words", "--output", "public", "--config", "settings.yml")
        self.assertEqual(result.status, 0, result.err)
        self.assertIn("<title>A · T</title>", self.read("public/index.html").replace(" | ", " · ").replace(" – ", " · "))

    def test_render(self):
        result = self.run_kbgen("render", "-", "--dialect", "commonmark", stdin="<b onclick=x>é</b>\n".encode())
        self.assertEqual(result.out, "<p><b onclick=x>é</b></p>\n")
        self.assertEqual(self.run_kbgen("render", "-", stdin=b"<b onclick=x>e</b>").out, "<p><b>e</b></p>\n")
        self.write({"a.md": "# A\n"}, ".")
        self.assertIn("A</h1>", self.run_kbgen("render", "a.md").out)

    def test_base_url(self):
        self.write(PAGES)
        self.run_kbgen("build", "site", "--base-url", "https://help.example.com/docs/")
        self.assertIn("https://help.example.com/docs/next/", self.read("site/Output/sitemap.xml"))
        self.assertIn('rel="canonical" href="https://help.example.com/docs/next/"', self.read("site/Output/next/index.html"))


if __name__ == "__main__":
    unittest.main()
