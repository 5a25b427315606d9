"""`cnn-desktop explain` draws a heat map over a photo into a new file, and says in one sentence why it cannot."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnn_desktop.__main__ import main
from cnn_desktop.domain.files import files_in
from tests.learning.explain.helpers import NAMES, draw, lay_run


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explained")
    lay_run(folder / "run", "simple_cnn", 32)
    draw(folder / "photo.png", size=(96, 60))
    return folder


def explain(made: Path, out: Path, *words: str, photo: str = "photo.png", run: str = "run") -> int:
    return main(["explain", str(made / run), str(made / photo), "--out", str(out), "--device", "cpu", *words])


@pytest.mark.parametrize("method", ["grad-cam", "grad-cam++", "occlusion"])
def test_the_map_lies_over_the_photo(
    method: str, made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new folder" / "heat.png"
    assert explain(made, out, "--method", method, "--class", NAMES[1], "--json") == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (told["file"], told["class"], told["method"]) == (str(out), NAMES[1], method)
    assert (told["covered"] is not None) == (method == "occlusion" and not told["empty"])
    with Image.open(out) as drawn, Image.open(made / "photo.png") as photo:
        assert (drawn.format, drawn.size) == ("PNG", (96, 60))
        assert bool((np.asarray(drawn) != np.asarray(photo.convert("RGB"))).any()) != told["empty"]
    assert [file.name for file in files_in(tmp_path / "new folder")] == ["heat.png"]


def test_a_person_reads_what_it_is(made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert explain(made, tmp_path / "heat.png") == 0
    said = capsys.readouterr().out
    assert said.splitlines()[-1] == f"Saved: {tmp_path / 'heat.png'}"
    assert any(f" speaks for {name} (" in said for name in NAMES)


def test_nothing_is_ever_replaced(made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there, link = tmp_path / "there.png", tmp_path / "link.png"
    there.write_text("mine")
    for out in (there, tmp_path / "heat.jpg", tmp_path):
        assert explain(made, out) == 2
    assert there.read_text() == "mine"
    said = capsys.readouterr().err.splitlines()
    assert [part in line for part, line in zip(("already exists", "ends in .png", "is a folder"), said, strict=True)] == [True] * 3  # fmt: skip
    link.symlink_to(tmp_path / "nowhere")
    assert explain(made, link) == 2
    assert link.is_symlink()


def test_what_is_at_fault_is_named(made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "heat.png"
    (made / "text.png").write_text("no photo")
    assert explain(made, out, "--class", "Glas") == 2
    assert "It knows: “cardboard”" in capsys.readouterr().err
    assert explain(made, out, photo="gone.png") == 1
    assert "There is no file or folder" in capsys.readouterr().err
    assert explain(made, out, photo=".") == 1
    assert "is a folder" in capsys.readouterr().err
    assert explain(made, out, "--json", photo="text.png") == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["file"], [Path(one["path"]).name for one in told["skipped"]]) == (None, ["text.png"])
    assert not out.exists()


def test_a_model_without_maps_is_refused_in_words(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_run(tmp_path / "transformer", "timm:test_vit", 64)
    assert explain(made, tmp_path / "heat.png", run=str(tmp_path / "transformer")) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "keeps no maps" in said
    assert "--method occlusion" in said
