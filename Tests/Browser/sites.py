"""Sites that kbgen builds, and a web server that publishes them below a path and under the policy of the manual."""
import functools
import http.server
import os
import subprocess
import tempfile
import threading
from pathlib import Path

KBGEN = os.environ.get("KBGEN", "kbgen")
REPOSITORY = Path(__file__).resolve().parents[2]

#: Not at the top of the host: a link that begins with a slash leads out of the site.
PREFIX = "/docs/"
BASE_URL = f"https://kb.example{PREFIX}"
POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'self'; "
          "base-uri 'none'; form-action 'none'")


class Handler(http.server.SimpleHTTPRequestHandler):
    """What any web server does with a folder: `index.html` for a folder, `404.html` with 404 for what is not there."""

    protocol_version = "HTTP/1.1"
    #: The policy that the manual recommends; None for a server that sends none.
    policy = POLICY

    def translate_path(self, path):
        if not path.startswith(PREFIX):
            return os.path.join(self.directory, "nothing is published here")
        return super().translate_path(path[len(PREFIX) - 1:])

    def end_headers(self):
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def send_error(self, code, message=None, explain=None):
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format, *arguments):
        """Tests say what they saw; the server says nothing."""


class HandlerWithoutPolicy(Handler):
    """A server whose owner has set no policy."""

    policy = None


class Site:
    """A built site: where its files are, and its address."""

    def __init__(self, source, statuses=(0,)):
        self._folder = tempfile.TemporaryDirectory()
        self.output = Path(self._folder.name) / "Output"
        command = [KBGEN, "build", source, "--output", self.output, "--base-url", BASE_URL, "--quiet"]
        process = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        if process.returncode not in statuses:
            raise AssertionError(f"kbgen build: {process.returncode}\n{process.stderr}")
        self.url = self._serve(Handler)

    def _serve(self, handler):
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(self.output)))
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}{PREFIX}"

    @functools.cached_property
    def url_without_policy(self):
        return self._serve(HandlerWithoutPolicy)

    @property
    def pages(self):
        """The addresses of all pages that have a Markdown copy, relative to the site's."""
        folders = (file.parent.relative_to(self.output).as_posix() for file in self.output.rglob("index.md"))
        return sorted("" if folder == "." else f"{folder}/" for folder in folders)


def write(files):
    """Writes a site folder from its paths and texts; gives the `TemporaryDirectory` that holds it."""
    folder = tempfile.TemporaryDirectory()
    for path, text in files.items():
        file = Path(folder.name) / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def built(files, statuses=(0,)):
    """The site made of `files`. `statuses`: what the build may end with; 1 is for texts of others, which may have errors."""
    with write(files) as source:
        return Site(source, statuses)


@functools.cache
def manual():
    """The repository's own site."""
    return Site(REPOSITORY)


@functools.cache
def tree():
    """300 pages in folders in folders, with a navigation made of the folders: too many for every page to hold all."""
    files = {"Content/README.md": "# Home\n\nWelcome.\n"}
    for number in range(299):
        part, chapter, page = number // 50, number // 7 % 7, number % 7
        name = f"page-{page}" if page else "README"
        files[f"Content/part-{part}/chapter-{chapter}/{name}.md"] = f"# Page {part}.{chapter}.{page}\n\nText.\n"
    site = built(files)
    assert len(site.pages) > 250, "the site must be large enough for closed branches"
    return site


SECTIONS = "".join(f"## Section {number}\n\n" + "Some words to scroll past.\n\n" * 12 for number in range(1, 7))

#: What has to stay within the width of a phone.
WIDE = f"""# {"Wortungetüm" * 12}

{"unbroken" * 60} and `{"inline_code_" * 40}`, <https://kb.example/{"path/" * 60}>.

```sh
{"long command line " * 30}
```

| {" | ".join(f"Column {n}" for n in range(20))} |
| {" | ".join("---" for _ in range(20))} |
| {" | ".join("unbreakable" for _ in range(20))} |

<table><tr><th>Raw</th><th>Table</th></tr><tr><td>{"unbroken" * 60}</td><td>cell</td></tr></table>

> > > {"quoted" * 60}

1. - 1. - 1. - {"nested" * 40}
"""

DETAILS = """# Details

Words before.

<details id="own">
<summary>Closed</summary>

## Deep inside

Hidden until <span id="here">asked for</span>.

<details>
<summary>Closed within</summary>

Text <span id="deepest">at the bottom</span>.

</details>
</details>
"""

SUMMARY = """# Summary

* [Home](README.md)
* [Sections](sections.md)

## A group without a page

* [Wide](wide.md)
* [Details](details.md)

## Another group

* [Parent](parent/README.md)
  * [Child](parent/child.md)
    * [Grandchild](parent/child/grandchild.md)
  * [Elsewhere](https://kb.example/elsewhere/)
"""


@functools.cache
def corners():
    """A small site of the shapes that themes get wrong."""
    return built({
        "kbgen.yml": "title: A knowledge base with a title that is rather long for the header of a phone\n"
                     "links:\n  Support: https://kb.example/support/\n",
        "Content/SUMMARY.md": SUMMARY,
        "Content/README.md": "---\ndescription: What this is.\n---\n\n# Home\n\n[Sections](sections.md#section-3)\n",
        "Content/sections.md": f"# Sections\n\n{SECTIONS}",
        "Content/wide.md": WIDE,
        "Content/details.md": DETAILS,
        "Content/parent/README.md": "# Parent\n\nText.\n",
        "Content/parent/child.md": "# Child\n\n### Skips a level\n\nText.\n",
        "Content/parent/child/grandchild.md": "# Grandchild\n\nText.\n",
    })


@functools.cache
def arabic():
    """A site that is read from right to left."""
    return built({
        "kbgen.yml": "title: قاعدة المعرفة\nlanguage: ar\n",
        "Content/README.md": "# مرحبا\n\nنص و`kbgen build`.\n\n```sh\nkbgen build\n```\n\n## قسم\n\nنص.\n",
        "Content/part/page.md": "# صفحة\n\nنص.\n",
    })
