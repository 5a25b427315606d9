"""No two words at once on the screen have the same underlined letter: in every state of every tab, menu and dialog."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QLocale, QPoint, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMainWindow, QMenu, QMessageBox, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.answered import AnswerCounts
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.jobs.train import Train
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import ClassCount, PhotoFacts
from cnn_desktop.domain.run import RunRecord
from cnn_desktop.domain.split_plan import SplitPlan
from cnn_desktop.gui.dataset import tab as dataset
from cnn_desktop.gui.dataset.split_wizard.wizard import SplitWizard
from cnn_desktop.gui.evaluation import view as evaluation
from cnn_desktop.gui.evaluation.tab import CLASSES, MIX_UPS, PHOTOS
from cnn_desktop.gui.frame.about import AboutDialog
from cnn_desktop.gui.frame.preferences import PreferencesDialog
from cnn_desktop.gui.frame.rail_view import STEPS
from cnn_desktop.gui.frame.recent_card import RecentButton
from cnn_desktop.gui.frame.selftest_dialog import SelftestDialog
from cnn_desktop.gui.frame.start_view import RecentCard
from cnn_desktop.gui.frame.tour import Tour
from cnn_desktop.gui.frame.window import MainWindow
from cnn_desktop.gui.frame.wiring import Wiring
from cnn_desktop.gui.kit.photo_menu import PhotoMenu
from cnn_desktop.gui.kit.theme import Theme
from cnn_desktop.gui.kit.words import LANGUAGE_VARIABLE, tr
from cnn_desktop.gui.labels import check_view, review_view
from cnn_desktop.gui.labels import history_view as history
from cnn_desktop.gui.labels.tab import CHECK, HISTORY, REVIEW
from cnn_desktop.gui.model import view as model
from cnn_desktop.gui.state.folder import FolderState
from cnn_desktop.gui.state.in_question import InQuestion
from cnn_desktop.gui.state.job_state import JobState, Notice, ResultNow
from cnn_desktop.gui.state.preferences import Preferences
from cnn_desktop.gui.state.viewed_model import ViewedModel
from cnn_desktop.gui.training import view as training
from cnn_desktop.gui.viewer import folder_view, network_view
from cnn_desktop.gui.viewer import view as viewer
from cnn_desktop.project.cleaned import Brought, Pair, Standing
from cnn_desktop.project.suspects import CheckFacts, Progress, SuspectRow
from tests.gui.labels.planted import a_check
from tests.gui.tab_tools import report_of
from tests.gui.training.facts import CONFIG, facts
from tests.gui.viewer.networks import SMALL

Open = Callable[..., MainWindow]
RUN = RunRecord("r", "resnet18", "stopped", "2026-01-01")
REPORT = report_of(["glass", "metal"], [[8, 2], [1, 9]])
RUNNING = JobState(Train, phase="head", sentence=say("Training the new last layer, epoch 2 of 5"), fraction=0.25)


def letter_of(text: str) -> str:
    """The underlined letter, "" for none."""
    found = re.search(r"&([^&])", text.replace("&&", ""))
    return found[1].lower() if found else ""


def clashes(root: QWidget) -> list[str]:
    """Texts of the window or dialog `root`, as it is now, that have the same underlined letter as another."""
    texts = _shown(root.menuBar()) if isinstance(root, QMainWindow) else []
    seen = [widget for widget in root.findChildren(QWidget) if widget.isVisibleTo(root)]
    texts += [widget.text() for widget in seen if isinstance(widget, QAbstractButton)]
    texts += [label.text() for label in seen if isinstance(label, QLabel) and label.buddy()]
    texts += [bar.tabText(place) for bar in seen if isinstance(bar, QTabBar) for place in range(bar.count())]
    return _twice(texts)


def clashes_in(menu: QMenu) -> list[str]:
    """The same, of the entries of a menu and of the menus in it."""
    found = _twice(_shown(menu))
    for action in menu.actions():
        if isinstance(inner := action.menu(), QMenu):
            found += clashes_in(inner)
    return found


def _shown(menu: QWidget) -> list[str]:
    return [action.text() for action in menu.actions() if action.isVisible()]


def _twice(texts: list[str]) -> list[str]:
    taken: dict[str, str] = {}
    both = []
    for text in texts:
        if letter := letter_of(text):
            if letter in taken:
                both.append(f"{taken[letter]} and {text}")
            taken[letter] = text
    return both


@pytest.fixture(params=["en", "de"])
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[str]:
    monkeypatch.setenv(LANGUAGE_VARIABLE, request.param)
    yield request.param
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(QLocale("en"))


@pytest.mark.usefixtures("language")
def test_in_every_state_of_every_tab(open_window: Open, photo_folder: Callable[..., Path]) -> None:
    window = open_window(photo_folder(classes=3, each=8))
    session = Wiring.of(window).session
    session.blockSignals(True)  # the states below are not the session's
    window.resize(1280, 820)
    found: dict[str, list[str]] = {}
    for key in STEPS:
        tab: Any = window.tab(key)
        window._turn_to(tab)
        for name, show in states(key, tab):
            show()
            found[f"{key}: {name}"] = clashes(window)
        window.show_notice(Notice("error", "It broke.", "details"))
        found[f"{key} with a message"] = clashes(window)
        window.messages.settle("")
        tour = Tour.begin(window, session)
        tour.go(STEPS.index(key))
        window._turn_to(tab)
        found[f"{key} on the tour"] = clashes(window)
        tour.leave()
    assert {name: both for name, both in found.items() if both} == {}


def states(key: str, tab: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    """Name of a state of the tab, and what brings it about."""
    if key == "dataset":
        yield "empty", lambda: tab._show_page(dataset.view(dataset.Facts()))
        yield "photos gone", lambda: tab._show_page(dataset.view(dataset.Facts("x", gone=("/x", "1"))))
        yield "photos", lambda: tab._show_page(tab._view)
        yield "checks", lambda: tab.pages.choose(dataset.CHECKS)
        yield "checks with findings", lambda: tab.pages.set_label(dataset.CHECKS, tr("Chec&ks ({n})", n=3))
        yield "augmentation", lambda: tab.pages.choose(dataset.AUGMENTATION)
        yield "photos again", lambda: tab.pages.choose(dataset.PHOTOS)
        yield "a leak", lambda: tab.photos.leak.show_text("3 pairs", "3 pairs of photos")
        yield "sealed photos", tab.photos.show_tests.show
        yield "left out", lambda: tab.pages.set_label(dataset.LEFT_OUT, tr("&Left out ({n})", n=3), True)
    elif key == "model":
        for name in ("efficientnet_lite0", "resnet50", "simple_cnn", "timm:convnext_tiny"):
            places: dict[str, Any] = {name: "ask"}
            yield name, lambda name=name, places=places: tab.show_view(model.view(model.Facts(name, weights=places)))
    elif key == "training":
        one = {"models": [RUN], "predictor": "r"}
        failed = ResultNow("training", "failed", "It broke.", "details", "x")
        every: dict[str, dict[str, Any]] = {
            "no photos": {"photos": None}, "ready": {}, "weights missing": {"weights_missing": True}, "runs": {"job": RUNNING},
            "paused": {"job": JobState(Train, phase="head", paused=True)}, "stopped": one | {"resumable": RUN},
            "stopped now": one | {"resumable": RUN, "result": ResultNow("training", "stopped", "Stopped.", run="r")},
            "failed": one | {"resumable": RUN, "result": failed}, "trained": one, "tested": one | {"tested": True},
            "from scratch": {"pretrained": False}, "own epochs, wrong": {"problems": [UsageError("No.", field="stage_lr")]},
        }  # fmt: skip
        tab.advanced.toggle.setChecked(True)
        for name, more in every.items():
            yield name, lambda more=more: tab.show_view(training.view(facts(**more)), CONFIG)
    elif key == "evaluation":
        for name, fact in {
            "nothing trained": evaluation.Facts(), "not tested": evaluation.Facts("r", 9), "testing": evaluation.Facts("r", 9, is_testing=True),
            "failed": evaluation.Facts("r", 9, failure="No."), "tested": evaluation.Facts("r", 9, 1, REPORT),
        }.items():  # fmt: skip
            yield name, lambda fact=fact: tab.show_view(evaluation.view(fact))
        for page in (CLASSES, MIX_UPS, PHOTOS):
            yield f"page {page}", lambda page=page: tab.pages.choose(page)
        yield "photos of a class", lambda: tab._class_chosen("glass")
    elif key == "labels":
        for place in range(5):
            yield f"page {place}", lambda place=place: tab.pages.choose(place)
        yield from labels_states(tab)
    else:
        yield "empty", lambda: tab.show_view(viewer.view(viewer.Facts()))
        yield "a photo", lambda: tab.show_view(viewer.view(viewer.Facts("/x/a.png", 0, 2)))
        for part in (tab.answer.why, tab.answer.unknown):
            yield "with an answer", lambda part=part: part.setVisible(True)
        yield from network_states(tab)
        yield from folder_states(tab)


def network_states(tab: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    """The same, of the page "Inside the network" of the Viewer."""
    seen: dict[str, Any] = {"path": "/x/a.png", "has_model": True, "layers": SMALL}
    looking = network_view.Looking("conv1", when="both")
    every: dict[str, dict[str, Any]] = {
        "no model": {}, "no photo": {"has_model": True}, "failed": seen | {"failure": "It broke."},
        "maps": seen | {"looking": looking}, "a map": seen | {"looking": looking.enlarged(3)},
        "a kernel": seen | {"looking": looking.enlarged(3).showing(kernels=True)},
        "many layers": seen | {"layers": [*SMALL, *([SMALL[2]] * 40)]},
    }  # fmt: skip
    yield "network", lambda: tab.segments.choose(1)
    for name, known in every.items():
        shown = network_view.view(network_view.Facts(**known))
        yield f"network, {name}", lambda shown=shown: tab.network.show_view(shown)
    yield "the photo again", lambda: tab.segments.choose(0)


def folder_states(tab: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    """Of the Viewer's page of a folder."""
    yield "page of a folder", lambda: tab.show_page(tab.place_of(tab.folder))
    state = FolderState(
        ("/x",), ("/x",), ViewedModel(Path("run")), listed=9, counts=AnswerCounts(9, 9, 1), classes=("a", "b")
    )
    for name, now in (
        ("a folder", msgspec.structs.replace(state, is_whole=True)),
        ("a folder, stopped", state),
        ("an empty folder", msgspec.structs.replace(state, counts=AnswerCounts(), problem="It is empty.")),
    ):
        facts_now = folder_view.Facts(now, 9, has_model=True)
        yield name, lambda facts_now=facts_now: tab.folder.show_view(folder_view.view(facts_now))


def labels_states(tab: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    """Of the Labels step."""
    photos = PhotoFacts({"1": "/x"}, [ClassCount("glass", 20), ClassCount("metal", 20)])
    left = Progress(4, 8, 4, 2, 4, 2, 6.0)
    none_left = Progress(12, 0, 12, 9, 12, 9, 2.0)
    checks: dict[str, Any] = {
        "not checked": {}, "checking": {"running": True}, "checked": {"check": CheckFacts(1, a_check(12), False, left)},
        "for a second opinion": {"check": CheckFacts(1, a_check(12), False, left), "blind_left": 8},
        "all looked at": {"check": CheckFacts(1, a_check(12), False, none_left)},
        "nothing suspicious": {"check": CheckFacts(1, a_check(0, verdict="nothing"), False, none_left)},
    }  # fmt: skip
    tab.pages.choose(CHECK)
    for name, more in checks.items():
        facts_now = check_view.Facts(photos, **more)
        yield name, lambda facts_now=facts_now: tab.check.show_view(check_view.view(facts_now))
    row = SuspectRow(7, 1, "glass/a.jpg", "1", "glass", "glass", "metal", 0.99, 0.9, 0.02, "train")
    question = InQuestion(row, "/x/glass/a.jpg")
    one = {"checked": True, "question": question, "total": 12, "left": 8, "progress": left, "pair": ("glass", "metal")}
    reviews: dict[str, Any] = {
        "nothing to review": {}, "a photo": one, "many at once": one | {"together": True},
        "reviewed": one | {"place": 12, "left": 0}, "reviewed, then blind": one | {"place": 12, "left": 0, "blind_left": 3},
    }  # fmt: skip
    yield "review", lambda: tab.pages.choose(REVIEW)
    for name, more in reviews.items():
        shown = review_view.Facts(**more)
        yield name, lambda shown=shown: tab.review.show_view(review_view.view(shown))
    yield "history", lambda: tab.pages.choose(HISTORY)
    pair = Pair(RUN, RUN, 3, True)
    standings = (
        Standing(3), Standing(0, Brought(pair, 9, ("r", "r"))), Standing(0, Brought(pair, 9, ("r",))),
        Standing(0, Brought(pair, problem=say("No."))), Standing(0, Brought(pair)),
    )  # fmt: skip
    for number, standing in enumerate(standings):
        seen = history.Facts(is_open=True, changes=1, has_decisions=True, models=2, standing=standing)
        yield f"history {number}", lambda seen=seen: tab.history.show_view(history.view(seen))


@pytest.mark.usefixtures("language")
def test_on_the_start_page_and_in_menus(open_window: Open) -> None:
    window = open_window()
    assert clashes(window) == []
    window.show_notice(Notice("error", "It broke.", "details"))
    assert clashes(window) == []
    menus = [action.menu() for action in window.menuBar().actions()]
    for menu in (menu for menu in menus if isinstance(menu, QMenu)):
        entries = [action.text() for action in menu.actions() if not action.isSeparator()]
        assert all(map(letter_of, entries)), entries
        assert clashes_in(menu) == []
    window.menus.show_undo("Learning rate", "Batch size")
    assert clashes_in(menus[1]) == []  # type: ignore[arg-type]


@pytest.mark.usefixtures("language")
def test_in_menus_of_a_right_click(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    tab: Any = window.tab("training")
    card = RecentButton(RecentCard("/x", "x", "", False, None), parent=window)
    opened = [PhotoMenu(window).open("/x/a.png", QPoint()), tab.curves.open_menu(QPoint()), card.open_menu(QPoint())]
    assert [clashes_in(menu) for menu in (*opened, tab.stop_menu)] == [[]] * 4
    for menu in opened:
        menu.close()


@pytest.mark.usefixtures("language")
def test_in_menus_of_photos_and_classes(open_window: Open, photo_folder: Callable[..., Path]) -> None:
    window = open_window(photo_folder(classes=3, each=8))
    page: Any = window.tab("dataset").photos
    page.grid.pick([range(2)], 0)
    menus = [page.grid.menu.open("/x/a.png", QPoint())]
    page.chart._ask_menu(page.chart.classes.index(1))
    menus += page.chart.findChildren(QMenu)
    assert len(menus) > 1
    assert [clashes_in(menu) for menu in menus] == [[]] * len(menus)
    for menu in menus:
        menu.close()


@pytest.mark.usefixtures("language")
def test_in_the_split_wizard(qtbot: QtBot, theme: Theme) -> None:
    wizard = SplitWizard(SplitPlan(), lambda plan, then: None)
    qtbot.addWidget(wizard)
    wizard.show()
    wizard.keep.show()
    wizard.banner.show()
    for place in range(4):
        wizard.methods.choose(place)
        assert clashes(wizard) == []


@pytest.mark.usefixtures("language")
def test_in_dialogs(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    asked = (lambda: None, tr("&Stop and keep the best model"), lambda: None)
    boxes: list[QWidget] = [
        AboutDialog(window), SelftestDialog(window, ["--what"]),
        PreferencesDialog(Preferences(), "/cache", window), window.ask_about_training(*asked),
        window.ask_about_training(*asked, paused=True), window.ask_about_training(asked[0], tr("&Stop training")),
    ]  # fmt: skip
    for box in boxes:
        if not isinstance(box, QMessageBox):
            box.show()
        assert clashes(box) == []
        box.close()
