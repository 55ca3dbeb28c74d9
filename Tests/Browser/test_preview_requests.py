"""`sitegen serve` at the socket: who may ask, what is answered, and how it begins and ends."""

import os
import signal
import socket
import time
from pathlib import Path

import pytest

from serving import PATIENCE, command_in, read_until, serving


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("serve") / "work") as preview:
        yield preview


def exchange(preview, request: bytes) -> bytes:
    """Sends bytes as they are, and gives back all that comes until the connection is quiet."""
    with socket.create_connection(("127.0.0.1", preview.port), timeout=PATIENCE) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        answer = b""
        while part := connection.recv(65536):
            answer += part
        return answer


def get(preview, target, method="GET", host=None, extra=""):
    host = f"127.0.0.1:{preview.port}" if host is None else host
    head = f"{method} {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{extra}\r\n"
    head, _, body = exchange(preview, head.encode("utf-8")).partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:])}
    return int(lines[0].split()[1]), headers, body


@pytest.mark.parametrize("path, kind", {
    "/": "text/html; charset=utf-8", "/2021/": "text/html; charset=utf-8",
    "/2021/revenue.html?x=1": "text/html; charset=utf-8", "/2021/revenue.csv": "text/csv; charset=utf-8",
    "/2021/three-public.svg": "image/svg+xml", "/assets/site.css": "text/css; charset=utf-8",
    "/assets/table.js": "text/javascript; charset=utf-8", "/sitemap.xml": "application/xml; charset=utf-8",
    "/robots.txt": "text/plain; charset=utf-8", "/~preview/": "text/html; charset=utf-8",
}.items())
def test_the_site_is_served(preview, path, kind):
    status, headers, body = get(preview, path)
    assert (status, headers["content-type"]) == (200, kind)
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert int(headers["content-length"]) == len(body) > 0
    status, head, nothing = get(preview, path, method="HEAD")
    assert (status, nothing, head["content-length"]) == (200, b"", headers["content-length"])


@pytest.mark.parametrize("host", [
    "evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example", "",
    "192.168.1.1", "[::1].evil.example", "127.0.0.1@evil.example", "0.0.0.0", "127.0.0.1, evil.example"])
def test_other_names_are_refused(preview, host):
    status, _, body = get(preview, "/2021/revenue.csv", host=host)
    assert status == 403
    assert b"," not in body


def test_a_request_without_a_name_is_refused(preview):
    assert exchange(preview, b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n").startswith(b"HTTP/1.1 403")


def test_localhost_is_this_machine(preview):
    assert get(preview, "/", host=f"localhost:{preview.port}")[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT"])
def test_only_reading_is_allowed(preview, method):
    status, headers, _ = get(preview, "/", method=method, extra="Content-Length: 0\r\n")
    assert status == 405
    assert headers["allow"] == "GET, HEAD"


def test_an_unknown_method_is_refused(preview):
    assert get(preview, "/", method="FOO")[0] in (404, 405)


TARGETS = [
    "/../Content/site.yml", "/%2e%2e/Content/site.yml", "/2021/..%2f..%2fsite.yml", "/2021/%2e%2e/%2e%2e/etc/passwd",
    "/..%5c..%5cetc%5cpasswd", "/2021\\..\\secret", "/2021/revenue.html%00.csv", "/%00", "/etc/passwd",
    "//etc/passwd", "/2021/report.yml", "/2021/narrative.md", "/2021/tables/revenue.csv", "/site.yml",
    "/2021/link.csv", "/linked/index.html", "/assets/link.css", "/Templates/layout.mustache", "/layout.mustache",
    "/%ff%fe", "/%", "/%zz", "/" + "a" * 4_000, "/~preview/../site.yml", "/~preview/state",
    "/~preview/state?page=../etc/passwd", "http://evil.example/", "*", "2021/", "/\u4f60\u597d", "/%E4%BD%A0",
]


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target[:30])
def test_nothing_else_is_served(preview, tmp_path, target):
    secret = tmp_path / "secret"
    secret.write_text("root:hidden")
    for name in ["Content/2021/link.csv", "Templates/assets/link.css"]:
        if not preview.path(name).is_symlink():
            preview.path(name).symlink_to(secret)
    if not preview.path("Content/linked").is_symlink():
        preview.path("Content/linked").symlink_to(tmp_path)
    status, _, body = get(preview, target)
    assert status in (400, 404)
    assert b"hidden" not in body and b"root:" not in body and b"form_set" not in body


@pytest.mark.parametrize("request_bytes", [
    b"", b"\r\n\r\n", b"GET\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"\x00" * 5000,
    b"GET / HTTP/1.1\r\nHost", b"GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
    b"GET / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000\r\n\r\nabc",
    b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nx",
    b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 20_000 + b"\r\n", b"\xff\xfe / HTTP/1.1\r\n\r\n",
])
def test_nonsense_does_no_harm(preview, request_bytes):
    answer = exchange(preview, request_bytes)
    assert answer == b"" or answer.startswith(b"HTTP/1.1 4") or answer.startswith(b"HTTP/1.1 50")
    assert get(preview, "/")[0] == 200


def test_many_that_hang_up(preview):
    for _ in range(300):
        connection = socket.create_connection(("127.0.0.1", preview.port), timeout=PATIENCE)
        connection.sendall(f"GET /2021/ HTTP/1.1\r\nHost: localhost:{preview.port}\r\n\r\n".encode())
        connection.close()
    assert get(preview, "/")[0] == 200


def test_only_this_machine_is_listened_to(preview):
    listening = Path("/proc/net/tcp").read_text().splitlines()[1:]
    addresses = {line.split()[1] for line in listening
                 if line.split()[3] == "0A" and line.split()[1].endswith(f":{preview.port:04X}")}
    assert addresses == {f"0100007F:{preview.port:04X}"}
    listening6 = Path("/proc/net/tcp6").read_text() if Path("/proc/net/tcp6").exists() else ""
    assert f":{preview.port:04X} 0000" not in listening6


def until(condition):
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_change_that_leaves_size_and_time_is_seen(tmp_path):
    """As on a drive whose times are coarse: two saves within one tick of its clock."""
    with serving(tmp_path / "work") as preview:
        file = preview.path("Content/2021/tables/expenditure.csv")
        before = file.read_bytes()

        def shown(text):
            return lambda: text in get(preview, "/2021/expenditure.html")[2]

        until(shown(b">69,360.00</td>"))
        status = os.stat(file)
        for old, new in [(b"69360.00", b"70360.00"), (b"69360.00", b"71360.00"), (b"69360.00", b"69360.00")]:
            with open(file, "r+b") as handle:
                handle.write(before.replace(old, new, 1))
            os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns + 2_000_000_000))
            until(shown(b">" + new[:2] + b"," + new[2:] + b"</td>"))


def test_nothing_is_written(preview):
    files = {path.relative_to(preview.folder).parts[0] for path in preview.folder.rglob("*")}
    assert files == {"Content", "Templates"}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_told(tmp_path, number):
    with serving(tmp_path / "work") as preview:
        # Also while a browser keeps a connection.
        kept = socket.create_connection(("127.0.0.1", preview.port), timeout=PATIENCE)
        kept.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert kept.recv(100).startswith(b"HTTP/1.1 200")
        assert preview.stop(number) == 0
        kept.close()


def test_a_port_in_use_is_said(preview, tmp_path):
    process = command_in(preview.folder, "--port", str(preview.port))
    said, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 2
    assert f"端口 {preview.port} 已被占用" in said.decode()


def test_a_missing_folder_is_said(tmp_path):
    process = command_in(tmp_path, "--port", "0")
    said, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 2
    assert "无法读取“Content”" in said.decode()


def test_a_wrong_port_is_wrong_usage(tmp_path):
    for port in ["-1", "65536", "http"]:
        process = command_in(tmp_path, "--port", port)
        process.communicate(timeout=PATIENCE)
        assert process.returncode == 64


def test_it_says_where_and_what_next(tmp_path):
    with serving(tmp_path / "work") as preview:
        pass
    process = command_in(preview.folder, "--port", "0")
    said = read_until(process, r"Ctrl-C[^\n]*\n")
    process.kill()
    process.communicate()
    assert "预览网址：http://127.0.0.1:" in said
    assert "按 Ctrl-C 结束预览" in said
