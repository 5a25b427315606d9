"""Work done in forks of this process, which has imported torch and the app once: a start costs milliseconds instead of seconds.

Nothing may run here before a fork that starts threads (a pool does not survive it): this process imports, and waits.
"""

from __future__ import annotations

import contextlib
import gc
import io
import json
import os
import resource
import select
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

UNEXPECTED = 70
"""Exit code of a fork whose work ended with an exception that is none of the app's own."""
_BASELINE = "baseline"
_MOST_OUTPUT = 1 << 20
"""Bytes of a stream that are looked at."""


@dataclass(frozen=True)
class Ask:
    """One piece of work for a fork of its own."""

    work: Callable[[], object]
    home: Path
    """Becomes CNN_DESKTOP_HOME; the person's own home and the temporary folder lie beside it."""
    seconds: float = 20.0
    """After which it is killed and counts as hanging."""
    kill_after: float | None = None
    """Seconds, after which its process group is killed with SIGKILL, as the torture wants."""
    memory: int = 4 * 2**30
    """Bytes of address space that it and each of its children may take, beyond what it begins with: the computer is not ours
    alone. More than this fails in it, as on a full computer."""
    before: tuple[Callable[[], object], ...] = ()
    """Called in the fork first: what is to be broken or forbidden there."""


@dataclass(frozen=True)
class Ended:
    """How a fork ended."""

    code: int
    """Its exit code; minus the signal's number when a signal ended it."""
    result: Any
    """What its work returned, through JSON; None when it returned nothing."""
    out: str
    err: str
    seconds: float
    cpu: float
    """Seconds of computing, which other work on this computer makes no longer."""
    peak: int
    """Bytes of memory at most, beyond those it began with."""
    overdue: bool
    killed: bool
    """By `kill_after`."""

    def trouble(self) -> list[str]:
        """What no work may end with: a hang, a signal, an exception of no UserError, a traceback."""
        if self.killed:
            return []
        if self.overdue:
            return [f"hung for {self.seconds:.0f} s"]
        if self.code < 0:
            return [f"ended by {signal.Signals(-self.code).name}"]
        if self.code == UNEXPECTED:
            return [f"raised {self.err.strip().splitlines()[-1][:200] if self.err.strip() else 'an exception'}"]
        return ["a traceback"] if "Traceback (most recent call last)" in self.err + self.out else []


@dataclass(frozen=True)
class Verdict:
    """What came of one case."""

    name: str
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)


Case = Generator[Ask, Ended, Verdict]
"""One case of a torture: asks for forks one after the other, and judges."""


def get_ready() -> None:
    """Imports all that forks need. No threads: OMP_NUM_THREADS and its kin are 1 before torch is loaded."""
    import torch

    torch.set_num_threads(1)
    import timm.models  # noqa: F401

    import cnn_desktop.__main__
    import cnn_desktop.cli
    import cnn_desktop.gui.app.app
    import cnn_desktop.gui.frame.window
    import cnn_desktop.gui.frame.wiring
    import cnn_desktop.learning.answers.predict
    import cnn_desktop.learning.training.train  # noqa: F401
    from cnn_desktop.child.table import load

    load("full")
    gc.collect()
    gc.freeze()  # so that forks need not copy what they never change
    threads = len(list(Path("/proc/self/task").iterdir())) if Path("/proc/self/task").is_dir() else 1
    if threads > 1:
        raise RuntimeError(f"{threads} threads before the first fork")


class Fork:
    """One fork at work."""

    def __init__(self, ask: Ask) -> None:
        self.ask = ask
        self._place = ask.home.parent
        self._place.mkdir(parents=True, exist_ok=True)
        sys.stdout.flush()
        sys.stderr.flush()
        self._began = time.monotonic()
        self._pid = os.fork()
        if self._pid == 0:
            _in_fork(ask, self._place)
        self.descriptor = os.pidfd_open(self._pid)
        self._overdue = self._killed = False

    def seconds_left(self) -> float:
        """Until it has to be killed."""
        limit = self.ask.seconds if self.ask.kill_after is None else min(self.ask.kill_after, self.ask.seconds)
        return self._began + limit - time.monotonic()

    def end(self, is_over: bool) -> Ended:
        """`is_over`: it has ended by itself; else it is killed now, with all that it has started."""
        if not is_over:
            self._killed = self.ask.kill_after is not None and self.ask.kill_after <= self.ask.seconds
            self._overdue = not self._killed
        seconds = time.monotonic() - self._began
        for process in _started_by(self._pid) if self._overdue else ():
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._pid, signal.SIGKILL)
        if not is_over:
            with contextlib.suppress(ProcessLookupError):  # should the group not be its own yet
                os.kill(self._pid, signal.SIGKILL)
        _, status, usage = os.wait4(self._pid, 0)
        os.close(self.descriptor)
        code = os.waitstatus_to_exitcode(status)
        peak = usage.ru_maxrss * 1024 - _number(self._place / _BASELINE)
        return Ended(
            code, _json(self._place / "result"), _text(self._place / "out"), _text(self._place / "err"), seconds,
            usage.ru_utime + usage.ru_stime, max(0, peak), self._overdue, self._killed and code == -signal.SIGKILL,
        )  # fmt: skip


def play(cases: Iterable[Case], lanes: int) -> Iterator[Verdict]:
    """Plays the cases, up to `lanes` at a time; their verdicts as they come."""
    waiting = iter(cases)
    under_way: dict[int, tuple[Case, Fork]] = {}
    try:
        while True:
            while len(under_way) < lanes and (case := next(waiting, None)) is not None:
                yield from _go_on(case, None, under_way)
            if not under_way:
                return
            poll = select.poll()
            for descriptor in under_way:
                poll.register(descriptor, select.POLLIN)
            left = min(fork.seconds_left() for _, fork in under_way.values())
            over = {descriptor for descriptor, _ in poll.poll(max(0.0, left) * 1000)}
            for descriptor, (case, fork) in list(under_way.items()):
                if descriptor in over or fork.seconds_left() <= 0:
                    del under_way[descriptor]
                    yield from _go_on(case, fork.end(descriptor in over), under_way)
    finally:
        for _, fork in under_way.values():
            fork.end(is_over=False)


def one(ask: Ask) -> Ended:
    """Has one piece of work done."""

    def case() -> Case:
        ended = yield ask
        return Verdict("", facts={"ended": ended})

    return next(play([case()], 1)).facts["ended"]


def _go_on(case: Case, ended: Ended | None, under_way: dict[int, tuple[Case, Fork]]) -> Iterator[Verdict]:
    try:
        ask = next(case) if ended is None else case.send(ended)
    except StopIteration as end:
        yield end.value
        return
    fork = Fork(ask)
    under_way[fork.descriptor] = (case, fork)


def _in_fork(ask: Ask, place: Path) -> None:
    """The fork: does the work and ends; never returns."""
    code = UNEXPECTED
    try:
        os.setsid()
        _streams(place)
        _environment(ask.home, place)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        begins_with, resident = _memory()
        Path(place, _BASELINE).write_text(str(resident))
        resource.setrlimit(resource.RLIMIT_AS, (begins_with + ask.memory,) * 2)
        for prepare in ask.before:
            prepare()
        result = ask.work()
        Path(place, "result").write_text(json.dumps(result))
        code = result if isinstance(result, int) and not isinstance(result, bool) else 0
    except BaseException:  # noqa: BLE001 - the boundary of the process
        traceback.print_exc()
    finally:
        with contextlib.suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code & 0xFF)


def _streams(place: Path) -> None:
    (place / "result").unlink(missing_ok=True)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    for number, name in ((1, "out"), (2, "err")):
        file = os.open(place / name, os.O_CREAT | os.O_TRUNC | os.O_WRONLY | os.O_APPEND, 0o644)
        os.dup2(file, number)
        os.close(file)
    os.close(null)
    sys.stdin = open(0, closefd=False)  # noqa: SIM115 - to the end of the process
    sys.stdout, sys.stderr = (
        io.TextIOWrapper(open(number, "wb", closefd=False), "utf-8", line_buffering=True)  # noqa: SIM115
        for number in (1, 2)
    )


def _environment(home: Path, place: Path) -> None:
    for name, folder in (("CNN_DESKTOP_HOME", home), ("HOME", place / "person"), ("TMPDIR", place / "temporary")):
        folder.mkdir(parents=True, exist_ok=True)
        os.environ[name] = str(folder)
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "TORCH_HOME", "HF_HOME"):
        os.environ.pop(name, None)


def _memory() -> tuple[int, int]:
    """Bytes of address space and of memory that this process has now."""
    whole, resident = Path("/proc/self/statm").read_text().split()[:2]
    return int(whole) * resource.getpagesize(), int(resident) * resource.getpagesize()


def _started_by(pid: int) -> list[int]:
    """The processes that `pid` has started, and those have; they may have sessions of their own."""
    try:
        return [child.pid for child in psutil.Process(pid).children(recursive=True)]
    except psutil.Error:
        return []


def _number(file: Path) -> int:
    try:
        return int(file.read_text())
    except (OSError, ValueError):
        return 0


def _text(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return stream.read(_MOST_OUTPUT).decode(errors="replace")
    except OSError:
        return ""


def _json(file: Path) -> Any:
    try:
        return json.loads(file.read_bytes())
    except (OSError, ValueError):
        return None


def fresh(folder: Path) -> Path:
    """An empty folder of that name."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
