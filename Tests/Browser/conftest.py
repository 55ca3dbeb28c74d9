"""Fixtures: one browser for each worker, watched pages, the site over HTTP."""

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


class Windows:
    """Pages that were opened and are free again.

    A page that navigates is ready in a tenth of the time that the process of a new one takes to
    start. Nothing of the page before is left: the site stores nothing, every navigation begins from
    an empty page, and what else can be set is set anew.
    """

    def __init__(self, browser):
        self._browser = browser
        self._free: dict[str, list] = {}

    def take(self, width, height, colours, options):
        """A page of a context with the options, which cannot be changed later."""
        kind = repr(sorted(options.items()))
        free = self._free.setdefault(kind, [])
        page = free.pop() if free else self._browser.new_context(**options).new_page()
        # A busy machine is slow, not wrong.
        page.context.set_default_timeout(120_000)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(**{"color_scheme": "light", "forced_colors": "none", **colours})
        return kind, page

    def give(self, kind, page):
        page.mouse.move(0, 0)
        self._free[kind].append(page)


@pytest.fixture(scope="session")
def windows(browser):
    return Windows(browser)


class Watched:
    """Opens pages and keeps what a good page never gives: errors, outside requests."""

    def __init__(self, windows):
        self._windows = windows
        self._open = []
        self._listeners = {
            "console": self._hear,
            "pageerror": lambda error: self.complaints.append(f"error: {error}"),
            "requestfailed": self._note_failure,
            "request": lambda request: self.requests.append(request.url),
        }
        self.complaints: list[str] = []
        self.requests: list[str] = []

    def open(self, address, *, width=1280, height=900, color_scheme="light", forced_colors="none",
             **options):
        colours = {"color_scheme": color_scheme, "forced_colors": forced_colors}
        kind, page = self._windows.take(width, height, colours, options)
        self._open.append((kind, page))
        for event, listener in self._listeners.items():
            page.on(event, listener)
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
        for kind, page in self._open:
            if page.is_closed():
                continue
            page.goto("about:blank")
            for event, listener in self._listeners.items():
                page.remove_listener(event, listener)
            self._windows.give(kind, page)


@pytest.fixture
def watched(windows):
    watched = Watched(windows)
    yield watched
    watched.close()
    assert watched.complaints == []
