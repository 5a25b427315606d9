"""Signs of life: from the start on while the child comes up, then while it has a job, a paused one too."""

from __future__ import annotations

import io
import queue

from cnn_desktop.child.queue import Outbox
from cnn_desktop.child.signs import SignsOfLife
from cnn_desktop.domain.events import Alive
from cnn_desktop.domain.wire import Told, decode_told
from tests.patience import PATIENCE


class Sink(io.RawIOBase):
    """What the window would read."""

    def __init__(self) -> None:
        self.lines: queue.Queue[bytes] = queue.Queue()

    def writable(self) -> bool:
        return True

    def write(self, line: bytes) -> int:  # type: ignore[override]
        self.lines.put(bytes(line))
        return len(line)


def test_they_come_while_there_is_something_to_do() -> None:
    sink, asked = Sink(), queue.Queue[None]()
    signs = SignsOfLife(Outbox(sink), every=0.001)  # type: ignore[arg-type]
    assert decode_told(sink.lines.get(timeout=PATIENCE)) == Told("", Alive())

    def idle() -> bool:
        asked.put(None)
        return False

    signs.is_busy = idle
    asked.get(timeout=PATIENCE)
    while not sink.lines.empty():
        sink.lines.get()
    for _ in range(3):
        asked.get(timeout=PATIENCE)
    assert sink.lines.empty()
    signs.is_busy = lambda: True
    assert sink.lines.get(timeout=PATIENCE)
    signs.end()
