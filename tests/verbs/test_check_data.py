"""`check-data` as it is typed: what it prints, its table, its exit codes; of a folder, a table, a project."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PIL import Image

from cnn_desktop.__main__ import main
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.project.database import Database
from cnn_desktop.project.photos import PhotoTable
from tests.conftest import draw_photo
from tests.dataset.helpers import finish

Make = Callable[..., Path]


@pytest.fixture
def folder(photo_folder: Make) -> Path:
    """Two classes, one photo of which lies in both."""
    made = photo_folder(2, 12)
    shutil.copy(made / "class 0/000.png", made / "class 1/again.png")
    return made


def test_a_table_and_a_summary(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "class 0/broken.jpg").write_bytes(b"")
    table = tmp_path / "found.csv"
    assert main(["check-data", str(folder), "--csv", str(table)]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("25 photos checked")
    assert "same_photo_two_labels: 1 photo is in two classes" in shown.out
    assert "in two classes" not in shown.err  # said once
    with table.open(newline="", encoding="utf-8") as lines:
        found = list(csv.DictReader(lines))
    assert list(found[0]) == ["path", "finding", "detail", "group"]
    torn = [row for row in found if row["finding"] == "same_photo_two_labels"]
    assert [(row["path"], row["detail"]) for row in torn] == [
        ("class 0/000.png", "class 0"), ("class 1/again.png", "class 1"),
    ]  # fmt: skip
    assert len({row["group"] for row in torn}) == 1
    assert main(["check-data", str(folder), "--csv", str(table)]) == 0  # its own earlier table may be replaced
    (tmp_path / "mine.csv").write_text("a,b\n1,2\n")
    assert main(["check-data", str(folder), "--csv", str(tmp_path / "mine.csv")]) == 2
    assert (tmp_path / "mine.csv").read_text() == "a,b\n1,2\n"


def test_of_a_project_all_but_the_excluded_photos(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Those without a label are looked at too, and crops that the window has found are not forgotten."""
    project = tmp_path / "Birds.cnnproj"
    with Database.create(project) as database:
        photos = PhotoTable(database)
        scan = finish(read_data(folder, Control()))[1]
        new = [msgspec.structs.replace(one, label="") if one.path == "class 1/003.png" else one for one in scan.photos]
        photos.take(msgspec.structs.replace(scan, photos=new))
        photos.take_crops([[new[1], new[2]]])
        photos.take_findings([])
    Image.new("RGB", (48, 40)).save(folder / "class 1/003.png")
    assert main(["check-data", str(project), "--json"]) == 0
    facts = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert facts["photos"] == 25
    found = {one["kind"]: one["photos"] for one in facts["findings"]}
    assert found["uniform"] == ["class 1/003.png"]
    assert found["near_duplicate"] == [new[1].path, new[2].path]


def test_scripts_choose_what_fails(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-data", str(folder), "--fail-on", "dark", "--fail-on", "blurred", "--json"]) == 0
    facts = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert facts["photos"] == 25
    assert {"kind", "text", "photos", "group", "severity"} <= facts["findings"][0].keys()
    assert main(["check-data", str(folder), "--fail-on", "dark,same_photo_two_labels", "--json"]) == 1
    shown = capsys.readouterr()
    assert json.loads(shown.out.splitlines()[-1])["photos"] == 25
    assert "same_photo_two_labels was found" in shown.err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--fail-on", "blured"], "Did you mean “blurred”?"),
        (["--fail-on", "note"], "There is no finding “note”. Choose one of these: unreadable, "),
        (["--fail-on", ""], "There is no finding “”."),
    ],
)
def test_findings_that_are_none(
    folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    assert main(["check-data", str(folder), *words]) == 2
    assert sentence in capsys.readouterr().err


def test_of_a_project_and_of_a_table(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = tmp_path / "Birds.cnnproj"
    with Database.create(project) as database:
        PhotoTable(database).take(finish(read_data(folder, Control()))[1])
    assert main(["check-data", str(project), "--fail-on", "same_photo_two_labels"]) == 1
    capsys.readouterr()
    listed = folder / "photos.csv"
    listed.write_text("path,label,split\n" + "".join(f"class {c}/00{n}.png,{c},\n" for c in (0, 1) for n in range(9)))
    assert main(["check-data", str(listed), "--json"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["photos"] == 18
    assert main(["check-data", str(tmp_path / "nowhere")]) == 1


def test_nothing_to_mend(photo_folder: Make, capsys: pytest.CaptureFixture[str]) -> None:
    folder = photo_folder(2, 10)
    for number in range(10, 13):
        draw_photo(folder / f"class 0/{number:03}.png", 0, number)
    assert main(["check-data", str(folder), "--fail-on", "imbalance"]) == 0
    assert capsys.readouterr().out.splitlines() == ["23 photos checked: nothing to mend."]
