"""What holds on every page, in every theme and width."""
import itertools
import unittest

from axe_playwright_python.sync_playwright import Axe

from browser import DESKTOP, LONG, PHONE, BrowserTest
from sites import arabic, corners, manual, tree

#: All that axe knows but the order of headings, which is the writer's.
AXE = {"resultTypes": ["violations"], "rules": {"heading-order": {"enabled": False}}}


class EveryPage(BrowserTest):
    def test_no_page_of_the_manual_complains(self):
        """No console message, no violation of the policy, no foreign request, nothing missing."""
        site = manual()
        page = self.context(site.url).new_page()
        self.assertGreater(len(site.pages), 20)
        for path in site.pages:
            page.goto(site.url + path)
            self.assertEqual(page.locator("h1").count(), 1, path)

    def test_axe_finds_nothing(self):
        some = [(manual(), path) for path in manual().pages[::9]]
        some += [(manual(), f"writing/gallery/{page}") for page in ("", "blocks/", "elements/")]
        some += [(corners(), path) for path in corners().pages] + [(tree(), "part-0/chapter-0/"), (tree(), "_kb/pages/"), (arabic(), "")]
        for size, scheme in itertools.product((DESKTOP, PHONE), ("light", "dark")) if LONG else ((DESKTOP, "dark"), (PHONE, "light")):
            for site, path in some:
                with self.subTest(path=path, scheme=scheme, width=size["width"]):
                    page = self.open(site, path, viewport=size, color_scheme=scheme)
                    result = Axe().run(page, options=AXE)
                    self.assertEqual(result.violations_count, 0, result.generate_report())
                    page.context.close()

    def test_nothing_is_wider_than_the_screen(self):
        for width in (320, 640, 900, 1280):
            for site, path in [(corners(), path) for path in corners().pages] + [(manual(), ""), (manual(), "writing/gallery/blocks/"), (manual(), "writing/gallery/elements/"), (arabic(), "")]:
                with self.subTest(path=path, width=width):
                    page = self.open(site, path, viewport={"width": width, "height": 740})
                    self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), width)
                    page.context.close()

    def test_what_scrolls_sideways_can_be_focused(self):
        page = self.open(corners(), "wide/", viewport=PHONE)
        self.assertEqual(page.locator("pre").first.get_attribute("tabindex"), "0")

    def test_print_holds_the_article_alone(self):
        page = self.open(corners(), "details/")
        page.emulate_media(media="print", color_scheme="light")
        for part in (".kb-header", ".kb-sidebar", ".kb-footer", ".kb-pagination"):
            self.assertFalse(page.locator(part).is_visible(), part)
        self.assertTrue(page.get_by_text("asked for").is_visible(), "closed details are printed open")

    def test_a_missing_address_at_any_depth_has_a_page_that_leads_on(self):
        site = manual()
        for path in ("nothing", "no/such/page/at/all/"):
            page = self.context(site.url).new_page()
            response = page.goto(site.url + path)
            self.assertEqual(response.status, 404)
            # That the page itself is missing is the one thing that may be said.
            self.watch.problems = [problem for problem in self.watch.problems if "404" not in problem]
            page.get_by_role("main").get_by_role("link").first.click()
            self.assertEqual(page.url, site.url)


if __name__ == "__main__":
    unittest.main()
