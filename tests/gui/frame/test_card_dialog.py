"""Help › Graphics card, and the part of the strip that opens it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.graphics import UNKNOWN, Verdict
from cnn_desktop.domain.message import say
from cnn_desktop.gui.frame.card_dialog import CardDialog, view

NONE = Verdict("cpu", reason=say("no NVIDIA card found"), details="NVIDIA driver: not loaded")
FAILED = Verdict("cpu", reason=say("X failed its test"), has_card=True, details="CUDA error")


@pytest.mark.parametrize(
    ("verdict", "heading", "text"),
    [
        (UNKNOWN, "Checking the graphics card…", "A small calculation runs"),
        (Verdict("cuda", "NVIDIA H200", has_card=True), "NVIDIA H200", "The graphics card passed its test"),
        (NONE, "CPU: no NVIDIA card found", "With an NVIDIA graphics card"),
        (FAILED, "CPU: X failed its test", "Training and tests run on the CPU, which takes longer."),
    ],
)
def test_it_says_what_was_found(verdict: Verdict, heading: str, text: str) -> None:
    shown = view(verdict)
    assert shown.heading == heading
    assert text in shown.text
    assert shown.is_testing == (verdict is UNKNOWN)


def test_a_click_asks_for_another_test_but_not_while_one_runs(qtbot: QtBot) -> None:
    dialog = CardDialog()
    qtbot.addWidget(dialog)
    dialog.show_view(view(FAILED))
    assert dialog.details.toPlainText() == "CUDA error"
    with qtbot.waitSignal(dialog.test_pressed):
        dialog.again.click()
    dialog.show_view(view(UNKNOWN))
    assert not dialog.again.isEnabled()
