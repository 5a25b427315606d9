"""Photos in question by their rank, and which of them are open: a hundred thousand cost no more than a few array operations."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    from cnn_desktop.project.query import Ids


class ReviewList:
    """`ids` stay as they are; which of them are open changes as decisions are made. (numpy is imported where it is used: an empty one, as at the start, needs none.)"""

    def __init__(self, ids: Ids | None = None, is_open: Ids | None = None) -> None:
        """`is_open`: [N], not 0 for those that are."""
        self._given = ids, is_open
        self.left = 0 if is_open is None else int(is_open.astype(bool).sum())
        """How many are open."""

    @cached_property
    def ids(self) -> Ids:
        """int64 [N], the most suspicious first."""
        import numpy as np

        given = self._given[0]
        return np.zeros(0, np.int64) if given is None else given

    @cached_property
    def _is_open(self) -> np.ndarray:
        import numpy as np

        given = self._given[1]
        return np.zeros(len(self.ids), bool) if given is None else given.astype(bool)

    def place_of(self, photo: int) -> int | None:
        """Of a photo, by its id."""
        (places,) = (self.ids == photo).nonzero()
        return int(places[0]) if len(places) else None

    def is_open(self, place: int) -> bool:
        """Nobody has decided about it."""
        return place < len(self.ids) and bool(self._is_open[place])

    def open_ids(self) -> Ids:
        """Those that are."""
        return self.ids[self._is_open]

    def open_after(self, place: int, most: int) -> list[int]:
        """Places of the next ones after `place` that are open."""
        (found,) = self._is_open[place + 1 :].nonzero()
        return [place + 1 + int(one) for one in found[:most]]

    def next_open(self, place: int) -> int:
        """The first after `place` that is open, else the first of all, else the place after the last."""
        found = self.open_after(place, 1) or self.open_after(-1, 1)
        return found[0] if found else len(self.ids)

    def close(self, photos: Collection[int]) -> Ids:
        """These were decided about. Those of them that were open before."""
        places = self._places(photos)
        places = places[self._is_open[places]]
        self._put(places, False)
        return self.ids[places]

    def reopen(self, photos: Ids) -> None:
        """These were not decided about after all."""
        self._put(self._places(photos), True)

    def first_not_open_in(self, before: ReviewList) -> int | None:
        """The place of the first that is open here, and was not there."""
        import numpy as np

        was_open = before._is_open if np.array_equal(before.ids, self.ids) else np.isin(self.ids, before.open_ids())
        (found,) = (self._is_open & ~was_open).nonzero()
        return int(found[0]) if len(found) else None

    def _places(self, photos: Collection[int]) -> Ids:
        import numpy as np

        (places,) = np.isin(self.ids, np.fromiter(photos, np.int64, len(photos))).nonzero()
        return places

    def _put(self, places: Ids, is_open: bool) -> None:
        self._is_open[places] = is_open
        self.left = int(self._is_open.sum())
