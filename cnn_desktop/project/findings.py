"""What was found in a project's photos, as it is now: since then they were relabelled, excluded, moved to other splits."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from cnn_desktop.dataset.checks.classes import FEW, few_photos, follows_from_classes, imbalance, similar_names, too_few
from cnn_desktop.dataset.checks.copy_findings import COPIES, findings_of_copies
from cnn_desktop.dataset.groups import TOGETHER
from cnn_desktop.dataset.leaks import count_leaks, leak_of
from cnn_desktop.domain.decoding import Unreadable
from cnn_desktop.domain.photos import SPLITS, ClassCount, Finding, LeakCount, Photo, Split, may_be_path
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.project.database import Database
from cnn_desktop.project.query import AMONG, as_places
from cnn_desktop.project.splitting import SHOWN, SPLIT_NOW, USED


def findings_now(
    database: Database,
    told: Sequence[Finding],
    classes: Sequence[ClassCount],
    is_checked: bool,
    cut: list[list[Photo]],
) -> list[Finding]:
    """`told`, with what copies and classes mean now in place of what they meant then; `cut`: groups in several splits.

    So what follows from labels, splits, classes and exclusions is never outdated; what was seen in the photos themselves is
    told as the check has found it. Raises Unreadable, DataError.
    """
    total: dict[Split | None, int] = {split: sum(row.of(split) for row in classes) for split in SPLITS}
    named = _named(database, {key for one in told if one.kind in TOGETHER for key in one.photos})
    return [
        *findings_of_copies(told, named, total, cut),
        *_of_classes(database, classes, is_checked),
        *(one for one in told if one.kind not in COPIES and not follows_from_classes(one)),
    ]  # fmt: skip


def leak_count(database: Database, findings: Sequence[Finding]) -> LeakCount | None:
    """What `findings` (as they are now) tell of photos on two sides of the split, together. Raises Unreadable, DataError."""
    leak = leak_of(findings)
    return count_leaks(leak, _named(database, leak.photos)) if leak else None


def set_aside(database: Database, findings: Sequence[Finding]) -> frozenset[str]:
    """Of the photos that `findings` (as they are now) name those that are not there: excluded, left out, or gone."""
    told = (one for one in findings if one.kind not in COPIES and not follows_from_classes(one))
    keys = {key for finding in told for key in finding.photos}
    return frozenset(keys - {photo.key for photo in _named(database, keys)} if keys else ())


def _of_classes(database: Database, classes: Sequence[ClassCount], is_checked: bool) -> Iterator[Finding]:
    yield from imbalance(classes)
    yield from similar_names(sorted(row.name for row in classes if row.total))
    small = [row.name for row in classes if 0 < row.total < FEW]
    photos = (
        _photos(database, f"{USED} AND label IN (SELECT value FROM json_each(?))", as_json(small).decode())
        if small
        else []
    )
    yield from too_few(photos)
    if is_checked:
        yield from few_photos(photos)


def _named(database: Database, keys: Collection[str]) -> list[Photo]:
    """Those of the photos `keys` that a check looks at, by path; what is not labelled is in no split."""
    return _photos(database, f"{SHOWN} AND {AMONG}", as_places(keys))


def _photos(database: Database, condition: str, value: str) -> list[Photo]:
    """The photos for which `condition` holds, by path."""
    query = (  # "+": found by the condition, then sorted
        f"SELECT path, label, {SPLIT_NOW}, root, family FROM photos WHERE {condition} ORDER BY +path, root"
    )
    rows = database.rows(query, tuple[str, str, Split | None, str, str], (value,))
    return [photo(*row) for row in rows]


def photo(path: str, label: str, split: Split | None, root: str, group: str, number: int = 0) -> Photo:
    """Raises Unreadable."""
    if not may_be_path(path):
        raise Unreadable("a name that no file can have")
    return Photo(path, label, split, root, group, number)
