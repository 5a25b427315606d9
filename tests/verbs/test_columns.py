"""`--columns` as it is typed: which columns of a CSV hold what, and what is refused."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from cnn_desktop.__main__ import main
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.scan_files import load_snapshot
from tests.dataset.helpers import finish
from tests.project.helpers import photo_table

Make = Callable[..., Path]
HEADER = ["one", "what, it is", "Kind", "part"]
WHICH = "path=one, label=what, it is"


@pytest.fixture
def table(photo_folder: Make) -> Callable[..., Path]:
    """A CSV of 24 photos whose first line tells nothing; "Kind" says another class than "what, it is"."""
    folder = photo_folder(2, 12)

    def make(header: Sequence[str] = HEADER, name: str = "birds.csv") -> Path:
        file = folder / name
        with file.open("w", newline="", encoding="utf-8") as out:
            rows = csv.writer(out)
            if header:
                rows.writerow(header)
            for number, photo in enumerate(sorted(folder.rglob("*.png"))):
                split = ("train", "train", "val", "test")[number % 4]
                rows.writerow([photo.relative_to(folder).as_posix(), photo.parent.name, f"kind {number % 3}", split])
        return file

    return make


def said(capsys: pytest.CaptureFixture[str]) -> str:
    error = capsys.readouterr().err.strip()
    assert "Traceback" not in error
    return error.splitlines()[-1]


def test_all_verbs_that_take_a_table(
    table: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, run = str(table()), tmp_path / "run"
    assert main(["check-data", file, "--columns", "path=one,class=kind", "--json"]) == 0
    found = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert found["photos"] == 24
    small = ["--model", "simple_cnn", "--image-size", "32", "--epochs", "1"]
    assert main(["train", file, "--out", str(run), "--columns", f"{WHICH},split=part", *small]) == 0
    scan = load_snapshot(run)
    assert scan.classes == ["class 0", "class 1"]
    assert {split: len(scan.of_split(split)) for split in ("train", "val", "test")} == {
        "train": 12,
        "val": 6,
        "test": 6,
    }
    assert main(["evaluate", str(run), file, "--columns", f"{WHICH},split=part", "--json"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["n"] == 6


def test_what_is_not_said_is_found_out(table: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    file = table(["Path", "Class", "kind", "x"])
    assert main(["check-data", str(file), "--columns", "label=kind", "--json"]) == 0
    found = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert any("“kind 0” has only 8 photos" in one["text"] for one in found["findings"])
    assert main(["check-data", str(file), "--columns", "label=path"]) == 2, "the path is then nowhere"
    assert "Choose the column with the file names" in said(capsys)


def test_a_table_without_names_has_numbers(table: Callable[..., Path], tmp_path: Path) -> None:
    file, run = str(table([])), tmp_path / "run"
    small = ["--model", "simple_cnn", "--image-size", "32", "--epochs", "1"]
    assert main(["train", file, "--out", str(run), "--columns", "path=1,label=3,split=4", *small]) == 0
    assert load_snapshot(run).classes == ["kind 0", "kind 1", "kind 2"]
    assert len(load_snapshot(run).photos) == 24


@pytest.mark.parametrize(
    ("which", "words"),
    [
        ("path=nowhere,label=Kind", "no column “nowhere”"),
        ("path=one,label=one", "only once"),
        ("split=part,split=part", "must say which columns"),
        ("one", "must say which columns"),
        ("", "must say which columns"),
        ("photo=one", "must say which columns"),
        ("path=,label=Kind", "must say which columns"),
        ("path=one,label=Kind,group=5", "no column “5”"),
    ],
)
@pytest.mark.parametrize("verb", ["check-data", "train", "evaluate"])
def test_bad_names_are_refused_with_those_that_are_there(
    table: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str], which: str, words: str, verb: str
) -> None:
    run = str(tmp_path / "run")
    typed = {"check-data": [], "train": ["--out", run], "evaluate": []}[verb]
    data = [run, str(table())] if verb == "evaluate" else [str(table())]
    assert main([verb, *data, *typed, "--columns", which]) == 2
    sentence = said(capsys)
    assert words in sentence
    if "no column" in words:
        assert "one, what, it is, Kind, part" in sentence
    assert not Path(run).exists()


def test_only_tables_have_columns(photo_folder: Make, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, project = photo_folder(2, 4), tmp_path / "Birds.cnnproj"
    assert main(["check-data", str(folder), "--columns", "path=a,label=b"]) == 2
    assert "not a table" in said(capsys)
    with photo_table(project) as photos:
        photos.take(finish(read_data(folder, Control()))[1])
    assert main(["check-data", str(project), "--columns", "path=a,label=b"]) == 2
    assert "already knows" in said(capsys)
    assert main(["check-data", str(tmp_path / "gone.csv"), "--columns", "path=a,label=b"]) == 1
    assert "gone.csv" in said(capsys)


def test_a_table_that_does_not_tell_says_what_to_do(
    table: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check-data", str(table())]) == 1
    assert "--columns path=NAME,label=NAME" in said(capsys)
