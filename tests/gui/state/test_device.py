"""The verdict on the graphics card in the window: told when the full child comes up, or by a test that nobody waits for."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.graphics import UNKNOWN, Verdict
from cnn_desktop.domain.message import say
from cnn_desktop.gui.children.children import Children, Programs
from cnn_desktop.gui.state.device import DeviceFacts
from tests.gui.state.watched import FAKE, Watched


def test_an_untested_card_is_tested_by_a_child_of_its_own(qtbot: QtBot, begin: Callable[..., Watched]) -> None:
    """The real one, on this computer's card, if it has one; the strip stays free meanwhile."""
    session = begin("untested card").session
    seen: list[str] = []
    session.device.changed.connect(lambda _: seen.append(str(session.device.verdict.sentence())))
    session.processes.start()
    qtbot.waitUntil(lambda: session.device.is_testing, timeout=20_000)
    assert (session.device.name, session.jobs.now.running) == ("", False)
    qtbot.waitUntil(lambda: not session.device.is_testing, timeout=60_000)
    assert session.device.name in ("cpu", "cuda", "mps")
    assert seen == ["Checking the graphics card…", str(session.device.verdict.sentence())]


def test_it_can_be_tested_again(qtbot: QtBot, begin: Callable[..., Watched]) -> None:
    session = begin("").session
    session.processes.start()
    qtbot.waitUntil(lambda: bool(session.device.name), timeout=20_000)
    session.device.test()
    session.device.test()
    assert (session.device.is_testing, session.device.name) == (True, "")
    qtbot.waitUntil(lambda: not session.device.is_testing, timeout=60_000)
    assert session.device.name in ("cpu", "cuda", "mps")


@pytest.mark.parametrize("known", [UNKNOWN, Verdict("cpu", reason=say("none found")), Verdict("cuda", name="RTX 4090")])
def test_where_the_test_breaks_off_what_was_known_before_holds(qtbot: QtBot, known: Verdict) -> None:
    children = Children(Programs(light=[sys.executable, FAKE, "segfault"]))
    device = DeviceFacts(children)
    if known.device:
        children.up.emit(known)
    device.test()
    assert device.verdict == UNKNOWN
    qtbot.waitUntil(lambda: not device.is_testing)
    children.close()
    if known.device:
        assert device.verdict == known
    else:
        assert str(device.verdict.sentence()) == "CPU: the graphics card could not be tested"
        assert "crashed (SIGSEGV)" in device.verdict.details
