"""Texts of any length for each construct that a page can hold, and what the program spends on them in instructions."""
import re
import subprocess
import tempfile
from pathlib import Path

from command import KBGEN


def repeated(piece, before="", after=""):
    """Gives a text of at least `length` bytes that repeats a piece. `{i}` in it is the number of the repetition."""
    def make(length):
        parts, size, number = [], 0, 0
        while size < length:
            part = piece.replace("{i}", str(number))
            parts.append(part)
            size += len(part.encode())
            number += 1
        return before + "".join(parts) + after
    return make


#: What pages are made of, and what hostile ones repeat.
PAGES = {
    "words": repeated("word "), "lines": repeated("word\n"), "paragraphs": repeated("word\n\n"), "carriage returns": repeated("word\r"),
    "headings": repeated("## Part {i}\n\ntext\n\n"), "equal headings": repeated("## Example\n\n"), "equal ids": repeated('<a id="x"></a>\n\n'),
    "ids in headings": repeated("## A {#x}\n\n"), "headings of code": repeated("## `<x>`\n\n"), "steps": repeated("1. Press the button\n"),
    "equal step titles": repeated("{% step %}\n## Same\nx\n{% endstep %}\n", "{% stepper %}\n", "{% endstepper %}\n"),
    "guide": repeated("## Check {i}\n\n1. Look at it\n\n", "# It does not work\n\n"), "equal checks": repeated("## Check it\n\n1. Look\n\n", "# It does not work\n\n"),
    "causes": repeated("### {i}. Cause\n\ntext\n\n", "# It does not work\n\n## Possible causes\n\n"), "conditions": repeated("## If you see E{i}\n\n1. Do it\n\n", "# Errors\n\n"),
    "parts": repeated("## Part {i}\n\nA paragraph.\n\n", "# Troubleshooting\n\n"), "nested headings": repeated("## A\n### B\n#### C\n##### D\n###### E\n"),
    "open tags": repeated("<a x=", "<div>\n"), "quoted tags": repeated('<a x="', "<div>\n"), "instructions": repeated("<?", "<div>\n"), "end tags": repeated("</a", "<div>\n"),
    "less than": repeated("<"), "ampersands": repeated("&amp;"), "half references": repeated("&#"), "elements": repeated("<b><i>"), "divisions": repeated("<div>\n"),
    "attributes": repeated(" a{i}=b", "<a", ">x</a>"), "equal attributes": repeated(" a=b", "<a", ">x</a>"), "comments": repeated("<!-- x -->\n"), "open comments": repeated("<!-- x\n"),
    "inline comments": repeated("x <!-- y "), "code elements": repeated("<code>"), "closed code": repeated("<code>x</code> "), "tables of HTML": repeated("<tr><td>x", "<table>"),
    "details": repeated("<details><summary>x</summary>\n\ny\n\n</details>\n\n"), "unknown elements": repeated("<Project Name> "), "pictures of HTML": repeated("<img src=a.png>"),
    "addresses": repeated("https://a.example/x "), "parentheses": repeated(")", "www.a.b"), "open parentheses": repeated("(", "www.a.b"), "semicolons": repeated("&a;", "www.a.b/"),
    "at signs": repeated("a@b."), "schemes": repeated("a://"), "hosts": repeated("www."), "colons": repeated(":a"), "emoji": repeated(":tada:"),
    "footnote marks": repeated("[^a"), "references": repeated("[^1] ", "", "\n\n[^1]: x\n"), "footnotes": repeated("[^{i}] x\n\n[^{i}]: y\n\n"), "unused notes": repeated("[^{i}]: y\n\n"),
    "missing notes": repeated("[^{i}] "), "asterisks": repeated("*a_"), "more asterisks": repeated("*a_*a_"), "strong": repeated("**a "), "tildes": repeated("~~a "), "underscores": repeated("_a "),
    "CJK asterisks": repeated("中**“文"), "export bold": repeated("**a **b "), "brackets": repeated("["), "images": repeated("!["), "links": repeated("[a](b.md) "), "one link": repeated("[a](#x) "),
    "missing links": repeated("[a](m{i}.md)\n"), "links on a line": repeated("[a](m.md)"), "backticks": repeated("`a``b"), "cell of backticks": repeated("`| ", "| a | b |\n|---|---|\n| "),
    "table rows": repeated("| a | b |\n", "| a | b |\n|---|---|\n"), "table columns": repeated("| a ", "|---|\n"), "wide table": lambda n: "| a " * (n // 8) + "|\n" + "|--" * (n // 8) + "|\n",
    "delimiter rows": repeated("|---|---|\n"), "broken tables": repeated("| a | b |\n|---|\n"), "tasks": repeated("- [ ] a\n"), "quotes": repeated("> a\n"), "deep quotes": repeated(">"),
    "deep lists": repeated("- "), "lists": repeated("- a\n"), "loose lists": repeated("- a\n\n"), "definitions": repeated("[a{i}]: b\n"), "fences": repeated("```\nx\n```\n"), "open fences": repeated("```\n"),
    "code": repeated("let a = \"b\" // c\n", "```js\n", "```\n"), "indented code": repeated("    x\n\n"), "maths": repeated("$$a$$ "), "dollars": repeated("$$"), "backslashes": repeated("\\*"),
    "tags": repeated("{% hint %}\nx\n{% endhint %}\n"), "open blocks": repeated("{% hint %}\n"), "closers": repeated("{% endhint %}\n"), "tags in lines": repeated("a {% hint %} "),
    "closed in lines": repeated("a {% hint %}b{% endhint %} "), "open percent": repeated("{% "), "unclosed tags": repeated("{% hint style=\"\n"), "unknown tags": repeated("{% hnit %}\n"), "raw": repeated("{% raw %}x{% endraw %} "),
    "expressions": repeated("{{ x }} "), "open braces": repeated("{{"), "tabs": repeated("{% tab title=\"a\" %}\nx\n{% endtab %}\n", "{% tabs %}\n", "{% endtabs %}\n"),
    "updates": repeated("{% update date=\"2026-01-01\" %}\n## New {i}\nx\n{% endupdate %}\n", "{% updates format=\"full\" %}\n", "{% endupdates %}\n"), "conditions of blocks": repeated("{% if x %}a{% endif %}\n"),
    "colons of Docusaurus": repeated(":::info\n"), "spaces": repeated(" "), "tab characters": repeated("\t"), "blank lines": repeated("\n"), "front matter": repeated("key{i}: value\n", "---\n", "---\n"),
    "equal keys": repeated("key: value\n", "---\n", "---\n"), "accents": repeated("é"), "Chinese": repeated("中文"), "joined": repeated("a\u0301"), "long word": repeated("a"), "numbers": repeated("1"),
}


def instructions(pages):
    """What it takes to build a site of these pages, in instructions of user space, the start of the program included."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "s/Content"
        content.mkdir(parents=True)
        for name, text in pages.items():
            (content / name).write_text(text, encoding="utf-8", newline="")
        process = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", KBGEN, "build", "s", "--quiet", "--jobs", "1"],
            cwd=folder, capture_output=True, timeout=600)
        counted = re.search(rb"Collected : (\d+)", process.stderr)
        if not counted:
            raise AssertionError(process.stderr.decode("utf-8", "replace")[-500:])
        return int(counted[1])
