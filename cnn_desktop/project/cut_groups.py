"""Groups that the plan of the split keeps together, and that lie in more than one split all the same.

Photos that came later from a folder, or with a table, that says their split may do that to a group.
"""

from __future__ import annotations

from cnn_desktop.dataset.groups import groups_of
from cnn_desktop.domain.photos import Photo, Split
from cnn_desktop.project.database import Database
from cnn_desktop.project.splitting import USED, ManyPhotos, Splitting


class CutGroups:
    """Found when photos, splits or the plan change, not each time they are asked for. Methods raise DataError."""

    def __init__(self, database: Database, splitting: Splitting) -> None:
        self._database, self._splitting = database, splitting

    def find(self, revision: int | None = None) -> None:
        """Looks for them anew; after a `revision` of labels only if that changed splits or the plan."""
        if revision is not None and not self._concerns(revision):
            return
        plan = self._splitting.plan()
        found: list[tuple[int, int]] = []
        if plan.group_by != "none":
            query = "SELECT id AS number, path, label, split, root, family FROM photos WHERE here = 1 AND split IS NOT NULL ORDER BY id"
            photos = ManyPhotos(self._database, query)
            groups, first = groups_of(photos, plan), dict[str, Split | None]()
            cut = {
                group
                for group, photo in zip(groups, photos, strict=True)
                if group and first.setdefault(group, photo.split) != photo.split
            }
            numbers = {group: number for number, group in enumerate(dict.fromkeys(filter(cut.__contains__, groups)))}
            found = [(one, numbers[name]) for one, name in zip(photos.ids, groups, strict=True) if name in cut]
        with self._database.changing() as db:
            db.execute("DELETE FROM cut_groups")
            db.executemany("INSERT INTO cut_groups VALUES (?, ?)", found)

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
