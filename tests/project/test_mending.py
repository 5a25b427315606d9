"""What a person does about a finding: one revision, which can be taken back."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from cnn_desktop.dataset.checks.remedies import Remedy, remedies
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoSort
from cnn_desktop.domain.photos import Finding
from cnn_desktop.project.data import Data
from cnn_desktop.project.opened import Opened
from cnn_desktop.project.undo import PhotosChange, Steps
from tests.project.helpers import a_scan

PATHS = [photo.path for photo in a_scan().photos]
COPIES = Finding(say("Copies."), "exact_duplicate", PATHS[:4], [1, 1, 2, 2], "info")
DARK = Finding(say("Dark."), "dark", PATHS[5:8])


def remedy_of(finding: Finding, kind: str) -> Remedy:
    return next(remedy for remedy in remedies(finding) if remedy.kind == kind)


def test_found_photos_are_excluded_and_come_back(project: Path) -> None:
    with contextlib.closing(Opened(project)) as opened:
        opened.take(a_scan(), Data("/photos"))
        facts = opened.photos.take_findings([DARK])
        assert (facts.checked, [finding.kind for finding in facts.findings]) == ("checked", ["dark", "note"])
        edited = opened.mend(DARK, remedy_of(DARK, "exclude"), Steps())
        assert edited
        assert (edited.photos.excluded, edited.revision.source, edited.revision.why) == (3, "dark", "Dark.")
        opened.make(PhotosChange(edited.revision.number, is_back=True), Steps())
        assert opened.photos.facts().excluded == 0  # type: ignore[union-attr]


def test_one_copy_is_kept(project: Path) -> None:
    with contextlib.closing(Opened(project)) as opened:
        opened.take(a_scan(), Data("/photos"))
        opened.photos.take_findings([COPIES])
        edited = opened.mend(COPIES, remedy_of(COPIES, "keep_one"), Steps())
        assert edited
        gone = opened.photos.rows(opened.photos.find(PhotoFilter(excluded=True), PhotoSort("name")))
        assert [row.path for row in gone] == [PATHS[1], PATHS[3]]
        assert "exact_duplicate" not in [finding.kind for finding in edited.photos.findings], "there are none any more"
        assert opened.mend(COPIES, remedy_of(COPIES, "keep_one"), Steps()) is None


def test_copies_go_to_one_side(project: Path) -> None:
    with contextlib.closing(Opened(project)) as opened:
        opened.take(a_scan(), Data("/photos"))
        ids = opened.photos.find(PhotoFilter(), PhotoSort("name"))
        opened.edit(lambda labels: labels.split([(ids[0], "train"), (ids[1], "test")]), Steps())
        facts = opened.photos.take_findings([COPIES])
        (leak,) = [finding for finding in facts.findings if finding.kind == "same_photo_two_splits"]
        edited = opened.mend(leak, remedy_of(leak, "keep_on_one_side"), Steps())
        assert edited
        assert [row.split for row in opened.photos.rows(ids[:2])] == ["train", "train"]
        assert "same_photo_two_splits" not in [finding.kind for finding in edited.photos.findings]


@pytest.mark.parametrize("more", [0, 3])
def test_a_check_is_outdated_once_photos_have_changed(project: Path, more: int) -> None:
    with contextlib.closing(Opened(project)) as opened:
        opened.take(a_scan(), Data("/photos"))
        opened.photos.take_findings([DARK])
        facts = opened.photos.take(a_scan(40 + more))
        assert facts.checked == ("outdated" if more else "checked")
        assert "dark" in [finding.kind for finding in facts.findings]
