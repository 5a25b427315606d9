"""What the Dataset tab shows, as a pure function of the facts. No Qt."""

from __future__ import annotations

from typing import Literal

import msgspec

from cnn_desktop.dataset.checks.classes import imbalance
from cnn_desktop.domain.config import TrainConfig
from cnn_desktop.domain.message import Message, say
from cnn_desktop.domain.photo_filter import PhotoRow
from cnn_desktop.domain.photos import Finding, LeakCount, Level, PhotoFacts, Split, SplitBy
from cnn_desktop.gui.dataset import seal_view
from cnn_desktop.gui.dataset.augmentation_view import AugmentationView, augmentation_view
from cnn_desktop.gui.dataset.filter_view import AnsweredBy
from cnn_desktop.gui.kit.paths import cut, short_path

LETTERS = 36
"""Of a class's name in all levels together, where each is named after some of its classes."""
NO_PHOTOS = PhotoFacts({}, [])
SPLIT_NAMES: dict[Split | None, Message] = {
    "train": say("training"), "val": say("validation"), "test": say("test"), None: say("unassigned"),
}  # fmt: skip

_SPLIT_NOTES: dict[SplitBy, Message] = {
    "given": say("This is the split that came with your photos."),
    "none": say("Chosen at random within each class. Adding photos later does not change it."),
    "folder": say(
        "Chosen at random by groups: photos in the same folder stay together. Adding photos later does not change it."
    ),
    "name": say(
        "Chosen at random by groups: photos whose names share a part stay together. Adding photos later does not change it."
    ),
    "column": say(
        "Chosen at random by groups: photos with the same entry in the group column stay together. Adding photos later "
        "does not change it."
    ),
}


class Facts(msgspec.Struct, frozen=True):
    """What the view is made from."""

    name: str = ""
    """Of the project; "" when none is open."""
    photos: PhotoFacts | None = None
    """None before the first folder is read."""
    gone: tuple[str, str] = ("", "")
    """The first folder of photos that is not where it was, and its root's id; two "" when all are."""
    reading: bool = False
    """Whether a folder is being read."""
    config: TrainConfig = TrainConfig(data="")
    """Its augmentation, and what that does to photos of which size."""
    opened: seal_view.Opened = frozenset()
    """Test photos that are open."""
    tested: AnsweredBy | None = None
    """Whose answers stand beside the photos."""


class Empty(msgspec.Struct, frozen=True):
    """One sentence and one button in place of everything."""

    icon: str
    text: Message
    button: Message
    caption: Message
    tone: str = "muted"


NOTHING_YET = Empty(
    "photo",
    say("Drop a folder of photos here."),
    say("&Open folder…"),
    say(
        "It should contain one folder for each class, named after the class. Your photos stay where they are and "
        "are never changed."
    ),
)


class LevelQuestion(msgspec.Struct, frozen=True):
    """Which level of folders the classes are."""

    options: list[Message]
    numbers: list[int]
    """Of the levels."""
    current: int
    """Place of the one that is taken."""


class View(msgspec.Struct, frozen=True):
    """Everything the tab shows, but for what is chosen in it and how far a folder is read."""

    title: str
    """The project's name; "" when none is open."""
    page: Literal["empty", "busy", "photos"]
    empty: Empty
    root: str
    """Id of the root whose photos are not where they were; "" when all are."""
    headline: Message | None
    """Counts, when there are photos to speak of."""
    folder: str
    """The first of the folders they lie in."""
    folders: Message | None
    """In which these are, where there are several."""
    photos: PhotoFacts
    notes: list[Message]
    """Sentences worth knowing: imbalance first, then what was found, but for what `leak` says."""
    levels: LevelQuestion | None
    """None where only one level can be the classes."""
    split_note: Message | None
    """Where the split comes from."""
    leak: Message | None
    """Which photos belong together and lie in different parts of the split."""
    leak_short: Message | None
    """The same, where there is little room."""
    seal: seal_view.View
    opened: seal_view.Opened
    tested: AnsweredBy | None
    ready: bool
    """True when a model can be chosen now."""
    hint: Message | None
    """Why no model can be trained on these photos."""
    augmentation: AugmentationView


def view(facts: Facts) -> View:
    """The tab for `facts`."""
    photos, (gone, root) = facts.photos or NO_PHOTOS, facts.gone
    is_there = facts.photos is not None and not gone
    is_busy = facts.reading and not gone
    return View(
        title=facts.name,
        page="busy" if is_busy else "photos" if is_there else "empty",
        empty=_gone(gone) if gone else NOTHING_YET,
        root=root,
        headline=_headline(photos) if is_there else None,
        folder=next(iter(photos.roots.values()), ""),
        folders=_folders(photos),
        photos=photos,
        notes=[one.text for one in open_findings(photos) if photos.leak is None or one.kind != "same_photo_two_splits"],
        levels=_level_question(photos),
        split_note=_split_note(photos),
        leak=_leak(photos.leak) if photos.leak else None,
        leak_short=_leak_short(photos.leak) if photos.leak else None,
        seal=seal_view.view(photos, facts.opened),
        opened=facts.opened,
        tested=facts.tested,
        ready=photos.can_train and not is_busy,
        hint=_hint(photos),
        augmentation=augmentation_view(facts.config),
    )


def open_findings(photos: PhotoFacts) -> list[Finding]:
    """What is worth telling of `photos` now, imbalance first."""
    return [*imbalance(photos.classes), *(one for one in photos.open_findings() if one.kind != "imbalance")]


def photo_text(row: PhotoRow, sealed: bool = False) -> Message:
    """What a screen reader says for one photo, and the card under the mouse."""
    text = _known_text(row, sealed)
    if sealed or not row.predicted:
        return text
    return say("{photo}, predicted {predicted}, {p:.2f}", photo=text, predicted=row.predicted, p=row.confidence)


def _known_text(row: PhotoRow, sealed: bool) -> Message:
    facts: dict[str, str | Message] = {
        "name": row.path.rsplit("/", 1)[-1],
        "label": row.label,
        "split": SPLIT_NAMES[row.split],
    }
    if sealed:
        return say("{name}, {label}, hidden test photo", **facts)
    if not row.label:
        words = say("{name}, not labelled yet, excluded") if row.excluded else say("{name}, not labelled yet")
        return msgspec.structs.replace(words, values={"name": facts["name"]})
    if row.excluded:
        return say("{name}, {label}, excluded", **facts)
    if row.corrected:
        return say("{name}, {label}, {split}, from folder {told}", told=row.told, **facts)
    return say("{name}, {label}, {split}", **facts)


def _gone(folder: str) -> Empty:
    return Empty(
        "missing",
        say("The photos are no longer in {folder}.", folder=short_path(folder, 48)),
        say("&Locate photos…"),
        say("If they are on an external drive, connect it and open the project again."),
        "warn",
    )


def _headline(photos: PhotoFacts) -> Message:
    if photos.unlabelled:
        return say(
            "{photos} {photos:photo|photos} in {classes} {classes:class|classes}, {n} not labelled yet",
            photos=photos.count(), classes=len(photos.classes), n=photos.unlabelled,
        )  # fmt: skip
    return say(
        "{photos} {photos:photo|photos} in {classes} {classes:class|classes}",
        photos=photos.count(), classes=len(photos.classes),
    )  # fmt: skip


def _folders(photos: PhotoFacts) -> Message | None:
    first, *others = photos.roots.values() or ("",)
    return say("{folder} and {n} more {n:folder|folders}", folder=short_path(first), n=len(others)) if others else None


def _hint(photos: PhotoFacts) -> Message | None:
    if photos.can_train:
        return None
    if photos.unlabelled:
        return say("Label photos of at least two classes: select some and type a name.")
    return say("A model needs training photos of at least two classes.")


def _level_question(photos: PhotoFacts) -> LevelQuestion | None:
    numbers = [level.number for level in photos.levels]
    if photos.class_level not in numbers:
        return None
    longest = LETTERS // len(numbers)
    options = [_level(level, longest) for level in photos.levels]
    return LevelQuestion(options, numbers, numbers.index(photos.class_level))


def _level(level: Level, longest: int) -> Message:
    shown = level.names[:2]
    names = ", ".join(cut(name, longest) for name in shown) + (", …" if level.count > len(shown) else "")
    return say("{names} ({n} {n:class|classes})", names=names, n=level.count)


def _split_note(photos: PhotoFacts) -> Message | None:
    if not photos.count():
        return None
    return _SPLIT_NOTES[photos.split_by]


def _leak(leak: LeakCount) -> Message:
    return say(
        "{n} {n:pair|pairs} of photos that belong together {n:is|are} on two sides of the split, such as {one} and {other}. "
        "Results look better than they are.",
        n=leak.pairs, one=_short(leak.one), other=_short(leak.other),
    )  # fmt: skip


def _leak_short(leak: LeakCount) -> Message:
    return say("{n} {n:pair|pairs} of photos that belong together {n:is|are} on two sides of the split.", n=leak.pairs)


def _short(path: str) -> str:
    """In two classes files may have the same names."""
    return "/".join(path.split("/")[-2:])
