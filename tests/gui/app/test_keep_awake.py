"""Keeping the computer awake, and telling when nobody looks: never in the way of a job."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import psutil
import pytest

from cnn_desktop.gui.app.keep_awake import KeepAwake, inhibitor
from cnn_desktop.gui.app.notify import worth_telling


def test_each_system_has_its_way() -> None:
    assert inhibitor("darwin", 7, "training") == ["caffeinate", "-i", "-w", "7"]
    assert inhibitor("linux", 7, "training")[0] == "systemd-inhibit"
    assert inhibitor("sunos", 7, "training") == []


@pytest.mark.skipif(sys.platform != "linux", reason="the helper of Linux")
def test_the_helper_runs_while_the_job_runs_and_is_gone_after(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    helper = tmp_path / "systemd-inhibit"
    helper.write_text("#!/bin/sh\nexec cat\n")
    helper.chmod(helper.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    awake, me = KeepAwake(), psutil.Process()
    awake.begin("training")
    awake.begin("training again")  # asked twice, still one helper
    assert len(me.children()) == 1
    awake.end()
    assert not me.children()
    awake.end()


def test_a_system_without_the_helper_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    awake = KeepAwake()
    awake.begin("training")
    awake.end()


@pytest.mark.parametrize(
    ("outcome", "active", "told"),
    [("finished", False, True), ("crashed", False, True), ("finished", True, False), ("stopped", False, False)],
)
def test_a_notification_comes_only_when_it_is_news(outcome: str, active: bool, told: bool) -> None:
    assert worth_telling(outcome, active) is told
