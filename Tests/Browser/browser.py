"""A test in real Chromium that fails when the page complains, asks another host, or meets what is not there."""
import atexit
import functools
import os
import shutil
import unittest

from playwright.sync_api import sync_playwright

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}
#: Whether to test what takes minutes (`make test-long`).
LONG = "KBGEN_LONG" in os.environ


@functools.cache
def chromium():
    """One browser for all tests; each page has a context of its own."""
    executable = shutil.which("chromium")
    if not executable:
        raise AssertionError("chromium is not installed")
    playwright = sync_playwright().start()
    atexit.register(playwright.stop)
    # Chromium refuses to run as root within its sandbox, as in containers.
    options = ["--no-sandbox"] if os.geteuid() == 0 else []
    return playwright.chromium.launch(executable_path=executable, args=options)


class Watch:
    """All that a reader's browser objects to, in a context's pages."""

    def __init__(self, context, allowed):
        self.problems = []
        self._allowed = allowed
        context.on("console", self._console)
        context.on("weberror", lambda error: self.problems.append(f"exception: {error.error}"))
        context.on("request", self._request)
        context.on("requestfailed", self._failed)
        context.on("response", self._response)

    def _console(self, message):
        # The policy's violations are told here, too. A picture opened by itself has no page that would name its icon.
        if message.type in ("error", "warning") and not message.location.get("url", "").endswith("/favicon.ico"):
            self.problems.append(f"console: {message.text}")

    def _request(self, request):
        if not request.url.startswith((self._allowed, "data:")) and not request.url.endswith("/favicon.ico"):
            self.problems.append(f"outside: {request.url}")

    def _failed(self, request):
        # Who goes on to another page ends what the last one was loading.
        if request.failure != "net::ERR_ABORTED":
            self.problems.append(f"failed: {request.url}")

    def _response(self, response):
        if response.status >= 400 and not response.url.endswith("/favicon.ico"):
            self.problems.append(f"{response.status}: {response.url}")


class BrowserTest(unittest.TestCase):
    """`open` gives a page of a site. Whatever it complains of until the test's end fails the test."""

    def context(self, allowed, **options):
        """A fresh context, as of a reader who was never here; pages do not glide, so that places can be measured."""
        options = {"viewport": DESKTOP, "reduced_motion": "reduce", **options}
        context = chromium().new_context(**options)
        context.set_default_timeout(10_000)
        self.watch = Watch(context, allowed)
        self.addCleanup(self._close, context, self.watch)
        return context

    def _close(self, context, watch):
        context.close()
        self.assertEqual(watch.problems, [])

    def open(self, site, path="", **options):
        page = self.context(site.url, **options).new_page()
        page.goto(site.url + path)
        return page

    def is_shown(self, locator):
        """Whether any of it is on the screen at this moment, not merely in the document."""
        return locator.evaluate("""element => {
            const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
            return element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1
                && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
        }""")

    def focused(self, page):
        """The name of what has the keyboard's focus."""
        return page.evaluate("(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent).trim()")
