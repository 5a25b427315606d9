"""`train --out RUN` as it is typed, again and again into the same folder."""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from cnn_desktop.__main__ import main
from cnn_desktop.domain.config import PRESETS, Augmentation, load_config
from cnn_desktop.domain.files import write_text
from cnn_desktop.domain.process import own_command
from cnn_desktop.domain.run import BEST, CONFIG, load_model_facts
from cnn_desktop.domain.scan_files import load_snapshot
from cnn_desktop.verbs.train import add_arguments, read_config

TINY = ["--model", "timm:test_efficientnet", "--weights", "none", "--image-size", "32", "--device", "cpu"]
Make = Callable[..., Path]
Captured = pytest.CaptureFixture[str]


def typed(capsys: Captured, *words: object) -> tuple[int, str, str]:
    """(exit code, stdout, stderr without blank lines)."""
    code = main([str(word) for word in words])
    printed = capsys.readouterr()
    assert "Traceback" not in printed.err
    return code, printed.out, "\n".join(line for line in printed.err.splitlines() if line.strip())


def test_the_second_data_is_learnt_after_the_first_failed(capsys: Captured, photo_folder: Make, tmp_path: Path) -> None:
    run, second = tmp_path / "run", photo_folder(3, 6, "second")
    words = ["--out", run, "--epochs", "1"]
    assert typed(capsys, "train", photo_folder(2, 6, "first"), *words, "--weights", "no-such.pth")[0] == 1
    assert not run.exists()
    assert typed(capsys, "train", second, *words, *TINY)[0] == 0
    assert load_snapshot(run).classes == load_model_facts(run).classes == ["class 0", "class 1", "class 2"]
    assert load_config(run / CONFIG).data == str(second)


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_ctrl_c_leaves_the_model_of_the_first_training(capsys: Captured, photo_folder: Make, tmp_path: Path) -> None:
    data, run = photo_folder(2, 10), tmp_path / "run"
    assert typed(capsys, "train", data, "--out", run, *TINY, "--epochs", "1")[0] == 0
    before = (run / BEST).read_bytes()
    command = own_command("train", str(data), "--out", str(run), *TINY, "--epochs", "500", "--seed", "4", "--events")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as second:
        assert second.stdout
        for line in second.stdout:
            if '"epoch_done"' in line:
                second.send_signal(signal.SIGINT)
                break
        out, error = second.communicate()
    assert second.returncode == 130
    assert f"The earlier model in {run} is unchanged." in error
    (stopped,) = [json.loads(line) for line in out.splitlines() if '"event":"trained"' in line]
    assert stopped["run"] == str(run / "unfinished")
    assert (run / BEST).read_bytes() == before
    assert typed(capsys, "predict", run, data / "class 0" / "000.png")[0] == 0
    assert typed(capsys, "predict", run / "unfinished", data / "class 0" / "000.png")[0] == 0


def test_resume_with_more_epochs_trains_them_and_other_data_is_refused(
    capsys: Captured, photo_folder: Make, tmp_path: Path
) -> None:
    run, data = tmp_path / "run", photo_folder(2, 10)
    assert typed(capsys, "train", data, "--out", run, *TINY, "--epochs", "2")[0] == 0
    code, _, error = typed(capsys, "train", data, "--out", run / "unfinished", *TINY)
    assert (code, f"{run / 'unfinished'} belongs to the training run in {run}." in error) == (1, True)
    assert not (run / "unfinished").exists()
    code, out, error = typed(capsys, "train", data, "--out", run, *TINY, "--epochs", "4", "--resume", "--json")
    assert (code, json.loads(out)["epochs"]) == (0, 4)
    assert "Resuming in epoch 3 of 4, with the same photos as before." in error
    assert (run / "epochs.csv").read_text().splitlines()[-1].startswith("4,")
    other = photo_folder(2, 10, "other")
    code, _, error = typed(capsys, "train", other, "--out", run, *TINY, "--epochs", "4", "--resume")
    assert (code, len(error.splitlines())) == (1, 1)
    assert str(other) in error
    config = tmp_path / "settings.toml"
    config.write_text("batch_size = 4\n")
    code, _, error = typed(capsys, "train", data, "--out", run, "--resume", "--config", config)
    assert (code, "Batch size: 32, not 4" in error) == (1, True)
    kept = load_config(run / CONFIG)
    assert (kept.data, kept.epochs, kept.batch_size) == (str(data), 4, 32)
    code, out, error = typed(capsys, "train", data, "--out", run, "--resume")
    assert (code, "This training run has already finished." in error) == (0, True)
    assert f"The model is in {run}." in out


@pytest.mark.parametrize("name", ["file", "file/run", "own"])
def test_an_out_that_is_no_place_for_a_run_is_one_sentence(
    capsys: Captured, photo_folder: Make, tmp_path: Path, name: str
) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "report.json").write_text('{"mine": 1}')
    code, _, error = typed(capsys, "train", photo_folder(2, 6), "--out", tmp_path / name, *TINY)
    assert (code, len(error.splitlines())) == (1, 1)
    assert str(tmp_path / name) in error
    assert (tmp_path / "own" / "report.json").read_text() == '{"mine": 1}'
    assert (tmp_path / "file").read_text() == "x"


@pytest.mark.parametrize(
    ("theirs", "out"),
    [
        ("window.png", "."),
        ("run/report.json", "."),
        ("sample/mine.jpg", "."),
        ("sample/.git/config", "."),
        ("x", "x"),
        ("class 0/000.jpg", "."),
        ("model.json", "."),
    ],
)
def test_a_demo_touches_nobody_s_files(capsys: Captured, tmp_path: Path, theirs: str, out: str) -> None:
    file = tmp_path / "mine" / theirs
    write_text(file, "mine")
    code, _, error = typed(capsys, "demo", "--out", tmp_path / "mine" / out)
    assert (code in (1, 2), len(error.splitlines())) == (True, 1), error
    assert [one for one in (tmp_path / "mine").rglob("*") if one.is_file()] == [file]
    assert file.read_text() == "mine"


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ([], Augmentation(flip=False, jitter=True)),
        (["--augmentation", "none"], PRESETS["none"]),
        (["--augmentation", "strong"], PRESETS["strong"]),
        (["--augmentation", "double"], PRESETS["double"]),
        (["--augmentation", "strong", "--no-flip"], Augmentation(flip=False, crop=True, strong=True)),
        (["--crop"], Augmentation(flip=False, crop=True, jitter=True)),
    ],
)
def test_what_is_typed_of_the_augmentation_wins_over_the_file(
    tmp_path: Path, words: list[str], wanted: Augmentation
) -> None:
    (tmp_path / "config.toml").write_text(
        "class_weights = true\n[augmentation]\nflip = false\njitter = true\n", encoding="utf-8"
    )
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    typed = ["photos", "--out", "run", "--config", str(tmp_path / "config.toml"), *words]
    config = read_config(parser.parse_args([*typed, "--balanced-sampling"]))
    assert config.augmentation == wanted
    assert (config.class_weights, config.balanced_sampling) == (True, True)
    assert not read_config(parser.parse_args(typed)).balanced_sampling


def test_the_image_size_is_the_models_unless_it_is_typed_or_in_the_file(tmp_path: Path) -> None:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    file = tmp_path / "config.toml"
    file.write_text('model = "efficientnet_lite2"\n', encoding="utf-8")

    def size(*words: str) -> int:
        return read_config(parser.parse_args(["photos", "--out", "run", *words])).image_size

    assert (size(), size("--model", "resnet50"), size("--model", "efficientnet_lite2")) == (224, 224, 260)
    assert (size("--config", str(file)), size("--config", str(file), "--model", "resnet50")) == (260, 224)
    assert size("--model", "efficientnet_lite2", "--image-size", "96") == 96
    file.write_text('model = "efficientnet_lite2"\nimage_size = 128\n', encoding="utf-8")
    assert size("--config", str(file)) == 128


def test_classes_of_different_sizes_are_evened_out_and_resumed(
    capsys: Captured, photo_folder: Make, tmp_path: Path
) -> None:
    """A preset by its name in a file; a training that goes on needs none of it said again, and takes no other."""
    data, run = photo_folder(2, 6), tmp_path / "run"
    (tmp_path / "config.toml").write_text('augmentation = "strong"\nbalanced_sampling = true', encoding="utf-8")
    words = ["train", str(data), "--out", str(run), "--model", "simple_cnn", "--weights", "none", "--image-size", "32"]
    words += ["--device", "cpu", "--batch-size", "4"]
    assert main([*words, "--config", str(tmp_path / "config.toml"), "--epochs", "1"]) == 0
    kept = load_config(run / "config.toml")
    assert (kept.augmentation, kept.balanced_sampling) == (PRESETS["strong"], True)
    assert main([*words, "--epochs", "2", "--resume"]) == 0
    assert main([*words, "--epochs", "2", "--resume", "--class-weights"]) == 1
    assert "(Weigh small classes more: off, not on)" in capsys.readouterr().err
