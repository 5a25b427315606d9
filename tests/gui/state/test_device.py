"""The verdict on the graphics card in the window: told when the full child comes up, or by a test that nobody waits for."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from tests.gui.state.watched import Watched


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
