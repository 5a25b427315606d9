"""What of the wheels the Windows setup leaves out: what every bundle does (packaging/bundle/contents.py), and what only Windows' have."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import PurePosixPath

import contents

QT = ("core", "gui", "widgets", "svg", "network", "opengl", "openglwidgets")
"""Qt's modules that the window is made of; pyqtgraph imports the last two."""
QT_PLUGINS = ("platforms", "styles", "imageformats", "iconengines")
_QT_FILES = frozenset((*(f"qt6{name}.dll" for name in QT), *(f"qt{name}.pyd" for name in QT), "pyside6.abi3.dll"))
_QT_FOLDERS = ("plugins", "translations", "support")
_FILES = (
    "onnxruntime/capi/onnxruntime.dll",  # for programs in C: Python's module holds all of it
    # what packages are built, installed and explained with
    "torch/lib/*.lib", "torch/lib/cmake/*", "torch/cmake/*", "*.cc", "*.c", "*.in", "*.build", "*.f90", "*.pc",
    "*.proto", "bin/*", "*.exe", "*.rst", "*/.gitignore", ".lock", "setuptools-*", "distutils-precedence.pth",
    "hf_xet-*",
)  # fmt: skip
_CPP_LIBRARIES = (
    "msvcp140*.dll",
    "vcruntime140*.dll",
    "concrt140.dll",
    "vccorlib140.dll",
    "vcamp140.dll",
    "vcomp140.dll",
)
"""Microsoft's, which lie beside the program once, of the newest version."""


def is_left_out(path: str) -> bool:
    """Whether the installed program does not need the file `path` ("torch/lib/c10.lib") of the folder of libraries."""
    parts = PurePosixPath(path).parts
    if contents.is_left_out(path) or any(_is_module(parts, name) for name in contents.LEFT_OUT_MODULES):
        return True
    if parts[0] in ("PySide6", "shiboken6") and any(fnmatch(parts[-1].lower(), pattern) for pattern in _CPP_LIBRARIES):
        return True
    if parts[0] == "PySide6":
        return _is_other_qt(parts[1:])
    return any(fnmatch(path, pattern) for pattern in _FILES)


def is_of_installer(name: str) -> bool:
    """Whether the file of a `.dist-info` folder tells only how the package was installed; of use until all files have an owner."""
    return name in ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json", "uv_cache.json")


def _is_module(parts: tuple[str, ...], name: str) -> bool:
    """Whether the file is the module `name` ("torch.testing._internal"), or a part of it."""
    module = tuple(name.split("."))
    head = (*parts[: len(module) - 1], *(part.partition(".")[0] for part in parts[len(module) - 1 : len(module)]))
    return head == module


def _is_other_qt(parts: tuple[str, ...]) -> bool:
    name = parts[-1].lower()
    if len(parts) == 1:
        return name not in _QT_FILES and not name.endswith(".py")
    if parts[0] == "translations":
        return not name.startswith("qtbase_")
    if parts[0] == "plugins":
        return parts[1] not in QT_PLUGINS or name.startswith(("qpdf", "qdirect2d"))
    return parts[0] not in _QT_FOLDERS
