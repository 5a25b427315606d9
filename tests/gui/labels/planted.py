"""A small project with the result of a label check, as the child would have left it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cnn_desktop.domain.jobs.scan import ScanFolder
from cnn_desktop.domain.label_check import Confused, LabelCheck, Suspect, write_label_check
from cnn_desktop.domain.photos import Photo, Scan, Split
from cnn_desktop.gui.frame.shell import Shell
from cnn_desktop.gui.labels.tab import LabelsTab
from cnn_desktop.gui.state.review import Review
from cnn_desktop.gui.state.session import Session
from cnn_desktop.project.data import Data
from cnn_desktop.project.opened import Opened
from cnn_desktop.project.suspects import SuspectRow
from tests.conftest import draw_photo
from tests.gui.connected import Connected

CLASSES = ("glass", "metal", "paper")
SPLITS: Sequence[Split] = ("train", "train", "train", "train", "train", "train", "train", "train", "val", "test")
"""Of photo k: that of place k % 10."""
WHEN = "2026-01-02T03:04:05+00:00"


def suggested_for(label: str) -> str:
    return CLASSES[(CLASSES.index(label) + 1) % len(CLASSES)]


def a_check(n: int, **changes: object) -> LabelCheck:
    """That finds `n` photos suspicious, half of them of one pair of classes."""
    pairs = (Confused("glass", "metal", n / 2, n / 3, n), Confused("metal", "paper", n / 4, 0, n / 2))
    facts: dict[str, object] = {
        "photos": 40, "suspects": n, "listed": n, "errors": 0.9 * n, "low": 0.5 * n, "high": 1.5 * n, "accuracy": 0.8,
        "confused": pairs, "cannot_judge": (), "verdict": "suspicious", "revision": 0,
        "backbones": ("efficientnet_lite0",), "seconds": 41.0, "when": WHEN,
    }  # fmt: skip
    return LabelCheck(**(facts | changes))  # type: ignore[arg-type]


def make(place: Path, n: int = 30, draw: bool = True) -> Path:
    """The project of `n` photos of three classes in turn; with `draw`, they are there. Its folder."""
    photos = [Photo(f"{CLASSES[k % 3]}/{k:06}.png", CLASSES[k % 3], SPLITS[k % 10]) for k in range(n)]
    if draw:
        for k, photo in enumerate(photos):
            draw_photo(place / "photos" / photo.path, k % 3, k, (48, 40))
    opened = Opened(place / "a.cnnproj")
    scan = Scan({"1": str(place / "photos")}, list(CLASSES), sorted(photos, key=lambda one: one.path), has_splits=True)
    opened.take(scan, Data(str(place / "photos")))
    opened.close()
    return place / "a.cnnproj"


def leave_result(photos: Sequence[Photo], folder: Path, wanted: int | None = None, **changes: object) -> None:
    """The result of a check that finds the first of `photos` suspicious: each should be of the class after its own."""
    photos = sorted(photos, key=lambda one: one.path.rsplit("/", 1)[-1])[:wanted]
    rows = [
        Suspect(
            photo.key, photo.path, photo.label, suggested_for(photo.label), 1 - k / 1e6, 0.9, 0.05,
            near_label=(photos[k - 1].key,), near_suggested=(photos[k - 2].key,), rank=k + 1, split=photo.split or "",
        )
        for k, photo in enumerate(photos)
    ]  # fmt: skip
    folder.mkdir(exist_ok=True)
    write_label_check(folder, a_check(len(rows), **changes), rows)


def plant(opened: Opened, place: Path, wanted: int | None = None, **changes: object) -> None:
    """Takes in such a check."""
    leave_result(opened.photos.scan().photos, place / "result", wanted, **changes)
    opened.suspects.take(place / "result")


def planted(place: Path, n: int = 30, wanted: int | None = None, draw: bool = True, **changes: object) -> Path:
    """Both."""
    project = make(place, n, draw)
    opened = Opened(project)
    plant(opened, place, wanted, **changes)
    opened.close()
    return project


class Labelling(Connected):
    """The Labels tab, with a session of its own."""

    def __init__(self, connect: Callable[[Shell], QWidget], qtbot: QtBot, project: Path | None = None) -> None:
        super().__init__(connect)
        self.qtbot = qtbot
        self.tab: LabelsTab
        if project:
            self.open(project)

    def open(self, project: Path) -> None:  # type: ignore[override]
        """Opens it, and waits until the first photo can be decided about, or all is known of it."""
        self.session.project.open_project(project)
        state = self.session.project
        self.qtbot.waitUntil(lambda: state.opened is not None)
        if (
            not (state.opened and state.opened.read_only) and (project.parent / "photos").is_dir()
        ):  # they are read again
            self.qtbot.waitUntil(lambda: any(isinstance(job, ScanFolder) for job in self.asker.asked))
            self.asker.end(next(k for k, job in enumerate(self.asker.asked) if isinstance(job, ScanFolder)), "stopped")
        self.qtbot.waitUntil(lambda: self.session.project.photos is not None and not self.session.jobs.now.running)
        self.settle()

    def settle(self) -> None:
        """Waits until all that was asked for in the background is done, and what that has led to."""
        settle(self.qtbot, self.session)

    @property
    def review(self) -> Review:
        return self.session.review

    def row(self) -> SuspectRow:
        """The suspect that is looked at."""
        assert self.review.now
        return self.review.now.row

    def labels(self) -> dict[str, str]:
        """File name → label, as the project has it."""
        opened = self.session.project.opened
        assert opened
        return {photo.path.rsplit("/", 1)[-1]: photo.label for photo in opened.photos.scan().photos}

    def said(self) -> str:
        return " / ".join(notice.text for notice in self.notices)


def settle(qtbot: QtBot, session: Session) -> None:
    """Waits until nothing is done in the background any more."""
    qtbot.waitUntil(lambda: not session.background._pieces)
