"""Edit › Settings: the appearance, the waiting child, and what the cache takes. Shows and tells; `preferences_connection.py` acts."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cnn_desktop.domain.places import LEAST_CACHE_GB, MOST_CACHE_GB
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.cards import ShortLabel, rule, wrap
from cnn_desktop.gui.kit.dialog import Dialog
from cnn_desktop.gui.kit.number_box import NumberBox
from cnn_desktop.gui.kit.plain import label
from cnn_desktop.gui.kit.rows import ROOM, in_column, in_row, wide
from cnn_desktop.gui.kit.segments import Segments
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.state.preferences import Preferences

LANGUAGES = ("system", "en", "de")
_WIDTH = 600


class PreferencesDialog(Dialog):
    """Every choice acts at once; there is nothing to confirm."""

    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    spare_switched = Signal(bool)
    limit_chosen = Signal(int)
    """Of the cache, in GB."""
    clear_pressed = Signal()

    def __init__(self, settings: Preferences, folder: str, parent: QWidget | None = None) -> None:
        """`folder`: where the cache is."""
        super().__init__(tr("Settings"), parent)
        self._busy = self._working = False

        self.themes = Segments(tr("Theme"), [tr("Same as system"), tr("Light"), tr("Dark")])
        self.themes.choose(theme.CHOICES.index(settings.theme))
        self.themes.chosen.connect(lambda place: self.theme_chosen.emit(theme.CHOICES[place]))
        self.languages = QComboBox()
        for name, words in zip(LANGUAGES, (tr("Same as system"), "English", "Deutsch"), strict=True):
            self.languages.addItem(words, name)
        self.languages.setCurrentIndex(max(0, self.languages.findData(settings.language)))
        self.languages.activated.connect(lambda place: self.language_chosen.emit(LANGUAGES[place]))

        self.spare = QCheckBox(tr("&Start training and testing faster"))
        self.spare.setChecked(settings.spare)
        self.spare.toggled.connect(self.spare_switched)

        self.amount = theme.tabular(QLabel(tr("Measuring the cache…")))
        self.limit = NumberBox(
            suffix="\u00a0GB", minimum=LEAST_CACHE_GB, maximum=MOST_CACHE_GB, value=settings.cache_gb
        )
        self.limit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.limit.setKeyboardTracking(False)
        self.limit.valueChanged.connect(self.limit_chosen)
        self.clear = QPushButton(tr("&Clear"), autoDefault=False)
        self.clear.clicked.connect(self._clear)
        self._where = theme.caption(ShortLabel(folder, Qt.TextElideMode.ElideMiddle))
        self.told = theme.muted(wrap(QLabel(" ")))  # its line is there before there is anything to tell
        self.fill(self._appearance(), rule(), self._speed(), rule(), self._storage(), ROOM, close=tr("Cl&ose"))
        self.setFixedWidth(_WIDTH)
        self._settle()
        self.themes.button(self.themes.current).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        # lines that wrap tell how high they are only when their width is known
        self.setMinimumHeight(self.heightForWidth(_WIDTH))
        super().showEvent(event)

    # What is shown

    def show_size(self, size: int) -> None:
        """What the cache takes now, in bytes."""
        self._working = False
        self.amount.setText(tr("{size} in the cache", size=in_words(size)))
        self._settle()

    def show_freed(self, freed: int) -> None:
        """What clearing or a smaller bound has freed, in bytes."""
        self.told.setText(tr("{size} freed.", size=in_words(freed)))

    def show_job(self, running: bool) -> None:
        """While a job runs its cache is left alone."""
        self._busy = running
        self._settle()

    def _clear(self) -> None:
        self._working = True
        self.amount.setText(tr("Clearing the cache…"))
        self._settle()
        self.clear_pressed.emit()

    def _settle(self) -> None:
        self.clear.setEnabled(not (self._busy or self._working))
        self.clear.setToolTip(
            tr("A job is using the cache. Wait until it has finished, or stop it.") if self._busy else ""
        )

    # How it is laid out

    def _appearance(self) -> QVBoxLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * theme.SPACING)
        grid.setVerticalSpacing(theme.SPACING)
        grid.setColumnStretch(1, 1)
        left = Qt.AlignmentFlag.AlignLeft
        grid.addWidget(_label(tr("&Theme"), self.themes.button(self.themes.current)), 0, 0)
        grid.addWidget(self.themes, 0, 1, left)
        grid.addWidget(_label(tr("&Language"), self.languages), 1, 0)
        grid.addWidget(self.languages, 1, 1, left)
        grid.addWidget(theme.caption(QLabel(tr("The language changes the next time you start the app."))), 2, 1)
        return _section(tr("General"), grid)

    def _speed(self) -> QVBoxLayout:
        why = tr(
            "Keeps a second process ready in the background. It uses about 0.7 GB of memory and closes when memory "
            "runs low."
        )
        return _section(
            tr("Speed"), in_column(self.spare, theme.caption(wrap(QLabel(why))), spacing=theme.SPACING // 2)
        )

    def _storage(self) -> QVBoxLayout:
        why = tr(
            "Thumbnails, pasted pictures, and what networks have seen in your photos, to make later training "
            "faster. Clearing it never touches your photos, projects and models, or the sample."
        )
        top = in_row(wide(self.amount), _label(tr("of at &most"), self.limit), self.limit, theme.SPACING, self.clear)
        return _section(tr("Storage"), in_column(top, theme.caption(wrap(QLabel(why))), self._where, self.told))


def in_words(size: int) -> str:
    """Bytes as people say them: "212 MB"."""
    return QLocale().formattedDataSize(size, 1 if size >= 10**9 else 0, QLocale.DataSizeFormat.DataSizeSIFormat)


def _label(text: str, buddy: QWidget) -> QLabel:
    words = label(text)
    words.setBuddy(buddy)
    buddy.setAccessibleName(buddy.accessibleName() or text.replace("&", ""))
    return words


def _section(heading: str, inside: QVBoxLayout | QGridLayout) -> QVBoxLayout:
    return in_column(theme.heading(QLabel(heading)), inside)
