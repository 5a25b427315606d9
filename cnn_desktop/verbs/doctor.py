"""`cnn-desktop doctor`: versions, devices and why one is chosen; where things are kept."""

from __future__ import annotations

import argparse
import os
import platform
from importlib import metadata

from cnn_desktop import __version__
from cnn_desktop.domain import places
from cnn_desktop.domain.space import free_bytes
from cnn_desktop.domain.window_needs import lacking, missing_libraries
from cnn_desktop.verbs.terminal import Terminal

LIBRARIES = (
    "torch",
    "torchvision",
    "timm",
    "numpy",
    "pillow",
    "pi-heif",
    "PySide6-Essentials",
    "pyqtgraph",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--device", default="auto", metavar="NAME", help="explain this choice instead of auto")
    parser.add_argument("--test-again", action="store_true", help="test the graphics card again")
    parser.add_argument("--window", action="store_true", help="only tell whether the window lacks anything")


def run(options: argparse.Namespace) -> int:
    """Prints what a person would be asked for in a bug report. Returns 0; with --window 1 when the window lacks something."""
    missing = missing_libraries()
    window = str(lacking(missing)) if missing else "ready"
    if options.window:
        Terminal(options).result({"window": window}, [window])
        return int(bool(missing))
    from cnn_desktop.learning.models.weights import weights_table
    from cnn_desktop.learning.tuning.device import choose_device
    from cnn_desktop.learning.tuning.verdict import find_verdict

    verdict = find_verdict(again=options.test_again)
    choice = choose_device(options.device)
    precision = f"{choice.precision}, where it is faster" if choice.to_measure else choice.precision
    folders = {
        "settings": places.settings_folder(),
        "data": places.data_folder(),
        "cache": places.cache_folder(),
        "projects": places.projects_folder(),
    }
    libraries = {name: _version(name) for name in LIBRARIES}
    weights = {row.name: str(row.status) for row in weights_table()}
    facts = {
        "version": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        "libraries": libraries,
        "window": window,
        "device": choice.device,
        "reason": str(choice.reason),
        "precision": choice.precision,
        "graphics_card": {
            "device": verdict.device,
            "name": verdict.name,
            "says": str(verdict.sentence()),
            "has_card": verdict.has_card,
            "details": verdict.details,
        },
        "folders": {name: str(folder) for name, folder in folders.items()},
        "free_gb": round(free_bytes(folders["data"]) / 1e9, 1),
        "weights": weights,
    }
    lines = [
        f"CNN Desktop {facts['version']}, Python {facts['python']}, {facts['system']}, {facts['cores']} cores",
        ", ".join(f"{name} {version}" for name, version in libraries.items()),
        f"Window: {window}",
        f"Device: {choice.device} ({choice.name}): {choice.reason}. Training precision: {precision}.",
        f"Graphics card: {verdict.sentence()}",
        *(f"  {line}" for line in verdict.details.splitlines()),
        *(f"{name:<9} {folder}" for name, folder in folders.items()),
        f"free disk {facts['free_gb']} GB",
        *(f"weights   {name}: {status}" for name, status in weights.items()),
    ]
    Terminal(options).result(facts, lines)
    return 0


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "missing"
