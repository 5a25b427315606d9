"""The window's other half: a process that reads orders as JSON lines and tells events as JSON lines.

Two kinds. The full child imports torch and does every job. The light child starts in a blink without torch and does what
only needs Pillow: scanning folders, thumbnails, photos in full. A spare is a full child that nobody waits for yet:
it imports at leisure, and everything that the first job would have to wait for. Asked to prepare, a full child does so while
it has nothing else to do, and a light one tidies up the cache.

Standard input and output are moved to private descriptors first, so that a stray print cannot corrupt the stream.
End of file on stdin means the window is gone: the job is stopped and the process ends.
"""

from __future__ import annotations

import atexit
import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from typing import BinaryIO, NoReturn

from cnn_desktop.child.leisure import at_leisure, be_modest, limit_memory
from cnn_desktop.child.queue import Outbox, Queue
from cnn_desktop.child.signs import SignsOfLife
from cnn_desktop.child.table import load
from cnn_desktop.domain import crashes
from cnn_desktop.domain.events import Ready
from cnn_desktop.domain.graphics import Verdict
from cnn_desktop.domain.jobs.base import Program


def serve(program: Program, spare: bool = False, prepare: bool = False) -> NoReturn:
    """Does the window's jobs until stdin ends; then the process ends."""
    began = time.monotonic()
    crashes.watch("child")
    source, sink = _private_streams()
    is_light = program == "light"
    be_modest(limited=is_light)
    gc.set_threshold(50_000)  # importing makes many objects and no garbage: a seventh less time
    out = Outbox(sink)
    signs = SignsOfLife(out)
    # Native libraries finish loading before another thread reads: numpy#24290 hangs on Windows otherwise.
    verdict = None if is_light else _spare() if spare else _full()
    if verdict and verdict.device == "cpu" and not verdict.has_card:
        limit_memory()
    load(program)
    out.send(Ready(seconds=time.monotonic() - began, verdict=verdict))
    meanwhile = _tidying() if is_light else _preparing()
    queue = Queue(out, program, meanwhile if prepare else None)
    signs.is_busy = queue.is_busy
    threading.Thread(target=queue.read, args=(source,), name="orders", daemon=True).start()
    # not in the handler itself: it may have come while this thread writes an event
    signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=queue.stop, daemon=True).start())
    queue.serve()
    _leave()


def _leave() -> NoReturn:
    """Ends the process at once. Taking torch's million objects apart would take a second or two, and the window waits."""
    atexit._run_exitfuncs()
    sys.stderr.flush()
    os._exit(0)


def _full() -> Verdict:
    import cnn_desktop.learning.tuning.device  # noqa: F401 - torch, before another thread reads
    from cnn_desktop.learning.tuning.verdict import known_verdict

    return known_verdict()


def _spare() -> Verdict:
    with at_leisure():
        from cnn_desktop.learning.warm import get_ready

        get_ready()
        return _full()


def _preparing() -> Iterator[None]:
    if os.name != "nt":  # there no native library may be loaded any more: see `serve`
        from cnn_desktop.learning.warm import getting_ready

        yield from getting_ready()


def _tidying() -> Iterator[None]:
    """The light child makes the thumbnails; it keeps the cache within its bound before it makes more."""
    from cnn_desktop.dataset.cache import trim_cache
    from cnn_desktop.domain.places import cache_limit

    trim_cache(cache_limit())
    yield


def _private_streams() -> tuple[BinaryIO, BinaryIO]:
    """(orders in, events out) on descriptors of their own; 0 becomes the null device, 1 becomes stderr."""
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return source, sink
