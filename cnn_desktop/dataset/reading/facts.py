"""What a photo's file tells of itself: its size, its kind, the camera and when it was taken."""

from __future__ import annotations

from pathlib import Path

from cnn_desktop.dataset.disks import on_disk
from cnn_desktop.dataset.reading.decode import read_tags
from cnn_desktop.domain.jobs.show_photo import PhotoFile


def read_facts(path: Path) -> PhotoFile:
    """Its size is as the file says: not turned. Raises dataset.reading.decode.UnreadablePhoto."""
    kind, width, height, tags, details = read_tags(path)
    try:
        size = on_disk(path).stat().st_size
    except OSError:
        size = 0
    return PhotoFile(str(path), width, height, size, kind, **exif_facts(tags, details))


def exif_facts(tags: dict[int, object], details: dict[int, object]) -> dict[str, str]:
    """Camera, date and exposure out of EXIF's numbered tags; strange values are left out."""
    make, model = _words(tags.get(0x010F)), _words(tags.get(0x0110))
    camera = model if model.lower().startswith(make.lower()) else f"{make} {model}".strip()
    taken = _words(details.get(0x9003) or tags.get(0x0132))
    if len(taken) >= 16 and taken[4] == ":" and taken[7] == ":":
        taken = f"{taken[:4]}-{taken[5:7]}-{taken[8:16]}"
    return {"camera": camera, "taken": taken, "exposure": _exposure(details)}


def _exposure(details: dict[int, object]) -> str:
    parts = []
    seconds, stop, iso = (_number(details.get(tag)) for tag in (0x829A, 0x829D, 0x8827))
    if seconds:
        parts.append(f"1/{round(1 / seconds)} s" if seconds < 0.5 else f"{seconds:g} s")
    if stop:
        parts.append(f"f/{stop:g}")
    if iso:
        parts.append(f"ISO {iso:.0f}")
    return ", ".join(parts)


def _words(value: object) -> str:
    return value.replace("\0", "").strip() if isinstance(value, str) else ""


def _number(value: object) -> float | None:
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    return number if 0 < number < 1e9 else None
