"""`check-labels` as it is typed: what it prints, its table, its exit codes; of a folder, a table, a project."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cnn_desktop.__main__ import main
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.project.database import Database
from cnn_desktop.project.photos import PhotoTable
from tests.dataset.helpers import finish
from tests.learning.helpers import small, train

Make = Callable[..., Path]
WRONG = "class 0/wrong.png"


@pytest.fixture
def folder(photo_folder: Make) -> Path:
    """Two classes, one photo of which lies in the other's folder."""
    made = photo_folder(2, 12)
    shutil.move(made / "class 1/003.png", made / WRONG)
    return made


@pytest.fixture
def one_look(monkeypatch: pytest.MonkeyPatch) -> None:
    """One network looks at the photos instead of two: half the time."""
    monkeypatch.setattr("cnn_desktop.verbs.check_labels.BACKBONES", ("efficientnet_lite0",))


def ranking(table: Path) -> list[dict[str, str]]:
    with table.open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def test_a_table_and_a_summary(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "labels.csv"
    assert main(["check-labels", str(folder), "--csv", str(table)]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("24 labels checked: about ")
    assert f"{WRONG}: class 0, probably class 1" in shown.out
    assert f"The whole list: {table}" in shown.out
    found = ranking(table)
    assert list(found[0]) == ["rank", "path", "label", "suggested", "score"]
    assert [row["rank"] for row in found] == [str(rank) for rank in range(1, 25)]
    assert (found[0]["path"], found[0]["label"], found[0]["suggested"]) == (WRONG, "class 0", "class 1")
    scores = [float(row["score"]) for row in found]
    assert scores == sorted(scores, reverse=True)
    assert main(["check-labels", str(folder), "--csv", str(table)]) == 0  # its own earlier table may be replaced
    (tmp_path / "mine.csv").write_text("a,b\n1,2\n")
    assert main(["check-labels", str(folder), "--csv", str(tmp_path / "mine.csv")]) == 2
    assert (tmp_path / "mine.csv").read_text() == "a,b\n1,2\n"


@pytest.mark.usefixtures("one_look")
def test_for_scripts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-labels", str(folder), "--json"]) == 0
    facts = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (facts["photos"], facts["verdict"], facts["first"][0]["path"]) == (24, "suspicious", WRONG)
    assert facts["low"] <= facts["errors"] <= facts["high"]
    assert main(["check-labels", str(folder), "--events"]) == 0
    assert all(json.loads(line)["event"] for line in capsys.readouterr().out.splitlines())


@pytest.mark.usefixtures("one_look")
def test_corrected_labels_of_a_project_count(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, scan = finish(read_data(folder, Control()))
    project = tmp_path / "a.cnnproj"
    with Database.create(project) as database:
        PhotoTable(database).take(scan)
    assert main(["check-labels", str(project), "--json"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["first"][0]["path"] == WRONG
    assert main(["check-labels", str(project), "--class-level", "1"]) == 2


@pytest.mark.parametrize(
    ("classes", "each", "words"),
    [(1, 6, "All photos are of one class, “class 0”"), (2, 3, "fewer than two such classes")],
)
def test_what_cannot_be_checked_is_one_sentence(
    classes: int, each: int, words: str, photo_folder: Make, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = photo_folder(classes, each, name=f"{classes} {each}")
    assert main(["check-labels", str(folder)]) == 1
    last = capsys.readouterr().err.splitlines()[-1]
    assert words in last
    assert main(["check-labels", str(folder / "not there")]) == 1
    assert main(["check-labels"]) == 2
    assert main(["check-labels", str(folder), "--device", "toaster"]) == 2


@pytest.mark.usefixtures("one_look")
def test_judged_by_the_settings_of_a_run(
    folder: Path, tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = tmp_path / "run"
    train(small(folder), run)
    before = sorted(run.rglob("*"))
    assert main(["check-labels", str(folder), "--recipe", str(run), "--json"]) == 0
    facts = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (facts["photos"], facts["recipe"]) == (24, "simple_cnn")
    assert sorted(run.rglob("*")) == before
    assert not [one for one in home.rglob("*") if one.name.endswith(" labels")]
    assert main(["check-labels", str(folder), "--recipe", str(folder)]) == 1
    assert "contains no trained model" in capsys.readouterr().err.splitlines()[-1]
