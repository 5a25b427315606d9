"""Finds the verdict on the graphics card: kept from before, or from a test in a process of its own. Imports no torch.

A driver that hangs takes only that process: it is killed, and so is known. What was found is kept in the cache for these
cards, this driver, and this version of app and torch; what may be over after a restart of the computer (no answer in time, a
crash) only until then. Anything else about the file (gone, damaged, of another version) is as good as none.
"""

from __future__ import annotations

import contextlib
import queue
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path
from typing import IO

import msgspec

from cnn_desktop import __version__
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.decoding import Unreadable, from_json
from cnn_desktop.domain.errors import DataError, StopRequested
from cnn_desktop.domain.files import write_bytes
from cnn_desktop.domain.graphics import TEST_SECONDS, Seen, Tried, Verdict, is_final, judge
from cnn_desktop.domain.graphics_seen import look
from cnn_desktop.domain.jobs.check_device import DeviceChecked
from cnn_desktop.domain.own_files import find_json, read_bytes
from cnn_desktop.domain.places import cache_folder
from cnn_desktop.domain.process import NOTHING, PIPE, Process, own_command, start

FILE = "graphics/card.json"
"""In the cache."""
START_SECONDS = 120.0
"""So long the process may take to load torch, from a slow disk, before its test begins."""
_BOOT = Path("/proc/sys/kernel/random/boot_id")
_BOOT_SECONDS = 30
"""So much the time of the start, as other systems tell it, may move when the clock is set."""
_LOOK_EVERY = 0.1
_TAIL = 4000
"""Letters kept of what a process that broke off has said."""


class _Kept(msgspec.Struct, frozen=True):
    """What was tested, and what came of it."""

    seen: Seen
    app: str
    torch: str
    tried: Tried
    boot: str = ""
    """The start of the computer it was tested after; "" where that is not known."""

    def holds(self, seen: Seen) -> bool:
        """Whether a test now would find the same."""
        if (self.seen, self.app, self.torch) != (seen, __version__, _torch_version()):
            return False
        return is_final(seen, self.tried) or (self.boot != "" and self.boot == _boot())


def known_verdict(seen: Seen | None = None) -> Verdict:
    """What is known without a test; `device` is "" when there must be one. Takes a few milliseconds. `seen`: None: looks itself."""
    seen = seen or look()
    return judge(seen, _find_kept(seen) if seen.needs_test else None)


def find_verdict(control: Control | None = None, again: bool = False, seen: Seen | None = None) -> Verdict:
    """As `known_verdict`, but the card is tested if need be; `again`: in any case. Takes up to 20 s once torch is loaded.

    Raises StopRequested.
    """
    seen = seen or look()
    if not seen.needs_test:
        return judge(seen, None)
    tried = None if again else _find_kept(seen)
    if tried is None:
        tried = try_card(own_command("child", "--test-device"), control or Control())
        _keep(seen, tried)
    return judge(seen, tried)


def check_device(again: bool, control: Control) -> Iterator[DeviceChecked]:
    """The job."""
    yield DeviceChecked(find_verdict(control, again))


def try_card(command: Sequence[str], control: Control, seconds: float = TEST_SECONDS) -> Tried:
    """Has `command` test the card (see `device_test.py`), and kills it when it takes too long. Raises StopRequested."""
    try:
        process = start(command, stdin=NOTHING, stdout=PIPE, stderr=subprocess.STDOUT)
    except OSError as error:
        return Tried("crashed", details=str(error))
    lines: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
    assert process.stdout
    reader = threading.Thread(target=_read, args=(process.stdout, lines), name="card test", daemon=True)
    reader.start()
    newest, tail = Tried("begun"), ""
    overdue = time.monotonic() + START_SECONDS
    try:
        while newest.outcome == "begun":
            if control.stopping:
                raise StopRequested
            try:
                line = lines.get(timeout=_LOOK_EVERY)
            except queue.Empty:
                if time.monotonic() > overdue:
                    return msgspec.structs.replace(newest, outcome="slow", details=tail)
                continue
            if line is None:
                return msgspec.structs.replace(newest, outcome="crashed", details=_last_words(process, tail))
            try:
                heard = from_json(line, Tried)
            except Unreadable:
                tail = (tail + line.decode("utf-8", "replace"))[-_TAIL:]
                continue
            if not newest.torch:
                overdue = time.monotonic() + seconds
            newest = heard
        return newest
    finally:
        process.kill()  # it may hang where no signal reaches it: nobody waits for that
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(1)
        reader.join(1)


def _read(stream: IO[bytes], lines: queue.SimpleQueue[bytes | None]) -> None:
    """Until the process is gone; None comes last."""
    with stream, contextlib.suppress(OSError):
        for line in stream:
            lines.put(line[-_TAIL:])
    lines.put(None)


def _last_words(process: Process, tail: str) -> str:
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(1)
    return f"{tail.strip()}\nThe test ended with exit code {process.returncode}.".strip()


def _find_kept(seen: Seen) -> Tried | None:
    kept = find_json(_file(), _Kept)
    return kept.tried if kept is not None and kept.holds(seen) else None


def _keep(seen: Seen, tried: Tried) -> None:
    """But for what may be over soon. On a full disk the next start tests again."""
    if tried.is_passing:
        return
    with contextlib.suppress(DataError):
        write_bytes(_file(), msgspec.json.encode(_Kept(seen, __version__, _torch_version(), tried, _boot())))


def _file() -> Path:
    return cache_folder() / FILE


def _boot() -> str:
    """What is another each time the computer has been started; "" where nothing tells."""
    with contextlib.suppress(Unreadable):
        return read_bytes(_BOOT).decode("ascii", "replace").strip()
    import psutil

    try:
        return str(round(psutil.boot_time() / _BOOT_SECONDS))
    except (OSError, RuntimeError, psutil.Error):
        return ""


def _torch_version() -> str:
    try:
        return metadata.version("torch")
    except metadata.PackageNotFoundError:
        return ""
