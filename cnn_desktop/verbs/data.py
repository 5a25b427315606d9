"""DATA as it is typed: a folder, a CSV or a project, and which level of a deep tree is the class.

Learning itself opens no project: it gets a Scan.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from cnn_desktop.dataset.reading.files import is_table
from cnn_desktop.dataset.reading.named_columns import named_columns
from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.files import is_there
from cnn_desktop.domain.photos import Scan
from cnn_desktop.domain.split_plan import SplitPlan
from cnn_desktop.domain.table_columns import Reading
from cnn_desktop.project.database import RUNS, Database
from cnn_desktop.project.photos import PhotoTable
from cnn_desktop.project.place import is_project
from cnn_desktop.project.runs import Runs
from cnn_desktop.project.splitting import Splitting

_FIELDS = ("path", "label", "split", "group")
_NEXT = re.compile(rf",(?=\s*(?:class|{'|'.join(_FIELDS)})\s*=)")


def add_reading(parser: argparse.ArgumentParser) -> None:
    """The options that go with DATA."""
    words = "the class is the Nth folder below DATA, where folders lie in folders (default: the outermost; told)"
    parser.add_argument("--class-level", metavar="N", type=_level, default=0, help=words)
    words = (
        "which columns of a CSV hold what, as path=NAME,label=NAME,split=NAME,group=NAME; what is left out is found out; "
        "without names in the first line the columns are called 1, 2, …"
    )
    parser.add_argument("--columns", metavar="WHICH", type=_columns, default={}, help=words)


def reading_of(options: argparse.Namespace, data: Path | None) -> Reading:
    """What the options say of how `data` is read. Raises UsageError, DataError."""
    said: dict[str, str] = options.columns
    if not said or data is None or not is_there(data):  # that is told when it is read
        return Reading(options.class_level)
    if is_project(data):
        raise UsageError("A project already knows which columns its table has. Leave out --columns.")
    if not is_table(data):
        raise UsageError("{file} is not a table (CSV), so it has no columns. Leave out --columns.", file=str(data))
    return Reading(options.class_level, named_columns(data.absolute(), said))


def _columns(text: str) -> dict[str, str]:
    """Field → column; names may have commas and blanks in them."""
    said: dict[str, str] = {}
    for part in _NEXT.split(text):
        field, mark, name = (word.strip() for word in part.partition("="))
        field = "label" if field == "class" else field
        if not mark or not name or field not in _FIELDS or field in said:
            raise UsageError(
                "--columns must say which columns hold what, as path=NAME,label=NAME,split=NAME,group=NAME, not {value}.",
                value=text,
            )
        said[field] = name
    return said


def _level(word: str) -> int:
    if not word.isdecimal() or not int(word):
        raise UsageError("--class-level must be a whole number of 1 or more, not {value}.", value=word)
    return int(word)


def scan_of(data: Path, level: int = 0, *, to_check: bool = False) -> Scan | None:
    """The photos of the project `data` with the splits it remembers; None when `data` is a folder or a CSV.

    `to_check`: also what is not labelled yet; of near copies it tells only those that a check without crops cannot find.
    Raises DataError, and UsageError when a `level` was typed, which a project says itself.
    """
    if not is_project(data):
        return None
    if level:
        raise UsageError("A project already knows which folders are its classes. Leave out --class-level.")
    with Database.open(data, read_only=True) as database:
        photos = PhotoTable(database)
        return photos.reading_to_check().scan() if to_check else photos.scan()


def scan_of_run(run: Path) -> Scan | None:
    """The photos of a project's run as that project knows them now; None: as the run saw them."""
    folder = run.absolute()
    if not (folder.parent.name == RUNS and is_project(folder.parent.parent)):
        return None
    try:
        with Database.open(folder.parent.parent, read_only=True) as database:
            return Runs(database, PhotoTable(database)).photos_now(folder.name)
    except DataError:  # the run is whole without its project
        return None


def plan_of(project: Path) -> SplitPlan:
    """How the photos of `project` are shared out, which tells what belongs together. Raises DataError."""
    with Database.open(project, read_only=True) as database:
        return Splitting(database).plan()
