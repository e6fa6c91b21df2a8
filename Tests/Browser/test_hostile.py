"""A site whose writers mean harm: nothing of theirs runs, and nothing is loaded from elsewhere, with the policy and without it."""
import functools
import json
import unittest

from browser import BrowserTest
from sites import built

#: What every payload tries to run.
RUN = "window.ran=1"

#: Raw HTML, Markdown and addresses that run scripts somewhere, or would if a filter were taken in.
PAYLOADS = [payload.replace("RUN", RUN) for payload in [
    "<script>RUN</script>", "<ScRiPt>RUN</sCrIpT>", "<script src=data:text/javascript,RUN></script>", "<img src=x onerror=RUN>", "<img src=x onerror='RUN'>",
    "<img/src=x/onerror=RUN>", "<img src=x:x onerror\n=RUN>", "<svg onload=RUN>", "<svg/onload=RUN>", "<svg><script>RUN</script></svg>",
    "<svg><animate onbegin=RUN attributeName=x dur=1s>", "<svg><a xlink:href=javascript:RUN><text y=20>x</text></a></svg>", "<math><mtext></mtext><script>RUN</script></math>",
    "<math><annotation-xml encoding='text/html'><img src=x onerror=RUN></annotation-xml></math>", "<iframe src=javascript:RUN></iframe>",
    "<iframe srcdoc='<script>parent.RUN</script>'></iframe>", "<iframe src='data:text/html,<script>RUN</script>'></iframe>", "<object data=javascript:RUN></object>",
    "<embed src=javascript:RUN>", "<body onload=RUN>", "<input autofocus onfocus=RUN>", "<select autofocus onfocus=RUN><option>x</select>", "<details open ontoggle=RUN><summary>x</summary>y</details>",
    "<video src=x onerror=RUN></video>", "<video><source onerror=RUN></video>", "<audio src=x onerror=RUN></audio>", "<marquee onstart=RUN>x</marquee>", "<p style='animation-name:kb' onanimationstart=RUN>x</p>",
    "<a href=javascript:RUN>x</a>", "<a href='java\tscript:RUN'>x</a>", "<a href='&#106;avascript:RUN'>x</a>", "<a href='\x01javascript:RUN'>x</a>", "<a href=vbscript:RUN>x</a>",
    "<a href='data:text/html,<script>RUN</script>'>x</a>", "[x](javascript:RUN)", "[x](JaVaScRiPt:RUN)", "[x](<java script:RUN>)", "[x](&#x6a;avascript:RUN)", "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg)",
    "![x](javascript:RUN)", "![x\"onerror=RUN](a.png)", "![x](a.png \"y\" onerror=RUN)", "<javascript:RUN>", "[x]: javascript:RUN\n\n[x]", "<base href='javascript:RUN//'>", "<meta http-equiv=refresh content='0;url=javascript:RUN'>",
    "<link rel=stylesheet href='data:text/css,*{}'>", "<link rel=import href='data:text/html,<script>RUN</script>'>", "<style>@import 'javascript:RUN';</style>", "<form action=javascript:RUN><button autofocus>x</button></form>",
    "<button formaction=javascript:RUN>x</button>", "<isindex action=javascript:RUN>", "<noscript><p title='</noscript><img src=x onerror=RUN>'>", "<title></title><img src=x onerror=RUN>", "<textarea></textarea><img src=x onerror=RUN>",
    "<xmp><img src=x onerror=RUN></xmp>", "<plaintext><img src=x onerror=RUN>", "<template><img src=x onerror=RUN></template>", "<!--><img src=x onerror=RUN>-->", "<!-- --!><img src=x onerror=RUN>-->", "<![CDATA[><img src=x onerror=RUN>]]>",
    "<?xml ><img src=x onerror=RUN>?>", "<?php ?><img src=x onerror=RUN>", "<<script>RUN//<</script>", "<img src=`x`onerror=RUN>", "<div\x0conclick=RUN>x</div>", "<a title='\"><img src=x onerror=RUN>' href=x>y</a>",
    "<a id=kb--content name=kb--contents>x</a>", "<p id=location><p id=document><img name=getElementById>", "<kb-guide src='x'><section></section></kb-guide>", "<script type=module>RUN</script>", "<a href=x ping=//e.example/>x</a>",
    "`</code><img src=x onerror=RUN>`", "```\n</code></pre><img src=x onerror=RUN>\n```", "```x\"onload=RUN\ny\n```", "{% code title=\"</figcaption><img src=x onerror=RUN>\" %}\n```\nx\n```\n{% endcode %}",
    "{% embed url=\"javascript:RUN\" %}", "{% content-ref url=\"javascript:RUN\" %}\nx\n{% endcontent-ref %}", "{% file src=\"javascript:RUN\" %}\nx\n{% endfile %}", "{% tab title=\"<img src=x onerror=RUN>\" %}\nx\n{% endtab %}",
    "{% hint style=\"info\\\" onclick=RUN x=\\\"\" %}\nx\n{% endhint %}", "<code class=expression>'<img src=x onerror=RUN>'</code>", "$$</code><img src=x onerror=RUN>$$", ":\"onerror=RUN:", "[^a]\n\n[^a]: <img src=x onerror=RUN>",
    "[^\"><img/src=x/onerror=RUN>]\n\n[^\"><img/src=x/onerror=RUN>]: y", "| a |\n|---|\n| <img src=x onerror=RUN> |", "<table data-view=cards><tr><td><a href=javascript:RUN>x</a></td></tr></table>",
    "<table><tr><td data-card-target=javascript:RUN>x</td></tr></table>", "<i class='fa-x\"onmouseover=RUN'>y</i>", "<span data-gb-custom-inline data-tag=emoji data-code='3c-69-6d-67'>x</span>", "![x](//e.example/a.png)", "<img src=https://e.example/a.png>",
    "<picture><source srcset=https://e.example/a.png><img src=https://e.example/b.png></picture>", "<div style='background:url(https://e.example/x)'>x</div>", "<mark style='color:red;background:url(//e.example)'>x</mark>",
]]

FRAMES = ["{}", "- {}", "a **{}** b"]

DRAWING = f'<svg xmlns="http://www.w3.org/2000/svg" onload="{RUN}"><script>{RUN}</script><image href="https://e.example/x" onerror="{RUN}"/><text y="20">Label</text></svg>'
DRAWINGS = {
    "a.svg": DRAWING, "b.svg": DRAWING.replace("<script>", "<svg:script xmlns:svg='http://www.w3.org/2000/svg'>").replace("</script>", "</svg:script>"),
    "c.svg": f'<?xml version="1.0"?><?xml-stylesheet href="data:text/xsl,x" type="text/xsl"?><svg xmlns="http://www.w3.org/2000/svg"><foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><script>{RUN}</script><img src="x" onerror="{RUN}"/></body></foreignObject></svg>',
    "d.svg": f'<!DOCTYPE svg [<!ENTITY x "&#60;script>{RUN}&#60;/script>">]><svg xmlns="http://www.w3.org/2000/svg">&x;<animate attributeName="href" to="javascript:{RUN}"/></svg>',
    "plain": DRAWING, "looks.like": f"<html><script>{RUN}</script>",
}

ARTICLE = """# The printer does not print

## Check the cable

1. Push it in until it clicks.

## Check the paper

1. Open the tray.
"""


@functools.cache
def site():
    pages = {f"Content/p{i}.md": f"# P{i}\n\n{frame.format(payload)}\n\nafter\n" for i, (payload, frame) in enumerate((p, f) for f in FRAMES for p in PAYLOADS)}
    links = " ".join(f"[x]({name}) ![x]({name})" for name in DRAWINGS)
    return built({"Content/README.md": f"# Home\n\n{links}\n", "Content/printer.md": ARTICLE, **pages, **{f"Content/{name}": text for name, text in DRAWINGS.items()}})


class Hostile(BrowserTest):
    def visit(self, url, paths):
        """Opens pages one after another, clicks all that can be clicked, and gives those on which something ran."""
        context = self.context(url)
        page = context.new_page()
        ran = []
        page.on("dialog", lambda dialog: (ran.append("dialog"), dialog.dismiss()))
        for path in paths:
            page.goto(url + path, wait_until="load")
            page.evaluate("""() => {
                for (const element of document.querySelectorAll('main a, main button, main summary')) {
                    if (!/^(https?|mailto):/.test(element.getAttribute('href') ?? '')) element.addEventListener('click', (event) => {
                        if (!(element.getAttribute('href') ?? '').trim().toLowerCase().startsWith('javascript')) event.preventDefault();
                    });
                    if (!/^(https?|mailto):/.test(element.getAttribute('href') ?? '')) element.click();
                }
            }""")
            if page.evaluate("window.ran"):
                ran.append(path)
        # Pictures that are not there are the payloads' own.
        self.watch.problems = [problem for problem in self.watch.problems if problem.startswith(("outside", "exception"))]
        return ran

    def test_there_are_enough_payloads(self):
        self.assertGreater(len(PAYLOADS) * len(FRAMES), 200)

    def test_it_would_be_seen(self):
        page = self.context(site().url).new_page()
        page.set_content("".join(PAYLOADS[:8]))
        page.wait_for_function("window.ran")
        self.watch.problems = []

    def test_nothing_runs_under_the_policy(self):
        self.assertEqual(self.visit(site().url, site().pages), [])

    def test_nothing_runs_without_the_policy(self):
        self.assertEqual(self.visit(site().url_without_policy, site().pages), [])

    def test_nothing_runs_in_files(self):
        for url in (site().url, site().url_without_policy):
            context = self.context(url)
            for name in DRAWINGS:
                page = context.new_page()
                response = page.request.get(url + name)
                if response.status == 404:
                    name += ".txt"
                if "svg" in (response.headers.get("content-type") or "") or name.endswith(".txt"):
                    page.goto(url + name)
                    self.assertFalse(page.evaluate("window.ran"), name)
            self.watch.problems = [problem for problem in self.watch.problems if problem.startswith(("outside", "exception"))]

    def test_a_guide_that_somebody_replaced_runs_nothing(self):
        for url in (site().url, site().url_without_policy):
            context = self.context(url)
            page = context.new_page()
            seen = []

            def replaced(route):
                guide = json.loads((site().output / "printer/guide.json").read_text("utf-8"))
                for number, node in enumerate(guide["nodes"]):
                    node["html"] = f"<p>kept {number}</p>" + "".join(PAYLOADS) + node["html"]
                seen.append(len(guide["nodes"]))
                route.fulfill(json=guide)

            page.route("**/guide.json", replaced)
            page.goto(url + "printer/")
            page.get_by_role("button", name="Start").first.click()
            page.wait_for_selector("text=kept")
            self.assertTrue(seen)
            self.assertFalse(page.evaluate("window.ran"))
            self.assertEqual(page.evaluate("document.querySelectorAll('.kb-doing :is(script, iframe, object, embed, svg, style, link, form)').length"), 0)
            self.assertEqual(page.evaluate("[...document.querySelectorAll('.kb-doing *')].flatMap((e) => e.getAttributeNames()).filter((n) => n.startsWith('on')).length"), 0)
            self.watch.problems = [problem for problem in self.watch.problems if problem.startswith(("outside", "exception"))]

    def test_storage_that_somebody_else_wrote_stops_no_guide(self):
        for key, value in [("kb-guide-returns", "{"), ("kb-guide-returns", "5"), ("kb-guide-returns", '[{"to":1,"back":"x:"}]'), ("kb-guide-returns", '{"at":1}')]:
            context = self.context(site().url)
            page = context.new_page()
            page.add_init_script(f"sessionStorage.setItem({json.dumps(key)}, {json.dumps(value)}); localStorage.setItem('kb-guide:' + location.href + 'guide.json', {json.dumps(value)})")
            page.goto(site().url + "printer/")
            page.get_by_role("button", name="Start").first.click()
            page.get_by_role("heading", name="Check the cable").first.wait_for()


if __name__ == "__main__":
    unittest.main()
