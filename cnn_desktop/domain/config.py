"""What a training is asked to do. Frozen, typed, saved as `config.toml` in the run's folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from cnn_desktop.domain.catalog import find_architecture, size_for
from cnn_desktop.domain.decoding import Unreadable, as_kind
from cnn_desktop.domain.errors import DataError, UsageError, UserError
from cnn_desktop.domain.files import write_bytes
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.own_files import read_toml
from cnn_desktop.domain.recipe import (
    COURSE,
    PATIENCE,
    SCRATCH,
    SMALL_SCRATCH,
    SMALL_SIZE,
    EpochPlan,
    Learns,
    Recipe,
    plan_for,
)
from cnn_desktop.domain.text_out import plain

Optimizer = Literal["adam", "adamw", "sgd"]
Schedule = Literal["constant", "cosine"]
Precision = Literal["auto", "float32", "bfloat16"]
Preset = Literal["none", "course", "light", "strong", "double"]
"""An augmentation by its name."""
Strong = bool | Literal["randaugment"]
"""True: TrivialAugment."""

_Whole = Annotated[int, msgspec.Meta(ge=-(10**15), le=10**15)]
"""Far beyond what `check` allows: what no field and no sentence could hold is not even read."""
MIN_IMAGE_SIZE, MAX_IMAGE_SIZE = 32, 1024
MAX_CLASSES = 100_000


class Augmentation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Random changes to training photos (course: horizontal flip). Never applied to validation or test photos."""

    flip: bool = True
    crop: bool = False
    """Random crop of 70 to 100 % of the area, then resized."""
    jitter: bool = False
    """Random brightness, contrast and saturation, up to 20 % each."""
    strong: Strong = False
    """After the others: one random operation of torchvision's `TrivialAugmentWide` (Müller and Hutter 2021), or two of its
    `RandAugment` (Cubuk et al. 2020)."""

    @property
    def preset(self) -> Preset | None:
        """The one that it is; None: a person's own mix."""
        return next((name for name, preset in PRESETS.items() if preset == self), None)


PRESETS: dict[Preset, Augmentation] = {
    "none": Augmentation(flip=False),
    "course": Augmentation(),
    "light": Augmentation(crop=True, jitter=True),
    "strong": Augmentation(crop=True, strong=True),
    "double": Augmentation(crop=True, strong="randaugment"),
}


class TrainConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One training, as the person asked for it. `None` for epochs means the default recipe."""

    data: str
    """Folder of class folders, or of train/val/test folders of class folders."""
    model: str = "efficientnet_lite0"
    weights: str = "auto"
    """"auto": pretrained where they are on this computer; "none": from scratch; else a weights file."""
    recipe: Recipe = "balanced"
    """How thoroughly a pretrained network learns, while none of the epochs below is set."""
    learns: Learns = "auto"
    """How much of a pretrained network may learn."""
    head_epochs: _Whole | None = None
    """Epochs of the new last layer on a frozen backbone, before the others."""
    stage_epochs: _Whole | None = None
    """Epochs of the last stages, on cached activations where that is possible."""
    epochs: _Whole | None = None
    """Epochs of the whole network, at the end."""
    stop_early: bool = True
    """A recipe's phase ends when its checks stop getting better."""
    batch_size: _Whole = 32
    image_size: _Whole = 224
    """Side of the square every photo is resized to, in pixels."""
    lr: float = 1e-3
    """Learning rate of the head, and of a network trained from scratch."""
    fine_lr: float = 1e-5
    """Learning rate of the unfrozen pretrained network (course: 1e-5)."""
    stage_lr: float = 1e-3
    """Highest learning rate of the last stages; it rises at first and falls along a cosine."""
    optimizer: Optimizer = "adam"
    weight_decay: float = 0.0
    schedule: Schedule = "constant"
    precision: Precision = "auto"
    """Of the training only: validation and every shown probability are float32."""
    augmentation: Augmentation = Augmentation()
    class_weights: bool = False
    """In the loss a photo counts in inverse proportion to the photos of its class, so that all classes weigh the same."""
    balanced_sampling: bool = False
    """An epoch shows as many photos as ever, but equally many of each class. Class weights then have nothing to even out."""
    seed: _Whole = 0
    device: str = "auto"
    """"auto", "cpu", "cuda", "cuda:1" or "mps"."""
    feature_cache: bool = True
    """While only a part learns: send each photo through the frozen rest once, and keep what it sees."""
    exact_course: bool = False
    """Run the course's very loop, with none of our speed-ups."""

    def with_model(self, model: str) -> TrainConfig:
        """With another model, and the image size that its weights are for unless the size was chosen by the person."""
        is_own = self.image_size != size_for(self.model)
        return msgspec.structs.replace(self, model=model, image_size=self.image_size if is_own else size_for(model))

    @property
    def has_own_epochs(self) -> bool:
        """True when the person has said how many epochs of anything."""
        return any(epochs is not None for epochs in (self.head_epochs, self.stage_epochs, self.epochs))

    def epoch_plan(self, pretrained: bool) -> EpochPlan:
        """Epochs of each phase, from the recipe where the person has said nothing."""
        if self.has_own_epochs:
            return EpochPlan(self.head_epochs or 0, self.stage_epochs or 0, self.epochs or 0)
        if not pretrained:
            return SMALL_SCRATCH if self.is_modern(pretrained) else SCRATCH
        if self.exact_course or not self.feature_cache:
            return COURSE
        return plan_for(self.recipe, self.learns)

    @property
    def random_changes(self) -> Augmentation:
        """What really happens to training photos: the course's loop mirrors them, and nothing else."""
        return Augmentation(flip=self.augmentation.flip) if self.exact_course else self.augmentation

    @property
    def weighs_classes(self) -> bool:
        """True when the loss is to weigh the classes: those shown equally often weigh the same as it is."""
        return self.class_weights and not self.balanced_sampling

    def is_modern(self, pretrained: bool) -> bool:
        """True when a network learns small photos from random weights and the person has left the how to the app."""
        return not (pretrained or self.has_own_epochs or self.exact_course) and self.image_size <= SMALL_SIZE

    def closes_with_everything(self, pretrained: bool) -> bool:
        """True when the whole network is to learn at the end if that takes little time."""
        left_to_us = self.recipe == "balanced" and self.learns == "auto" and not self.has_own_epochs
        return left_to_us and self.epoch_plan(pretrained).stages > 0

    def patience(self, pretrained: bool) -> int:
        """Epochs without a better check after which a phase ends early; 0: never.

        From random weights never: a cycle of the rate is good only at its end.
        """
        return PATIENCE if pretrained and self.stop_early and not (self.has_own_epochs or self.exact_course) else 0


SETTING_NAMES: dict[str, Message] = {
    "model": say("Model"),
    "weights": say("Pretrained weights"),
    "augmentation": say("Augmentation"),
    "recipe": say("Recipe"),
    "head_epochs": say("Epochs, new last layer"),
    "stage_epochs": say("Epochs, last stages"),
    "epochs": say("Epochs, whole network"),
    "batch_size": say("Batch size"),
    "lr": say("Learning rate"),
    "learns": say("Layers to train"),
    "stage_lr": say("Learning rate, last stages"),
    "fine_lr": say("Learning rate, whole network"),
    "optimizer": say("Optimiser"),
    "weight_decay": say("Weight decay"),
    "schedule": say("Learning rate schedule"),
    "class_weights": say("Weigh small classes more"),
    "balanced_sampling": say("Show all classes equally often"),
    "precision": say("Number format"),
    "image_size": say("Image size"),
    "seed": say("Random seed"),
    "device": say("Runs on"),
    "stop_early": say("End early when nothing improves"),
    "feature_cache": say("Look at each photo once"),
    "exact_course": say("Plain training loop"),
}
"""What each setting is called in the window, by its field of `TrainConfig`."""

_FITTING: tuple[tuple[tuple[str, ...], Callable[[float], bool], Message], ...] = (
    (
        ("lr", "fine_lr", "stage_lr"),
        lambda rate: 0 < rate <= 10,
        say("A learning rate of {value} does not work. Choose a number above 0 and up to 10, for example 0.001."),
    ),
    (
        ("weight_decay",),
        lambda decay: 0 <= decay <= 1,
        say("Weight decay {value} is out of range. Choose a number from 0 to 1."),
    ),
    (
        ("batch_size",),
        lambda photos: 1 <= photos <= 4096,
        say("Batch size {value} is out of range. Choose 1 to 4096."),
    ),
    (
        ("image_size",),
        lambda side: MIN_IMAGE_SIZE <= side <= MAX_IMAGE_SIZE,
        say("Image size {value} is out of range. Choose 32 to 1024 pixels; 224 is a good start."),
    ),
    (
        ("epochs", "head_epochs", "stage_epochs"),
        lambda epochs: 0 <= epochs <= 10_000,
        say("{value} is not a possible number of epochs. Choose 0 to 10000."),
    ),
    (
        ("seed",),
        lambda seed: 0 <= seed < 2**32,
        say("Random seed {value} is out of range. Choose 0 to 4294967295."),
    ),
)
"""Numbers: what fits each, and what is said of one that does not."""


def check(config: TrainConfig) -> list[UsageError]:
    """Everything wrong with `config`, each naming its field and quoting the bad value. Empty: fine."""
    return [*_check_choice(config), *_check_numbers(config)]


def _check_choice(config: TrainConfig) -> Iterator[UsageError]:
    architecture = find_architecture(config.model)
    if architecture is None:
        yield UsageError(
            "There is no model called “{model}”. Choose one from the list.", field="model", model=config.model
        )
    elif config.batch_size == 1 and architecture.batch_norm:
        yield UsageError(
            "{model} cannot be trained with a batch size of 1, because it compares the photos of a batch. Choose 2 "
            "or more.",
            field="batch_size",
            model=architecture.title,
        )
    kind, _, number = config.device.partition(":")
    if kind not in ("auto", "cpu", "cuda", "mps") or (
        number and not (kind == "cuda" and number.isascii() and number.isdecimal())
    ):
        yield UsageError(
            "There is no device “{device}”. Choose auto, cpu, cuda or cuda:1.", field="device", device=config.device
        )


def _check_numbers(config: TrainConfig) -> Iterator[UsageError]:
    for fields, fits, problem in _FITTING:
        for field in fields:
            value = getattr(config, field)
            if value is not None and not fits(value):
                yield UsageError(
                    problem.text, field=field, value=f"{value:g}" if isinstance(value, float) else str(value)
                )
    if config.exact_course and config.stage_epochs:
        yield UsageError(
            "The plain training loop cannot train the last stages on their own. Set their epochs to 0, or switch "
            "off the plain training loop.",
            field="stage_epochs",
        )
    if sum(config.epoch_plan(pretrained=True)) == 0:
        yield UsageError(
            "There is nothing to train, because all epochs are set to 0. Choose at least one.", field="epochs"
        )


def save_config(config: TrainConfig, path: Path) -> None:
    """Writes `config` as TOML. Raises DataError when the file cannot be written."""
    settings = {name: value for name, value in msgspec.to_builtins(config).items() if value is not None}
    write_bytes(path, msgspec.toml.encode(plain(settings)))


def load_config(path: Path) -> TrainConfig:
    """Reads a `config.toml`. Raises DataError (unreadable) or UsageError (a bad value, quoted)."""
    settings = read_settings(path)
    try:
        return as_kind(settings, TrainConfig)
    except Unreadable as error:
        raise _refused(path, error) from error


def read_settings(path: Path) -> dict[str, object]:
    """The settings written in a TOML file, checked for names and types but not complete (`data` may be missing).

    A preset's name may stand for an augmentation.
    """
    try:
        settings = read_toml(path)
        if isinstance(preset := settings.get("augmentation"), str):
            settings["augmentation"] = preset_named(preset)
        as_kind({"data": "", **settings}, TrainConfig)
    except Unreadable as error:
        raise _refused(path, error) from error
    return settings


def preset_named(name: str) -> dict[str, Strong]:
    """The augmentation that a person names, as plain values. Raises Unreadable."""
    preset: Preset = as_kind(name, Preset)  # type: ignore[arg-type]
    return msgspec.structs.asdict(PRESETS[preset])


def _refused(path: Path, error: Unreadable) -> UserError:
    if error.problem is not None:
        return DataError(
            "{file} could not be read: {reason}. Check the file, then try again.", file=str(path), reason=error.reason
        )
    if not error.is_text:
        return UsageError("{file} is not saved as UTF-8. Save it as plain text in UTF-8.", file=str(path))
    return UsageError(
        "{file} contains a setting this app does not understand: {reason}. Correct it, then try again.",
        file=str(path), reason=error.reason,
    )  # fmt: skip
