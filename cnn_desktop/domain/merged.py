"""Several processes write one file, each knowing a part of what it says: what each has changed is in it, and the rest stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def merged(before: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    """`theirs`, what the file says now, with what is another in `ours` than it was `before`; dicts within them likewise.

    What only `theirs` has, somebody else has added: it stays. What is in `before` and no more in one of them was taken out.
    """
    found = {}
    for name in [*ours, *(name for name in theirs if name not in ours)]:
        is_changed = name not in before or name not in ours or ours[name] != before[name]
        if name not in ours:
            if name not in before:
                found[name] = theirs[name]
        elif name not in theirs:
            if is_changed:
                found[name] = ours[name]
        elif isinstance(ours[name], Mapping) and isinstance(theirs[name], Mapping):
            old = before.get(name)
            found[name] = merged(old if isinstance(old, Mapping) else {}, ours[name], theirs[name])
        else:
            found[name] = ours[name] if is_changed else theirs[name]
    return found
