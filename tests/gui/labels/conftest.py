"""The Labels tab for tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.labels.connection import connect
from tests.gui.labels.planted import Labelling, planted


@pytest.fixture
def begin(qtbot: QtBot, theme: Theme) -> Iterator[Callable[..., Labelling]]:
    """`begin(project)`: the tab, with this project open."""
    begun: list[Labelling] = []

    def begin(project: Path | None = None) -> Labelling:
        begun.append(Labelling(connect, qtbot, project))
        return begun[-1]

    yield begin
    for one in begun:
        one.close()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """30 photos that are there: 24 for training, all of them suspicious."""
    return planted(tmp_path)
