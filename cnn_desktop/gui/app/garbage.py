"""Python's collector of cycles, in the window's thread alone.

Python collects where it happens to be when enough was allocated: in a thread that decodes a tile, say. Qt's objects that lie in
a cycle would end there, and Qt crashes when an object ends in another thread than its own; or while it walks over all widgets, as
for another style sheet. The event loop's own clock comes at neither time.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


class Garbage(QObject):
    """Collects by Python's own thresholds, while the event loop runs; at the end of the program Python does, in this thread."""

    def __init__(self, app: QObject, every: int = EVERY_MS) -> None:
        super().__init__(app)
        gc.disable()
        self._left = 0
        """Objects after all were looked at."""
        self._clock = QTimer(self, interval=every)
        self._clock.timeout.connect(self._look)
        self._clock.start()

    @classmethod
    def on(cls, app: QObject) -> Garbage:
        """The one of `app`."""
        return app.findChild(cls) or cls(app)

    def _look(self) -> None:
        """Collects the oldest generation that is due, and with it the younger ones. All takes 50 ms, so as Python itself does,
        it waits until there is a quarter more than was left the last time; to count them takes 5 ms, so that is done no
        more often than the middle generation is due."""
        young, middle, old = (
            count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)
        )  # fmt: skip
        if old and middle and len(gc.get_objects()) > 1.25 * self._left:
            gc.collect()
            self._left = len(gc.get_objects())
        elif middle:
            gc.collect(1)
        elif young:
            gc.collect(0)
