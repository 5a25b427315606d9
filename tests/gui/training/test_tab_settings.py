"""Settings and recipes of the Training tab in the real window: what a person types and chooses, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.recipe import RECIPES, SCRATCH
from cnn_desktop.gui.frame.wiring import Wiring
from tests.gui.training.opened import Opened


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
