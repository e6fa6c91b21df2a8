"""Queries as readers may ask them, and as nobody would: made of a site's own words and of what is hard to read."""
import html
import re
from pathlib import Path
from random import Random

HARD = (
    "a the not ? ？ ... - _ \" “ ” „ ' ’ 😀 👨‍👩‍👧 é e\u0301 ß ﬁ Ａｂｃ １２３ ก การ ติดตั้ง データ が か\u3099 설치 \u1112\u1161\u11ab 국 العربية مُح हिन हिन्दी कि क я1234 яa1 է2024 ab-яs İstanbul ΣΊΣΥΦΟΣ v2 v2.1 "
    "1.2.3 0x80070005 E-1234 OAuthError invalid_grant URLs HTTPServer \u200b \u00ad \ufeff \x7f \x92 \\ <b> &amp; %00 ../.. __proto__ constructor toString null ~ {} [] $1 ^ .* ア国 "
    "國語 数据 資料庫 设定檔 豈 \U0002F800 \u0301 𝒳 𐐀 ǆ ŉ delete remove login").split(" ")

# One page each of what a book in English has none of.
PAGES = {
    "README.md": "# Home\n\nPlain words stand here, and “quoted ones” too. A `DROP POLICY`removes it.\n\n| Code | Says |\n| --- | --- |\n| E-1234 | No such user |\n",
    "hi.md": "# हिन्दी किताब\n\nक़लम कलम कि की किताबें पुस्तक।\n", "ar.md": "# مُحَمَّد\n\nكِتَاب كَتَبَ كُتُب\n", "ru.md": "# Коды ab-яs\n\nThe ab-яs value of է2024 and я1234.\n",
    "ja.md": "# ア国\n\nア国のデータと、か\u3099と\u3099。\n", "zh.md": "# 資料庫連線\n\n如何設定資料庫的連線逾時。豈有 \U0002F800者\n", "th.md": "# ติดตั้ง\n\nการติดตั้งโปรแกรม\n", "ko.md": "# 설치\n\n프로그램 설치 \u1112\u1161\u11ab국\n",
    "control.md": "# It\x92s a \x7f wombat\n\nText of the wombat.\n", "next.md": "# Numbat \ufffe and \u2028 quoll\n\nText of the numbat.\n",
    "anchors.md": "# Anchors\n\n## Emu <a href=\"#x\" id=\"foo(bar)!*'\"></a>\n\nThe emu runs, don't it? ![Access is \"denied\" & done](a.png)\n\n## C++ (kiwi) *star*! it's\n\nThe kiwi.\n",
}


def texts(site):
    """What the pages of a built site say."""
    for page in sorted(Path(site).rglob("index.html")):
        text = page.read_text(encoding="utf-8")
        yield html.unescape(re.sub("<[^>]*>", " ", re.sub("^.*?<main[^>]*>", "", text, flags=re.S))).split()


class Queries:
    """The same for a site and a seed."""

    def __init__(self, site, seed):
        self.texts = [text for text in texts(site) if text]
        self.random = Random(seed)

    def word(self):
        return self.random.choice(self.random.choice(self.texts))

    def hard(self):
        return self.random.choice(HARD)

    def phrase(self, length):
        text = self.random.choice(self.texts)
        start = self.random.randrange(max(1, len(text) - length))
        return " ".join(text[start:start + length])

    def misspelt(self):
        letters = list(self.word())
        for _ in range(self.random.choice([1, 1, 2])):
            place = self.random.randrange(len(letters) + 1)
            letters[place:place + self.random.randrange(2)] = self.random.choice(["", "e", "t", "й"])
        return "".join(letters)

    def cut(self, text):
        return text[:self.random.randrange(1, len(text) + 1)]

    def marked(self):
        text = self.phrase(2)
        place = self.random.randrange(len(text) + 1)
        return text[:place] + self.random.choice("\u0301\u200d\u0308\u3099\u093f\ufe0féß") + text[place:]

    def next(self):
        """In one line."""
        kinds = [
            self.word, lambda: self.phrase(self.random.randrange(2, 5)), self.misspelt, lambda: self.cut(self.word()), lambda: self.cut(self.hard()),
            lambda: " ".join(self.random.choice([self.word, self.hard])() for _ in range(self.random.randrange(1, 5))), lambda: self.hard() + self.hard(),
            lambda: f'"{self.phrase(self.random.randrange(2, 4))}"', lambda: f'"{self.phrase(2)}" {self.word()}', lambda: f'"{self.phrase(2)}{self.hard()}"',
            lambda: self.phrase(self.random.randrange(7, 40)), lambda: f"how do i {self.misspelt()} {self.word()}?", self.marked,
            lambda: self.word() + self.random.choice("-_.'/") + self.word(), lambda: self.word().upper() + self.random.choice(["", "s"]),
        ]
        return re.sub("[\r\n]", " ", self.random.choice(kinds)())
