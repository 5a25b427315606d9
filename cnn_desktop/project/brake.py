"""The brake: a test measures nothing once its labels follow the model, so test photos change only by blind review.

It holds for whoever asks: the grid, menus, keys, the review. Undo, classes that get another name, the folder's own word and
photos that never had a label are no relabelling. In the review, which shows what the model thinks, photos that check the
training are spared the model's own suggestion, too.
"""

from __future__ import annotations

import sqlite3

from cnn_desktop.domain.decisions import Kind
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photos import Split

TESTS = "split = 'test' AND label <> ''"
"""Condition: what keeps its label, also while it is excluded, or missing."""
_TEST = say(
    "Test photos measure the model, so their labels change only by a second opinion. Open “Second opinion” "
    "in the Labels step."
)
_SUGGESTED = say(
    "Validation photos check the training, so the model’s own suggestion is not taken for them: the model would "
    "mark its own work. Open “Second opinion” in the Labels step for these photos."
)


def hold_back(db: sqlite3.Connection) -> int:
    """Takes the test photos out of the table `chosen` (id, label): how many of them would have got another label.

    Raises UsageError when nothing else would have.
    """
    query = f"SELECT count(*) FROM temp.chosen CROSS JOIN photos USING (id) WHERE label <> value AND {TESTS}"
    (left,) = db.execute(query).fetchone()
    if left:
        db.execute(
            f"DELETE FROM temp.chosen WHERE id IN (SELECT id FROM temp.chosen CROSS JOIN photos USING (id) WHERE {TESTS})"
        )
        query = "SELECT 1 FROM temp.chosen CROSS JOIN photos USING (id) WHERE label <> value LIMIT 1"
        if not db.execute(query).fetchone():
            raise UsageError(_TEST.text)
    return int(left)


def refusal(kind: Kind, split: Split | None) -> Message | None:
    """Why a photo of this split may not be decided so by somebody who sees what the model thinks; None: it may."""
    if split == "test" and kind in ("suggested", "other", "exclude"):
        return _TEST
    if split == "val" and kind in ("suggested", "exclude"):
        return _SUGGESTED
    return None


def left_words(n: int) -> Message:
    """What is said when `n` test photos of those picked were left."""
    return say(
        "{n} test {n:photo keeps its label|photos keep their labels}: test photos measure the model. Their labels "
        "change only by a second opinion: open “Second opinion” in the Labels step.",
        n=n,
    )


def spared_words(n: int) -> Message:
    """What is said when `n` test and validation photos of those picked in the review were left."""
    return say(
        "{n} test and validation {n:photo was|photos were} left as {n:it is|they are}: the model would mark its own work. "
        "Open “Second opinion” in the Labels step for {n:it|them}.",
        n=n,
    )
