"""`cnn-desktop child`: (internal) the process that does the window's jobs; see `cnn_desktop.child`."""

from __future__ import annotations

import argparse
from typing import NoReturn


def add_arguments(parser: argparse.ArgumentParser) -> None:
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--light", action="store_true", help="without torch: scanning, thumbnails, previews only")
    kind.add_argument("--spare", action="store_true", help="imports all that a job may need, when nothing else runs")
    kind.add_argument("--test-device", action="store_true", help="tests the graphics card and ends")
    parser.add_argument("--prepare", action="store_true", help="does what is useful later, until there is a job")


def run(options: argparse.Namespace) -> NoReturn:
    """Serves the window until stdin ends."""
    if options.test_device:
        from cnn_desktop.child.leisure import lift_limits

        lift_limits()
        from cnn_desktop.learning.tuning.device_test import main

        main()
    from cnn_desktop.child.serve import serve

    serve("light" if options.light else "full", spare=options.spare, prepare=options.prepare)
