"""Photos in and labels out by the menus: public data sets, tables whose columns are unclear, labels saved elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from cnn_desktop.domain.files import is_there
from cnn_desktop.domain.jobs.export_labels import Form
from cnn_desktop.domain.jobs.scan import ColumnsUnclear
from cnn_desktop.domain.places import datasets_folder
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.kit.file_dialogs import Kind
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.state.exports import Exports
from cnn_desktop.project.place import numbered


class ImportConnection(QObject):
    """Opens the dialogs, which are imported when they are wanted, and does what they tell."""

    def __init__(
        self,
        window: MainWindow,
        shell: Shell,
        unless_training: Callable[[Callable[[], object]], object],
        parent: QObject,
    ) -> None:
        """`unless_training(action)`: does it, first asking whether a running training is kept."""
        super().__init__(parent)
        self._window, self._shell, self._session = window, shell, shell.session
        self._unless_training = unless_training
        self._exports = Exports(self._session, self)
        window.menus.public.triggered.connect(self.show_datasets)
        window.start.zone.public_pressed.connect(self.show_datasets)
        window.menus.save_table.triggered.connect(self.ask_for_table)
        window.menus.save_folders.triggered.connect(lambda: self.ask_for_folders("folders"))
        window.menus.save_splits.triggered.connect(lambda: self.ask_for_folders("split_folders"))
        self._session.project.columns_wanted.connect(self.ask_for_columns)

    def show_datasets(self) -> None:
        """The list of public data sets, once it is known which are there."""
        from cnn_desktop.gui.frame.public_datasets import here

        self._session.background.run(here, self._show_datasets)

    def _show_datasets(self, present: frozenset[str]) -> None:
        from cnn_desktop.gui.frame.public_datasets import PublicDatasetsDialog, view

        dialog = PublicDatasetsDialog(view(present, datasets_folder()), self._window)
        dialog.wanted.connect(lambda key: self._unless_training(lambda: self._session.project.open_public(key)))
        dialog.open()

    def ask_for_columns(self, file: Path, unclear: ColumnsUnclear) -> None:
        """Lets the person say what the columns of the table `file` hold, then opens it."""
        from cnn_desktop.gui.frame.column_chooser import ColumnChooser, Facts

        rows = tuple(map(tuple, unclear.rows))
        facts = Facts(file.name, tuple(unclear.header), rows, unclear.guess)
        dialog = ColumnChooser(facts, self._window)
        dialog.chosen.connect(
            lambda columns: self._unless_training(lambda: self._session.project.open_folder(file, columns=columns))
        )
        dialog.open()

    def ask_for_table(self) -> None:
        """Lets the person say where the labels are saved as a table."""
        words = tr("Table of photos (*.csv)")
        name = tr("{project} labels", project=self._shell.dialogs.project) + ".csv"
        self._shell.dialogs.save_file(
            self._window,
            tr("Save the labels as a table"),
            [Kind(words, name)],
            lambda file: self._exports.save_labels(Path(file), "csv"),
        )

    def ask_for_folders(self, form: Form) -> None:
        """Lets the person say in which folder the class folders are made, or the splits' folders around them."""
        project = self._shell.dialogs.project

        def save(folder: str) -> None:
            names = numbered(tr("{project} classes", project=project))
            self._exports.save_labels(next(out for name in names if not is_there(out := Path(folder, name))), form)

        self._shell.dialogs.ask_folder(
            self._window, tr("Copy the photos into class folders: choose where the new folder is made"), "results", save
        )
