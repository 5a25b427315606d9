"""Keeps the computer from falling asleep while a job asks for it. Where that is not possible, the job runs all the same."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys

from PySide6.QtCore import QObject

from cnn_desktop.domain.process import NOTHING, PIPE, Process, start_other
from cnn_desktop.gui.state.jobs import Jobs

_CONTINUOUS, _SYSTEM_REQUIRED = 0x80000000, 0x00000001
"""Windows: SetThreadExecutionState flags."""

_GRACE = 0.5
"""Seconds that the helper may take to end."""


class KeepAwake(QObject):
    """Follows `jobs`; the screen may still go dark. Ends with this process in any case."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._helper: Process | None = None
        self.is_kept = False
        """The computer is asked not to sleep."""
        jobs.changed.connect(self._follow)

    def _follow(self) -> None:
        kind = self._jobs.now.kind
        wanted = kind is not None and kind.stays_awake
        if wanted != self.is_kept:
            self.is_kept = wanted
            (self._begin if wanted else self._end)()

    def _begin(self) -> None:
        """Asks the system not to sleep."""
        if sys.platform == "win32":
            _set_execution_state(_CONTINUOUS | _SYSTEM_REQUIRED)
            return
        command = inhibitor(sys.platform, os.getpid(), self._jobs.now.step)
        if command and shutil.which(command[0]):
            with contextlib.suppress(OSError):
                self._helper = start_other(command, stdin=PIPE, stdout=NOTHING, stderr=NOTHING)

    def _end(self) -> None:
        """The computer may sleep again."""
        if sys.platform == "win32":
            _set_execution_state(_CONTINUOUS)
        helper, self._helper = self._helper, None
        if helper:
            helper.terminate()
            try:
                helper.communicate(timeout=_GRACE)
            except subprocess.TimeoutExpired:
                helper.kill()


def inhibitor(platform: str, pid: int, why: str) -> list[str]:
    """The command that keeps `platform` awake while it runs; it ends by itself when this process (`pid`) is gone.

    `why` is shown by systems that list their inhibitors.
    """
    if platform == "darwin":
        return ["caffeinate", "-i", "-w", str(pid)]
    if platform.startswith("linux"):
        # cat ends when our end of its input closes, however this process ends
        return ["systemd-inhibit", "--what=sleep:idle", "--who=CNN Desktop", f"--why={why}", "--mode=block", "cat"]
    return []


def _set_execution_state(flags: int) -> None:
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetThreadExecutionState(flags)
