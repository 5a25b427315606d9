"""Words in the window: `tr()` puts a template into the user's language and number format.

Every string a person can see or hear goes through `tr("literal", ...)` or comes as a `domain.message.Message`; the
translation files under resources/translations are made from the literals in such calls.
"""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt
from PySide6.QtGui import QKeySequence

from cnn_desktop.domain.message import Value, Words, signed

CONTEXT = "app"
"""The one translation context of this app."""
LANGUAGE_VARIABLE = "CNN_DESKTOP_LANGUAGE"
"""Overrides the language of settings and system, e.g. "de"; for the self-test, screenshots and tests."""


class QtWords(Words):
    """Translates with Qt's installed translators, formats numbers by the default QLocale."""

    def translate(self, text: str) -> str:
        return QCoreApplication.translate(CONTEXT, text)

    def moment(self, when: str) -> str:
        moment, locale = QDateTime.fromString(when, Qt.DateFormat.ISODate).toLocalTime(), QLocale()
        if not moment.isValid():
            return super().moment(when)
        day = locale.toString(moment.date(), QLocale.FormatType.LongFormat)
        return f"{day}, {locale.toString(moment.time(), QLocale.FormatType.ShortFormat)}"

    def name(self, value: str) -> str:
        return isolated(super().name(value))

    def number(self, value: int | float, spec: str) -> str:
        locale = QLocale()
        if not spec:
            return locale.toString(value) if isinstance(value, int) else locale.toString(value, "g", 6)
        text = signed(format(value, spec), spec)
        kind = spec[-1]
        if kind == "%":
            text = text.removesuffix("%") + "\u202f%"
        return text.replace(".", locale.decimalPoint()) if kind in "%fge" else text


def isolated(name: str) -> str:
    """A right-to-left name in marks that keep the figures beside it in their place (Unicode annex 9); others as they are."""
    # a sentence put into another one has its marks already
    if "\u2068" not in name and any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in name):
        return f"\u2068{name}\u2069"
    return name


QT_WORDS = QtWords()


def key_text(keys: str | QKeySequence.StandardKey) -> str:
    """A shortcut as this system and language write it: "Ctrl+1", "Strg+1", "⌘1"."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def day_text(when: str) -> str:
    """The day of an ISO 8601 time, in few letters; as it is when it is none."""
    moment = QDateTime.fromString(when, Qt.DateFormat.ISODate).toLocalTime()
    return QLocale().toString(moment.date(), QLocale.FormatType.ShortFormat) if moment.isValid() else when


def time_text(when: str) -> str:
    """An ISO 8601 time as a clock here shows it, with the day unless it is today; as it is when it is none."""
    moment = QDateTime.fromString(when, Qt.DateFormat.ISODate).toLocalTime()
    if not moment.isValid():
        return when
    if moment.date() == QDateTime.currentDateTime().date():
        return QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def tr(text: str, /, **values: Value) -> str:
    """`tr("{n} {n:photo|photos}", n=3)` in the user's language."""
    return QT_WORDS.say(text, **values)
