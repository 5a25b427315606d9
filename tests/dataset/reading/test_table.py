"""CSV files as data: columns, relative paths, splits; several labels for one photo are refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.photos import Scan
from tests.dataset.helpers import finish, one_sentence


@pytest.fixture
def folder(photo_folder: Callable[..., Path]) -> Path:
    return photo_folder(classes=2, each=5)


def rows(header: str = "path,label", extra: str = "", n: int = 5) -> str:
    lines = [f"class {c}/{k:03}.png,{'ab'[c]}{extra}" for c in range(2) for k in range(n)]
    return "\n".join([header, *lines]) + "\n"


def read(folder: Path, text: str, name: str = "photos.csv") -> Scan:
    (folder / name).write_text(text, encoding="utf-8")
    return finish(read_data(folder / name, Control()))[1]


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(DataError) as caught:
        read(folder, text)
    assert "photos.csv" in str(caught.value)
    return one_sentence(caught.value)


@pytest.mark.parametrize("header", ["path,label", "Path, Class", "\ufefffilename,label"])
def test_paths_and_labels(folder: Path, header: str) -> None:
    result = read(folder, rows(header))
    assert result.classes == ["a", "b"]
    assert len(result.photos) == 10
    assert result.roots == {"1": str(folder)}
    assert all(result.file(photo).is_file() for photo in result.photos)
    assert not result.has_splits


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters(folder: Path, delimiter: str) -> None:
    assert len(read(folder, rows().replace(",", delimiter)).photos) == 10


def test_splits_are_kept(folder: Path) -> None:
    names = ["train", "train", "train", "Valid", "test"]
    lines = [f"class {c}/{k:03}.png,{'ab'[c]},{names[k]}" for c in range(2) for k in range(5)]
    result = read(folder, "\n".join(["path,label,split", *lines]))
    assert result.has_splits
    assert Counter(photo.split for photo in result.photos) == {"train": 6, "val": 2, "test": 2}


def test_absolute_paths_elsewhere(folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "lists"
    table.mkdir()
    lines = [f"{folder}/class {c}/{k:03}.png,{'ab'[c]}" for c in range(2) for k in range(4)]
    result = read(table, "\n".join(["path,label", *lines, f"../{folder.name}/class 0/004.png,a"]))
    assert len(result.photos) == 9
    assert all(result.file(photo).is_file() for photo in result.photos)
    assert set(result.roots) == {"1", "2"}


def test_several_labels_are_refused(folder: Path) -> None:
    assert "several labels" in refusal(folder, rows() + "class 0/000.png,b\n")
    assert "line 2" in refusal(folder, rows().replace(",a", ",a;b", 1))
    assert "one label a photo" in refusal(folder, rows().replace(",a", ",a|b", 1))


def test_a_repeated_row_counts_once(folder: Path) -> None:
    assert len(read(folder, rows() + "./class 0/000.png,a\n").photos) == 10


def test_missing_labels_and_photos_are_left_out(folder: Path) -> None:
    result = read(folder, rows() + "class 0/000.png,\nnowhere.png,a\n\n,\n")
    reasons = {file.path: str(file.reason) for file in result.left_out}
    assert "no label in line 12" in reasons["class 0/000.png"]
    assert "no longer there" in reasons["nowhere.png"]
    assert len(result.photos) == 10


def test_refusals(folder: Path) -> None:
    assert "columns path and label" in refusal(folder, "picture,kind\n1,2\n")
    assert "columns path and label" in refusal(folder, "")
    assert "no photos" in refusal(folder, "path,label\n")
    assert "“holdout” in line 2" in refusal(folder, rows("path,label,split", ",holdout"))
    assert "one class only" in refusal(folder, rows().replace(",b", ",a"))
    (folder / "photos.csv").write_bytes("path,label\ngrün.png,ä".encode("utf-16"))
    with pytest.raises(DataError, match="UTF-8"):
        finish(read_data(folder / "photos.csv", Control()))
    with pytest.raises(DataError, match="no folder"):
        finish(read_data(folder / "nowhere.csv", Control()))
