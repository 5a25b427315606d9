"""Training tab: the settings, what it will take, what happens now, the curves, and how it ended.

Shown by
    show_view(View, TrainConfig)          everything but curves and log (`present.training.view`)
    show_event(Event)                     an event of the running training: curves and log
    begin_run(resumed)                    a training begins: log and curves start anew, unless it is taken up again
    show_earlier([Event])                 curves and log of an earlier training, from what was recorded of it
    show_device(name)                     what was found on this computer, for "Runs on"

Tells
    setting_changed(str, object)          field of `TrainConfig`, value
    acted(str)                            a button: "open", "train", "go_on", "pause", "resume", "test", "model" (go there), "scratch"
    recipe_chosen(str)                    "quick", "balanced" or "best"; "": as before, without the person's own epochs
    run_chosen(str)                       the training whose model is to be used, by its id
    stop_wanted(bool)                     Stop, and whether what was reached is kept
    advanced_toggled(bool)                "Advanced" was opened or closed
    failed(str)                           a picture of the curves could not be saved
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.events import Event
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import Card, Foldable, Page
from cnn_desktop.gui.kit.empty_state import EmptyState
from cnn_desktop.gui.kit.icons import icon
from cnn_desktop.gui.kit.theme import SPACING
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.state.curves import CurveData
from cnn_desktop.gui.training.curves import Curves
from cnn_desktop.gui.training.fields import FIELDS, device_choices
from cnn_desktop.gui.training.recipe_choice import RecipeChoice
from cnn_desktop.gui.training.settings_form import SettingsForm
from cnn_desktop.gui.training.status import MissingCard, OutcomeCard, StatusCard
from cnn_desktop.gui.training.view import Button, View, announced, log_line

SETTINGS_WIDTH = 312
LOG_LINES = 2000
LOG_HEIGHTS = {0: 60, 680: 112}
"""From this height of the tab on, in pixels: the curves need the room more."""
LOW = 560
"""Height of the tab below which the log goes without its title."""


class TrainingTab(Page):
    """See the module's docstring."""

    setting_changed = Signal(str, object)
    acted = Signal(str)
    stop_wanted = Signal(bool)
    advanced_toggled = Signal(bool)
    failed = Signal(str)
    run_chosen = Signal(str)
    recipe_chosen = Signal(str)

    def __init__(self, advanced_open: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(tr("Training"), parent)
        self._actions = {"primary": "", "secondary": "", "third": ""}
        self._last_line = ""
        self._shown: tuple[object, ...] = ()
        self.recipe = RecipeChoice()
        self.recipe.chosen.connect(self.recipe_chosen)
        self.recipe.back.connect(lambda: self.recipe_chosen.emit(""))
        self.settings, self.advanced_settings, self.advanced = self._make_settings(advanced_open)
        self.missing, self.status, self.outcome = MissingCard(), StatusCard(), OutcomeCard()
        self.missing.pressed.connect(self.acted)
        self.runs = self._make_runs()
        self.curves = Curves()
        self.curves.failed.connect(self.failed)
        self.curves.load()  # now, while nothing is going on: not when a training begins
        self.plan = EmptyState("training", tr("Ready to train"))
        if (room := self.plan.layout()) is not None:
            room.setContentsMargins(0, 0, 0, 0)
        self.log = self._make_log()
        self.third, self.secondary = QPushButton(), QPushButton()
        for button in (self.third, self.secondary):
            self.footer.insertWidget(self.footer.count() - 1, button)
        self.stop_menu = self._make_stop_menu()
        self.primary.clicked.connect(lambda: self._press("primary"))
        self.secondary.clicked.connect(lambda: self._press("secondary"))
        self.third.clicked.connect(lambda: self._press("third"))

        self._filled = QWidget()
        halves = QHBoxLayout(self._filled)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(2 * SPACING)
        halves.addWidget(self._make_settings_card())
        halves.addLayout(self._make_right(), 1)
        self._empty = EmptyState(
            "photo",
            tr("There are no photos to train on yet."),
            tr("&Open a folder of photos"),
            tr("A folder with one folder of photos for each class."),
        )
        self._empty.pressed.connect(lambda: self.acted.emit("open"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._filled)
        self.body.addWidget(self._pages, 1)

    # Shown

    def show_view(self, view: View, config: TrainConfig) -> None:
        """The state of everything but curves and log."""
        self._pages.setCurrentWidget(self._empty if view.empty else self._filled)
        self.set_subtitle("" if view.empty else view.subtitle)
        self._show_button("primary", self.primary, view.primary)
        self._show_button("secondary", self.secondary, view.secondary)
        self._show_button("third", self.third, view.third)
        self._show_runs(view)
        self.missing.show_missing(view.missing)
        self.primary.setMenu(self.stop_menu if view.primary.action == "stop" else None)  # type: ignore[arg-type]
        self.note.setText(view.note)
        self._show_settings(view, config)
        self.status.setVisible(view.status is not None)
        if view.status is not None:
            self.status.show_status(view.status)
        self.outcome.show_outcome(view.outcome)
        self._show_curves_or_plan(running=view.status is not None)

    def show_event(self, event: Event) -> None:
        """An event of the running training."""
        self.curves.hear(event)
        now = QLocale().toString(QDateTime.currentDateTime().time(), QLocale.FormatType.ShortFormat)
        self._log(log_line(event), now)
        if words := announced(event):
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.log, words))

    def begin_run(self, resumed: bool) -> None:
        """A training begins."""
        if not resumed:
            self.log.clear()
            self.curves.show_data(CurveData())
        self._last_line = ""
        now = QLocale().toString(QDateTime.currentDateTime().time(), QLocale.FormatType.ShortFormat)
        self._log(tr("Starting the training process"), now)

    def show_earlier(self, past: Sequence[Event]) -> None:
        """Curves and log of an earlier training, as far as they were kept; none for a project without."""
        data = CurveData()
        data.replay(past)
        self.log.clear()
        self._last_line = ""
        for event in past[-LOG_LINES:]:
            self._log(log_line(event))
        self.curves.show_data(data)
        self._show_curves_or_plan(running=False)

    def show_device(self, found: str, chosen: str) -> None:
        """What "Runs on" offers."""
        self.advanced_settings.show_choices("device", device_choices(found, chosen))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.log.setFixedHeight(max(high for tab, high in LOG_HEIGHTS.items() if event.size().height() >= tab))
        self._log_title.setVisible(event.size().height() >= LOW)
        self.log.verticalScrollBar().setValue(self.log.verticalScrollBar().maximum())

    def _show_settings(self, view: View, config: TrainConfig) -> None:
        """What does not change ten times a second is not set ten times a second."""
        shown = (config, view.epochs, view.problems, view.locked, view.idle, view.heading, view.plan, view.recipe)
        if shown == self._shown:
            return
        self._shown = shown
        self.recipe.show_view(view.recipe, view.locked)
        for form in (self.settings, self.advanced_settings):
            form.show_settings(config, view.epochs, view.problems)
            form.lock(*(form.rows if view.locked else view.idle))
        if any(name in view.problems for name in self.advanced_settings.rows):
            self.advanced.toggle.setChecked(True)  # what is wrong must be seen
        self.plan.show_state("training", view.heading, caption=view.plan)

    def _log(self, line: str, time: str = "") -> None:
        """One more line; the end of a job often says what its last event said, which is not said twice."""
        if line and line != self._last_line:
            self.log.appendPlainText(f"{time}  {line}" if time else line)
        self._last_line = line or self._last_line

    def _show_runs(self, view: View) -> None:
        """The trainings to choose from."""
        self.runs.setVisible(bool(view.choices))
        self.runs.setEnabled(view.status is None)
        words = [tr("Training: {run}", run=words) for _, words in view.choices]
        with QSignalBlocker(self.runs):
            if [self.runs.itemText(place) for place in range(self.runs.count())] != words:
                self.runs.clear()
                for (run, _), text in zip(view.choices, words, strict=True):
                    self.runs.addItem(text, run)
            self.runs.setCurrentIndex(self.runs.findData(view.chosen))

    # Told

    def _press(self, which: str) -> None:
        action = self._actions[which]
        if action and action != "stop":  # Stop has a menu
            self.acted.emit(action)

    # Parts

    def _show_button(self, which: str, button: QPushButton, shown: Button) -> None:
        self._actions[which] = shown.action
        button.setVisible(bool(shown.action))
        if button.text() != shown.text:
            button.setText(shown.text)
        button.setEnabled(shown.enabled)

    def _show_curves_or_plan(self, running: bool) -> None:
        shows_curves = running or not self.curves.data.empty
        self._right.setCurrentIndex(1 if shows_curves else 0)

    def _make_settings(self, advanced_open: bool) -> tuple[SettingsForm, SettingsForm, Foldable]:
        course = SettingsForm([field for field in FIELDS if not field.advanced])
        more = SettingsForm([field for field in FIELDS if field.advanced])
        fold = Foldable(tr("Advance&d"), advanced_open)
        fold.body.addWidget(more)
        fold.toggle.toggled.connect(self.advanced_toggled)
        for form in (course, more):
            form.changed.connect(self.setting_changed)
        return course, more, fold

    def _make_settings_card(self) -> Card:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, SPACING, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.recipe)
        column.addWidget(self.settings)
        column.addWidget(self.advanced)
        column.addStretch(1)
        theme.role(inside, "page")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        card = Card(tr("Settings"))
        card.body.setContentsMargins(2 * SPACING, 2 * SPACING, SPACING, 2 * SPACING)
        card.body.addWidget(area, 1)
        card.setFixedWidth(SETTINGS_WIDTH)
        return card

    def _make_right(self) -> QVBoxLayout:
        curves_card = Card()
        curves_card.body.addWidget(self.curves, 1)
        self._log_title = theme.strong(QLabel(tr("&Log")))
        self._log_title.setBuddy(self.log)
        together = QWidget()
        column = QVBoxLayout(together)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(curves_card, 1)
        column.addWidget(self._log_title)
        column.addWidget(self.log)
        self._right = QStackedWidget()
        self._right.addWidget(self.plan)
        self._right.addWidget(together)
        right = QVBoxLayout()
        right.setSpacing(2 * SPACING)
        right.addWidget(self.missing)
        right.addWidget(self.status)
        right.addWidget(self.outcome)
        right.addWidget(self._right, 1)
        return right

    def _make_runs(self) -> QComboBox:
        """Which of several trainings is used: beside the title."""
        runs = QComboBox()
        runs.setAccessibleName(tr("Training whose model is used"))
        runs.setToolTip(tr("Evaluation and Viewer use the model of this training"))
        runs.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        runs.hide()
        runs.activated.connect(lambda place: self.run_chosen.emit(runs.itemData(place)))
        self.title_row.addWidget(runs)
        return runs

    def _make_log(self) -> QPlainTextEdit:
        log = QPlainTextEdit()
        log.setReadOnly(True)
        log.setMaximumBlockCount(LOG_LINES)
        log.setAccessibleName(tr("Log"))
        log.setPlaceholderText(tr("What happens is written here."))
        log.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return log

    def _make_stop_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(
            icon("stop", "text"), tr("Stop and &keep the best model so far"), lambda: self.stop_wanted.emit(True)
        )
        menu.addAction(
            icon("close", "text"), tr("Stop and &throw this training away"), lambda: self.stop_wanted.emit(False)
        )
        return menu
