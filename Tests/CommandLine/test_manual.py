"""What the manual promises is so: its messages, its jobs for continuous integration, its schemas, its manual page."""
import json
import os
import re
import shutil
import subprocess
import unittest

from command import KBGEN, REPOSITORY, CommandTest

CONTENT = REPOSITORY / "Content"
#: Each ends with the name of its rule; what its files hold may look like a title.
SECTION = re.compile(r"^## (.+?)\n(.*?)^The rule: ", re.M | re.S)
FILE = re.compile(r"^`([^`\n]+)`:\n\n````\w+\n(.*?)````$", re.M | re.S)
MESSAGE = re.compile(r"^```text\n(.*?)\n```$", re.M | re.S)


class Messages(CommandTest):
    """The page of messages is their golden test: each of its files gives the message that stands below it."""

    def test_each_is_as_the_manual_shows_it(self):
        sections = SECTION.findall((CONTENT / "reference/messages.md").read_text())
        self.assertGreaterEqual(len(sections), 20)
        for title, text in sections:
            with self.subTest(title):
                site = self.folder / re.sub(r"\W", "-", title)
                files = dict(FILE.findall(text)) or {"README.md": "# Café\n".encode("latin-1")}
                message = MESSAGE.search(text)[1]
                for path, content in files.items():
                    below = "" if path == "kbgen.yml" or path.startswith("Templates/") else "Content"
                    self.write({path: content}, site / below)
                self.write({"images/window.png": "x"}, site / "Content")
                if not any(path.endswith("README.md") for path in files):
                    self.write({"home.md": "# Home\n"}, site / "Content")
                said = self.run_kbgen("check", site, "--quiet").err
                self.assertIn(f"\n{message}\n", f"\n{said}")
                self.assertIn("help: ", message, "it says what to do")


class Jobs(CommandTest):
    """The commands of the jobs, run with kbgen in the place of what they fetch."""

    def commands(self, page):
        for block in re.findall(r"^ *```(?:yaml|sh)\n(.*?)^ *```", (CONTENT / page).read_text(), re.M | re.S):
            yield from re.findall(r"(?:run: |- |^)(\./kbgen [^\n]+)", block, re.M)

    def test_they_run(self):
        shutil.copy(KBGEN, self.folder / "kbgen")
        self.write({"README.md": "---\ndescription: Home.\n---\n\n# Home\n"}, "Content")
        seen = []
        for page in ("deploy/continuous-integration.md", "deploy/github-pages.md", "deploy/gitlab-pages.md"):
            for command in self.commands(page):
                seen.append(command)
                command = command.replace("${{ steps.pages.outputs.base_url }}", "https://acme.example/help")
                process = subprocess.run(
                    ["sh", "-ec", command], cwd=self.folder, capture_output=True, text=True, env={**os.environ, "CI_PAGES_URL": "https://acme.example/"}, timeout=60)
                self.assertEqual(process.returncode, 0, f"{command}\n{process.stderr}")
        self.assertGreaterEqual(len(seen), 6)
        self.assertEqual(json.loads((self.folder / "kbgen.sarif").read_text())["version"], "2.1.0")
        self.assertIn("https://acme.example/", (self.folder / "public/sitemap.xml").read_text())


class Snippets(CommandTest):
    """What the manual shows to be copied is understood by the program. Pages that show faults are left out."""

    def blocks(self, language):
        for page in sorted(CONTENT.rglob("*.md")):
            if page.parent.name == "rules" or page.name == "messages.md":
                continue
            for indent, block in re.findall(rf"^( *)```{language}\n(.*?)^ *```$", page.read_text(), re.M | re.S):
                yield f"{page.relative_to(CONTENT)}: {block[:60]!r}", re.sub(rf"^{indent}", "", block, flags=re.M)

    def test_settings(self):
        known = set(json.loads(self.run_kbgen("schema", "kbgen.yml").out)["properties"])
        seen = 0
        for place, block in self.blocks("yaml"):
            keys = re.findall(r"^([\w-]+):", block, re.M)
            if not keys or not set(keys) <= known or block.startswith("---"):
                continue
            seen += 1
            with self.subTest(place):
                self.write({"Content/README.md": "# Home\n", "kbgen.yml": block}, f"site{seen}")
                self.assertEqual(set(self.run_kbgen("check", f"site{seen}").rules) & {"yaml-syntax", "setting-unknown", "setting-type", "setting-repeated"}, set())
        self.assertGreaterEqual(seen, 20)

    def test_front_matter(self):
        seen = 0
        for language in ("yaml", "markdown"):
            for place, block in self.blocks(language):
                if not block.startswith("---\n"):
                    continue
                seen += 1
                with self.subTest(place):
                    self.write({"README.md": block if block.count("---\n") > 1 else block + "---\n"}, f"page{seen}/Content")
                    self.assertEqual(set(self.run_kbgen("check", f"page{seen}").rules) & {"yaml-syntax", "setting-unknown", "setting-type", "front-matter"}, set())
        self.assertGreaterEqual(seen, 3)

    def test_commands(self):
        helps, seen = {}, 0
        for place, block in self.blocks("sh"):
            for line in re.findall(r"(?:^|[|&;] *)(?:\./)?kbgen ([^\n|;&]+)", block.replace("\\\n", " "), re.M):
                command, *words = line.split(" #")[0].split()
                with self.subTest(f"{place}: {line}"):
                    seen += 1
                    if command not in helps:
                        helps[command] = self.run_kbgen("help", command).out
                    self.assertIn(f"USAGE: kbgen {command}" if not command.startswith("-") else "", helps[command])
                    for option in (word.split("=")[0] for word in words if word.startswith("--")):
                        self.assertRegex(helps[command], rf"(?<![\w-]){option}(?![\w-])")
        self.assertGreaterEqual(seen, 25)

    def test_json(self):
        for place, block in self.blocks("json"):
            with self.subTest(place):
                json.loads(block)


class Editors(CommandTest):
    def test_schemas_know_what_the_program_knows(self):
        settings = json.loads(self.run_kbgen("schema", "kbgen.yml").out)
        named = set(re.findall(r"^## ([a-z-]+)$", (CONTENT / "reference/configuration.md").read_text(), re.M))
        self.assertEqual(set(settings["properties"]), named)
        pages = set((CONTENT / "rules").glob("*.md")) - {CONTENT / "rules/README.md"}
        rules = {rule for page in pages for rule in re.findall(r"^## ([a-z-]+)$", page.read_text(), re.M)}
        self.assertEqual(set(settings["properties"]["rules"]["properties"]), rules)
        self.write({"README.md": "# Home\n"})
        (self.folder / "site/kbgen.yml").write_text("".join(f"{name}: null\n" for name in settings["properties"]))
        self.assertNotIn("setting-unknown", self.run_kbgen("build", "site").rules)
        fields = json.loads(self.run_kbgen("schema", "front-matter").out)["properties"]
        named = set(re.findall(r"^- `([\w-]+)`:", (CONTENT / "writing/front-matter.md").read_text().split("## Layout")[0], re.M))
        self.assertEqual(set(fields), named)
        self.assertEqual(self.run_kbgen("schema", "other").status, 64)

    def test_the_manual_page_and_completion_name_every_command(self):
        page = self.run_kbgen("man").out
        script = self.run_kbgen("--generate-completion-script", "bash").out
        help_text = self.run_kbgen("help").err + self.run_kbgen("help").out
        commands = re.findall(r"^  ([a-z-]+) {2,}", help_text.split("SUBCOMMANDS:")[1], re.M)
        self.assertGreaterEqual(len(commands), 11)
        for command in commands:
            if command != "help":
                self.assertIn(f".SS kbgen {command}\n", page)
            self.assertIn(command, script)
        manual = (CONTENT / "reference/commands.md").read_text()
        for command in commands:
            self.assertIn(f"kbgen {command}", manual)


class New(CommandTest):
    def test_pages_and_articles(self):
        self.run_kbgen("new", "site")
        article = self.run_kbgen("new", "--article", "The [app] does not *start*", "site")
        self.assertEqual(article.status, 0)
        self.assertEqual(self.run_kbgen("new", "--page", "Opening hours", "--file", "about/hours", "site").status, 0)
        self.assertEqual(self.run_kbgen("check", "site").findings, [])
        guide = json.loads(self.run_kbgen("guide", "--format", "json", "site/Content/the-app-does-not-start.md").out)
        kinds = [node["kind"] for node in guide["nodes"]]
        self.assertIn("escalation", kinds)
        self.assertGreaterEqual(sum(kind in ("remedy", "cause", "check") for kind in kinds), 3)
        self.assertIn("* [Opening hours](about/hours.md)\n", self.read("site/Content/SUMMARY.md"))
        self.run_kbgen("build", "site")
        self.assertIn("The [app] does not *start*", self.read("site/Output/the-app-does-not-start/index.html"))

    def test_pages_are_listed_where_they_belong(self):
        summary = "# Contents\n\n* [Home](README.md)\n\n## Guides <a href=\"#g\" id=\"g\"></a>\n\n* [First](guides/first.md)\n  * [Deep](guides/deep.md)\n* [Second](guides/second.md)\n\n## Empty\n"
        self.write({"README.md": "# Home\n", "SUMMARY.md": summary, "guides/first.md": "# First\n", "guides/deep.md": "# Deep\n", "guides/second.md": "# Second\n"})
        for arguments in (["--article", "It fails", "--under", "guides"], ["--page", "Deeper", "--under", "guides/first.md"], ["--page", "Below", "--under", "Second"],
                          ["--page", "Lone", "--under", "Empty"], ["--page", "Last"]):
            result = self.run_kbgen("new", *arguments, "site")
            self.assertEqual(result.status, 0, result.err)
        self.assertEqual(self.read("site/Content/SUMMARY.md"), summary.replace("  * [Deep](guides/deep.md)\n", "  * [Deep](guides/deep.md)\n  * [Deeper](guides/deeper.md)\n").replace(
            "* [Second](guides/second.md)\n", "* [Second](guides/second.md)\n  * [Below](guides/below.md)\n* [It fails](guides/it-fails.md)\n") + "\n* [Lone](lone.md)\n* [Last](last.md)\n")
        result = self.run_kbgen("new", "--page", "x", "--under", "Nothing like it", "site")
        self.assertEqual((result.status, (self.folder / "site/Content/x.md").exists()), (74, False))
        self.assertIn("neither a group nor a page “Nothing like it”", result.err)
        self.assertEqual(self.run_kbgen("build", "site").status, 0)

    def test_the_layout_of_gitbook_is_honoured(self):
        self.write({".gitbook.yaml": "root: ./docs/\nstructure:\n  summary: toc/list.md\n", "docs/README.md": "# Home\n", "docs/toc/list.md": "* [Home](../README.md)\n"}, "repo")
        self.assertEqual(self.run_kbgen("new", "--page", "Second", "repo").status, 0)
        self.assertEqual(self.read("repo/docs/toc/list.md"), "* [Home](../README.md)\n* [Second](../second.md)\n")
        self.assertEqual(self.run_kbgen("build", "repo", "--output", "out").findings, [])
        self.assertTrue((self.folder / "out/second/index.html").exists())

    def test_nothing_is_written_over_or_outside(self):
        self.run_kbgen("new", "site")
        before = self.read("site/Content/README.md")
        self.assertEqual(self.run_kbgen("new", "--page", "x", "--file", "README", "site").status, 74)
        self.assertEqual(self.read("site/Content/README.md"), before)
        for file in ("../x", "/tmp/x", ".x/y", "a//b"):
            self.assertEqual(self.run_kbgen("new", "--page", "x", "--file", file, "site").status, 74, file)
        self.assertEqual(self.run_kbgen("new", "--page", "Summary", "site").status, 0)
        self.assertEqual(self.run_kbgen("new", "--page", "x", "--file", "readME", "site").status, 74)
        self.assertEqual(self.run_kbgen("new").status, 64)
        self.assertEqual(self.run_kbgen("new", "--page", "x", "none").status, 66)


if __name__ == "__main__":
    unittest.main()
