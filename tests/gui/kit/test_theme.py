"""Colours that can be read in both themes, icons that are there, a theme that follows the system at once."""

from __future__ import annotations

import gc
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.resources import resource
from cnn_desktop.gui.kit import theme as shades
from cnn_desktop.gui.kit.icons import icon
from cnn_desktop.gui.kit.theme import DARK, LIGHT, Colours, Theme

BOTH = pytest.mark.parametrize("now", [LIGHT, DARK], ids=["light", "dark"])
SOURCES = Path(shades.__file__).parents[1]


@BOTH
def test_every_text_can_be_read_on_every_ground(now: Colours) -> None:
    worst = min((shades.contrast(text, ground), text, ground) for text in now.texts for ground in now.grounds)
    assert worst[0] >= 4.5, worst
    for ground in (now.accent, now.accent_hover):
        assert shades.contrast(now.on_accent, ground) >= 4.5
    for ground in (now.window, now.surface):
        assert shades.contrast(now.outline, ground) >= 3.0


@BOTH
def test_every_text_role_of_the_palette_can_be_read(now: Colours) -> None:
    palette, role = shades.palette(now), QPalette.ColorRole
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        for text, ground in (
            (role.WindowText, role.Window), (role.Text, role.Base), (role.Text, role.AlternateBase),
            (role.PlaceholderText, role.Base), (role.ButtonText, role.Button), (role.ToolTipText, role.ToolTipBase),
            (role.Link, role.Base), (role.LinkVisited, role.Window), (role.BrightText, role.Window),
        ):  # fmt: skip
            found = shades.contrast(palette.color(group, text), palette.color(group, ground))
            assert found >= 4.5, f"{group} {text} on {ground}: {found:.2f}"
    assert shades.contrast(palette.color(role.HighlightedText), palette.color(role.Highlight)) >= 4.5


def test_contrast_is_the_one_of_wcag() -> None:
    assert shades.contrast("#ffffff", "#000000") == pytest.approx(21)
    assert shades.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@BOTH
def test_the_style_sheet_has_all_its_values(now: Colours) -> None:
    sheet = shades.style_sheet(now, int)
    assert "$" not in sheet
    assert now.accent in sheet
    for name in re.findall(r"url\(([^)]+)\)", sheet):
        assert Path(name).is_file()


def test_a_change_of_the_system_reaches_widgets_at_once(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    label = QLabel("text")
    qtbot.addWidget(label)
    label.show()
    theme.choose("system")
    for scheme, now in ((Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)):
        qapp.styleHints().colorSchemeChanged.emit(scheme)  # what the desktop's own switch makes Qt say
        assert shades.colours() is now
        assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(now.text)


def test_a_choice_stays_whatever_the_system_says(qapp: QApplication, theme: Theme) -> None:
    theme.choose("dark")
    assert shades.colours() is DARK
    assert theme.choice == "dark"
    theme.choose("light")
    assert shades.colours() is LIGHT


@pytest.mark.parametrize("classes", [2, 8, 9, 30, 100])
def test_classes_have_colours_of_their_own(classes: int) -> None:
    names = [shades.class_color(place, classes).name() for place in range(classes)]
    assert len(set(names)) == classes


def test_the_map_gets_lighter_step_by_step() -> None:
    light = [shades.contrast(shades.map_color(step / 50), "#000000") for step in range(51)]
    assert light == sorted(light)
    assert shades.map_color(-1) == shades.map_color(0)
    assert shades.map_color(2) == shades.map_color(1)


def test_text_on_a_map_can_be_read() -> None:
    for step in range(51):
        ground = shades.map_color(step / 50)
        assert shades.contrast(shades.text_on(ground), ground) >= 4.5


def test_every_icon_that_is_used_is_there() -> None:
    used = set()
    for file in SOURCES.rglob("*.py"):
        used |= set(
            re.findall(r"(?:icon|pixmap|Picture|EmptyState)\(\s*\"([a-z-]+)\"", file.read_text(encoding="utf-8"))
        )
    assert used >= {"folder", "close", "photo"}
    assert {name for name in used if not resource(f"icons/{name}.svg").is_file()} == set()


def test_icons_take_the_colour_of_the_theme_and_are_sharp_at_any_scaling(theme: Theme) -> None:
    drawn = icon("stop", "accent")
    for choice, now in (("light", LIGHT), ("dark", DARK)):
        theme.choose(choice)  # type: ignore[arg-type]
        for ratio in (1.0, 1.5, 2.0, 3.0):
            pixmap = drawn.pixmap(QSize(24, 24), ratio)
            assert pixmap.width() == round(24 * ratio)
            image = pixmap.toImage()
            inks = {
                QColor(image.pixel(x, y)).name()
                for x in range(image.width())
                for y in range(image.height())
                if image.pixelColor(x, y).alpha() == 255
            }
            assert inks == {now.accent}
    quiet = drawn.pixmap(QSize(24, 24), 1.0, QIcon.Mode.Disabled).toImage()
    assert any(quiet.pixelColor(x, 6) == QColor(DARK.outline) for x in range(24))


def test_a_larger_system_font_enlarges_all_sizes(qapp: QApplication) -> None:
    sheet = shades.style_sheet(LIGHT, lambda size: size * 2)
    assert "font-size: 26px" in sheet
    assert "font-size: 44px" in sheet


def test_no_widget_is_collected_while_all_are_changed(qtbot: QtBot, theme: Theme) -> None:
    collecting: list[bool] = []

    class Watching(QLabel):
        def changeEvent(self, event: QEvent) -> None:
            collecting.append(gc.isenabled())
            super().changeEvent(event)

    label = Watching("x")
    qtbot.addWidget(label)
    label.show()
    collecting.clear()
    theme.choose("dark")
    assert collecting
    assert not any(collecting)
