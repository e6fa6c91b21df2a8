"""Texts that nobody would write: whatever stands in a page, it is shown, soon, and nothing crashes."""
import random
import unittest

from command import CommandTest

FRAGMENTS = [
    '{% hint style="info" %}', '{% endhint %}', '{% hint\n', 'style="x"\n%}', '{% tabs %}', '{% tab title="a" %}',
    '{% endtab %}', '{% endtabs %}', '{% if a %}', '{% else %}', '{% endif %}', '{% embed url="b" %}', '{% include "c" %}',
    '{%', '%}', '{% x %\\}', '{{', '}}', '$$', '$$\n', 'a$$b$$c', '[^1]', '[^1]: note', '\n', '\n\n', '    ', '  ', '\t', '> ',
    '- ', '1. ', '* ', '# ', '## ', '```', '````', '~~~', '`', '``', '<pre>', '</pre>', '<div>', '</div>', '<table>', '<tr>',
    '<td>', '</td>', '<p>', '</p>', '<b>', '</b>', '<code class="expression">', '</code>', '<details>', '<summary>',
    '</details>', '<!--', '-->', '<a href="x">', '<a id="y"></a>', '</a>', '<figure>', '<img src="z">', '<picture>',
    '<source srcset="q" media="(prefers-color-scheme: dark)">', '<select>', '<option value="a" label="b">',
    '<table data-view="cards">', '<th data-hidden data-card-target>', '| a | b |', '|---|---|', '|:-:|', '|', '\\|', '**', '*',
    '_', '~~', '~', '\\*', '\\_', '\\~', ':rocket:', ':a', 'www.a.b', 'http://c.d/e', 'me@x.y', '&#x20;', '&#xNAN;', '&amp;',
    '\\', '\xe9', '\u7c97\u4f53', '\uff1a', '\x82', '\x01', '\r', '\r\n', '[x]', '[ ] ', '[x](y "mention")', '![i](j)',
    '[!NOTE]', '---', '===', '<?k0?>', '<k-0/>', '<i class="fa-gear">', '<mark style="color:red">', 'word', '{#id}', '[r]: s',
    '{% raw %}', '{% endraw %}', '{% @a/b url="c" %}', '{% code title="t" %}', '{% endcode %}', '{% updates %}',
    '{% update date="d" tags="e" %}', '{% endupdate %}', '{% swagger %}', '{% endswagger %}',
]
BREAKS = ["", "", "\n", " ", "\n\n"]

#: What makes a careless parser slow or its stack overflow, each repeated many times.
REPEATED = [
    "{% hint %}\n", "{% tabs %}\n{% tab title=\"a\" %}\n", "{% if a %}\n{% else %}\n", "{%", "{% hint\n", "{% hint style=\"\n", "{{", "$$\n", "$$a ", "$$ x\n\n",
    "[^a]", "~a ", "~~a", "**a ", "a**\uff1a", "_a ", ":a", "www.", "http://", "a@", "|a", "|-|\n", "- [ ] ", "`", "`a", "> [!NOTE]\n\n", "> {% hint %}\n", "<", "<k-1/>",
    "&#xNAN;", "\\*", "<pre>", "<select>", "<picture>", "<table data-view=\"cards\"><tr><td>", "<b>", "</b>",
]


class HostileText(CommandTest):
    def test_random_texts_are_rendered(self):
        generator = random.Random(20260301)
        files = {}
        for number in range(400):
            text = "".join(generator.choice(FRAGMENTS) + generator.choice(BREAKS) for _ in range(generator.randint(2, 60)))
            files[f"{number}.md"] = text.encode()
        folder = self.write(files, below="texts")
        for start in range(0, 400, 50):
            result = self.run_kbgen("render", *(folder / f"{number}.md" for number in range(start, start + 50)))
            self.assertIn(result.status, (0, 1), f"among the texts from {start} of this seed")

    def test_repetition_is_bounded(self):
        for text in REPEATED:
            with self.subTest(text):
                self.run_kbgen("render", "-", stdin=(text * 20_000).encode(), timeout=20)


if __name__ == "__main__":
    unittest.main()
