"""Which errors mean that memory ran out, whoever raised them."""

from __future__ import annotations

import errno
import os

import pytest

from cnn_desktop.domain.errors import DataError, TooLittleMemory, is_out_of_memory, message_of, unexpected


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        OSError(errno.ENOMEM, os.strerror(errno.ENOMEM)),
        ImportError("libgfortran-8f1e9814.so.5.0.0: failed to map segment from shared object"),
        RuntimeError("[enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory: you tried"),
        RuntimeError("DefaultCPUAllocator: not enough memory: you tried to allocate 411041792 bytes."),
        RuntimeError("can't start new thread"),
        RuntimeError("CUDA out of memory. Tried to allocate 20.00 MiB"),
        RuntimeError("[ONNXRuntimeError] : 6 : RUNTIME_EXCEPTION : std::bad_alloc"),
        SystemError("error return without exception set"),
    ],
    ids=str,
)  # fmt: skip
def test_want_of_memory_has_one_sentence(error: Exception) -> None:
    assert str(unexpected(error)).startswith("There is not enough memory for this.")
    wrapped = DataError("{file} is damaged. Train again.", file="x")
    wrapped.__cause__ = error
    assert str(message_of(wrapped)) == str(unexpected(error))
    own = TooLittleMemory("Choose less.")
    own.__cause__ = error
    assert str(message_of(own)) == "Choose less."


def test_what_a_file_is_called_does_not_count() -> None:
    assert not is_out_of_memory(FileNotFoundError(errno.ENOENT, "No such file", "out of memory.jpg"))
    assert not is_out_of_memory(DataError("{file} is damaged.", file="out of memory.jpg"))
    assert not is_out_of_memory(ValueError("7"))
