"""What the Viewer tab shows, as a pure function of the facts: one photo, what the model says of it, what its file tells."""

from __future__ import annotations

from pathlib import PurePath

import msgspec

from cnn_desktop.domain.jobs.predict import ClassScore, Predicted
from cnn_desktop.domain.jobs.show_photo import PhotoFile
from cnn_desktop.domain.text_out import as_shown
from cnn_desktop.gui.kit.names import elide_apart
from cnn_desktop.gui.kit.paths import cut, short_path
from cnn_desktop.gui.kit.photo_facts import fact_rows
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.state.known_label import Known
from cnn_desktop.gui.viewer.unknown_view import doubt

TOP = 5
LONGEST_NAME = 48
"""Letters of a class name in the sentence above the bars, which have it too."""


class Facts(msgspec.Struct, frozen=True):
    """What the view is made from."""

    path: str = ""
    """The photo that is looked at; "" for none."""
    place: int = 0
    """Among `total`, from 0."""
    total: int = 0
    file: PhotoFile | None = None
    """Of this photo, once it is read."""
    fault: str = ""
    """Why this photo cannot be shown."""
    has_model: bool = False
    """Something is trained already."""
    alone: tuple[str, tuple[str, ...]] = ("", ())
    """Title and classes of a model that was opened by itself."""
    answer: Predicted | None = None
    """To this photo."""
    failure: str = ""
    """Why the model could not answer, in one sentence."""
    known: Known | None = None
    """What the open project knows of this photo."""
    is_warm: bool = False
    """The model has answered before, so it is loaded."""


class AnswerView(msgspec.Struct, frozen=True):
    """What stands beside the photo."""

    verdict: str
    doubt: str
    """Why the photo is unknown, and what it would be; "" when it is known."""
    instead: str
    """In place of the bars, when no model can answer; "" otherwise."""
    bars: list[ClassScore]
    """The most probable classes."""
    more: str
    """How many others there are."""
    known: str
    """Its label in the open project, and whether that is the answer; "" when it has none."""
    is_loading: bool
    """The model is on its way."""
    facts: list[tuple[str, str]]
    """Name and value of what the file tells, in the order they are shown."""


class View(msgspec.Struct, frozen=True):
    """Everything the tab shows, apart from the photo's pixels."""

    path: str
    """ "" when there is no photo: an invitation in place of everything."""
    title: str
    folder: str
    primary: str
    counter: str
    has_previous: bool
    has_next: bool
    fault_title: str
    fault: str
    """In place of the photo; "" when it can be shown."""
    answer: AnswerView
    question: str
    """The photo that the model should be asked about; "" for none."""


def view(facts: Facts) -> View:
    """The tab for `facts`."""
    path, fault = PurePath(facts.path), facts.fault
    is_open = not (facts.answer or facts.failure or fault)
    return View(
        path=facts.path,
        title=as_shown(path.name) if facts.path else tr("Viewer"),
        folder=short_path(as_shown(str(path.parent)), 90) if facts.path else _tells_apart(*facts.alone),
        primary=tr("&Open photos…") if facts.path else "",
        counter=tr("{n} of {total}", n=facts.place + 1, total=facts.total),
        has_previous=facts.place > 0,
        has_next=facts.place + 1 < facts.total,
        fault_title=tr("{file} cannot be shown.", file=cut(as_shown(path.name), 48)) if fault else "",
        fault=_ending(fault),
        answer=_answer(facts),
        question=facts.path if facts.has_model and is_open else "",
    )


def _tells_apart(model: str, classes: tuple[str, ...]) -> str:
    """What the model that was opened by itself can tell apart."""
    if not model:
        return ""
    names = ", ".join(elide_apart(list(classes[:TOP]), LONGEST_NAME).values())
    more = len(classes) - TOP
    if more > 0:
        names = tr("{names} and {n} more", names=names, n=more)
    return tr("{model} tells apart: {names}", model=model, names=names)


def _answer(facts: Facts) -> AnswerView:
    answer = None if facts.fault else facts.answer
    is_waiting = facts.has_model and not (answer or facts.fault or facts.failure)
    looking = tr("Classifying…") if facts.is_warm else tr("Loading the model…")
    none = tr("No answer") if facts.has_model else tr("No model yet")
    more = max(0, len(answer.scores) - TOP) if answer else 0
    untrained = "" if facts.has_model else tr("Train a model to see here what it makes of your photos.")
    unknown, why = doubt(answer, _first_name(answer)) if answer else ("", "")
    return AnswerView(
        verdict=unknown or (verdict(answer) if answer else looking if is_waiting else none),
        doubt=why,
        instead=_unreadable(facts.fault) if facts.fault and facts.has_model else facts.failure or untrained,
        bars=answer.scores[:TOP] if answer else [],
        more=tr("and {n} {n:other class|other classes}", n=more) if more else "",
        known=_known(facts.known, answer) if facts.known else "",
        is_loading=is_waiting and not facts.is_warm,  # a loaded model answers at once
        facts=fact_rows(facts.file) if facts.file and not facts.fault else [],
    )


def _unreadable(fault: str) -> str:
    """In place of the answer: why there is none, and what can be done."""
    return tr("The model cannot look at this file. {reason}", reason=_ending(fault))


def _ending(fault: str) -> str:
    return fault[:1].upper() + fault[1:]


def _known(known: Known, answer: Predicted | None) -> str:
    if not known.label:
        return tr("A test photo: its label stays hidden until you show the test photos in Dataset.")
    if answer is None:
        return tr("Labelled {label}.", label=known.label)
    if known.is_right(answer.scores[0].name):
        return tr("Right: it is labelled {label}.", label=known.label)
    return tr("Wrong: it is labelled {label}.", label=known.label)


def verdict(predicted: Predicted) -> str:
    """The first class in words that do not promise more than the model knows."""
    best = predicted.scores[0]
    names = elide_apart([score.name for score in predicted.scores], LONGEST_NAME)
    if best.probability >= 0.9:
        return _ended(tr("This looks like {name}.", name=names[best.name]))
    if best.probability >= 0.5:
        return _ended(tr("Probably {name}.", name=names[best.name]))
    if len(predicted.scores) > 1:
        other = names[predicted.scores[1].name]
        return _ended(tr("Hard to tell: {name} or {other}.", name=names[best.name], other=other))
    return tr("Hard to tell.")


def _first_name(predicted: Predicted) -> str:
    """Of the most probable class, in few letters."""
    return elide_apart([score.name for score in predicted.scores], LONGEST_NAME)[predicted.scores[0].name]


def _ended(sentence: str) -> str:
    """A name that is cut at its end needs no full stop behind its dots."""
    return sentence.replace("….", "…")
