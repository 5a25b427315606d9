"""Tests a finished run's model on photos it has not seen, and writes the report."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import torch

from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event, Progress, Skipped, Warned
from cnn_desktop.domain.files import flush, saving, write_text
from cnn_desktop.domain.inside import append
from cnn_desktop.domain.jobs.evaluate import Evaluated
from cnn_desktop.domain.message import Value, say
from cnn_desktop.domain.metrics import wilson_interval
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.recording import is_torn
from cnn_desktop.domain.report import ClassReport, PhotoResult, Report, save_report
from cnn_desktop.domain.run import LOOKS, OTHER_PREDICTIONS, OTHER_REPORT, PREDICTIONS, REPORT, ModelFacts, count_looks
from cnn_desktop.domain.scan_files import load_snapshot
from cnn_desktop.domain.table_columns import NOTHING_SAID, Reading
from cnn_desktop.domain.text_out import as_csv, class_columns
from cnn_desktop.domain.tones import OWN
from cnn_desktop.learning.answers.logits import NO_ANSWER, Logits
from cnn_desktop.learning.models.network import Net
from cnn_desktop.learning.models.trained import load_trained
from cnn_desktop.learning.training.contents import count_seen
from cnn_desktop.learning.training.run_photos import PhotoList
from cnn_desktop.learning.tuning.device import choose_device

_COLUMNS = ("path", "label", "predicted", "confidence", "loss")
"""Of predictions.csv; then one a class."""

_NAMED = 5
"""Classes named in one sentence at most."""


def evaluate(
    run: Path,
    data: Path | None,
    device: str,
    control: Control,
    scan: Scan | None = None,
    take: Callable[[Report], object] = lambda report: None,
    reading: Reading = NOTHING_SAID,
) -> Iterator[Event]:
    """Tests the best model of `run` on `data`, or with None on the run's own test photos; ends with `Evaluated`.

    `scan`: what `data` holds, where that is known already (of a project, which is not opened here); else it is read
    as `reading` says. Data that came with a split is tested on its test photos, other data on
    all. Writes report.json and predictions.csv and counts a look; of other data, which is no look at the run's own test
    photos, files of their own. `take` is given the report, whether or not it can be written. Raises UserError, StopRequested.
    """
    choice = choose_device(device)
    net, facts = load_trained(run, choice.device)
    if scan is None:
        tones = net.preprocess.tones or OWN
        if data is None:
            scan = load_snapshot(run)
        else:
            scan = yield from read_data(
                data, control, tones=tones, to_test=True, class_level=reading.class_level, columns=reading.columns
            )
    photos = yield from _photos_to_test(scan, facts, run, data)
    yield Progress(doing=say("Testing"), done=0, total=len(photos.files))
    began = time.monotonic()
    results, skipped = yield from _test(net, facts, photos, choice.device, control)
    seconds = time.monotonic() - began
    if not results and any(one.reason == NO_ANSWER for one in skipped):
        raise DataError(
            "The model in {folder} gives no usable answer for any of these photos, because its numbers are out of "
            "range. Train again with a smaller learning rate.",
            folder=str(run),
        )
    if not results:
        raise DataError(
            "{n:The only test photo|None of the {n} test photos} could {n:not be|be} read. Check that the folder "
            "is still there: {folder}",
            n=len(photos.files), folder=str(data or next(iter(scan.roots.values()))),
        )  # fmt: skip
    seen = yield from count_seen(run, [Path(one.path) for one in results], control, ask_photos=data is not None)
    if data is not None and seen is None:
        yield Warned(
            say(
                "Some of these photos may have been used to train this model. This cannot be checked, because its "
                "training photos are no longer there."
            )
        )
    report = _report(results, facts, seconds, str(data or ""), str(run), choice.device, skipped, seen)
    take(report)
    kept = yield from _save(report, run)
    yield Evaluated(
        report=kept, accuracy=report.accuracy, accuracy_low=report.accuracy_low, accuracy_high=report.accuracy_high,
        n=report.n, looks=count_looks(run), seen=seen, guess=report.largest,
    )  # fmt: skip


def _photos_to_test(scan: Scan, facts: ModelFacts, run: Path, data: Path | None) -> Generator[Event, None, PhotoList]:
    """Those of classes the model knows; the others are told. Raises DataError when there are none."""
    number = {name: place for place, name in enumerate(facts.classes)}
    own_split = data is None or any(photo.split is not None for photo in scan.photos)
    photos = scan.of_split("test") if own_split else scan.photos
    if not photos:
        raise DataError(
            "There are no test photos in {folder}. Choose a folder of photos to test on.",
            folder=str(data if data else run),
        )
    known = [photo for photo in photos if photo.label in number]
    strange = Counter(photo.label for photo in photos if photo.label not in number)
    words: dict[str, Value] = {
        "folder": str(data or run), "n": strange.total(), "total": len(photos), "strange": _some(sorted(strange)),
        "classes": _some(facts.classes),
    }  # fmt: skip
    if not known:
        raise DataError(
            "This model knows none of the classes in {folder}: {strange}. It knows: {classes}. Choose photos of "
            "these classes, in folders with the same names.",
            **words,
        )
    if strange:
        yield Warned(
            say(
                "{n} of {total} photos in {folder} {n:is|are} left out because this model does not know {n:its "
                "class|their classes}: {strange}. It knows: {classes}.",
                **words,
            )
        )
    return PhotoList(
        [scan.file(photo) for photo in known],
        [number[photo.label] for photo in known],
        None if data else [photo.number for photo in known],
    )


def _some(names: list[str]) -> str:
    """The first names, quoted."""
    return ", ".join(f"“{name}”" for name in names[:_NAMED]) + (", …" if len(names) > _NAMED else "")


def _test(
    net: Net, facts: ModelFacts, photos: PhotoList, device: str, control: Control
) -> Generator[Event, None, tuple[list[PhotoResult], list[Skipped]]]:
    """Each photo's result in the order of `photos`, and the photos that could not be read."""
    results: list[PhotoResult] = []
    skipped: list[Skipped] = []
    for answer in Logits(net, device).of(photos.files, control, say("Testing")):
        if isinstance(answer, Skipped):
            skipped.append(answer)
        if isinstance(answer, Event):
            yield answer
        else:
            results += _results(answer[1], answer[0], photos, facts)
    return results, skipped


def _results(logits: torch.Tensor, places: list[int], photos: PhotoList, facts: ModelFacts) -> list[PhotoResult]:
    """The results of the photos at `places`, from their logits [N, classes]."""
    results, losses = [], -logits.log_softmax(1).cpu()
    for row, (place, shares) in enumerate(zip(places, logits.softmax(1).tolist(), strict=True)):
        label, best = photos.labels[place], max(range(len(shares)), key=shares.__getitem__)
        results.append(
            PhotoResult(
                path=str(photos.files[place]),
                label=facts.classes[label],
                predicted=facts.classes[best],
                confidence=shares[best],
                loss=float(losses[row, label]),
                probabilities=shares,
                number=photos.numbers[place] if photos.numbers else 0,
            )
        )
    return results


def _report(
    results: list[PhotoResult],
    facts: ModelFacts,
    seconds: float,
    data: str,
    run: str,
    device: str,
    skipped: list[Skipped],
    seen: int | None,
) -> Report:
    number = {name: place for place, name in enumerate(facts.classes)}
    confusion = np.zeros((len(number), len(number)), np.int64)
    for one in results:
        confusion[number[one.label], number[one.predicted]] += 1
    right, n = int(confusion.trace()), len(results)
    low, high = wilson_interval(right, n)
    return Report(
        run=run,
        data=data,
        when=datetime.now(UTC).isoformat(timespec="seconds"),
        classes=facts.classes,
        n=n,
        accuracy=right / n,
        accuracy_low=low,
        accuracy_high=high,
        per_class=[
            _class_report(name, int(hits), int(answers), int(photos))
            for name, hits, answers, photos in zip(
                facts.classes, confusion.diagonal(), confusion.sum(0), confusion.sum(1), strict=True
            )
        ],
        confusion=confusion.tolist(),
        photos=sorted(results, key=lambda one: -one.loss),
        seconds=seconds,
        images_per_second=n / max(seconds, 1e-9),
        device=device,
        skipped=[str(one) for one in skipped],
        seen=seen,
    )


def _class_report(name: str, hits: int, answers: int, photos: int) -> ClassReport:
    """Of a class with so many `photos`, for which it was answered `answers` times, `hits` of them right.

    Shares of nothing are None, not 0.
    """
    if not photos:
        return ClassReport(name, None, None, None, 0)
    precision = hits / answers if answers else None
    return ClassReport(name, precision, hits / photos, 2 * hits / (answers + photos), photos)


def _save(report: Report, run: Path) -> Generator[Event, None, str]:
    """Writes what is kept of a test, and returns the path of the report; "" where that cannot be, which is told."""
    is_own = not report.data
    file = run / (REPORT if is_own else OTHER_REPORT)
    try:
        save_report(report, file)
        _save_predictions(report, run / (PREDICTIONS if is_own else OTHER_PREDICTIONS))
        if is_own:
            _log_look(run, report)
    except DataError as error:
        yield Warned(say("This result was not saved. {reason}", reason=error.message))
        return ""
    return str(file)


def _save_predictions(report: Report, path: Path) -> None:
    rows = ([p.path, p.label, p.predicted, p.confidence, p.loss, *p.probabilities] for p in report.photos)
    write_text(path, as_csv([*_COLUMNS, *class_columns(report.classes, _COLUMNS)], rows))


def _log_look(run: Path, report: Report) -> None:
    """Adds a line to test_looks.jsonl, to which a window and a person's own command may add at once. Raises DataError."""
    file = run / LOOKS
    line = json.dumps({"when": report.when, "n": report.n, "accuracy": report.accuracy}).encode() + b"\n"
    with saving(file):
        append(file, b"\n" + line if is_torn(file) else line)
        flush(file)
