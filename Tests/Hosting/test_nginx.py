"""docs/hosting/nginx.conf in a real nginx, over the committed site."""

import gzip
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SITE = ROOT / "public"
# Where scripts/install.sh puts it.
NGINX = ROOT / ".build/nginx"

CONFIG = """\
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
  include {nginx}/etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {site};
    include {root}/docs/hosting/nginx.conf;
  }}
}}
"""


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("nginx")
    port = free_port()
    (folder / "nginx.conf").write_text(CONFIG.format(
        user="user root;" if os.geteuid() == 0 else "",
        folder=folder, port=port, site=SITE, root=ROOT, nginx=NGINX))
    command = [
        NGINX / "usr/sbin/nginx", "-e", folder / "error.log", "-c", folder / "nginx.conf"]
    subprocess.run([*command, "-t"], check=True, capture_output=True)
    nginx = subprocess.Popen([*command, "-g", "daemon off;"])
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            break
        except ConnectionRefusedError:
            assert nginx.poll() is None, (folder / "error.log").read_text()
            time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    nginx.terminate()
    nginx.wait()


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def get(url: str, **headers):
    """Status, headers and body as they come, redirects and errors alike."""
    request = urllib.request.Request(url, headers={k.replace("_", "-"): v for k, v in headers.items()})
    try:
        with urllib.request.build_opener(_Stay).open(request) as response:
            return response.status, response.headers, response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


@pytest.mark.parametrize("path, content_type", [
    ("", "text/html; charset=utf-8"),
    ("2021/expenditure.html", "text/html; charset=utf-8"),
    ("2021/expenditure.csv", "text/csv; charset=utf-8"),
    ("2021/data.json", "application/json; charset=utf-8"),
    ("2021/three-public.svg", "image/svg+xml; charset=utf-8"),
    ("2021/tables.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("assets/site.css", "text/css; charset=utf-8"),
    ("assets/table.js", "application/javascript; charset=utf-8"),
    ("sitemap.xml", "text/xml; charset=utf-8"),
])
def test_a_file_comes_as_it_is_with_its_type(server, path, content_type):
    status, headers, body = get(f"{server}/{path}")
    assert status == 200
    assert headers["Content-Type"] == content_type
    assert body == (SITE / (path or "index.html")).read_bytes()
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-cache"
    assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"


@pytest.mark.parametrize("path", [
    "2021/expenditure.html", "2021/expenditure.csv", "2021/data.json", "2021/three-public.svg",
    "assets/site.css", "assets/table.js"])
def test_text_is_compressed(server, path):
    _, headers, body = get(f"{server}/{path}", Accept_Encoding="gzip")
    assert headers["Content-Encoding"] == "gzip"
    assert headers["Vary"] == "Accept-Encoding"
    assert gzip.decompress(body) == (SITE / path).read_bytes()


def test_a_workbook_is_not_compressed_again(server):
    _, headers, _ = get(f"{server}/2021/tables.xlsx", Accept_Encoding="gzip")
    assert headers["Content-Encoding"] is None


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_an_unchanged_page_is_not_sent_again(server, encoding):
    url = f"{server}/2021/expenditure.html"
    _, first, _ = get(url, Accept_Encoding=encoding)
    status, _, body = get(url, Accept_Encoding=encoding, If_None_Match=first["ETag"])
    assert (status, body) == (304, b"")


@pytest.mark.parametrize("path", [".sitegen-manifest", ".sitegen/lock", ".git/config", "2021/.hidden"])
def test_what_is_not_for_visitors_is_not_there(server, path):
    status, headers, body = get(f"{server}/{path}")
    assert status == 404
    assert body == (SITE / "404.html").read_bytes()
    assert headers["Cache-Control"] == "no-cache"


def test_a_missing_page_shows_the_sites_own(server):
    status, _, body = get(f"{server}/2021/no-such-table.html")
    assert status == 404
    assert body == (SITE / "404.html").read_bytes()


def test_a_folder_without_its_slash_leads_to_the_folder(server):
    status, headers, _ = get(f"{server}/2021")
    assert (status, headers["Location"]) == (301, "/2021/")
