"""Runs Python test modules side by side, each in a process of its own: side_by_side.py FOLDER [MODULE…]

Prints what a module printed when it ends, and a line with its time. Exits with 1 if any of them failed."""
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def run(folder, module):
    start = time.monotonic()
    process = subprocess.run([sys.executable, "-m", "unittest", module], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    print(f"{process.stdout}{folder.name}/{module}: {time.monotonic() - start:.0f} s\n", flush=True)
    return process.returncode == 0


def main():
    folder = Path(sys.argv[1]).resolve()
    # The largest first, so that none of them is left alone at the end.
    files = sorted(folder.glob("test_*.py"), key=lambda file: -file.stat().st_size)
    modules = sys.argv[2:] or [file.stem for file in files]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        passed = list(pool.map(lambda module: run(folder, module), modules))
    sys.exit(0 if all(passed) else 1)


if __name__ == "__main__":
    main()
