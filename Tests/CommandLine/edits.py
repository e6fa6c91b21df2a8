"""Random edits of a site, of the kinds that writers make. The same seed makes the same edits."""
import random


class Edits:
    """Edits below a content folder, one at a time."""

    def __init__(self, content, seed, templates=None):
        self.content = content
        self.templates = templates
        self.random = random.Random(seed)
        self.count = 0

    def pages(self):
        return sorted(file for file in self.content.rglob("*.md") if file.name != "SUMMARY.md" and ".git" not in file.parts)

    def apply(self):
        """Makes one edit; says what it did."""
        self.count += 1
        kinds = [self.append, self.append, self.words, self.words, self.words, self.words, self.block, self.title, self.front_matter, self.remove_lines, self.add, self.delete, self.rename, self.summary, self.variables,
                 self.include, self.link, self.empty, self.touch]
        if self.templates:
            kinds.append(self.template)
        return self.random.choice(kinds)()

    def _page(self):
        return self.random.choice(self.pages())

    def _change(self, file, change):
        text = file.read_text(encoding="utf-8", errors="surrogateescape")
        file.write_text(change(text), encoding="utf-8", errors="surrogateescape")
        return f"{file.relative_to(self.content)}"

    def append(self):
        return "append to " + self._change(self._page(), lambda text: f"{text}\n\nEdit {self.count} of this page.\n")

    def words(self):
        """Other words in some lines: what writers do most, and what no other page shows."""
        def change(text):
            lines = text.split("\n")
            for index in self.random.sample(range(len(lines)), min(len(lines), 6)):
                words = lines[index].split(" ")
                if len(words) > 3 and not lines[index].startswith(("#", "---")):
                    words[self.random.randrange(1, len(words))] = self.random.choice(["the", "error", f"word{self.count}", "`code`", "**strong**"])
                    lines[index] = " ".join(words)
            return "\n".join(lines)
        return "words of " + self._change(self._page(), change)

    def block(self):
        """What is more than words: a feed, a guide, steps, a description of an interface."""
        block = self.random.choice([
            "{% updates format=\"full\" %}\n{% update date=\"2025-01-02\" %}\n## News\n\nText.\n{% endupdate %}\n{% endupdates %}",
            "## Cause 1: A\n\n1. Do this.\n\n## Cause 2: B\n\nCheck that.", "{% stepper %}\n{% step %}\nOpen it.\n{% endstep %}\n{% endstepper %}",
            "{% openapi src=\"none.yaml\" path=\"/a\" method=\"get\" %}\n{% endopenapi %}", "A note[^1].\n\n[^1]: It is here.",
        ])
        return "block in " + self._change(self._page(), lambda text: f"{text}\n\n{block}\n")

    def title(self):
        def change(text):
            lines = text.split("\n")
            for index, line in enumerate(lines):
                if line.startswith("#"):
                    lines[index] = f"{line} {self.count}"
                    break
            return "\n".join(lines)
        return "title of " + self._change(self._page(), change)

    def front_matter(self):
        key = self.random.choice(["description: About edit %d", "hidden: true", "icon: gear", "noIndex: true", "title: Titled %d", "cover: none.png"])
        line = key % self.count if "%" in key else key

        def change(text):
            return f"---\n{line}\n{text[4:]}" if text.startswith("---\n") else f"---\n{line}\n---\n\n{text}"
        return "front matter of " + self._change(self._page(), change)

    def remove_lines(self):
        def change(text):
            lines = text.split("\n")
            start = self.random.randrange(len(lines))
            del lines[start:start + self.random.randrange(1, 6)]
            return "\n".join(lines)
        return "lines of " + self._change(self._page(), change)

    def add(self):
        file = self._page().parent / f"added-{self.count}.md"
        file.write_text(f"# Added {self.count}\n\nA new page.\n")
        if self.random.random() < 0.7:
            self._summary(lambda lines: lines + [f"* [Added]({file.relative_to(self.content)})"])
        return f"add {file.relative_to(self.content)}"

    def delete(self):
        if len(self.pages()) < 20:
            return self.append()
        file = self._page()
        file.unlink()
        return f"delete {file.relative_to(self.content)}"

    def rename(self):
        file = self._page()
        old = str(file.relative_to(self.content))
        target = file.with_name(f"renamed-{self.count}.md")
        file.rename(target)
        if self.random.random() < 0.6:
            new = str(target.relative_to(self.content))
            self._summary(lambda lines: [line.replace(f"({old})", f"({new})") for line in lines])
        return f"rename {old}"

    def _summary(self, change):
        file = self.content / "SUMMARY.md"
        if not file.exists():
            return
        file.write_text("\n".join(change(file.read_text().rstrip("\n").split("\n"))) + "\n")

    def summary(self):
        def change(lines):
            kind = self.random.randrange(4)
            index = self.random.randrange(len(lines))
            if kind == 0:
                line = lines.pop(index)
                lines.insert(self.random.randrange(len(lines) + 1), line)
            elif kind == 1:
                lines.insert(index, f"## Group {self.count}")
            elif kind == 2 and len(lines) > 10:
                del lines[index]
            else:
                lines[index] = lines[index].replace("[", f"[{self.count} ", 1)
            return lines
        self._summary(change)
        return "SUMMARY.md"

    def variables(self):
        folder = self.content / ".gitbook"
        folder.mkdir(exist_ok=True)
        (folder / "vars.yaml").write_text(f"edition: '{self.count}'\n")
        return "vars.yaml; expression in " + self._change(self._page(), lambda text: text + "\n\nEdition {{ space.vars.edition }}.\n")

    def include(self):
        folder = self.content / ".gitbook" / "includes"
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f"part-{self.random.randrange(3)}.md"
        if part.exists() and self.random.random() < 0.3:
            part.unlink()
            return f"delete {part.name}"
        part.write_text(f"Part of edit {self.count}.\n")
        file = self._page()
        path = "../" * (len(file.relative_to(self.content).parts) - 1) + f".gitbook/includes/{part.name}"
        return f"{part.name} in " + self._change(file, lambda text: f"{text}\n\n{{% include \"{path}\" %}}\n")

    def link(self):
        file, target = self._page(), self._page()
        path = "../" * (len(file.relative_to(self.content).parts) - 1) + str(target.relative_to(self.content))
        form = self.random.choice(["[a link](%s)", "[text](%s#part)", "[x](%s \"mention\")", "{%% content-ref url=\"%s\" %%}\n[x](%s)\n{%% endcontent-ref %%}"])
        return "link in " + self._change(file, lambda text: f"{text}\n\n{form.replace('%s', path).replace('%%', '%')}\n")

    def empty(self):
        return "empty " + self._change(self._page(), lambda text: "")

    def touch(self):
        file = self._page()
        file.touch()
        return f"touch {file.relative_to(self.content)}"

    def template(self):
        self.templates.mkdir(exist_ok=True)
        kind = self.random.randrange(4)
        if kind == 3:
            # A file that is reported.
            (self.templates / "unknown.txt").write_text(f"{self.count}\n")
        elif kind == 0:
            (self.templates / "custom.css").write_text(f"h1 {{ order: {self.count}; }}\n")
        elif kind == 1:
            (self.templates / "footer.mustache").write_text(f"<footer>Foot {self.count}</footer>\n")
        else:
            (self.templates / "footer.mustache").unlink(missing_ok=True)
        return "templates"
