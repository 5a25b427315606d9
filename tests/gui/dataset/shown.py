"""The Dataset tab in tests, with what stands for the project and the children."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.config import Augmentation, TrainConfig
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoSort
from cnn_desktop.domain.photos import PhotoFacts, Scan
from cnn_desktop.gui.dataset.listing import Listing
from cnn_desktop.gui.dataset.tab import DatasetTab
from cnn_desktop.gui.dataset.view import Facts, view
from tests.gui.tab_tools import ThumbnailMaker, finder


class Shown:
    """A tab, the scan it shows, and what stands for the project and the children."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.maker = ThumbnailMaker()
        self.find = finder(Scan({}, [], []))
        self.facts = Facts(opened=frozenset({None}))
        self.wanted: list[tuple[PhotoFilter, PhotoSort]] = []
        self.tab = DatasetTab(self.maker, self._look_up)
        qtbot.addWidget(self.tab)
        self.tab.resize(824, 670)
        self.tab.show()

    def _look_up(self, wanted: PhotoFilter, sort: PhotoSort, then: Callable[[Listing], None]) -> None:
        """As the project does what it knows at once; keeps what was asked for."""
        self.wanted.append((wanted, sort))
        self.find(wanted, sort, then)

    def show(self, **changes: object) -> None:
        self.facts = msgspec.structs.replace(self.facts, **changes)
        self.tab.show_view(view(self.facts))

    def set(self, **augmentation: bool) -> None:
        self.show(config=TrainConfig(data="", augmentation=Augmentation(**augmentation)))

    def scan(self, scan: Scan) -> Scan:
        """Shows `scan` and waits until its first photos are known."""
        self.find = finder(scan)
        self.show(name="My birds", photos=PhotoFacts.of(scan))
        self.wait()
        return scan

    def wait(self) -> None:
        grid = self.tab.photos.grid
        self.qtbot.waitUntil(lambda: not grid.tiles.rowCount() or grid.tiles.tile(0).path != "")

    @property
    def paths(self) -> list[str]:
        grid = self.tab.photos.grid
        return [grid.tiles.tile(row).path for row in range(grid.tiles.rowCount())]
