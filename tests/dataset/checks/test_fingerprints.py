"""SHA-256 of photos are remembered across runs, forgotten when the photo is another one, and survive damage."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
import pytest

from cnn_desktop.dataset.checks.fingerprints import Fingerprints
from tests.reliability.flips import DAMAGES, flips

SETTLED = Path(__file__)
"""Changed long ago."""
SHA = (hashlib.sha256(SETTLED.read_bytes()).digest(),) * 2
"""All of a file that is no photo is taken for picture."""


def test_they_are_remembered_and_survive_damage(tmp_path: Path) -> None:
    memory = tmp_path / "memory"
    known = Fingerprints(memory)
    assert known.known(SETTLED, SETTLED.stat()) is None
    assert known.of(SETTLED) == SHA
    known.save()
    assert Fingerprints(memory).known(SETTLED, SETTLED.stat()) == SHA
    assert Fingerprints(memory).known(SETTLED, Path(__file__).parent.stat()) is None, "another file"
    memory.write_bytes(b"\xc1 damaged")
    assert Fingerprints(memory).known(SETTLED, SETTLED.stat()) is None
    assert Fingerprints(memory).of(SETTLED) == SHA


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.timeout(30)
def test_whatever_has_become_of_the_file_it_is_made_anew(tmp_path: Path, damage: str) -> None:
    memory = tmp_path / "memory"
    known = Fingerprints(memory)
    known.of(SETTLED)
    known.save()
    DAMAGES[damage](memory)
    again = Fingerprints(memory)
    assert again.of(SETTLED) == SHA
    again.save()
    assert damage == "a folder" or Fingerprints(memory).known(SETTLED, SETTLED.stat()) == SHA
    assert [file.name for file in tmp_path.iterdir()] == ["memory"]


def test_any_flipped_bit_is_survived(tmp_path: Path) -> None:
    known = Fingerprints(tmp_path / "memory")
    known.of(SETTLED)
    known.save()
    for _ in flips([tmp_path / "memory"], 300):
        assert len(Fingerprints(tmp_path / "memory").of(SETTLED).file) >= 0


def test_what_an_earlier_version_remembered_by_path_size_and_time_is_not_believed(tmp_path: Path) -> None:
    found = SETTLED.stat()
    earlier = {str(SETTLED): (found.st_size, found.st_mtime_ns, b"of another photo")}
    (tmp_path / "memory").write_bytes(msgspec.msgpack.encode(earlier))
    known = Fingerprints(tmp_path / "memory")
    assert known.of(SETTLED) == SHA
    known.save()
    assert Fingerprints(tmp_path / "memory").known(SETTLED, found) == SHA


def test_a_photo_written_just_now_is_read_again(tmp_path: Path) -> None:
    photo, known = tmp_path / "photo", Fingerprints(None)
    photo.write_bytes(b"one")
    first = known.of(photo)
    assert known.known(photo, photo.stat()) is None
    photo.write_bytes(b"two")
    assert known.of(photo) != first
