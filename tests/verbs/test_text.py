"""What verbs print and write: hostile names, consoles without the letters, closed pipes, full disks, files of one's own."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cnn_desktop.__main__ import main
from cnn_desktop.domain.process import own_command
from cnn_desktop.domain.run import load_model_facts
from tests.conftest import draw_photo
from tests.learning.helpers import remake_model

CLASSES = ["玻璃", "confidence", "Glas", "glas"]
CAFE = os.fsdecode(b"caf\xe9.png")
posix = pytest.mark.skipif(os.name == "nt", reason="names and devices of POSIX")


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A folder of photos with a blank in its name, and a run on it."""
    folder = tmp_path_factory.mktemp("text out")
    for label, name in enumerate(CLASSES):
        for number in range(8):
            draw_photo(folder / "photos" / name / f"{number}.png", label, number)
    (folder / "home").mkdir()
    done = typed(
        folder, "train", "photos", "--out", "my run", "--model", "mobilenet_v3_small", "--weights", "none",
        "--image-size", "32", "--device", "cpu", "--epochs", "1", "--test", encoding="cp1252",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert b"cnn-desktop predict 'my run' PHOTO" in done.stdout or os.name == "nt"
    return folder / "my run", folder / "photos"


def typed(folder: Path, *words: str, encoding: str = "", shell: str = "") -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, in `folder`; `shell`: what bash does with it, as "$@"."""
    environment = {**os.environ, "CNN_DESKTOP_HOME": str(folder / "home")}
    environment |= {"PYTHONIOENCODING": encoding} if encoding else {}
    command = own_command(*words)
    command = ["bash", "-c", shell, "bash", *command] if shell else command
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)


def printed(encoding: str, monkeypatch: pytest.MonkeyPatch, *words: str) -> bytes:
    """What the command writes to a standard output of this encoding."""
    raw = io.BytesIO()
    with monkeypatch.context() as here:
        here.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding, newline="\n"))
        assert main([*words, "--device", "cpu"]) == 0
        return raw.getvalue()


def test_a_console_without_the_letters_gets_others(trained: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    run, photos = trained
    assert b"\n?? " in printed("cp1252", monkeypatch, "evaluate", str(run))
    photo = f"{photos}/玻璃/1.png"
    assert b"/??/1.png: " in printed("ascii", monkeypatch, "predict", str(run), photo)
    told = printed("ascii", monkeypatch, "predict", str(run), photo, "--json")
    assert json.loads(told)["predictions"][0]["path"] == photo
    events = printed("cp1252", monkeypatch, "predict", str(run), photo, "--events")
    assert json.loads(events.splitlines()[0])["path"] == photo
    assert "玻璃".encode() in printed("utf-8", monkeypatch, "predict", str(run), photo, "--json")


@posix
def test_a_closed_pipe_ends_quietly(trained: tuple[Path, Path]) -> None:
    run, photos = trained
    for words in (["--help"], ["predict", run.name, photos.name, "--csv", "piped.csv"]):
        done = typed(run.parent, *words, shell='"$@" | true; exit ${PIPESTATUS[0]}')
        assert (done.returncode, done.stderr) == (0, b"")
    assert len((run.parent / "piped.csv").read_text(encoding="utf-8").splitlines()) == 33  # the work was done


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_one_sentence(trained: tuple[Path, Path]) -> None:
    run, _ = trained
    done = typed(run.parent, "--help", shell='"$@" > /dev/full')
    assert (done.returncode, done.stderr) == (1, b"The output could not be written: No space left on device.\n")
    done = typed(run.parent, "predict", run.name, "nothing", shell='"$@" 2> /dev/full')
    assert (done.returncode, done.stdout) == (1, b"")
    done = typed(run.parent, "--help", shell='"$@" >&-')
    assert (done.returncode, done.stderr) == (0, b"")


@posix
def test_a_table_that_cannot_be_written_at_last_does_not_take_the_answers_with_it(trained: tuple[Path, Path]) -> None:
    run, photos = trained
    full = 'ulimit -f 0; "$@"'
    done = typed(run.parent, "predict", run.name, f"{photos.name}/glas", "--csv", "late.csv", shell=full)
    assert (done.returncode, done.stdout.count(b"photos/glas/")) == (1, 8)
    assert done.stderr.startswith(b"late.csv could not be saved: ")
    assert done.stderr.count(b"\n") == 1


@posix
@pytest.mark.parametrize("how", [[], ["--json"], ["--events"], ["--csv", "out.csv"]])
def test_names_that_are_no_utf8_are_answered(
    trained: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    how: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    draw_photo(Path("new", CAFE), 0, 1)
    draw_photo(Path("new", "two\nlines \x1b[31mred.png"), 0, 2)
    assert main(["predict", str(trained[0]), "new", "--device", "cpu", *how]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "caf\\xe9.png" in out or "caf\\\\xe9.png" in out
    if how == ["--json"]:
        found = json.loads(out)["predictions"]
        assert [one["path"] for one in found] == ["new/caf\\xe9.png", "new/two\nlines \x1b[31mred.png"]
    if how == ["--csv", "out.csv"]:
        with open("out.csv", encoding="utf-8", newline="") as table:
            rows = list(csv.DictReader(table))
        assert [row["path"] for row in rows] == ["new/caf\\xe9.png", "new/two\nlines \x1b[31mred.png"]


@posix
def test_a_run_whose_name_is_no_utf8_works(
    trained: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = trained[0].rename(tmp_path / os.fsdecode(b"run \xff"))
    try:
        draw_photo(tmp_path / "0.png", 0, 1)
        assert main(["predict", str(run), str(tmp_path / "0.png"), "--device", "cpu"]) == 0
        assert main(["evaluate", str(run), "--device", "cpu"]) == 0
        assert "run \\xff" in capsys.readouterr().out
    finally:
        run.rename(trained[0])


@posix
def test_data_whose_name_is_no_utf8_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / os.fsdecode(b"data \xff")
    draw_photo(data / "a" / "1.png", 0, 1)
    (data / "list.csv").write_text("path,label\na/1.png,a\n")
    for one in (data, data / "list.csv"):
        assert main(["train", str(one), "--out", str(tmp_path / "run")]) == 1
        assert "data \\xff" in (said := capsys.readouterr().err)
        assert said.endswith("contains characters this computer cannot read. Rename it, then try again.\n")


def test_classes_do_not_collide_with_the_columns_of_the_tables(trained: tuple[Path, Path], tmp_path: Path) -> None:
    run, photos = trained
    table = tmp_path / "out.csv"
    assert main(["predict", str(run), str(photos / "glas" / "1.png"), "--csv", str(table), "--device", "cpu"]) == 0
    own = ["Glas", "class:confidence", "class:glas", "玻璃"]
    assert table.read_text(encoding="utf-8").splitlines()[0].split(",") == [
        "path",
        "class",
        "confidence",
        "unknown",
        *own,
    ]
    with open(table, encoding="utf-8", newline="") as lines:
        (row,) = csv.DictReader(lines)
    column = (
        "class:confidence" if row["class"] == "confidence" else "class:glas" if row["class"] == "glas" else row["class"]
    )
    assert row["confidence"] == row[column]
    assert main(["evaluate", str(run), "--device", "cpu"]) == 0
    first = (run / "predictions.csv").read_text(encoding="utf-8").splitlines()[0]
    assert first.split(",") == ["path", "label", "predicted", "confidence", "loss", *own]


def test_a_table_takes_the_place_of_nothing_but_a_table(
    trained: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run, _ = trained
    monkeypatch.chdir(tmp_path)
    photo = draw_photo(tmp_path / "0.png", 0, 1)
    draw_photo(tmp_path / "1.png", 0, 2)
    os.link(photo, tmp_path / "photo.csv")
    (tmp_path / "mine.csv").write_text("path,label\n0.png,a\n")
    (tmp_path / "empty").touch()
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    refused = ["0.png", "new.JPG", "photo.csv", "mine.csv", ".", "", str(run / "model.json"), str(run / "split.csv")]
    for name in [*refused, *(["/dev/null"] if os.name == "posix" else [])]:
        assert main(["predict", str(run), "1.png", "--csv", name, "--device", "cpu"]) == 2, name
        printed = capsys.readouterr()
        assert printed.out == ""
        assert printed.err.count("\n") == 1
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before
    for name in ("empty", "out.csv", "out.csv", "new/folder/out.csv"):
        assert main(["predict", str(run), "1.png", "--csv", name, "--device", "cpu"]) == 0, name
        assert Path(name).read_text(encoding="utf-8").startswith("path,class,confidence,unknown,")


@posix
def test_an_unwritable_table_is_noticed_before_the_work(
    trained: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    photo = str(draw_photo(tmp_path / "0.png", 0, 1))
    (tmp_path / "file").write_text("")
    for name in ("/proc/x.csv", str(tmp_path / "file/x.csv"), str(tmp_path / f"{'l' * 300}.csv")):
        assert main(["predict", str(trained[0]), photo, "--csv", name]) == 1
        printed = capsys.readouterr()
        assert (printed.out, printed.err.count("\n")) == ("", 1), printed.err
    longest = tmp_path / f"{'l' * 251}.csv"
    assert main(["predict", str(trained[0]), photo, "--csv", str(longest), "--device", "cpu"]) == 0
    assert longest.is_file()


@posix
@pytest.mark.parametrize("name", ["n" * 300, "red\x1b[31m", os.fsdecode(b"\xff"), "a\nb"])
def test_mistyped_names_are_one_harmless_line(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (
        [name],
        ["predict", name, "x"],
        ["train", name, "--out", str(tmp_path / "r")],
        ["weights", "import", name],
    ):
        assert main(words) in (1, 2)
        said = capsys.readouterr().err
        assert said.count("\n") == 1
        assert "\x1b" not in said
        assert "Traceback" not in said


@posix
def test_an_error_of_the_disk_that_nobody_foresaw_is_a_sentence(
    trained: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["predict", str(trained[0]), str(tmp_path), "--csv", str(tmp_path / ("l" * 300 + ".csv"))]
    assert main(words) == 1
    said = capsys.readouterr().err
    assert said.endswith(
        "could not be read or written: File name too long. Check its name and the disk, then try again.\n"
    )
    assert main([*words, "--debug"]) == 1
    assert "Traceback" in capsys.readouterr().err


def test_a_demo_does_not_take_the_place_of_ones_own_picture(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "window.png").write_bytes(b"mine")
    assert main(["demo", "--out", str(tmp_path)]) == 2
    assert "window.png already exists" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["window.png"]


ACTING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
HOSTILE = "\x1b[2J\x1b]0;x\x07\r\t\x9b1m\u202e\u2066\u200b\u200f\u2028\ufeff[red]:bomb:"
"""Steers a terminal, hides, turns what is read, and is markup to rich."""


@posix
def test_nothing_that_a_terminal_acts_upon_reaches_it(
    trained: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run, photos = tmp_path / f"run {HOSTILE}", tmp_path / "photos"
    shutil.copytree(trained[0], run)
    shutil.copytree(trained[1] / "Glas", photos / f"Glas{HOSTILE}" / f"deeper{HOSTILE}")
    shutil.copytree(trained[1] / "glas", photos / f"glas{HOSTILE}")
    (photos / f"glas{HOSTILE}" / f"broken{HOSTILE}.png").write_bytes(b"none")
    names = load_model_facts(run).classes
    remake_model(
        run,
        lambda facts: facts.update(classes=[name + HOSTILE if name.lower() == "glas" else name for name in names]),
    )
    monkeypatch.chdir(tmp_path)
    photo = next((photos / f"glas{HOSTILE}").glob("[0-9]*.png"))
    gone, predict = f"gone{HOSTILE}.png", ("predict", run.name)
    for words, code in (
        ((*predict, photos.name), 0), ((*predict, photos.name, "--json"), 0), ((*predict, photos.name, "--events"), 0), ((*predict, gone), 1),
        (("evaluate", run.name, photos.name), 0), ((*predict, str(photo), "--debug", "--csv", f"no{HOSTILE}/x.jpg"), 2), ((f"verb{HOSTILE}",), 2),
        (("predict", gone, gone, "--debug"), 1), (("train", photos.name, "--out", f"o{HOSTILE}", "--model", HOSTILE), 2),
        (("train", photos.name, "--out", "o", f"--{HOSTILE}"), 2),
    ):  # fmt: skip
        assert main([*words]) == code, words
        said = capsys.readouterr()
        for told in (said.out, said.err):
            assert ACTING.findall(told) == [], (words, told)
        assert ":bomb:" in said.out + said.err, "it is named all the same, and is no picture of a bomb"
