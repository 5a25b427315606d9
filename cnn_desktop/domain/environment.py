"""What this program's processes find in their environment: nothing is sent, caches stay in its own folders, modules are its own.

Set before anything else is imported, as some libraries look only then. So this file imports what Python itself has loaded by
then, and nothing of `__future__`: a file of that name beside the person's photos would be run.
"""

import os
import sys

_FOUND = dict(os.environ)
"""What the shell, or whoever started this process, has said: programs of others get it back."""
QUIET = {
    "ORT_DISABLE_TELEMETRY": "1",  # onnxruntime: else a device id and a queue of events in ~/.cache/Microsoft, sent with its first import
    "HF_HUB_DISABLE_TELEMETRY": "1",  # huggingface_hub, which timm imports
    "HF_HUB_DISABLE_IMPLICIT_TOKEN": "1",  # of an account that the person may have there
    "HF_HUB_DISABLE_UPDATE_CHECK": "1",
    "HF_HUB_DISABLE_XET": "1",  # its downloads keep pieces and logs in ~/.cache/huggingface
    "HF_HUB_OFFLINE": "1",  # a download that was asked for does without it: see `learning/models/timm_weights.py`
    "DO_NOT_TRACK": "1",
}
"""For every process that imports any module of this program."""
CACHES = {
    "TORCHINDUCTOR_CACHE_DIR": "",
    "TRITON_HOME": "",  # else ~/.triton
    "PYTORCH_KERNEL_CACHE_PATH": "kernels",  # else ~/.cache/torch/kernels
    "CUDA_CACHE_PATH": "driver",  # else ~/.nv/ComputeCache
}
"""Where the compilers keep what they make, below the folder "compiled" of the cache; but where the person has said so."""
STRANGE = (
    "PYTHON",
    "PYSIDE6_OPTION",
    "PYQTGRAPH_",
    "QML",
    "QT_QPA_PLATFORM_PLUGIN_PATH",
    "QT_QPA_GENERIC_PLUGINS",
    "QT_QPA_FONTDIR",
    "TORCH_",  # with a value that it does not know, torch ends the process or cannot be imported
    "PYTORCH_",
    "ATEN_",
    "TORCHDYNAMO_",
    "TORCHINDUCTOR_",
    "TRITON_",
    "NPY_",
)
"""How variables begin with which a shell has other code run, or looked for elsewhere, than what came with this program; and those
that developers of the libraries turn things off and on with. The folders below stay the person's."""
STRANGE_NAMES = frozenset(
    (
        "QT_PLUGIN_PATH",
        "QT_STYLE_OVERRIDE",
        "QT_FATAL_WARNINGS",  # each of these two ends a program that warns
        "QT_FATAL_CRITICALS",
        "QT_LOGGING_CONF",
        "QT_API",
        "QT_QUICK_CONTROLS_STYLE",
        "QT_XCB_GL_INTEGRATION",
        "QT_ACCESSIBILITY_ALWAYS_ON",
    )
)
"""More of these, by their whole names. Sizes of things on the screen, platform, theme of dialogs and input method stay the person's."""
_LIBRARIES, _LIBRARIES_BEFORE = "LD_LIBRARY_PATH", "LD_LIBRARY_PATH_ORIG"
"""Where the system looks for libraries. From source it stays: Python itself may need it, and a card's driver. The launcher of
a frozen program puts the program's own folder first, and keeps there what the shell has said."""
_LAUNCHERS = ("_PYI_", "_MEIPASS")
"""What the launcher tells itself; a child is the launcher again, and begins anew."""
FOLDERS = (
    "CNN_DESKTOP_HOME",
    "HOME",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "TORCH_HOME",
    "HF_HOME",
    "TMPDIR",
)
"""Variables that name a folder: children work in another one than the person, so these are made absolute. A blank one names none."""
_XDG = "XDG_"
"""Of the XDG Base Directory Specification: "If an implementation encounters a relative path … it should consider the path invalid and
ignore it."; else each folder that somebody starts the program in would get settings of its own."""


def be_quiet() -> None:
    """Has the libraries send nothing. Called by `cnn_desktop/__init__.py`."""
    os.environ.update(QUIET)


def settle() -> None:
    """For a process of its own, first of all: its modules come from its installation, its environment is that of its children.

    The folder one stands in may hold photos, and an `html.py`. What Python has imported from there before, this cannot undo.
    """
    own = tuple(os.path.join(folder, "") for folder in (_package_root(), sys.prefix, sys.base_prefix))
    places = (here(), *_python_path())
    strange = {_real(place) for place in places if not os.path.join(place, "").startswith(own)}
    sys.path[:] = [place for place in sys.path if _real(place) not in strange]
    environment = child_environment()
    for name in set(os.environ) - set(environment):
        del os.environ[name]
    os.environ.update(environment)


def child_environment() -> dict[str, str]:
    """The environment for a process of this program: without what a shell could have other code run with (`STRANGE`)."""
    kept = {name: value for name, value in _of_the_shell(dict(os.environ)).items() if not _is_strange(name)}
    for name in kept.keys() & set(FOLDERS):
        told = os.path.expanduser(kept[name])  # as nobody does for a program that no shell starts
        if not told.strip() or (name.startswith(_XDG) and not os.path.isabs(told)):
            del kept[name]
        else:
            kept[name] = _absolute(told)
    if _package_root() in (here(), *_python_path()):
        kept["PYTHONPATH"] = _package_root()  # it was found there and not installed, and a child stands elsewhere
    return compiler_caches() | kept | QUIET


def shells_environment() -> dict[str, str]:
    """The environment for a program of others: as this process has found it, whatever it has changed for itself since."""
    ours = {*QUIET, *CACHES}
    kept = {name: value for name, value in os.environ.items() if not (name in ours or _is_strange(name))}
    found = {name: value for name, value in _FOUND.items() if name in ours or _is_strange(name)}
    return _of_the_shell(kept | found)


def _is_strange(name: str) -> bool:
    if name in FOLDERS or name in CACHES:
        return False
    return name.upper().startswith(STRANGE) or name.upper() in STRANGE_NAMES


def _of_the_shell(environment: dict[str, str]) -> dict[str, str]:
    """`environment` without what the launcher of a frozen program has added to it."""
    if not getattr(sys, "frozen", False):
        return environment
    kept = {name: value for name, value in environment.items() if not name.startswith(_LAUNCHERS)}
    if _LIBRARIES_BEFORE in kept:
        kept[_LIBRARIES] = kept.pop(_LIBRARIES_BEFORE)
    elif _within_program(kept.get(_LIBRARIES, "")):
        kept.pop(_LIBRARIES, None)
    return kept


def _within_program(places: str) -> bool:
    """`places` are the launcher's own."""
    program = str(getattr(sys, "_MEIPASS", sys.prefix))
    return all(place.startswith(program) for place in places.split(os.pathsep))


def _python_path() -> list[str]:
    """The folders of PYTHONPATH, of which Python takes an empty one for the one it stands in."""
    told = os.environ.get("PYTHONPATH", "")
    return [_absolute(place) or here() for place in told.split(os.pathsep)] if told else []


def compiler_caches() -> dict[str, str]:
    """The variables of `CACHES`, with their folders. Raises DataError where nobody has a home."""
    from cnn_desktop.domain.places import cache_folder

    return {name: str(cache_folder() / "compiled" / part) for name, part in CACHES.items()}


def python_flags() -> list[str]:
    """For another Python: the folder it stands in is no place of modules; and what this one was told by its own environment."""
    told = {"-B": sys.flags.dont_write_bytecode, "-s": sys.flags.no_user_site, "-Xutf8": sys.flags.utf8_mode}
    return ["-P", *(flag for flag, is_set in told.items() if is_set)]


def _package_root() -> str:
    """The folder that this program's package lies in."""
    return os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def here() -> str:
    """The folder this process stands in; "" when it is gone."""
    try:
        return os.getcwd()
    except OSError:
        return ""


def _real(place: str) -> str:
    """`place` without links; "" of one in the folder this process stands in when that is gone."""
    try:
        return os.path.realpath(place)
    except OSError:
        return ""


def _absolute(folder: str) -> str:
    return os.path.join(here(), folder) if folder else ""
