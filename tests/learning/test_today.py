"""Runs made by an earlier version are tested, asked and gone on with as they were then."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from cnn_desktop.__main__ import main
from cnn_desktop.dataset.reading.preprocess import Preprocess
from cnn_desktop.domain.tones import Tones
from cnn_desktop.learning.models.trained import load_trained
from tests.dataset.reading.picture_files import write_tiff
from tests.dataset.reading.test_profiles import rgb_profile
from tests.fixtures.today import expected, unpack

CLOSE = {"head": 1e-4, "full": 3e-2}
"""Of a loss or a probability: other processors and numbers of threads round otherwise, and a whole network that learns
makes much of it (measured between 1 and 2 threads: none in the head phase, 0.006 in the other)."""


@pytest.fixture
def today(tmp_path: Path) -> Path:
    return unpack(tmp_path)


def check_test(run: Path, today: Path, wanted: dict[str, Any], close: float = CLOSE["head"]) -> None:
    with (run / "predictions.csv").open(newline="") as lines:
        rows = {Path(row["path"]).relative_to(today / "photos").as_posix(): row for row in csv.DictReader(lines)}
    assert rows.keys() == wanted["photos"].keys()
    all_clear = True
    for path, photo in wanted["photos"].items():
        for name, share in photo["probabilities"].items():
            assert float(rows[path][name]) == pytest.approx(share, abs=close)
        best, second = sorted(photo["probabilities"].values(), reverse=True)[:2]
        if best - second > 2 * close:
            assert rows[path]["predicted"] == photo["predicted"]
        else:
            all_clear = False
    if all_clear:
        report = json.loads((run / "report.json").read_bytes())
        assert report["accuracy"] == pytest.approx(wanted["accuracy"])
        assert report["confusion"] == wanted["confusion"]


def check_training(run: Path, wanted: dict[str, Any]) -> None:
    lines = [json.loads(line) for line in (run / "events.jsonl").read_text().splitlines()]
    epochs = {line["epoch"]: line for line in lines if line["event"] == "epoch_done"}
    assert sorted(epochs) == [epoch["epoch"] for epoch in wanted["epochs"]]
    for epoch in wanted["epochs"]:
        found = epochs[epoch["epoch"]]
        assert (found["phase"], found["lr"]) == (epoch["phase"], pytest.approx(epoch["lr"]))
        for name in ("train_loss", "val_loss"):
            assert found[name] == pytest.approx(epoch[name], abs=CLOSE[epoch["phase"]]), (epoch["epoch"], name)
        if epoch["phase"] == "head":
            assert found["val_accuracy"] == pytest.approx(epoch["val_accuracy"])
    trained = [line for line in lines if line["event"] == "trained"][-1]
    assert (trained["best_epoch"], trained["stopped"]) == (wanted["best_epoch"], False)


def test_a_finished_run_is_tested_with_the_same_result(today: Path) -> None:
    run = today / "run-finished"
    (run / "report.json").unlink()
    assert main(["evaluate", str(run), "--device", "cpu"]) == 0
    check_test(run, today, expected(today)["run-finished"]["test"])
    assert len((run / "test_looks.jsonl").read_text().splitlines()) == 2


def test_it_classifies_photos_as_before(today: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = expected(today)["run-finished"]["predict"]
    paths = [str(today / "photos" / path) for path in wanted]
    assert main(["predict", str(today / "run-finished"), *paths, "--device", "cpu", "--json"]) == 0
    answers = json.loads(capsys.readouterr().out.splitlines()[-1])["predictions"]
    for one, scores in zip(answers, wanted.values(), strict=True):
        assert one["scores"] == pytest.approx(scores, abs=CLOSE["head"])


def test_it_is_fed_as_then(today: Path, tmp_path: Path) -> None:
    """÷ 257, each float by its own largest number, min-is-white taken for min-is-black, no profile."""
    ramp = np.tile(np.linspace(0, 1, 64, dtype=np.float32), (64, 1))
    sixteen = np.rint(ramp * 4095).astype(np.uint16)
    above = np.where(ramp == 1, np.float32(1.004), ramp)
    colours = np.random.default_rng(0).integers(0, 256, (64, 64, 3), np.uint8)
    write_tiff(tmp_path / "twelve.tif", sixteen, 1)
    write_tiff(tmp_path / "white.tif", sixteen, 0)
    write_tiff(tmp_path / "above.tif", above, 1)
    Image.fromarray(colours).save(tmp_path / "profile.png", icc_profile=rgb_profile("Adobe RGB"))
    divided = np.rint(sixteen / 257).astype(np.uint8)
    wanted = {
        "twelve.tif": divided, "white.tif": divided,
        "above.tif": np.rint(above.astype(float) * 257 / 257).astype(np.uint8), "profile.png": colours,
    }  # fmt: skip
    preprocess = load_trained(today / "run-finished", "cpu")[0].preprocess
    assert preprocess.tones is None
    for name, bytes_ in wanted.items():
        image = Image.fromarray(bytes_).convert("RGB")
        size = (preprocess.image_size, preprocess.image_size)
        expected_ = np.asarray(image.resize(size, Image.Resampling.BILINEAR))
        assert (preprocess.pixels(tmp_path / name) == expected_).all(), name
        assert (Preprocess(preprocess.image_size, tones=Tones()).pixels(tmp_path / name) != expected_).any(), name


def test_a_stopped_run_goes_on_to_the_same_end(today: Path) -> None:
    run, wanted = today / "run-stopped", expected(today)["run-stopped"]["resumed"]
    assert main(["train", str(today / "photos"), "--out", str(run), "--resume", "--test"]) == 0
    check_training(run, wanted)
    check_test(run, today, wanted["test"])


def test_a_run_stopped_in_its_first_epoch_goes_on_to_the_same_end(today: Path) -> None:
    wanted = expected(today)["project"]["stopped"]
    run = today / "Shapes.cnnproj" / "runs" / wanted["id"]
    assert main(["train", str(today / "photos"), "--out", str(run), "--resume", "--test"]) == 0
    check_training(run, wanted["resumed"])
    check_test(run, today, wanted["resumed"]["test"], CLOSE["full"])
