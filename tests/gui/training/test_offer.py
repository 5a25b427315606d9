"""A training that was refused, or ran out of memory: the field is marked, and a smaller value is one click away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.run import CHECKPOINT
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.model.tab import ModelTab
from tests.gui.training.opened import Opened


@pytest.fixture
def refused(qtbot: QtBot, at_training: Callable[..., Opened]) -> Callable[..., Opened]:
    def make(how: str, step: str = "training") -> Opened:
        it = at_training(how)
        it.window.show_step(step)
        train(qtbot, it)
        return it

    return make


def train(qtbot: QtBot, it: Opened) -> None:
    it.session.runs.train()
    qtbot.waitUntil(lambda: it.idle() and it.session.jobs.result is not None)


def offers(window: MainWindow) -> list[QPushButton]:
    """In a message, or in the Training tab."""
    return [one for one in window.findChildren(QPushButton) if one.text().startswith("Use ") and one.isVisible()]


def take(qtbot: QtBot, window: MainWindow, words: str) -> None:
    qtbot.waitUntil(lambda: len(offers(window)) == 1)
    (button,) = offers(window)
    assert button.text() == words
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def beside(it: Opened, name: str) -> str:
    """What stands beside a field."""
    row = {**it.tab.settings.rows, **it.tab.advanced_settings.rows}[name]
    assert row.problem.isVisibleTo(it.tab) == bool(row.problem.text())
    assert row.editor.property("wrong") in (("true",) if row.problem.text() else ("", None))
    return row.problem.text()


@pytest.mark.parametrize(("how", "value"), [("killed", 16), ("starved", 16), ("refuses batch_size 8", 8)])
def test_a_smaller_batch_is_one_click_away(qtbot: QtBot, refused: Callable[..., Opened], how: str, value: int) -> None:
    it = refused(how, step="dataset")
    assert [row.notice.kind for row in it.window.messages.rows] == ["error"]
    take(qtbot, it.window, f"Use batch size {value}")
    assert (it.session.settings.config.batch_size, it.spin("batch_size").value()) == (value, value)
    assert (it.window.step, it.window.messages.rows) == ("training", [])
    assert (it.tab.primary.text().replace("&", ""), it.tab.primary.isEnabled()) == ("Train on 12 photos", True)
    it.session.undo.undo()
    assert it.session.settings.config.batch_size == 32


def test_the_refused_field_is_marked_until_its_value_changes(qtbot: QtBot, refused: Callable[..., Opened]) -> None:
    it = refused("refuses batch_size 8")
    assert beside(it, "batch_size") == "Choose another batch_size."
    assert it.tab.primary.isEnabled(), "by now there may be enough memory"
    assert len(offers(it.window)) == 1
    assert it.window.messages.rows == [], "it is said where it is seen, and there only"
    it.spin("batch_size").setValue(4)
    assert (beside(it, "batch_size"), offers(it.window)) == ("", [])
    it.session.undo.undo()
    assert beside(it, "batch_size") == "Choose another batch_size."
    it.spin("batch_size").setValue(0)
    assert beside(it, "batch_size").startswith("Batch size 0 is out of range."), "what is wrong in any case goes first"
    it.session.settings.set(batch_size=16)
    train(qtbot, it)
    assert beside(it, "batch_size") == "Choose another batch_size."
    it.session.settings.set(image_size=96)
    assert beside(it, "batch_size") == "Choose another batch_size.", "another setting"


def test_the_next_training_takes_the_offer_away(qtbot: QtBot, refused: Callable[..., Opened]) -> None:
    it = refused("refuses batch_size 8")
    it.session.runs.train()
    assert (beside(it, "batch_size"), offers(it.window)) == ("", [])
    qtbot.waitUntil(it.idle)
    assert len(offers(it.window)) == 1
    it.session.project.leave()
    qtbot.waitUntil(lambda: it.session.project.info is None)
    assert offers(it.window) == []


def test_an_image_size_is_offered_and_advanced_opens(qtbot: QtBot, refused: Callable[..., Opened]) -> None:
    it = refused("refuses image_size 160")
    assert it.tab.advanced.toggle.isChecked()
    assert beside(it, "image_size") == "Choose another image_size."
    take(qtbot, it.window, "Use image size 160")
    assert it.window.focusWidget() is it.tab.primary, "to train is the next press"
    assert (it.session.settings.config.image_size, beside(it, "image_size")) == (160, "")


def test_a_model_that_is_too_large_is_marked_where_models_are_chosen(refused: Callable[..., Opened]) -> None:
    it = refused("refuses model 0", step="model")
    tab = it.window.tab("model")
    assert isinstance(tab, ModelTab)
    assert (tab.problem.isVisible(), tab.problem.text()) == (True, "Choose another model.")
    assert [row.notice.text for row in it.window.messages.rows] == ["Choose another model."]
    assert offers(it.window) == []
    it.session.settings.set(model="resnet18")
    assert not tab.problem.isVisible()


def test_a_resumed_training_that_is_refused_marks_no_other_settings(
    qtbot: QtBot, refused: Callable[..., Opened]
) -> None:
    """It has settings of its own; what is offered is for a new one."""
    it = refused("refuses batch_size 8")
    runs = it.session.runs
    Path(runs.folder(runs.all[0].id), CHECKPOINT).write_bytes(b"x")
    runs.choose("")
    qtbot.waitUntil(lambda: runs.resumable is not None)
    it.session.settings.set(batch_size=16)
    runs.train(resume=True)
    qtbot.waitUntil(lambda: it.idle() and it.session.jobs.result is not None)
    assert beside(it, "batch_size") == ""
    take(qtbot, it.window, "Use batch size 8")
    assert it.session.settings.config.batch_size == 8
