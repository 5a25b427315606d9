"""What every page of the Labels step is to the tab around it: a widget with a primary button, which the tab shows."""

from __future__ import annotations

from cnn_desktop.gui.kit.tab_page import Primary, TabPage
from cnn_desktop.gui.kit.words import tr

__all__ = ["LabelsPage", "Primary", "train_words"]


def train_words(trained: bool) -> str:
    """On the button that trains on cleaned labels; `trained`: there is a model already."""
    return tr("&Train again on the cleaned labels") if trained else tr("&Train on the cleaned labels")


class LabelsPage(TabPage):
    """Base of the pages."""
