"""What comes of a guide: the summary, what its owner hears, and guides elsewhere than in their article."""
import functools
import http.server
import json
import tempfile
import threading
import unittest
from pathlib import Path

from playwright.sync_api import expect

from guide_sites import GuideTest, site, site_with_insights


SUMMARY = """The printer won't print (Help)

Result: not fixed
Address: {address}#guide:id-2.-if-the-issue-persists-collect-the-log
Date: 2026-11-24 05:12 UTC
Version: 7.1

Asked for:
  [ ] Save the log
  [ ] Send it to us

Note:
It smokes.

Tried:
✗ not fixed – The most likely cause
  [x] Switch it off
  [ ] Look at the USB cable
→ Option 1 — Push the cable in
✗ not fixed – Option 1 — Push the cable in
✓ fine – 1. Confirm that there is paper
"""

#: From the start to the end, for whom nothing helps.
WAY = ("No, next", "Option 1 — Push the cable in", "No, next", "It's fine")


class Summary(GuideTest):
    def to_the_end(self, **options):
        context = self.context(site().url, permissions=["clipboard-read", "clipboard-write"], **options)
        page = context.new_page()
        page.clock.set_fixed_time("2026-11-24T05:12:33Z")
        page.goto(site().url + "printer/")
        self.button(page, "Start").click()
        self.region(page).get_by_role("checkbox", name="Switch it off").check()
        for name in WAY:
            self.button(page, name).click()
        self.region(page).get_by_role("textbox").fill("It smokes.")
        return page

    def test_it_is_copied_word_for_word(self):
        page = self.to_the_end()
        self.button(page, "Copy summary").click()
        expect(page.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
        self.assertEqual(page.evaluate("navigator.clipboard.readText()"), SUMMARY.format(address=site().url + "printer/"))

    def test_it_goes_into_the_mail_and_nowhere_by_itself(self):
        page = self.to_the_end()
        address = self.region(page).get_by_role("link", name="Write an e-mail")
        address.focus()
        self.assertTrue(address.get_attribute("href").startswith("mailto:help@kb.example?subject=The%20printer%20won't%20print&body=The%20"))
        self.assertIn("It%20smokes.", address.get_attribute("href"))

    def test_the_end_says_what_worked(self):
        page = self.start()
        self.button(page, "Yes, it works now").click()
        expect(self.region(page)).to_contain_text("What fixed it: The most likely cause")
        expect(self.button(page, "Copy summary")).to_be_visible()

    def test_the_note_survives_a_reload(self):
        page = self.to_the_end()
        page.reload()
        expect(self.region(page).get_by_role("textbox")).to_have_value("It smokes.")


class Events(GuideTest):
    LISTEN = """for (const name of ['start', 'step', 'answer', 'solved', 'escalated']) {
        addEventListener(`kb:${name}`, (event) => (window.heard ??= []).push([name, event.detail]));
    }"""

    def test_they_arrive_in_order_with_ids_alone(self):
        context = self.context(site().url)
        context.add_init_script(self.LISTEN)
        page = context.new_page()
        page.goto(site().url + "printer/")
        self.button(page, "Start").click()
        self.region(page).get_by_role("checkbox", name="Switch it off").check()
        for name in WAY:
            self.button(page, name).click()
        heard = page.evaluate("heard")
        self.assertEqual([name for name, _ in heard], ["start", "step", "answer", "answer", "answer", "answer", "escalated"])
        cause = {"guide": "printer.md", "place": "the-most-likely-cause", "node": "the-most-likely-cause", "cause": "the-most-likely-cause",
                 "condition": "the-printer-wont-print", "rank": 1}
        self.assertEqual(heard[0][1], cause)
        self.assertEqual((heard[1][1]["node"], heard[1][1]["ticked"]), ("the-most-likely-cause", True))
        self.assertEqual(heard[4][1]["next"]["rank"], 2)
        self.assertEqual(heard[4][1]["next"]["cause"], "id-1.-confirm-that-there-is-paper")

    def test_they_are_sent_where_the_owner_says_and_counted(self):
        import subprocess
        from sites import KBGEN
        page = self.open(site_with_insights(), "printer/")
        lines = []
        page.context.route("**/insights", lambda route: (lines.append(route.request.post_data), route.fulfill(status=204)))
        self.button(page, "Start").click()
        self.button(page, "No, next").click()
        self.button(page, "Option 1 — Push the cable in").click()
        self.button(page, "Yes, it works now").click()
        expect(self.button(page, "Copy summary")).to_be_visible()
        page.wait_for_timeout(300)
        self.assertEqual([json.loads(line)["event"] for line in lines], ["kb:start", "kb:answer", "kb:answer", "kb:answer", "kb:solved"])
        result = subprocess.run([KBGEN, "insights", "-"], input="".join(lines), capture_output=True, text=True, check=True)
        self.assertIn("printer.md: 1 started, 1 fixed, 0 came to the end", result.stdout)
        self.assertRegex(result.stdout, r"1\.\s+the-most-likely-cause\s+1\s+1\s+100 %")

    def test_nothing_is_sent_otherwise(self):
        page = self.open(site(), "printer/")
        sent = []
        page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
        self.button(page, "Start").click()
        self.button(page, "Yes, it works now").click()
        page.wait_for_timeout(200)
        self.assertEqual(sent, [])


class Anywhere(GuideTest):
    def test_without_script_nothing_dead_is_shown(self):
        for path in ("printer/", "drum/", "lights/"):
            page = self.open(site(), path, java_script_enabled=False)
            self.assertEqual(page.locator("button:visible, input:visible, .kb-entry-line:visible, .kb-checklist:visible").count(), 0)
            page.emulate_media(media="print")
            self.assertIn("☐", page.locator("[data-kb-step]").first.evaluate("step => getComputedStyle(step, '::before').content"))

    def test_the_page_that_shows_it_alone(self):
        page = self.start("printer/guide/")
        self.button(page, "No, next").click()
        self.button(page, "None of these fits").click()
        expect(self.region(page).get_by_role("link", name="No paper", exact=True)).to_have_attribute("href", site().url + "paper/")
        page = self.open(site(), "printer/guide/", java_script_enabled=False)
        expect(page.get_by_role("link", name="The printer won't print").last).to_be_visible()

    def test_from_a_folder_there_is_the_article(self):
        root = site().output.as_uri() + "/"
        page = self.context(root).new_page()
        page.goto(root + "printer/index.html")
        expect(page.get_by_role("heading", name="The most likely cause")).to_be_visible()
        self.assertEqual(page.locator("input:visible, .kb-entry-line:visible").count(), 0)
        self.watch.problems = []

    def test_it_is_embedded_in_another_site_s_page(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        url = site().url
        (Path(folder.name) / "index.html").write_text(
            f"<!doctype html><html lang=en><title>App</title><style>kb-guide {{ --kb-accent: rgb(200, 0, 0); }} button {{ display: none; }}</style>"
            f"<h1>Our app</h1><script type=module src='{url}_kb/guide.js'></script><kb-guide src='{url}printer/guide.json'></kb-guide>", encoding="utf-8")

        class Embedder(http.server.SimpleHTTPRequestHandler):
            def log_message(self, *arguments):
                """Nothing to say."""

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Embedder, directory=folder.name))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.shutdown)
        context = self.context("http://127.0.0.1:")
        # What the manual says to allow.
        context.route(f"{url}**", lambda route: (lambda response: route.fulfill(
            response=response, headers={**response.headers, "access-control-allow-origin": "*"}))(route.fetch()))
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        self.button(page, "Start").click()
        expect(self.button(page, "Yes, it works now")).to_have_css("background-color", "rgb(200, 0, 0)")
        self.assertNotIn("#", page.url)
        self.button(page, "No, next").click()
        self.button(page, "None of these fits").click()
        expect(self.region(page).get_by_role("link", name="No paper", exact=True)).to_have_attribute("href", url + "paper/")


if __name__ == "__main__":
    unittest.main()
