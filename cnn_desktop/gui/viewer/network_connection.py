"""The page "Inside the network" ↔ session."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.state.changed import EVERYTHING, Changed
from cnn_desktop.gui.viewer.exploration import Exploration, Shown, Spot
from cnn_desktop.gui.viewer.network_page import NetworkPage
from cnn_desktop.gui.viewer.network_view import Facts, Looking, View, common_scale, same_words, view, wish
from cnn_desktop.gui.viewer.small_photo import window_of
from cnn_desktop.gui.viewer.sum_view import view as sum_view

EVERY = "every_layer"
PARTS_OF_MAPS, PARTS_OF_NUMBERS = 3, 8
"""Of a sum, so many are told one by one."""


class NetworkConnection(QObject):
    """Lives as long as the page. Nothing is asked while the page is not seen."""

    def __init__(self, shell: Shell, page: NetworkPage) -> None:
        super().__init__(page)
        self._shell, self._page, self._session = shell, page, shell.session
        self._looking = Looking()
        self._every = shell.choice(EVERY)
        self._view: View = view(Facts())
        self._photo_fault = ""
        self._asking = Exploration(shell.session.processes.ask, self)
        page.built.connect(self._settle)
        page.shown.connect(self._show)
        page.looked.connect(self._look)
        page.pointed.connect(self._point)
        page.every_wanted.connect(self._show_every)
        page.train_wanted.connect(shell.go("training"))
        page.again_wanted.connect(self._try_again)
        self._asking.listed.connect(self._show)
        self._asking.came.connect(lambda untrained: self._show())
        self._asking.summed.connect(self._show_sum)
        shell.session.changed.connect(self._take)
        self._take(EVERYTHING)

    def _settle(self) -> None:
        """As it was left."""
        self._shell.remember_widths("network", self._page.panels)
        self._shell.remember_widths("network_aside", self._page.inner)
        self._page.every.setChecked(self._every)

    def show_fault(self, fault: str) -> None:
        """Why the photo cannot be read; "" as far as it is known."""
        if fault != self._photo_fault:
            self._photo_fault = fault
            self._show()

    def _take(self, changed: Changed) -> None:
        session = self._session
        if changed.any("runs", "model"):
            one = session.models.now
            self._asking.use(*((one.folder, one.seconds) if one else (None,)))
        if changed.settings:
            self._asking.device = session.settings.config.device
        if changed.any("selection", "photos"):  # the photo may be another one now
            self._asking.look_at(session.selection.current)
        if changed.any("runs", "model", "selection", "photos"):
            self._show()

    def _facts(self) -> Facts:
        selection, asking = self._session.selection, self._asking
        return Facts(
            path=selection.current,
            place=selection.place,
            total=len(selection.paths),
            fault=asking.photo_fault or self._photo_fault,
            has_model=asking.has_model,
            layers=asking.layers,
            untrained=asking.untrained,
            failure=asking.failure,
            every=self._every,
            looking=self._looking,
        )

    def _show(self) -> None:
        page, asking = self._page, self._asking
        self._view = view(self._facts())
        self._looking = self._view.looking if self._view.layer else self._looking
        page.show_view(self._view)
        if not page.isVisible() or not self._session.selection.current:
            return
        asking.list_layers()
        waits = self._view.page == "waiting"
        sides: list[Shown | None] = []
        layer, looking = self._view.layer, self._view.looking
        for untrained in (False, True):
            if untrained not in looking.sides or layer is None or self._view.fault:
                asking.leave(untrained)
                page.show_side(untrained, None, "")
                continue
            if wanted := wish(looking, layer):
                asking.want(wanted, untrained)
            shown, fault, is_waiting = asking.side(untrained)
            page.show_side(untrained, shown, fault)
            sides.append(shown)
            waits = waits or is_waiting
        page.show_scale(*common_scale(sides, looking))
        page.show_waiting(waits)
        page.show_note(same_words() if looking.when == "both" and asking.is_same else self._view.note)

    def _look(self, looking: Looking) -> None:
        before, self._looking = self._looking, looking
        if (before.layer, before.channel, before.kernels) != (looking.layer, looking.channel, looking.kernels):
            self._asking.forget_sum()
        self._show()
        if before.when != looking.when and self._asking.sum:
            if self._asking.sum_untrained not in looking.sides:
                self._asking.forget_sum()
            self._show_sum()  # its heading says of which network it is where both are seen

    def _point(self, spot: Spot) -> None:
        layer = self._view.layer
        if layer:
            self._asking.point(spot, PARTS_OF_NUMBERS if layer.kind == "linear" else PARTS_OF_MAPS)

    def _show_sum(self) -> None:
        told, layer = self._asking.sum, self._view.layer
        if told is None or layer is None or told.layer != layer.name:
            self._page.show_sum(None, None, False)
            return
        layers = self._asking.layers or []
        place = layers.index(layer)
        of_photo = place > 0 and layers[place - 1].kind == "input"
        shown, _, _ = self._asking.side(self._asking.sum_untrained)
        names = shown.told.names if shown else ()
        said = sum_view(told, layer, of_photo, names)
        self._page.show_sum(said, window_of(told), self._asking.sum_untrained)

    def _show_every(self, every: bool) -> None:
        self._every = every
        self._shell.remember_choice(EVERY, every)
        self._show()

    def _try_again(self) -> None:
        self._asking.failure = ""
        self._show()
