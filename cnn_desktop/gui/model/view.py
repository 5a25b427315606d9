"""What the Model tab shows, as a pure function of the facts; and the words of its table, pictures and search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from cnn_desktop.domain.catalog import ARCHITECTURES, DEFAULT_MODEL, TIMM_PREFIX, Architecture, find_architecture
from cnn_desktop.domain.estimate import PhotoTime
from cnn_desktop.domain.jobs.describe_model import LayerRow, ModelDescribed
from cnn_desktop.gui.kit.words import tr
from cnn_desktop.gui.state.weights import WeightsPlace, place_of


class Facts(msgspec.Struct, frozen=True):
    """What the view is made from."""

    model: str = DEFAULT_MODEL
    other: str = ""
    """The model beyond the catalogue that was chosen last, to be chosen again; "" for none."""
    from_scratch: bool = False
    """The person does not want pretrained weights."""
    weights: Mapping[str, WeightsPlace] = {}
    """Model → where its weights are, as far as it was looked up."""
    times: Mapping[str, PhotoTime] = {}
    """Model of the catalogue → what a photo takes."""
    classes: int = 10
    """Of the project."""
    described: ModelDescribed | None = None
    """The layers that were asked for last."""
    is_failed: bool = False
    """Asking for the layers of the chosen model failed."""
    problem: str = ""
    """Why the last training was refused, as far as that is up to the model."""


class ModelRow(msgspec.Struct, frozen=True):
    """One line of the table."""

    architecture: Architecture
    weights: WeightsPlace
    time: PhotoTime | None = None
    """That a photo takes in training here; None for a model that nothing is known of."""

    @property
    def name(self) -> str:
        return self.architecture.name


class Block(msgspec.Struct, frozen=True):
    """One block of SimpleCNN's drawing. `depth` and `side` are numbers of channels and pixels; side 1 is a vector."""

    title: str
    shape: str
    depth: int
    side: int
    step: str = ""
    """What leads to the next block."""


class View(msgspec.Struct, frozen=True):
    """Everything the tab shows. A text "" hides what would have it."""

    rows: list[ModelRow]
    """The table; a model that is not in the catalogue is its last row."""
    chosen: ModelRow
    other: str
    """The model beyond the catalogue, "" for none."""
    start: str
    """What the choice means for the training."""
    problem: str
    """What is wrong with it."""
    has_weights: bool
    """There is a choice between pretrained and from scratch."""
    from_scratch: bool
    download: str
    """The button's text."""
    may_import: bool
    licence: str
    note: str
    """Beside the primary button."""
    has_drawing: bool
    blocks: tuple[Block, ...]
    layers: list[LayerRow]
    layers_note: str
    waiting: str
    """In place of the layers."""


def view(facts: Facts) -> View:
    """The tab for `facts`."""
    architectures = list(ARCHITECTURES)
    is_known = facts.model in [row.name for row in architectures]
    if other := facts.other if is_known else facts.model:
        # a project of another version may have chosen what this one does not know
        architectures.append(find_architecture(other) or Architecture(other, other, "own", "", None, 0, ""))
    rows = [ModelRow(row, place_of(row, facts.weights), facts.times.get(row.name)) for row in architectures]
    row = next(row for row in rows if row.name == facts.model)
    architecture, has_weights = row.architecture, row.weights != "none"
    size, licence = architecture.download_mb, architecture.licence
    download = tr("Do&wnload, {mb:.0f} MB", mb=size) if size else tr("Do&wnload")
    layers = facts.described if facts.described and facts.described.model == facts.model else None
    return View(
        rows=rows,
        chosen=row,
        other=other,
        start=start_note(row, facts.from_scratch),
        problem=facts.problem,
        has_weights=has_weights,
        from_scratch=facts.from_scratch or not has_weights,
        download=download if row.weights == "ask" else "",
        may_import=row.weights in ("ask", "here"),
        licence=tr("Licence for the weights: {licence}", licence=licence) if licence else "",
        note=_note(row),
        has_drawing=facts.model == "simple_cnn",
        blocks=simple_cnn_blocks(max(1, facts.classes)),
        layers=layers.layers if layers else [],
        layers_note=tr(
            "{n} {n:layer|layers} and {p} {p:parameter|parameters} with your classes",
            n=len(layers.layers),
            p=layers.parameters,
        )
        if layers
        else "",
        waiting="" if layers else _waiting(facts),
    )


def _note(row: ModelRow) -> str:
    """What the choice costs, as far as it is known."""
    title, parameters = row.architecture.title, row.architecture.parameters
    if not parameters:
        return title
    facts = {"title": title, "n": parameters_text(parameters)}
    if row.time is None:
        return tr("{title}, {n} parameters", **facts)
    return tr("{title}, {n} parameters, {time} per photo", **facts, time=time_text(row))


def _waiting(facts: Facts) -> str:
    if facts.is_failed:
        return tr("The layers of this model cannot be shown.")
    return tr("Loading the layers…\nThis takes a few seconds the first time.")


def parameters_text(parameters: int) -> str:
    """ "4.7 M", or a dash for a timm model, whose size is not known."""
    if parameters <= 0:
        return tr("–")
    if parameters >= 99_500_000:
        return tr("{n} M", n=round(parameters / 1e6))
    if parameters >= 1_000_000:
        return tr("{n:.1f} M", n=parameters / 1e6)
    return tr("{n}", n=parameters)


def time_text(row: ModelRow) -> str:
    """ "12 ms", "≈ 12 ms" where it is an estimate, or a dash."""
    if row.time is None:
        return tr("–")
    thousandths = 1000 * row.time.seconds
    if row.time.measured:
        return tr("{n:.0f} ms", n=thousandths) if thousandths >= 10 else tr("{n:.1f} ms", n=thousandths)
    return tr("≈ {n:.0f} ms", n=thousandths) if thousandths >= 10 else tr("≈ {n:.1f} ms", n=thousandths)


def weights_text(row: ModelRow) -> str:
    """Where the weights are, in a few words."""
    match row.weights:
        case "bundled":
            return tr("The weights come with the app ({mb:.0f} MB)", mb=row.architecture.download_mb or 0)
        case "here":
            return tr("The weights are on this computer")
        case "none":
            return tr("Has no weights and starts from scratch")
        case _:
            size = row.architecture.download_mb
            return (
                tr("The weights are not on this computer yet ({mb:.0f} MB)", mb=size)
                if size
                else tr("The weights are not on this computer yet")
            )


def weights_short(row: ModelRow) -> str:
    """The same in a word, beside a sign."""
    match row.weights:
        case "bundled":
            return tr("Included")
        case "here":
            return tr("Ready")
        case "none":
            return tr("None")
        case _:
            size = row.architecture.download_mb
            return tr("{mb:.0f} MB", mb=size) if size else tr("Missing")


def start_note(row: ModelRow, from_scratch: bool) -> str:
    """What the choice means for the training, in one sentence."""
    if row.weights == "none":
        return tr("This network starts from scratch. It shows how a network learns, and it needs many photos.")
    if from_scratch:
        return tr("Starts from scratch, so it needs many photos and much more time.")
    if row.weights == "ask":
        return tr(
            "Its pretrained weights are not on this computer yet. Download or import them, or choose “From scratch”."
        )
    return tr("Builds on what it learned from a million photos, so a few dozen of yours per class are enough.")


def layer_shape(layer: LayerRow) -> str:
    """[64, 56, 56] → "64×56×56"."""
    return "×".join(str(side) for side in layer.output)


def simple_cnn_blocks(classes: int, image_size: int = 224) -> tuple[Block, ...]:
    """The course's network as a photo passes through it (A1, `learning.models.SimpleCNN`)."""
    half, quarter = image_size // 2, image_size // 4
    return (
        Block(tr("Photo"), f"3×{image_size}×{image_size}", 3, image_size, tr("Convolution 3×3, ReLU, pooling")),
        Block(tr("32 maps"), f"32×{half}×{half}", 32, half, tr("Convolution 3×3, ReLU, pooling")),
        Block(tr("64 maps"), f"64×{quarter}×{quarter}", 64, quarter, tr("Fully connected, ReLU")),
        Block(tr("Features"), "512", 512, 1, tr("Fully connected")),
        Block(tr("Classes"), str(classes), classes, 1),
    )


def find_timm(names: Sequence[str], words: str, limit: int = 200) -> list[str]:
    """The names that hold every one of `words`, those beginning with the first word first."""
    parts = words.lower().removeprefix(TIMM_PREFIX).split()
    if not parts:
        return list(names[:limit])
    found = [name for name in names if all(part in name.lower() for part in parts)]
    return sorted(found, key=lambda name: (not name.lower().startswith(parts[0]), len(name), name))[:limit]
