"""Fixtures of the project tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project.review_helpers import Reviewed


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
