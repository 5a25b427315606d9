"""A program for a test: the window on a screen of usual resolution, on one of double resolution, and back.

    python two_screens.py FOLDER OUT

FOLDER is opened as a project; of each tab a picture OUT/TAB-N.png is saved on the first, second and again first screen.
Prints one JSON object a screen.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from cnn_desktop.gui.app.app import boot
from cnn_desktop.gui.children.children import Programs
from cnn_desktop.gui.dataset.tab import DatasetTab
from cnn_desktop.gui.frame.rail_view import STEPS
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.state.session import Session
from cnn_desktop.gui.training.tab import TrainingTab
from cnn_desktop.gui.viewer.tab import ViewerTab

LIMIT = 60.0
SETTLED_MS = 250


def wait(until: Callable[[], bool], what: str) -> None:
    """Runs the event loop until something is so."""
    began, loop = time.monotonic(), QEventLoop()
    timer = QTimer(interval=10)
    timer.timeout.connect(lambda: loop.quit() if until() or time.monotonic() - began > LIMIT else None)
    timer.start()
    loop.exec()
    if not until():
        raise TimeoutError(what)


def settle() -> None:
    """Lets what was asked for in a paint, as another layout, happen."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLED_MS, loop.quit)
    loop.exec()


def first_photos(tab: DatasetTab) -> list[str]:
    """Of those that are not hidden."""
    return [path for row in range(6) if (path := tab.photos.grid.tiles.tile(row).path)]


def pixels_of_tiles(tab: DatasetTab) -> set[tuple[int, float]]:
    """(side, device pixel ratio) of the pictures that the grid has for what it shows."""
    pictures = [tab.photos.source.picture(path) for path in first_photos(tab)]
    return {(picture.width(), picture.devicePixelRatioF()) for picture in pictures if picture is not None}


def visit(window: MainWindow, number: int, out: Path) -> dict[str, object]:
    """Visits every tab, saves its picture, and tells what was painted how finely."""
    ratio = window.devicePixelRatioF()
    dataset, training, viewer = window.tab("dataset"), window.tab("training"), window.tab("viewer")
    assert isinstance(dataset, DatasetTab)
    assert isinstance(training, TrainingTab)
    assert isinstance(viewer, ViewerTab)
    window.show_step("dataset")
    side = dataset.photos.grid.cell_size().width() - 8
    wait(lambda: pixels_of_tiles(dataset) == {(round(side * ratio), ratio)}, f"tiles of {ratio}")
    files = [dataset.photos.source.file(path) for path in first_photos(dataset)]
    for key in STEPS:
        window.show_step(key)
        settle()
        window.grab().save(str(out / f"{key}-{number}.png"))
    return {
        "ratio": ratio,
        "window": [window.width(), window.height()],
        "tile": side,
        "files": files,
        "pen": [plot._train.opts["pen"].widthF() for plot in training.curves.plots],
        "zoom": viewer.view.scale,
    }


def main(folder: Path, out: Path) -> None:
    fake = [sys.executable, str(Path(__file__).parents[1] / "children" / "fake_child.py"), "show fast"]
    app, window = boot([], Session(Programs(full=fake, job=fake)))
    session = Wiring.of(window).session
    screens = sorted(app.screens(), key=lambda screen: screen.geometry().left())
    window.move(screens[0].geometry().topLeft())
    window.resize(1024, 700)
    session.project.open_folder(folder)
    wait(
        lambda: session.project.photos is not None and not session.jobs.now.running and len(window.built) == len(STEPS),
        "the folder",
    )
    training, viewer = window.tab("training"), window.tab("viewer")
    assert isinstance(training, TrainingTab)
    assert isinstance(viewer, ViewerTab)
    session.runs.train()
    wait(lambda: session.jobs.result is not None and len(training.curves.plots) == 2, "the training")
    session.selection.show([str(file) for file in sorted(folder.rglob("*.jpg"))])
    wait(lambda: viewer.view.area().isValid(), "the photo")
    for number, screen in enumerate((screens[0], screens[1], screens[0])):
        window.move(screen.geometry().topLeft())
        wait(lambda screen=screen: window.screen() is screen, "the move")  # type: ignore[misc]
        window.resize(1024, 700)
        print(json.dumps(visit(window, number, out)), flush=True)
    Wiring.of(window).close()


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={sys.argv[3]}"
    main(Path(sys.argv[1]), Path(sys.argv[2]))
