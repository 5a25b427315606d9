"""The child's queue: jobs in order, Stop and Pause at once, every error told, the end of input ends it."""

from __future__ import annotations

import io
import os
import queue
import threading
from collections.abc import Callable, Iterator

import pytest

from cnn_desktop.child.queue import Outbox, Queue
from cnn_desktop.domain import events
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, Offer, TooLittleMemory, UsageError, UserError
from cnn_desktop.domain.jobs.base import Job
from cnn_desktop.domain.jobs.describe_model import DescribeModel
from cnn_desktop.domain.jobs.show_photo import ShowPhoto
from cnn_desktop.domain.jobs.thumbnails import Thumbnails
from cnn_desktop.domain.jobs.train import Train
from cnn_desktop.domain.message import say
from cnn_desktop.domain.wire import Do, Order, Pause, Resume, Stop, Told, decode_told, encode_order
from tests.patience import PATIENCE

Work = Callable[[Job, Control], Iterator[events.Event]]


class Window:
    """The other side of the queue: writes orders to a pipe, reads events from another."""

    def __init__(self, work: Work, meanwhile: Iterator[None] | None = None) -> None:
        inner_source, outer_sink = os.pipe()
        outer_source, inner_sink = os.pipe()
        self._commands = os.fdopen(outer_sink, "wb", buffering=0)
        self._events = os.fdopen(outer_source, "rb")
        self._source = os.fdopen(inner_source, "rb")
        self._sink = os.fdopen(inner_sink, "wb")
        self.served = served = Queue(Outbox(self._sink), "full", meanwhile, lambda job: work)
        self.seen: queue.Queue[Told] = queue.Queue()
        self._threads = [
            threading.Thread(target=served.read, args=(self._source,)),
            threading.Thread(target=served.serve),
            threading.Thread(target=self._listen, daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def _listen(self) -> None:
        for line in self._events:
            self.seen.put(decode_told(line))

    def tell(self, order: Order | bytes) -> None:
        self._commands.write(order if isinstance(order, bytes) else encode_order(order))

    def until(self, kind: type[events.Event]) -> list[events.Event]:
        return [told.event for told in self.told_until(kind)]

    def told_until(self, kind: type[events.Event]) -> list[Told]:
        happened: list[Told] = []
        while not happened or not isinstance(happened[-1].event, kind):
            happened.append(self.seen.get(timeout=PATIENCE))
        return happened

    def close(self) -> None:
        self._commands.close()
        for thread in self._threads[:2]:
            thread.join(timeout=PATIENCE)
            assert not thread.is_alive()
        self._sink.close()
        self._threads[2].join(timeout=PATIENCE)
        self._source.close()
        self._events.close()


@pytest.fixture(autouse=True)
def no_hard_exit(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real child ends itself when a job outlives its window; in this process that must not happen."""
    monkeypatch.setattr("cnn_desktop.child.queue.SECONDS_AFTER_END_OF_INPUT", 1e6)


@pytest.fixture
def window() -> Iterator[Callable[..., Window]]:
    opened: list[Window] = []

    def make(work: Work, meanwhile: Iterator[None] | None = None) -> Window:
        opened.append(Window(work, meanwhile))
        return opened[-1]

    yield make
    for one in opened:
        one.close()


def _describe(id_: str) -> Do:
    return Do(id_, DescribeModel(model=id_))


def _until_stopped(job: Job, control: Control) -> Iterator[events.Event]:
    yield events.Noted(text=say("begun"))
    while not control.stopping:
        control.wait_while_paused()
        yield events.Noted(text=say("tick"))
        threading.Event().wait(0.01)
    yield events.Noted(text=say("saved"))


def _sentences(happened: list[events.Event]) -> list[str]:
    return [str(event) for event in happened]


def test_jobs_are_done_in_order(window: Callable[..., Window]) -> None:
    child = window(lambda job, control: iter([events.Noted(text=say("did {id}", id=job.model))]))
    child.tell(_describe("a"))
    child.tell(_describe("b"))
    assert _sentences(child.until(events.JobDone)) == ["did a", ""]
    assert _sentences(child.until(events.JobDone)) == ["did b", ""]


def test_stop_is_acknowledged_and_the_job_saves(window: Callable[..., Window]) -> None:
    child = window(_until_stopped)
    child.tell(_describe("a"))
    child.until(events.Noted)
    child.tell(Stop("a"))
    happened = [event for event in child.until(events.JobDone) if str(event) != "tick"]
    assert [type(event) for event in happened] == [events.Stopping, events.Noted, events.JobDone]
    assert str(happened[1]) == "saved"


def test_stop_ends_the_job_it_names_and_no_other(window: Callable[..., Window]) -> None:
    child = window(_until_stopped)
    for job in "abc":
        child.tell(_describe(job))
    child.until(events.Noted)
    child.tell(Stop("b"))  # waits, and is never begun
    child.tell(Stop("a"))
    assert {told.id for told in child.told_until(events.JobDone)} == {"a", "b"}
    assert [told.event for told in child.told_until(events.JobDone) if told.id == "b"] == [events.JobDone()]
    child.until(events.Noted)
    child.tell(Stop("a"))  # is over
    child.tell(b"nonsense\n")
    assert {told.id for told in child.told_until(events.Failed) if told.id} == {"c"}
    child.tell(Stop("c"))
    assert child.told_until(events.JobDone)[-1].id == "c"


def test_pause_holds_and_resume_lets_go(window: Callable[..., Window]) -> None:
    reached, held = threading.Event(), threading.Event()

    def work(job: Job, control: Control) -> Iterator[events.Event]:
        yield events.Noted(text=say("begun"))
        reached.wait(PATIENCE)
        assert control.paused
        held.set()
        control.wait_while_paused()
        yield events.Noted(text=say("went on"))

    child = window(work)
    child.tell(_describe("a"))
    child.until(events.Noted)
    child.tell(Pause("b"))  # another job's: it does not hold this one
    child.tell(Pause("a"))
    child.tell(b"not json\n")  # answered once Pause, sent before it, has acted
    child.until(events.Failed)
    reached.set()
    assert held.wait(PATIENCE)
    child.tell(Resume("a"))
    assert _sentences(child.until(events.JobDone))[0] == "went on"


def test_it_is_busy_while_it_has_a_job_even_a_paused_one(window: Callable[..., Window]) -> None:
    child = window(_until_stopped)
    assert not child.served.is_busy()
    child.tell(_describe("a"))
    child.until(events.Noted)
    child.tell(Pause("a"))
    child.tell(_describe("b"))
    assert child.served.is_busy()
    for job in "ab":
        child.tell(Stop(job))
        child.until(events.JobDone)
    assert not child.served.is_busy()


def test_errors_become_one_sentence(window: Callable[..., Window]) -> None:
    errors: dict[str, Exception] = {
        "data": DataError("{file} is empty.", file="a.jpg"),
        "usage": UsageError("Learning rate {value} is odd.", field="lr", value="nan"),
        "memory": MemoryError(),
        "bug": KeyError("surprise"),
    }

    def work(job: Job, control: Control) -> Iterator[events.Event]:
        raise errors[job.model]
        yield

    child = window(work)
    told = {}
    for job in errors:
        child.tell(_describe(job))
        failed = child.until(events.JobDone)[-2]
        assert isinstance(failed, events.Failed)
        told[job] = failed
    assert str(told["data"]) == "a.jpg is empty."
    assert told["usage"].field == "lr"
    assert "memory" in str(told["memory"])
    assert "surprise" in str(told["bug"])
    assert "Traceback" in told["bug"].details
    assert told["data"].details == ""


def test_newer_thumbnails_replace_older_ones(window: Callable[..., Window]) -> None:
    child = window(_until_stopped)
    for id_ in "abc":
        child.tell(Do(id_, Thumbnails(paths=[], folder="x")))
    assert [child.told_until(events.JobDone)[-1].id for _ in range(2)] == ["a", "b"]
    child.tell(Stop("c"))
    assert child.told_until(events.JobDone)[-1].id == "c"


def test_end_of_input_stops_the_job(window: Callable[..., Window]) -> None:
    child = window(_until_stopped)
    child.tell(_describe("a"))
    child.until(events.Noted)
    child.close()
    happened = []
    while not child.seen.empty():
        happened.append(str(child.seen.get().event))
    assert "saved" in happened


def test_once_the_window_is_lost_nothing_more_is_written_and_the_job_goes_on() -> None:
    written: list[object] = []

    class Broken(io.RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            written.append(data)
            raise BrokenPipeError

    out = Outbox(Broken())  # type: ignore[arg-type]
    out.send(events.Stopping())
    out.send(events.Stopping())
    assert len(written) == 1


def test_what_is_done_meanwhile_gives_way_to_a_job_and_goes_on_after_it(window: Callable[..., Window]) -> None:
    in_first, may_go_on, in_second = threading.Event(), threading.Event(), threading.Event()
    order: list[str] = []

    def meanwhile() -> Iterator[None]:
        in_first.set()
        may_go_on.wait(PATIENCE)
        order.append("first step")
        yield
        order.append("second step")
        in_second.set()
        yield

    def work(job: Job, control: Control) -> Iterator[events.Event]:
        order.append("job")
        yield events.Noted(text=say("done"))

    child = window(work, meanwhile())
    assert in_first.wait(PATIENCE)
    child.tell(_describe("a"))
    child.tell(b"nonsense\n")
    child.until(events.Failed)  # so the job has been taken in too
    may_go_on.set()
    child.until(events.JobDone)
    assert in_second.wait(PATIENCE)
    assert order == ["first step", "job", "second step"]


def test_what_fails_meanwhile_is_no_jobs_failure(
    window: Callable[..., Window], capsys: pytest.CaptureFixture[str]
) -> None:
    def meanwhile() -> Iterator[None]:
        raise ImportError("half an installation")
        yield

    child = window(lambda job, control: iter([events.Noted(text=say("did"))]), meanwhile())
    child.tell(_describe("a"))
    assert [type(event) for event in child.until(events.JobDone)] == [events.Noted, events.JobDone]
    assert "half an installation" in capsys.readouterr().err


def test_what_a_job_leaves_is_done_while_there_is_none_and_told_to_nobody(window: Callable[..., Window]) -> None:
    in_rest, may_go_on, ended = threading.Event(), threading.Event(), threading.Event()
    order: list[str] = []

    def work(job: Job, control: Control) -> Iterator[events.Event]:
        yield events.Noted(text=say("answer"))
        if isinstance(job, ShowPhoto):
            order.append("other job")
            return
        yield events.JobDone()
        in_rest.set()
        may_go_on.wait(PATIENCE)
        order.append("rest")
        yield events.Noted(text=say("never told"))
        order.append("more of it")
        ended.set()
        raise RuntimeError("nobody's failure")

    child = window(work)
    child.tell(_describe("a"))
    assert [type(event) for event in child.until(events.JobDone)] == [events.Noted, events.JobDone]
    assert in_rest.wait(PATIENCE)
    child.tell(Do("b", ShowPhoto(path="p", folder="f")))
    child.tell(b"nonsense\n")
    child.until(events.Failed)  # so the job has been taken in too
    may_go_on.set()
    told = [str(event) for event in child.until(events.JobDone)]
    assert ended.wait(PATIENCE)
    assert order == ["rest", "other job", "more of it"]
    assert "never told" not in " ".join(told)


def test_what_is_urgent_is_done_between_two_events_of_what_is_under_way(window: Callable[..., Window]) -> None:
    def work(job: Job, control: Control) -> Iterator[events.Event]:
        if isinstance(job, ShowPhoto):
            yield events.Noted(text=say("shown {path}", path=job.path))
        else:
            yield from _until_stopped(job, control)

    child = window(work)
    child.tell(_describe("a"))
    child.until(events.Noted)
    for number in (1, 2):
        child.tell(Do(f"photo{number}", ShowPhoto(f"{number}", "")))
        told = [one for one in child.told_until(events.JobDone) if one.id != "a"]
        assert [one.id for one in told] == [f"photo{number}"] * 2
        assert str(told[0].event) == f"shown {number}"
    child.tell(Stop("a"))
    told = child.told_until(events.JobDone)
    assert {one.id for one in told} == {"a"}
    assert str(told[-2].event) == "saved"


def _lack_memory() -> Exception:
    try:
        raise DataError("{file} is broken.", file="a.jpg") from MemoryError()
    except DataError as error:
        return error


@pytest.mark.parametrize(
    ("error", "offer"),
    [
        (MemoryError(), Offer("batch_size", 16)),
        (RuntimeError("CUDA out of memory."), Offer("batch_size", 16)),
        (TooLittleMemory("Too little."), Offer("batch_size", 16)),
        (TooLittleMemory("Too little.").offering(Offer("image_size", 96)), Offer("image_size", 96)),
        (_lack_memory(), Offer("batch_size", 16)),
        (DataError("The photo box is empty."), None),
        (RuntimeError("broken"), None),
    ],
    ids=repr,
)
def test_a_training_that_lacks_memory_offers_what_needs_less(
    window: Callable[..., Window], error: Exception, offer: Offer | None
) -> None:
    def work(job: Job, control: Control) -> Iterator[events.Event]:
        yield events.Noted(text=say("begun"))
        raise error

    child = window(work)
    child.tell(Do("1", Train(TrainConfig(data="d"), "r")))
    (failed,) = [event for event in child.until(events.JobDone) if isinstance(event, events.Failed)]
    assert failed.offer == offer
    child.tell(_describe("2"))
    (failed,) = [event for event in child.until(events.JobDone) if isinstance(event, events.Failed)]
    assert failed.offer == error.offer if isinstance(error, UserError) else failed.offer is None
