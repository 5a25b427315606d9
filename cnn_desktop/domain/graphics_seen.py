"""Which graphics cards this computer has, read from the operating system: no driver is called, so nothing can hang."""

from __future__ import annotations

import os
import platform
import re
import sys
from pathlib import Path
from typing import Literal

from cnn_desktop.domain.decoding import Unreadable
from cnn_desktop.domain.files import files_in, is_there
from cnn_desktop.domain.graphics import Seen
from cnn_desktop.domain.own_files import read_bytes
from cnn_desktop.domain.resources import resource

_NVIDIA, _SHOWS = "0x10de", "0x03"
"""A PCI vendor, and the start of the PCI class of graphics cards."""
_SIGNS = ("dev/dxg", "dev/nvgpu", "dev/nvhost-gpu", "dev/kfd", "dev/nvidiactl")
"""Device files: Windows' card in WSL, Jetson boards, AMD, NVIDIA without /proc (containers)."""
_WINDOWS_CARDS = r"SYSTEM\CurrentControlSet\Control\Class\{4d36e968-e325-11ce-bfc1-08002be10318}"
_MOST = 1 << 16
"""Bytes of what the system tells of one card."""


def look() -> Seen:
    """What this computer has. Never raises."""
    if sys.platform == "win32":
        cards, driver = _windows()
        may_have = False
    else:
        root = Path("/")
        cards, driver, may_have = (
            nvidia_cards(root),
            nvidia_driver(root),
            any(is_there(root / sign) for sign in _SIGNS),
        )
    is_apple = sys.platform == "darwin" and platform.machine() == "arm64"
    return Seen(
        cards,
        driver,
        may_have or bool(driver) or is_apple,
        visible=os.environ.get("CUDA_VISIBLE_DEVICES"),
        edition=_edition(),
        is_windows=sys.platform == "win32",
        is_apple=is_apple,
    )


def nvidia_cards(root: Path) -> tuple[str, ...]:
    """By name where the driver is loaded, else by what sits in the slots. `root`: "/", or that of a test."""
    named = [
        found[1].strip()
        for folder in sorted(files_in(root / "proc/driver/nvidia/gpus"))
        if (found := re.search(r"^Model:(.*)$", _text(folder / "information"), re.MULTILINE))
    ]
    if named:
        return tuple(named)
    return tuple(
        ""
        for slot in sorted(files_in(root / "sys/bus/pci/devices"))
        if _text(slot / "vendor").strip() == _NVIDIA and _text(slot / "class").startswith(_SHOWS)
    )


def nvidia_driver(root: Path) -> str:
    """E.g. "580.65.06", also of the open kernel module."""
    found = re.search(r"\s(\d{3,6}\.\d+(?:\.\d+)?)\s", _text(root / "proc/driver/nvidia/version"))
    return found[1] if found else ""


def _edition() -> Literal["", "cpu", "nvidia"]:
    """What the installer's recipe has written beside the resources."""
    said = _text(resource("EDITION")) or _text(resource("").parent / "EDITION")
    return "cpu" if said.strip() == "cpu" else "nvidia" if said.strip() == "nvidia" else ""


def _text(path: Path) -> str:
    try:
        return read_bytes(path, _MOST).decode("utf-8", "replace")
    except Unreadable:
        return ""


def _windows() -> tuple[tuple[str, ...], str]:
    """NVIDIA's cards and their driver, from the registry."""
    if sys.platform != "win32":
        return (), ""
    import winreg

    cards, driver, number = [], "", 0
    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _WINDOWS_CARDS) as all_:
            while True:
                name = winreg.EnumKey(all_, number)
                number += 1
                try:
                    with winreg.OpenKey(all_, name) as one:
                        device = str(winreg.QueryValueEx(one, "MatchingDeviceId")[0])
                        if "ven_10de" in device.lower():
                            cards.append(str(winreg.QueryValueEx(one, "DriverDesc")[0]))
                            driver = nvidia_version(str(winreg.QueryValueEx(one, "DriverVersion")[0]))
                except OSError:  # "Properties", which may not be read, or a card without a driver
                    continue
    except OSError:  # after the last one
        return tuple(cards), driver


def nvidia_version(windows: str) -> str:
    """NVIDIA's own number in Windows' number of a driver: "32.0.15.7652" → "576.52"; "" where there is none."""
    digits = "".join(re.findall(r"\d+", windows)[-2:])[-5:]
    return f"{digits[:3]}.{digits[3:]}" if len(digits) == 5 else ""
