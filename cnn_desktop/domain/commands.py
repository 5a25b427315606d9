"""What the window asks of a child, one JSON line each on its stdin. End of file means Stop.

A child does its jobs one after the other in the order they arrive; Pause, Resume, Stop and Forget take effect at once.
"""

from __future__ import annotations

import msgspec

from cnn_desktop.domain.config import Augmentation, TrainConfig


class Command(msgspec.Struct, frozen=True, tag_field="command", tag=str.lower):
    """Base of all commands."""


class Train(Command, frozen=True, tag="train"):
    """Trains into the run folder `run`, whose config.toml and split.csv the window has written."""

    config: TrainConfig
    run: str
    resume: bool = False


class Evaluate(Command, frozen=True, tag="evaluate"):
    """Tests the model of `run` on its own test split, or on `data` (a folder) when given."""

    run: str
    data: str = ""
    device: str = "auto"


class Predict(Command, frozen=True, tag="predict"):
    """Classifies photos with the model of `run`: one `Predicted` a photo."""

    id: str
    run: str
    paths: list[str]
    device: str = "auto"


class DescribeModel(Command, frozen=True, tag="describe_model"):
    """Asks for the layers of a model with `classes` outputs at `image_size` pixels."""

    id: str
    model: str
    classes: int = 10
    image_size: int = 224


class Preview(Command, frozen=True, tag="preview"):
    """Asks for `count` augmented versions of one photo, as pictures in `folder`."""

    id: str
    path: str
    augmentation: Augmentation
    image_size: int
    folder: str
    count: int = 9
    seed: int = 0


class Scan(Command, frozen=True, tag="scan"):
    """Reads a folder into `domain.photos.Scan`, saved as JSON at `result`."""

    id: str
    data: str
    result: str


class DrawSample(Command, frozen=True, tag="draw_sample"):
    """Draws the built-in sample into `folder`; done at once when it is drawn already."""

    id: str
    folder: str


class Thumbnails(Command, frozen=True, tag="thumbnails"):
    """Asks for thumbnails, `size` pixels on the longer side, kept in the cache folder `folder`.

    Replaces thumbnails asked for earlier and not begun yet: the newest request is what is on the screen.
    """

    id: str
    paths: list[str]
    folder: str
    size: int = 256


class ImportWeights(Command, frozen=True, tag="import_weights"):
    """Checks a weights file for `model` and keeps a copy on this computer."""

    id: str
    model: str
    file: str


class DownloadWeights(Command, frozen=True, tag="download_weights"):
    """Downloads the weights of `model`. Sent only when the user asked for it."""

    id: str
    model: str


class Pause(Command, frozen=True, tag="pause"):
    """Holds the running job between two batches."""


class Resume(Command, frozen=True, tag="resume"):
    """Lets a paused job go on."""


class Stop(Command, frozen=True, tag="stop"):
    """Ends the running job; what it has reached is kept."""


AnyCommand = (
    Train | Evaluate | Predict | DescribeModel | Preview | Scan | DrawSample | Thumbnails | ImportWeights
    | DownloadWeights | Pause | Resume | Stop
)  # fmt: skip


def encode_command(command: Command) -> bytes:
    """One line of JSON, newline included."""
    return msgspec.json.encode(command) + b"\n"


def decode_command(line: bytes) -> Command:
    """Reads a line written by `encode_command`. Raises msgspec.DecodeError on anything else."""
    return msgspec.json.decode(line, type=AnyCommand)
