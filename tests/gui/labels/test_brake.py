"""The brake in the review: what the model's own suggestion must not do to photos that measure it cannot be pressed, and says why."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.photos import Split
from cnn_desktop.gui.kit.thumbnail_source import ThumbnailSource
from cnn_desktop.gui.labels.review_page import ReviewPage
from cnn_desktop.gui.labels.review_view import KEYS, Facts, view
from cnn_desktop.gui.state.review import InQuestion
from cnn_desktop.project.suspects import Progress, SuspectRow
from tests.gui.tab_tools import ThumbnailMaker


def question(split: Split) -> Facts:
    row = SuspectRow(
        id=1, rank=1, path="a/1.jpg", root="1", label="a", checked_label="a", suggested="b", score=0.9, probability=0.9,
        label_probability=0.1, split=split, near_label=(), near_suggested=(), decision=None,
    )  # fmt: skip
    progress = Progress(decided=0, left=1, judged=0, real_errors=0, last=0, last_errors=0, expected_left=1.0)
    return Facts(checked=True, question=InQuestion(row, "/photos/a/1.jpg"), total=1, left=1, progress=progress)


@pytest.mark.parametrize(
    ("split", "refused"),
    [("train", set()), ("val", {"suggested", "exclude"}), ("test", {"suggested", "other", "exclude"})],
)
def test_refused_answers_say_why_and_cannot_be_given(qtbot: QtBot, split: Split, refused: set[str]) -> None:
    shown = view(question(split))
    assert {one.kind for one in shown.answers if not one.enabled} == refused
    assert all(("“Second opinion”" in one.tip) == (one.kind in refused) for one in shown.answers)
    page = ReviewPage(ThumbnailSource(ThumbnailMaker()))
    qtbot.addWidget(page)
    page.show_classes(["a", "b"])
    page.show_view(shown)
    told: list[str] = []
    page.decided.connect(lambda kind, _: told.append(kind))
    for kind, key in KEYS.items():
        if kind != "other":
            QTest.keyClick(page, getattr(Qt.Key, f"Key_{key}"))
    QTest.keyClick(page, Qt.Key.Key_2)
    wanted = [kind for kind in ("keep", "suggested", "unsure", "exclude", "other") if kind not in refused]
    assert told == wanted
    assert {kind for kind, button in page.buttons.items() if not button.isEnabled()} == refused
    assert all("Second opinion" in page.buttons[kind].toolTip() for kind in refused)  # type: ignore[index]
