"""Groups that the plan of the split keeps together, and that lie in more than one split all the same.

Photos that came later from a folder, or with a table, that says their split may do that to a group.
"""

from __future__ import annotations

from array import array

from cnn_desktop.dataset.groups import grouping
from cnn_desktop.domain.photos import Photo, Split
from cnn_desktop.domain.split_plan import SplitPlan
from cnn_desktop.project.database import Database
from cnn_desktop.project.splitting import USED, Splitting


class CutGroups:
    """Found when photos, splits or the plan change, not each time they are asked for. Methods raise DataError."""

    def __init__(self, database: Database, splitting: Splitting) -> None:
        self._database, self._splitting = database, splitting

    def find(self, revision: int | None = None) -> None:
        """Looks for them anew; after a `revision` of labels only if that changed splits or the plan."""
        if revision is not None and not self._concerns(revision):
            return
        plan = self._splitting.plan()
        found = [] if plan.group_by == "none" else self._cut_by(plan)
        with self._database.changing() as db:
            db.execute("DELETE FROM cut_groups")
            db.executemany("INSERT INTO cut_groups VALUES (?, ?)", found)

    def _cut_by(self, plan: SplitPlan) -> list[tuple[int, int]]:
        """Ids of photos and the numbers of their groups. The photos are read once, and none is kept."""
        query = "SELECT id, path, family, split FROM photos WHERE here = 1 AND split IS NOT NULL ORDER BY id"
        group_of, first = grouping(plan), dict[str, Split]()
        ids, groups, cut = array("q"), list[str](), set[str]()
        for part in self._database.parts(query, tuple[int, str, str, Split]):
            for one, path, family, split in part:
                if group := group_of(Photo(path, "", group=family)):
                    ids.append(one)
                    groups.append(group)
                    if first.setdefault(group, split) != split:
                        cut.add(group)
        numbers = {group: number for number, group in enumerate(dict.fromkeys(filter(cut.__contains__, groups)))}
        return [(one, numbers[name]) for one, name in zip(ids, groups, strict=True) if name in cut]

    def groups(self) -> list[list[Photo]]:
        """Those of two used photos and more, with the labels and splits they have now."""
        query = (  # CROSS: the few cut groups first
            "SELECT number, path, label, split, root, family FROM cut_groups CROSS JOIN photos ON id = photo "
            f"WHERE {USED} ORDER BY number, path, root"
        )
        found: dict[int, list[Photo]] = {}
        for row in self._database.rows(query, tuple[int, str, str, Split, str, str]):
            found.setdefault(row[0], []).append(Photo(*row[1:]))
        return [photos for photos in found.values() if len(photos) > 1]

    def _concerns(self, revision: int) -> bool:
        query = (
            "SELECT 1 WHERE EXISTS (SELECT 1 FROM corrections WHERE revision = :revision AND what = 'split') "
            "OR EXISTS (SELECT 1 FROM class_corrections WHERE revision = :revision AND what = 'plan')"
        )
        return bool(self._database.rows(query, tuple[int], {"revision": revision}))
