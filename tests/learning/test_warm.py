"""Getting ready beforehand changes no result and leaves nothing for the first training to import."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from cnn_desktop.learning.warm import get_ready

_AFTER = """
import sys
from pathlib import Path
from cnn_desktop.learning.warm import get_ready
get_ready()
before = set(sys.modules)
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.learning.answers.evaluate import evaluate
from cnn_desktop.learning.training.fit import fit
run = Path(sys.argv[2])
list(fit(TrainConfig(data=sys.argv[1], head_epochs=1, epochs=0, image_size=32), run, Control()))
list(evaluate(run, None, "cpu", Control()))
print(sorted({name.partition(".")[0] for name in set(sys.modules) - before if "." not in name and not name.startswith("_")}))
"""


def test_the_random_state_is_left_alone_and_so_is_the_disk(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, home: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    torch.manual_seed(7)
    before = torch.get_rng_state()
    get_ready()
    assert torch.equal(torch.get_rng_state(), before)
    assert not list(tmp_path.glob("cnn-desktop*"))
    assert not list(home.iterdir())


def test_no_library_is_left_to_import(photo_folder: Callable[..., Path], tmp_path: Path) -> None:
    words = [sys.executable, "-c", _AFTER, str(photo_folder()), str(tmp_path / "run")]
    imported = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    assert imported == "[]\n"
