"""Fixtures of the project tests."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.project.review_helpers import Reviewed
from tests.project.strict_sql import StrictConnection


@pytest.fixture(autouse=True, scope="session")
def _strict_sql() -> Iterator[None]:
    """Whatever these tests execute is SQL that no Python warns of."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=StrictConnection))
        yield


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Where a project will be."""
    return tmp_path / "Birds.cnnproj"


@pytest.fixture
def reviewed(project: Path) -> Iterator[Reviewed]:
    """A project of 40 photos whose labels are reviewed."""
    found = Reviewed(project)
    yield found
    found.opened.close()
