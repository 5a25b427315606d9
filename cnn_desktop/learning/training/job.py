"""The chapters of a training: phases, the batches of an epoch, validation, saving. `fit` tells them in order."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path
from typing import Any

from cnn_desktop.dataset.pixels.source import PixelCache
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested
from cnn_desktop.domain.events import Event, Noted, Paused, Resumed, Skipped, Warned
from cnn_desktop.domain.jobs.train import EpochDone, Planned, Trained, TrainProgress
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.recipe import Manner, Phase
from cnn_desktop.learning.models.network import Net
from cnn_desktop.learning.training.best_model import BestModel
from cnn_desktop.learning.training.checkpoint import Standing, restore_random_state, save_checkpoint, save_history
from cnn_desktop.learning.training.course import CourseTrainer
from cnn_desktop.learning.training.features_trainer import FeatureTrainer
from cnn_desktop.learning.training.pace import Sums, Ticker, TimeLeft, Totals
from cnn_desktop.learning.training.photos import decode_threads, of_split
from cnn_desktop.learning.training.plan import choose_parts, work_left
from cnn_desktop.learning.training.steps import QuickTrainer, Trainer
from cnn_desktop.learning.training.validate import SeenPhotos, Validator
from cnn_desktop.learning.tuning.device import DeviceChoice

_CHECKPOINT_SECONDS = 600
"""A long epoch is also saved in between."""
_SHORT_EPOCHS_SECONDS = 2.0
"""Epochs on cached features take less time than writing a checkpoint, so not each of them is saved."""

Chapter = Generator[Event, None, bool]
"""Returns True when the user asked to stop."""


class TrainingJob:
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
    ) -> None:
        self.config, self.run, self.control = config, run, control
        self.scan, self.choice, self.net, self.standing = scan, choice, net, standing
        self.plan = config.epoch_plan(standing.pretrained)
        """Epochs of each phase; phases may end early."""
        self.train, self.val = of_split(scan, "train"), of_split(scan, "val")
        threads = decode_threads()
        photos = (self.train.files, self.train.labels, threads)
        self.trainer: Trainer
        if config.exact_course:
            self.trainer = CourseTrainer(config, net, choice, *photos)
        elif config.feature_cache and (self.plan.head or self.plan.stages):
            # From random weights nothing would be found again, so nothing is kept.
            self.trainer = FeatureTrainer(config, net, choice, *photos, keep=standing.pretrained)
        else:
            self.trainer = QuickTrainer(config, net, choice, *photos)
        self._said: list[Event] = []
        """Told by the trainer and the pixel cache, sent between two batches."""
        cache = PixelCache(lambda message: self._said.append(Warned(message)))
        if isinstance(self.trainer, QuickTrainer):
            self.trainer.cache = cache
            self.trainer.note = lambda message: self._said.append(Noted(message))
        kept = None if config.exact_course else cache
        self.validator = Validator(net, choice.device, self.val.files, self.val.labels, threads, kept)
        self._seen: dict[Phase, SeenPhotos] | None = None
        """What is known of the validation photos in each phase; None: nothing was read yet."""
        self._phase: Phase | None = None
        self._sums, self._ticker = Sums(choice.device), Ticker()
        self._time_left = self._plan_time()
        self._lr = 0.0
        self._left_out: list[Skipped] = []
        """Told by the loader, sent between two batches."""
        self._known_bad = {one.path for one in standing.skipped}
        self._saved_at = time.monotonic()
        self._best = BestModel(run, net, choice.device)

    def planned(self) -> Planned:
        return Planned(
            run=str(self.run), model=self.config.model, device=self.choice.device, device_reason=self.choice.reason,
            precision="float32" if self.config.exact_course else self.choice.precision, weights=self.standing.weights,
            classes=self.scan.classes, train_photos=len(self.train.files), val_photos=len(self.val.files),
            test_photos=len(self.scan.of_split("test")), head_epochs=self.plan.head,
            stage_epochs=self.plan.stages, epochs=self.plan.full, first_epoch=self.standing.epoch,
        )  # fmt: skip

    @property
    def is_done(self) -> bool:
        return self.standing.phase >= len(self._phases)

    @property
    def epochs(self) -> int:
        """Of the whole training, as far as it is known now."""
        standing = self.standing
        return standing.epoch - standing.phase_epoch + sum(epochs for _, epochs in self._phases[standing.phase :])

    @property
    def _phases(self) -> list[tuple[Phase, int]]:
        return self.plan.phases

    def plan_parts(self) -> list[Message]:
        """Chooses which parts of the network learn, where that is left to the app; says which and why."""
        trainer = self.trainer
        if not self.plan.stages or not isinstance(trainer, QuickTrainer):
            return []
        self.plan, chosen, said = choose_parts(self.config, self.net, self.choice, len(self.train.files), self.standing)
        trainer.cut, trainer.cut_fits = chosen.cut, chosen.fits
        self._time_left = self._plan_time()
        return said

    def read_features(self) -> Chapter:
        """Before epochs on cached features: computes what the frozen part sees, or finds it, once."""
        trainer = self.trainer
        if self._seen is not None or not isinstance(trainer, FeatureTrainer):
            return False
        self._seen = {}
        phases = [phase for phase, _ in self._phases[self.standing.phase :]]
        train_skip, val_skip = self._told_by(self.train.files), self._told_by(self.val.files)
        try:
            self._seen = yield from trainer.read(phases, self.val.files, train_skip, val_skip, self.control, self.run)
        except StopRequested:
            return True
        finally:
            self.standing.epoch_seconds += trainer.reading_seconds
        yield from self._news()
        if self._seen:
            if self._phase is not None:  # it was entered before, by a training that is taken up again
                self.validator.use(self._seen.get(self._phase))
            self._time_left = self._plan_time()
            self._time_left.took("features", trainer.computed, trainer.reading_seconds)
        return False

    def enter_phase(self) -> None:
        """Starts the phase that the next epoch belongs to, if it is not the one under way."""
        phase, epochs = self._phases[self.standing.phase]
        if phase == self._phase:
            return
        self._phase, standing = phase, self.standing
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
        self.validator.use((self._seen or {}).get(phase))
        self.trainer.begin(phase, lr, epochs * self.trainer.batch_count(), manner)

    def resume(self, saved: dict[str, Any]) -> None:
        """Puts optimiser, schedule, scaler and random numbers back to where the checkpoint was written."""
        if self.is_done:
            return
        self.enter_phase()
        if saved["phase"] == self._phase:
            self.trainer.restore(saved["trainer"])
        restore_random_state(saved["random"])

    def train_epoch(self) -> Chapter:
        """The epoch's batches, from the standing on."""
        standing, photos = self.standing, len(self.train.files)
        assert self._phase is not None
        saved_at = began = time.monotonic()
        self._ticker.restart()
        batches = self.trainer.batches(standing.epoch, standing.next_batch, self._told_by(self.train.files))
        for batch in batches:
            self._lr = self.trainer.lr()
            step = self.trainer.step(batch)
            self._sums.add(*step)
            standing.next_batch = batch.number + 1
            yield from self._news()
            if self._ticker.due():
                yield self._train_progress(batch.number + 1)
            if self.control.stopping:
                break
            if self.control.paused:
                standing.epoch_seconds += time.monotonic() - began
                yield from self._hold()
                began = time.monotonic()
                self._ticker.restart()
            if self.trainer.resumes_within_epoch and time.monotonic() - saved_at > _CHECKPOINT_SECONDS:
                self.save_for_later()
                saved_at = time.monotonic()
        batches.close()
        self._collect()
        standing.epoch_seconds += time.monotonic() - began
        yield from self._news()
        if self.control.stopping:
            return True
        if standing.totals.count == 0:
            raise DataError(
                "None of the {n} training photos could be read. Check that their folder is still there: {folder}",
                n=photos, folder=self.config.data,
            )  # fmt: skip
        return False

    def validate_epoch(self) -> Chapter:
        """Checks the epoch with the validation photos, keeps the best model, writes the checkpoint."""
        standing, began = self.standing, time.monotonic()
        with self.trainer.shown():
            totals = yield from self._check()
            if totals is None:
                return True
            done_epoch = self._done(totals, began)
            is_last_epoch = standing.phase_epoch == self._phases[standing.phase][1]
            standing.finish_epoch(done_epoch)
            if done_epoch.best:
                self._best.keep(standing, only_head=self._phase == "head" and self._on_features)
        is_short = self._phase == "head" and self._on_features and not is_last_epoch
        patience = self.config.patience(standing.pretrained)
        if is_last_epoch or (patience and standing.waited >= patience):
            standing.next_phase()
        if not is_short or time.monotonic() - self._saved_at > _SHORT_EPOCHS_SECONDS:
            self._save()
        yield done_epoch
        return False

    def _check(self) -> Generator[Event, None, Totals | None]:
        """Of the validation photos; None when the user asked to stop."""
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
                return None
            yield from self._hold()
        yield from self._news()
        if totals.count == 0:
            raise DataError(
                "None of the {n} validation photos could be read. Check that their folder is still there: {folder}",
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
                yield Noted(say("Training the whole network did not help: the model of epoch {n} is kept.", n=best))
            else:
                yield Noted(say("Training the last stages did not help: the model of epoch {n} is kept.", n=best))
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
    def _on_features(self) -> bool:
        return isinstance(self.trainer, FeatureTrainer) and self.trainer.on_features

    def _save(self) -> None:
        """The checkpoint, and the best model that belongs to it."""
        assert self._phase is not None
        self._best.write(self.standing)
        save_checkpoint(self.run, self.standing, self.net, self.trainer, self._phase)
        save_history(self.run, self.standing.history)
        self._saved_at = time.monotonic()

    def _plan_time(self) -> TimeLeft:
        photos = len(self.train.files), len(self.val.files)
        return TimeLeft(work_left(self.config, self._phases, self.standing, *photos, self._seen or ()))

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

    def _progress(self, phase: str, batch: int, batches: int, fresh: Totals, passed: float) -> TrainProgress:
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
                self._left_out.append(Skipped(path=path, reason=reason))

        return on_skip

    def _news(self) -> Generator[Event, None, None]:
        fresh, self._left_out = self._left_out, []
        self.standing.skipped += fresh
        yield from fresh
        said, self._said = self._said, []
        yield from said

    def _hold(self) -> Generator[Event, None, None]:
        if not self.control.paused:
            return
        yield Paused()
        self.control.wait_while_paused()
        if not self.control.stopping:
            yield Resumed()
