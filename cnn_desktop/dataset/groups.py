"""Which photos belong together: by a folder, by their names, by a column of the table, and because they show the same."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from cnn_desktop.domain.name_pattern import group_in
from cnn_desktop.domain.photos import Finding, FindingKind, Level, Photo
from cnn_desktop.domain.split_plan import DEEPEST, SplitPlan

TOGETHER: tuple[FindingKind, ...] = ("exact_duplicate", "near_duplicate")
"""Findings whose groups of photos are on one side of the split."""
_NAMED = 3
"""So many folders of a level are named."""


def groups_of(photos: Iterable[Photo], plan: SplitPlan) -> list[str]:
    """Of each photo what `grouping` says. Raises UsageError for a pattern that is not sound."""
    return list(map(grouping(plan), photos))


def grouping(plan: SplitPlan) -> Callable[[Photo], str]:
    """Tells a photo's group by `plan`; "" for one that is in none, so it goes where it likes.

    A folder of the same name in two classes, or a name that occurs in both, is one group: it is the same patient, plant or
    film. What it returns raises UsageError for a pattern that is not sound.
    """
    names: dict[str, str] = {}  # one string for all photos of a group

    def group_of(photo: Photo) -> str:
        if plan.group_by == "folder":
            found = _folder(photo.path, plan.level)
        elif plan.group_by == "name":
            found = group_in(photo.path.rpartition("/")[2], plan.pattern)
        elif plan.group_by == "column":
            found = photo.group
        else:
            return ""
        name = _cleaned(found)
        return names.setdefault(name, name)

    return group_of


def join(groups: Sequence[str], clusters: Iterable[Sequence[int]]) -> list[str]:
    """`groups` of which those that share a cluster are one, so that no cluster is ever cut.

    clusters: row numbers of photos that show the same. A photo without a group that is in a cluster gets one, named after
    nobody: it begins with a NUL, which no group does.
    """
    clusters = list(clusters)
    if not (clusters or any(groups)):
        return list(groups)
    parent = list(range(len(groups)))
    first_of: dict[str, int] = {}
    for row, group in enumerate(groups):
        if group:
            parent[row] = first_of.setdefault(group, row)
    together = set()
    for cluster in clusters:
        for row in cluster:
            one, other = sorted((_top(parent, cluster[0]), _top(parent, row)))
            parent[other] = one
            together.add(row)
    tops = [_top(parent, row) for row in range(len(groups))]
    names: dict[int, str] = {}
    for top, group in zip(tops, groups, strict=True):
        if group:
            names[top] = min(group, names.get(top, group))
    in_clusters = {tops[row] for row in together}
    return [names.get(top) or (f"\0{top}" if top in in_clusters else "") for top in tops]


def clusters_of(
    photos: Iterable[Photo], findings: Iterable[Finding], kinds: Collection[FindingKind] = TOGETHER
) -> list[list[int]]:
    """Row numbers of the photos that belong together by what findings of these kinds tell; two and more each."""
    groups: dict[tuple[FindingKind, int], list[int]] = defaultdict(list)
    rows: dict[str, list[int]] = defaultdict(list)
    of_kind = [finding for finding in findings if finding.kind in kinds]
    keys = {key for finding in of_kind for key in finding.photos}
    if keys:
        for number, photo in enumerate(photos):
            if photo.key in keys:
                rows[photo.key].append(number)
    for finding in of_kind:
        for key, group in zip(finding.photos, finding.group, strict=False):
            groups[finding.kind, group] += rows.get(key, [])
    return [found for found in groups.values() if len(found) > 1]


def members(groups: Sequence[str]) -> dict[str, list[int]]:
    """Of each group its row numbers, in order."""
    found: dict[str, list[int]] = defaultdict(list)
    for row, group in enumerate(groups):
        if group:
            found[group].append(row)
    return dict(found)


def folder_levels(photos: Iterable[Photo]) -> list[Level]:
    """The levels of folders, from the first that tells photos apart on: at least two names."""
    names: dict[int, set[str]] = defaultdict(set)
    for folder in {photo.path.rpartition("/")[0] for photo in photos}:
        for number, name in enumerate(folder.split("/")[:DEEPEST] if folder else [], 1):
            names[number].add(_cleaned(name))
    return [
        Level(number, sorted(found)[:_NAMED], len(found)) for number, found in sorted(names.items()) if len(found) > 1
    ]


def _folder(path: str, level: int) -> str:
    """Name of the folder `level` folders below the root; "" for a photo that does not lie that deep."""
    parts = path.split("/")
    return parts[level - 1] if level < len(parts) else ""


def _cleaned(group: str) -> str:
    return unicodedata.normalize("NFC", group).replace("\0", "").strip()


def _top(parent: list[int], row: int) -> int:
    for above in _way(parent, row):
        parent[row], row = parent[above], above
    return row


def _way(parent: list[int], row: int) -> Iterator[int]:
    while parent[row] != row:
        row = parent[row]
        yield row
