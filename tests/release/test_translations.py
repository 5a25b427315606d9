"""Every sentence is translated, and what is wrong with a translation is told."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from tests.release.tools import load_tool

translations = load_tool("translations")


def test_every_sentence_is_translated() -> None:
    """When this fails: make translations, then fill what `python packaging/translations.py missing` prints."""
    assert translations.problems() == []


def test_sentences_are_found_wherever_they_are_said() -> None:
    found, _ = translations.find_sentences()
    for text in (
        "Drop a folder of photos here",  # tr in a widget
        "Stopping…",  # say in an event
        "{file} cannot be read: {reason}",  # super().__init__ of an error
        "Batch size {value} is out of range. Choose 1 to 4096.",  # handed on by a function
        "Fast, good to compare with",  # a field of a table
        "{folder} contains no trained model. Choose the folder of a finished training run.",  # an error
    ):
        assert text in found, text


def test_what_older_projects_say_stays_translated() -> None:
    table = translations.read_ts(translations.ts_file())
    assert table["Blind opinion of {reviewer}"] == table["Second opinion of {reviewer}"] != ""
    assert table["Labels agreed on in blind review"] == table["Labels agreed on in the second opinion"] != ""


@pytest.mark.parametrize(
    ("source", "translation", "wrong"),
    [
        ("{n} photos", "{n} Fotos", ""),
        ("{n} {n:photo|photos}", "{n} {n:Foto|Fotos}", ""),
        ("{n} photos", "", "not translated"),
        ("{n} photos", "{m} Fotos", "values"),
        ("{n} photos", "{n Fotos", "braces"),
        ("{p:.1%} right", "{p:.0%} richtig", "format"),
        ("&Open", "Öffnen", "mnemonics"),
        ("You && me", "Du && ich", ""),
        ("It is done.", "Fertig", "end alike"),
    ],
)
def test_what_is_wrong_with_a_translation_is_told(source: str, translation: str, wrong: str) -> None:
    assert wrong in translations.wrong_with(source, translation)
    assert bool(wrong) == bool(translations.wrong_with(source, translation))


def test_a_table_survives_the_file(tmp_path: Path) -> None:
    table = {"a <b> & “c”": "ä", "line\nbreak": "Zeile\nUmbruch", "open": ""}
    translations.write_ts(tmp_path / "x.ts", table, {"open": ["gui/x.py:1"]})
    assert translations.read_ts(tmp_path / "x.ts") == table
    translations.compile_ts(tmp_path / "x.ts")
    translator = QTranslator()
    assert translator.load(str(tmp_path / "x.qm"))
    assert translator.translate(translations.CONTEXT, "line\nbreak") == "Zeile\nUmbruch"


def test_a_sentence_that_is_shown_as_it_is_is_told() -> None:
    code = """
def show(steps):
    '''Shows it.'''
    steps.fail("It took longer than five minutes.")
    steps.fail("No." if steps else "The training did not start.", details="See below…")
    steps.fail(tr("It took longer than five minutes."))
    print("It took longer than five minutes.")
    steps.find("objectName")
"""
    trees = {translations._PACKAGE / "gui" / "made_up.py": ast.parse(code)}
    assert translations.untranslated(trees, {"tr"}) == [
        "gui/made_up.py:4: “It took longer than five minutes.”",
        "gui/made_up.py:5: “The training did not start.”",
        "gui/made_up.py:5: “See below…”",
    ]


def test_the_program_has_one_name_in_german() -> None:
    table = translations.read_ts(translations.ts_file())
    assert [word for word in table.values() if re.search(r"\bApps?\b", word)] == []
    assert [word for source, word in table.items() if "dition" in source and "Ausgabe" in word] == []
