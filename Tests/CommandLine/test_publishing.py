"""What stands in Output: the same every time, whole at any moment, never another's."""
import filecmp
import os
import signal
import subprocess
import time
import re
import unittest

from command import KBGEN, SHARED, CommandTest


def same(left, right):
    """Whether two folders hold the same files with the same bytes."""
    comparison = filecmp.dircmp(left, right)
    _, differing, odd = filecmp.cmpfiles(left, right, comparison.common_files, shallow=False)
    if comparison.left_only or comparison.right_only or differing or odd:
        return False
    return all(same(left / name, right / name) for name in comparison.common_dirs)


class Publishing(CommandTest):
    def test_the_same_bytes_every_time(self):
        pages = {f"p{i}/s{i % 7}.md": f"# Page {i}\n\n[n](../p{(i + 1) % 300}/s{(i + 1) % 300 % 7}.md)\n" for i in range(300)}
        self.write(pages, "one/Content")
        self.write(dict(reversed(pages.items())), "two/Content")
        self.assertEqual(self.run_kbgen("build", "one", "--jobs", "1").findings, [])
        self.run_kbgen("build", "two", "--jobs", "2")
        self.assertTrue(same(self.folder / "one/Output", self.folder / "two/Output"))
        self.run_kbgen("build", "two", "--jobs", "2")
        self.assertTrue(same(self.folder / "one/Output", self.folder / "two/Output"), "after a second build")

    def test_pages_that_are_gone_go(self):
        content = self.write({"README.md": "# Home\n", "old.md": "# Old\n"})
        self.run_kbgen("build", "site")
        (content / "old.md").unlink()
        self.run_kbgen("build", "site")
        self.assertEqual(self.published(), ["404.html", "index.html"])

    def test_no_file_of_a_writer_takes_the_place_of_one_of_kbgens(self):
        """Each of these names is one that kbgen writes: the writer's file is published beside it, and the finding says where."""
        names = ["conn/guide.json", "conn/index.html", "conn/index.md", "conn/rss.xml", "conn/guide/index.html", "opensearch.xml", "sitemap.xml", "robots.txt",
                 "llms.txt", "llms-full.txt", "404.html", "search/index.html", "guide.json"]
        # Two of them run in browsers, and are not published on a writer's word at all.
        active = ["opensearch.xml", "sitemap.xml"]
        links = "".join(f"[x]({name}) " for name in names if not name.endswith(".md"))
        self.write({"README.md": f"# Home\n\n{links}\n", "conn.md": "# It does not connect\n\n## Cause 1: A\n\n1. Do this.\n\n## Cause 2: B\n\nCheck that.\n",
                    "SUMMARY.md": "* [Home](README.md)\n* [C](conn.md)\n"} | {name: "MINE" for name in names if not name.endswith(".md")})
        (self.folder / "site/kbgen.yml").write_text("base-url: https://kb.example/\npublish: [conn, search, 404.html]\n")
        result = self.run_kbgen("build", "site")
        output = self.folder / "site/Output"
        self.assertIn('"nodes":', (output / "conn/guide.json").read_text())
        taken = [name for name in names if (output / name).exists() and (output / name).read_text() == "MINE"]
        self.assertEqual(taken, [])
        self.assertEqual(result.rules.count("asset-address"), len(names) - 1 - len(active))
        self.assertEqual(result.rules.count("asset-unsafe"), len(active))
        self.assertEqual((output / "conn/guide-1.json").read_text(), "MINE")
        self.assertIn('href="conn/guide-1.json"', (output / "index.html").read_text())

    def test_a_redirect_never_takes_the_place_of_a_file(self):
        self.write({"README.md": "# Home\n", "conn.md": "# It does not connect\n\n## Cause 1: A\n\n1. Do this.\n\n## Cause 2: B\n\nCheck that.\n"})
        (self.folder / "site/kbgen.yml").write_text("redirects:\n  conn/guide.json: README.md\n  robots.txt: README.md\n  conn/guide: README.md\n")
        result = self.run_kbgen("build", "site")
        self.assertEqual(result.rules.count("redirect-source"), 2)
        self.assertIn('"nodes":', self.read("site/Output/conn/guide.json"))
        self.assertIn("User-agent", self.read("site/Output/robots.txt"))
        self.assertIn("moved", self.read("site/Output/conn/guide/index.html"), "the writer's redirect goes first")

    def test_what_kbgen_did_not_make_stays(self):
        self.write({"README.md": "# Home\n"})
        mine = self.write({"thesis.txt": "the only copy"}, "site/Output")
        result = self.run_kbgen("build", "site")
        self.assertEqual(result.status, 74)
        self.assertIn("--clean", result.err)
        self.assertEqual((mine / "thesis.txt").read_text(), "the only copy")
        self.assertEqual(list(mine.iterdir()), [mine / "thesis.txt"])
        self.assertEqual(self.run_kbgen("build", "site", "--clean").status, 0)
        self.assertFalse((mine / "thesis.txt").exists())

    def test_the_content_cannot_be_the_output(self):
        content = self.write({"README.md": "# Home\n"})
        for output in (content, content.parent):
            for options in ([], ["--clean"]):
                with self.subTest(output=output, options=options):
                    self.assertEqual(self.run_kbgen("build", "site", "--output", output, *options).status, 74)
                    self.assertTrue((content / "README.md").exists())

    def test_an_output_in_the_content_is_no_content(self):
        self.write({"README.md": "# Home\n"})
        for _ in range(2):
            self.assertEqual(self.run_kbgen("build", "site", "--output", "site/Content/public").findings, [])
        self.assertEqual(self.published("site/Content/public"), ["404.html", "index.html"])

    def test_an_output_that_cannot_be_written(self):
        self.write({"README.md": "# Home\n"})
        (self.folder / "file").write_text("x")
        result = self.run_kbgen("build", "site", "--output", self.folder / "file" / "out")
        self.assertEqual(result.status, 74)
        self.assertIn("kbgen: ", result.err)

    def test_killed_at_any_moment_the_site_is_whole(self):
        names = [f"p{i}.md" for i in range(400)]
        content = self.write({"README.md": "# Home\n", **{name: f"# {name}\n\nold\n" for name in names}})
        self.run_kbgen("build", "site", "--quiet")
        output = self.folder / "site/Output"
        for step in range(1, 16):
            for name in names:
                (content / name).write_text(f"# {name}\n\nround {step}\n")
            process = subprocess.Popen([KBGEN, "build", "site", "--quiet"], cwd=self.folder)
            time.sleep(step * 0.004)
            process.send_signal(signal.SIGKILL)
            process.wait()
            stamps = {(output / name[:-3] / "index.md").read_text().split("\n")[2] for name in names}
            self.assertEqual(len(stamps), 1, f"half a site after {step * 4} ms")
        self.assertEqual(self.run_kbgen("build", "site").status, 0, "and the next build is not in the way of the last")
        self.assertEqual(sorted(p.name for p in (self.folder / "site").iterdir()), [".kbgen", "Content", "Output"], "nothing is left over")

    def test_another_build_of_the_same_folder_is_told(self):
        self.write({f"p{i}.md": f"# {i}\n" for i in range(500)})
        first = [subprocess.Popen([KBGEN, "build", "site"], cwd=self.folder, stderr=subprocess.PIPE) for _ in range(4)]
        statuses = [process.wait() for process in first]
        for process in first:
            process.stderr.close()
        self.assertIn(0, statuses)
        self.assertTrue(set(statuses) <= {0, 74}, statuses)
        self.assertEqual(len(self.published()), 502)


class Outline(CommandTest):
    def test_it_has_the_two_highest_levels_that_the_page_uses(self):
        self.write({
            "README.md": "# Home\n\n## One\n\n### Below\n\n#### Deep\n\n## Two\n", "deep.md": "# Deep\n\n##### Small\n\n#### One\n\n##### Below\n\n###### Deepest\n",
            "SUMMARY.md": "* [Home](README.md)\n* [Deep](deep.md)\n"})
        self.assertEqual(self.run_kbgen("build", "site", "--quiet").status, 0)
        shown = [re.findall(r"<li( class=[a-z\"-]+)?><a href=\"#[^\"]*\">([^<]*)</a>", self.read(f"site/Output/{page}index.html").split('class="kb-outline"', 1)[1]) for page in ("", "deep/")]
        self.assertEqual([[(bool(nested), title) for nested, title in page] for page in shown], [
            [(False, "One"), (True, "Below"), (False, "Two")], [(False, "Small"), (False, "One"), (True, "Below")]])


class Landing(CommandTest):
    FAULT = "# {}\n\n## The cable is loose\n\n1. Push it in\n2. Switch it on\n\n## The fuse has blown\n\n1. Replace it\n2. Switch it on\n\n## If nothing helped\n\nWrite to us.\n"

    def test_it_leads_to_everything_at_the_top_and_to_problems(self):
        pages = {f"use/{n}.md": f"# Use {n}\n" for n in range(7)}
        self.write({
            "README.md": "---\ndescription: What it is.\nlayout: landing\n---\n\n# Acme\n\nOwn text.\n", "start.md": "---\ndescription: At once.\n---\n\n# Start <here>\n",
            "lamp.md": self.FAULT.format("The lamp does not light up"), "hidden.md": "---\nhidden: true\n---\n" + self.FAULT.format("The bell does not ring"), **pages,
            "SUMMARY.md": "* [Acme](README.md)\n* [Start <here>](start.md)\n* [Bell](hidden.md)\n\n## Use\n\n" + "".join(f"* [Use {n}](use/{n}.md)\n" for n in range(7)) + "\n## Help\n\n* [Lamp](lamp.md)\n"})
        self.assertEqual(self.run_kbgen("build", "site", "--quiet").status, 0)
        html = self.read("site/Output/index.html")
        main = html.split("<main", 1)[1].split("</main>", 1)[0]
        self.assertIn('<ul class="kb-cards kb-large">', main)
        self.assertIn('<a class="kb-card-body" href="start/"><div>Start &lt;here&gt;</div><div>At once.</div></a>', main)
        self.assertIn("<h2>Use</h2>", main)
        self.assertEqual(re.findall(r'<li><a href="use/(\d)/">', main), ["0", "1", "2", "3", "4"], "five of a group")
        self.assertRegex(main, r'(?s)Common problems</h2>\s*<ul class="kb-problems">\s*<li><a href="lamp/">Lamp</a></li>\s*</ul>')
        self.assertNotIn("hidden/", main)
        self.assertIn("Own text.", main)
        self.assertNotIn("kb-aside", html)
        # A page that gets a guide appears.
        self.write({"start.md": self.FAULT.format("The horn does not sound")})
        self.assertEqual(self.run_kbgen("build", "site", "--quiet").status, 0)
        self.assertRegex(self.read("site/Output/index.html"), r'kb-problems">\s*<li><a href="start/">')


if __name__ == "__main__":
    unittest.main()
