"""The Training tab in the real window, over the real session, with a small child in torch's place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.run import BEST, CHECKPOINT
from cnn_desktop.gui.frame.window import MainWindow
from tests.gui.training.opened import Opened


def test_train_then_the_next_step(qtbot: QtBot, at_training: Callable[..., Opened]) -> None:
    it = at_training()
    photos = it.session.project.photos.count("train") if it.session.project.photos else 0
    assert it.tab.primary.text() == f"&Train on {photos} photos"
    assert it.tab.note.text().startswith("Takes about")
    qtbot.mouseClick(it.tab.primary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: it.session.jobs.result is not None, timeout=10_000)
    assert it.tab.outcome.text.text() == "Done in 2 s: 70.0\u202f% of the validation photos right (epoch 2)."
    assert it.tab.primary.text().startswith("Te&st on")
    assert it.tab.secondary.text() == "&Train again"
    log = it.tab.log.toPlainText()
    assert "Starting training" in log
    assert log.count("Loading the model and photos") == 1
    assert log.count("Epoch 1 of 2") == 1
    assert log.count("Done in 2 s") == 1, "the end is said once"
    assert not it.tab.curves.data.empty
    qtbot.waitUntil(lambda: len(it.tab.curves.plots) == 2, timeout=20_000)


def test_stop_offers_to_keep_or_throw_away(qtbot: QtBot, at_training: Callable[..., Opened]) -> None:
    it = at_training("long")
    for place, runs in ((0, 1), (1, 1)):
        it.tab.primary.click()
        qtbot.waitUntil(lambda: it.session.jobs.now.epoch == 1, timeout=10_000)
        assert it.tab.secondary.text() == "&Pause"
        assert it.tab.primary.menu() is it.tab.stop_menu
        assert not it.spin("batch_size").isEnabled()
        assert it.tab.status.isVisible()
        it.tab.stop_menu.actions()[place].trigger()
        assert it.tab.primary.text() == "&Stopping…"
        qtbot.waitUntil(it.idle, timeout=10_000)
        assert len(it.session.runs.all) == runs
        assert it.tab.primary.menu() is None
        assert it.spin("batch_size").isEnabled()


def test_a_failure_stays_readable_with_details_and_copy(qtbot: QtBot, at_training: Callable[..., Opened]) -> None:
    it = at_training("segfault")
    it.tab.primary.click()
    qtbot.waitUntil(lambda: it.session.jobs.result is not None, timeout=10_000)
    assert "crashed (SIGSEGV)" in it.tab.outcome.text.text()
    assert it.tab.outcome.isVisible()
    it.tab.outcome.details.open.click()
    assert it.tab.outcome.details.box.isVisible()
    assert it.tab.outcome.details.box.toPlainText() == "about to crash"
    it.tab.outcome.details.copy.click()
    assert "crashed (SIGSEGV)" in QGuiApplication.clipboard().text()
    assert "about to crash" in QGuiApplication.clipboard().text()
    assert not it.window.messages.rows, "said once, here, because this tab is in front"


def test_a_failure_is_told_where_the_user_is(qtbot: QtBot, at_training: Callable[..., Opened]) -> None:
    it = at_training("segfault")
    it.tab.primary.click()
    it.window.show_step("dataset")
    qtbot.waitUntil(lambda: it.session.jobs.result is not None, timeout=10_000)
    assert [row.notice.kind for row in it.window.messages.rows] == ["error"]


def test_a_stopped_training_can_be_gone_on_with(qtbot: QtBot, at_training: Callable[..., Opened]) -> None:
    it = at_training("long")
    it.tab.primary.click()
    qtbot.waitUntil(lambda: it.session.jobs.now.epoch == 1, timeout=10_000)
    (it.session.runs.folder(it.session.jobs.now.run) / CHECKPOINT).write_bytes(b"x")
    it.session.jobs.stop()
    qtbot.waitUntil(it.idle, timeout=10_000)
    assert it.tab.primary.text() == "Res&ume training"
    assert it.window.rail.buttons["training"].accessibleName() == "Training, stopped, can be resumed"
    before = it.tab.log.toPlainText()
    assert "Stopped after 2 epochs" in before
    it.tab.primary.click()
    qtbot.waitUntil(lambda: it.session.jobs.now.epoch == 1, timeout=10_000)
    assert it.tab.log.toPlainText().startswith(before), "what happened before stays"
    assert len(it.session.runs.all) == 1
    it.session.jobs.stop()
    qtbot.waitUntil(it.idle, timeout=10_000)


def test_a_stopped_training_is_offered_when_its_project_is_opened_again(
    qtbot: QtBot, at_training: Callable[..., Opened]
) -> None:
    it = at_training("long")
    it.tab.primary.click()
    qtbot.waitUntil(lambda: it.session.jobs.now.epoch == 1, timeout=10_000)
    (it.session.runs.folder(it.session.jobs.now.run) / CHECKPOINT).write_bytes(b"x")
    it.session.jobs.stop()
    qtbot.waitUntil(it.idle, timeout=10_000)
    assert it.session.project.info
    project = Path(it.session.project.info.path)
    it.session.project.leave()
    qtbot.waitUntil(lambda: [card.card.detail for card in it.window.start.cards] == ["today · training stopped"])
    it.session.project.open_project(project)
    qtbot.waitUntil(lambda: it.tab.primary.text() == "Res&ume training", timeout=10_000)
    qtbot.waitUntil(it.tab.primary.isEnabled, timeout=10_000)
    assert it.window.rail.buttons["training"].accessibleName() == "Training, stopped, can be resumed"
    it.tab.primary.click()
    qtbot.waitUntil(lambda: it.session.jobs.now.epoch == 1, timeout=10_000)
    assert len(it.session.runs.all) == 1
    it.session.jobs.pause()
    qtbot.waitUntil(lambda: it.tab.primary.text() == "Res&ume", timeout=10_000)
    assert it.tab.primary.menu() is None
    assert (it.tab.secondary.text(), it.tab.secondary.menu()) == ("&Stop", it.tab.stop_menu)
    it.tab.primary.click()
    qtbot.waitUntil(lambda: it.tab.primary.text() == "&Stop", timeout=10_000)
    assert it.tab.secondary.menu() is None
    it.session.jobs.stop()
    qtbot.waitUntil(it.idle, timeout=10_000)


def test_the_curves_of_the_last_training_are_there_after_a_restart(
    qtbot: QtBot, at_training: Callable[..., Opened], open_window: Callable[..., MainWindow]
) -> None:
    it = at_training()
    it.tab.primary.click()
    qtbot.waitUntil(lambda: it.session.jobs.result is not None, timeout=10_000)
    folder = it.session.runs.folder(it.session.runs.all[0].id)
    lines = [b'{"event":"epoch_done","epoch":%d,"epochs":2,"phase":"head","train_loss":1.0,"train_accuracy":0.5,'
             b'"val_loss":1.0,"val_accuracy":0.5,"lr":0.001,"seconds":1.0,"images_per_second":9.0,"best":true}' % number
             for number in (1, 2)]  # fmt: skip
    (folder / "events.jsonl").write_bytes(b"\n".join([*lines, b'{"event":"epoch_d']))
    project = Path(it.session.project.info.path) if it.session.project.info else Path()
    it.session.project.leave()
    qtbot.waitUntil(lambda: it.tab.curves.data.empty)
    it.session.project.open_project(project)
    qtbot.waitUntil(lambda: not it.tab.curves.data.empty, timeout=10_000)
    assert it.tab.curves.data.val("accuracy")[0].tolist() == [1.0, 2.0]
    assert it.tab.log.toPlainText().count("of the validation photos right") == 2, "the torn line is left out"
    qtbot.waitUntil(it.idle, timeout=10_000)


def test_the_curves_stay_where_they_are_when_a_training_ends(qtbot: QtBot, at_training: Callable[..., Opened]) -> None:
    it = at_training("long")
    it.tab.primary.click()
    qtbot.waitUntil(lambda: it.session.jobs.now.epoch == 1, timeout=10_000)
    it.window.resize(1024, 700)
    qtbot.waitUntil(lambda: it.tab.status.height() == it.tab.status.minimumHeight())
    running = it.tab.status.height()
    it.session.jobs.stop()
    qtbot.waitUntil(it.idle, timeout=10_000)
    qtbot.waitUntil(lambda: it.tab.outcome.isVisible() and it.tab.outcome.height() == running)


def test_weights_that_are_not_here_are_asked_for_where_training_begins(
    qtbot: QtBot, at_training: Callable[..., Opened]
) -> None:
    it = at_training()
    it.session.settings.set(model="resnet50", weights="auto")
    qtbot.waitUntil(it.tab.missing.isVisible, timeout=10_000)
    assert "ResNet-50" in it.tab.missing.text.text()
    assert not it.tab.primary.isEnabled()
    it.tab.missing.to_model.click()
    qtbot.waitUntil(it.window.tab("model").isVisible)
    it.window.show_step("training")
    it.tab.missing.from_scratch.click()
    assert it.session.settings.config.weights == "none"
    assert not it.tab.missing.isVisible()
    assert it.tab.primary.isEnabled()


def test_of_several_trainings_one_is_chosen(qtbot: QtBot, at_training: Callable[..., Opened]) -> None:
    it = at_training()

    def save_a_model() -> None:
        """The made-up child saves none; this one is there before that is asked."""
        if it.session.jobs.now.run:
            (it.session.runs.folder(it.session.jobs.now.run) / BEST).write_bytes(b"x")

    it.session.jobs.changed.connect(save_a_model)
    for number in (1, 2):
        it.session.runs.train()
        qtbot.waitUntil(lambda n=number: it.idle() and len(it.session.runs.models) == n, timeout=10_000)
        assert it.tab.runs.isVisible() is (number == 2)
    newest, older = it.session.runs.models
    assert it.session.runs.predictor == newest
    assert it.tab.runs.currentData() == "", "always the best: of two that are as good, the newer"
    it.tab.runs.setCurrentIndex(2)
    it.tab.runs.activated.emit(2)
    qtbot.waitUntil(lambda: it.session.runs.predictor == older)
    assert it.tab.runs.currentData() == older.id


def test_photos_that_are_gone_are_told_by_the_tab_alone(qtbot: QtBot, at_training: Callable[..., Opened]) -> None:
    it = at_training()
    info = it.session.project.info
    assert info
    project, folder = Path(info.path), Path(info.folder)
    it.session.project.leave()
    folder.rename(folder.with_name("elsewhere"))
    it.session.project.open_project(project)
    qtbot.waitUntil(lambda: it.session.project.info is not None and it.idle(), timeout=10_000)
    qtbot.waitUntil(lambda: it.tab.note.text().startswith("The photos are no longer where they were"), timeout=10_000)
    assert not it.tab.primary.isEnabled()
    assert not it.window.messages.rows
    assert it.window.rail.buttons["training"].accessibleName().count("photos not found") == 1


def test_the_rail_says_that_weights_are_missing(qtbot: QtBot, at_training: Callable[..., Opened]) -> None:
    it = at_training()
    rail = it.window.rail.buttons["training"]
    it.session.settings.set(model="resnet50", weights="auto")
    qtbot.waitUntil(lambda: "weights missing" in rail.accessibleName(), timeout=10_000)
    it.session.settings.set(weights="none")
    assert "ready" in rail.accessibleName()
