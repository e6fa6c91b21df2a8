#!/usr/bin/env python3
"""bench.py KBGEN SHARED PEERS: prints how well the search finds what people look for, and what it costs, beside Pagefind on the same pages."""
import glob
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
from pathlib import Path

kbgen, shared, peers = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
os.environ["KBGEN"] = kbgen
here = Path(__file__).resolve().parent
sys.path.insert(0, str(here.parent / "CommandLine"))
from test_search import by_program, language, queries, rank  # noqa: E402

pagefind = next(iter(glob.glob(str(peers / "pagefind/lib/python*/site-packages/pagefind_bin/pagefind"))), None)


def run(*command):
    """The processor's seconds that a command takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(list(map(str, command)), check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def by_pagefind(site, asked, lang):
    lines = "".join(json.dumps({"query": query["query"], "language": lang}) + "\n" for query in asked)
    process = subprocess.run(["node", here / "pagefind.mjs", site], input=lines, capture_output=True, text=True, check=True)
    return [[{"url": urllib.parse.unquote(url)} for url in json.loads(line)["results"]] for line in process.stdout.splitlines()]


def show(name, ranks):
    share = [sum(1 <= place <= most for place in ranks) / len(ranks) for most in (1, 3, 10)]
    print(f"  {name:10} first {share[0]:.3f}   of the first three {share[1]:.3f}   of the first ten {share[2]:.3f}")


def quality(folder):
    groups = {}
    for query in queries():
        groups.setdefault((query["corpus"], language(query)), []).append(query)
    for corpus in sorted({corpus for corpus, _ in groups}):
        run(kbgen, "build", shared / "corpora" / corpus, "--output", folder / corpus, "--quiet")
        if pagefind:
            shutil.copytree(folder / corpus, folder / "pagefind" / corpus, ignore=shutil.ignore_patterns("_kb"))
            run(pagefind, "--site", folder / "pagefind" / corpus, "--root-selector", "main")
    ranks = {"kbgen": [], "pagefind": []}
    for (corpus, lang), asked in groups.items():
        ranks["kbgen"] += [rank(found, query["expected"]) for query, found in zip(asked, by_program(folder / corpus, asked, lang), strict=True)]
        if pagefind:
            # The corpus whose pages are Chinese says that they are English.
            found = by_pagefind(folder / "pagefind" / corpus, asked, lang or "en")
            ranks["pagefind"] += [rank(results, query["expected"]) for query, results in zip(asked, found, strict=True)]
    print(f"search: the page that a person expects, {len(ranks['kbgen'])} queries")
    for name, places in ranks.items():
        if places:
            show(name, places)


def cost(folder, pages):
    subprocess.run([sys.executable, shared / "bench/gen.py", str(pages), folder / "content"], check=True, capture_output=True)
    seconds = run(kbgen, "build", folder / "content", "--output", folder / "site", "--quiet")
    files = [file for file in (folder / "site/_kb/search").rglob("*") if file.is_file()]
    print(f"search: {pages} pages, index {sum(file.stat().st_size for file in files) / 1e6:.1f} MB in {len(files)} files; the whole build {seconds:.1f} s of the processor")
    if pagefind:
        shutil.copytree(folder / "site", folder / "peer", ignore=shutil.ignore_patterns("_kb"))
        print(f"  pagefind  {run(pagefind, '--site', folder / 'peer', '--root-selector', 'main'):.1f} s of the processor for its index")


with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as temporary:
    quality(Path(temporary))
with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as temporary:
    cost(Path(temporary), int(os.environ.get("SEARCH_PAGES", "10000")))
