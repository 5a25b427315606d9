"""The menu bar: every action once, with mnemonic and shortcut."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from cnn_desktop.gui.frame.job_actions import JOB_ACTIONS
from cnn_desktop.gui.frame.rail_view import STEPS
from cnn_desktop.gui.kit.plain import as_tip
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.state.preferences import RecentProject


class _Bar(QMenuBar):
    """While it is used by keys, they are its own: an arrow key goes to the next menu, not to the next photo."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self.activeAction() is not None:
            event.accept()
            return True
        return super().event(event)


class Menus:
    """The window's actions, created once; the window connects them."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._bar = _Bar()
        window.setMenuBar(self._bar)
        key = QKeySequence.StandardKey

        file = self._menu(tr("&File"))
        self.open_folder = self._add(file, tr("&Open a folder of photos…"), key.Open)
        self.open_table = self._add(file, tr("Open a &table of photos (CSV)…"))
        self.open_project = self._add(file, tr("Open a &project…"), "Ctrl+Shift+O")
        self.open_model = self._add(file, tr("Open a trained &model…"))
        self.recent = self._submenu(file, tr("&Recent projects"))
        self.sample = self._add(file, tr("Open the &sample"))
        self.public = self._add(file, tr("&Get a public data set…"))
        file.addSeparator()
        self.save_table = self._add(file, tr("Save the &labels as a table…"))
        self.save_folders = self._add(file, tr("Copy the photos &into class folders…"))
        self.save_splits = self._add(file, tr("Copy the photos into train, &val and test folders…"))
        file.addSeparator()
        self.rescan = self._add(file, tr("Read folder &again"), "F5")
        self.leave = self._add(file, tr("&Close project"), "Ctrl+W")
        file.addSeparator()
        self.quit = self._add(file, tr("&Quit"), "Ctrl+Q", QAction.MenuRole.QuitRole)

        edit = self._menu(tr("&Edit"))
        self.undo = self._add(edit, tr("&Undo"), key.Undo)
        self.redo = self._add(edit, tr("&Redo"), key.Redo)
        edit.addSeparator()
        self.stop = self._add(edit, tr("&Stop the running job"), "Ctrl+.")
        edit.addSeparator()
        self.settings = self._add(edit, tr("Se&ttings…"), "Ctrl+,", QAction.MenuRole.PreferencesRole)

        view = self._menu(tr("&View"))
        words = (tr("&Dataset"), tr("&Model"), tr("&Training"), tr("&Evaluation"), tr("&Viewer"), tr("&Labels"))
        self.steps = {
            name: self._add(view, word, f"Ctrl+{number}")
            for number, (name, word) in enumerate(zip(STEPS, words, strict=True), start=1)
        }
        view.addSeparator()
        self.themes = self._choice(
            self._submenu(view, tr("T&heme")),
            {"system": tr("Same as &system"), "light": tr("&Light"), "dark": tr("&Dark")},
        )
        self.languages = self._choice(
            self._submenu(view, tr("L&anguage")), {"system": tr("Same as &system"), "en": "&English", "de": "&Deutsch"}
        )

        tools = self._menu(tr("&Jobs"))
        self.jobs = {self._add(tools, words.render(QT_WORDS)): begin for words, begin in JOB_ACTIONS}
        tools.menuAction().setVisible(bool(self.jobs))
        self.of_project = (self.leave, self.rescan, self.save_table, self.save_folders, self.save_splits, *self.jobs)
        """Possible while a project is open."""

        help_menu = self._menu(tr("&Help"))
        self.tour = self._add(help_menu, tr("&Guided tour"), "F1")
        self.graphics_card = self._add(help_menu, tr("Graphics &card…"))
        self.selftest = self._add(help_menu, tr("&Self-test"))
        self.logs = self._add(help_menu, tr("Show &log folder"))
        self.report = self._add(help_menu, tr("Save a &report…"))
        help_menu.addSeparator()
        self.about = self._add(help_menu, tr("&About CNN Desktop"), role=QAction.MenuRole.AboutRole)

    def show_recent(self, recent: list[RecentProject], chosen: Callable[[str], object]) -> None:
        """Fills File › Recent projects."""
        self.recent.clear()
        for one in recent:
            action = QAction(one.name.replace("&", "&&"), self.recent, toolTip=as_tip(one.path))
            action.triggered.connect(lambda _=False, path=one.path: chosen(path))
            self.recent.addAction(action)
        self.recent.setEnabled(bool(recent))

    def show_leave(self, is_alone: bool) -> None:
        """`is_alone`: what would be closed is a model that was opened by itself."""
        self.leave.setText(tr("&Close model") if is_alone else tr("&Close project"))

    def show_undo(self, undo: str, redo: str) -> None:
        """Names the step that Undo takes back and the one that Redo makes again; "" for none."""
        self.undo.setText(tr("&Undo: {step}", step=undo) if undo else tr("&Undo"))
        self.redo.setText(tr("&Redo: {step}", step=redo) if redo else tr("&Redo"))
        for action, step in ((self.undo, undo), (self.redo, redo)):
            action.setEnabled(bool(step))

    def _menu(self, title: str) -> QMenu:
        menu = QMenu(title, self._window, toolTipsVisible=True)
        self._bar.addMenu(menu)
        return menu

    def _submenu(self, menu: QMenu, title: str) -> QMenu:
        # made here: what `addMenu(title)` returns may be the stale wrapper of a menu of a window that is gone
        inner = QMenu(title, self._window)
        menu.addMenu(inner)
        return inner

    def _add(
        self,
        menu: QMenu,
        text: str,
        shortcut: QKeySequence.StandardKey | str = "",
        role: QAction.MenuRole = QAction.MenuRole.TextHeuristicRole,
    ) -> QAction:
        action = QAction(text, self._window, shortcut=QKeySequence(shortcut), menuRole=role)
        menu.addAction(action)
        return action

    def _choice(self, menu: QMenu, words: dict[str, str]) -> dict[str, QAction]:
        group = QActionGroup(self._window)
        actions = {}
        for name, text in words.items():
            actions[name] = self._add(menu, text)
            actions[name].setCheckable(True)
            group.addAction(actions[name])
        return actions
