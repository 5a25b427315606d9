"""Settings and recent projects, damaged in every way or full of nonsense: the window starts all the same."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cnn_desktop.domain import places
from cnn_desktop.domain.kept_aside import MOST
from cnn_desktop.gui.app.app import install_language
from cnn_desktop.gui.frame.start_view import look_up
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.kit.theme import CHOICES
from cnn_desktop.gui.state.preferences import MOST_RECENT, Memory
from tests.reliability.flips import DAMAGES, flips

pytestmark = pytest.mark.usefixtures("qapp")
FILES = ("settings.json", "recent.json")


@pytest.fixture
def written(home: Path) -> Path:
    """The folder with both files, as a window has left them."""
    memory = Memory()
    memory.preferences.theme, memory.preferences.cache_gb, memory.preferences.language = "dark", 7, "de"
    memory.preferences.geometry = "AdnQywADAAAAAAAA"
    memory.preferences.steps["/p/1.cnnproj"], memory.preferences.widths["viewer"] = "model", [200, 400]
    memory.remember_project("/p/1.cnnproj", "ä one", accuracy=0.9, picture=str(home / "cache" / "1.jpg"))
    memory.remember_project("/p/2.cnnproj", "two", unfinished=True)
    memory.close()
    return places.settings_folder()


def start(app: QApplication) -> Memory:
    """What a start does with them, up to the window."""
    memory = Memory()
    assert memory.preferences.theme in CHOICES
    assert 1 <= memory.preferences.cache_gb <= 999
    assert places.cache_limit() >= 10**9
    install_language(app, memory.preferences.language)
    for one in memory.recent:
        look_up(one, datetime.date(2026, 3, 10))
    install_language(app, "en")
    return memory


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.timeout(30)
def test_any_damage_costs_the_file_and_not_the_start(qapp: QApplication, written: Path, name: str, damage: str) -> None:
    DAMAGES[damage](written / name)
    was_there = (written / name).exists()
    memory = start(qapp)
    other = FILES[name == FILES[0]]
    assert len(memory.recent) == 2 if other == "recent.json" else memory.preferences.theme == "dark"
    if memory.problems:
        assert (written / f"{name}.broken").exists() == was_there or damage == "a loop of links"
    memory.save()
    memory.close()
    assert Memory().problems == [], "the next start is as any other"
    for _ in range(2 * MOST):
        if (written / name).is_dir():  # somebody's folders have taken all the names: this one stays where it is
            break
        DAMAGES[damage](written / name)
        assert len(Memory().problems) == len(memory.problems)
        memory.save()
        memory.close()
    assert len(list(written.iterdir())) <= len(FILES) + MOST, "it does not pile up"


@pytest.mark.parametrize("name", FILES)
def test_any_flipped_bit_costs_the_file_at_most(qapp: QApplication, written: Path, name: str) -> None:
    noticed = 0
    for _ in flips([written / name], 60, seed=3):
        noticed += bool(start(qapp).problems)
    assert noticed > 5


NONSENSE: dict[str, object] = {
    "geometry": "%%% no base 64 \x00", "language": "../../x", "cache_gb": -1, "widths": {"viewer": [-5, 10**30], "photos": []},
    "steps": {"/p/1.cnnproj": "../../x", "": ""}, "choices": {"": True}, "folders": {"data": "a\x00b", "photos": "n" * 5000, "x": ""},
    "colour": [[[]]],
}  # fmt: skip


def test_nonsense_that_can_be_read_is_as_good_as_none(written: Path, open_window: Callable) -> None:
    _write(written / "settings.json", NONSENSE)
    _write(written / "recent.json", _strange_projects(written))
    window = open_window()
    memory = Wiring.of(window).memory
    assert memory.problems == []
    assert memory.preferences.cache_gb == places.USUAL_CACHE_GB
    assert memory.preferences.steps == {}
    assert memory.preferences.widths == {"photos": []}
    assert [one.name for one in memory.recent] == ["sound", "<b>no time", "year 1", "no picture"]
    assert [one.picture for one in memory.recent] == [""] * 4


@pytest.mark.parametrize(
    "gigabytes", ["1e300", "-1", "0", "1000000", "99999999999999999999999", "null", "true", "10.5"]
)
def test_a_limit_of_the_cache_that_makes_no_sense(qapp: QApplication, written: Path, gigabytes: str) -> None:
    (written / "settings.json").write_text(f'{{"cache_gb": {gigabytes}}}')
    start(qapp)


def test_more_projects_than_there_may_be(written: Path) -> None:
    _write(written / "recent.json", [{"path": f"/p/{n}", "name": str(n), "opened": ""} for n in range(1000)])
    assert [one.name for one in Memory().recent] == [str(n) for n in range(MOST_RECENT)]


def _strange_projects(folder: Path) -> list[dict[str, object]]:
    sound = {"path": "/p/1.cnnproj", "name": "sound", "opened": "2026-03-09T12:00:00+00:00"}
    others = [
        {"path": "relative/path"}, {"path": ""}, {"path": "/a\x00b"}, {"path": "/" + "n" * 5000}, {"path": "/p/9", "name": "n" * 100_000},
        {"path": "/p/2", "name": "<b>no time", "opened": "never"}, {"path": "/p/3", "name": "year 1", "opened": "0001-01-01T00:00:00+14:00"},
        {"path": "/p/4", "name": "no picture", "picture": "a\x00b"}, {"name": "twice"},
    ]  # fmt: skip
    return [sound | {"picture": "relative.jpg"}] + [sound | other for other in others]


def _write(file: Path, content: object) -> None:
    file.write_text(json.dumps(content))


def test_a_window_opens_though_nothing_can_be_kept(
    qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch, open_window: Callable
) -> None:
    """Nor for root: the home is a file."""
    (home / "file").touch()
    monkeypatch.setenv(places.HOME_VARIABLE, str(home / "file"))
    window = open_window()
    qtbot.waitUntil(lambda: bool(window.messages.rows))
    (row,) = window.messages.rows
    assert "your work will not be saved" in row.notice.text
    assert row.notice.kind == "warning"
