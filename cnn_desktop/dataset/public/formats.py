"""The files that public data sets come as. Nothing in them is executed, and each says its size before it is read.

All that can be wrong with one is ValueError.
"""

from __future__ import annotations

import contextlib
import gzip
import math
import struct
import tarfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np

_MOST_BYTES = 1 << 30
_MOST_FILE = 64 << 20
"""Of one file in an archive."""
_BYTES_KIND = 8
"""IDX's number for unsigned bytes."""


@contextlib.contextmanager
def _understood(file: Path) -> Iterator[None]:
    """Whatever the libraries find wrong with `file` is ValueError."""
    try:
        yield
    except (OSError, EOFError, zlib.error, tarfile.TarError, struct.error) as error:
        raise ValueError(f"{file.name}: {error}") from error


def read_idx(file: Path) -> np.ndarray:
    """uint8 array of a gzipped IDX file, such as MNIST's: [N] labels or [N, H, W] grey pictures."""
    with _understood(file), gzip.open(file) as stream:
        zeros, kind, dimensions = struct.unpack(">HBB", stream.read(4))
        if zeros or kind != _BYTES_KIND or dimensions not in (1, 3):
            raise ValueError(f"{file.name} is no IDX file of bytes")
        shape = struct.unpack(f">{dimensions}I", stream.read(4 * dimensions))
        count = math.prod(shape)
        if count > _MOST_BYTES:
            raise ValueError(f"{file.name} claims to hold {count} bytes")
        content = stream.read(count)
    if len(content) < count:
        raise ValueError(f"{file.name} breaks off")
    return np.frombuffer(content, np.uint8).reshape(shape)


def files_in(archive: Path) -> Iterator[tuple[str, bytes]]:
    """(name with its folders, content) of each regular file in a .tar.gz; links and devices are passed over."""
    with _understood(archive):
        opened = tarfile.open(archive, "r:gz")  # noqa: SIM115 - closed below
    with opened:
        while True:
            with _understood(archive):
                member = opened.next()
                if member is None:
                    return
                stream = opened.extractfile(member) if member.isreg() else None
                if stream is None:
                    continue
                if member.size > _MOST_FILE:
                    raise ValueError(f"{archive.name} holds a file of {member.size} bytes")
                content = stream.read()
                if len(content) < member.size:
                    raise ValueError(f"{archive.name} breaks off")
            yield member.name.removeprefix("./"), content


def read_cifar(content: bytes) -> Iterator[tuple[int, np.ndarray]]:
    """(label, [32, 32, 3] uint8) of each picture in a batch of CIFAR-10's binary version."""
    size = 1 + 3 * 32 * 32
    if len(content) % size:
        raise ValueError("a batch that breaks off")
    for record in np.frombuffer(content, np.uint8).reshape(-1, size):
        yield int(record[0]), record[1:].reshape(3, 32, 32).transpose(1, 2, 0)


def read_mat(file: Path, name: str) -> list[int]:
    """The whole numbers of the variable `name` in a MATLAB file."""
    from scipy.io import loadmat
    from scipy.io.matlab import MatReadError

    with _understood(file):
        try:
            values = loadmat(str(file), variable_names=[name])[name]
            return [int(value) for value in np.asarray(values).ravel()]
        except (MatReadError, KeyError, TypeError, NotImplementedError, IndexError, OverflowError) as error:
            raise ValueError(f"{file.name}: {error}") from error
