"""A window whose children hang, are held or are fed what has no end: Stop within 3 s, close within 5 s, no child left."""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.reliability import template
from tests.reliability.forks import Ask, Case, Verdict, fresh, one, play
from tests.reliability.ground import Ground, draw_photos
from tests.reliability.in_window import Watch
from tests.reliability.pictures import bomb_folder
from tests.reliability.template import MODEL, Copy

STOP_SECONDS, CLOSE_SECONDS, START_SECONDS = 3.0, 5.0, 10.0
QUICK = ("a table that is a pipe", "a child that is held while it scans", "settings.json is a pipe")
_SECONDS = 90.0
_BEGUN = 1.0
"""Seconds that a job has to get into trouble before Stop."""


def silence(ground: Ground) -> Iterator[Verdict]:
    made = template.make(ground)
    data = draw_photos(ground.part("photos"))
    bombs = None if ground.quick else bomb_folder(ground)
    hostile = {} if ground.quick else _hostile_projects(ground, made)
    cases = (
        _case(ground, made, number, name, functools.partial(play_one, bombs or data, hostile))
        for number, (name, play_one) in enumerate(_SCENES.items())
        if ground.wants(number) and (not ground.quick or name in QUICK)
    )
    yield from play(cases, 1)  # times are measured: one after the other


def _hostile_projects(ground: Ground, made: Copy) -> dict[str, str]:
    from tests.reliability import hostile, hostile_projects

    folder = fresh(ground.part("hostile projects"))

    def write() -> list[list[str]]:
        found = hostile_projects.projects(folder, made.project, hostile.foreign)
        return [[name, str(path)] for name, path in found]

    return dict(one(Ask(write, ground.part("maker") / "home", _SECONDS)).result)


def _case(ground: Ground, made: Copy, number: int, name: str, scene: Callable[..., dict[str, Any]]) -> Case:
    place = fresh(ground.part("silence") / str(number))
    copy = template.copied(made, place)
    ended = yield Ask(functools.partial(scene, copy), copy.home, _SECONDS, before=ground.broken)
    problems, told = ended.trouble(), ended.result or {}
    problems += [f"an exception: {error}" for error in told.get("errors", [])]
    for what, most in (("start", START_SECONDS), ("stop", STOP_SECONDS), ("close", CLOSE_SECONDS)):
        if what in told and (told[what] is None or told[what] > most):
            problems.append(f"{what}: {'never' if told[what] is None else f'{told[what]:.1f} s'}")
    problems += [f"{told['left']} children left"] if told.get("left") else []
    facts = {what: told[what] for what in ("start", "stop", "close") if told.get(what) is not None}
    notes = [f"{what} {seconds:.2f} s" for what, seconds in facts.items()]
    if not problems:
        shutil.rmtree(place, ignore_errors=True)
    return Verdict(f"{number} {name}", problems, notes, facts)


# Scenes: what the window is asked for, what happens to its children, Stop, close


def _stopped(watch: Watch, begin: Callable[[], object], trouble: Callable[[], object] = lambda: None) -> dict[str, Any]:
    """Asks for a job, lets it get into trouble, stops it, closes the window."""
    jobs = watch.session.jobs
    begin()
    watch.until(lambda: not jobs.now.running, _BEGUN)
    trouble()
    stop: float | None = 0.0
    if jobs.now.running:
        began = time.monotonic()
        jobs.stop()
        is_over = watch.until(lambda: not jobs.now.running, 4 * STOP_SECONDS)
        stop = time.monotonic() - began if is_over else None
    return _closed(watch) | {"stop": stop}


def _closed(watch: Watch) -> dict[str, Any]:
    import psutil

    close = watch.close(4 * CLOSE_SECONDS)
    children = psutil.Process().children(recursive=True)
    _, left = psutil.wait_procs(children, timeout=1.0)
    for child in left:
        with contextlib.suppress(psutil.Error):
            child.kill()
    return watch.told() | {"close": close, "left": len(left)}


def _hold(watch: Watch) -> None:
    """SIGSTOP to every child, but none that is this program still: whoever starts one waits until it is another."""
    import psutil

    own = psutil.Process().cmdline()

    def held() -> bool:
        young = False
        for child in psutil.Process().children(recursive=True):
            with contextlib.suppress(psutil.Error):
                if child.cmdline() == own:
                    young = True
                else:
                    child.send_signal(signal.SIGSTOP)
        return not young

    watch.until(held, 5.0)


def _pipe(copy: Copy, name: str) -> Path:
    os.mkfifo(copy.folder / name)
    return copy.folder / name


def _scan(data: Path, projects: dict[str, str], copy: Copy) -> dict[str, Any]:
    watch = Watch([])
    return _stopped(watch, lambda: watch.session.project.open_folder(data))


def _scan_table(data: Path, projects: dict[str, str], copy: Copy) -> dict[str, Any]:
    watch, table = Watch([]), _pipe(copy, "table.csv")
    return _stopped(watch, lambda: watch.session.project.open_folder(table))


def _scan_held(data: Path, projects: dict[str, str], copy: Copy) -> dict[str, Any]:
    """Held before it can be done."""
    watch = Watch([])
    watch.session.project.open_folder(copy.photos)
    watch.until(lambda: watch.session.processes._workers, 5.0)
    _hold(watch)
    return _stopped(watch, lambda: None, lambda: _hold(watch))


def _import(data: Path, projects: dict[str, str], copy: Copy) -> dict[str, Any]:
    watch, file = Watch([], real=True), _pipe(copy, "weights.pth")
    return _stopped(watch, lambda: watch.session.weights.import_file(MODEL, file), lambda: watch.live(6.0))


def _train_held(data: Path, projects: dict[str, str], copy: Copy) -> dict[str, Any]:
    """A training, held between two batches."""
    watch = Watch([str(copy.project)], real=True)
    session = watch.session
    watch.until(lambda: session.project.photos is not None and not session.jobs.now.running, 15.0)
    begun: list[object] = []
    session.jobs.came.connect(begun.append)
    session.settings.set(epochs=5000)
    session.runs.train()
    watch.until(lambda: len(begun) > 3, 40.0)
    _hold(watch)
    return _stopped(watch, lambda: None)


def _predict(data: Path, projects: dict[str, str], copy: Copy) -> dict[str, Any]:
    """A question to the shared child, about a pipe; only closing is measured."""
    from cnn_desktop.domain.jobs.predict import Predict

    watch, photo = Watch([], real=True), _pipe(copy, "photo.jpg")
    question = watch.session.processes.ask(Predict(str(copy.run(copy.finished)), [str(photo)]))
    watch.live(8.0)
    question.stop()
    return _closed(watch)


def _thumbnails_held(data: Path, projects: dict[str, str], copy: Copy) -> dict[str, Any]:
    from cnn_desktop.domain.jobs.thumbnails import Thumbnails

    watch = Watch([])
    question = watch.session.processes.ask(Thumbnails([str(copy.photo)], str(copy.folder / "thumbnails")))
    watch.live(1.0)
    _hold(watch)
    question.stop()
    return _closed(watch)


def _project(name: str) -> Callable[[Path, dict[str, str], Copy], dict[str, Any]]:
    def scene(data: Path, projects: dict[str, str], copy: Copy) -> dict[str, Any]:
        watch = Watch([])
        return _stopped(watch, lambda: watch.session.project.open_project(Path(projects[name])))

    return scene


def _settings(name: str) -> Callable[[Path, dict[str, str], Copy], dict[str, Any]]:
    """Starts with a pipe in the place of a file of settings."""

    def scene(data: Path, projects: dict[str, str], copy: Copy) -> dict[str, Any]:
        file = copy.home / "settings" / name
        file.unlink()
        os.mkfifo(file)
        began = time.monotonic()
        watch = Watch([])
        watch.live(0.2)
        return {"start": time.monotonic() - began - 0.2} | _closed(watch)

    return scene


_SCENES: dict[str, Callable[[Path, dict[str, str], Copy], dict[str, Any]]] = {
    "a scan of bombs": _scan,
    "a table that is a pipe": _scan_table,
    "a child that is held while it scans": _scan_held,
    "weights from a pipe": _import,
    "a training that is held": _train_held,
    "a photo that is a pipe": _predict,
    "thumbnails held": _thumbnails_held,
    **{
        f"a project with {name}": _project(name)
        for name in ("an endless trigger", "an endless view", "a giant sentence", "the database is a pipe", "the lock is a pipe",
                     "a sentence nested deep", "a root that is a device", "a run with NUL")
    },
    **{f"{name} is a pipe": _settings(name) for name in ("settings.json", "recent.json", "rates.json")},
}  # fmt: skip
