"""What a photo's file tells of itself, in words: size, camera, time. No widgets."""

from __future__ import annotations

from cnn_desktop.domain.jobs.show_photo import PhotoFile
from cnn_desktop.gui.kit.words import tr


def file_size(count: int) -> str:
    """Bytes as people read them."""
    if count < 1000:
        return tr("{n} {n:byte|bytes}", n=count)
    if count < 1_000_000:
        return tr("{n:.0f} kB", n=count / 1000)
    return tr("{n:.1f} MB", n=count / 1_000_000)


def fact_rows(photo: PhotoFile) -> list[tuple[str, str]]:
    """Name and value of every known fact, in the order they are shown."""
    size, kind = file_size(photo.bytes) if photo.bytes else "", photo.kind
    rows = (
        (tr("Size"), tr("{w} × {h} pixels", w=str(photo.width), h=str(photo.height)) if photo.width else ""),
        (tr("File"), tr("{kind}, {size}", kind=kind, size=size) if size and kind else size),
        (tr("Taken"), photo.taken),
        (tr("Camera"), photo.camera),
        (tr("Exposure"), photo.exposure),
    )
    return [(name, value) for name, value in rows if value]
