"""Where the claims of tests lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from cnn_desktop.gui.app import claim


@pytest.fixture
def nowhere_else(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What stands for /tmp: nothing of a test lies where the person's own windows meet."""
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr(claim, "usual_runtime_folder", lambda: "")
    shared = tmp_path_factory.mktemp("s")  # short: a socket's path may not be long
    monkeypatch.setattr(claim, "_SHARED", shared)
    return shared
