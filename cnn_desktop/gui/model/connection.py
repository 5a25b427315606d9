"""Model tab ↔ session."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from cnn_desktop.domain.catalog import ARCHITECTURES
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.model.tab import ModelTab
from cnn_desktop.gui.model.view import weights_now
from cnn_desktop.gui.state.job_state import Notice


def connect(shell: Shell) -> QWidget:
    """A connected Model tab."""
    tab, session = ModelTab(), shell.session
    asked = ""

    def show_rows() -> None:
        shell.background.run(weights_now, lambda weights: tab.show_architectures(ARCHITECTURES, weights))

    def show_choice() -> None:
        tab.show_choice(session.config.model, session.config.weights)

    def show_classes() -> None:
        if session.scan is not None:
            tab.show_classes(len(session.scan.classes))

    def ask_layers(name: str) -> None:
        nonlocal asked
        asked = session.describe_model(name)

    def hear(notice: Notice) -> None:
        if notice.job and notice.job == asked:
            tab.show_layers(None)

    session.notice.connect(hear)
    session.weights_changed.connect(show_rows)
    session.config_changed.connect(show_choice)
    session.scan_changed.connect(show_classes)
    session.model_described.connect(tab.show_layers)
    tab.model_chosen.connect(lambda name: session.set_config(model=name))
    tab.layers_needed.connect(ask_layers)
    tab.weights_import_requested.connect(lambda model, file: session.import_weights(model, Path(file)))
    tab.weights_download_requested.connect(session.download_weights)
    tab.weights_choice_changed.connect(lambda choice: session.set_config(weights=choice))
    tab.next_step.connect(shell.go("training"))
    tab.show_architectures(ARCHITECTURES, {})
    for show in (show_rows, show_choice, show_classes):
        show()
    return tab
