"""Where the last sentence of the program goes."""

from __future__ import annotations

import sys

import pytest

from cnn_desktop.domain import last_words


def test_only_windows_has_programs_without_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not last_words.is_unheard("win32")
    monkeypatch.setattr(sys, "__stderr__", None)
    assert last_words.is_unheard("win32")
    assert not last_words.is_unheard("linux")


def test_a_sentence_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    shown: list[str] = []
    monkeypatch.setattr(last_words, "is_unheard", lambda: True)
    monkeypatch.setattr(last_words, "_show", shown.append)
    last_words.tell("There is no folder “a\nb”.")
    assert shown == ["There is no folder “a\\nb”."]
    assert capsys.readouterr().err == f"{shown[0]}\n"
