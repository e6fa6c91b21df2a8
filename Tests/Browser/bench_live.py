"""How long it takes from a save until a browser shows it, for kbgen and its peers in one run: bench_live.py KBGEN HARNESS PAGES EDITS PEER…

Each server's own way of reloading is used. The time ends with the frame in which the new text is painted."""
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import types

from browser import chromium

#: Tells of each new text, when the frame after it has been painted.
OBSERVER = """(() => {
    let last;
    const look = () => {
        const text = document.body?.textContent.match(/EDITMARK-(\\d+)/)?.[1];
        if (!text || text === last) return;
        last = text;
        requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => console.log(`seen ${text}`);
            channel.port2.postMessage(0);
        });
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
})();"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def measure(name, harness, kbgen, pages, edits):
    """Milliseconds of each edit."""
    source, _ = harness.corpus(pages)
    if name == "kbgen":
        project, kind, command = source, "pretty", [kbgen, "serve", "--content", "{src}", "--output", "{out}", "--port", "{port}", "--quiet"]
    else:
        command, kind = harness.SERVE[name]
        table = harness.table()[harness.SERVE_CONV.get(name, name)]
        project = harness.prep(name, table, pages, source)
    port = str(free_port())
    output = tempfile.mkdtemp(prefix="kbgen-live-", dir=harness.WORK)
    words = [harness.fill(word, H=harness.hugo_bin(), p=project, src=source, out=output, port=port) for word in command]
    file, path = harness.page_file(project, pages)
    url = f"http://127.0.0.1:{port}/{path[:-3]}" + ("/" if kind == "pretty" else ".html")
    original = open(file, encoding="utf-8").read()
    base = re.sub(r"\n\nEDITMARK-\d+\.\n$", "", original)
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    page = chromium().new_context().new_page()
    seen, times = {}, []
    page.on("console", lambda message: seen.__setitem__(message.text, time.monotonic()))
    page.add_init_script(OBSERVER)
    try:
        for _ in range(240):
            # A server that is still reading answers late, or says that there is no such page.
            try:
                response = page.goto(url, wait_until="domcontentloaded")
                if response and response.ok:
                    break
            except Exception:
                pass
            time.sleep(0.25)
        page.wait_for_timeout(1500)
        for number in range(edits):
            mark = str(time.time_ns())
            start = time.monotonic()
            with open(file, "w", encoding="utf-8") as target:
                target.write(f"{base}\n\nEDITMARK-{mark}.\n")
            while f"seen {mark}" not in seen and time.monotonic() - start < 20:
                page.wait_for_timeout(2)
            times.append(1000 * (seen.get(f"seen {mark}", time.monotonic()) - start))
            page.wait_for_timeout(1200)
    finally:
        page.context.close()
        with open(file, "w", encoding="utf-8") as target:
            target.write(original)
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()
    return times


def load(folder):
    """The harness as a module; it is a program, and does what it was called for when it is imported."""
    path = os.path.join(folder, "bench.py")
    module = types.ModuleType("harness")
    module.__file__ = path
    with open(path, encoding="utf-8") as source:
        exec(compile(source.read().rsplit("\nmain()", 1)[0], path, "exec"), module.__dict__)
    return module


def main():
    kbgen, folder, pages, edits, *peers = sys.argv[1:]
    harness = load(folder)
    os.makedirs(harness.WORK, exist_ok=True)
    print(f"save to visible in Chromium at {pages} pages, milliseconds of {edits} edits: median [min..max]")
    for name in ["kbgen", *peers]:
        times = measure(name, harness, kbgen, int(pages), int(edits))
        print(f"  {name:8} {statistics.median(times):6.0f} [{min(times):.0f}..{max(times):.0f}]", flush=True)


if __name__ == "__main__":
    main()
