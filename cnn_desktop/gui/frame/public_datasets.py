"""The public data sets on offer: what each holds and how much is downloaded. Nothing is fetched before its button is pressed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from cnn_desktop.domain.files import is_folder
from cnn_desktop.domain.public_datasets import PUBLIC_DATASETS
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import wrap
from cnn_desktop.gui.kit.dialog import Dialog
from cnn_desktop.gui.kit.plain import as_tip, label
from cnn_desktop.gui.kit.rows import ROOM
from cnn_desktop.gui.kit.words import QT_WORDS, tr


@dataclasses.dataclass(frozen=True)
class Row:
    """A data set as it is shown."""

    key: str
    title: str
    detail: str
    button: str
    tip: str


@dataclasses.dataclass(frozen=True)
class View:
    rows: tuple[Row, ...]
    note: str


def here() -> frozenset[str]:
    """Keys of the data sets that are on this computer. Touches disks: not for the window's thread."""
    return frozenset(row.key for row in PUBLIC_DATASETS if is_folder(row.folder))


def view(present: Iterable[str], place: Path) -> View:
    """`present`: keys of those that are there; `place`: where all are kept."""
    rows = []
    for row in PUBLIC_DATASETS:
        detail = tr(
            "{about} · {n} photos in {classes} classes",
            about=row.about.render(QT_WORDS), n=row.photos, classes=row.classes,
        )  # fmt: skip
        if row.key in present:
            button, tip = tr("Open"), tr("It is on this computer already")
        else:
            button = tr("Download ({size} MB)", size=row.download_mb)
            tip = tr("Downloads {title} from the internet, then opens it", title=row.title)
        rows.append(Row(row.key, row.title, detail, button, tip))
    note = tr(
        "The photos are saved in {folder}. They belong to their authors: see the terms of each data set.",
        folder=str(place),
    )
    return View(tuple(rows), note)


class PublicDatasetsDialog(Dialog):
    """A row and a button for each data set."""

    wanted = Signal(str)
    """Its key: the person has pressed Download, or Open."""

    def __init__(self, shown: View, parent: QWidget | None = None) -> None:
        super().__init__(tr("Public data sets"), parent)
        self.buttons: dict[str, QPushButton] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * theme.SPACING)
        grid.setVerticalSpacing(theme.SPACING // 2)
        grid.setColumnStretch(0, 1)
        for place, row in enumerate(shown.rows):
            button = self.buttons[row.key] = QPushButton(row.button, autoDefault=False)
            button.setToolTip(as_tip(row.tip))
            button.setAccessibleName(f"{row.title}: {row.button}")
            button.clicked.connect(lambda _=False, key=row.key: self._want(key))
            grid.addWidget(theme.heading(label(row.title)), 3 * place, 0)
            grid.addWidget(theme.muted(wrap(label(row.detail))), 3 * place + 1, 0)
            grid.addWidget(button, 3 * place, 1, 2, 1)
            grid.setRowMinimumHeight(3 * place + 2, theme.SPACING)
        self.note = theme.caption(wrap(QLabel(shown.note)))
        self.fill(grid, self.note, ROOM, close=tr("&Close"))
        self.setMinimumWidth(720)

    def _want(self, key: str) -> None:
        self.wanted.emit(key)
        self.accept()
