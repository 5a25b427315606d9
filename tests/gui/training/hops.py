"""Counts the files a click on Train runs through in the window's process, up to the first point on the loss curve.

    .venv/bin/python -m tests.gui.training.hops [--all]

The real window, with a small child in torch's place, opens a folder of photos, waits until it is idle (photos read, all tabs
built, plots loaded, a spare child ready), and the Train button is clicked with the mouse. It ends with the first `setData`
that puts a value on a curve of the loss plot. (That the old curves make way, by `setData` without values, does not count.)

BROAD: every file of cnn_desktop in which a function was entered meanwhile, in any thread. Bodies of modules and classes do
not count, nor what is called while a module is imported, nor words, theme and icons.

CHAIN: of these, the files on the Python stacks of the hand-over itself: the union of
 (a) the stack that hands the order to train to the child (SEND), the stack that prepares the run (PREPARE), and what led
     to each;
 (b) the stack that adds a training event to the curves' data (APPEND) and what led to it, and the stack of `setData`.
"What led to" a stack is followed back over every hop between threads, as far as the click or the reading of the child's
output:
   - a thread, QThread or thread pool: the stack that called `start` or `submit`;
   - a signal or queue: the stack in another thread that called `emit` or `put` while one of its local variables was, or held,
     the very object (an event, an order or another record, or a function) that the receiving function was called with.
A direct signal is no hop: its slot stands on the emitter's stack. Files that only see the event pass by on other stacks
(the job bar, the log's words, the taskbar) are in BROAD alone. The timer that redraws is no hop either: it is started
on APPEND's stack.

How all threads are profiled (Python 3.11 can set a profiler only for the thread that asks): `threading.setprofile` is
called before anything of the app is imported, so each thread of `threading`, thus each pool's and each child's, is born with
the profiler, which does nothing until the click. The `run` of every subclass of QThread is wrapped to set it; so is
what QThreadPool is given (`QThreadPool.start` cannot be seen from its thread otherwise). The window's own thread gets it with
the click.
"""

from __future__ import annotations

import inspect
import os
import sys
import tempfile
import threading
import time
import types
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.conftest import draw_photo

SEND = "cnn_desktop/gui/children/process.py", "ChildProcess.send"
PREPARE = "cnn_desktop/project/runs.py", "Runs.prepare"
APPEND = "cnn_desktop/gui/state/curve_data.py", "CurveData.hear"
"""The only names of the app that the chain depends on: file and qualified name."""
ASIDE = ("gui/kit/words.py", "gui/kit/theme.py", "gui/kit/icons.py")
PATIENCE_SECONDS = 60
FAKE = Path(__file__).parents[1] / "children" / "fake_child.py"


class Stack:
    """Files of our package on a stack, innermost first, and the stack that led to it."""

    def __init__(self, files: list[str], before: Stack | None) -> None:
        self.files, self.before = files, before

    def chain(self) -> list[Stack]:
        return [*(self.before.chain() if self.before else []), self]


class Recorder:
    """The profiler of all threads."""

    def __init__(self) -> None:
        self.package = ""
        self.on = False
        self.broad: dict[str, str] = {}
        """File → thread and function that entered it first."""
        self.moments: list[tuple[str, Stack]] = []
        self._carried: dict[int, list[tuple[object, int, Stack]]] = {}
        """Id → an object that was emitted or put, the thread and the stack that did it; latest last."""
        self._starters: dict[int, Stack] = {}
        """Id of a QThread → the stack that started it."""
        self._here = threading.local()
        self._struct: type = type(None)
        self._qthread: type = type(None)

    # Set up

    def before_the_app(self) -> None:
        threading.setprofile(self.profile)
        submit, start = ThreadPoolExecutor.submit, threading.Thread.start

        def submitted(pool: Any, work: Callable[..., Any], /, *words: Any, **named: Any) -> Any:
            return submit(pool, self._led_by(self._stack_now(), work), *words, **named)

        def started(thread: threading.Thread) -> None:
            thread.run = self._led_by(self._stack_now(), thread.run)  # type: ignore[method-assign]
            start(thread)

        ThreadPoolExecutor.submit = submitted  # type: ignore[method-assign]
        threading.Thread.start = started  # type: ignore[method-assign]

    def with_the_app(self) -> None:
        import msgspec
        from PySide6.QtCore import QThread, QThreadPool

        import cnn_desktop

        self.package = str(Path(cnn_desktop.__file__).parent) + os.sep
        self._struct, self._qthread = msgspec.Struct, QThread
        pool, begin = QThreadPool.globalInstance(), QThreadPool.start

        def begun(self_: Any, work: Any, *words: Any) -> Any:
            return begin(self_, self._led_by(self._stack_now(), work) if callable(work) else work, *words)

        try:
            QThreadPool.start = begun  # type: ignore[method-assign,assignment]
        except TypeError:
            print("QThreadPool cannot be watched", pool)

    def wrap_qthreads(self) -> None:
        """Once every module of the window is imported."""

        def below(kind: type) -> list[type]:
            return [one for sub in kind.__subclasses__() for one in (sub, *below(sub))]

        for kind in below(self._qthread):
            if "run" in vars(kind):
                run = kind.run  # type: ignore[attr-defined]

                def wrapped(thread: Any, run: Callable[[Any], None] = run) -> None:
                    self._led_by(self._starters.get(id(thread)), run)(thread)

                kind.run = wrapped  # type: ignore[attr-defined]

    def begin(self) -> None:
        self.on = True
        sys.setprofile(self.profile)

    def end(self) -> None:
        self.on = False
        sys.setprofile(None)

    # What is seen

    def profile(self, frame: types.FrameType, what: str, argument: Any) -> None:
        if not self.on or not frame.f_code.co_filename.startswith(self.package):
            return
        if what == "c_call":
            self._hop(frame, argument)
        elif what == "call" and frame.f_code.co_flags & inspect.CO_OPTIMIZED:
            self._entered(frame)

    def drawn(self, frame: types.FrameType | None) -> None:
        """`setData`, called from `frame`."""
        assert frame is not None
        self.moments.append(("setData", Stack(self._files(frame), None)))
        self.end()

    def _entered(self, frame: types.FrameType) -> None:
        code = frame.f_code
        name = code.co_filename.removeprefix(self.package).replace(os.sep, "/")
        if name not in self.broad and name not in ASIDE and not _importing(frame):
            thread = threading.current_thread().name.replace("Dummy", "QThread")
            self.broad[name] = f"{thread}: {code.co_qualname}"
        if not self._files(frame.f_back, aside=True):  # a stack begins
            self._here.before = self._carrier(_arguments(frame)) or getattr(self._here, "starter", None)
        place = f"cnn_desktop/{name}", code.co_qualname
        if place == SEND and any(type(one).__name__ == "Train" for one in self._and_held(_arguments(frame))):
            self._moment("send", frame)
        elif place == PREPARE:
            self._moment("prepare", frame)
        elif place == APPEND and any(type(one).__name__ in ("TrainProgress", "EpochDone") for one in _arguments(frame)):
            self._moment("append", frame)

    def _moment(self, name: str, frame: types.FrameType) -> None:
        before = self._carrier(_arguments(frame)) or getattr(self._here, "before", None)
        self.moments.append((name, Stack(self._files(frame), before)))

    def _hop(self, frame: types.FrameType, function: Any) -> None:
        name = getattr(function, "__name__", "")
        if name in ("emit", "put"):
            values = self._and_held(list(frame.f_locals.values()))
            before = self._carrier(values) or getattr(self._here, "before", None)
            stack = Stack(self._files(frame), before)
            for value in values:
                self._carried.setdefault(id(value), []).append((value, threading.get_ident(), stack))
        elif name == "start" and isinstance(getattr(function, "__self__", None), self._qthread):
            self._starters[id(function.__self__)] = Stack(self._files(frame), getattr(self._here, "before", None))

    def _and_held(self, values: list[object]) -> list[object]:
        """The records and functions among `values`, and the records in them."""
        found = [one for one in values if isinstance(one, (self._struct, types.FunctionType))]
        fields = [getattr(one, name) for one in found for name in getattr(one, "__struct_fields__", ())]
        return found + [one for one in fields if isinstance(one, self._struct)]

    def _carrier(self, values: list[object]) -> Stack | None:
        """Of the first of `values` that came from another thread."""
        me = threading.get_ident()
        known = (stack for one in values for _, thread, stack in self._carried.get(id(one), ())[::-1] if thread != me)
        return next(known, None)

    def _led_by(self, stack: Stack | None, work: Callable[..., Any]) -> Callable[..., Any]:
        def do(*words: Any, **named: Any) -> Any:
            self._here.starter = stack
            sys.setprofile(self.profile)  # a QThread's thread has none of its own
            return work(*words, **named)

        return do

    def _stack_now(self) -> Stack | None:
        if not self.on:
            return None
        return Stack(self._files(sys._getframe(2)), getattr(self._here, "before", None))

    def _files(self, frame: types.FrameType | None, aside: bool = False) -> list[str]:
        files: list[str] = []
        while frame is not None:
            if frame.f_code.co_filename.startswith(self.package):
                files.append(frame.f_code.co_filename.removeprefix(self.package).replace(os.sep, "/"))
            frame = frame.f_back
        return [one for place, one in enumerate(files) if (aside or one not in ASIDE) and one not in files[:place]]

    @property
    def chain(self) -> list[str]:
        return sorted({name for _, last in self.moments for stack in last.chain() for name in stack.files})


def _arguments(frame: types.FrameType) -> list[object]:
    code = frame.f_code
    return [frame.f_locals[name] for name in code.co_varnames[: code.co_argcount] if name in frame.f_locals]


def _importing(frame: types.FrameType | None) -> bool:
    while frame is not None:
        if frame.f_code.co_filename == "<frozen importlib._bootstrap>":
            return True
        frame = frame.f_back
    return False


def count(place: Path) -> Recorder:
    """`place`: an empty folder for photos, settings and projects. To be called in a process of its own."""
    os.environ["CNN_DESKTOP_HOME"] = str(place / "home")
    os.environ["CNN_DESKTOP_LANGUAGE"] = "en"
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for label in range(2):
        for number in range(10):
            draw_photo(place / "photos" / f"class {label}" / f"{number}.png", label, number)
    recorder = Recorder()
    recorder.before_the_app()

    from PySide6.QtCore import QEventLoop, Qt, QTimer
    from PySide6.QtTest import QTest

    from cnn_desktop.gui.app.app import boot
    from cnn_desktop.gui.children.children import Programs
    from cnn_desktop.gui.frame.rail_view import STEPS
    from cnn_desktop.gui.frame.wiring import Wiring
    from cnn_desktop.gui.state.session import Session

    recorder.with_the_app()
    fake = [sys.executable, str(FAKE), ""]
    _, window = boot([str(place / "photos")], Session(Programs(full=fake, job=fake, spare=fake)))
    session = Wiring.of(window).session

    def until(what: str, happened: Callable[[], bool]) -> None:
        loop, clock, end = QEventLoop(), QTimer(interval=10), time.monotonic() + PATIENCE_SECONDS
        clock.timeout.connect(lambda: loop.quit() if happened() or time.monotonic() > end else None)
        clock.start()
        loop.exec()
        clock.stop()
        if not happened():
            raise TimeoutError(what)

    try:
        until("photos are read", lambda: session.project.photos is not None and not session.jobs.now.running)
        window.show_step("training")
        tab: Any = window.tab("training")
        until("tabs are built", lambda: all(key in window.built for key in STEPS))
        until("plots are loaded", lambda: len(tab.curves.plots) == 2)
        until("the device is known", lambda: bool(session.device.name))
        until("a spare child is ready", lambda: session.processes.spare.ready)

        import pyqtgraph

        curves = tab.curves.plots[0].findChild(pyqtgraph.PlotWidget).getPlotItem().listDataItems()
        set_data = pyqtgraph.PlotDataItem.setData

        def noticed(curve: Any, *words: Any, **named: Any) -> None:
            if recorder.on and words and len(words[0]) and any(curve is one for one in curves):
                recorder.drawn(sys._getframe(1))
            set_data(curve, *words, **named)

        pyqtgraph.PlotDataItem.setData = noticed
        recorder.wrap_qthreads()
        recorder.begin()
        QTest.mouseClick(tab.primary, Qt.MouseButton.LeftButton)
        until("a value is on the loss curve", lambda: not recorder.on)
        until("the training is over", lambda: not session.jobs.now.running)
    finally:
        recorder.end()
        Wiring.of(window).close()
        session.close()
    assert {name for name, _ in recorder.moments} == {"send", "prepare", "append", "setData"}, recorder.moments
    return recorder


def tell(recorder: Recorder) -> str:
    lines = [
        f"BROAD: {len(recorder.broad)} files of cnn_desktop in which a function was entered (thread: first function)"
    ]
    lines += [f"  {name:40} {how}" for name, how in sorted(recorder.broad.items())]
    lines += ["", f"CHAIN: {len(recorder.chain)} files on the stacks of the hand-over"]
    lines += [f"  {name}" for name in recorder.chain]
    lines += ["", "The stacks, innermost first, each below what led to it"]
    told: set[str] = set()
    for name, last in recorder.moments:
        text = "\n".join(f"    {' < '.join(stack.files)}" for stack in last.chain())
        if f"{name}{text}" not in told:  # several events may come before the first drawing
            told.add(f"{name}{text}")
            lines += [f"  {name}", text]
    return "\n".join(lines) + "\n"


def main() -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        recorder = count(Path(place))
    print(tell(recorder) if "--all" in sys.argv else "\n".join(recorder.chain))


if __name__ == "__main__":
    main()
