"""What was decided and changed, by whom; earlier states of the labels; what cleaning them brought."""

from __future__ import annotations

from cnn_desktop.gui.labels.page import LabelsPage


class HistoryPage(LabelsPage):
    """See the module's docstring."""
