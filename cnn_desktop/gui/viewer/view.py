"""What the Viewer tab says about one photo: the first few classes, and facts about the file. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from cnn_desktop.domain.jobs.predict import Predicted
from cnn_desktop.domain.message import Message, say
from cnn_desktop.gui.kit.paths import cut

TOP = 5
LONGEST_NAME = 48
"""Letters of a class name in the sentence above the bars, which have it too."""


@dataclass(frozen=True)
class PhotoFile:
    """Facts about a photo's file, as far as they are known."""

    path: str
    width: int = 0
    height: int = 0
    bytes: int = 0
    kind: str = ""
    """ "JPEG", "PNG", …"""
    camera: str = ""
    taken: str = ""
    """ "2024-05-01 12:30", as the camera wrote it."""
    exposure: str = ""
    """ "1/250 s, f/2.8, ISO 100"."""


@dataclass(frozen=True)
class Bar:
    """One class and its probability."""

    name: str
    share: float


def top_bars(predicted: Predicted, count: int = TOP) -> tuple[list[Bar], int]:
    """The most probable classes, and how many more there are."""
    bars = [Bar(score.name, score.probability) for score in predicted.scores[:count]]
    return bars, max(0, len(predicted.scores) - count)


def verdict(predicted: Predicted) -> Message:
    """The first class in words that do not promise more than the model knows."""
    best = predicted.scores[0]
    if best.probability >= 0.9:
        return say("This looks like {name}.", name=cut(best.name, LONGEST_NAME))
    if best.probability >= 0.5:
        return say("Probably {name}.", name=cut(best.name, LONGEST_NAME))
    if len(predicted.scores) > 1:
        names = [cut(score.name, LONGEST_NAME) for score in predicted.scores[:2]]
        return say("Hard to tell: {name} or {other}.", name=names[0], other=names[1])
    return say("Hard to tell.")


def file_size(count: int) -> Message:
    """Bytes as people read them."""
    if count < 1000:
        return say("{n} bytes", n=count)
    if count < 1_000_000:
        return say("{n:.0f} kB", n=count / 1000)
    return say("{n:.1f} MB", n=count / 1_000_000)


def fact_rows(photo: PhotoFile) -> list[tuple[Message, Message]]:
    """Name and value of every known fact, in the order they are shown."""
    rows: list[tuple[Message, Message]] = []
    if photo.width:
        rows.append((say("Size"), say("{w} × {h} pixels", w=str(photo.width), h=str(photo.height))))
    if photo.bytes:
        file = (
            say("{kind}, {size}", kind=photo.kind, size=file_size(photo.bytes))
            if photo.kind
            else file_size(photo.bytes)
        )
        rows.append((say("File"), file))
    for name, value in (
        (say("Taken"), photo.taken),
        (say("Camera"), photo.camera),
        (say("Exposure"), photo.exposure),
    ):
        if value:
            rows.append((name, say("{value}", value=value)))
    return rows


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
