"""What a plan would lead to, from the very split training would use: numbers, groups, and what would still leak."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from cnn_desktop.dataset.groups import folder_levels, groups_of, join, members
from cnn_desktop.dataset.leaks import leaks
from cnn_desktop.dataset.split import counts, splits_by
from cnn_desktop.domain.photos import Photo, Split
from cnn_desktop.domain.split_plan import Example, SplitPlan, SplitPreview

_EXAMPLES, _LEAKS = 4, 200


def preview(
    photos: Sequence[Photo],
    plan: SplitPlan,
    clusters: Sequence[Sequence[int]] | None = None,
    given: Sequence[Split | None] | None = None,
    classes: Sequence[str] = (),
    training: Iterable[int] = (),
) -> SplitPreview:
    """As `split_by`; clusters None: nobody has looked for near copies yet. Raises UsageError as it does."""
    splits = splits_by(photos, plan, clusters or (), given, training)
    groups = groups_of(photos, plan)
    found = members(groups)
    leaking = leaks(photos, members(join(groups, clusters or ())).values(), splits)
    first = list(itertools.islice(leaking, _LEAKS))
    return SplitPreview(
        counts=counts(photos, classes, splits),
        groups=len(found),
        alone=groups.count(""),
        examples=_examples(photos, groups, found),
        leaks=first,
        leak_count=len(first) + sum(1 for _ in leaking),
        levels=folder_levels(photos),
        has_column=any(photo.group for photo in photos),
        given=sum(split is not None for split in given or ()),
        clusters=None if clusters is None else len(clusters),
    )


def _examples(photos: Sequence[Photo], groups: Sequence[str], found: dict[str, list[int]]) -> list[Example]:
    """Of the first group two photos, which show what it is, one of others, and one that is in none."""
    rows = [row for number, own in enumerate(found.values()) for row in own[: 1 if number else 2]][:_EXAMPLES]
    if found and "" in groups:
        rows = [*rows[: _EXAMPLES - 1], groups.index("")]
    return [Example(photos[row].path, groups[row]) for row in rows]
