"""Kills trainings at every one of their file operations, resumes them, and compares with one that was never killed.

    python -m tests.reliability.kills FOLDER RECIPE,RECIPE [SHARE [FIRST]]

kills at one in SHARE operations, from number FIRST on; it prints a line for each, and ends with 1 on a difference.

Every training is a fork of the process that calls, which so needs to import torch but once. It must not have computed
anything with torch before: call these functions from a fresh process, or use the command line above.
"""

from __future__ import annotations

import csv
import os
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import timm  # noqa: F401 - here once, instead of in each fork
import torch
import torchvision  # noqa: F401

from cnn_desktop.domain.config import Augmentation, TrainConfig, load_config
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.jobs.train import EpochDone
from cnn_desktop.domain.recording import earlier_events
from cnn_desktop.domain.run import CONFIG, EPOCHS, MODEL, UNFINISHED, load_model_facts
from cnn_desktop.domain.scan_files import DATASET
from cnn_desktop.learning.models.network import build
from cnn_desktop.learning.training.train import train
from tests.conftest import draw_photo
from tests.reliability import ground

RECIPES = ("phases", "beside", "scratch", "modern", "course")
"""Head, stages, full of a pretrained network · the same over an earlier model · SimpleCNN as asked for · with averaged
weights · the course's loop."""
_TINY = "timm:test_efficientnet"
_MOVES = ("os.rename", "os.remove", "os.link", "os.mkdir", "os.rmdir", "os.truncate", "shutil.copyfile")
_TIMES = ("seconds", "images_per_second")
"""Columns that differ between two equal trainings."""


class Kill(NamedTuple):
    """A training that was killed and resumed."""

    at: float
    """The operation before which it was killed, from 0; or the seconds after which it was."""
    what: str
    """That operation, "" when it is not known."""
    was_killed: bool
    """False: it had ended before."""
    differences: list[str]
    """From the training that was never killed. Empty: none."""


def runs(recipe: str, folder: Path, share: int = 1, first: int = 0) -> Iterator[Kill]:
    """Kills `recipe`'s training at every `share`th of its file operations, from number `first` on; each kill anew.

    `folder` is made, and holds what they all have in common; a killed run's own folder goes when it is compared.
    """
    operations = whole(recipe, folder)
    for at in range(first, len(operations), share):
        yield killed(recipe, folder, at, operations[at])


def whole(recipe: str, folder: Path) -> list[str]:
    """Makes photos and weights in `folder` and trains there, undisturbed; returns the file operations it has done."""
    _make(recipe, folder)
    log = folder / "operations.txt"

    def training() -> None:
        with log.open("w") as out:
            _watch_files(folder / "whole", lambda number, what: print(what, file=out))
            _train(recipe, folder, folder / "whole", resume=False, plan=None)

    _ended_well(_forked(training), "The undisturbed training failed.")
    return log.read_text().splitlines()


def killed(recipe: str, folder: Path, at: float, what: str = "") -> Kill:
    """Kills a training and resumes it. `at`: an int is the number of a file operation, a float seconds. After `whole`."""
    here = folder / "killed"
    shutil.rmtree(here, ignore_errors=True)
    _lay_out(recipe, folder, here)

    def die_at(number: int, _: str) -> None:
        if number == at:
            os.kill(os.getpid(), signal.SIGKILL)

    def training() -> None:
        if isinstance(at, int):
            _watch_files(here, die_at)
        _train(recipe, folder, here, resume=False, plan=folder / "whole/run")

    child = _begin(training)
    if isinstance(at, float):
        time.sleep(at)
        os.kill(child, signal.SIGKILL)
    ending = _wait(child)
    if ending != -signal.SIGKILL:
        _ended_well(ending, f"The training failed before {at} {what}.")
    resumed = _forked(lambda: _train(recipe, folder, here, resume=True, plan=folder / "whole/run"))
    found = ["it could not be resumed"] if resumed else differences(folder / "whole/run", here / "run")
    return Kill(at, what, ending == -signal.SIGKILL, found)


def differences(one: Path, other: Path) -> list[str]:
    """Where two finished runs are not the same: weights (bit by bit), files, best epoch, curves, epochs.csv."""
    found = ground.differences(other, one)
    facts = [load_model_facts(run) for run in (one, other)]
    if len({(each.best_epoch, each.val_accuracy, tuple(each.classes)) for each in facts}) > 1:
        found.append(f"best epoch {facts[1].best_epoch}, not {facts[0].best_epoch}")
    if _rows(one) != _rows(other):
        found.append(EPOCHS)
    if _curve(one) != _curve(other):
        found.append("events")
    return found


def _rows(run: Path) -> list[dict[str, str]]:
    with (run / EPOCHS).open(newline="") as lines:
        return [{name: value for name, value in row.items() if name not in _TIMES} for row in csv.DictReader(lines)]


def _curve(run: Path) -> list[tuple[Any, ...]]:
    """(epoch, losses) of the record; of an epoch that was repeated the last."""
    done = {event.epoch: event for event in earlier_events(run) if isinstance(event, EpochDone)}
    return [(epoch, done[epoch].train_loss, done[epoch].val_loss) for epoch in sorted(done)]


def _config(recipe: str, folder: Path) -> TrainConfig:
    common = {
        "data": str(folder / "photos"), "batch_size": 8, "image_size": 32, "precision": "float32", "device": "cpu",
        "augmentation": Augmentation(flip=recipe != "scratch"),
    }  # fmt: skip
    if recipe in ("phases", "beside"):
        weights = str(folder / "start.safetensors")
        own = {
            "model": _TINY,
            "weights": weights,
            "head_epochs": 2,
            "stage_epochs": 2,
            "epochs": 2,
            "learns": "last_stage",
        }
    elif recipe == "course":
        own = {"model": _TINY, "weights": str(folder / "start.safetensors"), "epochs": 2, "head_epochs": 1}
        own |= {"exact_course": True}
    else:
        own = {"model": "simple_cnn", "weights": "none", "epochs": None if recipe == "modern" else 3}
        own |= {} if recipe == "modern" else {"schedule": "cosine", "optimizer": "adamw"}
    return TrainConfig(**common, **own)  # type: ignore[arg-type]


def _make(recipe: str, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for label in range(2):
        for number in range(16):
            draw_photo(folder / "photos" / f"class {label}" / f"{number:03}.png", label, number)

    def start() -> None:
        from safetensors.torch import save_file

        torch.manual_seed(1)
        save_file(build(_TINY, 2, 32).module.state_dict(), folder / "start.safetensors")

    _ended_well(_forked(start), "The start weights could not be made.")
    if recipe == "beside":
        _ended_well(
            _forked(lambda: _train("scratch", folder, folder / "earlier", resume=False, plan=None)),
            "The earlier training failed.",
        )
    _lay_out(recipe, folder, folder / "whole")


def _lay_out(recipe: str, folder: Path, here: Path) -> None:
    """What a training in `here` finds: nothing, or an earlier model."""
    here.mkdir(parents=True)
    if recipe == "beside":
        shutil.copytree(folder / "earlier/run", here / "run")


def _train(recipe: str, folder: Path, here: Path, resume: bool, plan: Path | None) -> None:
    """Into `here`/run, with a home of its own. Only in a forked process."""
    os.environ["CNN_DESKTOP_HOME"] = str(here / "home")
    run = here / "run"
    for _ in train(_config(recipe, folder), run, Control(), resume and _has_begun(recipe, run), plan):
        pass


def _has_begun(recipe: str, run: Path) -> bool:
    """False while there is only the earlier model's training, which has ended: one trains anew then."""
    begun = (run / UNFINISHED / DATASET).is_file() or (run / UNFINISHED / MODEL).is_file()
    return recipe != "beside" or begun or load_config(run / CONFIG).model == _TINY


def _watch_files(below: Path, tell: Callable[[int, str], None]) -> None:
    """Calls `tell` (number, what) before each operation of this process on a file below `below` that changes the disk."""
    start, number = str(below), 0
    flush = os.fsync

    def count(what: str) -> None:
        nonlocal number
        tell(number, what)
        number += 1

    def hear(event: str, values: tuple[Any, ...]) -> None:
        if event == "open":
            path, _, flags = values
            if isinstance(path, str) and path.startswith(start) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                count(f"open {path[len(start) :]}")
        elif event in _MOVES:
            paths = [os.fsdecode(path) for path in values if isinstance(path, str | bytes)]
            if any(path.startswith(start) for path in paths):
                count(f"{event} {' '.join(path.removeprefix(start) for path in paths)}")

    def counted_flush(descriptor: Any) -> None:
        count("fsync")
        flush(descriptor)

    sys.addaudithook(hear)
    os.fsync = counted_flush


def _begin(work: Callable[[], None]) -> int:
    """Forks; returns the child's number."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    ending = 1
    try:
        os.setpgid(0, 0)
        work()
        ending = 0
    except BaseException:  # noqa: BLE001 - it is told, and must not go on in the fork
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(ending)


def _wait(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _forked(work: Callable[[], None]) -> int:
    return _wait(_begin(work))


def _ended_well(ending: int, problem: str) -> None:
    if ending:
        raise RuntimeError(problem)


def main(arguments: Iterable[str]) -> int:
    """Prints a line for each kill, and a sum for each recipe; 1 when a resumed run was another one."""
    folder, recipes, *numbers = arguments
    torch.set_num_threads(1)
    failed = 0
    for recipe in recipes.split(","):
        count = wrong = 0
        for kill in runs(recipe, Path(folder) / recipe, *map(int, numbers)):
            count, wrong = count + kill.was_killed, wrong + bool(kill.differences)
            print(kill.at, kill.what, "|", "; ".join(kill.differences) or "the same", flush=True)
        print(f"{recipe}: {count} kills, {wrong} resumed to something else")
        failed += wrong
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
