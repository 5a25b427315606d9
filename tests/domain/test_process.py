"""How this program starts others."""

from __future__ import annotations

import sys

from cnn_desktop.domain.process import NOTHING, start, without_console

CREATE_NO_WINDOW, LOW_PRIORITY = 0x08000000, 0x00004000


def test_no_console_flashes_up_on_windows() -> None:
    assert without_console({"stdin": NOTHING}, "win32") == {"stdin": NOTHING, "creationflags": CREATE_NO_WINDOW}
    with_more = without_console({"creationflags": LOW_PRIORITY}, "win32")
    assert with_more == {"creationflags": CREATE_NO_WINDOW | LOW_PRIORITY}
    assert without_console({"stdin": NOTHING}, "linux") == {"stdin": NOTHING}


def test_a_process_starts_with_what_this_system_knows() -> None:
    assert start([sys.executable, "-c", "raise SystemExit(7)"], stdin=NOTHING).wait(30) == 7
