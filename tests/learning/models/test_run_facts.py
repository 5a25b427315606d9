"""A run from a stranger: what its files say is checked before a network is built."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.run import BEST
from cnn_desktop.learning.models.trained import load_trained
from tests.learning.helpers import remake_model, small, train

SWEEPING: dict[str, tuple[dict[str, Any], str]] = {
    "a path": ({"model": "timm:../../x"}, "does not know"),
    "an address": ({"model": "timm:hf-hub:evil/repo"}, "does not know"),
    "a folder": ({"model": "timm:local-dir:/x"}, "does not know"),
    "a name that is none": ({"model": "timm:there_is_none"}, "does not know"),
    "nothing": ({"model": ""}, "does not know"),
    "a giant": ({"model": "timm:vit_giant_patch14_224"}, "larger than its file"),
    "many classes": ({"classes": [str(n) for n in range(200_000)]}, "list of classes"),
    "no classes": ({"classes": []}, "damaged"),
    "classes twice": ({"classes": ["a", "a"]}, "damaged"),
    "more classes": ({"classes": ["a", "b", "c"]}, "list of classes"),
    "a large photo": ({"image_size": 10**6}, "out of range"),
    "no photo": ({"image_size": 0}, "out of range"),
    "another photo": ({"image_size": 64}, "damaged"),
    "two means": ({"mean": [0.5, 0.5]}, "how to prepare photos"),
    "no deviation": ({"std": [0.0, 1.0, 1.0]}, "how to prepare photos"),
    "hardly any deviation": ({"std": [1e-30, 1.0, 1.0]}, "how to prepare photos"),
    "a far mean": ({"mean": [1e300, 1.0, 1.0]}, "how to prepare photos"),
    "a crop": ({"crop": -1}, "does not know"),
    "no range": ({"tones": {"whole": {"black": 1.0, "white": 1.0}}}, "how to prepare photos"),
}


@pytest.fixture
def run(photo_folder: Callable[..., Path], tmp_path: Path) -> Path:
    train(small(photo_folder(2, 6)), tmp_path / "run")
    return tmp_path / "run"


def change(run: Path, changes: dict[str, Any]) -> None:
    def make(facts: dict[str, Any]) -> None:
        for name, value in changes.items():
            (facts if name in facts else facts["preprocess"])[name] = value

    remake_model(run, make)


def test_every_value_is_checked(run: Path) -> None:
    good = (run / BEST).read_bytes()
    for kind, (changes, reason) in SWEEPING.items():
        (run / BEST).write_bytes(good)
        change(run, changes)
        with pytest.raises(DataError, match=reason) as caught:
            load_trained(run, "cpu")
        assert str(run) in str(caught.value), kind
        assert len(str(caught.value)) < 400, kind
    (run / BEST).write_bytes(good)
    load_trained(run, "cpu")


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (lambda value: value * math.nan, "values that are not numbers"),
        (lambda value: value / 0, "values that are not numbers"),
        (lambda value: value.double(), "damaged"),
        (lambda value: value.long(), "damaged"),
        (lambda value: value[..., :1], "damaged"),
    ],
)
def test_tensors_of_a_run_are_checked(run: Path, broken: Callable[[torch.Tensor], torch.Tensor], reason: str) -> None:
    remake_model(run, tensors=lambda state: state.update({"fc1.weight": broken(state["fc1.weight"])}))
    with pytest.raises(DataError, match=reason):
        load_trained(run, "cpu")
