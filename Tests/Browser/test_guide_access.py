"""Guides for those who hear them, and what they cost those who load them."""
import os
import re
import unittest
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from browser import DESKTOP, PHONE
from guide_sites import GuideTest, site

GOLDEN = Path(__file__).parent / "accessibility"


class Access(GuideTest):
    def states(self, page):
        """Leads through the kinds of places; yields each one's name."""
        yield "beginning"
        self.button(page, "Start").click()
        expect(self.title(page)).to_be_focused()
        yield "node"
        self.region(page).get_by_role("checkbox").first.check()
        self.button(page, "No, next").click()
        yield "choice"
        self.button(page, "More").click()
        yield "menu"
        page.keyboard.press("Escape")
        self.button(page, "Option 1 — Push the cable in").click()
        self.button(page, "No, next").click()
        page.get_by_text("What you have tried (2)").click()
        yield "check"
        self.button(page, "It's fine").click()
        yield "escalation"
        self.button(page, "Back").click()
        self.button(page, "It's not").click()
        self.button(page, "Yes, it works now").click()
        yield "solved"

    def test_axe_finds_nothing_in_any_state(self):
        for viewport in (PHONE, DESKTOP, {"width": 320, "height": 480}):
            for scheme in ("light", "dark"):
                page = self.open(site(), "printer/", viewport=viewport, color_scheme=scheme)
                for state in self.states(page):
                    with self.subTest(state=state, viewport=viewport, scheme=scheme):
                        violations = Axe().run(page).response["violations"]
                        self.assertEqual([(violation["id"], [node["html"] for node in violation["nodes"]]) for violation in violations], [])
                        self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), viewport["width"])
                page.context.close()

    def test_the_accessibility_tree_reads_well(self):
        """`KBGEN_BLESS=1` writes the trees anew."""
        page = self.open(site(), "printer/")
        for state in self.states(page):
            if state not in ("beginning", "node", "check", "escalation"):
                continue
            tree = self.region(page).aria_snapshot() + "\n"
            # The address of the mail holds the summary, with the time.
            tree = re.sub(r"mailto:.*", "mailto:…", tree.replace(site().url, "https://kb.example/"))
            file = GOLDEN / f"{state}.yml"
            if os.environ.get("KBGEN_BLESS"):
                file.write_text(tree, encoding="utf-8")
            with self.subTest(state):
                self.assertEqual(tree, file.read_text(encoding="utf-8"))

    def test_what_a_page_loads_by_itself_is_small(self):
        import gzip
        page = self.context(site().url).new_page()
        sizes = {}
        page.on("response", lambda response: sizes.update({response.url: len(gzip.compress(response.body()))}) if response.url.endswith(".js") else None)
        page.goto(site().url + "printer/")
        page.wait_for_load_state("networkidle")
        self.assertGreater(len(sizes), 4)
        self.assertLessEqual(sum(sizes.values()), 14 * 1024)


if __name__ == "__main__":
    unittest.main()
