"""Beside the answer: the heat map over the photo, similar training photos, and what is called unknown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.events import Ended, Progress, Skipped
from cnn_desktop.domain.jobs.explain import Alike, AlikeFound, FindAlike, HeatShown, NoHeat, ShowHeat
from cnn_desktop.domain.jobs.predict import ClassScore, Predict, Predicted
from cnn_desktop.domain.jobs.thumbnails import Thumbnails
from cnn_desktop.domain.message import say
from cnn_desktop.domain.pixel_file import MapsHead, packed, pixel_folder
from cnn_desktop.domain.tones import Tones
from cnn_desktop.domain.unknown import UnknownSetting, load_unknown_setting
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.state.changed import Changed
from cnn_desktop.gui.viewer.connection import connect
from tests.gui.connected import Connected

PhotoFolder = Callable[..., Path]


@pytest.fixture
def it(theme: Theme) -> Iterator[Connected]:
    it = Connected(connect)
    yield it
    it.close()


@pytest.fixture
def photos(it: Connected, qtbot: QtBot, tmp_path: Path, photo_folder: PhotoFolder) -> list[str]:
    """Two photos; the first is shown and answered: 0.9 "cat", the training photos are far."""
    (tmp_path / "runs" / "run 1").mkdir(parents=True)
    paths = [str(file) for file in sorted(photo_folder(classes=1, each=2).rglob("*.png"))]
    it.open(tmp_path / "runs", None, "run 1")
    it.session.selection.show(paths)
    qtbot.waitUntil(lambda: any(isinstance(job, Predict) for job in it.asker.asked))
    it.asker.tell(place(it, Predict), answer(paths[0]))
    return paths


def answer(path: str) -> Predicted:
    scores = [ClassScore("cat", 0.9), ClassScore("dog", 0.1)]
    return Predicted(path=path, scores=scores, unknown=True, why="far", familiar=0.03, checked=200)


def place(it: Connected, kind: type) -> int:
    """Of the newest question of this kind."""
    return max(place for place, job in enumerate(it.asker.asked) if isinstance(job, kind))


def write_map(name: str = "heat-00000000.maps", value: int = 255) -> str:
    folder = pixel_folder(MapsHead)
    folder.mkdir(parents=True, exist_ok=True)
    pixels = np.full((1, 8, 8), value, np.uint8)
    (folder / name).write_bytes(packed(MapsHead(*pixels.shape)) + pixels.tobytes())
    return str(folder / name)


def colour_in_the_middle(it: Connected) -> tuple[int, ...]:
    return it.tab.view.grab().toImage().pixelColor(it.tab.view.rect().center()).getRgb()


def test_the_heat_map_lies_over_the_photo_for_the_class_that_is_chosen(
    it: Connected, qtbot: QtBot, photos: list[str]
) -> None:
    why = it.tab.answer.why
    qtbot.waitUntil(lambda: it.tab.photo_stack.currentWidget() is it.tab.view)
    why.heat.toggle.setChecked(True)
    job = it.asker.asked[place(it, ShowHeat)]
    assert isinstance(job, ShowHeat)
    assert (job.path, job.class_name, job.method) == (photos[0], "", "grad_cam")
    it.asker.tell(place(it, ShowHeat), HeatShown(photos[0], "cat", "grad_cam", write_map(), probability=0.9))
    qtbot.waitUntil(lambda: "“cat” (90.0" in why.heat.note.text())
    lit = colour_in_the_middle(it)

    why.heat.classes.setCurrentIndex(why.heat.classes.findData("dog"))
    job = it.asker.asked[place(it, ShowHeat)]
    assert isinstance(job, ShowHeat)
    assert job.class_name == "dog"
    plain = colour_in_the_middle(it)
    assert plain != lit, "the map of the class before is no longer there"
    it.asker.tell(
        place(it, ShowHeat), HeatShown(photos[0], "dog", "grad_cam", write_map(value=0), probability=0.1, is_empty=True)
    )
    qtbot.waitUntil(lambda: why.heat.note.text() == "Nothing in this photo speaks for “dog”.")
    why.heat.toggle.setChecked(False)
    assert colour_in_the_middle(it) == plain


def test_another_photo_takes_the_map_away_and_asks_for_its_own(it: Connected, qtbot: QtBot, photos: list[str]) -> None:
    why = it.tab.answer.why
    why.heat.toggle.setChecked(True)
    old = place(it, ShowHeat)
    it.session.selection.step(1)
    it.asker.tell(old, HeatShown(photos[0], "cat", "grad_cam", write_map()))
    qtbot.waitUntil(lambda: it.asker.asked[place(it, Predict)].paths == [photos[1]])  # type: ignore[attr-defined]
    it.asker.tell(place(it, Predict), answer(photos[1]))
    qtbot.waitUntil(lambda: it.asker.asked[place(it, ShowHeat)].path == photos[1])  # type: ignore[attr-defined]
    assert why.heat.note.text() == ""


def test_a_model_without_maps_says_so_and_offers_another_way(it: Connected, photos: list[str]) -> None:
    why = it.tab.answer.why
    why.heat.toggle.setChecked(True)
    it.asker.tell(place(it, ShowHeat), NoHeat(say("This model has no maps.")))
    assert why.heat.note.text() == "This model has no maps. Choose “Covering parts” instead."
    why.heat.methods.setCurrentIndex(2)
    assert it.asker.asked[place(it, ShowHeat)].method == "occlusion"  # type: ignore[attr-defined]
    assert not why.heat.busy.isHidden()
    it.asker.tell(place(it, ShowHeat), Skipped(path=photos[0], reason=say("it is damaged.")))
    assert why.heat.note.text() == "it is damaged."
    assert why.heat.busy.isHidden()


def test_covering_parts_says_what_it_does_and_can_be_cancelled(it: Connected, qtbot: QtBot, photos: list[str]) -> None:
    heat = it.tab.answer.why.heat
    heat.toggle.setChecked(True)
    heat.methods.setCurrentIndex(1)
    heat.methods.setCurrentIndex(2)
    assert heat.doing.text() == "Covering one part of the photo after the other"
    slow = place(it, ShowHeat)
    it.asker.tell(slow, Progress(say("Covering one part of the photo after the other"), 24, 169))
    assert heat.doing.text().endswith(": 24 of 169")
    assert heat.bar.value() > 0
    heat.cancel.click()
    assert heat.busy.isHidden()
    assert it.asker.asked[place(it, ShowHeat)].method == "grad_cam_pp"  # type: ignore[attr-defined]

    heat.methods.setCurrentIndex(2)
    shown = HeatShown(photos[0], "cat", "occlusion", write_map(), probability=0.93, covered=(0.93, 0.41))
    it.asker.tell(place(it, ShowHeat), shown)
    qtbot.waitUntil(lambda: "lowers it from 93.0" in heat.note.text())
    assert "to 41.0" in heat.note.text()
    assert heat.busy.isHidden()


@pytest.mark.parametrize("content", [b"", b"CNNMAPS1", b"x" * 100])
def test_a_map_that_is_not_ours_is_told(it: Connected, qtbot: QtBot, photos: list[str], content: bytes) -> None:
    it.tab.answer.why.heat.toggle.setChecked(True)
    file = write_map()
    Path(file).write_bytes(content)
    it.asker.tell(place(it, ShowHeat), HeatShown(photos[0], "cat", "grad_cam", file))
    qtbot.waitUntil(lambda: "cache" in it.tab.answer.why.heat.note.text())
    asked = len(it.asker.asked)
    it.tab.answer.why.heat.slider.setValue(20)
    assert len(it.asker.asked) == asked, "it is not asked again by itself"
    it.session.selection.show(photos, photos[0])  # "Choose the photo again."
    assert len(it.asker.asked) == asked + 1
    assert it.tab.answer.why.heat.note.text() == ""


def test_similar_training_photos_are_asked_for_once_a_photo(it: Connected, photos: list[str]) -> None:
    why = it.tab.answer.why
    assert not [job for job in it.asker.asked if isinstance(job, FindAlike)]
    why.alike.setChecked(True)
    found = AlikeFound(photos[0], [Alike(photos[1], "cat", 0.93)])
    it.asker.tell(place(it, FindAlike), found)
    it.asker.end(place(it, FindAlike))
    assert why.grid.tiles.tile(0).path == photos[1]
    assert "93" in why.grid.tiles.tile(0).text
    why.alike.setChecked(False)
    assert why.grid.isHidden()
    why.alike.setChecked(True)
    assert len([job for job in it.asker.asked if isinstance(job, FindAlike)]) == 1
    wanted: list[str] = []
    it.shell.photo_wanted.connect(wanted.append)
    why.grid.opened.emit(photos[1])
    assert wanted == []  # a model by itself, or a project that is not open: the Viewer itself shows it
    assert it.session.selection.current == photos[1]


def test_without_training_photos_that_is_said(it: Connected, photos: list[str]) -> None:
    it.tab.answer.why.alike.setChecked(True)
    it.asker.tell(place(it, FindAlike), AlikeFound(photos[0], [], reason=say("The training photos are gone.")))
    assert it.tab.answer.why.note.text() == "The training photos are gone."
    assert it.tab.answer.why.grid.isHidden()


def test_what_is_unknown_follows_the_setting_at_once(
    it: Connected, qtbot: QtBot, photos: list[str], tmp_path: Path
) -> None:
    verdict, doubt = it.tab.answer.verdict, it.tab.answer.doubt
    qtbot.waitUntil(lambda: verdict.text() == "Unknown.")
    assert doubt.text() == "It is unlike the photos the model was trained on. The nearest class is cat."
    asked = len(it.asker.asked)
    it.session.unknowns.choose(UnknownSetting(rate=0.02))
    assert verdict.text() == "This looks like cat."
    assert doubt.isHidden()
    it.session.unknowns.choose(UnknownSetting(rate=0.02, min_confidence=0.95))
    assert verdict.text() == "Unknown."
    assert "less sure" in doubt.text()
    assert len(it.asker.asked) == asked, "the child was not asked again"
    run = tmp_path / "runs" / "run 1"
    qtbot.waitUntil(lambda: load_unknown_setting(run) == UnknownSetting(0.02, 0.95))


def test_another_photo_keeps_the_class_that_was_chosen(it: Connected, qtbot: QtBot, photos: list[str]) -> None:
    heat = it.tab.answer.why.heat
    heat.toggle.setChecked(True)
    heat.classes.setCurrentIndex(heat.classes.findData("dog"))
    it.session.selection.step(1)
    qtbot.waitUntil(lambda: it.asker.asked[place(it, Predict)].paths == [photos[1]])  # type: ignore[attr-defined]
    it.asker.tell(place(it, Predict), answer(photos[1]))
    assert heat.class_name == "dog"


def test_the_class_that_is_to_be_explained_is_taken_once(it: Connected, photos: list[str]) -> None:
    heat = it.tab.answer.why.heat
    it.tab.show_page(it.tab.place_of(it.tab.network))
    it.session.selection.show(photos, photos[0], explains="dog")  # the same photo
    assert it.tab.page is None
    assert (heat.wanted, heat.class_name) == (True, "dog")
    heat.toggle.setChecked(False)
    heat.classes.setCurrentIndex(0)
    it.session.selection.step(1)
    assert (heat.wanted, heat.class_name) == (False, "")


def test_a_photo_that_is_opened_elsewhere_is_not_hidden_by_the_folder(it: Connected, photos: list[str]) -> None:
    it.tab.show_page(it.tab.place_of(it.tab.folder))
    it.session.selection.show([])
    assert it.tab.page is it.tab.folder
    it.session.selection.show(photos)
    assert it.tab.page is None
    it.tab.show_page(it.tab.place_of(it.tab.network))
    it.session.selection.show(photos)
    assert it.tab.page is it.tab.network


@pytest.mark.parametrize("outcome", ["failed", "crashed", "stopped"])
def test_what_failed_is_asked_again_only_when_the_photo_is_chosen_again(
    it: Connected, photos: list[str], outcome: str
) -> None:
    why = it.tab.answer.why
    why.heat.methods.setCurrentIndex(2)
    why.heat.toggle.setChecked(True)
    why.alike.setChecked(True)

    def asked() -> tuple[int, ...]:
        return tuple(len([job for job in it.asker.asked if isinstance(job, kind)]) for kind in (ShowHeat, FindAlike))

    for kind in (ShowHeat, FindAlike):
        it.asker.end(place(it, kind), outcome, "It ended.")
    assert why.heat.busy.isHidden()
    assert (why.heat.note.text(), why.note.text()) == ("It ended.", "It ended.")
    it.session.unknowns.choose(UnknownSetting(rate=0.02))
    assert asked() == (1, 1)
    it.session.selection.show(photos, photos[0])
    assert asked() == (2, 2)
    assert why.note.text() == ""


def test_the_map_waits_for_its_photo(it: Connected, qtbot: QtBot, photos: list[str]) -> None:
    it.tab.answer.why.heat.toggle.setChecked(True)
    qtbot.waitUntil(lambda: it.tab.photo_path == photos[0])
    plain = colour_in_the_middle(it)
    it.tab.photo_path = "the photo before"  # still on the screen
    it.asker.tell(place(it, ShowHeat), HeatShown(photos[0], "cat", "grad_cam", write_map(), probability=0.9))
    qtbot.waitUntil(lambda: "“cat”" in it.tab.answer.why.heat.note.text())
    assert colour_in_the_middle(it) == plain
    it.tab.photo_path = photos[0]
    it.session.unknowns.choose(UnknownSetting(rate=0.02))  # whatever shows the photo anew
    assert colour_in_the_middle(it) != plain


def test_esc_leads_back_from_a_similar_photo(it: Connected, photos: list[str]) -> None:
    it.tab.answer.why.alike.setChecked(True)
    it.asker.tell(place(it, FindAlike), AlikeFound(photos[0], [Alike(photos[1], "cat", 0.93)]))
    it.tab.answer.why.grid.opened.emit(photos[1])
    assert it.session.selection.paths == [photos[1]]
    assert it.tab.inner_back == "Back to the photo"
    it.tab.go_back()
    assert (it.session.selection.paths, it.session.selection.current) == (photos, photos[0])
    assert it.tab.inner_back == ""


def test_similar_photos_are_looked_up_again_when_the_photos_have_changed(it: Connected, photos: list[str]) -> None:
    it.tab.answer.why.alike.setChecked(True)
    it.asker.tell(place(it, FindAlike), AlikeFound(photos[0], [Alike(photos[1], "cat", 0.93)]))
    it.session.changed.emit(Changed(photos=True))
    assert it.tab.answer.why.grid.isHidden()


def test_of_a_class_that_the_model_does_not_know_its_answer_is_explained(
    it: Connected, qtbot: QtBot, photos: list[str]
) -> None:
    heat = it.tab.answer.why.heat
    it.session.selection.show(photos, photos[0], explains="renamed")
    at = place(it, ShowHeat)
    job = it.asker.asked[at]
    assert isinstance(job, ShowHeat)
    assert job.class_name == "renamed"
    it.asker.tell(at, Ended("failed", say("Not known."), fault=job.fault("class_name")))
    at = place(it, ShowHeat)
    assert it.asker.asked[at].class_name == ""  # type: ignore[attr-defined]
    it.asker.tell(at, HeatShown(photos[0], "cat", "grad_cam", write_map(), probability=0.9))
    it.asker.end(at)
    qtbot.waitUntil(lambda: "“cat”" in heat.note.text())


def test_small_pictures_are_as_deep_as_the_projects_and_do_not_take_each_others_place(it: Connected) -> None:
    sources = [it.tab.source, it.tab.strip.source, it.tab.folder.source, it.tab.folder.small]
    jobs: list[Thumbnails] = []
    it.tab.set_tones(Tones(0, 4095))
    for source in sources:
        source._ask = lambda job, *_, **__: jobs.append(job)
        source.want(["1.png"], source)
    assert [job.tones for job in jobs] == [Tones(0, 4095)] * 4
    assert not any(one.replaces(other) for one in jobs for other in jobs if one is not other)
    sources[0].want(["2.png"], sources[0])
    assert jobs[-1].replaces(jobs[0])
