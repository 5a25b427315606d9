"""What the page on augmentation shows, as a pure function of the settings. No Qt."""

from __future__ import annotations

import msgspec

from cnn_desktop.domain.config import Augmentation, Preset, Strong, TrainConfig
from cnn_desktop.domain.message import Message, say

PRESET_NAMES: dict[Preset, Message] = {
    "none": say("None"), "course": say("Course"), "light": say("Gentle"), "strong": say("Strong"),
    "double": say("Double"),
}  # fmt: skip
_SENTENCES: dict[Preset | None, Message] = {
    "none": say("Every photo is shown as it is."),
    "course": say("Photos are mirrored at random, as courses do. A good start."),
    "light": say("Photos are also cropped, and their light and colours vary. Good for few photos."),
    "strong": say("Photos are also turned, slanted, shifted or recoloured. Good for long training on few photos."),
    "double": say(
        "Two changes at once, such as turning and recolouring, each of medium strength. Good for very long training."
    ),
    None: say("Your own mix of the changes below."),
}
_ONLY_MIRRORS = say("The plain training loop only mirrors photos. To use the other changes, switch it off in Training.")
SENTENCES = (*_SENTENCES.values(), _ONLY_MIRRORS)
"""All that may stand below the presets."""


class Switch(msgspec.Struct, frozen=True):
    """One of the changes that are switched on or off."""

    key: str
    """Which one it is."""
    name: Message
    note: Message
    tip: Message
    field: str
    """Of `Augmentation`."""
    value: Strong = True
    """What the field is when it is on."""

    def is_on(self, augmentation: Augmentation) -> bool:
        return bool(getattr(augmentation, self.field) == self.value)

    def switched(self, augmentation: Augmentation, on: bool) -> Augmentation:
        """Of changes that exclude each other the one that is switched on takes the other's place."""
        return msgspec.structs.replace(augmentation, **{self.field: self.value if on else False})


SWITCHES = (
    Switch(
        "flip",
        say("&Mirror left and right"),
        say("Not for text, signs or anything else where left and right matter."),
        say("Every other photo, at random, is mirrored."),
        "flip",
    ),
    Switch(
        "crop",
        say("C&rop at random"),
        say("Keeps 70 to 100 % of the photo."),
        say("A random part of each photo is enlarged to the whole square, slightly stretched."),
        "crop",
    ),
    Switch(
        "jitter",
        say("Vary li&ght and colours"),
        say("By up to 20 % each."),
        say("Changes brightness, contrast and colours by up to 20 % each."),
        "jitter",
    ),
    Switch(
        "strong",
        say("One &strong change"),
        say("For example turned, slanted or recoloured."),
        say(
            "One of 14 changes, by a random amount: none, slanted, shifted, turned, brightness, colour, contrast, "
            "sharpness, fewer tones, inverted light or evened-out light. Known as TrivialAugment."
        ),
        "strong",
    ),
    Switch(
        "randaugment",
        say("T&wo changes at once"),
        say("Each of medium strength."),
        say("Two of the same changes, one after the other, each by a medium amount. Known as RandAugment."),
        "strong",
        "randaugment",
    ),
)


class AugmentationView(msgspec.Struct, frozen=True):
    """Everything the page shows, but for the photo."""

    augmentation: Augmentation
    preset: Preset | None
    """None: a mix of the person's own."""
    sentence: Message
    shown: Augmentation
    """What the examples are of: what training really does."""
    image_size: int
    """Of the examples, as in training, in pixels."""


def augmentation_view(config: TrainConfig) -> AugmentationView:
    """The page for the settings `config`."""
    chosen, shown = config.augmentation, config.random_changes
    sentence = _SENTENCES[chosen.preset] if shown == chosen else _ONLY_MIRRORS
    return AugmentationView(chosen, chosen.preset, sentence, shown, config.image_size)
