"""The label check: what it costs, how far it is, what it has found, in words."""

from __future__ import annotations

from cnn_desktop.gui.labels.page import LabelsPage


class CheckPage(LabelsPage):
    """See the module's docstring."""
