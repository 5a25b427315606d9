"""Right, wrong and confidence in the Dataset tab of a real window: once the model in use was tested, and as labels are now."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoSort
from cnn_desktop.domain.report import ClassReport, PhotoResult, Report, save_report
from cnn_desktop.domain.run import BEST, REPORT
from cnn_desktop.gui.dataset.tab import DatasetTab
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.state.session import Session

Open = Callable[..., MainWindow]
Folder = Callable[..., Path]


def answer_all(session: Session, folder: Path, sure: float) -> list[str]:
    """A run's test takes every photo for "class 0"; their names, the least sure first."""
    opened = session.project.opened
    assert opened
    rows = opened.photos.rows(opened.photos.find(PhotoFilter(split="test"), PhotoSort("name")))
    photos = [
        PhotoResult(str(Path(folder, row.path)), row.label, "class 0", sure - 0.1 * place, 1.0, [0.5, 0.5])
        for place, row in enumerate(rows)
    ]
    classes = [ClassReport(name, 0.5, 0.5, 0.5, 1) for name in ("class 0", "class 1")]
    report = Report("r", "", str(sure), [row.name for row in classes], len(rows), 0.5, 0, 1, classes, [[1, 0], [1, 0]], photos, 1.0, 1.0, "cpu")  # fmt: skip
    run = next(iter(opened.runs.all()), None) or opened.runs.prepare(TrainConfig(data="", model="resnet18"))
    (opened.runs.folder(run.id) / BEST).touch()
    save_report(report, opened.runs.folder(run.id) / REPORT)
    session.runs.choose("")  # which reads the runs again, as the end of a test does
    return [row.path for row in reversed(rows)]


def names(tab: DatasetTab) -> list[str]:
    """Of the photos in the grid, class folder and all; none while one is on its way."""
    page = tab.photos
    rows = [page.row(place) for place in range(page.grid.tiles.rowCount())]
    return [row.path for row in rows if row] if all(rows) else []


def choose(tab: DatasetTab, show: str, sort: str = "") -> None:
    bar = tab.photos.bar
    for box, key in ((bar.show_box, show), (bar.sort_box, sort)):
        if key:
            box.setCurrentIndex(box.findData(key))
            box.activated.emit(box.currentIndex())


def test_the_wrong_ones_are_found_once_a_model_was_tested(
    qtbot: QtBot, open_window: Open, photo_folder: Folder
) -> None:
    folder = photo_folder(classes=2, each=12)
    window = open_window(folder)
    session, tab = Wiring.of(window).session, window.tab("dataset")
    assert isinstance(tab, DatasetTab)
    page = tab.photos
    qtbot.waitUntil(lambda: len(names(tab)) == 24)
    assert page.bar.show_box.findData("wrong") == page.bar.sort_box.findData("confidence") == -1

    tested = answer_all(session, folder, 0.9)
    assert len(tested) > 2
    qtbot.waitUntil(lambda: page.bar.show_box.findData("wrong") > 0)
    assert "ResNet-18" in page.bar.show_box.toolTip()
    choose(tab, "used", "confidence")
    qtbot.waitUntil(lambda: names(tab)[: len(tested)] == tested)
    assert "predicted" not in page.grid.tiles.tile(0).text, "a hidden test photo keeps it"
    choose(tab, "wrong")
    wrong = [name for name in tested if name.startswith("class 1")]
    qtbot.waitUntil(lambda: names(tab) == wrong)
    session.seal.show()
    qtbot.waitUntil(lambda: page.grid.tiles.tile(0).path != "")
    assert page.grid.tiles.tile(0).text.endswith(f"class 1, test, predicted class 0, {page.row(0).confidence:.2f}")  # type: ignore[union-attr]

    opened, (photo,) = session.project.opened, page.listing.ids([range(1)])  # type: ignore[union-attr]
    assert opened
    session.undo.write(
        session.background,
        lambda steps: opened.give_opinion(photo, "class 0", "Ann", steps),
        lambda _: session.blind.apply(),
        session.notice.emit,
    )
    qtbot.waitUntil(lambda: names(tab) == wrong[1:])
    session.undo.undo()
    window.show_step("dataset")  # undo shows the step in which people had agreed
    qtbot.waitUntil(lambda: names(tab) == wrong)

    answer_all(session, folder, 0.99)
    qtbot.waitUntil(lambda: names(tab) == wrong and page.row(0).confidence > 0.99 - 0.1 * len(tested))  # type: ignore[union-attr]
    choose(tab, "untested")
    qtbot.waitUntil(lambda: len(names(tab)) == 24 - len(tested))
