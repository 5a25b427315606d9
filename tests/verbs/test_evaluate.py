"""`evaluate` and `train --test` as they are typed: what they print of classes without photos, of photos seen before, of no photos."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cnn_desktop.__main__ import main
from tests.conftest import draw_photo

SMALL = [
    "--model", "simple_cnn", "--weights", "none", "--image-size", "32", "--batch-size", "8", "--device", "cpu",
    "--epochs", "1",
]  # fmt: skip


def result(capsys: pytest.CaptureFixture[str], *typed: str) -> dict[str, object]:
    assert main([*typed, "--json"]) == 0
    return json.loads(capsys.readouterr().out.splitlines()[-1])


def test_one_class_photos_seen_before_and_a_run_that_cannot_be_written(
    capsys: pytest.CaptureFixture[str], photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    folder, run, new = photo_folder(classes=3, each=12), str(tmp_path / "run"), tmp_path / "new"
    result(capsys, "train", str(folder), "--out", run, *SMALL)
    for number in range(8):
        draw_photo(new / "class 1" / f"{number}.png", 1, 600 + number)
    told = result(capsys, "evaluate", run, str(new))
    rows = {row["name"]: row for row in told["per_class"]}
    assert (told["n"], told["seen"], rows["class 1"]["recall"]) == (8, 0, told["accuracy"])
    assert (rows["class 0"]["recall"], rows["class 0"]["precision"], rows["class 0"]["f1"]) == (None, None, None)
    assert main(["evaluate", run, str(new)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert next(line.split() for line in lines if line.startswith("class 0")) == ["class", "0", "–", "–", "–", "0"]
    assert lines[-1].endswith("predictions-other.csv")

    folder.rename(tmp_path / "moved")
    assert main(["evaluate", run, str(tmp_path / "moved")]) == 0
    assert "30 of the 36 photos were used to train or check this model" in capsys.readouterr().out.splitlines()[0]
    assert result(capsys, "evaluate", run, str(tmp_path / "moved"))["seen"] == 30

    looks = tmp_path / "run" / "test_looks.jsonl"
    looks.write_bytes(b"\xff damaged\n")
    moved = tmp_path / "moved"
    moved.rename(folder)
    assert main(["evaluate", run]) == 0
    assert (capsys.readouterr().out.splitlines()[0].count("%") > 0, looks.read_bytes().count(b"\n")) == (True, 2)
    for name in ("report-other.json", "predictions-other.csv"):
        (tmp_path / "run" / name).unlink()
        (tmp_path / "run" / name).mkdir()  # also root cannot write there
    assert main(["evaluate", run, str(new)]) == 0
    shown = capsys.readouterr()
    assert "of 8 photos right" in shown.out
    assert "This result was not saved." in shown.err
    assert "Every photo's result" not in shown.out


def test_a_training_without_test_photos_is_told_all_the_same(
    capsys: pytest.CaptureFixture[str], photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    folder = photo_folder(classes=2, each=2)
    assert main(["train", str(folder), "--out", str(tmp_path / "run"), *SMALL, "--test"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Done in ")
    assert lines[1].startswith("There are no test photos, so the model was not tested.")
    assert result(capsys, "train", str(folder), "--out", str(tmp_path / "again"), *SMALL, "--test")["accuracy"] is None


def test_a_test_that_fails_does_not_take_the_training_with_it(
    capsys: pytest.CaptureFixture[str], photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    folder = photo_folder(classes=2, each=8)
    for part, number in (("train", "00[0-4]"), ("val", "005"), ("test", "00[67]")):
        for photo in folder.glob(f"class ?/{number}.png"):
            place = tmp_path / "parts" / part / photo.parent.name / photo.name
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(photo, place)
    for photo in (tmp_path / "parts" / "test").rglob("*.png"):  # whole by its header and end, broken in between
        content = bytearray(photo.read_bytes())
        content[60:-60] = bytes(len(content) - 120)
        photo.write_bytes(content)
    assert main(["train", str(tmp_path / "parts"), "--out", str(tmp_path / "run"), *SMALL, "--test"]) == 1
    shown = capsys.readouterr()
    assert shown.out.startswith("Done in ")
    assert "None of the 4 test photos could be read." in shown.err
