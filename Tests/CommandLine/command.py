"""Runs the kbgen binary as a writer does, in folders of its own."""
import json
import os
import re
import resource
import subprocess
import tempfile
import unittest
from pathlib import Path

KBGEN = os.environ.get("KBGEN", "kbgen")
REPOSITORY = Path(__file__).resolve().parents[2]
SHARED = REPOSITORY.parent / "shared"
#: Whether tests may take minutes (make test-long).
LONG = "KBGEN_LONG" in os.environ

#: `path:line:column: severity: message [rule-id]`
FINDING = re.compile(r"^(?P<path>[^:]+):(?P<line>\d+):(?P<column>\d+): (?P<severity>error|warning|note): (?P<message>.*) \[(?P<rule>[a-z-]+)\]$")


class Result:
    """What a run of kbgen left: its exit status, both streams, and the findings among them."""

    def __init__(self, process):
        self.status = process.returncode
        self.out = process.stdout.decode("utf-8", "replace")
        self.err = process.stderr.decode("utf-8", "replace")
        matches = (FINDING.match(line) for line in self.err.splitlines())
        self.findings = [match.groupdict() for match in matches if match]

    @property
    def rules(self):
        return [finding["rule"] for finding in self.findings]

    @property
    def json(self):
        return json.loads(self.out)


class CommandTest(unittest.TestCase):
    """A test with an empty folder, `self.folder`, that is gone after it."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)

    def run_kbgen(self, *arguments, stdin=b"", memory=None, timeout=60, **environment):
        """Runs kbgen in the test's folder. `memory`: the most bytes of address space that it may take."""
        def limit():
            if memory:
                resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        process = subprocess.run(
            [KBGEN, *map(str, arguments)], input=stdin, capture_output=True, cwd=self.folder, timeout=timeout,
            env={**os.environ, **environment}, preexec_fn=limit)
        result = Result(process)
        self.assertGreaterEqual(result.status, 0, f"ended by signal {-result.status}: {result.err[-500:]}")
        return result

    def write(self, files, below="site/Content"):
        """Writes files, given by their paths and their text or bytes, below a folder; gives that folder."""
        root = self.folder / below
        for path, content in files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return root

    def read(self, path):
        return (self.folder / path).read_text(encoding="utf-8")

    def published(self, below="site/Output"):
        """The paths of the pages that were written, but for the one of search results, which every site has."""
        root = self.folder / below
        paths = (path.relative_to(root) for path in root.rglob("*.html"))
        return sorted(str(path) for path in paths if "_kb" not in path.parts and str(path) != "search/index.html")
