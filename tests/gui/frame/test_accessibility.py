"""Every control has a name for screen readers and is reached by Tab, in the order in which the page is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.frame.about import AboutDialog
from cnn_desktop.gui.frame.rail_view import STEPS
from cnn_desktop.gui.frame.selftest_dialog import SelftestDialog
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.teach.help_button import TeachButton
from cnn_desktop.gui.training.settings_form import SettingsForm

Open = Callable[..., MainWindow]
Folder = Callable[..., Path]

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit,
    QProgressBar, QTextEdit,
)  # fmt: skip


def controls(root: QWidget) -> Iterator[QWidget]:
    """What a person works with; parts inside a control (an editor in a spin box, a scroll bar) belong to it."""
    for widget in root.findChildren(QWidget):
        inside = any(isinstance(widget.parent(), kind) for kind in (QComboBox, QAbstractSpinBox, QAbstractItemView))
        private = widget.objectName().startswith("qt_") or isinstance(widget, QScrollBar)
        if isinstance(widget, CONTROLS) and not inside and not private and widget.isVisibleTo(root):
            yield widget


def name_of(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    if any(character.isalnum() for character in text):
        return text
    buddies = [
        label.text()
        for label in widget.window().findChildren(QWidget)
        if getattr(label, "buddy", lambda: None)() is widget
    ]
    return buddies[0] if buddies else ""


def described(widget: QWidget) -> str:
    path = []
    at: QWidget | None = widget
    while at is not None and not isinstance(at, MainWindow | QDialog):
        path.append(f"{type(at).__name__}({at.objectName()})")
        at = at.parentWidget()
    return " < ".join(path[:4])


def check(root: QWidget) -> None:
    nameless = [described(widget) for widget in controls(root) if not name_of(widget)]
    assert nameless == []
    unreachable = [
        described(widget)
        for widget in controls(root)
        if widget.isEnabled()
        and not isinstance(widget, QProgressBar)
        and not (widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and not _chosen_with_arrows(widget)
    ]
    assert unreachable == []


def _chosen_with_arrows(widget: QWidget) -> bool:
    """One of a group of which another is reached by Tab: the arrows go on from there."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and any(other.focusPolicy() & Qt.FocusPolicy.TabFocus for other in group.buttons())


def tab_order(window: QWidget) -> list[QWidget]:
    """What Tab reaches, from the first on, until it begins anew."""
    first = window.nextInFocusChain()
    order, at = [], first
    while at is not None:
        if at.isVisibleTo(window) and at.isEnabled() and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            order.append(at)
        at = at.nextInFocusChain()
        if at is first:
            break
    return order


@pytest.fixture
def full_window(qtbot: QtBot, open_window: Open, photo_folder: Folder) -> MainWindow:
    window = open_window(photo_folder(classes=3, each=8))
    window.resize(1280, 820)
    for key in STEPS:
        window.tab(key)
    return window


@pytest.mark.parametrize("key", STEPS)
def test_every_control_of_a_tab_has_a_name_and_is_reached_by_tab(full_window: MainWindow, key: str) -> None:
    check(full_window.tab(key))


def test_frame_and_start_page(open_window: Open) -> None:
    window = open_window()
    check(window.rail)
    check(window.start)
    check(window.strip)


def test_dialogs(qtbot: QtBot) -> None:
    for dialog in (AboutDialog(), SelftestDialog(more=["--what"])):
        qtbot.addWidget(dialog)
        dialog.show()
        check(dialog)
        dialog.done(0)


@pytest.mark.parametrize("key", ["dataset", "model", "training", "labels"])
def test_tab_goes_from_the_rail_through_the_page_down_to_its_primary_button(full_window: MainWindow, key: str) -> None:
    full_window.show_step(key)
    order = [widget for widget in tab_order(full_window) if not widget.objectName().startswith("qt_")]
    page = full_window.tab(key)
    in_rail = [place for place, widget in enumerate(order) if full_window.rail.isAncestorOf(widget)]
    in_page = [place for place, widget in enumerate(order) if page.isAncestorOf(widget)]
    assert in_rail
    assert in_page
    assert max(in_rail) < min(in_page)
    primary = getattr(page, "primary", None)
    if primary is not None and primary.isVisible() and primary.isEnabled():
        assert order.index(primary) == max(in_page)


def test_an_explanation_comes_after_the_field_it_explains(full_window: MainWindow) -> None:
    full_window.show_step("training")
    order = [widget for widget in tab_order(full_window) if not widget.objectName().startswith("qt_")]
    pairs = []
    for form in full_window.tab("training").findChildren(SettingsForm):
        for row in form.rows.values():
            teach = row.findChild(TeachButton)
            if teach in order and row.editor in order:
                pairs.append((order.index(row.editor), order.index(teach)))
    assert pairs
    assert all(teach == field + 1 for field, teach in pairs)


def test_every_action_has_a_mnemonic_and_no_two_shortcuts_are_the_same(open_window: Open) -> None:
    window = open_window()
    shortcuts: list[str] = []
    for menu in window.menuBar().actions():
        entries = [action for action in menu.menu().actions() if not action.isSeparator()]
        letters = [action.text()[action.text().index("&") + 1].lower() for action in entries]
        assert len(set(letters)) == len(letters), [action.text() for action in entries]
        shortcuts += [action.shortcut().toString() for action in entries if not action.shortcut().isEmpty()]
    assert len(set(shortcuts)) == len(shortcuts)
    assert {"Ctrl+1", "Ctrl+5", "Ctrl+Z", "F1"} <= set(shortcuts)


def test_the_focus_can_be_seen(qtbot: QtBot, open_window: Open, qapp: QApplication) -> None:
    window = open_window()
    button = window.start.zone.sample_button
    before = button.grab().toImage()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    assert button.grab().toImage() != before
