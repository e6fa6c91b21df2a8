"""What a page costs grows as its length does, whatever it is made of."""
import os
import shutil
import unittest
from concurrent.futures import ThreadPoolExecutor

from command import LONG
from growth import PAGES, instructions

# Texts are short on purpose: after some five seconds under valgrind, idle threads end, and reading the tables for that takes 200 million
# instructions more.

#: Four times as long may cost this many times as much: n log n, and what a table costs that doubles when it is full.
MOST = 5.2


#: Guides are bounded by the number of their titles, 1,000, and dearer than linear up to there.
GUIDES = {"guide", "equal checks", "causes", "conditions", "parts", "details"}
#: What a page may cost whatever its length, in instructions.
SMALL = 5_000_000


@unittest.skipUnless(shutil.which("valgrind"), "valgrind counts the instructions, and is not installed")
class Growth(unittest.TestCase):
    def test_all_constructs_together(self):
        start = instructions({"README.md": "x\n"})
        pages = [{f"p{i}.md": make(length) for i, make in enumerate(PAGES.values())} for length in (2_000, 8_000)]
        short, long = (instructions({"README.md": "x\n", **texts}) - start for texts in pages)
        self.assertLess(long / short, MOST)

    @unittest.skipUnless(LONG, "takes minutes: make test-long")
    def test_each_construct(self):
        start = instructions({"README.md": "x\n"})
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            counts = pool.map(lambda make: [instructions({"README.md": make(length)}) - start for length in (5_000, 20_000)], PAGES.values())
        for name, (short, long) in zip(PAGES, counts, strict=True):
            with self.subTest(name):
                self.assertLess(long, short * (2 * MOST if name in GUIDES else MOST) + SMALL, f"{short} instructions before")


if __name__ == "__main__":
    unittest.main()
