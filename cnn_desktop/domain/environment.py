"""What this program's processes find in their environment: nothing is sent, caches stay in its own folders, modules are its own.

Set before anything else is imported, as some libraries look only then. So this file imports what Python itself has loaded by
then, and nothing of `__future__`: a file of that name beside the person's photos would be run.
"""

import os
import sys

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
"""Variables that name a folder: children work in another one than the person, so these are made absolute."""


def be_quiet() -> None:
    """Has the libraries send nothing. Called by `cnn_desktop/__init__.py`."""
    os.environ.update(QUIET)


def settle() -> None:
    """For a process of its own, first of all: its modules come from its installation, its environment is that of its children.

    The folder one stands in may hold photos, and an `html.py`. What Python has imported from there before, this cannot undo.
    """
    here = _here()
    if not here.startswith((_package_root(), sys.prefix, sys.base_prefix)):
        sys.path[:] = [place for place in sys.path if os.path.realpath(place) != os.path.realpath(here)]
    environment = child_environment()
    for name in set(os.environ) - set(environment):
        del os.environ[name]
    os.environ.update(environment)


def child_environment() -> dict[str, str]:
    """The environment for a process of this program: without the `PYTHON…` of the shell, which could have other code run."""
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith("PYTHON")}
    for name in FOLDERS:
        if name in kept:
            kept[name] = _absolute(kept[name])
    if _package_root() in (_here(), *map(_absolute, os.environ.get("PYTHONPATH", "").split(os.pathsep))):
        kept["PYTHONPATH"] = _package_root()  # it was found there and not installed, and a child stands elsewhere
    return compiler_caches() | kept | QUIET


def compiler_caches() -> dict[str, str]:
    """The variables of `CACHES`, with their folders."""
    from cnn_desktop.domain.places import cache_folder

    return {name: str(cache_folder() / "compiled" / part) for name, part in CACHES.items()}


def python_flags() -> list[str]:
    """For another Python: the folder it stands in is no place of modules; and what this one was told by its own environment."""
    told = {"-B": sys.flags.dont_write_bytecode, "-s": sys.flags.no_user_site, "-Xutf8": sys.flags.utf8_mode}
    return ["-P", *(flag for flag, is_set in told.items() if is_set)]


def _package_root() -> str:
    """The folder that this program's package lies in."""
    return os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def _here() -> str:
    """The folder this process stands in; "" when it is gone."""
    try:
        return os.getcwd()
    except OSError:
        return ""


def _absolute(folder: str) -> str:
    return os.path.join(_here(), folder) if folder else ""
