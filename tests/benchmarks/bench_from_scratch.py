"""Prints what the recipe for small photos from random weights is worth, beside the course's settings for as many epochs.

Run: python -m tests.benchmarks.bench_from_scratch FOLDER [--model simple_cnn] [--image-size 64] [--seeds 3]

"The recipe": warm-up, one cycle of the rate, label smoothing, averaged weights, and answers from a photo and its mirror image.
"One way round": the same network without the mirror image. Each number: test photos right, of as many splits as seeds.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
from pathlib import Path

from cnn_desktop.domain.recipe import SMALL_SCRATCH
from cnn_desktop.domain.run import MODEL
from tests.benchmarks.pairs import CNN_DESKTOP, run


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", default="simple_cnn")
    parser.add_argument("--image-size", type=int, default=64)
    parser.add_argument("--seeds", type=int, default=3)
    options = parser.parse_args()
    table: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for seed in range(options.seeds):
            ways = {"the course's settings": ["--epochs", str(SMALL_SCRATCH.full)], "the recipe": []}
            for name, words in ways.items():
                out = Path(scratch, f"{seed} {name}")
                command = [
                    *CNN_DESKTOP, "train", str(options.folder), "--out", str(out), "--model", options.model,
                    "--weights", "none", "--image-size", str(options.image_size), "--seed", str(seed), "--device", "cpu",
                    "--test", "--json", *words,
                ]  # fmt: skip
                found = run(command, {"CNN_DESKTOP_HOME": str(Path(scratch, "home"))})
                _tell(table, seed, name, found["accuracy"], f", training {found['seconds']:.0f} s")
            facts = out / MODEL
            facts.write_text(json.dumps(json.loads(facts.read_text()) | {"mirrored": False}))
            found = run(
                [*CNN_DESKTOP, "evaluate", str(out), "--json"], {"CNN_DESKTOP_HOME": str(Path(scratch, "home"))}
            )
            _tell(table, seed, "one way round", found["accuracy"])
    for name, found_by_seed in table.items():
        print(f"mean of {options.seeds} seeds, {name}: {statistics.mean(found_by_seed):.3f}")


def _tell(table: dict[str, list[float]], seed: int, name: str, accuracy: float, more: str = "") -> None:
    table.setdefault(name, []).append(accuracy)
    print(f"seed {seed}, {name}: {accuracy:.3f} of the test photos right{more}", flush=True)


if __name__ == "__main__":
    main()
