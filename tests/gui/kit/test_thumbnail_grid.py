"""The grid of thumbnails: a million rows, pictures on demand, bounded memory, keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.events import Event, PictureReady
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.jobs.thumbnails import Thumbnails
from cnn_desktop.domain.message import say
from cnn_desktop.domain.places import cache_folder
from cnn_desktop.domain.tones import Range, Tones
from cnn_desktop.gui.kit.pages import PAGE, Pages
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.kit.thumbnail_grid import ThumbnailGrid
from cnn_desktop.gui.kit.thumbnail_model import Tile
from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource, tile_picture
from tests.conftest import draw_photo
from tests.gui.tab_tools import ThumbnailMaker

MANY = 1_000_000


class Asked:
    """Stands for the children: keeps what was asked; with `file` it answers every question with that, else when told to."""

    def __init__(self, file: str = "") -> None:
        self.file = file
        self.jobs: list[Thumbnails] = []
        self.hear: Callable[[Event], None] = lambda event: None

    def __call__(self, job: Job, on_event: Callable[[Event], None], *, owner: QObject) -> object:
        assert isinstance(job, Thumbnails)
        self.jobs.append(job)
        self.hear = on_event
        if self.file:
            for path in job.paths:
                on_event(PictureReady(path, self.file))
        return self

    @property
    def paths(self) -> list[str]:
        return [path for job in self.jobs for path in job.paths]


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def grid(qtbot: QtBot, theme: Theme, asked: Asked) -> ThumbnailGrid:
    grid = ThumbnailGrid(ThumbnailSource(asked), "Photos")
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


def lazy(made: list[int]) -> Callable[[int], Tile]:
    def tile(row: int) -> Tile:
        made.append(row)
        return Tile(f"/photos/{row}.jpg", f"{row}.jpg, cat, training")

    return tile


def test_a_million_rows_are_made_only_when_seen(qtbot: QtBot, grid: ThumbnailGrid, asked: Asked) -> None:
    made: list[int] = []
    grid.tiles.set_lazy(MANY, lazy(made))
    grid.resize(660, 500)
    grid.grab()
    qtbot.waitUntil(lambda: bool(asked.jobs))
    assert max(made) < 100
    grid.scrollToBottom()
    qtbot.waitUntil(lambda: f"/photos/{MANY - 1}.jpg" in asked.paths)
    assert len(set(made)) < 300


def test_rows_that_come_in_pages_are_quiet_until_then(qtbot: QtBot, grid: ThumbnailGrid, asked: Asked) -> None:
    waiting: list[tuple[int, Callable[[list[int]], None]]] = []
    pages = Pages(MANY, lambda start, count, then: waiting.append((start, then)), lazy([]))
    picked: list[str] = []
    grid.picked.connect(picked.append)
    grid.show_pages(pages)
    assert grid.tiles.rowCount() == MANY
    qtbot.waitUntil(lambda: len(waiting) == 1)
    grid.setCurrentIndex(grid.tiles.index(1))
    with qtbot.assertNotEmitted(grid.opened):
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    qtbot.mouseMove(grid.viewport(), grid.visualRect(grid.tiles.index(1)).center())
    assert not grid.grab().isNull()
    assert asked.jobs == []
    assert picked == []
    start, then = waiting.pop()
    then(list(range(start, start + PAGE)))
    assert asked.paths[:2] == ["/photos/0.jpg", "/photos/1.jpg"]
    assert picked == ["/photos/1.jpg"]
    with qtbot.waitSignal(grid.opened) as opened:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert opened.args == ["/photos/1.jpg"]


def test_pages_of_what_was_shown_before_change_nothing(qtbot: QtBot, grid: ThumbnailGrid, asked: Asked) -> None:
    waiting: list[Callable[[list[int]], None]] = []
    old = Pages(MANY, lambda start, count, then: waiting.append(then), lazy([]))
    grid.show_pages(old)
    qtbot.waitUntil(lambda: len(waiting) == 1)
    grid.show_tiles([Tile("/photos/new.jpg", "new")])
    grid.setCurrentIndex(grid.tiles.index(0))
    with qtbot.assertNotEmitted(grid.tiles.dataChanged), qtbot.assertNotEmitted(grid.picked):
        waiting[0](list(range(PAGE)))
    qtbot.waitUntil(lambda: bool(asked.jobs))
    assert asked.paths == ["/photos/new.jpg"]


def test_arithmetic_of_the_cells(qtbot: QtBot, grid: ThumbnailGrid) -> None:
    grid.tiles.set_lazy(MANY, lazy([]))
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
    grid.tiles.set_lazy(50, lazy([]))
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    first, second = (grid.visualRect(grid.tiles.index(row)) for row in (0, 1))
    assert first.left() > second.left()
    assert grid.indexAt(first.center()).row() == 0
    grid.setCurrentIndex(grid.tiles.index(0))
    qtbot.keyClick(grid, Qt.Key.Key_Left)
    assert grid.currentIndex().row() == 1


def test_keys_walk_through_the_photos(qtbot: QtBot, grid: ThumbnailGrid) -> None:
    grid.tiles.set_lazy(MANY, lazy([]))
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


def test_a_picture_is_painted_when_its_file_comes(
    qtbot: QtBot, grid: ThumbnailGrid, asked: Asked, tmp_path: Path
) -> None:
    file = picture(tmp_path)
    grid.show_tiles([Tile("/photos/a.jpg", "a.jpg, cat, test")])
    middle = grid.visualRect(grid.tiles.index(0)).center()
    qtbot.waitUntil(lambda: bool(asked.jobs))
    (job,) = asked.jobs
    assert (job.paths, job.folder, job.size) == (["/photos/a.jpg"], str(cache_folder() / "thumbnails"), 256)
    assert grid.viewport().grab().toImage().pixelColor(middle) != QColor("red")
    asked.hear(PictureReady("/photos/a.jpg", file))
    qtbot.waitUntil(lambda: grid.viewport().grab().toImage().pixelColor(middle) == QColor("red"))
    made = grid.source.picture("/photos/a.jpg")
    assert made is not None
    assert made.width() == round((grid.cell_size().width() - 8) * grid.devicePixelRatioF())


def test_other_tones_give_other_pictures(qtbot: QtBot, grid: ThumbnailGrid, asked: Asked, tmp_path: Path) -> None:
    grid.show_tiles([Tile("/photos/a.jpg", "a")])
    qtbot.waitUntil(lambda: bool(asked.jobs))
    asked.hear(PictureReady("/photos/a.jpg", picture(tmp_path)))
    tones = Tones(Range(0, 4095))
    grid.source.set_tones(tones)
    assert grid.source.file("/photos/a.jpg") == ""
    grid.source.want(["/photos/a.jpg"])
    assert [job.tones for job in asked.jobs[-1:]] == [tones]


def test_a_cache_that_was_emptied_is_asked_again(
    qtbot: QtBot, grid: ThumbnailGrid, asked: Asked, tmp_path: Path
) -> None:
    grid.show_tiles([Tile("/photos/a.jpg", "a")])
    qtbot.waitUntil(lambda: len(asked.jobs) == 1)
    asked.hear(PictureReady("/photos/a.jpg", str(tmp_path / "gone.jpg")))
    qtbot.waitUntil(lambda: grid.source.file("/photos/a.jpg") == "")
    grid.source.want(["/photos/a.jpg"])
    assert len(asked.jobs) == 2


def test_after_a_folder_was_read_again_a_changed_photo_is_shown_as_it_is_now(
    qtbot: QtBot, grid: ThumbnailGrid, asked: Asked, tmp_path: Path
) -> None:
    def colours() -> list[str]:
        shown = grid.viewport().grab().toImage()
        return [shown.pixelColor(grid.visualRect(grid.tiles.index(row)).center()).name() for row in range(3)]

    red, blue = picture(tmp_path), picture(tmp_path, "blue.png", "blue")
    asked.file = red
    grid.show_tiles([Tile(path, path) for path in "abc"])
    qtbot.waitUntil(lambda: colours() == ["#ff0000"] * 3)
    kept = grid.source.picture("a")
    asked.file = ""
    grid.refresh()
    qtbot.waitUntil(lambda: len(asked.jobs) > 1)
    assert asked.jobs[-1].paths == ["a", "b", "c"]
    assert colours() == ["#ff0000"] * 3, "no holes meanwhile"
    asked.hear(PictureReady("a", red))
    asked.hear(PictureReady("b", blue))
    asked.hear(PictureReady("c", "", say("it is damaged.")))
    qtbot.waitUntil(lambda: colours()[:2] == ["#ff0000", "#0000ff"])
    assert grid.source.picture("a") is kept, "what has not changed is not painted anew"
    assert (grid.source.picture("c"), grid.source.fault("c")) == (None, "it is damaged.")
    assert grid.source.bytes_used == 2 * kept.width() * kept.height() * 4


def test_memory_is_bounded_and_the_newest_stay(qtbot: QtBot, tmp_path: Path) -> None:
    source = ThumbnailSource(Asked(picture(tmp_path)), budget=10 * 64 * 64 * 4)
    source.set_size(64, 1.0)
    paths = [f"/photos/{n}.jpg" for n in range(50)]
    for path in paths:
        source.want([path])
        qtbot.waitUntil(lambda path=path: source.picture(path) is not None)
    assert source.bytes_used <= 10 * 64 * 64 * 4
    assert [path for path in paths if source.picture(path) is not None] == paths[40:]


def test_a_shrinking_window_keeps_pictures_until_sharper_ones_come(qtbot: QtBot, tmp_path: Path) -> None:
    asked = Asked(picture(tmp_path))
    source = ThumbnailSource(asked)
    source.set_size(100, 1.0)
    source.want(["a"])
    qtbot.waitUntil(lambda: source.picture("a") is not None)
    source.set_size(80, 2.0)
    assert source.picture("a") is not None
    source.want(["a"])  # the file of a usual screen would be soft on this one
    assert [job.size for job in asked.jobs] == [256, 512]
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


def test_hover_enlarges_and_scrolling_takes_it_away(
    qtbot: QtBot, grid: ThumbnailGrid, asked: Asked, tmp_path: Path
) -> None:
    file = asked.file = picture(tmp_path)
    grid.show_tiles([Tile(f"/photos/{n}.jpg", f"{n}.jpg, cat, test") for n in range(200)])
    qtbot.waitUntil(lambda: grid.source.file("/photos/0.jpg") == file)
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


def test_two_grids_of_one_source_both_get_their_pictures(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    source = ThumbnailSource(ThumbnailMaker())
    grids = [ThumbnailGrid(source, name, side=96) for name in ("one", "other")]
    for place, grid in enumerate(grids):
        qtbot.addWidget(grid)
        grid.resize(240, 240)
        grid.show()
        grid.show_tiles([Tile(str(draw_photo(tmp_path / f"{place}{n}.png", place, n)), "x") for n in range(3)])
    tiles = [grid.tiles.tile(row).path for grid in grids for row in range(3)]
    qtbot.waitUntil(lambda: all(source.picture(path) is not None for path in tiles))
    asked = Asked()
    again = ThumbnailSource(asked)
    again.want(tiles[:3], by=grids[0])
    again.want(tiles[3:], by=grids[1])
    assert asked.jobs[-1].paths == tiles[3:] + tiles[:3], "a child leaves a question when there is a newer one"
    grids[0].hide()
    assert source._wish.paths == frozenset(tiles[3:]), "one that is not seen wants nothing"
