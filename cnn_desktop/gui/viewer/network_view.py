"""What the page "Inside the network" shows, as a pure function of the facts; and how what is looked at changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Literal

import msgspec

from cnn_desktop.domain.jobs.explore import ExploredLayer
from cnn_desktop.domain.text_out import as_shown
from cnn_desktop.gui.kit.paths import cut, short_path
from cnn_desktop.gui.kit.tab_page import Heading
from cnn_desktop.gui.kit.words import QT_WORDS, tr
from cnn_desktop.gui.viewer.exploration import PER_PAGE, Shown, Spot, Wish
from cnn_desktop.gui.viewer.layer_words import StripRow, many, name, shape, strip, told
from cnn_desktop.gui.viewer.number_views import BarRow

When = Literal["before", "after", "both"]
"""Which network: before its training, after it, or both side by side."""
MOST_NUMBERS = 4096
NAMED = 100
"""Numbers without names are shown as bars with a line each up to so many, else as columns."""


class Looking(msgspec.Struct, frozen=True):
    """What a person looks at."""

    layer: str = ""
    start: int = 0
    """The first map of the page."""
    channel: int = -1
    """The map that is enlarged; -1: all of the page are shown."""
    kernels: bool = False
    when: When = "after"

    def at(self, layer: str) -> Looking:
        """At another layer: all of its maps."""
        return msgspec.structs.replace(self, layer=layer, start=0, channel=-1, kernels=False)

    def enlarged(self, channel: int) -> Looking:
        """One map, -1 for all."""
        return msgspec.structs.replace(self, channel=channel)

    def turned(self, step: int, total: int) -> Looking:
        """The next map, or the next page of them; or the one before."""
        if self.channel >= 0:
            channel = max(0, min(total - 1, self.channel + step))
            return msgspec.structs.replace(self, channel=channel, start=channel // PER_PAGE * PER_PAGE)
        last = max(0, total - 1) // PER_PAGE * PER_PAGE
        return msgspec.structs.replace(self, start=max(0, min(last, self.start + step * PER_PAGE)))

    def showing(self, kernels: bool) -> Looking:
        """Kernels, or maps again."""
        return msgspec.structs.replace(self, kernels=kernels)

    def in_time(self, when: When) -> Looking:
        return msgspec.structs.replace(self, when=when)

    @property
    def sides(self) -> tuple[bool, ...]:
        """Which networks are shown: the untrained one (True), the trained one (False)."""
        return {"before": (True,), "after": (False,), "both": (True, False)}[self.when]


class Facts(msgspec.Struct, frozen=True):
    """What the view is made from."""

    path: str = ""
    place: int = 0
    total: int = 0
    """Of the photos that are gone through."""
    fault: str = ""
    """Why the photo cannot be read."""
    has_model: bool = False
    layers: list[ExploredLayer] | None = None
    untrained: str = ""
    """Where the weights of the network before its training come from, as a clause."""
    failure: str = ""
    """Why the layers are not known."""
    every: bool = False
    """Of a network of many layers, all are wanted in the strip."""
    looking: Looking = Looking()


class View(msgspec.Struct, frozen=True):
    """Everything but the pictures."""

    page: Literal["empty", "waiting", "network"]
    icon: str
    text: str
    caption: str
    button: str
    """Of the empty page; "": it has none."""
    begins: Literal["", "open", "train", "again"]
    heading: Heading
    counter: str
    has_previous: bool
    has_next: bool
    rows: list[StripRow]
    layer: ExploredLayer | None
    """The one that is looked at."""
    looking: Looking
    title: str
    told: str
    note: str
    """Below the strip; "" for nothing."""
    every: str
    """What the choice to see every layer is called; "" where all are shown anyway."""
    fault: str
    """In place of the pictures."""
    pager: str
    has_earlier: bool
    has_later: bool
    has_kernels: bool
    wants_room: bool
    """The maps of two networks lie side by side: in a narrow window they need the room of the explanation."""
    before: str
    """What the network before its training is."""
    hint: str


def view(facts: Facts) -> View:
    """The page for `facts`."""
    text, caption, button, begins = _empty(facts)
    layers = facts.layers or []
    rows = strip(layers, facts.every)
    looking = _settled(facts.looking, layers, rows)
    layer = next((one for one in layers if one.name == looking.layer), None)
    file = cut(as_shown(PurePath(facts.path).name), 48)
    fault = tr("{file} cannot be shown. {reason}", file=file, reason=facts.fault[:1].upper() + facts.fault[1:])
    total = layer.output[0] if layer and shape(layer) == "maps" else 0
    return View(
        page="empty" if text else "network" if layers else "waiting",
        icon="warning" if begins == "again" else "photo" if begins == "open" else "model",
        text=text,
        caption=caption,
        button=button,
        begins=begins,
        heading=_heading(facts.path),
        counter=tr("{n} of {total}", n=facts.place + 1, total=facts.total),
        has_previous=facts.place > 0,
        has_next=facts.place + 1 < facts.total,
        rows=rows,
        layer=layer,
        looking=looking,
        title=name(layer) if layer else tr("Loading the model…") if not text else "",
        told=told(layer) if layer else "",
        note=_note(layers),
        every=tr("Every step ({n})", n=len(layers)) if many(layers) else "",
        fault=fault if facts.fault else "",
        pager=_pager(looking, total),
        has_earlier=looking.channel > 0 or (looking.channel < 0 and looking.start > 0),
        has_later=looking.channel + 1 < total if looking.channel >= 0 else looking.start + PER_PAGE < total,
        has_kernels=bool(layer and layer.has_kernels),
        wants_room=layer is not None and shape(layer) == "maps" and looking.channel < 0 and len(looking.sides) > 1,
        before=tr("The network as it was before it saw your photos: {weights}.", weights=facts.untrained)
        if facts.untrained
        else tr("The network as it was before it saw your photos."),
        hint=_hint(looking, layer),
    )


def _heading(path: str) -> Heading:
    """As that of the photo's page, so that nothing moves between the two."""
    folder = as_shown(str(PurePath(path).parent)) if path else ""
    return Heading(as_shown(PurePath(path).name), short_path(folder, 90), as_shown(path)) if path else Heading()


def _empty(facts: Facts) -> tuple[str, str, str, Literal["", "open", "train", "again"]]:
    if not facts.has_model:
        words = tr("Train a model to see here what it makes of your photos.")
        return tr("No model yet"), words, tr("Go to &Training"), "train"
    if not facts.path:
        return tr("Choose a photo to see what the network makes of it."), "", tr("&Open photos…"), "open"
    if facts.failure:
        return tr("The network could not be opened."), facts.failure, tr("&Try again"), "again"
    return "", "", "", ""


def _settled(looking: Looking, layers: list[ExploredLayer], rows: list[StripRow]) -> Looking:
    """At a layer that is in the strip: the one that was chosen, else the last one before it, else the first convolution."""
    seen = {row.layer: row for row in rows if row.layer}
    if looking.layer in seen or not layers:
        return looking
    names = [layer.name for layer in layers]
    before = names[: names.index(looking.layer)] if looking.layer in names else []
    nearest = next((one for one in reversed(before) if one in seen), "")
    first = next((row.layer for row in rows if row.kind == "convolution"), next(iter(seen), ""))
    return looking.at(nearest or first)


def same_words() -> str:
    """Where the two sides do not differ."""
    return tr("Before and after are the same here: the training left this layer, and all before it, as it was.")


def _note(layers: list[ExploredLayer]) -> str:
    drawn = sum(shape(layer) == "maps" for layer in layers)
    if layers and drawn * 2 < len(layers):
        return tr("This network mostly works without feature maps: most of its steps have no picture.")
    return ""


def _pager(looking: Looking, total: int) -> str:
    if not total:
        return ""
    if looking.channel >= 0:
        if looking.kernels:
            return tr("Kernel {n} of {total}", n=looking.channel + 1, total=total)
        return tr("Map {n} of {total}", n=looking.channel + 1, total=total)
    if total <= PER_PAGE:
        return tr("{n} {n:map|maps}", n=total) if not looking.kernels else tr("{n} {n:kernel|kernels}", n=total)
    return tr(
        "{first}–{last} of {total}", first=looking.start + 1, last=min(total, looking.start + PER_PAGE), total=total
    )


def _hint(looking: Looking, layer: ExploredLayer | None) -> str:
    if layer is None:
        return ""
    if shape(layer) == "maps" and looking.channel < 0 and layer.output[0] <= PER_PAGE:  # beside pages there is no room
        return tr("Click a kernel to enlarge it.") if looking.kernels else tr("Click a map to enlarge it.")
    if layer.sums and shape(layer) == "numbers":
        return tr("Choose a number to see what adds up to it.")
    return ""


# The pictures ---------------------------------------------------------------------------------------------------------


def wish(looking: Looking, layer: ExploredLayer) -> Wish | None:
    """What is to be asked; None: there is nothing to be seen of this layer."""
    if shape(layer) == "nothing":
        return None
    if shape(layer) == "numbers":
        return Wish(layer.name, most=MOST_NUMBERS)
    return Wish(layer.name, looking.start, looking.kernels and layer.has_kernels, layer.kind == "input")


def numbers(shown: Shown) -> tuple[float, ...]:
    """Of a layer whose output is numbers: also of one that has maps of one number each."""
    return shown.told.values or shown.told.lows


def map_text(shown: Shown, place: int) -> tuple[str, str]:
    """Name of a map, and its tip: from which number to which."""
    told = shown.told
    channel = told.channels[place]
    if shown.wish.is_photo and channel < 3:
        named = (tr("Red"), tr("Green"), tr("Blue"))[channel]
    elif shown.wish.kernels:
        named = tr("Kernel {n}", n=channel + 1)
    else:
        named = tr("Map {n}", n=channel + 1)
    low, high = ends(shown, place)
    return named, tr("{map}: from {low} to {high}", map=named, low=low, high=high)


def ends(shown: Shown, place: int) -> tuple[str, str]:
    """Its lowest and its highest number, in words."""
    return tuple(figure(value) for value in range_of(shown, place))  # type: ignore[return-value]


def value_at(shown: Shown, place: int, row: int, column: int) -> str:
    """The number there, as exactly as its byte tells; of a kernel in colour all three."""
    if shown.maps is None or not 0 <= place < len(shown.pictures):
        return ""
    low, high = range_of(shown, place)
    each = shown.maps.maps // len(shown.pictures)
    if not is_in_colour(shown):  # its parts lie beside each other
        part, column = divmod(column, shown.maps.width)
        return figure(low + (high - low) * shown.maps.at(place * each + part, row, column) / 255)
    bytes_ = [shown.maps.at(place * each + channel, row, column) for channel in range(each)]
    values = [figure(low + (high - low) * byte / 255) for byte in bytes_]
    return tr("red {red}, green {green}, blue {blue}", red=values[0], green=values[1], blue=values[2])


def is_in_colour(shown: Shown) -> bool:
    """Its pictures mix three maps: no scale tells what a colour stands for."""
    return shown.wish.kernels and shown.maps is not None and shown.maps.maps == 3 * len(shown.pictures)


def range_of(shown: Shown, place: int) -> tuple[float, float]:
    """Lowest and highest number of a map."""
    told = shown.told
    each = max(1, len(told.lows) // max(1, len(told.channels)))  # a kernel in colour has three
    if (place + 1) * each > min(len(told.lows), len(told.highs)):
        return 0.0, 0.0
    return told.lows[place * each], told.highs[place * each]


def figure(value: float) -> str:
    """In as many digits as tell something."""
    text = QT_WORDS.number(value, ".0f") if abs(value) >= 100 else QT_WORDS.number(value, ".2f")
    return text.replace("-", "−") if any(digit in text for digit in "123456789") else text.removeprefix("-")


def common_scale(sides: Iterable[Shown | None], looking: Looking) -> tuple[float, float]:
    """From which number to which the bars, or the colours of the enlarged map, of all `sides` reach: what looks like more is more."""
    lows, highs = [0.0], [0.0]
    for shown in sides:
        if shown is None:
            continue
        if looking.channel in shown.told.channels:
            low, high = range_of(shown, shown.told.channels.index(looking.channel))
            lows.append(low)
            highs.append(high)
        elif looking.channel < 0:
            lows += numbers(shown)
            highs += numbers(shown)
    if looking.channel >= 0 and len(lows) > 1:  # colours need not begin at 0, as bars do
        return min(lows[1:]), max(highs[1:])
    return min(lows), max(highs)


def ramp_of(ramp: Sequence[int], own: tuple[float, float], scale: tuple[float, float]) -> list[int]:
    """The colours of a map that reaches from `own[0]` to `own[1]`, where those of `ramp` stand for all of `scale`."""
    span = (scale[1] - scale[0]) or 1.0
    values = (own[0] + (own[1] - own[0]) * byte / 255 for byte in range(256))
    return [ramp[max(0, min(255, round((value - scale[0]) / span * 255)))] for value in values]


def bar_rows(shown: Shown, layer: ExploredLayer) -> list[BarRow] | None:
    """The numbers as bars, those with names the largest first; None: there are too many, they are shown as columns."""
    told, share = shown.told, layer.kind == "softmax"
    values = numbers(shown)
    if not told.names and len(values) > NAMED:
        return None
    rows = [
        BarRow(
            place,
            as_shown(told.names[place]) if place < len(told.names) else tr("Number {n}", n=place + 1),
            value,
            tr("{p:.1%}", p=value) if share else QT_WORDS.number(value, "+.2f"),
        )
        for place, value in enumerate(values)
    ]
    return sorted(rows, key=lambda row: -row.value) if told.names else rows


def spot(looking: Looking, layer: ExploredLayer, place: tuple[int, int], untrained: bool) -> Spot | None:
    """What to ask about the number at `place` (row and column; of numbers their own place and 0); None: nothing is told."""
    if not layer.sums or looking.kernels:
        return None
    if shape(layer) == "maps":
        return Spot(layer.name, looking.channel, *place, untrained)
    return Spot(layer.name, place[0], untrained=untrained)
