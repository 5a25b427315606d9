"""Parts of photos are found by the real backbone; a bad file is left out; Stop ends it; a damaged answer is one sentence."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PIL import ImageOps

from cnn_desktop.child.table import TABLE
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.crops import Overlap, Overlaps, load_overlaps, save_overlaps
from cnn_desktop.domain.errors import DataError, StopRequested
from cnn_desktop.domain.events import Event, Progress, Skipped
from cnn_desktop.domain.jobs.find_crops import CropsFound, FindCrops
from cnn_desktop.domain.photos import Photo, Scan
from cnn_desktop.domain.scan_files import save_scan
from cnn_desktop.learning.answers import crops
from cnn_desktop.learning.answers.crops import grouped
from tests.dataset.helpers import one_sentence
from tests.dataset.scenes import scene
from tests.learning.helpers import only


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Scan:
    """Five photos, of which 0, 1 and 2 have a part or a mirrored part in the other class, and a file that is no photo."""
    folder = tmp_path_factory.mktemp("photos")
    photos = []

    def add(name: str, content: bytes | None = None) -> Path:
        photos.append(Photo(name, name.partition("/")[0]))
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if content is not None:
            file.write_bytes(content)
        return file

    for number in range(5):
        scene(number).save(add(f"a/{number}.png"))
    scene(0).crop((10, 20, 370, 290)).save(add("b/part.jpg"), quality=60)
    ImageOps.mirror(scene(1).crop((0, 0, 360, 270))).save(add("b/mirrored.jpg"))
    scene(2).resize((200, 150)).save(add("b/half.png"))
    add("b/none.jpg", b"no photo")
    return Scan({"1": str(folder)}, ["a", "b"], photos)


@pytest.fixture
def job(listed: Scan, tmp_path: Path) -> FindCrops:
    save_scan(listed, tmp_path / "scan.json")
    return FindCrops(str(tmp_path / "scan.json"), str(tmp_path / "crops.json"), "cpu")


def run(job: FindCrops, control: Control | None = None) -> list[Event]:
    return list(TABLE[FindCrops](job, control or Control()))


def test_parts_are_found_and_other_photos_are_not(job: FindCrops, monkeypatch: pytest.MonkeyPatch) -> None:
    events = run(job)
    assert [Path(event.path).name for event in only(Skipped, events)] == ["none.jpg"]
    assert events[-1] == CropsFound(job.result, photos=6, groups=3)
    assert str(events[-1]) == "6 photos in 3 groups show the same picture, or part of it."
    assert {str(event.doing) for event in only(Progress, events)} >= {"Preparing your photos"}
    found = load_overlaps(Path(job.result), 9)
    assert found.groups == [[0, 5], [1, 6], [2, 7]]
    assert [(pair.one, pair.other, pair.mirrored) for pair in found.pairs] == [
        (0, 5, False),
        (1, 6, True),
        (2, 7, False),
    ]
    assert [pair.share for pair in found.pairs] == pytest.approx([0.9, 0.9, 1.0], abs=0.03)

    # A second time nothing is computed, and few at a time find the same.
    monkeypatch.setattr(crops, "_AT_A_TIME", 4)
    monkeypatch.setattr(crops, "_ROWS", 3)
    again = run(job)
    assert "Preparing your photos" not in {str(event.doing) for event in only(Progress, again)}
    assert load_overlaps(Path(job.result), 9) == found


def test_nothing_to_find(job: FindCrops, listed: Scan) -> None:
    save_scan(msgspec.structs.replace(listed, photos=listed.photos[3:5]), Path(job.photos))
    assert str(run(job)[-1]) == "No photo shows part of another one."
    assert load_overlaps(Path(job.result), 2) == Overlaps([], [])


def test_no_photos_at_all(job: FindCrops) -> None:
    save_scan(Scan({}, [], []), Path(job.photos))
    assert run(job)[-1] == CropsFound(job.result, 0, 0)


def test_stop_ends_it_and_writes_nothing(job: FindCrops) -> None:
    control = Control()
    control.stop()
    with pytest.raises(StopRequested):
        run(job, control)
    assert not Path(job.result).exists()


def test_a_missing_list_is_one_sentence(job: FindCrops) -> None:
    Path(job.photos).unlink()
    with pytest.raises(DataError) as error:
        run(job)
    one_sentence(error.value)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b'{"pairs": [], "groups": [[0]]}', b'{"pairs": [], "groups": [[0, 12]]}', b'{"groups": [[-1, 0]]}',
        b'{"pairs": [{"one": 1, "other": 1, "score": 1, "share": 1, "mirrored": false}], "groups": []}',
    ],
)  # fmt: skip
def test_a_damaged_answer_is_one_sentence(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "crops.json"
    file.write_bytes(content)
    with pytest.raises(DataError) as error:
        load_overlaps(file, 12)
    assert one_sentence(error.value) == f"{file} could not be read. Check the photos again."


def test_groups_never_chain(tmp_path: Path) -> None:
    """Overlapping pictures of a panorama: each overlaps with the next one only."""
    pairs = [Overlap(place, place + 1, 0.9, 0.8, False) for place in range(5)]
    found = Overlaps(pairs, grouped(7, pairs))
    assert found.groups == [[0, 1, 2], [3, 4, 5]]
    save_overlaps(found, tmp_path / "crops.json")
    assert load_overlaps(tmp_path / "crops.json", 7) == found
