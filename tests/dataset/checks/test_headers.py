"""Headers of the photos that were listed: bad photos, classes and splits that lack something, order and Stop."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from cnn_desktop.dataset.reading import scan as scanning
from cnn_desktop.dataset.reading.decode import PhotoHeader
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import StopRequested
from cnn_desktop.domain.events import Skipped, Warned
from cnn_desktop.domain.wire import decode_event, encode_event
from tests.dataset.helpers import finish
from tests.dataset.reading.test_scan import draw, findings, left_out, scan


def test_without_validation_folder_training_photos_check_the_training(tmp_path: Path) -> None:
    for part, n in (("train", 20), ("test", 5)):
        draw(tmp_path, *(f"{part}/{label}/{k}.png" for label in ("cat", "dog") for k in range(n)))
    result = scan(tmp_path)
    count = Counter(photo.split for photo in result.photos)
    assert count["test"] == 10
    assert 2 <= count["val"] <= 12
    assert all(photo.path.startswith("test/") == (photo.split == "test") for photo in result.photos)
    assert f"{count['val']} of the training photos" in findings(result)
    assert result.photos == sorted(result.photos, key=lambda photo: photo.path)


def test_without_test_folder_it_says_so(tmp_path: Path) -> None:
    for part in ("train", "valid"):
        draw(tmp_path, *(f"{part}/{label}/{k}.png" for label in ("cat", "dog") for k in range(4)))
    result = scan(tmp_path)
    assert Counter(photo.split for photo in result.photos) == {"train": 8, "val": 8}
    assert "no test photos" in findings(result)


def test_a_class_that_is_tested_but_never_trained(tmp_path: Path) -> None:
    draw(tmp_path, *(f"train/{c}/{k}.png" for c in "ab" for k in range(5)), *(f"test/{c}/1.png" for c in "abz"))
    result = scan(tmp_path)
    assert "“z” has no training photos" in findings(result)


def test_bad_photos_are_named_with_their_reason(photo_folder: Callable[..., Path]) -> None:
    folder = photo_folder(classes=2, each=6)
    (folder / "class 0/000.png").write_bytes(b"")
    (folder / "class 0/001.png").rename(folder / "class 0/text.jpg")
    (folder / "class 0/text.jpg").write_text("no photo")
    whole = (folder / "class 1/000.png").read_bytes()
    (folder / "class 1/000.png").write_bytes(whole[: len(whole) // 2])
    events, result = finish(read_data(folder, Control()))
    reasons = left_out(result)
    assert set(reasons) == {"class 0/000.png", "class 0/text.jpg", "class 1/000.png"}
    assert len(result.photos) == 9
    skipped = [event for event in events if isinstance(event, Skipped)]
    assert {event.path for event in skipped} == set(reasons)
    for event in events:
        assert decode_event(encode_event(event)) == event


def test_one_class_left_after_bad_photos_can_be_looked_at(tmp_path: Path) -> None:
    draw(tmp_path, "a/1.png", "a/2.png", "a/3.png")
    (tmp_path / "b").mkdir()
    (tmp_path / "b/1.png").touch()
    result = scan(tmp_path)
    assert result.classes == ["a"]
    assert "“b” is left out" in findings(result)
    assert "b/1.png: it is empty" in findings(result)


def test_small_empty_and_similar_classes_are_found(tmp_path: Path) -> None:
    draw(tmp_path, *(f"{c}/{k}.png" for c in ("Cat", "cat", "dog") for k in range(3)), "rare/1.png")
    (tmp_path / "nothing").mkdir()
    result = scan(tmp_path)
    assert result.classes == ["Cat", "cat", "dog", "rare"]
    text = findings(result)
    assert "“Cat” and “cat”" in text
    assert "“rare” has only 1 photo," in text
    assert "“nothing”" in text
    events, _ = finish(read_data(tmp_path, Control()))
    assert [str(event) for event in events if isinstance(event, Warned)] == text.split("\n")


def test_photos_that_vanish_while_scanning(photo_folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    folder = photo_folder(classes=2, each=40)
    real = scanning.read_header
    once = threading.Lock()

    def vanish(path: Path) -> PhotoHeader:
        if once.acquire(blocking=False):
            for number in range(20, 40):
                (folder / f"class 1/{number:03}.png").unlink()
        return real(path)

    monkeypatch.setattr(scanning, "read_header", vanish)
    result = scan(folder)
    assert len(result.photos) == 60
    assert all("no longer there" in str(file.reason) for file in result.left_out)


@pytest.mark.parametrize("waited", [-1.0, float("inf")], ids=["a slow disk", "a quick one"])
def test_photos_keep_their_order_on_any_disk(
    photo_folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, waited: float
) -> None:
    monkeypatch.setattr("cnn_desktop.dataset.checks.headers._WAITED", waited)
    monkeypatch.setattr("cnn_desktop.dataset.checks.headers._CHUNK", 4)
    data, threads = photo_folder(2, 40), set[str]()
    real = scanning.read_header
    monkeypatch.setattr(
        scanning, "read_header", lambda file: threads.add(threading.current_thread().name) or real(file)
    )
    photos = [photo.path for photo in scan(data).photos]
    assert photos == sorted(photos)
    assert len(photos) == 80
    assert len(threads) == 1 or waited < 0


def test_stop(photo_folder: Callable[..., Path]) -> None:
    control = Control()
    control.stop()
    with pytest.raises(StopRequested):
        finish(read_data(photo_folder(), control))
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("check")]
