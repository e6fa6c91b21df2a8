"""After any edit, a build gives what a clean build gives, byte for byte; so does the server. KBGEN_EDITS says how many edits are tried."""
import os
import re
import shutil
import subprocess
import time
import unittest

from command import KBGEN, LONG, SHARED, CommandTest
from edits import Edits
from serving import Server
from test_publishing import same

COUNT = int(os.environ.get("KBGEN_EDITS", "120" if LONG else "20"))


def smallest_corpus():
    """The real repository with the fewest pages, but enough of them."""
    corpora = [folder for folder in (SHARED / "corpora").iterdir() if folder.is_dir()] if (SHARED / "corpora").is_dir() else []
    counted = sorted((len(list(folder.rglob("*.md"))), folder) for folder in corpora)
    return next((folder for count, folder in counted if count >= 40), None)


class Incremental(CommandTest):
    def copy(self):
        corpus = smallest_corpus()
        if corpus is None:
            self.skipTest("../shared/corpora is not here")
        shutil.copytree(corpus, self.folder / "site/Content", ignore=shutil.ignore_patterns(".git"))
        return self.folder / "site/Content"

    def build(self, output, *options):
        return self.run_kbgen("build", "site", "--output", output, *options)

    def test_a_build_after_an_edit_is_a_clean_build(self):
        self.check(Edits(self.copy(), seed=7, templates=self.folder / "site/Templates"), COUNT)

    def test_so_it_is_on_a_site_of_several_spaces(self):
        corpus = smallest_corpus()
        if corpus is None:
            self.skipTest("../shared/corpora is not here")
        for name in ("one/en", "one/de", "two"):
            shutil.copytree(corpus, self.folder / "site/Content" / name, ignore=shutil.ignore_patterns(".git"))
        (self.folder / "site/kbgen.yml").write_text("""spaces:
  - {folder: one/en, section: One, language: en, address: first}
  - {folder: one/de, section: One, language: de}
  - {folder: two, section: Two, version: "1", state: old}
""")
        self.check(Edits(self.folder / "site/Content", seed=8), COUNT // 4)

    def check(self, edits, count):
        self.build("kept")
        done = []
        for number in range(count):
            done.append(edits.apply())
            # Now and then several edits, or none, lie between two builds.
            if number % 5 == 3:
                continue
            kept, clean = self.build("kept"), self.build("clean", "--clean")
            self.assertEqual(re.sub(r"into .*", "", kept.err), re.sub(r"into .*", "", clean.err), done[-3:])
            self.assertTrue(same(self.folder / "kept", self.folder / "clean"), done[-3:])

    def test_nothing_is_done_where_nothing_changed_and_the_same_is_said(self):
        self.copy()
        first = self.build("kept")
        page = self.folder / "kept/index.html"
        before = (page.stat().st_ino, page.parent.stat().st_ino)
        again = self.build("kept")
        self.assertEqual(again.findings, first.findings)
        self.assertEqual(again.status, first.status)
        # A site that is written again stands in another folder, though files that did not change are the same.
        self.assertEqual((page.stat().st_ino, page.parent.stat().st_ino), before)

    def test_what_others_do_to_the_output_is_undone(self):
        self.copy()
        self.build("clean", "--clean")
        for harm in (lambda page: page.write_text("x"), lambda page: page.unlink(), lambda page: (page.parent / "more.txt").write_text("x")):
            self.build("kept")
            harm(self.folder / "kept/index.html")
            self.build("kept")
            self.assertTrue(same(self.folder / "kept", self.folder / "clean"))

    def test_a_change_of_the_output_that_leaves_size_and_time_is_undone(self):
        self.write({"README.md": "# Home\n\nabc\n"})
        self.run_kbgen("build", "site")
        page = self.folder / "site/Output/index.html"
        before = page.stat()
        page.write_text(page.read_text().replace("abc", "xyz"))
        os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
        self.run_kbgen("build", "site")
        self.assertIn("abc", page.read_text())

    def test_a_damaged_cache_is_not_believed(self):
        content = self.copy()
        self.build("kept")
        page = next(content.rglob("README.md"))
        for name in ("kept.build", "kept.pages"):
            record = self.folder / ".kbgen" / name
            whole = record.read_bytes()
            for damage in (b"", whole[:len(whole) // 2], bytes([whole[0] ^ 1]) + whole[1:], whole[::-1], os.urandom(5000), whole):
                page.write_text(page.read_text() + "\n\nAn edit.\n")
                record.write_bytes(damage)
                self.build("kept")
                self.build("clean", "--clean")
                self.assertTrue(same(self.folder / "kept", self.folder / "clean"), (name, damage[:20]))
        shutil.rmtree(self.folder / ".kbgen")
        self.assertEqual(self.build("kept").status, 0)

    def test_another_text_of_a_page_concerns_the_page_alone(self):
        """Of a site that has a twin beside it, files are the same that a change does not concern."""
        content = self.copy()
        self.build("kept")
        page = next(content.rglob("README.md"))
        others = [file for file in (self.folder / "kept").rglob("index.html") if file.parent != self.folder / "kept"]
        before = [(file.stat().st_ino, file.stat().st_mtime_ns) for file in others]
        for number in range(3):
            page.write_text(page.read_text() + f"\n\nEdit {number}.\n")
            self.build("kept")
            self.assertTrue((self.folder / ".kbgen/kept.twin").is_dir())
            self.assertIn(f"Edit {number}.", self.read("kept/index.html"))
        self.assertEqual(sum((file.stat().st_ino, file.stat().st_mtime_ns) != old for file, old in zip(others, before)), 0)

    def test_a_twin_that_others_touched_is_not_believed(self):
        content = self.copy()
        self.build("kept")
        page = next(content.rglob("README.md"))
        twin = self.folder / ".kbgen/kept.twin"
        for harm in (lambda: (twin / "index.html").unlink(), lambda: (twin / "_kb/more.txt").write_text("x"), lambda: shutil.rmtree(twin / "_kb/search"),
                     lambda: (twin / "llms.txt").replace(twin / "robots.txt"), lambda: shutil.rmtree(twin), lambda: twin.with_name("kept.build").touch()):
            for number in range(2):
                page.write_text(page.read_text() + "\n\nAn edit.\n")
                self.build("kept")
            harm()
            page.write_text(page.read_text() + "\n\nAn edit.\n")
            self.build("kept")
            self.build("clean", "--clean")
            self.assertTrue(same(self.folder / "kept", self.folder / "clean"))

    def test_a_change_that_leaves_size_and_time_is_seen(self):
        content = self.write({"README.md": "# Home\n\nabc\n"})
        self.run_kbgen("build", "site")
        time_before = (content / "README.md").stat().st_mtime_ns
        (content / "README.md").write_text("# Home\n\nxyz\n")
        os.utime(content / "README.md", ns=(time_before, time_before))
        self.run_kbgen("build", "site")
        self.assertIn("xyz", self.read("site/Output/index.html"))

    def test_another_base_url_builds_anew(self):
        self.write({"README.md": "# Home\n"})
        self.run_kbgen("build", "site")
        self.run_kbgen("build", "site", "--base-url", "https://kb.example/")
        self.assertIn("https://kb.example/", self.read("site/Output/sitemap.xml"))

    def test_another_program_builds_anew(self):
        self.write({"README.md": "# Home\n"})
        program = self.folder / "kbgen"
        shutil.copy(KBGEN, program)
        output = self.folder / "site/Output"

        def build():
            before = output.stat().st_ino if output.exists() else 0
            subprocess.run([program, "build", "site", "--quiet"], cwd=self.folder, check=True)
            return output.stat().st_ino != before
        self.assertTrue(build())
        self.assertFalse(build())
        shutil.copy(KBGEN, self.folder / "other")
        (self.folder / "other").replace(program)
        self.assertTrue(build())
        self.assertFalse(build())

    def test_killed_at_any_moment_the_next_build_is_right(self):
        edits = Edits(self.copy(), seed=11)
        self.build("kept")
        self.build("clean", "--clean")
        for number in range(max(16, COUNT // 5)):
            edits.apply() if number % 2 else edits.words()
            shutil.rmtree(self.folder / "before", ignore_errors=True)
            (self.folder / "clean").rename(self.folder / "before")
            process = subprocess.Popen([KBGEN, "build", "site", "--output", "kept", "--quiet"], cwd=self.folder, stderr=subprocess.DEVNULL)
            time.sleep(0.002 + number * 0.003 % 0.12)
            process.kill()
            process.wait()
            self.build("clean", "--clean")
            self.assertTrue(same(self.folder / "kept", self.folder / "before") or same(self.folder / "kept", self.folder / "clean"))
            self.build("kept")
            self.assertTrue(same(self.folder / "kept", self.folder / "clean"))

    def test_the_server_shows_what_a_build_writes(self):
        content = self.copy()
        edits = Edits(content, seed=23, templates=self.folder / "site/Templates")
        server = Server(self.folder / "site", "--port", 0, "--quiet")
        self.addCleanup(server.stop)
        done = []
        for _ in range(max(4, COUNT // 10)):
            done = [edits.apply() for _ in range(3)]
            self.build("clean", "--clean")
            pages = sorted(path.relative_to(self.folder / "clean") for path in (self.folder / "clean").rglob("index.html"))
            self.assertTrue(server.wait(lambda: all(self.is_same(server, page) for page in pages)), (done, [page for page in pages if not self.is_same(server, page)][:3]))

    def is_same(self, server, page):
        live = re.sub(r"<script src=\"/_kb/live.js\".*?</script>\n", "", server.text("/" + str(page)))
        return live == (self.folder / "clean" / page).read_text()


if __name__ == "__main__":
    unittest.main()
