"""Sites with guides, and what their tests do again and again."""
import functools
import os
from pathlib import Path

from playwright.sync_api import expect

from browser import BrowserTest
from sites import REPOSITORY, built

SHARED = Path(os.environ.get("SHARED", REPOSITORY.parent / "shared"))

PRINTER = """---
description: What to do when nothing comes out.
---

<!-- guide: condition -->
# The printer won't print

Some words about it.

<!-- guide: cause -->
## The most likely cause

90% of the time, the cable is loose. The [picture](https://kb.example/cable) shows it.

1. Switch it off
2. Look at the `USB` cable

<!-- guide: remedy -->
### How to fix it

There are two ways:

<!-- guide: alternative -->
#### Option 1 — Push the cable in

1. Push it until it clicks

<!-- guide: alternative -->
#### Option 2 — Use another cable

1. Take a new one
2. Plug it in

<!-- guide: group -->
## Other possible causes

The other 10% of the time:

<!-- guide: check -->
### 1. Confirm that there is paper

1. Open the tray
2. Follow [No paper](paper.md)

<!-- guide: escalation -->
### 2. If the issue persists: collect the log

1. Save the log
2. Send it to us
"""

PAPER = """---
guide: {kind: knownError}
---
<!-- guide: condition -->
# Error “No paper”

<!-- guide: cause -->
## Cause

The tray is empty.

<!-- guide: remedy -->
## Solution

1. Put paper in

<!-- guide: remedy -->
## Use the other tray

1. Choose tray 2
"""

SYMPTOMS = """<!-- guide: group -->
# Troubleshooting the printer

<!-- guide: condition -->
## The light is red

1. Open the cover

<!-- guide: condition -->
## The light is off

<!-- guide: check -->
### Check the plug

1. Push the plug in

<!-- guide: check -->
### Check the fuse

1. Replace the fuse

<!-- guide: escalation -->
## Still not working?

Contact support.
"""

HOWTO = """# How to change the drum

## Take it out

1. Open the cover
2. Pull the lever
3. Take the drum out

## Put it in

1. Put the new drum in
2. Close the cover
"""

CONFIGURATION = """title: Help
version: "7.1"
support: help@kb.example
insights: /docs/insights
"""

FILES = {
    "kbgen.yml": CONFIGURATION, "Content/README.md": "# Home\n\n[Printer](printer.md) [Paper](paper.md) [Lights](lights.md) [Drum](drum.md)\n",
    "Content/printer.md": PRINTER, "Content/paper.md": PAPER, "Content/lights.md": SYMPTOMS, "Content/drum.md": HOWTO,
}


@functools.cache
def site():
    return built({**FILES, "kbgen.yml": CONFIGURATION.replace("insights: /docs/insights\n", "")})


@functools.cache
def site_with_insights():
    return built(FILES)


@functools.cache
def first_article():
    article = next((SHARED / "trees/articles").glob("00-*.md"))
    return built({"README.md": "# Home\n\n[It](it.md)\n", "it.md": article.read_text(encoding="utf-8")})


class GuideTest(BrowserTest):
    def region(self, page):
        return page.get_by_role("region", name="Guided troubleshooting")

    def button(self, page, name):
        return self.region(page).get_by_role("button", name=name, exact=True)

    def start(self, path="printer/", **options):
        page = self.open(options.pop("site", None) or site(), path, **options)
        self.button(page, "Start").click()
        expect(self.button(page, "Back")).to_be_visible()
        return page

    def more(self, page, name):
        """Presses a button of the menu."""
        self.button(page, "More").click()
        self.button(page, name).click()

    def title(self, page):
        return self.region(page).get_by_role("heading", level=2)
