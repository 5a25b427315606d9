"""Fixtures of the project tests."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Where a project will be."""
    return tmp_path / "Birds.cnnproj"
