"""What was found in a project's photos, as it is now: since then they were relabelled, excluded, moved to other splits."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from cnn_desktop.dataset.checks.classes import FEW, few_photos, follows_from_classes, imbalance, similar_names, too_few
from cnn_desktop.dataset.checks.copy_findings import COPIES, copy_findings, known_groups, leak_findings, near_findings
from cnn_desktop.domain.decoding import Unreadable
from cnn_desktop.domain.photos import SPLITS, ClassCount, Finding, Photo, Split, may_be_path
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.project.database import Database
from cnn_desktop.project.splitting import TOGETHER


def findings_now(
    database: Database, told: Sequence[Finding], classes: Sequence[ClassCount], is_checked: bool
) -> list[Finding]:
    """`told`, with what copies and classes mean now in place of what they meant then. Raises Unreadable, DataError."""
    total: dict[Split | None, int] = {split: sum(row.of(split) for row in classes) for split in SPLITS}
    named = _used(database, "path", [path for one in told if one.kind in TOGETHER for path in one.photos])
    copies, near = (known_groups(kind, told, named) for kind in TOGETHER)
    return [
        *leak_findings(copies, total), *copy_findings(copies), *near_findings(near, total),
        *_of_classes(database, classes, is_checked),
        *(one for one in told if one.kind not in COPIES and not follows_from_classes(one)),
    ]  # fmt: skip


def set_aside(database: Database, findings: Sequence[Finding]) -> frozenset[str]:
    """Of the photos that `findings` (as they are now) name those that are not used: excluded, left out, or gone."""
    told = (one for one in findings if one.kind not in COPIES and not follows_from_classes(one))
    paths = {path for finding in told for path in finding.photos}
    return frozenset(paths - {photo.path for photo in _used(database, "path", paths)})


def _of_classes(database: Database, classes: Sequence[ClassCount], is_checked: bool) -> Iterator[Finding]:
    yield from imbalance(classes)
    yield from similar_names(sorted(row.name for row in classes if row.total))
    photos = _used(database, "label", [row.name for row in classes if 0 < row.total < FEW])
    yield from too_few(photos)
    if is_checked:
        yield from few_photos(photos)


def _used(database: Database, column: str, values: Collection[str]) -> list[Photo]:
    """The used photos with one of these `values`, by path."""
    if not values:
        return []
    query = (
        "SELECT path, label, split, root, family FROM photos WHERE here = 1 AND excluded = 0 "
        f"AND {column} IN (SELECT value FROM json_each(?)) ORDER BY +path, root"  # "+": found by the column, then sorted
    )
    rows = database.rows(query, tuple[str, str, Split, str, str], (as_json(list(values)).decode(),))
    return [photo(*row) for row in rows]


def photo(path: str, label: str, split: Split, root: str, group: str) -> Photo:
    """Raises Unreadable."""
    if not may_be_path(path):
        raise Unreadable("a name that no file can have")
    return Photo(path, label, split, root, group)
