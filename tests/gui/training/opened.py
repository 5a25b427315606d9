"""What the tests of the Training tab hold in their hands."""

from __future__ import annotations

from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.state.session import Session
from cnn_desktop.gui.training.count_box import CountBox
from cnn_desktop.gui.training.tab import TrainingTab


class Opened:
    """A window on a folder, at the Training step."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.session: Session = Wiring.of(window).session
        tab = window.tab("training")
        assert isinstance(tab, TrainingTab)
        self.tab = tab
        window.show_step("training")

    def idle(self) -> bool:
        return not self.session.jobs.now.running

    def spin(self, name: str) -> CountBox:
        rows = {**self.tab.settings.rows, **self.tab.advanced_settings.rows}
        editor = rows[name].editor
        assert isinstance(editor, CountBox)
        return editor
