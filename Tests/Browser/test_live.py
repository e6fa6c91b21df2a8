"""What a writer sees in an open page while they write, under `kbgen serve`."""
import sys
import tempfile
import unittest
from pathlib import Path

from playwright.sync_api import expect

# Behind the folder of these tests, which has modules of the same names.
sys.path.append(str(Path(__file__).resolve().parents[1] / "CommandLine"))

from browser import BrowserTest
from serving import Server

GUIDE = """# The app does not start

## Other possible causes

### 1. Storage is full

1. Remove files.
2. Start the app.

### 2. The clock is wrong

1. Set the clock.

## If it still does not start

Write to us.
"""


class Live(BrowserTest):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.site = Path(folder.name)
        self.write("README.md", self.page("First."))
        self.write("guide.md", GUIDE)
        self.write("SUMMARY.md", "* [Home](README.md)\n* [Guide](guide.md)\n")
        (self.site / "Templates").mkdir()
        self.server = Server(self.site, "--port", 0)
        self.addCleanup(self.server.stop)

    def write(self, path, text):
        file = self.site / "Content" / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)

    @staticmethod
    def page(text, code="one"):
        lines = "\n\n".join(f"Paragraph {number}." for number in range(60))
        return f"# Home\n\n{text}\n\n## Part\n\n{lines}\n\n```\n{code}\n```\n\n[Guide](guide.md)\n"

    def open_page(self, path=""):
        page = self.context(self.server.url).new_page()
        # A page with a stream of events is never idle.
        page.goto(self.server.url + path, wait_until="load")
        page.evaluate("window.isOld = true")
        return page

    def is_old(self, page):
        """Whether the page has not been loaded anew."""
        return page.evaluate("window.isOld === true")


class Text(Live):
    def test_text_changes_in_place_and_nothing_moves(self):
        page = self.open_page()
        page.evaluate("scrollTo(0, 700)")
        self.write("README.md", self.page("Second."))
        expect(page.get_by_text("Second.")).to_have_count(1)
        expect(page.get_by_text("First.")).to_have_count(0)
        self.assertTrue(self.is_old(page))
        self.assertEqual(page.evaluate("scrollY"), 700)
        # Again, and at another place, where modules have something to add.
        self.write("README.md", self.page("Second.", "two"))
        expect(page.locator("pre")).to_have_text("two")
        expect(page.locator(".kb-code").get_by_role("button", name="Copy")).to_have_count(1)
        self.write("README.md", self.page("Second.\n\nThird.", "two"))
        expect(page.get_by_text("Third.")).to_have_count(1)
        self.assertTrue(self.is_old(page))
        paragraphs = page.locator(".kb-article > p").all_text_contents()
        self.assertEqual(paragraphs[:3], ["Second.", "Third.", "Paragraph 0."])

    def test_a_title_changes_everywhere_and_the_place_is_kept(self):
        page = self.open_page()
        page.evaluate("scrollTo(0, 700)")
        self.write("guide.md", GUIDE.replace("The app", "The program"))
        self.write("SUMMARY.md", "* [Home](README.md)\n* [New label](guide.md)\n")
        expect(page.get_by_role("navigation", name="Contents").get_by_text("New label")).to_have_count(1)
        page.wait_for_function("scrollY === 700")

    def test_another_pages_change_leaves_this_one_alone(self):
        page = self.open_page()
        self.write("guide.md", GUIDE + "\nMore.\n")
        self.assertTrue(self.server.shows("/guide/", "More."))
        page.wait_for_timeout(300)
        self.assertTrue(self.is_old(page))

    def test_a_page_that_is_gone_says_so(self):
        page = self.open_page("guide/")
        (self.site / "Content" / "guide.md").unlink()
        expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
        self.write("guide.md", GUIDE)
        expect(page.get_by_role("heading", level=1)).to_have_text("The app does not start")
        self.watch.problems[:] = [problem for problem in self.watch.problems if "404" not in problem]


class Guides(Live):
    def test_the_guides_place_and_ticks_are_kept(self):
        page = self.open_page("guide/")
        region = page.get_by_role("region", name="Guided troubleshooting")
        region.get_by_role("button", name="Start", exact=True).click()
        region.get_by_role("checkbox", name="Remove files.").check()
        self.write("guide.md", GUIDE.replace("Write to us.", "Write to them."))
        expect(page.get_by_text("Write to them.")).to_have_count(1)
        expect(region.get_by_role("checkbox", name="Remove files.")).to_be_checked()


class Tree(Live):
    def panel(self, page):
        return page.get_by_role("complementary", name="The guide as kbgen reads it")

    def test_the_tree_is_shown_with_its_reasons_and_follows_what_is_written(self):
        page = self.open_page("guide/")
        panel = self.panel(page)
        panel.get_by_text("Guide: troubleshooting, 5 parts").click()
        storage = panel.get_by_role("listitem").filter(has=page.get_by_role("link", name="1. Storage is full"))
        expect(storage).to_contain_text("cause 1. Storage is full · line 5 · 2 steps")
        expect(storage).to_contain_text("still not fixed → “2. The clock is wrong”")
        storage.get_by_text("Why").click()
        expect(storage.get_by_text("most like cause")).to_be_visible()
        self.write("guide.md", GUIDE.replace("## If it", "### 3. The cable is loose\n\n1. Push it in.\n\n## If it"))
        expect(panel.get_by_text("Guide: troubleshooting, 6 parts")).to_be_visible()
        expect(panel.get_by_role("link", name="3. The cable is loose")).to_be_visible()
        # What is open stays open on the next page.
        page.goto(self.server.url, wait_until="load")
        expect(panel.get_by_text("No guide: reads like")).to_be_visible()
        expect(panel.get_by_text("Because: ")).to_be_visible()

    def test_a_page_that_does_not_exist_has_none(self):
        page = self.open_page("nowhere/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
        expect(self.panel(page)).to_have_count(0)
        self.watch.problems[:] = [problem for problem in self.watch.problems if "404" not in problem]


class Styles(Live):
    def test_a_style_changes_without_loading_the_page(self):
        page = self.open_page()
        (self.site / "Templates" / "custom.css").write_text("h1 { color: rgb(1, 2, 3) !important; }")
        page.wait_for_function("getComputedStyle(document.querySelector('h1')).color === 'rgb(1, 2, 3)'")
        page.evaluate("window.isOld = true")
        (self.site / "Templates" / "custom.css").write_text("h1 { color: rgb(4, 5, 6) !important; }")
        page.wait_for_function("getComputedStyle(document.querySelector('h1')).color === 'rgb(4, 5, 6)'")
        self.assertTrue(self.is_old(page))
        page.wait_for_function("document.querySelectorAll('link[rel=stylesheet]').length === 2")


class Findings(Live):
    def test_what_is_wrong_with_the_page_is_shown_with_its_place_and_goes(self):
        page = self.open_page()
        findings = page.get_by_role("complementary", name="Findings of kbgen")
        expect(findings).to_have_count(0)
        self.write("README.md", self.page("See [this](nowhere.md)."))
        expect(findings.get_by_text("1 warning")).to_be_visible()
        findings.get_by_text("1 warning").click()
        expect(findings.get_by_text("README.md:3:5")).to_be_visible()
        expect(findings.get_by_text("there is no page “nowhere.md”")).to_be_visible()
        self.write("README.md", self.page("Mended."))
        expect(findings).to_have_count(0)

    def test_errors_of_templates_open_by_themselves(self):
        page = self.open_page()
        (self.site / "Templates" / "footer.mustache").write_text("<footer>{{#open}}</footer>")
        findings = page.get_by_role("complementary", name="Findings of kbgen")
        expect(findings.get_by_text("Templates/footer.mustache:1:9").first).to_be_visible()
        (self.site / "Templates" / "footer.mustache").write_text("<footer>Foot</footer>")
        expect(page.get_by_text("Foot", exact=True)).to_be_visible()
        expect(findings).to_have_count(0)

    def test_another_pages_findings_are_not_shown(self):
        page = self.open_page()
        self.write("guide.md", GUIDE + "\n[x](nowhere.md)\n")
        self.assertTrue(self.server.wait(lambda: "nowhere" in self.server.said))
        page.wait_for_timeout(200)
        expect(page.get_by_role("complementary", name="Findings of kbgen")).to_have_count(0)


if __name__ == "__main__":
    unittest.main()
