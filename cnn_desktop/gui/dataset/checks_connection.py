"""The page of the checks ↔ session: what was found becomes the view, buttons become checks, photos shown, and remedies."""

from __future__ import annotations

from cnn_desktop.dataset.checks.remedies import Remedy
from cnn_desktop.domain.photos import Finding
from cnn_desktop.gui.dataset.checks_view import Facts, view
from cnn_desktop.gui.dataset.tab import DatasetTab
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.state.changed import EVERYTHING, Changed

CROPS = "check_crops"
"""The remembered choice."""
WEIGHTS = "class_weights"
"""The setting of the training that a remedy turns on. Where there is none of that name, the remedy is not offered."""


def connect_checks(shell: Shell, tab: DatasetTab) -> None:
    """Connects the page in `tab`."""
    session, page = shell.session, tab.checks
    checks, project, settings = session.checks, session.project, session.settings

    def show(changed: Changed) -> None:
        if changed.any("project", "photos", "settings", "job"):
            read_only = project.info is not None and project.info.read_only
            weighs = getattr(settings.config, WEIGHTS, None)
            tab.show_checks(view(Facts(project.photos, checks.running, read_only, weighs)))

    def choose_crops(wanted: bool) -> None:
        checks.crops = wanted
        shell.remember_choice(CROPS, wanted)

    def mend(finding: Finding, remedy: Remedy) -> None:
        if remedy.kind == "class_weights":
            settings.set(None, **{WEIGHTS: True})
        else:
            session.labels.mend(finding, remedy)

    checks.crops = shell.choice(CROPS)
    page.show_crops(checks.crops)
    page.crops_toggled.connect(choose_crops)
    page.check_wanted.connect(checks.begin)
    page.photos_wanted.connect(tab.show_found)
    page.left_out_wanted.connect(tab.show_left_out)
    page.remedy_wanted.connect(mend)
    session.changed.connect(show)
    show(EVERYTHING)
