"""Symbolic links: none publishes what is hidden, and nothing is written through one."""
import os
import shutil
import subprocess
import threading
import time
import unittest

from command import KBGEN, CommandTest

SECRET = "url = https://token@git.example/repository"


class LinksToWhatIsHidden(CommandTest):
    def setUp(self):
        super().setUp()
        self.content = self.write({
            "README.md": "# Home\n\n[a](notes.txt) [b](pages/config) [c](data/config) ![d](picture.png)\n\n"
                         "{% include \"included.md\" %}\n\n[e](page.md) [f](chain.txt) [g](seen.txt) [h](.gitbook/x) [i](installed.txt)\n",
            ".git/config": SECRET, ".git/page.md": f"# Page\n\n{SECRET}\n", ".env": SECRET, "node_modules/a/secret.txt": SECRET,
            "visible/deep/seen.txt": "for everybody"})

    def build(self):
        result = self.run_kbgen("build", "site")
        published = [path for path in (self.folder / "site/Output").rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]
        self.assertEqual(published, [])
        return result

    def test_no_way_publishes_a_hidden_file(self):
        links = {"notes.txt": ".git/config", "pages": ".git", "data": "hop", "hop": ".git", "picture.png": ".env", "included.md": ".git/page.md",
                 "page.md": ".git/page.md", "chain.txt": "chain2", "chain2": ".env", "installed.txt": "node_modules/a/secret.txt", ".gitbook": ".git"}
        for name, target in links.items():
            (self.content / name).symlink_to(target)
        (self.content / "seen.txt").symlink_to("visible/deep/seen.txt")
        result = self.build()
        refused = {finding["path"] for finding in result.findings if finding["rule"] == "symlink-outside"}
        self.assertEqual(refused, set(links))
        self.assertEqual(self.read("site/Output/seen.txt"), "for everybody")

    def test_no_way_through_the_repositorys_own_settings(self):
        for settings in ["root: .git", "root: ./.git/", "root: link"]:
            with self.subTest(settings):
                self.write({".gitbook.yaml": settings + "\n"})
                if not (self.content / "link").is_symlink():
                    (self.content / "link").symlink_to(".git")
                self.assertIn("setting-type", self.build().rules)
        (self.content / ".gitbook.yaml").unlink()
        (self.content / ".gitbook.yaml").symlink_to(".env")
        self.assertNotIn("token", self.build().err)

    def test_an_earlier_site_in_the_content_is_none_either(self):
        self.write({"old/_kb/.kbgen": "", "old/draft.txt": SECRET})
        (self.content / "notes.txt").symlink_to("old/draft.txt")
        self.assertIn("symlink-outside", self.build().rules)


class LinksDuringABuild(CommandTest):
    def test_a_file_that_becomes_a_link_is_not_followed(self):
        """A file and a folder become links to what is outside, and files again, while builds run."""
        (self.folder / "secret").mkdir()
        (self.folder / "secret/file.txt").write_text(SECRET)
        content = self.write({"README.md": "# Home\n\n[a](file.txt) [b](folder/file.txt)\n", "file.txt": "a", "folder/file.txt": "b"})
        done = threading.Event()

        def swap():
            while not done.is_set():
                for name, target in [("file.txt", "../../secret/file.txt"), ("folder", "../../secret")]:
                    os.symlink(target, content / "new")
                    os.rename(content / name, content / ".old")
                    os.rename(content / "new", content / name)
                    time.sleep(0.002)
                    os.unlink(content / name)
                    os.rename(content / ".old", content / name)
                time.sleep(0.002)

        thread = threading.Thread(target=swap)
        thread.start()
        try:
            for _ in range(60):
                self.run_kbgen("build", "site", "--clean", "--quiet")
                for path in (self.folder / "site/Output").rglob("file*.txt"):
                    self.assertNotEqual(path.read_text(), SECRET)
        finally:
            done.set()
            thread.join()


class PartsOfTheSiteThatAreLinks(CommandTest):
    """A site of many hands may hold a link where a folder is looked for by its name."""

    def test_they_do_not_lead_out_unless_named(self):
        self.write({"README.md": "# Home\n"})
        outside = self.folder / "outside"
        self.write({"README.md": "# Outside\n", "page.mustache": "x"}, below="outside")
        for name in ["Templates", "Output", "kbgen.yml"]:
            with self.subTest(name):
                shutil.rmtree(self.folder / "site/Output", ignore_errors=True)
                link = self.folder / "site" / name
                link.symlink_to(outside / "kbgen.yml" if name == "kbgen.yml" else outside)
                (outside / "kbgen.yml").write_text("title: Outside\n")
                result = self.run_kbgen("build", "site")
                self.assertNotEqual(result.status, 0)
                self.assertIn("leads out of the site", result.err)
                option = {"Templates": "--templates", "Output": "--output", "kbgen.yml": "--config"}[name]
                self.assertNotIn("leads out of the site", self.run_kbgen("build", "site", option, outside / "kbgen.yml" if name == "kbgen.yml" else outside).err)
                link.unlink()
        self.assertFalse((outside / "index.html").exists(), "nothing was written there")

    def test_they_do_not_lead_to_what_is_hidden(self):
        (self.folder / "site/.git").mkdir(parents=True)
        (self.folder / "site/.git/x.md").write_text(SECRET)
        (self.folder / "site/Content").symlink_to(".git")
        self.assertIn("leads out of the site", self.run_kbgen("build", "site").err)

    def test_they_may_lead_elsewhere_in_the_site(self):
        self.write({"README.md": "# Home\n"}, below="site/docs")
        (self.folder / "site/Content").symlink_to("docs")
        self.assertEqual(self.run_kbgen("build", "site").status, 0)


class WritingThroughLinks(CommandTest):
    def setUp(self):
        super().setUp()
        self.write({"README.md": "# Home\n"})
        self.victim = self.folder / "victim"
        self.victim.mkdir()
        for name in ["file", "Output.build", "Output.pages", ".gitignore", "Output.twin/file"]:
            (self.victim / name).parent.mkdir(exist_ok=True)
            (self.victim / name).write_text("precious")

    def assert_untouched(self):
        files = sorted(path for path in self.victim.rglob("*") if path.is_file())
        self.assertEqual([path.read_text() for path in files], ["precious"] * 5)

    def test_files_of_the_cache(self):
        (self.folder / "site/.kbgen").mkdir()
        for name in ["Output.build", "Output.pages", ".gitignore", "Output.twin"]:
            (self.folder / "site/.kbgen" / name).symlink_to(self.victim / ("file" if name != "Output.twin" else "Output.twin"))
        for text in ["# Home\n", "# Home\n\nmore\n", "# Home\n\nmore still\n"]:
            self.write({"README.md": text})
            self.assertEqual(self.run_kbgen("build", "site").status, 0)
            self.assert_untouched()
        self.assertFalse((self.folder / "site/.kbgen/Output.build").is_symlink())

    def test_the_cache_itself(self):
        (self.folder / "site/.kbgen").symlink_to(self.victim)
        result = self.run_kbgen("build", "site")
        self.assertEqual(result.status, 74)
        self.assertIn("symbolic link", result.err)
        self.run_kbgen("check", "site", "--external")
        self.assert_untouched()

    def test_staging_folders(self):
        for name in [".Output.kbgen", ".Output.kbgen.old"]:
            (self.folder / "site" / name).symlink_to(self.victim)
        self.assertEqual(self.run_kbgen("build", "site").status, 0)
        self.assert_untouched()

    def test_links_in_the_output(self):
        self.run_kbgen("build", "site")
        page = self.folder / "site/Output/index.html"
        copy = self.folder / "copy.html"
        copy.write_bytes(page.read_bytes())
        page.unlink()
        page.symlink_to(copy)
        self.write({"README.md": "# Home\n", "other.md": "# Other\n"})
        self.run_kbgen("build", "site")
        self.assertFalse(page.is_symlink())

    def test_new_pages(self):
        content = self.folder / "site/Content"
        (content / "out").symlink_to(self.victim)
        (content / "taken.md").symlink_to(self.victim / "file")
        (content / "inner").mkdir()
        (content / "inner/out").symlink_to(self.victim)
        for path in ["out/new.md", "inner/out/deep/new.md", "taken.md"]:
            self.assertEqual(self.run_kbgen("new", "--page", "T", "--file", path, "site").status, 74, path)
        (content / "SUMMARY.md").symlink_to(self.victim / "file")
        self.run_kbgen("new", "--page", "T", "--file", "fine.md", "site")
        self.assert_untouched()

    def test_fixes(self):
        (self.folder / "site/Content/a.md").write_text("# A\n\n[x](readme.md)\n")
        (self.folder / "site/Content/b.md").symlink_to("a.md")
        self.run_kbgen("check", "site", "--fix")
        self.assertTrue((self.folder / "site/Content/b.md").is_symlink())
        self.assertIn("(README.md)", self.read("site/Content/a.md"))


if __name__ == "__main__":
    unittest.main()
