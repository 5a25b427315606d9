"""The page of a folder with its session, real tables and files; what a child would tell, the test tells."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cnn_desktop.dataset.answer_table import AnswerTable
from cnn_desktop.domain.answer_filter import AnswerFilter, AnswerSort
from cnn_desktop.domain.answered import Answer, KnownPhoto
from cnn_desktop.domain.events import Skipped
from cnn_desktop.domain.jobs.classify import AnswersKept, ClassifyPhotos, PhotosClassified, PhotosListed
from cnn_desktop.domain.jobs.export_answers import ExportAnswers, PhotosCopied
from cnn_desktop.domain.jobs.predict import ClassScore, Predict, Predicted
from cnn_desktop.domain.jobs.watch_folder import FolderLost, PhotosAppeared, WatchFolder
from cnn_desktop.domain.message import say
from cnn_desktop.domain.unknown import UnknownSetting
from cnn_desktop.gui.frame.message_bar import MessageRow
from cnn_desktop.gui.kit.pages import Pages
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.viewer.connection import connect
from cnn_desktop.gui.viewer.folder_table import AnswersTable
from cnn_desktop.gui.viewer.folder_view import tile
from tests.gui.connected import Connected
from tests.gui.tab_tools import choose

CLASSES = ["cat", "dog"]


@pytest.fixture
def it(theme: Theme, tmp_path: Path) -> Iterator[Connected]:
    it = Connected(connect)
    it.open(tmp_path / "runs", None, "run 1")
    yield it
    it.close()


@pytest.fixture
def folder(photo_folder: Callable[..., Path]) -> Path:
    """Five photos."""
    return photo_folder(classes=1, each=5)


class Child:
    """What the child that classifies would do, step by step."""

    def __init__(self, it: Connected, folder: Path) -> None:
        self.it, self.folder = it, folder
        self.place = len(it.asker.asked) - 1
        job = it.asker.asked[self.place]
        assert isinstance(job, ClassifyPhotos)
        self.job = job

    def answer(self, *files: str, cat: float = 0.75, familiar: float | None = None) -> None:
        with AnswerTable.begin(Path(self.job.out), CLASSES) as table:
            answers = [Answer(file, [cat, 1 - cat], familiar=familiar, checked=99) for file in files]
            table.keep(answers, {file: os.path.relpath(file, self.folder) for file in files})
        self.it.asker.tell(self.place, AnswersKept(len(files)))

    def skip(self, file: str) -> None:
        with AnswerTable.begin(Path(self.job.out), CLASSES) as table:
            table.keep([Answer(file, [], reason=say("it is damaged."))], {file: os.path.relpath(file, self.folder)})

    def list(self, n: int, left_out: int = 0) -> None:
        self.it.asker.tell(self.place, PhotosListed(n, [str(self.folder)], left_out, say("a.txt: no") if left_out else None))  # fmt: skip

    def end(self, answered: int, stopped: bool = False) -> None:
        self.it.asker.tell(self.place, PhotosClassified(answered, stopped=stopped))
        self.it.asker.end(self.place, "stopped" if stopped else "finished")


def drop(it: Connected, *paths: Path) -> Child:
    it.tab.given.emit([str(path) for path in paths])
    return Child(it, paths[0])


def photos(folder: Path) -> list[str]:
    return [str(file) for file in sorted(folder.rglob("*.png"))]


def shown(it: Connected) -> list[str]:
    """Names in the grid, as far as they have come."""
    model = it.tab.folder.grid.tiles
    return [Path(model.tile(row).path).name for row in range(model.rowCount())]


def classified(qtbot: QtBot, it: Connected, folder: Path, **answer: float) -> Child:
    """All photos of `folder` have an answer, the first one another than the rest."""
    child, files = drop(it, folder), photos(folder)
    child.list(len(files))
    child.answer(files[0], cat=0.1)
    child.answer(*files[1:], **answer)
    child.end(len(files))
    qtbot.waitUntil(lambda: shown(it) == [Path(file).name for file in files])
    return child


def test_a_folder_takes_the_page_and_is_classified(qtbot: QtBot, it: Connected, folder: Path, tmp_path: Path) -> None:
    files, page = photos(folder), it.tab.folder
    child = drop(it, folder)
    assert (child.job.run, child.job.paths) == (str(tmp_path / "runs" / "run 1"), [str(folder)])
    assert it.tab.page is page
    assert page.shows_progress, "there is nothing to see yet"
    child.list(6, left_out=2)
    child.answer(files[0], files[1])
    qtbot.waitUntil(lambda: shown(it) == ["000.png", "001.png"])
    assert "2 of 6 photos classified" in it.tab.subtitle.text()
    assert not page.shows_progress
    assert not it.tab.primary.isEnabled()
    child.answer(*files[2:])
    child.skip(str(folder / "class 0" / "broken.png"))
    child.end(5)
    qtbot.waitUntil(lambda: len(shown(it)) == 6)
    words = it.tab.subtitle.text().replace("\u200b", "")
    assert "5 photos classified · 1 could not be read · 2 other files left out" in words
    assert it.tab.primary.isEnabled()
    assert "Copy into class folders" in it.tab.primary.text().replace("&", "")
    assert not it.notices


def test_many_photos_take_the_page_too_and_few_do_not(it: Connected, photo_folder: Callable[..., Path]) -> None:
    files = photos(photo_folder(classes=1, each=21))
    it.tab.given.emit(files[:20])
    assert it.session.selection.paths == files[:20]
    assert it.tab.page is None
    it.tab.given.emit(files)
    assert it.tab.page is it.tab.folder
    job = it.asker.asked[-1]
    assert isinstance(job, ClassifyPhotos)
    assert job.paths == files


def test_filters_and_columns(qtbot: QtBot, it: Connected, folder: Path) -> None:
    classified(qtbot, it, folder)
    page = it.tab.folder
    page.filter.class_box.setCurrentIndex(page.filter.class_box.findData("dog"))
    page.filter.class_box.activated.emit(0)
    qtbot.waitUntil(lambda: shown(it) == ["000.png"])
    assert page.count.text() == "1 of 5 photos"
    page.filter.clear()
    qtbot.waitUntil(lambda: len(shown(it)) == 5)
    page.forms.choose(1)
    page.filter.sort_by("name")
    page.filter.sort_by("name")
    assert it.session.folder.order == AnswerSort("name", descending=True)
    names = [f"00{n}.png" for n in (4, 3, 2, 1, 0)]
    model = page.table.answers
    qtbot.waitUntil(lambda: [model.index(row, 0).data() for row in range(model.rowCount())] == names)
    header = page.table.answers.headerData(0, Qt.Orientation.Horizontal)
    assert header == "Photo ↓"
    assert page.table.isColumnHidden(4), "no label is known"
    page.filter.search.setText("no such name")
    page.filter.search.returnPressed.emit()
    qtbot.waitUntil(lambda: page.photos.currentIndex() == 2)
    page.show_all.click()
    qtbot.waitUntil(lambda: page.photos.currentWidget() is page.table)


def test_a_photo_opens_large_in_the_pages_order_and_esc_leads_back_to_it(
    qtbot: QtBot, it: Connected, folder: Path
) -> None:
    classified(qtbot, it, folder)
    it.tab.folder.filter.sort_by("name")
    it.tab.folder.filter.sort_by("name")
    qtbot.waitUntil(lambda: shown(it)[0] == "004.png")
    it.tab.folder.grid.go_to(1)
    qtbot.keyClick(it.tab.folder.grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: it.tab.page is None)
    assert [Path(path).name for path in it.session.selection.paths] == [f"00{n}.png" for n in (4, 3, 2, 1, 0)]
    assert Path(it.session.selection.current).name == "003.png"
    assert it.tab.inner_back == "Back to the folder"
    it.tab.stepped.emit(1)
    it.tab.go_back()
    assert it.tab.page is it.tab.folder
    qtbot.waitUntil(lambda: it.tab.folder.row == 2)
    assert it.tab.inner_back == ""
    it.tab.show_page(0)
    answers = it.session.folder
    answers.choose(AnswerFilter(), AnswerSort("name"))
    qtbot.waitUntil(lambda: answers.listing is not None and answers.listing.order == AnswerSort("name"))
    it.tab.stepped.emit(1)
    it.tab.go_back()
    qtbot.waitUntil(lambda: it.tab.folder.row == 1)
    assert Path(it.session.selection.current).name == "001.png", "its own row, though that is another now"
    it.session.selection.show(photos(folder)[:1])
    it.tab.show_page(0)
    assert it.tab.inner_back == "", "these photos come from elsewhere"


def test_stopped_the_answers_stay_and_the_rest_can_be_classified(qtbot: QtBot, it: Connected, folder: Path) -> None:
    child, files = drop(it, folder), photos(folder)
    child.list(5)
    child.answer(*files[:2])
    child.end(2, stopped=True)
    qtbot.waitUntil(lambda: shown(it) == ["000.png", "001.png"])
    assert it.tab.note.text() == "3 photos are not classified yet."
    it.tab.primary.click()
    again = it.asker.asked[-1]
    assert again == child.job
    assert shown(it) == ["000.png", "001.png"], "nothing is lost meanwhile"


def test_another_model_is_told_and_classifies_again(qtbot: QtBot, it: Connected, folder: Path, tmp_path: Path) -> None:
    child = classified(qtbot, it, folder)
    history = it.session.runs._history
    newer = [*history.models]
    newer[0] = newer[0].__class__("run 2", "resnet18", "finished", "2026-01-02")
    it.session.runs._show(history.__class__(newer, newer, newer[0]))
    assert it.tab.note.text() == "These answers are from an earlier model."
    it.tab.primary.click()
    job = it.asker.asked[-1]
    assert isinstance(job, ClassifyPhotos)
    assert job.run == str(tmp_path / "runs" / "run 2")
    assert job.out != child.job.out


def test_a_failure_is_on_the_page_and_in_the_bar_with_its_details(qtbot: QtBot, it: Connected, folder: Path) -> None:
    drop(it, folder)
    it.asker.end(0, "failed", "The folder “x” contains no photos. Choose another folder.")
    page = it.tab.folder
    assert page.empty.accessibleName() == "The folder “x” contains no photos. Choose another folder."
    assert page.stack.currentWidget() is page.empty
    child = drop(it, folder)
    child.list(5)
    child.answer(*photos(folder)[:1])
    qtbot.waitUntil(lambda: len(shown(it)) == 1)
    it.asker.end(child.place, "crashed", "The process that classifies photos broke off.", "details")
    assert [(notice.text, notice.details) for notice in it.notices] == [
        ("The process that classifies photos broke off.", "details")
    ]
    qtbot.waitUntil(lambda: "Classify the rest" in it.tab.primary.text().replace("&", ""))


def test_another_job_is_waited_for(it: Connected, folder: Path) -> None:
    drop(it, folder)
    it.tab.given.emit([str(folder)])
    assert [notice.text for notice in it.notices] == [
        "Photos are being classified. Wait until that has finished, or stop it first."
    ]
    assert len(it.asker.asked) == 1


def test_what_is_shown_is_saved_as_a_table_and_as_copies(
    qtbot: QtBot, it: Connected, folder: Path, tmp_path: Path
) -> None:
    child = classified(qtbot, it, folder)
    it.session.folder.choose(AnswerFilter(label="cat"), AnswerSort("name"))
    it.tab.primary.click()
    (tmp_path / "out").mkdir()
    choose(it.tab.folder, tmp_path / "out")
    wanted = (AnswerFilter(label="cat"), AnswerSort("name"), (str(folder),))
    assert it.asker.asked[-1] == ExportAnswers(child.job.out, str(tmp_path / "out"), "folders", *wanted)
    it.asker.tell(len(it.asker.asked) - 1, PhotosCopied(str(tmp_path / "out"), 5))
    it.asker.end(len(it.asker.asked) - 1, text="5 photos were copied.")
    assert (it.notices[-1].text, it.notices[-1].place) == ("5 photos were copied.", str(tmp_path / "out"))
    row = MessageRow(it.notices[-1], it.tab)
    assert [button.text() for button in row.place] == ["Show in folder"]
    assert MessageRow(Notice("info", "Nothing was saved."), it.tab).place == []
    it.tab.folder.save_wanted.emit(str(tmp_path / "a.csv"), "csv")
    assert it.asker.asked[-1] == ExportAnswers(child.job.out, str(tmp_path / "a.csv"), "csv", *wanted)


def test_a_watched_folder_gets_new_photos_one_question_at_a_time(qtbot: QtBot, it: Connected, folder: Path) -> None:
    child, page = classified(qtbot, it, folder), it.tab.folder
    page.watch.click()
    watch = len(it.asker.asked) - 1
    assert page.note.text() == "Watching for new photos."
    assert it.asker.asked[watch] == WatchFolder([str(folder)], child.job.out)
    new = [str(folder / f"new {n:02}.png") for n in range(40)]
    it.asker.tell(watch, PhotosAppeared(new))
    assert page.note.text() == "40 new photos are being classified."
    asked = it.asker.asked[-1]
    assert isinstance(asked, Predict)
    assert asked.paths == new[:32]
    for path in new[:31]:
        it.asker.tell(watch + 1, Predicted(path, [ClassScore("dog", 0.9), ClassScore("cat", 0.1)]))
    it.asker.tell(watch + 1, Skipped(new[31], say("it is damaged.")))
    it.asker.end(watch + 1)
    qtbot.waitUntil(lambda: len(it.asker.asked) == watch + 3)
    for path in new[32:]:
        it.asker.tell(watch + 2, Predicted(path, [ClassScore("cat", 1.0), ClassScore("dog", 0.0)]))
    it.asker.end(watch + 2)
    qtbot.waitUntil(lambda: len(shown(it)) == 45)
    assert page.note.text() == "Watching: 40 new photos so far."
    assert it.session.folder.state.counts.new == 40
    page.filter.show_box.setCurrentIndex(page.filter.show_box.findData("new"))
    page.filter.show_box.activated.emit(page.filter.show_box.currentIndex())
    qtbot.waitUntil(lambda: len(shown(it)) == 40)
    page.filter.clear()
    qtbot.waitUntil(lambda: len(shown(it)) == 45)
    it.asker.tell(watch, PhotosAppeared([new[31]]))
    it.asker.tell(watch + 3, Predicted(new[31], [ClassScore("cat", 1.0), ClassScore("dog", 0.0)]))
    it.asker.end(watch + 3)
    qtbot.waitUntil(lambda: it.session.folder.state.counts.unread == 0)
    assert page.note.text() == "Watching: 40 new photos so far.", "it was known, though it could not be read"
    it.asker.tell(watch, FolderLost(say("The folder {folder} could not be read.", folder="x")))
    assert page.note.text() == "The folder x could not be read."
    it.asker.tell(watch, FolderLost())
    page.watch.click()
    assert not it.session.watch.is_wanted
    it.asker.tell(watch, PhotosAppeared([str(folder / "late.png")]))
    assert len(it.asker.asked) == watch + 4, "it is not listened to any more"


def test_known_labels_stand_beside_the_answers(qtbot: QtBot, it: Connected, folder: Path) -> None:
    classified(qtbot, it, folder)
    with AnswerTable(Path(it.session.folder.file or ""), may_write=True) as table:
        known = {1: KnownPhoto("cat", "train"), 2: KnownPhoto("cat", "val"), 3: KnownPhoto("cat", "test")}
        table.know(known, hide_tests=True)
    it.session.folder.refresh()
    page = it.tab.folder
    qtbot.waitUntil(lambda: not page.table.isColumnHidden(4))
    assert page.note.text() == (
        "1 of 2 labelled photos right (2 were used in training). 1 is a test photo, whose label stays hidden until you "
        "show the test photos in Dataset."
    )
    qtbot.waitUntil(lambda: page.grid.tiles.tile(0).sign == "error")
    assert [page.grid.tiles.tile(row).sign for row in range(4)] == ["error", "success", "lock", ""]
    assert page.grid.tiles.tile(0).text == "000.png, dog, 90.0\u202f%, labelled cat"


def test_the_setting_of_unknown_is_followed_and_new_answers_are_judged_by_it(
    qtbot: QtBot, it: Connected, folder: Path
) -> None:
    child, answers = classified(qtbot, it, folder, familiar=0.5), it.session.folder
    qtbot.waitUntil(lambda: is_quiet(it))
    assert answers.state.counts.unknown == 0
    it.tab.hide()
    it.session.unknowns.choose(UnknownSetting(min_confidence=0.8))
    assert not answers._soon.isActive(), "nobody looks at the page"
    it.tab.show()
    qtbot.waitUntil(lambda: answers.state.counts.unknown == 4)
    it.session.unknowns.choose(UnknownSetting(0.5, 0.0))
    qtbot.waitUntil(lambda: answers.state.counts.unknown == 4 and shown_unknown(it) == [False, True, True, True, True])
    it.session.unknowns.choose(UnknownSetting(0.05))
    qtbot.waitUntil(lambda: answers.state.counts.unknown == 0)
    child.answer(str(folder / "new.png"), familiar=0.01)
    answers.refresh()
    qtbot.waitUntil(lambda: answers.state.counts.unknown == 1)
    it.tab.folder.watch.click()
    watch = len(it.asker.asked) - 1
    it.asker.tell(watch, PhotosAppeared([str(folder / "newer.png")]))
    scores = [ClassScore("cat", 1.0), ClassScore("dog", 0.0)]
    it.asker.tell(watch + 1, Predicted(str(folder / "newer.png"), scores, False, familiar=0.02, checked=99))
    it.asker.end(watch + 1)
    qtbot.waitUntil(lambda: answers.state.counts.unknown == 2)


def is_quiet(it: Connected) -> bool:
    """Nothing is read of the table, or will be soon."""
    return not (it.session.folder._reading or it.session.folder._soon.isActive())


def shown_unknown(it: Connected) -> list[bool]:
    model = it.tab.folder.grid.tiles
    return ["Unknown" in model.tile(row).text for row in range(model.rowCount())]


def test_changed_labels_wait_until_somebody_looks(qtbot: QtBot, it: Connected, folder: Path) -> None:
    classified(qtbot, it, folder)
    answers = it.session.folder
    qtbot.waitUntil(lambda: is_quiet(it))
    it.tab.hide()
    answers.follow(Changed(labels=True))
    assert not answers._soon.isActive()
    with qtbot.waitSignal(answers.listed):
        it.tab.show()
    with qtbot.waitSignal(answers.listed):
        answers.follow(Changed(labels=True))


def test_a_folder_is_not_watched_by_weights_of_later(qtbot: QtBot, it: Connected, folder: Path) -> None:
    classified(qtbot, it, folder)
    page, history = it.tab.folder, it.session.runs._history
    page.watch.click()
    assert it.session.watch.is_wanted
    newer = [msgspec.structs.replace(history.models[0], seconds=99.0)]
    it.session.runs._show(history.__class__(newer, newer, newer[0]))
    assert not it.session.watch.is_wanted
    assert [notice.text for notice in it.notices] == [
        "The model has changed, so the folder is no longer watched. Classify its photos again, then watch it."
    ]
    assert not page.watch.isEnabled()
    assert not page.watch.isChecked()


def test_more_rows_do_not_scroll_the_table(qtbot: QtBot, it: Connected) -> None:
    table = AnswersTable(it.tab.folder.small)
    qtbot.addWidget(table)
    table.resize(600, 300)
    table.show()
    table.show_pages(Pages(1000, lambda start, count, then: None, tile))
    table.go_to(0)
    table.verticalScrollBar().setValue(5000)
    table.show_pages(Pages(1001, lambda start, count, then: None, tile))
    assert (table.currentIndex().row(), table.verticalScrollBar().value()) == (0, 5000)


def test_a_filter_by_a_class_of_another_name_by_now_is_taken_off(qtbot: QtBot, it: Connected) -> None:
    filter_ = it.tab.folder.filter
    filter_.show_choices(("cat", "dog"), has_unknown=False, has_labels=False, has_new=False)
    filter_.show_chosen(AnswerFilter(label="cat", below=0.5), AnswerSort())
    with qtbot.waitSignal(filter_.changed) as told:
        filter_.show_choices(("kitten", "dog"), has_unknown=False, has_labels=False, has_new=False)
    assert told.args == [AnswerFilter(below=0.5), AnswerSort()]
    assert filter_.class_box.currentText() == "All classes"


def test_without_a_model_the_photos_are_listed(qtbot: QtBot, theme: Theme, folder: Path) -> None:
    it = Connected(connect)
    child = drop(it, folder)
    assert child.job.run == ""
    child.list(5)
    with AnswerTable.begin(Path(child.job.out), []) as table:
        table.keep([Answer(file, []) for file in photos(folder)], {file: Path(file).name for file in photos(folder)})
    child.end(0)
    qtbot.waitUntil(lambda: len(shown(it)) == 5)
    assert it.tab.note.text() == "Train a model to see here what it makes of your photos."
    assert not it.tab.primary.isVisible()
    it.close()


def test_an_emptied_cache_is_one_sentence(qtbot: QtBot, it: Connected, folder: Path) -> None:
    classified(qtbot, it, folder)
    assert it.session.folder.file is not None
    it.session.folder.file.unlink()
    it.tab.folder.opened.emit(0)
    qtbot.waitUntil(lambda: bool(it.notices))
    assert it.notices[0].text.endswith("Classify the photos again.")


def test_closing_leaves_no_table_in_the_cache(qtbot: QtBot, theme: Theme, folder: Path, home: Path) -> None:
    it = Connected(connect)
    child = drop(it, folder)
    child.list(1)
    child.answer(*photos(folder))
    assert Path(child.job.out).is_file()
    it.close()
    assert not Path(child.job.out).exists()
