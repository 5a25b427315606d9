"""Blind review: photos without label and suggestion, for two reviewers; how far they agree, and what follows."""

from __future__ import annotations

from cnn_desktop.gui.labels.page import LabelsPage


class BlindPage(LabelsPage):
    """See the module's docstring."""
