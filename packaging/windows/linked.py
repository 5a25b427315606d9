"""Which libraries the files of a Windows program are linked to and would not find: neither there nor part of Windows."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import portable_exe

_NAMES = """
    advapi32 authz bcrypt bcryptprimitives comctl32 comdlg32 combase crypt32 d2d1 d3d11 d3d12 d3d9 dbghelp dnsapi dwmapi dwrite
    dxgi gdi32 icuuc imagehlp imm32 iphlpapi kernel32 mpr msvcrt ncrypt netapi32 ntdll ole32 oleaut32 pdh powrprof propsys psapi
    rpcrt4 secur32 setupapi shell32 shlwapi ucrtbase uiautomationcore user32 userenv uxtheme version winhttp winmm wintrust ws2_32
    wtsapi32
    """
WINDOWS = frozenset(_NAMES.split())
"""Part of every Windows 10 (1809) and later, without .dll."""
_OF_WINDOWS = ("api-ms-win-", "ext-ms-win-")
_ENDINGS = (".exe", ".dll", ".pyd")


def missing(folder: Path) -> dict[str, list[str]]:
    """Library → the files below `folder` that ask for it."""
    files = [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in _ENDINGS]
    there = {path.name.lower() for path in files}
    found: dict[str, list[str]] = defaultdict(list)
    for path in files:
        if path.name.lower().startswith("unins"):  # the uninstaller has 32 bits
            continue
        for name in portable_exe.read(path).imports - there:
            if name.removesuffix(".dll") not in WINDOWS and not name.startswith(_OF_WINDOWS):
                found[name].append(path.name)
    return dict(found)
