"""A small child that checks labels and suggests classes without torch: its first job goes on for ever, the next ones are done.

Its argument is a folder, in which a file named `busy` holds its process id while it is at the first.
"""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

from cnn_desktop.domain.events import Event, JobDone, Progress, Ready
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.jobs.check_labels import CheckLabels, LabelsChecked
from cnn_desktop.domain.jobs.suggest_labels import LabelsSuggested, SuggestLabels
from cnn_desktop.domain.label_check import LabelCheck, Suspect, write_label_check
from cnn_desktop.domain.label_suggestions import CurvePoint, LabelSuggestions, Suggestion, save_suggestions
from cnn_desktop.domain.message import say
from cnn_desktop.domain.scan_files import load_scan
from cnn_desktop.domain.wire import Do, decode_order, encode_told


def tell(of: str, event: Event) -> None:
    sys.stdout.buffer.write(encode_told(of, event))
    sys.stdout.buffer.flush()


def main(place: Path) -> None:
    tell("", Ready(0.1))
    for line in sys.stdin.buffer:
        order = decode_order(line)
        if not isinstance(order, Do):
            continue
        busy = place / "busy"
        if not busy.exists():
            tell(order.id, Progress(say("At it"), 1, 10))
            part = place / "busy.part"
            part.write_text(str(os.getpid()))
            part.rename(busy)
            threading.Event().wait()
        tell(order.id, done(order.job))
        tell(order.id, JobDone())


def done(job: Job) -> Event:
    """All photos are suspicious; each without a label is taken for the first class."""
    if isinstance(job, CheckLabels):
        photos = [photo for photo in load_scan(Path(job.photos)).photos if photo.label]
        names = sorted({photo.label for photo in photos})
        suspects = [
            Suspect(photo.key, photo.path, photo.label, names[photo.label == names[0]], 0.9, 0.8, 0.1, (), (), rank, photo.split or "")
            for rank, photo in enumerate(photos, 1)
        ]  # fmt: skip
        n = len(suspects)
        check = LabelCheck(
            photos=n, suspects=n, listed=n, errors=n, low=1, high=n, accuracy=0.8, confused=(), cannot_judge=(),
            verdict="suspicious", revision=0, backbones=(), seconds=1.0, when="2026-01-02T03:04:05+00:00",
        )  # fmt: skip
        write_label_check(Path(job.out), check, suspects)
        return LabelsChecked(job.out, check)
    assert isinstance(job, SuggestLabels)
    photos = load_scan(Path(job.photos)).photos
    labelled = [photo for photo in photos if photo.label]
    new = tuple(Suggestion(photo.key, labelled[0].label, 0.6) for photo in photos if not photo.label)
    found = LabelSuggestions(
        suggestions=new, point=CurvePoint(len(labelled), 8, 6), unlabelled=len(new), expected=0.6
    )  # fmt: skip
    save_suggestions(found, Path(job.out))
    return LabelsSuggested(job.out, len(labelled), len(new))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
