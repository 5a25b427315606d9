"""The training: its events, its files, Stop, Pause, going on exactly, and photos that go bad under way."""

from __future__ import annotations

import csv
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
import torch
from safetensors.torch import load_file

from cnn_desktop.dataset.split import assign_splits
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested, UsageError, UserError
from cnn_desktop.domain.events import Event, Noted, Paused, Resumed, Skipped, Warned
from cnn_desktop.domain.jobs.train import EpochDone, Planned, Trained, TrainProgress
from cnn_desktop.domain.photos import Photo, Scan
from cnn_desktop.domain.recipe import RECIPES, SMALL_SCRATCH
from cnn_desktop.domain.run import BEST, CHECKPOINT, EPOCHS, LAST, MODEL, has_model, load_model_facts
from cnn_desktop.domain.scan_files import load_snapshot, save_snapshot
from cnn_desktop.learning.models.tensor_files import save_tensors
from cnn_desktop.learning.models.trained import load_trained
from cnn_desktop.learning.models.weights import Weights, find_weights, load_weights
from cnn_desktop.learning.training.fit import fit
from tests.learning.helpers import can_mount, only, small, train, train_until, watch

Make = Callable[..., Path]


def test_a_training_tells_and_leaves_everything(photo_folder: Make, tmp_path: Path) -> None:
    run = tmp_path / "run"
    events = train(small(photo_folder(3, 10), epochs=3), run)
    (planned,), epochs, trained = only(Planned, events), only(EpochDone, events), events[-1]
    assert isinstance(trained, Trained)
    assert (planned.train_photos + planned.val_photos + planned.test_photos, planned.epochs) == (30, 3)
    assert str(planned.device_reason) == "chosen by you"
    assert [epoch.epoch for epoch in epochs] == [1, 2, 3]
    assert (epochs[-1].train_loss or 9) < (epochs[0].train_loss or 0)
    best = max(epochs, key=lambda epoch: epoch.val_accuracy)
    assert trained.val_accuracy == best.val_accuracy
    assert trained.images_per_second > 0
    assert not trained.stopped
    names = {path.name for path in run.iterdir()}
    assert names >= {"config.toml", "dataset.json", "split.csv", MODEL, BEST, LAST, CHECKPOINT, EPOCHS}
    assert not [name for name in names if name.endswith(".part")]
    assert load_model_facts(run).best_epoch == trained.best_epoch
    with open(run / EPOCHS) as lines:
        rows = list(csv.DictReader(lines))
    assert [float(row["val_accuracy"]) for row in rows] == [epoch.val_accuracy for epoch in epochs]
    assert torch.load(run / CHECKPOINT, weights_only=True).keys() >= {"standing", "weights", "trainer", "random"}


def test_progress_is_at_most_ten_a_second_and_loses_nothing(photo_folder: Make, tmp_path: Path) -> None:
    progress = only(TrainProgress, train(small(photo_folder(2, 200), batch_size=2, epochs=2), tmp_path / "run"))
    trained = [event for event in progress if event.phase == "full"]
    assert len(trained) >= 2
    assert all(0 < event.count / event.images_per_second + 1e-9 >= 0.1 for event in trained)
    by_epoch = {n: sum(event.count for event in trained if event.epoch == n) for n in (1, 2)}
    last = {event.epoch: event.batch for event in trained}
    assert by_epoch == {epoch: batch * 2 for epoch, batch in last.items()}
    assert trained[-1].seconds_left is not None


# 24 training photos are 5 batches; an epoch looks at Stop after each, at its end, and after each batch of validation.
@pytest.mark.parametrize(
    ("looks", "epochs_before"), [(3, 0), (7, 0), (10, 1), (17, 2)], ids=["head", "validation", "full", "last"]
)
def test_stopped_and_resumed_ends_as_if_never_stopped(
    looks: int, epochs_before: int, photo_folder: Make, tmp_path: Path
) -> None:
    config = small(
        photo_folder(2, 16), model="mobilenet_v3_small", weights="none", head_epochs=1, epochs=2, batch_size=5,
        schedule="cosine", optimizer="adamw", weight_decay=0.01, feature_cache=False,
    )  # fmt: skip
    whole = train(config, tmp_path / "whole")
    done_before = only(EpochDone, train_until(config, tmp_path / "parts", looks))
    assert len(done_before) == epochs_before
    resumed = train(config, tmp_path / "parts", resume=True)
    assert [event.epoch for event in done_before + only(EpochDone, resumed)] == [1, 2, 3]
    for file in (LAST, BEST):
        one, other = load_file(tmp_path / "whole" / file), load_file(tmp_path / "parts" / file)
        assert all(torch.equal(one[key], other[key]) for key in one), file
    assert only(EpochDone, resumed)[-1].val_loss == only(EpochDone, whole)[-1].val_loss
    assert len((tmp_path / "parts" / EPOCHS).read_text().splitlines()) == 4


def test_stop_keeps_the_best_model(photo_folder: Make, tmp_path: Path) -> None:
    control, events = Control(), []
    for event in fit(small(photo_folder(2, 10), epochs=50), tmp_path / "run", control):
        events.append(event)
        if isinstance(event, EpochDone):
            control.stop()
    trained = events[-1]
    assert isinstance(trained, Trained)
    assert trained.stopped
    assert trained.epochs == 1
    assert load_model_facts(tmp_path / "run").best_epoch == 1
    (noted,) = only(Noted, train(small(photo_folder(2, 10), epochs=2), tmp_path / "run", resume=True))
    assert str(noted) == "Resuming in epoch 2 of 2, with the same photos as before."


def test_stop_before_the_first_epoch_says_that_there_is_no_model(photo_folder: Make, tmp_path: Path) -> None:
    control, said = Control(), []

    def act(event: Event) -> None:
        said.append(str(event))
        if isinstance(event, Planned):
            control.stop()

    with pytest.raises(StopRequested):
        watch(small(photo_folder(2, 10)), tmp_path / "run", control, act)
    assert said[-1].startswith("Stopped before the first epoch was finished")
    assert not (tmp_path / "run" / MODEL).exists()
    assert isinstance(train(small(photo_folder(2, 10)), tmp_path / "run", resume=True)[-1], Trained)


def test_resume_without_a_checkpoint_starts_afresh(photo_folder: Make, tmp_path: Path) -> None:
    events = train(small(photo_folder(2, 10)), tmp_path / "run", resume=True)
    assert only(Planned, events)[0].first_epoch == 1
    assert isinstance(events[-1], Trained)


def test_a_checkpoint_of_another_training_is_not_mixed_in(photo_folder: Make, tmp_path: Path) -> None:
    data = photo_folder(2, 10)
    train(small(data), tmp_path / "run")
    with pytest.raises(DataError, match="Image size: 32, not 40"):
        train(small(data, image_size=40), tmp_path / "run", resume=True)
    (tmp_path / "run" / CHECKPOINT).write_bytes(b"PK broken")
    with pytest.raises(DataError, match=r"checkpoint.pt is damaged. Delete it"):
        train(small(data), tmp_path / "run", resume=True)


def test_training_anew_in_the_same_folder_clears_the_old_results(photo_folder: Make, tmp_path: Path) -> None:
    train(small(photo_folder(2, 10)), tmp_path / "run")
    train_until(small(photo_folder(3, 10, "others")), tmp_path / "run", 2)
    assert not (tmp_path / "run" / BEST).exists()
    assert len(load_snapshot(tmp_path / "run").classes) == 3


def test_pause_holds_between_two_batches(photo_folder: Make, tmp_path: Path) -> None:
    control, seen = Control(), []
    for event in fit(small(photo_folder(2, 40), epochs=2, batch_size=4), tmp_path / "run", control):
        seen.append(type(event))
        if isinstance(event, Planned):
            control.pause()
        if isinstance(event, Paused):
            threading.Timer(0.3, control.resume).start()
    assert seen[seen.index(Paused) + 1] is Resumed
    assert seen.index(Paused) < seen.index(EpochDone)
    assert isinstance(event, Trained)
    assert seen[-1] is Trained


def test_stop_ends_a_pause(photo_folder: Make, tmp_path: Path) -> None:
    control = Control()

    def act(event: Event) -> None:
        if isinstance(event, Planned):
            control.pause()
        if isinstance(event, Paused):
            threading.Timer(0.1, control.stop).start()

    with pytest.raises(StopRequested):
        watch(small(photo_folder(2, 40)), tmp_path / "run", control, act)


def test_photos_that_vanish_or_break_are_left_out_once(photo_folder: Make, tmp_path: Path) -> None:
    data, run, events = photo_folder(3, 10), tmp_path / "run", []
    for event in fit(small(data, epochs=3), run, Control()):
        events.append(event)
        if isinstance(event, Planned):
            snapshot = load_snapshot(run)
            train_photos, val_photos = snapshot.of_split("train"), snapshot.of_split("val")
            snapshot.file(train_photos[0]).unlink()
            snapshot.file(train_photos[1]).write_text("no photo")
            snapshot.file(val_photos[0]).write_bytes(b"")
    trained = events[-1]
    assert isinstance(trained, Trained)
    skipped = only(Skipped, events)
    bad = {str(snapshot.file(photo)) for photo in (*train_photos[:2], val_photos[0])}
    assert {event.path for event in skipped} == bad
    assert len(skipped) == 3
    assert {event.path for event in trained.skipped} == bad


def test_a_class_may_vanish_but_not_all(photo_folder: Make, tmp_path: Path) -> None:
    data = photo_folder(3, 8)
    for event in fit(small(data), tmp_path / "run", Control()):
        if isinstance(event, Planned):
            for photo in (data / "class 0").iterdir():
                photo.unlink()
    assert isinstance(event, Trained)

    def empty(event: Event) -> None:
        if isinstance(event, Planned):
            for photo in data.rglob("*.png"):
                photo.unlink()

    with pytest.raises(DataError, match=r"None of the .* training photos could be read"):
        watch(small(data), tmp_path / "run2", Control(), empty)


def test_a_diverged_training_says_so(photo_folder: Make, tmp_path: Path) -> None:
    data = photo_folder(2, 40)
    with pytest.raises(DataError, match="Choose a smaller learning rate"):
        train(small(data, lr=10.0, weight_decay=1.0, optimizer="sgd", batch_size=1), tmp_path / "run")
    assert not has_model(tmp_path / "run")
    later = train(small(data, lr=3.0, weight_decay=1.0, optimizer="sgd", batch_size=64, epochs=99), tmp_path / "run")
    assert "ended early because the loss was no longer a number" in str(only(Warned, later)[0])
    assert isinstance(later[-1], Trained)
    assert later[-1].best_epoch > 0
    assert later[-1].epochs < 99
    load_trained(tmp_path / "run", "cpu")  # which refuses numbers that are none


def test_wrong_settings_are_refused_before_anything_is_written(photo_folder: Make, tmp_path: Path) -> None:
    for settings, field in (
        ({"lr": float("nan")}, "lr"), ({"image_size": 8}, "image_size"), ({"epochs": -1}, "epochs"),
        ({"batch_size": 1, "model": "resnet18"}, "batch_size"), ({"model": "resnet19"}, "model"),
        ({"device": "cuda:0,1"}, "device"),
    ):  # fmt: skip
        with pytest.raises(UsageError) as refused:
            train(small(photo_folder(2, 4), **settings), tmp_path / "run")
        assert refused.value.field == field
    assert not (tmp_path / "run").exists()


def test_a_lone_last_photo_does_not_upset_batch_norm(photo_folder: Make, tmp_path: Path) -> None:
    data = photo_folder(2, 6)
    config = small(data, model="resnet18", batch_size=2)
    snapshot_photos = [
        Photo(f"class {label}/{n:03}.png", f"class {label}", "val" if n == 5 else "test" if n + label == 4 else "train")
        for label in range(2)
        for n in range(6)
    ]
    scan = Scan({"1": str(data)}, ["class 0", "class 1"], snapshot_photos)
    (data / "class 0/001.png").unlink()
    assert len(scan.of_split("train")) == 8
    assert isinstance(train(config, tmp_path / "run", scan=scan)[-1], Trained)


def test_photos_that_are_given_are_what_is_trained_and_kept(photo_folder: Make, tmp_path: Path) -> None:
    data = photo_folder(2, 10)
    photos = [Photo(f"class 0/{n:03}.png", "mine" if n % 2 else "yours") for n in range(10)]
    scan = Scan({"1": str(data)}, ["mine", "yours"], assign_splits(photos))
    (planned,) = only(Planned, train(small(tmp_path / "project.cnnproj"), tmp_path / "run", scan=scan))
    assert planned.classes == ["mine", "yours"]
    assert msgspec.structs.replace(load_snapshot(tmp_path / "run"), tones=None) == scan  # with what was found out


def test_photos_that_an_earlier_training_left_are_not_learnt_by_the_next(photo_folder: Make, tmp_path: Path) -> None:
    photos = assign_splits([Photo(f"class 0/{n:03}.png", "mine" if n % 2 else "yours") for n in range(10)])
    save_snapshot(Scan({"1": str(photo_folder(2, 10))}, ["mine", "yours"], photos), tmp_path / "run")
    (planned,) = only(Planned, train(small(photo_folder(3, 10, name="other")), tmp_path / "run"))
    assert planned.classes == ["class 0", "class 1", "class 2"]


def test_an_earlier_model_stays_when_the_weights_are_not_to_be_had(photo_folder: Make, tmp_path: Path) -> None:
    config, run = small(photo_folder(2, 10)), tmp_path / "run"
    train(config, run)
    before = (run / BEST).read_bytes()
    with pytest.raises(UserError):
        train(msgspec.structs.replace(config, model="resnet18", weights=str(tmp_path / "nowhere.pt")), run)
    assert (run / BEST).read_bytes() == before


def test_the_head_learns_first_and_then_everything(photo_folder: Make, tmp_path: Path) -> None:
    config = small(
        photo_folder(2, 8), model="efficientnet_lite0", weights="auto", epochs=1, head_epochs=2, lr=0.01, batch_size=4
    )
    events = train(config, tmp_path / "run")
    epochs = only(EpochDone, events)
    assert [epoch.phase for epoch in epochs] == ["head", "head", "full"]
    assert [epoch.lr for epoch in epochs] == [0.01, 0.01, config.fine_lr]
    assert str(only(Planned, events)[0].weights) == "ImageNet weights that come with the app"
    bundled, last = load_weights(_bundled(), 32), load_file(tmp_path / "run" / LAST)
    assert torch.equal(last["bn1.running_mean"], bundled["bn1.running_mean"])
    assert not torch.equal(last["conv_stem.weight"], bundled["conv_stem.weight"])
    default = msgspec.structs.replace(config, epochs=None, head_epochs=None)
    assert default.epoch_plan(pretrained=True) == RECIPES["balanced"], "on features computed once"


def _bundled() -> Weights:
    found = find_weights("efficientnet_lite0", "auto")
    assert found is not None
    return found


def test_a_disk_too_small_is_refused_before_the_training(photo_folder: Make, tmp_path: Path) -> None:
    config = small(photo_folder(2, 4), model="simple_cnn", image_size=1024, batch_size=1)
    script = "import sys; from tests.learning.training.test_fit import train_on_small_disk; train_on_small_disk(*sys.argv[1:])"
    if not can_mount():
        pytest.skip("this system does not let a test mount a small disk")
    (tmp_path / "disk").mkdir()
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", 'mount -t tmpfs -o size=20m none "$1" && exec "$2" -c "$3" "$1" "$4" "$5"',
         "sh", str(tmp_path / "disk"), sys.executable, script, config.data, "32"],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "MB is free. Free some space, then train again." in done.stdout
    assert "The disk is full," in done.stdout
    assert done.stdout.endswith("earlier file intact\n")


def train_on_small_disk(disk: str, data: str, size: str) -> None:
    """Run in a child on a disk of 20 MB: first too small for the run, then full while saving."""
    run = Path(disk, "run")
    try:
        train(small(Path(data), image_size=int(size)), run)
    except DataError as error:
        print(error)
    save_tensors({"a": torch.zeros(1000)}, run / BEST)
    try:
        save_tensors({"a": torch.zeros(30_000_000)}, run / BEST)
    except DataError as error:
        print(error)
    assert [path.name for path in run.glob("*.part")] == []
    print("earlier file intact" if len(load_file(run / BEST)["a"]) == 1000 else "lost")


def test_warnings_are_none_in_a_plain_training(photo_folder: Make, tmp_path: Path) -> None:
    assert not only(Warned, train(small(photo_folder(2, 30)), tmp_path / "run"))


def test_small_photos_from_scratch_are_learnt_with_averaged_weights(photo_folder: Make, tmp_path: Path) -> None:
    config = msgspec.structs.replace(small(photo_folder(2, 10)), epochs=None, head_epochs=None, weights="none")
    assert config.is_modern(pretrained=False)
    assert config.epoch_plan(pretrained=False) == SMALL_SCRATCH
    events = train(config, tmp_path / "whole")
    epochs = only(EpochDone, events)
    assert len(epochs) == SMALL_SCRATCH.full, "a cycle of the rate goes to its end"
    rates = [epoch.lr for epoch in epochs]
    assert max(rates) == pytest.approx(config.lr, rel=0.05)
    assert rates[-1] < rates[0] < max(rates)
    best, last = load_file(tmp_path / "whole" / BEST), load_file(tmp_path / "whole" / LAST)
    assert not any(torch.equal(best[name], last[name]) for name in best if name.endswith("weight"))
    before = only(EpochDone, train_until(config, tmp_path / "parts", 61))
    assert 0 < len(before) < len(epochs)
    resumed = only(EpochDone, train(config, tmp_path / "parts", resume=True))
    assert [one.val_loss for one in before + resumed] == [one.val_loss for one in epochs]


@pytest.mark.parametrize("changes", [{"epochs": 10}, {"exact_course": True}, {"image_size": 96}])
def test_the_course_s_way_stays_where_it_was_asked_for(changes: dict[str, object]) -> None:
    config = TrainConfig(data="", **({"image_size": 32} | changes))  # type: ignore[arg-type]
    assert not config.is_modern(pretrained=False)
    assert config.epoch_plan(pretrained=False) == (0, 0, 10)
