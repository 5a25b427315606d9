"""The training settings as rows of a form: what each is called, explained, and which values it takes. Pure data."""

from __future__ import annotations

import math
import re
from typing import Literal

import msgspec
from PySide6.QtCore import QLocale

from cnn_desktop.domain.config import SETTING_NAMES, TrainConfig
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.recipe import PATIENCE, EpochPlan

FieldKind = Literal["count", "doubling", "number", "choice", "switch"]


class Field(msgspec.Struct, frozen=True):
    """One row. `kind`: whole number, whole number in powers of two, any number, one of `choices`, on or off."""

    name: str
    """Of `TrainConfig`."""
    kind: FieldKind
    tip: Message
    topic: str = ""
    """What its "?" explains, "" for none."""
    choices: tuple[tuple[str, Message], ...] = ()
    advanced: bool = False
    step: int = 1
    wide: bool = False
    """The field stands below its name: its words are long."""

    @property
    def label(self) -> Message:
        """What it is called."""
        return SETTING_NAMES[self.name]


FIELDS: tuple[Field, ...] = (
    Field(
        "head_epochs", "count",
        say("How often all training photos are seen while only the new last layer learns. 0 leaves this out."), "freezing",
    ),
    Field(
        "stage_epochs", "count",
        say("How often all training photos are seen while the last stages learn. 0 leaves this out."), "epoch",
    ),
    Field(
        "epochs", "count",
        say("How often all training photos are seen while every layer learns. 0 leaves this out."), "epoch",
    ),
    Field(
        "batch_size", "doubling",
        say("Photos seen together before the weights change. Choose less if memory runs out."), "batch",
    ),
    Field(
        "lr", "number",
        say("How far the weights of the last layer, or of a network trained from scratch, move at each step."),
        "learning_rate",
    ),
    Field(
        "learns", "choice",
        say("How much of a pretrained network may change. The rest keeps what it knows."), "freezing",
        (
            ("auto", say("Chosen for you")), ("head", say("Only the new last layer")),
            ("last_stage", say("The last stage too")), ("last_two_stages", say("The last two stages too")),
            ("everything", say("The whole network")),
        ),
        advanced=True, wide=True,
    ),
    Field(
        "stage_lr", "number",
        say("The highest: it rises at first, then falls to zero along half a cosine."), "learning_rate", advanced=True,
    ),
    Field(
        "fine_lr", "number",
        say("Smaller, so that what the pretrained network knows is kept. The course uses 0.00001."), "learning_rate",
        advanced=True,
    ),
    Field(
        "optimizer", "choice", say("The rule by which the weights move."), "optimiser",
        (("adam", say("Adam")), ("adamw", say("AdamW")), ("sgd", say("SGD"))), advanced=True,
    ),
    Field(
        "weight_decay", "number", say("Pulls the weights towards zero, against overfitting. 0 is off."),
        "overfitting", advanced=True,
    ),
    Field(
        "schedule", "choice", say("Whether the learning rate stays or falls to zero along half a cosine."),
        choices=(("constant", say("Constant")), ("cosine", say("Cosine"))), advanced=True,
    ),
    Field(
        "precision", "choice",
        say("Of the training only. What is shown and saved is always computed in float32."), "precision",
        (("auto", say("Automatic")), ("float32", say("float32")), ("bfloat16", say("bfloat16"))), advanced=True,
    ),
    Field(
        "image_size", "count", say("Every photo is resized to a square of this side, in pixels."),
        advanced=True, step=32,
    ),
    Field(
        "seed", "count", say("The same seed gives the same order and the same random changes again."),
        advanced=True,
    ),
    Field(
        "device", "choice", say("The processor or graphics card that trains."),
        "", (("auto", say("Automatic")), ("cpu", say("CPU"))), advanced=True,
    ),
    Field(
        "stop_early", "switch",
        say("A recipe goes on to its next part after {n} epochs without a better check.", n=PATIENCE), advanced=True,
    ),
    Field(
        "feature_cache", "switch",
        say("While only a part learns: keep what the rest of the network sees in a photo. Much quicker."), advanced=True,
    ),
    Field(
        "exact_course", "switch",
        say("Trains with the very loop of the course, without this app's speed-ups."), advanced=True,
    ),
)  # fmt: skip


def device_choices(found: str, chosen: str) -> list[tuple[str, Message]]:
    """What "Runs on" offers: automatic, the CPU, what was found on this computer, and what is chosen already."""
    choices = {"auto": say("Automatic"), "cpu": say("CPU")}
    for name in (found, chosen):
        if name and name not in choices:
            choices[name] = say("{device}", device=name.upper() if name == "mps" else name)
    return list(choices.items())


def number_text(value: float) -> str:
    """A small number as people write it: 0.001, 0.00001; without an exponent where that is short."""
    if not math.isfinite(value):
        return str(value)
    text = f"{value:.10f}".rstrip("0").rstrip(".")
    return text if float(text) == value else repr(value)


_EPOCHS = {"head_epochs": "head", "stage_epochs": "stages", "epochs": "full"}
"""Setting → phase of the plan."""


MOST = 2**31 - 1
"""The largest number a field takes."""


def read_number(text: str) -> float | None:
    """What a person typed as a number, with a point or a comma; None when it is none.

    "1,000" is a thousand where a comma groups digits, and one where it is the decimal sign.
    """
    plain, decimal = text.strip(), QLocale().decimalPoint()
    grouping = "." if decimal == "," else ","
    if re.fullmatch(rf"[+-]?[1-9]\d{{0,2}}(?:[{grouping}]\d{{3}})+", plain):
        plain = plain.replace(grouping, "")
    if not re.fullmatch(r"[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:[eE][+-]?\d+)?", plain):
        return None  # `float` alone takes "1_0", "nan" and "infinity" as well
    return float(plain.replace(",", "."))


def read_field(field: Field, text: str) -> int | float | Message:
    """The value of `text` typed into `field`, or why it is none."""
    number = read_number(text)
    if not text.strip():
        return say("Enter a number.")
    if field.kind == "number":
        if number is None:
            return say("“{text}” is not a number.", text=text.strip())
    elif number is None or (abs(number) <= MOST and (number < 0 or not number.is_integer())):
        return say("“{text}” is not a whole number of 0 or more.", text=text.strip())
    if abs(number) > MOST:
        return say("“{text}” is too large.", text=text.strip())
    return number if field.kind == "number" else int(number)


def value_of(config: TrainConfig, field: Field, epochs: EpochPlan) -> int | float | str | bool:
    """The value a row shows; `epochs` are the usual numbers where none are chosen."""
    if field.name in _EPOCHS:
        return int(getattr(epochs, _EPOCHS[field.name]))
    value: int | float | str | bool = getattr(config, field.name)
    return value


def idle_fields(config: TrainConfig, pretrained: bool) -> frozenset[str]:
    """The settings that change nothing as things stand."""
    idle: set[str] = set()
    if not pretrained:
        idle |= {"learns", "stage_epochs", "stage_lr", "stop_early", "head_epochs"}
    if config.exact_course:
        idle |= {"learns", "stop_early", "feature_cache"}
    if config.has_own_epochs:
        idle |= {"stop_early"}
    chosen = {name for name in ("head_epochs", "stage_epochs") if getattr(config, name)}
    return frozenset(idle - chosen)  # what was chosen must be possible to take back


def changes_for(name: str, value: object, epochs: EpochPlan) -> dict[str, object]:
    """The settings to change when row `name` gets `value`: choosing one number of epochs fixes the others too."""
    if name in _EPOCHS:
        return {row: getattr(epochs, part) for row, part in _EPOCHS.items()} | {name: value}
    return {name: value}
