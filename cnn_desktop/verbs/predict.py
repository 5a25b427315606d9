"""`cnn-desktop predict RUN PATH...`: classifies photos, or all photos below folders."""

from __future__ import annotations

import argparse
import itertools
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from cnn_desktop.dataset.given_photos import find_given, need_photos
from cnn_desktop.dataset.reading.files import is_archive, no_data
from cnn_desktop.domain.answer_csv import COLUMNS, answer_lines
from cnn_desktop.domain.answered import answer_of
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.events import Event, Noted, Skipped
from cnn_desktop.domain.files import is_missing, write_text
from cnn_desktop.domain.jobs.predict import Predicted
from cnn_desktop.domain.message import Message
from cnn_desktop.domain.photos import LeftOut
from cnn_desktop.domain.run import load_model_facts
from cnn_desktop.domain.unknown import UnknownSetting, checked_setting, load_unknown_setting
from cnn_desktop.verbs.outputs import check_table
from cnn_desktop.verbs.terminal import Terminal, stop_on_signals


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("run", metavar="RUN", help="folder of a finished training run")
    parser.add_argument("paths", metavar="PATH", nargs="+", help="photos, or folders of photos")
    parser.add_argument("--top-k", type=int, default=3, metavar="K", help="classes to show for each photo (default: 3)")
    parser.add_argument(
        "--csv", metavar="FILE", help="write path, class, confidence, unknown and one column per class to FILE"
    )
    parser.add_argument(
        "--unknown-rate", type=float, metavar="SHARE",
        help="call photos unlike the training photos unknown, so that this share of the right kind is, 0 (none) to 0.5 "
        "(default: what was chosen for the model, or 0.05)",
    )  # fmt: skip
    parser.add_argument(
        "--min-confidence", type=float, metavar="SHARE",
        help="call answers with a lower confidence unknown, 0 (none) to 1 (default: what was chosen for the model, or 0)",
    )  # fmt: skip
    parser.add_argument("--device", default="auto", metavar="NAME", help="auto, cpu, cuda, cuda:N or mps")


def run(options: argparse.Namespace) -> int:
    """Classifies and prints a line a photo. Returns 1 when no photo could be read."""
    if options.top_k < 1:
        raise UsageError("--top-k {value} is out of range. Choose 1 or more.", value=options.top_k)
    folder = Path(options.run)
    facts = load_model_facts(folder)
    setting = _setting(options, folder)
    table = None if options.csv is None else Path(options.csv)
    if table is not None:
        check_table(table, COLUMNS)
    paths, left_out = _photos(options.paths)
    from cnn_desktop.learning.answers.predict import Predictor

    terminal, control = Terminal(options), Control()
    with stop_on_signals(control):
        skipped = (Skipped(file.path, file.reason) for file in left_out)
        job = itertools.chain(skipped, Predictor(folder, options.device).predict(paths, control, setting))
        predicted = [
            event
            for event in terminal.watch(_with_reason(job, options.unknown_rate is not None))
            if isinstance(event, Predicted)
        ]
    unsaved = None if table is None else _save(table, _csv(predicted, facts.classes))
    terminal.result(
        {
            "predictions": [
                {
                    "path": one.path,
                    "class": one.scores[0].name,
                    "confidence": one.scores[0].probability,
                    "unknown": one.unknown,
                    "why": one.why,
                    "not_judged": None if one.no_distance is None else str(one.no_distance),
                    "scores": {score.name: score.probability for score in one.scores},
                }
                for one in predicted
            ],
            "skipped": [{"path": one.path, "reason": str(one.reason)} for one in terminal.skipped],
        },
        (_line(one, options.top_k) for one in predicted),
    )
    if unsaved is not None:
        raise unsaved
    return 0 if predicted else DataError.exit_code


def _save(table: Path, text: str) -> DataError | None:
    """What went wrong: it is told after the answers, which must not be lost with it."""
    try:
        write_text(table, text)
    except DataError as error:
        return error
    return None


def _photos(words: list[str]) -> tuple[list[str], list[LeftOut]]:
    """The paths as given, a folder standing for the photos below it; and what else lies there. Raises DataError."""
    paths: list[str] = []
    left_out: list[LeftOut] = []
    for word in words:
        if is_missing(word) and not os.path.lexists(word):
            raise DataError("There is no file or folder “{path}”. Check the name.", path=word)
        if Path(word).is_dir():
            found = find_given([word])
            need_photos(found)
            paths += found.below
            left_out += found.left_out
        elif is_archive(Path(word)):
            raise no_data(Path(word))
        else:
            paths.append(word)
    return paths, left_out


def _setting(options: argparse.Namespace, run: Path) -> UnknownSetting:
    """What was chosen for the model, but for what is said here. Raises UsageError."""
    said = {"rate": options.unknown_rate, "min_confidence": options.min_confidence}
    own = load_unknown_setting(run)
    return checked_setting(msgspec.structs.replace(own, **{name: one for name, one in said.items() if one is not None}))


def _line(one: Predicted, top_k: int) -> str:
    scores = ", ".join(f"{score.name} {score.probability:.1%}" for score in one.scores[:top_k])
    words = {"far": "unknown, unlike the training photos: ", "unsure": "unknown, low confidence: ", "": ""}
    return f"{one.path}: {words[one.why]}{scores}"


def _with_reason(job: Iterable[Event], is_asked: bool) -> Iterator[Event]:
    """At the end is said why photos unlike the training photos were not told from others, where they were asked for."""
    why: Message | None = None
    for event in job:
        yield event
        if isinstance(event, Predicted):
            why = event.no_distance
    if why is not None and is_asked:
        yield Noted(why)


def _csv(predicted: list[Predicted], classes: list[str]) -> str:
    places = {name: place for place, name in enumerate(classes)}
    answers = (answer_of(one, places) for one in predicted)
    return "".join(answer_lines(((one.path, one.shares, one.unknown) for one in answers), classes))
