"""Photos and what a model said of them: what is kept of each, and how the page of a folder shows it."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from cnn_desktop.domain.decoding import Count, Share
from cnn_desktop.domain.jobs.predict import Predicted
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photos import Split
from cnn_desktop.domain.unknown import Why


class AnsweredPhoto(msgspec.Struct, frozen=True):
    """One photo, as the page of a folder shows it."""

    path: str
    """Absolute; bytes that are no text as `os.fsdecode` keeps them."""
    below: str
    """Below the folder that was opened, "/" between folders; the file's name where it was opened itself. Fit to be shown."""
    predicted: str = ""
    """The class; "": there is no answer."""
    confidence: Share = 0.0
    unknown: bool | None = None
    """Whether the model does not know it; None: that was not judged."""
    reason: Message | None = None
    """Why there is no answer, or why it is unknown."""
    label: str | None = None
    """Its class in the open project; None: it is not of that, or has none."""
    right: bool | None = None
    """Whether that is the model's; None: not known, or not to be told yet."""
    sealed: bool = False
    """A test photo of the open project, whose label is not shown yet."""
    is_new: bool = False
    """It came while the folder was watched."""


class AnswerCounts(msgspec.Struct, frozen=True):
    """Of all photos in a table of answers."""

    total: Count = 0
    answered: Count = 0
    unknown: Count = 0
    unread: Count = 0
    """Those that could not be read."""
    known: Count = 0
    """Those whose label is known and may be told."""
    right: Count = 0
    trained: Count = 0
    """Of the known ones those that the model was trained on."""
    sealed: Count = 0
    """Test photos of the open project whose label is not shown yet."""
    new: Count = 0
    """Those that came while the folder was watched."""


class KnownPhoto(msgspec.Struct, frozen=True):
    """What the open project knows of a photo."""

    label: str
    split: Split | None


class Answer(msgspec.Struct, frozen=True):
    """What is kept of one photo."""

    path: str
    shares: list[Share]
    """Probability of each class, in the model's order; empty: there is no answer."""
    unknown: bool | None = None
    reason: Message | None = None
    familiar: Share | None = None
    """How usual its distance from the training photos is (see `Predicted`); None: not known."""
    checked: Count = 0
    """Validation photos that tell it."""


_WHY: Mapping[Why, Message] = {
    "far": say("It is unlike the photos the model was trained on."),
    "unsure": say("The model is less sure than you ask for."),
}


def answer_of(event: Predicted, classes: dict[str, int]) -> Answer:
    """`classes`: place of each of the model's classes."""
    shares = [0.0] * len(classes)
    for score in event.scores:
        if score.name in classes:
            shares[classes[score.name]] = score.probability
    return Answer(event.path, shares, event.unknown, words_of(event.why), event.familiar, event.checked)


def words_of(why: Why) -> Message | None:
    """Why a photo is unknown; None: it is not."""
    return _WHY.get(why)
