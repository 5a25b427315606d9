"""What a project keeps of what was found in its photos, by who has found it, and whether photos were not looked at since.

One rule says which facts a finding depends on. What was seen in the pictures depends on the files, so a check is outdated
once there is a photo that it has not seen: a new one, one whose file has changed or came back, one that was excluded then
and is restored. What follows from labels, splits, classes and exclusions is worked out anew each time (`project.findings`),
and is never outdated.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from typing import Any, Literal

import msgspec

from cnn_desktop.dataset.groups import TOGETHER
from cnn_desktop.domain.decoding import as_kind, from_json
from cnn_desktop.domain.message import Message
from cnn_desktop.domain.photos import Checked, Finding
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.project.database import MOST, Database
from cnn_desktop.project.splitting import SHOWN
from cnn_desktop.project.taking import Taking

Source = Literal["folder", "check", "crops"]
"""Reading the folder; a check that a person asked for; its costly part, which looks for photos that show parts of others."""
CHECKED, CHECKED_AT = "checked", "checked_at"
"""Values kept with the project: whether the photos were checked; the newest revision there was then."""
_AnyChecked: Any = Checked


class Found:
    """What each source has found stays until that source finds anew. Methods raise DataError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, findings: Iterable[Finding], source: Source) -> None:
        """In place of what `source` has found earlier."""
        with self._database.changing() as db:
            db.execute("DELETE FROM findings WHERE source = ?", (source,))
            db.executemany(
                "INSERT INTO findings (text, kind, severity, photos, source) VALUES (?, ?, ?, ?, ?)",
                [(*_row(finding), source) for finding in findings],
            )

    def told(self, source: Source | None = None) -> list[Finding]:
        """By `source`, or by all of them, without what two tell in the same words. Raises Unreadable, too."""
        rows = self._database.rows(
            "SELECT text, kind, severity, photos FROM findings WHERE source = :source OR :source IS NULL "
            "ORDER BY source, rowid LIMIT :most",
            tuple[str, str, str, str],
            {"source": source, "most": MOST},
        )
        found = (_finding(*row) for row in rows)
        return list({(one.kind, str(one.text), *(one.photos if one.kind in TOGETHER else ())): one for one in found}.values())  # fmt: skip

    def note_check(self, revision: int) -> None:
        """All photos were looked at that were used when `revision` was the newest."""
        self._database.keep_value(CHECKED, "checked")
        self._database.keep_value(CHECKED_AT, revision)

    def state(self) -> Checked:
        """Whether the photos were checked, and each of them. Raises Unreadable, too."""
        kept: Checked = as_kind(self._database.value(CHECKED, ""), _AnyChecked)
        return "outdated" if kept == "checked" and self._has_restored() else kept

    def _has_restored(self) -> bool:
        """Whether a photo is used that was excluded when the check looked."""
        kept = self._database.value(CHECKED_AT)
        revision = kept if isinstance(kept, int) else 0
        query = (  # of each photo the first change since then tells what it was
            "SELECT 1 FROM (SELECT photo, old, min(revision) FROM corrections WHERE revision > ? AND what = 'excluded' "
            f"GROUP BY photo) JOIN photos ON id = photo WHERE CAST(old AS TEXT) = '1' AND {SHOWN} LIMIT 1"
        )
        return bool(self._database.rows(query, tuple[int], (revision,)))

    def take(self, taking: Taking) -> None:
        """The folder was read anew, and is written: what was found in photos goes along with their files."""
        if self._database.value(CHECKED) and taking.has_unseen():
            self._database.keep_value(CHECKED, "outdated")
        by_source: dict[Source, list[Finding]] = {source: self.told(source) for source in ("check", "crops")}
        keys = {key for one in itertools.chain.from_iterable(by_source.values()) for key in one.photos}
        if not keys:
            return
        moved = {old: new for old, new in taking.moved() if old in keys}
        edited = {moved.get(key, key) for key in keys}.intersection(taking.edited())
        for source, told in by_source.items():
            followed = [_followed(finding, moved, edited) for finding in told]
            if followed != told:
                self.keep(followed, source)


def _followed(finding: Finding, moved: Mapping[str, str], edited: set[str]) -> Finding:
    """`finding` of photos some of which are called otherwise now, or are no copies any more as their files have changed."""
    keys = [moved.get(key, key) for key in finding.photos]
    kept = [place for place, key in enumerate(keys) if finding.kind not in TOGETHER or key not in edited]
    group = [finding.group[place] for place in kept] if finding.group else []
    return msgspec.structs.replace(finding, photos=[keys[place] for place in kept], group=group)


def _row(finding: Finding) -> tuple[str, str, str, str]:
    pairs = list(itertools.zip_longest(finding.photos, finding.group))
    return as_json(finding.text).decode(), finding.kind, finding.severity, msgspec.json.encode(pairs).decode()


def _finding(text: str, kind: str, severity: str, photos: str) -> Finding:
    """Raises Unreadable."""
    pairs = from_json(photos, list[tuple[str, int | None]])
    group = [number for _, number in pairs if number is not None]
    facts = {
        "text": from_json(text, Message),
        "kind": kind,
        "severity": severity,
        "photos": [path for path, _ in pairs],
    }
    return as_kind({**facts, "group": group}, Finding)
