"""What may not be looked at is never said to be missing. Nobody is root here."""

from __future__ import annotations

import multiprocessing  # noqa: F401 - nobody may read where it lies: all that is needed is imported before
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from cnn_desktop import cli
from cnn_desktop.__main__ import main
from cnn_desktop.dataset.reading.files import no_data
from cnn_desktop.domain.files import is_missing
from cnn_desktop.verbs import check_data, console, explain, predict  # noqa: F401
from tests.dataset.helpers import folder_for_anyone, one_sentence, without_root

pytestmark = pytest.mark.skipif(os.name == "nt", reason="permissions of folders")


@pytest.fixture
def closed() -> Iterator[Path]:
    """A folder with a file that nobody may enter."""
    with folder_for_anyone() as folder:
        closed = folder / "closed"
        closed.mkdir()
        (closed / "photo.jpg").touch()
        (folder / "link").symlink_to("link")
        closed.chmod(0)
        with without_root():
            yield closed
        closed.chmod(0o755)


def test_only_what_is_certainly_not_there_is_missing(closed: Path) -> None:
    for there in (closed, closed / "photo.jpg", closed.parent):
        assert not is_missing(there)
    for missing in ("nothing", "x" * 300, "nul\0", "link", "link/in it"):
        assert is_missing(closed.parent / missing)


def test_it_is_opened_in_the_window_which_says_why_it_cannot(closed: Path) -> None:
    assert not cli.is_for_command_line([str(closed / "a.cnnopen")])
    assert cli.is_for_command_line([str(closed.parent / "nothing")])
    assert "could not be read: Permission denied" in one_sentence(no_data(closed / "folder"))


@pytest.mark.parametrize(
    "words",
    [
        "predict {run} {photo}",
        "explain {run} {photo} --out {out}",
        "check-data {run}/photos",
        "check-data {photo}",
    ],
)
def test_a_verb_says_why(closed: Path, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = words.format(run=closed, photo=closed / "photo.jpg", out=closed.parent / "out.png")
    assert main(told.split()) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "Permission denied" in said
