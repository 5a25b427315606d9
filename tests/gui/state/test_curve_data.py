"""What is kept of a training's events for its curves."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from cnn_desktop.domain.jobs.train import Doing, EpochDone, Planned, Trained, TrainProgress
from cnn_desktop.domain.message import say
from cnn_desktop.domain.recipe import Phase
from cnn_desktop.gui.state.curve_data import MOST_POINTS, At, Border, CurveData, Quantity, smooth


def planned(first_epoch: int = 1) -> Planned:
    return Planned(
        run="r", model="m", device="cpu", device_reason=say(""), precision="float32", weights=say(""), classes=["a"],
        train_photos=8, val_photos=2, test_photos=2, head_epochs=2, epochs=2, first_epoch=first_epoch,
    )  # fmt: skip


def step(epoch: int, batch: int, loss: float | None, accuracy: float = 0.5, phase: Doing = "head") -> TrainProgress:
    return TrainProgress(
        epoch=epoch, epochs=4, phase=phase, batch=batch, batches=4, count=8, loss=loss, accuracy=accuracy,
        images_per_second=10.0,
    )  # fmt: skip


def done(epoch: int, val_loss: float | None = 0.5, best: bool = True) -> EpochDone:
    return EpochDone(
        epoch=epoch, epochs=4, phase="head" if epoch <= 2 else "full", train_loss=0.4, train_accuracy=0.8,
        val_loss=val_loss, val_accuracy=0.7, lr=0.001, seconds=1.0, images_per_second=10.0, best=best,
    )  # fmt: skip


def test_points_stand_where_they_were_measured() -> None:
    data = CurveData()
    for event in (
        planned(),
        step(1, 2, 1.0),
        step(1, 4, 0.8),
        step(1, 4, None, phase="validate"),
        done(1),
        step(2, 1, 0.6),
    ):
        data.hear(event)
    x, y = data.raw("loss")
    assert (x.tolist(), y.tolist()) == ([0.5, 1.0, 1.25], [1.0, 0.8, 0.6])
    x, y = data.train("loss")
    assert (x.tolist(), y.tolist()) == ([1.0, 1.25], [0.4, 0.6]), "the epoch's mean, then the epoch that runs"
    x, y = data.val("accuracy")
    assert (x.tolist(), y.tolist()) == ([1.0], [0.7])
    assert (data.epochs, data.borders, data.best_epoch) == (4, [Border(2, "full")], 1)


def test_a_loss_that_is_no_number_leaves_a_gap_not_a_point() -> None:
    data = CurveData()
    data.hear(step(1, 1, None))
    data.hear(msgspec.structs.replace(done(1, val_loss=None), train_loss=None))
    assert len(data.train("loss")[0]) == len(data.val("loss")[0]) == 0
    assert len(data.train("accuracy")[0]) == len(data.val("accuracy")[0]) == 1


def test_a_training_taken_up_again_draws_its_epoch_anew() -> None:
    data = CurveData()
    for event in (planned(), step(1, 4, 1.0), done(1), step(2, 2, 0.7), planned(first_epoch=2), step(2, 1, 0.9)):
        data.hear(event)
    assert data.train("loss")[0].tolist() == [1.0, 1.25]
    assert data.raw("loss")[0].tolist() == [1.0, 1.25]
    assert data.val("loss")[0].tolist() == [1.0]


def test_epochs_too_quick_for_progress_have_their_training_points_at_once() -> None:
    data = CurveData()
    for event in (planned(), done(1), done(2), step(3, 2, 0.3, phase="full")):
        data.hear(event)
    assert data.train("loss")[0].tolist() == [1.0, 2.0, 2.5]
    assert data.train("accuracy")[1].tolist() == [0.8, 0.8, 0.5]


def test_a_training_looks_the_same_live_and_opened_again() -> None:
    live, again = CurveData(), CurveData()
    told = [planned(), done(1), done(2), *(step(3, batch, 2.0) for batch in (1, 2, 3, 4)), done(3, best=False)]
    for event in told:
        live.hear(event)
    again.replay([event for event in told if not isinstance(event, TrainProgress)])
    quantities: tuple[Quantity, ...] = ("loss", "accuracy")
    for quantity in quantities:
        assert [axis.tolist() for axis in live.train(quantity, 0.6)] == [
            axis.tolist() for axis in again.train(quantity, 0.6)
        ]
    assert (live.epochs, live.borders, live.best_epoch) == (again.epochs, again.borders, again.best_epoch)


def test_many_points_are_merged_by_their_photos_and_nothing_is_lost() -> None:
    data = CurveData()
    for number in range(1, 5 * MOST_POINTS):
        data.hear(
            TrainProgress(
                epoch=1,
                epochs=1,
                phase="head",
                batch=number,
                batches=5 * MOST_POINTS,
                count=1 + number % 3,
                loss=float(number),
                accuracy=0.5,
                images_per_second=1.0,
            )
        )
    x, _ = data.raw("loss")
    assert len(x) <= MOST_POINTS
    assert (np.diff(x) > 0).all()
    rows = data._train["loss"].rows
    numbers = np.arange(1, 5 * MOST_POINTS)
    weights = 1 + numbers % 3
    kept = sum(count for _, _, count in rows)
    assert weights.sum() - kept <= 3 * 8, "at most an odd point a merge is dropped"
    mean = sum(y * count for _, y, count in rows) / kept
    assert mean == pytest.approx((numbers * weights).sum() / weights.sum(), rel=1e-3)


def test_smoothing_begins_at_the_first_value_and_keeps_a_constant() -> None:
    assert smooth(np.array([2.0, 2.0, 2.0]), 0.9).tolist() == pytest.approx([2.0, 2.0, 2.0])
    # by hand, amount 0.5: (0.5·4)/0.5; (0.5·2 + 0.5·0)/0.75
    assert smooth(np.array([4.0, 0.0]), 0.5).tolist() == pytest.approx([4.0, 4 / 3])


def test_an_epochs_own_values_are_told_and_of_the_running_one_its_mean_so_far() -> None:
    data = CurveData()
    assert data.at("loss", 1.0) is None
    assert data.newest("loss") is None
    data.hear(msgspec.structs.replace(step(1, 1, 2.0, 0.2), count=24))
    data.hear(step(1, 2, 1.0, 0.6))
    assert data.newest("loss") == At(0.5, (24 * 2.0 + 8 * 1.0) / 32, None)
    for event in (done(1, 0.6), step(2, 1, 1.0), step(2, 4, 0.5)):
        data.hear(event)
    assert data.newest("loss") == data.at("loss", 0.2) == At(1, 0.4, 0.6)
    assert data.newest("accuracy") == At(1, 0.8, 0.7)
    assert data.at("loss", 1.3) == At(1.25, 1.0, None)
    assert data.at("loss", 9.0) == At(2.0, 0.75, None)


def test_an_earlier_training_is_shown_from_its_epochs() -> None:
    data = CurveData()
    data.replay([done(1), done(2), done(3, best=False)])
    assert data.train("accuracy")[0].tolist() == data.val("accuracy")[0].tolist() == [1.0, 2.0, 3.0]
    assert (data.best_epoch, data.borders) == (2, [Border(2, "full")])
    lines = data.as_csv().splitlines()
    assert lines[0].startswith("epoch,phase,train_loss")
    assert lines[2] == "2,head,0.4,0.8,0.5,0.7,0.001,1"
    assert lines[3].endswith(",0")


def in_phase(epoch: int, phase: Phase, epochs: int = 9) -> EpochDone:
    return msgspec.structs.replace(done(epoch), epochs=epochs, phase=phase)


def balanced() -> Planned:
    return msgspec.structs.replace(planned(), head_epochs=4, stage_epochs=3, epochs=2)


def test_the_borders_are_the_planned_ones_until_a_phase_ends_early() -> None:
    data = CurveData()
    data.hear(balanced())
    assert data.borders == [Border(4, "stages"), Border(7, "full")]
    for event in (in_phase(1, "head"), in_phase(2, "head"), in_phase(3, "stages", epochs=7)):
        data.hear(event)
    assert (data.epochs, data.borders) == (7, [Border(2, "stages"), Border(5, "full")])
    data.hear(msgspec.structs.replace(balanced(), first_epoch=2))  # taken up again where the head was learning
    assert data.borders == [Border(4, "stages"), Border(7, "full")]


def test_a_phase_that_was_left_out_has_no_border() -> None:
    data = CurveData()
    for event in (balanced(), in_phase(1, "head", 3), in_phase(2, "full", 3)):
        data.hear(event)
    assert data.borders == [Border(1, "full")]


def test_a_training_whose_last_phase_ended_early_fills_the_axis_live_and_opened_again() -> None:
    end = Trained(
        "r", "m", "cpu", epochs=3, best_epoch=1, val_accuracy=0.7, loss=0.4, seconds=1.0, images_per_second=1.0
    )
    told = [balanced(), in_phase(1, "head"), in_phase(2, "stages", 8), in_phase(3, "stages", 8)]
    live, again, stopped = CurveData(), CurveData(), CurveData()
    again.replay([*told, end])
    for event in (*told, end):
        live.hear(event)
    for data in (live, again):
        assert (data.epochs, data.borders) == (3, [Border(1, "stages")])
    stopped.replay([*told, msgspec.structs.replace(end, stopped=True)])
    assert stopped.epochs == 8, "it can be gone on with"
