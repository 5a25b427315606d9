"""Hostile projects and data: each a copy of a good project with one thing made hostile, or a folder that is no data set."""

from __future__ import annotations

import os
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.reliability.hostile_runs import CONTROL, DEEP, GIANT

Spoil = Callable[[Path, Path], object]
_ENDLESS = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r)"


def projects(folder: Path, good: Path, make_foreign: Callable[[Path], Path]) -> Iterator[tuple[str, Path]]:
    """(name, NAME.cnnproj) of each. Beside each lies the folder `foreign`, which must stay as it is."""
    for name, spoil in _PROJECTS.items():
        place = folder / name
        place.mkdir(parents=True)
        project = place / "one.cnnproj"
        shutil.copytree(good, project)
        spoil(project, make_foreign(place / "foreign"))
        yield name, project


def data(folder: Path, make_foreign: Callable[[Path], Path], photo: Path) -> Iterator[tuple[str, Path]]:
    """(name, what is given as DATA)."""
    for name, make in _DATA.items():
        place = folder / name
        place.mkdir(parents=True)
        make_foreign(place / "foreign")
        yield name, make(place, photo)


def _sql(*statements: str, values: tuple[object, ...] = ()) -> Spoil:
    """`values` are those of the first statement."""

    def spoil(project: Path, foreign: Path) -> None:
        db = sqlite3.connect(project / "project.sqlite", isolation_level=None)
        for number, statement in enumerate(statements):
            db.execute(statement, () if number else values)
        db.close()

    return spoil


def _run_id(name: str) -> Spoil:
    return _sql("UPDATE runs SET id = ?, status = 'running' WHERE id = (SELECT min(id) FROM runs)", values=(name,))


def _setting(name: str, value: object) -> Spoil:
    return _sql("INSERT OR REPLACE INTO settings VALUES (?, ?)", values=(name, value))


def _link(name: str, to: str) -> Spoil:
    def spoil(project: Path, foreign: Path) -> None:
        shutil.rmtree(project / name) if (project / name).is_dir() else (project / name).unlink(missing_ok=True)
        (project / name).symlink_to(foreign / to)

    return spoil


def _file(content: bytes | None) -> Spoil:
    """In the place of the database; None: a pipe."""

    def spoil(project: Path, foreign: Path) -> None:
        (project / "project.sqlite").unlink()
        os.mkfifo(project / "project.sqlite") if content is None else (project / "project.sqlite").write_bytes(content)

    return spoil


def _cut(project: Path, foreign: Path) -> None:
    with (project / "project.sqlite").open("r+b") as stream:
        stream.truncate(9000)


def _foreign_database(project: Path, foreign: Path) -> None:
    """The database is a link to one of somebody else's, in an older form."""
    shutil.move(project / "project.sqlite", foreign / "theirs.sqlite")
    (project / "project.sqlite").symlink_to(foreign / "theirs.sqlite")
    db = sqlite3.connect(foreign / "theirs.sqlite", isolation_level=None)
    db.execute("PRAGMA journal_mode=DELETE")
    db.execute("UPDATE runs SET status = 'running'")
    db.close()


def _lock_is_a_pipe(project: Path, foreign: Path) -> None:
    (project / "window.lock").unlink(missing_ok=True)
    os.mkfifo(project / "window.lock")


_PROJECTS: dict[str, Spoil] = {
    "a run that leads out": _run_id("../../foreign"),
    "a run that leads far out": _run_id("../../../../../../../../../../tmp/no such folder"),
    "a run called as its folder": _run_id("."),
    "a run without a name": _run_id(""),
    "a run with a slash": _run_id("a/b"),
    "a run that acts on a terminal": _run_id(CONTROL),
    "a run with a name of 5,000 letters": _run_id("x" * 5000),
    "a run with NUL": _run_id("a\0b"),
    "a run of another kind": _sql("UPDATE runs SET seconds = 'x', status = 'eaten', val_accuracy = X'ff'"),
    "runs are a link": _link("runs", "runs"),
    "the database is a link": _foreign_database,
    "the database is a pipe": _file(None),
    "the database is empty": _file(b""),
    "the database is none": _file(b"SQLite format 3\0" + b"x" * 5000),
    "the database is cut off": _cut,
    "the lock is a link": _link("window.lock", "precious.txt"),
    "the lock is a pipe": _lock_is_a_pipe,
    "an endless trigger": _sql(
        "UPDATE runs SET status = 'running'",
        f"CREATE TRIGGER t BEFORE UPDATE ON runs BEGIN SELECT 1 FROM ({_ENDLESS} SELECT max(n) FROM r); END",
    ),
    "an endless view": _sql("DROP TABLE findings", f"CREATE VIEW findings AS {_ENDLESS} SELECT n AS text, '' AS kind, '' AS severity, '[]' AS photos FROM r"),
    "a trigger that deletes": _sql("CREATE TRIGGER t AFTER INSERT ON settings BEGIN DELETE FROM runs; END"),
    "a trigger that loads code": _sql("CREATE TRIGGER t AFTER INSERT ON settings BEGIN SELECT load_extension('/tmp/x'); END"),
    "a newer version": _sql("UPDATE schema_version SET version = 99"),
    "a version that is a word": _sql("UPDATE schema_version SET version = 'x'"),
    "a version below zero": _sql("UPDATE schema_version SET version = -5"),
    "no runs": _sql("DROP TABLE runs"),
    "settings nested deep": _setting("training", DEEP),
    "settings that are no UTF-8": _sql("UPDATE settings SET value = CAST(X'22ff22' AS TEXT)"),
    "settings of another type": _setting("training", '{"data": 1, "epochs": "x"}'),
    "data nested deep": _setting("data", DEEP),
    "data that is a number": _setting("data", "5"),
    "folders nested deep": _setting("only", f'"{DEEP}"'),
    "a level that is none": _setting("class_level", '"x"'),
    "a giant sentence": _sql("INSERT INTO findings (text) VALUES (?)", values=(str(GIANT).replace("'", '"'),)),
    "a sentence that looks inside": _sql(
        "INSERT INTO findings (text) VALUES (?)", values=('{"text": "{n.__class__.__mro__}", "values": {"n": 1}}',)
    ),
    "a sentence that is none": _sql("INSERT INTO findings (text) VALUES (?)", values=('{"text": "{", "values": {}}',)),
    "a sentence nested deep": _sql("INSERT INTO findings (text) VALUES (?)", values=(DEEP,)),
    "a reason nested deep": _sql("INSERT INTO left_out VALUES ('x', ?)", values=(DEEP,)),
    "photos of a finding nested deep": _sql("INSERT INTO findings (text, photos) VALUES ('{}', ?)", values=(DEEP,)),
    "a root that is a device": _sql("UPDATE roots SET folder = '/dev'"),
    "a root with NUL": _sql("UPDATE roots SET folder = ?", values=("/a\0b",)),
    "photos that lead out": _sql("UPDATE photos SET path = '../../../../etc/' || path"),
    "photos that act on a terminal": _sql("UPDATE OR IGNORE photos SET path = ? || path", values=(CONTROL,)),
    "classes that act on a terminal": _sql("UPDATE photos SET correction = ? || told", values=(CONTROL,)),
    "photos of no class": _sql("UPDATE photos SET correction = ''"),
    "a history of photos that are not there": _sql("INSERT INTO revisions VALUES (1, 'x', 'x', '{\"text\": \"{n:>20000000}\", \"values\": {\"n\": 1}}', '', '', 1)", "INSERT INTO corrections VALUES (1, 999, 'label', NULL, 'x', 9e999)"),
    "a revision nested deep": _sql("INSERT INTO revisions VALUES (1, 'x', 'x', ?, '', '', NULL)", values=(DEEP,)),
    "classes that are renamed in a circle": _sql("INSERT INTO renamed VALUES ('class 0', 'class 1'), ('class 1', 'class 0')"),
    "a step nested deep": _sql("INSERT INTO steps VALUES (1000, 0, ?)", values=(DEEP,)),
    "a step of another kind": _sql("INSERT INTO steps VALUES (1001, 0, '{\"kind\": \"shell\"}')"),
}  # fmt: skip


def _folder_with(name: str, make: Callable[[Path], object]) -> Callable[[Path, Path], Path]:
    """A good data set with `name` among its photos."""

    def write(place: Path, photo: Path) -> Path:
        shutil.copytree(photo.parents[1], place / "photos")
        make(place / "photos" / "class 0" / name)
        return place / "photos"

    return write


def _zip(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as new:
        new.writestr("../../foreign/x", "x")


def _made(name: str, content: bytes | str) -> Callable[[Path, Path], Path]:
    def write(place: Path, photo: Path) -> Path:
        text = content.replace("PHOTO", str(photo)).encode() if isinstance(content, str) else content
        (place / name).write_bytes(text)
        return place / name

    return write


def _pipe(place: Path, photo: Path) -> Path:
    os.mkfifo(place / "data.csv")
    return place / "data.csv"


_DATA: dict[str, Callable[[Path, Path], Path]] = {
    "a table that is a pipe": _pipe,
    "a table with a giant field": _made("data.csv", "path,label\n" + "x" * 200_000 + ",a\n"),
    "a table with NUL": _made("data.csv", "path,label\nPHOTO\0,a\nPHOTO,b\n"),
    "a table of devices": _made("data.csv", "path,label\n/dev/zero,a\n/dev/stdin,b\n/etc/passwd,c\n"),
    "a table whose classes act on a terminal": _made("data.csv", f'path,label\nPHOTO,"{CONTROL}"\nPHOTO,b\n'),
    "a table that is no text": _made("data.csv", bytes(range(256)) * 400),
    "an archive": _made("data.zip", b"PK\3\4"),
    "an archive called a photo": _folder_with("x.jpg", _zip),
    "a pipe called a photo": _folder_with("x.jpg", os.mkfifo),
    "a device called a photo": _folder_with("x.jpg", lambda file: file.symlink_to("/dev/zero")),
    "a photo that acts on a terminal": _folder_with(CONTROL + ".jpg", lambda file: file.write_bytes(b"x")),
    "a photo that is no UTF-8": _folder_with(os.fsdecode(b"\xff\xfe.jpg"), lambda file: file.write_bytes(b"x")),
    "a folder in itself": _folder_with("loop", lambda file: file.symlink_to(file.parent)),
}  # fmt: skip
