"""Where icons, style, templates and translations lie: in a checkout, in an installed wheel and in a frozen program."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(name: str) -> Path:
    """The file or folder `name` ("icons/dataset.svg") of the app's resources.

    A frozen program unpacks them beside its modules, a wheel installs them as `cnn_desktop/resources`, a checkout keeps
    them on top level.
    """
    package = Path(__file__).parents[1]
    frozen = getattr(sys, "_MEIPASS", None)
    places = [package / "resources", package.parent / "resources"]
    if frozen:
        places.insert(0, Path(frozen, "resources"))
    return next((place for place in places if place.is_dir()), places[-1]) / name
