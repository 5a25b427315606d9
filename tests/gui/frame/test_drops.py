"""What is dropped or pasted: sorted by kind, and a project is opened whatever part of the window it is dropped on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cnn_desktop.domain import places
from cnn_desktop.gui.dataset.tab import DatasetTab
from cnn_desktop.gui.frame.drops import KEPT, Dropped, may_be_taken, paths_in, sort_out
from cnn_desktop.gui.frame.rail_view import STEPS
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_each_path_is_of_one_kind(tmp_path: Path) -> None:
    for name in ("birds", "shells.cnnproj", "photos.jpg", "folder.csv"):
        (tmp_path / name).mkdir()
    for name in ("a.JPG", "b.txt", "list.csv", "LIST.TSV", "second", "a.jfif", "photos.zip"):
        (tmp_path / name).touch()
    assert sort_out([tmp_path / "gone.CNNPROJ", *sorted(tmp_path.iterdir())]) == Dropped(
        folders=tuple(tmp_path / name for name in ("birds", "folder.csv", "photos.jpg")),
        projects=(tmp_path / "gone.CNNPROJ", tmp_path / "shells.cnnproj"),
        tables=(tmp_path / "LIST.TSV", tmp_path / "list.csv"),
        photos=tuple(tmp_path / name for name in ("a.JPG", "a.jfif", "second")),
        others=(tmp_path / "b.txt", tmp_path / "photos.zip"),
    )


def test_words_that_only_look_like_a_path_are_none(tmp_path: Path) -> None:
    text = QMimeData()
    text.setText(f"/9j/{'4AAQSkZJRg' * 500}\n{tmp_path}")
    assert paths_in(text) == [tmp_path]
    long = Path("/", "a" * 5000)
    assert sort_out([long]) == Dropped(others=(long,))


def test_what_may_be_dropped(tmp_path: Path) -> None:
    web, text, picture = QMimeData(), QMimeData(), QMimeData()
    web.setUrls([QUrl("https://example.org/a.jpg")])
    text.setText("hello")
    picture.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    assert [may_be_taken(data) for data in (web, text, picture, files(tmp_path))] == [False, False, True, True]


def test_a_picture_without_a_file_becomes_one(home: Path) -> None:
    made = set()
    for number in [*range(KEPT + 2), 0]:
        image, data = QImage(4, 3, QImage.Format.Format_RGB32), QMimeData()
        image.fill(QColor(number, 9, 9))
        data.setImageData(image)
        (path,) = paths_in(data)
        assert QImage(str(path)).pixelColor(0, 0) == QColor(number, 9, 9)
        made.add(path)
    assert len(made) == KEPT + 2, "the same picture is the same file"
    assert len(list((places.cache_folder() / "pasted").iterdir())) == KEPT
    nothing = QMimeData()
    nothing.setImageData(QImage())
    assert paths_in(nothing) == []


def test_paths_copied_as_text_are_files_too(tmp_path: Path) -> None:
    (tmp_path / "a b.jpg").touch()
    data = QMimeData()
    data.setText(f'"{tmp_path / "a b.jpg"}"\nhello\n\n{tmp_path / "nowhere.jpg"}')
    assert paths_in(data) == [tmp_path / "a b.jpg"]


def accepts(widget: QWidget, data: QMimeData) -> bool:
    left, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier)
    enter.ignore()
    widget.dragEnterEvent(enter)
    return enter.isAccepted()


def drop_at(window: MainWindow, place: QPoint, data: QMimeData) -> None:
    """Drops `data` as Qt does: on the widget there, or the nearest around it that takes drops and accepts this one."""
    target: QWidget | None = window.childAt(place)
    while target is not None:
        if target.acceptDrops() and accepts(target, data):
            left, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
            drop = QDropEvent(QPointF(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier)
            target.dropEvent(drop)
            return
        target = target.parentWidget()
    pytest.fail("nothing takes it")


def test_a_project_dropped_on_any_step_is_opened(
    qtbot: QtBot, open_window: Callable[..., MainWindow], photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    window = open_window(photo_folder(classes=2, each=4, name="birds"))
    session = Wiring.of(window).session
    other = places.projects_folder() / "birds.cnnproj"

    def is_open(name: str) -> bool:
        info, running = session.project.info, session.jobs.now.running
        return bool(info and info.name == name) and not running

    shown = []
    for number, step in enumerate(step for step in STEPS if window.rail.buttons[step].isEnabled()):
        session.project.open_folder(photo_folder(classes=2, each=2, name=f"shells {number}"))
        qtbot.waitUntil(lambda number=number: is_open(f"shells {number}"), timeout=20_000)
        window.show_step(step)
        shown.append(window.step)
        drop_at(window, QPoint(window.width() * 2 // 3, window.height() // 2), files(other))
        qtbot.waitUntil(lambda: is_open("birds"), timeout=20_000)
    assert shown == ["dataset", "model", "training", "viewer", "labels"], "evaluation needs a model"
    names = {file.name for file in places.projects_folder().iterdir()}
    assert names == {"birds.cnnproj", *(f"shells {number}.cnnproj" for number in range(len(shown)))}
    takers = {
        kind.__name__
        for widget in [window, *window.findChildren(QWidget)]
        for kind in type(widget).__mro__
        if kind.__module__.startswith("cnn_desktop") and "dropEvent" in vars(kind)
    }
    assert takers == {"MainWindow", "ClassChart"}, "and that one takes photos of the grid alone"
    window.show_step("dataset")
    tab = window.tab("dataset")
    assert isinstance(tab, DatasetTab)
    tab.photos.labelling.allow(True)
    session.project.open_folder(photo_folder(classes=2, each=2, name="shells 0"))
    qtbot.waitUntil(lambda: is_open("shells 0"), timeout=20_000)
    drop_at(window, tab.photos.chart.mapTo(window, tab.photos.chart.rect().center()), files(other))
    qtbot.waitUntil(lambda: is_open("birds"), timeout=20_000)


def said(window: MainWindow) -> str:
    """What the message bar says."""
    return " / ".join(row.notice.text for row in window.messages.rows)


def test_tables_folders_of_classes_and_archives(
    qtbot: QtBot, open_window: Callable[..., MainWindow], photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    window = open_window()
    project, jobs = Wiring.of(window).session.project, Wiring.of(window).session.jobs
    folder = photo_folder(classes=3, each=2)
    table = folder / "plain.csv"
    table.write_text("path,label\n" + "".join(f"class {c}/00{n}.png,{'xy'[c]}\n" for c in range(2) for n in range(2)))
    middle = QPoint(window.width() // 2, window.height() // 2)

    def opened(name: str) -> list[str]:
        qtbot.waitUntil(
            lambda: bool(project.info) and project.info.name == name and not jobs.now.running, timeout=20_000
        )
        assert project.photos
        return project.photos.names

    drop_at(window, middle, files(table))
    assert opened("plain") == ["x", "y"]
    drop_at(window, middle, files(folder / "class 2", folder / "class 0"))
    assert opened("class 0, class 2") == ["class 0", "class 2"]
    window.show_step("viewer")
    drop_at(window, middle, files(table))
    assert opened("plain") == ["x", "y"]
    assert len(list(places.projects_folder().iterdir())) == 2, "it is found again"
    window.show_step("dataset")
    for number, name in enumerate(("photos.zip", "notes.txt", "list.xlsx")):
        (tmp_path / name).touch()
        drop_at(window, middle, files(tmp_path / name))
        words = ("Unpack it", "neither a folder", "Save it as CSV")[number]
        qtbot.waitUntil(lambda words=words: words in said(window))
    elsewhere = photo_folder(classes=1, each=2, name="elsewhere") / "class 0"
    elsewhere.rename(elsewhere.with_name("crow"))
    drop_at(window, middle, files(folder / "class 0", elsewhere.with_name("crow")))
    assert opened("crow, class 0") == ["class 0", "crow"]
    assert project.info
    assert project.info.together == "classes"
    elsewhere.with_name("crow").rename(tmp_path / "flat")
    drop_at(window, middle, files(tmp_path / "flat"))
    assert opened("flat") == []
    assert project.photos
    assert project.photos.unlabelled == 2


def test_a_picture_that_a_program_offers_as_a_file_is_kept_as_it_is_and_not_decoded(home: Path) -> None:
    data = QMimeData()
    data.setData("image/png", QByteArray(b"whatever it is"))
    data.setData("image/bmp", QByteArray(b"BM"))
    (file,) = paths_in(data)
    assert file.suffix == ".png"
    assert file.read_bytes() == b"whatever it is"
    assert home in file.parents
    (file.parent / "pasted by hand.txt").write_text("somebody's own")
    for number in range(KEPT + 2):
        data = QMimeData()
        data.setData("image/jpeg", QByteArray(b"%d" % number))
        paths_in(data)
    assert len(list(file.parent.glob("*.jpg"))) == KEPT
    assert (file.parent / "pasted by hand.txt").is_file()
