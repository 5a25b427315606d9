"""The page of a folder with its session, real tables and files; what a child would tell, the test tells."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cnn_desktop.dataset.answer_table import AnswerTable
from cnn_desktop.domain.answer_filter import AnswerFilter, AnswerSort
from cnn_desktop.domain.answered import Answer
from cnn_desktop.domain.jobs.classify import ClassifyPhotos
from cnn_desktop.domain.jobs.export_answers import ExportAnswers, PhotosCopied
from cnn_desktop.gui.frame.message_bar import MessageRow
from cnn_desktop.gui.kit.pages import Pages
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.viewer.connection import connect
from cnn_desktop.gui.viewer.folder_table import AnswersTable
from cnn_desktop.gui.viewer.folder_view import tile
from tests.gui.connected import Connected
from tests.gui.tab_tools import choose
from tests.gui.viewer.folders import Child, classified, drop, photos, shown


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


def test_the_page_is_built_when_it_is_first_seen_and_shows_what_was_told_before(
    qtbot: QtBot, it: Connected, folder: Path
) -> None:
    page, answers, files = it.tab.folder, it.session.folder, photos(folder)
    answers.open([str(folder)])
    child = Child(it, folder)
    child.list(5)
    child.answer(*files)
    child.end(5)
    answers.choose(AnswerFilter(label="cat"), AnswerSort("name", descending=True))
    qtbot.waitUntil(lambda: answers.listing is not None and answers.listing.order.descending)
    assert page.primary.text == "&Copy into class folders…"
    assert not page.is_built
    it.tab.show_page(it.tab.place_of(page))
    qtbot.waitUntil(lambda: shown(it) == [Path(file).name for file in reversed(files)])
    assert (page.filter.class_box.currentText(), page.filter.sort_box.currentText()) == ("cat", "Name")
    assert page.filter.direction.accessibleName() == "Descending order"


def test_the_keyboard_stays_on_the_page_while_photos_are_looked_for(qtbot: QtBot, it: Connected, folder: Path) -> None:
    page, files = it.tab.folder, photos(folder)
    it.tab.show()
    it.tab.show_page(it.tab.place_of(page))
    page.empty.button.setFocus()
    page.folder_wanted.emit(str(folder))
    assert page.window().focusWidget() is page, "its button is gone, and there is nothing else yet"
    child = Child(it, folder)
    child.list(len(files))
    child.answer(*files)
    child.end(len(files))
    qtbot.waitUntil(lambda: len(shown(it)) == len(files))
    assert page.window().focusWidget() is page.grid


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


def test_a_filter_by_a_class_of_another_name_by_now_is_taken_off(qtbot: QtBot, it: Connected, folder: Path) -> None:
    classified(qtbot, it, folder)
    answers, box = it.session.folder, it.tab.folder.filter.class_box
    answers.choose(AnswerFilter(label="dog", below=0.95), AnswerSort())
    assert box.currentText() == "dog"
    qtbot.waitUntil(lambda: shown(it) == ["000.png"])
    assert answers.file is not None
    with AnswerTable(answers.file, may_write=True) as table:
        table.rename({"dog": "puppy"}, ())
    answers.refresh()
    qtbot.waitUntil(lambda: len(shown(it)) == 5)
    assert answers.wanted == AnswerFilter(below=0.95)
    assert (box.currentText(), box.findData("puppy") > 0) == ("All classes", True)


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
