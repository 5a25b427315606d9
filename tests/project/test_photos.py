"""Photos of a project: what is put in comes out, splits are remembered, pages are those of the whole list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import SPLITS, Finding, PhotoFacts
from cnn_desktop.project.database import Database
from cnn_desktop.project.photos import PhotoTable
from cnn_desktop.project.splitting import SPLIT_SEED
from tests.dataset.helpers import finish
from tests.project.helpers import a_scan, filled, known, photo_table


def test_what_is_taken_in_comes_out(project: Path) -> None:
    with photo_table(project) as photos:
        assert photos.facts() is None
        facts = photos.take(a_scan())
        taken = photos.scan()
    assert known(project) == (facts, taken)
    assert facts == PhotoFacts.of(taken)
    assert all(photo.split for photo in taken.photos)
    bare = [msgspec.structs.replace(photo, split=None, number=0) for photo in taken.photos]
    assert msgspec.structs.replace(taken, photos=bare) == a_scan()


def test_findings_are_kept_with_their_photos_and_copies_across_the_split_are_told(project: Path) -> None:
    scan = a_scan()
    pairs = [photo.path for photo in scan.photos]
    copies = Finding(say("Copies."), "exact_duplicate", pairs, [place // 2 for place in range(40)], "info")
    with photo_table(project) as photos:
        photos.take(scan)
        facts = photos.take(msgspec.structs.replace(scan, findings=[*scan.findings, copies]))
        splits = {photo.path: photo.split for photo in photos.scan().photos}
    tested, checked, told, *rest = facts.findings
    assert rest == scan.findings
    assert (told.kind, told.photos) == ("exact_duplicate", copies.photos)
    assert {tested.kind, checked.kind} == {"same_photo_two_splits"}
    in_pairs = [(splits[one], splits[other]) for one, other in zip(pairs[::2], pairs[1::2], strict=True)]
    leaks = [pair for pair in in_pairs if "test" in pair and set(pair) != {"test"}]
    assert leaks
    assert len(tested.photos) == 2 * len(leaks)
    assert str(tested.text).startswith(f"{len(leaks)} of 6 test photos are also ")
    assert known(project)[0] == facts


def test_copies_that_are_told_at_first_are_on_one_side(project: Path) -> None:
    pairs = [photo.path for photo in a_scan(400).photos]
    copies = Finding(say("Copies."), "exact_duplicate", pairs, [place // 2 for place in range(400)], "info")
    with photo_table(project) as photos:
        facts = photos.take(msgspec.structs.replace(a_scan(400), findings=[copies]))
        splits = {photo.path: photo.split for photo in photos.scan().photos}
    assert all(splits[one] == splits[other] for one, other in zip(pairs[::2], pairs[1::2], strict=True))
    assert [finding.kind for finding in facts.findings] == ["exact_duplicate"]
    assert facts.count("test") == 60


def test_splits_are_remembered(project: Path) -> None:
    with photo_table(project) as photos:

        def splits(n: int) -> dict[str, str | None]:
            photos.take(a_scan(n))
            return {photo.path: photo.split for photo in photos.scan().photos}

        first, grown = splits(12), splits(400)
        assert {path: grown[path] for path in first} == first
        assert len(splits(6)) == 6, "most photos are away, say on an unplugged drive"
        assert splits(400) == grown


def test_a_photo_in_another_folder_has_another_label(project: Path) -> None:
    filled(project)
    other = a_scan()
    moved = [msgspec.structs.replace(photo, label="b") for photo in other.photos]
    with photo_table(project) as photos:
        facts = photos.take(msgspec.structs.replace(other, photos=moved))
        assert [(row.name, row.total) for row in facts.classes] == [("b", 40)]
    assert known(project)[0] == facts


def test_the_folders_own_splits_rule(project: Path) -> None:
    scan = a_scan(9)
    own = [msgspec.structs.replace(p, split=SPLITS[k % 3]) for k, p in enumerate(scan.photos)]
    with photo_table(project) as photos:
        photos.take(scan)
        photos.take(msgspec.structs.replace(scan, photos=own, has_splits=True))
        assert [msgspec.structs.replace(photo, number=0) for photo in photos.scan().photos] == own
        assert photos.scan().has_splits


def test_the_split_seed_is_the_projects_own(tmp_path: Path) -> None:
    results = []
    for seed in (0, 1):
        with Database.create(tmp_path / f"{seed}.cnnproj") as database:
            database.keep_value(SPLIT_SEED, seed)
            PhotoTable(database).take(a_scan(200))
            results.append([photo.split for photo in PhotoTable(database).scan().photos])
    assert results[0] != results[1]


def test_a_moved_folder_is_found_again(project: Path, photo_folder: Callable[..., Path], tmp_path: Path) -> None:
    folder = photo_folder(classes=2, each=3)
    with photo_table(project) as photos:
        photos.take(finish(read_data(folder, Control()))[1])
        moved = folder.rename(tmp_path / "elsewhere")
        photos.relink("1", moved)
        assert all(photos.scan().file(photo).is_file() for photo in photos.scan().photos)
        (tmp_path / "wrong").mkdir()
        with pytest.raises(DataError, match="does not contain this project's photos"):
            photos.relink("1", tmp_path / "wrong")
        facts = photos.facts()
        assert facts
        assert facts.roots == {"1": str(moved)}
