"""What the window remembers between two starts: choices, its place on the screen, recent projects.

A broken file never stops the start: defaults are used for what cannot be read of it (a newer version may know other values), the
file is kept aside as NAME.broken, and one sentence says so. A value that makes no sense is as good as none. Where nothing can be
written, one sentence says what is not kept.
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
from cnn_desktop.domain.files import takes_files, write_bytes
from cnn_desktop.domain.jobs.base import Step
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.own_files import read_json
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.gui.kit.hands import Hands
from cnn_desktop.gui.kit.theme import Choice

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
    """What is said of a file that cannot be read; {file}: what it is called now."""

    kept: Message
    """It lies aside."""
    gone: Message
    """It could not be moved there."""

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
_RECENT = Words(
    say(
        "The list of recent projects could not be read, so it is empty. The projects themselves are not affected. The "
        "old list was kept as {file}."
    ),
    say("The list of recent projects could not be read, so it is empty. The projects themselves are not affected."),
)


def load(path: Path, kind: type[T], default: T, words: Words) -> tuple[T, Message | None]:
    """Reads `path` as JSON. A file that cannot be read is kept aside: (default, what is said of it)."""
    try:
        return read_json(path, kind), None
    except Unreadable as error:
        return (default, None) if error.is_missing else (default, words.message(_kept_aside(path)))


def load_preferences(path: Path) -> tuple[Preferences, Message | None]:
    """As `load`; of a file of which only some values cannot be understood, the others count."""
    try:
        told = read_json(path, dict[str, Any])
    except Unreadable:
        return load(path, Preferences, Preferences(), _SETTINGS)
    known = {}
    for field in msgspec.structs.fields(Preferences):
        if field.name in told:
            with contextlib.suppress(Unreadable):
                known[field.name] = as_kind(told[field.name], field.type)
    is_whole = len(known) == len(told.keys() & {field.name for field in msgspec.structs.fields(Preferences)})
    return Preferences(**known), None if is_whole else _SOME.message(_kept_aside(path))


def _kept_aside(path: Path) -> Path | None:
    """Where it lies now; None when it cannot be moved, and will be overwritten if that is possible."""
    for ending in (".broken", ".broken-2"):  # something else may be called so
        aside = path.with_name(path.name + ending)
        with contextlib.suppress(OSError):
            return path.replace(aside)
    return None


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
        recent: list[RecentProject]
        recent, second = load(self._files[1], list[RecentProject], [], _RECENT)
        self.recent = sensible_list(recent)
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
        contents = (as_json(self.preferences), as_json(self.recent))
        self._writing = self._writer.submit(partial(self._write_files, contents))

    def _write_files(self, contents: tuple[bytes, ...]) -> None:
        """In the thread."""
        for path, content in zip(self._files, contents, strict=True):
            try:
                write_bytes(path, msgspec.json.format(content))
            except DataError:  # a full or read-only disk: the next start has the defaults, nothing else is lost
                self._tell(not_writable() or _settings_not_kept())


def not_writable() -> Message | None:
    """What is not kept as nothing can be written, the worst first; None when all is well. Looks at the disk."""
    kinds = (
        (
            places.cache_folder(),
            say(
                "{folder} cannot be written to, so no photos can be read and nothing you do is kept. Check its permissions "
                "and the free space on the disk."
            ),
        ),
        (places.settings_folder(), _settings_not_kept()),
        (
            places.projects_folder(),
            say(
                "{folder} cannot be written to, so no new projects can be made. Check its permissions and the free space "
                "on the disk."
            ),
        ),
        (
            places.data_folder(),
            say(
                "{folder} cannot be written to, so no imported weights and no logs are kept. Check its permissions and the "
                "free space on the disk."
            ),
        ),
    )
    return next(
        (
            msgspec.structs.replace(words, values={"folder": str(folder)})
            for folder, words in kinds
            if not takes_files(folder)
        ),
        None,
    )


def _settings_not_kept() -> Message:
    return say(
        "{folder} cannot be written to, so your settings and recent projects are not kept. Check its permissions and the "
        "free space on the disk.",
        folder=str(places.settings_folder()),
    )
