"""The Model tab with the session: what is chosen becomes settings, layers are asked for once, and of the model at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.catalog import ARCHITECTURES
from cnn_desktop.domain.estimate import PhotoTime, remember
from cnn_desktop.domain.jobs.describe_model import DescribeModel, LayerRow, ModelDescribed
from cnn_desktop.gui.app.app import boot
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.model.connection import connect
from cnn_desktop.gui.model.tab import LAYERS, SIZES, ModelTab
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.state.job_state import Notice
from cnn_desktop.gui.state.session import Session
from tests.gui.conftest import close
from tests.gui.connected import Connected


@pytest.fixture
def it(theme: Theme) -> Iterator[Connected]:
    it = Connected(connect)
    yield it
    it.close()


def described(model: str, kind: str) -> ModelDescribed:
    return ModelDescribed(model, [LayerRow("first", kind, [64, 112, 112], 9408)], 9408)


def kinds(tab: ModelTab) -> list[str]:
    table = tab.layers.layers
    return [table.index(row, 0).data() for row in range(table.rowCount())]


def words(tab: ModelTab) -> list[str]:
    return [label.text() for label in tab.findChildren(QLabel) if label.isVisible()]


def test_what_is_chosen_becomes_settings_and_is_shown(it: Connected) -> None:
    it.tab.model_chosen.emit("resnet50")
    assert it.session.settings.config.model == it.tab.table.current == "resnet50"
    it.tab.scratch.click()
    assert it.session.settings.config.weights == "none"
    assert "from scratch" in it.tab.start.text()
    it.session.undo.undo()
    assert it.tab.pretrained.isChecked()
    it.session.undo.undo()
    assert it.tab.table.current == "efficientnet_lite0"


def test_the_image_size_follows_the_model(it: Connected) -> None:
    it.tab.model_chosen.emit("efficientnet_lite2")
    assert it.session.settings.config.image_size == 260
    it.session.undo.undo()
    config = it.session.settings.config
    assert (config.model, config.image_size) == ("efficientnet_lite0", 224), "one step of undo"


def test_times_are_shown_and_measured_ones_after_a_training(qtbot: QtBot, it: Connected) -> None:
    shown = {row.name: row.time for row in it.tab.table.models.rows}
    assert shown.keys() == {row.name for row in ARCHITECTURES}
    assert all(shown.values())
    remember({"efficientnet_lite2|cpu|260|head|once": 40.0})
    it.session.changed.emit(Changed(job=True))
    measured = PhotoTime(1 / 40, True)

    def lite2() -> PhotoTime | None:
        return next(row.time for row in it.tab.table.models.rows if row.name == "efficientnet_lite2")

    qtbot.waitUntil(lambda: lite2() == measured)


def test_a_model_found_in_timm_can_be_chosen_again(it: Connected) -> None:
    for model in ("timm:convnext_tiny", "vgg16"):
        it.tab.model_chosen.emit(model)
    assert it.tab.table.models.rows[-1].name == "timm:convnext_tiny"


def test_layers_are_asked_for_once(it: Connected) -> None:
    it.session.settings.set(model="resnet18")
    it.tab.views.choose(LAYERS)
    assert it.asker.asked == [DescribeModel("resnet18", 10, 224)]
    assert any(text.startswith("Loading the layers") for text in words(it.tab))
    it.tab.views.choose(SIZES)
    it.tab.views.choose(LAYERS)
    it.asker.tell(0, described("resnet18", "Conv2d"))
    assert kinds(it.tab) == ["Conv2d"]
    it.session.settings.set(batch_size=8)
    it.tab.views.choose(SIZES)
    it.tab.views.choose(LAYERS)
    assert len(it.asker.asked) == 1


def test_a_late_answer_about_another_model_is_not_shown(it: Connected) -> None:
    it.tab.views.choose(LAYERS)
    it.session.settings.set(model="vgg16")
    it.asker.tell(1, described("vgg16", "ReLU"))
    it.asker.tell(0, described("efficientnet_lite0", "Conv2d"))
    assert kinds(it.tab) == ["ReLU"]
    it.session.settings.set(model="efficientnet_lite0")
    assert len(it.asker.asked) == 3, "the older question was dropped, so it is asked anew"


def test_layers_that_cannot_be_listed_are_said_and_asked_for_again(it: Connected) -> None:
    it.tab.views.choose(LAYERS)
    it.asker.end(0, "failed", "There is no such model.", "Traceback")
    assert "The layers of this model cannot be shown." in words(it.tab)
    assert it.notices == [Notice("error", "There is no such model.", "Traceback")]
    it.session.settings.set(batch_size=8)
    assert len(it.asker.asked) == 1
    it.tab.views.choose(SIZES)
    it.tab.views.choose(LAYERS)
    assert len(it.asker.asked) == 2


def test_a_closed_tab_hears_nothing_more(qtbot: QtBot, it: Connected) -> None:
    it.tab.views.choose(LAYERS)
    it.tab.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(it.tab))
    it.asker.end(0, "failed")
    it.session.settings.set(model="vgg16")
    assert it.notices == []


@pytest.mark.timeout(180)
def test_a_real_child_that_cannot_build_the_model_leaves_a_sentence(
    qtbot: QtBot, theme: Theme, photo_folder: Callable[..., Path]
) -> None:
    _, window = boot([], session := Session())
    try:
        session.project.open_folder(photo_folder(classes=2, each=4))
        qtbot.waitUntil(lambda: session.project.photos is not None and not session.jobs.now.running, timeout=20_000)
        window.show_step("model")
        tab = window.tab("model")
        assert isinstance(tab, ModelTab)
        session.settings.set(model="timm:no_such_model")
        qtbot.mouseClick(tab.views.button(LAYERS), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: "The layers of this model cannot be shown." in words(tab), timeout=120_000)
        assert not tab.layers.isVisible()
        said = [row.notice.text for row in window.messages.rows]
        assert any("no_such_model" in text for text in said), "why is said too"
    finally:
        close(qtbot, window)
