"""What people type: help, mistakes, exit codes; one plain sentence for each error."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from cnn_desktop import cli
from cnn_desktop.__main__ import main
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.process import own_command
from cnn_desktop.verbs.terminal import stop_on_signals

SMALL = ["--model", "mobilenet_v3_small", "--weights", "none", "--image-size", "32", "--device", "cpu"]


def _fails(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """Exit code and the one line on stderr."""
    code = main(list(words))
    printed = capsys.readouterr()
    lines = printed.err.strip().splitlines()
    assert len(lines) == 1, printed.err
    return code, lines[0]


def test_a_mistyped_verb_names_the_right_one(capsys: pytest.CaptureFixture[str]) -> None:
    code, line = _fails(capsys, "trian", "x")
    assert code == 2
    assert "train" in line


def test_after_two_dashes_stands_what_the_window_opens(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("-x", "demo"):
        (tmp_path / name).mkdir()
        assert not cli.is_for_command_line(["--", name])
    assert not cli.is_for_command_line(["--"])
    for missing in ("-y", "train"):
        code, line = _fails(capsys, "--", missing)
        assert code == 2
        assert line.startswith(f"There is no folder or project “{missing}”.")


def test_a_missing_argument_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    code, line = _fails(capsys, "train", "photos")
    assert code == 2
    assert "--out" in line
    assert "usage:" not in line


@pytest.mark.parametrize("verb", cli.VERBS)
def test_a_bad_option_of_any_verb_is_one_sentence_that_names_its_help(
    capsys: pytest.CaptureFixture[str], verb: str
) -> None:
    needed = {
        "train": ["photos", "--out", "run"],
        "explain": ["run", "a.jpg", "--out", "a.png"],
        "weights": ["list"],
        "evaluate": ["run"],
        "predict": ["run", "a.jpg"],
        "check-data": ["photos"],
        "check-labels": ["photos"],
    }
    code, line = _fails(capsys, verb, *needed.get(verb, []), "--nonsense")
    assert (code, line) == (
        2,
        f"Unrecognized arguments: --nonsense. Type “cnn-desktop {verb} --help” for help.",
    )


@pytest.mark.parametrize("words", [["--nonsense"], ["-"], ["--nonsense", "train"]])
def test_a_bad_option_before_anything_else_is_one_sentence(
    capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    code, line = _fails(capsys, *words)
    assert code == 2
    assert line.endswith("Type “cnn-desktop --help” for help.")


def test_help_tells_every_verb_and_how_the_window_opens(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert all(f" {verb} " in told for verb in cli.VERBS | cli.WINDOW_VERBS)
    assert "If a window is already open, it is used, unless you add --new-window." in told


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        (["--lr", "nan"], "nan"),
        (["--image-size", "8"], "8"),
        (["--batch-size", "1"], "batch size of 1"),
        (["--model", "resnet99"], "resnet99"),
        (["--epochs", "0", "--head-epochs", "0"], "epoch"),
        (["--optimizer", "magic"], "magic"),
        (["--augmentation", "extreme"], "extreme"),
        (["--device", "cuda:0,1"], "cuda:0,1"),
        (["--seed", "-1"], "-1"),
    ],
)
def test_values_out_of_range_are_quoted(
    capsys: pytest.CaptureFixture[str], photo_folder: Callable[..., Path], tmp_path: Path, words: list[str], quoted: str
) -> None:
    code, line = _fails(capsys, "train", str(photo_folder(classes=2, each=3)), "--out", str(tmp_path / "run"), *words)
    assert code == 2
    assert quoted in line
    assert not (tmp_path / "run").exists()


def test_what_is_not_there_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    nowhere = str(tmp_path / "nowhere")
    for words in (
        ["train", nowhere, "--out", str(tmp_path / "r")],
        ["evaluate", nowhere],
        ["predict", nowhere, "a.jpg"],
    ):
        code, line = _fails(capsys, *words)
        assert code == 1
        assert nowhere in line


def test_debug_shows_the_traceback(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["evaluate", str(tmp_path / "nowhere"), "--debug"]) == 1
    assert "Traceback" in capsys.readouterr().err


def test_help_and_version_are_for_the_terminal(tmp_path: Path) -> None:
    assert cli.is_for_command_line(["--help"])
    assert cli.is_for_command_line(["train"])
    assert not cli.is_for_command_line([])
    assert not cli.is_for_command_line(["--sample"])
    assert not cli.is_for_command_line([str(tmp_path)])


def test_doctor_says_which_device_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--device", "cpu", "--json"]) == 0
    facts = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert facts["device"] == "cpu"
    assert facts["reason"]
    assert facts["libraries"]["torch"]


def test_weights_list_and_unnamed_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["weights", "list", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out.splitlines()[-1])["weights"]
    assert {"efficientnet_lite0", "resnet50"} <= set(rows)
    code, line = _fails(capsys, "weights", "import", str(tmp_path / "mystery.pth"))
    assert code == 2
    assert "--model" in line


def test_train_evaluate_predict_from_the_terminal(
    capsys: pytest.CaptureFixture[str], photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    folder, run = photo_folder(classes=3, each=12), tmp_path / "run"
    (folder / "class 0" / "broken.jpg").write_bytes(b"not a photo")
    assert main(["train", str(folder), "--out", str(run), *SMALL, "--epochs", "2", "--test", "--json"]) == 0
    trained = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert trained["epochs"] == 2
    assert trained["device"] == "cpu"
    assert [Path(one["path"]).name for one in trained["skipped"]] == ["broken.jpg"]

    assert main(["evaluate", str(run), "--json"]) == 0
    report = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert report["accuracy"] == trained["accuracy"]
    assert report["accuracy_low"] <= report["accuracy"] <= report["accuracy_high"]
    assert report["looks"] == 2
    assert sum(row["n"] for row in report["per_class"]) == report["n"]

    table = tmp_path / "table.csv"
    assert main(["predict", str(run), str(folder / "class 1"), "--csv", str(table), "--device", "cpu"]) == 0
    rows = table.read_text().splitlines()
    assert rows[0] == "path,class,confidence,unknown,class 0,class 1,class 2"
    assert len(rows) == 13

    assert main(["evaluate", str(run)]) == 0
    assert "95 % interval" in capsys.readouterr().out


def test_without_test_the_test_photos_are_not_looked_at(
    capsys: pytest.CaptureFixture[str], photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    run = tmp_path / "run"
    assert main(["train", str(photo_folder(each=8)), "--out", str(run), *SMALL, "--epochs", "1", "--json"]) == 0
    assert "accuracy" not in json.loads(capsys.readouterr().out.splitlines()[-1])
    assert not (run / "test_looks.jsonl").exists()
    assert not (run / "report.json").exists()


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_ctrl_c_stops_with_130_and_resume_goes_on(photo_folder: Callable[..., Path], tmp_path: Path) -> None:
    command = ["train", str(photo_folder(each=12)), "--out", str(tmp_path / "run"), *SMALL]
    process = subprocess.Popen(
        own_command(*command, "--epochs", "400", "--events"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    with process:
        assert process.stdout
        for line in process.stdout:
            if b'"epoch_done"' in line:
                process.send_signal(signal.SIGINT)
                break
        rest = process.stdout.read()
    assert process.returncode == 130
    assert b'"trained"' in rest
    done = json.loads(rest.splitlines()[-1])["epochs"]
    again = subprocess.run(
        own_command(*command, "--epochs", str(done + 1), "--resume", "--json"),
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(again.stdout.splitlines()[-1])["epochs"] == done + 1


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="this system closes terminals without a signal")
def test_a_terminal_that_is_closed_asks_to_stop() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)  # whoever runs the tests may use nohup
    try:
        control = Control()
        with stop_on_signals(control):
            signal.raise_signal(signal.SIGHUP)
        assert control.stopping
        signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup does
        control = Control()
        with stop_on_signals(control):
            signal.raise_signal(signal.SIGHUP)
        assert not control.stopping
    finally:
        signal.signal(signal.SIGHUP, before)
