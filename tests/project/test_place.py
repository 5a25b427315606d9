"""Where a folder's project lies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.project.data import Data
from cnn_desktop.project.place import find_project, is_project, project_folder_for
from tests.dataset.helpers import finish
from tests.project.helpers import photo_table


def test_a_dropped_folder_finds_its_project_again(
    home: Path, photo_folder: Callable[..., Path], tmp_path: Path
) -> None:
    folder = photo_folder(classes=2, each=3, name="birds")
    data = Data(str(folder))
    place = project_folder_for(data)
    assert place == home / "projects/birds.cnnproj"
    assert find_project(data) is None
    with photo_table(place) as photos:
        photos.take(finish(read_data(folder, Control()))[1])
    assert project_folder_for(data) == find_project(data) == place
    assert project_folder_for(Data(str(tmp_path / "other/birds"))) == home / "projects/birds 2.cnnproj"


def test_what_is_called_like_a_project() -> None:
    assert [is_project(Path(name)) for name in ("a.cnnproj", "A.CNNPROJ", "a", "a.cnnproj/b")] == [
        True,
        True,
        False,
        False,
    ]
