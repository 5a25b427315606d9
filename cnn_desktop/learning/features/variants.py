"""The fixed variants in which photos are shown to a frozen network: as they are, mirrored, or in a few draws of the augmentation."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from cnn_desktop.domain.config import Augmentation

VARIED = 4
"""Fixed crops and colours of each photo, when the augmentation asks for such."""


@dataclass(frozen=True)
class Variant:
    """A fixed way to show a photo."""

    name: str
    augmentation: Augmentation | None = None
    """Of a varied one; its random numbers follow from the photo's SHA-256 and `number`."""
    number: int = 0


PLAIN, MIRRORED = Variant("plain"), Variant("mirrored")


def variants_for(augmentation: Augmentation) -> list[Variant]:
    """The photo as it is, mirrored when that is asked for; with random crops or colours, four fixed draws of them."""
    if not (augmentation.crop or augmentation.jitter):
        return [PLAIN, MIRRORED] if augmentation.flip else [PLAIN]
    wanted = msgspec.json.encode(augmentation).decode()
    return [PLAIN, *(Variant(f"varied {wanted} {number}", augmentation, number) for number in range(VARIED))]
