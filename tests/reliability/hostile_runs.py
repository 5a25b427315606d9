"""Hostile run folders: each a copy of a good run with one thing made hostile. Runs in a fork: it needs torch."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import torch

from tests.reliability.hostile_weights import Canary, doubled, with_pickle

Spoil = Callable[[Path, Path, "Canary"], object]
"""Makes the run (first) hostile; second a folder of somebody else's."""
CONTROL = "\x1b]0;x\x07\x1b[2J\u202e\r\nclass"
GIANT = {"text": "{n:>20000000}", "values": {"n": 1}}
DEEP = "[" * 100_000


def runs(folder: Path, good: Path, note: Path, make_foreign: Callable[[Path], Path]) -> Iterator[tuple[str, Path]]:
    """(name, run folder) of each. Beside each lies the folder `foreign`, which must stay as it is."""
    for name, spoil in _RUNS.items():
        place = folder / name
        place.mkdir(parents=True)
        foreign = make_foreign(place / "foreign")
        run = place / "run"
        shutil.copytree(good, run)
        spoil(run, foreign, Canary(note))
        yield name, run


def _link(name: str, to: str = "precious.txt") -> Spoil:
    def spoil(run: Path, foreign: Path, canary: Canary) -> None:
        _remove(run / name)
        (run / name).symlink_to(foreign / to)

    return spoil


def _pipe(name: str) -> Spoil:
    def spoil(run: Path, foreign: Path, canary: Canary) -> None:
        _remove(run / name)
        os.mkfifo(run / name)

    return spoil


def _folder(name: str) -> Spoil:
    def spoil(run: Path, foreign: Path, canary: Canary) -> None:
        _remove(run / name)
        (run / name / "inside").mkdir(parents=True)

    return spoil


def _text(name: str, text: str | bytes) -> Spoil:
    return lambda run, foreign, canary: (run / name).write_bytes(text if isinstance(text, bytes) else text.encode())


def _json(name: str, **changes: Any) -> Spoil:
    def spoil(run: Path, foreign: Path, canary: Canary) -> None:
        content = json.loads((run / name).read_bytes())
        (run / name).write_text(json.dumps(content | changes))

    return spoil


def _preprocess(**changes: Any) -> Spoil:
    def spoil(run: Path, foreign: Path, canary: Canary) -> None:
        content = json.loads((run / "model.json").read_bytes())
        content["preprocess"] |= changes
        (run / "model.json").write_text(json.dumps(content))

    return spoil


def _replaced(name: str, old: str, new: str) -> Spoil:
    return lambda run, foreign, canary: (run / name).write_text((run / name).read_text().replace(old, new))


def _tensors(change: Callable[[torch.Tensor], torch.Tensor]) -> Spoil:
    def spoil(run: Path, foreign: Path, canary: Canary) -> None:
        from safetensors.torch import load_file, save_file

        state = load_file(run / "model.safetensors")
        save_file({k: change(v) if v.is_floating_point() else v for k, v in state.items()}, run / "model.safetensors")

    return spoil


def _checkpoint(change: Callable[[dict[str, Any]], object]) -> Spoil:
    def spoil(run: Path, foreign: Path, canary: Canary) -> None:
        content = torch.load(run / "checkpoint.pt", weights_only=True)
        change(content)
        torch.save(content, run / "checkpoint.pt")

    return spoil


def _doubled(run: Path, foreign: Path, canary: Canary) -> None:
    with_pickle(run / "checkpoint.pt", (run / "checkpoint.pt").read_bytes(), doubled)


def _remove(path: Path) -> None:
    shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)


def _is_elsewhere(run: Path, foreign: Path, canary: Canary) -> None:
    """The folder that is named is a link to a run, beside somebody else's files: it is the run, and they stay as they are."""
    place = foreign.parent / "their run"
    shutil.move(run, place)
    run.symlink_to(place)


def _zeros(name: str) -> Spoil:
    """4 kB of zeros in the middle of a file."""

    def spoil(run: Path, foreign: Path, canary: Canary) -> None:
        with (run / name).open("r+b") as stream:
            stream.seek((run / name).stat().st_size // 2)
            stream.write(b"\0" * 4096)

    return spoil


def _unfinished_elsewhere(run: Path, foreign: Path, canary: Canary) -> None:
    """The newer training beside a model is a link."""
    shutil.copytree(run, foreign / "their run")
    (run / "unfinished").symlink_to(foreign / "their run")


_NAN = float("nan")
_RUNS: dict[str, Spoil] = {
    "model of NaN": _tensors(lambda tensor: torch.full_like(tensor, _NAN)),
    "model too large to compute": _tensors(lambda tensor: torch.full_like(tensor, 3e38)),
    "model complex": _tensors(lambda tensor: tensor.to(torch.complex64)),
    "model of whole numbers": _tensors(lambda tensor: tensor.to(torch.int32)),
    "model of other shapes": _tensors(lambda tensor: tensor.reshape(-1)),
    "model with zeros": _zeros("model.safetensors"),
    "model is a link": _link("model.safetensors"),
    "model is a pipe": _pipe("model.safetensors"),
    "model is a folder": _folder("model.safetensors"),
    "facts nested deep": _text("model.json", DEEP),
    "facts that are no UTF-8": _text("model.json", b'{"model": "\xff"}'),
    "facts are a pipe": _pipe("model.json"),
    "facts are a link": _link("model.json"),
    "facts of a hub": _json("model.json", model="timm:hf-hub:somebody/something"),
    "facts of a path": _json("model.json", model="../../../x"),
    "classes that act on a terminal": _json("model.json", classes=[CONTROL, "\x00", "\u2028\x9b31m"]),
    "100,000 classes": _json("model.json", classes=[str(number) for number in range(100_000)]),
    "the same class three times": _json("model.json", classes=["a", "a", "a"]),
    "a side of 10^9": _preprocess(image_size=10**9),
    "a side of 0": _preprocess(image_size=0),
    "a mean that is none": _preprocess(mean=["a", None, []]),
    "a deviation of 0": _preprocess(std=[0, 0, 0]),
    "checkpoint that starts a program": lambda run, foreign, canary: torch.save(canary, run / "checkpoint.pt"),
    "checkpoint with a program inside": _checkpoint(lambda content: content.update(trainer=Canary(Path("/tmp/x")))),
    "checkpoint of NaN": _checkpoint(lambda content: [v.fill_(_NAN) for v in content["weights"].values() if v.is_floating_point()]),
    "checkpoint with zeros": _zeros("checkpoint.pt"),
    "checkpoint with a key that takes for ever": _doubled,
    "checkpoint nested deep": _checkpoint(lambda content: content.update(standing=DEEP)),
    "checkpoint without trainer": _checkpoint(lambda content: content.pop("trainer")),
    "checkpoint with another trainer": _checkpoint(lambda content: content.update(trainer={"optimizer": [1]})),
    "checkpoint with other random numbers": _checkpoint(lambda content: content.update(random={"python": [3, [1], None]})),
    "checkpoint is a list": lambda run, foreign, canary: torch.save([1], run / "checkpoint.pt"),
    "checkpoint is a link": _link("checkpoint.pt"),
    "checkpoint is a pipe": _pipe("checkpoint.pt"),
    "checkpoint is a folder": _folder("checkpoint.pt"),
    "the checkpoint before is a folder": _folder("checkpoint-earlier.pt"),
    "plan is a folder": _folder("plan.json"),
    "record is a folder": _folder("events.jsonl"),
    "epochs are a folder": _folder("epochs.csv"),
    "report is a folder": _folder("report.json"),
    "checkpoint is /dev/zero": lambda run, foreign, canary: (_remove(run / "checkpoint.pt"), (run / "checkpoint.pt").symlink_to("/dev/zero")),
    "record is a link": _link("events.jsonl"),
    "record is a pipe": _pipe("events.jsonl"),
    "looks are a link": _link("test_looks.jsonl"),
    "epochs are a link": _link("epochs.csv"),
    "predictions are a link": _link("predictions.csv"),
    "report is a link": _link("report.json"),
    "lock is a link": _link("training.lock"),
    "lock is a pipe": _pipe("training.lock"),
    "lock is a folder": _folder("training.lock"),
    "settings nested deep": _text("config.toml", "data = " + "[" * 5000),
    "settings that are no UTF-8": _text("config.toml", b'data = "\xff"'),
    "settings of another type": _replaced("config.toml", "epochs = ", "epochs = 1e400 #"),
    "settings with weights from /dev/zero": _replaced("config.toml", "weights = ", 'weights = "/dev/zero" #'),
    "settings are a pipe": _pipe("config.toml"),
    "photos nested deep": _text("dataset.json", DEEP),
    "photos in other folders": _replaced("dataset.json", "class 0", "../../../../../../etc"),
    "a root that is a device": _json("dataset.json", roots={"1": "/dev"}),
    "a giant sentence": _json("dataset.json", left_out=[{"path": "x", "reason": GIANT}]),
    "split with a giant field": _text("split.csv", "root,path,label,split\n1," + "x" * 200_000 + ",a,train\n"),
    "split with NUL": _text("split.csv", "root,path,label,split\n1,\0,a,train\n"),
    "split that leads out": _replaced("split.csv", "class 0/", "../../../../../../etc/"),
    "split is a pipe": _pipe("split.csv"),
    "plan nested deep": _text("plan.json", DEEP),
    "plan with a cut of nonsense": _json("plan.json", stages={"device": "cpu", "precision": "float32", "most": 6, "cut": "x.y"}),
    "plan of nonsense": _text("plan.json", '{"head": {"device": "cpu", "precision": "x", "most": -1, "engine": "os"}}'),
    "unfinished is a link": _unfinished_elsewhere,
    "the run is a link": _is_elsewhere,
    "files of other programs": lambda run, foreign, canary: [
        (run / name).write_text("mine") for name in ("movie.part", "model.json.part", "x.4711.part")
    ],
}  # fmt: skip
