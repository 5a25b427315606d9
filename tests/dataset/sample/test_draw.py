"""The built-in sample: complete or not there, the same each time, and every defect it lists is really in it."""

from __future__ import annotations

import hashlib
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
import pytest
from PIL import Image

from cnn_desktop.dataset.reading.decode import open_photo
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.dataset.sample import draw
from cnn_desktop.dataset.sample.draw import CLASSES, EACH, MANIFEST, Manifest, _plan, draw_sample
from cnn_desktop.dataset.sample.grounds import _GROUNDS
from cnn_desktop.dataset.sample.place import sample_folder
from cnn_desktop.dataset.sample.scene import draw_picture
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested
from cnn_desktop.domain.events import Event, Progress
from tests.dataset.helpers import finish, one_sentence


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("drawn") / "sample"
    events, result = finish(draw_sample(folder, Control()))
    assert result == folder
    assert isinstance(events[-1], Progress)
    assert events[-1].done == events[-1].total == len(CLASSES) * EACH
    return folder


@pytest.fixture(scope="module")
def manifest(sample: Path) -> Manifest:
    return msgspec.json.decode((sample / MANIFEST).read_bytes(), type=Manifest)


def test_six_classes_of_about_eighty(sample: Path, manifest: Manifest) -> None:
    result = finish(read_data(sample, Control()))[1]
    assert result.classes == sorted(CLASSES)
    assert len(result.classes) == 6
    assert all(70 <= n <= 92 for n in Counter(photo.label for photo in result.photos).values())
    assert sorted(file.relative_to(sample).as_posix() for file in sample.glob("*/*.jpg")) == manifest.files
    bad = {path for defect in manifest.defects if defect.kind in ("broken", "empty") for path in defect.paths}
    assert {file.path for file in result.left_out} == bad


def test_every_listed_defect_is_there(sample: Path, manifest: Manifest) -> None:
    def pixels(path: str) -> np.ndarray:
        return np.asarray(open_photo(sample / path).resize((16, 16))).astype(int)

    kinds = Counter(defect.kind for defect in manifest.defects)
    assert kinds == {
        "wrong_label": 8, "same_photo": 4, "same_photo_two_labels": 2, "near_duplicate": 4, "broken": 1, "empty": 1,
    }  # fmt: skip
    for defect in manifest.defects:
        files = [sample / path for path in defect.paths]
        folders = [path.split("/")[0] for path in defect.paths]
        match defect.kind:
            case "wrong_label":
                assert folders[0] != defect.shows
                assert defect.shows in CLASSES
            case "same_photo" | "same_photo_two_labels":
                assert files[0].read_bytes() == files[1].read_bytes()
                assert (folders[0] == folders[1]) == (defect.kind == "same_photo")
            case "near_duplicate":
                assert files[0].read_bytes() != files[1].read_bytes()
                assert folders[0] == folders[1]
                a, b = pixels(defect.paths[0]), pixels(defect.paths[1])
                assert np.corrcoef(a.ravel(), b.ravel())[0, 1] > 0.8
            case "broken":
                assert files[0].stat().st_size > 1000
            case "empty":
                assert files[0].stat().st_size == 0


def test_nothing_else_is_wrong(sample: Path, manifest: Manifest) -> None:
    copies = {path for defect in manifest.defects for path in defect.paths[1:]}
    bad = {defect.paths[0] for defect in manifest.defects if defect.kind in ("broken", "empty")}
    digests: Counter[str] = Counter()
    for file in sample.glob("*/*.jpg"):
        path = file.relative_to(sample).as_posix()
        if path not in copies | bad:
            open_photo(file)
            digests[hashlib.sha256(file.read_bytes()).hexdigest()] += 1
    assert set(digests.values()) == {1}
    misplaced = {drawing.path for drawing in _plan(0) if drawing.shows != drawing.folder}
    assert misplaced == {defect.paths[0] for defect in manifest.defects if defect.kind == "wrong_label"}


def test_drawing_again_returns_at_once(sample: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in sample.rglob("*")}
    events, result = finish(draw_sample(sample, Control()))
    assert (events, result) == ([], sample)
    assert {file: file.stat().st_mtime_ns for file in sample.rglob("*")} == before


def test_one_that_another_window_has_drawn_meanwhile_is_left_as_it_is(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = tmp_path / "sample"

    def slow(*_: object) -> Iterator[Event]:
        """Before it has drawn anything, another window is done."""
        shutil.copytree(sample, drawn)
        yield from ()

    monkeypatch.setattr(draw, "_draw_all", slow)
    monkeypatch.setattr(draw, "_plant", lambda *_: Manifest(draw.VERSION, 0, [], []))
    assert finish(draw_sample(drawn, Control()))[1] == drawn
    assert (drawn / MANIFEST).read_bytes() == (sample / MANIFEST).read_bytes()
    assert list(tmp_path.iterdir()) == [drawn]


def test_the_same_seed_draws_the_same_bytes(sample: Path) -> None:
    for place in (3, 100, 200, 300, 400, 450):
        drawing = _plan(0)[place]
        rng = np.random.default_rng((0, CLASSES.index(drawing.shows), drawing.number))
        picture = draw_picture(drawing.shows, rng)
        again = sample.parent / "again.jpg"
        picture.save(again, "JPEG", quality=int(rng.integers(82, 94)))
        assert again.read_bytes() == (sample / drawing.path).read_bytes()
    assert [d.path for d in _plan(0)] == [d.path for d in _plan(0)]
    assert [d.path for d in _plan(0)] != [d.path for d in _plan(1)]


def test_stopping_leaves_nothing_behind(tmp_path: Path) -> None:
    control = Control()
    job = draw_sample(tmp_path / "sample", control)
    next(job)
    control.stop()
    with pytest.raises(StopRequested):
        finish(job)
    assert list(tmp_path.iterdir()) == []


def test_an_abandoned_drawing_is_never_taken_for_complete(tmp_path: Path) -> None:
    job = draw_sample(tmp_path / "sample", Control())
    next(job)
    next(job)
    assert not (tmp_path / "sample").exists()
    job.close()
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_sample_is_drawn_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draw, "EACH", 6)
    small = finish(draw_sample(tmp_path / "sample", Control()))[1]
    files = {file: file.read_bytes() for file in small.rglob("*") if file.is_file()}
    lost = small / msgspec.json.decode(files[small / MANIFEST], type=Manifest).defects[0].paths[0]
    lost.unlink()
    finish(draw_sample(small, Control()))
    assert {file: file.read_bytes() for file in small.rglob("*") if file.is_file()} == files


def test_photos_someone_added_are_never_deleted(sample: Path, manifest: Manifest) -> None:
    own = sample / "leaf" / "my own.jpg"
    Image.new("RGB", (9, 9)).save(own)
    assert finish(draw_sample(sample, Control())) == ([], sample)
    lost = sample / manifest.files[0]
    moved = lost.rename(sample.parent / "kept.jpg")
    with pytest.raises(DataError, match="other files"):
        finish(draw_sample(sample, Control()))
    assert own.exists()
    moved.rename(lost)
    own.unlink()


def test_other_peoples_folders_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(DataError) as caught:
        finish(draw_sample(tmp_path, Control()))
    assert "other files" in one_sentence(caught.value)
    assert (tmp_path / "mine.txt").read_text() == "mine"
    with pytest.raises(DataError) as caught:
        finish(draw_sample(tmp_path / "mine.txt" / "sample", Control()))
    one_sentence(caught.value)


def test_a_list_of_files_does_not_make_them_the_sample_s(tmp_path: Path) -> None:
    listed = ["mine.txt", "../mine.txt", f"{CLASSES[0]}/holiday.jpg", "photos/IMG_1234.jpg"]
    folder = tmp_path / "sample"
    for name in listed:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("mine")
    (folder / MANIFEST).write_bytes(msgspec.json.encode(Manifest(0, 0, listed, [])))
    with pytest.raises(DataError, match="contains other files"):
        finish(draw_sample(folder, Control()))
    assert all((folder / name).read_text() == "mine" for name in listed)


def test_it_lives_in_the_cache(home: Path) -> None:
    assert sample_folder().is_relative_to(home / "cache")
    assert sample_folder().name == "sample"


@pytest.mark.parametrize("kind", range(len(_GROUNDS)))
def test_every_ground_fits_every_size(kind: int) -> None:
    for seed in range(3):
        ground = _GROUNDS[kind][0](np.random.default_rng(seed), 192, 256)
        assert ground.shape == (192, 256, 3)
        assert np.isfinite(ground).all()
        assert ground.std() > 0.005


@pytest.mark.parametrize("label", CLASSES)
def test_pictures_of_a_class_differ(label: str) -> None:
    pictures = [draw_picture(label, np.random.default_rng(seed)) for seed in range(8)]
    assert all(isinstance(p, Image.Image) and p.mode == "RGB" and max(p.size) <= 300 for p in pictures)
    assert len({p.tobytes() for p in pictures}) == 8
