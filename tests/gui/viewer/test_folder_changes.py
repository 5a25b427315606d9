"""The page of a folder when something changes meanwhile: new photos, labels, the setting of unknown, another model."""

from __future__ import annotations

from pathlib import Path

import msgspec
from pytestqt.qtbot import QtBot

from cnn_desktop.dataset.answer_table import AnswerTable
from cnn_desktop.domain.answered import KnownPhoto
from cnn_desktop.domain.events import Skipped
from cnn_desktop.domain.jobs.predict import ClassScore, Predict, Predicted
from cnn_desktop.domain.jobs.watch_folder import FolderLost, PhotosAppeared, WatchFolder
from cnn_desktop.domain.message import say
from cnn_desktop.domain.unknown import UnknownSetting
from cnn_desktop.gui.state.changed import Changed
from tests.gui.connected import Connected
from tests.gui.viewer.folders import classified, shown


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
