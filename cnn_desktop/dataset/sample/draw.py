"""The built-in sample: six classes of drawn things, about 80 photos each, with planted defects listed in .manifest.json.

The defects (wrong labels, duplicates, near-duplicates, a broken and an empty file) are what the app's checks will find.
"""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
from PIL import Image, ImageEnhance

from cnn_desktop.dataset.sample.place import VERSION
from cnn_desktop.dataset.sample.scene import draw_picture
from cnn_desktop.dataset.sample.shapes import THINGS
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event, Noted, Progress
from cnn_desktop.domain.files import SYSTEM_FILES, is_there, put_in_place, temporary_of, write_bytes
from cnn_desktop.domain.inside import is_link
from cnn_desktop.domain.message import say
from cnn_desktop.domain.own_files import find_json

MANIFEST = ".manifest.json"
CLASSES = tuple(THINGS)
EACH = 80
WRONG_LABELS, SAME_CLASS_COPIES, OTHER_CLASS_COPIES, NEAR_DUPLICATES = 8, 4, 2, 4
_DRAWN = re.compile(rf"(?:{'|'.join(map(re.escape, CLASSES))})/IMG_\d{{4}}\.jpg")
"""What this app calls the photos it draws."""


class Defect(msgspec.Struct):
    """One planted defect; `paths` are below the sample's folder, the original first where there is a copy."""

    kind: str
    """wrong_label, same_photo, same_photo_two_labels, near_duplicate, broken or empty."""
    paths: list[str]
    shows: str = ""
    """The class that is really in the picture."""


class Manifest(msgspec.Struct):
    """.manifest.json (hidden, so that it is not listed as a file left out)."""

    version: int
    seed: int
    files: list[str]
    """All photo files in the folder, defects included."""
    defects: list[Defect]


@dataclass
class Drawing:
    """One photo to draw: what it `shows`, and the class `folder` it lies in."""

    shows: str
    folder: str
    number: int
    name: str

    @property
    def path(self) -> str:
        return f"{self.folder}/{self.name}"


def draw_sample(folder: Path, control: Control, seed: int = 0) -> Generator[Event, None, Path]:
    """Draws the sample into `folder`, which appears only when complete; returns at once if it is there already.

    Raises DataError when `folder` holds something else or the disk is full, StopRequested.
    """
    if _drawn(folder, seed):
        return folder
    if _holds_other_files(folder):
        raise DataError("{folder} contains other files. Choose a new folder for the sample.", folder=str(folder))
    yield Noted(text=say("Drawing the sample photos."))
    # A new folder with a name of its own, so that what is removed below was all drawn here.
    unfinished = temporary_of(folder)
    try:
        unfinished.mkdir(parents=True)
        plan = _plan(seed)
        yield from _draw_all(unfinished, plan, seed, control)
        write_bytes(unfinished / MANIFEST, msgspec.json.format(msgspec.json.encode(_plant(unfinished, plan, seed))))
        if _drawn(folder, seed):  # by another window meanwhile, which may read it already
            return folder
        if is_there(folder):
            _remove(folder)  # an older or incomplete sample, or an empty folder
        put_in_place(unfinished, folder)
    except OSError as error:
        if _drawn(folder, seed):
            return folder
        raise DataError(
            "The sample could not be saved in {folder}: {reason}. Free some space, or choose another folder.",
            folder=str(folder), reason=error.strerror or str(error),
        ) from error  # fmt: skip
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return folder


def _plan(seed: int) -> list[Drawing]:
    """What is drawn where; the first `WRONG_LABELS` of a shuffle go into the folder of another class."""
    rng = np.random.default_rng((seed, 99))
    numbers = rng.permutation(9000)[: len(CLASSES) * EACH] + 1000
    drawings = [
        Drawing(label, label, number, f"IMG_{numbers[place * EACH + number]}.jpg")
        for place, label in enumerate(CLASSES)
        for number in range(EACH)
    ]
    for place in rng.permutation(len(drawings))[:WRONG_LABELS]:
        drawing = drawings[place]
        others = [label for label in CLASSES if label != drawing.shows]
        drawing.folder = others[rng.integers(len(others))]
    return drawings


def _draw_all(folder: Path, plan: list[Drawing], seed: int, control: Control) -> Generator[Event, None, None]:
    for label in CLASSES:
        (folder / label).mkdir()

    def draw(drawing: Drawing) -> None:
        rng = np.random.default_rng((seed, CLASSES.index(drawing.shows), drawing.number))
        draw_picture(drawing.shows, rng).save(folder / drawing.path, "JPEG", quality=int(rng.integers(82, 94)))

    told = time.monotonic()
    with ThreadPoolExecutor(min(8, os.cpu_count() or 2), "draw") as pool:
        try:
            waiting = [pool.submit(draw, drawing) for drawing in plan]
            for done, drawn in enumerate(waiting, start=1):
                drawn.result()
                control.stop_if_asked()
                if time.monotonic() - told >= 0.1 or done == len(plan):
                    told = time.monotonic()
                    yield Progress(doing=say("Drawing the sample photos"), done=done, total=len(plan))
        finally:
            pool.shutdown(cancel_futures=True)


def _plant(folder: Path, plan: list[Drawing], seed: int) -> Manifest:
    """Adds the copies and the broken files; returns the list of all planted defects."""
    rng = np.random.default_rng((seed, 98))
    taken = {drawing.path.rpartition("/")[2] for drawing in plan}
    honest = [drawing for drawing in plan if drawing.folder == drawing.shows]
    sources = iter([honest[place] for place in rng.permutation(len(honest))])
    defects = [
        Defect("wrong_label", [drawing.path], drawing.shows) for drawing in plan if drawing.folder != drawing.shows
    ]

    def new_name() -> str:
        name = f"IMG_{rng.integers(1000, 10_000)}.jpg"
        while name in taken:
            name = f"IMG_{rng.integers(1000, 10_000)}.jpg"
        taken.add(name)
        return name

    kinds = (
        ["same_photo"] * SAME_CLASS_COPIES
        + ["same_photo_two_labels"] * OTHER_CLASS_COPIES
        + ["near_duplicate"] * NEAR_DUPLICATES
    )
    for number, (kind, source) in enumerate(zip(kinds, sources, strict=False)):
        target = source.folder
        if kind == "same_photo_two_labels":
            target = next(label for label in CLASSES[number:] + CLASSES if label != source.folder)
        copy = f"{target}/{new_name()}"
        if kind == "near_duplicate":
            _save_similar(folder / source.path, folder / copy, rng)
        else:
            shutil.copyfile(folder / source.path, folder / copy)
        defects.append(Defect(kind, [source.path, copy], source.shows))
    broken, empty = f"{CLASSES[2]}/{new_name()}", f"{CLASSES[4]}/{new_name()}"
    whole = (folder / next(s for s in sources if s.folder == CLASSES[2]).path).read_bytes()
    (folder / broken).write_bytes(whole[: len(whole) // 2])
    (folder / empty).write_bytes(b"")
    defects += [Defect("broken", [broken]), Defect("empty", [empty])]
    return Manifest(
        VERSION, seed, sorted(file.relative_to(folder).as_posix() for file in folder.glob("*/*.jpg")), defects
    )


def _save_similar(source: Path, target: Path, rng: np.random.Generator) -> None:
    """The same picture a little cropped, brighter or darker, and saved anew: as a second shot or a download would be."""
    with Image.open(source) as image:
        w, h = image.size
        cut = image.crop((round(w * 0.01), round(h * 0.015), w, h)).resize((round(w * 0.9), round(h * 0.9)))
    ImageEnhance.Brightness(cut).enhance(rng.choice([0.9, 1.1])).save(target, "JPEG", quality=72)


def _drawn(folder: Path, seed: int) -> bool:
    """True when the whole sample of this version lies in `folder`."""
    manifest = find_json(folder / MANIFEST, Manifest)
    return (
        manifest is not None
        and (manifest.version, manifest.seed) == (VERSION, seed)
        and all((folder / path).is_file() for path in manifest.files)
    )


def _holds_other_files(folder: Path) -> bool:
    """True when something there was not drawn by this app, and must not be deleted to make room."""
    if is_link(folder) or not folder.is_dir():
        return os.path.lexists(folder)
    own = set(_own(folder))
    return any(
        file not in own and file.name not in SYSTEM_FILES
        for file in folder.rglob("*")
        if is_link(file) or not file.is_dir()
    )


def _own(folder: Path) -> list[Path]:
    """What a sample in `folder` may consist of: its list, and files on it that are called as ours are."""
    manifest = find_json(folder / MANIFEST, Manifest)
    names = (name for name in (manifest.files if manifest else ()) if _DRAWN.fullmatch(name))
    return [folder / MANIFEST, *(folder / name for name in names)]


def _remove(folder: Path) -> None:
    """Removes what a sample leaves in `folder`, where nothing else lies. Raises OSError."""
    for file in _own(folder):
        file.unlink(missing_ok=True)
    for place in sorted((folder, *(one for one in folder.rglob("*") if one.is_dir())), reverse=True):
        for name in SYSTEM_FILES:
            (place / name).unlink(missing_ok=True)
        place.rmdir()
