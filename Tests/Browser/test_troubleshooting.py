"""A reader's way through guides: answers, and the place in the address."""
import re
import unittest

from playwright.sync_api import expect

from browser import LONG, PHONE
from guide_sites import GuideTest, PAPER, SHARED, first_article, site
from sites import built, manual


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
        if LONG:
            self.assertEqual(sorted(self.paths(page, first_article().url + "it/", self.press)), sorted(ends), "by keyboard")

    @unittest.skipUnless(LONG, "KBGEN_LONG is not set")
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


if __name__ == "__main__":
    unittest.main()
