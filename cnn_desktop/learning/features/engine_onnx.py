"""ONNX Runtime as the engine of a frozen trunk on the CPU: exported once, then one photo a thread.

Each thread runs whole photos by itself, so nothing waits between layers and a photo's numbers depend on nothing else.
"""

from __future__ import annotations

import contextlib
import hashlib
import threading
import warnings
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import nn

from cnn_desktop.dataset.cache import OWN, Piece, facts_of, keep_newest
from cnn_desktop.domain.decoding import Unreadable
from cnn_desktop.domain.errors import DataError
from cnn_desktop.domain.files import files_in, open_regular, replacing, write_text
from cnn_desktop.domain.own_files import read_bytes
from cnn_desktop.domain.places import cache_folder
from cnn_desktop.learning.models.cut import Cut
from cnn_desktop.learning.tuning.compute_plan import EngineName

if TYPE_CHECKING:
    import onnxruntime

_OPSET = 18
_MOST_FILES, _MOST_BYTES = 8, 2 << 30
"""Of a trunk; ONNX knows no larger files."""
_INPUT, _OUTPUT = "photos", "features"
_LIBRARIES = ("onnxruntime", "onnx")


class OnnxEngine:
    """A frozen trunk in ONNX Runtime, float32. Loads its file with the first photo."""

    name: EngineName = "onnxruntime"
    device = "cpu"
    chunk = 1

    def __init__(self, cut: Cut, weights: str, threads: int) -> None:
        """`weights`: SHA-256 of the trunk's tensors. Raises DataError where it cannot be used."""
        self.callers = threads
        try:
            self.versions: Mapping[str, str] = {name: metadata.version(name) for name in _LIBRARIES}
        except metadata.PackageNotFoundError as error:
            raise DataError("The alternative engine (ONNX Runtime) is not installed.") from error
        net = cut.net
        facts = (
            f"{net.name} {cut.name} {weights} {net.preprocess.image_size} {torch.__version__} {self.versions} {_OPSET}"
        )
        self.file = cache_folder() / "trunks" / f"{hashlib.sha256(facts.encode()).hexdigest()[:24]}.onnx"
        self._cut = cut
        self._lock = threading.Lock()
        self._session: onnxruntime.InferenceSession | None = None

    def __call__(self, photos: np.ndarray) -> np.ndarray:
        with self._lock:
            if self._session is None:
                self._session = self._load()
        return np.concatenate([self._session.run(None, {_INPUT: photo[None]})[0] for photo in photos])

    def _load(self) -> onnxruntime.InferenceSession:
        onnxruntime = load_onnxruntime()
        if not _is_whole(self.file):
            export_trunk(self._cut, self.file)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 4  # errors come as exceptions
        with onnx_errors():
            return onnxruntime.InferenceSession(str(self.file), options, providers=["CPUExecutionProvider"])


def load_onnxruntime() -> ModuleType:
    """The library, silent: on Windows its own call ends the telemetry, elsewhere the environment; see `domain/environment.py`."""
    import onnxruntime

    if hasattr(onnxruntime, "disable_telemetry_events"):
        onnxruntime.disable_telemetry_events()
    return onnxruntime


class _Trunk(nn.Module):
    """The network up to the cut. What comes after it is traced too, and dropped as nothing depends on it."""

    def __init__(self, cut: Cut) -> None:
        super().__init__()
        self.network, self._cut = cut.net.module, cut

    def forward(self, photos: torch.Tensor) -> torch.Tensor:
        return self._cut.inputs(photos)


def export_trunk(cut: Cut, file: Path) -> None:
    """Writes the network up to `cut` as ONNX, and the file's SHA-256 beside it. Raises DataError.

    By torch's older exporter, 0.3 s for EfficientNet-Lite0: the one built on torch.export took nearly three times as long
    and wants a further library. The folding of constants is left to ONNX Runtime, which does it anyway.
    """
    net = cut.net
    was_training = net.module.training
    size = net.preprocess.image_size
    device = next(net.module.parameters()).device
    net.module.eval()
    try:
        with onnx_errors(), replacing(file) as temporary, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that this exporter is the older one
            torch.onnx.export(
                _Trunk(cut), (torch.zeros(1, 3, size, size, device=device),), temporary, dynamo=False,
                do_constant_folding=False, input_names=[_INPUT], output_names=[_OUTPUT], opset_version=_OPSET,
            )  # fmt: skip
    finally:
        net.module.train(was_training)
    write_text(_note(file), _sha256(file))
    _prune(file.parent)


@contextlib.contextmanager
def onnx_errors() -> Iterator[None]:
    """Turns what the exporter and ONNX Runtime raise into DataError."""
    try:
        load_onnxruntime()
        from onnxruntime.capi import onnxruntime_pybind11_state as state

        kinds = (state.Fail, state.InvalidArgument, state.InvalidGraph, state.InvalidProtobuf, state.NotImplemented,
                 state.RuntimeException, state.NoSuchFile, state.EPFail)  # fmt: skip
    except ImportError as error:
        raise DataError(
            "The alternative engine (ONNX Runtime) cannot be loaded: {reason}.", reason=str(error)
        ) from error
    try:
        yield
    except (*kinds, RuntimeError, ValueError, TypeError, ImportError) as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise DataError(
            "The alternative engine (ONNX Runtime) cannot run this network: {reason}.", reason=reason
        ) from error


def _is_whole(file: Path) -> bool:
    try:
        is_possible = file.stat().st_size <= _MOST_BYTES
        return is_possible and read_bytes(_note(file)) == _sha256(file).encode()
    except (OSError, Unreadable):
        return False


def _note(file: Path) -> Path:
    return file.with_suffix(".sha256")


def _sha256(file: Path) -> str:
    with open_regular(file) as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _prune(folder: Path) -> None:
    """Keeps the newest files."""
    trunks = (
        Piece(*facts_of(file), (file, _note(file)))
        for file in files_in(folder, "*.onnx")
        if OWN["trunks"].fullmatch(file.name)
    )
    keep_newest(trunks, most=_MOST_FILES)
