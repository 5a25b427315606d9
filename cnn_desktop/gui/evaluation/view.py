"""What the Evaluation tab shows, as a pure function of the facts; and which photos of a report are shown together."""

from __future__ import annotations

from typing import Literal

import msgspec

from cnn_desktop.domain.cleaned import Cleaned
from cnn_desktop.domain.report import PhotoResult, Report
from cnn_desktop.gui.kit.words import QT_WORDS, tr


class Facts(msgspec.Struct, frozen=True):
    """What the view is made from."""

    run: str = ""
    """Id of the training that a test would judge; "" when nothing is trained yet."""
    test_photos: int = 0
    looks: int = 0
    """How often its test photos were looked at."""
    report: Report | None = None
    """The newest of that run."""
    is_testing: bool = False
    failure: str = ""
    """Why the last test failed, in one sentence; "" when it did not."""
    cleaned: Cleaned | None = None
    """What cleaning the labels has brought, when that run is one of the two compared."""


class Empty(msgspec.Struct, frozen=True):
    """In place of a report: an icon, a sentence, a button ("" hides it) and more words."""

    icon: str
    text: str
    button: str = ""
    caption: str = ""
    tone: Literal["muted", "bad"] = "muted"
    action: Literal["train", "test"] = "train"
    """What the button is for."""


class MixUp(msgspec.Struct, frozen=True):
    """Photos of class `true` that were called `predicted`; both are places in the report's classes."""

    true: int
    predicted: int
    count: int
    total: int
    """Photos of class `true`."""
    name: str
    called: str
    """The two classes' names."""


class View(msgspec.Struct, frozen=True):
    """Everything the tab shows, apart from how far a running test is."""

    page: Literal["empty", "busy", "report"]
    title: str
    subtitle: str
    empty: Empty
    report: Report | None
    mix_ups: list[MixUp]
    primary: str
    """The button's text; "" hides it."""
    action: Literal["test", "classify"]
    """What it is for."""
    again: str
    """Text of the quiet button that tests once more; "" hides it."""
    may_test: bool
    note: str


def view(facts: Facts) -> View:
    """The tab for `facts`."""
    report = facts.report
    is_shown = report is not None and not (facts.is_testing or facts.failure)
    pairs = mix_ups(report) if report else []
    first = tr("&Test on {n} {n:photo|photos}", n=facts.test_photos)
    again = tr("&Test again on {n} {n:photo|photos}", n=facts.test_photos)
    return View(
        page="busy" if facts.is_testing else "report" if is_shown else "empty",
        title=tr("{p:.1%} right", p=report.accuracy) if report and is_shown else tr("Evaluation"),
        subtitle=_findings(report, pairs, facts.cleaned) if report and is_shown else "",
        empty=_empty(facts),
        report=report,
        mix_ups=pairs,
        primary=(tr("Classify &new photos") if is_shown else again if report else first) if facts.run else "",
        action="classify" if is_shown else "test",
        again=again if is_shown and facts.run else "",
        may_test=not facts.is_testing and facts.test_photos > 0,
        note=looks_text(facts.looks) if facts.run else "",
    )


def _interval(report: Report) -> str:
    low, high, n = report.accuracy_low, report.accuracy_high, report.n
    if report.data:
        return tr(
            "Between {low:.1%} and {high:.1%}, measured on {n} {n:photo|photos} in {folder}",
            low=low, high=high, n=n, folder=report.data,
        )  # fmt: skip
    if report.seen:
        return tr("Between {low:.1%} and {high:.1%}, measured on {n} {n:photo|photos}", low=low, high=high, n=n)
    return tr(
        "Between {low:.1%} and {high:.1%}, measured on {n} {n:photo|photos} never used for training",
        low=low, high=high, n=n,
    )  # fmt: skip


def _findings(report: Report, pairs: list[MixUp], cleaned: Cleaned | None) -> str:
    """How sure the figure is, what cleaning the labels brought, and the most frequent mistake, when there is one worth saying."""
    said = [_interval(report)]
    if cleaned:
        said.append(f"{cleaned.message().render(QT_WORDS)} {cleaned.verdict().render(QT_WORDS)}")
    if caveats := report.caveats():
        said += [one.render(QT_WORDS) for one in caveats]
    elif pairs and pairs[0].count > 1:
        worst = pairs[0]
        said.append(
            tr(
                "Most common mistake: “{true}” taken for “{predicted}” ({n} of {total} {total:photo|photos}).",
                true=worst.name, predicted=worst.called, n=worst.count, total=worst.total,
            )
        )  # fmt: skip
    return "\n".join(said)


def _empty(facts: Facts) -> Empty:
    if facts.failure:
        return Empty("error", facts.failure, tr("Test &again"), tone="bad", action="test")
    if not facts.run:
        return Empty(
            "evaluation",
            tr("There is no trained model yet."),
            tr("&Go to Training"),
            tr("Once you have trained a model, you can see here how good it is with photos it has never seen."),
        )
    if facts.test_photos == 0:
        return Empty(
            "evaluation",
            tr("This training run has no test photos."),
            caption=tr("Add photos, or put some into a folder named “test”, then train again."),
        )
    return Empty(
        "test",
        tr("{n} {n:photo is|photos are} ready to test the model.", n=facts.test_photos),
        caption=tr(
            "Test photos are set aside before training. The more often you test on them, the less the result tells you."
        ),
    )


def mix_ups(report: Report) -> list[MixUp]:
    """Every pair of classes that was taken for each other, the most frequent first."""
    found = [
        MixUp(true, predicted, count, sum(row), report.classes[true], report.classes[predicted])
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


def why_not_labelled() -> str:
    """Who relabels test photos with the model's answer in view makes the test agree with the model."""
    return tr("Test labels change only by a second opinion in the Labels step.")


def looks_text(looks: int) -> str:
    """How often the test photos were looked at; more than once weakens what they say."""
    if looks <= 0:
        return ""
    if looks == 1:
        return tr("You have tested on these photos once.")
    if looks <= 3:
        return tr("You have tested on these photos {n} times.", n=looks)
    return tr(
        "You have tested on these photos {n} times. Choosing settings by the result makes it look better than it is.",
        n=looks,
    )


def cell_text(report: Report, true: int, predicted: int) -> str:
    """One field of the matrix as a sentence."""
    count, total = report.confusion[true][predicted], sum(report.confusion[true])
    name, other = report.classes[true], report.classes[predicted]
    if not total:
        return tr("There are no test photos of “{true}”.", true=name)
    if not count and true == predicted:
        return tr(
            "{total:The only test photo|None of the {total} test photos} of “{true}” was {total:not "
            "recognised|recognised}.",
            total=total,
            true=name,
        )
    if not count:
        return tr(
            "{total:The only test photo|None of the {total} test photos} of “{true}” was {total:not "
            "classified|classified} as “{predicted}”.",
            total=total, true=name, predicted=other,
        )  # fmt: skip
    return tr(
        "{n} of {total} {total:photo|photos} of “{true}” {n:was|were} classified as “{predicted}”",
        n=count, total=total, true=name, predicted=other,
    )  # fmt: skip
