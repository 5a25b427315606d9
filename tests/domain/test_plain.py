"""The small parts of the domain: own command, statistics, errors, stop and pause, places, run and report files."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from cnn_desktop.domain import places
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested, UsageError, UserError
from cnn_desktop.domain.metrics import wilson_interval
from cnn_desktop.domain.process import own_command
from cnn_desktop.domain.report import ClassReport, PhotoResult, Report, load_report, save_report
from cnn_desktop.domain.run import ModelFacts, load_model_facts, save_model_facts
from tests.patience import PATIENCE


def test_own_command_from_source() -> None:
    program, *flags = own_command("child", "--light")
    assert program == sys.executable
    assert flags[0] == "-P"
    assert flags[-4:] == ["-m", "cnn_desktop", "child", "--light"]


def test_own_command_frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/CNN Desktop/cnn-desktop")
    assert own_command("child") == ["/opt/CNN Desktop/cnn-desktop", "child"]


@pytest.mark.parametrize(
    ("right", "total", "low", "high"),
    [
        (0, 0, 0.0, 1.0),
        (0, 10, 0.0, 0.27753),  # Wilson's interval as R's binom.wilson and statsmodels state it
        (10, 10, 0.72247, 1.0),
        (5, 10, 0.23659, 0.76341),
        (81, 263, 0.25527, 0.36621),  # Newcombe, Statistics in Medicine 17 (1998), table I
        (15, 148, 0.06236, 0.16050),
        (1, 29, 0.00611, 0.17176),
    ],
)
def test_wilson_interval(right: int, total: int, low: float, high: float) -> None:
    assert wilson_interval(right, total) == pytest.approx((low, high), abs=5e-5)


def test_errors_carry_their_sentence_and_exit_code() -> None:
    error = DataError("{file} is empty.", file="a.jpg")
    assert (str(error), error.message.text, error.exit_code) == ("a.jpg is empty.", "{file} is empty.", 1)
    usage = UsageError("{n} {n:epoch|epochs}?", field="epochs", n=2)
    assert (str(usage), usage.field, usage.exit_code) == ("2 epochs?", "epochs", 2)
    assert not issubclass(StopRequested, UserError)
    assert StopRequested.exit_code == 130


def test_pause_holds_and_resume_and_stop_let_go() -> None:
    for release in (Control.resume, Control.stop):
        control = Control()
        control.wait_while_paused()
        control.pause()
        assert control.paused
        passed = threading.Event()
        thread = threading.Thread(target=lambda c=control, p=passed: (c.wait_while_paused(), p.set()))
        thread.start()
        assert not passed.wait(0.05)
        release(control)
        assert passed.wait(PATIENCE)
        thread.join()
    assert control.stopping
    control.pause()
    assert not control.paused, "a stopping job must not be held"


def test_places(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = [places.settings_folder(), places.data_folder(), places.cache_folder(), places.projects_folder()]
    assert len(set(own)) == 4
    assert all(folder.parent == home for folder in own)
    assert places.weights_folder().parent == places.data_folder()
    monkeypatch.delenv(places.HOME_VARIABLE)
    for folder in (places.settings_folder(), places.data_folder(), places.cache_folder(), places.projects_folder()):
        assert folder.is_absolute()
        assert places.APP in folder.parts


def test_model_facts_come_back(tmp_path: Path) -> None:
    facts = ModelFacts(
        "resnet18", ["a", "ü"], {"image_size": 224, "mean": [0.5, 0.5, 0.5]}, "cpu", "from scratch", 3, 0.9
    )
    save_model_facts(facts, tmp_path)
    assert load_model_facts(tmp_path) == facts
    with pytest.raises(DataError, match="no trained model"):
        load_model_facts(tmp_path / "nowhere")


def test_a_report_comes_back(tmp_path: Path) -> None:
    report = Report(
        run="/run", data="", when="2026-01-01T00:00:00Z", classes=["a", "b"], n=2, accuracy=0.5, accuracy_low=0.1,
        accuracy_high=0.9, per_class=[ClassReport("a", 1.0, 0.5, 2 / 3, 2), ClassReport("b", None, None, None, 0)], confusion=[[1, 1], [0, 0]],
        photos=[PhotoResult("/x.jpg", "a", "b", 0.9, 2.3, [0.1, 0.9]), PhotoResult("/y.jpg", "a", "a", 0.9, 0.1, [0.9, 0.1])],
        seconds=1.5, images_per_second=2.0, device="cpu",
    )  # fmt: skip
    save_report(report, tmp_path / "report.json")
    again = load_report(tmp_path / "report.json")
    assert again == report
    assert [photo.right for photo in again.photos] == [False, True]
    (tmp_path / "report.json").write_text("[]")
    with pytest.raises(DataError, match="Test again"):
        load_report(tmp_path / "report.json")


@pytest.mark.parametrize("package", ["cnn_desktop.domain", "cnn_desktop.dataset"])
def test_the_lower_layers_start_without_torch_and_qt(package: str) -> None:
    code = (
        "import importlib, pkgutil, sys\n"
        f"package = importlib.import_module({package!r})\n"
        "for module in pkgutil.walk_packages(package.__path__, package.__name__ + '.'):\n"
        "    importlib.import_module(module.name)\n"
        "print([name for name in ('torch', 'torchvision', 'timm', 'PySide6', 'sklearn') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
