"""Connects the frame (window, rail, menus, start page) to the session and to what is remembered."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QThreadPool, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from cnn_desktop.domain import places
from cnn_desktop.domain.events import Ended, PictureReady
from cnn_desktop.domain.jobs.train import Trained
from cnn_desktop.gui.app.notify import Notifier
from cnn_desktop.gui.frame.drops import Dropped
from cnn_desktop.gui.frame.preferences_connection import PreferencesDesk
from cnn_desktop.gui.frame.rail_view import STEPS, Facts, steps
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.frame.start_view import RecentCard, look_up
from cnn_desktop.gui.frame.window import START, MainWindow
from cnn_desktop.gui.kit.theme import Choice, Theme
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.preferences import Memory, RecentProject
from cnn_desktop.gui.state.session import Session

_WARM_UP_MS = 1500
_BETWEEN_TABS_MS = 120


class _LookUp(QObject):
    """Looks at the disks for recent projects, away from the window's thread."""

    done = Signal(list)

    def begin(self, recent: list[RecentProject]) -> None:
        today = datetime.date.today()

        def work() -> None:
            cards: list[RecentCard] = [look_up(project, today) for project in recent]
            self.done.emit(cards)

        QThreadPool.globalInstance().start(work)


class Wiring(QObject):
    """Makes the window and keeps it in step with `session`."""

    def __init__(self, session: Session, memory: Memory, theme: Theme) -> None:
        super().__init__()
        self.session, self.memory, self.theme = session, memory, theme
        self.shell = Shell(session, memory, self)
        self.window = MainWindow(self.shell.build)
        self._project = ""
        self._gone = self._weights_missing = False
        self._closing = False
        self._afterwards: Callable[[], object] | None = None
        self._lookup = _LookUp(self)
        self._lookup.done.connect(self.window.start.show_recent)
        self._follow_session()
        self._follow_menus()
        self._follow_window()
        self._show_all()
        PreferencesDesk(self.window, session, memory, self.shell.background)
        session.setParent(self)
        self.setParent(self.window)  # lives as long as the window

    @classmethod
    def of(cls, window: MainWindow) -> Wiring:
        """What drives `window`."""
        found = window.findChild(cls)
        assert found is not None
        return found

    def begin(self) -> None:
        """Shows the window where it was."""
        self.window.restore_place(self.memory.settings.geometry)
        self.window.show()

    # What the session tells -----------------------------------------------------------------------------------------

    def _follow_session(self) -> None:
        session = self.session
        session.project_changed.connect(self._show_project)
        for change in (session.scan_changed, session.config_changed, session.runs_changed, session.report_changed):
            change.connect(self._show_steps)
        session.config_changed.connect(self._show_undo)
        session.job_changed.connect(self._show_job)
        session.job_event.connect(self._take_event)
        Notifier(self.window, session)
        session.device_changed.connect(self._show_device)
        session.notice.connect(self.window.show_notice)
        session.runs_changed.connect(self._remember_accuracy)
        session.report_changed.connect(self._remember_accuracy)
        session.picture_ready.connect(self._remember_picture)

    def _show_all(self) -> None:
        self._show_project()
        self._show_job()
        self._show_undo()
        self._show_device()
        self._show_recent()
        self.window.menus.themes[self.memory.settings.theme].setChecked(True)
        languages = self.window.menus.languages
        languages.get(self.memory.settings.language, languages["system"]).setChecked(True)

    def _show_project(self) -> None:
        project = self.session.project
        path = project.path if project else ""
        self.window.show_project(project.name if project else "", read_only=bool(project and project.read_only))
        self._show_steps()
        if project is not None:
            self.window.messages.settle("opening")
        if path == self._project:
            return
        self._project = path
        if project is None:
            self._show_recent()
            return
        self.memory.remember_project(path, project.name)
        self._show_recent()
        self.window.show_step(self.memory.settings.steps.get(path, "dataset"))

    def _show_steps(self) -> None:
        session = self.session
        is_open = session.project is not None
        self.window.show_steps(
            steps(
                Facts(
                    is_open=is_open,
                    scan=session.scan if is_open else None,
                    gone=self._gone,
                    weights_missing=self._weights_missing,
                    model=session.config.model if is_open else "",
                    job=session.job,
                    trained=session.predictor_run if is_open else None,
                    report=session.report if is_open else None,
                )
            )
        )

    def _show_gone(self, gone: bool) -> None:
        self._gone = gone
        self._show_steps()

    def _show_weights_missing(self, missing: bool) -> None:
        self._weights_missing = missing
        self._show_steps()

    def _show_job(self) -> None:
        self.window.show_job(self.session.job)
        self._show_steps()
        self.window.start.show_job(self.session.job)
        if self.session.job.running:
            return
        action, self._afterwards = self._afterwards, None
        if self._closing:
            self.window.close_now()
        elif action is not None:
            action()

    def _show_undo(self) -> None:
        self.window.menus.undo.setEnabled(self.session.can_undo)
        self.window.menus.redo.setEnabled(self.session.can_redo)

    def _show_device(self) -> None:
        self.window.strip.device.show_device(self.session.device, self.session.device_reason)

    def _take_event(self, event: object) -> None:
        if isinstance(event, Trained | Ended) and not self.window.isActiveWindow():
            QApplication.alert(self.window)

    # Recent projects --------------------------------------------------------------------------------------------------

    def _show_recent(self) -> None:
        self.window.menus.show_recent(self.memory.recent, self._open_project)
        self._lookup.begin(self.memory.recent)

    def _remember_accuracy(self) -> None:
        project = self.session.project
        if project is None:
            return
        tested = [run.test_accuracy for run in self.session.runs if run.test_accuracy is not None]
        checked = [run.val_accuracy for run in self.session.runs if run.val_accuracy is not None]
        best = max(tested or checked, default=None)
        if best is not None:
            self.memory.remember_project(project.path, project.name, accuracy=best, tested=bool(tested))

    def _remember_picture(self, event: PictureReady) -> None:
        project = self.session.project
        known = next((one for one in self.memory.recent if project and one.path == project.path), None)
        if project and event.file and not (known and known.picture and Path(known.picture).exists()):
            self.memory.remember_project(project.path, project.name, picture=event.file)

    def _forget(self, path: str) -> None:
        self.memory.forget_project(path)
        self._show_recent()

    # What the user does -----------------------------------------------------------------------------------------------

    def _follow_menus(self) -> None:
        menus, session = self.window.menus, self.session
        menus.sample.triggered.connect(self._open_sample)
        menus.rescan.triggered.connect(session.rescan)
        menus.leave.triggered.connect(lambda: self._unless_training(session.leave_project))
        menus.undo.triggered.connect(session.undo)
        menus.redo.triggered.connect(session.redo)
        menus.stop.triggered.connect(self._stop)
        for name, action in menus.themes.items():
            action.triggered.connect(lambda _=False, name=name: self._choose_theme(name))
        for name, action in menus.languages.items():
            action.triggered.connect(lambda _=False, name=name: self._choose_language(name))
        menus.tour.triggered.connect(self._tour)
        menus.selftest.triggered.connect(self._selftest)
        menus.logs.triggered.connect(self._show_logs)
        menus.about.triggered.connect(self._about)

    def _follow_window(self) -> None:
        window = self.window
        window.start.sample_pressed.connect(self._open_sample)
        window.start.project_chosen.connect(self._open_project)
        window.start.forget_pressed.connect(self._forget)
        window.dropped.connect(self.open_dropped)
        window.strip.job.cancelled.connect(self._stop)
        window.step_shown.connect(self._remember_step)
        window.first_painted.connect(self._after_first_paint)
        window.close_requested.connect(self._ask_to_close)
        window.closed.connect(self._end)
        shell = self.shell
        shell.step_wanted.connect(window.show_step)
        shell.photos_gone.connect(self._show_gone)
        shell.weights_missing.connect(self._show_weights_missing)
        shell.folder_wanted.connect(lambda folder: self.open_dropped(Dropped(folders=(Path(folder),))))
        shell.photos_wanted.connect(self._show_photos)
        shell.sample_wanted.connect(self._open_sample)
        shell.notice.connect(window.show_notice)

    def open_dropped(self, dropped: Dropped) -> None:
        """Opens the first folder or project of what was dropped, or takes photos to the viewer."""
        if dropped.projects:
            self._open_project(str(dropped.projects[0]))
        elif dropped.folders:
            self._unless_training(lambda: self.session.open_folder(dropped.folders[0]))
            if len(dropped.folders) > 1:
                self._say("info", tr("One folder at a time: {folder} is opened.", folder=str(dropped.folders[0])))
        elif dropped.photos:
            self._take_photos(list(dropped.photos))
        elif dropped.others:
            self._say(
                "warning",
                tr("{file} is neither a folder nor a photo this app can read.", file=str(dropped.others[0])),
                "opening",
            )

    def _take_photos(self, photos: list[Path]) -> None:
        if self.session.project is None:
            words = tr("Drop a folder of photos first: photos are classified once a model is trained.")
            self._say("info", words, "opening")
        else:
            self.shell.photos_wanted.emit([str(photo) for photo in photos], str(photos[0]))

    def _show_photos(self, paths: list[str], current: str) -> None:
        self.window.tab("viewer")
        self.shell.photos_came.emit(paths, current)
        self.window.show_step("viewer")

    def _open_project(self, path: str) -> None:
        self._unless_training(lambda: self.session.open_project(Path(path)))

    def _open_sample(self) -> None:
        self._unless_training(self.session.open_sample)

    def _unless_training(self, action: Callable[[], object]) -> None:
        """Does `action`, first asking whether a running training is kept."""
        if self.session.job.kind == "train":
            self.window.ask_about_training(lambda: self._stop_then(action), tr("&Stop and go on"))
        else:
            action()

    def _stop(self) -> None:
        self.session.stop()

    def _stop_then(self, action: Callable[[], object]) -> None:
        self._afterwards = action
        self._stop()

    def _choose_theme(self, name: Choice) -> None:
        self.memory.settings.theme = name
        self.memory.save()
        self.theme.choose(name)

    def _choose_language(self, name: str) -> None:
        if self.memory.settings.language != name:
            self.memory.settings.language = name
            self.memory.save()
            self._say("info", tr("The language changes at the next start."))

    def _remember_step(self, key: str) -> None:
        if self._project and key != START:
            self.memory.settings.steps[self._project] = key
            self.memory.save()

    def _show_logs(self) -> None:
        folder = places.data_folder() / "logs"
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _about(self) -> None:
        from cnn_desktop.gui.frame.about import AboutDialog

        AboutDialog(self.window).open()

    def _selftest(self) -> None:
        from cnn_desktop.gui.frame.selftest_dialog import SelftestDialog

        SelftestDialog(self.window).open()

    def _tour(self) -> None:
        from cnn_desktop.gui.frame.tour import Tour

        self._open_sample()
        Tour.begin(self.window, self.session)

    def _say(self, kind: Literal["info", "warning"], text: str, about: Literal["", "opening"] = "") -> None:
        self.window.show_notice(Notice(kind, text, about=about))

    # Beginning and end ------------------------------------------------------------------------------------------------

    def _after_first_paint(self) -> None:
        for problem in self.memory.problems:
            self._say("warning", problem.render(QT_WORDS))
        QTimer.singleShot(_BETWEEN_TABS_MS, self, self._build_next)
        QTimer.singleShot(_WARM_UP_MS, self, self._warm_up)

    def _build_next(self) -> None:
        """One tab at a time, so that the window answers in between."""
        waiting = [key for key in STEPS if key not in self.window.built]
        if waiting and not self._closing:
            self.window.tab(waiting[0])
            QTimer.singleShot(_BETWEEN_TABS_MS, self, self._build_next)

    def _warm_up(self) -> None:
        if not self._closing:
            self.session.warm_up()

    def _ask_to_close(self) -> None:
        if self.session.job.kind == "train" and not self._closing:
            pause = None if self.session.job.paused else self.session.pause
            self.window.ask_about_training(self.close, tr("&Stop and keep the best model"), pause)
        else:
            self.close()

    def close(self) -> None:
        """Closes without asking; a running job is stopped first, what it has reached is kept."""
        self._closing = True
        if self.session.job.running:
            self.session.stop()
        if not self.session.job.running:
            self.window.close_now()

    def _end(self) -> None:
        self._closing = True
        self.memory.settings.geometry = self.window.place
        self.memory.save()
        self.session.blockSignals(True)  # nobody is there to look any more
        self.session.close()
        self.shell.background.close()
        self.memory.close()
