"""The split wizard as a person uses it, with the real split behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cnn_desktop.dataset.split_preview import preview
from cnn_desktop.domain.photos import Photo, Split
from cnn_desktop.domain.split_plan import SplitPlan, SplitPreview
from cnn_desktop.gui.dataset.split_wizard.wizard import SplitWizard
from cnn_desktop.gui.kit.theme import Theme
from tests.gui.frame.test_accessibility import controls, name_of

PHOTOS = [Photo(f"fox/day {n // 10}/p{n // 4}_{n}.jpg", "fox", group=f"g{n}") for n in range(40)]
PHOTOS += [Photo(f"owl/day {n // 10}/p{n}_x.jpg", "owl") for n in range(20)]


class Project:
    """Answers at once what a plan leads to, or keeps the questions while it is `slow`."""

    def __init__(self, photos: list[Photo], given: list[Split | None] | None = None) -> None:
        self.photos, self.given, self.slow = photos, given, False
        self.asked: list[tuple[SplitPlan, Callable[[SplitPreview], None]]] = []

    def __call__(self, plan: SplitPlan, then: Callable[[SplitPreview], None]) -> None:
        self.asked.append((plan, then))
        if not self.slow:
            self.answer(len(self.asked) - 1)

    def answer(self, number: int) -> None:
        plan, then = self.asked[number]
        then(preview(self.photos, plan, [], self.given))


@pytest.fixture
def wizard(qtbot: QtBot, theme: Theme) -> Callable[..., SplitWizard]:
    parent = QWidget()
    qtbot.addWidget(parent)

    def make(project: Project, plan: SplitPlan | None = None) -> SplitWizard:
        made = SplitWizard(plan or SplitPlan(), project, parent)
        made.show()
        return made

    return make


def shown(wizard: SplitWizard) -> list[list[Any]]:
    model = wizard.counts.model()
    return [[model.index(row, column).data() for column in range(5)] for row in range(model.rowCount())]


def test_three_clicks_from_opening_to_a_split_by_name(qtbot: QtBot, wizard: Callable[..., SplitWizard]) -> None:
    project = Project(PHOTOS)
    dialog = wizard(project)
    assert shown(dialog) == [["fox", "28", "6", "6", "40"], ["owl", "14", "3", "3", "20"]]
    qtbot.mouseClick(dialog.methods.button(2), Qt.MouseButton.LeftButton)
    assert not dialog.primary.isEnabled()
    qtbot.waitUntil(dialog.primary.isEnabled)
    assert dialog.found.text() == "20 groups"
    told: list[SplitPlan] = []
    dialog.chosen.connect(told.append)
    assert dialog.primary.text() == "S&plit 60 photos"
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert told == [SplitPlan(group_by="name")]


def test_the_pattern_is_previewed_while_it_is_typed(qtbot: QtBot, wizard: Callable[..., SplitWizard]) -> None:
    dialog = wizard(Project(PHOTOS), SplitPlan(group_by="name"))
    dialog.pattern.selectAll()
    qtbot.keyClicks(dialog.pattern, "(p")
    assert "in parentheses" in dialog.found.text()
    assert dialog.pattern.property("wrong")
    assert not dialog.primary.isEnabled()
    qtbot.keyClicks(dialog.pattern, "#)_x")
    qtbot.waitUntil(dialog.primary.isEnabled)
    assert dialog.found.text() == "20 groups. 40 photos fit none and count on their own."
    rows = dialog.examples.model()
    assert [rows.index(row, 1).data() for row in range(rows.rowCount())][-1] == "no group"
    assert not dialog.pattern.property("wrong")


def test_one_slider_moves_the_others_and_the_counts(qtbot: QtBot, wizard: Callable[..., SplitWizard]) -> None:
    project = Project(PHOTOS)
    dialog = wizard(project)
    train, val, test = dialog.shares.sliders
    train.setFocus()
    qtbot.keyClick(train, Qt.Key.Key_PageUp)
    qtbot.keyClick(train, Qt.Key.Key_PageUp)
    assert (train.value(), val.value(), test.value()) == (80, 10, 10)
    qtbot.waitUntil(dialog.primary.isEnabled)
    assert shown(dialog) == [["fox", "32", "4", "4", "40"], ["owl", "16", "2", "2", "20"]]
    assert len(project.asked) <= 3  # not for every step on the way


def test_a_slider_dragged_there_and_back_changes_nothing(wizard: Callable[..., SplitWizard]) -> None:
    shares = wizard(Project(PHOTOS), SplitPlan(percents=(60, 30, 10))).shares
    shares.sliders[0].sliderPressed.emit()
    for value in (75, 100, 10, 60):
        shares.sliders[0].setValue(value)
    shares.sliders[0].sliderReleased.emit()
    assert [slider.value() for slider in shares.sliders] == [60, 30, 10]


def test_an_answer_that_comes_too_late_is_not_shown(qtbot: QtBot, wizard: Callable[..., SplitWizard]) -> None:
    project = Project(PHOTOS)
    project.slow = True
    dialog = wizard(project)
    assert (dialog.primary.isEnabled(), dialog.hint.text()) == (False, "Counting photos…")
    dialog.again.click()
    qtbot.waitUntil(lambda: len(project.asked) == 2)
    project.answer(0)
    assert not dialog.primary.isEnabled()
    project.answer(1)
    assert dialog.primary.isEnabled()
    dialog.again.click()
    dialog.reject()
    project.answer(1)  # the dialog is gone


def test_a_leak_has_a_red_banner_with_its_pairs_until_it_is_mended(qtbot: QtBot, wizard: Callable[..., SplitWizard]) -> None:  # fmt: skip
    dialog = wizard(Project(PHOTOS, ["train", "test"] * 20 + [None] * 20), SplitPlan(group_by="name"))
    assert dialog.banner.isVisible()
    assert dialog.leak.text().startswith("20 pairs of photos")
    pairs = dialog.pairs.model()
    assert [pairs.index(0, column).data() for column in (0, 1)] == [
        "day 0/p0_0.jpg (training)",
        "day 0/p0_1.jpg (test)",
    ]
    place = dialog.keep.mapTo(dialog, dialog.keep.rect().center())
    dialog.keep.click()
    qtbot.waitUntil(lambda: not dialog.banner.isVisible())
    assert dialog.keep.mapTo(dialog, dialog.keep.rect().center()) == place
    assert not wizard(Project(PHOTOS)).keep.isVisible()


def test_the_arrow_keys_pass_over_a_way_that_leads_nowhere(qtbot: QtBot, wizard: Callable[..., SplitWizard]) -> None:
    dialog = wizard(Project([Photo(f"{n}.jpg", "fox") for n in range(9)]))
    assert [dialog.methods.button(place).isEnabled() for place in range(4)] == [True, False, True, False]
    assert dialog.methods.button(1).toolTip() == "All photos are in the same folder."
    for expected in (2, 0, 2):
        qtbot.keyClick(dialog.methods.button(dialog.methods.current), Qt.Key.Key_Right)
        assert dialog.methods.current == expected


def test_the_level_is_chosen_from_those_there_are(qtbot: QtBot, wizard: Callable[..., SplitWizard]) -> None:
    project = Project(PHOTOS)
    dialog = wizard(project)
    dialog.methods.choose(1)
    qtbot.waitUntil(dialog.primary.isEnabled)
    assert dialog.levels.currentText() == "Level 2: day 0, day 1, day 2, … (4 folders)"
    qtbot.keyClick(dialog.levels, Qt.Key.Key_Up)
    qtbot.waitUntil(dialog.primary.isEnabled)
    assert project.asked[-1][0] == SplitPlan(group_by="folder", level=1)
    assert dialog.found.text() == "2 groups"
    rows = dialog.examples.model()
    assert [rows.index(0, column).data() for column in (0, 1)] == ["fox/day 0/p0_0.jpg", "fox"]


def test_every_control_has_a_name_and_its_own_letter(wizard: Callable[..., SplitWizard]) -> None:
    dialog = wizard(Project(PHOTOS, ["train", "test"] * 20 + [None] * 20), SplitPlan(group_by="name"))
    for control in controls(dialog):
        assert name_of(control), control
    texts = [str(part.property("text") or "") for part in dialog.findChildren(QWidget) if part.isVisible()]
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert len(letters) >= 10
    assert len(letters) == len(set(letters))
