"""The start page: shown while no project is open."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QPushButton, QScrollArea, QWidget

from cnn_desktop.gui.frame.drop_zone import DropZone
from cnn_desktop.gui.frame.recent_card import WIDEST, WIDTH, RecentButton
from cnn_desktop.gui.frame.start_view import RecentCard
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.rows import ROOM, in_column, in_row, wide
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.state.job_state import JobState

_COLUMNS = 4
ZONE = 208
"""Least height of the drop zone: with a row of projects the page fits the smallest window."""
_PAGE = _COLUMNS * WIDTH + (_COLUMNS - 1) * 2 * theme.SPACING


class StartTab(QScrollArea):
    """Welcome, drop zone (`zone`), recent projects."""

    project_chosen = Signal(str)
    """Its NAME.cnnproj folder."""
    classify_chosen = Signal(str)
    """NAME.cnnproj folder of the project with whose model photos are to be classified."""
    model_wanted = Signal()
    """The model is to be chosen among files."""
    forget_pressed = Signal(str)
    failed = Signal(str)
    """A sentence: something a card offers did not work."""
    shows_progress = True
    """Of the running job, in the drop zone: see `Page`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        self.setAccessibleName(tr("Start page"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = theme.role(QWidget(), "page")
        self._page = QWidget()
        self._page.setMaximumWidth(_PAGE)
        outer = QGridLayout(page)
        outer.setContentsMargins(theme.MARGIN, theme.MARGIN, theme.MARGIN, theme.MARGIN)
        outer.addWidget(self._page, 0, 1)
        outer.setColumnStretch(0, 1)
        outer.setColumnStretch(1, 1000)
        outer.setColumnStretch(2, 1)

        words = tr("Drop a folder of photos, train a model that tells them apart, and see how far you can trust it.")
        self.zone = DropZone()
        self.zone.setMinimumHeight(ZONE)

        self._heading = theme.heading(QLabel(tr("Recent projects")))
        self.classify = QPushButton(tr("&Classify photos…"))
        self.classify.setToolTip(tr("Classifies photos with a model you trained earlier"))
        self.classify.clicked.connect(self._classify)
        self._grid = QGridLayout()
        self._grid.setSpacing(2 * theme.SPACING)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        in_column(
            theme.title(QLabel(tr("Welcome to CNN Desktop"))), theme.muted(QLabel(words, wordWrap=True)), theme.SPACING,
            wide(self.zone, 1000), 2 * theme.SPACING, in_row(self._heading, ROOM, self.classify), self._grid, ROOM,
            of=self._page,
        )  # fmt: skip
        self.setWidget(page)
        self.cards: list[RecentButton] = []
        self.show_recent([])

    def show_recent(self, cards: list[RecentCard]) -> None:
        """Shows the recent projects, newest first."""
        for old in self.cards:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        names = [card.name for card in cards]
        self.cards = [self._button(card, names) for card in cards]
        self._heading.setVisible(bool(cards))
        self.zone.setMaximumHeight(280 if cards else 560)
        self._arrange()

    def show_job(self, job: JobState) -> None:
        """While a folder is read or the sample is drawn, the drop zone says so."""
        self.zone.show_busy(job.sentence.render(QT_WORDS) if job.running and job.sentence else "", job.fraction)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _classify(self) -> None:
        """With the only model there is, at once; else with one that is chosen."""
        known = self._known()
        if not known:
            self.model_wanted.emit()
        elif len(known) == 1:
            self._classify_with(known[0].path)
        else:
            self.open_models()

    def _known(self) -> list[RecentCard]:
        """Projects with a model, newest first."""
        return [card for card in (button.card for button in self.cards) if card.trained and not card.missing]

    def open_models(self) -> QMenu:
        """The models there are to choose from."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for card in self._known():
            words = tr("{project} ({detail})", project=card.name, detail=card.detail)
            menu.addAction(words.replace("&", "&&")).triggered.connect(partial(self._classify_with, card.path))
        menu.addSeparator()
        menu.addAction(tr("Open a trained &model…"), self.model_wanted.emit)
        menu.popup(self.classify.mapToGlobal(self.classify.rect().bottomLeft()))
        return menu

    def _classify_with(self, project: str) -> None:
        self.classify_chosen.emit(project)

    def _button(self, card: RecentCard, names: list[str]) -> RecentButton:
        button = RecentButton(card, names)
        button.clicked.connect(lambda: self.project_chosen.emit(card.path))
        button.classify_pressed.connect(lambda: self.classify_chosen.emit(card.path))
        button.forget_pressed.connect(lambda: self.forget_pressed.emit(card.path))
        button.failed.connect(self.failed)
        return button

    def _arrange(self) -> None:
        room = min(self.viewport().width() - 2 * theme.MARGIN, _PAGE)
        columns = max(1, (room + 2 * theme.SPACING) // (WIDTH + 2 * theme.SPACING))
        width = min((room - (columns - 1) * 2 * theme.SPACING) // columns, WIDEST)
        for place, button in enumerate(self.cards):
            button.setFixedWidth(width)
            self._grid.addWidget(button, place // columns, place % columns)
