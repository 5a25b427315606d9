"""A version has one place, pyproject.toml, and the changelog is cut by it."""

from __future__ import annotations

import datetime

import pytest

from cnn_desktop import __version__
from tests.release.tools import load_release_tool, run_release_tool

facts = load_release_tool("facts")

CHANGELOG = """# Changelog

## Unreleased

- soon

## 0.2.0 (2026-12-01)

- two

### More

## 0.1.0 (2026-11-26)

- one
"""


def test_everything_has_the_same_version() -> None:
    """When this fails: a new version is written into pyproject.toml, cnn_desktop/__init__.py and the changelog's newest heading."""
    assert __version__ == facts.version()
    newest = facts.read_changelog()[0]
    assert newest.version == facts.UNRELEASED or (newest.version == facts.version() and newest.date)


def test_the_changelog_is_cut_by_version() -> None:
    parts = facts.sections(CHANGELOG)
    assert [part.version for part in parts] == ["Unreleased", "0.2.0", "0.1.0"]
    assert parts[1].date == datetime.date(2026, 12, 1)
    assert facts.notes(parts, "0.2.0", is_draft=False) == "- two\n\n### More\n"
    assert facts.notes(parts, "0.1.0", is_draft=False) == "- one\n"


def test_a_release_needs_a_heading_of_its_own() -> None:
    parts = facts.sections(CHANGELOG)
    with pytest.raises(facts.ReleaseError, match=r"no part “## 0.3.0 \(YYYY-MM-DD\)”"):
        facts.notes(parts, "0.3.0", is_draft=False)
    assert facts.notes(parts, "0.3.0", is_draft=True) == "- soon\n"


def test_facts_are_printed() -> None:
    assert run_release_tool("facts", "version").stdout == f"{__version__}\n"
    assert run_release_tool("facts", "epoch").stdout == "1700000000\n"
