"""What GitBook's blocks do in a browser, and that they are whole without script."""
import functools
import unittest

from playwright.sync_api import expect

from browser import PHONE, BrowserTest
from sites import built

PIXEL = ('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="%s"/></svg>')

TABS = """# {title}

{{% tabs %}}
{{% tab title="Linux" %}}
Use the shell.

#### Deep in Linux
{{% endtab %}}
{{% tab title="Windows" %}}
Use the other shell.
{{% endtab %}}
{{% endtabs %}}

{{% tabs %}}
{{% tab title="macOS" %}}
Third text.
{{% endtab %}}
{{% tab title="windows" %}}
Fourth text.
{{% endtab %}}
{{% endtabs %}}
"""

OTHERS = """# Others

{% code expandable="true" %}
```python
""" + "\n".join(f"line_{number} = {number}" for number in range(40)) + """
```
{% endcode %}

![A red field](red.svg)

<picture><source srcset="blue.svg" media="(prefers-color-scheme: dark)"><img src="red.svg" alt="Red by day, blue by night"></picture>

{% updates format="full" %}
{% update date="2026-01-02" tags="new" %}
## First news
{% endupdate %}
{% update date="2026-01-01" tags="mended" %}
## Second news
{% endupdate %}
{% endupdates %}

<table data-search><thead><tr><th>Code</th></tr></thead><tbody><tr><td>401 Unauthorized</td></tr><tr><td>404 Not found</td></tr></tbody></table>
"""


@functools.cache
def blocks():
    return built({
        "Content/README.md": TABS.format(title="Home"), "Content/more.md": TABS.format(title="More"), "Content/others.md": OTHERS,
        "Content/.gitbook/tags.yaml": "- tag: mended\n  label: Bugs that are gone\n",
        "Content/red.svg": PIXEL % "#c00", "Content/blue.svg": PIXEL % "#00c",
    })


class Tabs(BrowserTest):
    def test_a_choice_holds_for_tabs_of_its_name_and_is_remembered(self):
        page = self.open(blocks())
        page.get_by_role("tab", name="Windows").first.click()
        self.assertTrue(page.get_by_text("Use the other shell.").is_visible())
        self.assertFalse(page.get_by_text("Use the shell.").is_visible())
        self.assertTrue(page.get_by_text("Fourth text.").is_visible(), "the second group has a tab of that name")
        page.goto(blocks().url + "more/")
        self.assertTrue(page.get_by_text("Use the other shell.").is_visible(), "on the next page, too")

    def test_arrow_keys_go_from_tab_to_tab(self):
        page = self.open(blocks())
        page.get_by_role("tab", name="Linux").focus()
        page.keyboard.press("ArrowRight")
        expect(page.get_by_role("tab", name="Windows").first).to_be_focused()
        expect(page.get_by_role("tabpanel", name="Windows").first).to_be_visible()
        page.keyboard.press("ArrowRight")
        expect(page.get_by_role("tab", name="Linux")).to_be_focused()
        self.assertEqual(page.get_by_role("tab", name="Windows").first.get_attribute("tabindex"), "-1")

    def test_a_place_in_a_closed_tab_is_shown(self):
        page = self.open(blocks())
        page.get_by_role("tab", name="Windows").first.click()
        page.evaluate("location.hash = '#deep-in-linux'")
        expect(page.get_by_role("heading", name="Deep in Linux").first).to_be_visible()

    def test_all_tabs_are_printed(self):
        page = self.open(blocks())
        page.emulate_media(media="print")
        for text in ("Use the shell.", "Use the other shell."):
            self.assertTrue(page.get_by_text(text).is_visible())

    def test_without_script_all_are_there_with_their_names(self):
        page = self.open(blocks(), java_script_enabled=False)
        for text in ("Use the shell.", "Use the other shell.", "Windows"):
            self.assertTrue(page.get_by_text(text, exact=True).first.is_visible())
        self.assertEqual(page.get_by_role("tab").count(), 0)


class Code(BrowserTest):
    def test_it_is_copied_as_it_is_written(self):
        context = self.context(blocks().url, permissions=["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.goto(blocks().url + "others/")
        page.locator(".kb-code").hover()
        page.get_by_role("button", name="Copy").click()
        self.assertIn("line_39 = 39", page.evaluate("navigator.clipboard.readText()"))
        expect(page.get_by_role("button", name="Copied")).to_be_visible()

    def test_long_code_is_folded_until_it_is_asked_for(self):
        page = self.open(blocks(), "others/")
        pre = page.locator(".kb-code pre")
        folded = pre.bounding_box()["height"]
        page.get_by_role("button", name="Show all").click()
        self.assertGreater(pre.bounding_box()["height"], folded * 2)
        page = self.open(blocks(), "others/", java_script_enabled=False)
        self.assertGreater(page.locator(".kb-code pre").bounding_box()["height"], folded * 2)


class Pictures(BrowserTest):
    def test_they_open_by_keyboard_and_close_by_escape(self):
        page = self.open(blocks(), "others/")
        link = page.get_by_role("link", name="A red field")
        link.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("dialog")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(link).to_be_focused()

    def test_without_script_the_link_leads_to_the_file(self):
        page = self.open(blocks(), "others/", java_script_enabled=False)
        page.get_by_role("link", name="A red field").click()
        self.assertTrue(page.url.endswith("/red.svg"))

    def test_the_variant_follows_the_chosen_theme(self):
        page = self.open(blocks(), "others/", color_scheme="light")
        self.assertTrue(page.locator(".kb-light-only").is_visible())
        self.assertFalse(page.locator(".kb-dark-only").is_visible())
        page.evaluate("localStorage.setItem('kb-theme', 'dark')")
        page.reload()
        self.assertTrue(page.locator(".kb-dark-only").is_visible())
        self.assertFalse(page.locator(".kb-light-only").is_visible())

    def test_their_place_is_kept_before_they_come(self):
        page = self.open(blocks(), "others/", viewport=PHONE)
        image = page.get_by_alt_text("A red field")
        self.assertEqual([image.get_attribute("width"), image.get_attribute("height")], ["300", "200"])


class Updates(BrowserTest):
    def test_they_are_narrowed_by_tag(self):
        page = self.open(blocks(), "others/")
        page.get_by_role("button", name="Bugs that are gone").click()
        self.assertFalse(page.get_by_role("heading", name="First news").is_visible())
        self.assertTrue(page.get_by_role("heading", name="Second news").is_visible())
        page.get_by_role("button", name="Everything").click()
        self.assertTrue(page.get_by_role("heading", name="First news").is_visible())


class Tables(BrowserTest):
    def test_rows_are_narrowed_to_those_with_a_text(self):
        page = self.open(blocks(), "others/")
        page.get_by_role("textbox", name="Filter the table").fill("UNAUTH")
        expect(page.get_by_role("cell", name="401 Unauthorized")).to_be_visible()
        expect(page.get_by_role("cell", name="404 Not found")).to_be_hidden()
        page.get_by_role("textbox", name="Filter the table").fill("")
        expect(page.get_by_role("cell", name="404 Not found")).to_be_visible()


if __name__ == "__main__":
    unittest.main()
