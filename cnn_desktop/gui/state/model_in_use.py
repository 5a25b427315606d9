"""What is to be said after a training about the model that is in use then. Pure."""

from __future__ import annotations

from cnn_desktop.domain.run import RunRecord
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.project.facts import History


def model_in_use(trained: str, before: History, now: History) -> str:
    """A sentence when the model of the run `trained` is not what a person may expect to be in use; else "".

    `before`, `now`: the history before that training ended, and after.
    """
    new = next((run for run in now.models if run.id == trained), None)
    old, used = before.predictor, now.predictor
    if new is None or used is None:
        return ""
    if used.id != trained:
        return _stays(new, used, now)
    if now.chosen is None and old is not None and old.id != trained and _share(new) < _share(old):
        return tr(
            "The new model is now in use. It got {new:.1%} of its validation photos right, the earlier one "
            "{old:.1%}, but of different photos. You can switch back at the top of the Training page.",
            old=_share(old), new=_share(new),
        )  # fmt: skip
    return ""


def _stays(new: RunRecord, used: RunRecord, now: History) -> str:
    if now.chosen is not None:
        return tr(
            "The model you chose stays in use: it got {old:.1%} of the validation photos right, the new one "
            "{new:.1%}. You can switch models at the top of the Training page.",
            old=_share(used), new=_share(new),
        )  # fmt: skip
    if now.checks.get(new.id) != now.checks.get(used.id):
        return tr(
            "The earlier model stays in use because this training run did not finish. You can switch to the new "
            "one at the top of the Training page."
        )
    return tr(
        "The earlier model stays in use because it is better: it got {old:.1%} of the validation photos right, the "
        "new one {new:.1%}. You can switch models at the top of the Training page.",
        old=_share(used), new=_share(new),
    )  # fmt: skip


def _share(run: RunRecord) -> float:
    """Of its validation photos that it got right."""
    return run.val_accuracy or 0.0
