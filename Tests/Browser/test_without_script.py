"""The site without script, and read from a folder without a server."""
import unittest

from browser import BrowserTest
from sites import corners, manual, tree


class WithoutScript(BrowserTest):
    def test_links_lead_to_every_page(self):
        for site in (corners(), tree()):
            page = self.context(site.url, java_script_enabled=False).new_page()
            met, todo = set(), [site.url]
            while todo:
                page.goto(todo.pop())
                met.add(page.url)
                links = page.locator("a[href]:visible").evaluate_all("links => links.map((link) => link.href)")
                addresses = {link.split("#")[0] for link in links}
                todo += [address for address in addresses - met - set(todo) if address.startswith(site.url) and address.endswith("/")]
            missing = {site.url + path for path in site.pages} - met
            self.assertEqual(missing, set())

    def test_no_control_is_dead(self):
        page = self.open(manual(), java_script_enabled=False)
        self.assertEqual(page.locator("button:visible, input:visible").count(), 0)


class FromAFolder(BrowserTest):
    def test_pages_are_read_and_links_work(self):
        root = corners().output.as_uri() + "/"
        page = self.context(root).new_page()
        page.goto(root + "index.html")
        # Browsers load no module from a folder, and say so; the page does without.
        page.get_by_role("main").get_by_role("link", name="Sections").first.click()
        self.assertIn("sections/index.html", page.url)
        self.assertTrue(page.get_by_role("heading", name="Section 3").is_visible())
        self.watch.problems = [problem for problem in self.watch.problems
                               if not any(said in problem for said in ("origin 'null'", "theme.", "blocks.", "search.", "ERR_FAILED"))]


if __name__ == "__main__":
    unittest.main()
