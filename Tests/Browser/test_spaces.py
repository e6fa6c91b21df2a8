"""What a reader does on a site of several languages, products and versions."""
import functools
import re
import shutil
import unittest

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from browser import PHONE, BrowserTest
from sites import BASE_URL, PREFIX, built

FILES = {
    "kbgen.yml": """title: Acme
spaces:
  - {folder: guide/en, section: Guide, title: English, language: en, address: guide}
  - {folder: guide/de, section: Guide, language: de}
  - {folder: guide/fa, section: Guide, language: fa}
  - {folder: api/v2, section: API, version: "2.0", address: api}
  - {folder: api/v1, section: API, version: "1.0", state: old}
""",
    "Content/guide/en/README.md": "# Start\n\nRead on.\n",
    "Content/guide/en/install/README.md": "# Install\n",
    "Content/guide/en/install/server.md": "# Server\n\nA router and [the API](../../../api/v2/calls.md).\n",
    "Content/guide/de/README.md": "# Anfang\n\nWeiter.\n",
    "Content/guide/de/install/README.md": "# Installieren\n\nDer Router.\n",
    "Content/guide/fa/README.md": "# شروع\n\nبخوانید.\n",
    "Content/guide/fa/install/server.md": "# سرور\n\nrouter\n",
    "Content/api/v2/README.md": "# API\n",
    "Content/api/v2/calls.md": "# Calls\n\nNew words.\n",
    "Content/api/v1/README.md": "# API\n",
    "Content/api/v1/calls.md": "# Calls\n\nOld words.\n",
    "Content/api/v1/gone.md": "# Gone\n",
}


@functools.cache
def site():
    return built(FILES)


class Spaces(BrowserTest):
    def choose(self, page, menu, entry):
        page.get_by_role("banner").locator("summary").and_(page.get_by_label(re.compile(f"^{menu}:"))).click()
        page.get_by_role("link", name=entry, exact=True).click()

    def test_the_menu_leads_to_the_same_page(self):
        page = self.open(site(), "guide/install/server/")
        self.choose(page, "Language", "فارسی")
        page.wait_for_url(f"{site().url}guide/fa/install/server/")
        expect(page.locator("html")).to_have_attribute("dir", "rtl")
        self.choose(page, "زبان", "Deutsch")
        page.wait_for_url(f"{site().url}guide/de/install/server/")
        expect(page.get_by_role("link", name="Zum Inhalt springen")).to_be_attached()

    def test_tabs_lead_to_the_sections_and_name_the_present_one(self):
        page = self.open(site(), "guide/install/")
        tabs = page.get_by_role("navigation", name="Sections")
        expect(tabs.get_by_role("link", name="Guide")).to_have_attribute("aria-current", "true")
        tabs.get_by_role("link", name="API").click()
        page.wait_for_url(f"{site().url}api/")
        expect(page.get_by_role("navigation", name="Contents").get_by_role("link", name="Calls")).to_be_visible()
        expect(page.get_by_role("navigation", name="Contents").get_by_role("link", name="Install")).to_have_count(0)

    def test_an_old_version_leads_to_the_latest_and_is_not_found(self):
        page = self.open(site(), "api/v1/calls/")
        expect(page.get_by_role("main")).to_contain_text("This is version 1.0, which is not the latest.")
        self.assertEqual(page.locator("link[rel=canonical]").get_attribute("href"), f"{BASE_URL}api/calls/")
        page.get_by_role("searchbox").fill("words")
        expect(page.locator("a.kb-result")).to_have_count(1)
        page.keyboard.press("Escape")
        page.get_by_role("link", name="Go to the latest version").click()
        page.wait_for_url(f"{site().url}api/calls/")
        expect(page.locator(".kb-version")).to_have_count(0)
        # A page that the latest version no longer has leads to the nearest above.
        page.goto(f"{site().url}api/v1/gone/")
        self.assertEqual(page.locator("link[rel=canonical]").get_attribute("href"), f"{BASE_URL}api/v1/gone/")
        expect(page.get_by_role("link", name="Go to the latest version")).to_have_attribute("href", "../../")

    def test_a_page_without_translation_shows_the_original(self):
        page = self.open(site(), "guide/install/server/")
        self.choose(page, "Language", "Deutsch")
        page.wait_for_url(f"{site().url}guide/de/install/server/")
        expect(page.locator("html")).to_have_attribute("lang", "de")
        expect(page.get_by_role("article")).to_have_attribute("lang", "en")
        expect(page.get_by_role("main")).to_contain_text("noch nicht übersetzt")
        self.assertEqual(page.locator("link[rel=canonical]").get_attribute("href"), f"{BASE_URL}guide/install/server/")
        page.get_by_role("article").get_by_role("link", name="the API").click()
        page.wait_for_url(f"{site().url}api/calls/")
        page.go_back()
        self.choose(page, "Sprache", "فارسی")
        page.wait_for_url(f"{site().url}guide/fa/install/server/")

    def test_results_in_the_readers_language_come_first(self):
        for path, first in (("guide/", "guide/install/server/"), ("guide/de/", "guide/de/install/"), ("guide/fa/", "guide/fa/install/server/")):
            page = self.open(site(), path)
            page.get_by_role("searchbox").fill("router")
            expect(page.locator("a.kb-result").first).to_have_attribute("href", f"{site().url}{first}")

    def test_alternates_name_one_another(self):
        found = {}
        for html in site().output.rglob("index.html"):
            own = html.parent.relative_to(site().output).as_posix()
            links = re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', html.read_text())
            if links:
                found[BASE_URL + ("" if own == "." else own + "/")] = links
        self.assertEqual(len(found), 7)
        for own, links in found.items():
            self.assertIn(own, [url for _, url in links])
            for language, url in links:
                self.assertEqual(found[url], links, f"{own}: {language}")

    def test_on_a_phone_tabs_and_menus_are_in_the_drawer(self):
        page = self.open(site(), "guide/install/", viewport=PHONE)
        tabs = page.locator(".kb-sections")
        self.assertFalse(self.is_shown(tabs))
        page.get_by_role("button", name="Menu").click()
        self.assertTrue(self.is_shown(tabs))
        page.locator(".kb-sidebar .kb-switch summary").click()
        page.get_by_role("link", name="Deutsch", exact=True).click()
        page.wait_for_url(f"{site().url}guide/de/install/")

    def test_menus_close_by_escape_and_by_a_click_elsewhere(self):
        page = self.open(site(), "guide/")
        menu = page.locator(".kb-switch")
        menu.locator("summary").click()
        page.keyboard.press("Escape")
        expect(menu).not_to_have_attribute("open", "")
        expect(menu.locator("summary")).to_be_focused()
        menu.locator("summary").click()
        page.get_by_role("main").click()
        expect(menu).not_to_have_attribute("open", "")

    def test_without_script_menus_and_tabs_work(self):
        page = self.open(site(), "guide/install/", java_script_enabled=False)
        page.locator(".kb-switch summary").click()
        page.get_by_role("link", name="Deutsch", exact=True).click()
        page.wait_for_url(f"{site().url}guide/de/install/")

    def test_axe_finds_nothing(self):
        for viewport in ({"width": 1280, "height": 900}, PHONE):
            for path in ("guide/install/", "guide/fa/install/server/", "api/v1/calls/"):
                for scheme in ("light", "dark"):
                    page = self.open(site(), path, viewport=viewport, color_scheme=scheme)
                    if viewport == PHONE:
                        page.locator(".kb-menu").click()
                    page.locator(".kb-switch summary").click()
                    violations = Axe().run(page).response["violations"]
                    self.assertEqual([(found["id"], found["nodes"][0]["html"]) for found in violations], [], f"{path} {scheme}")

    def test_the_root_leads_to_the_first_space(self):
        page = self.open(site())
        page.wait_for_url(f"{site().url}guide/")


class Versions(BrowserTest):
    """Versions that are sites of their own, built at different times."""

    @functools.cached_property
    def newer(self):
        pages = {"Content/README.md": "# New\n", "Content/a/README.md": "# A\n"}
        return built({"kbgen.yml": "versions:\n  - {title: '2.0', url: ./, state: latest}\n  - {title: '1.0', url: v1/}\n", **pages})

    @functools.cached_property
    def both(self):
        """A newer site with an older one, as it was built for the root of its host, put below it."""
        pages = {"Content/README.md": "# Old\n", "Content/a/README.md": "# A\n", "Content/a/b.md": "# B\n"}
        older = built({"kbgen.yml": "versions:\n  - {title: '1.0', url: ./, state: latest}\n", **pages})
        shutil.copytree(older.output, self.newer.output / "v1")
        return self.newer

    def test_an_old_site_below_a_new_one_shows_it(self):
        # Each site asks the one above, which is not there above the newer one.
        page = self.context(self.both.url.removesuffix(PREFIX) + "/").new_page()
        page.goto(f"{self.both.url}v1/a/b/")
        expect(page.get_by_role("main")).to_contain_text("This is version 1.0, which is not the latest.")
        page.get_by_label("Version: 1.0").click()
        page.get_by_role("link", name="2.0", exact=True).click()
        # The new site has no such page, but the one above.
        page.wait_for_url(f"{self.both.url}a/")
        self.watch.problems = [problem for problem in self.watch.problems if "404" not in problem]
        page.get_by_label("Version: 2.0").click()
        page.get_by_role("link", name="1.0", exact=True).click()
        page.wait_for_url(f"{self.both.url}v1/a/")
        page.get_by_role("link", name="Go to the latest version").click()
        page.wait_for_url(f"{self.both.url}a/")
        expect(page.locator(".kb-version")).to_have_count(0)
        self.watch.problems = [problem for problem in self.watch.problems if "404" not in problem]

    def test_an_address_that_looks_like_a_script_is_a_place(self):
        newer = self.newer
        page = self.context(newer.url.removesuffix(PREFIX) + "/").new_page()
        page.goto(f"{newer.url}javascript:alert(1)")
        page.get_by_label("Version: 2.0").click()
        for link in page.locator(".kb-switch a").all():
            self.assertTrue(link.evaluate("element => element.href").startswith(newer.url))
        self.watch.problems = [problem for problem in self.watch.problems if "404" not in problem]

    def test_a_site_without_versions_asks_for_none(self):
        page = self.open(site(), "guide/")
        self.assertEqual(page.locator("script[data-kb-versions]").count(), 0)


if __name__ == "__main__":
    unittest.main()
