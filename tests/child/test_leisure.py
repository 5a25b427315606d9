"""A full child without a card may write to about as much memory as the computer has; the light one to less."""

from __future__ import annotations

import os
import resource
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the limits are Linux's")


def _in_a_child(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_the_full_child_is_limited_by_what_it_writes_to() -> None:
    data, space = _in_a_child(
        "import resource\nfrom cnn_desktop.child.leisure import limit_memory\nlimit_memory()\n"
        "print(resource.getrlimit(resource.RLIMIT_DATA)[0], resource.getrlimit(resource.RLIMIT_AS)[0])"
    )
    there = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    assert 3 * 2**30 <= int(data) <= max(3 * 2**30, there)
    assert int(space) == resource.getrlimit(resource.RLIMIT_AS)[0]


def test_beyond_the_limit_there_is_an_error_that_can_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    code = (
        "import mmap, sys\nfrom cnn_desktop.child import leisure\nleisure._LEAST = leisure._SHARE = 0\n"
        "leisure.all_memory = lambda: 0\nleisure._LEAST = 200 << 20\nleisure.limit_memory()\n"
        "mapped = mmap.mmap(-1, 1 << 30, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=mmap.PROT_READ)\n"
        "print('mapped')\n"
        "try:\n    bytearray(1 << 30)\nexcept MemoryError:\n    print('told')"
    )
    assert _in_a_child(code) == ["mapped", "told"]
