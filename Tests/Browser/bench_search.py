"""What a search costs a reader in Chromium, for kbgen and Pagefind in one run: bench_search.py KBGEN SHARED PEERS PAGES

Bytes are those of bodies as gzip sends them, on a cache that holds nothing but the page the reader is on. A time begins with the key and ends with the frame in
which the results are painted."""
import functools
import glob
import gzip
import http.server
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from browser import chromium

QUERIES = [
    ("connected app policy", "permission profile"), ("token error login", "webhook callback timeout"), ("api key permission denied", "page settings"),
    ("profile", "reset connected app token after timeout"),
]

#: Pagefind's programming interface, which answers sooner than its ready-made box: that waits for 300 ms.
PAGEFIND = """<!doctype html><html lang="en"><title>Pagefind</title><input><output></output><ol></ol><script type="module">
let library, turn = 0;
const [box] = document.getElementsByTagName('input');
box.addEventListener('focus', () => { library ??= import('/pagefind/pagefind.js'); });
box.addEventListener('input', async () => {
    const own = ++turn;
    const { results } = await (await library).search(box.value);
    const shown = await Promise.all(results.slice(0, 8).map((result) => result.data()));
    if (own !== turn) return;
    document.querySelector('output').textContent = `${results.length} of ${box.value}`;
    document.querySelector('ol').replaceChildren(...shown.map(({ url, meta, excerpt }) => {
        const item = document.createElement('li');
        item.innerHTML = `<a href="${url}">${meta.title}</a><p>${excerpt}</p>`;
        return item;
    }));
});
</script></html>"""

#: Of each key the milliseconds until the frame after its results, and tasks that keep the page from answering.
OBSERVER = """(() => {
    window.benchTimes = [];
    window.benchLong = [];
    let pressed = null;
    addEventListener('keydown', ({ timeStamp }) => { pressed = timeStamp; }, { capture: true });
    addEventListener('input', ({ timeStamp }) => { pressed ??= timeStamp; }, { capture: true });
    new PerformanceObserver((list) => benchLong.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
    const watch = () => new MutationObserver((changes) => {
        if (pressed === null || !changes.some(({ target }) => target.closest?.('.kb-search-panel, output'))) return;
        if (!document.querySelector('.kb-search-status, output')?.textContent) return;
        const start = pressed;
        pressed = null;
        requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => benchTimes.push(performance.now() - start);
            channel.port2.postMessage(0);
        });
    }).observe(document.body, { childList: true, subtree: true });
    document.addEventListener('DOMContentLoaded', watch);
})();"""


class Handler(http.server.SimpleHTTPRequestHandler):
    """A folder, compressed, with the bytes that were sent."""

    protocol_version = "HTTP/1.1"
    sent = []

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        content = path.read_bytes() if path.is_file() else None
        self.send_response(200 if content is not None else 404)
        body = content or b""
        packed = gzip.compress(body, 6)
        if len(packed) < len(body):
            body = packed
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.sent.append((self.path, len(body)))
        self.wfile.write(body)

    def log_message(self, format, *arguments):
        """The numbers are printed at the end."""


class Server:
    def __init__(self, folder):
        self.handler = type("Counting", (Handler,), {"sent": []})
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(self.handler, directory=str(folder)))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_port}/"

    def taken(self):
        """The kilobytes since the last time."""
        size = sum(count for _, count in self.handler.sent) / 1000
        self.handler.sent.clear()
        return size


class Reader:
    """Somebody at the box of a site, whose browser has nothing of it but the page."""

    def __init__(self, server, path, box):
        self.server = server
        self.page = chromium().new_context(viewport={"width": 1280, "height": 900}).new_page()
        self.page.add_init_script(OBSERVER)
        self.page.goto(server.url + path, wait_until="networkidle")
        server.taken()
        self.box = self.page.locator(box)

    def close(self):
        self.page.context.close()

    def settle(self):
        """Waits until nothing more is loaded."""
        count = -1
        while count != len(self.server.handler.sent):
            count = len(self.server.handler.sent)
            self.page.wait_for_timeout(400)

    def answers(self):
        return self.page.evaluate("benchTimes.length")

    def wait(self, before):
        """Waits until there has been one more answer."""
        self.page.wait_for_function("count => benchTimes.length > count", arg=before, timeout=60_000)

    def paste(self, text):
        """The kilobytes until results are there, and those that come later by themselves."""
        before = self.answers()
        self.box.fill(text)
        self.wait(before)
        first = self.server.taken()
        self.page.wait_for_timeout(1000)
        self.settle()
        return first, self.server.taken()

    def type(self, text):
        """Types key by key, the next when the last is answered. Milliseconds of each, and those of tasks in which the page answers nobody."""
        self.box.fill("")
        self.page.wait_for_timeout(300)
        self.page.evaluate("benchTimes.length = benchLong.length = 0")
        for number, key in enumerate(text, 1):
            self.page.keyboard.press(key)
            self.wait(number - 1)
        return self.page.evaluate("benchTimes"), self.page.evaluate("benchLong")


def costs(server, path, box):
    for first, second in QUERIES:
        reader = Reader(server, path, box)
        one, later = reader.paste(first)
        two, last = reader.paste(second)
        print(f"    “{first}” {one:.0f} KB and {later:.0f} KB for what it shows of pages, then “{second}” {two:.0f} KB and {last:.0f} KB")
        reader.close()


def times(server, path, box):
    reader = Reader(server, path, box)
    reader.box.focus()
    reader.type(QUERIES[0][0])
    print(f"    “{QUERIES[0][0]}” key by key {server.taken():.0f} KB", flush=True)
    for _, text in QUERIES:
        reader.type(text)
    keys, long = [], []
    for _, text in QUERIES:
        times, tasks = reader.type(text)
        keys += times
        long += tasks
    print(f"    warm, {len(keys)} keys: {statistics.median(keys):.0f} ms [{min(keys):.0f}..{max(keys):.0f}] from the key until painted, {len(long)} tasks of more than 50 ms", flush=True)
    reader.close()


def main():
    kbgen, shared, peers, pages = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4]
    pagefind = next(iter(glob.glob(str(peers / "pagefind/lib/python*/site-packages/pagefind_bin/pagefind"))), None)
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as temporary:
        folder = Path(temporary)
        subprocess.run([sys.executable, shared / "bench/gen.py", pages, folder / "content"], check=True, capture_output=True)
        subprocess.run([kbgen, "build", folder / "content", "--output", folder / "site", "--quiet"], check=True, capture_output=True)
        print(f"search in Chromium at {pages} pages\n  kbgen")
        for measure in (costs, times):
            measure(Server(folder / "site"), "", "input[type=search]")
        if pagefind:
            shutil.copytree(folder / "site", folder / "peer", ignore=shutil.ignore_patterns("_kb"))
            subprocess.run([pagefind, "--site", folder / "peer", "--root-selector", "main"], check=True, capture_output=True)
            (folder / "peer/bench.html").write_text(PAGEFIND, encoding="utf-8")
            print("  pagefind")
            for measure in (costs, times):
                measure(Server(folder / "peer"), "bench.html", "input")


if __name__ == "__main__":
    main()
