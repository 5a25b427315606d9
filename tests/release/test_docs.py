"""What people read leads somewhere: pictures and files that the pages name are there, and every picture says what it shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.release.tools import PACKAGING

ROOT = PACKAGING.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_LINK = re.compile(r"(?P<picture>!?)\[(?P<text>[^\]]*)\]\((?P<target>[^)\s#]+)[^)]*\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_names_is_there(page: Path) -> None:
    links = [link for link in _LINK.finditer(page.read_text(encoding="utf-8")) if ":" not in link["target"]]
    assert not [link["target"] for link in links if not (page.parent / link["target"]).exists()]
    assert not [link["target"] for link in links if link["picture"] and not link["text"].strip()]


def test_the_install_page_shows_every_way() -> None:
    text = (ROOT / "docs" / "install.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"\(screenshots/(install-[a-z]+\.png)\)", text))
    there = {file.name: file.stat().st_size for file in (ROOT / "docs" / "screenshots").glob("install-*.png")}
    assert shown == there.keys() >= {f"install-{way}.png" for way in ("deb", "run", "windows")}
    assert max(there.values()) < 80_000  # bytes
