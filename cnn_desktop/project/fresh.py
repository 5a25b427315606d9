"""Photos without a label that are labelled with a model's help: which may be, what becomes of them, and how good the model gets.

What is labelled so is trained on, and never tests or checks a model: whoever gave the label saw what the model thinks, and the photos
that it asks about first are not like the others. So photos that belong together with such as test or validate are not suggested
either: they go where those are, once somebody has labelled them without help (`Splitting.share_labelled`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from cnn_desktop.domain.decoding import Unreadable, from_json
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.label_suggestions import CurvePoint, LabelSuggestions, load_suggestions
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import Photo, Scan, Split
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.project.database import Database
from cnn_desktop.project.labels import SUGGESTION, Labels, Revision
from cnn_desktop.project.query import AMONG, NUMBERED, as_places
from cnn_desktop.project.splitting import SHOWN, Splitting

CURVE = "label_curve"
"""Value kept with the project: how good the model was with so many labels."""
_LONGEST_CURVE = 1000
_UNLABELLED = f"{SHOWN} AND label = ''"


class FreshRow(msgspec.Struct, frozen=True):
    """A photo without a label, and what it is taken for."""

    id: int
    path: str
    root: str
    suggested: str
    probability: float


class Suggested(msgspec.Struct, frozen=True):
    """What a model suggests for the photos without a label."""

    summary: LabelSuggestions
    rows: tuple[FreshRow, ...]
    """Those that have no label still, the most informative first."""
    curve: tuple[CurvePoint, ...]
    """Of this time and earlier ones, fewest labels first."""


class Snapshot(msgspec.Struct, frozen=True):
    """What the model learns from, and looks at."""

    scan: Scan
    suggested: list[str]
    """Keys of the photos whose labels were suggested: they do not measure it."""
    held: int
    """Photos without a label that belong together with such as test or validate: a person labels these without help."""


class Fresh:
    """Methods raise DataError when the disk fails, UsageError for what makes no sense."""

    def __init__(self, database: Database, labels: Labels, splitting: Splitting) -> None:
        self._database, self._labels, self._splitting = database, labels, splitting
        self._curve: tuple[CurvePoint, ...] = ()
        """Of a project that is only read."""

    def snapshot(self, scan: Scan) -> Snapshot:
        """Of all that a check looks at (`PhotoTable.reading_to_check`): no test photos, and none of those that are held back."""
        held = {photo.key for _, photo in self._held()}
        photos = [photo for photo in scan.photos if (photo.split != "test" if photo.label else photo.key not in held)]
        suggested = list(self._splitting.suggested().values())
        left = sum(not photo.label and photo.key in held for photo in scan.photos)
        findings = self._splitting.told_clusters()
        return Snapshot(msgspec.structs.replace(scan, photos=photos, findings=findings), suggested, left)

    def take(self, file: Path) -> Suggested:
        """Takes in the result of the job SuggestLabels: a point more of the curve, kept with the project where that may be."""
        summary = load_suggestions(file)
        query = f"SELECT id, path, root FROM photos WHERE {_UNLABELLED} AND {AMONG}"
        keys = as_places(one.photo for one in summary.suggestions)
        found = {
            Photo(path, "", None, root).key: (one, path, root)
            for one, path, root in self._database.rows(query, tuple[int, str, str], (keys,))
        }
        rows = tuple(
            FreshRow(*found[one.photo], one.label, one.probability) for one in summary.suggestions if one.photo in found
        )
        points = {one.labelled: one for one in self.curve()} | {summary.point.labelled: summary.point}
        self._curve = tuple(points[labelled] for labelled in sorted(points))[-_LONGEST_CURVE:]
        if not self._database.read_only:
            self._database.keep_value(CURVE, as_json(self._curve).decode())
        return Suggested(summary, rows, self._curve)

    def curve(self) -> tuple[CurvePoint, ...]:
        """How good the model was with so many labels, fewest first."""
        try:
            kept = self._database.value(CURVE, "")
            return self._curve or (from_json(kept, tuple[CurvePoint, ...]) if isinstance(kept, str) and kept else ())
        except (Unreadable, DataError):  # of another version: it begins anew
            return ()

    def confirm(self, labels: Sequence[tuple[int, str]]) -> Revision | None:
        """Each of these photos (its id, its class), which have no label yet, is of that class, and trains from now on.

        What has a label by now, or belongs together with what tests or validates, is left as it is. None: nothing was to do.
        """
        with self._database.changing():
            may = self._may_train(one for one, _ in labels)
            wanted = [(one, label) for one, label in labels if one in may]
            names = {label for _, label in wanted}
            name = (
                say("Label as “{label}”", label=next(iter(names)))
                if len(names) == 1
                else say("Take {n} suggestions", n=len(wanted))
            )
            return self._labels.relabel_each(wanted, name, SUGGESTION) if wanted else None

    def without_label(self, ids: Iterable[int]) -> set[int]:
        """Those of the photos `ids` that have no label."""
        wanted = as_json(sorted(set(ids))).decode()
        query = f"SELECT id FROM {NUMBERED} WHERE {_UNLABELLED}"
        return {one for (one,) in self._database.rows(query, tuple[int], (wanted,))}

    def _may_train(self, ids: Iterable[int]) -> set[int]:
        return self.without_label(ids) - {one for one, _ in self._held()}

    def _held(self) -> list[tuple[int, Photo]]:
        """What tests or validates, or would as soon as it had a label; and what belongs together with that."""
        query = f"SELECT id, path, label, split, root, family FROM photos WHERE {SHOWN}"
        rows = self._database.rows(query, tuple[int, str, str, Split | None, str, str])
        photos = [Photo(*row[1:]) for row in rows]
        held = self._splitting.beside_held_out(photos)
        return [(row[0], photo) for row, photo, is_held in zip(rows, photos, held, strict=True) if is_held]
