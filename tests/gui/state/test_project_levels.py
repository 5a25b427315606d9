"""Which part of what is opened the project is of: the level of the classes, a table, some of the folders."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cnn_desktop.domain import places
from tests.gui.state.watched_project import Watched


@pytest.fixture
def watched(begin_project: Callable[[], Watched]) -> Watched:
    return begin_project()


@pytest.fixture
def folder(photo_folder: Callable[..., Path]) -> Path:
    return photo_folder(classes=2, each=10, name="birds")


def test_the_level_of_the_classes_is_remembered(
    begin_project: Callable[[], Watched], photo_folder: Callable[..., Path]
) -> None:
    tree = photo_folder(classes=2, each=3, name="tree/2023").parent
    photo_folder(classes=2, each=3, name="tree/2024")
    watched = begin_project()
    watched.project.open_folder(tree)
    watched.read()
    assert watched.project.photos
    assert (watched.project.photos.names, watched.project.photos.class_level) == (["2023", "2024"], 1)
    assert [level.number for level in watched.project.photos.levels] == [1, 2]
    watched.project.choose_class_level(2)
    watched.read()
    assert watched.project.photos.names == ["class 0", "class 1"]
    watched.project.rescan()
    watched.read()
    assert watched.project.photos.names == ["class 0", "class 1"]
    watched.close()
    again = begin_project()
    again.project.open_folder(tree)
    again.read()
    assert again.project.photos
    assert (again.project.photos.names, again.project.photos.class_level) == (["class 0", "class 1"], 2)
    assert len(list(places.projects_folder().iterdir())) == 1


def test_the_level_of_the_classes_of_several_folders_is_remembered(
    begin_project: Callable[[], Watched], photo_folder: Callable[..., Path]
) -> None:
    folders = [photo_folder(classes=2, each=3, name=f"{place}/2023").parent for place in ("home", "usb")]
    for place in ("home", "usb"):
        photo_folder(classes=2, each=3, name=f"{place}/2024")
    watched = begin_project()
    watched.project.open_folders(folders)
    watched.read()
    assert watched.project.photos
    assert [level.number for level in watched.project.photos.levels] == [1, 2]
    watched.project.choose_class_level(2)
    watched.read()
    watched.project.rescan()
    watched.read()
    assert watched.project.photos.names == ["class 0", "class 1"]
    assert watched.project.photos.class_level == 2
    assert watched.project.photos.count() == 24


def test_a_table_and_some_of_the_folders_have_projects_of_their_own(watched: Watched, folder: Path) -> None:
    table = folder / "birds.csv"
    table.write_text("path,label\n" + "".join(f"class {c}/00{n}.png,{'xy'[c]}\n" for c in range(2) for n in range(4)))
    opened = []
    for data, only in ((folder, ()), (table, ()), (folder, ("class 1", "class 0")), (table, ()), (folder, ())):
        watched.project.open_folder(data, only)
        watched.read()
        assert watched.project.info
        opened.append(watched.project.info.name)
    assert opened == ["birds", "birds 2", "class 0, class 1", "birds 2", "birds"]
    project = Path(watched.project.info.path).with_name("birds 2.cnnproj")
    watched.project.open_project(project)
    watched.read()
    assert watched.project.info
    assert watched.project.info.folder == str(table)
    moved = folder.with_name("moved")
    folder.rename(moved)
    watched.project.relink("1", moved)
    watched.read()
    assert watched.project.info.folder == str(moved / "birds.csv")
    assert watched.project.gone == ("", "")
