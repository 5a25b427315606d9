"""The window's frame: rail, pages, message bar, bottom strip, menus. Shows what it is told; `wiring.py` connects it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QLabel, QMainWindow, QMessageBox, QStackedWidget, QWidget
from shiboken6 import isValid

from cnn_desktop.gui.frame import drops
from cnn_desktop.gui.frame.drop_sign import DropSign, drop_words
from cnn_desktop.gui.frame.job_bar import BottomStrip
from cnn_desktop.gui.frame.menus import Menus
from cnn_desktop.gui.frame.message_bar import MessageBar
from cnn_desktop.gui.frame.rail import Rail
from cnn_desktop.gui.frame.rail_view import STEPS, Step
from cnn_desktop.gui.frame.start_page import StartTab
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import Page
from cnn_desktop.gui.kit.file_dialogs import FileDialogs
from cnn_desktop.gui.kit.icons import app_icon, pixmap
from cnn_desktop.gui.kit.roomy import InSight, Roomy
from cnn_desktop.gui.kit.rows import DIALOG, in_column, in_row, wide
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.state.job_state import IDLE, JobState, Notice

START = "start"
_SMALLEST = QSize(960, 560)
_USUAL = QSize(1280, 820)
_PAGE = QSize(740, 470)
"""Of a step's page in the smallest window; on a screen that is smaller still the page is scrolled."""


class MainWindow(QMainWindow):
    """The one window."""

    first_painted = Signal()
    """Once, when the window is on the screen."""
    step_shown = Signal(str)
    """Key of the step that is shown now."""
    dropped = Signal(object)
    """`drops.Dropped`: something was dropped or opened through a dialog."""
    close_requested = Signal()
    """The user wants the window closed; whoever listens calls `close_now` when nothing is in the way."""
    closed = Signal()

    def __init__(self, build: Callable[[str], QWidget], dialogs: FileDialogs) -> None:
        """`build` makes the tab of a step; it is called once for each, when it is first needed."""
        super().__init__()
        self._build, self._dialogs = build, dialogs
        self.built: dict[str, QWidget] = {}
        """The tabs that exist already, by their step."""
        self._is_open = self._is_alone = False
        """A project is open; a model was opened by itself."""
        self._painted = False
        self._job = IDLE
        self._may_close = False
        self._before_viewer: tuple[str, QWidget | None] | None = None
        """The step from which the viewer was entered, and what had the keyboard there."""
        self.setObjectName("window")
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self.setMinimumSize(_SMALLEST)
        self.menus = Menus(self)

        self.rail = Rail()
        self.start = StartTab()
        self.strip = BottomStrip()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.start)
        whole = QWidget()
        in_column(wide(in_row(self.rail, wide(self._pages), spacing=0)), self.strip, spacing=0, of=whole)
        self.setCentralWidget(whole)
        self.messages = MessageBar(self._pages)
        self._drop_sign = DropSign(whole)
        InSight(self)

        self._back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._back.activated.connect(self.go_back)
        self._back.setEnabled(False)
        self.messages.filled.connect(lambda _: self._settle_escape())
        self.rail.chosen.connect(self.show_step)
        for key in STEPS:
            self.menus.steps[key].triggered.connect(lambda _=False, key=key: self.show_step(key, by_key=True))
        self.menus.open_folder.triggered.connect(self.ask_for_folder)
        self.menus.open_table.triggered.connect(self.ask_for_table)
        self.menus.open_project.triggered.connect(self.ask_for_project)
        self.menus.open_model.triggered.connect(self.ask_for_model)
        self.menus.quit.triggered.connect(self.close)
        self.start.zone.open_pressed.connect(self.ask_for_folder)
        self.show_project("")

    # Pages ----------------------------------------------------------------------------------------------------------

    def tab(self, key: str) -> QWidget:
        """The tab of step `key`, built now if need be."""
        if key not in self.built:
            self.built[key] = built = self._build(key)
            self._pages.addWidget(Roomy(built, _PAGE))
            if isinstance(built, Page):
                built.back_changed.connect(self._settle_escape)
                built.back_pressed.connect(self.go_back)
        return self.built[key]

    @property
    def step(self) -> str:
        """Key of the step that is shown; "start" on the start page."""
        return next((key for key, tab in self.built.items() if tab is self._page), START)

    @property
    def _page(self) -> QWidget:
        """What is shown now: the tab of a step, or the start page."""
        current = self._pages.currentWidget()
        return current.inside if isinstance(current, Roomy) else self.start

    def _turn_to(self, page: QWidget) -> None:
        around = self._pages.findChildren(Roomy, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self._pages.setCurrentWidget(next((one for one in around if one.inside is page), page))

    def show_step(self, key: str, by_key: bool = False) -> None:
        """Shows a step. Without a project there is only the start page, as the Dataset step; and the Viewer of a lone model."""
        is_there = self._is_open or (self._is_alone and key == "viewer")
        if not is_there or not self.rail.buttons[key].isEnabled():
            key = "dataset"
        page = self.tab(key) if self._is_open or key == "viewer" else self.start
        self.rail.set_current(key)
        at = self.focusWidget()
        if key == "viewer" != self.step:
            self._before_viewer = (self.step, at) if self.step != START else None
        self._turn_to(page)
        if at is not None and not page.isAncestorOf(at):
            self._take_focus_along(key, page, at, by_key)
        self.show_job(self._job)
        # in the viewer Ctrl+O opens photos
        self.menus.open_folder.setShortcut(QKeySequence() if self.step == "viewer" else QKeySequence.StandardKey.Open)
        self._settle_escape()
        self.step_shown.emit(self.step)

    def go_back(self) -> None:
        """To what the page came from, else from the viewer to where it was entered from, e.g. the photo in the grid."""
        page = self._page
        if isinstance(page, Page) and page.inner_back:
            page.go_back()
        elif self.step == "viewer" and self._before_viewer:
            step, at = self._before_viewer
            self.show_step(step, by_key=True)
            if at is not None and isValid(at) and at.isVisible():
                at.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _settle_escape(self) -> None:
        """Esc takes messages away first, then leads back within the page, then from the viewer."""
        page, words = self._page, ""
        if isinstance(page, Page):
            if self.step == "viewer" and self._before_viewer:
                word = next(self.menus.steps[key].text() for key in STEPS if key == self._before_viewer[0])
                words = tr("Back to {step}", step=word.replace("&", ""))
            words = page.inner_back or words
            page.show_back(words)
        self._back.setEnabled(bool(words) and not self.messages.rows)

    def _take_focus_along(self, key: str, page: QWidget, at: QWidget, by_key: bool) -> None:
        """`at`, which had the keyboard, is on the page that went, or is the step that is no longer chosen."""
        first = page.first_focus() if isinstance(page, Page) else None
        if first is not None and not any(button.shows_focus for button in self.rail.buttons.values()):
            first.setFocus()
        elif self.rail.isAncestorOf(at) or self._pages.isAncestorOf(at):
            self.rail.focus(key, by_key)

    def show_project(self, name: str, read_only: bool = False, closed: bool = False) -> None:
        """`name` "" means that no project is open: the start page. `closed`: not because of another window."""
        was_open, self._is_open = self._is_open, bool(name)
        if name and closed:
            self.setWindowTitle(tr("{project} (read-only) – CNN Desktop", project=name))
        elif name and read_only:
            self.setWindowTitle(tr("{project} (open in another window) – CNN Desktop", project=name))
        else:
            self.setWindowTitle(tr("{project} – CNN Desktop", project=name) if name else "CNN Desktop")
        for action in self.menus.of_project:
            action.setEnabled(self._is_open)
        if was_open != self._is_open or not name:
            self.show_step("dataset")

    def show_model(self, name: str) -> None:
        """The model called `name` was opened by itself, and answers in the Viewer; "": there is none any more."""
        was, self._is_alone = self._is_alone, bool(name)
        if self._is_open or not (was or name):
            return
        self.setWindowTitle(tr("{model} – CNN Desktop", model=name) if name else "CNN Desktop")
        self.menus.leave.setEnabled(bool(name))
        self.menus.show_leave(bool(name))
        self.show_step("viewer" if name else "dataset")

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        """What the rail says; a step that is no longer possible is left."""
        self.rail.show_steps(steps)
        for step in steps:
            self.menus.steps[step.key].setEnabled(step.possible)
        if self.step != START and not self.rail.buttons[self.step].isEnabled():
            self.show_step("dataset")

    def show_job(self, job: JobState) -> None:
        """The running job, in the strip at the bottom; the Training tab shows its own, with its own Stop."""
        self._job = job
        page = self._page
        told = isinstance(page, Page | StartTab) and page.shows_progress
        self.strip.job.show_job(IDLE if job.may_pause and self.step == job.shown_by else job, with_bar=not told)
        self.menus.stop.setEnabled(job.running and not job.stopping)

    def show_notice(self, notice: Notice) -> None:
        self.messages.show_notice(notice)

    # Opening --------------------------------------------------------------------------------------------------------

    def ask_for_folder(self) -> None:
        """Lets the user choose a folder of photos."""
        self._dialogs.ask_folder(self, tr("Open a folder of photos"), "data", self._chosen)

    def ask_for_table(self) -> None:
        """Lets the user choose a CSV that lists photos."""
        kinds = ";;".join((tr("Tables of photos (*.csv *.tsv)"), tr("All files (*)")))
        self._dialogs.ask_files(
            self, tr("Open a table of photos"), "data", kinds, lambda files: self._chosen(files[0]), most=1
        )

    def ask_for_project(self) -> None:
        """Lets the user choose a NAME.cnnproj folder."""
        title = tr("Open a project (a folder with a name ending in .cnnproj)")
        self._dialogs.ask_folder(
            self, title, "project", lambda folder: self.dropped.emit(drops.Dropped(projects=(Path(folder),)))
        )

    def ask_for_model(self) -> None:
        """Lets the user choose the folder of a training run."""
        title = tr("Open a trained model (the folder of a training run)")
        self._dialogs.ask_folder(
            self, title, "project", lambda folder: self.dropped.emit(drops.Dropped(models=(Path(folder),)))
        )

    def _chosen(self, data: str) -> None:
        self.dropped.emit(drops.sort_out([Path(data)]))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if drops.may_be_taken(event.mimeData()):
            event.acceptProposedAction()
            self._show_drop(event.mimeData())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_drop(None)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_drop(None)
        event.acceptProposedAction()
        self.dropped.emit(drops.sort_out(drops.paths_in(event.mimeData())))

    def _show_drop(self, dragged: QMimeData | None) -> None:
        """What letting go would do, while something is dragged over the window: on the start page the drop zone says it."""
        on_start = self.step == START
        self.start.zone.light(dragged is not None and on_start)
        self._drop_sign.show_words(drop_words(dragged, self.step) if dragged and not on_start else "")

    # Leaving --------------------------------------------------------------------------------------------------------

    def ask_about_training(
        self,
        stop: Callable[[], object],
        stop_text: str,
        pause: Callable[[], object] | None = None,
        paused: bool = False,
    ) -> QMessageBox:
        """Asks whether a training is kept; `stop` is called when it is not, `pause` when it shall wait.

        `paused`: it waits already.
        """
        box = QMessageBox(self)
        box.setObjectName("training-runs")
        box.setWindowTitle(tr("Training paused") if paused else tr("Training in progress"))
        box.setIconPixmap(pixmap("training", 40, "accent_text", self.devicePixelRatioF()))
        box.setText(tr("Training is paused.") if paused else tr("Training is still in progress."))
        if (label := box.findChild(QLabel, "qt_msgbox_label")) is not None:
            theme.strong(label)
        words = tr("If you stop it, the best model so far is kept, and you can resume later.")
        if pause:
            words += "\n" + tr("If you pause it, the window stays open and the computer is free for other things.")
        box.setInformativeText(words)
        keep = box.addButton(tr("&Keep paused") if paused else tr("&Keep training"), QMessageBox.ButtonRole.RejectRole)
        if pause:
            box.addButton(tr("&Pause"), QMessageBox.ButtonRole.RejectRole).clicked.connect(pause)
        end = box.addButton(stop_text, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        end.clicked.connect(stop)
        if (layout := box.layout()) is not None:  # now: each change of its texts makes a new one
            layout.setContentsMargins(*DIALOG)
        box.open()
        return box

    def close_now(self) -> None:
        """Closes without asking."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close:
            self.close_requested.emit()  # may call `close_now`, whose `close` does nothing within this event
        if not self._may_close:
            event.ignore()
            return
        self.closed.emit()
        super().closeEvent(event)

    # Place on the screen ----------------------------------------------------------------------------------------------

    def restore_place(self, geometry: str) -> None:
        """Puts the window where it was, or in the middle; never larger than the screen."""
        room = (self.screen() or QGuiApplication.primaryScreen()).availableSize()
        self.setMinimumSize(_SMALLEST.boundedTo(room))
        if not (geometry and self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))):
            self.resize(_USUAL.boundedTo(room * 0.95))

    @property
    def place(self) -> str:
        """For `restore_place`."""
        return self.saveGeometry().toBase64().toStdString()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)
        return done
