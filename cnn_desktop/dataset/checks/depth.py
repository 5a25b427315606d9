"""Decides for a data set which numbers of its deep photos are black and white, from some of them, and says so."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from cnn_desktop.dataset.reading.decode import Deep, UnreadablePhoto, read_header, read_samples
from cnn_desktop.dataset.reading.ranges import STEPS, Held, tones_of
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.events import Event, Warned
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import Finding, Photo, Scan
from cnn_desktop.domain.ticker import Ticker
from cnn_desktop.domain.tones import Range, Tones

MOST_PHOTOS, MOST_PIXELS = 64, 300_000_000
"""Of each kind that are read; evenly spread over all."""
_MAY_BE_DEEP = (".png", ".tif", ".tiff")
_THREADS = 4
_NEARLY_BLACK = 16
"""Times that white is above the largest number of a photo."""
_NAMED = 5


class DeepPhoto(msgspec.Struct, frozen=True):
    """A photo with more than 8 bits a number."""

    photo: Photo
    deep: Deep
    pixels: int


def find_tones(
    photos: Sequence[DeepPhoto], roots: dict[str, str], control: Control
) -> Generator[Event, None, tuple[Tones, list[Finding]]]:
    """The ranges of `photos` (none: nothing is read), and what a person should know of them; yields Progress.

    Raises StopRequested.
    """
    some = [
        *_some([one for one in photos if one.deep == "whole"]),
        *_some([one for one in photos if one.deep == "decimal"]),
    ]
    if not some:
        return Tones(), []
    seen: list[tuple[Photo, Held]] = []
    ticker = Ticker(len(some))
    with ThreadPoolExecutor(_THREADS, "depth") as pool:
        try:
            found = pool.map(lambda one: _held(Path(roots[one.photo.root], one.photo.path)), some)
            for done, (one, held) in enumerate(zip(some, found, strict=True), 1):
                control.stop_if_asked()
                if held is not None:
                    seen.append((one.photo, held))
                if ticker.is_due(done):
                    yield ticker.told(say("Measuring the brightness of your photos"), done)
        finally:
            pool.shutdown(cancel_futures=True)
    tones = tones_of([held for _, held in seen])
    findings = []
    if tones.whole is not None:
        findings.append(_whole([one.photo.key for one in photos if one.deep == "whole"], tones.whole))
        findings += _nearly_black(seen, tones.whole)
    if tones.decimal is not None:
        findings.append(_decimal(sum(one.deep == "decimal" for one in photos), tones.decimal))
    return tones, findings


def find_missing_tones(scan: Scan, control: Control) -> Generator[Event, None, Tones]:
    """Of photos that were listed before tones were kept; yields Progress and what a person should know."""
    photos = []
    for photo in scan.photos:
        if Path(photo.path).suffix.lower() in _MAY_BE_DEEP:
            control.stop_if_asked()
            with contextlib.suppress(UnreadablePhoto):
                header = read_header(scan.file(photo))
                if header.deep:
                    photos.append(DeepPhoto(photo, header.deep, header.width * header.height))
    tones, findings = yield from find_tones(photos, scan.roots, control)
    yield from (Warned(text=finding.text) for finding in findings)
    return tones


def _some(photos: Sequence[DeepPhoto]) -> list[DeepPhoto]:
    """So many that they are read soon, evenly spread."""
    count = min(len(photos), MOST_PHOTOS)
    chosen = _spread(photos, count)
    pixels = sum(one.pixels for one in chosen)
    return chosen if pixels <= MOST_PIXELS else _spread(photos, max(1, count * MOST_PIXELS // pixels))


def _spread(photos: Sequence[DeepPhoto], count: int) -> list[DeepPhoto]:
    return [photos[place * len(photos) // count] for place in range(count)]


def _held(file: Path) -> Held | None:
    """None for one that says itself what it holds, or cannot be read."""
    try:
        samples = read_samples(file)
    except UnreadablePhoto:
        return None
    return samples.held if samples is not None else None


def _whole(paths: list[str], range_: Range) -> Finding:
    count = len(paths)
    if range_.black == 0 and range_.white in STEPS[:-1]:
        return Finding(
            say(
                "{n} {n:photo uses|photos use} only {bits} bits of {n:a file|files} made for more. {n:It is|They "
                "are} read with black at 0 and white at {white}.",
                n=count, bits=int(range_.white).bit_length(), white=_number(range_.white),
            ),
            kind="shallow",
            photos=paths,
            severity="info",
        )  # fmt: skip
    return Finding(
        say(
            "{n} {n:photo|photos} with more than 8 bits {n:is|are} read with black at {black} and white at {white}.",
            n=count, black=_number(range_.black), white=_number(range_.white),
        )
    )  # fmt: skip


def _decimal(count: int, range_: Range) -> Finding:
    return Finding(
        say(
            "{n} {n:photo|photos} with decimal numbers {n:is|are} read with black at {black} and white at {white}.",
            n=count, black=_number(range_.black), white=_number(range_.white),
        )
    )  # fmt: skip


def _nearly_black(seen: Sequence[tuple[Photo, Held]], range_: Range) -> list[Finding]:
    dark = [(photo, held) for photo, held in seen if not held.is_decimal and held.high * _NEARLY_BLACK <= range_.white]
    if not dark or range_.black < 0 or range_.white < STEPS[-1]:  # with fewer bits it may well be a dark photo
        return []
    names = ", ".join(photo.path for photo, _ in dark[:_NAMED]) + (", …" if len(dark) > _NAMED else "")
    return [
        Finding(
            say(
                "{n} {n:photo looks|photos look} nearly black next to the others: the highest value is {most}, but "
                "white is {white}. Save {n:it|them} with the full range of brightness: {names}.",
                n=len(dark), most=_number(max(held.high for _, held in dark)), white=_number(range_.white), names=names,
            ),
            kind="dark",
            photos=[photo.key for photo, _ in dark],
        )
    ]  # fmt: skip


def _number(value: float) -> str:
    return f"{value:.6g}" if value != int(value) else str(int(value))
