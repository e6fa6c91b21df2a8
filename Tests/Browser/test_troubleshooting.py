"""A reader's way through guides: answers, and the place in the address."""
import json
import re
import unittest

from playwright.sync_api import expect

from browser import LONG, PHONE
from guide_sites import GuideTest, PAPER, SHARED, first_article, site
from sites import built, manual

#: A phone's visible part.
SMALL = {"width": 390, "height": 664}


class Walk(GuideTest):
    """Each answer of each place is given once, and leads where `guide.json` says."""

    def click(self, page, name):
        self.region(page).get_by_role("group", name="Answer").get_by_role("button", name=name, exact=True).first.click()

    def press(self, page, name):
        """Goes to a button by the Tab key, from where the focus is, and presses it."""
        for _ in range(80):
            if self.focused(page) == name:
                return page.keyboard.press("Enter")
            page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach “{name}”")

    def answers(self, place):
        """What can be answered at a place, and where it leads."""
        following = {"cause": [("Yes, this is it", place.get("found")), ("No, something else", place["next"])],
                     "check": [("It's fine", place["next"]), ("It's not", place.get("found"))],
                     "remedy": [("Yes, it works now", "~solved"), ("No, next", place["next"])]}.get(place["question"])
        if following is None:
            following = [(choice["title"], choice["place"]) for choice in place["choices"]] + [("None of these fits", place["next"])]
        return following + [("Skip", place["next"])]

    def walk(self, page, url, guide, act):
        """Goes to each place by its address, and gives each answer there. Nothing but a stop is asked, and all answers are in sight."""
        nodes = {node["anchor"]: node for node in guide["nodes"]}
        for place in guide["places"]:
            if place["kind"] == "escalation":
                continue
            node = nodes[place["node"]]
            self.assertTrue(place["kind"] == "choice" or node["steps"] or node["kind"] == "check", f"“{node['title']}” is no stop")
            for name, target in self.answers(place):
                page.evaluate("localStorage.clear()")
                page.goto("about:blank")
                page.goto(f"{url}#guide:{place['id'].replace('%', '%25')}")
                group = self.region(page).get_by_role("group", name="Answer")
                expect(group).to_be_visible()
                if len(place.get("choices", [])) <= 7:
                    height = page.viewport_size["height"]
                    for button in group.get_by_role("button").all():
                        box = button.bounding_box()
                        self.assertLessEqual(box["y"] + box["height"], height + 1, f"{url}: {name} at {place['id']}")
                act(page, name)
                if target in ("~solved", "~end"):
                    expect(self.button(page, "Copy summary")).to_be_visible()
                else:
                    page.wait_for_function("id => decodeURIComponent(location.hash) === `#guide:${id}`", arg=target)

    def guide(self, built_site, path):
        return json.loads((built_site.output / path / "guide.json").read_text())

    def longest(self, guide):
        """How many answers lead to the end for whom nothing helps."""
        places, at, count = {place["id"]: place for place in guide["places"]}, guide["first"], 0
        while at in places and places[at]["kind"] != "escalation":
            at, count = (places[at]["choices"][0]["place"] if places[at]["kind"] == "choice" else places[at]["next"]), count + 1
        return count

    def check(self, built_site, path, *acts):
        guide = self.guide(built_site, path)
        stops = sum(place["kind"] == "node" for place in guide["places"])
        choices = sum(place["kind"] == "choice" for place in guide["places"])
        self.assertLessEqual(self.longest(guide), stops + choices)
        page = self.open(built_site, path, viewport=SMALL)
        for act in acts:
            self.walk(page, built_site.url + path, guide, act)
        page.context.close()

    def test_every_answer_by_mouse_and_by_keyboard(self):
        self.check(site(), "printer/", self.click, self.press)
        self.check(site(), "lights/", self.click, self.press)

    def test_every_answer_in_the_first_article(self):
        if not (SHARED / "trees").is_dir():
            self.skipTest(f"{SHARED}/trees is not here")
        self.check(first_article(), "it/", *([self.click, self.press] if LONG else [self.click]))

    @unittest.skipUnless(LONG, "KBGEN_LONG is not set")
    def test_every_answer_in_the_manual_and_in_articles_of_others(self):
        for file in sorted(manual().output.rglob("guide.json")):
            self.check(manual(), file.parent.relative_to(manual().output).as_posix() + "/", self.click, self.press)
        if not (SHARED / "trees").is_dir():
            self.skipTest(f"{SHARED}/trees is not here")
        articles = sorted((SHARED / "trees/articles").glob("*.md"))[::25]
        others = built({"README.md": "# Home\n", **{f"a{number}.md": file.read_text(encoding="utf-8") for number, file in enumerate(articles)}}, (0, 1))
        # A page with one thing to try is no guide that is walked.
        guides = sorted(
            file.parent.relative_to(others.output).as_posix() + "/" for file in others.output.glob("*/guide.json")
            if "<kb-guide" in (file.parent / "index.html").read_text(encoding="utf-8"))
        self.assertGreaterEqual(len(guides), 12)
        for path in guides:
            with self.subTest(path):
                self.check(others, path, self.click)


class Guide(GuideTest):
    def test_start_opens_the_guide_as_the_only_content(self):
        page = self.start()
        self.assertTrue(page.locator("main.kb-main").evaluate("main => main.closest('[inert]') !== null"))
        expect(page.get_by_role("heading", name="Other possible causes")).to_have_count(0)
        expect(page.get_by_role("navigation", name="Contents")).to_have_count(0)
        self.assertIn("#guide:", page.url)
        expect(self.region(page)).to_contain_text("The printer won't print")
        page.keyboard.press("Escape")
        expect(page.get_by_role("heading", name="The most likely cause")).to_be_visible()
        self.assertTrue(page.locator("main.kb-main").evaluate("main => main.closest('[inert]') === null"))
        self.assertIn("#the-most-likely-cause", page.url)

    def test_a_node_shows_its_whole_text_and_keeps_in_step_with_the_article(self):
        page = self.start()
        expect(self.title(page)).to_have_text("The most likely cause")
        expect(self.region(page).get_by_role("link", name="picture")).to_have_attribute("href", "https://kb.example/cable")
        expect(self.region(page).locator("code")).to_have_text("USB")
        self.region(page).get_by_role("checkbox", name="Switch it off").check()
        self.more(page, "Read the whole article")
        expect(page.locator(".kb-article > ol").get_by_role("checkbox", name="Switch it off")).to_be_checked()

    def test_the_row_of_a_step_ticks_it(self):
        page = self.start()
        box = self.region(page).get_by_role("checkbox", name="Switch it off")
        self.region(page).get_by_text("Switch it off").click()
        expect(box).to_be_checked()
        # A link in a row leads where it leads.
        page = self.open(site(), "paper/")
        page.get_by_text("Put paper in").click()
        expect(page.get_by_role("checkbox", name="Put paper in")).to_be_checked()

    def test_a_cause_with_a_list_is_done_and_a_check_leads_to_what_follows(self):
        page = self.start()
        for name, title in [("No, next", "Which fits?"), ("Option 2 — Use another cable", "Option 2 — Use another cable"), ("No, next", "1. Confirm that there is paper"),
                            ("It's fine", "2. If the issue persists: collect the log")]:
            self.button(page, name).click()
            expect(self.title(page)).to_have_text(title)

    def test_the_place_survives_a_reload_another_tab_and_another_day(self):
        page = self.start()
        self.button(page, "No, next").click()
        self.button(page, "Option 2 — Use another cable").click()
        self.assertIn("#guide:option-2-use-another-cable", page.url)
        page.reload()
        expect(self.title(page)).to_contain_text("Option 2")
        other = page.context.new_page()
        other.goto(site().url + "printer/")
        expect(self.region(other)).to_contain_text("You stopped at “Option 2 — Use another cable”.")
        self.button(other, "Go on").click()
        expect(self.title(other)).to_contain_text("Option 2")
        self.button(other, "No, next").click()
        expect(self.title(page)).to_contain_text("Confirm that there is paper")

    def test_who_comes_back_after_an_hour_is_told_where_they_stopped(self):
        page = self.start()
        self.button(page, "Skip").click()
        page.evaluate("""() => { const key = Object.keys(localStorage).find((key) => key.startsWith('kb-guide:'));
            localStorage[key] = JSON.stringify({ ...JSON.parse(localStorage[key]), time: Date.now() - 4e6 }); }""")
        page.reload()
        expect(self.region(page)).to_contain_text("You stopped at")
        expect(self.button(page, "Start over")).to_be_visible()
        self.button(page, "Go on").click()
        expect(self.region(page)).not_to_contain_text("You stopped at")
        expect(self.title(page)).to_have_text("Which fits?")

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
        article = "---\nguide: {kind: troubleshooting}\n---\n<!-- guide: condition -->\n# The printer does not print\n\n<!-- guide: remedy -->\n## Fixes\n\nOne of these helps:\n\n"
        fixes = "- Restart the printer.\n- Use [another cable](paper.md).\n- Update the driver.\n"
        one_by_one = built({"Content/README.md": "# Home\n\n[It](printer.md) [Paper](paper.md)\n", "Content/paper.md": PAPER, "Content/printer.md": article + fixes})
        page = self.start(site=one_by_one)
        expect(self.title(page)).to_have_text("Fixes")
        expect(self.region(page)).to_contain_text("Try 1 of 3")
        expect(self.region(page)).to_contain_text("One of these helps:")
        expect(self.region(page).get_by_role("checkbox")).to_have_count(1)
        self.button(page, "No, next").click()
        expect(self.region(page)).to_contain_text("Try 2 of 3")
        expect(self.region(page).get_by_role("link", name="another cable", exact=True)).to_be_visible()
        self.button(page, "Yes, it works now").click()
        expect(self.region(page)).to_contain_text("What fixed it: Fixes: Use another cable")

    def test_the_first_tick_moves_nothing_that_is_read(self):
        page = self.open(site(), "drum/", viewport=PHONE)
        expect(page.get_by_text("done")).to_have_count(0)
        page.get_by_role("checkbox", name="Open the cover").check()
        expect(page.locator(".kb-tally")).to_have_text("1 of 3 done")

    def test_start_over_forgets_all_and_can_be_undone(self):
        page = self.start()
        self.region(page).get_by_role("checkbox", name="Switch it off").check()
        self.button(page, "No, next").click()
        self.more(page, "Start over")
        expect(self.title(page)).to_have_text("The most likely cause")
        expect(self.region(page).get_by_role("checkbox", checked=True)).to_have_count(0)
        self.button(page, "Undo").click()
        expect(self.title(page)).to_have_text("Which fits?")
        self.button(page, "Back").click()
        expect(self.region(page).get_by_role("checkbox", name="Switch it off")).to_be_checked()

    def test_back_and_the_browser_s_back_and_forward(self):
        page = self.start()
        self.button(page, "No, next").click()
        self.button(page, "Option 1 — Push the cable in").click()
        page.go_back()
        expect(self.title(page)).to_have_text("Which fits?")
        page.go_back()
        expect(self.title(page)).to_contain_text("The most likely cause")
        page.go_forward()
        page.go_forward()
        expect(self.title(page)).to_contain_text("Option 1")
        self.button(page, "Back").click()
        self.button(page, "Back").click()
        expect(self.title(page)).to_contain_text("The most likely cause")
        self.button(page, "Back").click()
        expect(self.button(page, "Go on")).to_be_visible()
        expect(page.get_by_role("heading", name="Other possible causes")).to_be_visible()
        page.go_back()
        expect(self.title(page)).to_contain_text("The most likely cause")

    def test_a_link_leads_another_person_to_exactly_this_node(self):
        page = self.open(site(), "printer/#guide:option-2-use-another-cable")
        expect(self.title(page)).to_contain_text("Option 2")
        expect(self.title(page)).to_be_focused()
        expect(self.region(page)).to_contain_text("by a link to this step")
        self.button(page, "Start from the beginning").click()
        expect(self.title(page)).to_have_text("The most likely cause")
        expect(self.region(page)).not_to_contain_text("by a link to this step")

    def test_the_link_to_a_step_is_copied(self):
        context = self.context(site().url, permissions=["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.goto(site().url + "printer/")
        self.button(page, "Start").click()
        self.more(page, "Copy link to this step")
        self.assertEqual(page.evaluate("navigator.clipboard.readText()"), site().url + "printer/#guide:the-most-likely-cause")

    def test_what_was_done_is_handed_over_by_a_link(self):
        context = self.context(site().url, permissions=["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.goto(site().url + "printer/")
        self.button(page, "Start").click()
        first = self.title(page).text_content()
        self.region(page).get_by_role("checkbox").first.check()
        self.button(page, "No, next").click()
        second = self.title(page).text_content()
        self.more(page, "Copy link with what I did")
        expect(self.region(page).get_by_role("status")).to_have_text("Copied")
        link = page.evaluate("navigator.clipboard.readText()")
        self.assertRegex(link, r"/printer/#guide-done:[A-Za-z0-9_-]+$")
        # Elsewhere it is looked at first, and nothing is stored.
        helper = self.context(site().url).new_page()
        helper.goto(link)
        expect(self.title(helper)).to_have_text("What was done so far")
        expect(self.region(helper).get_by_role("listitem").first).to_contain_text(first)
        expect(self.region(helper)).to_contain_text(f"Now at: {second}")
        self.assertEqual(helper.evaluate("localStorage.length"), 0)
        self.button(helper, "Go on from here").click()
        expect(self.title(helper)).to_have_text(second)
        expect(self.region(helper)).to_contain_text("What you have tried (1)")
        helper.reload()
        expect(self.title(helper)).to_have_text(second)

    def test_who_was_somewhere_else_can_take_it_back(self):
        page = self.start()
        self.button(page, "No, next").click()
        own = self.title(page).text_content()
        page.evaluate("""async () => {
            const json = JSON.stringify(['x', [['the-most-likely-cause']], [], '']);
            const stream = new Blob([json]).stream().pipeThrough(new CompressionStream('deflate-raw'));
            const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
            location.hash = 'guide-done:' + btoa(String.fromCharCode(...bytes)).replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '');
        }""")
        expect(self.region(page)).to_contain_text("The article has changed since.")
        self.button(page, "Go on from here").click()
        expect(self.title(page)).to_have_text("The most likely cause")
        self.button(page, "Undo").click()
        expect(self.title(page)).to_have_text(own)

    def test_a_link_with_nothing_in_it_leaves_the_article(self):
        page = self.open(site(), "printer/#guide-done:AAAA")
        expect(self.button(page, "Start")).to_be_visible()
        expect(page.get_by_role("alert")).to_be_visible()

    def test_a_link_to_what_is_gone_shows_the_beginning(self):
        for fragment in ("gone", "~solved", "%"):
            page = self.open(site(), f"printer/#guide:{fragment}")
            expect(self.button(page, "Start")).to_be_visible()

    def test_a_page_with_several_conditions_asks_what_is_seen(self):
        page = self.start("lights/")
        expect(self.title(page)).to_have_text("What do you see?")
        expect(self.region(page)).to_contain_text("Step 1")
        expect(self.region(page)).not_to_contain_text("of up to")
        self.button(page, "The light is off").click()
        expect(self.title(page)).to_contain_text("Check the plug")
        expect(self.region(page)).to_contain_text("Step 2 of up to")
        self.button(page, "It's fine").click()
        expect(self.title(page)).to_contain_text("Check the fuse")
        self.button(page, "It's fine").click()
        expect(self.title(page)).to_contain_text("Still not working?")

    def test_who_sees_none_of_the_symptoms_is_told_what_else_to_do(self):
        page = self.start("lights/")
        self.button(page, "None of these fits").click()
        expect(self.title(page)).to_have_text("Still not working?")

    def test_a_symptom_without_steps_shows_all_that_the_article_says_of_it(self):
        text = (
            "---\nguide: {kind: troubleshooting}\n---\n<!-- guide: group -->\n# Lights\n\n<!-- guide: condition -->\n## It is dark\n\nThe state is $$x_1$$.\n\n"
            "```mermaid\ngraph LR; Dark --> Lit\n```\n\n<!-- guide: info -->\n### What that means\n\nThe lamp is asleep.\n\n"
            "<!-- guide: condition -->\n## It blinks\n\n1. Restart the router\n2. Replace the cable\n\n<!-- guide: condition -->\n## It is red\n\n1. Cool it\n2. Wait\n")
        lights = built({"README.md": "# Home\n\n[It](it.md)\n", "it.md": text})
        page = self.start("it/", site=lights)
        self.button(page, "It is dark").click()
        expect(self.title(page)).to_have_text("It is dark")
        region = self.region(page)
        expect(region).to_contain_text("The lamp is asleep.")
        expect(region).not_to_contain_text("None of this fits")
        # Formulas are shown as on the page; of drawings, which may hold anything, the source is.
        expect(region.locator("math msub")).to_be_visible()
        expect(region.locator("svg")).to_have_count(0)
        expect(region).to_contain_text("Dark --> Lit")

    def test_many_symptoms_can_be_filtered(self):
        symptoms = [f"The light blinks {count} times" for count in ("two", "three", "four", "five", "six", "seven", "eight", "nine")]
        parts = "".join(f"<!-- guide: condition -->\n## {symptom}\n\n1. Restart the router\n2. Replace the cable\n\n" for symptom in symptoms)
        lights = built({"README.md": "# Home\n\n[It](it.md)\n", "it.md": f"---\nguide: {{kind: troubleshooting}}\n---\n<!-- guide: group -->\n# Lights\n\n{parts}"})
        page = self.start("it/", site=lights)
        box = self.region(page).get_by_role("searchbox", name="Find what you see")
        box.fill("seven")
        expect(self.region(page).get_by_role("button", name=re.compile("The light blinks"))).to_have_count(1)
        # The words of its steps find a symptom, and an empty list is never shown.
        for words in ("replace router", "nothing like it"):
            box.fill(words)
            expect(self.region(page).get_by_role("button", name=re.compile("The light blinks"))).to_have_count(8)
        box.fill("seven")
        self.button(page, symptoms[5]).click()
        expect(self.title(page)).to_have_text(symptoms[5])

    def test_the_reader_s_own_system_comes_first(self):
        ways = "".join(f"<!-- guide: alternative -->\n### {system}\n\n1. Restart the router\n2. Replace the cable\n\n" for system in ("Windows", "macOS", "Linux"))
        text = f"---\nguide: {{kind: troubleshooting}}\n---\n<!-- guide: condition -->\n# It fails\n\n<!-- guide: remedy -->\n## Clear the cache\n\n{ways}"
        systems = built({"README.md": "# Home\n\n[It](it.md)\n", "it.md": text})
        page = self.start("it/", site=systems, user_agent="Mozilla/5.0 (X11; Linux x86_64)")
        expect(self.title(page)).to_have_text("Which fits?")
        self.assertIn("Linux", self.region(page).get_by_role("group", name="Answer").get_by_role("button").first.inner_text())

    def test_the_second_tap_of_a_double_one_answers_nothing(self):
        page = self.start()
        first = self.title(page).inner_text()
        self.button(page, "No, next").dblclick()
        second = self.title(page).inner_text()
        self.assertNotEqual(first, second)
        page.get_by_text("What you have tried (1)").click()

    def test_an_answer_can_be_changed(self):
        page = self.start()
        self.button(page, "No, next").click()
        self.button(page, "Option 2 — Use another cable").click()
        page.get_by_text("What you have tried (1)").click()
        self.region(page).get_by_role("button", name="Change: The most likely cause").click()
        expect(self.title(page)).to_have_text("The most likely cause")
        # The new answer leads the same way, and so the later answers are kept.
        self.button(page, "Skip").click()
        expect(self.title(page)).to_have_text("Option 2 — Use another cable")
        page.get_by_text("What you have tried (1)").click()
        expect(self.region(page)).to_contain_text("– The most likely cause – skipped")

    def test_the_map_shows_where_one_is(self):
        page = self.start(viewport=PHONE)
        self.button(page, "No, next").click()
        self.button(page, "Option 2 — Use another cable").click()
        rail = self.region(page).get_by_role("navigation")
        expect(rail).to_have_count(0)
        self.more(page, "Show the map")
        expect(rail.locator("[aria-current=step]")).to_have_text("Option 2 — Use another cable")
        page.keyboard.press("Escape")
        expect(rail).to_have_count(0)
        expect(self.title(page)).to_be_focused()
        self.more(page, "Show the map")
        rail.get_by_role("link", name="1. Confirm that there is paper").click()
        expect(self.title(page)).to_have_text("1. Confirm that there is paper")

    def test_a_step_leads_through_another_guide_and_back(self):
        page = self.start()
        for name in ("No, next", "None of these fits"):
            self.button(page, name).click()
        self.region(page).get_by_role("link", name="Go through “Error “No paper”” and come back").click()
        expect(self.title(page)).to_have_text("Solution")
        self.button(page, "Yes, it works now").click()
        self.region(page).get_by_role("link", name="Return to “The printer won't print”").click()
        expect(self.title(page)).to_contain_text("Confirm that there is paper")

    def test_how_far_one_is(self):
        page = self.start()
        expect(self.region(page).get_by_role("progressbar")).to_be_visible()
        expect(self.region(page)).to_contain_text("Step 1 of up to 5")
        self.button(page, "No, next").click()
        expect(page.get_by_role("status").filter(has_text="Step 2 of up to 5")).to_have_count(1)

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

    def test_the_bar_stands_behind_the_introduction_and_only_where_there_is_something_to_try(self):
        page = self.open(site(), "printer/")
        before = page.locator("kb-guide").evaluate("bar => bar.previousElementSibling.textContent")
        self.assertEqual(before, "Some words about it.")
        expect(self.open(site(), "drum/").locator("kb-guide")).to_have_count(0)


if __name__ == "__main__":
    unittest.main()
