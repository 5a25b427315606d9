"""Small helpers of the project tests."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import Finding, LeftOut, Photo, PhotoFacts, Scan
from cnn_desktop.project.database import Database
from cnn_desktop.project.photos import PhotoTable
from cnn_desktop.project.schema import DATABASE


def a_scan(n: int = 40, folder: str = "/photos") -> Scan:
    photos = [Photo(f"{'ab'[k % 2]}/{k:06}.jpg", "ab"[k % 2]) for k in range(n)]
    return Scan(
        {"1": folder}, ["a", "b"], sorted(photos, key=lambda p: p.path),
        left_out=[LeftOut("a/x.txt", say("it is {kind}.", kind=say("no photo")))], findings=[Finding(say("Only {n} photos.", n=n))],
    )  # fmt: skip


def a_bad_scan(n: int = 40) -> Scan:
    """It names each photo twice, so it cannot be taken in."""
    scan = a_scan(n)
    return msgspec.structs.replace(scan, photos=[*scan.photos, *scan.photos])


@contextlib.contextmanager
def photo_table(folder: Path, read_only: bool = False) -> Iterator[PhotoTable]:
    """The photos of the project `folder`, made when it is not there."""
    is_there = (folder / DATABASE).exists()
    with Database.open(folder, read_only) if is_there else Database.create(folder) as database:
        yield PhotoTable(database)


def filled(folder: Path, n: int = 40) -> Scan:
    """Makes the project `folder` of `n` photos; what it holds now."""
    with photo_table(folder) as photos:
        photos.take(a_scan(n))
        return photos.scan()


def known(folder: Path) -> tuple[PhotoFacts | None, Scan]:
    """What the project `folder` holds, read anew."""
    with photo_table(folder) as photos:
        return photos.facts(), photos.scan()
