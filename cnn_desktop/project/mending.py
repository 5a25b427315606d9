"""What a person does about a finding of a project's photos: excluded, or moved to one side of the split; one revision each."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from cnn_desktop.dataset.checks.remedies import Remedy, to_one_side
from cnn_desktop.domain.photos import Finding, Split
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.project.database import Database
from cnn_desktop.project.labels import Labels, Revision


def mend(database: Database, labels: Labels, finding: Finding, remedy: Remedy) -> Revision | None:
    """Does what `remedy` says; None where that changes nothing. Raises DataError.

    What is a setting of the training ("class_weights") is not done here.
    """
    ids = _used(database, finding.photos)
    if remedy.kind == "keep_on_one_side":
        splits: dict[str, Split] = {path: split for path, found in ids.items() for _, split in found}
        moves = to_one_side(finding, splits)
        chosen = [(one, side) for path, side in moves.items() for one, _ in ids[path]]
        return labels.split(chosen, source=finding.kind)
    gone = [one for path in remedy.exclude for one, _ in ids.get(path, ())]
    return labels.exclude(gone, source=finding.kind, why=str(finding.text))


def _used(database: Database, paths: Collection[str]) -> Mapping[str, list[tuple[int, Split]]]:
    """The used photos at `paths`: (id, split) of each; one path may be there in two roots."""
    query = "SELECT path, id, split FROM photos WHERE here = 1 AND excluded = 0 AND path IN (SELECT value FROM json_each(?))"
    found: dict[str, list[tuple[int, Split]]] = {}
    for path, one, split in database.rows(query, tuple[str, int, Split], (as_json(list(paths)).decode(),)):
        found.setdefault(path, []).append((one, split))
    return found
