"""The check by the person's own model: offered when there is one, with its cost; asked for with that model's settings."""

from __future__ import annotations

from pathlib import Path

import msgspec
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.estimate import check_seconds, estimate
from cnn_desktop.domain.jobs.check_labels import CheckLabels
from cnn_desktop.domain.jobs.scan import ScanFolder
from cnn_desktop.domain.label_check import FOLDS
from cnn_desktop.domain.run import RunRecord
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.labels.check_page import QUICK, WITH_MODEL
from cnn_desktop.gui.labels.check_view import Facts, view
from cnn_desktop.gui.labels.connection import connect
from cnn_desktop.project.data import Data
from cnn_desktop.project.facts import Contents, History
from cnn_desktop.project.opened import Opened
from cnn_desktop.project.undo import Steps
from tests.gui.connected import Connected
from tests.project.review_helpers import a_scan

CONFIG = TrainConfig(data="", model="resnet18", recipe="quick")


def test_it_is_offered_with_its_cost_where_there_is_a_model() -> None:
    assert view(Facts()).choices[WITH_MODEL] == ""
    assert view(Facts(model_seconds=1500.0)).choices[WITH_MODEL] == "With &your model, about 25 min"
    one = estimate(CONFIG, pretrained=True, photos=800, device="cpu", rates={}, cores=2)
    assert check_seconds(CONFIG, 1000, "cpu", {}, 2) == FOLDS * one.seconds


def test_it_is_asked_for_with_the_settings_of_the_model_in_use(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    opened = Opened(tmp_path / "a.cnnproj")
    scan = msgspec.structs.replace(a_scan(), roots={"1": str(tmp_path / "photos")})
    opened.take(scan, Data(str(tmp_path / "photos")))
    opened.close()
    scene = Connected(connect)
    session, page = scene.session, scene.tab.check
    segments = page.choices[0].segments
    try:
        session.project.open_project(tmp_path / "a.cnnproj")
        qtbot.waitUntil(lambda: any(isinstance(job, ScanFolder) for job in scene.asker.asked))
        scene.asker.end(next(k for k, job in enumerate(scene.asker.asked) if isinstance(job, ScanFolder)), "stopped")
        qtbot.waitUntil(lambda: session.project.photos is not None and not session.jobs.now.running)
        assert segments.button(WITH_MODEL).isHidden()

        def have(*models: RunRecord) -> None:
            history = History(list(models), list(models), *models[:1], configs={one.id: CONFIG for one in models})
            info, photos = session.project.info, session.project.photos
            assert info
            session.project.came.emit(
                Contents(info=info, photos=photos, gone=("", ""), history=history, settings=None, steps=Steps())
            )

        have(RunRecord("run 1", "resnet18", "finished", "2026-01-01"))
        assert not segments.button(WITH_MODEL).isHidden()
        assert segments.button(WITH_MODEL).text().startswith("With &your model, about ")
        segments.choose(WITH_MODEL)
        assert session.label_checks.recipe == CONFIG
        have()
        assert session.label_checks.recipe is None, "there is no such model any more"
        assert segments.current != WITH_MODEL
        have(RunRecord("run 1", "resnet18", "finished", "2026-01-01"))
        segments.choose(WITH_MODEL)
        segments.choose(QUICK)
        assert session.label_checks.recipe is None
        segments.choose(WITH_MODEL)
        session.label_checks.begin()
        qtbot.waitUntil(lambda: any(isinstance(job, CheckLabels) for job in scene.asker.asked))
        place, job = next((k, job) for k, job in enumerate(scene.asker.asked) if isinstance(job, CheckLabels))
        assert job.recipe == CONFIG
        scene.asker.end(place, "stopped")
        qtbot.waitUntil(lambda: not session.label_checks.running and not session.background._pieces)
        assert not Path(job.out).exists()
    finally:
        scene.close()
