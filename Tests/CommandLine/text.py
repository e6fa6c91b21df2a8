"""The words of a page: of its Markdown, read with regular expressions alone, and of the HTML that was made of it."""
import collections
import html
import html.parser
import re

#: Elements of HTML; what else stands in angle brackets is text.
ELEMENTS = ("a abbr address article aside audio b base bdi bdo big blockquote body br button canvas caption center cite code col colgroup data dd del "
            "details dfn dialog div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html "
            "i iframe img input ins kbd label legend li link main map mark math menu meta meter nav noframes noscript object ol optgroup option output p "
            "param path picture pre progress q rp rt ruby s samp script search section select slot small source span strike strong style sub summary "
            "sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr area applet").split()
#: Elements that stand within a word without parting it.
INLINE = "a abbr b bdi bdo big cite code del em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr".split()
TAG = re.compile(rf"</?(?:{'|'.join(ELEMENTS)})(?:\s(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*|/)?>", re.I)
#: What is not for readers, or is shown as something else.
LEFT_OUT = [
    re.compile(r"\A\ufeff?---\n.*?\n(?:---|\.\.\.)[ \t]*\n", re.S),  # front matter
    re.compile(r"<!--.*?-->", re.S),  # comments
    re.compile(r"<(script|style|svg|math|template|head|noframes|canvas|select)\b.*?</\1>", re.S | re.I),  # what acts, and options of columns
    re.compile(r"\{% (content-ref|page-ref|openapi\S*) .*?\{% end\1 %\}", re.S),  # bodies in whose place the target's title or the operation is shown
    re.compile(r"\{%(?:[^%\"]|\"[^\"]*\"|%(?!\}))*%\}"),  # tags, with their attributes
    re.compile(r"^[ \t>]*(?:[-*+] |\d+[.)] )*(?:`{3,}|~{3,}).*$", re.M),  # fences, with the language
    re.compile(r"^[ \t]*\[[^\]\n]+\]:[ \t]*\S+.*$", re.M),  # definitions of links
    re.compile(r"\[\^[^\]\s]+\]:?"),  # footnotes are numbered
    re.compile(r"!?\[[^\[\]]*\]\((?:<[^>]*>|[^()\s]|\([^()]*\))* \"mention\"\)"),  # mentions: their target's title is shown
    re.compile(r"<td[^>]*><a href=\"[^\"]*\">[^<>]*</a></td>(?=[^\n]*</table>)"),  # targets and covers of cards, by their files' names
    re.compile(r"<a\b[^>]*data-mention[^>]*>.*?</a>", re.S),
    re.compile(r"<i\b[^>]*class=\"fa-[^>]*>.*?</i>", re.S),  # icons
    re.compile(r":[a-z0-9_\\+-]+:"),  # emoji by name
    re.compile(r"\{#[\w.:-]+\}\s*$", re.M),  # ids of headings
    re.compile(r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*\d{1,9}[.)](?=\s)", re.M),  # numbers of lists, which browsers count themselves
]
DESTINATION = re.compile(r"\]\((?:\s*<[^<>\n]*>|(?:\\.|[^()\s\\]|\((?:\\.|[^()\s\\])*\))*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)")


def words(text):
    """The words of a text and how often each occurs; zero-width characters and marks are none."""
    text = re.sub(r"[\u200b-\u200f\ufeff\u2060\u00ad\ufffd]", "", text)
    return collections.Counter(re.findall(r"[^\W_]+", text))


def source_words(markdown):
    text = markdown.replace("\r\n", "\n").replace("\r", "\n")
    for pattern in LEFT_OUT:
        text = pattern.sub(" ", text)
    text = DESTINATION.sub("]", text)
    text = re.sub(r"\]\[[^\]\n]*\]", "]", text)  # labels of references
    text = TAG.sub(lambda tag: "" if re.match(r"</?(\w+)", tag[0])[1].lower() in INLINE else " ", text)
    text = html.unescape(text.replace("&#xNAN;", " "))
    text = re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", text)
    text = re.sub(r"[][]", " ", text)
    return words(re.sub(r"[*`]|~~|\\$", "", text, flags=re.M))


class ArticleText(html.parser.HTMLParser):
    """All text of a page's article: its words, and the descriptions of its pictures."""

    def __init__(self):
        super().__init__()
        self.parts = []
        self.depth = 0

    def handle_starttag(self, tag, attributes):
        if tag == "article":
            self.depth += 1
        if tag not in INLINE:
            self.parts.append(" ")
        values = dict(attributes)
        if self.depth and values.get("alt"):
            self.parts.append(f" {values['alt']} ")

    def handle_endtag(self, tag):
        if tag == "article":
            self.depth -= 1
        if tag not in INLINE:
            self.parts.append(" ")

    def handle_data(self, data):
        if self.depth:
            self.parts.append(data)


def page_text(page):
    parser = ArticleText()
    parser.feed(page)
    return "".join(parser.parts)


def missing(markdown, page):
    """The words of the Markdown that the page has not as often. One that is glued to others there, by a mention's title or a star in
    code that the patterns took for markup, is there."""
    text = page_text(page)
    lost = source_words(markdown) - words(text)
    glued = re.sub(r"[^\w]|_", "", text) if lost else ""
    return {word: count for word, count in lost.items() if glued.count(word) < count}
