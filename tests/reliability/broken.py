"""Builds that are broken on purpose, each in one named way, within a fork: the torture must notice."""

from __future__ import annotations

import contextlib
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any


class NotHere(Exception):
    """This build has nothing that could be broken so."""


def part(module: str) -> Any:
    """The module of that name. Raises NotHere."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise NotHere(module) from error


def everywhere(module: str, name: str, new: Any) -> None:
    """Puts `new` in the place of `module`'s `name`, also where that was imported by name. Raises NotHere."""
    try:
        old = getattr(part(module), name)
    except AttributeError as error:
        raise NotHere(f"{module}.{name}") from error
    for loaded in list(sys.modules.values()):
        if getattr(loaded, "__name__", "").startswith("cnn_desktop"):
            for key, value in list(vars(loaded).items()):
                if value is old:
                    setattr(loaded, key, new)


def naive_write() -> None:
    """Files are written in place: no temporary name, no fsync, no rename."""

    @contextlib.contextmanager
    def in_place(path: Path, *more: Any, **others: Any) -> Iterator[Path]:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        yield path

    everywhere("cnn_desktop.domain.files", "replacing", in_place)


def naive_changes() -> None:
    """Each statement of a change of labels is written for itself."""

    @contextlib.contextmanager
    def none(db: object) -> Iterator[None]:
        yield

    everywhere("cnn_desktop.project.schema", "transaction", none)


def no_checksum() -> None:
    """Checkpoints and models are believed, whatever their checksums say."""
    tensor_header = part("cnn_desktop.domain.tensor_header")
    header = tensor_header.Header
    header.crc = property(lambda self: None)
    header.facts = property(lambda self: self.notes.get(tensor_header._FACTS))
    everywhere("cnn_desktop.learning.models.tensor_files", "_check_zip", lambda opened: None)


def no_lock() -> None:
    """Nobody holds the run's folder."""

    @contextlib.contextmanager
    def free(*args: Any, **others: Any) -> Iterator[None]:
        yield None

    everywhere("cnn_desktop.learning.training.run_folder", "_locked", free)


def best_model_apart() -> None:
    """The best model on disk is taken for the checkpoint's, whichever it is."""
    resuming, best_model = map(
        part, ("cnn_desktop.learning.training.resuming", "cnn_desktop.learning.training.best_model")
    )

    def whichever(run: Path, crc: str) -> Any:
        return resuming._Best(run / resuming.BEST, None) if (run / resuming.BEST).is_file() else None

    begin = best_model.BestModel.__init__
    changed = lambda self, run, net, device, crc="", *more: begin(self, run, net, device, "", *more)  # noqa: E731
    everywhere("cnn_desktop.learning.training.resuming", "_find_best", whichever)
    best_model.BestModel.__init__ = changed


def no_limit() -> None:
    """Pictures of any size are decoded."""
    changed = 0
    for module in ("cnn_desktop.dataset.reading.decode", "cnn_desktop.dataset.reading.cost"):
        for name in ("MAX_PIXELS", "MOST_BYTES", "MOST_SECONDS"):
            with contextlib.suppress(NotHere):
                everywhere(module, name, 10**15)
                changed += 1
    if not changed:
        raise NotHere("limit in cnn_desktop.dataset.reading")


def unpickles() -> None:
    """torch files are unpickled whole."""
    import torch

    load = torch.load
    torch.load = lambda *args, **others: load(*args, **others | {"weights_only": False})


def no_grace() -> None:
    """A child that does not hear is never killed."""
    from cnn_desktop.gui.children.process import ChildProcess

    ChildProcess.kill = lambda self: None  # type: ignore[method-assign]
