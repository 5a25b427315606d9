"""The Viewer's “why” ↔ the child: the heat map over the photo, and the training photos that look like it."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QObject

from cnn_desktop.domain.events import Ended, Event, Progress, Skipped
from cnn_desktop.domain.jobs.explain import AlikeFound, FindAlike, ShowHeat
from cnn_desktop.domain.jobs.predict import Predicted
from cnn_desktop.domain.tones import OWN
from cnn_desktop.gui.children.children import Question
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.kit.heat import Heat, HeatSource, heat_words
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.known_label import find_sealed
from cnn_desktop.gui.state.viewed_model import ViewedModel
from cnn_desktop.gui.viewer.tab import ViewerTab
from cnn_desktop.gui.viewer.unknown_dialog import UnknownDialog
from cnn_desktop.gui.viewer.unknown_view import setting_view
from cnn_desktop.gui.viewer.why_panel import AlikeView

KEPT = 200
"""Photos of which it is remembered what looks like them."""


class WhyConnection(QObject):
    """Lives as long as the tab; `look_at` tells which photo is on the screen, and what the model said of it."""

    def __init__(self, shell: Shell, tab: ViewerTab) -> None:
        super().__init__(tab)
        self._shell, self._session, self._tab, self._why = shell, shell.session, tab, tab.answer.why
        self._path = ""
        self._model: ViewedModel | None = None
        self._heat = HeatSource(shell.session.processes.ask, self)
        self._shown: Heat | None = None
        self._question: Question | None = None
        self._known: OrderedDict[str, AlikeFound] = OrderedDict()
        self._failed: dict[str, str] = {}
        """Why what looks like a photo is not known."""
        self._looked_at = False
        """What is wanted of the photo on the screen was asked for."""
        self._before: list[tuple[list[str], str, object | None]] = []
        """Photos, the current one and whose they are, from which similar ones were opened."""
        self._heat.came.connect(self._show_heat)
        self._heat.failed.connect(self._show_no_heat)
        self._heat.progressed.connect(self._show_progress)
        self._why.heat.changed.connect(self._want_heat)
        self._why.alike_wanted.connect(self._choose_alike)
        self._why.alike_opened.connect(self._open)
        tab.answer.unknown.clicked.connect(self._ask_unknown)
        self._why.grid.menu.failed.connect(lambda text: shell.tell(Notice("warning", text)))
        tab.inner_back_wanted.connect(self._go_back)

    def take(self, changed: Changed) -> None:
        """What is another one now, as the session tells; before `look_at`."""
        photos = self._session.project.photos
        if changed.photos:
            self._tab.set_tones((photos and photos.tones) or OWN)
        is_other = changed.any("runs", "model") and self._session.models.now != self._model
        if changed.photos or is_other:  # other photos may lie at their paths now
            self._model = self._session.models.now
            self._known.clear()
            self._failed.clear()
            self._forget()
        if changed.selection:
            self._take_selection()

    def look_at(self, path: str, answer: Predicted | None) -> None:
        """`path` is on the screen ("": none is), and the model has said `answer` of it, None as long as it has not."""
        if answer is not None:  # until then the person's choice stays
            self._why.heat.show_classes([score.name for score in answer.scores])
        self._why.setVisible(answer is not None)
        if path != self._path:
            self._path = path
            self._forget()
        if answer is not None and not self._looked_at:
            self._looked_at = True
            self._want_heat()
            self._want_alike()
        self._paint()

    def _take_selection(self) -> None:
        selection = self._session.selection
        self._looked_at = False  # what failed may go well now
        self._failed.pop(selection.current, None)
        if self._heat.has_failed:
            self._heat.drop()
        if selection.of is self:
            self._tab.set_inner_back(tr("Back to the photo"))
        else:
            self._before.clear()

    def explain(self, class_name: str) -> None:
        """Shows where the model looks for this class, "" for its answer."""
        self._why.heat.choose(class_name)

    def _ask_unknown(self) -> None:
        """Lets the person choose what is called unknown."""
        unknowns = self._session.unknowns
        dialog = UnknownDialog(setting_view(unknowns.setting, unknowns.yardstick), self._tab)
        dialog.chosen.connect(unknowns.choose)
        show = unknowns.changed.connect(lambda _: dialog.show_view(setting_view(unknowns.setting, unknowns.yardstick)))
        dialog.finished.connect(lambda _: unknowns.changed.disconnect(show))
        unknowns.look()
        dialog.open()

    def _forget(self) -> None:
        """Another photo, or another model: what is shown is of the one before."""
        self._heat.drop()
        self._drop_question()
        self._shown = None
        self._looked_at = False
        self._paint()
        self._why.heat.show_note("")
        self._why.heat.show_busy("")
        self._why.show_alike(AlikeView())

    # Heat map

    def _want_heat(self) -> None:
        controls, model = self._why.heat, self._model
        if not (controls.wanted and model and self._path):
            self._heat.drop()
            self._shown = None
            controls.show_busy("")
            self._paint()
            return
        job = ShowHeat(
            str(model.folder), self._path, "", controls.class_name, controls.method,
            self._session.settings.config.device,
        )  # fmt: skip
        before = self._heat.job
        self._heat.want(job)
        if self._heat.job is not before:
            self._shown = None
            controls.show_note("")
            controls.show_busy(
                tr("Covering one part of the photo after the other") if controls.method == "occlusion" else ""
            )
        self._paint()

    def _paint(self) -> None:
        """The heat map over the photo that it is of; the one before stays on the screen until that has come."""
        heat = self._shown if self._shown and self._shown.shown.path == self._tab.photo_path else None
        self._tab.view.show_heat(heat, self._why.heat.opacity)

    def _show_heat(self, heat: Heat) -> None:
        self._shown = heat
        self._why.heat.show_busy("")
        self._paint()
        self._why.heat.show_note(heat_words(heat.shown))

    def _show_progress(self, progress: Progress) -> None:
        self._why.heat.show_busy(progress.message().render(QT_WORDS), progress.done / progress.total)

    def _show_no_heat(self, sentence: str, try_other: bool) -> None:
        words = tr("{sentence} Choose “Covering parts” instead.", sentence=sentence) if try_other else sentence
        self._why.heat.show_busy("")
        self._why.heat.show_note(words)

    # Training photos that look like it

    def _choose_alike(self) -> None:
        self._failed.pop(self._path, None)
        self._want_alike()

    def _want_alike(self) -> None:
        model = self._model
        if not (self._why.alike.isChecked() and model and self._path):
            self._drop_question()
            self._why.show_alike(AlikeView())
        elif found := self._known.get(self._path):
            self._show_alike(found)
        elif failure := self._failed.get(self._path):
            self._why.show_alike(AlikeView(note=failure))
        elif self._question is None:
            job = FindAlike(str(model.folder), self._path, device=self._session.settings.config.device)
            self._why.show_alike(AlikeView())
            self._question = self._session.processes.ask(job, self._hear, self._end, self)

    def _hear(self, event: Event) -> None:
        if isinstance(event, Progress) and event.total:
            looking = tr("Looking at the training photos. This takes a moment the first time.")
            self._why.show_alike(AlikeView(fraction=event.done / event.total, note=looking))
        elif isinstance(event, AlikeFound):
            self._known[event.path] = event
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
            self._show_alike(event)
        elif isinstance(event, Skipped):
            self._fail_alike(event.reason.render(QT_WORDS))

    def _end(self, ended: Ended) -> None:
        self._question = None
        if ended.outcome != "finished":
            self._fail_alike(ended.text.render(QT_WORDS))

    def _fail_alike(self, sentence: str) -> None:
        """Asked again only when the person asks for it."""
        self._failed[self._path] = sentence
        self._why.show_alike(AlikeView(note=sentence))

    def _show_alike(self, found: AlikeFound) -> None:
        def show(sealed: frozenset[str]) -> None:
            if found.path != self._path or self._known.get(found.path) is not found or not self._why.alike.isChecked():
                return  # another photo or model by now
            photos = tuple(one for one in found.photos if one.path not in sealed)
            reason = found.reason.render(QT_WORDS) if found.reason else ""
            if found.photos and not photos:
                reason = tr("The most similar photos are test photos of this project now, so they are not shown.")
            self._why.show_alike(AlikeView(photos, reason))

        session, paths = self._session, [one.path for one in found.photos]
        find_sealed(session.project, session.seal, session.background, paths, show)

    def _drop_question(self) -> None:
        if self._question is not None:
            self._question.drop()
        self._question = None

    def _open(self, path: str) -> None:
        """A training photo in the grid of the Dataset step; of a model by itself, which has no such grid, here."""
        if self._session.project.info is not None:
            self._shell.find_photo(path)
        else:
            found, selection = self._known.get(self._path), self._session.selection
            self._before.append((selection.paths, selection.current, selection.of))
            selection.show([one.path for one in found.photos] if found else [path], path, of=self)

    def _go_back(self) -> None:
        """From a similar photo to the one that it is like, among the photos there."""
        if self._session.selection.of is self and self._before:
            paths, current, of = self._before.pop()
            self._session.selection.show(paths, current, of=of)
