"""How long picking takes in a grid of a million photos: `python -m tests.benchmarks.bench_picking` prints milliseconds."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.kit.thumbnail_grid import ThumbnailGrid
from cnn_desktop.gui.kit.thumbnail_model import Tile
from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource

ROWS = 1_000_000
_LEFT, _NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def main() -> None:
    """Prints the longest of five tries of each."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    Theme.on(app).choose("light")
    source = ThumbnailSource(lambda *_, **__: None)
    grid = ThumbnailGrid(source, "Photos", many=True)
    grid.tiles.set_lazy(ROWS, lambda row: Tile(f"/photos/{row}.jpg", f"{row}.jpg"))
    grid.resize(1200, 800)
    grid.show()
    middle = grid.columns * grid.cell_size().width() // 2

    def key(which: Qt.Key, keys: Qt.KeyboardModifier = _NO_KEYS) -> Callable[[], None]:
        return lambda: QTest.keyClick(grid, which, keys)

    def move(place: QPoint) -> None:
        at = grid.viewport().mapToGlobal(place).toPointF()
        event = QMouseEvent(QEvent.Type.MouseMove, place.toPointF(), at, Qt.MouseButton.NoButton, _LEFT, _NO_KEYS)
        QApplication.sendEvent(grid.viewport(), event)

    def band() -> None:
        """Over 2,000 lines of photos, as after scrolling at the edge for a while."""
        grid.verticalScrollBar().setValue(0)
        QTest.mousePress(grid.viewport(), _LEFT, pos=QPoint(1, 1))
        grid.verticalScrollBar().setValue(2000 * grid.cell_size().height())
        started = time.perf_counter()
        move(QPoint(middle, 300))
        print(f"  one move of it: {1000 * (time.perf_counter() - started):.1f} ms")
        QTest.mouseRelease(grid.viewport(), _LEFT, pos=QPoint(middle, 300))

    def scattered() -> None:
        """A thousand single photos are picked."""
        grid.pick(range(row, row + 1) for row in range(0, 2000, 2))

    for words, act in (
        ("Ctrl+A", key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)),
        ("a click after it", lambda: QTest.mouseClick(grid.viewport(), _LEFT, pos=QPoint(60, 60))),
        ("Shift+End", key(Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)),
        ("Home", key(Qt.Key.Key_Home)),
        ("a band", band),
        ("a thousand single ones", scattered),
    ):
        longest = 0.0
        for _ in range(5):
            started = time.perf_counter()
            act()
            grid.grab()
            longest = max(longest, time.perf_counter() - started)
        print(f"{words}, painted: {1000 * longest:.1f} ms")
    grid.deleteLater()


if __name__ == "__main__":
    main()
