"""A few small files do not grow into gigabytes, nor into minutes."""
import unittest

from command import CommandTest

#: For debug builds, too. What is not bounded takes many times as much.
MEMORY = 3 << 30


class Amplification(CommandTest):
    def build(self, files, settings="", timeout=60):
        self.write({"README.md": "# Home\n", **files})
        self.write({"kbgen.yml": settings}, below="site")
        return self.run_kbgen("build", "site", "--quiet", memory=MEMORY, timeout=timeout)

    def size(self):
        return sum(path.stat().st_size for path in (self.folder / "site/Output").rglob("*") if path.is_file())

    def test_a_chain_of_inclusions(self):
        files = {f"c{i}.md": f"text {i}\n\n{{% include \"c{i + 1}.md\" %}}\n" for i in range(1000)}
        result = self.build({"SUMMARY.md": "* [A](c0.md)\n", "c1000.md": "end\n", **files})
        self.assertEqual(result.rules, ["include-size"])

    def test_inclusions_of_inclusions(self):
        files = {f"c{i}.md": f"{{% include \"c{i + 1}.md\" %}}\n\n" * 10 for i in range(9)}
        result = self.build({"SUMMARY.md": "* [A](c0.md)\n", "c9.md": "word " * 100, **files})
        self.assertEqual(result.rules, ["include-size"])

    def test_many_pages_that_include_much(self):
        pages = {f"p{i}.md": f"# P{i}\n\n" + "{% include \"part.txt.md\" %}\n\n" * 100 for i in range(100)}
        result = self.build({"SUMMARY.md": "".join(f"* [P]({name})\n" for name in pages), "part.txt.md": "Some words here. " * 6_000, **pages}, timeout=120)
        self.assertEqual(result.rules, ["include-size"] * 100)
        self.assertLess(self.size(), 500 << 20)

    def test_diagrams_of_many_arrows(self):
        some, others = (" & ".join(f"{letter}{number}" for number in range(17)) for letter in "ab")
        block = f"```mermaid\ngraph LR\n{some} --> {others}\n```\n\n"
        long = f"```mermaid\ngraph LR\n{some} -->|{'word ' * 3_000}| {others}\n```\n\n"
        result = self.build({"README.md": "# Home\n\n" + 5 * long + 1_000 * block})
        self.assertEqual(result.rules, ["diagram-undrawn"] * (5 + 1_000 - 35))
        self.assertLess(self.size(), 20 << 20)

    def test_long_variables(self):
        uses = "<code class=\"expression\">space.vars.x + space.vars.x + space.vars.x</code>\n\n" * 4_000
        result = self.build({".gitbook/vars.yaml": "x: " + "word " * 2_000 + "\n", "README.md": f"# Home\n\n{uses}"})
        self.assertEqual(result.rules, ["expression-size"])
        self.assertLess(self.size(), 20 << 20)

    def test_a_circle_of_redirects(self):
        circle = "redirects:\n" + "".join(f"  a{i}: a{(i + 1) % 3000}\n" for i in range(3000))
        links = "".join(f"[x](a{i})\n" for i in range(3000))
        result = self.build({"README.md": f"# Home\n\n{links}"}, circle)
        self.assertEqual(result.rules.count("redirect-target"), 3000)

    def test_dead_links_among_many_files(self):
        files = {f"page-{i:05}.md": "x\n" for i in range(2_000)}
        links = "".join(f"[x](page-x{i:05}.md)\n" for i in range(3_000))
        result = self.build({"SUMMARY.md": "* [Home](README.md)\n", "README.md": f"# Home\n\n{links}", **files})
        self.assertEqual(result.rules.count("link-target"), 3_000)


if __name__ == "__main__":
    unittest.main()
