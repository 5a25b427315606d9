"""The hand movements of labelling: keys, letters, menus and drops on a class become wishes. It tells, and changes nothing.

Rows are places in the listing the grid shows when they are told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from cnn_desktop.domain.photo_filter import PhotoRow
from cnn_desktop.gui.dataset.class_chart import ClassChart
from cnn_desktop.gui.kit.class_matches import class_of_key
from cnn_desktop.gui.kit.class_picker import ClassPicker
from cnn_desktop.gui.kit.paths import cut
from cnn_desktop.gui.kit.row_ranges import Rows
from cnn_desktop.gui.kit.thumbnail_grid import ThumbnailGrid
from cnn_desktop.gui.kit.words import tr

IN_MENU = 12
"""So many classes are named in the menu itself; the others are found by typing."""
LONGEST = 48
"""Letters of a class's name in a menu."""


class Labelling(QObject):
    """Silent until `allow(True)`: a project may only be read, or nothing listens yet."""

    relabel_wanted = Signal(object, str)
    """`Rows` (list of ranges), the class they are to have; a class that does not exist yet is to be added."""
    exclude_wanted = Signal(object)
    restore_wanted = Signal(object)
    class_rename_wanted = Signal(str, str)
    """The class, its new name."""
    class_merge_wanted = Signal(str, str)
    """The class, and the one its photos are to be of."""
    class_add_wanted = Signal(str)
    class_delete_wanted = Signal(str)

    def __init__(
        self, grid: ThumbnailGrid, chart: ClassChart, at: Callable[[int], PhotoRow | None], parent: QObject
    ) -> None:
        """`at(row)`: what is known of the photo in that row."""
        super().__init__(parent)
        self._grid, self._chart, self._at = grid, chart, at
        self._names: Sequence[str] = ()
        self.is_allowed = False
        grid.typed.connect(self._typed)
        grid.delete_pressed.connect(self._exclude)
        grid.menu.opening.connect(self._fill_menu)
        chart.dropped.connect(self._relabel)
        chart.classes.named.connect(self.class_rename_wanted)
        chart.menu_wanted.connect(self._open_class_menu)

    def allow(self, is_allowed: bool) -> None:
        """Whether labels may be changed."""
        self.is_allowed = self._grid.may_drag = is_allowed
        self._chart.allow_changes(is_allowed)

    def show_classes(self, names: Sequence[str]) -> None:
        """The classes there are, in the order of their numbers."""
        self._names = names

    # Photos ---------------------------------------------------------------------------------------------------------

    @property
    def _rows(self) -> Rows:
        return self._grid.picked_rows()

    def _relabel(self, label: str, is_new: bool = False) -> None:
        if self.is_allowed and (rows := self._rows):
            self.relabel_wanted.emit(rows, label)

    def _exclude(self) -> None:
        if self.is_allowed and (rows := self._rows):
            self.exclude_wanted.emit(rows)

    def _restore(self) -> None:
        if self.is_allowed and (rows := self._rows):
            self.restore_wanted.emit(rows)

    def _typed(self, letter: str) -> None:
        """One key labels, a letter asks for the class; no letter: asks for any."""
        if not self.is_allowed or not self._rows:
            return
        label = class_of_key(letter, self._names) if letter else None
        if label is not None:
            self._relabel(label)
        elif not letter.isdecimal() or any(name.startswith(letter) for name in self._names):
            self.ask_class(letter)

    def ask_class(self, typed: str = "") -> ClassPicker:
        """Asks for the class the picked photos are to have; `typed`: its first letter, if that is known."""
        grid = self._grid
        title = tr("Label {n} {n:photo|photos} as", n=grid.pick_count)
        picker = ClassPicker(title, self._names, self._relabel, grid)
        current = grid.visualRect(grid.currentIndex())
        seen = current.intersected(grid.viewport().rect())
        corner = seen.center() if not seen.isEmpty() else grid.viewport().rect().center()
        picker.open_at(grid.viewport().mapToGlobal(corner), typed)
        return picker

    def _fill_menu(self, menu: QMenu) -> None:
        """What can be done with the picked photos, at the end of the menu of one of them."""
        if not self.is_allowed or not self._rows:
            return
        row = self._at(self._grid.currentIndex().row())
        menu.addSeparator()
        labels = menu.addMenu(tr("&Label as"))
        for name in self._names[:IN_MENU]:
            key = next((key for key in "123456789" if class_of_key(key, self._names) == name), "")
            text = cut(name, LONGEST).replace("&", "&&")
            action = labels.addAction(f"{text}\t{key}" if key else text, lambda *_, name=name: self._relabel(name))
            action.setCheckable(True)
            action.setChecked(row is not None and row.label == name and self._grid.pick_count == 1)
        labels.addSeparator()
        labels.addAction(tr("&Another class…"), lambda: self._typed(""))
        if row is not None and row.excluded:
            menu.addAction(tr("&Restore"), self._restore)
        else:
            menu.addAction(tr("&Exclude"), self._exclude)

    # Classes --------------------------------------------------------------------------------------------------------

    def _open_class_menu(self, name: str | None, place: QPoint) -> None:
        if not self.is_allowed:
            return
        menu = QMenu(self._chart)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if name is not None:
            menu.addAction(tr("&Rename"), lambda: self._chart.rename(name))
            merge = menu.addAction(tr("&Merge into…"), lambda: self._ask_merge(name, place))
            merge.setEnabled(len(self._names) > 1)
            menu.addAction(tr("&Delete"), lambda: self.class_delete_wanted.emit(name))
            menu.addSeparator()
        menu.addAction(tr("&Add a class…"), lambda: self.ask_new_class(place))
        menu.popup(place)

    def _ask_merge(self, name: str, place: QPoint) -> None:
        others = [other for other in self._names if other != name]
        title = tr("Merge “{name}” into", name=cut(name, LONGEST))
        picker = ClassPicker(title, others, lambda into, _: self.class_merge_wanted.emit(name, into), self._chart, may_add=False)  # fmt: skip
        picker.open_at(place)

    def ask_new_class(self, place: QPoint) -> ClassPicker:
        """Asks for the name of a new class, with the corner at `place` on the screen."""
        picker = ClassPicker(tr("Add a class"), self._names, lambda name, _: self.class_add_wanted.emit(name), self._chart, may_choose=False)  # fmt: skip
        picker.open_at(place)
        return picker
