"""What a project's photos are read from: a folder, some of the folders in it, or a table; and the chosen classes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from cnn_desktop.dataset.reading.files import TABLE_SUFFIXES
from cnn_desktop.domain.decoding import from_json
from cnn_desktop.domain.table_columns import Columns
from cnn_desktop.domain.text_out import as_json
from cnn_desktop.project.database import Database, told

DATA, ONLY, CLASS_LEVEL, COLUMNS = "data", "only", "class_level", "columns"
"""Values kept with a project."""
_AnyColumns: Any = Columns | None
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

    @property
    def path(self) -> Path:
        return Path(self.place)

    @property
    def is_table(self) -> bool:
        """A table that is gone is still one."""
        return self.path.suffix.lower() in TABLE_SUFFIXES and not self.path.is_dir()

    @property
    def name(self) -> str:
        """What a project of it is called."""
        if self.only:
            names = ", ".join(self.only)
            return names if len(names) <= _LONGEST else f"{names[:_LONGEST].rstrip(', .')} …"
        return (self.path.stem if self.is_table else self.path.name) or "Photos"


def kept_data(database: Database) -> Data:
    """What the project's photos were read from. Raises DataError."""
    level, only = database.value(CLASS_LEVEL, 0), str(database.value(ONLY, "[]"))
    with told(database.folder):
        names = from_json(only, tuple[str, ...])
        columns = from_json(str(database.value(COLUMNS, "null")), _AnyColumns)
    return Data(str(database.value(DATA, "")), names, level if isinstance(level, int) else 0, columns)


def keep_data(database: Database, data: Data) -> None:
    """Raises DataError."""
    database.keep_value(DATA, data.place)
    database.keep_value(ONLY, msgspec.json.encode(data.only).decode())
    database.keep_value(CLASS_LEVEL, data.class_level)
    database.keep_value(COLUMNS, as_json(data.columns).decode())
