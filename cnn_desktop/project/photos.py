"""The photos of a project: taken in from a scan, their splits remembered; counted, and read a page at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from cnn_desktop.dataset.checks.copy_findings import near_groups_found
from cnn_desktop.dataset.disks import on_disk
from cnn_desktop.domain.answered import KnownPhoto
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.decoding import Unreadable, from_json
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.message import Message
from cnn_desktop.domain.photo_filter import PhotoFilter, PhotoRow, PhotoSort
from cnn_desktop.domain.photos import (
    ClassCount,
    Finding,
    LeftOut,
    Level,
    Photo,
    PhotoFacts,
    Scan,
    Split,
    may_be_path,
)
from cnn_desktop.domain.report import PhotoResult
from cnn_desktop.domain.scan_files import PhotoLine, Reading, photo_line
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.domain.tones import Tones
from cnn_desktop.project.answers import Answers
from cnn_desktop.project.cut_groups import CutGroups
from cnn_desktop.project.database import MOST, Database
from cnn_desktop.project.findings import findings_now, leak_count, photo, set_aside
from cnn_desktop.project.found import Found
from cnn_desktop.project.kept import Kept
from cnn_desktop.project.known import known_photos
from cnn_desktop.project.labels import Labels
from cnn_desktop.project.query import Ids, find_photos, read_rows
from cnn_desktop.project.sealed import Seal
from cnn_desktop.project.splitting import SHOWN, SPLIT_NOW, USED, Splitting
from cnn_desktop.project.taking import Taking

HAS_SPLITS, TONES, LEVELS = "has_splits", "tones", "levels"
"""Values kept with the project: whether its folder came with splits, how deep photos are read, which level the classes
are."""

_MOST_LEFT_OUT, _MOST_COUNTS = 2_000_000, 1_000_000
_AnyTones: Any = Tones | None


class _Levels(msgspec.Struct, frozen=True):
    """As of a `Scan`."""

    number: int = 0
    choice: list[Level] = []


class PhotoTable:
    """What the project knows of its photos. Methods raise DataError when the disk fails."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._facts: PhotoFacts | None = None
        self.splitting = Splitting(database)
        self.labels = Labels(database, self.splitting.share_labelled)
        self.found = Found(database)
        self.cut_groups, self.seal = CutGroups(database, self.splitting), Seal(database)
        self.answers, self._kept = Answers(database), Kept(database)

    def take(self, read: Scan | Reading, control: Control | None = None) -> PhotoFacts:
        """Takes in a newly read folder, in one transaction; what has not changed is not written.

        Photos known from earlier keep their split and what people have changed of them, also when they were missing for
        a while or lie in another folder now; a folder that comes with splits says them, but for photos that a person has
        put elsewhere. New ones are assigned one. A folder, or a table, that says no label takes none away: what it said
        last holds. Stopping `control` gives it up: StopRequested, and nothing is changed.
        """
        reading, control = Reading.of(read), control or Control()
        facts = reading.facts
        with self._database.giving_up(control), self._database.changing() as db:
            taking = Taking(self._database, db, reading, control)
            self._share(taking, facts.findings)
            taking.compare()
            self.labels.take_told(taking.told())
            is_changed = taking.write()
            contents: dict[str, list[tuple[object, ...]]] = {
                "roots VALUES (?, ?)": list(facts.roots.items()),
                "left_out VALUES (?, ?)": [(file.path, _pack(file.reason)) for file in facts.left_out],
            }
            for table, values in contents.items():
                db.execute(f"DELETE FROM {table.split()[0]}")
                db.executemany(f"INSERT INTO {table}", values)
            self.found.keep(facts.findings, "folder")
            self.found.take(taking)
            taking.end()
            if is_changed:
                db.execute("UPDATE label_checks SET outdated = 1")
            self.cut_groups.find()
            self._database.keep_value(HAS_SPLITS, facts.has_splits)
            self._database.keep_value(TONES, msgspec.json.encode(facts.tones).decode())
            self._database.keep_value(LEVELS, msgspec.json.encode(_Levels(facts.class_level, facts.levels)).decode())
        return self._taken()

    def take_findings(self, findings: Iterable[Finding], revision: int | None = None) -> PhotoFacts:
        """Takes in what a check has found that a person asked for, in place of what the last one found.

        `revision`: of the scan it has looked at; None: the newest.
        """
        with self._database.changing():
            self.found.keep(findings, "check")
            self.found.note_check(self.labels.newest() if revision is None else revision)
        return self._taken()

    def take_crops(self, groups: Iterable[Sequence[Photo]]) -> PhotoFacts:
        """Takes in which photos show parts of one another, in place of what was known of that."""
        self.found.keep(near_groups_found(groups), "crops")
        return self._taken()

    def _taken(self) -> PhotoFacts:
        self.forget()
        facts = self.facts()
        assert facts is not None
        return facts

    def _share(self, taking: Taking, findings: list[Finding]) -> None:
        """Labelled photos without a split get one."""
        if classes := taking.unshared():
            photos = taking.to_share(classes if self.splitting.goes_by_class(findings) else None)
            taking.share(photos, self.splitting.share_new(photos, findings))

    def forget(self) -> None:
        """Photos or labels have changed, or what was taken in last was not written after all."""
        self._facts = None
        self.answers.forget()

    def facts(self) -> PhotoFacts | None:
        """What is known of the photos as last taken in; None before."""
        if self._facts is None:
            with self._database.reading():
                self._facts = self._read_facts()
        return self._facts

    def _read_facts(self) -> PhotoFacts | None:
        """Raises Unreadable, or DataError."""
        rows = self._database.rows
        counts: dict[str, dict[Split, int]] = defaultdict(dict)
        used, excluded, unlabelled = set(), 0, 0
        query = (
            "SELECT label, split, root, excluded, count(*) FROM photos WHERE here = 1 "
            "GROUP BY excluded, label, split, root LIMIT ?"
        )
        for label, split, root, is_out, count in rows(query, tuple[str, Split | None, str, int, int], (_MOST_COUNTS,)):
            used.add(root)
            if is_out:
                excluded += count
            elif not label:
                unlabelled += count
            elif split is None:
                raise Unreadable("a labelled photo without a split")
            else:
                counts[label][split] = counts[label].get(split, 0) + count
        if not used:
            return None
        levels = self._levels()
        roots = self._roots()
        if not (used <= roots.keys() and all(map(may_be_path, roots.values()))):
            raise Unreadable("photos without a root")
        names = sorted({*counts, *self.labels.own_classes()})
        left_out = rows("SELECT path, reason FROM left_out LIMIT ?", tuple[str, str], (_MOST_LEFT_OUT,))
        is_checked = self.found.state()
        classes = [ClassCount(name, **counts[name]) for name in names]
        found = findings_now(self._database, self.found.told(), classes, bool(is_checked), self.cut_groups.groups())
        looks = self.seal.looks(1)
        plan, has_splits = self.splitting.plan(), bool(self._database.value(HAS_SPLITS, False))
        return PhotoFacts(
            roots=roots,
            classes=classes,
            revision=self.labels.newest(),
            excluded=excluded,
            checked=is_checked,
            unlabelled=unlabelled,
            set_aside=set_aside(self._database, found),
            left_out=[LeftOut(path, _unpack(reason)) for path, reason in left_out],
            findings=found,
            has_splits=has_splits,
            split_by="given" if has_splits and plan.keep_given else plan.group_by,
            leak=leak_count(self._database, found),
            looked=looks[0].at if looks else "",
            tones=from_json(str(self._database.value(TONES, "null")), _AnyTones),
            class_level=levels.number,
            levels=levels.choice,
        )

    def find(self, wanted: PhotoFilter, order: PhotoSort) -> Ids:
        """The ids of all `wanted` photos, in `order`."""
        facts = self.facts()
        of_kind = [finding for finding in facts.findings if finding.kind == wanted.finding] if facts else []
        counts = (
            [count for count in (facts.unlabelled, *(row.total for row in facts.classes)) if count] if facts else []
        )
        keys = [key for finding in of_kind for key in finding.photos]
        answered = None
        if wanted.answer or order.by == "confidence":
            self._name_answers()
            answered = self.answers.answered()
        return find_photos(self._kept, wanted, order, keys, counts, answered)

    def rows(self, ids: Iterable[int]) -> list[PhotoRow]:
        """The photos `ids`, in their order."""
        self._name_answers()
        return read_rows(self._database, ids)

    def known(self, paths: Iterable[str]) -> dict[str, KnownPhoto]:
        """What is known of photos by where they lie, of those that have a label."""
        return known_photos(self._database, self._roots(), paths)

    def take_answers(self, results: Iterable[PhotoResult], roots: Mapping[str, str]) -> None:
        """What a tested model said of photos, in place of what another one did. `roots`: root id → its folder at the test."""
        facts = self.facts()
        folders = [
            (folder, root)
            for known in (facts.roots if facts else {}, roots)  # where they are now counts first
            for root, folder in sorted(known.items(), key=lambda one: -len(one[1]))  # a root may lie within another
        ]
        self.answers.take(results, folders)

    def _name_answers(self) -> None:
        if facts := self.facts():
            self.answers.name(facts.names, self.labels.renamed)

    def scan(self) -> Scan:
        """`reading`, all of it at once."""
        return self.reading().scan()

    def reading(self) -> Reading:
        """All that is used, as learning reads it: nothing that is not labelled yet.

        Raises DataError when no folder was taken in yet, or none of its photos is labelled.
        """
        facts = self._need_facts()
        total = facts.count()
        if facts.unlabelled and not total:
            raise DataError(
                "None of the photos in the project {folder} are labelled yet. Open it in the app, and label photos of "
                "at least two classes.",
                folder=str(self._database.folder),
            )
        return self._reading(facts, USED, total)

    def reading_to_check(self) -> Reading:
        """All that a check looks at: also what is not labelled yet. Raises DataError when no folder was taken in yet.

        Of near copies it tells only those that the costly part of a check has found, which another check does not look for.
        """
        facts = self._need_facts()
        with self._database.reading():
            crops = self.found.told("crops")
        findings = [one for one in facts.findings if one.kind != "near_duplicate"] + crops
        reading = self._reading(facts, SHOWN, facts.count() + facts.unlabelled)
        return reading._replace(facts=msgspec.structs.replace(reading.facts, findings=findings))

    def _need_facts(self) -> PhotoFacts:
        facts = self.facts()
        if facts is None:
            raise DataError(
                "The project {folder} contains no photos yet. Add a folder of photos.",
                folder=str(self._database.folder),
            )
        return facts

    def _reading(self, facts: PhotoFacts, condition: str, total: int) -> Reading:
        """The photos for which `condition` holds; there must be `total`. Its parts raise Unreadable, DataError."""
        query = f"SELECT path, label, {SPLIT_NOW}, root, family, id FROM photos WHERE {condition} ORDER BY path, root"

        def parts() -> Iterator[list[PhotoLine]]:
            count = 0
            with self._database.reading():
                for part in self._database.parts(query, tuple[str, str, Split | None, str, str, int]):
                    count += len(part)
                    yield [photo_line(photo(*row)) for row in part]
                if count != total:  # of an index with a damaged page
                    raise Unreadable("photos are missing")

        classes = [row.name for row in facts.classes if row.total]
        return Reading(Scan(facts.roots, classes, [], revision=facts.revision, **facts.told()), total, parts)

    def relink(self, root: str, folder: Path) -> None:
        """Tells where the photos of `root` are now. Raises DataError when none of them is there."""
        with self._database.changing() as db:
            # Those that were missing at the newest scan tell it only where there are no others.
            query = "SELECT path FROM photos WHERE root = ? ORDER BY here DESC LIMIT 200"
            paths = [path for (path,) in self._database.rows(query, tuple[str], (root,))]
            if not any(_is_there(folder / path) for path in paths):
                raise DataError(
                    "{folder} does not contain this project's photos: {photo}, for example, is missing. Choose the "
                    "folder that contains them.",
                    folder=str(folder), photo=paths[0] if paths else "",
                )  # fmt: skip
            db.execute("UPDATE roots SET folder = ? WHERE id = ?", (str(folder.absolute()), root))
        self._facts = None

    def _roots(self) -> dict[str, str]:
        return dict(self._database.rows("SELECT id, folder FROM roots LIMIT ?", tuple[str, str], (MOST,)))

    def _levels(self) -> _Levels:
        """A project of an earlier version has none."""
        kept = self._database.value(LEVELS)
        return from_json(kept, _Levels) if isinstance(kept, str) else _Levels()


def _is_there(file: Path) -> bool:
    try:
        return on_disk(file).is_file()
    except OSError:  # one may not look
        return False


def _pack(message: Message) -> str:
    return as_json(message).decode()


def _unpack(text: str) -> Message:
    return from_json(text, Message)
