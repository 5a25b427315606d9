"""What a person does about a finding of a project's photos: excluded, or moved to one side of the split; one revision each."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from cnn_desktop.dataset.checks.remedies import Remedy, to_one_side
from cnn_desktop.domain.photos import Finding, Photo, Split
from cnn_desktop.project.database import Database
from cnn_desktop.project.labels import Labels, Revision
from cnn_desktop.project.query import AMONG, as_places
from cnn_desktop.project.splitting import SHOWN, SPLIT_NOW


def mend(database: Database, labels: Labels, finding: Finding, remedy: Remedy) -> Revision | None:
    """Does what `remedy` says; None where that changes nothing. Raises DataError.

    What is a setting of the training ("class_weights") is not done here.
    """
    ids = _shown(database, finding.photos)
    if remedy.kind == "keep_on_one_side":
        moves = to_one_side(finding, {key: split for key, (_, split) in ids.items() if split})
        return labels.split([(ids[key][0], side) for key, side in moves.items()], source=finding.kind)
    gone = [ids[key][0] for key in remedy.exclude if key in ids]
    return labels.exclude(gone, source=finding.kind, why=str(finding.text))


def _shown(database: Database, keys: Collection[str]) -> Mapping[str, tuple[int, Split | None]]:
    """Those of these photos that are not excluded, also those without a label: key → id and split."""
    query = f"SELECT path, root, id, {SPLIT_NOW} FROM photos WHERE {SHOWN} AND {AMONG}"
    rows = database.rows(query, tuple[str, str, int, Split | None], (as_places(keys),))
    return {Photo(path, "", None, root).key: (one, split) for path, root, one, split in rows}
