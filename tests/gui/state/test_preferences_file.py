"""Settings and recent projects: remembered, and never in the way of a start."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cnn_desktop.domain import places
from cnn_desktop.domain.kept_aside import MOST
from cnn_desktop.domain.message import Message
from cnn_desktop.gui.state.preferences import MOST_RECENT, Memory, RecentProject, by_path, newest_first, with_project
from tests.dataset.helpers import folder_for_anyone, without_root
from tests.patience import PATIENCE

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


@pytest.mark.parametrize("content", [b"{broken", b"[]", b"\xff\xfe", b""])
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
    assert "recent.json.broken" in str(memory.problems[0])


def test_of_settings_of_a_newer_version_all_that_is_understood_counts() -> None:
    file = places.settings_folder() / "settings.json"
    file.parent.mkdir(parents=True)
    newer = b'{"theme": "sepia", "cache_gb": 7, "language": "de", "choices": {"a": true, "b": 2}, "unheard_of": [1]}'
    file.write_bytes(newer)
    memory = Memory()
    found = memory.preferences
    assert (found.theme, found.cache_gb, found.language, found.choices) == ("system", 7, "de", {})
    assert file.with_name("settings.json.broken").read_bytes() == newer
    assert ["Some of your settings" in str(problem) for problem in memory.problems] == [True]
    memory.save()
    memory.close()
    assert Memory().problems == []
    file.write_bytes(b'{"theme": "dark", "unheard_of": [1]}')
    assert Memory().problems == [], "what is new and not known here is nothing to tell"


def test_a_file_that_cannot_be_moved_aside_is_not_said_to_be_kept() -> None:
    file = places.settings_folder() / "settings.json"
    endings = (".broken", *(f".broken-{number}" for number in range(2, MOST + 1)))
    for ending in endings:
        (file.with_name(file.name + ending) / "somebody's").mkdir(parents=True)
    file.write_bytes(b"broken")
    (problem,) = Memory().problems
    assert str(problem) == "Your settings could not be read, so the default settings are used."
    (file.with_name("settings.json.broken-2") / "somebody's").rmdir()
    file.with_name("settings.json.broken-2").rmdir()
    (problem,) = Memory().problems
    assert "settings.json.broken-2" in str(problem)


def test_settings_broken_twice_are_both_kept() -> None:
    file = places.settings_folder() / "settings.json"
    file.parent.mkdir(parents=True)
    for content in (b"{the long settings of years", b"{"):
        file.write_bytes(content)
        Memory()
    assert file.with_name("settings.json.broken").read_bytes() == b"{the long settings of years"
    assert file.with_name("settings.json.broken-2").read_bytes() == b"{"


SOUND = {"path": "/p/a.cnnproj", "name": "a", "opened": "", "colour": 3}
PARTLY = {
    "settings.json": ({"theme": "dark", "language": "de", "spare": False, "cache_gb": "lots", "colour": {"a": [1]}}, "cache_gb"),
    "recent.json": ([SOUND | {"accuracy": "good"}, {"path": 5}], "accuracy"),
}  # fmt: skip


@pytest.mark.parametrize("name", PARTLY)
def test_what_is_understood_of_a_file_outlives_a_window_that_was_killed(name: str) -> None:
    file = places.settings_folder() / name
    file.parent.mkdir(parents=True)
    content = json.dumps(PARTLY[name][0])
    file.write_text(content)
    for _ in range(3):  # killed before it has written anything
        memory = Memory()
        assert len(memory.problems) == 1
    if name == "settings.json":
        found = memory.preferences
        assert (found.theme, found.language, found.spare, found.cache_gb) == ("dark", "de", False, 10)
    else:
        assert [one.name for one in memory.recent] == ["a"]
    assert file.read_text() == file.with_name(f"{name}.broken").read_text() == content
    assert sorted(one.name for one in file.parent.iterdir()) == [name, f"{name}.broken"]


@pytest.mark.parametrize("name", PARTLY)
@pytest.mark.parametrize("is_broken", [True, False])
def test_a_file_that_was_spoilt_while_the_window_was_open_is_kept_too(name: str, is_broken: bool) -> None:
    memory = Memory()
    memory.preferences.theme = "dark"
    file = places.settings_folder() / name
    file.parent.mkdir(parents=True)
    content = "{mended by hand" if is_broken else json.dumps(PARTLY[name][0])
    file.write_text(content)
    memory.save()
    memory.close()
    assert file.with_name(f"{name}.broken").read_text() == content
    assert Memory().preferences.theme == "dark"
    assert Memory().problems == []


@pytest.mark.parametrize("name", PARTLY)
def test_what_only_a_newer_version_knows_stays_though_something_else_is_not_understood(name: str) -> None:
    file = places.settings_folder() / name
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps(PARTLY[name][0]))
    memory = Memory()
    memory.preferences.reviewer = "me"
    memory.save()
    memory.close()
    written = json.loads(file.read_text())
    told = PARTLY[name][0][0] if name == "recent.json" else PARTLY[name][0]  # type: ignore[index]
    kept = written[0] if name == "recent.json" else written
    assert kept["colour"] == told["colour"]
    assert kept.get(PARTLY[name][1]) != told[PARTLY[name][1]]
    assert Memory().problems == []


def told_by(memory: Memory) -> list[str]:
    """What is said of what is not kept, of all that it does until it is closed."""
    said: list[str] = []
    memory.not_kept.connect(lambda problem: said.append(one_sentence_of(problem)), Qt.ConnectionType.DirectConnection)
    memory.look()
    memory.save()
    memory.close()
    return said


def one_sentence_of(problem: Message) -> str:
    assert "{" not in str(problem)
    return str(problem)


def test_a_disk_that_cannot_be_written_loses_only_the_settings_and_that_is_said_once(home: Path) -> None:
    (home / "settings").write_text("a file where the folder should be")
    (said,) = told_by(Memory())
    assert said.startswith(
        f"{home / 'settings'} cannot be written to, so your settings and recent projects are not kept."
    )
    assert (home / "settings").read_text() == "a file where the folder should be"


@pytest.mark.parametrize(
    ("name", "lost"), [("cache", "photos cannot be read"), ("projects", "no new projects"), ("data", "logs will not")]
)
def test_what_else_is_not_kept(home: Path, name: str, lost: str) -> None:
    (home / name).write_text("a file where the folder should be")
    (said,) = told_by(Memory())
    assert lost in said
    assert str(home / name) in said


def test_where_all_can_be_written_nothing_is_said_and_nothing_left(home: Path) -> None:
    assert told_by(Memory()) == []
    assert [one.name for one in home.iterdir()] == ["settings"]
    assert sorted(one.name for one in (home / "settings").iterdir()) == ["recent.json", "settings.json"]


@pytest.mark.skipif(os.name == "nt", reason="permissions of folders")
def test_an_ordinary_user_without_permission(monkeypatch: pytest.MonkeyPatch) -> None:
    with folder_for_anyone() as closed:
        monkeypatch.setenv(places.HOME_VARIABLE, str(closed / "home"))
        with without_root() if os.geteuid() == 0 else read_only(closed):
            (said,) = told_by(Memory())
        assert str(places.cache_folder()) in said
        assert list(closed.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="limits of processes")
def test_a_full_disk_is_told() -> None:
    """No process of this kind may write a byte: for it every disk is full."""
    code = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))\n"
        "from tests.gui.state.test_preferences_file import told_by, Memory\n"
        "from PySide6.QtCore import QCoreApplication; app = QCoreApplication([]); import os\n"
        "os.write(1, repr(told_by(Memory())).encode())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=PATIENCE)
    assert "cannot be written to" in done.stdout


@contextlib.contextmanager
def read_only(folder: Path) -> Iterator[None]:
    folder.chmod(0o555)
    yield
    folder.chmod(0o755)


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


def test_what_two_windows_remember_is_all_kept() -> None:
    one, other = Memory(), Memory()
    one.remember_project("/p/one.cnnproj", "one")
    one.preferences.theme, one.preferences.steps["/p/one.cnnproj"] = "dark", "model"
    one.close()
    other.remember_project("/p/other.cnnproj", "other")
    other.preferences.cache_gb, other.preferences.steps["/p/other.cnnproj"] = 5, "training"
    other.close()
    one.forget_project("/p/one.cnnproj")
    one.close()
    found = Memory()
    assert [project.name for project in found.recent] == ["other"]
    assert (found.preferences.theme, found.preferences.cache_gb) == ("dark", 5)
    assert found.preferences.steps == {"/p/other.cnnproj": "training"}


def test_projects_of_two_windows_stand_in_the_order_they_were_opened() -> None:
    ours = [RecentProject(f"/p/{day}", "", f"2026-11-{day}") for day in (20, 10)]
    others = [RecentProject(f"/p/{day}", "", f"2026-11-{day}") for day in (25, 15, 11, *range(30, 50))]
    found = newest_first(by_path([*ours, *others]), by_path(ours))
    assert len(found) == MOST_RECENT
    assert found == sorted(found, key=lambda one: one["opened"], reverse=True)


def test_what_only_a_newer_version_knows_is_still_there_afterwards() -> None:
    folder = places.settings_folder()
    folder.mkdir()
    told = {"theme": "dark", "colour": {"a": [1]}}
    project = {"path": "/p/a.cnnproj", "name": "a", "opened": "", "colour": 3}
    (folder / "settings.json").write_text(json.dumps(told))
    (folder / "recent.json").write_text(json.dumps([project]))
    memory = Memory()
    memory.preferences.reviewer = "me"
    memory.remember_project("/p/a.cnnproj", "b")
    memory.close()
    kept = json.loads((folder / "settings.json").read_text())
    assert {name: kept[name] for name in ("theme", "colour", "reviewer")} == told | {"reviewer": "me"}
    (listed,) = json.loads((folder / "recent.json").read_text())
    assert (listed["name"], listed["colour"]) == ("b", 3)


def test_what_could_not_be_written_is_written_later(home: Path) -> None:
    memory = Memory()
    (home / "settings").write_text("a file where the folder should be")
    memory.preferences.theme = "dark"
    memory.save()
    memory.close()
    (home / "settings").unlink()
    memory.save()
    memory.close()
    assert Memory().preferences.theme == "dark"


def test_of_a_list_of_projects_all_that_is_understood_counts() -> None:
    folder = places.settings_folder()
    folder.mkdir()
    sound = {"path": "/p/a.cnnproj", "name": "a", "opened": ""}
    told = [sound, 5, {"path": 5}, sound | {"path": "/p/b.cnnproj", "accuracy": 7, "tested": True}]
    (folder / "recent.json").write_bytes(b"\xef\xbb\xbf" + json.dumps(told).encode())
    memory = Memory()
    assert [(one.path, one.accuracy, one.tested) for one in memory.recent] == [
        ("/p/a.cnnproj", None, False), ("/p/b.cnnproj", None, True),
    ]  # fmt: skip
    assert [one_sentence_of(problem) for problem in memory.problems] == [
        "Some of what is known of your recent projects could not be read, so it is left out. The projects themselves are not affected. "
        "The old list was kept as recent.json.broken."
    ]
    memory.save()
    memory.close()
    assert Memory().problems == []
