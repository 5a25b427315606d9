"""torch's compiler stays out of a process that compiles nothing, and is there for one that does."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

_TRAIN = """
import sys
from pathlib import Path
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.control import Control
from cnn_desktop.learning.answers.evaluate import evaluate
from cnn_desktop.learning.training.fit import fit
run = Path(sys.argv[2])
list(fit(TrainConfig(data=sys.argv[1], head_epochs=1, epochs=1, image_size=32), run, Control()))
list(evaluate(run, None, "cpu", Control()))
print("torch._dynamo.eval_frame" in sys.modules)
"""
_COMPILE = """
import sys
from cnn_desktop.learning.models.network import build
import torch
net = build("efficientnet_lite0", 2, 32)
optimizer = torch.optim.Adam(net.module.parameters(), fused=True)
before = "torch._dynamo.eval_frame" in sys.modules
double = torch.compile(lambda x: x * 2, backend="eager")
same = torch.equal(double(torch.ones(2)), torch.full((2,), 2.0))
net.module(torch.zeros(2, 3, 32, 32)).sum().backward()
optimizer.step()
print(before, same, "torch._dynamo.eval_frame" in sys.modules, torch._dynamo is sys.modules["torch._dynamo"])
"""


def _printed(program: str, *words: object) -> str:
    command = [sys.executable, "-c", program, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_training_and_testing_do_not_load_it(photo_folder: Callable[..., Path], tmp_path: Path) -> None:
    assert _printed(_TRAIN, photo_folder(), tmp_path / "run") == "False\n"


def test_who_compiles_gets_the_real_one() -> None:
    assert _printed(_COMPILE) == "False True True True\n"
