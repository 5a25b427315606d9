"""One suspicious photo after the other: keep its label, take the suggestion, another class, unsure, exclude."""

from __future__ import annotations

from cnn_desktop.gui.labels.page import LabelsPage


class ReviewPage(LabelsPage):
    """See the module's docstring."""
