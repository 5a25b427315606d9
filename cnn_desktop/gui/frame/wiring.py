"""Connects the frame (window, rail, menus, start page) to the session and to what is remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import msgspec
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction

from cnn_desktop.dataset.reading.files import no_data
from cnn_desktop.domain.errors import Offer
from cnn_desktop.domain.message import Message
from cnn_desktop.domain.text_out import as_shown
from cnn_desktop.gui.frame.drops import Dropped
from cnn_desktop.gui.frame.help_connection import HelpConnection
from cnn_desktop.gui.frame.import_connection import ImportConnection
from cnn_desktop.gui.frame.preferences_connection import PreferencesConnection
from cnn_desktop.gui.frame.rail_view import STEPS, Facts, steps, training_fact
from cnn_desktop.gui.frame.recent_connection import RecentConnection
from cnn_desktop.gui.frame.report_connection import ReportConnection
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.frame.window import START, MainWindow
from cnn_desktop.gui.kit.file_manager import FileManager
from cnn_desktop.gui.kit.theme import Choice, Theme
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.state.changed import EVERYTHING, Changed
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.preferences import Memory
from cnn_desktop.gui.state.session import Session
from cnn_desktop.gui.state.viewed_model import place_of

_WARM_UP_MS = 1500
_BETWEEN_TABS_MS = 120
_AT_LATEST_MS = 2600
"""The window closes then, whatever hangs: by now what has not stopped was killed."""


class Wiring(QObject):
    """Makes the window and keeps it in step with `session`."""

    def __init__(self, session: Session, memory: Memory, theme: Theme) -> None:
        super().__init__()
        self.session, self.memory, self.theme = session, memory, theme
        self.shell = Shell(session, memory, self)
        self.window = MainWindow(self.shell.build, self.shell.dialogs)
        self._project = ""
        self._closing = False
        self._afterwards: Callable[[], object] | None = None
        files = FileManager(self)
        files.failed.connect(lambda words: self._say("warning", words))
        self._follow_session()
        self._recent = RecentConnection(self.window, session, memory, self._open_project)
        self._follow_menus()
        self._follow_window()
        self._show_all()
        PreferencesConnection(self.window, session, memory)
        ReportConnection(self.window, self.shell)
        HelpConnection(self.window, session, files, self.open_sample)
        ImportConnection(self.window, self.shell, self._unless_training, self)
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
        self.window.restore_place(self.memory.preferences.geometry)
        self.window.show()

    # What the session tells -----------------------------------------------------------------------------------------

    def _follow_session(self) -> None:
        self.session.changed.connect(self._take)
        self.session.jobs.progressed.connect(self._show_job)
        self.session.notice.connect(self.window.show_notice)
        self.session.settled.connect(self.window.messages.settle)
        self.window.messages.answered.connect(self.session.answer)
        self.window.messages.taken.connect(self._take_offer)
        self.session.undo.place_wanted.connect(self.window.show_step)
        self.session.models.wanted.connect(self._show_viewer)

    def _take_offer(self, offer: Offer) -> None:
        self.session.settings.take(offer)
        self.window.show_step("training")

    def _take(self, changed: Changed) -> None:
        session = self.session
        if changed.project:
            self._show_project()
        if changed.any("project", "photos", "settings", "job", "runs", "report", "model", "weights", "review", "selection"):  # fmt: skip
            self._show_steps()
        if changed.model:
            self.window.show_model(as_shown(session.models.alone.folder.name) if session.models.alone else "")
        if changed.undo:
            self.window.menus.show_undo(session.undo.name, session.undo.redo_name)
        if changed.device:
            self.window.strip.device.show_verdict(session.device.verdict)
        if changed.selection and session.selection.paths and self.window.step != "viewer":
            # once the viewer, which may not have been built, knows its photo
            QTimer.singleShot(0, self, lambda: self.window.show_step("viewer"))
        if changed.job and not session.jobs.now.running:
            self._job_is_over()

    def _show_all(self) -> None:
        self._take(msgspec.structs.replace(EVERYTHING, selection=False))
        self._show_job()
        self._recent.show()
        self.window.menus.themes[self.memory.preferences.theme].setChecked(True)
        languages = self.window.menus.languages
        languages.get(self.memory.preferences.language, languages["system"]).setChecked(True)

    def _show_project(self) -> None:
        project = self.session.project.info
        path = project.path if project else ""
        if project:
            self.window.show_project(project.name, project.read_only, project.closed or project.newer)
        else:
            self.window.show_project("")
        if project is not None:
            self.window.messages.settle("opening")
        if path == self._project:
            return
        self._project = path
        if project:
            self.memory.remember_project(path, project.name)
            if project.folder:
                self.shell.dialogs.used("data", Path(project.folder).parent)
        self._recent.show()
        if project:
            self.window.show_step(self.memory.preferences.steps.get(path, "dataset"))

    def _show_steps(self) -> None:
        session = self.session
        is_open = session.project.info is not None
        self.window.show_steps(
            steps(
                Facts(
                    is_open=is_open,
                    photos=session.project.photos if is_open else None,
                    gone=bool(session.project.gone[0]),
                    weights_missing=session.weights.missing,
                    model=session.settings.config.model if is_open else "",
                    job=session.jobs.now,
                    is_alone=session.models.alone is not None,
                    shown=len(session.selection.paths),
                    trained=session.runs.predictor if is_open else None,
                    report=session.runs.report if is_open else None,
                    labels=session.label_checks.found,
                    unfinished=session.runs.resumable is not None if is_open else False,
                )
            )
        )

    def _show_job(self) -> None:
        job = self.session.jobs.now
        self.window.show_job(job)
        self.window.start.show_job(job)
        if fact := training_fact(job):
            self.window.rail.buttons["training"].show_fact(fact)

    def _job_is_over(self) -> None:
        action, self._afterwards = self._afterwards, None
        if self._closing:
            self.window.close_now()
        elif action is not None:
            action()

    # What the user does -----------------------------------------------------------------------------------------------

    def _follow_menus(self) -> None:
        menus, session = self.window.menus, self.session
        slots: dict[QAction, Callable[[], object]] = {
            menus.sample: self.open_sample,
            menus.rescan: session.project.rescan,
            menus.leave: self._leave,
            menus.undo: session.undo.undo,
            menus.redo: session.undo.redo,
            menus.stop: session.jobs.stop,
        }
        for action, slot in slots.items():
            action.triggered.connect(slot)
        for action, begin in menus.jobs.items():
            action.triggered.connect(lambda _=False, begin=begin: begin(session))
        for name, action in menus.themes.items():
            action.triggered.connect(lambda _=False, name=name: self._choose_theme(name))
        for name, action in menus.languages.items():
            action.triggered.connect(lambda _=False, name=name: self._choose_language(name))

    def _follow_window(self) -> None:
        window = self.window
        window.start.zone.sample_pressed.connect(self.open_sample)
        window.start.project_chosen.connect(self._open_project)
        window.start.classify_chosen.connect(self._classify_with)
        window.start.model_wanted.connect(window.ask_for_model)
        window.start.failed.connect(lambda words: self._say("warning", words))
        window.dropped.connect(self.open_dropped)
        window.strip.job.cancelled.connect(self.session.jobs.stop)
        window.step_shown.connect(self._remember_step)
        window.first_painted.connect(self._after_first_paint)
        window.close_requested.connect(self._ask_to_close)
        window.closed.connect(self._end)
        shell = self.shell
        shell.step_wanted.connect(window.show_step)
        shell.folder_wanted.connect(lambda folder: self.open_dropped(Dropped(folders=(Path(folder),))))

    def open_dropped(self, dropped: Dropped) -> None:
        """Opens the project, table or folders that were dropped, or takes photos to the viewer."""
        if dropped.projects:
            self._open_project(str(dropped.projects[0]))
        elif dropped.models:
            self._open_model(dropped.models[0])
        elif dropped.tables:
            self._open_data(dropped.tables[0])
        elif self.window.step == "viewer" and (dropped.folders or dropped.photos):
            self.shell.photos_given.emit([str(path) for path in (*dropped.folders, *dropped.photos)])
        elif dropped.folders:
            self._unless_training(lambda: self.session.project.open_folders(dropped.folders))
        elif dropped.photos and self.session.project.info is None and self.session.models.now is None:
            words = tr(
                "Drop a folder of photos first. Once a model is trained, you can drop single photos to classify them."
            )
            self._say("info", words, "opening")
        elif dropped.photos:
            self.session.selection.show([str(photo) for photo in dropped.photos])
            self.window.show_step("viewer")
        elif dropped.openers:
            words = tr(
                "{file} opens the project folder it is in, but it is not in one. Open the project’s folder instead.",
                file=str(dropped.openers[0]),
            )
            self._say("warning", words, "opening")
        elif dropped.others:
            self._say("warning", no_data(dropped.others[0]).message.render(QT_WORDS), "opening")

    def _open_data(self, data: Path) -> None:
        self._unless_training(lambda: self.session.project.open_folder(data))

    def _open_project(self, path: str) -> None:
        self._unless_training(lambda: self.session.project.open_project(Path(path)))

    def _open_model(self, run: Path) -> None:
        """In its project, where it lies in one."""
        found = place_of(run)
        if found is None:
            self._unless_training(lambda: self.session.models.open(run))
        else:
            self._open_run(*found)

    def _classify_with(self, project: str) -> None:
        """Opens `project`, whose model is wanted."""
        self._open_run(Path(project))

    def _open_run(self, project: Path, run: str = "") -> None:
        models = self.session.models
        if models.is_of_open(project):  # nothing is closed, so nothing is asked
            models.open_run(project, run)
        else:
            self._unless_training(lambda: models.open_run(project, run))

    def _show_viewer(self) -> None:
        project = self.session.project.info
        if project and project.path == self._project:
            self.window.show_step("viewer")
        elif project:  # it is shown next, at its step
            self.memory.preferences.steps[project.path] = "viewer"

    def _leave(self) -> None:
        if self.session.project.info is None:
            self.session.models.leave()
        else:
            self._unless_training(self.session.project.leave)

    def open_sample(self) -> None:
        """Opens the built-in sample."""
        self._unless_training(self.session.project.open_sample)

    def _unless_training(self, action: Callable[[], object]) -> None:
        """Does `action`, first asking whether a running training is kept."""
        if self.session.jobs.now.may_pause:
            paused = self.session.jobs.now.paused
            self.window.ask_about_training(lambda: self._stop_then(action), tr("&Stop training"), paused=paused)
        else:
            action()

    def _stop_then(self, action: Callable[[], object]) -> None:
        self._afterwards = action
        self.session.jobs.stop()
        if not self.session.jobs.now.running:  # it ended while the question was read
            self._job_is_over()

    def _choose_theme(self, name: Choice) -> None:
        self.memory.preferences.theme = name
        self.memory.save()
        self.theme.choose(name)

    def _choose_language(self, name: str) -> None:
        if self.memory.preferences.language != name:
            self.memory.preferences.language = name
            self.memory.save()
            self._say("info", tr("The language changes the next time you start the app."))

    def _remember_step(self, key: str) -> None:
        if self._project and key != START:
            self.memory.preferences.steps[self._project] = key
            self.memory.save()

    def _warn(self, problem: Message) -> None:
        self._say("warning", problem.render(QT_WORDS))

    def _say(self, kind: Literal["info", "warning"], text: str, about: str = "") -> None:
        self.window.show_notice(Notice(kind, text, about=about))

    # Beginning and end ------------------------------------------------------------------------------------------------

    def _after_first_paint(self) -> None:
        for problem in self.memory.problems:
            self._warn(problem)
        self.memory.not_kept.connect(self._warn)
        self.memory.look()
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
        job = self.session.jobs.now
        if job.may_pause and not self._closing:
            pause = None if job.paused else self.session.jobs.pause
            self.window.ask_about_training(self.close, tr("&Stop and keep the best model"), pause, job.paused)
        else:
            self.close()

    @property
    def is_closing(self) -> bool:
        """Whatever is opened now would be lost."""
        return self._closing

    def close(self) -> None:
        """Closes without asking; a running job is stopped first, what it has reached is kept. Asked again: at once."""
        again, self._closing = self._closing, True
        self.session.begin_close()
        if again or not self.session.jobs.now.running:
            self.window.close_now()
        else:
            QTimer.singleShot(_AT_LATEST_MS, self, self._close_at_last)

    def _close_at_last(self) -> None:
        if self.window.isVisible():
            self.window.close_now()

    def _end(self) -> None:
        self._closing = True
        self.memory.preferences.geometry = self.window.place
        self.memory.save()
        self.session.blockSignals(True)  # nobody is there to look any more
        self.session.close()
        self.memory.close()
