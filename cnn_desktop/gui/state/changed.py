"""What a signal of change carries: which facts are no longer what they were, so that views know whether it concerns them."""

from __future__ import annotations

import msgspec


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """True: these facts have changed."""

    project: bool = False
    """Which project is open, its name, its read-only state."""
    photos: bool = False
    """Counts of photos and classes, what is left out, and whether their folders are there."""
    labels: bool = False
    """Labels, splits, exclusions or classes."""
    settings: bool = False
    job: bool = False
    """A job began, ended, was paused or stopped, or came to another phase or epoch."""
    runs: bool = False
    report: bool = False
    model: bool = False
    """Which model answers in the Viewer."""
    unknown: bool = False
    """What that model calls unknown."""
    curves: bool = False
    """Another run's curves and log are shown."""
    weights: bool = False
    device: bool = False
    selection: bool = False
    """Which photos the viewer shows."""
    folder: bool = False
    """What is known of the photos that are classified together, on the Viewer's page of a folder."""
    undo: bool = False
    review: bool = False
    """The label check, its suspects, or what people have decided about them."""

    def any(self, *names: str) -> bool:
        """True when one of the facts `names` has changed."""
        return any(getattr(self, name) for name in names)


EVERYTHING = Changed(**dict.fromkeys(Changed.__struct_fields__, True))
