"""Which files the verbs read: classes on a chosen level, files left out, folders to classify."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cnn_desktop.__main__ import main
from cnn_desktop.domain.scan_files import load_snapshot
from cnn_desktop.verbs.terminal import _MOST_ALIKE
from tests.dataset.helpers import folder_for_anyone, without_root
from tests.dataset.reading.test_files import touch

WORDS = [
    "--model", "timm:test_efficientnet", "--weights", "none", "--epochs", "1", "--image-size", "32", "--device", "cpu",
]  # fmt: skip


def test_photos_of_one_class_train_nothing(
    photo_folder: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = photo_folder(classes=1, each=5, name="one")
    test_only = photo_folder(classes=2, each=3, name="split/test").parent
    shutil.copytree(one, test_only / "train")
    for data in (one, test_only):
        assert main(["train", str(data), "--out", str(tmp_path / "run"), *WORDS]) == 1
        assert "are of one class, “class 0”" in capsys.readouterr().err
    assert not (tmp_path / "run/dataset.json").exists()


@pytest.mark.parametrize("level", ["0", "-1", "two", "1.5"])
def test_a_class_level_is_a_number(tmp_path: Path, capsys: pytest.CaptureFixture[str], level: str) -> None:
    assert main(["train", str(tmp_path), "--out", str(tmp_path / "run"), f"--class-level={level}"]) == 2
    assert f"--class-level must be a whole number of 1 or more, not {level}." in capsys.readouterr().err


def test_classes_on_a_chosen_level_and_what_is_classified_in_a_folder(
    photo_folder: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, tree, run = photo_folder(classes=2, each=6), tmp_path / "tree", tmp_path / "run"
    for year in ("2023", "2024"):
        shutil.copytree(source, tree / year / "trip")
    touch(tree, *(f"notes/{n:02}.txt" for n in range(_MOST_ALIKE + 5)))
    words = ["train", str(tree), "--out", str(run), *WORDS]
    assert main([*words, "--class-level", "4"]) == 2
    assert "from 1 to 3" in capsys.readouterr().err
    assert main([*words, "--class-level", "3", "--json"]) == 0
    out, err = capsys.readouterr()
    assert load_snapshot(run).classes == ["class 0", "class 1"]
    assert len(json.loads(out.splitlines()[-1])["skipped"]) == _MOST_ALIKE + 5
    assert err.count("is left out") == _MOST_ALIKE
    assert "… and 5 more: it is a text file, not a photo" in err
    assert "--class-level" not in err

    with folder_for_anyone() as new:
        touch(new, ".trash/1.png", "__MACOSX/._1.png", "._1.png", "notes.txt", "closed/1.png")
        shutil.copy(source / "class 0/000.png", new / "one.PNG")
        for place in shutil.copytree(run, new / ".run").iterdir():
            place.chmod(0o644)
        shutil.copytree(source / "class 1", new / ".elsewhere")
        (new / "batch").symlink_to(new / ".elsewhere")
        (new / "closed").chmod(0)
        with without_root():
            code = main(["predict", str(new / ".run"), str(new), "--device", "cpu", "--json"])
        (new / "closed").chmod(0o755)
        out, err = capsys.readouterr()
        told = json.loads(out.splitlines()[-1])
        assert code == 0
        assert [Path(one["path"]).relative_to(new).as_posix() for one in told["predictions"]] == [
            *(f"batch/00{n}.png" for n in range(6)),
            "one.PNG",
        ]
        assert [Path(one["path"]).name for one in told["skipped"]] == ["closed", "notes.txt"]
        assert f"{new}/closed is left out: You do not have permission to open" in err
    assert main(["predict", str(run), str(touch(tmp_path, "photos.zip") / "photos.zip")]) == 1
    assert "Unpack it" in capsys.readouterr().err
    assert main(["predict", str(run), str(tree / "notes")]) == 1
    assert "no photos to classify" in capsys.readouterr().err


def test_broken_lines_of_a_table_are_not_all_printed(
    photo_folder: Callable[..., Path], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = photo_folder(classes=2, each=4)
    rows = [f"class {c}/{k:03}.png,{'ab'[c]}" for c in range(2) for k in range(4)]
    (folder / "list.csv").write_text("\n".join(["path,label", *rows, *[",a"] * 500, ""]))
    code = main(["train", str(folder / "list.csv"), "--out", str(tmp_path / "run"), *WORDS])
    err = capsys.readouterr().err
    assert code == 0, err
    assert err.count("has no path") == _MOST_ALIKE
    assert "list.csv:10 is left out: line 10 has no path. Add one." in err
    assert f"… and {500 - _MOST_ALIKE} more of this kind." in err
