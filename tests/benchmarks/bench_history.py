"""Prints how quickly a long history of labels is read, and what cleaning brought is found out, in a project of many photos.

Run: python -m tests.benchmarks.bench_history [--photos 60000] [--changes 10000]
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from cnn_desktop.domain.message import say
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.project.cleaned import Standing, find_standing
from tests.benchmarks.bench_index import milliseconds
from tests.project.review_helpers import Reviewed, trained


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--photos", type=int, default=60_000)
    parser.add_argument("--changes", type=int, default=10_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        reviewed = Reviewed(Path(place, "a.cnnproj"), asked.photos)
        opened = reviewed.opened
        training = [one for one, row in reviewed.rows().items() if row.split == "train" and row.label == "a"]
        before = trained(opened, lambda photo: photo.label)
        name = as_json(say("Label as “{label}”", label="b")).decode()
        with opened._database.changing() as db:  # as many at once: making them one by one takes minutes
            db.executemany(
                "INSERT INTO revisions VALUES (?, '2026-01-02T03:04:05+00:00', 'me', ?, '', '', NULL)",
                [(k, name) for k in range(1, asked.changes + 1)],
            )
            db.executemany(
                "INSERT INTO corrections VALUES (?, ?, 'label', NULL, 'b', NULL)",
                [(k, training[k % len(training)]) for k in range(1, asked.changes + 1)],
            )
        trained(opened, lambda photo: "a")
        history = opened.runs.history()

        def find(known: Standing | None = None) -> Standing:
            return find_standing(
                opened.runs, opened.photos, opened.restoring, history.models, history.configs, before, known
            )

        restoring, found = opened.restoring, find()
        print(f"{asked.changes:,} changes of {asked.photos:,} photos")
        print(f"  the first 200: {milliseconds(lambda: restoring.history(200)):.1f} ms")
        print(f"  200 in the middle: {milliseconds(lambda: restoring.history(200, asked.changes // 2)):.1f} ms")
        print(f"  all: {milliseconds(lambda: restoring.history(asked.changes)):.1f} ms")
        print(f"  what cleaning brought: {milliseconds(find):.1f} ms, again {milliseconds(lambda: find(found)):.1f} ms")
        opened.close()


if __name__ == "__main__":
    main()
