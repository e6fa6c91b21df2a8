"""A reader's way through guides: ticks, answers, the place in the address, the summary, embedding."""
import functools
import http.server
import json
import os
import re
import tempfile
import threading
import unittest
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from browser import DESKTOP, PHONE, BrowserTest
from sites import REPOSITORY, Handler, built, manual

SHARED = Path(os.environ.get("SHARED", REPOSITORY.parent / "shared"))
GOLDEN = Path(__file__).parent / "accessibility"

PRINTER = """---
description: What to do when nothing comes out.
---

# The printer won't print

Some words about it.

## The most likely cause

90% of the time, the cable is loose. The [picture](https://kb.example/cable) shows it.

1. Switch it off
2. Look at the `USB` cable

### How to fix it

There are two ways:

#### Option 1 — Push the cable in

1. Push it until it clicks

#### Option 2 — Use another cable

1. Take a new one
2. Plug it in

## Other possible causes

The other 10% of the time:

### 1. Confirm that there is paper

1. Open the tray
2. Follow [No paper](paper.md)

### 2. If the issue persists: collect the log

1. Save the log
2. Send it to us
"""

PAPER = """# Error “No paper”

## Solution

1. Put paper in
"""

SYMPTOMS = """# Troubleshooting the printer

## The light is red

1. Open the cover

## The light is off

### Check the plug

1. Push the plug in

### Check the fuse

1. Replace the fuse

## Still not working?

Contact support.
"""

HOWTO = """# How to change the drum

## Take it out

1. Open the cover
2. Pull the lever
3. Take the drum out

## Put it in

1. Put the new drum in
2. Close the cover
"""

CONFIGURATION = """title: Help
version: "7.1"
support: help@kb.example
insights: /docs/insights
"""

FILES = {
    "kbgen.yml": CONFIGURATION, "Content/README.md": "# Home\n\n[Printer](printer.md) [Paper](paper.md) [Lights](lights.md) [Drum](drum.md)\n",
    "Content/printer.md": PRINTER, "Content/paper.md": PAPER, "Content/lights.md": SYMPTOMS, "Content/drum.md": HOWTO,
}


@functools.cache
def site():
    return built({**FILES, "kbgen.yml": CONFIGURATION.replace("insights: /docs/insights\n", "")})


@functools.cache
def site_with_insights():
    return built(FILES)


@functools.cache
def first_article():
    article = next((SHARED / "trees/articles").glob("00-*.md"))
    return built({"README.md": "# Home\n\n[It](it.md)\n", "it.md": article.read_text(encoding="utf-8")})


class GuideTest(BrowserTest):
    def region(self, page):
        return page.get_by_role("region", name="Guided troubleshooting")

    def button(self, page, name):
        return self.region(page).get_by_role("button", name=name, exact=True)

    def start(self, path="printer/", **options):
        page = self.open(options.pop("site", None) or site(), path, **options)
        self.button(page, "Start").click()
        expect(self.button(page, "Back")).to_be_visible()
        return page

    def title(self, page):
        return self.region(page).locator(".kb-guide-title")


class Ticks(GuideTest):
    def test_every_step_is_a_checkbox_named_by_its_text(self):
        page = self.open(site(), "printer/")
        guide = json.loads((site().output / "printer/guide.json").read_text())
        names = [step["text"] for node in guide["nodes"] for step in node["steps"]]
        self.assertEqual(page.get_by_role("checkbox").evaluate_all("boxes => boxes.map(box => box.getAttribute('aria-label'))"), names)
        box = page.get_by_role("checkbox", name="Push it until it clicks")
        self.assertEqual(box.evaluate("box => box.closest('li').innerText.trim()"), "Push it until it clicks")

    def test_they_outlive_a_reload_and_an_edit_of_other_steps(self):
        edited = built({**FILES, "Content/printer.md": PRINTER.replace("# The most likely cause", "# It is the cable").replace("1. Switch it off\n", "1. Wait a minute\n")})
        page = self.open(site(), "printer/")
        page.get_by_role("checkbox", name="Open the tray").check()
        page.reload()
        expect(page.get_by_role("checkbox", name="Open the tray")).to_be_checked()
        stored = page.evaluate("Object.entries(localStorage)")
        self.assertEqual(len(stored), 1)
        later = self.open(edited, "printer/")
        later.evaluate("([value]) => localStorage.setItem(`kb-guide:${new URL('guide.json', location.href).href}`, value)", [stored[0][1]])
        later.reload()
        expect(later.get_by_role("checkbox", name="Open the tray")).to_be_checked()
        self.assertEqual(later.get_by_role("checkbox", checked=True).count(), 1)

    def test_two_tabs_stay_in_step(self):
        page = self.open(site(), "printer/")
        other = page.context.new_page()
        other.goto(page.url)
        page.get_by_role("checkbox", name="Open the tray").check()
        expect(other.get_by_role("checkbox", name="Open the tray")).to_be_checked()
        other.get_by_role("checkbox", name="Take a new one").check()
        expect(page.get_by_role("checkbox", name="Take a new one")).to_be_checked()
        expect(page.get_by_role("checkbox", name="Open the tray")).to_be_checked()

    def test_progress_by_section_and_page(self):
        page = self.open(site(), "drum/")
        expect(page.locator(".kb-checklist")).to_contain_text("0 of 5 done")
        page.get_by_role("checkbox", name="Pull the lever").check()
        expect(page.locator(".kb-checklist")).to_contain_text("1 of 5 done")
        expect(page.locator(".kb-tally")).to_have_text("1 of 3 done")
        page.get_by_role("button", name="Start over").click()
        expect(page.get_by_role("checkbox", checked=True)).to_have_count(0)
        expect(page.locator(".kb-tally")).to_have_count(0)
        self.assertEqual(page.evaluate("localStorage.length"), 0)

    def test_without_storage_a_session_lasts_as_long_as_the_page(self):
        for broken in ("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
                       "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"):
            context = self.context(site().url)
            context.add_init_script(broken)
            page = context.new_page()
            page.goto(site().url + "printer/")
            page.get_by_role("checkbox", name="Open the tray").check()
            self.button(page, "Start").click()
            self.button(page, "Still not fixed").click()
            expect(page.get_by_role("checkbox", name="Open the tray")).to_be_checked()

    def test_in_print_ticked_boxes_are_ticked_and_nothing_else_is_there(self):
        page = self.start()
        page.locator("ol").get_by_role("checkbox", name="Open the tray").check()
        page.emulate_media(media="print")
        expect(self.region(page)).to_be_hidden()
        expect(page.get_by_role("checkbox", name="Open the tray")).to_be_visible()
        expect(page.get_by_role("checkbox", name="Open the tray")).to_be_checked()
        self.assertEqual(page.locator("button:visible").count(), 0)


class Guide(GuideTest):
    def click(self, page, name):
        self.button(page, name).click()

    def press(self, page, name):
        """Goes to a button by the Tab key, from where the focus is, and presses it."""
        for _ in range(80):
            if self.focused(page) == name:
                return page.keyboard.press("Enter")
            page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach “{name}”")

    def paths(self, page, url, choose):
        """Walks every way from the start to an end, each from anew, by the mouse or by the keyboard; gives the ends."""
        ends, open_ways, met = [], [[]], 0
        while open_ways:
            way = open_ways.pop()
            page.evaluate("localStorage.clear()")
            page.goto("about:blank")
            page.goto(url)
            choose(page, "Start")
            expect(self.button(page, "Back")).to_be_visible()
            for name in way:
                choose(page, name)
            met += 1
            self.assertLess(met, 200)
            if self.button(page, "Copy summary").is_visible():
                ends.append(way)
                continue
            names = [name for name in self.region(page).get_by_role("button").all_inner_texts() if name not in ("Back", "Start over", "Copy")]
            # What is offered at a node and again behind it leads to the same.
            if "Still not fixed" in names:
                names = ["That fixed it", "Still not fixed"]
            open_ways += [way + [name] for name in names]
        return ends

    def test_every_way_through_the_guide_comes_to_an_end(self):
        page = self.open(site(), "printer/")
        ends = self.paths(page, site().url + "printer/", self.click)
        # Fixed at once; behind each of two options at it, at what follows, or not at all; without an option at what follows, or not at all.
        self.assertIn(["That fixed it"], ends)
        self.assertIn(["Still not fixed", "Option 2 — Use another cable", "Still not fixed", "Still not fixed"], ends)
        self.assertIn(["Still not fixed", "None of these", "Still not fixed"], ends)
        self.assertEqual(len(ends), 9)
        self.assertEqual(sorted(self.paths(page, site().url + "printer/", self.press)), sorted(ends), "by keyboard")

    def test_every_way_through_the_first_article(self):
        if not (SHARED / "trees").is_dir():
            self.skipTest(f"{SHARED}/trees is not here")
        page = self.open(first_article(), "it/")
        ends = self.paths(page, first_article().url + "it/", self.click)
        options = ("Option 1 — Assign via Permission Set", "Option 2 — Assign via Profile", "None of these")
        for option in options:
            self.assertEqual(sum(option in end for end in ends), 7 + (option != "None of these"), option)
        self.assertEqual(sorted(self.paths(page, first_article().url + "it/", self.press)), sorted(ends), "by keyboard")

    def test_every_way_through_every_guide_of_the_manual(self):
        guides = sorted(file.parent.relative_to(manual().output).as_posix() for file in manual().output.rglob("guide.json"))
        self.assertGreaterEqual(len(guides), 4)
        for path in guides:
            with self.subTest(path):
                page = self.open(manual(), path + "/")
                ends = self.paths(page, f"{manual().url}{path}/", self.click)
                self.assertGreater(len(ends), 2)
                self.assertEqual(sorted(self.paths(page, f"{manual().url}{path}/", self.press)), sorted(ends), "by keyboard")
                page.context.close()

    def test_a_node_shows_its_whole_text_and_keeps_in_step_with_the_article(self):
        page = self.start()
        expect(self.title(page)).to_contain_text("The most likely cause")
        expect(self.region(page).get_by_role("link", name="picture")).to_have_attribute("href", "https://kb.example/cable")
        expect(self.region(page).locator("code")).to_have_text("USB")
        self.region(page).get_by_role("checkbox", name="Switch it off").check()
        expect(page.locator(".kb-article > ol").get_by_role("checkbox", name="Switch it off")).to_be_checked()
        page.locator(".kb-article > ol").get_by_role("checkbox", name="Look at the USB cable").check()
        expect(self.region(page).get_by_role("checkbox", name="Look at the USB cable")).to_be_checked()

    def test_the_place_survives_a_reload_another_tab_and_another_day(self):
        page = self.start()
        self.button(page, "Still not fixed").click()
        self.button(page, "Option 2 — Use another cable").click()
        self.assertIn("#guide:option-2-use-another-cable", page.url)
        page.reload()
        expect(self.title(page)).to_contain_text("Option 2")
        other = page.context.new_page()
        other.goto(site().url + "printer/")
        expect(self.title(other)).to_contain_text("Option 2")
        self.button(other, "Still not fixed").click()
        expect(self.title(page)).to_contain_text("Confirm that there is paper")

    def test_a_link_to_a_place_that_is_gone_says_so(self):
        page = self.open(site(), "printer/#guide:no-such-place")
        expect(self.region(page)).to_contain_text("no longer in this article")
        expect(self.button(page, "Start")).to_be_visible()

    def test_a_guide_that_cannot_be_loaded_says_so_and_can_be_tried_again(self):
        context = self.context(site().url)
        page = context.new_page()
        page.goto(site().url + "printer/")
        page.route("**/guide.json", lambda route: route.abort())
        self.button(page, "Start").click()
        expect(self.region(page).get_by_role("alert")).to_contain_text("could not be loaded")
        page.unroute("**/guide.json")
        self.watch.problems.clear()
        self.button(page, "Try again").click()
        self.button(page, "Start").click()
        expect(self.title(page)).to_contain_text("The most likely cause")

    def test_steps_that_are_tried_one_at_a_time_are_shown_one_at_a_time(self):
        fixes = "Try these one at a time until it prints:\n\n1. Switch it off and on\n2. Use [another cable](paper.md)\n3. Wait\n"
        one_by_one = built({"Content/README.md": "# Home\n\n[It](printer.md) [Paper](paper.md)\n", "Content/paper.md": PAPER, "Content/printer.md": f"# The printer does not print\n\n## Fixes\n\n{fixes}"})
        page = self.start(site=one_by_one)
        expect(self.title(page)).to_have_text("Switch it off and on")
        expect(self.region(page)).to_contain_text("Fixes (1/3)")
        self.assertEqual(self.region(page).get_by_role("checkbox").evaluate_all("boxes => boxes.filter(box => box.checkVisibility()).length"), 1)
        self.button(page, "Still not fixed").click()
        expect(self.region(page).locator(".kb-guide-text").first.get_by_role("link", name="another cable")).to_be_visible()
        self.button(page, "That fixed it").click()
        expect(self.region(page)).to_contain_text("What fixed it: Fixes: Use another cable")

    def test_the_first_tick_moves_nothing(self):
        page = self.open(site(), "drum/", viewport=PHONE)
        box = page.get_by_role("checkbox", name="Put the new drum in")
        before = box.evaluate("box => box.getBoundingClientRect().top + scrollY")
        page.get_by_role("checkbox", name="Open the cover").check()
        expect(page.locator(".kb-tally")).to_be_visible()
        self.assertAlmostEqual(box.evaluate("box => box.getBoundingClientRect().top + scrollY"), before, delta=1)

    def test_start_over_forgets_all(self):
        page = self.start()
        self.region(page).get_by_role("checkbox", name="Switch it off").check()
        self.button(page, "Still not fixed").click()
        self.button(page, "Start over").click()
        expect(self.button(page, "Start")).to_be_focused()
        self.assertEqual(page.evaluate("localStorage.length"), 0)
        self.assertNotIn("#", page.url)
        expect(page.get_by_role("checkbox", checked=True)).to_have_count(0)
        page.reload()
        expect(self.button(page, "Start")).to_be_visible()

    def test_back_and_the_browser_s_back_and_forward(self):
        page = self.start()
        self.button(page, "Still not fixed").click()
        self.button(page, "Option 1 — Push the cable in").click()
        page.go_back()
        expect(self.title(page)).to_have_text("Choose one")
        page.go_back()
        expect(self.title(page)).to_contain_text("The most likely cause")
        page.go_forward()
        page.go_forward()
        expect(self.title(page)).to_contain_text("Option 1")
        self.button(page, "Back").click()
        self.button(page, "Back").click()
        expect(self.title(page)).to_contain_text("The most likely cause")
        self.button(page, "Back").click()
        expect(self.button(page, "Start")).to_be_visible()

    def test_a_link_leads_another_person_to_exactly_this_node(self):
        page = self.open(site(), "printer/#guide:option-2-use-another-cable")
        expect(self.title(page)).to_contain_text("Option 2")
        expect(self.title(page)).to_be_focused()
        self.button(page, "Still not fixed").click()
        expect(self.title(page)).to_contain_text("Confirm that there is paper")

    def test_a_link_to_what_is_gone_shows_the_beginning(self):
        for fragment in ("gone", "~solved", "%"):
            page = self.open(site(), f"printer/#guide:{fragment}")
            expect(self.button(page, "Start")).to_be_visible()

    def test_a_page_with_several_conditions_asks_what_is_seen(self):
        page = self.start("lights/")
        expect(self.title(page)).to_have_text("What do you see?")
        self.button(page, "The light is off").click()
        expect(self.title(page)).to_contain_text("Check the plug")
        self.button(page, "Still not fixed").click()
        expect(self.title(page)).to_contain_text("Check the fuse")
        self.button(page, "Still not fixed").click()
        expect(self.title(page)).to_contain_text("Still not working?")

    def test_a_step_leads_through_another_guide_and_back(self):
        page = self.start()
        for name in ("Still not fixed", "None of these"):
            self.button(page, name).click()
        self.region(page).get_by_role("link", name="Go through “Error “No paper”” and come back").click()
        self.button(page, "Start").click()
        self.button(page, "That fixed it").click()
        self.region(page).get_by_role("link", name="Return to “The printer won't print”").click()
        expect(self.title(page)).to_contain_text("Confirm that there is paper")
        page.goto(site().url + "paper/")
        expect(self.region(page)).to_be_visible()
        expect(self.region(page).get_by_role("link", name=re.compile("Return"))).to_have_count(0)

    def test_how_far_one_is(self):
        page = self.start()
        expect(self.region(page).get_by_role("progressbar")).to_be_visible()
        expect(self.region(page)).to_contain_text("0 tried, at most 3 to go")
        self.button(page, "Still not fixed").click()
        expect(page.get_by_role("status").filter(has_text="1 tried, at most 2 to go")).to_have_count(1)

    def test_the_page_is_not_moved_by_the_guide_before_it_is_started(self):
        page = self.open(site(), "printer/")
        self.assertEqual(page.evaluate("scrollY"), 0)
        self.assertEqual(page.evaluate("document.activeElement.tagName"), "BODY")
        shifts = page.evaluate("""() => new Promise((resolve) => {
            const met = [];
            new PerformanceObserver((list) => met.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => resolve(met.length), 300);
        })""")
        self.assertEqual(shifts, 0)


SUMMARY = """Guided troubleshooting: The printer won't print
===============================================

Page: The printer won't print (Help)
Address: {address}
Date: 2026-11-24 05:12 UTC
Version: 7.1

Result: Still not fixed

Note:
It smokes.

Asked for:
- 2. If the issue persists: collect the log
  [ ] Save the log
  [ ] Send it to us

Tried:
- The most likely cause – Still not fixed
  [x] Switch it off
  [ ] Look at the USB cable
- Choose one – Option 1 — Push the cable in
- Option 1 — Push the cable in – Still not fixed
  [ ] Push it until it clicks
- 1. Confirm that there is paper – Still not fixed
  [ ] Open the tray
  [ ] Follow No paper
"""


class Summary(GuideTest):
    def to_the_end(self, **options):
        context = self.context(site().url, permissions=["clipboard-read", "clipboard-write"], **options)
        page = context.new_page()
        page.clock.set_fixed_time("2026-11-24T05:12:33Z")
        page.goto(site().url + "printer/")
        self.button(page, "Start").click()
        self.region(page).get_by_role("checkbox", name="Switch it off").check()
        for name in ("Still not fixed", "Option 1 — Push the cable in", "Still not fixed", "Still not fixed"):
            self.button(page, name).click()
        self.region(page).get_by_role("textbox").fill("It smokes.")
        return page

    def test_it_is_copied_word_for_word(self):
        page = self.to_the_end()
        self.button(page, "Copy summary").click()
        expect(page.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
        self.assertEqual(page.evaluate("navigator.clipboard.readText()"), SUMMARY.format(address=site().url + "printer/"))
        self.button(page, "Copy as Markdown").click()
        expect(page.locator("button.kb-done")).to_have_count(2)
        self.assertIn("- **The most likely cause** – Still not fixed\n  - [x] Switch it off", page.evaluate("navigator.clipboard.readText()"))

    def test_it_goes_into_the_mail_and_nowhere_by_itself(self):
        page = self.to_the_end()
        address = self.region(page).get_by_role("link", name="Write an e-mail")
        address.focus()
        self.assertTrue(address.get_attribute("href").startswith("mailto:help@kb.example?subject=The%20printer%20won't%20print&body=Guided%20"))
        self.assertIn("It%20smokes.", address.get_attribute("href"))

    def test_the_end_says_what_worked(self):
        page = self.start()
        self.button(page, "That fixed it").click()
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
        for name in ("Still not fixed", "Option 1 — Push the cable in", "Still not fixed", "Still not fixed", "That fixed it"):
            self.button(page, name).click()
        heard = page.evaluate("heard")
        self.assertEqual([name for name, _ in heard], ["start", "step", "answer", "answer", "answer", "answer", "escalated", "answer", "solved"])
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
        self.button(page, "Still not fixed").click()
        self.button(page, "Option 1 — Push the cable in").click()
        self.button(page, "That fixed it").click()
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
        self.button(page, "That fixed it").click()
        page.wait_for_timeout(200)
        self.assertEqual(sent, [])


class Anywhere(GuideTest):
    def test_without_script_nothing_dead_is_shown(self):
        for path in ("printer/", "drum/", "lights/"):
            page = self.open(site(), path, java_script_enabled=False)
            self.assertEqual(page.locator("button:visible, input:visible, kb-guide:visible, .kb-checklist:visible").count(), 0)
            page.emulate_media(media="print")
            self.assertIn("☐", page.locator("[data-kb-step]").first.evaluate("step => getComputedStyle(step, '::before').content"))

    def test_the_page_that_shows_it_alone(self):
        page = self.start("printer/guide/")
        self.button(page, "Still not fixed").click()
        self.button(page, "None of these").click()
        expect(self.region(page).get_by_role("link", name="No paper", exact=True)).to_have_attribute("href", site().url + "paper/")
        page = self.open(site(), "printer/guide/", java_script_enabled=False)
        expect(page.get_by_role("link", name="The printer won't print").last).to_be_visible()

    def test_from_a_folder_there_is_the_article(self):
        root = site().output.as_uri() + "/"
        page = self.context(root).new_page()
        page.goto(root + "printer/index.html")
        expect(page.get_by_role("heading", name="The most likely cause")).to_be_visible()
        self.assertEqual(page.locator("input:visible, kb-guide:visible").count(), 0)
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
        expect(self.button(page, "That fixed it")).to_have_css("background-color", "rgb(200, 0, 0)")
        self.assertNotIn("#", page.url)
        self.button(page, "Still not fixed").click()
        self.button(page, "None of these").click()
        expect(self.region(page).get_by_role("link", name="No paper", exact=True)).to_have_attribute("href", url + "paper/")


class Access(GuideTest):
    def states(self, page):
        """Leads through the kinds of places; yields each one's name."""
        yield "beginning"
        self.button(page, "Start").click()
        expect(self.title(page)).to_be_focused()
        yield "node"
        self.region(page).get_by_role("checkbox").first.check()
        self.button(page, "Still not fixed").click()
        yield "choice"
        self.button(page, "Option 1 — Push the cable in").click()
        self.button(page, "Still not fixed").click()
        yield "link to another guide"
        self.button(page, "Still not fixed").click()
        yield "escalation"
        self.button(page, "That fixed it").click()
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
            if state not in ("beginning", "node", "escalation"):
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
        self.assertLessEqual(sum(sizes.values()), 12 * 1024)


if __name__ == "__main__":
    unittest.main()
