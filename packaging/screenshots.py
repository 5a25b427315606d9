"""Pictures of every tab from the real app: `python packaging/screenshots.py --out docs/screenshots`.

Opens the sample (or --data FOLDER), trains and tests it for real, and saves STEP-THEME.png of each tab. For our own
looking: --sizes 1024x700,1920x1080@2 --themes light,dark --states empty,sample,training,result,error --language de.
The settings, projects and caches of the person who runs it are not touched.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

from cnn_desktop.domain.places import HOME_VARIABLE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cnn_desktop.gui.kit.theme import Choice
    from cnn_desktop.gui.state.session import Session

STATES = ("empty", "sample", "training", "result", "error")
LIMIT_MS = 15 * 60_000


def main(words: list[str]) -> int:
    """Returns 0 when all pictures are saved."""
    parser = argparse.ArgumentParser(prog="python packaging/screenshots.py", description="Pictures of every tab.")
    parser.add_argument("--out", type=Path, default=Path("docs/screenshots"))
    parser.add_argument("--data", type=Path, help="folder of photos instead of the sample")
    parser.add_argument(
        "--sizes", default="1280x820", help="e.g. 1024x700,1920x1080@2 (2: device pixel ratio, one for all)"
    )
    parser.add_argument("--themes", default="light,dark")
    parser.add_argument("--states", default="empty,result", help=f"of {','.join(STATES)}; default: empty,result")
    parser.add_argument("--tabs", default="", help="default: all")
    parser.add_argument("--language", default="en")
    parser.add_argument(
        "--epochs", type=int, default=0, help="of the last layer, and as many of the last stages; 0: the recipe"
    )
    options = parser.parse_args(words)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["CNN_DESKTOP_LANGUAGE"] = options.language
    if "@" in options.sizes:
        os.environ["QT_SCALE_FACTOR"] = options.sizes.rpartition("@")[2]
    with tempfile.TemporaryDirectory(prefix="cnn-desktop-screenshots-", ignore_cleanup_errors=True) as home:
        os.environ[HOME_VARIABLE] = home
        return Photographer(options).run()


class Photographer:
    """Walks through the states one after the other; `_script` reads top to bottom, each `yield` waits for a condition."""

    def __init__(self, options: argparse.Namespace) -> None:
        from cnn_desktop.gui.app.app import boot
        from cnn_desktop.gui.frame.wiring import Wiring

        self._options = options
        self._app, self._window = boot([])
        self._wiring = Wiring.of(self._window)
        self._session: Session = self._wiring.session
        self._pictures = 0
        self._code = 1
        self._steps = self._script()
        self._until: Callable[[], bool] = lambda: True

    def run(self) -> int:
        """Runs the event loop until all is done."""
        from PySide6.QtCore import QTimer

        clock = QTimer(self._window, interval=50)
        clock.timeout.connect(self._go_on)
        clock.start()
        QTimer.singleShot(LIMIT_MS, self._window, self._wiring.close)
        self._app.exec()
        print(f"{self._pictures} pictures are in {self._options.out}.")
        return self._code

    def _go_on(self) -> None:
        try:
            if self._until():
                self._until = next(self._steps)
        except StopIteration:
            self._end(0)
        except (RuntimeError, OSError) as error:
            print(error, file=sys.stderr)
            self._end(1)

    def _end(self, code: int) -> None:
        self._until = lambda: False
        self._code = code
        self._wiring.close()

    # The script -------------------------------------------------------------------------------------------------------

    def _script(self) -> Iterator[Callable[[], bool]]:
        session, window = self._session, self._window
        states = self._options.states.split(",")
        yield lambda: len(window.built) == len(self._window.rail.buttons)
        if "empty" in states:
            yield lambda: bool(session.device.name)
            yield from self._take("empty", ["start"])
            yield from self._take_about()
        if self._options.data:
            session.project.open_folder(self._options.data.absolute())
        else:
            session.project.open_sample()
        yield lambda: session.project.photos is not None and not session.jobs.now.running and bool(session.device.name)
        if "sample" in states:
            yield from self._take("sample", ["dataset", "model", "training", "viewer"])
        if not {"training", "result", "error"} & set(states):
            return
        if self._options.epochs:
            session.settings.set(head_epochs=self._options.epochs, stage_epochs=self._options.epochs)
        plan = session.settings.config.epoch_plan(pretrained=True)
        window.show_step("training")
        yield lambda: True
        window.tab("training").primary.click()  # type: ignore[attr-defined]
        if "training" in states:
            yield lambda: session.jobs.now.epoch >= plan.head + plan.stages // 2 or not session.jobs.now.running
            yield from self._take("training", ["dataset", "training", "evaluation"])
        yield self._done
        session.runs.evaluate()
        yield self._done
        self._show_a_photo()
        yield lambda: not session.processes.busy
        if "result" in states:
            session.label_checks.begin()
            yield lambda: session.label_checks.found is not None and not session.jobs.now.running
            window.tab("labels").check.pressed.emit()  # type: ignore[attr-defined]
            yield from self._take("", ["dataset", "model", "training", "evaluation", "viewer", "labels"])
            yield from self._explain()
            yield from self._take("why", ["viewer"])
            yield from self._look_inside()
            yield from self._take("network", ["viewer"])
            yield from self._classify_folder()
            yield from self._take("folder", ["viewer"])
        if "error" in states:
            yield from self._take_error()

    def _done(self) -> bool:
        """True once the running job has ended well. Raises RuntimeError when it has not."""
        result = self._session.jobs.result
        if self._session.jobs.now.running or result is None:
            return False
        if result.outcome != "finished":
            raise RuntimeError(f"{result.text}\n{result.details}")
        return True

    def _show_a_photo(self) -> None:
        report = self._session.runs.report
        assert report is not None
        files = [photo.path for photo in report.photos if photo.right]
        self._session.selection.show(files, files[len(files) // 2])

    def _explain(self) -> Iterator[Callable[[], bool]]:
        """The Viewer shows where the model looks, and similar training photos."""
        self._window.show_step("viewer")
        why = self._window.tab("viewer").answer.why  # type: ignore[attr-defined]
        why.heat.toggle.setChecked(True)
        why.alike.setChecked(True)
        yield lambda: bool(why.heat.note.text()) and why.grid.isVisible()

    def _classify_folder(self) -> Iterator[Callable[[], bool]]:
        """The Viewer's page of a folder: all photos of the project."""
        photos = self._session.project.photos
        assert photos is not None
        self._session.folder.open(list(photos.roots.values()))
        yield lambda: self._session.folder.state.is_whole
        self._window.tab("viewer").show_page(2)  # type: ignore[attr-defined]

    def _look_inside(self) -> Iterator[Callable[[], bool]]:
        """The Viewer shows a map of the first convolution, and the sum behind its brightest number."""
        self._window.show_step("viewer")
        tab = self._window.tab("viewer")
        tab.show_page(1)  # type: ignore[attr-defined]
        page = tab.network  # type: ignore[attr-defined]
        yield lambda: bool(page.sides[False].grid.tiles)
        page.sides[False].opened.emit(8)
        yield lambda: bool(page.aside.sum_title.text())

    def _take_error(self) -> Iterator[Callable[[], bool]]:
        session = self._session
        session.settings.set(lr=10.0)
        session.project.open_folder(Path(tempfile.mkdtemp(prefix="no photos here ", dir=os.environ[HOME_VARIABLE])))
        yield lambda: not session.jobs.now.running and bool(self._window.messages.rows)
        yield from self._take("error", ["dataset", "training"])

    def _take_about(self) -> Iterator[Callable[[], bool]]:
        """Help › About, alone."""
        if self._options.tabs and "about" not in self._options.tabs.split(","):
            return
        from cnn_desktop.gui.frame.about import AboutDialog

        for theme in self._options.themes.split(","):
            self._wiring.theme.choose(cast("Choice", theme))
            about = AboutDialog(self._window)
            about.show()
            yield self._settled()
            self._save(self._options.out / f"about-{theme}.png", about)
            about.close()

    def _take(self, state: str, tabs: list[str]) -> Iterator[Callable[[], bool]]:
        wanted = self._options.tabs.split(",") if self._options.tabs else tabs
        for theme in self._options.themes.split(","):
            self._wiring.theme.choose(cast("Choice", theme))
            for size in self._options.sizes.split(","):
                width, height = (int(number) for number in size.partition("@")[0].split("x"))
                self._window.setMinimumSize(0, 0)
                self._window.resize(width, height)
                for tab in (tab for tab in tabs if tab in wanted):
                    if tab != "start":
                        self._window.show_step(tab)
                    yield self._settled()
                    several = f"-{size}" if "," in self._options.sizes else ""
                    name = "-".join(part for part in (tab, state, theme) if part)
                    self._save(self._options.out / f"{name}{several}.png")

    def _settled(self) -> Callable[[], bool]:
        """True once no picture has come for a while; while a job runs, after a moment."""
        from cnn_desktop.gui.app.picture import Settled

        done: list[bool] = []
        quiet = 400 if self._session.jobs.now.running else 1000
        Settled(self._window, lambda: done.append(True), quiet_ms=quiet, while_running=self._session.jobs.now.running)
        return lambda: bool(done)

    def _save(self, file: Path, what: QWidget | None = None) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        if not (what or self._window).grab().save(str(file)):
            raise OSError(f"{file} could not be saved")
        self._pictures += 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
