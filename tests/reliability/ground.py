"""What is tortured: small photos, three recipes, and what a finished training has left."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

PHOTO_SIZE = (40, 36)
_COLOURS = ((220, 60, 60), (60, 200, 80), (70, 90, 220))
_USUAL = ("--device", "cpu", "--precision", "float32", "--image-size", "32", "--batch-size", "6")
RECIPES: dict[str, tuple[str, ...]] = {
    "course": (*_USUAL, "--model", "simple_cnn", "--weights", "none", "--exact-course", "--epochs", "3"),
    "quick": (*_USUAL, "--head-epochs", "8", "--epochs", "0"),
    "phases": (*_USUAL, "--head-epochs", "3", "--stage-epochs", "2", "--epochs", "1"),
}
"""The course's loop on SimpleCNN; a head on features; head, last stages and whole network. The last two with the weights
that come with the app."""


@dataclass(frozen=True)
class Ground:
    """Where a torture takes place."""

    folder: Path
    seed: int
    lanes: int
    quick: bool = False
    cases: range | None = None
    """The numbers of the cases to play; None: all."""
    broken: tuple[Callable[[], object], ...] = ()
    """Called in each fork first: makes the build a broken one."""

    def part(self, name: str) -> Path:
        folder = self.folder / name
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def wants(self, number: int) -> bool:
        return self.cases is None or number in self.cases


def draw_photos(folder: Path, each: int = 10) -> Path:
    """`each` noisy JPEGs in each of three class folders; the same at every call."""
    for label, colour in enumerate(_COLOURS):
        for number in range(each):
            rng = np.random.default_rng((label, number))
            noise = rng.normal(0, 60, (PHOTO_SIZE[1], PHOTO_SIZE[0], 3))
            file = folder / f"class {label}" / f"{number:02}.jpg"
            file.parent.mkdir(parents=True, exist_ok=True)
            Image.fromarray(np.clip(np.array(colour) + noise, 0, 255).astype(np.uint8)).save(file, quality=90)
    return folder


def verb(*words: str | Path) -> Callable[[], int]:
    """The real command line, in this process; its exit code."""

    def run() -> int:
        from cnn_desktop.__main__ import main

        return main([str(word) for word in words])

    return run


def train_words(recipe: str, photos: Path, run: Path, *more: str) -> tuple[str, ...]:
    return ("train", str(photos), "--out", str(run), *RECIPES[recipe], *more)


def tensors_of(file: Path) -> str:
    """A digest of the names, types and bits of all tensors in a .safetensors file, but not of what else the file says."""
    from safetensors import safe_open

    total = hashlib.sha256()
    with safe_open(file, "np") as tensors:
        for name in sorted(tensors.keys()):
            value = tensors.get_tensor(name)
            total.update(f"{name} {value.dtype} {value.shape}".encode() + value.tobytes())
    return total.hexdigest()


def differences(run: Path, wanted: Path) -> list[str]:
    """In what the finished run `run` is not the run `wanted`: weights to the bit, and which files lie there."""
    problems = []
    for name in ("last.safetensors", "model.safetensors"):
        try:
            if tensors_of(run / name) != tensors_of(wanted / name):
                problems.append(f"{name} is another one")
        except Exception as error:  # noqa: BLE001 - missing or damaged: whatever the library says
            problems.append(f"{name} cannot be read ({type(error).__name__})")
    found, expected = names_below(run), names_below(wanted)
    if surplus := found - expected:
        problems.append(f"left over: {', '.join(sorted(surplus))}")
    if missing := expected - found:
        problems.append(f"missing: {', '.join(sorted(missing))}")
    return problems


def names_below(folder: Path) -> set[str]:
    """Paths of all files below `folder`."""
    return {str(Path(place, name).relative_to(folder)) for place, _, names in os.walk(folder) for name in names}


def tree_digest(folder: Path) -> str:
    """Changes with any name, kind, link or content below `folder`; opens regular files only."""
    total = hashlib.sha256()
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted([*folders, *names]):
            path = Path(place, name)
            total.update(os.fsencode(path.relative_to(folder)) + b"\0")
            if path.is_symlink():
                total.update(b"link " + os.fsencode(path.readlink()))
            elif path.is_file():
                total.update(b"file " + path.read_bytes())
    return total.hexdigest()
