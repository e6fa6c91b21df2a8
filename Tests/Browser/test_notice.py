"""What readers see of what a site's operator announces."""
import json
import unittest

from playwright.sync_api import expect

from browser import BrowserTest
from sites import built

ARTICLE = """# E-1234: Sign-in fails

<!-- guide: cause -->
## The token has expired

1. Renew the token

<!-- guide: cause -->
## The clock is wrong

1. Set the clock
"""


class Notices(BrowserTest):
    def site(self, settings, **notices):
        site = built({"kbgen.yml": settings, "Content/README.md": "# Home\n", "Content/a/b.md": "# B\n", "Content/sign-in.md": ARTICLE})
        if notices:
            (site.output / "_kb/notice.json").write_text(json.dumps(notices))
        return site

    def notice(self, page):
        return page.get_by_role("region", name="Announcement")

    def test_a_notice_is_shown_with_its_link_until_it_is_closed(self):
        site = self.site("notice: {text: All is slow., url: a/b/, link: More}")
        page = self.open(site, "sign-in/")
        expect(self.notice(page)).to_contain_text("All is slow.")
        self.notice(page).get_by_role("button", name="Close").click()
        expect(self.notice(page)).to_have_count(0)
        page.reload()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(self.notice(page)).to_have_count(0)
        page = self.open(site)
        self.notice(page).get_by_role("link", name="More").click()
        page.wait_for_url(f"{site.url}a/b/")

    def test_dates_pages_and_codes_say_where_and_when(self):
        site = self.site("notice: []", notices=[
            {"text": "over", "until": "2001-01-01"}, {"text": "to come", "from": "2999-01-01"}, {"text": "now", "from": "2001-01-01", "until": "2999-01-01"},
            {"text": "below a", "pages": ["a/"]}, {"text": "known", "errors": ["E-9", "E-1234"]}, {"text": "bad", "url": "javascript:alert(1)"}, {}])
        for path, texts in (("", ["now", "bad"]), ("a/b/", ["now", "below a", "bad"]), ("sign-in/", ["now", "known", "bad"])):
            page = self.open(site, path)
            expect(self.notice(page).first).to_be_visible()
            self.assertEqual(self.notice(page).locator("p").all_inner_texts(), texts)
            self.assertEqual(self.notice(page).locator("a").count(), 0)

    def test_a_guide_shows_what_is_known_of_its_error(self):
        site = self.site("notice: [{text: We know., errors: [E-1234]}, {text: Other}]")
        page = self.open(site, "sign-in/")
        expect(self.notice(page)).to_have_count(2)
        page.get_by_role("region", name="Guided troubleshooting").get_by_role("button", name="Start").click()
        expect(page.get_by_role("main").get_by_role("region", name="Announcement")).to_contain_text("We know.")
        expect(self.notice(page)).to_have_count(1)

    def test_without_the_setting_nothing_is_asked_for(self):
        site = self.site("title: Acme")
        page = self.open(site)
        self.assertEqual(page.locator("script[data-kb-notice]").count(), 0)


if __name__ == "__main__":
    unittest.main()
