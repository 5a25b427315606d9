"""The page of the label check in its tab."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QLabel

from cnn_desktop.domain.events import Progress
from cnn_desktop.domain.jobs.check_labels import CheckLabels
from cnn_desktop.domain.message import say
from cnn_desktop.domain.scan_files import load_scan
from cnn_desktop.gui.labels.check_connection import THOROUGH
from cnn_desktop.gui.labels.check_page import QUICK
from cnn_desktop.gui.labels.tab import CHECK, REVIEW
from tests.gui.frame.test_accessibility import check, tab_order
from tests.gui.labels.planted import Labelling, leave_result, make

Begin = Callable[..., Labelling]


def test_from_the_button_to_the_first_photo(begin: Begin, tmp_path: Path) -> None:
    scene = begin(make(tmp_path))
    page, tab = scene.tab.check, scene.tab
    assert (page.stack.currentWidget(), tab.primary.text()) == (page.empty, "&Check the labels")
    tab.primary.click()
    scene.qtbot.waitUntil(lambda: any(isinstance(job, CheckLabels) for job in scene.asker.asked))
    place, job = next((k, job) for k, job in enumerate(scene.asker.asked) if isinstance(job, CheckLabels))
    assert (tab.shows_progress, tab.primary.isEnabled()) == (True, False)
    scene.asker.tell(place, Progress(say("Looking at the photos"), 12, 30, 6.0, 3.0))
    scene.qtbot.waitUntil(lambda: page.busy.sentence.text() == "Looking at the photos")
    assert page.busy.figures.text() == "12 of 30 · 6 per second · 3 s left"
    tab.show_page(REVIEW)
    assert not tab.shows_progress, "another page has no bar, so the strip has"
    tab.show_page(CHECK)
    leave_result(load_scan(Path(job.photos)).photos, Path(job.out))
    scene.asker.end(place)
    scene.qtbot.waitUntil(lambda: not scene.session.label_checks.running)
    scene.settle()
    assert page.headline.text() == "About 27 labels are probably wrong"
    assert tab.primary.text() == "Revie&w 24 photos", "those for validation and test are judged blind"
    assert not tab.shows_progress
    tab.primary.click()
    scene.settle()
    assert (tab.pages.current, scene.tab.review._view.page) == (REVIEW, "photo")


def test_the_choice_is_remembered_and_offered_again(begin: Begin, project: Path) -> None:
    scene = begin(project)
    page = scene.tab.check
    first, again = (choice.segments for choice in page.choices)
    assert again.isVisible(), "beside the button that checks again"
    again.choose(QUICK)
    assert first.current == QUICK
    assert not scene.session.label_checks.thorough
    assert scene.memory.preferences.choices[THOROUGH] is False
    page.again.click()
    scene.qtbot.waitUntil(lambda: any(isinstance(job, CheckLabels) for job in scene.asker.asked))
    job = next(job for job in scene.asker.asked if isinstance(job, CheckLabels))
    assert len(job.backbones) == 1


def test_every_control_has_a_name_and_tab_reads_the_page(begin: Begin, project: Path) -> None:
    scene = begin(project)
    check(scene.tab)
    assert [row.accessibleName() for row in scene.tab.check.rows] == [
        "“metal” labelled as “glass”: about 15", "“paper” labelled as “metal”: about 8",
    ]  # fmt: skip
    order = tab_order(scene.tab)
    expected = [*scene.tab.check.rows, scene.tab.check.again]
    assert [one for one in order if one in expected] == expected


def test_what_was_decided_is_counted(begin: Begin, project: Path) -> None:
    scene = begin(project)
    scene.review.decide_many(scene.review.open_ids()[:20].tolist(), "keep")
    scene.settle()
    assert scene.tab.primary.text() == "Revie&w 4 photos"
    said = "30 photos are suspicious: 4 to review, 6 validation or test photos for the second opinion, 20 reviewed."
    assert said in scene.tab.check.caption.text().replace("\u200b", "")
    scene.review.decide_many(scene.review.open_ids().tolist(), "suggested")
    scene.settle()
    assert scene.tab.primary.text() == "&Give a second opinion"


def test_long_names_have_two_lines(begin: Begin, project: Path) -> None:
    scene = begin(project)
    page, name = scene.tab.check, "a class with a name of about sixty letters that goes on and on"
    pair = msgspec.structs.replace(page._view.pairs[0], text=f"“{name} 1” labelled as “{name} 2”: about 30")
    page.show_view(msgspec.structs.replace(page._view, pairs=(pair, *page._view.pairs[1:])))
    scene.qtbot.waitUntil(lambda: page.rows[0].height() > page.rows[1].height())
    (words,) = page.rows[0].findChildren(QLabel)
    assert words.height() >= words.heightForWidth(words.width())
    assert page.rows[0].rect().contains(words.geometry())
