"""Labels out: a table that is read again as it was, and class folders that hold copies and nothing half."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from cnn_desktop.dataset import class_folders
from cnn_desktop.dataset.export_labels import export_folders, export_table
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested, UserError
from cnn_desktop.domain.events import Noted, Progress, Skipped
from cnn_desktop.domain.jobs.export_labels import LabelsExported
from cnn_desktop.domain.photos import SPLITS, Photo, Scan
from tests.conftest import draw_photo
from tests.dataset.helpers import finish, one_sentence

ODD = ["glass", "Glass", "a:b", "a?b", "CON", 'with "quotes", commas', "grün", "=1+1", "two\nlines"]


@pytest.fixture
def scan(tmp_path: Path) -> Scan:
    """Photos of odd classes, two of the same name in one class, in two roots."""
    photos = []
    for number, label in enumerate(ODD):
        for place in ("1", "2"):
            path = f"in {number}/same.png"
            draw_photo(tmp_path / place / path, number, int(place))
            photos.append(Photo(path, label, ("train", "val", "test")[number % 3], place, f"patient {number}"))
    roots = {"1": str(tmp_path / "1"), "2": str(tmp_path / "2")}
    return Scan(roots=roots, classes=sorted(ODD), photos=photos)


def everything(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_table_is_read_again_as_it_was(scan: Scan, tmp_path: Path) -> None:
    (done,) = export_table(scan, tmp_path / "1" / "labels.csv", Control())
    assert done == LabelsExported(str(tmp_path / "1" / "labels.csv"), photos=18, classes=9)
    again = finish(read_data(tmp_path / "1" / "labels.csv", Control()))[1]
    assert again.has_splits

    def known(one: Scan) -> set[tuple[str, ...]]:
        return {(str(one.file(p)), p.label, str(p.split), p.group) for p in one.photos}

    assert known(again) == known(scan)


@pytest.mark.skipif(sys.platform == "win32", reason="names with blanks at their ends and backslashes")
def test_a_table_of_photos_with_odd_names_is_read_again(tmp_path: Path) -> None:
    names = [" a/ b .png", "a/c\\d.png", "a/e,f;g.png", 'a/"h".png', "a/i\nj.png"]
    for number, name in enumerate(names):
        draw_photo(tmp_path / name, 0, number)
    scan = Scan(roots={"1": str(tmp_path)}, classes=["a"], photos=[Photo(name, "a") for name in names])
    list(export_table(scan, tmp_path / "labels.csv", Control()))
    again = finish(read_data(tmp_path / "labels.csv", Control()))[1]
    assert sorted(photo.path for photo in again.photos) == sorted(names)
    assert not again.has_splits


def test_a_table_is_not_written_over_a_photo(scan: Scan, tmp_path: Path) -> None:
    before = everything(tmp_path)
    with pytest.raises(UserError, match="name of a photo") as caught:
        list(export_table(scan, tmp_path / "1" / "in 0" / "same.png", Control()))
    one_sentence(caught.value)
    assert everything(tmp_path) == before


def test_class_folders_hold_every_photo_under_safe_names(scan: Scan, tmp_path: Path) -> None:
    out = tmp_path / "exports" / "labels"
    events = list(export_folders(scan, out, Control()))
    assert events[-1] == LabelsExported(str(out), photos=18, classes=9)
    copies = everything(out)
    assert sorted(copies.values()) == sorted(scan.file(photo).read_bytes() for photo in scan.photos)
    assert {name.partition("/")[0] for name in copies} == {
        "glass (2)", "Glass", "a_b", "a_b (2)", "_CON", "with _quotes_, commas", "grün", "=1+1", "two_lines",
    }  # fmt: skip
    assert {name.partition("/")[2] for name in copies} == {"same.png", "same (2).png"}
    assert any(isinstance(event, Progress) for event in events)
    (noted,) = (str(event) for event in events if isinstance(event, Noted))
    assert "“CON” → “_CON”" in noted
    assert (out / "grün/same.png").stat().st_mtime_ns == scan.file(scan.photos[12]).stat().st_mtime_ns
    assert finish(read_data(out, Control()))[1].classes == sorted({name.partition("/")[0] for name in copies})


def test_the_split_may_be_kept(scan: Scan, tmp_path: Path) -> None:
    out = tmp_path / "exports"
    events = list(export_folders(scan, out, Control(), with_splits=True))
    assert events[-1] == LabelsExported(str(out), photos=18, classes=9)
    again = finish(read_data(out, Control()))[1]
    assert again.has_splits
    assert {split: len(again.of_split(split)) for split in SPLITS} == {
        split: len(scan.of_split(split)) for split in SPLITS
    }
    assert (out / "train/grün/same.png").is_file() == (scan.photos[12].split == "train")
    assert sorted(everything(out).values()) == sorted(scan.file(photo).read_bytes() for photo in scan.photos)


def test_photos_that_cannot_be_read_are_skipped(scan: Scan, tmp_path: Path) -> None:
    scan.file(scan.photos[0]).unlink()
    scan.file(scan.photos[1]).unlink()
    scan.file(scan.photos[1]).mkdir()
    events = list(export_folders(scan, tmp_path / "out", Control()))
    assert [event.path for event in events if isinstance(event, Skipped)] == ["in 0/same.png", "in 0/same.png"]
    done = events[-1]
    assert isinstance(done, LabelsExported)
    assert (done.photos, done.skipped) == (16, 2)
    assert "2 photos could not be copied" in str(done)


@pytest.mark.parametrize("what", ["file", "filled", *(["link"] if sys.platform != "win32" else []), "inside", "gone"])
def test_nothing_is_overwritten(scan: Scan, tmp_path: Path, what: str, photo_folder: Callable[..., Path]) -> None:
    out = tmp_path / "out"
    if what == "file":
        out.write_text("mine")
    elif what == "filled":
        (out / "deep").mkdir(parents=True)
        (out / "deep" / "mine.txt").write_text("mine")
    elif what == "link":
        (tmp_path / "elsewhere").mkdir()
        out.symlink_to(tmp_path / "elsewhere")
    elif what == "inside":
        scan = finish(read_data(photo_folder(classes=2, each=2), Control()))[1]
        out = Path(scan.roots["1"], "class 0", "copies")
    else:
        out = tmp_path / "1" / "in 0" / "same.png" / "below a file"
    before = everything(tmp_path)
    with pytest.raises(UserError) as caught:
        list(export_folders(scan, out, Control()))
    assert str(out) in one_sentence(caught.value)
    assert everything(tmp_path) == before
    assert not list(tmp_path.rglob("*.part"))


def test_an_empty_folder_is_filled(scan: Scan, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    list(export_folders(scan, tmp_path / "out", Control()))
    assert len(everything(tmp_path / "out")) == 18


def test_stopped_at_any_time_it_leaves_nothing_half(scan: Scan, tmp_path: Path) -> None:
    class After(Control):
        """Stops when it is asked for the `left`th time."""

        left = 0

        def stop_if_asked(self) -> None:
            self.left -= 1
            if self.left < 0:
                self.stop()
            super().stop_if_asked()

    scan = msgspec.structs.replace(scan, photos=scan.photos[:5])
    before = everything(tmp_path)
    for left in range(200):
        control = After()
        control.left = left
        try:
            list(export_folders(scan, tmp_path / "out", control))
        except StopRequested:
            assert everything(tmp_path) == before
            assert not (tmp_path / "out").exists()
        else:
            break
    assert 10 < left < 199
    assert len(everything(tmp_path / "out")) == 5


def test_too_little_room_is_told_before_anything_is_written(
    scan: Scan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(class_folders, "free_bytes", lambda folder: 1_000_000)
    with pytest.raises(DataError, match="the copies need 50 MB") as caught:
        list(export_folders(scan, tmp_path / "out", Control()))
    one_sentence(caught.value)
    assert {one.name for one in tmp_path.iterdir()} == {"1", "2"}
