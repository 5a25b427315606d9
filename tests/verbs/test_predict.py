"""`cnn-desktop predict` says which photos are unknown: in its lines, in JSON, in the table, by options and by the model's setting."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from cnn_desktop.__main__ import main
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.unknown import UnknownSetting, save_unknown_setting
from cnn_desktop.learning.training.train import train
from tests.conftest import draw_photo
from tests.learning.helpers import small


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Photos, and a run with 10 of them for validation."""
    folder = tmp_path_factory.mktemp("made")
    for number in range(66):
        draw_photo(folder / "photos" / f"class {number % 2}" / f"{number}.png", number % 2, number)
    list(train(small(folder / "photos"), folder / "run", Control()))
    return folder


def predict(made: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[str, str]:
    photo = str(made / "photos" / "class 0" / "0.png")
    capsys.readouterr()
    assert main(["predict", str(made / "run"), photo, "--device", "cpu", *words]) == 0
    out, err = capsys.readouterr()
    return out, err


def table(made: Path, capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> str:
    predict(made, capsys, "--csv", str(folder / "table.csv"), *words)
    with (folder / "table.csv").open(newline="") as lines:
        return next(csv.DictReader(lines))["unknown"]


def test_unknown_is_said_everywhere(made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = predict(made, capsys, "--min-confidence", "1")
    assert "0.png: unknown, low confidence: class " in out
    out, _ = predict(made, capsys, "--min-confidence", "1", "--json")
    one = json.loads(out.splitlines()[-1])["predictions"][0]
    assert (one["unknown"], one["why"]) == (True, "unsure")
    assert table(made, capsys, tmp_path, "--min-confidence", "1") == "yes"
    assert table(made, capsys, tmp_path, "--unknown-rate", "0", "--min-confidence", "0.01") == "no"
    assert table(made, capsys, tmp_path, "--unknown-rate", "0") == ""


def test_what_was_chosen_for_the_model_counts_where_nothing_is_said(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save_unknown_setting(UnknownSetting(0, 1), made / "run")
    assert table(made, capsys, tmp_path) == "yes"
    assert table(made, capsys, tmp_path, "--min-confidence", "0") == ""
    save_unknown_setting(UnknownSetting(), made / "run")


def test_too_few_validation_photos_are_said_once(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, said = predict(made, capsys, "--unknown-rate", "0.02")
    assert said.count("has only 10 validation photos, too few to call 1 photo in 50 unknown.") == 1
    out, said = predict(made, capsys, "--unknown-rate", "0.1", "--json")
    assert said == ""
    assert json.loads(out.splitlines()[-1])["predictions"][0]["unknown"] in (True, False)


@pytest.mark.parametrize("words", [["--unknown-rate", "0.7"], ["--min-confidence", "-1"], ["--unknown-rate", "nan"]])
def test_a_share_out_of_range_is_a_mistake_of_usage(
    words: list[str], made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["predict", str(made / "run"), str(made / "photos"), *words]) == 2
    assert "must be between 0 and 50%" in capsys.readouterr().err
