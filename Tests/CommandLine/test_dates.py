"""When pages last changed, as Git and they themselves say."""
import re
import subprocess
import unittest
import urllib.parse

from command import CommandTest

BASE = "https://kb.example/"


class Dates(CommandTest):
    def git(self, *arguments, day="2026-01-01"):
        # The last hour of the day, at a place where it is the next day already: dates are in UTC.
        time = f"{day}T23:30:00+0000"
        subprocess.run(
            ["git", "-C", self.folder / "site", "-c", "user.name=A", "-c", "user.email=a@example.com", *arguments], check=True, capture_output=True,
            env={"PATH": "/usr/bin:/bin", "GIT_AUTHOR_DATE": time, "GIT_COMMITTER_DATE": time, "HOME": str(self.folder)})

    def commit(self, files, day):
        self.write(files)
        self.git("add", "-A")
        self.git("commit", "-m", "x", day=day)

    def setUp(self):
        super().setUp()
        (self.folder / "site").mkdir()
        (self.folder / "site/kbgen.yml").write_text("last-updated: true\n")
        (self.folder / "site/.gitignore").write_text("Output\n.kbgen\n")
        self.git("init", "-q")
        self.commit({"README.md": "# Home\n\n[A](a.md) [B](b.md)\n\n{% include \"part.md\" %}", "a.md": "# A", "b.md": "# B", "part.md": "One.",
                     "ä ö/ü.md": "# Ü"}, "2025-03-01")
        self.commit({"a.md": "# A\n\nMore."}, "2025-07-31")

    def build(self, *options):
        result = self.run_kbgen("build", "site", "--base-url", BASE, *options)
        self.assertEqual(result.status, 0, result.err)
        return result

    def dates(self):
        """The date of each page in the sitemap, which its HTML must agree with."""
        entries = re.findall(r"<url><loc>https://kb.example/(.*?)</loc>(?:<lastmod>(.*?)</lastmod>)?</url>", self.read("site/Output/sitemap.xml"))
        for path, date in entries:
            html = self.read(f"site/Output/{urllib.parse.unquote(path)}index.html")
            shown = re.search(r'<time datetime="([^"]+)">', html)
            self.assertEqual(shown[1] if shown else "", date)
        return {path: date for path, date in entries}

    def test_a_page_has_the_date_of_the_last_commit_that_changed_it_or_what_it_includes(self):
        self.build()
        dates = self.dates()
        self.assertEqual([dates[""], dates["a/"], dates["b/"]], ["2025-03-01", "2025-07-31", "2025-03-01"])
        self.assertEqual(len(dates), 5)
        self.assertNotIn("", dates.values(), "names in other letters have dates, too")
        html = self.read("site/Output/a/index.html")
        self.assertIn("Last updated on July 31, 2025</time>", html)
        self.assertIn('<meta property="article:modified_time" content="2025-07-31">', html)
        self.commit({"part.md": "Two."}, "2026-02-02")
        self.build()
        self.assertEqual(self.dates()[""], "2026-02-02")

    def test_builds_on_one_commit_are_equal_whatever_was_built_before(self):
        self.build()
        # An edit that is not committed changes no date; a commit that changes nothing else does.
        self.write({"b.md": "# B\n\nEdited."})
        result = self.build("--verbose")
        self.assertIn("1 of 5 pages are built", result.err + result.out)
        self.assertEqual(self.dates()["b/"], "2025-03-01")
        self.git("commit", "-am", "y", day="2026-04-05")
        self.build()
        self.assertEqual(self.dates()["b/"], "2026-04-05")
        first = {path: path.read_bytes() for path in (self.folder / "site/Output").rglob("*") if path.is_file()}
        self.build("--clean")
        self.assertEqual(first, {path: path.read_bytes() for path in (self.folder / "site/Output").rglob("*") if path.is_file()})

    def test_a_pages_own_date_goes_before(self):
        self.write({"b.md": "---\nlast-updated: 2024-02-29T10:00:00Z\n---\n\n# B", "new.md": "# New", "bad.md": "---\nlast-updated: soon\n---\n\n# Bad"})
        result = self.build()
        dates = self.dates()
        self.assertEqual([dates["b/"], dates["new/"], dates["bad/"]], ["2024-02-29", "", ""])
        self.assertEqual(result.rules, ["setting-type"])

    def test_a_page_may_keep_its_date_to_itself(self):
        self.write({"a.md": "---\nlayout:\n  metadata:\n    visible: false\n---\n\n# A"})
        self.build()
        self.assertNotIn("<time", self.read("site/Output/a/index.html"))

    def test_without_history_there_are_no_dates_and_the_writer_learns_why(self):
        subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{self.folder}/site", self.folder / "shallow"], check=True, capture_output=True)
        result = self.run_kbgen("build", "shallow", "--base-url", BASE)
        self.assertEqual((result.status, result.rules), (0, ["dates-missing"]))
        self.assertNotIn("lastmod", self.read("shallow/Output/sitemap.xml"))
        (self.folder / "none").mkdir()
        (self.folder / "none/Content").mkdir()
        (self.folder / "none/Content/README.md").write_text("# Home")
        (self.folder / "none/kbgen.yml").write_text("last-updated: true\n")
        self.assertEqual(self.run_kbgen("build", "none", GIT_CEILING_DIRECTORIES=str(self.folder)).rules, ["dates-missing"])
        self.assertEqual(self.run_kbgen("build", "none", "--clean", PATH="/nowhere").rules, ["dates-missing"])

    def test_a_repository_starts_no_program_of_its_own(self):
        mark = self.folder / "started"
        program = self.folder / "program"
        program.write_text(f"#!/bin/sh\ntouch {mark}\n")
        program.chmod(0o755)
        for key in ("core.fsmonitor", "gpg.program", "core.pager", "diff.external", "core.sshCommand", "core.gitProxy", "core.editor"):
            self.git("config", key, str(program))
        self.git("config", "log.showSignature", "true")
        self.git("config", "core.hooksPath", str(self.folder))
        self.build()
        self.assertEqual(self.dates()["a/"], "2025-07-31")
        self.assertFalse(mark.exists())


if __name__ == "__main__":
    unittest.main()
