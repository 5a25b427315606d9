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


def store(name: str, size: int, used: float) -> Path:
    """A store of features of two files."""
    folder = places.cache_folder() / "features" / name
    for half in ("a.features", "b.features"):
        put(f"features/{name}/{half}", size // 2, 9e9)
    os.utime(folder, (used, used))
    return folder


def test_without_a_cache_there_is_nothing_to_do() -> None:
    assert (cache_size(), trim_cache(0), clear_cache()) == (0, 0, 0)


def test_it_is_counted_and_cleared_all_but_the_sample() -> None:
    sample = put("sample 1/sample/cat/1.jpg", 50, 1)
    put("sample 1/sample.77.part/cat/1.jpg", 32, 1)
    put("pasted/1.png", 64, 1)
    put("scans/7 8.json", 128, 1)
    put("demo/run/model.safetensors", 256, 1)
    put("of a library nobody knew/deep/1", 512, 1)
    put("left.part", 1024, 1)
    put("thumbnails/ab/1.jpg", 1, 1)
    put("trunks/1.onnx", 2, 1)
    put("features/photos.msgpack", 4, 1)
    put("pixels/s/1.data", 8, 1)
    store("old", 16, 1)
    assert cache_size() == 2047
    assert clear_cache() == 2047
    assert cache_size() == 0
    assert [path for path in places.cache_folder().rglob("*") if path.is_file()] == [sample]


def test_clearing_leaves_alone_what_a_link_points_to(tmp_path: Path) -> None:
    photo = tmp_path / "photos" / "1.jpg"
    photo.parent.mkdir()
    photo.write_bytes(bytes(100))
    places.cache_folder().mkdir(parents=True)
    (places.cache_folder() / "linked").symlink_to(photo.parent, target_is_directory=True)
    put("thumbnails/1.jpg", 1, 1)
    (places.cache_folder() / "thumbnails" / "2").symlink_to(photo.parent, target_is_directory=True)
    clear_cache()
    trim_cache(0)
    assert photo.exists()


def test_what_was_used_longest_ago_goes_first_and_no_more_than_needed() -> None:
    kept_store, old_store = store("new", 100, 4), store("old", 100, 1)
    old, kept = put("thumbnails/ab/old.jpg", 100, 2), put("thumbnails/ab/new.jpg", 100, 3)
    assert trim_cache(400) == 0
    assert trim_cache(399) == 100
    assert [path.exists() for path in (kept_store, old_store, old, kept)] == [True, False, True, True]
    assert trim_cache(250) == 100
    assert [path.exists() for path in (kept_store, old_store, old, kept)] == [True, False, False, True]


def test_files_that_belong_together_go_together() -> None:
    index, data = put("pixels/s/1.index", 10, 1), put("pixels/s/1.data", 90, 5)
    other = put("pixels/s/2.data", 100, 3)
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

    put("thumbnails/ab/1.jpg", 100, 1)
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
