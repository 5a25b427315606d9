"""What is said after a training about the model that is in use then."""

from __future__ import annotations

import pytest

from cnn_desktop.domain.run import RunRecord, RunStatus
from cnn_desktop.gui.state.model_in_use import model_in_use
from cnn_desktop.project.best_run import best_run
from cnn_desktop.project.facts import History


def history(*rows: tuple[str, RunStatus, float, str], chosen: str = "") -> History:
    """Of runs (id, how it ended, accuracy, photos that checked it), newest first."""
    models = [RunRecord(run, "resnet18", status, "2026-01-01", 0.0, share) for run, status, share, _ in rows]
    checks = {run: check for run, _, _, check in rows}
    picked = next((run for run in models if run.id == chosen), None)
    return History(models, models, best_run(models, checks), picked, checks=checks)


OLD: tuple[str, RunStatus, float, str] = ("old", "finished", 0.9, "x")


@pytest.mark.parametrize(
    ("new", "chosen", "words"),
    [
        (("new", "finished", 0.95, "x"), "", ""),
        (("new", "finished", 0.8, "x"), "", "because it is better: it got 90.0\u202f% of the validation photos right, the new one 80"),
        (("new", "stopped", 0.8, "x"), "", "because it is better"),
        (("new", "stopped", 0.95, "y"), "", "because this training run did not finish"),
        (("new", "finished", 0.95, "y"), "", ""),
        (("new", "finished", 0.8, "y"), "", "The new model is now in use"),
        (("new", "finished", 0.95, "x"), "old", "The model you chose stays in use"),
        (("new", "finished", 0.8, "x"), "new", ""),
    ],
)  # fmt: skip
def test_what_may_surprise_is_said(new: tuple[str, RunStatus, float, str], chosen: str, words: str) -> None:
    said = model_in_use("new", history(OLD), history(new, OLD, chosen=chosen))
    assert words in said
    assert bool(said) is bool(words)
    assert not said or "at the top of the Training page" in said


def test_of_a_first_training_or_one_without_a_model_nothing_is_said() -> None:
    assert model_in_use("new", history(), history(("new", "stopped", 0.1, "x"))) == ""
    assert model_in_use("new", history(OLD), history(OLD)) == ""
