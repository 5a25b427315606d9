"""A deep photo is shown as the model in use is fed it, else as its project's photos are read; also when it is read again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cnn_desktop.dataset.reading.preprocess import Preprocess
from cnn_desktop.domain.run import MODEL, ModelFacts, save_model_facts
from cnn_desktop.domain.tones import OWN, Range, Tones
from cnn_desktop.gui.children.children import Children, Programs
from cnn_desktop.gui.kit.photo_loader import LoadedPhoto, PhotoLoader
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.viewer.connection import connect
from tests.dataset.reading.picture_files import write_tiff
from tests.gui.connected import Connected

Grey = Callable[[str, Path | None, Tones], int]
TWELVE_BITS = Tones(Range(0, 4095))


@pytest.fixture
def photo(tmp_path: Path) -> str:
    write_tiff(tmp_path / "dark.tif", np.full((20, 20), 500, np.uint16), 1)
    return str(tmp_path / "dark.tif")


@pytest.fixture(scope="module")
def children() -> Iterator[Children]:
    """Real ones."""
    app = QApplication.instance() or QApplication([])
    children = Children(Programs())
    yield children
    children.close()
    del app


@pytest.fixture
def grey(qtbot: QtBot, children: Children) -> Grey:
    return lambda photo, run, tones: _grey(qtbot, children, photo, run, tones)


def _grey(qtbot: QtBot, children: Children, photo: str, run: Path | None, tones: Tones) -> int:
    loader = PhotoLoader(children.ask)
    with qtbot.waitSignal(loader.loaded, timeout=20_000) as loaded:
        loader.load(photo, run, tones)
    assert loaded.args is not None
    shown: LoadedPhoto = loaded.args[0]
    return shown.levels[0].pixelColor(10, 10).red()


def make_run(folder: Path, tones: Tones | None) -> Path:
    folder.mkdir()
    save_model_facts(
        ModelFacts("simple_cnn", ["a", "b"], msgspec.to_builtins(Preprocess(32, tones=tones)), "cpu", "", 1, 0.5),
        folder,
    )
    return folder


def test_without_a_model(grey: Grey, photo: str, tmp_path: Path) -> None:
    assert grey(photo, None, TWELVE_BITS) == round(500 * 255 / 4095)
    assert grey(photo, None, OWN) == round(500 * 255 / 1023)
    (tmp_path / "no run").mkdir()
    assert grey(photo, tmp_path / "no run", TWELVE_BITS) == round(500 * 255 / 4095)


def test_as_the_model_is_fed(grey: Grey, photo: str, tmp_path: Path) -> None:
    run = make_run(tmp_path / "run", TWELVE_BITS)
    assert grey(photo, run, OWN) == round(500 * 255 / 4095)


def test_as_a_model_of_before_is_fed(grey: Grey, photo: str, tmp_path: Path) -> None:
    run = make_run(tmp_path / "run", None)
    facts = msgspec.json.decode((run / MODEL).read_bytes())
    del facts["preprocess"]["tones"]
    (run / MODEL).write_bytes(msgspec.json.encode(facts))
    assert grey(photo, run, TWELVE_BITS) == round(500 / 257)


def test_a_photo_that_is_read_again_is_shown_as_before_and_a_fault_of_then_is_gone(
    qtbot: QtBot, theme: Theme, photo: str, tmp_path: Path
) -> None:
    make_run(tmp_path / "run 1", TWELVE_BITS)
    it = Connected(connect)
    it.open(tmp_path)
    away = Path(photo).rename(tmp_path / "away.tif")
    it.session.selection.show([photo])
    qtbot.waitUntil(lambda: it.tab.photo_stack.currentWidget() is it.tab.fault, timeout=20_000)
    away.rename(photo)
    it.session.project.changed.emit(Changed(photos=True))
    qtbot.waitUntil(lambda: it.tab.photo_stack.currentWidget() is it.tab.view, timeout=20_000)
    seen = it.tab.view.grab().toImage().pixelColor(it.tab.view.rect().center())
    assert seen.red() == round(500 * 255 / 4095)
    it.close()
