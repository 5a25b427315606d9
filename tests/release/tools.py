"""The tools of a release lie in `packaging/`, which is no package: they are loaded by path."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

PACKAGING = Path(__file__).parents[2] / "packaging"


def load_tool(name: str) -> ModuleType:
    """The module `packaging/NAME.py`."""
    spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load_release_tool(name: str) -> ModuleType:
    """The module `packaging/release/NAME.py`; those import one another by name."""
    folder = str(PACKAGING / "release")
    if folder not in sys.path:
        sys.path.append(folder)
    return importlib.import_module(name)


def run_release_tool(name: str, *words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """What `python packaging/release/NAME.py WORDS` does. Sources are of the 14th of November 2023."""
    command = [sys.executable, str(PACKAGING / "release" / f"{name}.py"), *map(str, words)]
    variables = os.environ | {"SOURCE_DATE_EPOCH": "1700000000"} | environment
    return subprocess.run(command, env=variables, check=False, capture_output=True, text=True, timeout=60)
