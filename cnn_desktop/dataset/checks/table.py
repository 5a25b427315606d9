"""Findings as a table, a line a photo: what `check-data --csv` writes."""

from __future__ import annotations

from collections.abc import Iterator

from cnn_desktop.dataset.checks.check import Checked
from cnn_desktop.dataset.checks.look import Look
from cnn_desktop.domain.photos import Finding, Photo, place_of

COLUMNS = ("path", "finding", "detail", "group")
Row = tuple[str, str, str, int | None]


def rows(checked: Checked, photos: list[Photo]) -> Iterator[Row]:
    """Photos that belong together share a group, whose number no other group has. What is about no photo has no path.

    Notes are no findings, so they are not in it.
    """
    looks = {photo.key: look for photo, look in checked.seen}
    of_key = {photo.key: photo for photo in photos}
    reasons = {file.path: str(file.reason) for file in checked.bad}
    groups = 0
    for finding in checked.findings:
        if finding.kind == "note":
            continue
        if not finding.photos:
            yield "", finding.kind, str(finding.text), None
        for place, key in enumerate(finding.photos):
            path = place_of(key)[1]
            detail = _detail(finding, of_key.get(key), looks.get(key)) or reasons.get(path) or str(finding.text)
            yield path, finding.kind, detail, finding.group[place] + groups if finding.group else None
        groups += max(finding.group, default=0)


def _detail(finding: Finding, photo: Photo | None, look: Look | None) -> str:
    """What was found of this very photo; empty when nothing more is known."""
    match finding.kind:
        case "tiny" | "huge" | "odd_aspect" if look:
            return f"{look.width} × {look.height} pixels"
        case "uniform" | "dark" | "bright" if look:
            return f"brightness {look.low} to {look.high} of 255"
        case "blurred" if look:
            return f"blur {look.blur:.2f} of 1"
        case "same_photo_two_splits" if photo:
            return photo.split or ""
        case "exact_duplicate" | "near_duplicate" | "same_photo_two_labels" | "small_class" if photo:
            return photo.label
    return ""
