"""The search from outside: the command, its agreement with the client, what it finds, and what is written for search servers. KBGEN_QUERIES says how many random
queries are asked of each site, KBGEN_SEED which ones."""
import csv
import json
import os
import re
import subprocess
import tempfile
import unittest
import urllib.parse
from pathlib import Path
from random import Random

from command import KBGEN, LONG, REPOSITORY, SHARED, CommandTest
from search_queries import PAGES, Queries

HERE = REPOSITORY / "Tests/Search"


def queries(name="queries.tsv"):
    with (HERE / name).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    # A pasted block keeps its lines, which are written as two characters.
    return [{**row, "query": row["query"].replace("\\n", "\n")} for row in rows]


def language(query):
    """A reader of a book in several languages reads one of them: the one of the page that they look for."""
    return query["expected"].split("/")[0] if query["corpus"].startswith("djangogirls") else ""


def address(path):
    """Where a file of the content is published."""
    path = path.strip().removeprefix("tw/").removesuffix(".md")
    return path.removesuffix("README").removesuffix("index").strip("/")


def by_program(site, asked, lang):
    options = ["--json", "--limit", "10", "--output", site, *(["--language", lang] if lang else [])]
    # One query a line; those of several lines are asked each by itself.
    single = [query["query"] for query in asked if "\n" not in query["query"]]
    process = subprocess.run([KBGEN, "search", "-", *options], input="".join(f"{query}\n" for query in single), capture_output=True, text=True, check=True)
    answers = dict(zip(single, process.stdout.splitlines(), strict=True))
    for query in (query["query"] for query in asked if "\n" in query["query"]):
        answers[query] = subprocess.run([KBGEN, "search", query, *options], capture_output=True, text=True, check=True).stdout
    return [Results(json.loads(answers[query["query"]])) for query in asked]


class Results(list):
    """What is found, and whether it is close."""

    def __init__(self, answer):
        super().__init__(answer["results"])
        self.is_close = answer["isClose"]


def by_client(site, asked, lang):
    lines = "".join(json.dumps({"query": query["query"], "language": lang}) + "\n" for query in asked)
    process = subprocess.run(["node", HERE / "client.mjs", REPOSITORY / "Templates", site], input=lines, capture_output=True, text=True, check=True)
    return [Results(json.loads(line)) for line in process.stdout.splitlines()]


def rank(results, expected):
    """At which place the first of the expected pages stands; 0 for nowhere."""
    wanted = {address(path) for path in expected.split(" | ")}
    found = [urllib.parse.unquote(result["url"].split("#")[0]).strip("/") for result in results[:10]]
    return next((place for place, url in enumerate(found, 1) if url in wanted), 0)


class Repositories(unittest.TestCase):
    """The judged queries on real repositories."""

    def ask(self, queries):
        """The rank of the expected page for each query, and whether the answer is called close. The client has to agree."""
        if not (SHARED / "corpora").is_dir():
            self.skipTest(f"{SHARED}/corpora is not here")
        ranks, closes = [], []
        groups = {}
        for query in queries:
            groups.setdefault((query["corpus"], language(query)), []).append(query)
        with tempfile.TemporaryDirectory() as folder:
            for corpus in {corpus for corpus, _ in groups}:
                subprocess.run([KBGEN, "build", SHARED / "corpora" / corpus, "--output", Path(folder) / corpus, "--quiet"], capture_output=True, check=True)
            for (corpus, lang), asked in groups.items():
                results = by_program(Path(folder) / corpus, asked, lang)
                for query, own, other in zip(asked, results, by_client(Path(folder) / corpus, asked, lang), strict=True):
                    self.assertEqual([(result["url"], result["score"]) for result in own], [(result["url"], result["score"]) for result in other], query["query"])
                ranks += [rank(found, query["expected"]) for query, found in zip(asked, results, strict=True)]
                closes += [found.is_close for found in results]
        return ranks, closes

    def test_pasted_blocks_runs_of_words_summaries_and_the_like(self):
        """Queries of two repositories that are not in ../shared are asked by hand; see queries.md."""
        asked = [query for query in queries("more_queries.tsv") if (SHARED / "corpora" / query["corpus"]).is_dir()]
        ranks, _ = self.ask(asked)
        self.assertEqual(len(ranks), 234)
        first = {kind: [place == 1 for place, query in zip(ranks, asked, strict=True) if query["kind"] == kind] for kind in {query["kind"] for query in asked}}
        for kind, least in {"title": 0.95, "summary": 0.97, "identifier": 0.95, "run": 0.95, "noise": 0.75, "error": 0.85, "misspelt": 0.8}.items():
            self.assertGreaterEqual(sum(first[kind]) / len(first[kind]), least, kind)
        self.assertGreaterEqual(sum(place == 1 for place in ranks) / len(ranks), 0.83)
        self.assertGreaterEqual(sum(place > 0 for place in ranks) / len(ranks), 0.93)

    def test_the_client_agrees_and_readers_find_what_they_look_for(self):
        ranks, closes = self.ask(queries())
        self.assertEqual(len(ranks), 440)
        # Hardly any answer is called no close match.
        self.assertLess(sum(not close for place, close in zip(ranks, closes, strict=True) if 1 <= place <= 3), 0.06 * len(ranks))
        self.assertGreaterEqual(sum(place == 1 for place in ranks) / len(ranks), 0.8)
        self.assertGreaterEqual(sum(1 <= place <= 3 for place in ranks) / len(ranks), 0.89)
        self.assertGreaterEqual(sum(place > 0 for place in ranks) / len(ranks), 0.94)


def words_of_sites():
    """For each class of queries that a site's own words make, the queries with the page that each should find first."""
    asked = {"title": [], "heading": [], "behind a dot": [], "first letter wrong": []}
    for corpus in sorted(path for path in (SHARED / "corpora").iterdir() if path.is_dir() and not path.name.startswith("djangogirls")):
        export = subprocess.run([KBGEN, "search-export", corpus, "--for", "typesense"], capture_output=True, text=True, check=True).stdout
        sections = [json.loads(line) for line in export.splitlines()]
        pages = lambda key: {  # noqa: E731
            text: {section["url"].split("#")[0] for section in sections if section[key] == text} for text in {section[key] for section in sections}}
        titles, headings = pages("title"), pages("section")
        own = lambda names: [(name, *urls) for name, urls in sorted(names.items()) if len(urls) == 1 and len(name) > 3]  # noqa: E731
        unique = [(name, url) for name, url in own(titles) if sum(name.lower() == other.lower() for other in titles) == 1]
        random = Random(3)
        asked["title"] += [(corpus, *it) for it in random.sample(unique, 50)]
        only = [it for it in own(headings) if sum(it[0].lower() == other.lower() for other in [*headings, *titles]) == 1]
        asked["heading"] += [(corpus, *it) for it in random.sample(only, 50)]
        texts = {}
        for section in sections:
            texts.setdefault(section["url"].split("#")[0], []).append(section["text"] + " " + section["code"] + " " + section["section"])
        words = {}
        for url, parts in texts.items():
            for word in set(re.findall(r"[A-Za-z_][A-Za-z0-9_]*(?:[.][A-Za-z_][A-Za-z0-9_]*)*", " ".join(parts))):
                words.setdefault(word, set()).add(url)
        dotted = [word for word in sorted(words) if re.fullmatch(r"[A-Za-z_]+\.[a-z]+(?:[A-Z_][A-Za-z]+)+", word) and len(words[word]) == 1]
        behind = [(word.split(".")[-1], *words[word]) for word in dotted]
        asked["behind a dot"] += [(corpus, *it) for it in behind if sum(it[0] in word for word in words) == 1][:30]
        for title, url in random.sample(unique, 50):
            long = [word for word in re.findall("[A-Za-z]{7,}", title)]
            if long:
                asked["first letter wrong"].append((corpus, title.replace(long[0], "x" + long[0][1:]), url))
    return asked


class OwnWords(unittest.TestCase):
    """A page is found first by its own title, by the headings that it alone has, and by the names in it."""

    BOUNDS = {"title": 0.98, "heading": 0.97, "behind a dot": 0.8, "first letter wrong": 0.75}

    @unittest.skipUnless((SHARED / "corpora").is_dir(), "needs ../shared/corpora")
    def test_pages_are_found_by_their_own_words(self):
        with tempfile.TemporaryDirectory() as folder:
            for kind, asked in words_of_sites().items():
                first = 0
                for corpus in sorted({corpus for corpus, _, _ in asked}):
                    site = Path(folder) / corpus.name
                    if not site.exists():
                        subprocess.run([KBGEN, "build", corpus, "--output", site, "--quiet"], capture_output=True, check=False)
                    own = [{"query": query, "url": url} for name, query, url in asked if name == corpus]
                    for query, found in zip(own, by_program(site, own, ""), strict=True):
                        first += bool(found) and found[0]["url"].split("#")[0] == query["url"]
                with self.subTest(kind):
                    print(f"{kind}: {first} of {len(asked)} first")
                    self.assertGreaterEqual(first / len(asked), self.BOUNDS[kind])


class Agreement(CommandTest):
    """Whatever is asked, program and client find the same."""

    COUNT = int(os.environ.get("KBGEN_QUERIES", "600" if LONG else "150"))
    SEED = int(os.environ.get("KBGEN_SEED", "11"))

    def agree(self, site, lang):
        queries = Queries(site, self.SEED)
        asked = [{"query": queries.next()} for _ in range(self.COUNT)]
        own, other = by_program(site, asked, lang), by_client(site, asked, lang)
        self.assertEqual((len(own), len(other)), (len(asked), len(asked)))
        differing = [
            (query["query"], [result["url"] for result in one], [result["url"] for result in two]) for query, one, two in zip(asked, own, other)
            if one.is_close != two.is_close or [(result["url"], result["score"]) for result in one] != [(result["url"], result["score"]) for result in two]]
        self.assertEqual(differing, [])
        # Two that find nothing agree, too.
        self.assertGreater(sum(bool(results) for results in own), self.COUNT * 0.3)
        self.assertGreater(sum(bool(results) for query, results in zip(asked, own) if '"' in query["query"]), self.COUNT * 0.02)

    def test_on_a_manual(self):
        self.run_kbgen("build", REPOSITORY, "--output", "manual", "--quiet")
        self.agree(self.folder / "manual", "")

    def test_on_pages_in_many_scripts(self):
        self.write(PAGES)
        self.run_kbgen("build", "site", "--output", "scripts", "--quiet")
        self.agree(self.folder / "scripts", "hi")


class Command(CommandTest):
    SITE = {
        "README.md": "# Home\n\nWelcome.\n", "wifi.md": "# The Wi-Fi does not work\n\n## The router is off\n\n1. Switch it on\n\n## The cable is loose\n\n1. Push it in\n\n## If the issue persists\n\nCall us.\n",
        "hidden.md": "---\nnoIndex: true\n---\n\n# Secret wombat\n", "code.md": "# Codes\n\n```\nE-77: <wombat> & co\n```\n\n## Empty\n\n## Tail\n\nThe \"end\".\n",
    }

    def setUp(self):
        super().setUp()
        self.write(self.SITE)

    def test_results_are_printed_for_people_and_for_programs(self):
        self.assertEqual(self.run_kbgen("build", "site", "--quiet").status, 0)
        self.assertEqual(self.run_kbgen("search", "router", "site").out, "The Wi-Fi does not work › The router is off [guide]\n  wifi/#the-router-is-off\n")
        result = self.run_kbgen("search", "router", "site", "--json").json
        self.assertEqual(result["query"], "router")
        self.assertTrue(result["isClose"])
        self.assertFalse(self.run_kbgen("search", "router wombat xylophone", "site", "--json").json["isClose"])
        self.assertEqual(result["results"][0]["url"], "wifi/#the-router-is-off")
        self.assertEqual(self.run_kbgen("search", "wombat", "site").out, "Codes\n  code/\n", "noIndex keeps a page out")
        self.assertEqual(self.run_kbgen("search", "xylophone", "--output", "site/Output").out, "")

    def test_without_an_index_it_says_what_to_do(self):
        result = self.run_kbgen("search", "x", "site")
        self.assertEqual(result.status, 66)
        self.assertIn("build the site first", result.err)
        self.assertEqual(self.run_kbgen("search").status, 64)
        self.assertEqual(self.run_kbgen("search", "x", "--limit", "0").status, 64)

    def test_a_page_of_the_writers_at_its_address_comes_first(self):
        for files in ({"search.md": "# Search tips\n"}, {".gitbook.yaml": "redirects:\n  search: wifi.md\n"}):
            self.write(files)
            self.assertIn(self.run_kbgen("build", "site", "--quiet").status, (0, 1))
            self.assertNotIn("kb-search-page", self.read("site/Output/search/index.html"))
            self.assertIn("kb-search-page", self.read("site/Output/_kb/results/index.html"))
            (self.folder / "site/Content/search.md").unlink(missing_ok=True)

    def test_documents_for_servers(self):
        plain = [json.loads(line) for line in self.run_kbgen("search-export", "site", "--for", "typesense").out.splitlines()]
        self.assertEqual(sorted(document["url"] for document in plain), ["", "code/", "code/#tail", "wifi/", "wifi/#if-the-issue-persists", "wifi/#the-cable-is-loose", "wifi/#the-router-is-off"])
        code = next(document for document in plain if document["url"] == "code/")
        self.assertEqual(code["code"].strip(), "E-77: <wombat> & co")
        self.assertEqual(next(document for document in plain if document["url"] == "code/#tail")["text"], 'The "end".')
        self.assertEqual(len({document["id"] for document in plain}), len(plain))
        lines = self.run_kbgen("search-export", "site").out.splitlines()
        self.assertEqual([json.loads(line)["index"]["_id"] for line in lines[::2]], [json.loads(line)["id"] for line in lines[1::2]])
        fields = set(plain[0])
        self.assertLessEqual(set(self.run_kbgen("search-export", "--settings").json["mappings"]["properties"]), fields)
        self.assertLessEqual(set(self.run_kbgen("search-export", "--settings", "--for", "meilisearch").json["searchableAttributes"]), fields)
        self.assertLessEqual({field["name"] for field in self.run_kbgen("search-export", "--settings", "--for", "typesense").json["fields"]}, fields)


if __name__ == "__main__":
    unittest.main()
