"""The tools of a release lie in `packaging/`, which is no package: they are loaded by path."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"


def load_tool(name: str) -> ModuleType:
    """The module `packaging/NAME.py`."""
    spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load(name: str) -> ModuleType:
    """The module NAME.py of a builder's folder; those import one another, and the tools of a release, by name."""
    for folder in ("windows", "linux", "macos", "bundle", "release"):
        if (place := str(PACKAGING / folder)) not in sys.path:
            sys.path.append(place)
    return importlib.import_module(name)


def load_release_tool(name: str) -> ModuleType:
    """The module `packaging/release/NAME.py`; those import one another by name."""
    folder = str(PACKAGING / "release")
    if folder not in sys.path:
        sys.path.append(folder)
    return importlib.import_module(name)


@dataclass(frozen=True)
class Done:
    """What a tool has said, and its exit code."""

    returncode: int
    stdout: str
    stderr: str


def run_release_tool(name: str, *words: object, **environment: str) -> Done:
    """What `python packaging/release/NAME.py WORDS` does: its real `main`, in this process. Sources are of November 2023."""
    out, err = io.StringIO(), io.StringIO()
    variables = {"SOURCE_DATE_EPOCH": "1700000000"} | environment
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        for variable, value in variables.items():
            patch.setenv(variable, value)
        code = load_release_tool(name).main([str(word) for word in words])
    return Done(code, out.getvalue(), err.getvalue())
