"""Tests a finished run's model on photos it has not seen, and writes the report."""

from __future__ import annotations

import csv
import io
import json
import time
from collections.abc import Generator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import torch

from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event, Progress, Skipped
from cnn_desktop.domain.files import write_text
from cnn_desktop.domain.jobs.evaluate import Evaluated
from cnn_desktop.domain.message import say
from cnn_desktop.domain.metrics import wilson_interval
from cnn_desktop.domain.photos import Scan, load_snapshot
from cnn_desktop.domain.report import ClassReport, PhotoResult, Report, save_report
from cnn_desktop.domain.run import LOOKS, PREDICTIONS, REPORT, ModelFacts, count_looks
from cnn_desktop.learning.answers.logits import Logits
from cnn_desktop.learning.models.network import Net
from cnn_desktop.learning.models.trained import load_trained
from cnn_desktop.learning.training.run_photos import PhotoList
from cnn_desktop.learning.tuning.device import choose_device


def evaluate(
    run: Path, data: Path | None, device: str, control: Control, scan: Scan | None = None, class_level: int = 0
) -> Iterator[Event]:
    """Tests the best model of `run` on `data`, or with None on the run's own test photos; ends with `Evaluated`.

    `scan`: what `data` holds, where that is known already (of a project, which is not opened here); else it is read, with
    its classes on `class_level` (see `read_data`). Data that came with
    a split is tested on its test photos, other data on all. Only looks at the run's own test photos are counted.
    Writes report.json and predictions.csv. Raises UserError, StopRequested.
    """
    choice = choose_device(device)
    net, facts = load_trained(run, choice.device)
    if scan is None:
        scan = load_snapshot(run) if data is None else (yield from read_data(data, control, class_level))
    photos = _photos_to_test(scan, facts, run, data)
    yield Progress(doing=say("Testing"), done=0, total=len(photos.files))
    began = time.monotonic()
    results, skipped = yield from _test(net, facts, photos, choice.device, control)
    seconds = time.monotonic() - began
    if not results:
        raise DataError(
            "None of the {n} photos to test could be read. Check that their folder is still there: {folder}",
            n=len(photos.files), folder=str(data or next(iter(scan.roots.values()))),
        )  # fmt: skip
    report = _report(results, facts, seconds, str(data or ""), str(run), choice.device, skipped)
    save_report(report, run / REPORT)
    _save_predictions(report, run / PREDICTIONS)
    looks = _log_look(run, report) if data is None else count_looks(run)
    yield Evaluated(
        report=str(run / REPORT), accuracy=report.accuracy, accuracy_low=report.accuracy_low,
        accuracy_high=report.accuracy_high, n=report.n, looks=looks,
    )  # fmt: skip


def _photos_to_test(scan: Scan, facts: ModelFacts, run: Path, data: Path | None) -> PhotoList:
    number = {name: place for place, name in enumerate(facts.classes)}
    own_split = data is None or any(photo.split is not None for photo in scan.photos)
    photos = scan.of_split("test") if own_split else scan.photos
    if not photos:
        raise DataError(
            "{folder} has no test photos. Choose a folder of photos to test on.", folder=str(data if data else run)
        )
    strange = sorted({photo.label for photo in photos} - set(number))
    if strange:
        raise DataError(
            "{folder} holds photos of “{strange}”, a class this model does not know. It knows: {classes}.",
            folder=str(data or run), strange=strange[0], classes=", ".join(facts.classes),
        )  # fmt: skip
    return PhotoList([scan.file(photo) for photo in photos], [number[photo.label] for photo in photos])


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
) -> Report:
    from sklearn.metrics import confusion_matrix, precision_recall_fscore_support

    true, guessed = [one.label for one in results], [one.predicted for one in results]
    right, n = sum(one.right for one in results), len(results)
    low, high = wilson_interval(right, n)
    figures = precision_recall_fscore_support(true, guessed, labels=facts.classes, zero_division=0.0)
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
            ClassReport(name, float(precision), float(recall), float(f1), int(count))
            for name, precision, recall, f1, count in zip(facts.classes, *figures, strict=True)
        ],
        confusion=confusion_matrix(true, guessed, labels=facts.classes).tolist(),
        photos=sorted(results, key=lambda one: -one.loss),
        seconds=seconds,
        images_per_second=n / max(seconds, 1e-9),
        device=device,
        skipped=[str(one) for one in skipped],
    )


def _save_predictions(report: Report, path: Path) -> None:
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(["path", "label", "predicted", "confidence", "loss", *report.classes])
    rows.writerows([p.path, p.label, p.predicted, p.confidence, p.loss, *p.probabilities] for p in report.photos)
    write_text(path, text.getvalue())


def _log_look(run: Path, report: Report) -> int:
    """Adds a line to test_looks.jsonl; returns how many there are now."""
    file = run / LOOKS
    earlier = file.read_text(encoding="utf-8") if file.is_file() else ""
    line = json.dumps({"when": report.when, "n": report.n, "accuracy": report.accuracy})
    write_text(file, f"{earlier}{line}\n")
    return count_looks(run)
