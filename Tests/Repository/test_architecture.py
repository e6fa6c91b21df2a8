"""The house keeps its own rules: modules import what the architecture allows, and rooms stay small."""
import re
import unittest
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
SOURCES = REPOSITORY / "Sources"
#: Packages and C modules, and what the toolchain brings.
FOREIGN = {"ArgumentParser", "Synchronization", "Foundation", "Glibc", "Musl", "Darwin", "CCMark", "CLibYAML", "CArena", "CFiles", "CBuiltinTheme", "CGuideModel", "CLanguages"}
IMPORT = re.compile(r"^(?:@\w+ )?import (?:struct |enum |func )?(\w+)", re.M)
#: A folder may be larger if there is a reason.
LARGE_FOLDERS = {}


def modules():
    return sorted(folder.name for folder in SOURCES.iterdir() if any(folder.rglob("*.swift")))


def imports(module):
    found = set()
    for file in (SOURCES / module).rglob("*.swift"):
        found |= set(IMPORT.findall(file.read_text()))
    return found - FOREIGN


def graph():
    """The modules of ARCHITECTURE.md with their imports, in order: `Name ← Import Import  what it makes`; imports may go on in the next line."""
    text = (REPOSITORY / "ARCHITECTURE.md").read_text().split("```text\n")[1].split("```")[0]
    drawn = {}
    for line in text.strip("\n").splitlines():
        # What a module makes follows its imports after two spaces or more.
        words = re.split(r"\s{2,}", line.strip())[0].replace("←", " ").split()
        if not line.startswith(" "):
            module = line.split()[0]
            words = re.split(r"\s{2,}", line.partition("←")[2].strip())[0].split()
            drawn[module] = []
        drawn[module] += words
    return drawn


class Architecture(unittest.TestCase):
    maxDiff = None

    def test_the_graph_is_that_of_the_imports(self):
        self.assertEqual({module: sorted(drawn) for module, drawn in graph().items()}, {module: sorted(imports(module)) for module in modules()})

    def test_a_module_imports_only_modules_before_it(self):
        order = list(graph())
        for index, module in enumerate(order):
            self.assertLessEqual(imports(module), set(order[:index]), module)

    def test_the_files_that_the_guides_name_exist(self):
        for guide in ("ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "SECURITY.md"):
            # A name in capitals stands for any.
            for path in re.findall(r"`((?:Sources|Tests|Content|Templates|\.ci)/[\w./+-]*)`", (REPOSITORY / guide).read_text()):
                self.assertTrue("NAME" in path or (REPOSITORY / path).exists(), f"{guide}: {path}")

    def test_the_package_declares_every_import(self):
        manifest = (REPOSITORY / "Package.swift").read_text()
        for kind in ("target", "executableTarget"):
            for name, dependencies in re.findall(rf'\.{kind}\(\s*name: "(\w+)"(?:,\s*dependencies: \[(.*?)\])?', manifest, re.S):
                if name in modules():
                    declared = set(re.findall(r'"(\w+)"', re.sub(r"\.product\(.*?\)", "", dependencies))) - FOREIGN
                    self.assertEqual(declared, imports(name), name)


class Rooms(unittest.TestCase):
    def test_files_have_at_most_300_lines(self):
        long = {str(file.relative_to(REPOSITORY)): count for file in SOURCES.rglob("*.swift") if (count := len(file.read_text().splitlines())) > 300}
        self.assertEqual(long, {})

    def test_functions_have_at_most_50_lines(self):
        for file in SOURCES.rglob("*.swift"):
            lines = file.read_text().splitlines()
            for start, line in enumerate(lines):
                match = re.match(r"^( *)(?!//).*\b(?:func|init)\b.*\{$", line)
                if not match:
                    continue
                end = next((index for index in range(start, len(lines)) if lines[index] == match[1] + "}"), start)
                self.assertLessEqual(end - start - 1, 50, f"{file.relative_to(REPOSITORY)}:{start + 1}")

    def test_folders_have_at_most_15_files(self):
        folders = {file.parent for file in SOURCES.rglob("*.swift")}
        large = {str(folder.relative_to(REPOSITORY)) for folder in folders if len(list(folder.glob("*.swift"))) > 15}
        self.assertEqual(large - set(LARGE_FOLDERS), set())

    def test_files_are_named_after_a_type_in_them(self):
        for file in SOURCES.rglob("*.swift"):
            name = re.split(r"[+]", file.stem)[0]
            declares = re.search(rf"\b(?:struct|enum|class|actor|protocol|extension|typealias) {name}\b", file.read_text())
            self.assertTrue(declares, file.relative_to(REPOSITORY))

    def test_nothing_traps(self):
        for file in SOURCES.rglob("*.swift"):
            for number, line in enumerate(file.read_text().splitlines(), 1):
                code = re.sub(r'"(?:\\.|[^"\\])*"', '""', line.split("//")[0])
                self.assertNotRegex(code, r"\btry!|\bfatalError\(|\bas! |@unchecked", f"{file.relative_to(REPOSITORY)}:{number}")


if __name__ == "__main__":
    unittest.main()
