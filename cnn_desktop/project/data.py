"""What a project's photos are read from: a folder, some of the folders in it, or a table; and the chosen classes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from cnn_desktop.dataset.reading.files import TABLE_SUFFIXES
from cnn_desktop.domain.decoding import from_json
from cnn_desktop.domain.files import is_folder
from cnn_desktop.domain.photos import Together
from cnn_desktop.domain.table_columns import Columns
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.project.database import Database, told

DATA, ONLY, CLASS_LEVEL, COLUMNS, ALSO, TOGETHER = "data", "only", "class_level", "columns", "also", "together"
"""Values kept with a project."""
_AnyColumns: Any = Columns | None
_AnyTogether: Any = Together
_LONGEST = 60
"""Characters of a project's name that is made of several."""


class Data(msgspec.Struct, frozen=True):
    """What was opened."""

    place: str
    """Absolute folder, or a CSV; "" for none yet."""
    only: tuple[str, ...] = ()
    """Names of the folders in `place` that count, sorted; none: all."""
    class_level: int = 0
    """Which level of folders the person has chosen as the classes; 0: none."""
    columns: Columns | None = None
    """Of a table, as the person has chosen them; None: as they can be found out."""
    also: tuple[str, ...] = ()
    """Absolute folders that were opened together with `place`: each is a class, or a root of its own."""
    together: Together = ""
    """Which of these; "" before they were read."""

    @staticmethod
    def of(folders: Iterable[Path]) -> Data:
        """Several folders that are opened together, whichever was named first."""
        first, *others = sorted({str(folder.absolute()) for folder in folders})
        return Data(first, also=tuple(others))

    @property
    def places(self) -> tuple[str, ...]:
        """All that was opened."""
        inside = (str(Path(self.place, name)) for name in self.only)
        return tuple(inside) if self.only else (self.place, *self.also)

    def moved(self, old: str, new: str) -> Data:
        """What is opened once the root `old` is the folder `new`: the root itself, or what lies around it, has moved."""
        if self.only or not self.also:
            return msgspec.structs.replace(self, place=_moved(self.place, old, new))
        first, *others = (_moved(place, old, new) for place in self.places)
        return msgspec.structs.replace(self, place=first, also=tuple(others))

    @property
    def path(self) -> Path:
        return Path(self.place)

    @property
    def is_table(self) -> bool:
        """A table that is gone is still one."""
        return self.path.suffix.lower() in TABLE_SUFFIXES and not is_folder(self.path)

    @property
    def name(self) -> str:
        """What a project of it is called."""
        if self.only or self.also:
            names = ", ".join(self.only or dict.fromkeys(Path(place).name for place in self.places))
            return names if len(names) <= _LONGEST else f"{names[:_LONGEST].rstrip(', .')} …"
        return (self.path.stem if self.is_table else self.path.name) or "Photos"


def kept_data(database: Database) -> Data:
    """What the project's photos were read from. Raises DataError."""
    level, only = database.value(CLASS_LEVEL, 0), str(database.value(ONLY, "[]"))
    with told(database.folder):
        names = from_json(only, tuple[str, ...])
        columns = from_json(str(database.value(COLUMNS, "null")), _AnyColumns)
        also = from_json(str(database.value(ALSO, "[]")), tuple[str, ...])
        together = from_json(str(database.value(TOGETHER, '""')), _AnyTogether)
    return Data(str(database.value(DATA, "")), names, level if isinstance(level, int) else 0, columns, also, together)


def keep_data(database: Database, data: Data) -> None:
    """Raises DataError."""
    database.keep_value(DATA, data.place)
    database.keep_value(ONLY, msgspec.json.encode(data.only).decode())
    database.keep_value(CLASS_LEVEL, data.class_level)
    database.keep_value(COLUMNS, as_json(data.columns).decode())
    database.keep_value(ALSO, msgspec.json.encode(data.also).decode())
    database.keep_value(TOGETHER, msgspec.json.encode(data.together).decode())


def _moved(place: str, old: str, new: str) -> str:
    """Where `place` is once the folder `old` in it, around it, or the same, is `new`; as it was where they are apart."""
    here, was, now = Path(place), Path(old), Path(new)
    if here.is_relative_to(was):
        return str(now / here.relative_to(was))
    if was.is_relative_to(here):
        below = was.relative_to(here).parts
        same_below = len(now.parts) > len(below) and now.parts[-len(below) :] == below
        return str(Path(*now.parts[: -len(below)])) if same_below else new
    return place
