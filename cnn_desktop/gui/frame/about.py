"""About: version, what it is, and the licences of what it stands on."""

from __future__ import annotations

import importlib.metadata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QWidget

from cnn_desktop import __version__
from cnn_desktop.domain.catalog import ARCHITECTURES
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.dialog import Dialog
from cnn_desktop.gui.kit.icons import app_icon
from cnn_desktop.gui.kit.plain import label
from cnn_desktop.gui.kit.rows import Placed, in_column, in_row, wide
from cnn_desktop.gui.kit.words import tr

# Package, what it does here. The licence is read from the installed package where it says one.
_STANDS_ON = (
    ("PySide6-Essentials", "LGPL-3.0", "window"),
    ("pyqtgraph", "MIT", "plots"),
    ("torch", "BSD-3-Clause", "training"),
    ("torchvision", "BSD-3-Clause", "models"),
    ("timm", "Apache-2.0", "models"),
    *((row.bundle.package.replace("_", "-"), row.licence, "weights") for row in ARCHITECTURES if row.bundle),
    ("pillow", "MIT-CMU", "photos"),
    ("pillow-heif", "BSD-3-Clause", "photos"),
    ("numpy", "BSD-3-Clause", "numbers"),
    ("scikit-learn", "BSD-3-Clause", "numbers"),
    ("safetensors", "Apache-2.0", "files"),
    ("msgspec", "BSD-3-Clause", "files"),
    ("platformdirs", "MIT", "files"),
    ("rich", "MIT", "terminal"),
)


def _licences() -> QTableWidget:
    """Name, version, licence, purpose."""
    purposes = {
        "window": tr("windows and controls"), "plots": tr("plots"), "training": tr("training"), "models": tr("models"),
        "weights": tr("bundled weights, trained on ImageNet"), "photos": tr("reading photos"),
        "numbers": tr("splits and figures"), "files": tr("files and settings"), "terminal": tr("command line"),
    }  # fmt: skip
    table = QTableWidget(len(_STANDS_ON), 4)
    table.setHorizontalHeaderLabels([tr("Name"), tr("Version"), tr("Licence"), tr("Used for")])
    for row, (name, licence, what) in enumerate(_STANDS_ON):
        for column, text in enumerate((name, _version(name), licence, purposes[what])):
            table.setItem(row, column, QTableWidgetItem(text))
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setAccessibleName(tr("Licences of the software this app uses"))
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(True)
    header.setHighlightSections(False)
    return table


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "–"


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
        words = in_column(name, version, text, spacing=theme.SPACING // 2)
        self.fill(
            in_row(Placed(picture, align=Qt.AlignmentFlag.AlignTop), wide(words), spacing=2 * theme.SPACING),
            theme.heading(QLabel(tr("Built on the work of others"))),
            wide(_licences()),
            close=tr("&Close"),
        )
        self.resize(760, 560)
