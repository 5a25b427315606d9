"""Settings and recent projects: remembered, and never in the way of a start."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from cnn_desktop.domain import places
from cnn_desktop.gui.state.preferences import MOST_RECENT, Memory, RecentProject, with_project

pytestmark = pytest.mark.usefixtures("qapp")


def project(number: int, **known: object) -> RecentProject:
    return RecentProject(f"/p/{number}.cnnproj", f"{number}", "2026-01-01T00:00:00+00:00", **known)  # type: ignore[arg-type]


def test_what_is_remembered_is_there_at_the_next_start() -> None:
    memory = Memory()
    memory.preferences.theme = "dark"
    memory.preferences.choices["advanced"] = True
    memory.preferences.steps["/p/1.cnnproj"] = "model"
    memory.preferences.reviewer = "Ann"
    memory.remember_project("/p/1.cnnproj", "one", accuracy=0.9)
    memory.close()
    again = Memory()
    assert again.preferences == memory.preferences
    assert [one.name for one in again.recent] == ["one"]
    assert again.problems == []
    again.forget_project("/p/1.cnnproj")
    again.close()
    assert Memory().recent == []
    assert Memory().preferences.steps == {}


def test_a_reviewer_with_an_endless_name_is_forgotten() -> None:
    memory = Memory()
    memory.preferences.reviewer = "x" * 101
    memory.close()
    assert Memory().preferences.reviewer == ""


@pytest.mark.parametrize("content", [b"{broken", b"[]", b"\xff\xfe", b'{"theme": "pink"}', b""])
def test_a_broken_settings_file_gives_defaults_and_is_kept_aside(content: bytes) -> None:
    file = places.settings_folder() / "settings.json"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    memory = Memory()
    assert memory.preferences.theme == "system"
    assert file.with_name("settings.json.broken").read_bytes() == content
    assert ["settings.json.broken" in str(problem) for problem in memory.problems] == [True]
    memory.save()
    memory.close()
    assert json.loads(file.read_text())["theme"] == "system"
    assert Memory().problems == []


def test_an_unreadable_list_of_recent_projects_is_empty_and_said() -> None:
    (places.settings_folder() / "recent.json").mkdir(parents=True)  # reading it fails as on a bad disk
    memory = Memory()
    assert memory.recent == []
    assert len(memory.problems) == 1
    assert "recent projects" in str(memory.problems[0])


def test_a_disk_that_cannot_be_written_loses_only_the_settings(home: Path) -> None:
    (home / "settings").write_text("a file where the folder should be")
    memory = Memory()
    memory.save()
    memory.close()
    assert (home / "settings").read_text() == "a file where the folder should be"


def test_the_newest_project_is_first_and_what_is_known_stays() -> None:
    recent = with_project([project(1, accuracy=0.8, tested=True, picture="p.jpg"), project(2)], project(1))
    assert [one.name for one in recent] == ["1", "2"]
    assert (recent[0].accuracy, recent[0].tested, recent[0].picture) == (0.8, True, "p.jpg")
    recent = with_project(recent, project(2, accuracy=0.5))
    assert [one.name for one in recent] == ["2", "1"]
    assert recent[0].accuracy == 0.5


def test_the_list_of_recent_projects_is_bounded() -> None:
    recent: list[RecentProject] = []
    for number in range(30):
        recent = with_project(recent, project(number))
    assert len(recent) == MOST_RECENT
    assert recent[0].name == "29"


def test_changes_in_a_row_are_written_once(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    written = []
    monkeypatch.setattr("cnn_desktop.gui.state.preferences.write_bytes", lambda path, data: written.append(path.name))
    memory = Memory()
    for _ in range(5):
        memory.save()
    memory.close()
    assert written == ["settings.json", "recent.json"]
