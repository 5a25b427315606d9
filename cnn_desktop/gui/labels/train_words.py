"""What the button says that trains on cleaned labels: on several pages of the Labels step."""

from __future__ import annotations

from cnn_desktop.gui.kit.words import tr


def train_words(trained: bool) -> str:
    """`trained`: there is a model already."""
    return tr("&Train again on the cleaned labels") if trained else tr("&Train on the cleaned labels")
