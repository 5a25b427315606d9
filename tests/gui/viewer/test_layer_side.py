"""One side of the page "Inside the network", by itself."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.jobs.explore import LayerShown, SumShown
from cnn_desktop.gui.kit.map_reader import EVEN, Maps, picture
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.viewer.exploration import Shown, Wish
from cnn_desktop.gui.viewer.layer_side import NARROWEST, LayerSide
from cnn_desktop.gui.viewer.network_view import Looking
from tests.gui.viewer.networks import SMALL


@pytest.mark.parametrize("width", [NARROWEST, 260, 480])
def test_number_and_colours_of_a_map_are_whole_however_narrow_it_is(
    qtbot: QtBot, qapp: QApplication, theme: Theme, width: int
) -> None:
    maps = Maps(1, 112, 112, bytes(112 * 112))
    pictures: list[QImage] = [picture(maps, 0, EVEN)]
    shown = Shown(Wish("conv1"), LayerShown("a", "conv1", (3,), 70, "f", (-1234.5,), (1234.5,)), maps, pictures)
    side = LayerSide("After training")
    qtbot.addWidget(side)
    side.resize(width, 300)
    side.show_layer(shown, SMALL[1], Looking("conv1", channel=3))
    side.show_scale(-1234.5, 1234.5)
    side.show()
    side.look_at((109, 109))
    for told in (None, SumShown("a", "conv1", 3, 109, 109, -1234.56, [])):
        side.take_sum(told)
        for _ in range(3):
            qapp.sendPostedEvents()
        assert side.value.text() == ("[109, 109] = −1234.6" if told else "[109, 109] ≈ −1234")
        assert side.scale.bar().width() >= 60
        assert side.scale.rect().contains(side.scale.bar().toRect())
        assert side.value.heightForWidth(side.value.width()) <= side.value.height()
        assert side.large.height() >= NARROWEST
