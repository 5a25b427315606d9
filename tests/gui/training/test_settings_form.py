"""The form of training settings: numbers as the person's country writes them."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.message import Message, say
from cnn_desktop.gui.training.count_box import CountBox
from cnn_desktop.gui.training.fields import FIELDS, Field, read_field
from cnn_desktop.gui.training.settings_form import SettingsForm


@pytest.mark.parametrize("typed", ["0,015", "0.015"])
def test_numbers_are_typed_and_shown_with_the_locales_comma(qtbot: QtBot, typed: str) -> None:
    QLocale.setDefault(QLocale("de"))
    form, config = SettingsForm([field for field in FIELDS if field.name == "lr"]), TrainConfig(data="")
    qtbot.addWidget(form)
    form.show()
    form.show_settings(config, config.epoch_plan(pretrained=True), {}, {})
    row = form.rows["lr"]
    assert isinstance(row.editor, QLineEdit)
    assert row.editor.text() == "0,001"
    told: list[tuple[str, object]] = []
    form.changed.connect(lambda name, value: told.append((name, value)))
    row.editor.selectAll()
    qtbot.keyClicks(row.editor, typed)
    assert told[-1] == ("lr", 0.015)
    changed = msgspec.structs.replace(config, lr=0.015)
    form.show_settings(changed, changed.epoch_plan(pretrained=True), {}, {})
    assert row.editor.text() == typed, "what is being typed stays as it is"
    form.show_settings(config, config.epoch_plan(pretrained=True), {}, {})
    assert row.editor.text() == "0,001"
    refused: list[tuple[object, ...]] = []
    form.refused.connect(lambda *what: refused.append(what))
    row.editor.selectAll()
    qtbot.keyClicks(row.editor, "1.000,5")
    assert refused[-1] == ("lr", "1.000,5", say("“{text}” is not a number.", text="1.000,5"))


def test_a_field_keeps_what_is_typed_into_it_until_it_means_something(qtbot: QtBot) -> None:
    form, config = SettingsForm(FIELDS), TrainConfig(data="")
    qtbot.addWidget(form)
    form.show()
    form.show_settings(config, config.epoch_plan(pretrained=True), {"epochs": "No."}, {"epochs": "1e-4x", "lr": ""})
    for name, text in (("epochs", "1e-4x"), ("lr", ""), ("batch_size", "32")):
        editor = form.rows[name].editor
        assert isinstance(editor, QLineEdit | CountBox)
        assert editor.text() == text
    assert form.rows["epochs"].problem.isVisible()
    assert form.rows["epochs"].editor.property("wrong") == "true"
    form.show_settings(config, config.epoch_plan(pretrained=True), {}, {})
    assert form.rows["epochs"].editor.text() == "0"  # type: ignore[union-attr]
    assert not form.rows["epochs"].problem.isVisible()


def test_a_count_tells_each_key_and_turn_and_nonsense_is_refused_at_once(qtbot: QtBot) -> None:
    form, config = SettingsForm(FIELDS), TrainConfig(data="", epochs=2)
    qtbot.addWidget(form)
    form.show()
    form.show_settings(config, config.epoch_plan(pretrained=True), {}, {})
    told: list[object] = []
    form.changed.connect(lambda name, value: told.append(value))
    form.refused.connect(lambda name, text, why: told.append(text))
    box = form.rows["epochs"].editor
    assert isinstance(box, CountBox)
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "1e")
    qtbot.keyClick(box, Qt.Key.Key_Backspace)
    qtbot.keyClick(box, Qt.Key.Key_Backspace)
    assert told == [1, "1e", 1, ""], "without Enter, and without leaving the field"
    qtbot.keyClick(box, Qt.Key.Key_Up)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert told[-2:] == [1, 0]
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert told[-1] == 0, "not below"


COUNT = next(field for field in FIELDS if field.name == "epochs")
RATE = next(field for field in FIELDS if field.name == "lr")


@pytest.mark.parametrize(
    ("locale", "field", "text", "value"),
    [
        ("en", RATE, "1e-4", 1e-4), ("en", RATE, " 0,001 ", 0.001), ("de", RATE, "0,001", 0.001), ("de", RATE, "1E-4", 1e-4),
        ("en", RATE, ".5", 0.5), ("en", RATE, "5.", 5.0), ("en", RATE, "1.000", 1.0), ("de", RATE, "1,000", 1.0),
        ("en", RATE, "1,000", 1000.0), ("de", RATE, "1.000", 1000.0), ("en", RATE, "0,125", 0.125), ("en", RATE, "-1", -1.0),
        ("en", RATE, "٠.٠٠١", 0.001), ("en", RATE, "１", 1.0),
        ("en", COUNT, "10", 10), ("en", COUNT, " 010 ", 10), ("en", COUNT, "1,000", 1000), ("de", COUNT, "1.000", 1000),
        ("en", COUNT, "１２", 12), ("en", COUNT, "2.0", 2), ("en", COUNT, "1e2", 100),
    ],
)  # fmt: skip
def test_what_a_person_types_is_read_as_they_mean_it(locale: str, field: Field, text: str, value: float) -> None:
    QLocale.setDefault(QLocale(locale))
    assert read_field(field, text) == value
    assert type(read_field(field, text)) is type(value)


NONSENSE = (
    "abc", "1_000", "1 000", "0x10", "1e", "--1", "1,2,3", "1.2.3", "nan", "inf", "Infinity", "½", "²", "10 %", "1/2", "1e999",
    "9" * 5000,
)  # fmt: skip


@pytest.mark.parametrize("field", [COUNT, RATE], ids=["count", "number"])
@pytest.mark.parametrize("text", [*NONSENSE, "", "  "])
def test_what_is_no_number_is_refused_with_a_sentence(field: Field, text: str) -> None:
    assert isinstance(read_field(field, text), Message)


@pytest.mark.parametrize("text", ["-1", "1.5", "1e-4", "-0.5"])
def test_a_count_is_whole_and_not_negative(text: str) -> None:
    assert str(read_field(COUNT, text)) == f"“{text}” is not a whole number of 0 or more."
    assert str(read_field(COUNT, "")) == "Enter a number."
    assert str(read_field(COUNT, "99999999999")) == "“99999999999” is too large."


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("class_weights", "A mistake on a photo of a small class counts for more."),
        ("balanced_sampling", "An epoch shows as many photos of a small class as of a large one."),
    ],
)
def test_what_evens_out_classes_is_a_switch_with_its_sentence(qtbot: QtBot, name: str, sentence: str) -> None:
    form = SettingsForm(FIELDS)
    qtbot.addWidget(form)
    form.show()
    config = TrainConfig(data="")
    form.show_settings(config, config.epoch_plan(pretrained=True), {}, {})
    row = form.rows[name]
    assert isinstance(row.editor, QCheckBox)
    assert not row.editor.isChecked()
    assert sentence in [one.text() for one in row.findChildren(QLabel) if one.isVisible()]
    assert len(row.editor.toolTip()) > len(sentence)
    with qtbot.waitSignal(form.changed) as told:
        row.editor.click()
    assert told.args == [name, True]
