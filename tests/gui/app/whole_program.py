"""The whole program as a person starts it, in a folder of photos that Python files lie in: used by `test_nothing_leaves.py`.

Run: python -m tests.gui.app.whole_program PHOTOS. Opens the window, pastes a picture, uses Qt's own file dialog, has Help ›
Self-test run (which opens a window of its own, trains and classifies), and prints its verdict and figures as JSON.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from cnn_desktop.gui.app.app import boot
from cnn_desktop.gui.frame import drops
from cnn_desktop.gui.frame.selftest_dialog import SelftestDialog
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring


def paste() -> None:
    picture = QImage(20, 20, QImage.Format.Format_RGB32)
    picture.fill(0xFF336699)
    pasted = QMimeData()
    pasted.setImageData(picture)
    assert drops.paths_in(pasted)[0].exists()


def choose_a_file(window: MainWindow, file: Path) -> None:
    """Qt's own dialog, which is what comes up where the desktop brings none."""
    dialog = QFileDialog(window, "Open", str(file.parent), options=QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    dialog.selectFile(file.name)
    dialog.accept()
    dialog.deleteLater()


def main(photos: Path) -> None:
    app, window = boot([])
    paste()
    choose_a_file(window, next(photos.rglob("*.png")))
    dialog = SelftestDialog(window, ["--photos", str(photos)])
    dialog.show()
    clock = QTimer(interval=50)

    def look() -> None:
        if tone := dialog.verdict.accessibleDescription():
            clock.stop()
            told = {"tone": tone, "verdict": dialog.verdict.text(), "details": dialog.details.toPlainText()}
            print(json.dumps(told | {"figures": dialog.figures}), flush=True)
            window.closed.connect(app.quit)
            Wiring.of(window).close()

    clock.timeout.connect(look)
    clock.start()
    app.exec()


if __name__ == "__main__":
    # as a shell would have said it; set here, as this process itself is started by the tests' own Python
    os.environ.update(PYTHONPATH=".", PYTHONHOME=".", PYTHONSTARTUP="html.py")
    main(Path(sys.argv[1]))
