"""The steps of a page as a checklist: ticks, and how far its reader is."""
import json
import unittest

from playwright.sync_api import expect

from guide_sites import FILES, GuideTest, PRINTER, site
from sites import built


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
        expect(page.locator(".kb-checklist")).to_be_hidden()
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
            self.button(page, "No, next").click()
            self.button(page, "None of these fits").click()
            expect(page.get_by_role("checkbox", name="Open the tray")).to_be_checked()

    def test_in_print_ticked_boxes_are_ticked_and_nothing_else_is_there(self):
        page = self.open(site(), "printer/")
        page.get_by_role("checkbox", name="Open the tray").check()
        self.button(page, "Start").click()
        expect(self.button(page, "Back")).to_be_visible()
        page.emulate_media(media="print")
        expect(page.locator(".kb-doing")).to_be_hidden()
        expect(page.get_by_role("checkbox", name="Open the tray")).to_be_visible()
        expect(page.get_by_role("checkbox", name="Open the tray")).to_be_checked()
        self.assertEqual(page.locator("button:visible").count(), 0)


if __name__ == "__main__":
    unittest.main()
