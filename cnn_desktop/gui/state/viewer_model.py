"""The model that the Viewer asks, whichever it is: the one place that says so."""

from __future__ import annotations

from pathlib import Path

import msgspec

from cnn_desktop.gui.state.runs import Runs


class ViewerModel(msgspec.Struct, frozen=True):
    """A trained model."""

    folder: Path
    """Of its run."""
    seconds: float = 0.0
    """How long it was trained: the same run trained on is another model."""


def viewer_model(runs: Runs) -> ViewerModel | None:
    """That of the open project; None: nothing is trained yet."""
    run = runs.predictor
    return ViewerModel(runs.folder(run.id), run.seconds) if run else None
