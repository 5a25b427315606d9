"""The grid of thumbnails: 100,000 rows, pictures on demand, bounded memory, keys."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.kit.thumbnail_grid import ThumbnailGrid
from cnn_desktop.gui.kit.thumbnail_model import Tile
from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource, tile_picture

MANY = 100_000


@pytest.fixture
def grid(qtbot: QtBot, theme: Theme) -> ThumbnailGrid:
    grid = ThumbnailGrid(ThumbnailSource(), "Photos")
    grid.source.setParent(grid)
    qtbot.addWidget(grid)
    grid.resize(640, 480)
    grid.show()
    return grid


def picture(folder: Path, name: str = "red.png", colour: str = "red") -> str:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    file = folder / name
    assert image.save(str(file))
    return str(file)


def lazy(made: list[int]) -> object:
    def tile(row: int) -> Tile:
        made.append(row)
        return Tile(f"/photos/{row}.jpg", f"{row}.jpg, cat, training")

    return tile


def test_a_hundred_thousand_rows_are_made_only_when_seen(qtbot: QtBot, grid: ThumbnailGrid) -> None:
    made: list[int] = []
    asked: list[str] = []
    grid.source.needed.connect(lambda paths, _side: asked.extend(paths))
    began = time.perf_counter()
    grid.tiles.set_lazy(MANY, lazy(made))  # type: ignore[arg-type]
    grid.resize(660, 500)
    grid.grab()
    assert time.perf_counter() - began < 0.5
    qtbot.waitUntil(lambda: bool(asked))
    assert max(made) < 100
    grid.scrollToBottom()
    qtbot.waitUntil(lambda: f"/photos/{MANY - 1}.jpg" in asked)
    assert len(set(made)) < 300


def test_arithmetic_of_the_cells(qtbot: QtBot, grid: ThumbnailGrid) -> None:
    grid.tiles.set_lazy(MANY, lazy([]))  # type: ignore[arg-type]
    for row in (0, 7, 4321, MANY - 1):
        index = grid.tiles.index(row)
        grid.scrollTo(index)
        rect = grid.visualRect(index)
        assert grid.viewport().rect().contains(rect.center())
        assert grid.indexAt(rect.center()).row() == row
        assert row in grid.visible_rows()
    assert not grid.indexAt(QPoint(5, 100_000)).isValid()
    across = grid.columns * grid.cell_size().width()
    assert grid.viewport().width() - grid.columns < across <= grid.viewport().width()


def test_right_to_left_counts_from_the_right(qtbot: QtBot, grid: ThumbnailGrid) -> None:
    grid.tiles.set_lazy(50, lazy([]))  # type: ignore[arg-type]
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    first, second = (grid.visualRect(grid.tiles.index(row)) for row in (0, 1))
    assert first.left() > second.left()
    assert grid.indexAt(first.center()).row() == 0
    grid.setCurrentIndex(grid.tiles.index(0))
    qtbot.keyClick(grid, Qt.Key.Key_Left)
    assert grid.currentIndex().row() == 1


def test_keys_walk_through_the_photos(qtbot: QtBot, grid: ThumbnailGrid) -> None:
    grid.tiles.set_lazy(MANY, lazy([]))  # type: ignore[arg-type]
    grid.setFocus(Qt.FocusReason.TabFocusReason)
    across = grid.columns
    for key, row in (
        (Qt.Key.Key_Right, 1), (Qt.Key.Key_Down, 1 + across), (Qt.Key.Key_Left, across), (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Up, 0), (Qt.Key.Key_End, MANY - 1), (Qt.Key.Key_Down, MANY - 1), (Qt.Key.Key_Home, 0),
    ):  # fmt: skip
        if not grid.currentIndex().isValid():
            grid.setCurrentIndex(grid.tiles.index(0))
        qtbot.keyClick(grid, key)
        assert grid.currentIndex().row() == row
    qtbot.keyClick(grid, Qt.Key.Key_PageDown)
    assert grid.currentIndex().row() >= 2 * across


def test_a_picture_is_painted_when_its_file_comes(qtbot: QtBot, grid: ThumbnailGrid, tmp_path: Path) -> None:
    file = picture(tmp_path)
    grid.show_tiles([Tile("/photos/a.jpg", "a.jpg, cat, test")])
    middle = grid.visualRect(grid.tiles.index(0)).center()
    with qtbot.waitSignal(grid.source.needed) as asked:
        pass
    assert asked.args == [["/photos/a.jpg"], 256]
    assert grid.viewport().grab().toImage().pixelColor(middle) != QColor("red")
    grid.source.take("/photos/a.jpg", file)
    qtbot.waitUntil(lambda: grid.viewport().grab().toImage().pixelColor(middle) == QColor("red"))
    made = grid.source.picture("/photos/a.jpg")
    assert made is not None
    assert made.width() == round((grid.cell_size().width() - 8) * grid.devicePixelRatioF())


def test_a_cache_that_was_emptied_is_asked_again(qtbot: QtBot, grid: ThumbnailGrid, tmp_path: Path) -> None:
    grid.show_tiles([Tile("/photos/a.jpg", "a")])
    with qtbot.waitSignal(grid.source.needed):
        pass
    grid.source.take("/photos/a.jpg", str(tmp_path / "gone.jpg"))
    qtbot.waitUntil(lambda: grid.source.file("/photos/a.jpg") == "")
    with qtbot.waitSignal(grid.source.needed):
        grid.source.want(["/photos/a.jpg"])


def test_memory_is_bounded_and_the_newest_stay(qtbot: QtBot, tmp_path: Path) -> None:
    file = picture(tmp_path)
    source = ThumbnailSource(budget=10 * 64 * 64 * 4)
    source.set_size(64, 1.0)
    paths = [f"/photos/{n}.jpg" for n in range(50)]
    for path in paths:
        source.take(path, file)
    for path in paths:
        source.want([path])
        qtbot.waitUntil(lambda path=path: source.picture(path) is not None)
    assert source.bytes_used <= 10 * 64 * 64 * 4
    assert [path for path in paths if source.picture(path) is not None] == paths[40:]


def test_a_shrinking_window_keeps_pictures_until_sharper_ones_come(qtbot: QtBot, tmp_path: Path) -> None:
    file = picture(tmp_path)
    source = ThumbnailSource()
    source.set_size(100, 1.0)
    source.take("a", file)
    source.want(["a"])
    qtbot.waitUntil(lambda: source.picture("a") is not None)
    source.set_size(80, 2.0)
    assert source.picture("a") is not None
    with qtbot.waitSignal(source.needed) as asked:  # the file of a usual screen would be soft on this one
        source.want(["a"])
    assert asked.args == [["a"], 512]
    source.take("a", file)
    qtbot.waitUntil(lambda: (source.picture("a") or QImage()).width() == 160)
    sharp = source.picture("a")
    assert sharp is not None
    assert sharp.devicePixelRatio() == 2.0


def test_tiles_are_the_middle_with_round_corners(tmp_path: Path) -> None:
    wide = QImage(300, 100, QImage.Format.Format_RGB32)
    wide.fill(QColor("red"))
    for x in range(100, 200):
        for y in range(100):
            wide.setPixelColor(x, y, QColor("blue"))
    file = tmp_path / "wide.png"
    assert wide.save(str(file))
    tile = tile_picture(str(file), 50, 6)
    assert (tile.width(), tile.height()) == (50, 50)
    assert tile.pixelColor(25, 2) == QColor("blue")
    assert tile.pixelColor(2, 25) == QColor("blue")
    assert tile.pixelColor(0, 0).alpha() == 0
    assert tile_picture(str(tmp_path / "none.png"), 50, 6).isNull()


def test_hover_enlarges_and_scrolling_takes_it_away(qtbot: QtBot, grid: ThumbnailGrid, tmp_path: Path) -> None:
    file = picture(tmp_path)
    grid.show_tiles([Tile(f"/photos/{n}.jpg", f"{n}.jpg, cat, test") for n in range(200)])
    grid.source.take("/photos/0.jpg", file)
    middle = grid.visualRect(grid.tiles.index(0)).center()
    qtbot.mouseMove(grid.viewport(), middle)
    grid.hover.aim(grid.tiles.tile(0), file, grid.visualRect(grid.tiles.index(0)))
    qtbot.waitUntil(grid.hover.isVisible)
    assert not grid.hover.grab().isNull()
    grid.verticalScrollBar().setValue(200)
    assert not grid.hover.isVisible()


def test_a_grid_without_rows(qtbot: QtBot, grid: ThumbnailGrid) -> None:
    grid.show_tiles([])
    assert not grid.grab().isNull()
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert not grid.currentIndex().isValid()
    assert list(grid.visible_rows()) == []
    assert grid.verticalScrollMode() == QAbstractItemView.ScrollMode.ScrollPerPixel
