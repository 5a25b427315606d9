"""What the window remembers between two starts: choices, its place on the screen, recent projects.

A broken file never stops the start: defaults are used for what cannot be read of it (a newer version may know other values), the
file is kept aside as NAME.broken, and one sentence says so. One that is understood in part stays in its place too until it is
written, so that nothing of that part is lost. A value that makes no sense is as good as none. Where nothing can be written, one
sentence says what is not kept. Several windows may write the files, and a newer version may have done so: what this window has
not changed stays as the file says.
"""

from __future__ import annotations

import contextlib
import datetime
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, get_args

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from cnn_desktop.domain import places
from cnn_desktop.domain.decoding import Share, Unreadable, as_kind
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import write_bytes
from cnn_desktop.domain.jobs.base import Step
from cnn_desktop.domain.kept_aside import copy_aside, move_aside
from cnn_desktop.domain.merged import merged
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.own_files import read_json
from cnn_desktop.domain.text_out import as_json, plain
from cnn_desktop.gui.kit.hands import Hands
from cnn_desktop.gui.kit.theme import Choice
from cnn_desktop.gui.state.writable import not_writable, settings_not_kept

MOST_RECENT = 12
_WIDEST = 100_000
"""Pixels."""
_LONGEST = 4096
"""Letters of a path."""
_LONGEST_NAME = 100
"""Letters of a person's."""
_SAVE_AFTER_MS = 500
_CLOSING = 1.0
"""Seconds that writing may take when the window closes."""


class Preferences(msgspec.Struct):
    """The window's choices."""

    theme: Choice = "system"
    language: str = "system"
    """"system" or a language code as in resources/translations."""
    geometry: str = ""
    """Of the window, as Qt writes it, in base 64."""
    steps: dict[str, str] = {}
    """Project folder → step shown last."""
    spare: bool = True
    """Whether a child waits for the next training or test."""
    cache_gb: int = places.USUAL_CACHE_GB
    """At most so much is kept in the cache (10⁹ bytes); children read it too: `places.cache_limit`."""
    choices: dict[str, bool] = {}
    """Whether foldable parts are open, by name."""
    folders: dict[str, str] = {}
    """Purpose of a dialog that asks for files → the folder where the last one ended."""
    reviewer: str = ""
    """Who gave a second opinion last; "": nobody yet."""
    widths: dict[str, list[int]] = {}
    """Of panels side by side as they were left, in pixels, by name."""


class RecentProject(msgspec.Struct, frozen=True):
    """A project opened before. `path` is its NAME.cnnproj folder."""

    path: str
    name: str
    opened: str
    """ISO 8601, UTC."""
    accuracy: Share | None = None
    """Best so far, in 0..1; None before the first training."""
    tested: bool = False
    """True when `accuracy` is of a test, not of validation."""
    picture: str = ""
    """A thumbnail in the cache; may be gone."""
    unfinished: bool | None = None
    """Its newest training was stopped and can go on; None where nothing is told of it."""


T = TypeVar("T")


class Words(NamedTuple):
    """What is said of a file that cannot be read; {file}: what is kept of it is called so."""

    kept: Message
    """It lies aside."""
    gone: Message
    """It could not be kept there."""

    def message(self, aside: Path | None) -> Message:
        return msgspec.structs.replace(self.kept, values={"file": aside.name}) if aside else self.gone


_SETTINGS = Words(
    say("Your settings could not be read, so the default settings are used. The old file was kept as {file}."),
    say("Your settings could not be read, so the default settings are used."),
)
_SOME = Words(
    say(
        "Some of your settings could not be read, so the default values are used for them. The old file was kept as {file}."
    ),
    say("Some of your settings could not be read, so the default values are used for them."),
)
_SOME_RECENT = Words(
    say(
        "Some of what is known of your recent projects could not be read, so it is left out. The projects themselves are "
        "not affected. The old list was kept as {file}."
    ),
    say(
        "Some of what is known of your recent projects could not be read, so it is left out. The projects themselves are "
        "not affected."
    ),
)
_RECENT = Words(
    say(
        "The list of recent projects could not be read, so it is empty. The projects themselves are not affected. The "
        "old list was kept as {file}."
    ),
    say("The list of recent projects could not be read, so it is empty. The projects themselves are not affected."),
)


def load(path: Path, kind: type[T], default: T, words: Words) -> tuple[T, Message | None]:
    """Reads `path` as JSON. A file that cannot be read is moved aside: (default, what is said of it)."""
    try:
        return read_json(path, kind), None
    except Unreadable as error:
        return (default, None) if error.is_missing else (default, words.message(move_aside(path)))


def load_preferences(path: Path) -> tuple[Preferences, Message | None]:
    """As `load`; of a file of which only some values cannot be understood, the others count, and a copy is put aside."""
    try:
        told = read_json(path, dict[str, Any])
    except Unreadable:
        return load(path, Preferences, Preferences(), _SETTINGS)
    known, is_whole = _understood(told, Preferences)
    return Preferences(**known), None if is_whole else _SOME.message(copy_aside(path))


def load_recent(path: Path) -> tuple[list[RecentProject], Message | None]:
    """As `load_preferences`, of a list."""
    try:
        told = read_json(path, list[Any])
    except Unreadable:
        return load(path, list[RecentProject], [], _RECENT)
    all_ = [_project(one) for one in told]
    found = [project for project, _ in all_ if project]
    is_whole = len(found) == len(all_) and all(is_whole for _, is_whole in all_)
    return found, None if is_whole else _SOME_RECENT.message(copy_aside(path))


def _project(told: object) -> tuple[RecentProject | None, bool]:
    """And whether all of it can be understood."""
    known, is_whole = _understood(told if isinstance(told, dict) else {}, RecentProject)
    try:
        return as_kind(known, RecentProject), is_whole
    except Unreadable:
        return None, False


def _understood(told: dict[str, Any], kind: type[msgspec.Struct]) -> tuple[dict[str, Any], bool]:
    """The fields of `kind` in `told` that can be understood; and whether these are all."""
    known, is_whole = {}, True
    for field in msgspec.structs.fields(kind):
        if field.name in told:
            try:
                known[field.name] = as_kind(told[field.name], field.type)
            except Unreadable:
                is_whole = False
    return known, is_whole


def settings_now(path: Path, before: dict[str, Any]) -> dict[str, Any]:
    """Before it is written: what the settings file says now, also what only a newer version knows; as `before` where it says nothing that is understood."""
    try:
        told = read_json(path, dict[str, Any])
    except Unreadable as error:
        _keep_aside(path, error)
        return before
    known, is_whole = _understood(told, Preferences)
    if not is_whole:
        copy_aside(path)
    others = {name: value for name, value in told.items() if name not in before}
    return {**before, **{name: plain(sensible(Preferences(**known)))[name] for name in known}, **others}


def recent_now(path: Path, before: dict[str, Any]) -> dict[str, Any]:
    """Before it is written: the list as it is in the file now, by path; as `before` where that cannot be read."""
    try:
        told = read_json(path, list[Any])
    except Unreadable as error:
        _keep_aside(path, error)
        return before
    fields = RecentProject.__struct_fields__
    found: dict[str, Any] = {}
    all_ = [(one, *_project(one)) for one in told]
    if not all(is_whole for _, _, is_whole in all_):
        copy_aside(path)
    for one, project, _ in all_:
        for sound in sensible_list([project] if project else []):
            others = {name: value for name, value in one.items() if name not in fields}
            found.setdefault(sound.path, {**plain(sound), **others})
    return found


def _keep_aside(path: Path, error: Unreadable) -> None:
    """Somebody has spoilt it while the window was open."""
    if not error.is_missing:
        move_aside(path)


def by_path(recent: list[RecentProject]) -> dict[str, Any]:
    """`recent` in its order, as plain data."""
    return {one["path"]: one for one in plain(recent)}


def newest_first(projects: dict[str, Any], ours: dict[str, Any]) -> list[Any]:
    """`ours` in their order, the other ones among them by when they were opened."""
    found = [one for path, one in projects.items() if path in ours]
    for path, one in projects.items():
        if path not in ours:
            place = next((place for place, mine in enumerate(found) if mine["opened"] < one["opened"]), len(found))
            found.insert(place, one)
    return found[:MOST_RECENT]


def sensible(preferences: Preferences) -> Preferences:
    """`preferences` without values that nothing could be done with."""
    steps, fits = get_args(Step), range(places.LEAST_CACHE_GB, places.MOST_CACHE_GB + 1)
    return msgspec.structs.replace(
        preferences,
        cache_gb=preferences.cache_gb if preferences.cache_gb in fits else places.USUAL_CACHE_GB,
        reviewer=preferences.reviewer if len(preferences.reviewer) <= _LONGEST_NAME else "",
        steps={project: step for project, step in preferences.steps.items() if step in steps},
        widths={name: all_ for name, all_ in preferences.widths.items() if all(0 < one <= _WIDEST for one in all_)},
    )


def sensible_list(recent: list[RecentProject]) -> list[RecentProject]:
    """`recent` without projects that cannot be there, each once."""
    found: dict[str, RecentProject] = {}
    for one in recent:
        if _may_be(one.path) and len(one.name) <= _LONGEST:
            found.setdefault(one.path, one)
    known = [one if _may_be(one.picture) else msgspec.structs.replace(one, picture="") for one in found.values()]
    return known[:MOST_RECENT]


def _may_be(path: str) -> bool:
    return len(path) <= _LONGEST and "\0" not in path and bool(Path(path).root)


def with_project(recent: list[RecentProject], project: RecentProject) -> list[RecentProject]:
    """`recent` with `project` first; what is known of it and not told anew is kept."""
    old = next((one for one in recent if one.path == project.path), None)
    if old is not None:
        project = msgspec.structs.replace(
            project,
            picture=project.picture or old.picture,
            accuracy=old.accuracy if project.accuracy is None else project.accuracy,
            tested=old.tested if project.accuracy is None else project.tested,
            unfinished=old.unfinished if project.unfinished is None else project.unfinished,
        )
    return [project, *(one for one in recent if one.path != project.path)][:MOST_RECENT]


class Memory(QObject):
    """Owns settings and recent projects; writes them in a thread of its own, soon after a change."""

    not_kept = Signal(object)
    """A `Message`, once: what cannot be written, and so is not kept."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder = places.settings_folder()
        self._files = (folder / places.SETTINGS, folder / "recent.json")
        found, first = load_preferences(self._files[0])
        self.preferences = sensible(found)
        recent, second = load_recent(self._files[1])
        self.recent = sensible_list(recent)
        self._before = self._as_plain()
        """What this window knew when it wrote last; the thread's."""
        self.problems: list[Message] = [problem for problem in (first, second) if problem]
        """Sentences to show once the window is there."""
        self._writer = Hands("settings")  # one thread, as two writers of one file would race; no QThreadPool: see ADR 6
        self._writing: Future[None] | None = None
        self._told = False
        """That something is not kept."""
        self._clock = QTimer(self, singleShot=True, interval=_SAVE_AFTER_MS)
        self._clock.timeout.connect(self._write)

    def remember_project(self, path: str, name: str, **known: object) -> None:
        """Puts a project first in the list; `known` are fields of `RecentProject`."""
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        self.recent = with_project(self.recent, RecentProject(path, name, now, **known))  # type: ignore[arg-type]
        self.save()

    def forget_project(self, path: str) -> None:
        """Takes a project off the list; the project itself stays where it is."""
        self.recent = [one for one in self.recent if one.path != path]
        self.preferences.steps.pop(path, None)
        self.save()

    def save(self) -> None:
        """Writes soon; several changes in a row are written once."""
        self._clock.start()

    def close(self) -> None:
        """Writes what is not written yet, and waits for it, unless the disk does not answer."""
        if self._clock.isActive():
            self._clock.stop()
            self._write()
        if self._writing:
            with contextlib.suppress(TimeoutError):
                self._writing.result(_CLOSING)

    def look(self) -> None:
        """Looks whether what this app keeps can be written; else `not_kept` tells it."""
        self._writer.submit(self._look)

    def _look(self) -> None:
        """In the thread."""
        self._tell(not_writable())

    def _tell(self, problem: Message | None) -> None:
        if problem and not self._told:
            self._told = True
            with contextlib.suppress(RuntimeError):  # the window is gone
                self.not_kept.emit(problem)

    def _write(self) -> None:
        self._writing = self._writer.submit(partial(self._write_files, self._as_plain()))

    def _as_plain(self) -> tuple[dict[str, Any], dict[str, Any]]:
        return plain(self.preferences), by_path(self.recent)

    def _write_files(self, ours: tuple[dict[str, Any], dict[str, Any]]) -> None:
        """In the thread."""
        (settings, recent), before = self._files, self._before
        contents = (
            merged(before[0], ours[0], settings_now(settings, before[0])),
            newest_first(merged(before[1], ours[1], recent_now(recent, before[1])), ours[1]),
        )
        try:
            for path, content in zip(self._files, contents, strict=True):
                write_bytes(path, msgspec.json.format(as_json(content)))
        except DataError:  # a full or read-only disk: the next start has the defaults, nothing else is lost
            self._tell(not_writable() or settings_not_kept())
        else:
            self._before = ours
