"""From a flat folder to labelled photos, with real children: suggested, confirmed, learned from, suggested again."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoSort
from cnn_desktop.gui.children.children import Programs
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.labels.connection import connect
from cnn_desktop.gui.labels.tab import FRESH
from cnn_desktop.project.query import Ids
from tests.conftest import draw_photo
from tests.gui.connected import Connected


def test_from_a_flat_folder_to_the_second_lesson(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    for label in range(2):
        for number in range(20):
            draw_photo(tmp_path / "photos" / f"{label}{number:02}.png", label, number)
    at = Connected(connect, Programs())
    session, page = at.session, at.tab.fresh
    session.project.open_folder(tmp_path / "photos")
    qtbot.waitUntil(lambda: session.project.photos is not None and not session.jobs.now.running)
    at.tab.show_page(FRESH)
    assert page.primary.text == "Go to the Datase&t step"
    found: list[Ids] = []
    session.project.find(PhotoFilter(""), PhotoSort("name"), found.append)
    qtbot.waitUntil(lambda: bool(found))
    session.labels.relabel(found[0][:6], "red")
    session.labels.relabel(found[0][20:26], "green")
    qtbot.waitUntil(lambda: page.primary.text == "&Suggest classes")
    page.pressed.emit()
    assert page.shows_progress
    qtbot.waitUntil(lambda: bool(page.rows) or bool(at.notices))
    assert not at.notices
    assert len(session.fresh.batch) == 24
    right = [row.suggested == ("red" if row.path[0] == "0" else "green") for row in session.fresh.batch]
    assert sum(right) > 16
    page.pressed.emit()
    qtbot.waitUntil(lambda: len(session.fresh.curve) == 2)
    photos = session.project.photos
    assert photos
    assert photos.unlabelled == 4
    assert len(session.fresh.open) == 4, "the others"
    assert not at.notices
    at.close()
