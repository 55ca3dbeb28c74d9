"""docs/hosting/upload.sh against a local object store."""

import mimetypes
import os
import re
import shutil
import subprocess
from pathlib import Path

import boto3
import pytest
from moto.server import ThreadedMotoServer

ROOT = Path(__file__).parents[2]
UPLOAD = ROOT / "docs/hosting/upload.sh"
BUCKET = "budget"
KEYS = {"access_key_id": "somebody", "secret_access_key": "secret"}


@pytest.fixture
def store():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    client = boto3.client(
        "s3", endpoint_url=f"http://{host}:{port}", region_name="us-east-1",
        **{f"aws_{name}": value for name, value in KEYS.items()})
    client.create_bucket(Bucket=BUCKET)
    yield client
    server.stop()


@pytest.fixture
def site(tmp_path):
    return shutil.copytree(ROOT / "public", tmp_path / "public")


def upload(site: Path, store) -> list[tuple[str, str]]:
    """Uploads, and returns what was done to which file, in order."""
    run = subprocess.run(
        [UPLOAD, site, f"store:{BUCKET}"], capture_output=True, text=True,
        env={
            # Nobody's own settings for rclone or a cloud.
            "PATH": os.environ["PATH"],
            "HOME": str(site.parent),
            "RCLONE_CONFIG": "/dev/null",
            "RCLONE_VERBOSE": "1",
            "RCLONE_CONFIG_STORE_TYPE": "s3",
            "RCLONE_CONFIG_STORE_PROVIDER": "Other",
            "RCLONE_CONFIG_STORE_ENDPOINT": store.meta.endpoint_url,
            "RCLONE_CONFIG_STORE_REGION": "us-east-1",
            **{f"RCLONE_CONFIG_STORE_{name.upper()}": value for name, value in KEYS.items()},
        })
    assert run.returncode == 0, run.stderr
    return re.findall(r"INFO\s+: (.+): (Copied|Deleted)", run.stderr)


def stored(store) -> dict[str, bytes]:
    pages = store.get_paginator("list_objects_v2").paginate(Bucket=BUCKET)
    return {
        item["Key"]: store.get_object(Bucket=BUCKET, Key=item["Key"])["Body"].read()
        for page in pages for item in page.get("Contents", [])}


def visible(site: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(site)): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and not path.relative_to(site).parts[0].startswith(".sitegen")}


def test_the_store_has_the_site_and_nothing_else(site, store):
    upload(site, store)
    assert stored(store) == visible(site)


def test_pages_follow_what_they_refer_to(site, store):
    done = [name.endswith(".html") for name, _ in upload(site, store)]
    assert done == sorted(done)


def test_files_have_their_type_and_are_asked_for_again(site, store):
    upload(site, store)
    for name in ["2021/expenditure.html", "2021/expenditure.csv", "assets/site.css"]:
        head = store.head_object(Bucket=BUCKET, Key=name)
        assert head["ContentType"].split(";")[0] == mimetypes.guess_type(name)[0]
        assert head["CacheControl"] == "no-cache"


def test_nothing_is_sent_twice_though_times_differ(site, store):
    upload(site, store)
    for path in site.rglob("*"):
        os.utime(path, (0, 0))
    assert upload(site, store) == []


def test_only_changed_files_are_sent_pages_last_and_stale_ones_removed_at_the_end(site, store):
    upload(site, store)
    (site / "2021/expenditure.html").write_text("page")
    (site / "assets/site.css").write_text("sheet")
    (site / "2021/revenue.csv").unlink()
    assert upload(site, store) == [
        ("assets/site.css", "Copied"),
        ("2021/expenditure.html", "Copied"),
        ("2021/revenue.csv", "Deleted"),
    ]
    assert stored(store) == visible(site)
