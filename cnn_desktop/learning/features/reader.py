"""Sends each photo through a frozen trunk once per fixed variant, or finds in the cache what reached the cut earlier."""

from __future__ import annotations

import hashlib
import itertools
import stat
import time
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from importlib import metadata
from pathlib import Path

import msgspec
import numpy as np
from PIL.Image import Image

from cnn_desktop.dataset.checks.fingerprints import Fingerprints
from cnn_desktop.dataset.disks import on_disk
from cnn_desktop.dataset.pixels.augment import augment
from cnn_desktop.dataset.pixels.loader import OnSkip
from cnn_desktop.dataset.reading.content import room_for
from cnn_desktop.dataset.reading.decode import UnreadablePhoto, decoded, open_photo, why_unreadable
from cnn_desktop.domain.config import Augmentation
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event, Progress, Warned
from cnn_desktop.domain.message import Message, say
from cnn_desktop.learning.features.engine import Engine
from cnn_desktop.learning.features.store import Dtype, FeatureStore, StoreFacts, features_folder, pack, prune
from cnn_desktop.learning.models.cut import Cut
from cnn_desktop.learning.training.pace import Ticker, hold
from cnn_desktop.learning.training.strong_changes import changed_strongly

VARIED = 4
"""Fixed crops and colours of each photo, when the augmentation asks for such."""
_SEGMENT_PHOTOS = 256
_SEGMENT_SECONDS = 5.0
_LONG = 1.0
"""Seconds after which one is told how far it is even where all is in the cache."""

_KNOWN_BY = {"photos": "the SHA-256 of the bytes that were decoded"}
"""Earlier stores may hold features of a photo that had only taken the place of another one."""

READING = say("Preparing your photos")


@dataclass(frozen=True)
class Variant:
    """A fixed way to show a photo."""

    name: str
    augmentation: Augmentation | None = None
    """Of a varied one; its random numbers follow from the photo's SHA-256 and `number`."""
    number: int = 0


PLAIN, MIRRORED = Variant("plain"), Variant("mirrored")


def variants_for(augmentation: Augmentation) -> list[Variant]:
    """The photo as it is, mirrored when that is asked for; with other random changes, four fixed draws of them."""
    if not (augmentation.crop or augmentation.jitter or augmentation.strong):
        return [PLAIN, MIRRORED] if augmentation.flip else [PLAIN]
    named = msgspec.structs.asdict(augmentation)
    if not augmentation.strong:
        del named["strong"]  # so that what an earlier version has kept is found again
    wanted = msgspec.json.encode(named).decode()
    return [PLAIN, *(Variant(f"varied {wanted} {number}", augmentation, number) for number in range(VARIED))]


@dataclass(frozen=True)
class Features:
    """What the trunk sees in some photos."""

    rows: np.ndarray
    """[variants, photos, …], packed as `dtype` says; zeros where `readable` is False."""
    dtype: Dtype
    readable: np.ndarray
    """bool [photos]."""
    computed: int
    """Photos that were not in the cache."""
    seconds: float
    """Without pauses."""


@dataclass(frozen=True)
class _Found:
    """What a worker thread found of a photo."""

    photo: bytes
    """SHA-256."""
    known: dict[int, np.ndarray]
    """Place of a variant → its features, where they are in the cache."""
    missing: list[int]
    """Places of the other variants."""
    values: np.ndarray
    """Of these: normalised pixels, then features; features at once where the engine takes several callers."""


class _Table:
    """The rows gathered so far; their shape is known with the first."""

    def __init__(self, variants: int, photos: int) -> None:
        self.rows = np.zeros((variants, photos, 0), np.float32)
        self.readable = np.zeros(photos, bool)
        self.computed = 0

    def put(self, place: int, rows: np.ndarray) -> None:
        """`rows`: [variants, …] of the photo at `place`."""
        if not self.readable.any():
            self.rows = np.zeros((*self.rows.shape[:2], *rows.shape[1:]), rows.dtype)
        self.rows[:, place], self.readable[place] = rows, True


class FeatureReader:
    """What reaches a cut from photos, computed on one engine."""

    def __init__(self, cut: Cut, engine: Engine, weights: str, threads: int, keep: bool = True) -> None:
        """`weights`: `trunk_sha256` of `cut`. `keep` False: nothing is read from or written to the disk cache."""
        self.cut, self.net, self.engine, self.threads = cut, cut.net, engine, threads
        self._folder = features_folder() if keep else None
        self._fingerprints = Fingerprints(self._folder / "photos.msgpack" if self._folder else None)
        self._weights = weights
        self._stores: dict[str, FeatureStore] = {}

    def facts(self, variant: Variant, dtype: Dtype = "float32") -> StoreFacts:
        names = ("pillow", "numpy", "torchvision", "timm", "cnn-desktop")
        return StoreFacts(
            model=self.net.name,
            weights=self._weights,
            cut=self.cut.name,
            preprocess=msgspec.to_builtins(self.net.preprocess),
            variant=variant.name,
            engine=self.engine.name,
            device=self.engine.device,
            versions={**{name: metadata.version(name) for name in names}, **self.engine.versions, **_KNOWN_BY},
            dtype=dtype,
        )

    def read(
        self,
        files: Sequence[Path],
        variants: Sequence[Variant],
        on_skip: OnSkip,
        control: Control,
        doing: Message = READING,
        half: bool = False,
    ) -> Generator[Event, None, Features]:
        """What reaches the cut from `files`; `doing` is what the person reads meanwhile. Stops and pauses between photos;
        raises StopRequested and keeps what is done.

        `half`: kept in half precision, or as bfloat16 once a number is too large for that.
        """
        try:
            return (yield from self._read(files, variants, on_skip, control, doing, "float16" if half else "float32"))
        except OverflowError:
            return (yield from self._read(files, variants, on_skip, control, doing, "bfloat16"))

    def _read(
        self,
        files: Sequence[Path],
        variants: Sequence[Variant],
        on_skip: OnSkip,
        control: Control,
        doing: Message,
        dtype: Dtype,
    ) -> Generator[Event, None, Features]:
        began = saved_at = time.monotonic()
        stores = yield from self._open(variants, dtype)
        table = _Table(len(variants), len(files))
        ticker, unsaved = Ticker(), 0
        try:
            for done, (place, found) in enumerate(self._seen(files, variants, stores), 1):
                if isinstance(found, Message):
                    on_skip(place, found)
                else:
                    table.put(place, self._rows_of(found, stores, dtype))
                    unsaved += bool(found.missing)
                    table.computed += bool(found.missing)
                if unsaved >= _SEGMENT_PHOTOS or (unsaved and time.monotonic() - saved_at > _SEGMENT_SECONDS):
                    yield from self._save(stores)
                    unsaved, saved_at = 0, time.monotonic()
                if (table.computed or time.monotonic() - began > _LONG) and ticker.due():
                    ticker.restart()
                    yield Progress.after(time.monotonic() - began, doing, done, len(files))
                began += yield from hold(control)
                control.stop_if_asked()
            yield from self._save(stores)
        finally:
            for store in stores:
                _save_quietly(store)
            self._fingerprints.save()
        if table.computed:
            yield Progress.after(time.monotonic() - began, doing, len(files), len(files))
            if self._folder is not None:
                prune(self._folder, self._stores)
        return Features(table.rows, dtype, table.readable, table.computed, time.monotonic() - began)

    def _seen(
        self, files: Sequence[Path], variants: Sequence[Variant], stores: Sequence[FeatureStore]
    ) -> Iterator[tuple[int, _Found | Message]]:
        """As `_in_order`, with features everywhere: for an engine with one caller as many photos at a time as it takes."""
        one_by_one = self._in_order(files, variants, stores)
        if self.engine.callers > 1:
            yield from one_by_one
            return
        held: list[tuple[int, _Found | Message]] = []
        waiting = 0
        for place, found in one_by_one:
            held.append((place, found))
            waiting += len(found.values) if isinstance(found, _Found) else 0
            if waiting == 0 or waiting >= self.engine.chunk:
                yield from self._through_engine(held)
                held, waiting = [], 0
        yield from self._through_engine(held)

    def _through_engine(self, held: Sequence[tuple[int, _Found | Message]]) -> Iterator[tuple[int, _Found | Message]]:
        pixels = [found.values for _, found in held if isinstance(found, _Found) and found.missing]
        ends = np.cumsum([len(values) for values in pixels])
        features = iter(np.split(self.engine(np.concatenate(pixels)), ends[:-1]) if pixels else ())
        for place, found in held:
            yield place, replace(found, values=next(features)) if isinstance(found, _Found) and found.missing else found

    def _in_order(
        self, files: Sequence[Path], variants: Sequence[Variant], stores: Sequence[FeatureStore]
    ) -> Iterator[tuple[int, _Found | Message]]:
        """Each photo's place and what a worker thread found of it, in order, a few photos ahead."""
        pool = ThreadPoolExecutor(max(self.threads, self.engine.callers), "features")
        pending: deque[Future[_Found | Message]] = deque()
        upcoming = iter(files)
        try:
            for place in range(len(files)):
                for file in itertools.islice(upcoming, 4 * self.threads - len(pending)):
                    pending.append(pool.submit(self._find, file, variants, stores))
                yield place, pending.popleft().result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def _open(self, variants: Sequence[Variant], dtype: Dtype) -> Generator[Event, None, list[FeatureStore]]:
        stores = []
        for variant in variants:
            facts = self.facts(variant, dtype)
            if facts.name not in self._stores:
                self._stores[facts.name] = store = FeatureStore(facts, self._folder)
                if store.damaged:
                    yield Warned(
                        say(
                            "{n} cached {n:file|files} in {folder} {n:was|were} damaged. The photos are read again.",
                            n=store.damaged, folder=str(self._folder),
                        )
                    )  # fmt: skip
            stores.append(self._stores[facts.name])
        return stores

    def _find(self, file: Path, variants: Sequence[Variant], stores: Sequence[FeatureStore]) -> _Found | Message:
        """In a worker thread: the photo's SHA-256, the variants not known yet, and their features or at least pixels.

        What is not known yet is read once: the SHA-256 is that of the very bytes that are decoded.
        """
        try:
            found = on_disk(file).stat()
            if not stat.S_ISREG(found.st_mode):
                open_photo(file)  # says what it is instead
            remembered = self._fingerprints.known(file, found)
            photo = remembered.file if remembered else b""
            known, missing = _kept(stores, photo), list[int]()
            if len(known) < len(stores):
                tones = self.net.preprocess.tones
                with room_for(file, tones=tones):
                    (photo, _), content, _ = self._fingerprints.read(file)
                    known = _kept(stores, photo)
                    missing = [place for place in range(len(stores)) if place not in known]
                    if missing:
                        with decoded(file, content=content, tones=tones) as image:
                            pixels = self._pixels([variants[place] for place in missing], image, photo)
                    del content
        except UnreadablePhoto as error:
            return error.reason
        except OSError as error:
            return why_unreadable(error)
        if not missing:
            return _Found(photo, known, [], np.empty(0, np.float32))
        values = self.net.preprocess.normalise(pixels)
        return _Found(photo, known, missing, self.engine(values) if self.engine.callers > 1 else values)

    def _pixels(self, variants: Sequence[Variant], image: Image, photo: bytes) -> np.ndarray:
        """uint8 [variants, S, S, 3]."""
        preprocess, pixels = self.net.preprocess, []
        plain = preprocess.pixels(image) if any(variant.augmentation is None for variant in variants) else np.empty(0)
        for variant in variants:
            if variant.augmentation is None:
                pixels.append(plain[:, ::-1] if variant == MIRRORED else plain)
            else:
                rng = np.random.default_rng([variant.number, *np.frombuffer(photo, np.uint32).tolist()])
                varied = augment(image, variant.augmentation, preprocess.image_size, rng)
                if kind := variant.augmentation.strong:
                    varied = changed_strongly(varied, int(rng.integers(2**63 - 1)), kind)
                pixels.append(varied)
        return np.stack(pixels)

    def _rows_of(self, found: _Found, stores: Sequence[FeatureStore], dtype: Dtype) -> np.ndarray:
        """[variants, …] of one photo; keeps what is new."""
        new = dict(zip(found.missing, (pack(row, dtype) for row in found.values), strict=True)) if found.missing else {}
        for place, row in new.items():
            stores[place].add(found.photo, row)
        rows = found.known | new
        return np.stack([rows[place] for place in range(len(stores))])

    def _save(self, stores: Sequence[FeatureStore]) -> Generator[Event, None, None]:
        for store in stores:
            try:
                store.save()
            except DataError as error:
                for one in self._stores.values():
                    one.folder = None
                yield Warned(
                    say(
                        "The prepared photos are kept in memory for this training run only. {reason}",
                        reason=error.message,
                    )
                )
                return


def _kept(stores: Sequence[FeatureStore], photo: bytes) -> dict[int, np.ndarray]:
    """Place of a store → its features of `photo`, where it has them."""
    rows = enumerate([store.get(photo) for store in stores])
    return {place: row for place, row in rows if row is not None}


def _save_quietly(store: FeatureStore) -> None:
    try:
        store.save()
    except DataError:
        store.folder = None


def trunk_sha256(cut: Cut) -> str:
    """SHA-256 of every tensor before the cut."""
    tail = cut.tail_tensors()
    digest = hashlib.sha256()
    for name, value in cut.net.module.state_dict(keep_vars=True).items():
        if name not in tail and not name.endswith("num_batches_tracked"):
            digest.update(f"{name} {tuple(value.shape)} {value.dtype}".encode())
            digest.update(value.detach().cpu().numpy().tobytes())
    return digest.hexdigest()


def memory_needed(cut: Cut, rows: int) -> int:
    """Bytes that so many rows take in memory at a head, from its number of inputs."""
    return 4 * rows * int(getattr(cut.layer, "in_features", 0))
