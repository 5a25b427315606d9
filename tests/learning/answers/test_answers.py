"""What evaluation and prediction say is what a few lines of torch and Preprocess say, for every kind of photo."""

from __future__ import annotations

import csv
import math
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
import torch

from cnn_desktop.domain.config import Augmentation
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested
from cnn_desktop.domain.events import Event, Progress, Skipped
from cnn_desktop.domain.jobs.evaluate import Evaluated
from cnn_desktop.domain.jobs.predict import Predicted
from cnn_desktop.domain.metrics import wilson_interval
from cnn_desktop.domain.report import Report, load_report
from cnn_desktop.domain.run import BEST, LOOKS, OTHER_PREDICTIONS, load_model_facts
from cnn_desktop.domain.scan_files import load_snapshot
from cnn_desktop.learning.answers.evaluate import evaluate
from cnn_desktop.learning.answers.predict import Predictor
from tests.learning.helpers import only, remake_model, small, train
from tests.learning.written_out import CLASSES, MODES, TURNS, by_hand, draw_gallery, train_on_gallery


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every colour mode upright, and every EXIF turn in RGB, dealt out to three classes."""
    wanted = [(mode, 1) for mode in MODES] + [("RGB", turn) for turn in TURNS[1:]] + [("CMYK", 6), ("L", 8)]
    return draw_gallery(tmp_path_factory.mktemp("gallery"), wanted)


@pytest.fixture(scope="module")
def run(gallery: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run") / "run"
    train_on_gallery(gallery, folder, batch_size=4)
    return folder


def look(run: Path, data: Path | None) -> tuple[Evaluated, Report, list[Event]]:
    events = list(evaluate(run, data, "cpu", Control()))
    evaluated = events[-1]
    assert isinstance(evaluated, Evaluated)
    return evaluated, load_report(Path(evaluated.report)), events


def test_predict_agrees_with_torch(run: Path, gallery: Path) -> None:
    files = sorted(path for path in gallery.rglob("*") if path.is_file())
    assert len(files) == 17
    events = list(Predictor(run, "cpu").predict([str(file) for file in files], Control()))
    wanted = by_hand(run, files)
    assert [event.path for event in events if isinstance(event, Predicted)] == [str(file) for file in files]
    for event, row in zip(events, wanted, strict=True):
        assert isinstance(event, Predicted)
        shares = {score.name: score.probability for score in event.scores}
        assert [shares[name] for name in CLASSES] == pytest.approx(row.tolist(), abs=1e-6)
        assert [score.probability for score in event.scores] == sorted(shares.values(), reverse=True)
    assert wanted.std(0).max() > 1e-4, "the photos must not all get the same answer"


def test_evaluate_agrees_with_torch(run: Path, gallery: Path) -> None:
    evaluated, report, events = look(run, gallery)
    wanted = by_hand(run, [Path(photo.path) for photo in report.photos])
    for photo, row in zip(report.photos, wanted, strict=True):
        label = CLASSES.index(photo.label)
        assert photo.probabilities == pytest.approx(row.tolist(), abs=1e-6)
        assert photo.loss == pytest.approx(-float(row[label].log()), abs=1e-5)
        assert photo.predicted == CLASSES[int(row.argmax())]
        assert photo.confidence == max(photo.probabilities)
    right = sum(photo.right for photo in report.photos)
    assert (report.n, report.accuracy) == (17, right / 17)
    assert (report.accuracy_low, report.accuracy_high) == wilson_interval(right, 17)
    assert [photo.loss for photo in report.photos] == sorted((p.loss for p in report.photos), reverse=True)
    assert evaluated.accuracy == report.accuracy
    assert only(Progress, events)


def test_small_photos_from_scratch_are_looked_at_both_ways_round(gallery: Path, tmp_path: Path) -> None:
    config = msgspec.structs.replace(small(gallery), epochs=None)
    train(config, tmp_path / "both")
    train(msgspec.structs.replace(config, augmentation=Augmentation(flip=False)), tmp_path / "one")
    assert [load_model_facts(tmp_path / name).mirrored for name in ("both", "one")] == [True, False]
    for name in ("both", "one"):
        _, report, _ = look(tmp_path / name, gallery)
        wanted = by_hand(tmp_path / name, [Path(photo.path) for photo in report.photos])
        for photo, row in zip(report.photos, wanted, strict=True):
            assert photo.probabilities == pytest.approx(row.tolist(), abs=1e-6)


def test_report_counts_are_right(run: Path, gallery: Path) -> None:
    _, report, _ = look(run, gallery)
    pairs = [(photo.label, photo.predicted) for photo in report.photos]
    assert report.confusion == [[pairs.count((true, guess)) for guess in CLASSES] for true in CLASSES]
    for place, row in enumerate(report.per_class):
        right = report.confusion[place][place]
        guessed = sum(line[place] for line in report.confusion)
        assert row.name == CLASSES[place]
        assert row.n == sum(report.confusion[place])
        assert row.recall == pytest.approx(right / row.n)
        assert row.precision == (pytest.approx(right / guessed) if guessed else None)


def test_predictions_csv(run: Path, gallery: Path) -> None:
    _, report, _ = look(run, gallery)
    with open(run / OTHER_PREDICTIONS, encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert list(rows[0]) == ["path", "label", "predicted", "confidence", "loss", *CLASSES]
    assert [float(row["two"]) for row in rows] == [photo.probabilities[2] for photo in report.photos]


def test_looks_are_counted_only_on_the_runs_own_test_photos(photo_folder: Callable[..., Path], tmp_path: Path) -> None:
    data, run = photo_folder(2, 10), tmp_path / "run"
    train(small(data), run)
    assert not (run / LOOKS).exists()
    own = {str(load_snapshot(run).file(photo)) for photo in load_snapshot(run).of_split("test")}
    first, report, _ = look(run, None)
    assert {photo.path for photo in report.photos} == own
    assert first.looks == 1
    other, report, _ = look(run, data)
    assert (other.looks, report.n) == (1, 20)
    assert look(run, None)[0].looks == 2
    assert len((run / LOOKS).read_text().splitlines()) == 2


def test_unreadable_photos_are_told_and_the_rest_goes_on(run: Path, gallery: Path, tmp_path: Path) -> None:
    good = str(next(gallery.rglob("RGB-1.png")))
    (tmp_path / "text.jpg").write_text("no photo")
    paths = [str(tmp_path / "gone.png"), good, str(tmp_path / "text.jpg"), good, str(tmp_path / "text.jpg")]
    events = list(Predictor(run).predict(paths, Control()))
    assert [type(event) for event in events] == [Skipped, Predicted, Skipped, Predicted, Skipped]
    assert list(Predictor(run).predict([], Control())) == []


def test_photos_that_vanish_before_the_test(photo_folder: Callable[..., Path], tmp_path: Path) -> None:
    data, run = photo_folder(2, 20), tmp_path / "run"
    train(small(data), run)
    photos = [load_snapshot(run).file(photo) for photo in load_snapshot(run).of_split("test")]
    photos[0].unlink()
    _, report, events = look(run, None)
    assert report.n == len(photos) - 1
    assert [str(event) for event in only(Skipped, events)] == report.skipped
    for photo in photos[1:]:
        photo.unlink()
    with pytest.raises(DataError, match="could be read"):
        look(run, None)


def test_what_cannot_be_tested_is_said_in_a_sentence(
    run: Path, photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    with pytest.raises(
        DataError,
        match=r"knows none of the classes in .*: “class 0”, “class 1”. It knows: “one”, “three”, “two”.",
    ):
        look(run, photo_folder(2, 4))
    with pytest.raises(DataError, match="contains no trained model"):
        look(tmp_path, None)
    with pytest.raises(DataError, match="contains no trained model"):
        Predictor(tmp_path)


def test_a_test_can_be_stopped(run: Path, gallery: Path) -> None:
    control = Control()
    job = evaluate(run, gallery, "cpu", control)
    next(job)
    control.stop()
    with pytest.raises(StopRequested):
        list(job)
    with pytest.raises(StopRequested):
        list(Predictor(run).predict([str(next(gallery.rglob("*.png")))], control))


def test_a_damaged_model_is_named(photo_folder: Callable[..., Path], tmp_path: Path) -> None:
    run = tmp_path / "run"
    train(small(photo_folder(2, 6)), run)
    (run / BEST).write_bytes((run / BEST).read_bytes()[:1000])
    with pytest.raises(DataError, match=r"model.safetensors is missing or damaged"):
        Predictor(run)


def test_progress_is_at_most_ten_a_second_and_ends_full(photo_folder: Callable[..., Path], tmp_path: Path) -> None:
    data, run = photo_folder(2, 300), tmp_path / "run"
    train(small(data), run)
    began = time.monotonic()
    progress = [event for event in only(Progress, list(evaluate(run, data, "cpu", Control()))) if event.per_second]
    assert len(progress) <= (time.monotonic() - began) * 10 + 4
    assert (progress[-1].done, progress[-1].total) == (600, 600)


def test_an_answer_that_is_no_number_is_told_and_never_shown(run: Path, gallery: Path) -> None:
    """Of one photo: the others have theirs, also where there are many."""
    files = [str(file) for file in sorted(gallery.rglob("*")) if file.is_file()]
    for some in (files, files * 7):
        predictor = Predictor(run, "cpu")
        bad = predictor.net.preprocess(files[2])[0, 0, 0]

        def poison(_: object, inputs: tuple[torch.Tensor], logits: torch.Tensor, bad: float = bad) -> torch.Tensor:
            return torch.where((inputs[0][:, 0, 0, 0] == float(bad))[:, None], torch.nan, logits)

        predictor.net.module.register_forward_hook(poison)
        events = list(predictor.predict(some, Control()))
        told = only(Skipped, events)
        assert {event.path for event in told} >= {files[2]} or len(some) > len(files)
        for event in only(Predicted, events):
            assert all(math.isfinite(score.probability) for score in event.scores)
        assert len(told) + len(only(Predicted, events)) == len(some)


def test_a_model_without_usable_answers_is_said_to_be_one(run: Path, gallery: Path, tmp_path: Path) -> None:
    """Its weights are numbers, but what they give is not."""
    broken = tmp_path / "broken"
    shutil.copytree(run, broken)

    def grow(state: dict[str, torch.Tensor]) -> None:
        for value in state.values():
            if value.is_floating_point():
                value.mul_(1e30)

    remake_model(broken, tensors=grow)
    with pytest.raises(DataError, match="gives no usable answer for any of these photos"):
        list(evaluate(broken, gallery, "cpu", Control()))
    files = [str(file) for file in gallery.rglob("*") if file.is_file()]
    events = list(Predictor(broken, "cpu").predict(files, Control()))
    assert [str(event.reason) for event in only(Skipped, events)] == ["the model gives no usable answer for it"] * 17
    assert not only(Predicted, events)
