"""Labels are checked by the real backbone, in-process and in a real child; bad folders are one sentence each."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from cnn_desktop.child.table import TABLE
from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested
from cnn_desktop.domain.events import Event, JobDone, Progress, Ready, Skipped
from cnn_desktop.domain.jobs.check_labels import CheckLabels, LabelsChecked
from cnn_desktop.domain.label_check import LabelCheck, read_label_check, read_suspects
from cnn_desktop.domain.photos import Photo, Scan
from cnn_desktop.domain.scan_files import save_scan
from cnn_desktop.domain.split_plan import SplitPlan
from tests.child.test_child import Child
from tests.dataset.helpers import finish, one_sentence
from tests.learning.helpers import only

EACH = 10
WRONG = ("class 0/from 1.png", "class 1/from 2.png")
LITE0 = ("efficientnet_lite0",)


@pytest.fixture
def scan(photo_folder: Callable[..., Path]) -> Scan:
    """Three classes of ten photos, two of them in another class's folder."""
    folder = photo_folder(3, EACH)
    shutil.move(folder / "class 1/003.png", folder / WRONG[0])
    shutil.move(folder / "class 2/004.png", folder / WRONG[1])
    found: Scan = finish(read_data(folder, Control()))[1]
    return msgspec.structs.replace(found, revision=5)


@pytest.fixture
def job(tmp_path: Path) -> CheckLabels:
    (tmp_path / "out").mkdir()
    return CheckLabels(str(tmp_path / "scan.json"), str(tmp_path / "out"), backbones=LITE0, device="cpu")


def run(job: CheckLabels, scan: Scan, control: Control | None = None) -> list[Event]:
    save_scan(scan, Path(job.photos))
    return list(TABLE[CheckLabels](job, control or Control()))


def checked(events: list[Event]) -> LabelCheck:
    last = events[-1]
    assert isinstance(last, LabelsChecked)
    return last.check


def refused(job: CheckLabels, scan: Scan) -> str:
    with pytest.raises(DataError) as error:
        run(job, scan)
    assert list(Path(job.out).iterdir()) == []
    return one_sentence(error.value)


def test_wrong_labels_come_first(job: CheckLabels, scan: Scan) -> None:
    broken = Path(scan.roots["1"], "class 2/broken.png")
    broken.write_bytes(b"no photo")
    scan.photos.append(Photo("class 2/broken.png", "class 2"))
    scan.photos.append(Photo("class 2/not labelled.png", ""))
    events = run(job, scan)
    check = checked(events)
    assert read_label_check(Path(job.out)) == check
    assert (check.verdict, check.photos, check.listed, check.revision) == ("suspicious", 30, 30, 5)
    assert check.backbones == LITE0
    assert list(map(str, check.cannot_judge)) == ["1 photo could not be read, so its label was not judged."]
    assert [Path(event.path).name for event in only(Skipped, events)] == ["broken.png"]
    assert all(event.total for event in only(Progress, events))
    first, second, *rest = read_suspects(Path(job.out), check, 0)
    found = {(one.photo, one.label, one.suggested) for one in (first, second)}
    assert found == {(WRONG[0], "class 0", "class 1"), (WRONG[1], "class 1", "class 2")}
    assert len(rest) == 28
    assert all(key.startswith(f"{first.label}/") for key in first.near_label)
    assert all(key.startswith(f"{first.suggested}/") for key in first.near_suggested)
    assert first.photo not in first.near_label
    assert first.probability > first.label_probability


def test_small_classes_and_missing_weights_are_told(job: CheckLabels, scan: Scan) -> None:
    """Two photos are too few to judge, five are enough."""
    few = [
        photo for photo in scan.photos
        if photo.label == "class 0" or photo.path.endswith(("0.png", "1.png"))
        or (photo.label == "class 1" and photo.path.endswith(("2.png", "5.png", "7.png")))
    ]  # fmt: skip
    job = msgspec.structs.replace(job, backbones=("resnet18", *LITE0))
    check = checked(run(job, msgspec.structs.replace(scan, photos=few)))
    assert list(map(str, check.cannot_judge)) == [
        "“class 2” has only 2 photos, too few to judge their labels.",
        "The photos were not compared by ResNet-18: its weights are missing.",
    ]
    assert check.backbones == LITE0
    assert check.photos == sum(photo.label == "class 0" for photo in scan.photos) + 6


def test_groups_are_kept_together(job: CheckLabels, scan: Scan) -> None:
    """All photos of a class in two groups: one group would be judged by the other alone."""
    grouped = [
        msgspec.structs.replace(photo, group=f"g{row % 2}" if photo.label == "class 2" else "")
        for row, photo in enumerate(scan.photos)
    ]
    job = msgspec.structs.replace(job, plan=SplitPlan(group_by="column"))
    check = checked(run(job, msgspec.structs.replace(scan, photos=grouped)))
    assert str(check.cannot_judge[0]) == "All photos of “class 2” belong to 2 groups, too few to judge their labels."


def test_what_cannot_be_checked_is_one_sentence(job: CheckLabels, scan: Scan) -> None:
    one = [photo for photo in scan.photos if photo.label == "class 1"]
    assert "All photos are of one class, “class 1”" in refused(job, msgspec.structs.replace(scan, photos=one))
    assert "no labelled photos" in refused(job, msgspec.structs.replace(scan, photos=[]))
    lonely = [photo for photo in scan.photos if photo.label == "class 1" or photo.path == "class 0/000.png"]
    assert "fewer than two such classes" in refused(job, msgspec.structs.replace(scan, photos=lonely))
    few = [photo for photo in scan.photos if photo.path.endswith("0.png")]
    assert "classes of 5 photos or more" in refused(job, msgspec.structs.replace(scan, photos=few))
    shutil.rmtree(scan.roots["1"])
    assert "no longer in" in refused(job, scan)


def test_photos_that_vanish_are_left_out(job: CheckLabels, scan: Scan) -> None:
    shutil.rmtree(Path(scan.roots["1"], "class 2"))
    check = checked(run(job, scan))
    assert check.photos == 21  # with the one that lies in another class's folder
    for name in ("class 0", "class 1"):
        shutil.rmtree(Path(scan.roots["1"], name))
    shutil.rmtree(job.out)
    Path(job.out).mkdir()
    assert "no labelled photos that can be read" in refused(job, scan)


def test_stop_writes_nothing(job: CheckLabels, scan: Scan) -> None:
    control = Control()
    control.stop()
    with pytest.raises(StopRequested):
        run(job, scan, control)
    assert list(Path(job.out).iterdir()) == []


def test_in_a_real_child(job: CheckLabels, scan: Scan) -> None:
    save_scan(scan, Path(job.photos))
    child = Child()
    try:
        child.until(Ready)
        child.tell(job)
        *_, told, _ = child.until(JobDone)
        assert child.end() == (0, "")
    finally:
        child.process.kill()
        child.process.communicate()
    assert checked([told]) == read_label_check(Path(job.out))
