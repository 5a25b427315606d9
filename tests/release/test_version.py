"""A version has one place, cnn_desktop/__init__.py, and the changelog is cut by it."""

from __future__ import annotations

import datetime
import tomllib
from pathlib import Path

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


def test_the_version_has_one_place() -> None:
    """When this fails: a new version is written into cnn_desktop/__init__.py and the changelog's newest heading."""
    assert __version__ == facts.version()
    project = tomllib.loads((facts.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert ("version" in project["project"], project["project"]["dynamic"]) == (False, ["version"])
    assert project["tool"]["setuptools"]["dynamic"] == {"version": {"attr": "cnn_desktop.__version__"}}
    newest = facts.read_changelog()[0]
    assert newest.version == facts.UNRELEASED or (newest.version == facts.version() and newest.date)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('__version__ = "10.2.0"', "10.2.0"),
        ('__version__ = "0.2.0rc1"', None),
        ('__version__ = "0.2"', None),
        ('__version__ = "0.2.0.1"', None),
        ('__version__ = "0.02.0"', None),
        ("__version__ = read()", None),
        ("version = 1", None),
    ],
)
def test_only_a_version_that_every_system_can_bear_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, told: str | None
) -> None:
    """Read without being run; what cannot be built is refused in a sentence by each tool of a release."""
    monkeypatch.setattr(facts, "ROOT", tmp_path)
    (tmp_path / "cnn_desktop").mkdir()
    (tmp_path / facts.VERSION_FILE).write_text(f"raise SystemExit\n{line}\n")
    done = run_release_tool("facts", "version")
    if told:
        assert (done.returncode, done.stdout) == (0, f"{told}\n")
        return
    for refused in (done, run_release_tool("finish", tmp_path, UNSIGNED="1")):
        assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)
        assert refused.stderr.startswith("The version in cnn_desktop/__init__.py is “")


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
