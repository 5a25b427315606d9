"""How values come into SQL: in order for plain `?`, or by name in a mapping.

Python 3.12.1 warns of `?1`, and from 3.12 on names with a sequence are deprecated.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest

import cnn_desktop
from cnn_desktop.project.database import Database

NUMBERED = re.compile(r"\?\d")


def test_no_sql_of_the_app_numbers_its_placeholders() -> None:
    found = []
    for file in Path(cnn_desktop.__file__).parent.rglob("*.py"):
        source = file.read_text(encoding="utf-8")
        if NUMBERED.search(source):
            found += [
                f"{file}:{part.lineno}"
                for part in ast.walk(ast.parse(source))
                if isinstance(part, ast.Constant) and isinstance(part.value, str) and NUMBERED.search(part.value)
            ]
    assert not found, "write :name and give a mapping, or plain ? in order"


@pytest.mark.parametrize(
    ("query", "values"),
    [
        ("SELECT ?", (3,)),
        ("SELECT :n", {"n": 3}),
        ("SELECT CASE WHEN ':n ?1' <> '' THEN ? END", [3]),
        ("SELECT coalesce(:n, :m)", {"n": None, "m": 3}),
    ],
)
def test_values_in_order_or_by_name(project: Path, query: str, values: Any) -> None:
    with Database.create(project) as database:
        assert database.rows(query, tuple[int], values) == [(3,)]
        assert list(database.parts(query, tuple[int], values)) == [[(3,)]]


@pytest.mark.parametrize(
    ("query", "values"),
    [
        ("SELECT ?1", (3,)),
        ("SELECT :n", (3,)),
        ("SELECT coalesce('?', ?2)", [3, 4]),
        ("SELECT coalesce(@n, $m)", (3, 4)),
    ],
)
def test_what_a_newer_python_refuses_fails_in_these_tests(project: Path, query: str, values: Any) -> None:
    with Database.create(project) as database, database.reading() as db:
        with pytest.raises(AssertionError, match="by name"):
            db.execute(query, values)
        with pytest.raises(AssertionError, match="by name"):
            db.executemany(f"INSERT INTO own_classes {query}", [values])
