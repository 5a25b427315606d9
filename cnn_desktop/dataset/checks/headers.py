"""Opens every listed photo's header, with threads, and says what the splits of the photos lack."""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import msgspec

from cnn_desktop.dataset.checks.copies import Candidates
from cnn_desktop.dataset.checks.depth import DeepPhoto
from cnn_desktop.dataset.groups import clusters_of, join
from cnn_desktop.dataset.reading.decode import PhotoHeader, UnreadablePhoto, read_header
from cnn_desktop.dataset.split import SHARES, assign_splits
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event, Skipped
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photos import Finding, LeftOut, Photo
from cnn_desktop.domain.ticker import Ticker

_CHUNK = 64
_THREADS = 4
"""Where the disk lets a thread wait; where it does not, several only wait for each other's turn with Python."""
_WAITED = 4.0
"""Times as long as a thread computed: then it waited for the disk, or once for something else."""
_SURE, _AGAIN = 2, 64
"""So many chunks that waited, one after the other, let several threads read; after so many more it is tried again with one.
(Python's own lock lets a thread wait too, while torch is being loaded.)"""
_NAMED = 5
"""Files named in one finding at most."""

Results = list[PhotoHeader | Message]
Check = Callable[[list[Photo]], tuple[Results, bool]]
"""Photos → what was found of each, and whether the disk let it wait."""


class Checked(msgspec.Struct):
    """The photos that can be used, and the others."""

    photos: list[Photo] = []
    left_out: list[LeftOut] = []
    reduced: list[Photo] = []
    """JPEGs above the pixel limit, read at a smaller size."""
    candidates: Candidates = msgspec.field(default_factory=Candidates)
    """Photos that may be copies of each other."""
    deep: list[DeepPhoto] = []


def read_headers(
    photos: list[Photo], roots: dict[str, str], control: Control, read: Callable[[Path], PhotoHeader] = read_header
) -> Generator[Event, None, Checked]:
    """Reads each photo's header with `read`; yields Progress and a Skipped for each photo left out. Raises StopRequested."""
    checked = Checked()
    ticker = Ticker(len(photos))

    def check(chunk: list[Photo]) -> tuple[Results, bool]:
        began, computed = time.perf_counter(), time.thread_time()
        results = [_facts(Path(roots[photo.root], photo.path), read) for photo in chunk]
        return results, time.perf_counter() - began > _WAITED * (time.thread_time() - computed)

    with ThreadPoolExecutor(_THREADS, "check") as pool:
        try:
            done = 0
            for chunk, results in _in_order(pool, check, photos):
                control.stop_if_asked()
                for photo, result in zip(chunk, results, strict=True):
                    if isinstance(result, PhotoHeader):
                        checked.photos.append(photo)
                        checked.candidates.add(photo, result)
                        if result.reduced:
                            checked.reduced.append(photo)
                        if result.deep:
                            checked.deep.append(DeepPhoto(photo, result.deep, result.width * result.height))
                    else:
                        path = photo.told_path(roots)
                        checked.left_out.append(LeftOut(path, result))
                        yield Skipped(path=path, reason=result)
                done += len(chunk)
                if ticker.is_due(done):
                    yield ticker.told(say("Checking the photos"), done)
        finally:
            pool.shutdown(cancel_futures=True)
    return checked


def _in_order(pool: ThreadPoolExecutor, check: Check, photos: list[Photo]) -> Iterator[tuple[list[Photo], Results]]:
    """Chunks of `photos` with their results: one by one, and several at a time once the disk lets them wait."""
    ahead: deque[tuple[list[Photo], bool, Future[tuple[Results, bool]]]] = deque()
    rest = iter(photos)
    most, waits, left = 1, 0, 0
    while True:
        while len(ahead) < most and (chunk := list(islice(rest, _CHUNK))):
            ahead.append((chunk, most == 1 and not ahead, pool.submit(check, chunk)))
        if not ahead:
            return
        chunk, alone, checked = ahead.popleft()
        results, waited = checked.result()
        if alone:
            waits = waits + 1 if waited else 0
            if waits == _SURE:
                most, waits, left = 4 * _THREADS, 0, _AGAIN
        elif most > 1:
            left -= 1
            if left == 0:
                most = 1
        yield chunk, results


def _facts(file: Path, read: Callable[[Path], PhotoHeader]) -> PhotoHeader | Message:
    try:
        return read(file)
    except UnreadablePhoto as error:
        return error.reason


def need_photos(photos: list[Photo], left_out: list[LeftOut], data: Path) -> None:
    """Raises DataError when there is nothing to look at."""
    if not photos and left_out:
        raise DataError(
            "{n:The only file|None of the {n} files} in {folder} can{n:not|} be used. {file}: {reason}",
            n=len(left_out), folder=str(data), file=left_out[0].path, reason=left_out[0].reason,
        )  # fmt: skip
    if not photos:
        raise DataError(
            "There are no photos in {folder}. Choose a folder that contains one folder of photos for each class.",
            folder=str(data),
        )


def complete_splits(photos: list[Photo], name: str, findings: Sequence[Finding] = ()) -> list[Photo]:
    """Ready-made splits without validation photos get some of the training photos, by assign_splits.

    Copies that `findings` tell stay on one side.

    Raises DataError when there are no training photos.
    """
    count = Counter(photo.split for photo in photos)
    if not count["train"]:
        raise DataError("There are no training photos in {folder}. Add some to its “train” folder.", folder=name)
    if count["val"]:
        return photos
    none_tests = (SHARES[0] + SHARES[2], SHARES[1], 0.0)
    train = [msgspec.structs.replace(photo, split=None) for photo in photos if photo.split == "train"]
    clusters = clusters_of(train, findings)
    groups = join([""] * len(train), clusters) if clusters else None
    return sorted(
        assign_splits(train, shares=none_tests, groups=groups) + [photo for photo in photos if photo.split != "train"],
        key=lambda photo: photo.path,
    )


def split_findings(found: list[Photo], completed: list[Photo]) -> Iterator[Finding]:
    """What ready-made splits lack; of the photos as `found`, and by `complete_splits`."""
    has = {photo.split for photo in found}
    if "val" not in has:
        yield Finding(
            say(
                "There are no validation photos, so {n:one|{n}} of the training photos {n:is|are} used for validation.",
                n=sum(photo.split == "val" for photo in completed),
            )
        )
    if "test" not in has:
        yield Finding(
            say(
                "There are no test photos, so the finished model cannot be tested on photos it has never seen. To "
                "find out how good it is, add a “test” folder."
            )
        )
    trained = {photo.label for photo in completed if photo.split == "train"}
    for name in sorted({photo.label for photo in completed} - trained):
        yield Finding(
            say(
                "The class “{name}” has no training photos, so the model cannot learn it. Add some to its folder "
                "in “train”.",
                name=name,
            ),
            "small_class",
            severity="error",
        )


def reduced_findings(reduced: list[Photo]) -> Iterator[Finding]:
    """Says which photos are read smaller than they are."""
    if reduced:
        yield Finding(
            say(
                "{n} {n:photo has|photos have} more than 120 megapixels and {n:is|are} read at a smaller size: "
                "{names}.",
                n=len(reduced),
                names=", ".join(photo.path for photo in reduced[:_NAMED]) + (", …" if len(reduced) > _NAMED else ""),
            ),
            "huge",
            [photo.key for photo in reduced],
            severity="info",
        )
