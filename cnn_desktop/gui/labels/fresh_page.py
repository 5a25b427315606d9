"""Photos that have no label yet: predicted classes to confirm row by row, most informative first."""

from __future__ import annotations

from cnn_desktop.gui.labels.page import LabelsPage


class FreshPage(LabelsPage):
    """See the module's docstring."""
