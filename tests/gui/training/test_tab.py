"""The Training tab in the real window, over the real session, with a small child in torch's place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.recipe import RECIPES, SCRATCH
from cnn_desktop.domain.run import BEST, CHECKPOINT
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.state.session import Session
from cnn_desktop.gui.training.count_box import CountBox
from cnn_desktop.gui.training.tab import TrainingTab


class Opened:
    """A window on a folder, at the Training step."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.session: Session = Wiring.of(window).session
        tab = window.tab("training")
        assert isinstance(tab, TrainingTab)
        self.tab = tab
        window.show_step("training")

    def idle(self) -> bool:
        return not self.session.jobs.now.running

    def spin(self, name: str) -> CountBox:
        rows = {**self.tab.settings.rows, **self.tab.advanced_settings.rows}
        editor = rows[name].editor
        assert isinstance(editor, CountBox)
        return editor


@pytest.fixture
def at_training(open_window: Callable[..., MainWindow], photo_folder: Callable[..., Path]) -> Callable[..., Opened]:
    def make(how: str = "") -> Opened:
        return Opened(open_window(photo_folder(classes=2, each=10), how=how))

    return make


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


def test_settings_reach_the_session_and_follow_undo(qtbot: QtBot, at_training: Callable[..., Opened]) -> None:
    it = at_training()
    it.spin("head_epochs").setValue(2)
    config, usual = it.session.settings.config, RECIPES["balanced"]
    assert (config.head_epochs, config.stage_epochs, config.epochs) == (2, usual.stages, usual.full)
    it.spin("batch_size").stepBy(1)
    assert it.session.settings.config.batch_size == 64, "doubled"
    it.spin("batch_size").stepBy(-2)
    assert it.session.settings.config.batch_size == 16
    it.session.undo.undo()
    assert it.spin("batch_size").value() == 32
    box = it.tab.advanced_settings.rows["optimizer"].editor
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("sgd"))
    assert it.session.settings.config.optimizer == "sgd"


def test_what_is_wrong_stands_beside_its_field(qtbot: QtBot, at_training: Callable[..., Opened]) -> None:
    it = at_training()
    row = it.tab.settings.rows["lr"]
    assert isinstance(row.editor, QLineEdit)
    row.editor.setFocus()
    row.editor.selectAll()
    qtbot.keyClicks(row.editor, "nan")
    assert row.problem.isVisible()
    assert row.problem.text() == "“nan” is not a number."
    assert not it.tab.primary.isEnabled()
    row.editor.selectAll()
    qtbot.keyClicks(row.editor, "quick")
    assert row.problem.text() == "“quick” is not a number."
    it.spin("batch_size").setValue(16)
    assert row.editor.text() == "quick", "what changes elsewhere leaves it"
    assert not it.tab.primary.isEnabled()
    it.session.runs.train()
    assert it.idle(), "nor by any other way"
    row.editor.selectAll()
    qtbot.keyClicks(row.editor, "0.01")
    assert not row.problem.isVisible()
    assert it.session.settings.config.lr == 0.01
    assert it.tab.primary.isEnabled()


@pytest.mark.parametrize(
    "name", ["head_epochs", "stage_epochs", "epochs", "batch_size", "image_size", "seed", "lr", "fine_lr"]
)
def test_nonsense_in_any_field_stops_the_button_at_once_and_undo_takes_it_back(
    qtbot: QtBot, at_training: Callable[..., Opened], name: str
) -> None:
    it = at_training()
    it.tab.advanced.toggle.setChecked(True)
    row = {**it.tab.settings.rows, **it.tab.advanced_settings.rows}[name]
    before = it.session.settings.config
    row.editor.setFocus()
    row.editor.selectAll()  # type: ignore[union-attr]
    qtbot.keyClick(row.editor, Qt.Key.Key_Delete)
    assert (row.problem.text(), it.tab.primary.isEnabled()) == ("Enter a number.", False)
    qtbot.keyClicks(row.editor, "x1")
    assert row.problem.text().startswith("“x1” is not a")
    assert it.session.settings.config == before
    assert it.tab.note.text() == "1 setting needs a different value."
    it.spin("head_epochs" if name != "head_epochs" else "epochs").setValue(7)
    assert row.editor.text() == "x1"  # type: ignore[union-attr]
    it.session.undo.undo()
    if name in ("lr", "fine_lr", "batch_size", "seed", "image_size"):
        row.editor.selectAll()  # type: ignore[union-attr]
        qtbot.keyClicks(row.editor, "64")
    it.tab.recipe_chosen.emit("quick")
    assert it.tab.note.text().startswith(("Takes", "1 setting"))
    assert row.problem.isVisible() == (name in ("lr", "fine_lr")), "64 is too large a rate"


def test_advanced_opens_for_a_problem_within_and_is_remembered(
    qtbot: QtBot, at_training: Callable[..., Opened]
) -> None:
    it = at_training()
    assert not it.tab.advanced.toggle.isChecked()
    it.session.settings.set(image_size=8)
    assert it.tab.advanced.toggle.isChecked()
    assert Wiring.of(it.window).memory.preferences.choices["training.advanced"]
    assert "Image size 8" in it.tab.advanced_settings.rows["image_size"].problem.text()


def test_without_weights_there_is_no_new_last_layer_to_train(qtbot: QtBot, at_training: Callable[..., Opened]) -> None:
    it = at_training()
    it.session.settings.set(weights="none")
    assert (it.spin("head_epochs").value(), it.spin("epochs").value()) == (0, SCRATCH.full)
    assert not it.spin("head_epochs").isEnabled()


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
    for number in (1, 2):
        it.session.runs.train()
        qtbot.waitUntil(lambda: it.session.jobs.now.run != "", timeout=10_000)
        (it.session.runs.folder(it.session.jobs.now.run) / BEST).write_bytes(b"x")
        qtbot.waitUntil(lambda n=number: it.idle() and len(it.session.runs.models) == n, timeout=10_000)
        assert it.tab.runs.isVisible() is (number == 2)
    newest, older = it.session.runs.models
    assert it.session.runs.predictor == newest
    assert it.tab.runs.currentData() == "", "always the best: of two that are as good, the newer"
    it.tab.runs.setCurrentIndex(2)
    it.tab.runs.activated.emit(2)
    qtbot.waitUntil(lambda: it.session.runs.predictor == older)
    assert it.tab.runs.currentData() == older.id


def test_a_recipe_is_chosen_with_one_click_and_undone(qtbot: QtBot, at_training: Callable[..., Opened]) -> None:
    it = at_training()
    choice = it.tab.recipe
    assert choice.segments.current == list(RECIPES).index("balanced")
    assert all("\n" in choice.segments.button(place).text() for place in range(3)), "each says its time"
    qtbot.mouseClick(choice.segments.button(0), Qt.MouseButton.LeftButton)
    assert it.session.settings.config.recipe == "quick"
    assert it.spin("head_epochs").value() == RECIPES["quick"].head
    assert "first try" in choice.sentence.text()
    it.session.undo.undo()
    assert (it.session.settings.config.recipe, choice.segments.current) == ("balanced", 1)
    choice.segments.button(1).setFocus()
    qtbot.keyClick(choice.segments.button(1), Qt.Key.Key_Right)
    assert it.session.settings.config.recipe == "best"


def test_the_fields_stay_where_they_are_whatever_is_said_of_the_recipes(at_training: Callable[..., Opened]) -> None:
    it = at_training()
    heights = set()
    for changes in (
        {"recipe": "quick"}, {"recipe": "balanced"}, {"recipe": "best"}, {"learns": "head"}, {"learns": "everything"},
        {"learns": "auto", "exact_course": True}, {"exact_course": False, "weights": "none"}, {"weights": "auto", "head_epochs": 2},
    ):  # fmt: skip
        it.session.settings.set(**changes)
        room = it.tab.recipe.layout()
        assert room is not None
        heights.add(room.totalHeightForWidth(it.tab.recipe.width()))
    assert len(heights) == 1
    parts = (it.tab.recipe, it.tab.settings, it.tab.advanced_settings)
    assert it.tab._settings_card.width() >= max(part.minimumSizeHint().width() for part in parts) + 4 * 8 + 12


def test_own_epochs_leave_no_recipe_and_one_can_go_back(qtbot: QtBot, at_training: Callable[..., Opened]) -> None:
    it = at_training()
    choice = it.tab.recipe
    assert not choice.to_recipe.isVisible()
    it.spin("stage_epochs").setValue(1)
    assert choice.segments.current == -1
    assert choice.to_recipe.isVisible()
    choice.to_recipe.click()
    assert not it.session.settings.config.has_own_epochs
    assert choice.segments.current == 1
    it.spin("epochs").setValue(3)
    qtbot.mouseClick(choice.segments.button(1), Qt.MouseButton.LeftButton)
    assert not it.session.settings.config.has_own_epochs, "the recipe's button leads back too"


def test_from_scratch_there_are_no_recipes(at_training: Callable[..., Opened]) -> None:
    it = at_training()
    it.session.settings.set(weights="none")
    assert not it.tab.recipe.segments.isEnabled()
    assert "scratch" in it.tab.recipe.sentence.text()
    assert not it.tab.advanced_settings.rows["learns"].editor.isEnabled()
    it.session.settings.set(weights="auto")
    assert it.tab.recipe.segments.isEnabled()


def test_the_recipe_cannot_be_changed_while_it_trains(qtbot: QtBot, at_training: Callable[..., Opened]) -> None:
    it = at_training("long")
    it.tab.primary.click()
    qtbot.waitUntil(lambda: it.session.jobs.now.epoch == 1, timeout=10_000)
    assert not it.tab.recipe.segments.isEnabled()
    it.session.jobs.stop()
    qtbot.waitUntil(it.idle, timeout=10_000)
    assert it.tab.recipe.segments.isEnabled()


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


def test_no_setting_is_cut_off(qtbot: QtBot, at_training: Callable[..., Opened]) -> None:
    it = at_training()
    it.tab.advanced.toggle.setChecked(True)
    area = it.tab.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().isVisible())
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()
    for row in (*it.tab.settings.rows.values(), *it.tab.advanced_settings.rows.values()):
        editor = row.editor
        if isinstance(editor, QComboBox):
            assert editor.width() >= editor.sizeHint().width(), "its words are whole"
