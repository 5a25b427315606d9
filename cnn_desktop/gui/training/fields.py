"""The training settings as rows of a form: what each is called, explained, and which values it takes. Pure data."""

from __future__ import annotations

import math
import re
from typing import Literal

import msgspec
from PySide6.QtCore import QLocale

from cnn_desktop.domain.catalog import device_word
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
    note: Message | None = None
    """What it does in one sentence, always in view."""

    @property
    def label(self) -> Message:
        """What it is called."""
        return SETTING_NAMES[self.name]


FIELDS: tuple[Field, ...] = (
    Field(
        "head_epochs", "count",
        say("How many times the model goes through all training photos while only the new last layer learns. 0 "
            "skips this part."), "freezing",
    ),
    Field(
        "stage_epochs", "count",
        say("How many times the model goes through all training photos while the last stages learn. 0 skips this "
            "part."), "epoch",
    ),
    Field(
        "epochs", "count",
        say("How many times the model goes through all training photos while the whole network learns. 0 skips "
            "this part."), "epoch",
    ),
    Field(
        "batch_size", "doubling",
        say("How many photos the model sees before its weights are adjusted. Choose fewer if memory runs out."), "batch",
    ),
    Field(
        "lr", "number",
        say("How far the weights move at each step: those of the new last layer, or of the whole network when it "
            "starts from scratch."),
        "learning_rate",
    ),
    Field(
        "learns", "choice",
        say("How much of a pretrained network may change. The rest keeps what it has learned."), "freezing",
        (
            ("auto", say("Automatic")), ("head", say("Only the new last layer")),
            ("last_stage", say("The last stage as well")), ("last_two_stages", say("The last two stages as well")),
            ("everything", say("The whole network")),
        ),
        advanced=True, wide=True,
    ),
    Field(
        "class_weights", "switch",
        say("Multiplies the loss of each photo by a weight: the fewer photos its class has, the higher. All classes then "
            "weigh the same. Helps when some classes have far fewer photos than others."),
        advanced=True, note=say("A mistake on a photo of a small class counts for more."),
    ),
    Field(
        "balanced_sampling", "switch",
        say("An epoch has as many photos as before, but equally many of each class. Photos of small classes come several "
            "times, and of large classes a different part each time. Class weights then have nothing left to even out."),
        advanced=True, note=say("An epoch shows as many photos of a small class as of a large one."),
    ),
    Field(
        "stage_lr", "number",
        say("The highest rate while the last stages learn. It rises to this value, then falls to zero along a "
            "cosine curve."), "learning_rate", advanced=True,
    ),
    Field(
        "fine_lr", "number",
        say("The rate while the whole pretrained network learns. Keep it small, so that the network does not "
            "forget what it knows. 0.00001 is a good start."), "learning_rate",
        advanced=True,
    ),
    Field(
        "optimizer", "choice", say("The rule that decides how the weights are adjusted."), "optimiser",
        (("adam", say("Adam")), ("adamw", say("AdamW")), ("sgd", say("SGD"))), advanced=True,
    ),
    Field(
        "weight_decay", "number", say("Keeps the weights small, which helps against overfitting. 0 turns it off."),
        "overfitting", advanced=True,
    ),
    Field(
        "schedule", "choice", say("Whether the learning rate stays the same or falls to zero along a cosine curve."),
        choices=(("constant", say("Constant")), ("cosine", say("Cosine"))), advanced=True,
    ),
    Field(
        "precision", "choice",
        say("For training only. Results are always computed with full precision."), "precision",
        (("auto", say("Automatic")), ("float32", say("Full (32 bits)")), ("bfloat16", say("Half (16 bits)"))), advanced=True,
    ),
    Field(
        "image_size", "count", say("Every photo is resized to a square with sides of this many pixels."),
        advanced=True, step=32,
    ),
    Field(
        "seed", "count", say("With the same seed, the photos come in the same order and with the same random changes."),
        advanced=True,
    ),
    Field(
        "device", "choice", say("Where training runs: on the processor or on a graphics card."),
        "", (("auto", say("Automatic")), ("cpu", say("CPU"))), advanced=True,
    ),
    Field(
        "stop_early", "switch",
        say("Moves on to the next part of the recipe after {n} {n:epoch|epochs} without improvement.", n=PATIENCE), advanced=True,
    ),
    Field(
        "feature_cache", "switch",
        say("While only some layers learn, remembers what the others see in each photo. Much faster."), advanced=True,
    ),
    Field(
        "exact_course", "switch",
        say("Trains with the simple loop taught in deep-learning courses, without this app's speed-ups. Slower, "
            "but easy to compare with your own code."), advanced=True,
    ),
)  # fmt: skip


def device_choices(found: str, chosen: str) -> list[tuple[str, Message]]:
    """What "Runs on" offers: automatic, the CPU, what was found on this computer, and what is chosen already."""
    choices = {"auto": say("Automatic"), "cpu": say("CPU")}
    for name in (found, chosen):
        if name and name not in choices:
            choices[name] = say("{device}", device=device_word(name))
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
    if config.balanced_sampling:
        idle |= {"class_weights"}
    chosen = {name for name in ("head_epochs", "stage_epochs", "class_weights") if getattr(config, name)}
    return frozenset(idle - chosen)  # what was chosen must be possible to take back


def changes_for(name: str, value: object, epochs: EpochPlan) -> dict[str, object]:
    """The settings to change when row `name` gets `value`: choosing one number of epochs fixes the others too."""
    if name in _EPOCHS:
        return {row: getattr(epochs, part) for row, part in _EPOCHS.items()} | {name: value}
    return {name: value}
