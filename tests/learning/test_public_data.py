"""Public data sets: downloaded from a loopback address as small files of their own formats, and unpacked."""

from __future__ import annotations

import gzip
import hashlib
import io
import struct
import sys
import tarfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from scipy.io import savemat

from cnn_desktop.dataset.reading.scan import read_data
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, StopRequested, UsageError
from cnn_desktop.domain.events import Event, Failed, JobDone, Progress, Ready
from cnn_desktop.domain.jobs.get_dataset import DatasetReady, GetDataset
from cnn_desktop.domain.public_datasets import PUBLIC_DATASETS
from cnn_desktop.learning import public_data
from cnn_desktop.learning.public_data import Recipe, Source, get_dataset, recipe
from tests.child.test_child import Child
from tests.dataset.helpers import finish, one_sentence

pytestmark = pytest.mark.usefixtures("no_proxy")

RNG = np.random.default_rng(0)
KEYS = [row.key for row in PUBLIC_DATASETS]


def idx(values: np.ndarray) -> bytes:
    return gzip.compress(struct.pack(f">HBB{values.ndim}I", 0, 8, values.ndim, *values.shape) + values.tobytes())


def tar(files: dict[str, bytes], links: dict[str, str] | None = None) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
        for name, target in (links or {}).items():
            member = tarfile.TarInfo(name)
            member.type, member.linkname = tarfile.SYMTYPE, target
            archive.addfile(member)
    return out.getvalue()


def jpeg(number: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), (number * 9 % 256, 90, 40)).save(out, "JPEG")
    return out.getvalue()


def mat(**values: object) -> bytes:
    out = io.BytesIO()
    savemat(out, values, do_compression=True)
    return out.getvalue()


def files_of(key: str) -> dict[str, bytes]:
    """Small files as `key` comes."""
    if key in ("MNIST", "FashionMNIST"):
        images, labels = RNG.integers(0, 256, (20, 28, 28), np.uint8), np.arange(20, dtype=np.uint8) % 10
        return {f"{part}-{name}-ubyte.gz": idx(values) for part in ("train", "t10k") for name, values in
                (("images-idx3", images), ("labels-idx1", labels))}  # fmt: skip
    if key == "CIFAR10":
        records = np.concatenate(
            [np.arange(20, dtype=np.uint8)[:, None] % 10, RNG.integers(0, 256, (20, 3072), np.uint8)], 1
        )
        names = ("data_batch_1.bin", "data_batch_2.bin", "test_batch.bin")
        inside = {f"cifar-10-batches-bin/{name}": records.tobytes() for name in names}
        return {"cifar-10-binary.tar.gz": tar(inside | {"cifar-10-batches-bin/batches.meta.txt": b"airplane\n"})}
    if key == "Flowers102":
        labels, numbers = np.arange(30) % 3 + 1, np.arange(1, 31)
        photos = {f"jpg/image_{number:05}.jpg": jpeg(number) for number in numbers}
        parts = mat(trnid=numbers[:10], valid=numbers[10:20], tstid=numbers[20:])
        return {"102flowers.tgz": tar(photos), "imagelabels.mat": mat(labels=labels), "setid.mat": parts}
    breeds = ("Abyssinian", "yorkshire_terrier")
    photos = {f"images/{breed}_{number}.jpg": jpeg(number) for breed in breeds for number in range(1, 7)}
    lists = {
        f"annotations/{part}.txt": "".join(f"{breed}_{n} 1 1 1\n" for breed in breeds for n in numbers).encode()
        for part, numbers in (("trainval", range(1, 5)), ("test", range(5, 7)))
    }
    lists["annotations/list.txt"] = b"#Image CLASS-ID\n"
    hostile = {"images/../../../evil.jpg": b"x", "images/Abyssinian_1.mat": b"x"}
    links = {"images/link.jpg": "/etc/passwd"}
    return {"images.tar.gz": tar(photos | hostile, links), "annotations.tar.gz": tar(lists)}


def made(key: str, served: tuple[Path, str], damage: bytes = b"") -> Recipe:
    """torchvision's recipe with small files, which are served; `damage` is added to what they are checked by."""
    folder, address = served
    known, files = recipe(key), files_of(key)
    assert {source.name for source in known.sources} == set(files), "torchvision's own names"
    for name, content in files.items():
        (folder / name).write_bytes(content)
    sources = tuple(
        Source((f"{address}/{name}",), hashlib.md5(content + damage).hexdigest()) for name, content in files.items()
    )
    return Recipe(sources, known.names, known.unpack)


@pytest.mark.parametrize("key", KEYS)
def test_a_data_set_becomes_class_folders(key: str, served: tuple[Path, str], tmp_path: Path) -> None:
    out = tmp_path / "documents" / "data"
    events = list(get_dataset(key, out, Control(), made(key, served)))
    done = events[-1]
    assert isinstance(done, DatasetReady)
    assert [path.name for path in out.parent.iterdir()] == ["data"]
    scan = finish(read_data(out, Control()))[1]
    assert done.photos == len(scan.photos) == {"CIFAR10": 60, "Flowers102": 30, "OxfordIIITPet": 12}.get(key, 40)
    assert scan.has_splits
    assert not scan.left_out
    expected = {
        "MNIST": [str(digit) for digit in range(10)],
        "CIFAR10": sorted(public_data._CIFAR),
        "Flowers102": ["canterbury bells", "hard-leaved pocket orchid", "pink primrose"],
        "OxfordIIITPet": ["Abyssinian", "Yorkshire Terrier"],
    }
    assert scan.classes == expected.get(key, scan.classes)
    if key == "FashionMNIST":
        assert "T-shirt or top" in scan.classes
    assert {photo.path.partition("/")[0] for photo in scan.photos} == (
        {"train", "val", "test"} if key == "Flowers102" else {"train", "test"}
    )
    again = list(get_dataset(key, out, Control(), Recipe((), (), recipe(key).unpack)))
    assert again == [DatasetReady(done.title, str(out))], "it is there, so nothing is downloaded"


def test_pixels_come_as_they_are(served: tuple[Path, str], tmp_path: Path) -> None:
    list(get_dataset("CIFAR10", tmp_path / "c", Control(), made("CIFAR10", served)))
    with tarfile.open(served[0] / "cifar-10-binary.tar.gz") as archive:
        inside = archive.extractfile("cifar-10-batches-bin/data_batch_1.bin")
        assert inside
        record = np.frombuffer(inside.read()[:3073], np.uint8)
    with Image.open(tmp_path / "c/train/airplane/1-00000.png") as image:
        assert np.array_equal(np.asarray(image), record[1:].reshape(3, 32, 32).transpose(1, 2, 0))
    list(get_dataset("OxfordIIITPet", tmp_path / "p", Control(), made("OxfordIIITPet", served)))
    assert (tmp_path / "p/train/Abyssinian/Abyssinian_1.jpg").read_bytes() == jpeg(1)
    assert not list(tmp_path.rglob("evil*"))


def refused(key: str, how: Recipe, tmp_path: Path) -> str:
    out = tmp_path / "out" / "data"
    with pytest.raises(DataError) as caught:
        list(get_dataset(key, out, Control(), how))
    assert not list(out.parent.iterdir()), "nothing is left"
    return one_sentence(caught.value)


def test_offline_is_one_sentence(tmp_path: Path, served: tuple[Path, str]) -> None:
    known = made("MNIST", served)
    nowhere = Recipe((Source(("http://127.0.0.1:9/a.gz", "http://127.0.0.1:9/b.gz"), "0"),), known.names, known.unpack)
    text = refused("MNIST", nowhere, tmp_path)
    assert text == (
        "MNIST could not be downloaded: no connection to 127.0.0.1. Check the internet connection, then try again."
    )


def test_the_next_address_is_tried(tmp_path: Path, served: tuple[Path, str]) -> None:
    known = made("MNIST", served)
    sources = tuple(Source((f"http://127.0.0.1:9/{s.name}", *s.addresses), s.md5) for s in known.sources)
    list(get_dataset("MNIST", tmp_path / "m", Control(), Recipe(sources, known.names, known.unpack)))
    assert (tmp_path / "m" / "train").is_dir()


def test_a_file_that_is_not_the_one_is_refused(tmp_path: Path, served: tuple[Path, str]) -> None:
    assert "damaged or the wrong one" in refused("MNIST", made("MNIST", served, b"x"), tmp_path)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("damage", ["empty", "text", "half", "gzip", "tar"])
def test_damaged_files_are_one_sentence(key: str, damage: str, served: tuple[Path, str], tmp_path: Path) -> None:
    """Each file in turn, as if its checksum were right."""
    known = made(key, served)
    for source in known.sources:
        file = served[0] / source.name
        whole = file.read_bytes()
        content = {
            "empty": b"", "text": b"hello" * 50, "half": whole[: len(whole) // 2], "gzip": gzip.compress(b"\0\0\x08\x03" * 9),
            "tar": tar({"images/a.jpg": b"", "cifar-10-batches-bin/data_batch_1.bin": b"123"}),
        }[damage]  # fmt: skip
        file.write_bytes(content)
        sources = tuple(
            Source(one.addresses, hashlib.md5((served[0] / one.name).read_bytes()).hexdigest()) for one in known.sources
        )
        assert "are damaged" in refused(key, Recipe(sources, known.names, known.unpack), tmp_path)
        file.write_bytes(whole)


def test_stopped_it_leaves_nothing(served: tuple[Path, str], tmp_path: Path) -> None:
    how, out, seen = made("MNIST", served), tmp_path / "out" / "data", 0

    class Stopping(Control):
        def __init__(self, left: int) -> None:
            super().__init__()
            self.left = left

        def stop_if_asked(self) -> None:
            self.left -= 1
            if self.left < 0:
                self.stop()
            super().stop_if_asked()

    for left in (0, 3, 8, 20, 40):
        try:
            list(get_dataset("MNIST", out, Stopping(left), how))
        except StopRequested:
            seen += 1
            assert not list(out.parent.iterdir())
    assert seen >= 4


def test_what_lies_there_is_never_touched(served: tuple[Path, str], tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    with pytest.raises(DataError, match="is in the way"):
        list(get_dataset("MNIST", tmp_path / "mine", Control(), made("MNIST", served)))
    assert (tmp_path / "mine").read_text() == "mine"
    with pytest.raises(UsageError, match="no public data set called"):
        list(get_dataset("ImageNet", tmp_path / "x", Control()))


def test_too_little_room_is_told_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(public_data, "free_bytes", lambda folder: 10_000_000)
    asked: list[Event] = []
    with pytest.raises(DataError, match="not enough disk space for Oxford-IIIT Pet: it needs 1,671 MB"):
        asked += get_dataset("OxfordIIITPet", tmp_path / "x", Control())
    assert not asked


_CHILD = """
import sys
from torchvision.datasets import MNIST
MNIST.mirrors, MNIST.resources = [sys.argv[1] + "/"], [tuple(word.split("=")) for word in sys.argv[2:]]
from cnn_desktop.__main__ import main
sys.exit(main(["child"]))
"""
"""A real child, in which torchvision says that MNIST lies on this computer, and what its small files are checked by."""


def test_a_real_child_gets_one(served: tuple[Path, str], tmp_path: Path) -> None:
    known, out = made("MNIST", served), tmp_path / "documents" / "MNIST"
    checks = [f"{source.name}={source.md5}" for source in known.sources]
    child = Child(command=[sys.executable, "-c", _CHILD, served[1], *checks])
    try:
        child.until(Ready)
        child.tell(GetDataset("MNIST", str(out)))
        happened = child.until(JobDone)
        (served[0] / known.sources[0].name).write_bytes(b"another one")
        child.tell(GetDataset("MNIST", str(tmp_path / "again")))
        failed = child.until(Failed)
        assert child.end()[0] == 0
    finally:
        child.process.kill()
        child.process.communicate()
    assert any(isinstance(event, Progress) for event in happened)
    assert happened[-2] == DatasetReady("MNIST", str(out), 40)
    assert finish(read_data(out, Control()))[1].classes == [str(digit) for digit in range(10)]
    assert "damaged or the wrong one" in str(failed[-1])
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize("key", KEYS)
def test_torchvision_knows_where_each_is(key: str) -> None:
    known = recipe(key)
    row = next(row for row in PUBLIC_DATASETS if row.key == key)
    assert all(address.startswith("http") for source in known.sources for address in source.addresses)
    assert all(len(source.md5) == 32 for source in known.sources)
    assert len(known.names) in (0, row.classes)
