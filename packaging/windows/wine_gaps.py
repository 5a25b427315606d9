"""Gives a Wine 10 what it lacks of Windows and the bundle asks for: see wine_gaps.c. For the checks only."""

from __future__ import annotations

import shutil
from pathlib import Path

import portable_exe
from wine import WORK, Wine

_BUILTIN = "usr/lib/x86_64-linux-gnu/wine/x86_64-windows/ucrtbase.dll"
_MARK = b"Wine builtin DLL"
_NUMBERS = (
    "catan",
    "ccos",
    "ccosh",
    "cexp",
    "clog",
    "csin",
    "csinh",
    "csqrt",
    "ctan",
    "ctanh",
    "cpow",
    "cabs",
    "carg",
    "cimag",
    "creal",
)
OVERRIDES = {"WINEDLLOVERRIDES": "ucrtbase=n,b;winemenubuilder.exe=d"}


def fill(wine: Wine, work: Path) -> None:
    """Puts both libraries into Wine's system folder; programs that need them are run with `OVERRIDES`."""
    build = work / "gaps"
    build.mkdir(exist_ok=True)
    source = Path(__file__).with_name("wine_gaps.c")
    shutil.copyfile(source, build / source.name)
    builtin = wine.root.folder / _BUILTIN
    # without the mark, Wine takes it for a library like any other, under any name
    (build / "wucrtbase.dll").write_bytes(builtin.read_bytes().replace(_MARK, bytes(len(_MARK)), 1))
    own = {name + kind for name in _NUMBERS for kind in ("", "f", "l")}
    lines = ["LIBRARY ucrtbase.dll", "EXPORTS", *(f"{name} = w_{name}" for name in sorted(own))]
    lines += [f'"{name}" = "wucrtbase.{name}"' for name in sorted(portable_exe.exports(builtin) - own)]
    (build / "ucrtbase.def").write_text("\n".join(lines) + "\n", encoding="ascii")
    compiler = ["x86_64-w64-mingw32-gcc", "-O2", "-s", "-shared", "-static-libgcc", "-fno-builtin", source.name]
    for words in (["-DCRT", "ucrtbase.def", "-o", "ucrtbase.dll"], ["-DICU", "-o", "icuuc.dll"]):
        wine.root.run(["env", "-C", f"{WORK}/{build.name}", *compiler, *words])
    system = wine.here(r"C:\windows\system32")
    for name in ("ucrtbase.dll", "wucrtbase.dll", "icuuc.dll"):
        (system / name).unlink(missing_ok=True)
        shutil.copyfile(build / name, system / name)
