"""All child processes of the window, and the one way to have something done by them: `ask`. Answers go to whoever asked."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Any

import msgspec
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Signal

from cnn_desktop.domain.events import Alive, Ended, Event, Failed, Noted, Ready, Warned
from cnn_desktop.domain.jobs.base import Job, Program
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.process import own_command
from cnn_desktop.domain.wire import Do, Pause, Resume, Stop
from cnn_desktop.gui.children.service import Service
from cnn_desktop.gui.children.silence import Patience, Silence
from cnn_desktop.gui.children.spare import LIGHT_NEEDED, Spare
from cnn_desktop.gui.children.worker import JobWorker

CLOSING = 4000
"""Milliseconds to wait for a stopped job when the window closes; its child is killed well before."""

OnEvent = Callable[[Any], object]
OnEnd = Callable[[Ended], object]


class Programs(msgspec.Struct, frozen=True):
    """The command lines of the children; None: this program itself. Tests put small ones in their place."""

    light: list[str] | None = None
    """Shared; and of jobs that run alone and need no torch."""
    full: list[str] | None = None
    """Shared."""
    job: list[str] | None = None
    """Of a job that runs alone."""
    spare: list[str] | None = None
    """Of a child that waits for one."""


class Question:
    """A job that was asked for. Its asker keeps it: when that lets go of it, or its owner ends, nothing more is heard of it."""

    def __init__(
        self,
        children: Children,
        order: Do,
        on_event: OnEvent | None,
        on_end: OnEnd | None,
        owner: QObject | None,
    ) -> None:
        self.id, self.job = order.id, order.job
        self._children, self._on_event, self._on_end, self._owner = children, on_event, on_end, owner

    def stop(self) -> None:
        """Ends the job; what it has reached is kept."""
        self._children.stop(self)

    def pause(self) -> None:
        """Holds a job that runs alone."""
        self._children.send(Pause(self.id))

    def resume(self) -> None:
        """Lets it go on."""
        self._children.send(Resume(self.id))

    def drop(self) -> None:
        """From now on nothing more is heard of it; a question is not answered to its end, so that the next need not wait."""
        self._on_event = self._on_end = None
        if not self.job.alone:
            self._children.drop(self)

    @property
    def is_orphan(self) -> bool:
        """True when its owner has ended."""
        return self._owner is not None and not shiboken6.isValid(self._owner)

    def hear(self, event: Event) -> None:
        """Passes an event on to the asker, if that is still there."""
        if self.is_orphan:
            self.drop()
        if isinstance(event, Ended):
            if self._on_end:
                self._on_end(event)
        elif self._on_event:
            self._on_event(event)


class Children(QObject):
    """The shared children, a child for each job that runs alone, and the spares that wait for one."""

    up = Signal(object)
    """The full child is up: a `Verdict`, what jobs with device "auto" run on as far as it is known."""
    spoke = Signal(object)
    """`Warned`, `Noted` or `Failed` of no job: about a child itself."""
    silent = Signal(str, object)
    """A child has a job and gives no sign of life: its key, for `wait` and `stop_hanging`, and what it is (a `Message`)."""
    speaks = Signal(str)
    """The child of this key, which was `silent`, speaks again or is gone."""

    def __init__(self, programs: Programs, parent: QObject | None = None, patience: Patience = Patience()) -> None:  # noqa: B008 - frozen
        super().__init__(parent)
        self._patience = patience
        light = programs.light or own_command("child", "--light")
        self._alone: dict[Program, list[str]] = {"light": light, "full": programs.job or own_command("child")}
        self._asked: dict[str, weakref.ref[Question]] = {}
        self._last = 0
        """Number of the job asked for last."""
        self._strange = False
        self._shared: dict[Program, Service] = {
            "light": Service(programs.light or [*light, "--prepare"], self, patience),
            "full": Service(programs.full or own_command("child", "--prepare"), self, patience),
        }
        self.spare = Spare(programs.spare or programs.job or own_command("child", "--spare"), parent=self)
        """The full one; the settings may forbid it."""
        self._spares: dict[Program, Spare] = {
            "light": Spare(light, needed=LIGHT_NEEDED, parent=self),
            "full": self.spare,
        }
        self._workers: dict[str, JobWorker] = {}
        self._silences: dict[str, Silence] = {}
        """By key: the program of a shared child, the id of a job that runs alone."""
        for program, service in self._shared.items():
            service.told.connect(self._hear)
            self._watch(program, service.silence, Job.process)

    @property
    def busy(self) -> bool:
        """True while something that was asked for is not done."""
        return bool(self._asked)

    def start(self) -> None:
        """Has the shared children come up."""
        for service in self._shared.values():
            service.start()

    def ask(
        self,
        job: Job,
        on_event: OnEvent | None = None,
        on_end: OnEnd | None = None,
        owner: QObject | None = None,
    ) -> Question:
        """Has `job` done. `on_event` hears its events, `on_end` its `Ended`, once; both in this object's thread.

        Both fall silent when the returned question is dropped or forgotten, or when `owner` has ended.
        """
        self._last += 1
        order = Do(str(self._last), job)
        question = Question(self, order, on_event, on_end, owner)
        self._drop_forgotten()
        self._asked[order.id] = weakref.ref(question)
        if job.alone:
            self._begin_alone(order)
        else:
            self._shared[job.program].ask(order)
        return question

    def stop(self, question: Question) -> None:
        """Ends the job of `question`."""
        if worker := self._workers.get(question.id):
            worker.stop()
        else:
            self._shared[question.job.program].stop(Stop(question.id))

    def drop(self, question: Question) -> None:
        """Nobody waits for the answer of `question`, which is asked of a shared child, any more."""
        self._shared[question.job.program].drop(Stop(question.id))

    def wait(self, key: str) -> None:
        """The silent child of `key` is given as much time again."""
        if silence := self._silences.get(key):
            silence.wait()

    def stop_hanging(self, key: str) -> None:
        """The silent child of `key` is asked to stop what it does, and killed after the grace period."""
        if worker := self._workers.get(key):
            worker.stop()
        for program, service in self._shared.items():
            if program == key:
                service.stop_hanging()

    def send(self, order: Pause | Resume) -> None:
        """To a job that runs alone, if it does still."""
        if worker := self._workers.get(order.id):
            worker.send(order)

    def begin_close(self) -> None:
        """Asks every child to end."""
        for spare in self._spares.values():
            spare.begin_close()
        for worker in self._workers.values():
            worker.stop()
        for service in self._shared.values():
            service.begin_close()

    def close(self) -> None:
        """Comes back when no child is left; the ends of jobs that run alone are told by then."""
        self.begin_close()
        for spare in self._spares.values():
            spare.close()
        for worker in self._workers.values():
            worker.wait(CLOSING)
        QCoreApplication.sendPostedEvents(self)  # what the jobs told last is on its way to this thread
        for service in self._shared.values():
            service.close()

    def _begin_alone(self, order: Do) -> None:
        program = order.job.program
        spare = self._spares[program].take()
        worker = JobWorker(order, self._alone[program], self._patience.grace, parent=self, spare=spare)
        self._workers[order.id] = worker
        worker.told.connect(self._hear)
        worker.finished.connect(worker.deleteLater)
        worker.finished.connect(self._spares[program].keep)
        silence = Silence(worker, self._patience)
        worker.told.connect(silence.heard)
        self._watch(order.id, silence, order.job.process)
        silence.begin()
        worker.start()

    def _watch(self, key: str, silence: Silence, process: Message) -> None:
        self._silences[key] = silence
        silence.noticed.connect(lambda: self.silent.emit(key, process))
        silence.over.connect(lambda: self.speaks.emit(key))

    def _drop_forgotten(self) -> None:
        """Questions whose askers have gone without a word do not stand in the way of the next."""
        for id_, kept in list(self._asked.items()):
            question = kept()
            if id_ not in self._workers and (question is None or question.is_orphan):
                for service in self._shared.values():
                    service.drop(Stop(id_))

    def _hear(self, id_: str, event: Event) -> None:
        if isinstance(event, Alive):
            return  # for `Silence`
        if not id_:
            self._hear_of_child(event)
        elif not (id_.isdecimal() and 0 < int(id_) <= self._last):
            self._wonder()
        elif id_ in self._asked:
            question = self._asked[id_]()
            if isinstance(event, Ended):
                del self._asked[id_]
                self._workers.pop(id_, None)
                if silence := self._silences.pop(id_, None):
                    silence.end()
            if question:
                question.hear(event)

    def _hear_of_child(self, event: Event) -> None:
        if isinstance(event, Ready):
            if event.verdict:
                self.up.emit(event.verdict)
            if not self._workers:  # one more of this kind, now that it is up itself
                self._spares["full" if event.verdict else "light"].keep()
        elif isinstance(event, Warned | Noted | Failed):
            self.spoke.emit(event)

    def _wonder(self) -> None:
        """A child speaks of a job that nobody asked for: another version's, perhaps. Said once, then ignored."""
        if not self._strange:
            self._strange = True
            self.spoke.emit(Warned(say("A helper process sent an unexpected answer, which was ignored.")))
