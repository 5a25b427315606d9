"""Blind review: people say what they see in a photo without its label and the suggestion; only so labels of test photos change."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Collection

import msgspec

from cnn_desktop.domain.agreement import Kappa, cohens_kappa
from cnn_desktop.domain.errors import UsageError
from cnn_desktop.domain.photos import Split
from cnn_desktop.domain.text_out import as_json, as_text
from cnn_desktop.project.database import Database
from cnn_desktop.project.decisions import STANDS
from cnn_desktop.project.query import NUMBERED, Ids
from cnn_desktop.project.suspects import Suspects

MEASURING: tuple[Split, ...] = ("val", "test")
_REVIEWER_LETTERS = 100


class Opinion(msgspec.Struct, frozen=True):
    """What one reviewer said last of a photo."""

    photo: int
    reviewer: str
    label: str | None
    """"": the photo is of no use; None: unsure."""
    at: str
    """ISO 8601, UTC."""
    number: int
    """Of the decision."""


class Agreement(msgspec.Struct, frozen=True):
    """How well two reviewers agree on the photos both of them have seen; `kappa` has a class "" for photos of no use."""

    one: str
    other: str
    kappa: Kappa
    unsure: int
    """Photos that both have seen and that one of them at least was unsure of: they are not in `kappa`."""


class AgreedChange(msgspec.Struct, frozen=True):
    """A photo of which all who have an opinion, and enough people, say that it is something else than its label."""

    id: int
    path: str
    label: str
    """As it is now."""
    new: str
    """"": the photo is of no use."""
    reviewers: tuple[str, ...]


class Disputed(msgspec.Struct, frozen=True):
    """A photo that keeps its label, as people say different things of it, or are unsure."""

    id: int
    path: str
    label: str
    """As it is now."""
    said: tuple[tuple[str, str | None], ...]
    """Reviewer and what that one said, as in `Opinion`; by reviewer."""


class Blind:
    """Methods raise DataError when the disk fails."""

    def __init__(self, database: Database, suspects: Suspects) -> None:
        self._database, self._suspects = database, suspects

    def queue(self, reviewer: str, splits: Collection[Split] = MEASURING) -> Ids:
        """Ids of the photos of which `reviewer` has no opinion yet: suspicious ones, and as many others, so that being
        asked says nothing; everybody is asked about the same. Their order is by chance, another one for each check and
        reviewer, and stays."""
        import numpy as np

        done = {one.photo for one in self.opinions() if one.reviewer == reviewer.strip()}
        left = [one for one in self._all(reviewer, splits) if one not in done]
        return np.array(left, np.int64)

    def order(self, reviewer: str, splits: Collection[Split] = MEASURING) -> list[int]:
        """Ids of all photos that `reviewer` is asked about, as `queue` would put them, also those with an opinion."""
        return self._all(reviewer, splits)

    def places(self, ids: Collection[int]) -> dict[int, tuple[str, str]]:
        """Id → root and path, of those of the photos `ids` that are there: nothing that tells a label but the path itself."""
        rows = self._database.rows(
            f"SELECT id, root, path FROM {NUMBERED} WHERE here = 1",
            tuple[int, str, str],
            (as_json(list(ids)).decode(),),
        )
        return {photo: (root, path) for photo, root, path in rows}

    def count(self, reviewer: str, splits: Collection[Split] = MEASURING) -> tuple[int, int]:
        """Photos of the queue of which `reviewer` has an opinion; all of it."""
        every = self._all(reviewer, splits)
        done = {one.photo for one in self.opinions() if one.reviewer == reviewer.strip()}
        return len(done.intersection(every)), len(every)

    def _all(self, reviewer: str, splits: Collection[Split]) -> list[int]:
        found = self._suspects.newest()
        if not found:
            return []
        number, summary = found
        wanted = as_json(sorted(splits)).decode()
        rows = self._database.rows(
            "SELECT id, rank IS NOT NULL, here AND NOT excluded FROM photos LEFT JOIN suspects ON photo = id "
            "AND check_id = ? AND rank <= ? WHERE photos.label <> '' AND split IN (SELECT value FROM json_each(?)) ORDER BY id",
            tuple[int, int, int],
            (number, summary.suspects, wanted),
        )

        def chance(photo: int, who: str = "") -> bytes:
            return hashlib.blake2b(f"{number} {who} {photo}".encode(), digest_size=8).digest()

        suspicious = [one for one, is_suspect, _ in rows if is_suspect]
        others = sorted((one for one, is_suspect, _ in rows if not is_suspect), key=chance)[: len(suspicious)]
        usable = {one for one, _, is_usable in rows if is_usable}
        mixed = sorted((*suspicious, *others), key=lambda photo: chance(photo, reviewer.strip()))
        return [one for one in mixed if one in usable]

    def reviewers(self) -> list[str]:
        """Those with opinions, sorted."""
        return sorted({one.reviewer for one in self.opinions()})

    def opinions(self, photo: int | None = None) -> list[Opinion]:
        """The newest of each reviewer on each photo, or on one photo; by photo."""
        where = "" if photo is None else "AND photo = ?"
        query = (
            "SELECT photo, who, iif(kind = 'unsure', NULL, new), at, max(number) FROM decisions AS d "
            f"WHERE blind AND kind <> 'agreed' AND {STANDS} {where} GROUP BY photo, who ORDER BY photo, who"
        )
        values = () if photo is None else (int(photo),)
        rows = self._database.rows(query, tuple[int, str, str | None, str, int], values)
        return [Opinion(*row) for row in rows]

    def agreement(self, one: str = "", other: str = "") -> Agreement | None:
        """Of these two reviewers, or of the two with most photos in common; None: there are no two."""
        said = self._said()
        pairs = [(one, other)] if one and other else list(itertools.combinations(sorted(said), 2))
        if not pairs or not all(name in said for pair in pairs for name in pair):
            return None
        one, other = max(pairs, key=lambda pair: len(said[pair[0]].keys() & said[pair[1]].keys()))
        both = [(said[one][photo], said[other][photo]) for photo in sorted(said[one].keys() & said[other].keys())]
        sure = [(a, b) for a, b in both if a is not None and b is not None]
        return Agreement(one, other, cohens_kappa(sure), len(both) - len(sure))

    def agreed(self) -> list[AgreedChange]:
        """Photos that are to change by what reviewers say and none contradicts, or is unsure of; by path.

        Where one person alone has given opinions, those count; once two people have, what at least two say of a photo does.
        """
        return self._agreed(fewest=min(2, len(self.reviewers())))

    def seen_by_one(self) -> int:
        """Photos that would change by what one person says of them, and do not, as several people have given opinions."""
        return len(self._agreed(fewest=1)) - len(self.agreed())

    def _agreed(self, fewest: int) -> list[AgreedChange]:
        query = (  # CROSS: the few photos first
            "SELECT photo, path, label, min(said), group_concat(who, char(10)) FROM (SELECT photo, who, "
            f"iif(kind = 'unsure', NULL, new) AS said, max(number) FROM decisions AS d WHERE blind AND kind <> 'agreed' AND {STANDS} "
            "GROUP BY photo, who) CROSS JOIN photos ON id = photo WHERE here = 1 AND excluded = 0 GROUP BY photo "
            "HAVING count(*) >= ? AND count(said) = count(*) AND min(said) = max(said) AND min(said) <> label "
            "ORDER BY path, root"
        )
        rows = self._database.rows(query, tuple[int, str, str, str, str], (fewest,))
        return [AgreedChange(*row[:4], tuple(sorted(row[4].split("\n")))) for row in rows]

    def disputed(self) -> list[Disputed]:
        """Photos that keep their labels, as not all who have an opinion say the same, or are unsure; by path."""
        said: dict[int, list[tuple[str, str | None]]] = {}
        for one in self.opinions():
            said.setdefault(one.photo, []).append((one.reviewer, one.label))
        labels = {photo: {label for _, label in all_} for photo, all_ in said.items()}
        apart = {photo: tuple(said[photo]) for photo, found in labels.items() if None in found or len(found) > 1}
        rows = self._database.rows(
            f"SELECT id, path, label FROM {NUMBERED} WHERE here = 1 AND excluded = 0 ORDER BY path, root",
            tuple[int, str, str],
            (as_json(sorted(apart)).decode(),),
        )
        return [Disputed(*row, apart[row[0]]) for row in rows]

    def _said(self) -> dict[str, dict[int, str | None]]:
        said: dict[str, dict[int, str | None]] = {}
        for opinion in self.opinions():
            said.setdefault(opinion.reviewer, {})[opinion.photo] = opinion.label
        return said


def check_reviewer(name: str) -> str:
    """Without blanks around it. Raises UsageError."""
    name = as_text(name.strip())
    if not name or len(name) > _REVIEWER_LETTERS or not name.isprintable():
        raise UsageError(
            "Type the name of the person who gives the opinion, with {n} letters or fewer.", n=_REVIEWER_LETTERS
        )
    return name
