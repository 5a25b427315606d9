"""Help › Self-test: runs `cnn-desktop selftest` beside the window and tells its result in words."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import QLocale, QProcess, QProcessEnvironment, Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QPlainTextEdit, QWidget

from cnn_desktop.domain.decoding import Unreadable, from_json
from cnn_desktop.domain.environment import child_environment
from cnn_desktop.domain.process import own_command, standing_place
from cnn_desktop.gui.kit import theme
from cnn_desktop.gui.kit.bar import Bar
from cnn_desktop.gui.kit.dialog import Dialog
from cnn_desktop.gui.kit.rows import ROOM, wide
from cnn_desktop.gui.kit.words import LANGUAGE_VARIABLE, tr


class Verdict(NamedTuple):
    """What a self-test that has ended comes to."""

    tone: Literal["good", "bad"]
    text: str
    details: str
    figures: dict[str, object]


def judge(code: int, out: str, errors: str) -> Verdict:
    """`code`, `out`, `errors`: the exit code of `cnn-desktop selftest --json`, and what it wrote."""
    figures = _last_json(out)
    if figures and code == 0:
        return Verdict("good", tr("Everything works on this computer."), "", figures)
    said = [str(figures.get("problem") or ""), errors.strip() or ("" if figures else out.strip())]
    words = tr("Something does not work on this computer. See the details below.")
    return Verdict("bad", words, "\n\n".join(filter(None, said)), figures)


class SelftestDialog(Dialog):
    """Closing it ends the test."""

    def __init__(self, parent: QWidget | None = None, more: Sequence[str] = ()) -> None:
        """`more`: further words for the verb."""
        super().__init__(tr("Self-test"), parent)
        words = tr("Opening a window, training and classifying…")
        self.verdict = theme.heading(QLabel(words, wordWrap=True))
        self._bar = Bar(tr("The self-test is running"))
        self._figures = QFormLayout(horizontalSpacing=3 * theme.SPACING)
        self.details = QPlainTextEdit(readOnly=True)
        self.details.setAccessibleName(tr("Details"))
        self.details.hide()
        self.figures: dict[str, object] = {}
        """What the test has measured, once it is over: the fields of `app/selftest.py`'s Figures."""
        self.fill(self.verdict, self._bar, self._figures, wide(self.details), ROOM, close=tr("&Close"))
        self.resize(520, 320)

        self._process = QProcess(self)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._not_started)
        environment = QProcessEnvironment()
        for name, value in child_environment().items():
            environment.insert(name, value)
        environment.insert(LANGUAGE_VARIABLE, QLocale().name())  # which it would not find out, with settings of its own
        self._process.setProcessEnvironment(environment)
        self._process.setWorkingDirectory(str(standing_place()))
        program, *arguments = own_command("selftest", "--json", *more)
        self._process.start(program, arguments)

    def done(self, result: int) -> None:
        self._process.finished.disconnect(self._finished)
        self._process.errorOccurred.disconnect(self._not_started)
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(2000)
        super().done(result)

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._show("bad", tr("The self-test could not be started."), self._process.errorString())

    def _finished(self, code: int) -> None:
        out = self._process.readAllStandardOutput().toStdString()
        errors = self._process.readAllStandardError().toStdString()
        verdict = judge(code, out, errors)
        self.figures = verdict.figures
        self._show(verdict.tone, verdict.text, verdict.details)
        for name, figure in figure_rows(verdict.figures):
            words = QLabel(figure, alignment=Qt.AlignmentFlag.AlignRight)
            self._figures.addRow(name, theme.tabular(words))

    def _show(self, tone: str, text: str, details: str) -> None:
        self._bar.hide()
        self.verdict.setText(text)
        self.verdict.setAccessibleDescription(tone)
        self.details.setPlainText(details)
        self.details.setVisible(bool(details))


def figure_rows(figures: Mapping[str, object]) -> list[tuple[str, str]]:
    """What the test has measured, each with its name; `figures`: the fields of `app/selftest.py`'s Figures."""
    kinds: dict[str, tuple[str, Callable[[float], str]]] = {
        "window_s": (tr("Time to open the window"), lambda value: tr("{value:.2f} s", value=value)),
        "stall_p99_ms": (
            tr("Window delay while training, 99 % of the time below"), lambda value: tr("{value:.0f} ms", value=value)
        ),
        "stall_max_ms": (
            tr("Longest window delay while training"), lambda value: tr("{value:.0f} ms", value=value)
        ),
        "accuracy": (
            tr("Photos classified correctly in a short test"), lambda value: tr("{value:.1%}", value=value)
        ),
    }  # fmt: skip
    return [
        (name, words(value))
        for key, (name, words) in kinds.items()
        if isinstance(value := figures.get(key), int | float)
    ]


def _last_json(text: str) -> dict[str, object]:
    """The JSON object in the last line; {} when there is none."""
    with contextlib.suppress(Unreadable, IndexError):
        return from_json(text.splitlines()[-1], dict[str, object])
    return {}
