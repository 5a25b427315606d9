"""Panels: shared out as usual, dragged, remembered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.kit import painting
from cnn_desktop.gui.kit.names import short_name
from cnn_desktop.gui.kit.panels import Panel, Panels
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.state.preferences import Memory
from cnn_desktop.gui.state.session import Session


def shown(qtbot: QtBot, memory: Memory, *usual: int) -> Panels:
    panels = Panels(*(Panel(QLabel(str(place)), width) for place, width in enumerate(usual)))
    session = Session()
    Shell(session, memory, panels).remember_widths("here", panels)
    qtbot.addWidget(panels, before_close_func=lambda _: session.close())
    panels.resize(816, 200)
    panels.show()
    return panels


def test_a_panel_keeps_its_width_while_the_window_grows_and_is_remembered(qtbot: QtBot, theme: Theme) -> None:
    memory = Memory()
    panels = shown(qtbot, memory, 240, 0)
    assert panels.sizes() == [240, 560]
    panels.resize(1016, 200)
    assert panels.sizes() == [240, 760]
    handle = panels.handle(1)
    middle = handle.rect().center()
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(handle, middle + type(middle)(100, 0))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.waitUntil(lambda: "here" in memory.preferences.widths)
    assert memory.preferences.widths["here"] == panels.sizes() == [340, 660]
    memory.close()
    again = shown(qtbot, Memory(), 240, 0)
    assert again.sizes() == [340, 460], "as it was left, in a narrower window"
    with qtbot.waitSignal(again.settled):
        qtbot.mouseDClick(again.handle(1), Qt.MouseButton.LeftButton)
    assert again.sizes() == [240, 560]


def test_panels_without_a_width_share_the_room(qtbot: QtBot, theme: Theme) -> None:
    panels = shown(qtbot, Memory(), 0, 0)
    assert panels.sizes() == [400, 400]
    panels.show_widths([100, 300])
    assert panels.sizes() == [200, 600]
    panels.show_widths([1, 2, 3])
    assert panels.sizes() == [400, 400], "of another version"


def test_a_caption_loses_letters_of_the_name_and_nothing_else(theme: Theme) -> None:
    names = [f"a very long class name that ends in {end}" for end in ("red", "blue")]
    image = QImage(150, 20, QImage.Format.Format_RGB32)

    def picture(width: int, said: str, named: str) -> QImage:
        image.fill(QColor("white"))
        painter = QPainter(image)
        area = image.rect().toRectF()
        area.setWidth(width)
        painting.saying(painter, area, (f"called {said}", f"→ {said}"), named, names, "black")
        painter.end()
        return image.copy()

    painter = QPainter(image)
    font = painter.font()
    room = 150 - painter.fontMetrics().horizontalAdvance("→ , 90 %")
    painter.end()
    short = short_name(names[0], names, room, font)
    assert short.endswith("red")
    assert picture(150, f"{names[0]}, 90 %", names[0]) == picture(150, f"{short}, 90 %", short).copy()
    assert picture(150, f"{names[0]}, 90 %", names[0]) != picture(150, f"{names[1]}, 90 %", names[1])
    assert picture(150, "oak, 90 %", "oak") != picture(150, "→ oak, 90 %", "oak"), "with room it says “called”"
