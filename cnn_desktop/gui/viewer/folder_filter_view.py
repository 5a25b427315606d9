"""What the bar above the photos of a folder offers and shows, as a pure function of what is asked for and what is there."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from cnn_desktop.domain.answer_filter import ANSWER_SORT_KEYS, SHOWN, AnswerFilter, AnswerSort, AnswerSortKey, Shown
from cnn_desktop.domain.message import Message, say
from cnn_desktop.gui.kit.paths import cut
from cnn_desktop.gui.kit.words import QT_WORDS, tr

SHOWN_WORDS: dict[Shown, Message] = {
    "all": say("All answers"), "sure": say("Known classes"), "unknown": say("Unknown"), "right": say("Right"),
    "wrong": say("Wrong"), "unread": say("Unreadable"), "new": say("New"),
}  # fmt: skip
SORT_WORDS: dict[AnswerSortKey, Message] = {
    "found": say("Folder order"), "name": say("Name"), "class": say("Class"), "confidence": say("Confidence"),
    "unknown": say("Unknown"), "label": say("Label"), "right": say("Right or wrong"),
}  # fmt: skip
BELOW = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
"""Confidences to choose from."""
_NAME = 40
"""Letters of a class in its box."""

Choice: TypeAlias = tuple[str, object]


class FilterView(msgspec.Struct, frozen=True):
    """Everything the bar shows: what is chosen, and of each box its lines."""

    wanted: AnswerFilter = AnswerFilter()
    order: AnswerSort = AnswerSort()
    classes: tuple[Choice, ...] = ()
    shown: tuple[Choice, ...] = ()
    below: tuple[Choice, ...] = ()
    sorts: tuple[Choice, ...] = ()
    direction: str = ""


def filter_view(
    wanted: AnswerFilter,
    order: AnswerSort,
    classes: tuple[str, ...],
    has_unknown: bool,
    has_labels: bool,
    has_new: bool,
) -> FilterView:
    """`has_…`: some of the photos are unknown, have a known label, came while their folder was watched. What is chosen is offered too."""
    hidden = {
        *(() if has_unknown else ("unknown", "sure")),
        *(() if has_labels else ("right", "wrong")),
        *(() if has_new else ("new",)),
    }
    unsorted = {*(() if has_unknown else ("unknown",)), *(() if has_labels else ("label", "right"))}
    return FilterView(
        wanted,
        order,
        classes=((tr("All classes"), None), *((cut(name, _NAME), name) for name in classes)),
        shown=tuple(
            (SHOWN_WORDS[one].render(QT_WORDS), one) for one in SHOWN if one not in hidden or one == wanted.show
        ),
        below=((tr("Any confidence"), None), *((tr("Below {p:.0%}", p=one), one) for one in BELOW)),
        sorts=tuple(
            (SORT_WORDS[one].render(QT_WORDS), one)
            for one in ANSWER_SORT_KEYS
            if one not in unsorted or one == order.by
        ),
        direction=tr("Descending order") if order.descending else tr("Ascending order"),
    )


def sorted_again(order: AnswerSort, key: AnswerSortKey) -> AnswerSort:
    """After a click on a column: the other way round when it is sorted so already; then as they were found again."""
    if order.by != key:
        return AnswerSort(key)
    return AnswerSort() if order.descending else AnswerSort(key, descending=True)
