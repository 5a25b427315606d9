"""Several folders as one project, and one of unlabelled photos: opened, read again, moved, unplugged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from cnn_desktop.domain import places
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoSort
from tests.gui.state.watched_project import Watched


@pytest.fixture
def folders(photo_folder: Callable[..., Path]) -> list[Path]:
    return [photo_folder(classes=2, each=5, name=name) for name in ("2023", "usb/2024")]


def splits(watched: Watched) -> dict[int, str | None]:
    opened = watched.project.opened
    assert opened
    rows = opened.photos.rows(opened.photos.find(PhotoFilter(), PhotoSort("name")))
    return {row.id: row.split for row in rows}


def test_two_folders_of_classes_are_one_project(begin_project: Callable[[], Watched], folders: list[Path]) -> None:
    watched = begin_project()
    watched.project.open_folders(folders)
    watched.read()
    project = watched.project
    assert project.info
    assert project.photos
    assert (project.info.name, project.info.together) == ("2023, 2024", "roots")
    assert (project.photos.count(), project.photos.names) == (20, ["class 0", "class 1"])
    assert project.photos.roots == {"1": str(folders[0]), "2": str(folders[1])}
    assert any("You opened 2 folders together" in str(finding.text) for finding in project.photos.findings)
    known = splits(watched)
    project.rescan()
    watched.read()
    assert splits(watched) == known
    watched.close()
    again = begin_project()
    again.project.open_folders(list(reversed(folders)))
    again.read()
    assert splits(again) == known
    assert len(list(places.projects_folder().iterdir())) == 1
    again.project.open_folders([folders[0], folders[0]])
    again.read()
    assert again.project.info
    assert (again.project.info.name, len(splits(again))) == ("2023", 10), "one of them is a project of its own"


def test_one_that_is_unplugged_is_told_and_takes_nothing_with_it(
    begin_project: Callable[[], Watched], folders: list[Path], tmp_path: Path
) -> None:
    watched = begin_project()
    watched.project.open_folders(folders)
    watched.read()
    known = splits(watched)
    assert watched.project.info
    project = Path(watched.project.info.path)
    away = folders[1].rename(tmp_path / "away")
    watched.project.rescan()
    place = watched.asked()
    watched.asker.end(place, "failed")
    watched.qtbot.waitUntil(lambda: watched.project.gone == (str(folders[1]), "2"))
    assert splits(watched) == known
    watched.close()
    again = begin_project()
    again.project.open_project(project)
    again.qtbot.waitUntil(lambda: again.project.info is not None)
    again.idle()
    assert again.asker.asked == [], "what is left is not read, as if it were all"
    assert again.project.gone == (str(folders[1]), "2")
    assert splits(again) == known
    again.project.relink("2", away)
    again.read()
    assert again.project.gone == ("", "")
    assert splits(again) == known
    assert again.project.info
    assert set(again.project.info.data.places) == {str(folders[0]), str(away)}
    again.project.rescan()
    again.read()
    assert splits(again) == known


def test_folders_around_the_photos_move_along(
    begin_project: Callable[[], Watched], photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    inner = photo_folder(classes=2, each=5, name="birds/photos")
    watched = begin_project()
    watched.project.open_folder(inner.parent)
    watched.read()
    known = splits(watched)
    inner.parent.rename(tmp_path / "moved")
    watched.project.relink("1", tmp_path / "moved" / "photos")
    watched.read()
    assert watched.project.info
    assert watched.project.info.folder == str(tmp_path / "moved")
    assert splits(watched) == known


def test_a_flat_folder_is_labelled_here(
    begin_project: Callable[[], Watched], photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    flat = tmp_path / "new"
    flat.mkdir()
    for number, file in enumerate(sorted(photo_folder(classes=2, each=10).rglob("*.png"))):
        file.rename(flat / f"{number:02}.png")
    watched = begin_project()
    project = watched.project
    project.open_folder(flat)
    watched.read()
    assert project.photos
    assert (project.photos.unlabelled, project.photos.count(), project.photos.can_train) == (20, 0, False)
    assert project.info
    assert project.info.name == "new"
    opened = project.opened
    assert opened
    found = opened.photos.find(PhotoFilter(""), PhotoSort("name"))
    for label, ids in (("owl", found[:10]), ("fox", found[10:])):
        opened.edit(
            lambda labels, ids=ids, label=label: labels.relabel(np.asarray(ids), label), opened.contents().steps
        )
    facts = opened.photos.facts()
    assert facts
    assert facts.can_train
    assert [(row.name, row.train, row.val, row.test) for row in facts.classes] == [("fox", 6, 2, 2), ("owl", 6, 2, 2)]
    known = splits(watched)
    project.rescan()
    watched.read()
    assert splits(watched) == known
    assert project.photos.names == ["fox", "owl"]
