"""The cache as a whole: counted, kept within its bound, cleared; what is not the cache's is left alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cnn_desktop.dataset.cache import Piece, cache_size, clear_cache, keep_newest, trim_cache
from cnn_desktop.domain import places


def put(name: str, size: int, used: float) -> Path:
    """A file of `size` bytes in the cache folder, used at `used`."""
    file = places.cache_folder() / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(bytes(size))
    os.utime(file, (used, used))
    return file


def thumbnail(number: int, size: int, used: float) -> Path:
    return put(f"thumbnails/ab/{number:032x}.jpg", size, used)


def store(number: int, size: int, used: float) -> Path:
    """A store of features of two files."""
    folder = places.cache_folder() / "features" / f"{number:024x}"
    for half in (1, 2):
        put(f"features/{folder.name}/{half:032x}.features", size // 2, 9e9)
    os.utime(folder, (used, used))
    return folder


def test_without_a_cache_there_is_nothing_to_do() -> None:
    assert (cache_size(), trim_cache(0), clear_cache()) == (0, 0, 0)


def test_it_is_counted_and_cleared_all_but_the_sample() -> None:
    sample = put("sample 1/sample/cat/1.jpg", 50, 1)
    put("sample 1/sample.77.part/cat/1.jpg", 32, 1)
    put(f"pasted/pasted {1:016x}.png", 64, 1)
    put("scans/7 8.json", 128, 1)
    put("scans/7 8 snapshot.json", 2048, 1)
    put("scans/7 8 labels/trained/0/last.safetensors", 4096, 1)  # of a window that was killed
    put("scans/7 9 suggestions/photos.json", 8192, 1)
    put("demo/run/model.safetensors", 256, 1)
    put("compiled/deep/1", 512, 1)
    put(f"previews/{1:032x}-3.png.77.part", 1024, 1)
    thumbnail(1, 1, 1)
    put(f"trunks/{1:024x}.onnx", 2, 1)
    put("features/photos.msgpack", 4, 1)
    put(f"pixels/64 {1:024x}/{1:032x}.pixels", 8, 1)
    put("maps/heat-00000000.maps", 16384, 1)
    put("maps/network/untrained-kernels-0000000f.maps", 32768, 1)
    store(1, 16, 1)
    assert cache_size() == 65535
    assert clear_cache() == 65535
    assert cache_size() == 0
    assert [path for path in places.cache_folder().rglob("*") if path.is_file()] == [sample]


def test_what_a_person_keeps_in_that_folder_is_neither_counted_nor_deleted() -> None:
    theirs = [
        put(name, 10, 1)
        for name in (
            "thesis.docx", "film.part", "holiday/1.jpg", "thumbnails/ab/holiday.jpg", "thumbnails/film.part",
            "previews/IMG-1.png", "pasted/pasted holiday.png", "scans/passport.json", "scans/my labels/1.csv", "engines/car.json", "trunks/mine.onnx",
            "features/list.csv", "features/notes/1.features", f"features/{1:024x}/notes.txt", "pixels/64/facts.json",
            "demo/run/notes.txt", "demo/run/mine/model.json", "maps/treasure.maps", "maps/mine/heat-00000000.maps", "selftest/notes.txt", "sample 1/sample.77.part",
        )
    ]  # fmt: skip
    ours = store(1, 16, 1)
    assert cache_size() == 16
    assert trim_cache(0) == 16
    store(1, 16, 1)
    assert clear_cache() == 16
    assert all(file.is_file() for file in theirs)
    assert [file.name for file in ours.iterdir()] == ["notes.txt"]


def test_clearing_leaves_alone_what_a_link_points_to(tmp_path: Path) -> None:
    photo = tmp_path / "photos" / f"{1:032x}.jpg"
    photo.parent.mkdir()
    photo.write_bytes(bytes(100))
    places.cache_folder().mkdir(parents=True)
    for name in ("pasted", "features", "compiled"):
        (places.cache_folder() / name).symlink_to(photo.parent, target_is_directory=True)
    thumbnail(1, 1, 1)
    (places.cache_folder() / "thumbnails" / "cd").symlink_to(photo.parent, target_is_directory=True)
    clear_cache()
    trim_cache(0)
    assert photo.exists()


def test_what_was_used_longest_ago_goes_first_and_no_more_than_needed() -> None:
    kept_store, old_store = store(1, 100, 4), store(2, 100, 1)
    old, kept = thumbnail(1, 100, 2), thumbnail(2, 100, 3)
    assert trim_cache(400) == 0
    assert trim_cache(399) == 100
    assert [path.exists() for path in (kept_store, old_store, old, kept)] == [True, False, True, True]
    assert trim_cache(250) == 100
    assert [path.exists() for path in (kept_store, old_store, old, kept)] == [True, False, False, True]


def test_files_that_belong_together_go_together() -> None:
    pair = f"pixels/64 {1:024x}/{1:032x}"
    index, data = put(f"{pair}.index", 10, 1), put(f"{pair}.pixels", 90, 5)
    other = put(f"pixels/64 {1:024x}/{2:032x}.pixels", 100, 3)
    assert trim_cache(150) == 100
    assert (index.exists(), data.exists(), other.exists()) == (True, True, False)


def test_the_newest_stay_within_a_size_and_a_number_and_what_is_in_use_counts_first() -> None:
    def left(limit: float, most: float, kept: int) -> list[int]:
        files = [put(f"trunks/{used}.onnx", 100, used) for used in range(1, 6)]
        keep_newest([Piece(used, 100, (file,), used == kept) for used, file in enumerate(files, 1)], limit, most)
        return [used for used, file in enumerate(files, 1) if file.exists()]

    assert left(500, 5, kept=0) == [1, 2, 3, 4, 5]
    assert left(499, 5, kept=0) == [2, 3, 4, 5]
    assert left(9999, 2, kept=0) == [4, 5]
    assert left(200, 5, kept=1) == [1, 5]
    assert left(0, 0, kept=3) == [3]


def test_what_cannot_be_deleted_is_not_called_freed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> None:
        raise PermissionError(13, "in use", str(self))

    thumbnail(1, 100, 1)
    with monkeypatch.context() as context:
        context.setattr(Path, "unlink", refuse)
        assert clear_cache() == 0
    assert cache_size() == 100


@pytest.mark.parametrize(
    ("content", "limit"),
    [(None, 10_000_000_000), ("{broken", 10_000_000_000), ('{"cache_gb": 2.5, "theme": "dark"}', 2_500_000_000)],
)
def test_the_bound_is_read_from_the_windows_settings(content: str | None, limit: int) -> None:
    if content is not None:
        places.settings_folder().mkdir(parents=True)
        (places.settings_folder() / places.SETTINGS).write_text(content)
    assert places.cache_limit() == limit
