"""Keeps the computer from falling asleep while a job runs. Where that is not possible, the job runs all the same."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

_CONTINUOUS, _SYSTEM_REQUIRED = 0x80000000, 0x00000001
"""Windows: SetThreadExecutionState flags."""


class KeepAwake:
    """`begin` and `end` around a job; the screen may still go dark. Ends with this process in any case."""

    def __init__(self) -> None:
        self._helper: subprocess.Popen[bytes] | None = None

    def begin(self, why: str) -> None:
        """Asks the system not to sleep. `why` is shown by systems that list their inhibitors."""
        self.end()
        if sys.platform == "win32":
            _set_execution_state(_CONTINUOUS | _SYSTEM_REQUIRED)
            return
        command = inhibitor(sys.platform, os.getpid(), why)
        if command and shutil.which(command[0]):
            try:
                self._helper = subprocess.Popen(command, stdin=-1, stdout=-3, stderr=-3)
            except OSError:
                self._helper = None

    def end(self) -> None:
        """The computer may sleep again."""
        if sys.platform == "win32":
            _set_execution_state(_CONTINUOUS)
        helper, self._helper = self._helper, None
        if helper:
            if helper.stdin:
                helper.stdin.close()
            helper.terminate()
            helper.wait()


def inhibitor(platform: str, pid: int, why: str) -> list[str]:
    """The command that keeps `platform` awake while it runs; it ends by itself when this process (`pid`) is gone."""
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
