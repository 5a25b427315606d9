"""`cnn-desktop selftest`: opens the real window off screen, trains on drawn photos, classifies one, and measures.

What is measured here is what people feel: the time to the first picture of the window, and how late a 20 ms clock in
its event loop ticks while a child starts and trains, beside the same clock with nothing going on.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Literal

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer

from cnn_desktop.domain.errors import unexpected
from cnn_desktop.domain.events import Ended, Event, Ready, Skipped
from cnn_desktop.domain.files import files_in
from cnn_desktop.domain.jobs.predict import Predict, Predicted
from cnn_desktop.domain.jobs.train import Trained
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoRow, PhotoSort
from cnn_desktop.domain.places import HOME_VARIABLE, cache_folder
from cnn_desktop.domain.text_out import as_json, json_line
from cnn_desktop.domain.typed import Parser
from cnn_desktop.gui.app.app import boot
from cnn_desktop.gui.children.children import Question
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.kit.words import LANGUAGE_VARIABLE, QT_WORDS, tr
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.job_state import Notice

TICK_MS = 20
IDLE_SECONDS = 3.0
PATIENCE_SECONDS = 300
IMAGE_SIZE = 96
At = Literal["starting", "idle", "reading", "read", "training", "classifying", "over"]
"""How far the test is."""
_OWN_STATE = Path("/proc/self/stat")
"""Of Linux; more exact than psutil, whose times there begin at a whole second."""
Click = Literal["cold", "ready", ""]
"""Whether a child waits when Train is clicked: none, one, or as it comes."""


class Figures(msgspec.Struct):
    """The result; times in seconds (window_s) and milliseconds (the others)."""

    ok: bool = False
    window_s: float | None = None
    """Process start to first paint."""
    stall_p99_ms: float | None = None
    stall_max_ms: float | None = None
    """Lateness of a 20 ms tick from the click on Train until the training's end, the child's start included."""
    idle_stall_max_ms: float | None = None
    idle_stall_p99_ms: float | None = None
    first_event_s: float | None = None
    """From the click on Train to the first thing the training told."""
    spare_ready: bool = False
    """A child was waiting when Train was clicked."""
    torch_in_window: bool = False
    accuracy: float | None = None
    """Of the validation photos after one epoch of the head."""
    predicted: str = ""
    """Class of one photo, as the viewer would show it."""
    problem: str = ""


def main(words: list[str]) -> int:
    """Runs the self-test. Returns 0 when everything worked, else 1. Raises UsageError."""
    parser = Parser(
        prog="cnn-desktop selftest",
        description="Opens the window off screen, trains, classifies a photo, and measures.",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object as the last line of stdout")
    parser.add_argument("--photos", type=Path, metavar="FOLDER", help="instead of the built-in sample")
    parser.add_argument(
        "--click", choices=["cold", "ready"], default="", help="train without a waiting helper process, or with one"
    )
    options = parser.parse_args(words)
    photos = options.photos.absolute() if options.photos else None
    home, before = _own_home(), os.environ.get(HOME_VARIABLE)
    os.environ[HOME_VARIABLE] = str(home)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault(LANGUAGE_VARIABLE, "en")  # that of the figures
    try:
        figures = run(photos, options.click)
    finally:
        if before is None:
            del os.environ[HOME_VARIABLE]
        else:
            os.environ[HOME_VARIABLE] = before
        shutil.rmtree(home, ignore_errors=True)
    print(summary(figures))
    if options.json:
        print(json_line(as_json(figures)))
    return 0 if figures.ok else 1


def _own_home() -> Path:
    """Settings, projects and caches of this test alone, in the cache; what a test that was ended has left there goes."""
    import psutil

    folder = cache_folder() / "selftest"
    for left in files_in(folder):
        if left.name.isdecimal() and not psutil.pid_exists(int(left.name)):
            shutil.rmtree(left, ignore_errors=True)
    return folder / str(os.getpid())


def run(photos: Path | None = None, click: Click = "") -> Figures:
    """The whole test, on the folder `photos`, else on the built-in sample."""
    figures = Figures()
    app, window = boot([])
    watch = Watch()
    window.first_painted.connect(lambda: setattr(figures, "window_s", since_process_start()))
    steps = Steps(figures, window, watch, photos, click, app.quit)
    window.first_painted.connect(steps.begin)
    QTimer.singleShot(PATIENCE_SECONDS * 1000, steps, lambda: steps.fail(tr("It took longer than five minutes.")))
    with failing(steps):
        app.exec()
    steps.close()
    figures.torch_in_window = any(name.partition(".")[0] == "torch" for name in sys.modules)
    figures.ok = not figures.problem and not figures.torch_in_window and bool(figures.predicted)
    return figures


@contextlib.contextmanager
def failing(steps: Steps) -> Iterator[None]:
    """Meanwhile an error that nobody foresaw ends the test; Qt would go on, and the test wait."""
    before = sys.excepthook

    def fail(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        before(kind, error, trace)
        steps.fail(unexpected(error).render(QT_WORDS) if isinstance(error, Exception) else str(error))

    sys.excepthook = fail
    try:
        yield
    finally:
        sys.excepthook = before


def summary(figures: Figures) -> str:
    """The figures for a person; a dash for what was not measured."""

    def ms(value: float | None) -> str:
        return "–" if value is None else f"{value:.0f} ms"

    def seconds(value: float | None) -> str:
        return "–" if value is None else f"{value:.2f} s"

    lines = [
        "Everything works." if figures.ok else f"The self-test failed: {figures.problem or 'see below'}",
        f"Window shown after      {seconds(figures.window_s)}",
        f"Stall while training    p99 {ms(figures.stall_p99_ms)}, worst {ms(figures.stall_max_ms)}",
        f"Stall while idle        p99 {ms(figures.idle_stall_p99_ms)}, worst {ms(figures.idle_stall_max_ms)}",
        f"First training event    {seconds(figures.first_event_s)}{' after the click' if figures.first_event_s is not None else ''}",
        f"torch in the window     {'yes' if figures.torch_in_window else 'no'}",
        f"Accuracy (validation)   {'–' if figures.accuracy is None else f'{figures.accuracy:.1%}'}",
        f"One photo classified    {figures.predicted or '–'}",
    ]
    return "\n".join(lines)


def since_process_start() -> float:
    """Seconds since the system started this process."""
    try:
        fields = _OWN_STATE.read_text(encoding="ascii").rpartition(")")[2].split()
        started = int(fields[19]) / os.sysconf("SC_CLK_TCK")
        return time.clock_gettime(time.CLOCK_BOOTTIME) - started
    except (OSError, AttributeError, IndexError, ValueError):  # another system than Linux
        now = time.time()  # loading psutil takes tens of milliseconds
        import psutil

        return now - float(psutil.Process().create_time())


def percentile(values: list[float], share: float) -> float:
    """The value that `share` (0..1) of `values` do not exceed; 0 for none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


class Watch(QObject):
    """A precise 20 ms clock in the window's event loop, and how late each of its ticks was, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.late: list[float] = []
        self._last = 0.0
        self._clock = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._tick)

    def begin(self) -> None:
        self.late, self._last = [], time.perf_counter()
        self._clock.start()

    def end(self) -> list[float]:
        """Stops the clock; the lateness of every tick."""
        self._clock.stop()
        return self.late

    def _tick(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, (now - self._last) * 1000 - TICK_MS))
        self._last = now


class Steps(QObject):
    """Idle, open the folder, train, classify: each step begins when the one before has ended.

    A step that ends without what it is done for ends the test at once, with the reason it gave.
    """

    def __init__(
        self,
        figures: Figures,
        window: MainWindow,
        watch: Watch,
        photos: Path | None,
        click: Click,
        done: Callable[[], None],
    ) -> None:
        super().__init__()
        self._click, self._clicked = click, 0.0
        self._figures, self._window, self._watch, self._photos, self._done = figures, window, watch, photos, done
        self._session = Wiring.of(window).session
        self._session.jobs.came.connect(self._hear)
        self._session.notice.connect(self._note)
        self._session.project.columns_wanted.connect(
            lambda *_: self.fail(tr("It is not clear what the table’s columns hold."))
        )
        self._at: At = "starting"
        self._question: Question | None = None
        self._said = ""
        """What the window said last of this step, or what became of the photo that is classified."""

    def begin(self) -> None:
        """The window is there: leave it alone until its children have started, then measure it idle."""
        self._session.changed.connect(self._take)
        self._take(Changed())

    def _note(self, notice: Notice) -> None:
        self._said = notice.text
        if notice.kind == "error":
            self.fail(notice.text)

    def _take(self, changed: Changed) -> None:
        session = self._session
        if self._at == "starting" and session.device.name:
            self._at = "idle"
            self._watch.begin()
            QTimer.singleShot(int(IDLE_SECONDS * 1000), self, self._open)
        elif self._at == "reading" and session.project.photos and not session.jobs.now.running:
            self._at = "read"
            session.settings.set(head_epochs=1, epochs=0, image_size=IMAGE_SIZE, batch_size=16)
            self._window.show_step("training")
            QTimer.singleShot(500, self, self._train)
        elif self._at == "reading":
            QTimer.singleShot(0, self, self._look)  # one job may follow another

    def _look(self) -> None:
        if self._at == "reading" and not self._session.jobs.now.running:
            self.fail(self._said or tr("The photos were not read."))

    def _open(self) -> None:
        late = self._watch.end()
        self._figures.idle_stall_max_ms, self._figures.idle_stall_p99_ms = max(late, default=0), percentile(late, 0.99)
        self._at, self._said = "reading", ""
        if self._photos:
            self._session.project.open_folder(self._photos)
        else:
            self._session.project.open_sample()
        self._look()

    def _train(self) -> None:
        spare = self._session.processes.spare
        if self._click:
            spare.allow(self._click == "ready")
            if self._click == "ready" and spare.is_given_up:
                self.fail(tr("The helper process that waits for a training keeps crashing."))
                return
            if spare.ready is not (self._click == "ready"):
                QTimer.singleShot(100, self, self._train)
                return
        self._at, self._said = "training", ""
        self._figures.spare_ready = spare.ready
        self._watch.begin()
        self._clicked = time.perf_counter()
        if not self._session.runs.train():
            self.fail(self._said or tr("The training did not start."))

    def _hear(self, event: Event) -> None:
        if self._at != "training":
            return
        if self._figures.first_event_s is None and not isinstance(event, Ready):
            self._figures.first_event_s = time.perf_counter() - self._clicked
        if isinstance(event, Trained):
            self._figures.accuracy = event.val_accuracy
        elif isinstance(event, Ended):
            late = self._watch.end()
            self._figures.stall_max_ms, self._figures.stall_p99_ms = max(late, default=0), percentile(late, 0.99)
            if event.outcome == "finished":
                self._at, self._said = "classifying", ""
                project = self._session.project
                project.find(PhotoFilter(), PhotoSort(), lambda ids: project.rows(ids[:1], self._classify))
            else:
                self.fail(event.sentence(QT_WORDS))

    def _classify(self, photos: list[PhotoRow]) -> None:
        project, run = self._session.project, self._session.runs.predictor
        if run is None or not (project.photos and photos):
            self.fail(
                tr("There was no model to classify with.") if run is None else tr("There was no photo to classify.")
            )
            return
        job = Predict(run=str(project.run_folder(run.id)), paths=[str(project.photos.file(photos[0]))])
        self._question = self._session.processes.ask(job, self._classified, self._answered, self)

    def _classified(self, event: Event) -> None:
        if isinstance(event, Predicted):
            self._figures.predicted = event.scores[0].name
            self._end()
        elif isinstance(event, Skipped):
            self._said = event.sentence(QT_WORDS)

    def _answered(self, ended: Ended) -> None:
        if not self._figures.predicted:
            self.fail(self._said or ended.sentence(QT_WORDS) or tr("The photo was not classified."))

    def fail(self, problem: str) -> None:
        """Notes the first thing that went wrong, and ends."""
        self._figures.problem = self._figures.problem or problem
        self._end()

    def _end(self) -> None:
        if self._at != "over":
            self._at = "over"
            self._done()

    def close(self) -> None:
        """Closes the window and its children."""
        Wiring.of(self._window).close()
        self._session.close()
