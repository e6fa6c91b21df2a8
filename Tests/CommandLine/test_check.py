"""What `kbgen check` says besides what a build says, what keeps it quiet, what it mends, and the forms in which it says it."""
import http.server
import json
import shutil
import subprocess
import threading
import unittest

from command import CommandTest


class Check(CommandTest):
    def check(self, *arguments, **options):
        return self.run_kbgen("check", "site", *arguments, **options)

    def found(self, result, rule):
        """Path, line and message of the findings of a rule."""
        return [(finding["path"], int(finding["line"]), finding["message"]) for finding in result.findings if finding["rule"] == rule]


class Rules(Check):
    def test_a_build_says_how_many_pages_it_leaves_out(self):
        self.write({"README.md": "# Home\n", "SUMMARY.md": "* [Home](README.md)\n", "draft.md": "# Draft\n"})
        for _ in range(2):
            self.assertIn("1 page is not published, because nothing lists or links to it; “kbgen check” names it.", self.run_kbgen("build", "site").err)
        self.write({"README.md": "# Home\n\nEdited.\n"})
        self.assertIn("1 page is not published", self.run_kbgen("build", "site").err)
        self.write({"SUMMARY.md": "* [Home](README.md)\n* [Draft](draft.md)\n"})
        self.assertNotIn("not published", self.run_kbgen("build", "site").err)

    def test_what_is_unused(self):
        self.write({
            "SUMMARY.md": "* [Home](README.md)\n",
            "README.md": "# Home\n\n![used](used.png)\n\n{% include \".gitbook/includes/used.md\" %}\n",
            ".gitbook/includes/used.md": "![in a part](../assets/part.png)\n", ".gitbook/includes/unused.md": "Text.\n",
            ".gitbook/assets/part.png": "x", ".gitbook/assets/none.png": "x", "used.png": "x", "spare.pdf": "x", "package.json": "{}", "draft.md": "# Draft\n\n![d](draft.png)\n",
            "draft.png": "x", ".gitbook/vars.yaml": "a: b\n"})
        result = self.check()
        self.assertEqual({path for path, _, _ in self.found(result, "asset-unused")}, {".gitbook/assets/none.png", "spare.pdf"})
        self.assertEqual([path for path, _, _ in self.found(result, "include-unused")], [".gitbook/includes/unused.md"])
        self.assertEqual([path for path, _, _ in self.found(result, "page-orphan")], ["draft.md"])

    def test_titles_that_two_pages_have(self):
        self.write({"a.md": "# Set up\n", "b.md": "---\ndescription: b\n---\n\n# set UP\n", "c.md": "# Other\n", "de/SUMMARY.md": "", "hidden.md": "---\nhidden: true\n---\n\n# Set up\n"})
        self.assertEqual(self.found(self.check(), "title-duplicate"), [("b.md", 5, "the title “set UP” is also that of “a.md”")])

    def test_a_site_called_after_a_page_that_is_called_like_many(self):
        for title, says in (("Welcome to our docs!", True), ("Introduction", True), ("Acme Help", False), ("Home", False)):
            self.write({"README.md": f"# {title}\n"})
            self.assertEqual(
                self.found(self.check(), "title-missing"),
                [("README.md", 1, f"the site has no name, and is called “{title}” after its first page")] if says else [])
        self.write({"README.md": "# Welcome\n"})
        self.write({"kbgen.yml": "title: Acme\n"}, below="site")
        self.assertEqual(self.found(self.check(), "title-missing"), [])

    def test_headings_that_skip(self):
        self.write({"README.md": "# A\n\n## B\n\n#### C\n\n## D\n\n### E\n\n> ###### in a quote\n", "b.md": "### First\n\n# Title\n\n{% stepper %}\n{% step %}\n#### Step\n\nText.\n{% endstep %}\n{% endstepper %}\n", "CONTRIBUTING.md": "x"})
        self.assertEqual([(path, line) for path, line, _ in self.found(self.check(), "heading-skip")], [("README.md", 5), ("b.md", 1)])

    def test_descriptions_and_texts_that_are_missing(self):
        self.write({
            "README.md": "---\ndescription: Yes.\n---\n\n# A\n\n![](a.png)\n\n![said](a.png)\n\nIn ![](a.png) a line.\n\n<figure><img src=\"a.png\" alt=\"\"><figcaption><p>Said</p></figcaption></figure>\n\n"
                         "<figure><img src=\"a.png\" alt=\"\"><figcaption></figcaption></figure>\n\n<figure><img src=\"a.png\" alt=\"said\"></figure>\n",
            "b.md": "# B\n", "c.md": "---\nhidden: true\n---\n\n# C\n", "a.png": "x"})
        result = self.check()
        self.assertEqual([path for path, _, _ in self.found(result, "description-missing")], ["b.md"])
        self.assertEqual([line for _, line, _ in self.found(result, "alt-missing")], [7, 15])

    def test_pages_that_are_long(self):
        self.write({"README.md": "# A\n\n" + "word " * 4100, "b.md": "# B\n\n" + "word " * 3900, "c.md": "# C\n\n" + "字" * 8200})
        self.assertEqual([path for path, _, _ in self.found(self.check(), "page-long")], ["README.md", "c.md"])

    def test_a_build_says_none_of_it(self):
        self.write({"README.md": "# A\n\n#### B\n\n![](a.png)\n", "a.png": "x", "b.png": "x"})
        self.assertEqual(self.run_kbgen("build", "site").findings, [])


class Quiet(Check):
    def test_settings_of_rules(self):
        self.write({"README.md": "---\ndescription: x\n---\n\n# A\n\n[x](none.md)\n\n#### B\n"})
        (self.folder / "site/kbgen.yml").write_text("rules:\n  link-target: error\n  heading-skip: off\n  page-lng: off\n  page-long: loud\n")
        result = self.check()
        self.assertEqual(result.status, 1)
        self.assertEqual([(finding["rule"], finding["severity"]) for finding in result.findings], [("link-target", "error"), ("setting-unknown", "warning"), ("setting-type", "warning")])
        self.assertIn("did you mean “page-long”?", result.err)
        self.assertEqual(self.run_kbgen("build", "site").status, 1)

    def test_comments(self):
        self.write({
            "README.md": "---\n# kbgen-ignore-file description-missing\n---\n\n# A\n\n<!-- kbgen-ignore link-target -->\n\n[x](none.md)\n\n[y](none.md)\n\n[z](none.md) <!-- kbgen-ignore -->\n\n"
                         "<!-- kbgen-ignore heading-skip -->\n[v](none.md)\n",
            "b.md": "<!-- kbgen-ignore-file -->\n\n# B\n\n[x](none.md)\n"})
        self.assertEqual([(finding["path"], int(finding["line"]), finding["rule"]) for finding in self.check().findings], [("README.md", 11, "link-target"), ("README.md", 16, "link-target")])
        self.assertNotIn("kbgen-ignore", self.run_kbgen("build", "site").err)


    def test_code_is_no_comment_and_misspelt_rules_are_told(self):
        for text in ("Write `<!-- kbgen-ignore-file -->` so.", "```\n<!-- kbgen-ignore-file -->\n```", "> ```\n> <!-- kbgen-ignore-file -->\n> ```", "    <!-- kbgen-ignore-file -->"):
            self.write({"README.md": f"# A\n\n{text}\n\n[x](none.md)\n"})
            self.assertIn("link-target", self.check().rules, text)
        self.write({"README.md": "# A\n\n<!-- kbgen-ignore link-targt -->\n[x](none.md)\n"})
        result = self.check()
        self.assertIn("link-target", result.rules)
        self.assertEqual(self.found(result, "setting-unknown"), [("README.md", 3, "there is no rule “link-targt” to be ignored")])


class Forms(Check):
    def setUp(self):
        super().setUp()
        self.write({"README.md": "---\ndescription: x\n---\n\n# Ä\n\näö [x](no%20ne.md)\n", "a b.md": "# 100%, really: no\n\n#### x\n"})

    def test_sarif(self):
        result = self.check("--format", "sarif")
        log = json.loads(result.out)
        self.assertEqual(log["version"], "2.1.0")
        run = log["runs"][0]
        self.assertEqual(run["tool"]["driver"]["name"], "kbgen")
        names = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        self.assertEqual(len(names), len(set(names)))
        finding = next(entry for entry in run["results"] if entry["ruleId"] == "link-target")
        self.assertEqual(names[finding["ruleIndex"]], "link-target")
        self.assertEqual(finding["level"], "warning")
        place = finding["locations"][0]["physicalLocation"]
        self.assertEqual(place, {"artifactLocation": {"uri": "site/Content/README.md"}, "region": {"startLine": 7, "startColumn": 4}})
        self.assertIn("site/Content/a%20b.md", result.out)
        self.assertEqual(result.err, "")

    def test_annotations_of_github(self):
        result = self.check("--format", "github")
        self.assertIn("::warning file=site/Content/README.md,line=7,col=4,title=link-target::there is no page “no ne.md”", result.out)
        self.assertIn("::warning file=site/Content/a b.md,line=3,col=1,title=heading-skip::", result.out)
        there = self.check(GITHUB_ACTIONS="true")
        self.assertIn("::warning file=", there.out)
        self.assertIn("README.md:7:4: warning", there.err)

    def test_json_in_both_ways(self):
        self.assertEqual(self.check("--json").json["diagnostics"], self.check("--format", "json").json["diagnostics"])
        self.assertEqual(self.check("--json", "--format", "sarif").status, 64)


class Fixing(Check):
    def setUp(self):
        super().setUp()
        self.content = self.write({
            "SUMMARY.md": "* [Home](readme.md)\n* [Setup](old/setup-guide.md)\n* [Two](twice.md)\n",
            "README.md": "# Home\n\n[case](Guide/Setup-Guide.md#part) and [moved](setup-guide.md \"t\")\n\n[The setup guide](broken-reference) [other](broken-reference)\n\n"
                         "[two](x/twice.md)\n\n<img src=\"images/PIC.png\" alt=\"a\">\n\n`[code](setup-guide.md)`\n",
            "guide/setup-guide.md": "# The setup guide\n\n## Part\n\n[Home](/Readme.md)\n", "a/twice.md": "# Twice\n", "b/twice.md": "# Twice again\n", "images/pic.png": "x"})

    def texts(self):
        return {str(file.relative_to(self.content)): file.read_text() for file in self.content.rglob("*.md")}

    def test_a_diff_changes_nothing(self):
        before = self.texts()
        result = self.check("--fix", "--dry-run")
        self.assertEqual(result.status, 0)
        self.assertEqual(self.texts(), before)
        self.assertIn("--- a/site/Content/README.md\n+++ b/site/Content/README.md\n@@ -1,", result.out)
        self.assertIn("-[case](Guide/Setup-Guide.md#part) and [moved](setup-guide.md \"t\")\n+[case](guide/setup-guide.md#part) and [moved](guide/setup-guide.md \"t\")\n", result.out)
        self.assertEqual(self.check("--dry-run").status, 64)

    def test_what_has_one_answer_is_mended_and_nothing_else(self):
        self.check("--fix")
        texts = self.texts()
        self.assertEqual(texts["README.md"], "# Home\n\n[case](guide/setup-guide.md#part) and [moved](guide/setup-guide.md \"t\")\n\n[The setup guide](guide/setup-guide.md) "
                         "[other](broken-reference)\n\n[two](x/twice.md)\n\n<img src=\"images/pic.png\" alt=\"a\">\n\n`[code](setup-guide.md)`\n")
        self.assertEqual(texts["SUMMARY.md"], "* [Home](README.md)\n* [Setup](guide/setup-guide.md)\n* [Two](twice.md)\n")
        self.assertIn("[Home](/README.md)", texts["guide/setup-guide.md"])
        again = self.check("--fix")
        self.assertIn("Fixed 0 addresses", again.err)
        self.assertEqual(sorted(set(again.rules) & {"link-case", "link-target", "link-placeholder", "summary-missing-page"}), ["link-placeholder", "link-target", "summary-missing-page"])


    def test_the_link_itself_is_mended_wherever_its_address_stands_besides(self):
        (self.content / "README.md").write_text("`[x](Guide/setup-guide.md)` and [x](Guide/setup-guide.md) and [y][r]\n\n```\n[f](Guide/Setup-guide.md)\n```\n\n[r]: Guide/Setup-guide.md\n")
        self.check("--fix")
        self.assertEqual((self.content / "README.md").read_text(),
                         "`[x](Guide/setup-guide.md)` and [x](guide/setup-guide.md) and [y][r]\n\n```\n[f](Guide/Setup-guide.md)\n```\n\n[r]: guide/setup-guide.md\n")

    def test_a_common_word_is_no_title(self):
        self.write({"room.md": "# Room\n", "README.md": "# Home\n\nA [room](broken-reference) and the [Room](broken-reference).\n", "SUMMARY.md": "* [H](README.md)\n* [R](room.md)\n"})
        self.check("--fix")
        self.assertEqual((self.content / "README.md").read_text(), "# Home\n\nA [room](broken-reference) and the [Room](room.md).\n")

    def test_a_page_is_never_taken_for_a_template(self):
        content = self.write({"README.md": "# Home\n\n[b](B.md)\n", "b.md": "# B\n\n[a](Templates/a.md)\n", "Templates/a.md": "# A\n\n[b](../B.md)\n"}, "own/Content")
        self.write({"custom.css": "a {}\n"}, "own/Templates")
        result = self.run_kbgen("check", "own", "--fix")
        self.assertIn("Fixed 2 addresses in 2 files", result.err)
        self.assertIn("[b](../b.md)", (content / "Templates/a.md").read_text())
        self.assertEqual([file.name for file in (self.folder / "own/Templates").iterdir()], ["custom.css"])
        self.assertNotIn("template-unknown-file", result.rules)

    def test_the_diff_applies(self):
        self.write({"a b.md": "# A\n\n[x](Readme.md)\n", "SUMMARY.md": "* [Home](README.md)\n* [A](<a b.md>)\n"})
        diff = self.check("--fix", "--dry-run").out
        for command in (["git", "apply", "-"], ["patch", "-p1"]):
            if shutil.which(command[0]):
                shutil.copytree(self.folder / "site", self.folder / command[0] / "site")
                subprocess.run(command, cwd=self.folder / command[0], input=diff.encode(), check=True, capture_output=True)
                self.assertIn("[x](README.md)", (self.folder / command[0] / "site/Content/a b.md").read_text())
        elsewhere = self.run_kbgen("check", self.folder / "site", "--fix", "--dry-run").out
        self.assertEqual(elsewhere, diff)


class External(Check):
    def test_dead_links_are_found_and_live_ones_remembered(self):
        asked = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_HEAD(self):
                asked.append(self.path)
                status = {"/gone": 404, "/no-head": 404 if self.command == "HEAD" else 200, "/private": 403}.get(self.path, 200)
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            do_GET = do_HEAD

            def log_message(self, format, *arguments):
                """Says nothing."""

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        base = f"http://127.0.0.1:{server.server_port}"
        self.write({"README.md": f"# A\n\n[a]({base}/there#part) [b]({base}/gone) [c]({base}/no-head) [d]({base}/private)\n\n[e](http://127.0.0.1:1/)\n"})
        self.assertEqual(self.found(self.check(), "link-dead"), [])
        self.assertEqual(asked, [])
        dead = self.found(self.check("--external"), "link-dead")
        self.assertEqual([(line, message.split("” is dead: ")[0]) for _, line, message in dead], [(3, f"“{base}/gone"), (5, "“http://127.0.0.1:1/")])
        self.assertIn("the answer is 404", dead[0][2])
        asked.clear()
        self.assertEqual(len(self.found(self.check("--external"), "link-dead")), 2)
        self.assertEqual(set(asked), {"/gone"})


if __name__ == "__main__":
    unittest.main()
