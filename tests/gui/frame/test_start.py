"""The start page: drop zone, sample, recent projects."""

from __future__ import annotations

import dataclasses
import datetime
import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from cnn_desktop.domain import places
from cnn_desktop.domain.jobs.scan import ScanFolder
from cnn_desktop.domain.message import say
from cnn_desktop.gui.frame.start_page import StartTab
from cnn_desktop.gui.frame.start_view import RecentCard, detail, look_up
from cnn_desktop.gui.state.job_state import IDLE, JobState
from cnn_desktop.gui.state.preferences import RecentProject
from tests.conftest import draw_photo
from tests.dataset.helpers import folder_for_anyone, without_root

TODAY = datetime.date(2026, 3, 10)


def recent(opened: str = "2026-03-10T12:00:00+00:00", **known: object) -> RecentProject:
    return RecentProject("/nowhere/shells.cnnproj", "shells", opened, **known)  # type: ignore[arg-type]


def test_what_is_written_below_a_project() -> None:
    assert detail(recent(), False, TODAY) == "today"
    assert detail(recent("2026-03-09T12:00:00+00:00"), False, TODAY) == "yesterday"
    assert detail(recent(accuracy=0.913), False, TODAY) == "today · 91.3\u202f% in validation"
    assert detail(recent(accuracy=0.913, tested=True), False, TODAY) == "today · 91.3\u202f% in the test"
    assert detail(recent(accuracy=0.913, unfinished=True), False, TODAY) == "today · training stopped"
    assert detail(recent(unfinished=False), False, TODAY) == "today"
    assert detail(recent("garbage"), False, TODAY) == ""
    assert detail(recent("0001-01-01T00:00:00+14:00"), False, TODAY) == ""
    assert "2025" in detail(recent("2025-12-24T12:00:00+00:00"), False, TODAY) or "25" in detail(
        recent("2025-12-24T12:00:00+00:00"), False, TODAY
    )
    assert detail(recent(), True, TODAY).startswith("not found")


def test_a_project_is_looked_up_with_its_picture_or_without(tmp_path: Path, home: Path) -> None:
    (tmp_path / "a.cnnproj").mkdir()
    picture = draw_photo(home / "cache" / "p.png", 0, 0)
    card = look_up(RecentProject(str(tmp_path / "a.cnnproj"), "a", "", picture=str(picture)), TODAY)
    assert not card.missing
    assert card.picture is not None
    assert card.picture.width() >= 400
    assert look_up(RecentProject("/" + "a" * 5000, "a", ""), TODAY).missing, "a place nobody can look at"
    gone = look_up(RecentProject(str(tmp_path / "b.cnnproj"), "b", "", picture=str(tmp_path / "no.png")), TODAY)
    assert gone.missing
    assert gone.picture is None


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of folders")
def test_a_project_that_may_not_be_looked_at_is_not_said_to_be_gone() -> None:
    with folder_for_anyone() as folder:
        (folder / "closed" / "a.cnnproj").mkdir(parents=True)
        (folder / "closed").chmod(0)
        with without_root():
            assert not look_up(RecentProject(str(folder / "closed" / "a.cnnproj"), "a", ""), TODAY).missing
        (folder / "closed").chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes among the files there")
def test_only_a_thumbnail_of_ours_is_its_picture(tmp_path: Path) -> None:
    elsewhere, cache = draw_photo(tmp_path / "p.png", 0, 0), places.cache_folder()
    cache.mkdir(parents=True)
    os.mkfifo(cache / "pipe.png")
    (cache / "link.png").symlink_to(elsewhere)
    (cache / "loop.png").symlink_to(cache / "loop.png")
    (cache / "text.png").write_bytes(b"no picture")
    for picture in (elsewhere, *cache.iterdir(), cache, cache / ".." / ".." / elsewhere.name):
        assert look_up(RecentProject(str(tmp_path), "a", "", picture=str(picture)), TODAY).picture is None, picture


def test_the_page_tells_what_a_person_wants(qtbot: QtBot) -> None:
    page = StartTab()
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show_recent(
        [
            RecentCard("/p/one.cnnproj", "one", "today", False, None),
            RecentCard("/p/two.cnnproj", "two", "missing: …", True, None),
        ]
    )
    page.show()
    with qtbot.waitSignal(page.zone.open_pressed):
        qtbot.mouseClick(page.zone.open_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.zone.sample_pressed):
        qtbot.mouseClick(page.zone.sample_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.project_chosen, check_params_cb=lambda path: path == "/p/one.cnnproj"):
        qtbot.keyClick(page.cards[0], Qt.Key.Key_Return)
    with qtbot.waitSignal(page.forget_pressed, check_params_cb=lambda path: path == "/p/two.cnnproj"):
        qtbot.keyClick(page.cards[1], Qt.Key.Key_Delete)
    assert page.cards[1].accessibleName() == "two, missing: …"
    page.show_recent([])
    assert page.cards == []


def test_with_one_model_photos_are_classified_at_once(qtbot: QtBot) -> None:
    page = StartTab()
    qtbot.addWidget(page)
    one = RecentCard("/p/one.cnnproj", "one", "today", False, None, trained=True)
    untrained, gone = (
        RecentCard(f"/p/{name}", name, "", name == "gone", None, name == "gone") for name in ("new", "gone")
    )
    page.show_recent([untrained, gone])
    with qtbot.waitSignal(page.model_wanted):
        page.classify.click()
    page.show_recent([untrained, one, gone])
    with qtbot.waitSignal(page.classify_chosen, check_params_cb=lambda path: path == one.path):
        page.classify.click()
    page.show_recent([one, dataclasses.replace(one, path="/p/two.cnnproj", name="a & b")])
    menu = page.open_models()
    assert [action.text() for action in menu.actions() if action.text()] == [
        "one (today)", "a && b (today)", "Open a trained &model…",
    ]  # fmt: skip
    menu.close()


def test_a_row_of_projects_fits_the_smallest_window(qtbot: QtBot) -> None:
    page = StartTab()
    qtbot.addWidget(page)
    page.resize(1024 - 216, 640 - 64)
    page.show_recent([RecentCard("/p/one.cnnproj", "one", "today", False, None)])
    page.show()
    qtbot.waitExposed(page)
    assert page.verticalScrollBar().maximum() == 0


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the file manager has a path of its own")
def test_a_project_whose_folder_cannot_be_shown_is_told(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = StartTab()
    qtbot.addWidget(page)
    page.show_recent([RecentCard("/p/one.cnnproj", "one", "today", False, None)])
    monkeypatch.setenv("PATH", str(tmp_path))
    menu = page.cards[0].open_menu(QPoint())
    show = next(action for action in menu.actions() if action.text() == "Show in &folder")
    with qtbot.waitSignal(page.failed, timeout=10_000) as told:
        show.trigger()
    menu.close()
    assert "/p/one.cnnproj" in told.args[0]


def test_while_a_folder_is_read_the_drop_zone_says_so(qtbot: QtBot) -> None:
    page = StartTab()
    qtbot.addWidget(page)
    page.show()
    page.show_job(JobState(ScanFolder, say("Opening {name}", name="shells"), fraction=0.5))
    assert not page.zone.open_button.isVisible()
    page.show_job(IDLE)
    assert page.zone.open_button.isVisible()


def test_many_recent_projects_fit_a_narrow_and_a_wide_window(qtbot: QtBot) -> None:
    page = StartTab()
    qtbot.addWidget(page)
    page.show_recent([RecentCard(f"/p/{n}", f"{n}", "today", False, None) for n in range(12)])
    for width, columns in ((520, 2), (1400, 4)):
        page.resize(width, 700)
        page.show()
        qtbot.waitUntil(lambda columns=columns: len({card.x() for card in page.cards}) == columns)
        assert all(card.x() + card.width() <= page.viewport().width() for card in page.cards)
