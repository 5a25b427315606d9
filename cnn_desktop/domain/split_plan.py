"""How the photos of a project are shared out: shares, seed and what belongs together. And what a plan would lead to."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from cnn_desktop.domain.decoding import Unreadable, from_json
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.name_pattern import check_pattern
from cnn_desktop.domain.photos import SPLITS, ClassCount, Level, Split
from cnn_desktop.domain.text_out import as_json

Percent = Annotated[int, msgspec.Meta(ge=0, le=100)]
Percents = tuple[Percent, Percent, Percent]
"""Of training, validation, test; together 100."""
GroupBy = Literal["none", "folder", "name", "column"]
"""What tells a photo's group: nothing, a folder it lies in, a part of its file name, a column of the table."""
WHOLE = 100
LEAST_TRAINING = 10
"""Percent: with fewer training photos there is nothing to learn from."""
DEEPEST = 64
"""Folders below one another that are looked at."""


class SplitPlan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Leads to the same split on every computer."""

    seed: Annotated[int, msgspec.Meta(ge=-(10**15), le=10**15)] = 0
    percents: Percents = (70, 15, 15)
    group_by: GroupBy = "none"
    level: Annotated[int, msgspec.Meta(ge=1, le=DEEPEST)] = 1
    """Of the folder that is the group; 1: right inside the root."""
    pattern: str = "(*)_*"
    """Of the file name, see `name_pattern`."""
    keep_given: bool = True
    """The split that the folders or the table give stays."""

    @property
    def shares(self) -> tuple[float, float, float]:
        """Of training, validation, test, 0..1."""
        train, val, test = self.percents
        return train / WHOLE, val / WHOLE, test / WHOLE

    def check(self) -> None:
        """Raises UsageError that names the field at fault."""
        if sum(self.percents) != WHOLE or min(self.percents) < 0:
            raise UsageError("The shares must add up to 100 %.", field="percents")
        if self.percents[0] < LEAST_TRAINING:
            raise UsageError(
                "At least {n} % of the photos must be training photos.", field="percents", n=LEAST_TRAINING
            )
        if self.group_by == "folder" and not 1 <= self.level <= DEEPEST:
            raise UsageError("There is no such folder level. Choose one of the list.", field="level")
        if self.group_by == "name":
            check_pattern(self.pattern)


def plan_as_text(plan: SplitPlan) -> str:
    """JSON, to be kept with the project."""
    return as_json(plan).decode()


def plan_from_text(text: str) -> SplitPlan:
    """What `plan_as_text` wrote. Raises Unreadable, also for a plan that nothing can follow."""
    plan = from_json(text, SplitPlan)
    try:
        plan.check()
    except UsageError as error:
        raise Unreadable(str(error)) from error
    return plan


def with_percent(percents: Percents, split: Split, wanted: int) -> Percents:
    """`percents` with `wanted` for `split`; the other two give or take, in their proportion, and all stay 100 together."""
    place, parts = SPLITS.index(split), list(percents)
    least = LEAST_TRAINING if place == 0 else 0
    most = WHOLE - (0 if place == 0 else LEAST_TRAINING)
    wanted = min(most, max(least, wanted))
    one, other = (at for at in range(3) if at != place)
    left, had = WHOLE - wanted, parts[one] + parts[other]
    share = (2 * left * parts[one] + had) // (2 * had) if had else left // 2
    floor = LEAST_TRAINING if one == 0 else 0
    parts[place], parts[one] = wanted, max(floor, share)
    parts[other] = left - parts[one]
    return parts[0], parts[1], parts[2]


class Example(msgspec.Struct, frozen=True):
    """A photo, and the group it is in by the plan; "" where it is in none."""

    path: str
    group: str


class Side(msgspec.Struct, frozen=True):
    """A photo and the part it lies in."""

    path: str
    root: str
    split: Split


class Leak(msgspec.Struct, frozen=True):
    """Two photos that belong together and lie in different parts."""

    one: Side
    other: Side


class SplitPreview(msgspec.Struct, frozen=True, kw_only=True):
    """What a plan leads to. All numbers are those training would use."""

    counts: list[ClassCount] = []
    """In the order of the classes."""
    groups: int = 0
    """How many groups the plan finds, also of one photo."""
    alone: int = 0
    """Photos that are in none."""
    examples: list[Example] = []
    """A few photos, of different groups where there are such; last one without a group, if there is one."""
    leaks: list[Leak] = []
    """The first ones."""
    leak_count: int = 0
    levels: list[Level] = []
    """Folders that could be the groups."""
    has_column: bool = False
    """Some photos have a group by their table."""
    given: int = 0
    """Photos whose folder or table says their part."""
    clusters: int | None = None
    """Groups of copies and near copies that are kept together; None: nobody has looked for near copies yet."""
