"""The report that a person may save and send: versions, devices, settings, logs and crashes, without names and photos.

Pure, but for reading the logs: nothing is sent, and what is saved is what the person has seen.
"""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path
from typing import NamedTuple

import msgspec

from cnn_desktop import __version__
from cnn_desktop.domain import places
from cnn_desktop.domain.crashes import traces
from cnn_desktop.domain.decoding import Unreadable, from_json
from cnn_desktop.domain.files import files_in, open_regular
from cnn_desktop.domain.redacted import from_first_record, of_the_program, redacted
from cnn_desktop.domain.text_out import as_json, as_lines
from cnn_desktop.gui.state.preferences import Preferences

MOST_OF_A_LOG, MOST_OF_A_TRACE = 100_000, 20_000
"""Bytes, the last ones."""
_TOLD = ("theme", "language", "spare", "cache_gb", "choices", "widths")
"""Settings that say nothing of a person; of the others only how many there are."""


class Open(NamedTuple):
    """What is open in the window: numbers; and the words of the person that are taken out wherever they stand."""

    photos: int = 0
    classes: int = 0
    runs: int = 0
    job: str = ""
    project: str = ""
    words: tuple[str, ...] = ()
    """Names of classes and of projects, and the folders they lie in."""


def compose(doctor: str, preferences: Preferences, what: Open) -> str:
    """The whole text. `doctor`: what `cnn-desktop doctor --json` has written. Reads the logs."""
    parts = {
        "Versions and devices": _facts(doctor),
        "Settings": _settings(preferences),
        "Open": f"{what.photos} photos, {what.classes} classes, {what.runs} trainings; running: {what.job or 'nothing'}",
        **{f"Crash {number}": _end(file, MOST_OF_A_TRACE) for number, file in enumerate(traces(), start=1)},
        **{f"Log {number}": _end(file, MOST_OF_A_LOG) for number, file in enumerate(_logs(), start=1)},
    }
    body = "\n\n".join(f"== {title}\n{text.strip() or 'nothing'}" for title, text in parts.items())
    return as_lines(f"CNN Desktop {__version__}: report\n\n{without_names(body, what)}\n")


def without_names(text: str, what: Open) -> str:
    """`text` without what it tells of this person."""
    package = Path(__file__).parents[2]
    own = {
        str(places.settings_folder()): "<settings>",
        str(places.cache_folder()): "<cache>",
        str(places.data_folder()): "<data>",
        str(places.projects_folder()): "<projects>",
        sys.prefix: "<python>",
        sys.base_prefix: "<python>",
        str(package.parent): "<app>",
        str(getattr(sys, "_MEIPASS", package.parent)): "<app>",
    }
    names = {word: f"<name {number}>" for number, word in enumerate(dict.fromkeys(what.words), start=1)}
    return redacted(text, str(places.home_folder()), _user(), own, names)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # nobody that this computer knows
        return os.environ.get("USERNAME", "")


def _facts(doctor: str) -> str:
    """A line a fact; where things are kept is left out."""
    lines = doctor.strip().splitlines()
    try:
        facts = from_json(lines[-1] if lines else "", dict[str, object])
    except Unreadable:
        return doctor
    told = (f"{name}: {_plain(value)}" for name, value in facts.items() if name != "folders")
    return "\n".join(
        sorted(told, key=lambda fact: "\n" in fact)
    )  # what a driver says may take all that follows with it


def _plain(value: object) -> str:
    """Without quotes, in which names of files are looked for."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {_plain(one)}" for name, one in value.items()) or "none"
    return value if isinstance(value, str) else as_json(value).decode()


def _settings(preferences: Preferences) -> str:
    known = msgspec.structs.asdict(preferences)
    counts = {
        name: len(value) for name, value in known.items() if name not in _TOLD and name not in ("geometry", "reviewer")
    }
    told = {name: known[name] for name in _TOLD}
    return "\n".join(f"{name}: {_plain(value)}" for name, value in (told | counts).items())


def _logs() -> list[Path]:
    """The newest first."""
    return sorted(file for file in files_in(places.logs_folder(), "cnn-desktop.log*") if not file.is_symlink())


def _end(file: Path, most: int) -> str:
    """A part of a line or of a message says no more what it is a part of, so none is left of one that was cut."""
    try:
        with open_regular(file) as content:
            size = content.seek(0, os.SEEK_END)
            content.seek(max(0, size - most))
            text = content.read(most).decode(errors="replace")
    except OSError as error:
        return f"could not be read: {error.strerror}"
    return of_the_program(from_first_record(text) if size > most else text)
