"""Fixtures: one browser, a fresh watched page for each test, the site over HTTP."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import sync_playwright

from chromium import launch
from published import SITE

SUB_PATH = "/open/budget/"


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


class _UnderSubPath(SimpleHTTPRequestHandler):
    """Serves the site below SUB_PATH only, so that a link to the root is a broken link."""

    def translate_path(self, path):
        if not path.startswith(SUB_PATH):
            return str(SITE / "no such place")
        return super().translate_path(path[len(SUB_PATH) - 1:])

    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def http_site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_UnderSubPath, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
    server.shutdown()


@pytest.fixture(params=["file", "http"])
def site(request, http_site):
    """The site's address, once as files and once over HTTP under a sub-path."""
    return f"{SITE.as_uri()}/" if request.param == "file" else http_site


@pytest.fixture(scope="session")
def files():
    return f"{SITE.as_uri()}/"


class Watched:
    """Opens pages and keeps what a good page never gives: errors, outside requests."""

    def __init__(self, browser):
        self._browser = browser
        self._contexts = []
        self.complaints: list[str] = []
        self.requests: list[str] = []

    def open(self, address, *, width=1280, height=900, **options):
        context = self._browser.new_context(viewport={"width": width, "height": height}, **options)
        # A busy machine is slow, not wrong.
        context.set_default_timeout(120_000)
        self._contexts.append(context)
        page = context.new_page()
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("requestfailed", self._note_failure)
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(address)
        return page

    def _note_failure(self, request):
        # What the browser itself gives up, as a page's icon when a link is followed, is no fault.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url}: {request.failure}")

    def _hear(self, message):
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text}")

    def close(self):
        for context in self._contexts:
            context.close()


@pytest.fixture
def watched(browser):
    watched = Watched(browser)
    yield watched
    watched.close()
    assert watched.complaints == []
