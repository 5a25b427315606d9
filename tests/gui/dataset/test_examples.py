"""The nine examples of augmentation: asked for when they are seen, of the photo and the settings that are chosen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.config import PRESETS, Augmentation, TrainConfig
from cnn_desktop.domain.photo_filter import PhotoRow
from cnn_desktop.domain.photos import PhotoFacts
from cnn_desktop.gui.dataset.augmentation_view import SWITCHES
from cnn_desktop.gui.dataset.tab import AUGMENTATION, PHOTOS
from cnn_desktop.gui.kit.theme import Theme
from tests.gui.dataset.shown import Shown
from tests.gui.tab_tools import AListing, scan_of


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme) -> Shown:
    return Shown(qtbot)


Folder = Callable[..., Path]


def test_augmentation_asks_for_examples_of_a_photo(qtbot: QtBot, shown: Shown, photo_folder: Folder) -> None:
    scan, tab = shown.scan(scan_of(photo_folder(classes=2, each=4))), shown.tab
    shown.set(flip=True)
    with qtbot.waitSignal(tab.preview_needed) as asked:
        tab.pages.choose(AUGMENTATION)
    assert asked.args == [str(scan.file(scan.photos[0])), Augmentation(flip=True), 224]
    with qtbot.waitSignal(tab.augmentation_changed) as changed:
        tab.augmentation.switches["crop"].click()
    assert changed.args == [Augmentation(flip=True, crop=True)]
    with qtbot.waitSignal(tab.preview_needed) as asked:
        shown.set(flip=True, crop=True)
    assert asked.args[1] == Augmentation(flip=True, crop=True)
    files = [str(scan.file(photo)) for photo in scan.photos]
    for file in (*files, files[0]):
        tab.show_preview(file)
    assert tab.augmentation.pictures.count == 9
    with qtbot.waitSignal(tab.preview_needed) as other:
        tab.augmentation.shuffle.click()
    assert other.args[0] == shown.paths[1]
    assert tab.augmentation.pictures.count == 0
    for expected in (*shown.paths[2:], shown.paths[0]):
        with qtbot.waitSignal(tab.preview_needed) as following:
            tab.augmentation.shuffle.click()
        assert following.args[0] == expected
    tab.pages.choose(PHOTOS)
    tab.photos.grid.setCurrentIndex(tab.photos.grid.tiles.index(3))
    with qtbot.waitSignal(tab.preview_needed) as picked:
        tab.pages.choose(AUGMENTATION)
    assert picked.args[0] == shown.paths[3]


def test_an_example_of_a_folder_that_is_left_is_not_asked_for(qtbot: QtBot, shown: Shown, photo_folder: Folder) -> None:
    shown.scan(scan_of(photo_folder(classes=2, each=4)))
    late: list[Callable[[list[PhotoRow]], None]] = []
    listing = AListing(8, lambda row: PhotoRow("", ""))
    listing.page = lambda start, count, then: late.append(then)  # type: ignore[method-assign]
    shown.tab.photos.listing = listing
    shown.tab.pages.choose(AUGMENTATION)
    shown.show(photos=PhotoFacts({"2": "/elsewhere"}, []))
    assert shown.tab.pages.current == PHOTOS
    with qtbot.assertNotEmitted(shown.tab.preview_needed):
        late[0]([PhotoRow("class 0/000.png", "class 0", "train")])


def test_showing_settings_tells_nobody(qtbot: QtBot, shown: Shown) -> None:
    with qtbot.assertNotEmitted(shown.tab.augmentation_changed):
        shown.set(flip=False, jitter=True)
        shown.set(flip=False)
        shown.set(flip=False, jitter=True)
    switches = shown.tab.augmentation.switches
    assert [name for name, switch in switches.items() if switch.isChecked()] == ["jitter"]
    assert shown.tab.augmentation.presets.current == -1


@pytest.mark.parametrize("place", range(len(PRESETS)))
def test_a_preset_is_one_click_and_its_examples_follow(
    qtbot: QtBot, shown: Shown, photo_folder: Folder, place: int
) -> None:
    shown.scan(scan_of(photo_folder(classes=2, each=4)))
    panel, preset = shown.tab.augmentation, list(PRESETS.values())[place]
    shown.set(jitter=True)
    shown.tab.pages.choose(AUGMENTATION)
    with qtbot.waitSignal(shown.tab.augmentation_changed) as changed:
        panel.presets.button(place).click()
    assert changed.args == [preset]
    with qtbot.waitSignal(shown.tab.preview_needed) as asked:
        shown.show(config=TrainConfig(data="", augmentation=preset))
    assert asked.args[1:] == [preset, 224]
    assert (panel.presets.current, panel.pictures.count) == (place, 0)
    on = {name for name, switch in panel.switches.items() if switch.isChecked()}
    assert on == {switch.key for switch in SWITCHES if switch.is_on(preset)}
    assert len(on) == sum(map(bool, msgspec.structs.asdict(preset).values()))
    assert all(switch.toolTip() for switch in panel.switches.values())


def test_examples_follow_what_training_will_do(qtbot: QtBot, shown: Shown, photo_folder: Folder) -> None:
    """Another size of photos and the plain loop, both chosen in Training, make other examples."""
    shown.scan(scan_of(photo_folder(classes=2, each=4)))
    config = TrainConfig(data="", augmentation=PRESETS["strong"])
    shown.show(config=config)
    shown.tab.pages.choose(AUGMENTATION)
    for changes, wanted in (
        ({"image_size": 64}, [PRESETS["strong"], 64]),
        ({"exact_course": True}, [PRESETS["course"], 224]),
    ):
        with qtbot.waitSignal(shown.tab.preview_needed) as asked:
            shown.show(config=msgspec.structs.replace(config, **changes))
        assert asked.args[1:] == wanted
    with qtbot.assertNotEmitted(shown.tab.preview_needed):
        shown.show(config=msgspec.structs.replace(config, exact_course=True, lr=0.1))
