"""The teaching popovers: every topic has words and a drawing, keys open and close them."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.kit.theme import Theme, colours
from cnn_desktop.gui.teach.help_button import TeachButton, TeachPopover
from cnn_desktop.gui.teach.ink import ink
from cnn_desktop.gui.teach.topics import LESSONS, Topic

ROOM = QRectF(0, 0, 312, 124)


def test_every_topic_has_a_lesson() -> None:
    assert set(LESSONS) == set(get_args(Topic))
    for lesson in LESSONS.values():
        sentences = str(lesson.text).count(". ") + str(lesson.text).count(": ") + 1
        assert 2 <= sentences <= 6
        assert "!" not in str(lesson.text)


@pytest.mark.parametrize("choice", ["light", "dark"])
@pytest.mark.parametrize("topic", list(LESSONS))
def test_drawings_draw_within_their_room(theme: Theme, topic: Topic, choice: str) -> None:
    theme.choose(choice)  # type: ignore[arg-type]
    image = QImage(352, 164, QImage.Format.Format_RGB32)
    ground = QColor(ink().ground)
    image.fill(ground)
    painter = QPainter(image)
    painter.translate(20, 20)
    LESSONS[topic].draw(painter, ROOM, ink())
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(164, 352)
    inked = pixels != ground.rgb()
    assert inked.sum() > 300
    inked[18:146, 18:334] = False
    assert not inked.any(), f"{topic} is drawn outside its room at {np.argwhere(inked)[:3].tolist()}"


def test_keys_open_and_close_a_popover(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    row = QHBoxLayout(window)
    button = TeachButton("epoch")
    row.addWidget(QLabel("Epochs"))
    row.addWidget(button)
    qtbot.addWidget(window)
    window.show()
    assert button.accessibleName() == "What is “Epoch”?"
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    popover = QApplication.activePopupWidget()
    assert isinstance(popover, TeachPopover)
    assert popover.accessibleName() == "Epoch"
    assert "every training photo" in popover.accessibleDescription()
    with qtbot.waitSignal(popover.destroyed):
        qtbot.keyClick(popover, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None


def test_a_popover_stays_on_the_screen(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    button = TeachButton("overfitting", window)
    qtbot.addWidget(window)
    window.show()
    screen = window.screen().availableGeometry()
    window.move(screen.right() - 30, screen.bottom() - 30)
    popover = button.explain()
    assert screen.contains(popover.geometry())
    with qtbot.waitSignal(popover.destroyed):
        popover.close()


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_a_popover_paints_its_whole_ground(qtbot: QtBot, theme: Theme, choice: str) -> None:
    theme.choose(choice)  # type: ignore[arg-type]
    window = QWidget()
    button = TeachButton("epoch", window)
    qtbot.addWidget(window)
    window.show()
    popover = button.explain()
    assert not popover.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    image = QImage(popover.size(), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    popover.render(image)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width())
    assert (pixels >> 24 == 255).all(), "the popover is transparent somewhere"
    now = colours()
    corners = {image.pixelColor(x, y).name() for x in (0, image.width() - 1) for y in (0, image.height() - 1)}
    assert corners == {now.outline}
    assert image.pixelColor(4, 4).name() == now.surface
    assert QColor(now.text).rgb() in pixels
    with qtbot.waitSignal(popover.destroyed):
        popover.close()
