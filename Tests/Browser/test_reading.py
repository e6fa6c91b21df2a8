"""What a reader does on a page: themes, the drawer, branches, the outline, fragments."""
import re
import unittest

from playwright.sync_api import expect

from browser import PHONE, BrowserTest
from sites import Site, arabic, corners, manual, tree, write


class Keyboard(BrowserTest):
    def test_the_skip_link_is_first_and_leads_to_the_content(self):
        page = self.open(manual())
        page.keyboard.press("Tab")
        self.assertEqual(self.focused(page), "Skip to content")
        self.assertTrue(self.is_shown(page.get_by_role("link", name="Skip to content")))
        page.keyboard.press("Enter")
        self.assertEqual(page.evaluate("document.activeElement.tagName"), "MAIN")

    def test_focus_is_visible_wherever_it_goes(self):
        page = self.open(corners(), "sections/")
        seen = set()
        for _ in range(25):
            page.keyboard.press("Tab")
            outline = page.evaluate("""() => {
                const style = getComputedStyle(document.activeElement);
                return [document.activeElement.textContent.trim(), style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2];
            }""")
            if page.evaluate("document.activeElement === document.body"):
                break
            seen.add(outline[0])
            self.assertTrue(outline[1], outline[0])
        self.assertGreater(len(seen), 10)


class ColourTheme(BrowserTest):
    def colour(self, page):
        return page.evaluate("getComputedStyle(document.body).color")

    def test_the_button_goes_round_and_is_remembered(self):
        page = self.open(manual(), color_scheme="light")
        button = page.locator(".kb-theme")
        names, colours = [], []
        for _ in range(4):
            names.append(button.get_attribute("aria-label"))
            colours.append(self.colour(page))
            button.click()
        self.assertEqual(names[0], names[3])
        self.assertEqual(len(set(names)), 3)
        self.assertEqual(colours[0], colours[1])
        self.assertNotEqual(colours[1], colours[2])
        button.click()
        page.goto(manual().url + manual().pages[1])
        self.assertEqual(self.colour(page), colours[2], "dark is remembered on the next page")

    def test_the_first_paint_has_the_chosen_theme(self):
        page = self.open(manual(), color_scheme="light")
        page.evaluate("localStorage.setItem('kb-theme', 'dark')")
        page.add_init_script("addEventListener('DOMContentLoaded', () => { window.atFirst = document.documentElement.dataset.theme; })")
        page.reload()
        self.assertEqual(page.evaluate("window.atFirst"), "dark")

    def test_the_systems_theme_is_followed(self):
        light = self.colour(self.open(manual(), color_scheme="light"))
        self.assertNotEqual(light, self.colour(self.open(manual(), color_scheme="dark")))

    def test_without_storage_the_button_works(self):
        context = self.context(manual().url)
        context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } })")
        page = context.new_page()
        page.goto(manual().url)
        page.locator(".kb-theme").click()
        expect(page.locator("html")).to_have_attribute("data-theme", "light")


class Drawer(BrowserTest):
    def test_it_has_the_links_and_the_theme_of_the_header(self):
        with write({"kbgen.yml": "title: T\nlinks:\n  Status: https://status.example/\n", "Content/README.md": "# Home\n\nText.\n"}) as source:
            built = Site(source)
        page = self.open(built, viewport=PHONE)
        status, theme = page.get_by_role("link", name="Status"), page.get_by_role("button", name="Theme")
        self.assertFalse(status.is_visible())
        page.get_by_role("button", name="Menu").click()
        self.assertTrue(status.is_visible())
        self.assertTrue(theme.is_visible())
        page.set_viewport_size({"width": 1300, "height": 800})
        expect(page.get_by_role("banner").get_by_role("link", name="Status")).to_be_visible()

    def test_it_opens_on_the_current_page_and_escape_gives_focus_back(self):
        page = self.open(corners(), "sections/", viewport=PHONE)
        menu = page.get_by_role("button", name="Menu")
        self.assertFalse(page.get_by_role("navigation", name="Contents").is_visible())
        menu.click()
        self.assertTrue(page.get_by_role("navigation", name="Contents").is_visible())
        self.assertEqual(self.focused(page), "Sections")
        self.assertTrue(page.evaluate("document.querySelector('main').inert"))
        page.keyboard.press("Escape")
        self.assertFalse(page.get_by_role("navigation", name="Contents").is_visible())
        self.assertEqual(self.focused(page), "Menu")
        self.assertFalse(page.evaluate("document.querySelector('main').inert"))

    def test_its_links_lead_on_and_back_finds_it_closed(self):
        page = self.open(corners(), "sections/", viewport=PHONE)
        page.get_by_role("button", name="Menu").press("Space")
        page.get_by_role("navigation", name="Contents").get_by_role("link", name="Wide").click()
        expect(page).to_have_url(corners().url + "wide/")
        page.go_back()
        self.assertFalse(page.get_by_role("navigation", name="Contents").is_visible())


class Sidebar(BrowserTest):
    def test_the_current_page_is_marked_and_its_branch_open(self):
        page = self.open(corners(), "parent/child/grandchild/")
        contents = page.get_by_role("navigation", name="Contents")
        current = contents.locator("[aria-current=page]")
        self.assertEqual(current.inner_text(), "Grandchild")
        self.assertTrue(self.is_shown(current))
        toggle = contents.get_by_role("button", name=re.compile("Parent"))
        expect(toggle).to_have_attribute("aria-expanded", "true")
        toggle.click()
        self.assertFalse(current.is_visible())

    def test_a_closed_branch_is_loaded_when_it_is_wanted(self):
        page = self.open(tree(), "part-0/chapter-0/")
        wanted = "part-3/chapter-2/page-5/"
        self.assertEqual(page.locator(f".kb-sidebar a[href$='{wanted}']").count(), 0)
        self.open_all(page, wanted)
        page.locator(f".kb-sidebar a[href$='{wanted}']").click()
        expect(page).to_have_url(tree().url + wanted)
        self.assertEqual(page.locator(".kb-sidebar [aria-current=page]").inner_text(), "Page 3.2.5")

    def open_all(self, page, wanted):
        """Opens branches, outermost first, until the wanted link is there."""
        link = page.locator(f".kb-sidebar a[href$='{wanted}']")
        for _ in range(60):
            if link.count() > 0:
                return
            closed = page.locator(".kb-sidebar .kb-toggle[aria-expanded=false]")
            if closed.count() == 0:
                break
            name = closed.last.get_attribute("aria-label")
            closed.last.click()
            expect(page.get_by_role("button", name=name, exact=True, expanded=True)).to_be_visible()
        self.assertGreater(link.count(), 0, "the page is nowhere in the navigation")


class Outline(BrowserTest):
    def test_the_section_in_view_is_marked(self):
        page = self.open(corners(), "sections/")
        outline = page.get_by_role("navigation", name="On this page")
        for number in (3, 1, 6):
            outline.get_by_role("link", name=f"Section {number}").click()
            expect(outline.locator("[aria-current]")).to_have_text(f"Section {number}")
            top = page.get_by_role("heading", name=f"Section {number}").bounding_box()["y"]
            header = page.locator(".kb-header").bounding_box()["height"]
            self.assertGreaterEqual(top, header - 1, "the heading is not hidden behind the header")


class OutlineBar(BrowserTest):
    """The outline where there is no room beside the text."""

    def check(self, **viewport):
        page = self.open(corners(), "sections/", **viewport)
        bar = page.get_by_role("navigation", name="On this page")
        toggle = bar.get_by_role("button", name="On this page")
        expect(toggle).to_have_attribute("aria-expanded", "false")
        self.assertFalse(bar.get_by_role("link", name="Section 3").is_visible())
        toggle.click()
        bar.get_by_role("link", name="Section 3").click()
        expect(toggle).to_have_attribute("aria-expanded", "false")
        expect(toggle).to_contain_text("Section 3")
        below = bar.bounding_box()
        heading = page.get_by_role("main").get_by_role("heading", name="Section 3", exact=True)
        self.assertGreaterEqual(heading.bounding_box()["y"], below["y"] + below["height"] - 1, "the heading is not hidden behind the bar")
        toggle.click()
        page.keyboard.press("Escape")
        expect(toggle).to_have_attribute("aria-expanded", "false")
        expect(toggle).to_be_focused()
        page.context.close()

    def test_it_opens_and_says_where_the_reader_is(self):
        self.check(viewport={"width": 900, "height": 700})
        self.check(viewport=PHONE)

    def test_nothing_moves_while_the_page_loads(self):
        for viewport in ({"width": 1300, "height": 800}, {"width": 900, "height": 700}, PHONE):
            context = self.context(corners().url, viewport=viewport)
            context.add_init_script(
                "window.shifts = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shifts += entry.value; })"
                ".observe({ type: 'layout-shift', buffered: true });")
            page = context.new_page()
            page.goto(corners().url + "sections/", wait_until="networkidle")
            self.assertLess(page.evaluate("window.shifts"), 0.01, viewport)
            context.close()


class Fragments(BrowserTest):
    def test_details_are_opened_by_what_they_hold(self):
        for fragment in ("own", "deep-inside", "here", "deepest"):
            page = self.open(corners(), f"details/#{fragment}")
            self.assertTrue(page.locator(f"#{fragment}").is_visible(), fragment)
        page = self.open(corners(), "details/")
        self.assertFalse(page.locator("#here").is_visible())
        page.evaluate("location.hash = '#here'")
        expect(page.locator("#here")).to_be_visible()

    def test_a_malformed_fragment_breaks_nothing(self):
        page = self.open(corners(), "sections/#%")
        self.assertGreater(page.get_by_role("navigation", name="On this page").locator("[aria-current]").count() +
                           page.locator(".kb-anchor").count(), 0)


class Direction(BrowserTest):
    def test_right_to_left_has_its_sidebar_on_the_right(self):
        page = self.open(arabic(), "part/page/")
        self.assertEqual(page.locator("html").get_attribute("dir"), "rtl")
        sidebar = page.locator(".kb-sidebar").bounding_box()
        self.assertGreater(sidebar["x"], page.locator("main").bounding_box()["x"])


if __name__ == "__main__":
    unittest.main()
