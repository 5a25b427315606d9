"""How long a training takes: how quickly this computer has trained before, else a cautious guess; before and while it runs."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from cnn_desktop.domain.catalog import Architecture, find_architecture, size_for
from cnn_desktop.domain.config import PRESETS, TrainConfig
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.events import Event
from cnn_desktop.domain.files import write_bytes
from cnn_desktop.domain.jobs.train import EpochDone, Planned
from cnn_desktop.domain.label_check import FOLDS
from cnn_desktop.domain.own_files import find_json
from cnn_desktop.domain.places import settings_folder
from cnn_desktop.domain.recipe import CLOSING_EPOCHS, CLOSING_SECONDS, Phase

START_SECONDS = 6.0
"""Starting the child, reading the weights."""

_CPU_RATES: Mapping[str, tuple[float, float, float]] = {
    "efficientnet_lite0": (250.0, 130.0, 10.0),
    "efficientnet_lite2": (160.0, 85.0, 6.5),
    "simple_cnn": (200.0, 9.0, 9.0),
    "resnet18": (70.0, 60.0, 10.0),
    "resnet50": (30.0, 20.0, 3.0),
    "vgg16": (8.0, 8.0, 1.2),
    "efficientnet_b0": (120.0, 60.0, 7.0),
    "mobilenet_v3_large": (250.0, 130.0, 14.0),
    "mobilenet_v3_small": (500.0, 300.0, 30.0),
}
"""Photos a second at 224 px on two CPU cores, cautious on purpose.

(A look at one view of each photo, an epoch of the last stages on what was seen, an epoch of the whole network.)
"""
_UNKNOWN = (20.0, 10.0, 3.0)
_FASTER = {"cuda": 12.0, "mps": 4.0}
_FROZEN = 3.0
"""A frozen backbone gone through anew in each epoch, by the time of the whole network: a forward pass of three."""
_ON_FEATURES = 0.004
"""An epoch of the head on kept features, in looks at the photos."""
_DECODING_LIMIT = 60.0
"""Photos a second that one core decodes: no device trains faster than photos come."""

_SLOWEST, _FASTEST = 1e-4, 1e7
"""Photos a second; beyond, it was not measured."""

Rates = dict[str, float]
"""`key(...)` → photos a second."""
ONCE = "|once"


def passes_once(config: TrainConfig, phase: Phase) -> bool:
    """True when each photo goes through the frozen part once, however many epochs the phase has."""
    return phase in ("head", "stages") and config.feature_cache and not config.exact_course


def key(config: TrainConfig, device: str, phase: Phase) -> str:
    """What a rate depends on most.

    Of a head that passes once: photos a second of the one pass, all epochs after it included. Of the others: of an epoch.
    """
    kind = "|course" if config.exact_course else ONCE if phase == "head" and passes_once(config, phase) else ""
    if phase == "stages":
        kind += f"|{config.learns}" if passes_once(config, phase) else "|whole"
    return f"{config.model}|{device}|{config.image_size}|{phase}{kind}"


class Pace:
    """Photos a second of each phase of one training, validation included, over all its epochs."""

    def __init__(self, config: TrainConfig) -> None:
        self._config = config
        self._device, self._photos = "", 0
        self._seconds: dict[Phase, list[float]] = {}

    def hear(self, event: Event) -> None:
        if isinstance(event, Planned):
            self._device, self._photos = event.device, event.train_photos
        elif isinstance(event, EpochDone) and event.seconds > 0:
            self._seconds.setdefault(event.phase, []).append(event.seconds)

    def rates(self) -> Rates:
        """What to remember."""
        if not (self._device and self._photos):
            return {}
        rates = {}
        for phase, all_seconds in self._seconds.items():
            once = passes_once(self._config, phase)
            looked = phase == "stages" and once and "head" not in self._seconds  # at the photos, in the first epoch
            seconds = all_seconds[1:] if looked else all_seconds
            if seconds:
                passes = 1 if phase == "head" and once else len(seconds)
                rates[key(self._config, self._device, phase)] = self._photos * passes / sum(seconds)
        return rates


def load_rates() -> Rates:
    """The remembered rates; none when there is no file or it is damaged."""
    rates = find_json(_file(), dict[str, float]) or {}
    return {name: rate for name, rate in rates.items() if _SLOWEST <= rate <= _FASTEST}


def remember(rates: Rates) -> None:
    """Adds `rates` to the file. A file that cannot be written only costs the next estimate.

    Of heads that see each photo once the slowest is kept: the others may have found their photos looked at already.
    """
    known = load_rates()
    for name, rate in rates.items():
        known[name] = min(rate, known.get(name, rate)) if name.endswith(ONCE) else rate
    with contextlib.suppress(DataError):
        write_bytes(_file(), msgspec.json.format(msgspec.json.encode(known)))


def _file() -> Path:
    return settings_folder() / "rates.json"


class Estimate(msgspec.Struct, frozen=True):
    """`seconds` of the whole training; `measured` when both phases' rates were measured on this computer."""

    seconds: float
    measured: bool


def estimate(
    config: TrainConfig, pretrained: bool, photos: int, device: str, rates: Mapping[str, float], cores: int
) -> Estimate:
    """The time for training on `photos` photos. `rates` holds what was measured here, photos a second."""
    plan = config.epoch_plan(pretrained)
    seconds, measured = START_SECONDS, True
    guessed = _guess(config, device, cores)
    for phase, epochs in plan.phases:
        known = rates.get(key(config, device, phase))
        measured = measured and known is not None
        if phase == "head" and passes_once(config, phase):
            seconds += photos / known if known else photos / guessed["look"] * (1 + _ON_FEATURES * epochs)
            continue
        if phase == "stages" and passes_once(config, phase) and not plan.head:
            seconds += photos / guessed["look"]
        seconds += epochs * photos / (known or guessed[phase])
    if config.closes_with_everything(pretrained):
        closing = CLOSING_EPOCHS * photos / (rates.get(key(config, device, "full")) or guessed["full"])
        seconds += closing if closing <= CLOSING_SECONDS else 0.0
    return Estimate(seconds, measured)


def check_seconds(config: TrainConfig, photos: int, device: str, rates: Mapping[str, float], cores: int) -> float:
    """Of a check of `photos` labels by models that are trained as `config` says, one a fold."""
    architecture = find_architecture(config.model)
    pretrained = config.weights != "none" and architecture is not None and architecture.has_weights
    learned = photos * (FOLDS - 1) // FOLDS
    return FOLDS * estimate(config, pretrained, learned, device, rates, cores).seconds


class TimeLeft:
    """Estimates the seconds of a training under way that are left, from photos left and what photos have cost.

    Its parts are the phases, "features" (the one look at all views of each photo) and "validate".
    """

    def __init__(self, photos: Mapping[str, int], costs: Mapping[str, float]) -> None:
        """`photos`: part → photos still to go through it. `costs`: see `photo_costs`."""
        self._left, self._costs = dict(photos), costs
        self._seconds = dict.fromkeys(photos, 0.0)
        self._done = dict.fromkeys(photos, 0)

    def took(self, part: str, photos: int, seconds: float) -> None:
        """So many photos have gone through `part`."""
        if part not in self._left or not photos:
            return
        self._left[part] = max(0, self._left[part] - photos)
        self._done[part] += photos
        self._seconds[part] += seconds

    def seconds(self) -> float | None:
        """None until something has been measured. What has not is taken to be as much off as what has."""
        measured = {part: self._seconds[part] / done for part, done in self._done.items() if done}
        if not measured:
            return None
        off = sum(cost / self._costs[part] for part, cost in measured.items()) / len(measured)
        return sum(left * measured.get(part, off * self._costs[part]) for part, left in self._left.items())


def photo_costs(config: TrainConfig, device: str, rates: Mapping[str, float], cores: int) -> dict[str, float]:
    """Seconds that one photo is expected to cost in each part of a training, see `TimeLeft`."""
    guessed = _guess(config, device, cores)
    speeds = {phase: rates.get(key(config, device, phase)) or guessed[phase] for phase in ("head", "stages", "full")}
    return {
        part: 1 / speed for part, speed in {**speeds, "features": guessed["look"], "validate": guessed["head"]}.items()
    }


def look_seconds(model: str, device: str, cores: int = 2) -> float:
    """Seconds that one look at one photo, as it is, is expected to take at the size that the model's weights are for."""
    config = TrainConfig(data="", model=model, image_size=size_for(model), augmentation=PRESETS["none"])
    return photo_costs(config, device, {}, cores)["features"]


class PhotoTime(msgspec.Struct, frozen=True):
    """`seconds` that a photo takes in the first phase of a training; `measured` in one on this computer."""

    seconds: float
    measured: bool


def photo_times(
    config: TrainConfig, models: Iterable[Architecture], device: str, rates: Mapping[str, float], cores: int
) -> dict[str, PhotoTime]:
    """Of each of `models`, were it chosen in `config`; what was not measured is taken to be as much off as what was."""
    guesses, known = dict[str, float](), dict[str, float]()
    for row in models:
        changed = config.with_model(row.name)
        phase: Phase = "head" if row.has_weights and config.weights != "none" else "full"
        guessed = _guess(changed, device, cores)
        guesses[row.name] = 1 / guessed["look" if passes_once(changed, phase) else phase]
        if rate := rates.get(key(changed, device, phase)):
            known[row.name] = 1 / rate
    off = [seconds / guesses[name] for name, seconds in known.items()]
    scale = sum(off) / len(off) if off else 1.0
    return {name: PhotoTime(known.get(name, scale * guess), name in known) for name, guess in guesses.items()}


def _views(config: TrainConfig) -> int:
    """How often the backbone sees each photo when its features are kept: as it is, mirrored, or in four varied forms."""
    changes = config.augmentation
    if changes.crop or changes.jitter or changes.strong:
        return 5
    return 2 if changes.flip else 1


def _guess(config: TrainConfig, device: str, cores: int) -> dict[str, float]:
    """Photos a second of each phase's epoch, and of the one look at all views of each photo."""
    kind = device.partition(":")[0]
    scale = _FASTER.get(kind, max(1.0, cores / 2)) * (224 / max(1, config.image_size)) ** 2
    look, stages, full = _CPU_RATES.get(config.model, _UNKNOWN)
    head = min(look, full * (1.5 if config.exact_course else _FROZEN))
    if not passes_once(config, "stages"):
        stages = min(stages, full * 1.5)
    most = _DECODING_LIMIT * max(1, cores)
    return {
        "look": min(most, look / _views(config) * scale),
        "head": min(most, head * scale),
        "stages": stages * scale if passes_once(config, "stages") else min(most, stages * scale),
        "full": min(most, full * scale),
    }
