"""Real repositories: nothing breaks, the auditor finds nothing, and no word is lost."""
import subprocess
import re
import unittest
from pathlib import Path

from command import SHARED, CommandTest
from test_publishing import same
from text import missing

#: Pages of which the comparison says nothing.
EXCEPTIONS = {
    # Two files claim one address, and the other has it.
    "openg2p-openg2p-documentation/license.md",
    # Not in the folder that book.json names as the content.
    "pgsql-tw-gitbook-docs/README.md",
    # A hidden column's heading, as GitBook hides it.
    "beefreesdk-beefree-sdk-docs/resources/videos/README.md",
    "beefreesdk-beefree-sdk-docs/resources/cookbook/README.md",
    # Tags and backticks that do not match: the regular expressions read other things for tags than HTML does.
    "djangogirls-tutorial/ja/html/README.md",
    "djangogirls-tutorial/ko/css/README.md",
    "djangogirls-tutorial/zh/django_forms/README.md",
    "djangogirls-tutorial/zh/django_start_project/README.md",
    # A backtick within code.
    "elsa-workflows-elsa-gitbook/guides/onboarding/hosting-elsa-in-existing-app.md",
}


@unittest.skipUnless((SHARED / "corpora").is_dir(), "needs ../shared/corpora")
class Corpora(CommandTest):
    def test_every_corpus_builds_without_a_finding_of_the_auditor(self):
        for corpus in sorted(path for path in (SHARED / "corpora").iterdir() if path.is_dir()):
            with self.subTest(corpus.name):
                output = self.folder / corpus.name
                result = self.run_kbgen("build", corpus, "--output", output, "--quiet")
                self.assertIn(result.status, (0, 1), result.err[-500:])
                self.assertNotIn("error", {f["severity"] for f in result.findings})
                audit = subprocess.run([SHARED / "tools/audit-site", output], capture_output=True, text=True, check=False)
                self.assertEqual(audit.returncode, 0, audit.stdout[-2000:])
                self.compare_words(corpus, output)

    def compare_words(self, corpus, output):
        """Every word of the Markdown is on the page."""
        compared = 0
        for source in sorted(corpus.rglob("*.md")):
            # Where two files have one address, the page is the other's.
            if (source.with_suffix("") / "README.md").exists() or source.parent.with_suffix(".md").exists():
                continue
            page = self.page(source.relative_to(corpus), output)
            if page is None or f"{corpus.name}/{source.relative_to(corpus)}" in EXCEPTIONS:
                continue
            compared += 1
            # What book.json says stands in the place of `{{ book.x }}`.
            text = re.sub(r"\{\{ *book\.\w+ *\}\}", "", source.read_text("utf-8", "replace"))
            lost = missing(text, page)
            self.assertEqual(lost, {}, source)
        self.assertGreater(compared, 100)

    def page(self, source, output):
        """The HTML of a file's page; the content's root may be a folder of the repository."""
        path = source.with_suffix("") if source.stem.lower() not in ("readme", "index") else source.parent
        for folder in (path, Path(*path.parts[1:])):
            file = output / folder / "index.html"
            if file.is_file() and (folder == path or len(source.parts) > 1):
                text = file.read_text("utf-8")
                return None if 'http-equiv="refresh"' in text else text
        return None

    def test_jobs_make_no_difference(self):
        corpus = max((path for path in (SHARED / "corpora").iterdir() if path.is_dir()), key=lambda path: len(list(path.rglob("*.md"))))
        for jobs in ("1", "2"):
            self.run_kbgen("build", corpus, "--output", self.folder / jobs, "--jobs", jobs, "--quiet")
        self.assertTrue(same(self.folder / "1", self.folder / "2"))


if __name__ == "__main__":
    unittest.main()
