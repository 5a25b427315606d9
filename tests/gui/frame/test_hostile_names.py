"""Classes and photos that are called like HTML, or with characters that steer: shown as they are, everywhere in the window."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtGui import Qt as Texts
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.jobs.base import Step
from cnn_desktop.gui.frame.rail_view import STEPS
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from tests.conftest import draw_photo
from tests.gui.frame.window_tools import Open

NAMES = ["<img src=x>", "<b>bold", "<a href=x>a\u202eb\u200b"]
OURS = "<qt>&lt;"
"""How a tool tip begins that shows such a name."""


def taken_for_html(window: MainWindow) -> list[str]:
    """Texts in `window` that Qt would follow."""
    labels = [
        f"{label.text()!r} of {type(label).__name__}" for label in window.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText and Texts.mightBeRichText(label.text())
    ]  # fmt: skip
    tips = [part.toolTip() for kind in (QWidget, QAction) for part in window.findChildren(kind)]
    for view in window.findChildren(QAbstractItemView):
        tips += tips_of(view.model())
    return labels + [tip for tip in tips if Texts.mightBeRichText(tip) and not tip.startswith("<qt>")]


def tips_of(model: QAbstractItemModel | None) -> list[str]:
    if model is None:
        return []
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    places = [model.index(row, column) for row in range(model.rowCount()) for column in range(columns)]
    found = [model.data(place, Qt.ItemDataRole.ToolTipRole) for place in places]
    return [tip for tip in found if isinstance(tip, str)]


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_names_like_html_are_shown_as_they_are(
    open_window: Open, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("photos") / "<b>photos"
    for label, name in enumerate(NAMES):
        for number in range(6):
            draw_photo(folder / name / f"<u>{number}.png", label, number)
    window = open_window(folder)
    session = Wiring.of(window).session
    for key in STEPS:
        window.tab(key)  # built, whether or not it can be shown yet
    session.selection.show([str(folder / NAMES[0] / "<u>0.png")])
    qtbot.waitUntil(lambda: window.step == "viewer")
    assert taken_for_html(window) == []
    tips = [tip for view in window.findChildren(QAbstractItemView) for tip in tips_of(view.model())]
    assert any(tip.startswith(OURS) for tip in tips), "the class list has tips with these names"


def test_labels_are_plain_throughout(open_window: Open, photo_folder: object) -> None:
    window = open_window(photo_folder())  # type: ignore[operator]
    steps: tuple[Step, ...] = STEPS
    for key in steps:
        window.tab(key)
    others = [
        label.text() for label in window.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText and label.text()
    ]  # fmt: skip
    assert others == []
