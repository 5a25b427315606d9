"""The setting of what is unknown: the one that was chosen last holds, and none that isn't kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from cnn_desktop.domain.run import UNKNOWN
from cnn_desktop.domain.unknown import UnknownSetting, load_unknown_setting, save_unknown_setting
from cnn_desktop.gui.state.unknown import Unknowns
from tests.fixtures.today import unpack
from tests.gui.state.reviewing import BeginReview, Reviewing

RUN = "2026-11-25 22-21-40"
OLD, NEW = UnknownSetting(0.1, 0.2), UnknownSetting(0.02, 0.6)


@pytest.fixture
def run(tmp_path: Path) -> Path:
    run = unpack(tmp_path) / "Shapes.cnnproj" / "runs" / RUN
    return run.rename(tmp_path / "my model")


@pytest.fixture
def window(begin_review: BeginReview, run: Path) -> Reviewing:
    save_unknown_setting(OLD, run)
    window = begin_review()
    window.session.models.open(run)
    window.settle()
    assert window.session.unknowns.setting == OLD
    return window


def test_a_look_on_its_way_does_not_bring_the_old_one_back(window: Reviewing, run: Path) -> None:
    unknowns: Unknowns = window.session.unknowns
    seen: list[UnknownSetting] = []
    unknowns.look()
    unknowns.choose(NEW)
    unknowns.changed.connect(lambda _: seen.append(unknowns.setting))
    window.settle()
    assert seen == [NEW]
    assert load_unknown_setting(run) == NEW


def test_one_that_cannot_be_kept_does_not_hold(window: Reviewing, run: Path) -> None:
    (run / UNKNOWN).unlink()
    (run / UNKNOWN).mkdir()
    window.session.unknowns.choose(NEW)
    window.qtbot.waitUntil(lambda: bool(window.notices))
    window.settle()
    assert "unknown.json could not be saved" in window.said()
    assert window.session.unknowns.setting == load_unknown_setting(run) == UnknownSetting()
