"""A run folder: what lies where, and the facts that make its model usable again.

config.toml          what was asked                 dataset.json, split.csv   the photos and their split
model.json           how to rebuild and feed it     model.safetensors         best weights, and what model.json says
last.safetensors     last weights                   checkpoint.pt             everything to go on from
checkpoint-earlier.pt, model-earlier.safetensors    the ones before them, until the training has finished
events.jsonl         what happened                  epochs.csv                a row an epoch
report.json          newest test report             predictions.csv           its photos
test_looks.jsonl     each look at the test photos   contents.csv              what its photos are known by
report-other.json, predictions-other.csv            newest test on other photos than its own
plan.json            how each phase computes        features.json             what a frozen network's phases learnt from
familiar.safetensors how far photos are from these  unknown.json              from when on a photo is called unknown
training.lock        held while it is trained
unfinished/          a run of its own: the next training, until it takes this one's place
"""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from cnn_desktop.domain.decoding import Count, Seconds, Share, Unreadable, from_json
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import is_file, is_folder, is_missing, open_regular, remove_leftovers, saving, write_bytes
from cnn_desktop.domain.inside import check_file, check_folder_of_own, is_link, remove_own
from cnn_desktop.domain.own_files import load_json, read_lines
from cnn_desktop.domain.scan_files import DATASET, SPLIT
from cnn_desktop.domain.tensor_header import read_header
from cnn_desktop.domain.text_out import as_json

CONFIG, MODEL, BEST, LAST = "config.toml", "model.json", "model.safetensors", "last.safetensors"
CHECKPOINT, EVENTS, EPOCHS = "checkpoint.pt", "events.jsonl", "epochs.csv"
REPORT, PREDICTIONS, LOOKS = "report.json", "predictions.csv", "test_looks.jsonl"
OTHER_REPORT, OTHER_PREDICTIONS, CONTENTS = "report-other.json", "predictions-other.csv", "contents.csv"
PLAN, FEATURES = "plan.json", "features.json"
FAMILIAR, UNKNOWN = "familiar.safetensors", "unknown.json"
BEST_BEFORE, CHECKPOINT_BEFORE = "model-earlier.safetensors", "checkpoint-earlier.pt"
LOCK, UNFINISHED = "training.lock", "unfinished"
_TESTS = (REPORT, PREDICTIONS, OTHER_REPORT, OTHER_PREDICTIONS)
_ASKED = (CONFIG, DATASET, SPLIT)
EARLIER = (CHECKPOINT_BEFORE, BEST_BEFORE)
"""Of use only while a training may have to go on."""
_RESULTS = (
    MODEL,
    BEST,
    LAST,
    CHECKPOINT,
    *EARLIER,
    EVENTS,
    EPOCHS,
    *_TESTS,
    PLAN,
    FEATURES,
    CONTENTS,
    FAMILIAR,
    UNKNOWN,
)
OWN_FILES = (*_ASKED, *_RESULTS, LOOKS)
"""All that a training or a test writes. Nothing else in a run's folder is ever replaced or deleted."""

RunStatus = Literal["running", "finished", "stopped", "failed", "crashed"]
"""How a training stands: under way, or as its job ended (`events.Outcome`)."""


class ModelFacts(msgspec.Struct, frozen=True):
    """Rebuilds the network and its input exactly. In `model.safetensors`, with a checksum; `model.json` is for people,
    says that the model is whole, and is read for models of earlier versions only."""

    model: str
    """Name in the table of models, e.g. "resnet18" or "timm:convnext_tiny"."""
    classes: Annotated[list[str], msgspec.Meta(min_length=1)]
    preprocess: dict[str, Any]
    """Fields of `dataset.preprocess.Preprocess`."""
    device: str
    """What it was trained on, e.g. "cpu"."""
    weights: str
    """Where the start weights came from, in words."""
    best_epoch: Count
    val_accuracy: Share
    mirrored: bool = False
    """True when it answers with the mean of the logits of a photo and of its mirror image."""
    versions: dict[str, str] = {}
    """Library → version."""


class RunRecord(msgspec.Struct, frozen=True):
    """A line of the project's history of runs."""

    id: str
    model: str
    status: RunStatus
    started: str
    """ISO 8601, UTC."""
    seconds: Seconds = 0.0
    val_accuracy: Share | None = None
    test_accuracy: Share | None = None
    labels: Count | None = None
    """Number of the newest change of labels that it saw; None: of before there were any."""


def save_model_facts(facts: ModelFacts, run: Path) -> None:
    """Writes `model.json` into the run folder."""
    write_bytes(run / MODEL, msgspec.json.format(as_json(facts)))


def check_run(run: Path) -> None:
    """Raises DataError when a file that belongs to the run in `run` is a link to elsewhere, or no file at all.

    `run` itself may be named through links: that is the person's. What is missing is no matter.
    """
    check_folder_of_own(run / UNFINISHED)
    for folder in (run, run / UNFINISHED):
        if not is_folder(folder):
            continue
        for name in (*OWN_FILES, LOCK):
            check_file(folder / name)


def remove_run(run: Path) -> None:
    """Throws away what this app has made in the folder `run`; what a person has put there stays, and the folder with it."""
    if not is_link(run):
        for folder in (run / UNFINISHED, run):
            remove_own(folder, (*OWN_FILES, LOCK))


def load_model_facts(run: Path) -> ModelFacts:
    """What `run`'s model is: the door to every finished run.

    Raises DataError when `run` is no finished run folder or has links (`check_run`), or the model is damaged.
    """
    check_run(run)
    problem = DataError(
        "{folder} contains no trained model. Choose the folder of a finished training run.", folder=str(run)
    )
    if is_missing(run / MODEL):
        raise problem
    try:
        with open_regular(run / BEST) as model:
            inside = read_header(model).facts
    except FileNotFoundError:
        inside = None
    except PermissionError as error:
        raise DataError(
            "The model in {folder} could not be read: {reason}. Check its permissions and the disk.",
            folder=str(run), reason=error.strerror or str(error),
        ) from error  # fmt: skip
    except (OSError, ValueError) as error:
        raise damaged_model(run) from error
    facts = load_json(run / MODEL, ModelFacts, problem) if inside is None else facts_from(inside, run)
    if len(set(facts.classes)) < len(facts.classes):
        raise damaged_model(run)
    return facts


def facts_from(inside: str, run: Path) -> ModelFacts:
    """What the model file of `run` says of itself. Raises DataError."""
    try:
        return from_json(inside, ModelFacts)
    except Unreadable as error:
        raise damaged_model(run) from error


def damaged_model(run: Path) -> DataError:
    return DataError("{file} is missing or damaged. Train again.", file=str(run / BEST))


def has_model(run: Path) -> bool:
    """True when the folder `run` holds a trained model."""
    return is_file(run / MODEL) and is_file(run / BEST)


def to_resume(run: Path) -> Path | None:
    """The folder in which a training into `run` may go on: the newer, unfinished one's, else its own; None: it has begun nowhere.

    An unfinished one that was killed before its first checkpoint starts afresh: it was never the earlier one. Raises
    DataError (`check_run`).
    """
    check_run(run)
    unfinished = run / UNFINISHED
    if has_checkpoint(unfinished) or is_file(unfinished / DATASET):
        return unfinished
    return run if has_checkpoint(run) else None


def has_checkpoint(run: Path) -> bool:
    """True when a training may go on in `run`."""
    return any(is_file(run / name) for name in (CHECKPOINT, CHECKPOINT_BEFORE))


def drop_earlier(run: Path) -> None:
    """The training has finished: only its newest checkpoint and its model stay. Raises DataError."""
    for name in EARLIER:
        with saving(run / name):
            (run / name).unlink(missing_ok=True)


def clear_results(run: Path, keep: Container[str] = (*_ASKED, LOOKS)) -> None:
    """Makes way for a new training: of an earlier one's files only those called `keep` stay. Raises DataError."""
    remove_leftovers(run, OWN_FILES)
    for name in OWN_FILES:
        if name in keep:
            continue
        try:
            (run / name).unlink()
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            raise DataError(
                "{file} is left over from an earlier training run and could not be deleted: {reason}. Choose "
                "another folder.",
                file=str(run / name), reason=error.strerror or str(error),
            ) from error  # fmt: skip


def clear_tests(run: Path) -> None:
    """Removes the reports of an earlier model of `run`: they say nothing of the one it has now. Raises DataError."""
    for name in _TESTS:
        with saving(run / name):
            (run / name).unlink(missing_ok=True)


def count_looks(run: Path) -> int:
    """How often this run's test photos have been used: the lines of its test_looks.jsonl."""
    return sum(bool(line) for line in read_lines(run / LOOKS))
