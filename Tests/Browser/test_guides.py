"""The map of a guide: a reader sees the whole tree, without script and on paper too."""
import functools
import unittest

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from browser import DESKTOP, PHONE, BrowserTest
from sites import built

ARTICLE = """# The printer won't print

## The most likely cause

90% of the time, the cable is loose.

### How to fix it

#### Option 1 — Push the cable in

1. Push it until it clicks

#### Option 2 — Use another cable

1. Take a new one

## Other possible causes

The other 10% of the time, in order of likelihood:

### 1. Confirm that there is paper

1. Open the tray

### 2. If the issue persists: collect the log

Send us the log.
"""

TREE = [
    ["Seen", "The printer won't print", [
        ["Cause", "The most likely cause", [
            ["Fix", "How to fix it", [["Option", "Option 1 — Push the cable in", []], ["Option", "Option 2 — Use another cable", []]]]]],
        ["", "Other possible causes", [["Check", "1. Confirm that there is paper", []], ["If nothing helped", "2. If the issue persists: collect the log", []]]]]]]


@functools.cache
def site():
    return built({"README.md": "# Home\n\n[Printer](printer.md)\n", "printer.md": ARTICLE})


def tree(items):
    """The nested lists as a screen reader meets them: what a node is, its link, and those below."""
    return items.evaluate("""list => {
        const read = list => [...list.children].map(item => [
            item.querySelector(':scope > .kb-node-title > .kb-kind')?.textContent ?? '',
            item.querySelector(':scope > .kb-node-title > a').textContent,
            [...item.children].filter(child => child.matches('ul, ol')).flatMap(read),
        ]);
        return read(list);
    }""")


class Map(BrowserTest):
    def test_it_shows_the_whole_tree_by_lists(self):
        page = self.open(site(), "printer/")
        lists = page.locator(".kb-map > :is(ul, ol)")
        expect(lists).to_be_hidden()
        page.get_by_text("Show the whole map").click()
        expect(lists).to_be_visible()
        self.assertEqual(tree(lists), TREE)
        # What is ranked is an ordered list.
        self.assertEqual(page.locator(".kb-map ol > li").count(), 4)

    def test_a_node_leads_to_its_place(self):
        page = self.open(site(), "printer/")
        page.get_by_text("Show the whole map").click()
        page.locator(".kb-map").get_by_role("link", name="1. Confirm that there is paper").click()
        self.assertTrue(self.is_shown(page.get_by_role("heading", name="1. Confirm that there is paper")))

    def test_it_works_without_script_and_by_keyboard(self):
        page = self.open(site(), "printer/", java_script_enabled=False)
        page.locator(".kb-map > summary").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".kb-map").get_by_role("link", name="How to fix it")).to_be_visible()

    def test_paper_has_it_open(self):
        page = self.open(site(), "printer/")
        page.emulate_media(media="print")
        expect(page.locator(".kb-map").get_by_role("link", name="How to fix it")).to_be_visible()

    def test_nobody_is_shut_out(self):
        for viewport in (PHONE, DESKTOP):
            for scheme in ("light", "dark"):
                with self.subTest(viewport=viewport, scheme=scheme):
                    page = self.open(site(), "printer/", viewport=viewport, color_scheme=scheme)
                    page.get_by_text("Show the whole map").click()
                    violations = Axe().run(page).response["violations"]
                    self.assertEqual([(violation["id"], [node["html"] for node in violation["nodes"]]) for violation in violations], [])
                    self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), viewport["width"])

    def test_a_page_without_a_tree_has_none(self):
        expect(self.open(site()).locator(".kb-map")).to_have_count(0)


if __name__ == "__main__":
    unittest.main()
