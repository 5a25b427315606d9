"""Where the model in use looks in the suspicious photo, for the class that is suggested: a heat map over it when asked."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cnn_desktop.domain.jobs.explain import ShowHeat
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.kit.heat import Heat, HeatSource, heat_words
from cnn_desktop.gui.kit.heat_controls import OPACITY
from cnn_desktop.gui.labels.review_page import ReviewPage
from cnn_desktop.gui.state.viewed_model import ViewedModel


class ReviewHeat(QObject):
    """Lives as long as the page; `look_at` tells which photo is on the screen."""

    def __init__(self, shell: Shell, page: ReviewPage) -> None:
        super().__init__(page)
        self._session, self._page = shell.session, page
        self._path, self._class = "", ""
        self._model: ViewedModel | None = None
        self._source = HeatSource(shell.session.processes.ask, self)
        self._source.came.connect(self._show)
        self._source.failed.connect(lambda words, _: page.show_heat(None, 0, words))
        page.heat.toggled.connect(self._want)

    def look_at(self, path: str, class_name: str) -> None:
        """The photo at `path`, "" for none, of which `class_name` is suggested."""
        model = self._session.models.now
        self._page.heat.setVisible(model is not None)
        if (path, class_name, model) != (self._path, self._class, self._model):
            self._path, self._class, self._model = path, class_name, model
            self._want()

    def _want(self) -> None:
        model = self._model
        self._source.drop()
        self._page.show_heat(None, 0, "")
        if self._page.heat.isChecked() and model is not None and self._path:
            device = self._session.settings.config.device
            self._source.want(ShowHeat(str(model.folder), self._path, "", self._class, device=device))

    def _show(self, heat: Heat) -> None:
        self._page.show_heat(heat, OPACITY / 100, heat_words(heat.shown))
