"""Sites of several spaces, and what pages tell search engines, from outside."""
import json
import re
import shutil
import unittest
from pathlib import Path

from command import SHARED, CommandTest

BASE = "https://kb.example/docs/"
#: What the vocabulary, or Google's documentation of it, asks of each thing: https://developers.google.com/search/docs/appearance/structured-data
NEEDED = {
    "BreadcrumbList": {"itemListElement"}, "ListItem": {"position", "name", "item"}, "HowTo": {"name", "step"}, "HowToStep": {"position", "text"},
    "FAQPage": {"mainEntity"}, "Question": {"name", "acceptedAnswer"}, "Answer": {"text"},
}


def structured_data(html):
    match = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    return json.loads(match[1]) if match else None


class StructuredData(CommandTest):
    def check(self, thing):
        """Fails unless a thing and all in it have what they need, of the kinds that they need."""
        kind = thing["@type"]
        self.assertLessEqual(NEEDED[kind], set(thing), kind)
        for name, value in thing.items():
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, dict):
                    self.check(part)
                elif name != "position":
                    self.assertTrue(isinstance(part, str) and part, f"{kind}.{name}")
        if kind == "ListItem":
            self.assertTrue(thing["item"].startswith("https://"), thing["item"])
        for members in (value for value in thing.values() if isinstance(value, list)):
            if all("position" in member for member in members):
                self.assertEqual([member["position"] for member in members], list(range(1, len(members) + 1)))

    def data(self, files, page, *options):
        self.write(files)
        self.assertEqual(self.run_kbgen("build", "site", *options).status, 0)
        data = structured_data((self.folder / "site/Output" / page / "index.html").read_text())
        if data:
            self.assertEqual(data["@context"], "https://schema.org")
            for thing in data["@graph"]:
                self.check(thing)
        return {thing["@type"]: thing for thing in data["@graph"]} if data else {}

    def test_a_page_says_where_it_stands(self):
        files = {"SUMMARY.md": "* [Home](README.md)\n* [A](a/README.md)\n  * Text alone\n    * [B](a/b.md)\n", "README.md": "# Home\n",
                 "a/README.md": "# A\n", "a/b.md": "# B `</script>`\n\nText.\n"}
        found = self.data(files, "a/b", "--base-url", BASE)
        items = [(item["name"], item["item"]) for item in found["BreadcrumbList"]["itemListElement"]]
        self.assertEqual(items, [("A", f"{BASE}a/"), ("B </script>", f"{BASE}a/b/")])
        self.assertEqual(self.data(files, "a/b"), {}, "without a base URL there is no absolute address")
        self.assertEqual(self.data(files, ".", "--base-url", BASE), {}, "nothing is above the first page")

    def test_a_how_to_names_its_steps(self):
        files = {"README.md": "# Install the router\n\n1. Open the lid\n2. Press the button\n3. Close the lid\n4. Connect the cable\n"}
        found = self.data(files, ".")
        self.assertEqual([step["text"] for step in found["HowTo"]["step"]], ["Open the lid", "Press the button", "Close the lid", "Connect the cable"])

    def test_a_page_of_questions_names_them_with_their_answers(self):
        files = {"README.md": "# Questions\n\n## Is it free?\n\nYes, *always*.\n\n### For whom\n\nFor all.\n\n## وأين؟\n\nهنا.\n\n## Contact\n\nWrite.\n"}
        found = self.data(files, ".")
        questions = [(entry["name"], entry["acceptedAnswer"]["text"]) for entry in found["FAQPage"]["mainEntity"]]
        self.assertEqual(questions, [("Is it free?", "Yes, always. For whom For all."), ("وأين؟", "هنا.")])

    def test_what_search_engines_are_to_leave_out_tells_them_nothing(self):
        files = {"README.md": "---\nnoRobotsIndex: true\n---\n\n# Q\n\n## A?\n\nB.\n\n## C?\n\nD.\n"}
        self.assertEqual(self.data(files, "."), {})

    def test_links_elsewhere_show_the_cover_or_the_picture_of_the_settings(self):
        self.write({"README.md": "# Home\n", "a/b.md": "---\ncover: ../own picture.png\n---\n\n# B\n", "card.png": "x", "own picture.png": "y"})
        (self.folder / "site/kbgen.yml").write_text("social-image: card.png\n")
        self.run_kbgen("build", "site", "--base-url", BASE)
        for page, image in (("index.html", "card.png"), ("a/b/index.html", "own%20picture.png")):
            self.assertIn(f'<meta property="og:image" content="{BASE}{image}">', (self.folder / "site/Output" / page).read_text())
        self.run_kbgen("build", "site")
        self.assertNotIn("og:image", (self.folder / "site/Output/index.html").read_text())


class Spaces(CommandTest):
    FILES = {"LANGS.md": "* [English](en)\n* [Deutsch](de)\n", "en/README.md": "# Start\n", "en/a.md": "# A\n\nOne.\n", "de/README.md": "# Anfang\n", "de/a.md": "# A\n\nEins.\n"}

    def stats(self):
        output = self.folder / "site/Output"
        return {path.relative_to(output).as_posix(): path.stat().st_ino for path in output.rglob("*") if path.is_file()}

    def test_an_edit_in_one_space_leaves_the_files_of_the_others(self):
        content = self.write(self.FILES)
        self.run_kbgen("build", "site")
        before = self.stats()
        for text in ("# A\n\nZwei.\n", "# Neuer Titel\n\nZwei.\n"):
            (content / "de/a.md").write_text(text)
            self.run_kbgen("build", "site")
            after = self.stats()
            changed = {path for path in after if after[path] != before.get(path)}
            self.assertIn("de/a/index.html", changed)
            self.assertEqual([path for path in changed if path.startswith("en/")], [])
            before = after

    def test_each_space_has_a_list_for_language_models(self):
        self.write({**self.FILES, "en/llms.txt": "mine"})
        self.run_kbgen("build", "site")
        output = self.folder / "site/Output"
        self.assertEqual((output / "de/llms.txt").read_text(), "# Deutsch\n\n## Deutsch\n\n- [Anfang](de/index.md)\n- [A](de/a/index.md): Eins.\n")
        self.assertIn("## English\n\n- [Start]", (output / "llms.txt").read_text())
        self.assertTrue((output / "en/llms.txt").read_text().startswith("# English\n"))

    def settings(self, text):
        (self.folder / "site").mkdir(exist_ok=True)
        (self.folder / "site/kbgen.yml").write_text(text)

    def test_spaces_may_look_and_speak_as_they_like(self):
        self.settings("""
accent: "#0b62c4"
footer: Acme
links: {Home: en/README.md}
footer-links: {Imprint: en/a.md}
spaces:
  - {folder: en, language: en}
  - folder: de
    language: de
    accent: "#aa0000"
    logo: de/logo.svg
    links: {Start: de/README.md}
    footer: Acme GmbH
    footer-links: {}
    labels: {next: Vorwärts}
""")
        self.write({**self.FILES, "de/logo.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"})
        result = self.run_kbgen("build", "site")
        self.assertEqual((result.status, result.rules), (0, []))
        german, english = (self.read(f"site/Output/{folder}/index.html") for folder in ("de", "en"))
        self.assertIn('data-kb-space="de"', german)
        for html, has, has_not in [(german, ["Acme GmbH", ">Start</a>", "Vorwärts", "de/logo.svg"], ["Imprint", ">Home</a>"]),
                                   (english, [">Acme<", ">Home</a>", ">Imprint</a>"], ["logo.svg", "Vorwärts"])]:
            for text in has:
                self.assertIn(text, html)
            for text in has_not:
                self.assertNotIn(text, html)
        styles = [re.search(r'href="([^"]*custom[^"]*\.css)"', html)[1] for html in (german, english)]
        self.assertNotEqual(*styles)
        results = [re.search(r'data-kb-page="([^"]*)"', html)[1] for html in (german, english)]
        self.assertNotEqual(*results)
        page = self.read(f"site/Output/de/{results[0]}index.html")
        self.assertIn('<html lang="de" dir="ltr">', page)
        self.assertIn("<h1>Suche</h1>", page)

    def test_a_space_has_a_feed_of_its_updates(self):
        update = "{{% update date=\"{}\" %}}\n## {}\n\n{}\n{{% endupdate %}}\n"
        news = "# News\n\n{% updates %}\n" + update.format("2026-01-01", "Old", "One.") + update.format("2026-03-01", "New", "Two.") + "{% endupdates %}\n"
        content = self.write({**self.FILES, "en/news.md": news, "en/more.md": news.replace("2026-01-01", "2026-02-01").replace("Old", "Middle"),
                              "en/SUMMARY.md": "* [Start](README.md)\n* [A](a.md)\n* [News](news.md)\n* [More](more.md)\n"})
        self.run_kbgen("build", "site", "--base-url", BASE)
        feed = self.read("site/Output/_kb/feeds/en.xml")
        self.assertEqual(re.findall("<item>\n<title>(.*?)</title>", feed), ["New", "New", "Middle", "Old"])
        self.assertIn('href="../../_kb/feeds/en.xml"', self.read("site/Output/en/a/index.html"))
        self.assertFalse((self.folder / "site/Output/_kb/feeds/de.xml").exists())
        (content / "en/news.md").write_text(news.replace("Two.", "Three."))
        self.assertIn("1 of", self.run_kbgen("build", "site", "--base-url", BASE, "--verbose").err)
        self.assertIn("Three.", self.read("site/Output/_kb/feeds/en.xml"))

    def test_a_space_has_its_own_configuration_of_gitbook(self):
        self.settings("spaces:\n  - {folder: one}\n  - {folder: two, address: second}\n")
        configuration = "root: ./docs/\nstructure:\n  readme: start.md\n  summary: toc.md\nredirects:\n  old/place: a.md\n"
        pages = {"docs/start.md": "# Start\n\n[A](a.md)", "docs/a.md": "# A", "docs/toc.md": "* [Start](start.md)\n* [A](a.md)\n", "README.md": "# Of the repository"}
        content = self.write({f"{space}/{path}": text for space in ("one", "two") for path, text in {**pages, ".gitbook.yaml": configuration}.items()})
        result = self.run_kbgen("build", "site")
        self.assertEqual((result.status, result.rules), (0, []))
        self.assertEqual([path for path in self.published() if path != "404.html"], [
            "index.html", "one/a/index.html", "one/index.html", "one/old/place/index.html", "second/a/index.html", "second/index.html",
            "second/old/place/index.html"])
        self.assertIn('url=../../a/', self.read("site/Output/second/old/place/index.html"))
        # An edit of one is seen by the next build.
        (content / "two/.gitbook.yaml").write_text(configuration.replace("old/place", "older"))
        self.run_kbgen("build", "site")
        self.assertTrue((self.folder / "site/Output/second/older/index.html").exists())

    @unittest.skipUnless((SHARED / "corpora").is_dir(), "needs ../shared")
    def test_a_book_of_twenty_languages_is_one_site(self):
        book = shutil.copytree(SHARED / "corpora/djangogirls-tutorial", self.folder / "book")
        self.assertEqual(self.run_kbgen("build", book, "--output", "out", "--base-url", BASE, timeout=300).status, 0)
        pages = {page.parent.relative_to(self.folder / "out").as_posix(): page.read_text() for page in (self.folder / "out").rglob("index.html")}
        alternates = {}
        for address, html in pages.items():
            alternates[f"{BASE}{address}/"] = re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', html)
        self.assertGreater(sum(1 for links in alternates.values() if len(links) > 10), 300)
        for own, links in alternates.items():
            self.assertTrue(not links or own in [url for _, url in links], own)
            for _, url in links:
                self.assertIn(own, [other for _, other in alternates[url]])
        self.assertIn('<html lang="fa" dir="rtl">', pages["fa/django"])
        self.assertEqual(pages["de/django"].count("hreflang="), 41, "20 languages and the default, and as many entries of the menu")


if __name__ == "__main__":
    unittest.main()
