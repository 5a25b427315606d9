"""The plots of a training's curves: drawn at their own pace, followed by the pointer, saved."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.events import Event
from cnn_desktop.domain.jobs.train import TrainProgress
from cnn_desktop.gui.kit import theme as look
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.state.curve_data import CurveData
from cnn_desktop.gui.training.curve_plots import HIGH, NARROW, CurvePlots
from tests.gui.state.test_curve_data import balanced, done, in_phase, planned, step


@pytest.fixture
def curves(qtbot: QtBot, theme: Theme) -> CurvePlots:
    curves = CurvePlots()
    qtbot.addWidget(curves)
    curves.resize(900, 300)
    curves.show()
    qtbot.waitUntil(lambda: len(curves.plots) == 2, timeout=20_000)
    return curves


def tell(curves: CurvePlots, *events: Event) -> None:
    curves.data.replay(events)
    curves.wake()


def feed(curves: CurvePlots, qtbot: QtBot) -> None:
    steps = (step(1, batch, 1.0 / batch, batch / 4) for batch in (1, 2, 3, 4))
    tell(curves, planned(), *steps, done(1), step(2, 2, 0.2))
    qtbot.waitUntil(lambda: "0." in curves.plots[0].readout.text())


def test_values_under_the_pointer_are_shown_in_both_plots(curves: CurvePlots, qtbot: QtBot) -> None:
    curves.smoothing.setValue(95)
    feed(curves, qtbot)
    loss, accuracy = curves.plots
    assert loss.readout.text() == "epoch 1 · training 0.400 · validation 0.500", "its own, not the smoothed ones"
    loss.hovered.emit(1.4)
    assert loss.readout.text() == "epoch 1.5 · training 0.200"
    loss.hovered.emit(1.1)
    assert loss.readout.text() == "epoch 1 · training 0.400 · validation 0.500"
    assert accuracy.readout.text() == "epoch 1 · training 80.0\u202f% · validation 70.0\u202f%"
    loss.hovered.emit(None)
    tell(curves, msgspec.structs.replace(done(2), train_loss=0.1))
    qtbot.waitUntil(lambda: loss.readout.text() == "epoch 2 · training 0.100 · validation 0.500")


def test_no_default_of_the_plotting_library_shows(curves: CurvePlots, qtbot: QtBot) -> None:
    feed(curves, qtbot)
    for plot in curves.plots:
        item = plot._plot.getPlotItem()
        assert item.buttonsHidden
        assert not item.getViewBox().menuEnabled()
        assert not any(item.getViewBox().mouseEnabled())
        assert plot._plot.backgroundBrush().color().name() == look.colours().surface


def test_the_plots_follow_the_theme_at_once(curves: CurvePlots, qtbot: QtBot, theme: Theme) -> None:
    feed(curves, qtbot)
    theme.choose("dark")
    qtbot.waitUntil(lambda: curves.plots[0]._plot.backgroundBrush().color().name() == look.DARK.surface)


def test_training_and_validation_differ_by_line_style_too(curves: CurvePlots, qtbot: QtBot) -> None:
    plot = curves.plots[0]
    styles = {curve.opts["pen"].style() for curve in (plot._train, plot._val)}
    assert styles == {Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine}


@pytest.mark.parametrize(
    ("size", "stacked"), [((NARROW - 40, HIGH + 60), True), ((900, 300), False), ((420, 240), False)]
)
def test_the_plots_stand_as_the_room_allows(
    curves: CurvePlots, qtbot: QtBot, size: tuple[int, int], stacked: bool
) -> None:
    curves.resize(*size)
    loss, accuracy = curves.plots
    qtbot.waitUntil(lambda: (loss.x() == accuracy.x()) is stacked)


def test_saving(curves: CurvePlots, qtbot: QtBot, tmp_path: Path) -> None:
    feed(curves, qtbot)
    for name in ("c.png", "c.svg", "c.csv"):
        curves.save(tmp_path / name)
    picture = QImage(str(tmp_path / "c.png"))
    assert picture.width() == 2 * curves.width()
    assert len({picture.pixel(x, picture.height() // 2) for x in range(0, picture.width(), 3)}) > 3
    drawing = (tmp_path / "c.svg").read_text()
    assert drawing.count("<path") + drawing.count("<polyline") > 10, "curves, not a picture of curves"
    assert (tmp_path / "c.csv").read_text().splitlines()[1].startswith("1,head,0.4")


def test_a_picture_that_cannot_be_saved_is_said(curves: CurvePlots, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with qtbot.waitSignal(curves.failed) as said:
        curves._save_or_tell(str(tmp_path / "file" / "c.csv"))
    assert "could not be saved" in said.args[0]


def test_the_menu_offers_saving_once_there_is_something(curves: CurvePlots, qtbot: QtBot) -> None:
    menu: QMenu = curves.open_menu(curves.rect().center())
    assert not any(action.isEnabled() for action in menu.actions())
    menu.close()
    feed(curves, qtbot)
    menu = curves.open_menu(curves.rect().center())
    names = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert names == ["Save as &image…", "Save as &vector image…", "Save as &table…", "&Copy image"]
    assert all(action.isEnabled() for action in menu.actions())
    menu.close()


def test_events_are_drawn_by_the_clock_not_one_by_one(
    curves: CurvePlots, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[float] = []
    for plot in curves.plots:
        monkeypatch.setattr(plot, "draw", drawn.append)
    for batch in range(1, 200):
        tell(curves, TrainProgress(1, 1, "head", batch, 200, 8, 0.5, 0.5, 10.0))
    assert not drawn
    qtbot.waitUntil(lambda: len(drawn) == 2)


def test_the_ring_of_the_best_epoch_is_never_cut(curves: CurvePlots, qtbot: QtBot) -> None:
    tell(curves, planned(), *(msgspec.structs.replace(done(epoch), val_accuracy=1.0) for epoch in (1, 2, 3, 4)))
    qtbot.waitUntil(lambda: "0." in curves.plots[0].readout.text())
    box = curves.plots[1]._plot.getPlotItem().getViewBox()
    (left, right), (bottom, top) = box.viewRange()
    assert (right - 4) / (right - left) * box.width() >= 8
    assert (top - 1) / (top - bottom) * box.height() >= 8


def test_the_legend_keeps_its_words_where_it_is_narrow(curves: CurvePlots, qtbot: QtBot) -> None:
    assert curves._label.isVisible()
    curves.resize(curves._legend.sizeHint().width() + curves._smoothing_width(), 300)
    assert not curves._label.isVisible()
    qtbot.waitUntil(lambda: curves._legend.width() >= curves._legend.sizeHint().width())


def test_the_phases_are_named_where_there_is_room(curves: CurvePlots, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(curves.plots) == 2, timeout=20_000)
    curves.resize(1200, 400)
    tell(curves, msgspec.structs.replace(balanced(), head_epochs=15, stage_epochs=16), in_phase(1, "head", 33))
    plot = curves.plots[0]
    stages, full = plot._borders
    qtbot.waitUntil(lambda: stages.line.value() == 15)
    qtbot.waitUntil(stages.words.isVisible)
    assert (stages.words.format, full.line.value()) == ("last stages", 31)
    assert not full.words.isVisible(), "two epochs are narrower than the words"
    curves.show_data(CurveData())
    assert not stages.line.isVisible()
    assert not full.line.isVisible()


def test_the_slider_says_by_its_ends_what_it_does_however_narrow_it_is(curves: CurvePlots) -> None:
    curves.resize(380, 300)
    assert all(wave.isVisible() and wave.toolTip() for wave in curves._waves)
