"""Which of a project's models is the best: among those checked with the same photos, the one that got most of them right."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import msgspec

from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.run import RunRecord
from cnn_desktop.domain.scan_files import Reading


def checked_with(scan: Scan | Reading) -> str:
    """A short text that is the same for runs whose validation photos and their labels are the same."""
    reading = Reading.of(scan)
    rows = sorted(
        (line.root, line.path, line.label) for part in reading.parts() for line in part if line.split == "val"
    )
    return hashlib.blake2b(msgspec.json.encode([reading.facts.classes, rows]), digest_size=12).hexdigest()


def best_run(models: Sequence[RunRecord], checks: Mapping[str, str]) -> RunRecord | None:
    """Of `models`, newest first, the one to use where none was chosen; `checks`: what `checked_with` says of each.

    Accuracies can be compared only where the same photos were used: those of the newest training that was finished, or
    where none was, of the newest. Among equals a finished one counts more, then the newer.
    """
    newest = next((run for run in models if run.status == "finished"), models[0] if models else None)
    if newest is None:
        return None
    alike = [run for run in models if checks.get(run.id) == checks.get(newest.id)]
    return max(
        alike, key=lambda run: (-1.0 if run.val_accuracy is None else run.val_accuracy, run.status == "finished")
    )
