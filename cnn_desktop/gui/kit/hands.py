"""Threads for work beside the window's. One that hangs keeps neither the next piece of work waiting nor the program alive.

Python waits at its end for the threads of a ThreadPoolExecutor, for ever if one hangs in a disk that does not answer. These
are daemon threads, and they hold nothing of a piece of work once it is done: what belongs to Qt must go in Qt's thread.
"""

from __future__ import annotations

import queue
import threading
import weakref
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeAlias, TypeVar

T = TypeVar("T")
_Orders: TypeAlias = "queue.SimpleQueue[tuple[Future[Any], list[Callable[[], Any]]] | None]"


class Hands:
    """Up to `count` threads that do pieces of work in the order they are asked for; they end with this object."""

    def __init__(self, name: str, count: int = 1) -> None:
        self._name, self._count = name, count
        self._orders: _Orders = queue.SimpleQueue()
        self._crew = _Crew()
        weakref.finalize(self, self._orders.put, None)

    def submit(self, work: Callable[[], T]) -> Future[T]:
        """Has `work` done. What comes of it is in the future; `work` itself is let go of before that is told."""
        future: Future[T] = Future()
        self._orders.put((future, [work]))
        self._crew.grow(self._name, self._count, self._orders)
        return future

    def renew(self) -> None:
        """A piece of work hangs: what waits is done by fresh threads. The old ones end once they can."""
        self._crew.retired.set()
        self._crew = _Crew()
        if not self._orders.empty():
            self._crew.grow(self._name, self._count, self._orders)

    def finish(self, seconds: float) -> bool:
        """Waits until all that was asked of a single thread is done; False after `seconds`."""
        try:
            self.submit(lambda: None).result(seconds)
        except TimeoutError:
            return False
        return True


class _Crew:
    """Threads that are let go of together."""

    def __init__(self) -> None:
        self.retired = threading.Event()
        self._threads: list[threading.Thread] = []

    def grow(self, name: str, count: int, orders: _Orders) -> None:
        """One thread more, up to `count`."""
        if len(self._threads) < count:
            thread = threading.Thread(target=_serve, args=(orders, self.retired), name=name, daemon=True)
            self._threads.append(thread)
            thread.start()


def _serve(orders: _Orders, retired: threading.Event) -> None:
    """The thread."""
    while not retired.is_set() and (order := orders.get()) is not None:
        _do(*order)
        del order
    if not retired.is_set():
        orders.put(None)  # for the next


def _do(future: Future[Any], box: list[Callable[[], Any]]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = box.pop()()
    except BaseException as error:  # noqa: BLE001 - whoever has the future is told
        future.set_exception(error)
    else:
        future.set_result(result)
