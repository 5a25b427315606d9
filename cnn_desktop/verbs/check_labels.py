"""`cnn-desktop check-labels DATA`: ranks the labels of photos by how suspicious they are."""

from __future__ import annotations

import argparse
import itertools
import os
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from cnn_desktop.dataset.checks.depth import find_missing_tones
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.config import TrainConfig, load_config
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event
from cnn_desktop.domain.files import write_text
from cnn_desktop.domain.jobs.check_labels import BACKBONES
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.places import cache_folder
from cnn_desktop.domain.run import CONFIG, load_model_facts
from cnn_desktop.domain.split_plan import SplitPlan
from cnn_desktop.domain.text_out import as_csv
from cnn_desktop.verbs.data import add_reading, plan_of, reading_of, scan_of
from cnn_desktop.verbs.outputs import check_table
from cnn_desktop.verbs.terminal import Terminal, stop_on_signals

if TYPE_CHECKING:
    from cnn_desktop.learning.answers.labels.check import Checked

COLUMNS = ("rank", "path", "label", "suggested", "score")
_TOLD = ("photos", "suspects", "errors", "low", "high", "accuracy", "verdict", "backbones", "recipe", "seconds")
_FIRST = 20
"""Suspects that are printed."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "data", metavar="DATA", help="folder of class folders, or of train/val/test folders; a CSV; a project"
    )
    parser.add_argument("--csv", metavar="FILE", help="write rank, path, label, suggested class and score to FILE")
    parser.add_argument("--device", default="auto", metavar="NAME", help="auto, cpu, cuda, cuda:N or mps")
    parser.add_argument(
        "--recipe", metavar="RUN",
        help="judge by models that are trained with the settings of the training run in RUN, one for each fifth of the "
        "photos: takes five times as long as that run",
    )  # fmt: skip
    add_reading(parser)


def run(options: argparse.Namespace) -> int:
    """Checks and prints what was found. Returns the exit code."""
    from cnn_desktop.learning.answers.labels.check import Recipe, check_scan

    table = None if options.csv is None else Path(options.csv)
    if table is not None:
        check_table(table, COLUMNS)
    data, terminal, control = Path(options.data), Terminal(options), Control()
    reading = reading_of(options, data)
    done: list[tuple[Scan, Checked]] = []
    recipe = None if options.recipe is None else Recipe(_settings_of(Path(options.recipe)), _own_folder())

    def job() -> Generator[Event, None, None]:
        scan = scan_of(data, options.class_level)
        if scan is not None:
            plan = plan_of(data)
        else:
            scan = yield from read_data(data, control, class_level=reading.class_level, columns=reading.columns)
            plan = SplitPlan(group_by="column" if any(photo.group for photo in scan.photos) else "none")
        if scan.tones is None:
            tones = yield from find_missing_tones(scan, control)
            scan = msgspec.structs.replace(scan, tones=tones)
        checked = yield from check_scan(scan, plan, BACKBONES, options.device, control, recipe)
        done.append((scan, checked))

    with stop_on_signals(control):
        terminal.watch(job())
    [(scan, checked)] = done
    unsaved = None if table is None else _save(table, checked, scan)
    lines = _summary(checked)
    if table is not None and unsaved is None:
        lines.append(str(say("The whole list: {file}", file=str(table))))
    terminal.result(_facts(checked, terminal), lines)
    if unsaved is not None:
        raise unsaved
    return 0


def _settings_of(run: Path) -> TrainConfig:
    """What the training run in the folder `run` was asked to do. Raises DataError, UsageError."""
    load_model_facts(run)  # it is one
    return load_config(run / CONFIG)


def _own_folder() -> Path:
    """Of this process, in the cache."""
    return cache_folder() / "scans" / f"{os.getpid()} 0 labels"


def _save(table: Path, checked: Checked, scan: Scan) -> DataError | None:
    """What went wrong: it is told after the summary, which must not be lost with it."""
    rows = zip(checked.photos, checked.suggested, checked.scores.tolist(), strict=True)
    lines = (
        (rank, photo.told_path(scan.roots), photo.label, suggested, f"{score:.6f}")
        for rank, (photo, suggested, score) in enumerate(rows, 1)
    )
    try:
        write_text(table, as_csv(COLUMNS, lines))
    except DataError as error:
        return error
    return None


def _facts(checked: Checked, terminal: Terminal) -> dict[str, object]:
    check = checked.check
    return {
        **{name: getattr(check, name) for name in _TOLD},
        "confused": check.confused,
        "cannot_judge": [str(said) for said in check.cannot_judge],
        "first": [
            {"rank": one.rank, "path": one.path, "label": one.label, "suggested": one.suggested, "score": one.score}
            for one in itertools.islice(checked.suspects(), min(_FIRST, check.suspects))
        ],
        "skipped": [{"path": one.path, "reason": str(one.reason)} for one in terminal.skipped],
    }


def _summary(checked: Checked) -> list[str]:
    check = checked.check
    lines = [str(check.message()), *(str(pair.message()) for pair in check.confused[:_FIRST])]
    lines += map(str, check.cannot_judge)
    for one in itertools.islice(checked.suspects(), min(_FIRST, check.suspects)):
        lines.append(f"{one.rank:>3}  {one.score:.3f}  {one.path}: {one.label}, probably {one.suggested}")
    return lines
