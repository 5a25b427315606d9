"""About: version, what it is, and the licences of everything it stands on."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QPlainTextEdit, QSplitter, QTableWidget, QTableWidgetItem, QWidget

from cnn_desktop import __version__
from cnn_desktop.domain.licences import Licences, Piece, of_this_app
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.dialog import Dialog
from cnn_desktop.gui.kit.icons import app_icon
from cnn_desktop.gui.kit.plain import as_tip, label
from cnn_desktop.gui.kit.rows import Placed, in_column, in_row, wide
from cnn_desktop.gui.kit.words import tr


def view(found: Licences) -> list[Piece]:
    """What the list shows: the notice that concerns them all, if there is one, then the pieces, with their licences in words."""
    notice = [Piece(tr("About these licences"), "–", "–", found.preface.__str__)] if found.preface else []
    return notice + [_in_words(piece) for piece in found.pieces]


def _in_words(piece: Piece) -> Piece:
    licence = piece.licence or tr("not stated")
    for name, words in (
        ("LicenseRef-Intel-Developer-Tools", tr("Intel’s own terms")),
        ("LicenseRef-Intel-Simplified", tr("Intel’s own terms")),
        ("LicenseRef-Microsoft-Redistributable", tr("Microsoft’s own terms")),
        ("LicenseRef-NVIDIA-Proprietary", tr("NVIDIA’s own terms")),
        ("LicenseRef-public-domain", tr("public domain")),
    ):
        licence = licence.replace(name, words)
    return replace(
        piece,
        version=piece.version or "–",
        licence=licence,
        text=lambda: piece.text() or tr("This package includes no licence text."),
    )


class AboutDialog(Dialog):
    """Help › About."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("About CNN Desktop"), parent)
        picture = QLabel(pixmap=app_icon().pixmap(64, 64))
        name = theme.title(QLabel("CNN Desktop"))
        version = theme.muted(QLabel(tr("Version {version} · MIT licence", version=__version__)))
        text = label(
            tr(
                "Drop a folder of photos on a window and get an image classifier you can trust. Everything stays "
                "on this computer: your photos and models never leave it."
            ),
            wordWrap=True,
        )
        self._rows = view(of_this_app())
        self.table = _table(self._rows)
        self.text = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self.text.setAccessibleName(tr("Text of the licence"))
        self.table.currentCellChanged.connect(self._show)
        self.table.setCurrentCell(0, 0)
        both = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False, handleWidth=theme.SPACING)
        both.addWidget(self.table)
        both.addWidget(self.text)
        words = in_column(name, version, text, spacing=theme.SPACING // 2)
        self.fill(
            in_row(Placed(picture, align=Qt.AlignmentFlag.AlignTop), wide(words), spacing=2 * theme.SPACING),
            theme.heading(QLabel(tr("Built on the work of others"))),
            wide(both),
            close=tr("&Close"),
        )
        self.resize(760, 680)

    def _show(self, row: int) -> None:
        self.text.setPlainText(self._rows[row].text() if row >= 0 else "")


def _table(rows: list[Piece]) -> QTableWidget:
    table = QTableWidget(len(rows), 3)
    table.setHorizontalHeaderLabels([tr("Name"), tr("Version"), tr("Licence")])
    for at, row in enumerate(rows):
        for column, text in enumerate((row.name, row.version, row.licence)):
            item = QTableWidgetItem(text)
            item.setToolTip(as_tip(text))
            table.setItem(at, column, item)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setAccessibleName(tr("Licences of the software this app uses"))
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(True)
    header.setHighlightSections(False)
    return table
