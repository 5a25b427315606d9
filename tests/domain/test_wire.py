"""Every job and order survives its JSON line, and every job is listed."""

from __future__ import annotations

import contextlib
import importlib
import pkgutil
import subprocess
import sys
from typing import Literal, get_args, get_origin

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnn_desktop.domain import jobs
from cnn_desktop.domain.answer_filter import AnswerFilter, AnswerSort
from cnn_desktop.domain.config import Augmentation, TrainConfig
from cnn_desktop.domain.events import Noted, Stopping
from cnn_desktop.domain.jobs import JOBS
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.message import say
from cnn_desktop.domain.split_plan import SplitPlan
from cnn_desktop.domain.table_columns import Columns
from cnn_desktop.domain.tones import Range, Tones
from cnn_desktop.domain.wire import (
    LONGEST_LINE,
    Do,
    Order,
    Pause,
    Resume,
    Stop,
    Told,
    decode_event,
    decode_order,
    decode_told,
    encode_order,
    encode_told,
)

EXAMPLES = {str: "ü\n", int: 7, bool: True, list[str]: ["a", "b"], tuple[str, ...]: ("a", "b"),
            Augmentation: Augmentation(crop=True), TrainConfig: TrainConfig(data="/photos", epochs=3),
            Columns | None: Columns("Datei", "Klasse", "split", "patient", False), Tones: Tones(Range(0, 4095)), tuple[int, int] | None: (1024, 768),
            AnswerFilter: AnswerFilter("a%", "cat", "wrong", 0.5), AnswerSort: AnswerSort("label", True), SplitPlan: SplitPlan(seed=3, group_by="name"), TrainConfig | None: TrainConfig(data="/photos", model="resnet18")}  # fmt: skip


def example(kind: object) -> object:
    """The last of what it may be, where that is a list of words."""
    return get_args(kind)[-1] if get_origin(kind) is Literal else EXAMPLES[kind]


def test_every_file_in_the_folder_is_in_the_list() -> None:
    names = {found.name for found in pkgutil.iter_modules(jobs.__path__)} - {"base"}
    for name in names:
        importlib.import_module(f"{jobs.__name__}.{name}")
    assert {kind.__module__.rpartition(".")[2] for kind in JOBS} == names
    assert set(JOBS) == {kind for kind in _last_of(Job) if kind.__module__.startswith(jobs.__name__)}


def _last_of(kind: type[Job]) -> set[type[Job]]:
    """Those that are nobody's base."""
    below = kind.__subclasses__()
    return {last for one in below for last in _last_of(one)} if below else {kind}


@pytest.mark.parametrize("kind", JOBS, ids=lambda kind: kind.__name__)
def test_round_trip(kind: type[Job]) -> None:
    job = kind(**{field.name: example(field.type) for field in msgspec.structs.fields(kind)})
    line = encode_order(Do("3", job))
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    again = decode_order(line)
    assert isinstance(again, Do)
    assert (again.id, again.job) == ("3", job)
    assert type(again.job) is kind


@pytest.mark.parametrize("kind", JOBS, ids=lambda kind: kind.__name__)
def test_what_a_job_says_of_itself_is_whole(kind: type[Job]) -> None:
    for sentence in (kind.remedy, kind.starved, kind.stopped, kind.busy):
        assert str(sentence).endswith(".")
    assert not str(kind.process).endswith(".")
    assert str(kind.doing).endswith("…")
    assert not (kind.pauses and not kind.alone), "only a job with a child of its own can be held"


@pytest.mark.parametrize("order", [Pause("1"), Resume("2"), Stop("3")], ids=str)
def test_orders_to_one_job(order: Order) -> None:
    assert decode_order(encode_order(order)) == order


def test_what_is_told_names_its_job() -> None:
    assert decode_told(encode_told("7", Stopping())) == Told("7", Stopping())


@pytest.mark.parametrize(
    "line",
    [b"", b"x", b"{}", b'{"order": "fly", "id": "1"}', b'{"order": "do", "id": "1", "job": {"job": "fly"}}', b"null"],
)
def test_garbage_is_a_decode_error(line: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        decode_order(line)
    with pytest.raises(msgspec.DecodeError):
        decode_told(line)


NOTED = b'{"id":"1","event":{"event":"noted","text":{"text":"%s","values":%s}}}'


@pytest.mark.parametrize(
    "line",
    [
        NOTED % (b"\xff", b"{}"), NOTED % (b"\\ud800", b"{}"), NOTED % (b"", b'{"a":' * 5000), b'{"id":' * 5000, b"[" * 10**6,
        b'{"id":"1","event":{"event":"progress","done":' + b"9" * 5000 + b"}}", b" " * (LONGEST_LINE + 1),
        NOTED % (b"\xf4\x8f\xa0\x80", b'{"a":' * 5000), NOTED % (b"\xf4\x8f\xa0\x80", b'{"a":{"text":"a","values":' * 2000),
    ],
    ids=range(9),
)  # fmt: skip
def test_whatever_is_wrong_with_a_line_is_one_kind_of_error(line: bytes) -> None:
    for decode in (decode_told, decode_order, decode_event):
        with pytest.raises(msgspec.DecodeError):
            decode(line)


@given(st.binary(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_a_damaged_line_is_read_or_is_that_error(junk: bytes, start: int, length: int) -> None:
    whole = encode_told("1", Noted(say("{file}\udcff {n}", file="a", n=say("{x}", x=1.5))))
    line = whole[:start] + junk + whole[start + length :]
    for decode in (decode_told, decode_order, decode_event):
        with contextlib.suppress(msgspec.DecodeError):
            decode(line)


_AT_ONCE = """
import sys, threading
from cnn_desktop.domain.events import Noted
from cnn_desktop.domain.message import say
from cnn_desktop.domain.wire import decode_told, encode_told

sys.setswitchinterval(1e-6)
line, start = encode_told("1", Noted(say("x"))), threading.Barrier(8)
threads = [threading.Thread(target=lambda: (start.wait(), decode_told(line))) for _ in range(8)]
for one in threads:
    one.start()
for one in threads:
    one.join()
"""


def test_children_that_begin_to_tell_at_once_crash_nobody() -> None:
    """In a new process, which has not read an event yet; without the lock most of them end by a segmentation fault."""
    children = [subprocess.Popen([sys.executable, "-c", _AT_ONCE]) for _ in range(4)]
    assert [child.wait(60) for child in children] == [0] * 4
