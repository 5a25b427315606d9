"""What is said where a window cannot be opened."""

from __future__ import annotations

import sys

import pytest

from cnn_desktop.domain.window_needs import LIBRARIES, lacking, missing_libraries, why_no_screen, why_not_loaded

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux has libraries of the system")


@on_linux
def test_a_library_that_is_not_there_is_named_and_no_other() -> None:
    assert missing_libraries(("libc.so.6", "libnot-there.so.7")) == ["libnot-there.so.7"]


@on_linux
def test_where_a_window_can_open_nothing_is_missing() -> None:
    assert missing_libraries() == []


def test_the_package_that_has_it_is_named() -> None:
    assert "sudo apt install libgl1 libegl1" in str(lacking(["libGL.so.1", "libEGL.so.1"]))


@pytest.mark.parametrize(
    ("error", "named"),
    [
        (ImportError("/opt/cnn-desktop/_internal/libQt6Gui.so.6: file too short"), "libQt6Gui.so.6"),
        (ImportError("libnot-there.so.7: cannot open shared object file: No such file or directory"), "libnot-there.so.7"),
        (ModuleNotFoundError("No module named 'pyqtgraph'", name="pyqtgraph"), "pyqtgraph"),
        (ImportError("DLL load failed while importing QtCore"), "DLL load failed while importing QtCore"),
    ],
)  # fmt: skip
def test_what_else_cannot_be_loaded_is_named(error: ImportError, named: str) -> None:
    assert str(why_not_loaded(error)) == (
        f"The window cannot be opened because {named} is missing on this computer or damaged. Install CNN Desktop again."
    )


@on_linux
def test_no_screen_and_one_that_gives_no_answer() -> None:
    assert str(why_no_screen([], {})).startswith("There is no screen to open the window on.")
    told = str(why_no_screen(["could not connect to display :9.", "more"], {"DISPLAY": ":9"}))
    assert told.startswith("The window cannot be opened: could not connect to display :9. Log out")


@on_linux
def test_a_screen_that_cannot_be_used_for_lack_of_a_library_is_not_blamed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LIBRARIES, "libnot-there.so.7", "libnot-there7")
    for environment in ({}, {"DISPLAY": ":9"}):
        told = str(why_no_screen(["could not connect to display :9."], environment))
        assert told.startswith("The window cannot be opened because libnot-there.so.7 is missing")
        assert "sudo apt install libnot-there7" in told
