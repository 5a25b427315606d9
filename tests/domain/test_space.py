"""How much room on the disk a training needs: one rule, for the window and for learning."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.space import MARGIN, need_space


def free(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    usage = shutil.disk_usage("/")._replace(free=count)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage)


def test_room_for_every_copy_of_the_weights_and_something_to_spare(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = tmp_path / "not there/yet"
    free(monkeypatch, 1_000_000 * 56 + MARGIN)
    need_space(1_000_000, run, averaged=True)
    free(monkeypatch, 1_000_000 * 44 + MARGIN)
    need_space(1_000_000, run)
    free(monkeypatch, 1_000_000 * 44 + MARGIN - 1)
    with pytest.raises(DataError) as caught:
        need_space(1_000_000, run)
    assert str(caught.value) == (
        f"There is not enough disk space: training may need 94 MB in {run}, but only 94 MB is free. "
        "Free some space, then train again."
    )
    assert not run.exists()


def test_a_run_of_an_unknown_network_needs_room_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    free(monkeypatch, MARGIN - 1)
    with pytest.raises(DataError):
        need_space(0, tmp_path)


def test_a_folder_relative_to_where_one_is(monkeypatch: pytest.MonkeyPatch) -> None:
    free(monkeypatch, MARGIN)
    need_space(0, Path("run"))  # enough there
    free(monkeypatch, MARGIN - 1)
    with pytest.raises(DataError, match="not enough disk space"):
        need_space(0, Path("run"))
