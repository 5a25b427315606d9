"""CSV files as data: columns, relative paths, splits; several labels for one photo are refused."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.dataset.reading.table import UnclearColumns, list_table
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.table_columns import Columns
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
    if encoding.startswith(("utf-8", "utf-16", "cp1252")):
        scan = finish(read_data(folder / "photos.csv", Control()))[1]
        assert scan.classes == ["a", "grün"]
        guessed = [str(finding.text) for finding in scan.findings if "UTF-8" in str(finding.text)]
        assert len(guessed) == (encoding == "cp1252")
        assert all("as in “grün”" in text for text in guessed)
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


def test_a_row_with_too_many_values_is_left_out_by_its_line(folder: Path) -> None:
    result = read(folder, rows() + "class 0, the first/000.png,a\nclass 0/004.png,a,,\n")
    assert [file.path for file in result.left_out] == ["photos.csv:12"]
    assert "more values than there are columns" in str(result.left_out[0].reason)
    assert "“,”" in str(result.left_out[0].reason)


def test_broken_rows_are_counted_and_those_that_can_be_used_are(folder: Path) -> None:
    broken = "".join(("a,b,c\n", ",a\n", "class 0/..,b\n", f"x{n}.png,\n")[n % 4] for n in range(100_000))
    listing = list_table_of(folder, rows() + broken)
    assert len(listing.photos) == 10
    assert len(listing.left_out) == 100_000
    assert listing.left_out[0].path == "photos.csv:12"
    assert listing.left_out[-2].path == f"photos.csv:{12 + 99_998}"


def list_table_of(folder: Path, text: str, columns: Columns | None = None):  # type: ignore[no-untyped-def]
    (folder / "photos.csv").write_text(text, encoding="utf-8")
    return list_table(folder / "photos.csv", columns)


def test_many_contradictions_are_one_sentence_with_the_first_lines(folder: Path) -> None:
    swapped = "".join(line[:-1] + ("b" if line.endswith("a") else "a") + "\n" for line in rows().splitlines()[1:])
    text = refusal(folder, rows() + swapped)
    assert "(line 12)" in text
    assert "The same is true of 9 more lines: 13, 14, 15, 16, 17, …" in text
    other = rows("path,label,split", ",train") + rows("", ",test")
    assert "The same is true of 9 more lines: 14," in refusal(folder, other)
    assert "2 more lines: 3, 4." in refusal(
        folder, rows("path,label,split", ",holdout", n=2).replace(",a,holdout", ",a,x")[:-27]
    )


def test_a_group_comes_with_its_photo_and_each_photo_has_one(folder: Path) -> None:
    lines = [f"class {c}/{k:03}.png,{'ab'[c]},patient {k}" for c in range(2) for k in range(5)]
    text = "\n".join(["path,label,group", *lines, ""])
    assert {photo.group for photo in read(folder, text).photos} == {f"patient {k}" for k in range(5)}
    assert read(folder, text.replace("label,group", "label,Patient ID")).photos[0].group == "patient 0"
    again = read(folder, text.replace("path,label,group", "path,label,note") + "class 0/000.png,a,\n")
    assert {photo.group for photo in again.photos} == {""}
    filled_in = read(folder, "path,label,group\nclass 0/000.png,a,\n" + "\n".join([*lines, ""]))
    assert filled_in.photos[0].group == "patient 0"
    clash = refusal(folder, text + "class 0/000.png,a,patient 7\n")
    assert "“patient 0” and “patient 7” (line 12)" in clash


def test_repeated_rows_are_told_once(folder: Path) -> None:
    result = read(folder, rows() + rows("class 0/000.png,a"))
    told = [finding for finding in result.findings if "more than once" in str(finding.text)]
    assert [str(finding.text) for finding in told] == [
        "photos.csv lists photos more than once (lines 12, 13, 14, 15, 16, …). Each photo is used only once."
    ]
    assert told[0].severity == "info"


@pytest.mark.parametrize(
    "header",
    [
        "Image_Path,Class Name",
        "datei,klasse",
        "pic,kind",
        "file;note,label",
        "id,image,species,age",
        "",
        "subset,img,label",
    ],
)
def test_columns_are_found_by_name_or_by_what_is_in_them(folder: Path, header: str) -> None:
    def line(c: int, k: int) -> str:
        name, label = f"class {c}/{k:03}.png", "ab"[c]
        return {
            "id,image,species,age": f"{k},{name},{label},{k}",
            "subset,img,label": f"{('train', 'test')[k % 2]},{name},{label}",
            "file;note,label": f"{name};{label}",
        }.get(header, f"{name},{label}")

    names = header.replace("file;note,label", "file;label")
    text = "\n".join(filter(None, [names, *(line(c, k) for c in range(2) for k in range(5)), ""])) + "\n"
    result = read(folder, text)
    assert result.classes == ["a", "b"]
    assert len(result.photos) == 10
    assert result.has_splits == (header == "subset,img,label")


@pytest.mark.parametrize("header", ["id,picture,diagnosis,age", "a,b,c,d"])
def test_columns_that_are_not_clear_are_asked_for_and_then_read(folder: Path, header: str) -> None:
    text = "\n".join([header, *(f"{k},class {c}/{k:03}.png,{'ab'[c]},{k}" for c in range(2) for k in range(5)), ""])
    with pytest.raises(UnclearColumns) as caught:
        list_table_of(folder, text)
    one_sentence(caught.value)
    names = header.split(",")
    assert caught.value.guess == Columns(path=names[1])
    assert caught.value.header == names
    assert caught.value.sample[0] == ["0", "class 0/000.png", "a", "0"]
    listing = list_table_of(folder, text, Columns(names[1], names[2], group=names[3]))
    assert len(listing.photos) == 10
    assert {photo.group for photo in listing.photos} == set("01234")
    with pytest.raises(UnclearColumns):
        list_table_of(folder, text, Columns(names[1], "gone"))
    with pytest.raises(UnclearColumns):
        list_table_of(folder, text, Columns(names[1], names[1]))


def test_a_table_without_names_of_columns_is_read_by_their_place(folder: Path) -> None:
    text = "".join(f"{k};class {c}/{k:03}.png;{'ab'[c]};{k}\n" for c in range(2) for k in range(5))
    with pytest.raises(UnclearColumns) as caught:
        list_table_of(folder, text)
    assert caught.value.guess == Columns(path="2", has_header=False)
    listing = list_table_of(folder, text, Columns("2", "3", has_header=False))
    assert len(listing.photos) == 10


def test_blanks_around_a_name_count_where_a_file_is_called_so(folder: Path) -> None:
    (folder / "class 0" / " odd .png").write_bytes((folder / "class 0/000.png").read_bytes())
    (folder / " c.png").write_bytes((folder / "class 0/000.png").read_bytes())
    assert len(read(folder, rows() + '"class 0/ odd .png",a\n" c.png",a\n" class 0/004.png ",a\n').photos) == 12
