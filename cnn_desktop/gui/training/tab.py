"""Training tab: the settings, what it will take, what happens now, the curves, and how it ended.

Shown by
    show_view(View, TrainConfig)          everything but progress, curves and log
    show_status(Status)                   how far the running training is
    show_curves(CurveData, [str])         another run's curves and log
    show_growth(line, spoken)             the curves may have grown, the log by this line; screen readers say `spoken`
    show_device(found, chosen)            what was found on this computer, for "Runs on"

Tells
    setting_changed(str, object)          field of `TrainConfig`, value
    setting_refused(str, str, Message)    field, what was typed that is no value of it, why
    acted(Action)                         a button was pressed
    recipe_chosen(str)                    "quick", "balanced" or "best"; "": as before, without the person's own epochs
    run_chosen(str)                       the training whose model is to be used, by its id; "": always the best
    list_wanted()                         all training runs are to be listed
    advanced_toggled(bool)                "Advanced" was opened or closed
    failed(str)                           a picture of the curves could not be saved
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QPlainTextEdit, QPushButton, QStyle, QWidget

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import Card, Foldable, Page, scrolling_card
from cnn_desktop.gui.kit.empty_state import EmptyState
from cnn_desktop.gui.kit.file_dialogs import FileDialogs
from cnn_desktop.gui.kit.icons import icon
from cnn_desktop.gui.kit.rows import ROOM, in_column, in_row, in_stack, wide
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.state.curve_data import CurveData
from cnn_desktop.gui.state.curves import LOG_LINES
from cnn_desktop.gui.training.curve_plots import CurvePlots
from cnn_desktop.gui.training.fields import FIELDS, device_choices
from cnn_desktop.gui.training.recipe_choice import RecipeChoice
from cnn_desktop.gui.training.settings_form import SettingsForm
from cnn_desktop.gui.training.status import MissingCard, OutcomeCard, StatusCard
from cnn_desktop.gui.training.view import Action, Status, View

SETTINGS_WIDTH, WIDEST_SETTINGS = 312, 332
"""Of the settings' card, in pixels; a language with long words may take the second."""
LOG_HEIGHTS = {0: 60, 680: 112}
"""From this height of the tab on, in pixels: the curves need the room more."""
LOW = 560
"""Height of the tab below which the log goes without its title."""


class TrainingTab(Page):
    """See the module's docstring."""

    setting_changed = Signal(str, object)
    setting_refused = Signal(str, str, object)
    acted = Signal(str)
    advanced_toggled = Signal(bool)
    failed = Signal(str)
    run_chosen = Signal(str)
    recipe_chosen = Signal(str)
    list_wanted = Signal()

    def __init__(
        self, advanced_open: bool = False, dialogs: FileDialogs | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Training"), parent)
        self.recipe = RecipeChoice()
        self.recipe.chosen.connect(self.recipe_chosen)
        self.recipe.back.connect(lambda: self.recipe_chosen.emit(""))
        self.settings, self.advanced_settings, self.advanced = self._make_settings(advanced_open)
        self.missing, self.status, self.outcome = MissingCard(), StatusCard(), OutcomeCard()
        self.missing.pressed.connect(self.acted)
        self.runs, self.all_runs = self._make_runs(), theme.quiet(QPushButton(tr("All runs…")))
        self.all_runs.setToolTip(tr("Lists every training run with its figures; opens one in the Viewer"))
        self.all_runs.clicked.connect(self.list_wanted)
        self.title_row.addWidget(self.all_runs)
        self.curves = CurvePlots(dialogs)
        self.curves.failed.connect(self.failed)
        self.curves.load()  # now, while nothing is going on: not when a training begins
        self.plan = EmptyState("training", tr("Ready to train"))
        if (room := self.plan.layout()) is not None:
            room.setContentsMargins(0, 0, 0, 0)
        self.log = self._make_log()
        self.third, self.secondary = QPushButton(), QPushButton()
        for button in (self.third, self.secondary):
            self.footer.insertWidget(self.footer.count() - 1, button)
        self._actions: dict[QPushButton, Action] = {}
        self._shown: tuple[object, ...] = ()
        for button in (self.primary, self.secondary, self.third):
            button.clicked.connect(lambda _=False, button=button: self._press(button))
        self.stop_menu = self._make_stop_menu()

        self._log_title = theme.strong(QLabel(tr("&Log")))
        self._log_title.setBuddy(self.log)
        together = QWidget()
        in_column(wide(Card(wide(self.curves))), self._log_title, self.log, of=together)
        self._right = in_stack(self.plan, together)
        right = in_column(self.missing, self.status, self.outcome, wide(self._right), spacing=2 * theme.SPACING)
        self._filled = QWidget()
        self._settings_card = self._make_settings_card()
        in_row(self._settings_card, wide(right), spacing=2 * theme.SPACING, of=self._filled)
        self._empty = EmptyState(
            "photo",
            tr("There are no photos to train on yet."),
            tr("&Open a folder of photos"),
            tr("Choose a folder that contains one folder of photos for each class."),
        )
        self._empty.pressed.connect(lambda: self.acted.emit("open"))
        self._pages = in_stack(self._empty, self._filled)
        self.body.addWidget(self._pages, 1)

    # Shown

    @property
    def shows_progress(self) -> bool:
        return not self.status.isHidden()

    def show_view(self, view: View, config: TrainConfig) -> None:
        """The state of everything but progress, curves and log."""
        self._pages.setCurrentWidget(self._empty if view.empty else self._filled)
        self.set_subtitle("" if view.empty else view.subtitle)
        buttons = {self.primary: view.primary, self.secondary: view.secondary, self.third: view.third}
        for button, shown in buttons.items():
            button.setVisible(bool(shown.action))
            if button.text() != shown.text:
                button.setText(shown.text)
            button.setEnabled(shown.enabled)
        self._actions = {button: shown.action for button, shown in buttons.items()}
        self._show_runs(view)
        self.missing.show_missing(view.missing)
        for button, action in self._actions.items():
            button.setMenu(self.stop_menu if action == "stop" else None)  # type: ignore[arg-type]
        self.note.setText(view.note)
        self._show_settings(view, config)
        self.status.setVisible(view.training)
        self.outcome.show_outcome(view.outcome)
        self._right.setCurrentIndex(1 if view.curves else 0)

    def show_status(self, status: Status) -> None:
        """How far the training is."""
        self.status.show_status(status)

    def show_curves(self, data: CurveData, log: Iterable[str]) -> None:
        """Another run's curves and log."""
        self.log.clear()
        for line in log:
            self.log.appendPlainText(line)
        self.curves.show_data(data)

    def show_growth(self, line: str, spoken: str) -> None:
        """The running training has told something."""
        self.curves.wake()
        if line:
            self.log.appendPlainText(line)
        if spoken:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.log, spoken))

    def show_device(self, found: str, chosen: str) -> None:
        """What "Runs on" offers."""
        self.advanced_settings.show_choices("device", device_choices(found, chosen))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settings_card.setFixedWidth(min(max(SETTINGS_WIDTH, self._settings_width()), WIDEST_SETTINGS))

    def _settings_width(self) -> int:
        """What the settings need beside their scroll bar, the advanced ones too, in whatever language."""
        parts = (self.recipe, self.settings, self.advanced_settings)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return max(part.minimumSizeHint().width() for part in parts) + bar + 4 * theme.SPACING

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.log.setFixedHeight(max(high for tab, high in LOG_HEIGHTS.items() if event.size().height() >= tab))
        self._log_title.setVisible(event.size().height() >= LOW)
        self.log.verticalScrollBar().setValue(self.log.verticalScrollBar().maximum())

    def _show_settings(self, view: View, config: TrainConfig) -> None:
        """What a person is typing is left alone while nothing here has changed."""
        shown = (
            config,
            view.epochs,
            view.problems,
            view.typed,
            view.locked,
            view.idle,
            view.heading,
            view.plan,
            view.recipe,
        )
        if shown == self._shown:
            return
        self._shown = shown
        self.recipe.show_view(view.recipe, view.locked)
        for form in (self.settings, self.advanced_settings):
            form.show_settings(config, view.epochs, view.problems, view.typed)
            form.lock(*(form.rows if view.locked else view.idle))
        if any(name in view.problems for name in self.advanced_settings.rows):
            self.advanced.toggle.setChecked(True)  # what is wrong must be seen
        self.plan.show_state("training", view.heading, caption=view.plan)

    def _show_runs(self, view: View) -> None:
        """The trainings to choose from."""
        self.runs.setVisible(bool(view.choices))
        self.runs.setEnabled(not view.training)
        self.all_runs.setVisible(not view.empty)
        words = [words for _, words in view.choices]
        with QSignalBlocker(self.runs):
            if [self.runs.itemText(place) for place in range(self.runs.count())] != words:
                self.runs.clear()
                for (run, _), text in zip(view.choices, words, strict=True):
                    self.runs.addItem(text, run)
            self.runs.setCurrentIndex(self.runs.findData(view.chosen))

    # Told

    def _press(self, button: QPushButton) -> None:
        if (action := self._actions[button]) and action != "stop":  # Stop has a menu
            self.acted.emit(action)

    # Parts

    def _make_settings(self, advanced_open: bool) -> tuple[SettingsForm, SettingsForm, Foldable]:
        course = SettingsForm([field for field in FIELDS if not field.advanced])
        more = SettingsForm([field for field in FIELDS if field.advanced])
        fold = Foldable(tr("&Advanced"), advanced_open)
        fold.body.addWidget(more)
        fold.toggle.toggled.connect(self.advanced_toggled)
        for form in (course, more):
            form.changed.connect(self.setting_changed)
            form.refused.connect(self.setting_refused)
        return course, more, fold

    def _make_settings_card(self) -> Card:
        inside = theme.role(QWidget(), "page")
        in_column(self.recipe, self.settings, self.advanced, ROOM, margins=(0, 0, theme.SPACING, 0), of=inside)
        return scrolling_card(inside, tr("Settings"))

    def _make_runs(self) -> QComboBox:
        """Which of several trainings is used: beside the title."""
        runs = QComboBox(sizeAdjustPolicy=QComboBox.SizeAdjustPolicy.AdjustToContents)
        runs.setAccessibleName(tr("Training run in use"))
        runs.setToolTip(tr("Evaluation and Viewer use the model from this training run"))
        runs.hide()
        runs.activated.connect(lambda place: self.run_chosen.emit(runs.itemData(place)))
        self.title_row.addWidget(runs)
        return runs

    def _make_log(self) -> QPlainTextEdit:
        log = QPlainTextEdit(
            readOnly=True, maximumBlockCount=LOG_LINES, placeholderText=tr("Messages appear here during training.")
        )
        log.setAccessibleName(tr("Log"))
        log.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return log

    def _make_stop_menu(self) -> QMenu:
        menu = QMenu(self)
        for name, words, action in (
            ("stop", tr("Stop and &keep the best model so far"), "stop"),
            ("close", tr("Stop and &discard this training run"), "throw_away"),
        ):
            menu.addAction(icon(name, "text"), words, lambda action=action: self.acted.emit(action))
        return menu
