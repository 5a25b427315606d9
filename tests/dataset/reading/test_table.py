"""CSV files as data: columns, relative paths, splits; several labels for one photo are refused."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, UsageError
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
    assert "can have only one" in refusal(folder, rows().replace(",a", ",a|b", 1))


def test_a_column_that_is_there_twice_is_refused(folder: Path) -> None:
    assert "two columns called “label”" in refusal(folder, rows("path,label,label", ",b"))
    assert len(read(folder, rows("path,label,note,note", ",x,y")).photos) == 10


def test_a_missing_first_line_is_told_before_what_is_wrong_with_the_rows(folder: Path) -> None:
    assert "It has # made by me." in refusal(folder, "# made by me\n" + rows())


def test_a_repeated_row_counts_once(folder: Path) -> None:
    assert len(read(folder, rows() + "./class 0/000.png,a\n").photos) == 10


def test_missing_labels_and_photos_are_left_out(folder: Path) -> None:
    result = read(folder, rows() + "class 0/000.png,\nnowhere.png,a\n\n,\n")
    reasons = {file.path: str(file.reason) for file in result.left_out}
    assert "no label (line 12)" in reasons["class 0/000.png"]
    assert "no longer there" in reasons["nowhere.png"]
    assert len(result.photos) == 10


def test_refusals(folder: Path) -> None:
    assert "columns “path” and “label”" in refusal(folder, "picture,kind\n1,2\n")
    assert "columns “path” and “label”" in refusal(folder, "")
    assert "no photos" in refusal(folder, "path,label\n")
    assert "“holdout” (line 2)" in refusal(folder, rows("path,label,split", ",holdout"))
    (folder / "photos.csv").write_bytes("path,label\ngrün.png,ä".encode("cp1252"))
    with pytest.raises(DataError, match="UTF-8"):
        finish(read_data(folder / "photos.csv", Control()))
    with pytest.raises(DataError, match="does not exist"):
        finish(read_data(folder / "nowhere.csv", Control()))


def test_backslashes_divide_folders_as_on_windows(folder: Path) -> None:
    plain, windows = read(folder, rows()), read(folder, rows().replace("/", "\\"))
    assert windows == plain
    odd = folder / "class 0" / "a\\b.png"
    odd.write_bytes((folder / "class 0/000.png").read_bytes())
    assert len(read(folder, rows() + "class 0/a\\b.png,a\n").photos) == 11, "a file may be called so here"


def test_what_is_wrong_in_a_line_is_named_by_line(folder: Path) -> None:
    result = read(folder, rows() + ",a\nclass 0/..,b\n")
    reasons = {file.path: str(file.reason) for file in result.left_out}
    assert reasons["photos.csv:12"].startswith("line 12 has no path")
    assert reasons["photos.csv:13"].startswith("line 13 names a folder")
    assert len(result.photos) == 10
    assert "line 12" in refusal(folder, rows() + '"class 0/004.png",b\n')
    assert "line 15" in refusal(folder, rows() + '"two\nlines.png",a\n\nclass 0/004.png,b\n')
    assert "line 12" in refusal(folder, rows() + "class 0, the first/000.png,a\n")
    assert "line 12 that is not closed" in refusal(folder, rows() + 'class 0/004.png,"a\nclass 1/004.png,b\n')
    assert len(read(folder, rows("path,label,note", ',5" wide')).photos) == 10


def test_one_photo_in_two_splits_is_refused(folder: Path) -> None:
    table = rows("path,label,split", ",train")
    text = refusal(folder, table + "class 0/000.png,a,test\nclass 1/000.png,b,val\n")
    assert "line 12" in text
    assert "train" in text
    assert "test" in text
    result = read(folder, table + "class 0/000.png,a,\n./class 0/001.png,a,Training\n")
    assert (
        Counter(photo.split for photo in result.photos)["train"] + Counter(p.split for p in result.photos)["val"] == 10
    )


@pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "SEP=;", "sep=;;;", "sep=|", "sep=\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_first_line_for_excel(folder: Path, first: str, end: str) -> None:
    mark = first.strip('"')[4]
    text = f"{first}\n" + rows().replace(",", mark) + f"{mark}a\n"
    (folder / "photos.csv").write_bytes(text.replace("\n", end).encode())
    result = finish(read_data(folder / "photos.csv", Control()))[1]
    assert len(result.photos) == 10
    assert [file.path for file in result.left_out] == ["photos.csv:13"]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp437"]
)
def test_encodings_are_understood_or_one_sentence(folder: Path, encoding: str) -> None:
    text = rows().replace(",b", ",grün")
    mark = "\ufeff" if encoding.endswith(("le", "be")) else ""
    (folder / "photos.csv").write_bytes((mark + text).encode(encoding))
    if encoding.startswith(("utf-8", "utf-16")):
        assert finish(read_data(folder / "photos.csv", Control()))[1].classes == ["a", "grün"]
    else:
        with pytest.raises(DataError, match="CSV UTF-8") as caught:
            finish(read_data(folder / "photos.csv", Control()))
        one_sentence(caught.value)


@pytest.mark.parametrize(
    "content", [b"\0\0\0", b"path,label\na\0.png,b\n", "path,label\na.png,b\n".encode("utf-16-le")]
)
def test_what_is_no_text_is_one_sentence(folder: Path, content: bytes) -> None:
    (folder / "photos.csv").write_bytes(content)
    with pytest.raises(DataError, match="plain text") as caught:
        finish(read_data(folder / "photos.csv", Control()))
    one_sentence(caught.value)


def test_quotes_blanks_and_letters_of_both_forms(folder: Path) -> None:
    lines = [f'"class {c}/{k:03}.png" ; "{"ab"[c]}"' for c in range(2) for k in range(5)]
    assert len(read(folder, "\n".join(['"path" ; "label"', *lines])).photos) == 10


def test_a_table_needs_no_class_level(folder: Path) -> None:
    (folder / "photos.csv").write_text(rows())
    with pytest.raises(UsageError, match="class level"):
        finish(read_data(folder / "photos.csv", Control(), class_level=2))


def test_a_table_reached_by_another_way(folder: Path) -> None:
    (folder / "class 0/photos.csv").write_text(rows().replace("class ", "../class "))
    result = finish(read_data(folder / "class 1/../class 0/photos.csv", Control()))[1]
    assert result.roots["1"] == str(folder / "class 0")
    assert len(result.photos) == 10


def test_a_table_that_is_far_too_large_is_not_read(folder: Path) -> None:
    (folder / "photos.csv").touch()
    os.truncate(folder / "photos.csv", 1 << 34)  # of holes
    with pytest.raises(DataError, match=r"it is 17,180 MB, and this app reads up to 250 MB") as caught:
        finish(read_data(folder / "photos.csv", Control()))
    assert "photos.csv" in one_sentence(caught.value)


def test_names_that_no_file_can_have_are_photos_that_are_not_there(folder: Path) -> None:
    """On a disk that allows names of 255 letters."""
    long = "x" * 5000
    scan = read(folder, rows(extra="") + f"{long}.png,a\nclass 0\\{long}.png,b\n")
    assert len(scan.photos) == 10
    assert len(scan.left_out) == 2
