"""The form of training settings: numbers as the person's country writes them."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.gui.training.fields import FIELDS
from cnn_desktop.gui.training.settings_form import SettingsForm


@pytest.mark.parametrize("typed", ["0,015", "0.015"])
def test_numbers_are_typed_and_shown_with_the_locales_comma(qtbot: QtBot, typed: str) -> None:
    QLocale.setDefault(QLocale("de"))
    form, config = SettingsForm([field for field in FIELDS if field.name == "lr"]), TrainConfig(data="")
    qtbot.addWidget(form)
    form.show()
    form.show_settings(config, config.epoch_plan(pretrained=True), {})
    row = form.rows["lr"]
    assert isinstance(row.editor, QLineEdit)
    assert row.editor.text() == "0,001"
    told: list[tuple[str, object]] = []
    form.changed.connect(lambda name, value: told.append((name, value)))
    row.editor.selectAll()
    qtbot.keyClicks(row.editor, typed)
    assert told[-1] == ("lr", 0.015)
    changed = msgspec.structs.replace(config, lr=0.015)
    form.show_settings(changed, changed.epoch_plan(pretrained=True), {})
    assert row.editor.text() == typed, "what is being typed stays as it is"
    form.show_settings(config, config.epoch_plan(pretrained=True), {})
    assert row.editor.text() == "0,001"
    row.editor.selectAll()
    qtbot.keyClicks(row.editor, "1.000,5")
    assert row.problem.text() == "“1.000,5” is not a number."
