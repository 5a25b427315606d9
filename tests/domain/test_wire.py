"""Every job and order survives its JSON line, and every job is listed."""

from __future__ import annotations

import importlib
import pkgutil

import msgspec
import pytest

from cnn_desktop.domain import jobs
from cnn_desktop.domain.config import Augmentation, TrainConfig
from cnn_desktop.domain.events import Stopping
from cnn_desktop.domain.jobs import JOBS
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.tones import Range, Tones
from cnn_desktop.domain.wire import (
    Do,
    Order,
    Pause,
    Resume,
    Stop,
    Told,
    decode_order,
    decode_told,
    encode_order,
    encode_told,
)

EXAMPLES = {str: "ü\n", int: 7, bool: True, list[str]: ["a", "b"], tuple[str, ...]: ("a", "b"),
            Augmentation: Augmentation(crop=True), TrainConfig: TrainConfig(data="/photos", epochs=3),
            Tones: Tones(Range(0, 4095))}  # fmt: skip


def test_every_file_in_the_folder_is_in_the_list() -> None:
    names = {found.name for found in pkgutil.iter_modules(jobs.__path__)} - {"base"}
    for name in names:
        importlib.import_module(f"{jobs.__name__}.{name}")
    assert {kind.__module__.rpartition(".")[2] for kind in JOBS} == names
    assert set(JOBS) == {kind for kind in Job.__subclasses__() if kind.__module__.startswith(jobs.__name__)}


@pytest.mark.parametrize("kind", JOBS, ids=lambda kind: kind.__name__)
def test_round_trip(kind: type[Job]) -> None:
    job = kind(**{field.name: EXAMPLES[field.type] for field in msgspec.structs.fields(kind)})
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
