"""A page loads nothing from elsewhere and complains of nothing."""

import pytest

from published import PAGES


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_page_loads_only_its_own_site(watched, site, path):
    page = watched.open(f"{site}{path}")
    page.wait_for_load_state("networkidle")
    assert [url for url in watched.requests if not url.startswith(site)] == []
    assert len(watched.requests) <= 6


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_page_has_a_strict_policy(watched, files, path):
    page = watched.open(f"{files}{path}")
    policy = page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
