"""A window at the Training step, for the tests of its tab."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cnn_desktop.gui.frame.window import MainWindow
from tests.gui.training.opened import Opened


@pytest.fixture
def at_training(open_window: Callable[..., MainWindow], photo_folder: Callable[..., Path]) -> Callable[..., Opened]:
    def make(how: str = "") -> Opened:
        return Opened(open_window(photo_folder(classes=2, each=10), how=how))

    return make
