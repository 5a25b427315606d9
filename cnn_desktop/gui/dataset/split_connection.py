"""The split of the photos ↔ session: the wizard, the banner while something leaks, and the seal of the test photos."""

from __future__ import annotations

from cnn_desktop.dataset.checks.remedies import remedies
from cnn_desktop.dataset.leaks import leak_of
from cnn_desktop.domain.split_plan import SplitPlan
from cnn_desktop.gui.dataset.split_wizard.wizard import SplitWizard
from cnn_desktop.gui.dataset.tab import DatasetTab
from cnn_desktop.gui.frame.shell import Shell


def connect_split(shell: Shell, tab: DatasetTab) -> None:
    """Connects what the page of photos tells of the split."""
    page = tab.photos
    session = shell.session
    project, labels, seal = session.project, session.labels, session.seal

    def ask_plan() -> None:
        if project.may_write():
            labels.read_plan(open_wizard)

    def open_wizard(plan: SplitPlan) -> None:
        opened = project.opened

        def split(plan: SplitPlan) -> None:
            if project.opened is opened:
                labels.split(plan)

        if tab.findChild(SplitWizard) is None:  # the button may have been pressed twice
            wizard = SplitWizard(plan, labels.preview_split, tab)
            wizard.chosen.connect(split)
            wizard.open()

    def mend() -> None:
        leak = leak_of(project.photos.findings) if project.photos else None
        if leak:
            remedy = next(one for one in remedies(leak) if one.kind == "keep_on_one_side")
            labels.mend(leak, remedy)

    page.split_wanted.connect(ask_plan)
    page.leak.mend_wanted.connect(mend)
    page.test_photos_wanted.connect(seal.show)
