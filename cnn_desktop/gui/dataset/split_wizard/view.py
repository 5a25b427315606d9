"""What the split wizard shows, as a pure function of the plan and of what it leads to. No Qt."""

from __future__ import annotations

import msgspec

from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photos import ClassCount, Level
from cnn_desktop.domain.split_plan import Example, GroupBy, Leak, Percents, SplitPlan, SplitPreview
from cnn_desktop.gui.kit.paths import cut

METHODS: tuple[GroupBy, ...] = ("none", "folder", "name", "column")
_NAMED, _LETTERS = 3, 14
"""So many classes are named in a note, so many letters shown of a folder."""
_EXPLAINED: dict[GroupBy, Message] = {
    "none": say("Every photo counts on its own. This is right when the photos were taken independently of each other."),
    "folder": say("Photos in the same folder stay together, such as those of one patient or one day."),
    "name": say(
        "Photos whose names share a part stay together. Put that part in parentheses. * stands for any text, # for a "
        "number, ? for one character."
    ),
    "column": say("Photos with the same entry in the group column of the table stay together."),
}


class Facts(msgspec.Struct, frozen=True):
    """What the view is made from."""

    plan: SplitPlan = SplitPlan()
    """As it is chosen now."""
    preview: SplitPreview | None = None
    """The newest there is; None before the first."""
    previewed: SplitPlan | None = None
    """The plan it is of."""


class Method(msgspec.Struct, frozen=True):
    """A way to tell what stays together."""

    name: Message
    why_not: Message | None = None
    """Why it cannot be chosen here."""


class Row(msgspec.Struct, frozen=True):
    """An example: what is shown of its path, and what group it is in."""

    name: str
    path: str
    group: Message


class View(msgspec.Struct, frozen=True):
    """Everything the wizard shows."""

    methods: list[Method]
    """In the order of METHODS."""
    method: int
    explanation: Message
    levels: list[Message]
    """To choose from while photos are grouped by folder."""
    level_numbers: list[int]
    level: int
    """Place of the chosen one, -1 for none."""
    pattern: str
    problem: Message | None
    """What is wrong with the plan, which can only be the pattern."""
    found: Message | None
    """How many groups there are."""
    examples: list[Row]
    percents: Percents
    keeps_given: bool
    given: Message | None
    """How much the folders or the table say about the split; None: nothing."""
    rows: list[ClassCount]
    total: ClassCount
    notes: list[Message]
    leak: Message | None
    pairs: list[Leak]
    primary: Message
    ready: bool
    hint: Message | None
    """Why it is not ready, if nothing else says so."""


def view(facts: Facts) -> View:
    """The wizard for `facts`."""
    plan, shown = facts.plan, facts.preview or SplitPreview()
    problem = _problem(plan)
    is_current = facts.preview is not None and facts.previewed == plan
    numbers = [level.number for level in shown.levels]
    is_grouped = plan.group_by != "none" and is_current and problem is None
    total = ClassCount("", *(sum(row.of(split) for row in shown.counts) for split in ("train", "val", "test")))
    return View(
        methods=_methods(shown, is_known=facts.preview is not None),
        method=METHODS.index(plan.group_by),
        explanation=_EXPLAINED[plan.group_by],
        levels=[_level(level) for level in shown.levels],
        level_numbers=numbers,
        level=numbers.index(plan.level) if plan.level in numbers else -1,
        pattern=plan.pattern,
        problem=problem,
        found=_found(shown) if is_grouped else None,
        examples=[_example(example, plan) for example in shown.examples] if is_grouped else [],
        percents=plan.percents,
        keeps_given=plan.keep_given,
        given=_given(shown.given),
        rows=shown.counts,
        total=total,
        notes=_notes(plan, shown) if is_current else [],
        leak=_leak(shown, plan) if is_current and shown.leak_count else None,
        pairs=shown.leaks if is_current else [],
        primary=say("S&plit {n} {n:photo|photos}", n=total.total) if total.total else say("S&plit"),
        ready=is_current and problem is None and total.total > 0,
        hint=None if is_current or problem else say("Counting photos…"),
    )


def with_method(facts: Facts, method: GroupBy) -> SplitPlan:
    """The plan with another way to tell groups; by folder: the deepest level, as the first ones are mostly the classes."""
    plan = msgspec.structs.replace(facts.plan, group_by=method)
    numbers = [level.number for level in facts.preview.levels] if facts.preview else []
    if method == "folder" and numbers and plan.level not in numbers[1:]:
        plan = msgspec.structs.replace(plan, level=numbers[-1])
    return plan


def _problem(plan: SplitPlan) -> Message | None:
    try:
        plan.check()
    except UsageError as error:
        return error.message
    return None


def _methods(shown: SplitPreview, is_known: bool) -> list[Method]:
    no_folders = say("All photos are in the same folder.") if is_known and not shown.levels else None
    no_column = say("The photos did not come from a table with a group column.") if not shown.has_column else None
    return [
        Method(say("&None")), Method(say("&Folder"), no_folders), Method(say("File n&ame")),
        Method(say("Ta&ble column"), no_column),
    ]  # fmt: skip


def _level(level: Level) -> Message:
    names = ", ".join(cut(name, _LETTERS) for name in level.names) + (", …" if level.count > len(level.names) else "")
    return say("Level {number}: {names} ({n} {n:folder|folders})", number=level.number, names=names, n=level.count)


def _found(shown: SplitPreview) -> Message:
    if not shown.groups:
        return say("No groups found. Every photo counts on its own.")
    if not shown.alone:
        return say("{n} {n:group|groups}", n=shown.groups)
    return say(
        "{n} {n:group|groups}. {alone} {alone:photo fits|photos fit} none and {alone:counts on its|count on their} own.",
        n=shown.groups, alone=shown.alone,
    )  # fmt: skip


def _example(example: Example, plan: SplitPlan) -> Row:
    name = example.path if plan.group_by == "folder" else example.path.rpartition("/")[2]
    group = say("{group}", group=example.group) if example.group else say("no group")
    return Row(name, example.path, group)


def _given(given: int) -> Message | None:
    if not given:
        return None
    return say("The folders or the table say where {n} {n:photo belongs|photos belong}.", n=given)


def _notes(plan: SplitPlan, shown: SplitPreview) -> list[Message]:
    notes = []
    for name, percent, split in (("val", plan.percents[1], "validation"), ("test", plan.percents[2], "test")):
        without = [row.name for row in shown.counts if row.total and percent and not getattr(row, name)]
        if without:
            notes.append(_without(without, split, is_grouped=plan.group_by != "none" or bool(shown.clusters)))
    if shown.clusters:
        notes.append(say("{n} {n:set|sets} of copies and near copies {n:is|are} kept together.", n=shown.clusters))
    elif shown.clusters is None:
        notes.append(
            say("Near copies have not been looked for yet. Check the photos first, so that they are kept together.")
        )
    return notes


def _without(classes: list[str], split: str, is_grouped: bool) -> Message:
    names = ", ".join(f"“{name}”" for name in classes[:_NAMED]) + (", …" if len(classes) > _NAMED else "")
    facts: dict[str, str | int] = {"n": len(classes), "names": names}
    if split == "test" and is_grouped:
        return say("{n} {n:class has|classes have} no test photos because there are too few groups: {names}.", **facts)
    if split == "test":
        return say("{n} {n:class has|classes have} no test photos because there are too few photos: {names}.", **facts)
    if is_grouped:
        return say(
            "{n} {n:class has|classes have} no validation photos because there are too few groups: {names}.", **facts
        )
    return say(
        "{n} {n:class has|classes have} no validation photos because there are too few photos: {names}.", **facts
    )


def _leak(shown: SplitPreview, plan: SplitPlan) -> Message:
    if plan.keep_given and shown.given:
        return say(
            "{n} {n:pair|pairs} of photos that belong together {n:is|are} in different parts, so the test would look "
            "better than it is. The folders or the table say so: stop keeping their split, or exclude one of each pair.",
            n=shown.leak_count,
        )
    return say(
        "{n} {n:pair|pairs} of photos that belong together {n:is|are} in different parts, so the test would look "
        "better than it is. Exclude one of each pair.",
        n=shown.leak_count,
    )
