"""A claim: one person, one screen and one settings folder have one, whatever else the environment of a start says."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.app import claim, one_window
from cnn_desktop.gui.app.claim import Claim
from cnn_desktop.gui.app.one_window import FrontDoor, hand_over
from cnn_desktop.gui.app.requests import Asked, Requests
from cnn_desktop.gui.app.which_screen import which_screen

pytestmark = [
    pytest.mark.usefixtures("nowhere_else"),
    pytest.mark.skipif(sys.platform == "win32", reason="folders and screens of Linux and macOS"),
]


def test_a_claim_is_held_by_one_and_ends_with_it(home: Path) -> None:
    first, second = Claim(), Claim()
    assert first.take()
    assert first.take(), "it has it already"
    assert not second.take()
    assert second.is_anothers
    first.release()
    assert second.take()
    second.release()
    assert list((home / "settings").iterdir()) == []


def test_a_claim_is_of_one_home_and_one_screen(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setenv("DISPLAY", ":0")
    taken = [Claim()]
    assert taken[0].take()
    for name, value in (("DISPLAY", ":7"), ("CNN_DESKTOP_HOME", str(home / "o"))):
        monkeypatch.setenv(name, value)
        taken.append(Claim())
        assert taken[-1].take()
    for one in taken:
        one.release()


def test_a_home_is_one_however_it_is_spelled(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Claim()
    assert first.take()
    (tmp_path / "link").symlink_to(home)
    for spelled in (tmp_path / "link", home / "settings" / "..", f"{home}/"):
        monkeypatch.setenv("CNN_DESKTOP_HOME", str(spelled))
        assert not Claim().take()
    first.release()


@pytest.fixture
def runtime(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("r")


@pytest.mark.parametrize("is_first_told", [True, False])
@pytest.mark.parametrize("is_read_only", [True, False])
def test_one_start_is_told_where_its_runtime_folder_is_and_another_is_not(
    home: Path, runtime: Path, monkeypatch: pytest.MonkeyPatch, is_first_told: bool, is_read_only: bool
) -> None:
    if is_read_only:
        (home / "settings").write_text("a file in place of the folder")
    first, second = Claim(), Claim()
    for one, is_told in ((first, is_first_told), (second, not is_first_told)):
        if is_told:
            monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
        else:
            monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
        assert one.take() == (one is first)
    assert second.is_anothers
    first.release()
    assert second.take()
    second.release()


def test_a_claim_that_was_made_while_the_disk_was_full_is_found(
    home: Path, runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    settings = home / "settings"
    settings.write_text("as good as full")
    first = Claim()
    assert first.take()
    settings.unlink()
    second = Claim()
    assert not second.take()
    assert second.is_anothers
    assert list(settings.iterdir()) == [], "it lets go of what it had so far"
    first.release()


def test_where_nothing_can_be_written_each_start_has_its_window(home: Path, nowhere_else: Path) -> None:
    (home / "settings").write_text("a file in place of the folder")
    nowhere_else.rmdir()
    nowhere_else.write_text("a file in place of the folder")
    mine = Claim()
    assert (mine.take(), mine.addresses, hand_over(Asked(), mine)) == (False, [], False)


@pytest.mark.parametrize("error", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSPC])
def test_where_there_are_no_locks_each_start_has_its_window_at_once(
    home: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(error, "no locks here")

    monkeypatch.setattr("fcntl.flock", refuse)
    monkeypatch.setattr(one_window, "COMING_UP", float("inf"))
    mine = Claim()
    assert (mine.take(), mine.is_anothers, hand_over(Asked(), mine)) == (False, False, False)


def test_a_home_with_an_endless_name_has_a_place_elsewhere(
    nowhere_else: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claim, "_LONGEST", len(os.fsencode(nowhere_else)) + 60)
    monkeypatch.setenv("CNN_DESKTOP_HOME", str(tmp_path / ("long " * 30)))
    mine = Claim()
    assert mine.take()
    assert [Path(address).parent for address in mine.addresses] == [nowhere_else / f"cnn-desktop-{os.getuid()}"]
    assert not Claim().take()
    mine.release()


@pytest.mark.parametrize("how", ["for all", "a link", "a stranger's"])
def test_a_folder_that_others_may_write_to_or_have_made_is_not_trusted(
    home: Path, nowhere_else: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    (home / "settings").write_text("a file in place of the folder")
    trap = nowhere_else / f"cnn-desktop-{os.getuid()}"
    if how == "a link":
        (tmp_path / "elsewhere").mkdir(mode=0o700)
        trap.symlink_to(tmp_path / "elsewhere")
    else:
        trap.mkdir(mode=0o700)
        trap.chmod(0o777 if how == "for all" else 0o700)
    if how == "a stranger's":
        monkeypatch.setattr(claim.os, "geteuid", lambda: trap.stat().st_uid + 1)
    mine = Claim()
    assert (mine.take(), mine.addresses) == (False, [])
    assert list(trap.iterdir()) == []


@pytest.mark.timeout(30)
def test_a_lock_that_cannot_be_one_is_not_waited_for(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_window, "COMING_UP", float("inf"))
    mine = Claim()
    assert mine.take()
    lock = Path(mine.addresses[0]).with_suffix(".lock")
    mine.release()
    lock.symlink_to("nowhere")
    assert not hand_over(Asked(), mine)
    assert lock.is_symlink()
    mine.release()


def test_a_home_on_a_drive_without_sockets(
    qtbot: QtBot, home: Path, nowhere_else: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, listen = one_window.QLocalServer, one_window.QLocalServer.listen
    monkeypatch.setattr(server, "listen", lambda self, at: not at.startswith(str(home)) and listen(self, at))
    mine, requests = Claim(), Requests()
    assert mine.take()
    door = FrontDoor(mine, lambda: False, requests)
    assert door.may_come()
    assert [Path(address).parent.parent for address in mine.addresses] == [nowhere_else]
    other = Claim()
    assert not other.take()
    assert mine.addresses[0] in other.addresses
    door.shut()
    assert other.take(), "the next start has the first window"
    other.release()
    door.deleteLater()
    requests.deleteLater()


HERE = {"XDG_RUNTIME_DIR": "/run/user/7"}


@pytest.mark.parametrize(
    "same",
    [
        [{"DISPLAY": display} for display in (":0", ":0.0", "unix:0", "unix/:0", "/tmp/.X11-unix/X0", ":00")]
        + [{"DISPLAY": ":0", "QT_QPA_PLATFORM": platform} for platform in ("xcb", "XCB", "xcb;wayland", "wayland", "")]
        + [HERE | {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}],
        [{"DISPLAY": display} for display in ("localhost:10", "localhost:10.0", "LOCALHOST:10.0", "tcp/localhost:10")],
        [HERE | {"WAYLAND_DISPLAY": "wayland-1"}, {"WAYLAND_DISPLAY": "/run/user/7/wayland-1", "QT_QPA_PLATFORM": "wayland"}],
        [HERE | {"WAYLAND_DISPLAY": "wayland-0"}, HERE],
        [{"QT_QPA_PLATFORM": platform, "DISPLAY": ":3"} for platform in ("offscreen", "offscreen;xcb")] + [{"QT_QPA_PLATFORM": "offscreen"}],
        [{"QT_QPA_PLATFORM": "vnc:port=5901"}],
        [{"DISPLAY": ":0.1"}],
        [{"DISPLAY": ":1"}],
        [{"DISPLAY": "other:0"}],
    ],
)  # fmt: skip
def test_a_screen_has_one_name(same: list[Mapping[str, str]]) -> None:
    (name,) = {which_screen(environment, "linux") for environment in same}
    others = [{"DISPLAY": ":20"}, {"DISPLAY": "localhost:11.0"}, {"QT_QPA_PLATFORM": "minimal"}, {"QT_QPA_PLATFORM": "vnc"},
              {"WAYLAND_DISPLAY": "wayland-7"}]  # fmt: skip
    assert name not in {which_screen(environment, "linux") for environment in others}


def test_the_names_of_different_screens_differ() -> None:
    told = [{"DISPLAY": ":0"}, {"DISPLAY": ":0.1"}, {"DISPLAY": ":1"}, {"DISPLAY": "other:0"}, {"DISPLAY": "localhost:10"}, HERE,
            {"DISPLAY": "localhost:11"}, HERE | {"WAYLAND_DISPLAY": "b"}, {"QT_QPA_PLATFORM": "offscreen"}, {"DISPLAY": "nonsense"}]  # fmt: skip
    assert len({which_screen(environment, "linux") for environment in told}) == len(told)


def test_a_mac_and_a_session_of_windows_are_one_screen() -> None:
    assert which_screen({"DISPLAY": "/private/tmp/com.apple.launchd.x/org.xquartz:0"}, "darwin") == which_screen(
        {}, "darwin"
    )
    assert which_screen({"SESSIONNAME": "Console"}, "win32") == which_screen({"SESSIONNAME": "RDP-Tcp#3"}, "win32")
