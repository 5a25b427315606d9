"""What a training takes at least, and the sentence with a value that fits: nothing that runs is refused."""

from __future__ import annotations

import math
import subprocess
import sys

import psutil
import pytest

from cnn_desktop.domain.catalog import ARCHITECTURES, parameter_count
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.errors import Offer, UsageError
from cnn_desktop.domain.memory import Free, free_memory, less_memory, need_memory

GB = 1e9


def needs(free: float, refuses: bool = False, pretrained: bool = False, **settings: object) -> None:
    config = TrainConfig(data="", **settings)  # type: ignore[arg-type]
    count = lambda side: parameter_count(config.model, side, 10)  # noqa: E731
    need_memory(config, pretrained, Free(free, refuses), count)


@pytest.mark.parametrize("row", ARCHITECTURES, ids=lambda row: row.name)
def test_every_model_with_the_usual_settings_fits_a_small_computer(row: object) -> None:
    needs(3.5 * GB, model=row.name, epochs=2)  # type: ignore[attr-defined]
    needs(0.7 * GB, pretrained=True, model=row.name, head_epochs=2)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("free", "settings", "field", "value"),
    [
        (20, {"model": "simple_cnn", "image_size": 1024}, "image_size", 672),
        (16, {"model": "resnet50", "batch_size": 1024}, "batch_size", 256),
        (16, {"model": "resnet50", "batch_size": 4096, "image_size": 1024}, "batch_size", 8),
        (16, {"model": "resnet50", "batch_size": 1024, "exact_course": True}, "batch_size", 128),
        (1, {"model": "vgg16"}, "model", None),
    ],
)
def test_what_cannot_fit_is_refused_with_a_value_that_fits(
    free: float, settings: dict[str, object], field: str, value: int | None
) -> None:
    with pytest.raises(UsageError, match=r"Training needs at least [\d.,]+ [GM]B of memory") as caught:
        needs(free * GB, epochs=2, **settings)
    assert caught.value.field == field
    assert caught.value.message.values.get("n") == value
    assert caught.value.offer == (Offer(field, value) if value else None)  # type: ignore[arg-type]
    if value is not None:
        needs(free * GB, epochs=2, **{**settings, field: value})
    needs(math.inf, epochs=2, **settings)


def test_less_memory_is_half_the_photos_or_half_the_pixels() -> None:
    assert less_memory(32, 224) == Offer("batch_size", 16)
    assert less_memory(4, 224) == Offer("batch_size", 2)
    assert less_memory(3, 224) == Offer("image_size", 128)
    assert less_memory(1, 32) is None


def test_where_asking_for_more_fails_a_batch_may_go_in_parts() -> None:
    settings = {"model": "resnet50", "batch_size": 512, "epochs": 2}
    with pytest.raises(UsageError):
        needs(6 * GB, **settings)
    needs(6 * GB, refuses=True, **settings)


def test_simple_cnn_grows_with_its_photos() -> None:
    assert parameter_count("simple_cnn", 224, 10) == 102_785_482
    assert parameter_count("simple_cnn", 1024, 10) > 2_147_000_000
    assert parameter_count("simple_cnn", 32, 3) < 2_200_000


@pytest.mark.skipif(sys.platform != "linux", reason="a limit of addresses")
def test_a_limit_of_the_process_counts() -> None:
    here = free_memory()
    assert here.bytes > 0
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30));"
        "from cnn_desktop.domain.memory import free_memory; free = free_memory();"
        "assert free.refuses and 0 < free.bytes < (1 << 30) + 300e6, free"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_system_that_does_not_tell_its_swap_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """As Windows where somebody has turned its performance counters off."""

    def refuse() -> None:
        raise RuntimeError("PdhAddEnglishCounterW failed. Performance counters may be disabled.")

    monkeypatch.setattr("psutil.swap_memory", refuse)
    assert 0 < free_memory().bytes <= psutil.virtual_memory().total
