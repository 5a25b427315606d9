"""Every event survives its JSON line, and says a sentence or nothing."""

from __future__ import annotations

import json
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

import msgspec
import pytest

from cnn_desktop.domain import events
from cnn_desktop.domain.errors import Offer
from cnn_desktop.domain.events import COMMON_EVENTS, Event, Result
from cnn_desktop.domain.graphics import Verdict
from cnn_desktop.domain.jobs import JOBS
from cnn_desktop.domain.jobs.describe_model import LayerRow
from cnn_desktop.domain.jobs.explain import Alike
from cnn_desktop.domain.jobs.explore import ExploredLayer, Window
from cnn_desktop.domain.jobs.predict import ClassScore
from cnn_desktop.domain.jobs.show_photo import Histogram, PhotoFile
from cnn_desktop.domain.jobs.train import EpochDone, Planned, Trained
from cnn_desktop.domain.label_check import Confused, LabelCheck
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.report import Guess
from cnn_desktop.domain.table_columns import Columns
from cnn_desktop.domain.wire import decode_event, encode_event

MEMBERS = [*COMMON_EVENTS, *(event for job in JOBS for event in job.events)]


def values_for(kind: type) -> dict[str, object]:
    """A value for each field, by its type; optional ones too."""
    examples: list[tuple[object, object]] = [
        (Message, say("{n} {n:photo|photos} in “{x}”", n=2, x=say("inner"))), (str, "ü\n\"x\" 🐟"), (bool, True),
        (int, 3), (float, 0.25), (list[str], ["a", "b"]), (list[int], [3, 224, 224]), (list[list[str]], [["a", ""], []]),
        (Columns, Columns("a", "b")),
        (list[ClassScore], [ClassScore("cat", 0.75), ClassScore("dog", 0.25)]),
        (list[LayerRow], [LayerRow("conv1", "Conv2d", [64, 112, 112], 9408)]),
        (list[ExploredLayer], [ExploredLayer("conv1", "convolution", [8, 9, 9], [3, 3], has_kernels=True, sums=True)]),
        (list[Window], [Window(2, [[0.5, 1.0]], [[2.0, -1.0]], sum=0.0)]),
        (list[Alike], [Alike("a.jpg", "cat", 0.75)]),
        (tuple[int, ...], (1, 2)), (tuple[float, ...], (0.5, -1.0)), (tuple[str, ...], ("a", "b")), (tuple[int, int], (1, 2)), (tuple[float, float], (0.5, 0.25)),
        (Guess, Guess("cat", 0.25)),
        (LabelCheck, LabelCheck(photos=9, suspects=2, listed=9, errors=1.5, low=0, high=3.5, accuracy=0.75,
                                confused=(Confused("cat", "dog", 1.5, 0, 3.5),), cannot_judge=(say("inner"),),
                                verdict="suspicious", revision=4, backbones=("a", "b"), seconds=2.5, when="2026")),
        (PhotoFile, PhotoFile("a.jpg", 60, 40, 2345, "JPEG")),
        (Histogram, Histogram([1, 2], [3, 4], [5, 6])),
        (Offer, Offer("batch_size", 16)),
        (Verdict, Verdict("cpu", "", say("inner"), True, "a\nb")),
        (events.Fault, events.Fault("image_size", 224)),
        (list[events.Skipped], [events.Skipped(path="a.jpg", reason=say("it is empty."))]),
    ]  # fmt: skip
    values = {}
    for field in msgspec.structs.fields(kind):
        if get_origin(field.type) is Literal:
            values[field.name] = get_args(field.type)[0]
            continue
        wanted = get_args(field.type) if get_origin(field.type) in (Union, UnionType) else [field.type]
        plain = [get_args(one)[0] if get_origin(one) is Annotated else one for one in wanted]
        values[field.name] = next(value for type_, value in examples if type_ in plain)
    return values


def subclasses(kind: type) -> set[type]:
    return {inner for sub in kind.__subclasses__() for inner in {sub} | subclasses(sub)}


def test_the_union_holds_every_event() -> None:
    own = {kind for kind in subclasses(Event) if kind.__module__.startswith("cnn_desktop.domain.")}
    assert set(MEMBERS) == own - {Result}
    tags = [kind.__struct_config__.tag for kind in MEMBERS]
    assert len(tags) == len(set(tags))


@pytest.mark.parametrize("kind", MEMBERS, ids=lambda kind: kind.__name__)
def test_round_trip_and_sentence(kind: type[Event]) -> None:
    event = kind(**values_for(kind))
    line = encode_event(event)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert json.loads(line)["event"] == kind.__struct_config__.tag
    again = decode_event(line)
    assert again == event
    assert type(again) is kind
    text = str(again)
    assert "{" not in text.replace("{b}", "")
    assert bool(text) == (event.message() is not None)


@pytest.mark.parametrize("kind", MEMBERS, ids=lambda kind: kind.__name__)
def test_fields_that_may_be_missing_may_be_missing(kind: type[Event]) -> None:
    needed = {f.name for f in msgspec.structs.fields(kind) if f.required}
    event = kind(**{name: value for name, value in values_for(kind).items() if name in needed})
    assert decode_event(encode_event(event)) == event
    str(event)


@pytest.mark.parametrize(
    "line",
    [b"", b"hello", b"{}", b'{"event": "unknown"}', b'{"event": "noted"}', b"[1]", b'{"event": "paused"', b"\xff"],
)
def test_garbage_is_a_decode_error(line: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        decode_event(line)


def test_a_lost_loss_says_what_to_do() -> None:
    event = EpochDone(
        epoch=1, epochs=5, phase="full", train_loss=None, train_accuracy=0.1, val_loss=None, val_accuracy=0.1, lr=1.0,
        seconds=3.0, images_per_second=10.0, best=False,
    )  # fmt: skip
    assert "smaller learning rate" in str(event)


def test_a_stopped_training_says_so() -> None:
    values = values_for(Trained)
    assert "Stopped after 1 epoch." in str(Trained(**{**values, "epochs": 1, "stopped": True}))
    assert str(Trained(**{**values, "stopped": False, "seconds": 200.0})).startswith("Done in 3 min")


def test_planned_counts_all_epochs() -> None:
    assert Planned(**{**values_for(Planned), "head_epochs": 5, "stage_epochs": 2, "epochs": 4}).total_epochs == 11
