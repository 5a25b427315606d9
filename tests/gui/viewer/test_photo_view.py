"""One photo, large: it fits, zooms under the mouse, and cannot be lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.viewer.photo_view import LARGEST, PhotoView


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> PhotoView:
    view = PhotoView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    image = QImage(1600, 800, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    image.setPixelColor(1200, 200, QColor("red"))
    view.show_photo([image, image.scaled(800, 400)], "photo")
    return view


def test_a_photo_fits_then_zooms_under_the_mouse(view: PhotoView) -> None:
    ratio = view.devicePixelRatioF()
    assert view.fits
    assert view.scale == pytest.approx(400 * ratio / 1600)
    about = QPointF(300, 125)

    def under() -> tuple[float, float]:
        area = view.area()
        return (about.x() - area.x()) / area.width(), (about.y() - area.y()) / area.height()

    before = under()
    view.zoom_to(view.scale * 4, about)
    assert not view.fits
    assert under() == pytest.approx(before, abs=1e-6)
    view.zoom_to(1e-9)
    assert view.fits
    view.zoom_to(1e9)
    assert view.scale == LARGEST


def test_a_zoomed_photo_cannot_be_lost_by_panning(view: PhotoView) -> None:
    view.actual_size()
    assert view.scale == 1.0
    view.pan(QPointF(1e6, -1e6))
    area = view.area()
    assert area.left() == pytest.approx(0, abs=1)
    assert area.bottom() == pytest.approx(view.height(), abs=1)
    view.fit()
    before = view.area()
    view.pan(QPointF(50, 50))
    assert view.area() == before


def test_own_pixels_are_painted_sharp(view: PhotoView) -> None:
    view.zoom_to(8.0)
    size = view.area()
    view.pan(QPointF(view.width() / 2, view.height() / 2) - (size.topLeft() + QPointF(1200.5 / 1600 * size.width(), 200.5 / 800 * size.height())))  # fmt: skip
    assert view.grab().toImage().pixelColor(200, 150) == QColor("red")
