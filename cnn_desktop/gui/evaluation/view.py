"""What the Evaluation tab shows, worked out from a test report. Pure: no Qt widgets."""

from __future__ import annotations

from dataclasses import dataclass

from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.report import PhotoResult, Report


@dataclass(frozen=True)
class EvaluationView:
    """The words on top of the tab."""

    headline: Message
    detail: Message
    advice: Message | None = None
    """The most frequent mistake, when there is one worth saying."""


def evaluation_view(report: Report) -> EvaluationView:
    """Headline and sentences of `report`."""
    never_used = say("on {n} {n:photo|photos} never used for training", n=report.n)
    other = say("on {n} {n:photo|photos} of {folder}", n=report.n, folder=report.data)
    return EvaluationView(
        headline=say("{p:.1%} right", p=report.accuracy),
        detail=say(
            "between {low:.1%} and {high:.1%}, {photos}",
            low=report.accuracy_low,
            high=report.accuracy_high,
            photos=other if report.data else never_used,
        ),
        advice=_commonest_mistake(report),
    )


def _commonest_mistake(report: Report) -> Message | None:
    pairs = mix_ups(report)
    if not pairs or pairs[0].count < 2:
        return None
    worst = pairs[0]
    return say(
        "Most often taken for another: “{true}” for “{predicted}”, {n} of {total} photos.",
        true=report.classes[worst.true],
        predicted=report.classes[worst.predicted],
        n=worst.count,
        total=worst.total,
    )


@dataclass(frozen=True)
class MixUp:
    """Photos of class `true` that were called `predicted`; both are places in the report's classes."""

    true: int
    predicted: int
    count: int
    total: int
    """Photos of class `true`."""


def mix_ups(report: Report) -> list[MixUp]:
    """Every pair of classes that was taken for each other, the most frequent first."""
    found = [
        MixUp(true, predicted, count, sum(row))
        for true, row in enumerate(report.confusion)
        for predicted, count in enumerate(row)
        if true != predicted and count
    ]
    return sorted(found, key=lambda pair: (-pair.count, -pair.count / pair.total))


def photos_of_cell(report: Report, true: int, predicted: int) -> list[PhotoResult]:
    """The photos of class `true` that were called `predicted`, most confident first."""
    names = report.classes[true], report.classes[predicted]
    found = [photo for photo in report.photos if (photo.label, photo.predicted) == names]
    return sorted(found, key=lambda photo: -photo.confidence)


def worst_photos(report: Report, limit: int = 200) -> list[PhotoResult]:
    """Wrong ones with the highest loss first, then the right ones the model was least sure of."""
    wrong = [photo for photo in report.photos if not photo.right]
    right = [photo for photo in report.photos if photo.right]
    return [*wrong, *right][:limit]


def looks_text(looks: int) -> Message | None:
    """How often the test photos were looked at; more than once weakens what they say."""
    if looks <= 0:
        return None
    if looks == 1:
        return say("These test photos have been looked at once.")
    if looks <= 3:
        return say("These test photos have been looked at {n} times.", n=looks)
    return say(
        "These test photos have been looked at {n} times: choosing by them makes the result look better than it is.",
        n=looks,
    )


def cell_text(report: Report, true: int, predicted: int) -> Message:
    """One field of the matrix as a sentence."""
    count, total = report.confusion[true][predicted], sum(report.confusion[true])
    if not total:
        return say("There are no test photos of “{true}”.", true=report.classes[true])
    if not count and true == predicted:
        return say(
            "None of the {total} {total:photo|photos} of “{true}” was recognised.",
            total=total,
            true=report.classes[true],
        )
    if not count:
        return say(
            "None of the {total} {total:photo|photos} of “{true}” was taken for “{predicted}”.",
            total=total,
            true=report.classes[true],
            predicted=report.classes[predicted],
        )
    return say(
        "{n} of {total} photos of “{true}” were called “{predicted}”",
        n=count,
        total=total,
        true=report.classes[true],
        predicted=report.classes[predicted],
    )
