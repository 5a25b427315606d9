"""What the Viewer tab shows, as a pure function of the facts: answers in words, what is asked, what a file tells."""

from __future__ import annotations

import msgspec
import pytest

from cnn_desktop.dataset.reading.facts import exif_facts
from cnn_desktop.domain.jobs.predict import ClassScore, Predicted
from cnn_desktop.domain.jobs.show_photo import PhotoFile
from cnn_desktop.gui.kit.photo_facts import fact_rows, file_size
from cnn_desktop.gui.viewer.view import Facts, verdict, view

FILE = PhotoFile("/photos/a.jpg", 60, 40, 2_345_678, "JPEG", "Canon EOS 90D", "2024-05-01 12:30")
SEEN = Facts(path="/photos/a.jpg", place=1, total=4, file=FILE, has_model=True)


def answer(**scores: float) -> Predicted:
    return Predicted("/photos/a.jpg", [ClassScore(name, share) for name, share in scores.items()])


def facts(**changes: object) -> Facts:
    return msgspec.structs.replace(SEEN, **changes)


def test_without_a_photo_there_is_an_invitation_alone() -> None:
    shown = view(Facts(has_model=True))
    assert (shown.path, shown.title, shown.primary, shown.question) == ("", "Viewer", "", "")


def test_where_the_photo_is() -> None:
    shown = view(SEEN)
    assert (shown.title, shown.folder, shown.counter) == ("a.jpg", "/photos", "2 of 4")
    assert (shown.has_previous, shown.has_next) == (True, True)
    assert (view(facts(place=0)).has_previous, view(facts(place=3)).has_next) == (False, False)


def test_the_model_is_asked_until_it_has_answered() -> None:
    waiting = view(SEEN)
    assert (waiting.question, waiting.answer.verdict) == ("/photos/a.jpg", "Loading the model…")
    assert waiting.answer.is_loading
    warm = view(facts(is_warm=True))
    assert (warm.answer.verdict, warm.answer.is_loading) == ("Classifying…", False)
    known = view(facts(answer=answer(glass=0.95), is_warm=True))
    assert (known.question, known.answer.verdict) == ("", "This looks like glass.")


def test_without_a_model_nothing_is_asked() -> None:
    shown = view(facts(has_model=False))
    assert (shown.question, shown.answer.verdict) == ("", "No model yet")
    assert shown.answer.instead == "Train a model to see here what it makes of your photos."


def test_a_model_that_cannot_answer_is_said_and_not_asked_again() -> None:
    shown = view(facts(failure="The model broke off."))
    assert (shown.question, shown.answer.verdict, shown.answer.instead) == ("", "No answer", "The model broke off.")
    assert not shown.answer.is_loading


def test_a_photo_that_cannot_be_read_has_no_answer() -> None:
    shown = view(facts(fault="it is empty.", answer=answer(glass=1.0)))
    assert (shown.fault_title, shown.fault) == ("a.jpg cannot be shown.", "It is empty.")
    assert (shown.question, shown.answer.verdict, shown.answer.bars, shown.answer.facts) == ("", "No answer", [], [])
    assert shown.answer.instead == "The model cannot look at this file. It is empty."
    assert view(facts(fault="it is empty.", has_model=False)).answer.instead.startswith("Train a model")


def test_the_first_five_classes_and_how_many_more() -> None:
    shown = view(facts(answer=answer(**{f"c{n}": 0.1 for n in range(9)}))).answer
    assert ([bar.name for bar in shown.bars], shown.more) == (["c0", "c1", "c2", "c3", "c4"], "and 4 other classes")
    assert view(facts(answer=answer(a=0.6, b=0.4))).answer.more == ""


@pytest.mark.parametrize(
    ("scores", "words"),
    [
        ({"glass": 0.9, "metal": 0.1}, "This looks like glass."),
        ({"glass": 0.6, "metal": 0.4}, "Probably glass."),
        ({"glass": 0.4, "metal": 0.35}, "Hard to tell: glass or metal."),
        ({"glass": 0.4}, "Hard to tell."),
    ],
)
def test_the_first_class_in_words(scores: dict[str, float], words: str) -> None:
    assert verdict(answer(**scores)) == words


def test_what_a_file_tells() -> None:
    rows = [("Size", "60 × 40 pixels"), ("File", "JPEG, 2.3 MB"), ("Taken", "2024-05-01 12:30")]
    assert fact_rows(FILE) == [*rows, ("Camera", "Canon EOS 90D")]
    assert fact_rows(PhotoFile("/x.jpg")) == []
    assert fact_rows(PhotoFile("/x.jpg", bytes=17)) == [("File", "17 bytes")]
    assert file_size(4200) == "4 kB"


def test_what_a_camera_tells() -> None:
    facts = exif_facts({0x010F: "Nikon\0", 0x0110: "Z 6"}, {0x829A: 0.004, 0x829D: 2.8, 0x8827: 100})
    assert facts == {"camera": "Nikon Z 6", "taken": "", "exposure": "1/250 s, f/2.8, ISO 100"}
    strange = exif_facts({0x010F: 7, 0x0132: "yesterday"}, {0x829A: "x", 0x8827: (1, 2)})
    assert strange["exposure"] == ""
