"""What reading a file costs: seconds and bytes of memory, measured in a process of its own."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

MOST_SECONDS, MOST_BYTES = 5.0, 1 << 30


class Cost(NamedTuple):
    """Of one file."""

    file: str
    seconds: float
    """Of the processor, all threads together."""
    bytes: int
    """Peak of the memory over what the process had before."""
    result: str
    """ "read", or the reason why not."""


def measure(files: Sequence[Path]) -> list[Cost]:
    """Reads the header and the whole of each file, each in a child of its own that is forked from one that is ready."""
    asked = json.dumps([str(file) for file in files])
    done = subprocess.run(
        [sys.executable, "-m", "tests.dataset.reading.measured"], input=asked, capture_output=True, text=True, check=True,
        cwd=Path(__file__).parents[3],
    )  # fmt: skip
    return [Cost(*json.loads(line)) for line in done.stdout.splitlines()]


def _measure_one(file: str) -> tuple[str, float, int, str]:
    from cnn_desktop.dataset.reading.decode import UnreadablePhoto, open_photo, read_header

    before = _peak()
    began = time.process_time()
    try:
        read_header(file)
        open_photo(file)
        result = "read"
    except UnreadablePhoto as error:
        result = str(error.reason)
    return file, time.process_time() - began, _peak() - before, result


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _main() -> None:
    from PIL import Image

    from cnn_desktop.dataset.reading import decode

    decode._prepare()
    Image.new("RGB", (8, 8)).convert("L")
    for file in json.load(sys.stdin):
        ours, theirs = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(ours)
            with open(theirs, "w") as out:
                out.write(json.dumps(_measure_one(file)))
            os._exit(0)
        os.close(theirs)
        with open(ours) as answer:
            line = answer.read()
        _, status = os.waitpid(child, 0)
        print(line or json.dumps((file, 0.0, 0, f"died: {status}")), flush=True)


if __name__ == "__main__":
    _main()
