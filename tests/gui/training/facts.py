"""What the tests of the Training tab's present functions start from: settings, and facts on a folder of 1,770 photos."""

from __future__ import annotations

from typing import Any

import msgspec

from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.gui.training.view import Facts

CONFIG = TrainConfig(data="/photos", head_epochs=5, epochs=5)


def facts(**changes: Any) -> Facts:
    return msgspec.structs.replace(
        Facts(config=CONFIG, photos=1770, tests=379, cores=2, device="cpu", device_reason="why."), **changes
    )
