"""The chapters of a training: phases, the batches of an epoch, validation, saving. `fit` tells them in order."""

from __future__ import annotations

import contextlib
import itertools
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from pathlib import Path

from cnn_desktop.dataset.pixels.source import PixelCache
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested
from cnn_desktop.domain.estimate import TimeLeft
from cnn_desktop.domain.events import Event, Noted, Skipped, Warned
from cnn_desktop.domain.jobs.train import Doing, EpochDone, Planned, Trained, TrainProgress
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.recipe import Manner, Phase
from cnn_desktop.learning.models.network import Net
from cnn_desktop.learning.training.best_model import BestModel
from cnn_desktop.learning.training.checkpoint import (
    Checkpoint,
    Standing,
    restore_random_state,
    save_checkpoint,
    save_history,
    using,
)
from cnn_desktop.learning.training.course_trainer import CourseTrainer
from cnn_desktop.learning.training.feature_phases import FeaturePhases, FrozenPart
from cnn_desktop.learning.training.pace import Sums, Ticker, Totals, hold
from cnn_desktop.learning.training.parts import Parts, choose_parts, time_left
from cnn_desktop.learning.training.quick_trainer import QuickTrainer
from cnn_desktop.learning.training.run_photos import decode_threads, of_split
from cnn_desktop.learning.training.trainer import PhaseStart, TrainBatch, Trainer
from cnn_desktop.learning.training.validate import Validator
from cnn_desktop.learning.tuning.compute_plan import Plans, save_plans
from cnn_desktop.learning.tuning.device import DeviceChoice

_CHECKPOINT_SECONDS = 600
"""A long epoch is also saved in between."""
_SHORT_EPOCHS_SECONDS = 2.0
"""Epochs on cached features take less time than writing a checkpoint, so not each of them is saved."""

Chapter = Generator[Event, None, None]
"""Raises StopRequested when the user asked to stop."""


class Training:
    """One training under way."""

    def __init__(
        self,
        config: TrainConfig,
        run: Path,
        control: Control,
        scan: Scan,
        choice: DeviceChoice,
        net: Net,
        standing: Standing,
        plans: Plans,
        saved: Checkpoint | None,
        check_folder: Callable[[], None],
    ) -> None:
        """`plans`: how its phases are to compute, as far as it is known.

        `saved`: the checkpoint of a training that goes on: the next phase begins with its optimiser, schedule, scaler
        and random numbers.
        """
        self.config, self.run, self.control = config, run, control
        self.scan, self.choice, self.net, self.standing = scan, choice, net, standing
        self.train, self.val = of_split(scan, "train"), of_split(scan, "val")
        threads = decode_threads()
        self._said: list[Event] = []
        """Told by trainer, loader and pixel cache, sent between two batches."""
        cache = PixelCache(lambda message: self._said.append(Warned(message)))
        photos = (config, net, choice, self.train.files, self.train.labels, threads)
        self.trainer: Trainer = CourseTrainer(*photos) if config.exact_course else QuickTrainer(*photos, cache)
        kept = None if config.exact_course else cache
        self.validator = Validator(net, choice.device, self.val.files, self.val.labels, threads, kept)
        # From random weights nothing would be found again, so nothing is kept.
        self._frozen = FrozenPart(config, net, choice.device, self.train, self.val, threads, standing.pretrained)
        self.parts = Parts(config.epoch_plan(standing.pretrained), None, [])
        """Epochs of each phase; phases may end early."""
        self._plans = plans
        self._features: FeaturePhases | None = None
        """None: nothing was read yet."""
        self._saved = saved
        self._phase: Phase | None = None
        self._is_chosen = False
        """True once it is settled how the phase under way computes."""
        self._sums, self._ticker = Sums(choice.device), Ticker()
        self._time_left = self._plan_time()
        self._lr = 0.0
        self._known_bad = {one.path for one in standing.skipped}
        self._saved_at = time.monotonic()
        self._check_folder = check_folder
        self._best = BestModel(run, net, choice.device, "" if saved is None else saved.best)

    def planned(self) -> Planned:
        return Planned(
            run=str(self.run), model=self.config.model, device=self.choice.device, device_reason=self.choice.reason,
            precision="float32" if self.config.exact_course else self.choice.precision, weights=self.standing.weights,
            classes=self.scan.classes, train_photos=len(self.train.files), val_photos=len(self.val.files),
            test_photos=len(self.scan.of_split("test")), head_epochs=self.parts.plan.head,
            stage_epochs=self.parts.plan.stages, epochs=self.parts.plan.full, first_epoch=self.standing.epoch,
        )  # fmt: skip

    @property
    def is_done(self) -> bool:
        return self.standing.phase >= len(self.phases)

    @property
    def epochs(self) -> int:
        """Of the whole training, as far as it is known now."""
        standing = self.standing
        return standing.epoch - standing.phase_epoch + sum(epochs for _, epochs in self.phases[standing.phase :])

    @property
    def phases(self) -> list[tuple[Phase, int]]:
        """(phase, its epochs)."""
        return self.parts.plan.phases

    def choose_parts(self) -> list[Message]:
        """Chooses which parts of the network learn, where that is left to the app; says which and why."""
        facts = (self.config, self.net, self.choice, len(self.train.files), self.standing)
        self.parts = choose_parts(*facts, self._plans, self.control)
        self._time_left = self._plan_time()
        return self.parts.said

    def read_features(self) -> Chapter:
        """Before epochs on cached features: computes what the frozen part sees, or finds it, once."""
        if self._features is not None:
            return
        self._features = FeaturePhases()
        phases = [phase for phase, _ in self.phases[self.standing.phase :]]
        if self.config.exact_course or not self.config.feature_cache:
            return
        cut, known, stages = self.parts.cut, self._plans.get("stages"), None
        if "stages" in phases and cut is not None:
            stages = cut.cut if cut.fits and (known is None or known.engine is not None) else None
            if stages is None:
                yield Noted(
                    say(
                        "There is not enough space to keep the prepared photos, so they are prepared again in "
                        "every epoch."
                    )
                )
        engine = next((plan.engine for plan in self._plans.values() if plan.engine is not None), None)
        on_skip = self._told_by(self.train.files), self._told_by(self.val.files)
        found = yield from self._frozen.read(phases, stages, engine, on_skip, self.control, self.run)
        self._features = found
        self.standing.epoch_seconds += found.seconds
        yield from self._news()
        self._time_left = self._plan_time()
        self._time_left.took("features", found.computed, found.seconds)

    def enter_phase(self) -> None:
        """Starts the phase that the next epoch belongs to, if it is not the one under way."""
        phase, epochs = self.phases[self.standing.phase]
        if phase == self._phase:
            return
        self._phase, self._is_chosen, standing = phase, False, self.standing
        is_next = standing.phase > 0 and standing.phase_epoch == 1 and standing.next_batch == 0
        if is_next and not self.config.exact_course:
            self._best.take_up(standing)
        # After other phases the network is nearly right and is only refined; else it has everything to learn.
        manner: Manner = "plain"
        if phase == "full" and standing.phase > 0 and standing.pretrained:
            manner = "refine"
        elif phase == "full" and self.config.is_modern(standing.pretrained):
            manner = "modern"
        rates = {"head": self.config.lr, "stages": self.config.stage_lr, "full": self.config.lr}
        lr = self.config.fine_lr if manner == "refine" else rates[phase]
        features = self._features or FeaturePhases()
        self.validator.use(features.checks.get(phase))
        cut = self.parts.cut.cut if self.parts.cut else None
        steps = epochs * self.trainer.batch_count()
        self.trainer.begin(PhaseStart(phase, lr, steps, manner, cut, features.materials.pop(phase, None)))
        if self._saved is not None:
            with using(self._saved.file):
                if self._saved.content["phase"] == phase:
                    self.trainer.restore(self._saved.content["trainer"])
                restore_random_state(self._saved.content["random"])
            self._saved = None
        self._lr = self.trainer.lr()

    def _choose_plan(self, first: TrainBatch) -> Chapter:
        """Settles how the phase under way computes; `first` is its first batch."""
        assert self._phase is not None
        yield from self.trainer.choose(first, self._plans.get(self._phase), self.control)
        self._is_chosen = True
        self._keep_plan()

    def _keep_plan(self) -> None:
        """Writes how the phase under way computes, when that is news."""
        assert self._phase is not None
        if self._plans.get(self._phase) != self.trainer.plan:
            self._plans[self._phase] = self.trainer.plan
            save_plans(self._plans, self.run)

    def train_epoch(self) -> Chapter:
        """The epoch's batches, from the standing on."""
        standing = self.standing
        began = time.monotonic()
        self._ticker.restart()
        batches = self.trainer.batches(standing.epoch, standing.next_batch, self._told_by(self.train.files))
        with contextlib.closing(batches):
            first = next(batches, None)
            if first is not None and not self._is_chosen:
                yield from self._choose_plan(first)
            began += yield from self._learn(itertools.chain([] if first is None else [first], batches))
        self._collect()
        standing.epoch_seconds += time.monotonic() - began
        yield from self._news()
        self.control.stop_if_asked()
        if standing.totals.count == 0:
            raise DataError(
                "{n:The only training photo|None of the {n} training photos} could {n:not be|be} read. Check that "
                "the folder is still there: {folder}",
                n=len(self.train.files), folder=self.config.data,
            )  # fmt: skip

    def _learn(self, batches: Iterable[TrainBatch]) -> Generator[Event, None, float]:
        """A step on each batch, until Stop; returns the seconds of pauses."""
        saved_at, held = time.monotonic(), 0.0
        for batch in batches:
            self._lr = self.trainer.lr()
            step = self.trainer.step(batch)
            self._keep_plan()
            self._sums.add(*step)
            self.standing.next_batch = batch.number + 1
            yield from self._news()
            if self._ticker.due():
                yield self._train_progress(batch.number + 1)
            if self.control.stopping:
                break
            if self.control.paused:
                held += yield from hold(self.control)
                self._ticker.restart()
            if self.trainer.resumes_within_epoch and time.monotonic() - saved_at > _CHECKPOINT_SECONDS:
                self.save_for_later()
                saved_at = time.monotonic()
        return held

    def validate_epoch(self) -> Chapter:
        """Checks the epoch with the validation photos, keeps the best model, writes the checkpoint."""
        standing, began = self.standing, time.monotonic()
        with self.trainer.shown():
            totals = yield from self._check()
            done_epoch = self._done(totals, began)
            is_last_epoch = standing.phase_epoch == self.phases[standing.phase][1]
            standing.finish_epoch(done_epoch)
            self._check_folder()
            if done_epoch.best:
                self._best.keep(standing, only_head=self._is_light)
        is_short = self._is_light and not is_last_epoch
        patience = self.config.patience(standing.pretrained)
        if is_last_epoch or (patience and standing.waited >= patience):
            standing.next_phase()
        if not is_short or time.monotonic() - self._saved_at > _SHORT_EPOCHS_SECONDS:
            self._save()
        yield done_epoch

    def _check(self) -> Generator[Event, None, Totals]:
        """Of the validation photos. Raises StopRequested."""
        checking = self.validator.check(self._told_by(self.val.files))
        self._ticker.restart()
        before = 0
        while True:
            try:
                done = next(checking)
            except StopIteration as end:
                totals: Totals = end.value
                break
            if self._ticker.due():
                passed = self._ticker.restart()
                self._time_left.took("validate", done - before, passed)
                yield self._progress("validate", done, len(self.val.files), Totals(count=done - before), passed)
                before = done
            if self.control.stopping:
                checking.close()
                raise StopRequested
            yield from hold(self.control)
        yield from self._news()
        if totals.count == 0:
            raise DataError(
                "{n:The only validation photo|None of the {n} validation photos} could {n:not be|be} read. Check "
                "that the folder is still there: {folder}",
                n=len(self.val.files), folder=self.config.data,
            )  # fmt: skip
        return totals

    def _done(self, totals: Totals, began: float) -> EpochDone:
        standing = self.standing
        trained, seconds = standing.totals, standing.epoch_seconds
        standing.train_seconds += seconds
        standing.epoch_seconds += time.monotonic() - began
        assert self._phase is not None
        return EpochDone(
            epoch=standing.epoch, epochs=self.epochs, phase=self._phase, train_loss=trained.mean_loss,
            train_accuracy=trained.accuracy, val_loss=totals.mean_loss, val_accuracy=totals.accuracy,
            lr=self._lr, seconds=standing.epoch_seconds, images_per_second=trained.count / max(seconds, 1e-9),
            best=standing.is_better(totals.accuracy, totals.mean_loss),
        )  # fmt: skip

    def save_for_later(self) -> None:
        """Writes a checkpoint in the middle of an epoch. The course's loop can only go on at an epoch's start."""
        if self.trainer.resumes_within_epoch and self._phase is not None:
            self._collect()
            self._save()

    def conclusion(self) -> Iterator[Event]:
        """What there is to say at the end: whether the last phase was worth it, and the result."""
        history, best = self.standing.history, self.standing.best_epoch
        if history[best - 1].phase != history[-1].phase and not self.control.stopping:
            if history[-1].phase == "full":
                yield Noted(
                    say(
                        "Training the whole network brought no improvement, so the model from epoch {n} is kept.",
                        n=best,
                    )
                )
            else:
                yield Noted(
                    say("Training the last stages brought no improvement, so the model from epoch {n} is kept.", n=best)
                )
        yield self._trained()

    def _trained(self) -> Trained:
        standing = self.standing
        self._best.write(self.standing)
        return Trained(
            run=str(self.run), model=self.config.model, device=self.choice.device, epochs=standing.epoch - 1,
            best_epoch=standing.best_epoch, val_accuracy=standing.best_accuracy,
            loss=standing.history[-1].train_loss, seconds=standing.seconds + standing.epoch_seconds,
            images_per_second=standing.photos / max(standing.train_seconds, 1e-9),
            stopped=self.control.stopping and not self.is_done, skipped=standing.skipped,
        )  # fmt: skip

    @property
    def _is_light(self) -> bool:
        """True while an epoch takes but a moment."""
        return self._phase == "head" and self.trainer.plan.engine is not None

    def _save(self) -> None:
        """The checkpoint, and the best model that belongs to it."""
        assert self._phase is not None
        self._check_folder()
        self._best.write(self.standing)
        save_checkpoint(self.run, self.config, self.standing, self.net, self.trainer, self._phase, self._best.crc)
        self._best.is_named = True
        save_history(self.run, self.standing.history)
        self._saved_at = time.monotonic()

    def _plan_time(self) -> TimeLeft:
        seen = self._features.checks if self._features else ()
        photos = len(self.train.files), len(self.val.files)
        return time_left(self.config, self.choice.device, self.phases, self.standing, *photos, seen)

    def _collect(self) -> Totals:
        """Moves the sums from the device into the epoch's totals."""
        fresh = self._sums.take()
        self.standing.totals += fresh
        return fresh

    def _train_progress(self, batch: int) -> TrainProgress:
        assert self._phase is not None
        fresh, passed = self._collect(), self._ticker.restart()
        self._time_left.took(self._phase, fresh.count, passed)
        return self._progress(self._phase, batch, self.trainer.batch_count(), fresh, passed)

    def _progress(self, phase: Doing, batch: int, batches: int, fresh: Totals, passed: float) -> TrainProgress:
        return TrainProgress(
            epoch=self.standing.epoch, epochs=self.epochs, phase=phase, batch=batch, batches=batches,
            count=fresh.count, loss=fresh.mean_loss, accuracy=fresh.accuracy,
            images_per_second=fresh.count / passed, seconds_left=self._time_left.seconds(),
        )  # fmt: skip

    def _told_by(self, files: Sequence[Path]) -> Callable[[int, Message], None]:
        """What the loader calls for a photo that it cannot read; each is told to the person once."""

        def on_skip(index: int, reason: Message) -> None:
            path = str(files[index])
            if path not in self._known_bad:
                self._known_bad.add(path)
                self._said.append(Skipped(path=path, reason=reason))

        return on_skip

    def _news(self) -> Generator[Event, None, None]:
        said, self._said = self._said, []
        self.standing.skipped += [event for event in said if isinstance(event, Skipped)]
        yield from said
