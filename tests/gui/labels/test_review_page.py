"""The review in its tab: keys and buttons decide, the photo is there, focus is seen, names are spoken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.jobs.explain import ShowHeat
from cnn_desktop.gui.kit.class_picker import ClassPicker
from cnn_desktop.gui.labels.tab import BLIND, CHECK, REVIEW
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.viewed_model import ViewedModel
from tests.gui.frame.test_accessibility import check, tab_order
from tests.gui.labels.planted import Labelling, make, planted

Begin = Callable[..., Labelling]


def reviewing(begin: Begin, project: Path) -> Labelling:
    scene = begin(project)
    scene.tab.show_page(REVIEW)
    scene.tab.activateWindow()
    scene.qtbot.waitUntil(scene.tab.isActiveWindow)
    scene.tab.review.setFocus()
    scene.qtbot.waitUntil(scene.tab.review.hasFocus)
    return scene


def test_the_photo_is_shown_with_its_question_and_those_that_look_like_it(begin: Begin, project: Path) -> None:
    scene = reviewing(begin, project)
    page = scene.tab.review
    scene.qtbot.waitUntil(lambda: bool(page.picture._levels))
    assert page.question.text() == "Labelled “glass”, but probably “metal” (90\u202f%). What is it?"
    assert page.picture.accessibleName() == "000000.png, glass"
    assert page.accessibleName().startswith("Labelled “glass”")
    assert (page.title_label.text(), page.title_suggested.text()) == (
        "Similar photos of “glass”", "Similar photos of “metal”",
    )  # fmt: skip
    assert [grid.tiles.rowCount() for grid in (page.near_label, page.near_suggested)] == [1, 1]
    assert page.progress.text() == "0 reviewed, 24 to do"


@pytest.mark.parametrize(
    ("key", "label", "kind"),
    [
        (Qt.Key.Key_K, "glass", "keep"),
        (Qt.Key.Key_S, "metal", "suggested"),
        (Qt.Key.Key_U, "glass", "unsure"),
        (Qt.Key.Key_X, None, "exclude"),
        (Qt.Key.Key_3, "paper", "other"),
    ],
)
def test_a_key_decides(begin: Begin, project: Path, key: Qt.Key, label: str | None, kind: str) -> None:
    scene = reviewing(begin, project)
    scene.qtbot.keyClick(scene.tab.review, key)
    assert scene.tab.review.detail.text() == "000001.png · photo 2 of 24", "the next one is there at once"
    scene.settle()
    assert scene.labels().get("000000.png") == label
    scene.qtbot.keyClick(scene.tab.review, Qt.Key.Key_Left)
    assert [one.kind for one in scene.tab.review._view.answers if one.chosen] == [kind]
    assert [kind for kind, button in scene.tab.review.buttons.items() if button.isChecked()] == [kind]


def test_capital_letters_and_caps_lock_decide_too_and_shortcuts_do_not(begin: Begin, project: Path) -> None:
    scene = reviewing(begin, project)
    scene.qtbot.keyClick(scene.tab.review, Qt.Key.Key_K, Qt.KeyboardModifier.ShiftModifier)
    assert scene.review.place == 1
    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        scene.qtbot.keyClick(scene.tab.review, Qt.Key.Key_S, modifier)
    scene.qtbot.keyClick(scene.tab.review, Qt.Key.Key_Q)
    assert scene.review.place == 1


def test_another_class_is_chosen_by_its_name(begin: Begin, project: Path) -> None:
    scene = reviewing(begin, project)
    scene.qtbot.keyClick(scene.tab.review, Qt.Key.Key_C)
    (picker,) = scene.tab.review.findChildren(ClassPicker)
    scene.qtbot.keyClicks(picker.field, "pap")
    scene.qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    scene.settle()
    assert scene.labels()["000000.png"] == "paper"
    assert scene.review.place == 1


def test_arrows_only_look(begin: Begin, project: Path) -> None:
    scene = reviewing(begin, project)
    page = scene.tab.review
    for key, place in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_PageDown, 2),
        (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_Left, 0),
    ):
        scene.qtbot.keyClick(page, key)
        assert scene.review.place == place
    scene.settle()
    assert scene.review.left == 24


def test_at_the_end_one_can_go_back(begin: Begin, tmp_path: Path) -> None:
    scene = reviewing(begin, planted(tmp_path, wanted=2))
    page = scene.tab.review
    scene.qtbot.keyClick(page, Qt.Key.Key_S)
    scene.qtbot.keyClick(page, Qt.Key.Key_K)
    scene.settle()
    assert (page._view.page, page.empty.accessibleName()) == ("empty", "All suspicious training photos are reviewed")
    assert scene.tab.primary.text() == "&Train on the cleaned labels"
    scene.qtbot.keyClick(page, Qt.Key.Key_Left)
    scene.settle()
    assert (page._view.page, scene.review.place) == ("photo", 1)


def test_a_photo_that_is_missing_says_so_and_can_be_decided_about(begin: Begin, project: Path) -> None:
    (project.parent / "photos" / "glass" / "000000.png").unlink()
    scene = reviewing(begin, project)
    page = scene.tab.review
    scene.qtbot.waitUntil(page.missing.isVisible)
    assert page.missing.text().startswith("000000.png cannot be shown. It is no longer there.")
    page.buttons["exclude"].click()
    assert not page.missing.isVisible()
    scene.settle()
    assert "000000.png" not in scene.labels()
    scene.qtbot.waitUntil(lambda: bool(page.picture._levels))
    assert page.hasFocus(), "the next key decides, as after a key"


def test_it_can_be_seen_that_keys_are_about_the_photo(begin: Begin, project: Path) -> None:
    scene = reviewing(begin, project)
    page = scene.tab.review
    scene.qtbot.waitUntil(lambda: bool(page.picture._levels))
    focused = page.picture.grab().toImage()
    page.buttons["keep"].setFocus()
    scene.qtbot.waitUntil(lambda: not page.hasFocus())
    assert page.picture.grab().toImage() != focused
    scene.qtbot.keyClick(page.buttons["keep"], Qt.Key.Key_U)
    assert scene.review.place == 1, "a key decides on a button, too"


def test_every_control_has_a_name_and_tab_reads_the_page(begin: Begin, project: Path) -> None:
    scene = reviewing(begin, project)
    page = scene.tab.review
    check(scene.tab)
    order = [one for one in tab_order(scene.tab) if page.isAncestorOf(one) or one is page]
    expected: list[QWidget] = [page, page.many_button, *page.buttons.values(), page.near_suggested, page.near_label]
    assert [one for one in order if one in expected] == expected
    scene.tab.review.many_button.click()
    check(scene.tab)


def test_only_photos_of_one_pair(begin: Begin, project: Path) -> None:
    scene = begin(project)
    page = scene.tab.review
    scene.tab.check.rows[0].click()
    scene.settle()
    assert scene.tab.pages.current == REVIEW
    assert page.filter.text() == "Only photos labelled “glass” that are probably “metal”"
    assert page.progress.text() == "0 reviewed, 8 to do"
    page.all_button.click()
    scene.settle()
    assert not page.all_button.isVisible()
    assert page.progress.text() == "0 reviewed, 24 to do"
    scene.tab.check.rows[1].click()
    scene.settle()
    scene.tab.show_page(CHECK)
    scene.tab.primary.click()
    scene.settle()
    assert scene.review.pair is None, "the check's button means all of them"


def test_a_second_window_looks_and_says_why_it_cannot_decide(begin: Begin, project: Path) -> None:
    begin(project)
    scene = begin(project)
    scene.tab.show_page(REVIEW)
    page = scene.tab.review
    assert not any(button.isEnabled() for button in page.buttons.values())
    assert "is open in another window" in page.buttons["keep"].toolTip()
    scene.qtbot.keyClick(page, Qt.Key.Key_S)
    scene.settle()
    assert scene.review.left == 24


def test_without_a_check_the_way_to_it_is_shown(begin: Begin, tmp_path: Path) -> None:
    scene = begin(make(tmp_path))
    scene.tab.show_page(REVIEW)
    assert scene.tab.primary.text() == "Go to the &check"
    assert not scene.tab.review.many_button.isVisible()
    scene.tab.primary.click()
    assert scene.tab.pages.current == CHECK


def test_validation_and_test_photos_lead_to_a_second_opinion(begin: Begin, project: Path) -> None:
    scene = reviewing(begin, project)
    scene.review.decide_many(scene.review.open_ids().tolist(), "keep")
    scene.settle()
    scene.tab.primary.click()
    assert scene.tab.pages.current == BLIND


# Many at once


def together(begin: Begin, project: Path) -> Labelling:
    scene = reviewing(begin, project)
    scene.tab.review.many_button.click()
    scene.settle()
    scene.qtbot.waitUntil(lambda: QApplication.focusWidget() is scene.tab.review.many.grid)
    scene.qtbot.waitUntil(lambda: scene.tab.review.many.grid.tiles.tile(0).path != "")
    return scene


def test_picked_ones_are_decided_about_by_a_key(begin: Begin, project: Path) -> None:
    scene = together(begin, project)
    many = scene.tab.review.many
    assert (many.grid.tiles.rowCount(), many.grid.tiles.tile(0).caption, many.grid.tiles.tile(0).detail) == (
        24,
        "glass",
        "→ metal",
    )
    assert not any(button.isEnabled() for button in many.buttons.values())
    scene.qtbot.keyClick(many.grid, Qt.Key.Key_S)
    assert scene.review.left == 24, "nothing is picked"
    many.grid.pick([range(3), range(5, 6)])
    assert many.hint.text() == "4 of 24 photos picked"
    assert many.buttons["suggested"].accessibleName() == "Take the suggestion for 4 photos"
    scene.qtbot.keyClick(many.grid, Qt.Key.Key_S)
    assert (many.grid.tiles.rowCount(), many.grid.pick_count) == (20, 0), "they are gone at once"
    scene.settle()
    changed = {name: label for name, label in scene.labels().items() if name < "000006"}
    assert changed == {
        "000000.png": "metal", "000001.png": "paper", "000002.png": "glass", "000003.png": "glass", "000004.png": "metal",
        "000005.png": "glass",
    }  # fmt: skip
    assert scene.session.undo.name == "Take 4 suggestions"
    scene.session.undo.undo()
    scene.settle()
    assert many.grid.tiles.rowCount() == 24


@pytest.mark.parametrize(
    ("key", "kind"), [(Qt.Key.Key_K, "keep"), (Qt.Key.Key_X, "exclude"), (Qt.Key.Key_Delete, "exclude")]
)
def test_its_other_keys(begin: Begin, project: Path, key: Qt.Key, kind: str) -> None:
    scene = together(begin, project)
    many = scene.tab.review.many
    many.grid.pick([range(2)])
    scene.qtbot.keyClick(many.grid, key)
    scene.settle()
    opened = scene.session.project.opened
    assert opened
    assert {row.decision.kind for row in opened.suspects.page("decided") if row.decision} == {kind}


def test_all_of_them_and_then_the_end(begin: Begin, project: Path) -> None:
    scene = together(begin, project)
    page = scene.tab.review
    page.many.all_button.click()
    assert page.many.grid.pick_count == 24
    page.many.buttons["keep"].click()
    assert page._view.page == "empty"
    scene.qtbot.waitUntil(page.hasFocus)
    scene.settle()
    assert page.progress.text() == "24 reviewed, 0 to do"


def test_escape_and_a_double_click_lead_back_to_one(begin: Begin, project: Path) -> None:
    scene = together(begin, project)
    page = scene.tab.review
    page.many.grid.pick([range(4)], 3)
    scene.qtbot.keyClick(page.many.grid, Qt.Key.Key_Escape)
    assert page.many.grid.pick_count == 1, "first only one is picked"
    scene.qtbot.keyClick(page.many.grid, Qt.Key.Key_Escape)
    assert page._view.page == "photo"
    scene.qtbot.waitUntil(page.hasFocus)
    page.many_button.click()
    scene.qtbot.waitUntil(lambda: page.many.grid.tiles.tile(9).path != "")
    page.many.grid.pick([range(9, 10)], 9)
    page.many.grid.open_current()
    scene.settle()
    assert (page._view.page, scene.review.place) == ("photo", 9)


def test_one_that_is_looked_at_in_the_viewer_stays_picked(begin: Begin, project: Path) -> None:
    scene = together(begin, project)
    page = scene.tab.review
    page.many.grid.pick([range(2)], 1)
    page.many.grid.menu.viewed.emit(page.many.grid.tiles.tile(1).path)
    assert scene.session.selection.paths == [page.many.grid.tiles.tile(1).path]
    assert (page._view.page, page.many.grid.pick_count) == ("many", 2)


def test_labels_that_change_meanwhile_leave_the_place(begin: Begin, project: Path, qtbot: QtBot) -> None:
    scene = together(begin, project)
    many = scene.tab.review.many
    scene.tab.resize(700, 620)
    bar = many.grid.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    at = bar.value()
    scene.session.labels.exclude(scene.review.ids[:1])
    scene.settle()
    assert many.grid.tiles.rowCount() == 23
    assert bar.value() == min(at, bar.maximum()) > 0


def test_the_heat_map_is_that_of_the_model_in_use(begin: Begin, project: Path, tmp_path: Path) -> None:
    scene = reviewing(begin, project)
    models, heat = scene.session.models, scene.tab.review.heat
    for run in ("one", "two"):
        models.alone = ViewedModel(tmp_path / run)
        models.changed.emit(Changed(model=True))
        heat.setChecked(True)
    jobs = [job for job in scene.asker.asked if isinstance(job, ShowHeat)]
    assert [Path(job.run).name for job in jobs] == ["one", "two"]
    assert {job.class_name for job in jobs} == {scene.row().suggested}
