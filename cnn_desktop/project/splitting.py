"""How the photos of a project are shared out: the plan it keeps, what another would lead to, and which photos go together."""

from __future__ import annotations

import itertools
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

import msgspec

from cnn_desktop.dataset.groups import TOGETHER, clusters_of, groups_of, join
from cnn_desktop.dataset.split import splits_by, splits_of
from cnn_desktop.dataset.split_preview import preview
from cnn_desktop.domain.decoding import Unreadable, from_json
from cnn_desktop.domain.message import say
from cnn_desktop.domain.photos import SPLITS, Finding, FindingKind, Photo, PhotoFacts, Split, may_be_path
from cnn_desktop.domain.split_plan import SplitPlan, SplitPreview, plan_from_text
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.project.database import MOST, Database, Values, told
from cnn_desktop.project.labels import SPLIT_PLAN, SUGGESTION

SPLIT_SEED = "split_seed"
"""Value kept with the project: the seed of its first split; a plan that was chosen since rules (`labels.SPLIT_PLAN`)."""
SHOWN = "here = 1 AND excluded = 0"
"""Condition: what checks look at, whether it is labelled or not."""
USED = f"{SHOWN} AND label <> ''"
"""Condition: what trains, checks the training or tests."""
SPLIT_NOW = "CASE WHEN label <> '' THEN split END"
"""Column: a photo whose label was taken away keeps its split, and is in none meanwhile."""

_SPLIT: dict[Split | None, Split | None] = {split: split for split in (*SPLITS, None)}
"""The one string for each."""


class ManyPhotos(Collection[Photo]):
    """What a query finds: `ids`, one number each, and photos, which are read anew each time and never held."""

    def __init__(self, database: Database, query: str, values: Values = ()) -> None:
        """Columns of `query`: number, path, label, split, root, group."""
        self._database, self._query, self._values = database, query, values
        self.ids = array("q")
        for part in database.parts(f"SELECT number FROM ({query})", tuple[int], values):
            self.ids.extend(number for (number,) in part)

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[Photo]:
        kind: Any = tuple[int, str, str, Split | None, str, str]
        for part in self._database.parts(self._query, kind, self._values):
            for _, *columns in part:
                yield Photo(*columns)

    def __contains__(self, photo: object) -> bool:
        return any(photo == one for one in self)


class Splitting:
    """Methods raise DataError when the disk fails, UsageError for a plan that nothing can follow."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def plan(self) -> SplitPlan:
        """The one that was chosen last, or the usual one."""
        kept, seed = self._database.value(SPLIT_PLAN), self._database.value(SPLIT_SEED, 0)
        try:
            return plan_from_text(kept) if isinstance(kept, str) else SplitPlan(seed if isinstance(seed, int) else 0)
        except (Unreadable, ValueError):  # of another version
            return SplitPlan()

    def share_new(self, photos: ManyPhotos, findings: Iterable[Finding]) -> list[Split]:
        """Of each photo its split: the one it has, or gets; copies that the findings tell stay together."""
        return splits_of(photos, self.plan(), clusters_of(photos, findings))

    def goes_by_class(self, clusters: Iterable[Finding]) -> bool:
        """Whether each class is shared out for itself: nothing keeps photos of several together."""
        return self.plan().group_by == "none" and not any(one.kind in TOGETHER for one in clusters)

    def share_labelled(self, revision: int) -> None:
        """Photos that this revision has labelled, and that were in no split so far, get one: it stays theirs from then on.

        What was labelled with a model's help trains.
        """
        query = (
            f"SELECT DISTINCT id, label FROM corrections JOIN photos ON id = photo WHERE revision = ? AND split IS NULL "
            f"AND {USED}"
        )
        new = dict(self._database.rows(query, tuple[int, str], (revision,)))
        if not new:
            return
        if self._database.rows(
            "SELECT 1 FROM revisions WHERE number = ? AND source = ?", tuple[int], (revision, SUGGESTION)
        ):
            self._put([("train", one) for one in new])
            return
        clusters = self.told_clusters()
        some = "AND label IN (SELECT value FROM json_each(?))" if self.goes_by_class(clusters) else ""
        values = (as_json(sorted(set(new.values()))).decode(),) if some else ()
        query = (
            f"SELECT id AS number, path, label, split, root, family FROM photos WHERE {USED} {some} ORDER BY path, root"
        )
        photos = ManyPhotos(self._database, query, values)
        splits = zip(self.share_new(photos, clusters), photos.ids, strict=True)
        self._put([both for both in splits if both[1] in new])

    def _put(self, shared: Iterable[tuple[Split | None, int]]) -> None:
        with self._database.changing() as db:
            db.executemany("UPDATE photos SET split = ? WHERE id = ?", shared)

    def beside_held_out(self, photos: Sequence[Photo]) -> list[bool]:
        """Of each photo whether it tests or validates, or belongs together with one that does: then it must never train."""
        groups = join(groups_of(photos, self.plan()), clusters_of(photos, self.told_clusters()))
        out = [photo.split in ("val", "test") for photo in photos]
        held = {group for group, is_out in zip(groups, out, strict=True) if is_out and group}
        return [is_out or group in held for group, is_out in zip(groups, out, strict=True)]

    def told_clusters(self) -> list[Finding]:
        """The findings that tell photos which stay together, as the folder was read last."""
        query = "SELECT kind, photos FROM findings WHERE kind IN (SELECT value FROM json_each(?)) LIMIT ?"
        rows = self._database.rows(query, tuple[FindingKind, str], (as_json(TOGETHER).decode(), MOST))
        found = []
        for kind, text in rows:
            with told(self._database.folder):
                pairs = from_json(text, list[tuple[str, int]])
            found.append(Finding(say(""), kind, [key for key, _ in pairs], [group for _, group in pairs]))
        return found

    def preview(self, plan: SplitPlan, facts: PhotoFacts) -> SplitPreview:
        """What `plan` would lead to."""
        ids, photos, given = self._used()
        shown = preview(
            photos, plan, clusters_of(photos, facts.findings), given, facts.names, self._rows_of_suggested(ids)
        )
        return shown if facts.checked else msgspec.structs.replace(shown, clusters=None)

    def shared(self, plan: SplitPlan, facts: PhotoFacts) -> Iterator[tuple[int, Split]]:
        """Each used photo (its id, its split) as `plan` says."""
        ids, photos, given = self._used()
        clusters = clusters_of(photos, facts.findings)
        return zip(ids, splits_by(photos, plan, clusters, given, self._rows_of_suggested(ids)), strict=True)

    def suggested(self) -> dict[int, str]:
        """The photos that were labelled with a model's help (id → key): they train whatever the plan says."""
        query = (
            "SELECT DISTINCT id, path, root FROM revisions JOIN corrections ON revision = number JOIN photos ON id = photo "
            "WHERE source = ? AND what = 'label' AND label <> ''"
        )
        rows = self._database.rows(query, tuple[int, str, str], (SUGGESTION,))
        return {one: Photo(path, "", None, root).key for one, path, root in rows}

    def _rows_of_suggested(self, ids: Sequence[int]) -> list[int]:
        suggested = self.suggested()
        return [row for row, one in enumerate(ids) if one in suggested]

    def whole(self, finding: Finding, findings: Iterable[Finding]) -> Finding:
        """`finding` with all that goes along with its photos: the rest of their groups by the plan, and their copies."""
        _, photos, _ = self._used()
        clusters = clusters_of(photos, [finding], (finding.kind,))
        groups = join(groups_of(photos, self.plan()), [*clusters, *clusters_of(photos, findings)])
        numbers = {groups[row]: number for number, row in enumerate(itertools.chain.from_iterable(clusters))}
        rows = [row for row, group in enumerate(groups) if group in numbers]
        keys, group = [photos[row].key for row in rows], [numbers[groups[row]] for row in rows]
        return msgspec.structs.replace(finding, photos=keys, group=group)

    def _used(self) -> tuple[array[int], list[Photo], list[Split | None]]:
        """Ids, photos, and the splits that their folders or their table say."""
        query = f"SELECT id, path, label, root, family, given FROM photos WHERE {USED} ORDER BY path, root"
        ids, photos, given = array("q"), list[Photo](), list[Split | None]()
        names: dict[str, str] = {}  # one string for all that say the same: there may be a million photos
        kind: Any = tuple[int, str, str, str, str, Split | None]
        for part in self._database.parts(query, kind):
            for number, path, *named, split in part:
                ids.append(number)
                label, root, group = (names.setdefault(name, name) for name in named)
                photos.append(Photo(path, label, None, root, group))
                given.append(_SPLIT[split])
        if not all(may_be_path(photo.path) for photo in photos):
            raise Unreadable("a name that no file can have")
        return ids, photos, given
