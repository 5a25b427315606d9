"""Viewer tab: any photo, what the model says about it, and facts about the file.

Shown by
    show_run(name)                        the model that answers; None: nothing is trained yet. Answers are asked anew
    show_paths(paths, current)            photos to go through; `current` (default: the first) is shown
    show_prediction(Predicted)            an answer to `prediction_needed`
    show_skipped(Skipped)                 the photo cannot be read, and why
    show_failure(text)                    the model could not answer, in one sentence; "": it can

Tells
    paths_dropped(list[str])              the person dropped, pasted or opened these (the tab shows them itself)
    prediction_needed(str)                ask the model about this photo
    train_requested()                     go to the Training tab

Keys: Left and Right go through the photos, + and − zoom, 0 fits, 1 shows own pixels, Ctrl+V pastes, Ctrl+O opens.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cnn_desktop.domain.events import Skipped
from cnn_desktop.domain.jobs.predict import Predicted
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import Card, Page, ShortLabel, breakable, rule
from cnn_desktop.gui.kit.empty_state import EmptyState
from cnn_desktop.gui.kit.icons import icon
from cnn_desktop.gui.kit.paths import cut, short_path
from cnn_desktop.gui.kit.theme import SPACING
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.teach.help_button import TeachButton
from cnn_desktop.gui.viewer.pasted import pasted_photos
from cnn_desktop.gui.viewer.photo_loader import LoadedPhoto, PhotoLoader
from cnn_desktop.gui.viewer.photo_view import PhotoView
from cnn_desktop.gui.viewer.score_bars import ScoreBars
from cnn_desktop.gui.viewer.view import fact_rows, top_bars, verdict

FACTS = 5
VERDICT_WORD = 16
"""Letters of a word that fit beside the photo in the heading's size."""


class ViewerTab(Page):
    """See the module's docstring."""

    paths_dropped = Signal(list)
    prediction_needed = Signal(str)
    train_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Viewer"), parent)
        self.setAcceptDrops(True)
        self._run: str | None = None
        self._paths: list[str] = []
        self._place = 0
        self._answers: dict[str, Predicted] = {}
        self._faults: dict[str, str] = {}
        self._asked: set[str] = set()
        self._failure = ""
        self._answered = False
        """The model has answered before, so it is loaded."""
        self.loader = PhotoLoader(self)
        self.loader.loaded.connect(self._loaded)
        self.loader.failed.connect(self._not_loaded)
        self.loader.listed.connect(self._take_dropped)
        self.empty = EmptyState(
            "photo",
            tr("Drop a photo here."),
            tr("&Open photos…"),
            tr("Or copy one elsewhere and paste it with Ctrl+V."),
        )
        self.empty.pressed.connect(self._open)
        self.main = self._build_main()
        self.stack = QStackedLayout()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.main)
        self.body.addLayout(self.stack, 1)
        self.primary.clicked.connect(self._open)
        self._build_actions()
        self._refresh()

    # What is shown --------------------------------------------------------------------------------------------------

    def show_run(self, name: str | None) -> None:
        """The model that answers. Another one makes the old answers worthless."""
        if name != self._run:
            self._run = name
            self._answers.clear()
            self._asked.clear()
            self._failure = ""
            self._answered = False
            self._refresh()

    def show_paths(self, paths: list[str], current: str = "") -> None:
        """Photos to go through."""
        place = paths.index(current) if current in paths else 0
        if paths == self._paths and place == self._place:
            return
        self._paths, self._place = list(paths), place
        self._faults.clear()
        self._show_current()

    def show_prediction(self, predicted: Predicted) -> None:
        """The model's answer for one photo, also for one that is not on the screen now."""
        self._answers[predicted.path] = predicted
        self._failure = ""
        first, self._answered = not self._answered, True
        if first or predicted.path == self.current:
            self._refresh()

    def show_skipped(self, skipped: Skipped) -> None:
        """The model could not read a photo."""
        self._faults[skipped.path] = skipped.reason.render(QT_WORDS)
        if skipped.path == self.current:
            self._refresh()

    def show_failure(self, text: str) -> None:
        """The model could not answer."""
        self._failure = text
        if text:
            self._asked.clear()
        self._refresh()

    @property
    def current(self) -> str:
        """The photo on the screen, "" when there is none."""
        return self._paths[self._place] if self._paths else ""

    def first_focus(self) -> QWidget | None:
        """The photo, so that Left and Right go on and back at once."""
        return self.view if self.current and not self.view.isHidden() else None

    # How it is built ------------------------------------------------------------------------------------------------

    def _build_main(self) -> QWidget:
        self.view = PhotoView()
        self.fault = EmptyState("warning")
        self.photo_stack = QStackedLayout()
        self.photo_stack.addWidget(self.view)
        self.photo_stack.addWidget(self.fault)
        self.back = self._tool("left", tr("Previous photo"), tr("Left"))
        self.forth = self._tool("right", tr("Next photo"), tr("Right"))
        self.counter = theme.tabular(theme.muted(QLabel()))
        self.counter.setMinimumWidth(92)
        self.counter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.zoom_label = theme.tabular(theme.muted(QLabel()))
        self.zoom_label.setMinimumWidth(56)
        self.zoom_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.smaller = self._tool("zoom-out", tr("Zoom out"), "−")
        self.larger = self._tool("zoom-in", tr("Zoom in"), "+")
        self.fit = self._tool("fit", tr("Fit the window"), "0")
        self.actual = self._tool("", tr("Own pixels, 1 to 1"), "1")
        self.actual.setText("1:1")
        bar = QHBoxLayout()
        bar.setSpacing(4)
        for part in (self.back, self.counter, self.forth):
            bar.addWidget(part)
        bar.addStretch(1)
        for part in (self.zoom_label, self.smaller, self.larger, self.fit, self.actual):
            bar.addWidget(part)
        self.view.zoomed.connect(self._zoomed)
        left = QVBoxLayout()
        left.setSpacing(SPACING)
        left.addLayout(self.photo_stack, 1)
        left.addLayout(bar)
        main = QWidget()
        row = QHBoxLayout(main)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACING)
        row.addLayout(left, 1)
        row.addWidget(self._build_answer())
        return main

    def _build_answer(self) -> QWidget:
        card = Card()
        card.setFixedWidth(248)
        self.verdict = theme.heading(QLabel())
        self.verdict.setWordWrap(True)
        self.verdict.setTextFormat(Qt.TextFormat.PlainText)
        top = QHBoxLayout()
        top.addWidget(self.verdict, 1)
        top.addWidget(TeachButton("softmax"), 0, Qt.AlignmentFlag.AlignTop)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.bars = ScoreBars()
        self.more = theme.caption(QLabel())
        self.no_model = theme.muted(QLabel(tr("Train a model and it will say here what it sees.")))
        self.no_model.setWordWrap(True)
        card.body.addLayout(top)
        for part in (self.busy, self.no_model, self.bars, self.more):
            card.body.addWidget(part)
        card.body.addStretch(1)
        card.body.addWidget(rule())
        self.facts: list[tuple[QLabel, ShortLabel]] = []
        for _ in range(FACTS):
            name, value = theme.caption(QLabel()), ShortLabel(mode=Qt.TextElideMode.ElideMiddle)
            name.setFixedWidth(64)
            line = QHBoxLayout()
            line.addWidget(name)
            line.addWidget(theme.caption(value), 1)
            card.body.addLayout(line)
            self.facts.append((name, value))
        return card

    def _tool(self, name: str, words: str, key: str) -> QToolButton:
        button = QToolButton()
        if name:
            button.setIcon(icon(name))
        button.setAccessibleName(words)
        button.setToolTip(tr("{words} ({key})", words=words, key=key))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _build_actions(self) -> None:
        keys = QKeySequence.StandardKey
        for button, run, shortcuts in (
            (self.back, lambda: self._step(-1), [QKeySequence(Qt.Key.Key_Left), QKeySequence(keys.MoveToPreviousPage)]),
            (self.forth, lambda: self._step(1), [QKeySequence(Qt.Key.Key_Right), QKeySequence(keys.MoveToNextPage)]),
            (self.smaller, self.view.zoom_out, [QKeySequence(Qt.Key.Key_Minus), QKeySequence(keys.ZoomOut)]),
            (self.larger, self.view.zoom_in, [QKeySequence(Qt.Key.Key_Plus), QKeySequence(keys.ZoomIn)]),
            (self.fit, self.view.fit, [QKeySequence(Qt.Key.Key_0)]),
            (self.actual, self.view.actual_size, [QKeySequence(Qt.Key.Key_1)]),
            (None, self._paste, [QKeySequence(keys.Paste)]),
            (None, self._open, [QKeySequence(keys.Open)]),
        ):  # fmt: skip
            action = QAction(self)
            action.setShortcuts(shortcuts)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(run)
            self.addAction(action)
            if button is not None:
                button.clicked.connect(run)

    # What happens ---------------------------------------------------------------------------------------------------

    def _show_current(self) -> None:
        path = self.current
        if path:
            self.loader.load(path)
        self._refresh()

    def _step(self, step: int) -> None:
        place = self._place + step
        if 0 <= place < len(self._paths):
            self._place = place
            self._failure = ""  # with another photo it is tried again
            self._show_current()

    def _loaded(self, photo: LoadedPhoto) -> None:
        if photo.path != self.current:
            return
        self.view.show_photo(photo.levels, Path(photo.path).name)
        self.photo_stack.setCurrentWidget(self.view)
        rows = fact_rows(photo.facts)
        for place, (name, value) in enumerate(self.facts):
            words = rows[place] if place < len(rows) else None
            name.setText(words[0].render(QT_WORDS) if words else "")
            value.setText(words[1].render(QT_WORDS) if words else "")
            name.setVisible(words is not None)
            value.setVisible(words is not None)
        self._ask()

    def _not_loaded(self, path: str, text: str) -> None:
        self._faults[path] = text
        if path == self.current:
            for line in self.facts:
                for label in line:
                    label.hide()
            self._refresh()

    def _ask(self) -> None:
        path = self.current
        if self._failure or self._run is None:
            return
        if path and path not in self._answers and path not in self._asked:
            self._asked.add(path)
            self.prediction_needed.emit(path)

    def _refresh(self) -> None:
        path = self.current
        self.stack.setCurrentWidget(self.main if path else self.empty)
        self.title.setText(Path(path).name if path else tr("Viewer"))
        self.set_subtitle(short_path(str(Path(path).parent), 90) if path else "")
        self.subtitle.setToolTip(path)
        self.set_primary(tr("&Open photos…") if path else "")
        self.back.setEnabled(self._place > 0)
        self.forth.setEnabled(self._place + 1 < len(self._paths))
        self.counter.setText(tr("{n} of {total}", n=self._place + 1, total=len(self._paths)))
        fault = self._faults.get(path, "")
        if fault:
            title = tr("{file} cannot be shown.", file=cut(Path(path).name, 48))
            self.fault.show_state("warning", title, "", fault[:1].upper() + fault[1:], "warn")
            self.photo_stack.setCurrentWidget(self.fault)
        self._show_answer(path, fault)
        if path and not fault:
            self._ask()

    def _show_answer(self, path: str, fault: str) -> None:
        answer = self._answers.get(path)
        self.no_model.setVisible(self._run is None or bool(self._failure))
        self.no_model.setText(self._failure or tr("Train a model and it will say here what it sees."))
        self.bars.setVisible(self._run is not None and not self._failure)
        if answer is None or fault:
            waiting = self._run is not None and not fault and not self._failure
            looking = tr("Looking…") if self._answered else tr("Loading the model…")
            self.verdict.setText(looking if waiting else tr("No answer") if self._run else tr("No model yet"))
            self.busy.setAccessibleName(looking)
            self.busy.setVisible(waiting and not self._answered)  # a loaded model answers at once
            self.bars.show_bars([])
            self.more.setText("")
            return
        self.busy.hide()
        bars, more = top_bars(answer)
        self.verdict.setText(breakable(verdict(answer).render(QT_WORDS), VERDICT_WORD))
        self.bars.show_bars(bars)
        self.more.setText(tr("and {n} {n:other class|other classes}", n=more) if more else "")

    def _zoomed(self, scale: float, fits: bool) -> None:
        self.zoom_label.setText(tr("{p:.0%}", p=scale))
        self.fit.setEnabled(not fits)

    # Where photos come from -----------------------------------------------------------------------------------------

    def _open(self) -> None:
        start = str(Path(self.current).parent) if self.current else ""
        kinds = tr("Photos (*.jpg *.jpeg *.png *.bmp *.gif *.webp *.tif *.tiff *.heic *.heif *.avif);;All files (*)")
        files, _ = QFileDialog.getOpenFileNames(self, tr("Open photos"), start, kinds)
        if files:
            self.loader.list_photos(files)

    def _paste(self) -> None:
        files = pasted_photos(QGuiApplication.clipboard().mimeData())
        if files:
            self.loader.list_photos(files)

    def _take_dropped(self, files: list[str]) -> None:
        if files:
            self.show_paths(files)
            self.paths_dropped.emit(files)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = pasted_photos(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.loader.list_photos(files)
