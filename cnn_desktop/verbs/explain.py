"""`cnn-desktop explain RUN PHOTO --out FILE.png`: draws where in a photo a model finds what speaks for a class."""

from __future__ import annotations

import argparse
from collections.abc import Generator
from pathlib import Path

import msgspec

from cnn_desktop.dataset.reading.files import is_archive, no_data
from cnn_desktop.domain.control import Control
from cnn_desktop.domain.errors import DataError, UsageError
from cnn_desktop.domain.events import Event
from cnn_desktop.domain.files import check_new_picture, is_missing, replacing
from cnn_desktop.domain.jobs.explain import HeatMethod, HeatShown, NoHeat, ShowHeat
from cnn_desktop.domain.run import ModelFacts, load_model_facts
from cnn_desktop.domain.tones import OWN
from cnn_desktop.verbs.terminal import Terminal, stop_on_signals

METHODS: dict[str, HeatMethod] = {"grad-cam": "grad_cam", "grad-cam++": "grad_cam_pp", "occlusion": "occlusion"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("run", metavar="RUN", help="folder of a finished training run")
    parser.add_argument("photo", metavar="PHOTO", help="one photo")
    parser.add_argument("--out", metavar="FILE", required=True, help="new PNG file for the photo with its heat map")
    parser.add_argument("--class", metavar="NAME", dest="class_name", help="class to explain (default: the answer)")
    parser.add_argument(
        "--method", choices=METHODS, default="grad-cam",
        help="grad-cam (default), grad-cam++ or occlusion, which covers one part after the other and works for every model",
    )  # fmt: skip
    parser.add_argument("--device", default="auto", metavar="NAME", help="auto, cpu, cuda, cuda:N or mps")


def run(options: argparse.Namespace) -> int:
    """Draws and says what was found. Returns 1 when the photo could not be read."""
    folder, out = Path(options.run), Path(options.out)
    facts = load_model_facts(folder)
    _check_class(options.class_name, facts)
    check_new_picture(out)
    _check_photo(options.photo)
    terminal, control = Terminal(options), Control()
    job = ShowHeat(
        str(folder), options.photo, "", options.class_name or "", METHODS[options.method], options.device
    )  # fmt: skip
    with stop_on_signals(control):
        told = terminal.watch(_draw(job, out, control))
    shown = next((event for event in told if isinstance(event, HeatShown)), None)
    terminal.result(
        {
            "file": shown and shown.file,
            "path": options.photo,
            "class": shown and shown.class_name,
            "confidence": shown and shown.probability,
            "method": options.method,
            "empty": shown and shown.is_empty,
            "covered": shown and shown.covered and shown.covered[1],
            "skipped": [{"path": one.path, "reason": str(one.reason)} for one in terminal.skipped],
        },
        _lines(shown) if shown else [],
    )
    return 0 if shown else DataError.exit_code


def _draw(job: ShowHeat, out: Path, control: Control) -> Generator[Event, None, None]:
    """What `find_heat` tells, and a HeatShown once the picture is there. Raises UserError, StopRequested."""
    from cnn_desktop.learning.explain.explorer import Explorer
    from cnn_desktop.learning.explain.heat import find_heat
    from cnn_desktop.learning.explain.picture import over_photo
    from cnn_desktop.learning.models.trained import load_trained
    from cnn_desktop.learning.tuning.device import choose_device

    net, facts = load_trained(Path(job.run), choose_device(job.device).device)
    walk = find_heat(Explorer(Path(job.run), net, facts), job, control)
    while True:
        try:
            event = next(walk)
        except StopIteration as end:
            found = end.value
            break
        if isinstance(event, NoHeat):
            raise DataError("{reason} Choose --method occlusion instead.", reason=event.reason)
        yield event
    if found is not None:
        picture = over_photo(Path(job.path), found.places, net.preprocess.tones or OWN)
        check_new_picture(out)  # something may have come there meanwhile
        with replacing(out) as temporary:
            picture.save(temporary, "PNG")
        yield msgspec.structs.replace(found.shown, file=str(out))


def _check_class(name: str | None, facts: ModelFacts) -> None:
    if name is not None and name not in facts.classes:
        raise UsageError(
            "This model does not know the class “{name}”. It knows: {classes}.",
            field="class_name", name=name, classes=", ".join(f"“{one}”" for one in facts.classes),
        )  # fmt: skip


def _check_photo(word: str) -> None:
    """Raises DataError for what is no file."""
    if is_missing(word):
        raise DataError("There is no file or folder “{path}”. Check the name.", path=word)
    if Path(word).is_dir():
        raise DataError("{path} is a folder. Choose one photo in it.", path=word)
    if is_archive(Path(word)):
        raise no_data(Path(word))


def _lines(shown: HeatShown) -> list[str]:
    if shown.is_empty:
        lines = [f"Nothing in this photo speaks for {shown.class_name} ({shown.probability:.1%})."]
    else:
        lines = [f"The brighter, the more it speaks for {shown.class_name} ({shown.probability:.1%})."]
    if shown.covered is not None:
        before, after = shown.covered
        lines.append(f"Covering the part that counts most lowers {shown.class_name} from {before:.1%} to {after:.1%}.")
    return [*lines, f"Saved: {shown.file}"]
