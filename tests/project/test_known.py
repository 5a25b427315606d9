"""What a project knows of photos that are named by where they lie: the innermost root, either way of spelling, no others."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

from cnn_desktop.domain.answered import KnownPhoto
from cnn_desktop.domain.photos import FileFacts, Photo, Scan
from tests.project.helpers import photo_table


def test_photos_are_known_by_root_and_path(tmp_path: Path) -> None:
    photos = [
        Photo("a/1.jpg", "cat", "train"), Photo("a/grün.jpg", "dog", "val"), Photo("a/none.jpg", ""),
        Photo("inner/2.jpg", "cat", "test"), Photo("2.jpg", "dog", "train", root="2"),
    ]  # fmt: skip
    files = [FileFacts(bytes([k] * 32), 1, 1) for k in range(5)]
    roots = {"1": "/photos", "2": "/photos/inner"}
    with photo_table(tmp_path / "a.cnnproj") as table:
        table.take(Scan(roots, ["cat", "dog"], photos, files=files, has_splits=True))
        decomposed = unicodedata.normalize("NFD", "/photos/a/grün.jpg")
        paths = [
            "/photos/a/1.jpg", "/photos/./a//1.jpg", decomposed, "/photos/a/none.jpg", "/photos/inner/2.jpg",
            "/photosa/1.jpg", "/other/a/1.jpg", os.fsdecode(b"/photos/caf\xe9.jpg"),
        ]  # fmt: skip
        known = table.known([*paths, *(f"/photos/many/{n}.jpg" for n in range(1200))])
    assert known == {
        "/photos/a/1.jpg": KnownPhoto("cat", "train"),
        "/photos/./a//1.jpg": KnownPhoto("cat", "train"),
        decomposed: KnownPhoto("dog", "val"),
        "/photos/inner/2.jpg": KnownPhoto("dog", "train"),
    }
