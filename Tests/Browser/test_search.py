"""What a reader does with the search: keys, pasted messages, results, the page of results, a missing page."""
import functools
import re
import unittest

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from browser import DESKTOP, PHONE, BrowserTest
from sites import built

FILES = {
    "Content/SUMMARY.md": "# Contents\n\n* [Home](README.md)\n\n## Help\n\n* [Sign-in fails](sign-in.md)\n* [Codes](codes.md)\n* [Set up](set-up.md)\n" + "".join(f"* [Part {n}](part-{n}.md)\n" for n in range(12)),
    "Content/README.md": "---\ndescription: Where everything begins.\n---\n\n# Home\n\nWelcome.\n",
    "Content/sign-in.md": """---
description: What to do when nobody can sign in.
---

<!-- guide: condition -->
# Sign-in fails

<!-- guide: cause -->
## The most likely cause: the token has expired

The log says:

```
2026-01-02 03:04:05 ERROR [8f3a] TokenError: invalid_grant: token of user 17 has expired
```

1. Renew the token

<!-- guide: cause -->
## The clock is wrong

1. Set the clock
2. Try again

## If the issue persists

Write to us.
""",
    "Content/codes.md": "# Codes\n\n| Code | Meaning |\n| --- | --- |\n| `E-1234` | The disk is full |\n| `E-4321` | The disk is gone |\n",
    "Content/set-up.md": "# Set up\n\n## Configuration\n\nThe configuration is a file. Its <b>name</b> is `app.yml`.\n\n## Proxy\n\nName a proxy.\n",
    **{f"Content/part-{n}.md": f"# Part {n}\n\nSomething about the disk and about number {n}.\n" for n in range(12)},
}


@functools.cache
def site():
    return built(FILES)


class SearchTest(BrowserTest):
    def box(self, page):
        return page.get_by_role("search").get_by_role("searchbox", name="Search")

    def results(self, page):
        return page.locator("a.kb-result")

    def find(self, page, text):
        self.box(page).fill(text)
        expect(self.results(page).first).to_be_visible()


class Box(SearchTest):
    def test_slash_and_control_k_go_there_and_escape_closes(self):
        page = self.open(site())
        for key in ("/", "Control+k"):
            page.keyboard.press(key)
            expect(self.box(page)).to_be_focused()
            page.keyboard.type("disk")
            expect(self.results(page).first).to_be_visible()
            page.keyboard.press("Escape")
            expect(self.results(page).first).to_be_hidden()
            expect(self.box(page)).to_be_focused()
            self.box(page).fill("")
            self.box(page).blur()

    def test_a_slash_in_a_text_is_a_slash(self):
        page = self.open(site())
        self.box(page).focus()
        page.keyboard.type("a/b")
        expect(self.box(page)).to_have_value("a/b")

    def test_results_are_links_to_sections_with_crumbs_kind_and_the_words_marked(self):
        page = self.open(site())
        self.find(page, "configuration")
        first = self.results(page).first
        self.assertEqual(first.get_attribute("href"), f"{site().url}set-up/#configuration")
        expect(first).to_contain_text("Help")
        expect(first).to_contain_text("Set up › Configuration")
        expect(first.locator(".kb-result-title mark")).to_have_text("Configuration")
        expect(first.locator(".kb-result-excerpt mark").first).to_have_text("configuration")
        expect(page.get_by_role("search").get_by_role("status")).to_contain_text("result")
        self.find(page, "sign in")
        expect(self.results(page).first).to_contain_text("Troubleshooting")
        expect(self.results(page).first).to_contain_text("What to do when nobody can sign in.")

    def test_of_what_was_found_below_the_box_the_first_four_and_what_somebody_looks_at_are_read(self):
        page = self.open(site())
        read = []
        page.on("request", lambda request: read.append(request.url) if request.resource_type == "fetch" and "/_kb/" not in request.url else None)
        self.find(page, "number disk")
        results = self.results(page)
        expect(results).to_have_count(8)
        # The first words of a page come with the result.
        expect(results.nth(7).locator(".kb-result-excerpt mark").first).to_be_visible()
        page.wait_for_timeout(1000)
        self.assertEqual(len(read), 4)
        results.nth(5).hover()
        page.wait_for_timeout(500)
        results.nth(6).focus()
        page.wait_for_timeout(200)
        self.assertEqual(read[:4], [results.nth(place).get_attribute("href") for place in range(4)])
        for place in (5, 6):
            self.assertIn(results.nth(place).get_attribute("href"), read)
        # Who scrolls looks at what comes into sight.
        page.locator(".kb-search-panel").evaluate("panel => { panel.style.maxBlockSize = '20rem'; panel.scrollTop = 9999; }")
        page.wait_for_timeout(500)
        self.assertIn(results.nth(7).get_attribute("href"), read)

    def test_what_is_not_close_says_so_and_leads_on(self):
        page = self.open(site())
        self.find(page, "number wombat xylophone")
        panel = page.locator(".kb-search-panel")
        expect(panel.get_by_role("status")).to_have_text("No close match. The nearest:")
        expect(panel.get_by_role("link", name="All pages")).to_be_visible()
        self.assertGreater(self.results(page).count(), 0)
        self.find(page, "number disk")
        expect(panel.get_by_role("link", name="All pages")).to_have_count(0)

    def test_a_page_stands_once_with_its_sections_below_it(self):
        parts = "".join(f"## The wombat {verb}\n\nWhen a wombat {verb}.\n\n" for verb in ("eats", "sleeps", "digs", "swims"))
        wombats = built({"README.md": "# Home\n\nText.\n", "wombat.md": f"# Wombats\n\n{parts}", "other.md": "# Numbats\n\nNo wombat.\n"})
        page = self.open(wombats)
        self.find(page, "wombat")
        expect(page.locator(".kb-results > li > a.kb-result .kb-result-title")).to_have_text([re.compile("^Wombats"), re.compile("^Numbats")])
        nested = page.locator(".kb-results > li").first.locator(".kb-result-sections a.kb-result")
        expect(nested).to_have_count(2)
        # Arrow keys go through them, too.
        for _ in range(2):
            page.keyboard.press("ArrowDown")
        expect(nested.first).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("/wombat/#the-wombat-"))

    def test_arrow_keys_go_through_the_results_and_enter_follows(self):
        page = self.open(site())
        self.find(page, "disk")
        page.keyboard.press("ArrowDown")
        expect(self.results(page).first).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(self.results(page).nth(1)).to_be_focused()
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        expect(self.box(page)).to_be_focused()
        page.keyboard.press("ArrowDown")
        address = self.results(page).first.get_attribute("href")
        page.keyboard.press("Enter")
        page.wait_for_url(address)

    def test_enter_in_the_box_goes_to_the_first_result_of_what_is_typed(self):
        page = self.open(site())
        self.box(page).focus()
        page.keyboard.type("E-4321")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{site().url}codes/")

    def test_a_pasted_message_of_several_lines_finds_the_article_that_quotes_it(self):
        page = self.open(site(), permissions=["clipboard-read", "clipboard-write"])
        page.evaluate("navigator.clipboard.writeText(`2031-11-12 23:59:58 ERROR [77bc]\\n  TokenError: invalid_grant:\\n  token of user 991 has expired`)")
        self.box(page).focus()
        page.keyboard.press("Control+v")
        expect(self.box(page)).to_have_value("2031-11-12 23:59:58 ERROR [77bc] TokenError: invalid_grant: token of user 991 has expired")
        expect(self.results(page).first).to_have_attribute("href", f"{site().url}sign-in/#the-most-likely-cause-the-token-has-expired")

    def test_a_guide_can_be_started_from_its_result(self):
        page = self.open(site())
        self.find(page, "cannot sign in")
        page.get_by_role("link", name="Start guide: Sign-in fails").click()
        page.wait_for_url(f"{site().url}sign-in/#guide")
        expect(page.get_by_role("region", name="Guided troubleshooting")).to_be_visible()

    def test_recent_searches_are_kept_here_and_can_be_forgotten(self):
        page = self.open(site())
        self.find(page, "proxy")
        self.results(page).first.click()
        page.wait_for_url(f"{site().url}set-up/#proxy")
        self.box(page).focus()
        page.get_by_role("button", name="proxy", exact=True).click()
        expect(self.results(page).first).to_be_visible()
        self.box(page).fill("")
        page.get_by_role("button", name="Forget them").click()
        self.assertIsNone(page.evaluate("localStorage.getItem('kb-searches')"))
        expect(page.get_by_role("button", name="proxy", exact=True)).to_be_hidden()

    def test_on_the_way_back_from_a_result_the_list_is_there_again(self):
        page = self.open(site())
        self.find(page, "disk")
        self.results(page).nth(1).click()
        page.wait_for_url(re.compile("/part-"))
        expect(self.results(page).first).to_be_hidden()
        page.go_back()
        expect(self.box(page)).to_have_value("disk")
        expect(self.results(page).nth(1)).to_be_visible()
        # Closed by the reader, it stays closed.
        page.keyboard.press("Escape")
        page.reload()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(self.results(page).first).to_be_hidden()

    def test_a_result_on_the_page_itself_is_seen(self):
        page = self.open(site(), "set-up/")
        self.find(page, "proxy")
        self.results(page).first.click()
        page.wait_for_url(f"{site().url}set-up/#proxy")
        expect(page.locator(".kb-search-panel")).to_be_hidden()
        page.go_back()
        expect(self.results(page).first).to_be_visible()

    def test_before_anything_is_typed_common_problems_are_offered(self):
        page = self.open(site())
        self.box(page).focus()
        link = page.get_by_role("search").get_by_role("link", name="Sign-in fails")
        expect(link).to_be_visible()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{site().url}sign-in/")

    def test_what_is_nowhere_is_said(self):
        page = self.open(site())
        self.box(page).fill("qqqqqqqqqqqq")
        expect(page.get_by_role("search").get_by_role("status")).to_contain_text("Nothing found for “qqqqqqqqqqqq”")

    def test_fast_typing_ends_with_the_results_of_what_stands_there(self):
        page = self.open(site())
        self.box(page).focus()
        page.keyboard.type("E-1234", delay=0)
        expect(self.results(page).first).to_have_attribute("href", f"{site().url}codes/")
        expect(self.results(page)).to_have_count(1)

    def test_nothing_is_loaded_before_somebody_goes_there(self):
        context = self.context(site().url)
        asked = []
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.goto(site().url)
        page.wait_for_load_state("networkidle")
        self.assertEqual([url for url in asked if "/_kb/search/" in url or "/search-" in url], [])
        self.find(page, "disk")
        self.assertTrue(any(url.endswith("/_kb/search/index.json") for url in asked))

    def test_without_connection_it_says_so_and_works_again_later(self):
        context = self.context(site().url)
        page = context.new_page()
        page.goto(site().url)
        context.set_offline(True)
        self.box(page).fill("disk")
        expect(page.get_by_role("search").get_by_role("status")).to_contain_text("could not be loaded")
        page.keyboard.press("Enter")
        context.set_offline(False)
        self.watch.problems.clear()
        # An Enter that came to nothing opens nothing later.
        self.find(page, "disk full")
        self.assertEqual(page.url, site().url)


class Pages(SearchTest):
    def test_the_page_of_results_has_an_address(self):
        page = self.open(site(), "search/?q=disk")
        expect(self.results(page).nth(9)).to_be_visible()
        expect(self.box(page)).to_have_value("disk")
        self.box(page).fill("proxy")
        expect(self.results(page).first).to_have_attribute("href", f"{site().url}set-up/#proxy")
        self.assertTrue(page.url.endswith("search/?q=proxy"))

    def test_all_results_are_a_link_away(self):
        page = self.open(site())
        self.find(page, "disk")
        page.get_by_role("link", name="All results").click()
        page.wait_for_url(f"{site().url}search/?q=disk")
        expect(self.results(page).nth(9)).to_be_visible()

    def test_a_missing_page_suggests_others(self):
        page = self.context(site().url).new_page()
        page.goto(f"{site().url}old/sing-in.html")
        self.watch.problems.clear()
        expect(page.get_by_role("heading", name="Perhaps you are looking for")).to_be_visible()
        expect(self.results(page).first).to_have_attribute("href", f"{site().url}sign-in/")

    def test_browsers_are_told_of_it(self):
        page = self.open(site())
        address = page.locator("link[rel=search]").get_attribute("href")
        self.assertEqual(address, "./opensearch.xml")
        self.assertIn('template="https://kb.example/docs/search/?q={searchTerms}"', (site().output / "opensearch.xml").read_text())

    def test_without_script_all_titles_are_a_link_away(self):
        page = self.open(site(), java_script_enabled=False)
        expect(page.get_by_role("searchbox")).to_be_hidden()
        page.get_by_role("link", name="All pages from A to Z").click()
        titles = page.locator(".kb-a-z a").all_inner_texts()
        self.assertEqual(titles, ["Codes", "Home", *sorted(f"Part {n}" for n in range(12)), "Set up", "Sign-in fails"])

    def test_axe_finds_nothing_with_results_open(self):
        for viewport in (DESKTOP, PHONE):
            for scheme in ("light", "dark"):
                with self.subTest(f"{viewport['width']} {scheme}"):
                    page = self.open(site(), viewport=viewport, color_scheme=scheme)
                    self.find(page, "disk sign in")
                    page.wait_for_timeout(900)
                    found = Axe().run(page, options={"resultTypes": ["violations"]})
                    self.assertEqual([violation["id"] for violation in found.response["violations"]], [])
                    page.goto(f"{site().url}search/?q=disk")
                    expect(self.results(page).first).to_be_visible()
                    found = Axe().run(page, options={"resultTypes": ["violations"]})
                    self.assertEqual([violation["id"] for violation in found.response["violations"]], [])

    def test_on_a_phone_the_results_fill_the_screen_and_can_be_closed(self):
        page = self.open(site(), viewport=PHONE)
        self.find(page, "disk")
        self.assertEqual(page.evaluate("document.documentElement.scrollWidth"), PHONE["width"])
        # What was asked for is to be seen, however long the site's name.
        self.assertGreater(self.box(page).bounding_box()["width"], PHONE["width"] / 2)
        page.get_by_role("search").get_by_role("button", name="Close").click()
        expect(self.results(page).first).to_be_hidden()


if __name__ == "__main__":
    unittest.main()
